/*
 * short: a word of at most 16 bytes as two numbers, which hold all its bytes
 * and are compared and hashed without a loop or a call.
 */
#ifndef SHORT_H
#define SHORT_H

#include <stdint.h>

#include "slice.h"
#include "utf8.h"

#define SHORT_MOST 16

struct short_word {
	uint64_t first, last;
	size_t length;		/* 0: none */
};

/* The first bytes of a word, at most eight, as a number. */
static inline uint64_t
short_first(const char *at, size_t n)
{
	if (n >= 8)
		return utf8_little(at, 8);
	if (n >= 4)
		return utf8_little(at, 4) | utf8_little(at + n - 4, 4) <<
		    8 * (n - 4);
	return (uint64_t)(unsigned char)at[0] |
	    (uint64_t)(unsigned char)at[n / 2] << 8 * (n / 2) |
	    (uint64_t)(unsigned char)at[n - 1] << 8 * (n - 1);
}

/* None of a longer one. */
static inline struct short_word
short_of(struct slice s)
{
	struct short_word word = { 0, 0, 0 };

	if (s.length == 0 || s.length > SHORT_MOST)
		return word;
	word.first = short_first(s.at, s.length);
	if (s.length > 8)
		word.last = short_first(s.at + 8, s.length - 8);
	word.length = s.length;
	return word;
}

/* The same of so many bytes of a text, from start on.  Where what stands behind
 * them can be read too, it takes no branches, of which each word has others. */
static inline struct short_word
short_within(struct slice text, size_t start, size_t length)
{
	static const uint64_t masks[] = { 0, UINT64_MAX >> 56,
		UINT64_MAX >> 48, UINT64_MAX >> 40, UINT64_MAX >> 32,
		UINT64_MAX >> 24, UINT64_MAX >> 16, UINT64_MAX >> 8,
		UINT64_MAX
	};
	const char *at = text.at + start;
	size_t low = length < 8 ? length : 8, high = length - low;

	if (length > SHORT_MOST || text.length - start < SHORT_MOST)
		return short_of((struct slice){ at, length });
	return (struct short_word){ utf8_little(at, 8) & masks[low],
	    utf8_little(at + 8, 8) & masks[high], length };
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
