/*
 * rill: librill in Node, by the package koffi (npm install koffi), since Node
 * has no foreign function interface of its own.
 *
 *	const rill = require('./rill.js');
 *
 *	for (const span of rill.spans(text, { date: '2019-07-04' }))
 *		if (span.type === 'quote')
 *			console.log(span.value, ':', span.text);
 *
 * As a program: node rill.js [FILE...]  RILL_LIB names another library than the
 * installed one.
 *
 * start and end count code points; a string of JavaScript counts UTF-16 units:
 * Array.from(text).slice(span.start, span.end).join('').
 */
'use strict';

/* What make gives; a program that lacks it says so in one line. */
function needed(make)
{
	try {
		return make();
	} catch (e) {
		if (require.main !== module)
			throw e;
		console.error(`rill.js: ${e.message.split('\n')[0]}`);
		return process.exit(1);
	}
}

const koffi = needed(() => require('koffi'));
const lib = needed(() => koffi.load(process.env.RILL_LIB || 'librill.so.1'));

koffi.opaque('rill');
koffi.struct('rill_span', {
	type: 'int32_t', reserved: 'int32_t',
	start: 'int64_t', end: 'int64_t',
	start_byte: 'int64_t', end_byte: 'int64_t',
	sentence: 'int64_t',
	label: 'const char *', value: 'const char *',
	attrs: 'const char *', text: 'const char *',
});
const open = lib.func('rill *rill_open()');
const close = lib.func('void rill_close(rill *rill)');
const set = lib.func('int rill_set(rill *rill, const char *name, ' +
    'const char *value)');
const feed = lib.func('int rill_feed(rill *rill, void *bytes, size_t length)');
const end = lib.func('int rill_end(rill *rill)');
const next = lib.func('rill_span *rill_next(rill *rill)');
const status = lib.func('int rill_status(rill *rill)');
const message = lib.func('const char *rill_message(int status)');
const typeName = lib.func('const char *rill_type_name(int type)');

function check(code)
{
	if (code !== 0)
		throw new Error(message(code));
}

/* All rows of a text; options as rill_set has them. */
function* spans(text, options = {})
{
	const rill = open();
	/* outside of the heap that is tidied up, until all rows are read */
	const utf8 = Buffer.from(text);
	const bytes = koffi.alloc('uint8_t', utf8.length + 1);
	let found;

	try {
		if (rill === null)
			throw new Error('out of memory');
		for (const [name, value] of Object.entries(options))
			check(set(rill, name, String(value)));
		koffi.encode(bytes, 'uint8_t', utf8, utf8.length);
		check(feed(rill, bytes, utf8.length));
		check(end(rill));
		while ((found = next(rill)) !== null) {
			const s = koffi.decode(found, 'rill_span');

			s.type = typeName(s.type);
			yield s;
		}
		check(status(rill));
	} finally {
		close(rill);
		koffi.free(bytes);
	}
}

module.exports = { spans };

if (require.main === module) {
	const fs = require('fs');
	const files = process.argv.slice(2);

	let name = 'standard input';

	try {
		for (const file of files.length > 0 ? files : [0]) {
			name = file || name;
			const text = fs.readFileSync(file);

			name = 'standard output';
			for (const s of spans(text))
				fs.writeSync(1, [s.type, s.start, s.end,
				    s.sentence, s.label, s.value,
				    s.text].join('\t') + '\n');
		}
	} catch (e) {
		if (e.code !== 'EPIPE') {	/* head has seen enough */
			console.error(`rill.js: ${name}: ${e.message}`);
			process.exitCode = 1;
		}
	}
}
