/*
 * quote: direct, indirect and mixed quotations of a document, with cue,
 * speaker and the speaker's name.
 *
 *	struct quote *quotes;
 *	size_t n;
 *	if (quote_find(passages, passage_count, names, name_count,
 *	    &quotes, &n, &arena) != 0)
 *		out of memory
 *
 * Pure; results lie in the caller's arena, by passage, then by start.
 */
#ifndef QUOTE_H
#define QUOTE_H

#include "../passage.h"

/* A name of the document, from entity rows; sorted by passage and start.
 * Without them speakers are found all the same, by capital letters. */
struct quote_name {
	size_t passage;		/* index into passages */
	size_t start, end;	/* bytes of its text, end exclusive */
	struct slice label;	/* PER ORG LOC MISC or another tagger's */
	struct slice value;	/* canonical name */
};

enum quote_label { QUOTE_DIRECT, QUOTE_INDIRECT, QUOTE_MIXED };

struct quote_place {
	size_t passage;
	size_t start, end;	/* start == end: none */
};

struct quote {
	size_t passage;
	size_t start, end;
	enum quote_label label;
	struct quote_place speaker;	/* the mention */
	struct quote_place cue;
	struct slice value;		/* name of the speaker; empty: none */
	bool continued;			/* part=cont */
};

int quote_find(const struct passage *passages, size_t passage_count,
    const struct quote_name *names, size_t name_count,
    struct quote **quotes, size_t *count, struct arena *arena);
const char *quote_label_name(enum quote_label label);

#endif
