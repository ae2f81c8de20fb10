/*
 * short: a word of at most 16 bytes as two numbers, which hold all its bytes
 * and are compared and hashed without a loop or a call.
 */
#ifndef SHORT_H
#define SHORT_H

#include <stdint.h>

#include "slice.h"

#define SHORT_MOST 16

struct short_word {
	uint64_t first, last;
	size_t length;		/* 0: none */
};

/* None of a longer one. */
static inline struct short_word
short_of(struct slice s)
{
	struct short_word word = { 0, 0, s.length };
	uint32_t first, last;

	if (s.length == 0 || s.length > SHORT_MOST) {
		word.length = 0;
	} else if (s.length >= 8) {
		memcpy(&word.first, s.at, 8);
		memcpy(&word.last, s.at + s.length - 8, 8);
	} else if (s.length >= 4) {
		memcpy(&first, s.at, 4);
		memcpy(&last, s.at + s.length - 4, 4);
		word.first = first;
		word.last = last;
	} else {
		word.first = (uint64_t)(unsigned char)s.at[0] << 8 |
		    (unsigned char)s.at[s.length / 2];
		word.last = (unsigned char)s.at[s.length - 1];
	}
	return word;
}

static inline bool
short_equal(const struct short_word *a, const struct short_word *b)
{
	return a->first == b->first && a->last == b->last &&
	    a->length == b->length;
}

static inline uint32_t
short_hash(const struct short_word *word)
{
	const uint64_t odd = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = (word->first ^ word->length) * odd;

	hash = (hash ^ hash >> 32 ^ word->last) * odd;
	return (uint32_t)(hash >> 40);
}

#endif
