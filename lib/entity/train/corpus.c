/*
 * corpus: reads training data (see corpus.h).
 *
 * The data come with the tokens of their makers: their hyphenated words are
 * cut here as lib/token cuts them, or names with hyphens would be learned as
 * no text shows them.
 */
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"

enum { SENTENCES = 20 };	/* of a document without marks */

void *
need(void *p)
{
	if (p == NULL) {
		fputs("train: out of memory\n", stderr);
		exit(1);
	}
	return p;
}

static void
add_word(struct document *d, const char *text, size_t length, int label,
    bool hidden)
{
	char *copy = need(malloc(length + 1));

	memcpy(copy, text, length);
	copy[length] = '\0';
	d->words = need(array_grow(d->words, &d->capacity, d->count + 1,
	    sizeof(*d->words)));
	d->labels = need(array_grow(d->labels, &d->label_capacity,
	    d->count + 1, sizeof(*d->labels)));
	d->hidden = need(array_grow(d->hidden, &d->hidden_capacity,
	    d->count + 1, sizeof(*d->hidden)));
	d->words[d->count].text.at = copy;
	d->words[d->count].text.length = length;
	d->labels[d->count] = (signed char)label;
	d->hidden[d->count++] = hidden;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c & 0x80) != 0;
}

/* Addresses, numbers and user names stay whole. */
static bool
can_split(const char *text, size_t length)
{
	size_t i;
	bool letters = false;

	for (i = 0; i < length; i++) {
		letters |= is_letter(text[i]);
		if (text[i] == '/' || text[i] == '@' || text[i] == '_' ||
		    text[i] == ':')
			return false;
	}
	return letters;
}

static bool
keeps_hyphen(const char *text, size_t length)
{
	static const char *const prefixes[] = { "e", "anti", "non", "pre",
	    "post", "co", "re", "mid", "pro", "ex", "multi", "semi", "cross",
	    "counter", "neo", "sub", "inter", "micro", "mini", "ultra" };
	size_t i, k;

	for (i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		for (k = 0; k < length && prefixes[i][k] != '\0' &&
		    (text[k] | 32) == prefixes[i][k]; k++)
			;
		if (k == length && prefixes[i][k] == '\0')
			return true;
	}
	return false;
}

void
document_add(struct document *d, const char *text, size_t length, int label,
    bool hidden)
{
	size_t i, first = 0;

	if (length == 2 && (memcmp(text, "``", 2) == 0 ||
	    memcmp(text, "''", 2) == 0)) {
		add_word(d, "\"", 1, label, hidden);
		return;
	}
	for (i = 1; i + 1 < length && can_split(text, length); i++) {
		bool begins = label > 0 && label % 2 == 1;

		if (text[i] != '-' || text[i - 1] == '-' ||
		    text[i + 1] == '-' || (first == 0 &&
		    keeps_hyphen(text, i)))
			continue;
		add_word(d, text + first, i - first, label, hidden);
		/* Of "Paris-based" only Paris is a name; people may be
		 * called Mei-hua. */
		if (begins && label > 1 && first == 0 && text[i + 1] >= 'a' &&
		    text[0] >= 'A' && text[0] <= 'Z')
			label = 0;
		else if (begins)
			label++;
		add_word(d, "-", 1, label, hidden);
		first = i + 1;
	}
	add_word(d, text + first, length - first, label, hidden);
}

void
document_end_sentence(struct document *d)
{
	if ((d->sentence_count == 0 ? 0 : d->ends[d->sentence_count - 1]) ==
	    d->count)
		return;
	d->ends = need(array_grow(d->ends, &d->end_capacity,
	    d->sentence_count + 1, sizeof(*d->ends)));
	d->ends[d->sentence_count++] = d->count;
}

void
document_free(struct document *d)
{
	size_t i;

	for (i = 0; i < d->count; i++)
		free((char *)d->words[i].text.at);
	free(d->words);
	free(d->labels);
	free(d->hidden);
	free(d->ends);
}

static void
no_memory(void)
{
	need(NULL);
}

void
document_read(struct document *d, const uint32_t *gazetteer)
{
	const struct tagger tagger = { gazetteer, NULL };
	struct arena arena;
	size_t s, i, first = 0;

	arena_init(&arena);
	arena.exhausted = no_memory;
	for (s = 0; s < d->sentence_count; first = d->ends[s++])
		tagger_read(&tagger, d->words + first, d->ends[s] - first);
	for (i = 0; i < d->count; i++)
		if (d->hidden[i])
			d->words[i].kinds = d->words[i].begins =
			    d->words[i].inside = d->words[i].cluster =
			    d->words[i].codes = 0;
	tagger_remember(d->words, d->ends, d->sentence_count, &arena);
	arena_free(&arena);
}

static int
read_label(const char *label)
{
	static const char *const types[] = { "PER", "ORG", "LOC", "MISC" };
	int k;

	for (k = 0; k < 4; k++)
		if (strlen(label) > 2 && strcmp(label + 2, types[k]) == 0)
			return 1 + 2 * k + (label[0] == 'I');
	return 0;
}

static void
finish(struct corpus *corpus, struct document *d)
{
	struct document empty = { .weight = d->weight, .set = d->set };

	document_end_sentence(d);
	if (d->count == 0)
		return;
	corpus->documents = need(array_grow(corpus->documents,
	    &corpus->capacity, corpus->count + 1, sizeof(*d)));
	corpus->documents[corpus->count++] = *d;
	*d = empty;
}

void
corpus_read(struct corpus *corpus, const char *file, float weight, int set)
{
	struct document d = { .weight = weight, .set = set };
	char line[4096], *label;
	FILE *f = fopen(file, "r");
	bool marked = false;

	if (f == NULL) {
		perror(file);
		exit(1);
	}
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		label = strchr(line, '\t');
		if (label == NULL || label == line) {
			document_end_sentence(&d);
			if (!marked && d.sentence_count >= SENTENCES)
				finish(corpus, &d);
			continue;
		}
		*label++ = '\0';
		if (strcmp(line, "-DOCSTART-") == 0) {
			marked = true;
			finish(corpus, &d);
		} else
			document_add(&d, line, strlen(line),
			    read_label(label), false);
	}
	finish(corpus, &d);
	fclose(f);
}
