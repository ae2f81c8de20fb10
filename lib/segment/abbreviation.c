/*
 * abbreviation: asks lib/lexicon/abbreviations.tsv: the abbreviation without
 * its last period in lower case, its kind, whether it needs a capital letter
 * ("Sat."), and whether it is also a word ("no", "in"), which needs evidence
 * from what follows.
 *
 * Bugs: only ASCII letters are folded.
 */
#include <unicode/uchar.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "../utf8.h"
#include "abbreviation.h"

extern const struct lexicon lexicon_abbreviations;

enum { COLUMN_KIND = 1, COLUMN_CASE = 2, COLUMN_WORD = 3 };

static const char *const kind_names[] = {
	"", "title", "company", "month", "place", "unit", "number", "never",
	"ends", "initial"
};

static int32_t
point_at(struct slice text, size_t i)
{
	return i < text.length ? utf8_next(text, &i) : -1;
}

/* Letters one by one with periods between: U.S, a.m, e.g. */
static bool
is_acronym(struct slice text, size_t start, size_t end)
{
	size_t i = start, letters = 0;

	if (end - start > 24 || end - start < 2 ||
	    is_letter((unsigned char)text.at[start + 1]))
		return false;
	while (i < end) {
		if (!u_isalpha(utf8_next(text, &i)))
			return false;
		letters++;
		if (i == end)
			return letters > 1;
		if (text.at[i++] != '.')
			return false;
	}
	return false;
}

static bool
is_single_letter(struct slice text, size_t start, size_t end)
{
	size_t i = start;

	return start < end && end - start <= 4 &&
	    u_isalpha(utf8_next(text, &i)) && i == end;
}

/* Whether a word that begins with a capital, or not, may be this row's. */
static bool
has_case(size_t row, bool capital)
{
	struct slice letters = lexicon_cell(&lexicon_abbreviations, row,
	    COLUMN_CASE);

	return !slice_is(letters, capital ? "lower" : "capital");
}

static size_t
find(struct slice text, size_t start, size_t end)
{
	struct slice word = { text.at + start, end - start }, key;
	size_t row;

	if (word.length == 0 || word.length > 16)
		return LEXICON_NONE;
	row = lexicon_find_folded(&lexicon_abbreviations, word);
	if (row == LEXICON_NONE)
		return row;
	key = lexicon_cell(&lexicon_abbreviations, row, 0);
	/* Ft. Worth, 5 ft. tall */
	for (; lexicon_key_is(&lexicon_abbreviations, row, key); row++)
		if (has_case(row, is_upper((unsigned char)word.at[0])))
			return row;
	return LEXICON_NONE;
}

enum abbreviation
abbreviation_kind_named(struct slice name)
{
	size_t i;

	for (i = 1; i < sizeof kind_names / sizeof *kind_names; i++)
		if (slice_is(name, kind_names[i]))
			return (enum abbreviation)i;
	return ABBREVIATION_NONE;
}

static enum abbreviation
kind_of_row(size_t row)
{
	return abbreviation_kind_named(lexicon_cell(&lexicon_abbreviations,
	    row, COLUMN_KIND));
}

enum abbreviation
abbreviation_kind(struct slice text, size_t start, size_t end)
{
	size_t row = find(text, start, end);

	if (row != LEXICON_NONE)
		return kind_of_row(row);
	/* C.K. Hsu; X.Y. */
	if (is_acronym(text, start, end))
		return is_upper((unsigned char)text.at[start]) ?
		    ABBREVIATION_INITIAL : ABBREVIATION_NEVER;
	if (is_single_letter(text, start, end))
		return ABBREVIATION_INITIAL;
	return ABBREVIATION_NONE;
}

/* The first character behind white space at i, -1 at the end. */
static int32_t
following(struct slice text, size_t i)
{
	size_t most = i + 64;

	while (i < text.length && i < most) {
		int32_t c = utf8_next(text, &i);

		if (!u_isUWhiteSpace(c))
			return c;
	}
	return -1;
}

static bool
digit_before(struct slice text, size_t start)
{
	if (start > 0 && text.at[start - 1] == ' ')
		start--;
	return start > 0 && is_digit((unsigned char)text.at[start - 1]);
}

/* Whether a word that is also an abbreviation is one here. */
static bool
has_evidence(struct slice text, size_t start, size_t end,
    enum abbreviation kind)
{
	int32_t c = following(text, end + 1);

	if (c == -1)
		return false;
	switch (kind) {
	case ABBREVIATION_NUMBER:
		return u_isdigit(c) || c == '#';
	case ABBREVIATION_TITLE:
		return u_isupper(c);
	case ABBREVIATION_UNIT:
		return digit_before(text, start) && !u_isupper(c);
	default:
		return u_isdigit(c) || u_islower(c) || c == ',' || c == ';';
	}
}

bool
abbreviation_period(struct slice text, size_t start, size_t end)
{
	bool glued, last;
	size_t row;
	int32_t c;

	if (end >= text.length || text.at[end] != '.')
		return false;
	/* "Inc.." but not "Inc..." */
	if (end + 2 < text.length && text.at[end + 1] == '.' &&
	    text.at[end + 2] == '.')
		return false;
	if (is_acronym(text, start, end))
		return true;
	c = point_at(text, end + 1);
	glued = u_isalnum(c);
	row = find(text, start, end);
	if (row != LEXICON_NONE) {
		if (slice_is(lexicon_cell(&lexicon_abbreviations, row,
		    COLUMN_WORD), "word"))
			return (c != '.') && has_evidence(text, start, end,
			    kind_of_row(row));
		return true;
	}
	if (!is_single_letter(text, start, end))
		return false;
	last = following(text, end + 1) == -1;
	if (last || !u_isupper(point_at(text, start)))
		return false;
	if (glued)
		return u_isupper(c);
	/* "you and I. Did" */
	c = following(text, end + 1);
	return u_isupper(c) || c == ',' || c == '&' || c == '-' || c == '(';
}

bool
abbreviation_inner(struct slice text, size_t start, size_t piece, size_t i,
    size_t limit)
{
	size_t end = i + 1;
	int32_t c;

	text.length = limit;
	if (is_single_letter(text, piece, i)) {
		utf8_next(text, &end);
		c = point_at(text, end);
		if (!u_isalnum(c))
			return true;
		end = i + 1;
	}
	while (end < limit && end - start <= 12 &&
	    (is_letter((unsigned char)text.at[end]) ||
	    text.at[end] == '.')) {
		end++;
		if ((end == limit || !is_letter((unsigned char)text.at[end])) &&
		    is_letter((unsigned char)text.at[end - 1]) &&
		    find(text, start, end) != LEXICON_NONE)
			return true;
	}
	return false;
}
