/*
 * Repairing does not depend on where the input is divided, what comes out is
 * well-formed, and the fast ways to count and to map agree with the plain one.
 */
#include <string.h>

#include "fuzz.h"

static size_t
repair_in_pieces(const char *in, size_t length, size_t step, char *out,
    size_t *bad)
{
	char piece[64];
	size_t held = 0, n = 0, at = 0;

	for (;;) {
		size_t taken, add = length - at < step ? length - at : step;

		memcpy(piece + held, in + at, add);
		at += add;
		held += add;
		n += utf8_repair(piece, held, at == length, out + n, &taken,
		    bad);
		memmove(piece, piece + taken, held - taken);
		held -= taken;
		check(held < 4, "no more than an incomplete sequence is held");
		if (at == length)
			return n;
	}
}

static void
check_counts(struct slice text)
{
	struct arena arena;
	struct utf8_map map;
	size_t at = 0, points = 0, before, ascii = 0;

	arena_init(&arena);
	utf8_map_init(&map, text, &arena);
	while (at < text.length) {
		char out[4];
		int32_t c;

		check(utf8_map_point(&map, at) == points, "point of a byte");
		check(utf8_map_byte(&map, points) == at, "byte of a point");
		before = at;
		c = utf8_next(text, &at);
		ascii += c < 0x80;
		check(c > 0 && c <= 0x10ffff, "a code point");
		check(utf8_write(c, out) == at - before &&
		    memcmp(out, text.at + before, at - before) == 0,
		    "writing what was read");
		points++;
		{
			size_t back = at;

			check(utf8_previous(text, &back) == c &&
			    back == before, "backwards as forwards");
		}
	}
	check(utf8_count(text) == points, "number of code points");
	check(utf8_map_byte(&map, points) == text.length &&
	    utf8_map_byte(&map, points + 9) == text.length, "the end");
	check(utf8_ascii(text) == (ascii == points &&
	    points == text.length), "ASCII");
	arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *in = (const char *)data;
	struct slice given = { in, size }, text;
	size_t n, m, taken, bad = 0, bad_pieces, step;
	char *out = malloc(3 * size + 1), *pieces = malloc(3 * size + 1);

	check(out != NULL && pieces != NULL, "memory");
	n = utf8_repair(in, size, 1, out, &taken, &bad);
	text.at = out;
	text.length = n;
	check(taken == size, "all is taken at the end");
	check(utf8_valid(text) && memchr(out, '\0', n) == NULL, "well-formed");
	check((bad == 0) == (utf8_valid(given) && (size == 0 ||
	    memchr(in, '\0', size) == NULL)), "nothing bad, nothing changed");
	for (step = 1; step <= 9 && size < 4096; step++) {
		bad_pieces = 0;
		m = repair_in_pieces(in, size, step, pieces, &bad_pieces);
		check(m == n && memcmp(out, pieces, n) == 0 &&
		    bad == bad_pieces, "pieces as the whole");
	}
	check_counts(text);
	free(out);
	free(pieces);
	return 0;
}
