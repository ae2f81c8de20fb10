/*
 * utf8: eight bytes at a time while they are ASCII, ICU's macros elsewhere.
 * Code points are counted as the bytes that are not 10xxxxxx.
 */
#include <string.h>
#include <unicode/utf8.h>

#include "utf8.h"

#define HIGH UINT64_C(0x8080808080808080)
#define ONES UINT64_C(0x0101010101010101)
#define PAIRS UINT64_C(0x00ff00ff00ff00ff)
#define STRIDE 16		/* bytes between two marks of a map */
#define REPLACEMENT "\xef\xbf\xbd"

static uint64_t
eight(const char *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof word);
	return word;
}

/* How many of eight bytes continue a code point: bit 7 is set and bit 6 is
 * clear. */
static size_t
continuations(uint64_t word)
{
	return (size_t)(((word >> 7) & ~(word >> 6) & ONES) * ONES >> 56);
}

/* How many of the first bytes are ASCII. */
static size_t
ascii_prefix(const char *at, size_t length)
{
	size_t i = 0;

	while (i + 32 <= length && ((eight(at + i) | eight(at + i + 8) |
	    eight(at + i + 16) | eight(at + i + 24)) & HIGH) == 0)
		i += 32;
	while (i + 8 <= length && (eight(at + i) & HIGH) == 0)
		i += 8;
	while (i < length && (at[i] & 0x80) == 0)
		i++;
	return i;
}

bool
utf8_ascii(struct slice text)
{
	return ascii_prefix(text.at, text.length) == text.length;
}

/* Decodes one code point at i < length, negative when ill-formed; i moves
 * behind it or behind the maximal subpart. */
static int32_t
decode(const char *at, size_t *i, size_t length)
{
	/* U8_NEXT reads int32_t offsets: give it a window of 4 bytes. */
	const uint8_t *s = (const uint8_t *)at + *i;
	int32_t k = 0, n = length - *i < 4 ? (int32_t)(length - *i) : 4;
	UChar32 c;

	U8_NEXT(s, k, n, c);
	*i += (size_t)k;
	return c;
}

bool
utf8_valid(struct slice text)
{
	size_t i = 0;

	for (;;) {
		i += ascii_prefix(text.at + i, text.length - i);
		if (i == text.length)
			return true;
		if (decode(text.at, &i, text.length) < 0)
			return false;
	}
}

size_t
utf8_count(struct slice text)
{
	size_t i = 0, points = 0;

	while (i + 8 <= text.length) {
		/* 8 counts of continuation bytes, one in each byte */
		size_t stop = text.length - i > 255 * 8 ? i + 255 * 8 :
		    text.length;
		uint64_t counts = 0;

		points += (stop - i) / 8 * 8;
		for (; i + 8 <= stop; i += 8) {
			uint64_t word = eight(text.at + i);

			/* bit 7 is set and bit 6 is clear */
			counts += (word >> 7) & ~(word >> 6) & ONES;
		}
		counts = (counts & PAIRS) + ((counts >> 8) & PAIRS);
		points -= (size_t)((counts * UINT64_C(0x1000100010001)) >> 48);
	}
	for (; i < text.length; i++)
		points += (text.at[i] & 0xc0) != 0x80;
	return points;
}

int32_t
utf8_decode(struct slice text, size_t *at)
{
	int32_t point = decode(text.at, at, text.length);

	return point < 0 ? 0xfffd : point;
}

int32_t
utf8_decode_previous(struct slice text, size_t *at)
{
	size_t i = *at - 1, back = *at < 4 ? 0 : *at - 4;

	while (i > back && (text.at[i] & 0xc0) == 0x80)
		i--;
	*at = i;
	return utf8_decode(text, &i);
}

size_t
utf8_forward(struct slice text, size_t at, size_t points)
{
	/* of ASCII eight bytes are as many code points */
	while (points > 0 && at + 8 <= text.length &&
	    (eight(text.at + at) & HIGH) == 0) {
		if (points <= 8)
			return at + points;
		at += 8;
		points -= 8;
	}
	while (at < text.length) {
		if ((text.at[at] & 0xc0) != 0x80 && points-- == 0)
			break;
		at++;
	}
	return at;
}

size_t
utf8_write(int32_t point, char *out)
{
	uint8_t *bytes = (uint8_t *)out;
	size_t n = 0;

	U8_APPEND_UNSAFE(bytes, n, (uint32_t)point);
	return n;
}

/* Whether the bytes from i are a proper beginning cut off by the end: they
 * are if continuation bytes can make them well-formed. */
static bool
cut_off(const char *at, size_t i, size_t length)
{
	unsigned char lead = (unsigned char)at[i];
	size_t left = length - i, j = 0;
	size_t n = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	char whole[4] = { '\x80', '\x80', '\x80', '\x80' };

	if (left >= n)
		return false;
	memcpy(whole, at + i, left);
	if (left == 1 && lead == 0xe0)
		whole[1] = '\xa0';
	if (left == 1 && lead == 0xf0)
		whole[1] = '\x90';
	return decode(whole, &j, n) >= 0 && j == n;
}

/* Where the first NUL or ill-formed sequence from i begins. */
static size_t
good_prefix(const char *in, size_t i, size_t length)
{
	while (i < length) {
		unsigned char lead;
		size_t next;

		/* all ASCII and none of them NUL */
		while (i + 8 <= length && ((eight(in + i) |
		    (eight(in + i) - ONES)) & HIGH) == 0)
			i += 8;
		if (i == length)
			break;
		lead = (unsigned char)in[i];
		if (lead == 0)
			break;
		if (lead < 0x80) {
			i++;
		} else if (lead >= 0xc2 && lead < 0xe0 && i + 1 < length &&
		    (in[i + 1] & 0xc0) == 0x80) {
			i += 2;
		} else {
			next = i;
			if (decode(in, &next, length) < 0)
				break;
			i = next;
		}
	}
	return i;
}

size_t
utf8_repair(const char *in, size_t length, int final, char *out,
    size_t *taken, size_t *bad)
{
	size_t i = 0, n = 0;

	while (i < length) {
		size_t good = good_prefix(in, i, length);

		memcpy(out + n, in + i, good - i);
		n += good - i;
		i = good;
		if (i == length)
			break;
		if (in[i] == '\0')
			i++;
		else if (!final && cut_off(in, i, length))
			break;
		else
			decode(in, &i, length);
		memcpy(out + n, REPLACEMENT, 3);
		n += 3;
		++*bad;
	}
	*taken = i;
	return n;
}

void
utf8_map_init(struct utf8_map *map, struct slice text, struct arena *arena)
{
	size_t k, points = 0, n = text.length / STRIDE + 1;

	map->text = text;
	map->ascii = utf8_ascii(text);
	map->marks = NULL;
	if (map->ascii)
		return;
	map->marks = arena_alloc(arena, n, sizeof *map->marks);
	for (k = 0; k + 1 < n; k++) {
		map->marks[k] = (uint32_t)points;
		points += STRIDE - continuations(eight(text.at + k * STRIDE)) -
		    continuations(eight(text.at + k * STRIDE + 8));
	}
	map->marks[k] = (uint32_t)points;
}

size_t
utf8_map_point(const struct utf8_map *map, size_t byte)
{
	struct slice part;

	if (map->ascii)
		return byte;
	part.at = map->text.at + byte / STRIDE * STRIDE;
	part.length = byte % STRIDE;
	return map->marks[byte / STRIDE] + utf8_count(part);
}

size_t
utf8_map_byte(const struct utf8_map *map, size_t point)
{
	size_t low = 0, high = map->text.length / STRIDE + 1;

	if (map->ascii)
		return point < map->text.length ? point : map->text.length;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (map->marks[middle] <= point)
			low = middle;
		else
			high = middle;
	}
	return utf8_forward(map->text, low * STRIDE,
	    point - map->marks[low]);
}
