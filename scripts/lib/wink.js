// wink FILE [ner]: sentences and tokens of wink-nlp, with ner its names too, for
// scripts/benchmark. NODE_PATH is where npm put wink-nlp and its model.
const fs = require('fs');
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');
const names = process.argv[3] === 'ner';
const nlp = winkNLP(model, names ? ['sbd', 'ner'] : ['sbd']);
let count = 0;
// as the filters do, a document at a time: one of 20 MB it cannot hold
for (const text of fs.readFileSync(process.argv[2], 'utf8').split(/\n{3,}/)) {
	const doc = nlp.readDoc(text);
	count += doc.sentences().length() + doc.tokens().length();
	if (names)
		count += doc.entities().length();
}
console.log(count);
