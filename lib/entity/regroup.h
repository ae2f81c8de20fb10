/*
 * regroup: names of a sentence in which several were read as one, or that hold
 * what is none (regroup.c).
 */
#ifndef REGROUP_H
#define REGROUP_H

#include "names.h"

/* Of the names of a sentence, from this one on; before they are weighed. */
void names_regroup(struct names *names, size_t from, size_t sentence);

#endif
