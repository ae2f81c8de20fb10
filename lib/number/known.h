/*
 * known: short words and signs met before, in whatever document, by a hash of
 * their bytes, which tell all that is kept of them (atom.c).  Zeroed at first;
 * what is found does not depend on it.
 */
#ifndef NUMBER_KNOWN_H
#define NUMBER_KNOWN_H

#include "../short.h"

enum { NUMBER_KNOWN = 4096 };

/* Small, for many are asked for one after another. */
struct number_known {
	uint64_t first, last;	/* of its short_word */
	uint32_t row;		/* as of an atom, + 1; 0 none */
	uint16_t set;		/* number of its set of classes */
	uint8_t length;		/* 0: nothing known */
	bool upper : 1, capital : 1, joined : 1, prefixed : 1;
};

struct number_sign {
	const uint64_t *set;	/* these as of an atom; NULL: not met yet */
	size_t row;
};

struct number_memory {
	struct number_known known[NUMBER_KNOWN];
	struct number_sign signs[128];		/* of ASCII */
};

#endif
