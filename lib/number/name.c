/*
 * name: numbers that are part of a name by what stands around them.
 *
 * COVID-19, Boeing 737, Formula One, Ocean's Eleven.
 *
 * Bugs: names are told by capital letters and a list of nouns, not known.
 */
#include "../ascii.h"
#include "calendar.h"
#include "name.h"

extern const struct lexicon lexicon_number_mods;

/* A hyphen, glued; en dashes join numbers, not names. */
bool
dash_at(const struct grammar *g, size_t i)
{
	return hyphen_at(g, i, true) && !slice_is(g->atoms[i].text,
	    "\xE2\x80\x93");
}

bool
capital_word(const struct grammar *g, size_t i)
{
	return i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    g->atoms[i].capital;
}

/* The word or letters glued before atom i: A380, COVID-19, MH370. */
bool
name_glued_before(const struct grammar *g, size_t i)
{
	if (i == 0 || g->atoms[i].space)
		return false;
	if (g->atoms[i - 1].kind == ATOM_WORD)
		return true;
	if (g->atoms[i - 1].kind == ATOM_OPAQUE)
		return true;
	if (dash_at(g, i - 1) && i >= 2 && !g->atoms[i - 1].space &&
	    g->atoms[i - 2].kind == ATOM_WORD) {
		/* mid-2019, pre-1990, Q3-2018 are dates of their own */
		return true;
	}
	if (sign_is(g, i - 1, "#") || sign_is(g, i - 1, "@") ||
	    sign_is(g, i - 1, "_"))
		return true;
	/* 4.5.6, v1/2 */
	if (i >= 2 && (sign_is(g, i - 1, "/") || sign_is(g, i - 1, ".") ||
	    sign_is(g, i - 1, ":")) && !g->atoms[i - 1].space &&
	    g->atoms[i - 2].kind == ATOM_WORD && g->atoms[i].kind ==
	    ATOM_NUMBER && !sign_is(g, i - 1, ":"))
		return true;
	return false;
}

bool
sentence_first(const struct grammar *g, size_t i)
{
	while (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN && !(sign_is(g,
	    i - 1, ",") || sign_is(g, i - 1, ";")))
		i--;
	return i == 0 || sign_is(g, i - 1, ":");
}

/* The name whose possessive ends before atom i, plus 1: Ocean's, James' */
size_t
owner_before(const struct grammar *g, size_t i)
{
	if (i < 2)
		return 0;
	i--;
	if (word_is(g, i, "s"))
		i--;
	if (!(word_is(g, i, "'s") || sign_is(g, i, "'") ||
	    sign_is(g, i, "\xE2\x80\x99")))
		return 0;
	return i > 0 && !g->atoms[i].space && capital_word(g, i - 1) ? i : 0;
}

/* Whether a finite verb may stand at i. */
bool
verb_at(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	return class_at(g, i, CONTEXT_BEING) != 0 || class_at(g, i,
	    CONTEXT_PAST) != 0 || class_at(g, i, CONTEXT_WILL) != 0 ||
	    class_at(g, i, CONTEXT_LAST_VERB) != 0 || (i < g->count &&
	    s.length > 4 && memcmp(s.at + s.length - 2, "ed", 2) == 0);
}

/* Whether something may be counted at i. */
bool
counted_at(const struct grammar *g, size_t i)
{
	return i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    !g->atoms[i].capital && class_at(g, i, CONTEXT_NONNOUN) == 0 &&
	    !verb_at(g, i);
}

static bool
determiner_before(const struct grammar *g, size_t i)
{
	return class_before(g, i, CONTEXT_PRONOUN_BEFORE) || class_before(g, i,
	    CONTEXT_POSSESSIVE) || word_has(g, i - 1, WORD_ARTICLE);
}

/* Whether the word at i is a verb by the one before: they claim 20 died. */
static bool
verb_before(const struct grammar *g, size_t i)
{
	return i > 0 && g->atoms[i - 1].kind == ATOM_WORD &&
	    (class_before(g, i, CONTEXT_AGE_LIFE) || word_is(g, i - 1, "to") ||
	    class_before(g, i, CONTEXT_WILL) || word_is(g, i - 1, "who") ||
	    ends_in_s(g->atoms[i - 1].norm));
}

#define UNGROUPED 5	/* so many digits without commas are no count */

/* rows 12 and 13, games 3 to 5: the number at i is one of several. */
static bool
codes_before(const struct grammar *g, size_t i, size_t end)
{
	const struct atom *next;

	if (!class_before(g, i, CONTEXT_CODES))
		return false;
	if (end > i + 1)
		return !counted_at(g, end);
	if (!(word_is(g, end, "and") || word_is(g, end, "or") || word_is(g,
	    end, "to") || sign_is(g, end, ",") || sign_is(g, end, "&")))
		return false;
	next = g->atoms + end + 1;
	return end + 1 < g->count && next->kind == ATOM_NUMBER &&
	    !next->grouped && !next->point && (sign_is(g, end, ",") ||
	    !counted_at(g, end + 2));
}

bool
code_before(const struct grammar *g, size_t i, size_t end)
{
	const struct atom *a = g->atoms + i;
	size_t head;

	if (i == 0 || a->kind != ATOM_NUMBER || a->point)
		return false;
	if (codes_before(g, i, end))
		return true;
	head = i - (i > 1 && sign_is(g, i - 1, ".") && !g->atoms[i - 1].space);
	if (!class_before(g, head, CONTEXT_CODE) || end != i + 1 ||
	    (counted_at(g, end) && (a->grouped || a->whole < UNGROUPED) &&
	    !(word_is(g, head - 1, "year") && g->atoms[head - 1].capital)))
		return false;
	head--;
	if (word_is(g, head, "year") && a->whole > 2)
		return false;
	if (g->atoms[head].capital)
		return true;
	return !a->grouped && !verb_before(g, head) &&
	    (!determiner_before(g, head) || (a->whole > 2 &&
	    (a->number < 1900 || a->number > 2100)));
}

/* his PIN was 4821, Her ID: 20194456 */
static bool
secret_before(const struct grammar *g, const struct hit *h)
{
	const struct atom *a = g->atoms + h->first;
	size_t i = h->first;

	if (a->whole < 4 || a->grouped || a->point || i < 2)
		return false;
	i -= word_is(g, i - 1, "is") || word_is(g, i - 1, "was") ||
	    sign_is(g, i - 1, ":") || sign_is(g, i - 1, ",") ||
	    sign_is(g, i - 1, "=");
	return class_before(g, i, CONTEXT_SECRET) && !counted_at(g, h->end);
}

static bool
gerund_at(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	return s.length > 4 && memcmp(s.at + s.length - 3, "ing", 3) == 0;
}

#define DIALLED_ATOMS 8	/* how far before the number its verb may stand */

/* text HELP to 63735, call the police on 101 */
static bool
dialled_before(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, back;
	const struct atom *a = g->atoms + i;

	if (i < 2 || a->whole < 3 || a->whole > 8 || a->grouped || a->point ||
	    !(word_is(g, i - 1, "to") || word_is(g, i - 1, "on") ||
	    word_is(g, i - 1, "at")))
		return false;
	if (counted_at(g, h->end) && !gerund_at(g, h->end) && !(g->atoms[i -
	    2].upper && a->whole >= UNGROUPED))
		return false;
	for (back = 2; back <= DIALLED_ATOMS && back <= i; back++) {
		if (class_at(g, i - back, CONTEXT_MESSAGE) != 0)
			return true;
		if (class_at(g, i - back, CONTEXT_TELEPHONE) != 0)
			return !word_is(g, i - 1, "to");
	}
	return false;
}

/* Maroon 5 played, Sputnik 1 was: a capital that only its place may give, and
 * no counted noun behind. */
static bool
first_of_name(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;
	const struct atom *a;
	struct slice s;

	if (i == 0 || g->titled || h->range || h->numeral.power > 0 ||
	    h->numeral.sign || h->end != i + 1 || g->atoms[i].grouped ||
	    g->atoms[i].point || g->atoms[i].kind != ATOM_NUMBER ||
	    !capital_word(g, i - 1) || !sentence_first(g, i - 1) ||
	    !verb_at(g, h->end))
		return false;
	a = g->atoms + i - 1;
	s = a->norm;
	return s.length > 2 && a->row == ATOM_UNKNOWN &&
	    memcmp(s.at + s.length - 2, "ly", 2) != 0 &&
	    memcmp(s.at + s.length - 2, "ed", 2) != 0 &&
	    memcmp(s.at + s.length - 3, "ing", 3) != 0;
}

/* In New York 40 officers marched: a place, then what was there. */
static bool
in_place(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;
	struct slice s = g->atoms[end].norm;

	if (!counted_at(g, end) || !(word_is(g, end, "people") || (s.length > 4
	    && s.at[s.length - 1] == 's')))
		return false;
	while (capital_word(g, i - 1) && !sentence_first(g, i - 1))
		i--;
	i -= word_is(g, i - 1, "the");
	return i > 0 && i < h->first && sentence_first(g, i - 1) &&
	    (word_is(g, i - 1, "in") || word_is(g, i - 1, "at") ||
	    word_is(g, i - 1, "across") || word_is(g, i - 1, "near"));
}

/* Whether a bare number is part of a name: Boeing 737, Channel 4, Formula
 * One, Seven Sisters, Fifth Avenue. */
bool
name_around(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;
	bool words = !h->digits;

	if (g->atoms[i].kind == ATOM_WORD && g->atoms[i].capital) {
		/* Seven Sisters, Half Moon Bay, the Six-Day War */
		if (!sentence_first(g, i) && !g->titled &&
		    capital_word(g, end))
			return true;
		if (!sentence_first(g, i) && !g->titled &&
		    capital_word(g, i - 1) && !g->atoms[i].upper)
			return true;
		/* Ocean's Eleven */
		if (!g->titled && !g->atoms[i].upper && owner_before(g, i) !=
		    0)
			return true;
		if (capital_word(g, end) && class_at(g, end, CONTEXT_STREET) ==
		    end + 1)
			return true;
		if (!sentence_first(g, i) && !g->titled && dash_at(g, end) &&
		    capital_word(g, end + 1))
			return true;
	}
	if (i == 0)
		return false;
	/* Ocean's 11 */
	if (owner_before(g, i) != 0 && class_before(g, owner_before(g, i),
	    CONTEXT_NAME_OWNER))
		return true;
	/* the Group of Seven, the Group of 20 */
	if (word_is(g, i - 1, "of") && capital_word(g, i - 2) && (words ?
	    g->atoms[i].capital : class_before(g, i - 1, CONTEXT_GROUP)))
		return true;
	/* engine # 31; # 13 billion lost its currency */
	if (!words && sign_is(g, i - 1, "#") && h->numeral.power == 0)
		return true;
	/* a 911 caller, dialled 112 */
	if ((class_at(g, i, CONTEXT_HOTLINE) != 0 && class_at(g, end,
	    CONTEXT_HOTLINE_NOUN) != 0) || (class_before(g, i,
	    CONTEXT_TELEPHONE) && !words && !g->atoms[i].grouped &&
	    g->atoms[i].whole >= 3 && g->atoms[i].whole != 4 && end == i + 1 &&
	    (end >= g->count || g->atoms[end].kind != ATOM_WORD ||
	    class_at(g, end, CONTEXT_NONNOUN) != 0)))
		return true;
	if (!words && h->label == NUMBER_CARDINAL && h->numeral.power == 0 &&
	    (code_before(g, i, end) || secret_before(g, h) ||
	    dialled_before(g, h) || first_of_name(g, h)))
		return true;
	/* before: a capital word or one that takes numbers as names */
	if (g->atoms[i - 1].kind == ATOM_WORD) {
		bool capital = g->atoms[i - 1].capital;

		if (word_is(g, i - 1, "under") && h->digits &&
		    g->atoms[i].whole == 2 && (capital || (capital_word(g,
		    i - 2) && !sentence_first(g, i - 2)) || class_at(g, end,
		    CONTEXT_AGE_SIDE) != 0))
			return true;	/* the under 16 side */
		if (class_before(g, i, CONTEXT_NAME) && (!h->range ||
		    hyphen_at(g, i + 1, true)) &&
		    h->label == NUMBER_CARDINAL && (capital || !words ||
		    word_is(g, i - 1, "number")) && !(h->numeral.power > 0) &&
		    !h->numeral.sign)
			return !(word_is(g, i - 1, "a") || (word_is(g, i - 1,
			    "no") && words));
		if (capital && !words && h->label == NUMBER_CARDINAL &&
		    !h->numeral.power && !h->range && i - 1 > 0 &&
		    !g->titled && !sentence_first(g, i - 1) &&
		    !h->numeral.sign) {
			size_t row;

			/* leads the Coalition 52 to 48 */
			if (word_is(g, end, "to") && g->atoms[end + 1].kind ==
			    ATOM_NUMBER)
				return false;
			/* In, About, Some open a quotation; the number counts
			 * what follows in small letters */
			if ((calendar_int(g, i - 1, CALENDAR_WEEKDAY) > 0 &&
			    counted_at(g, end)) ||
			    class_at(g, i - 1, CONTEXT_NONNOUN) == i ||
			    class_at(g, i - 1, CONTEXT_YEAR_BEFORE) == i ||
			    class_at(g, end, CONTEXT_TALLY) != 0 ||
			    (may_stand(g, i - 1, MOD_LAST) && phrase_before(g,
			    i, &lexicon_number_mods, &row)))
				return false;
			return !g->atoms[i].grouped && !in_place(g, h);
		}
	}
	if (class_before(g, i, CONTEXT_NAME) == false && i > 1 &&
	    sign_is(g, i - 1, ".") && !g->atoms[i - 1].space &&
	    class_before(g, i - 1, CONTEXT_NAME) && !words &&
	    h->label == NUMBER_CARDINAL)
		return true;
	return false;
}

/* Orders 11030, 13279 and 13339: what follows a name's number is one too. */
bool
name_goes_on(const struct grammar *g, size_t named, const struct hit *h)
{
	size_t j = named, end = h->end;

	if (named == 0 || !h->plain || !h->digits || h->range ||
	    h->label != NUMBER_CARDINAL || (end < g->count &&
	    g->atoms[end].kind == ATOM_WORD && class_at(g, end, CONTEXT_NONNOUN)
	    == 0 && !verb_at(g, end)))
		return false;
	j += sign_is(g, j, ",");
	j += word_is(g, j, "and") || word_is(g, j, "or") || sign_is(g, j, "&");
	return j > named && j == h->first;
}
