/*
 * span: what tells the type of a whole name, as hashed features: the second
 * model, beside that of labels.  Shared by the engine and the trainer.
 */
#ifndef SPAN_H
#define SPAN_H

#include "tagger.h"

enum {
	SPAN_TYPES = 4,
	SPAN_ROWS = 1 << 18,	/* of SPAN_TYPES int8_t weights */
	SPAN_UNIT = 64,		/* int8_t for a nat */
	SPAN_FEATURES = 80	/* at most, of a name */
};

/* A name beside this one in its sentence. */
struct span_fellow {
	int type;		/* -1: there is none */
	size_t between;		/* words */
};

struct span {
	const struct tagger_word *words;	/* of the sentence */
	size_t count;
	size_t first, last;
	/* of each type by the model of labels, in sixteenths of a nat */
	int support[SPAN_TYPES];
	struct span_fellow before, behind;
};

/* Rows of the features; returns how many. */
size_t span_features(const struct span *span, uint32_t *rows);
/* Adds what they say of each type, in sixteenths of a nat. */
void span_read(const struct span *span, const signed char *weights,
    int sum[SPAN_TYPES]);

#endif
