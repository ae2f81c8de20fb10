/*
 * normal: the normal form of a token.  Tokens of ASCII, which are most, are
 * folded without ICU.
 *
 * Lexicon: clitics.
 */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "segment.h"

extern const struct lexicon lexicon_clitics;

/* A short neighbour, folded, with a straight apostrophe; else empty. */
static struct slice
fold_neighbour(struct slice s, char room[16])
{
	size_t i, n = 0;

	for (i = 0; i < s.length && n < 15; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c == 0xe2 && i + 2 < s.length &&
		    memcmp(s.at + i, "\xe2\x80\x99", 3) == 0) {
			room[n++] = '\'';
			i += 2;
		} else {
			room[n++] = (char)(is_upper(c) ? c | 0x20 : c);
		}
	}
	return (struct slice){ room, n };
}

/* The full form of the clitic in row between its neighbours; false if it is
 * none there. */
static bool
full_form(size_t row, struct slice folded, struct slice before,
    struct slice after, struct slice *normal)
{
	char room[2][16];

	before = fold_neighbour(before, room[0]);
	after = fold_neighbour(after, room[1]);
	for (; lexicon_key_is(&lexicon_clitics, row, folded); row++) {
		struct slice left = lexicon_cell(&lexicon_clitics, row, 1);
		struct slice right = lexicon_cell(&lexicon_clitics, row, 2);

		if (left.length > 0 && (left.at[0] == '*' ? before.length == 0 :
		    !slice_equal(left, before)))
			continue;
		if (right.length > 0 && !slice_equal(right, after))
			continue;
		*normal = lexicon_cell(&lexicon_clitics, row, 3);
		return true;
	}
	return false;
}

/* What is in a token. */
struct seen {
	bool high, upper;	/* bytes beyond ASCII, capitals */
};

static struct seen
look(struct slice token)
{
	unsigned char all = 0, upper = 0;
	size_t i;

	for (i = 0; i < token.length; i++) {
		unsigned char c = (unsigned char)token.at[i];

		all |= c;
		upper |= is_upper(c);
	}
	return (struct seen){ all >= 0x80, upper != 0 };
}

static struct slice
fold_ascii(struct slice token, struct arena *arena)
{
	char *copy = arena_copy(arena, token.at, token.length);
	size_t i;

	for (i = 0; i < token.length; i++)
		if (is_upper((unsigned char)copy[i]))
			copy[i] = (char)(copy[i] | 0x20);
	return (struct slice){ copy, token.length };
}

/* U+2019, U+02BC, U+2018 and U+FF07 as ', in place; returns the new length. */
static size_t
straighten(char *at, size_t length)
{
	size_t i = 0, n = 0;

	while (i < length) {
		size_t k = 0;

		if (length - i >= 3 && (memcmp(at + i, "\xe2\x80\x99", 3) == 0 ||
		    memcmp(at + i, "\xe2\x80\x98", 3) == 0 ||
		    memcmp(at + i, "\xef\xbc\x87", 3) == 0))
			k = 3;
		else if (length - i >= 2 && memcmp(at + i, "\xca\xbc", 2) == 0)
			k = 2;
		if (k > 0) {
			at[n++] = '\'';
			i += k;
		} else {
			at[n++] = at[i++];
		}
	}
	return n;
}

/* Case folding, then NFC.  ICU failing leaves the token as it is. */
static struct slice
fold_unicode(struct slice token, struct arena *arena)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	size_t room = token.length * 3 + 16;
	UChar *wide, *folded, *whole;
	int32_t n = 0;
	char *out;

	if (token.length > INT32_MAX / 16 || U_FAILURE(error))
		return token;
	wide = arena_alloc(arena, room, sizeof *wide);
	folded = arena_alloc(arena, room, sizeof *folded);
	whole = arena_alloc(arena, room, sizeof *whole);
	u_strFromUTF8(wide, (int32_t)room, &n, token.at,
	    (int32_t)token.length, &error);
	n = u_strFoldCase(folded, (int32_t)room, wide, n,
	    U_FOLD_CASE_DEFAULT, &error);
	n = unorm2_normalize(nfc, folded, n, whole, (int32_t)room, &error);
	out = arena_alloc(arena, room * 3, 1);
	u_strToUTF8(out, (int32_t)(room * 3), &n, whole, n, &error);
	if (U_FAILURE(error))
		return token;
	return (struct slice){ out, straighten(out, (size_t)n) };
}

/* The token folded.  Returns 0, or -1 when memory runs out. */
static int
fold(struct slice token, struct seen seen, struct slice *folded,
    struct arena *arena)
{
	if (setjmp(arena->failure) != 0)
		return -1;
	*folded = seen.high ? fold_unicode(token, arena) :
	    fold_ascii(token, arena);
	return 0;
}

int
segment_normal(struct slice token, struct slice before, struct slice after,
    struct slice *normal, struct arena *arena)
{
	struct seen seen = look(token);
	struct slice folded = token;
	size_t row;

	if ((seen.high || seen.upper) &&
	    fold(token, seen, &folded, arena) != 0)
		return -1;
	row = folded.length > 5 ? LEXICON_NONE :
	    lexicon_find(&lexicon_clitics, folded);
	if (row == LEXICON_NONE ||
	    !full_form(row, folded, before, after, normal))
		*normal = folded;
	return 0;
}
