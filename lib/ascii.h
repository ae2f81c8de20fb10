/*
 * ascii: letters and digits of ASCII, whatever the locale, and a hash of words
 * however they are written.
 */
#ifndef ASCII_H
#define ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
is_lower(int c)
{
	return c >= 'a' && c <= 'z';
}

/* A capital as a small letter, any other byte as it is. */
static inline unsigned char
to_small(char c)
{
	return (unsigned char)(is_upper(c) ? c | 0x20 : c);
}

static inline bool
is_letter(int c)
{
	return is_upper(c) || is_lower(c);
}

/* The hash of a word: capitals as small letters, curly quotation marks and
 * apostrophes as straight ones.  The weights of models hang on it. */
static inline uint32_t
ascii_hash(const char *at, size_t length)
{
	uint32_t h = 2166136261u;
	size_t i;

	for (i = 0; i < length; i++) {
		unsigned c = (unsigned char)at[i];

		if (c == 0xe2 && i + 2 < length &&
		    (unsigned char)at[i + 1] == 0x80 &&
		    ((unsigned char)at[i + 2] & 0xfa) == 0x98) {
			c = (unsigned char)at[i + 2] < 0x9c ? '\'' : '"';
			i += 2;
		}
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		h = (h ^ c) * 16777619u;
	}
	return h;
}

#endif
