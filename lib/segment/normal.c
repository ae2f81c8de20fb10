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
#include "../utf8.h"
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
	uint64_t high = 0, upper = 0;
	size_t i;

	for (i = 0; i < token.length; i += 8) {
		uint64_t word = utf8_eight(token.at + i, token.length - i);

		high |= word;
		upper |= utf8_capitals(word);
	}
	return (struct seen){ (high & UINT64_C(0x8080808080808080)) != 0,
	    upper != 0 };
}

/* Folds what needs no ICU: ASCII, letters of Latin-1 but for U+00DF, and signs
 * from U+2002 to U+203F, with straight apostrophes.  Returns false when there
 * is anything else; out has room for the token. */
static bool
fold_simple(struct slice token, char *out, size_t *length)
{
	size_t i = 0, n = 0;

	while (i < token.length) {
		unsigned char c = (unsigned char)token.at[i];
		unsigned char next = i + 1 < token.length ?
		    (unsigned char)token.at[i + 1] : 0;

		if (c < 0x80) {
			out[n++] = (char)(is_upper(c) ? c | 0x20 : c);
			i++;
		} else if (c == 0xc3 && next != 0x9f) {
			out[n++] = (char)c;
			out[n++] = (char)(next == 0x97 ? next : next | 0x20);
			i += 2;
		} else if (c == 0xe2 && next == 0x80 &&
		    (unsigned char)token.at[i + 2] > 0x81) {
			unsigned char last = (unsigned char)token.at[i + 2];

			if (last == 0x98 || last == 0x99) {
				out[n++] = '\'';
			} else {
				memcpy(out + n, token.at + i, 3);
				n += 3;
			}
			i += 3;
		} else {
			return false;
		}
	}
	*length = n;
	return true;
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

/* Case folding, then NFC, which make at most three bytes of one.  ICU failing
 * leaves the token as it is. */
static struct slice
fold_unicode(struct slice token, struct arena *arena)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	size_t room = token.length * 3 + 16;
	struct arena_mark mark;
	UChar *wide, *folded, *whole;
	int32_t n = 0;
	char *out;

	if (token.length > INT32_MAX / 16 || U_FAILURE(error))
		return token;
	out = arena_alloc(arena, token.length, 3);
	mark = arena_mark(arena);
	wide = arena_alloc(arena, room, sizeof *wide);
	folded = arena_alloc(arena, room, sizeof *folded);
	whole = arena_alloc(arena, room, sizeof *whole);
	u_strFromUTF8(wide, (int32_t)room, &n, token.at,
	    (int32_t)token.length, &error);
	n = u_strFoldCase(folded, (int32_t)room, wide, n,
	    U_FOLD_CASE_DEFAULT, &error);
	n = unorm2_normalize(nfc, folded, n, whole, (int32_t)room, &error);
	u_strToUTF8(out, (int32_t)(token.length * 3), &n, whole, n, &error);
	arena_release(arena, mark);
	if (U_FAILURE(error))
		return token;
	return (struct slice){ out, straighten(out, (size_t)n) };
}

/* Room for a token.  Returns 0, or -1 when memory runs out. */
static int
make_room(struct slice token, char **room, struct arena *arena)
{
	if (setjmp(arena->failure) != 0)
		return -1;
	*room = arena_copy(arena, token.at, token.length);
	return 0;
}

/* The token folded by ICU; the same. */
static int
fold_any(struct slice token, struct slice *folded, struct arena *arena)
{
	if (setjmp(arena->failure) != 0)
		return -1;
	*folded = fold_unicode(token, arena);
	return 0;
}

static int
fold(struct slice token, struct slice *folded, struct arena *arena)
{
	char *room;

	if (make_room(token, &room, arena) != 0)
		return -1;
	folded->at = room;
	return fold_simple(token, room, &folded->length) ? 0 :
	    fold_any(token, folded, arena);
}

int
segment_normal(struct slice token, struct slice before, struct slice after,
    struct slice *normal, struct arena *arena)
{
	struct seen seen = look(token);
	struct slice folded = token;
	size_t row;

	if ((seen.high || seen.upper) &&
	    fold(token, &folded, arena) != 0)
		return -1;
	row = folded.length > 5 ? LEXICON_NONE :
	    lexicon_find(&lexicon_clitics, folded);
	if (row == LEXICON_NONE ||
	    !full_form(row, folded, before, after, normal))
		*normal = folded;
	return 0;
}
