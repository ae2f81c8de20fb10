/*
 * letters: where letters of ASCII end, and other bytes, sixteen at a time.
 */
#ifndef LETTERS_H
#define LETTERS_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "ascii.h"
#include "slice.h"

/* Where the bytes that are small letters once the bits of fold are set (0x20:
 * letters, 0: small letters) end, from i on. */
static inline size_t
folded_letters_end(struct slice text, size_t i, unsigned char fold)
{
#ifdef __SSE2__
	for (; i + 16 <= text.length; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(text.at + i));
		/* a to z become the lowest of signed numbers */
		__m128i small = _mm_or_si128(bytes, _mm_set1_epi8((char)fold));
		__m128i low = _mm_sub_epi8(small,
		    _mm_set1_epi8((char)('a' + 128)));
		unsigned others = (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(
		    low, _mm_set1_epi8(-128 + 25)));

		if (others != 0)
			return i + (size_t)__builtin_ctz(others);
	}
#endif
	while (i < text.length &&
	    is_lower((unsigned char)text.at[i] | fold))
		i++;
	return i;
}

/* How many of sixteen bytes are letters once the bits of fold are set up to the
 * first that is none, the first byte with them if it is known to be one. */
static inline unsigned
folded_letters(const char *at, unsigned char fold, bool letter)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const void *)at);
	__m128i low = _mm_sub_epi8(_mm_or_si128(bytes,
	    _mm_set1_epi8((char)fold)), _mm_set1_epi8((char)('a' + 128)));
	unsigned others = (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(low,
	    _mm_set1_epi8(-128 + 25))) & ~(unsigned)letter;

	return others == 0 ? 16 : (unsigned)__builtin_ctz(others);
#else
	unsigned n = letter;

	while (n < 16 && is_lower((unsigned char)at[n] | fold))
		n++;
	return n;
#endif
}

/* How many of sixteen bytes are letters, and how many small ones, perhaps
 * behind a first one that is known to be a letter. */
static inline unsigned
letters_of(const char *at)
{
	return folded_letters(at, 0x20, false);
}

static inline unsigned
small_letters_of(const char *at, bool letter)
{
	return folded_letters(at, 0, letter);
}

/* Where bytes that are ASCII and above the space end, from i on. */
static inline size_t
visible_end(struct slice text, size_t i)
{
#ifdef __SSE2__
	for (; i + 16 <= text.length; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(text.at + i));
		/* those beyond ASCII are negative */
		unsigned others = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(
		    bytes, _mm_set1_epi8(' ' + 1)));

		if (others != 0)
			return i + (size_t)__builtin_ctz(others);
	}
#endif
	while (i < text.length && (unsigned char)text.at[i] > ' ' &&
	    (unsigned char)text.at[i] < 0x80)
		i++;
	return i;
}

static inline size_t
small_letters_end(struct slice text, size_t i)
{
	return folded_letters_end(text, i, 0);
}

static inline size_t
letters_end(struct slice text, size_t i)
{
	return folded_letters_end(text, i, 0x20);
}

#endif
