/*
 * dateline: where a report was written, in front of its first sentence
 * (dateline.c).
 */
#ifndef DATELINE_H
#define DATELINE_H

#include "names.h"

/* The word behind the dash of a dateline in words [first, last), or first. */
size_t dateline_end(const struct names *names, size_t first, size_t last);
/* Labels the place and the agency in front of the dash, word end. */
void dateline_label(struct names *names, size_t from, size_t sentence,
    size_t end);

#endif
