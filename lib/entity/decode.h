/*
 * decode: the labels of a sentence by the model: the best path through the
 * weights of its words and the transitions between labels.
 *
 *	decoder_init(&decoder, weights);
 *	decoder_room(&decoder, longest, arena);
 *	decode(&decoder, words, count, 0, labels);
 */
#ifndef DECODE_H
#define DECODE_H

#include "tagger.h"

enum { DECODER_NONE = (TAGGER_LABELS - 1) / 4 };

struct decoder {
	const signed char *weights;	/* TAGGER_ROWS, and the transitions */
	/* from the label of the row, the last one is the beginning */
	int transitions[TAGGER_LABELS + 1][TAGGER_LABELS];
	int lead[TAGGER_LABELS];	/* how much better than O a label that
					   ends a name can be before another */
	int16_t (*scores)[TAGGER_STRIDE];	/* of the sentence at hand */
	signed char (*back)[TAGGER_LABELS];
};

void decoder_init(struct decoder *decoder, const signed char *weights);
/* For sentences of at most so many words. */
void decoder_room(struct decoder *decoder, size_t longest,
    struct arena *arena);
/* Labels words, which stand in their sentence behind so many others; their
 * scores stay at these places. */
void decode(struct decoder *decoder, const struct tagger_word *words,
    size_t count, size_t behind, signed char *labels);
/* Score of words [first, last) of the sentence at hand read as one name of a
 * type, or as none (DECODER_NONE), between words that are none. */
int decoder_span(const struct decoder *decoder, size_t first, size_t last,
    int type);

/* What the weights say of a word of the sentence at hand. */
static inline int
decoder_score(const struct decoder *decoder, size_t word, int label)
{
	return label == 0 ? 0 : decoder->scores[word][label - 1];
}

#endif
