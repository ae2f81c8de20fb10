/*
 * spans: learns the weights of whole names (../span.h); part of the trainer.
 */
#ifndef TRAIN_SPANS_H
#define TRAIN_SPANS_H

#include <stdio.h>

#include "corpus.h"

/* Takes the names of a document that has been read which these weights of the
 * model of labels, learned without it, find with the right bounds. */
void spans_collect(const signed char *weights, const struct document *d);
/* Learns from all that were collected and writes the weights. */
void spans_learn(FILE *out);

#endif
