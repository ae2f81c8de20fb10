/*
 * sentence: the gaps of a paragraph that the rules leave to the model, for
 * training it.
 *
 *	sentence_gaps(text, add_example, &set);
 *
 * Pure; allocates nothing.
 */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "gap.h"

/* Calls each for every such gap, with what the rules say of it; each returns
 * whether a sentence ends there. */
void sentence_gaps(struct slice text, bool (*each)(void *context,
    struct gap *gap, int verdict), void *context);

#endif
