/*
 * tagger: words and their features, shared by the engine and the trainer.
 */
#ifndef TAGGER_H
#define TAGGER_H

#include <stdbool.h>

#include "../memory.h"
#include "../short.h"
#include "gazetteer.h"

enum {
	TAGGER_LABELS = 17,	/* O, then B I E S of PER ORG LOC MISC */
	TAGGER_STRIDE = 16,	/* int8_t weights a row: of all labels but O */
	TAGGER_ROWS = 1 << 18,
	TAGGER_UNIT = 40,	/* int8_t for a weight of 1 */
	TAGGER_FEATURES = 136,	/* at most, of a word; eights */
	TAGGER_OWN = 8,		/* features of the word by itself: the first */
	/* of scores, that make a probability e times as large */
	TAGGER_NAT = TAGGER_UNIT * 5 / 4
};

/* Of what the document shows of a word: it is also in lower case. */
enum { TAGGER_SEEN_LOWER = 1 };

enum tagger_case {
	TAGGER_LOWER, TAGGER_TITLE, TAGGER_UPPER, TAGGER_MIXED,
	TAGGER_DIGIT, TAGGER_PUNCT
};

struct tagger_word {
	struct slice text;
	uint64_t exact;		/* of the bytes */
	uint64_t name;		/* the same, but as if only its first letter
				   were a capital */
	uint32_t lower;		/* of ASCII letters folded */
	uint32_t shape, suffix2, suffix3, prefix3, suffix4;
	uint32_t kinds;		/* in the gazetteer, by itself */
	uint32_t class;		/* of a common word: person, group, act ... */
	uint32_t cluster;	/* 1 + that of the word in small letters, or 0 */
	uint32_t codes;		/* of what it stands beside (gazetteer.h), or 0 */
	uint32_t run, head;	/* words up to the ends of the capitalised run,
				   and of the run with of, and, for in it */
	uint32_t begins, inside;	/* kinds of names of several words */
	uint32_t memory;	/* what the document shows of this word */
	enum tagger_case form;
	uint32_t tables;	/* that may know it (tables.h) */
	bool leads;		/* a name of several words may begin with it */
	bool link;		/* a name may go on over it */
	bool careless;		/* in small letters, but perhaps a name */
	bool small;		/* its sentence has no capitals */
};

/* Short words met before, in whatever document, by a hash of their bytes, which
 * tell all that is kept of them; zeroed at first.  What is found does not
 * depend on it. */
enum { TAGGER_KNOWN = 4096 };

struct tagger_memory {
	struct tagger_known {
		struct short_word key;
		struct tagger_word word;	/* but for its text */
	} known[TAGGER_KNOWN];
};

struct tagger {
	const uint32_t *gazetteer;
	struct tagger_memory *memory;	/* or NULL */
};

/* One sentence: reads texts[i].text, fills the rest but for memory. */
void tagger_read(const struct tagger *tagger, struct tagger_word *words,
    size_t count);
/* A document: sentence s is words [ends[s - 1], ends[s]). */
void tagger_remember(struct tagger_word *words, const size_t *ends,
    size_t sentences, struct arena *arena);
/* Reads the sentences in capitals again as if they were not, with the words
 * that the document or the gazetteer knows as names in title case. */
void tagger_recase(const struct tagger *tagger, struct tagger_word *words,
    const size_t *ends, size_t sentences, struct arena *arena);
/* Rows of the features of word i of a sentence; returns how many. */
size_t tagger_features(const struct tagger_word *words, size_t count,
    size_t i, uint32_t *rows);
/* Whether label may follow previous (-1: begins; label -1: ends). */
int tagger_allowed(int previous, int label);

#endif
