/*
 * quote: direct, indirect and mixed quotations of a document, with cue,
 * speaker and the speaker's name.
 *
 *	struct quote *quotes;
 *	size_t n;
 *	if (quote_find(&options, passages, passage_count, names, name_count,
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
	struct slice kind;	/* company, city ... ; empty: unknown */
};

enum quote_label {
	QUOTE_DIRECT, QUOTE_INDIRECT, QUOTE_MIXED,
	QUOTE_TERM		/* marks that nobody said, when asked for */
};

/* What found a quotation. */
enum quote_rule {
	QUOTE_LEFT,		/* it was so, Lin said */
	QUOTE_INVERTED,		/* it was so, said Lin */
	QUOTE_RIGHT,		/* Lin said it was so */
	QUOTE_PASSIVE,		/* it was said that it was so */
	QUOTE_ACCORDING,	/* it was so, according to Lin */
	QUOTE_AS,		/* as Lin said, it was so */
	QUOTE_RELATIVE,		/* which Lin said was so */
	QUOTE_RESUMED,		/* a further piece: it, Lin said, was so */
	QUOTE_FLOATING,		/* marks behind another quotation */
	QUOTE_CONTINUED,	/* goes on from the paragraph before */
	QUOTE_COLON,		/* Lin was blunt: "it was so" */
	QUOTE_VERB,		/* marks with a verb that no table has */
	QUOTE_SIGNED,		/* "it was so" - Lin */
	QUOTE_HEADLINE,		/* it was so: Lin */
	QUOTE_NOUN,		/* Lin's claim that it was so */
	QUOTE_RULES
};

struct quote_options {
	bool beliefs;		/* also what somebody thinks or wants */
	bool terms;		/* also marks that nobody said */
	struct quote_memory *memory;	/* known.h, or NULL */
};

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
	bool weak;			/* the cue often isn't one */
	enum quote_rule rule;
	unsigned percent;		/* how often such a one is right */
	size_t group;			/* of pieces of one: their first's
					 * index + 1; 0: no pieces */
};

int quote_find(const struct quote_options *options,
    const struct passage *passages, size_t passage_count,
    const struct quote_name *names, size_t name_count,
    struct quote **quotes, size_t *count, struct arena *arena);
const char *quote_rule_name(enum quote_rule rule);
const char *quote_label_name(enum quote_label label);

#endif
