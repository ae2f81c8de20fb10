/*
 * name: numbers that are part of a name, or no numbers at all.
 *
 * COVID-19, Boeing 737, Formula One, no one.
 *
 * Bugs: names are told by capital letters and a list of nouns, not known.
 */
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

/* Letters glued behind digits that are no unit: 3D, 5G, 737s. */
static bool
name_glued_behind(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	if (end >= g->count || g->atoms[end].space)
		return false;
	return g->atoms[end].kind == ATOM_WORD && g->atoms[end - 1].kind ==
	    ATOM_NUMBER;
}

bool
sentence_first(const struct grammar *g, size_t i)
{
	while (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN && !(sign_is(g,
	    i - 1, ",") || sign_is(g, i - 1, ";")))
		i--;
	return i == 0 || (i > 0 && sign_is(g, i - 1, ":"));
}

/* The name whose possessive ends before atom i, plus 1: Ocean's, James' */
static size_t
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

/* Whether a bare number is part of a name: Boeing 737, Channel 4, Formula
 * One, Seven Sisters, Fifth Avenue. */
bool
name_around(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;
	bool words = !h->digits;

	if (g->atoms[i].kind == ATOM_WORD && g->atoms[i].capital) {
		/* Seven Sisters, Half Moon Bay, the Six-Day War */
		if (!sentence_first(g, i) && !g->titled && end < g->count &&
		    capital_word(g, end) && !word_value(g, end, WORD_MAGNITUDE))
			return true;
		if (!sentence_first(g, i) && !g->titled &&
		    capital_word(g, end))
			return true;
		if (!sentence_first(g, i) && !g->titled && i > 0 &&
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
	if (i > 1 && word_is(g, i - 1, "of") && capital_word(g, i - 2) &&
	    (words ? g->atoms[i].capital : class_before(g, i - 1,
	    CONTEXT_GROUP)))
		return true;
	/* engine # 31; # 13 billion lost its currency */
	if (!words && sign_is(g, i - 1, "#") && h->numeral.power == 0)
		return true;
	/* a 911 caller, dialled 112 */
	if ((class_at(g, i, CONTEXT_HOTLINE) != 0 && class_at(g, end,
	    CONTEXT_HOTLINE_NOUN) != 0) || (class_before(g, i,
	    CONTEXT_TELEPHONE) &&
	    !words && g->atoms[i].whole == 3 && end == i + 1 &&
	    (end >= g->count || g->atoms[end].kind != ATOM_WORD ||
	    class_at(g, end, CONTEXT_NONNOUN) != 0)))
		return true;
	/* before: a capital word or one that takes numbers as names */
	if (g->atoms[i - 1].kind == ATOM_WORD) {
		bool capital = g->atoms[i - 1].capital;

		if (class_before(g, i, CONTEXT_NAME) && (!h->range ||
		    hyphen_at(g, i + 1, true)) &&
		    h->label == NUMBER_CARDINAL && (capital ||
		    !words) && !(word_is(g, i - 1, "bus") ||
		    word_is(g, i - 1, "type")) && !(h->numeral.power > 0))
			return !(word_is(g, i - 1, "a") || (word_is(g, i - 1,
			    "no") && words));
		if (capital && !words && h->label == NUMBER_CARDINAL &&
		    !h->numeral.power && !h->range && i - 1 > 0 &&
		    !g->titled && !sentence_first(g, i - 1) &&
		    !h->numeral.sign) {
			size_t row;

			/* leads the Coalition 52 to 48 */
			if (word_is(g, end, "to") && end + 1 < g->count &&
			    g->atoms[end + 1].kind == ATOM_NUMBER)
				return false;
			/* In, About, Some open a quotation; the number counts
			 * what follows in small letters */
			if (class_at(g, i - 1, CONTEXT_NONNOUN) == i ||
			    class_at(g, i - 1, CONTEXT_YEAR_BEFORE) == i ||
			    (may_stand(g, i - 1, MOD_LAST) && phrase_before(g,
			    i, &lexicon_number_mods, &row)))
				return false;
			return !g->atoms[i].grouped;
		}
	}
	if (class_before(g, i, CONTEXT_NAME) == false && i > 1 &&
	    sign_is(g, i - 1, ".") && !g->atoms[i - 1].space &&
	    class_before(g, i - 1, CONTEXT_NAME) && !words &&
	    h->label == NUMBER_CARDINAL)
		return true;
	return false;
}

/* a potentially very serious one: a determiner, adverbs, one more word. */
static bool
described_one(const struct grammar *g, size_t i)
{
	size_t j = i - 1;

	if (i < 2 || g->atoms[j].kind != ATOM_WORD ||
	    class_at(g, j, CONTEXT_NONNOUN) != 0)
		return false;
	for (; j > 1; j--) {
		struct slice norm = g->atoms[j - 1].norm;

		if (!(norm.length > 4 && memcmp(norm.at + norm.length - 2,
		    "ly", 2) == 0) && class_at(g, j - 1, CONTEXT_DEGREE) == 0)
			break;
	}
	return class_at(g, j - 1, CONTEXT_PRONOUN_BEFORE) == j;
}

/* One, two ... as pronouns: no one, one of them, one by one. */
static bool
pronoun(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	if (end != i + 1 || !word_is(g, i, "one"))
		return false;
	if (dash_at(g, end))
		return true;
	if (i > 0 && dash_at(g, i - 1))
		return true;
	if (i > 0 && class_before(g, i, CONTEXT_PRONOUN_BEFORE))
		return true;
	if (word_is(g, end, "of")) {
		/* one of them; one of three is a count */
		return true;
	}
	if (class_at(g, end, CONTEXT_PRONOUN_AFTER) != 0)
		return true;
	if (i > 1 && word_is(g, i - 1, "by"))
		return true;
	/* already in one. */
	if (i > 1 && g->atoms[i].norm.length == 3 && !g->atoms[i].capital &&
	    (end >= g->count || sign_is(g, end, ".")) && (word_is(g, i - 1,
	    "in") || word_is(g, i - 1, "for") || word_is(g, i - 1, "is") ||
	    word_is(g, i - 1, "was") || word_is(g, i - 1, "as") ||
	    word_is(g, i - 1, "with") || word_is(g, i - 1, "be")))
		return true;
	/* said the older one. */
	if ((end >= g->count || g->atoms[end].kind == ATOM_SIGN) &&
	    described_one(g, i))
		return true;
	if (sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99"))
		return true;
	return false;
}

/* 4. and (4) before a sentence. */
static bool
list_mark(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	if (!h->digits || g->atoms[i].number < 0 || g->atoms[i].number > 99 ||
	    !(sign_is(g, end, ".") || sign_is(g, end, ")")) ||
	    g->atoms[end].space || end + 1 >= g->count ||
	    !g->atoms[end + 1].space)
		return false;
	while (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN)
		i--;
	return i == 0;
}

/* Orders 11030, 13279 and 13339: what follows a name's number is one too. */
bool
name_goes_on(const struct grammar *g, size_t named, const struct hit *h)
{
	size_t j = named, end = h->end;

	if (named == 0 || !h->plain || !h->digits || h->range ||
	    h->label != NUMBER_CARDINAL || (end < g->count &&
	    g->atoms[end].kind == ATOM_WORD && class_at(g, end, CONTEXT_NONNOUN)
	    ==
	    0))
		return false;
	j += sign_is(g, j, ",");
	j += word_is(g, j, "and") || word_is(g, j, "or") || sign_is(g, j, "&");
	return j > named && j == h->first;
}

#define MAKER_ATOMS 30	/* how far before its model a maker may be named */

/* its 747 jetliner, a 747, Boeing's new 787, a 737-800 */
static bool
airliner(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, back;
	const struct atom *a = g->atoms + i;

	if (h->label != NUMBER_CARDINAL || !h->digits || a->number < 700 ||
	    a->number > 799 || a->whole != 3)
		return false;
	if (h->plain && class_at(g, h->end, CONTEXT_MODEL_AFTER) != 0)
		return true;
	if (a->number % 10 != 7)
		return false;
	if (h->range)
		return dash_at(g, i + 1) && g->atoms[i + 2].number % 100 == 0;
	if (!h->plain)
		return false;
	if (dash_at(g, h->end) && g->atoms[h->end + 1].kind == ATOM_NUMBER)
		return true;
	if (i > 0 && word_value(g, i - 1, WORD_ARTICLE) >= 0)
		return true;
	for (back = 1; back <= MAKER_ATOMS && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_MAKER) != 0)
			return true;
	return false;
}

/* Whether the hit is part of a name or of an identifier. */
bool
name_refused(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;
	const struct atom *a = g->atoms + i;

	if (h->label == NUMBER_SET || h->label == NUMBER_SCORE ||
	    h->label == NUMBER_AGE)
		return h->label == NUMBER_AGE ? name_glued_before(g, i) &&
		    g->atoms[i].kind == ATOM_NUMBER : false;
	if (name_glued_before(g, i) && !(i >= 2 && dash_at(g, i - 1) &&
	    (word_is(g, i - 2, "mid") || word_is(g, i - 2, "pre") ||
	    word_is(g, i - 2, "post") || word_is(g, i - 2, "early") ||
	    word_is(g, i - 2, "late"))) && !(h->label == NUMBER_DATE &&
	    dash_at(g, i - 1) && a->kind == ATOM_WORD))
		return a->kind == ATOM_NUMBER || h->plain || !h->dated;
	if (a->kind == ATOM_NUMBER && !a->space && i >= 2 &&
	    sign_is(g, i - 1, ".") && g->atoms[i - 2].kind == ATOM_NUMBER)
		return true;
	/* P40 million, refused as a name */
	if (h->plain && i > 0 && word_value(g, i, WORD_MAGNITUDE) > 0 &&
	    g->atoms[i - 1].kind == ATOM_NUMBER)
		return true;
	if (airliner(g, h))
		return true;
	if (h->plain && name_glued_behind(g, h))
		return true;
	/* 2 Corinthians */
	if (h->plain && h->digits && a->number > 0 && a->number < 4 &&
	    capital_word(g, end) && class_at(g, end, CONTEXT_VERSE) != 0)
		return true;
	/* on 60 Minutes, a programme */
	if (h->label == NUMBER_DURATION && h->digits && end == i + 2 &&
	    capital_word(g, end - 1) && g->atoms[end - 1].space &&
	    !g->atoms[end - 1].upper && g->atoms[end - 1].text.length > 3 &&
	    !g->titled && !g->heading && !(i > 0 && capital_word(g, i - 1)))
		return true;
	/* net zero; five-nil */
	if (h->plain && ((i > 0 && word_is(g, i, "zero") && word_is(g, i - 1 -
	    (i > 1 && dash_at(g, i - 1)), "net")) || (dash_at(g, end) &&
	    word_is(g, end + 1, "nil"))))
		return true;
	/* Stage 4 until 5am: no hour */
	if (h->label == NUMBER_TIME && h->range && h->end > i + 1 &&
	    a->kind == ATOM_NUMBER && class_before(g, i, CONTEXT_NAME) &&
	    g->atoms[i + 1].kind == ATOM_WORD && calendar_int(g, i + 1, CALENDAR_UNTIL) != 0)
		return true;
	/* the rapper 50 Cent */
	if (h->plain && h->digits && !g->titled && capital_word(g, end) &&
	    !g->atoms[end].upper && word_is(g, end, "cent"))
		return true;
	/* Twenty20 */
	if (h->plain && !h->digits && end < g->count && !g->atoms[end].space &&
	    g->atoms[end].kind == ATOM_NUMBER)
		return true;
	/* 42nd Street */
	if (h->label == NUMBER_ORDINAL && h->digits && capital_word(g, end) &&
	    class_at(g, end, CONTEXT_STREET) == end + 1)
		return true;
	/* CC41/2019, 24/7 */
	if (a->kind == ATOM_NUMBER && !a->space && i >= 2 &&
	    sign_is(g, i - 1, "/") && !g->atoms[i - 1].space)
		return true;
	if (h->label == NUMBER_CARDINAL && h->digits && !h->range &&
	    sign_is(g, end, "/") && !g->atoms[end].space &&
	    g->atoms[end + 1].kind == ATOM_NUMBER)
		return true;
	if (h->plain && h->digits && sign_is(g, end, ".") &&
	    g->atoms[end + 1].kind == ATOM_NUMBER && end + 1 < g->count &&
	    !g->atoms[end + 1].space && !g->atoms[end].space)
		return true;
	/* 7-Eleven */
	if (h->plain && ((h->digits && dash_at(g, end) && capital_word(g,
	    end + 1) && word_has(g, end + 1, WORD_ANY)) ||
	    (!h->digits && a->capital && i > 1 && dash_at(g, i - 1) &&
	    g->atoms[i - 2].kind == ATOM_NUMBER)))
		return !g->titled;
	/* 13:4 */
	if (h->plain && h->digits && i > 1 && sign_is(g, i - 1, ":") &&
	    !a->space && !g->atoms[i - 1].space &&
	    g->atoms[i - 2].kind == ATOM_NUMBER)
		return true;
	if (h->plain && h->digits && sign_is(g, end, ":") &&
	    g->atoms[end + 1].kind == ATOM_NUMBER && !g->atoms[end + 1].space)
		return true;
	/* a fraction of a name, 020 and 007 */
	if (h->plain && h->label == NUMBER_CARDINAL && a->zero && !a->point &&
	    !h->range && a->kind == ATOM_NUMBER)
		return !alone(g, i, end);
	if (h->plain && (name_around(g, h) || pronoun(g, h) ||
	    list_mark(g, h)))
		return true;
	/* Six-Day War */
	if (!h->dated && a->kind == ATOM_WORD && a->capital && !g->titled &&
	    !sentence_first(g, i) && h->label != NUMBER_MONEY &&
	    h->label != NUMBER_PERCENT && capital_word(g, end - 1) && end >
	    i + 1 && !h->numeral.power)
		return true;
	/* fifty-fifty, two by two */
	if (h->label == NUMBER_FRACTION && h->digits && capital_word(g, end) &&
	    i > 0 && capital_word(g, i - 1))
		return true;
	return false;
}
