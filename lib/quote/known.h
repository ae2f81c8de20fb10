/*
 * known: short words met before, in whatever document, by a hash of their
 * bytes, which tell all that is kept of them (atom.c).  Zeroed at first; what
 * is found does not depend on it.
 */
#ifndef QUOTE_KNOWN_H
#define QUOTE_KNOWN_H

#include "../short.h"
#include "tag.h"

enum { QUOTE_KNOWN = 4096 };

struct quote_known {
	struct short_word key;
	struct tag_word word;	/* read, but for its text */
	bool beliefs;		/* read with verbs of belief */
	unsigned classes, frame, inflection;	/* as of an atom */
	int percent;
	uint32_t phrase;	/* first row of its phrases + 1; or 0 */
};

struct quote_memory {
	struct quote_known known[QUOTE_KNOWN];
};

#endif
