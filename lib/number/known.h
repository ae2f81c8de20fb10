/*
 * known: short words and signs met before, in whatever document, by a hash of their
 * bytes, which tell all that is kept of them (atom.c).  Zeroed at first; what
 * is found does not depend on it.
 */
#ifndef NUMBER_KNOWN_H
#define NUMBER_KNOWN_H

#include "../short.h"

enum { NUMBER_KNOWN = 4096 };

struct number_known {
	struct short_word key;
	const uint64_t *set;	/* these as of an atom */
	size_t row;
	bool upper, capital, joined, prefixed;
	char norm[SHORT_MOST];
};

struct number_sign {
	const uint64_t *set;	/* as above; NULL: not met yet */
	size_t row;
};

struct number_memory {
	struct number_known known[NUMBER_KNOWN];
	struct number_sign signs[128];		/* of ASCII */
};

#endif
