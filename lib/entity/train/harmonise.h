/*
 * harmonise: makes one guideline of many; part of the trainer.
 */
#ifndef TRAIN_HARMONISE_H
#define TRAIN_HARMONISE_H

#include "corpus.h"

/* Changes the labels of a document that has been read: names begin and end
 * with capitals and without "The", stop at brackets, places at commas, people
 * begin behind their titles; nationalities, languages, religions are MISC. */
void harmonise(struct document *document);

#endif
