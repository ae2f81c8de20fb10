/*
 * crf: a linear-chain conditional random field over the labels of tagger.h,
 * learned by stochastic gradients whose steps AdaGrad sets; part of the
 * trainer.  The weights of label 0 are 0 but for the transitions.
 */
#ifndef TRAIN_CRF_H
#define TRAIN_CRF_H

#include "corpus.h"

enum { CRF_LONGEST = 4096 };	/* words of a sentence; longer are not read */

struct example {
	uint32_t *rows;		/* all words' features */
	size_t *ends;		/* of the rows of each word */
	signed char *labels;
	size_t count;
	float weight;
	int set;
	int fold;		/* of its document */
	bool varied;		/* with other names */
};

struct model {
	float weights[TAGGER_ROWS][TAGGER_STRIDE];
	float transitions[TAGGER_LABELS + 1][TAGGER_LABELS];
};

void crf_start(struct model *model);
/* One step towards the labels of the example. */
void crf_learn(struct model *model, const struct example *example);
/* The most likely labels. */
void crf_label(const struct model *model, const struct example *example,
    signed char *labels);
/* e to the x, x <= 40, the same on all machines. */
float crf_power(float x);

#endif
