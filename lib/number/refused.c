/*
 * refused: hits that are part of a name, of an identifier or of a phrase, and
 * no numbers: COVID-19, law 12/1990, 50 Cent, net zero, no one.
 *
 * Each reason is a function of its own; to add one, write it and put it into
 * the list of its kind at the end.
 */
#include "../ascii.h"
#include "calendar.h"
#include "name.h"

static bool
bare_digits(const struct hit *h)
{
	return h->plain && h->digits;
}

/* A number and one word behind it, as a length of time: 60 Minutes, 15s. */
static bool
counts_a_word(const struct hit *h)
{
	return h->label == NUMBER_DURATION && h->digits && h->end ==
	    h->first + 2;
}

static bool
number_at(const struct grammar *g, size_t i)
{
	return i < g->count && g->atoms[i].kind == ATOM_NUMBER;
}

/* Letters glued behind digits that are no unit: 3D, 5G, 737s. */
static bool
glued_behind(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	return h->plain && end < g->count && !g->atoms[end].space &&
	    g->atoms[end].kind == ATOM_WORD && number_at(g, end - 1);
}

/* H.R. 1, SB 8, K. 550, arXiv:1706.03762, AS 1170 */
static bool
lettered(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;
	const struct atom *a = g->atoms + i;

	if (i == 0 || !bare_digits(h))
		return false;
	if (class_before(g, i, CONTEXT_BILL) && a[-1].upper)
		return true;
	/* AS 1170, a standard; NF C 15-100 */
	if (word_is(g, i - 1, "as") && a[-1].upper && a->whole > 3 &&
	    !a->grouped && !(i > 1 && a[-2].upper))
		return true;
	if (i < 2)
		return false;
	if (h->range && a[-1].upper && a[-1].text.length == 1 && a[-2].upper &&
	    a[-2].kind == ATOM_WORD && a[-2].text.length < 4)
		return true;
	if (sign_is(g, i - 1, ".") && !a[-1].space && a[-2].kind == ATOM_WORD)
		return a[-2].upper && a[-2].text.length == 1 && a->space;
	return sign_is(g, i - 1, ":") && !a[-1].space && !a->space &&
	    (class_before(g, i - 1, CONTEXT_CODE) || class_before(g, i - 1,
	    CONTEXT_SECRET) || class_before(g, i - 1, CONTEXT_NAME));
}

/* The 1975 were; the band The 1975: no year of anything. */
static bool
the_year(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	if (i == 0 || h->end != i + 1 || g->atoms[i].whole != 4 ||
	    g->atoms[i].number < 1900 || g->atoms[i].number > 2100 ||
	    g->titled || g->heading || !word_is(g, i - 1, "the") ||
	    !g->atoms[i - 1].capital || capital_word(g, h->end))
		return false;
	return sentence_first(g, i - 1) ? verb_at(g, h->end) : !counted_at(g,
	    h->end);
}

/* Orwell's 1984; but France's 1998 team, Italy's 1982 and 1990 teams */
static bool
year_of_owner(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	if (end != h->first + 1 || !number_at(g, h->first) || !(h->label ==
	    NUMBER_DATE ? h->a.level == LEVEL_YEAR && !h->range :
	    bare_digits(h) && g->atoms[h->first].whole == 4 &&
	    !g->atoms[h->first].grouped) || owner_before(g, h->first) == 0)
		return false;
	return end >= g->count || verb_at(g, end) || word_is(g, end, "twice") ||
	    (g->atoms[end].kind == ATOM_SIGN && !hyphen_at(g, end, false) &&
	    !sign_is(g, end, "/") && !number_at(g, end + 1));
}

/* the 14 October Mosque, the April 6 Movement: a day that names, and the
 * number of it. */
static bool
day_of_name(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	if (h->range || g->titled)
		return false;
	if (bare_digits(h) && end < g->count && class_at(g, end + 1,
	    CONTEXT_NAMED_FOR) != 0)
		return capital_word(g, end + 1) && calendar_int(g, end,
		    CALENDAR_MONTH) > 0;
	return h->label == NUMBER_DATE && h->a.day > 0 && h->a.year < 0 &&
	    capital_word(g, end) && class_at(g, end, CONTEXT_NAMED_FOR) != 0;
}

/* the 25th Amendment, the 9th U.S. Circuit Court, the 3rd Infantry */
static bool
nth_of_name(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	if (h->label != NUMBER_ORDINAL || !h->plain || g->titled ||
	    !capital_word(g, end))
		return false;
	return class_at(g, end, CONTEXT_NTH_NAME) != 0 || (g->atoms[end].upper
	    && capital_word(g, end + 1) && class_at(g, end + 1,
	    CONTEXT_NTH_NAME) != 0);
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

	if (!h->plain || end != i + 1 || !word_is(g, i, "one"))
		return false;
	if (dash_at(g, end) || dash_at(g, i - 1) || class_before(g, i,
	    CONTEXT_PRONOUN_BEFORE) || word_is(g, end, "of") || class_at(g,
	    end, CONTEXT_PRONOUN_AFTER) != 0 || (i > 1 && word_is(g, i - 1,
	    "by")))
		return true;
	/* at one point, at one stage */
	if (word_is(g, i - 1, "at") && (word_is(g, end, "point") || word_is(g,
	    end, "stage") || word_is(g, end, "time")))
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
	return sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99");
}

/* 4. and (4) before a sentence. */
static bool
list_mark(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	if (!bare_digits(h) ||
	    g->atoms[i].number < 0 || g->atoms[i].number > 99 ||
	    !(sign_is(g, end, ".") || sign_is(g, end, ")")) ||
	    g->atoms[end].space || end + 1 >= g->count ||
	    !g->atoms[end + 1].space)
		return false;
	while (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN)
		i--;
	return i == 0;
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
	if (word_has(g, i - 1, WORD_ARTICLE))
		return true;
	for (back = 1; back <= MAKER_ATOMS && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_MAKER) != 0)
			return true;
	return false;
}

/* P40 million, refused as a name. */
static bool
magnitude_left(const struct grammar *g, const struct hit *h)
{
	return h->plain && word_value(g, h->first, WORD_MAGNITUDE) > 0 &&
	    number_at(g, h->first - 1);
}

/* law 12/1990, prisoner number 466/64 */
static bool
slashed_code(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	return (h->label == NUMBER_DATE || h->label == NUMBER_FRACTION) &&
	    number_at(g, i) && sign_is(g, i + 1, "/") && (class_before(g, i,
	    CONTEXT_CODE) || class_before(g, i, CONTEXT_NAME));
}

/* a CVE-2021-1; ticket 8213 won */
static bool
no_money(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	return h->label == NUMBER_MONEY && ((dash_at(g, end) && number_at(g,
	    end + 1) && g->atoms[i].kind == ATOM_WORD) || (h->digits &&
	    word_is(g, end - 1, "won") && class_before(g, i, CONTEXT_NAME)));
}

/* P5+1 */
static bool
plus_of_name(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	return bare_digits(h) && i > 2 && sign_is(g, i - 1, "+") &&
	    number_at(g, i - 2) && !g->atoms[i - 2].space &&
	    g->atoms[i - 3].kind == ATOM_WORD && g->atoms[i - 3].upper;
}

static bool
behind_section(const struct grammar *g, const struct hit *h)
{
	return h->plain && sign_is(g, h->first - 1, "\xC2\xA7");
}

/* Whether it is told in another unit before: 200C/180C, 350F/180C. */
static bool
other_unit(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	return h->label == NUMBER_QUANTITY && i > 2 && sign_is(g, i - 1, "/") &&
	    g->atoms[i - 2].kind == ATOM_WORD && g->atoms[i - 2].text.length < 4
	    && (number_at(g, i - 3) || sign_is(g, i - 3, "\xC2\xB0"));
}

/* 1.2.3, 24/7, CC41/2019 */
static bool
behind_digits(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	return number_at(g, i) && !g->atoms[i].space && i >= 2 &&
	    ((sign_is(g, i - 1, ".") && number_at(g, i - 2)) ||
	    (sign_is(g, i - 1, "/") && !g->atoms[i - 1].space)) &&
	    !other_unit(g, h);
}

/* 24/7, 1.2.3 */
static bool
before_digits(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	if (!h->digits || !number_at(g, end + 1) || g->atoms[end].space)
		return false;
	return sign_is(g, end, "/") ? h->label == NUMBER_CARDINAL && !h->range :
	    h->plain && sign_is(g, end, ".") && !g->atoms[end + 1].space;
}

/* 2 Corinthians */
static bool
book(const struct grammar *g, const struct hit *h)
{
	int64_t number = g->atoms[h->first].number;

	return bare_digits(h) && number > 0 && number < 4 && capital_word(g,
	    h->end) && class_at(g, h->end, CONTEXT_VERSE) != 0;
}

/* Twenty One Pilots; Twenty20 */
static bool
words_of_name(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	if (!h->plain || h->digits)
		return false;
	return (end > i + 1 && !g->titled && g->atoms[end - 1].capital &&
	    capital_word(g, end) && g->atoms[i].capital) || (number_at(g,
	    end) && !g->atoms[end].space);
}

/* on 60 Minutes, a programme */
static bool
programme(const struct grammar *g, const struct hit *h)
{
	const struct atom *unit = g->atoms + h->end - 1;

	return counts_a_word(h) && capital_word(g, h->end - 1) &&
	    unit->space && !unit->upper && unit->text.length > 3 &&
	    !g->titled && !g->heading && !capital_word(g, h->first - 1);
}

/* iPhone, MacBook */
static bool
inner_capital(struct slice s)
{
	size_t i;

	for (i = 1; i < s.length; i++)
		if (is_upper(s.at[i]) && is_lower(s.at[i - 1]))
			return true;
	return false;
}

/* the iPhone 15s are plural; under 21s lost */
static bool
no_seconds(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;
	int64_t number = g->atoms[i].number;

	return counts_a_word(h) && i > 0 && word_is(g, i + 1, "s") &&
	    !g->atoms[i + 1].space && (inner_capital(g->atoms[i - 1].text) ||
	    (word_is(g, i - 1, "under") && number > 11 && number < 25));
}

/* the rapper 50 Cent */
static bool
rapper(const struct grammar *g, const struct hit *h)
{
	return bare_digits(h) && !g->titled && capital_word(g, h->end) &&
	    !g->atoms[h->end].upper && word_is(g, h->end, "cent");
}

/* 42nd Street */
static bool
street(const struct grammar *g, const struct hit *h)
{
	return h->label == NUMBER_ORDINAL && h->digits && capital_word(g,
	    h->end) && class_at(g, h->end, CONTEXT_STREET) == h->end + 1;
}

/* to zero in on it; net zero; five-nil */
static bool
idiom(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	if (!h->plain)
		return false;
	if (dash_at(g, end) && word_is(g, end + 1, "nil"))
		return true;
	return word_is(g, i, "zero") && ((word_is(g, end, "in") && word_is(g,
	    end + 1, "on")) || (i > 0 && word_is(g, i - 1 - (i > 1 &&
	    dash_at(g, i - 1)), "net")));
}

/* Stage 4 until 5am: no hour */
static bool
stage_until(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	return h->label == NUMBER_TIME && h->range && h->end > i + 1 &&
	    number_at(g, i) && class_before(g, i, CONTEXT_NAME) &&
	    g->atoms[i + 1].kind == ATOM_WORD && calendar_int(g, i + 1,
	    CALENDAR_UNTIL) != 0;
}

/* a 2:1 degree */
static bool
degree_of_school(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	return h->label == NUMBER_QUANTITY && slice_is(h->unit, "deg") &&
	    i > 1 && sign_is(g, i - 1, ":") && !g->atoms[i].space &&
	    !g->atoms[i - 1].space;
}

static bool
line_of_buses(const struct grammar *g, const struct hit *h)
{
	return bare_digits(h) && number_of_line(g, h);
}

/* 7-Eleven: either part of it */
static bool
hyphened(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	return h->plain && (h->digits ? dash_at(g, end) && capital_word(g,
	    end + 1) && word_has(g, end + 1, WORD_ANY) :
	    g->atoms[i].capital && i > 1 && dash_at(g, i - 1) && number_at(g,
	    i - 2));
}

/* 13:4: either part of it */
static bool
verse(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	return bare_digits(h) && ((i > 1 && sign_is(g, i - 1, ":") &&
	    !g->atoms[i].space && !g->atoms[i - 1].space && number_at(g,
	    i - 2)) || (sign_is(g, end, ":") && number_at(g, end + 1) &&
	    !g->atoms[end + 1].space));
}

/* 020, 007 */
static bool
leading_zero(const struct grammar *g, const struct hit *h)
{
	const struct atom *a = g->atoms + h->first;

	return h->plain && h->label == NUMBER_CARDINAL && a->zero &&
	    !a->point && !h->range && a->kind == ATOM_NUMBER;
}

static bool
around(const struct grammar *g, const struct hit *h)
{
	return h->plain && name_around(g, h);
}

/* the Six-Day War */
static bool
capitals_of_name(const struct grammar *g, const struct hit *h)
{
	const struct atom *a = g->atoms + h->first;

	return !h->dated && a->kind == ATOM_WORD && a->capital && !g->titled &&
	    !sentence_first(g, h->first) && h->label != NUMBER_MONEY &&
	    h->label != NUMBER_PERCENT && capital_word(g, h->end - 1) &&
	    h->end > h->first + 1 && !h->numeral.power;
}

/* Vision 20/20 Fund */
static bool
fraction_of_name(const struct grammar *g, const struct hit *h)
{
	return h->label == NUMBER_FRACTION && h->digits && capital_word(g,
	    h->end) && capital_word(g, h->first - 1);
}

/* Whether letters are glued before a number that is no mid-2019, no
 * pre-Christmas. */
static bool
glued_before(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;
	bool dash = dash_at(g, i - 1);

	if (other_unit(g, h))
		return false;
	/* a side of 10x12 ft */
	if (h->label == NUMBER_QUANTITY && word_is(g, i - 1, "x") &&
	    number_at(g, i - 2) && slice_is(g->atoms[i - 1].text, "x"))
		return false;
	return name_glued_before(g, i) && !(dash && i >= 2 && (word_is(g,
	    i - 2, "mid") || word_is(g, i - 2, "pre") || word_is(g, i - 2,
	    "post") || word_is(g, i - 2, "early") || word_is(g, i - 2,
	    "late"))) && !(dash && h->label == NUMBER_DATE &&
	    g->atoms[i].kind == ATOM_WORD);
}

/* Whether one of these says so. */
static bool
any_of(bool (*const *reasons)(const struct grammar *, const struct hit *),
    const struct grammar *g, const struct hit *h)
{
	for (; *reasons != NULL; reasons++)
		if ((*reasons)(g, h))
			return true;
	return false;
}

bool
name_refused(const struct grammar *g, const struct hit *h)
{
	static bool (*const first[])(const struct grammar *,
	    const struct hit *) = {
		/* codes */
		glued_behind, lettered, magnitude_left, slashed_code,
		no_money, plus_of_name, behind_section, behind_digits,
		before_digits,
		/* names */
		airliner, book, the_year, year_of_owner, day_of_name,
		nth_of_name, line_of_buses, words_of_name, programme,
		no_seconds, rapper, street,
		/* phrases */
		idiom, stage_until, degree_of_school, NULL
	};
	static bool (*const last[])(const struct grammar *,
	    const struct hit *) = {
		around, pronoun, list_mark, capitals_of_name,
		fraction_of_name, NULL
	};
	bool digits = number_at(g, h->first);

	if (h->label == NUMBER_SET || h->label == NUMBER_SCORE)
		return false;
	if (h->label == NUMBER_AGE)
		return name_glued_before(g, h->first) && digits &&
		    h->mod.length == 0;
	if (glued_before(g, h))
		return digits || h->plain || !h->dated;
	if (any_of(first, g, h))
		return true;
	if (hyphened(g, h))
		return !g->titled;
	if (verse(g, h))
		return true;
	if (leading_zero(g, h))
		return !alone(g, h->first, h->end);
	return any_of(last, g, h);
}
