/*
 * augment: documents with other names in the place of their own, so that
 * what stands around names is learned, and not the names; part of the
 * trainer.
 */
#ifndef TRAIN_AUGMENT_H
#define TRAIN_AUGMENT_H

#include "corpus.h"

/* Adds the names of a table (name, type) to those that are put in. */
void augment_names(const char *file);
/* Counts the words that are written small somewhere: no names. */
void augment_count(const struct corpus *corpus);
/* A new document after one that has been read. */
void augment(const struct document *from, struct document *to);

#endif
