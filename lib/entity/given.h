/*
 * given: names that a user gives, with type and kind; they go before what the
 * model finds.
 *
 *	struct given given;
 *
 *	given_init(&given, &arena);
 *	given_add(&given, slice_of("Ravel & Stone"), ENTITY_ORG,
 *	    slice_of("company"));
 *	entity_find(..., &given, ...);
 *
 * Ownership: names and kinds are copied into the arena.  Memory that runs out
 * ends as the arena says.
 */
#ifndef GIVEN_H
#define GIVEN_H

#include "names.h"

struct given_name;

struct given {
	struct arena *arena;
	struct given_name *all;
	size_t count, capacity;
	size_t longest;			/* in words */
	struct names_index index;	/* of names and their beginnings */
};

void given_init(struct given *given, struct arena *arena);
/* A later name goes before an earlier one.  Words with a capital match words
 * with a capital, so that headlines match; words without match either. */
void given_add(struct given *given, struct slice name,
    enum entity_label label, struct slice kind);
/* Puts the given names of a sentence among the names from this one on. */
void given_apply(const struct given *given, struct names *names, size_t from,
    size_t sentence);

#endif
