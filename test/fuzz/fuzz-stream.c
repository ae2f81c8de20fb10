/*
 * The filters themselves, over streams with rows of other taggers: bytes before
 * the first 0xff are text, each four bytes behind it are a row over some part
 * of some paragraph.  Every filter ends with 0, its output holds what it read,
 * it adds nothing the second time, and numbers and entities commute.
 *
 * When the input begins with 0xfe the rest is the stream as it lies, most likely
 * malformed: the filters must end with 0 or 1, and what they wrote is a stream
 * that they accept.  Such streams are changed row by row and field by field
 * as often as byte by byte.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <getopt.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "row.h"

/* main of each filter, renamed when compiled for this. */
int main_sentences(int argc, char *argv[]);
int main_tokens(int argc, char *argv[]);
int main_numbers(int argc, char *argv[]);
int main_entities(int argc, char *argv[]);
int main_quotes(int argc, char *argv[]);

enum { SENTENCES, TOKENS, NUMBERS, ENTITIES, QUOTES, FILTERS };

static int (*const filters[FILTERS])(int, char *[]) = {
	main_sentences, main_tokens, main_numbers, main_entities, main_quotes
};

struct bytes {
	char *at;
	size_t length, size;
};

static void
append(struct bytes *bytes, const void *at, size_t length)
{
	bytes->at = array_grow(bytes->at, &bytes->size,
	    bytes->length + length, 1);
	check(bytes->at != NULL || bytes->length + length == 0, "memory");
	if (length > 0)
		memcpy(bytes->at + bytes->length, at, length);
	bytes->length += length;
}

/* Runs a filter over in; returns its status. */
static int
run(int filter, const struct bytes *in, struct bytes *out)
{
	static int keep_out = -1, keep_err = -1;
	char path[32], program[] = "fuzz", *argv[3] = { program, path, NULL };
	char chunk[1 << 14];
	int status, from = memfd_create("in", 0), to = memfd_create("out", 0);
	ssize_t n;

	if (keep_out < 0) {
		keep_out = dup(STDOUT_FILENO);
		keep_err = dup(STDERR_FILENO);
	}
	check(from >= 0 && to >= 0 && (in->length == 0 ||
	    write(from, in->at, in->length) == (ssize_t)in->length),
	    "files in memory");
	snprintf(path, sizeof path, "/proc/self/fd/%d", from);
	dup2(to, STDOUT_FILENO);
	n = open("/dev/null", O_WRONLY);
	dup2((int)n, STDERR_FILENO);
	close((int)n);
	optind = 0;
	status = filters[filter](2, argv);
	dup2(keep_out, STDOUT_FILENO);
	dup2(keep_err, STDERR_FILENO);
	lseek(to, 0, SEEK_SET);
	out->length = 0;
	while ((n = read(to, chunk, sizeof chunk)) > 0)
		append(out, chunk, (size_t)n);
	close(from);
	close(to);
	return status;
}

static bool
equal(const struct bytes *a, const struct bytes *b)
{
	return a->length == b->length && (a->length == 0 ||
	    memcmp(a->at, b->at, a->length) == 0);
}

/* Whether the lines of a are among those of b, in their order. */
static bool
holds(const struct bytes *b, const struct bytes *a)
{
	size_t i = 0, k = 0;

	while (i < a->length) {
		const char *end = memchr(a->at + i, '\n', a->length - i);
		size_t n = (size_t)(end - a->at) + 1 - i;

		while (k + n > b->length || memcmp(a->at + i, b->at + k, n)) {
			const char *next = k == b->length ? NULL :
			    memchr(b->at + k, '\n', b->length - k);

			if (next == NULL)
				return false;
			k = (size_t)(next - b->at) + 1;
		}
		i += n;
		k += n;
	}
	return true;
}

struct made {
	struct row row;
	size_t passage;
};

static int
compare(const void *a, const void *b)
{
	const struct made *x = a, *y = b;

	return x->passage != y->passage ?
	    (x->passage < y->passage ? -1 : 1) : row_compare(&x->row, &y->row);
}

static struct row
make_row(const struct fuzz_document *document, size_t passage,
    const uint8_t *code, struct arena *arena)
{
	static const char *const types[] = {
		"token", "sentence", "entity", "zzz", "token", "number",
		"quote", "token"
	};
	static const char *const labels[] = {
		"word", "PER", "number", "punct", "heading", "ORG", "direct", "_"
	};
	const struct passage *p = &document->passages[passage];
	size_t points = utf8_count(p->text);
	size_t start = (size_t)code[1] * points / 256;
	size_t end = start + 1 + (size_t)code[2] * (points - start - 1) / 256;
	size_t from = utf8_map_byte(&p->map, start);
	struct slice text = { p->text.at + from,
	    utf8_map_byte(&p->map, end) - from };
	struct row row = row_none;

	row.type = slice_of(types[code[0] & 7]);
	row.label = slice_of(labels[code[0] >> 3 & 7]);
	if (code[3] & 1)
		row.attrs = slice_of("glued=1");
	if (code[3] & 2)
		row.sent = slice_of("3");
	if (code[3] & 4)
		row.value = slice_of("Ana Duarte");
	row.doc = p->doc;
	row.start = p->start + (int64_t)start;
	row.end = p->start + (int64_t)end;
	row.text = row_escape(text, arena);
	return row;
}

static void
append_row(struct bytes *bytes, const struct row *row)
{
	char numbers[64];
	int n = snprintf(numbers, sizeof numbers, "\t%lld\t%lld\t",
	    (long long)row->start, (long long)row->end);

	append(bytes, row->type.at, row->type.length);
	append(bytes, "\t", 1);
	append(bytes, row->doc.at, row->doc.length);
	append(bytes, numbers, (size_t)n);
	append(bytes, row->sent.at, row->sent.length);
	append(bytes, "\t", 1);
	append(bytes, row->label.at, row->label.length);
	append(bytes, "\t", 1);
	append(bytes, row->value.at, row->value.length);
	append(bytes, "\t", 1);
	append(bytes, row->attrs.at, row->attrs.length);
	append(bytes, "\t", 1);
	append(bytes, row->text.at, row->text.length);
	append(bytes, "\n", 1);
}

/* The stream of a document with the rows that the codes make. */
static void
make_stream(struct fuzz_document *document, const uint8_t *codes,
    size_t code_count, struct bytes *stream)
{
	struct arena *arena = &document->arena;
	size_t i, n = 0;
	struct made *made = arena_alloc(arena,
	    document->count + code_count + 1, sizeof *made);

	for (i = 0; i < document->count; i++) {
		const struct passage *p = &document->passages[i];
		struct row row = row_none;

		row.type = slice_of("paragraph");
		row.doc = p->doc;
		row.start = p->start;
		row.end = p->start + (int64_t)utf8_count(p->text);
		row.label = slice_of(p->kind == PASSAGE_BODY ? "body" :
		    p->kind == PASSAGE_HEADING ? "heading" : "item");
		row.text = row_escape(p->text, arena);
		made[n].passage = i;
		made[n++].row = row;
	}
	for (i = 0; i < code_count && document->count > 0; i++) {
		const uint8_t *code = codes + 4 * i;

		made[n].passage = code[3] / 8 % document->count;
		made[n].row = make_row(document, made[n].passage, code, arena);
		n++;
	}
	qsort(made, n, sizeof *made, compare);
	for (i = 0; i < n; i++)
		append_row(stream, &made[i].row);
}

static void
check_filters(const struct bytes *in, bool good)
{
	struct bytes out = { 0 }, twice = { 0 }, other = { 0 };
	int filter;

	for (filter = 0; filter < FILTERS; filter++) {
		int status = run(filter, in, &out);

		check(status == 0 || (!good && status == 1), "status");
		check(!good || holds(&out, in), "all that was read is there");
		check(run(filter, &out, &twice) == 0, "its output is a stream");
		check(equal(&out, &twice), "twice as once");
	}
	if (good) {
		run(NUMBERS, in, &other);
		run(ENTITIES, &other, &out);
		run(ENTITIES, in, &other);
		run(NUMBERS, &other, &twice);
		check(equal(&out, &twice), "numbers and entities commute");
	}
	free(out.at);
	free(twice.at);
	free(other.at);
}

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most,
    unsigned seed);

/* The n-th piece between two separators, counted around. */
static struct slice
piece(const uint8_t *data, size_t size, char separator, size_t n)
{
	const char *at = (const char *)data, *end = at + size, *next;
	size_t count = 1;
	struct slice s;

	for (next = at; next < end; next++)
		count += *next == separator;
	for (n %= count; n > 0; n--)
		at = (const char *)memchr(at, separator, (size_t)(end - at)) + 1;
	next = at == end ? NULL : memchr(at, separator, (size_t)(end - at));
	s.at = at;
	s.length = (size_t)((next == NULL ? end : next) - at);
	return s;
}

/* Puts the bytes of one piece where another is; returns the new size. */
static size_t
put(uint8_t *data, size_t size, size_t most, struct slice where,
    struct slice what)
{
	size_t at = (size_t)(where.at - (const char *)data);
	char copy[4096];

	if (what.length > sizeof copy ||
	    size - where.length + what.length > most)
		return size;
	memcpy(copy, what.at, what.length);
	memmove(data + at + what.length, data + at + where.length,
	    size - at - where.length);
	memcpy(data + at, copy, what.length);
	return size - where.length + what.length;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most,
    unsigned seed)
{
	struct slice row, other, none;

	if (size < 2 || data[0] != 0xfe || seed % 2 == 0)
		return LLVMFuzzerMutate(data, size, most);
	row = piece(data + 1, size - 1, '\n', seed >> 3 & 0xff);
	other = piece(data + 1, size - 1, '\n', seed >> 11 & 0xff);
	none = row;
	none.length = 0;
	switch (seed >> 1 & 3) {
	case 0:		/* one row in the place of another, or of none */
		return put(data, size, most, row, seed >> 30 ? other : none);
	case 1:		/* one more row, with its newline */
		if (other.at + other.length < (char *)data + size)
			other.length++;
		return put(data, size, most, none, other);
	case 2:		/* one field in the place of another */
		if (row.length == 0 || other.length == 0)
			return size;
		return put(data, size, most, piece((const uint8_t *)row.at,
		    row.length, '\t', seed >> 19), piece((const uint8_t *)
		    other.at, other.length, '\t', seed >> 23));
	default:	/* one byte of a field, most likely of a number */
		if (row.length == 0)
			return size;
		row = piece((const uint8_t *)row.at, row.length, '\t',
		    2 + (seed >> 19 & 1));
		if (row.length > 0)
			data[(size_t)(row.at - (char *)data) + (seed >> 20) %
			    row.length] = (uint8_t)('0' + (seed >> 24) % 10);
		return size;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_document document;
	struct bytes stream = { 0 };
	const uint8_t *codes = size == 0 ? NULL : memchr(data, 0xff, size);
	size_t text = codes == NULL ? size : (size_t)(codes - data);

	if (size > 0 && data[0] == 0xfe) {
		append(&stream, data + 1, size - 1);
		check_filters(&stream, false);
	} else {
		fuzz_read(&document, data, text);
		make_stream(&document, data + text + (codes != NULL),
		    codes == NULL ? 0 : (size - text - 1) / 4, &stream);
		check_filters(&stream, true);
		fuzz_free(&document);
	}
	free(stream.at);
	return 0;
}
