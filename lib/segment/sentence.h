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

/* Calls each for every such gap: the byte where its left chunk ends, the
 * slots of its features; each returns whether a sentence ends there. */
void sentence_gaps(struct slice text, bool (*each)(void *context,
    size_t end, const uint32_t *slots, size_t count), void *context);

#endif
