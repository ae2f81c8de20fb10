/*
 * tag: words to parts of speech, shared by the engine and the trainer.
 */
#ifndef QUOTE_TAG_H
#define QUOTE_TAG_H

#include <stdint.h>

#include "../slice.h"

enum tag {
	TAG_OTHER, TAG_NOUN, TAG_NAME, TAG_ADJECTIVE, TAG_ADVERB,
	TAG_FINITE,	/* verb that is present or past, modal */
	TAG_BASE,	/* infinitive, imperative */
	TAG_ING, TAG_DONE,	/* participles */
	TAG_DETERMINER,	/* also possessives */
	TAG_PREPOSITION, TAG_SUBORDINATOR, TAG_CONJUNCTION, TAG_PRONOUN,
	TAG_WH, TAG_NUMBER,
	TAGS		/* 16: a power of two */
};

enum {
	TAG_FEATURES = 12,	/* of a word */
	TAG_ROWS = 1 << 16	/* of TAGS int8_t weights */
};

struct tag_word {
	struct slice text;
	uint32_t lower, suffix2, suffix3, form;
	unsigned char tag;
};

/* Reads texts of a sentence; fills the rest but for the tag. */
void tag_read(struct tag_word *words, size_t count);
/* Rows of the features of word i, whose forerunners have tags. */
void tag_features(const struct tag_word *words, size_t count, size_t i,
    uint32_t rows[TAG_FEATURES]);
/* Tags a sentence that has been read. */
void tag_words(struct tag_word *words, size_t count, const int8_t *weights);

#endif
