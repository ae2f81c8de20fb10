/*
 * entity: people, organisations, places and other names of a document.
 *
 *	struct entity *entities;
 *	size_t n;
 *	if (entity_find(passages, passage_count, NULL, NULL, &entities, &n,
 *	    &arena) != 0)
 *		out of memory
 *
 * Reads the passages of one document (or one window of it), tags tokens with a
 * linear sequence model (averaged structured perceptron: Collins 2002; BIOES,
 * Viterbi) and resolves every mention to the fullest form of its name.
 * Pure; results lie in the caller's arena, by passage, then by start.
 */
#ifndef ENTITY_H
#define ENTITY_H

#include "../passage.h"

enum entity_label { ENTITY_PER, ENTITY_ORG, ENTITY_LOC, ENTITY_MISC };

struct entity {
	size_t passage;		/* index into passages */
	size_t start, end;	/* bytes of its text, end exclusive */
	enum entity_label label;
	struct slice value;	/* canonical name */
	struct slice kind;	/* city, company, ...; empty: not known */
	struct slice iso;	/* ISO 3166-1 alpha-2 of a country; or empty */
	int confidence;		/* per cent, 0 to 100: how many like it are right */
};

struct given;
struct tagger_memory;

/* given: the user's names (given.h), or NULL; memory: what is known of words
 * from one document to the next (tagger.h), or NULL. */
int entity_find(const struct passage *passages, size_t passage_count,
    const struct given *given, struct tagger_memory *memory,
    struct entity **entities, size_t *count, struct arena *arena);
const char *entity_label_name(enum entity_label label);

#endif
