/*
 * utf8: decode, validate, count; the only user of ICU's U8_ macros.
 * Offsets inside the library are bytes; code points only at the edge.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdint.h>

#include "memory.h"
#include "slice.h"

/* Whether all bytes are well-formed UTF-8 (Unicode 15, table 3-7). */
bool utf8_valid(struct slice text);
bool utf8_ascii(struct slice text);
/* Number of code points of well-formed text. */
size_t utf8_count(struct slice text);
/* The code point at *at, which moves behind it; at < length.  The text is
 * well-formed. */
int32_t utf8_decode(struct slice text, size_t *at);

static inline int32_t
utf8_next(struct slice text, size_t *at)
{
	unsigned char c = (unsigned char)text.at[*at];

	return c < 0x80 ? (++*at, c) : utf8_decode(text, at);
}

/* The code point that ends at *at, which moves before it; *at > 0. */
int32_t utf8_decode_previous(struct slice text, size_t *at);

static inline int32_t
utf8_previous(struct slice text, size_t *at)
{
	unsigned char c = (unsigned char)text.at[*at - 1];

	return c < 0x80 ? (--*at, c) : utf8_decode_previous(text, at);
}

/* The byte where the code point begins that is so many behind the one at byte
 * at; the length when there are fewer. */
size_t utf8_forward(struct slice text, size_t at, size_t points);
/* Writes a code point to out (room for 4 bytes) and returns its length. */
size_t utf8_write(int32_t point, char *out);
/* Copies length bytes of in to out (room for 3 * length), with U+FFFD for
 * every ill-formed sequence (maximal subpart, Unicode 15 section 3.9) and
 * every NUL; adds their number to *bad; returns the bytes written.  When
 * final is 0, an incomplete sequence at the end is left, and *taken tells how
 * many bytes were read. */
size_t utf8_repair(const char *in, size_t length, int final, char *out,
    size_t *taken, size_t *bad);

/* Bytes as a number of which the first is the lowest, on any machine. */
static inline uint64_t
utf8_little(const char *at, size_t n)
{
	uint64_t all = 0;

#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	memcpy(&all, at, n);
#else
	size_t i;

	for (i = n; i-- > 0;)
		all = all << 8 | (unsigned char)at[i];
#endif
	return all;
}

/* At most eight bytes as a number; each of them counts, some twice. */
static inline uint64_t
utf8_eight(const char *at, size_t n)
{
	if (n >= 8)
		return utf8_little(at, 8);
	if (n >= 4)
		return utf8_little(at, 4) | utf8_little(at + n - 4, 4) << 32;
	/* clang-tidy thinks that a key may be longer here than it was when its
	 * bytes were copied.  NOLINTNEXTLINE(*UndefinedBinaryOperatorResult) */
	return n == 0 ? 0 : (uint64_t)(unsigned char)at[0] |
	    (uint64_t)(unsigned char)at[n / 2] << 8 |
	    (uint64_t)(unsigned char)at[n - 1] << 16;
}

/* Bit 7 of those bytes that are, but for it, capitals of ASCII. */
static inline uint64_t
utf8_capitals(uint64_t eight)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t low = eight & ones * 0x7f;

	/* from A on, and not beyond Z */
	return (low + ones * (0x80 - 'A')) & ~(low + ones * (0x80 - 'Z' - 1)) &
	    ones * 0x80;
}

/* Bytes to code points and back within one text. */
struct utf8_map {
	struct slice text;
	bool ascii;		/* the identity */
	uint32_t *marks;	/* code points before every 16th byte */
};

void utf8_map_init(struct utf8_map *map, struct slice text,
    struct arena *arena);
/* Code points before this byte, which begins a code point or is the end. */
size_t utf8_map_point(const struct utf8_map *map, size_t byte);
/* The byte where this code point begins; length for points past the end. */
size_t utf8_map_byte(const struct utf8_map *map, size_t point);

#endif
