/*
 * abbreviation: what the lexicon of abbreviations says about a period.
 *
 * Offsets are bytes of text.  Pure, allocates nothing, looks at a bounded
 * number of bytes around the place.
 */
#ifndef ABBREVIATION_H
#define ABBREVIATION_H

#include "../slice.h"

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,	/* before a name: Mr. Gen. St. */
	ABBREVIATION_COMPANY,	/* after a name: Inc. Jr. Ph.D. */
	ABBREVIATION_MONTH,	/* and days: Sept. Tues. */
	ABBREVIATION_PLACE,	/* U.S. Calif. Ave. */
	ABBREVIATION_UNIT,	/* a.m. ft. hrs. */
	ABBREVIATION_NUMBER,	/* before a number: No. p. Fig. */
	ABBREVIATION_NEVER,	/* never ends a sentence: e.g. vs. */
	ABBREVIATION_ENDS,	/* ends one before a capital: etc. */
	ABBREVIATION_INITIAL	/* J. K. */
};

/* The kind of this name, ABBREVIATION_NONE if there is none. */
enum abbreviation abbreviation_kind_named(struct slice name);
/* The kind of the word [start, end) that has a period at end. */
enum abbreviation abbreviation_kind(struct slice text, size_t start,
    size_t end);
/* Whether the period at end belongs to the word: it is an abbreviation here
 * and not the last word of a sentence. */
bool abbreviation_period(struct slice text, size_t start, size_t end);
/* Whether the period at i, between letters, belongs to the word that began at
 * start (U.S, e.g, Ph.D); piece is where the letters before it begin, limit
 * where the chunk ends. */
bool abbreviation_inner(struct slice text, size_t start, size_t piece,
    size_t i, size_t limit);

#endif
