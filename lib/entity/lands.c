/*
 * lands: countries and regions that no table knows.  They act and speak as
 * persons do, so the model takes them for persons; but they have borders and
 * armies, lie in a direction, stand beside other countries, and are "it".
 * Table: name-nouns, roles land and state.
 */
#include "../lexicon.h"
#include "lands.h"

extern const struct lexicon lexicon_country_codes;

enum {
	SURE = LANDS_ENOUGH, LIKELY = 5, HINT = 2, AGAINST = -14,
	REACH = 4		/* words behind "its" */
};

static bool
is_any(const struct context *c, size_t i, const char *const *words)
{
	for (; *words != NULL; words++)
		if (is_word(c, i, *words))
			return true;
	return false;
}

/* What the noun at i is worth as something lands have. */
static int
land_noun(const struct context *c, size_t i)
{
	if (i < c->begin || i >= c->end)
		return 0;
	return evidence_noun_is(&c->words[i], "land") ? SURE :
	    evidence_noun_is(&c->words[i], "state") ? HINT : 0;
}

/* The first such noun of the next words in lower case: "armed forces". */
static int
owned(const struct context *c, size_t i)
{
	size_t stop = i + REACH < c->end ? i + REACH : c->end;
	int worth = 0;

	for (; i < stop && worth == 0 &&
	    c->words[i].form == TAGGER_LOWER; i++)
		worth = land_noun(c, i);
	return worth;
}

/* "northern X", "in X", "army of X" */
static int
read_before(const struct context *c, size_t first, size_t last)
{
	static const char *const within[] = { "in", "In", "across",
	    "throughout", "inside", "into", NULL };
	static const char *const beside[] = { "northern", "southern",
	    "eastern", "western", "central", "Northern", "Southern",
	    "Eastern", "Western", "neighbouring", "neighboring",
	    "Neighbouring", "Neighboring", NULL };

	if (first == c->begin)
		return 0;
	if (is_any(c, first - 1, beside))
		return SURE;
	if (is_any(c, first - 1, within) && !is_genitive_at(c, last))
		return LIKELY;
	if (is_word(c, first - 1, "of") && first > c->begin + 1)
		return land_noun(c, first - 2);
	return evidence_is_title(&c->words[first - 1]) ? AGAINST : 0;
}

/* "X's army", "the X government" */
static int
read_behind(const struct context *c, size_t last)
{
	if (is_word(c, last, "who") || (is_word(c, last, ",") &&
	    (is_word(c, last + 1, "who") || is_word(c, last + 1, "whose") ||
	    (last + 1 < c->end && c->words[last + 1].form == TAGGER_DIGIT))))
		return AGAINST;
	if (is_genitive_at(c, last))
		return owned(c, last + 1);
	return land_noun(c, last);
}

static bool
is_country(const struct names *names, const struct name *n)
{
	size_t row = evidence_country(names->words, n->first, n->last);

	return row != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_country_codes, row, 2), "country");
}

/* What the words between two names are worth, if they list them: a comma
 * makes a list of several, where a person would be odd. */
static int
listed(const struct context *c, size_t from, size_t to)
{
	int worth = LIKELY;

	if (from < to && is_word(c, from, ",")) {
		worth = SURE;
		from++;
	} else if (from + 1 != to)
		return 0;
	if (from < to && (is_word(c, from, "and") || is_word(c, from, "or")))
		from++;
	return from == to ? worth : 0;
}

/* "Ghana, X and Togo" */
static int
read_fellows(const struct context *c, const struct names *names, size_t i)
{
	const struct name *n = &names->all[i];
	int before = 0, behind = 0;

	if (i > 0 && n[-1].sentence == n->sentence &&
	    is_country(names, n - 1))
		before = listed(c, n[-1].last, n->first);
	if (i + 1 < names->count && n[1].sentence == n->sentence &&
	    is_country(names, n + 1))
		behind = listed(c, n->last, n[1].first);
	return before > behind ? before : behind;
}

/* "X has shown its allies": as far as the next name. */
static int
read_pronoun(const struct context *c, const struct names *names, size_t i)
{
	const struct name *n = &names->all[i];
	size_t k, end = i + 1 < names->count && n[1].sentence ==
	    n->sentence ? n[1].first : c->end;
	int worth = 0, here;

	for (k = n->last; k < end; k++) {
		here = is_word(c, k, "its") ? owned(c, k + 1) : 0;
		worth = here > worth ? here : worth;
	}
	return worth;
}

int
lands_read(const struct context *c, const struct names *names, size_t i)
{
	const struct name *n = &names->all[i];

	return read_before(c, n->first, n->last) + read_behind(c, n->last) +
	    read_fellows(c, names, i) +
	    read_pronoun(c, names, i);
}
