/*
 * known: short words and signs met before, in whatever document, by a hash of
 * their bytes, which tell all that is kept of them (atom.c).  Zeroed at first;
 * what is found does not depend on it.
 */
#ifndef NUMBER_KNOWN_H
#define NUMBER_KNOWN_H

#include "../short.h"

enum {
	NUMBER_KNOWN = 8192,
	NUMBER_PAIRS = 10		/* bits of their hash */
};

/* Small, for many are asked for one after another; what it tells of an atom is
 * in the order that it has there. */
struct number_known {
	uint64_t first, last;	/* of its short_word */
	uint32_t set;		/* where its classes begin */
	uint16_t row;		/* as of an atom, + 1; 0 none */
	uint8_t length;		/* 0: nothing known */
	bool capital, upper, joined, prefixed;
	uint16_t own;
	uint8_t traits;
};

struct number_sign {
	const uint64_t *set;	/* these as of an atom; NULL: not met yet */
	size_t row;
};

struct number_memory {
	struct number_known known[NUMBER_KNOWN];
	struct number_sign signs[128];		/* of ASCII */
	/* rows of two words that begin no phrase, + 1 of the second */
	uint32_t pairs[1 << NUMBER_PAIRS];
};

#endif
