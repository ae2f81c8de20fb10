/*
 * parts: names of a sentence in which several were read as one, or that hold
 * what is none (parts.c).
 */
#ifndef PARTS_H
#define PARTS_H

#include "names.h"

/* Of the names of a sentence, from this one on; before they are weighed. */
void parts_read(struct names *names, size_t from, size_t sentence);

#endif
