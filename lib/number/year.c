/*
 * year: years and what they are made of and make: decades, centuries,
 * quarters, halves, seasons, fiscal years.
 *
 * Bugs: a year is told from a cardinal by the words around it.
 */
#include "calendar.h"
#include "name.h"

extern const struct lexicon lexicon_zones;

/* Years that may stand before a plural. */
enum { LEAST_PLURAL = 1900, MOST_PLURAL = 2040 };

/* Whether four digits standing alone are a year here. */
static bool
year_alone(const struct grammar *g, size_t i, size_t end, int64_t year)
{
	const struct atom *next = g->atoms + end;
	bool before = class_before(g, i, CONTEXT_YEAR_BEFORE);
	size_t row;
	char letter;
	int64_t times;

	if (year < 1000 || year > 2999)
		return false;
	/* ''10 times the size'', he said */
	if (i > 0 && sign_is(g, i, "'") && sign_is(g, i - 1, "'") &&
	    !g->atoms[i].space)
		return false;
	/* pre-1914 maps */
	if (hyphen_at(g, i - 1, true) && (word_is(g, i - 2, "pre") || word_is(g,
	    i - 2, "post")) && year > 1300 && year < 2100)
		return true;
	if (g->atoms[i].kind == ATOM_WORD)
		return before && year >= 1300 && year <= 2099;
	/* at least 1,900; until at least 2028, no later than 2028 */
	if (class_before(g, i, CONTEXT_YEAR_NO) && !(i > 2 && word_is(g, i - 2,
	    "at") && class_before(g, i - 2, CONTEXT_YEAR_BEFORE)) && !(i > 1 &&
	    (word_is(g, i - 2, "later") || word_is(g, i - 2, "earlier"))))
		return false;
	/* page 1984, room 2001, but Euro 2016 */
	if (i > 0 && ((class_before(g, i, CONTEXT_NAME) && !class_before(g, i,
	    CONTEXT_YEAR_NAME)) || code_before(g, i, end)))
		return false;
	if (end < g->count) {
		if (next->kind == ATOM_SIGN && (slice_is(next->text, "%") ||
		    slice_is(next->text, "\xC2\xB0")))
			return false;
		if (time_unit_at(g, end, &letter, &times) != 0)
			return false;
		/* 1920 x 1080 */
		if (word_is(g, end, "x") && next[1].kind == ATOM_NUMBER)
			return false;
		if (class_at(g, end, CONTEXT_PERCENT) != 0 || word_has(g, end,
		    WORD_MAGNITUDE))
			return false;
		if (phrase_find(g, end, &lexicon_zones, &row) != 0 &&
		    next->upper)
			return false;
		if (hyphen_at(g, end, true) && g->atoms[end + 1].kind ==
		    ATOM_WORD && !class_at(g, end + 1, CONTEXT_YEAR_AFTER) &&
		    !(g->atoms[end + 1].capital) &&
		    calendar_int(g, end + 1, CALENDAR_TO_NOW) == 0)
			return false;
	}
	if (year >= 1000 && year < 1500 && word_is(g, i - 1, "in") && end <
	    g->count && next->kind == ATOM_WORD &&
	    next->norm.at[next->norm.length - 1] != 's')
		return true;
	if (year < 1500 || year > 2100)
		return before && (end >= g->count || next->kind != ATOM_WORD ||
		    class_at(g, end, CONTEXT_NONNOUN) != 0) && year < 2200 &&
		    word_is(g, i - 1, "in");
	if (sign_is(g, i - 1, "$") || sign_is(g, i - 1, "#"))
		return false;
	if (end >= g->count || next->kind != ATOM_WORD)
		return year >= 1700 || before;
	if (class_at(g, end, CONTEXT_NONNOUN) != 0 || next->capital ||
	    class_at(g, end, CONTEXT_YEAR_AFTER) != 0)
		return year >= 1700 || before;
	/* 1,900 would be written so: a noun in the plural makes a count, but
	 * eyeing 2020 campaigns */
	if (next->norm.at[next->norm.length - 1] == 's' &&
	    next->norm.length > 3)
		return year > LEAST_PLURAL && year < MOST_PLURAL && year % 100
		    != 0 && class_at(g, end, CONTEXT_PEOPLE) == 0 &&
		    class_at(g, end, CONTEXT_MILLION_OF) == 0;
	return before || year >= 1900;
}

/* Whether the number before the s of 70s can be a decade. */
static bool
decade_before(const struct grammar *g, size_t i)
{
	return word_is(g, i - 1, "the") || word_has(g, i - 1, CALENDAR_MOD) ||
	    hyphen_at(g, i - 1, true) || word_is(g, i - 1, "and");
}

/* the nineties, nineteen-twenties */
static size_t
spoken_decade_at(const struct grammar *g, size_t i, bool the, struct when *w)
{
	int64_t n = word_value(g, i, WORD_DECADE);
	size_t j = skip_hyphen(g, i + 1);

	w->level = LEVEL_DECADE;
	if (word_is(g, i, "noughties")) {
		w->year = 2000;
		return i + 1;
	}
	if (n >= 20 && (the || class_before(g, i, CONTEXT_OF_DECADE))) {
		w->year = 1900 + n;
		return i + 1;
	}
	n = word_value(g, j, WORD_DECADE);
	if (n < 20 || !(word_is(g, i, "nineteen") || word_is(g, i,
	    "eighteen")))
		return 0;
	w->year = word_value(g, i, WORD_TEEN) * 100 + n;
	return j + 1;
}

/* the 1990s, '90s, 70s, 430s BC */
size_t
decade_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool the = decade_before(g, i), mark;
	size_t end = i + 1;

	*w = nowhen;
	if (!may_begin(g, i, HINT_DATE))
		return 0;
	if (a->kind == ATOM_WORD)
		return spoken_decade_at(g, i, the, w);
	mark = (sign_is(g, i, "'") || sign_is(g, i, "\xE2\x80\x99") ||
	    sign_is(g, i, "\xE2\x80\x98")) && !a[1].space;
	a += mark;
	end += mark;
	if (a->kind != ATOM_NUMBER || a->number % 10 != 0 || a->point ||
	    a->grouped || a->number < 0 || end >= g->count)
		return 0;
	if (a->text.length == 2 && (mark || the))
		w->year = 1900 + a->number;
	else if (!mark && a->number >= 100 && (a->text.length == 4 ||
	    (a->text.length == 3 && the)))
		w->year = a->number;
	else
		return 0;
	if ((sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99")) &&
	    !g->atoms[end].space)
		end++;
	/* 1980 s in text that was taken apart */
	if (!word_is(g, end, "s") || (g->atoms[end].space && (a->text.length <
	    4 || g->atoms[end].text.length > 1)) || g->atoms[end].capital)
		return 0;
	w->level = LEVEL_DECADE;
	return a->text.length > 2 ? era_at(g, end + 1, &w->bc) : end + 1;
}

/* 19th century, 5th century BC, third millennium; 18th in "the 18th and 19th
 * centuries" */
static size_t
century_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n, m;
	size_t end = ordinal_at(g, i, &n), j;
	int64_t value, many;
	bool joint;

	if (end == 0)
		return 0;
	value = decimal_int(n.value);
	j = skip_hyphen(g, end);
	joint = word_is(g, j, "and") || word_is(g, j, "or") || word_is(g, j,
	    "to");
	if (joint) {
		j = ordinal_at(g, j + 1, &m);
		if (j == 0)
			return 0;
	}
	many = word_is(g, j, "millennia") || word_is(g, j, "millennium") ?
	    1000 : 100;
	if (value < 1 || value > (many > 100 ? 9 : 99) || !(word_is(g, j,
	    "centuries") || word_is(g, j, "millennia") || (!joint &&
	    (word_is(g, j, "century") || word_is(g, j, "millennium")))))
		return 0;
	w->level = many > 100 ? LEVEL_MILLENNIUM : LEVEL_CENTURY;
	w->year = (value - 1) * many;
	return joint ? end : era_at(g, j + 1, &w->bc);
}

/* 3Q, 1H, 3Q25, 2H2025 */
static size_t
letter_behind_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool quarter = word_is(g, i + 1, "q");

	if (a->kind != ATOM_NUMBER || a->text.length != 1 || a->number < 1 ||
	    a->number > (quarter ? 4 : 2) || !(quarter || word_is(g, i + 1,
	    "h")) || a[1].space || !a[1].upper)
		return 0;
	w->level = quarter ? LEVEL_QUARTER : LEVEL_HALF;
	w->part = (int)a->number;
	if (a[2].space || a[2].kind != ATOM_NUMBER || a[2].number < 0 ||
	    (a[2].text.length != 2 && a[2].text.length != 4))
		return quarter || i + 2 >= g->count || a[2].space ? i + 2 : 0;
	w->year = a[2].text.length == 2 ? 2000 + a[2].number : a[2].number;
	return i + 3;
}

/* Q3, H1, q3 */
static size_t
lettered_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool quarter = word_is(g, i, "q");

	if ((!quarter && !(word_is(g, i, "h") && a->upper)) || a[1].space ||
	    a[1].kind != ATOM_NUMBER || a[1].number < 1 || a[1].number >
	    (quarter ? 4 : 2) || a[1].text.length != 1 || (i + 2 < g->count &&
	    a[2].kind == ATOM_WORD && !a[2].space))	/* H2O */
		return 0;
	w->level = quarter ? LEVEL_QUARTER : LEVEL_HALF;
	w->part = (int)a[1].number;
	return i + 2;
}

static size_t fiscal_at(const struct grammar *g, size_t i, struct when *w);
static size_t fiscal_tail_at(const struct grammar *g, size_t i, int64_t year,
    int64_t *last);

/* Behind a quarter or a half: FY26, fiscal [year] 2018, 2025-26: years that
 * are named by their ends. */
static size_t
of_fiscal_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when year = nowhen;
	size_t end = fiscal_at(g, i, &year), tail;
	int64_t last;

	/* of the fiscal year */
	if (end != 0 && year.year < 0)
		w->fiscal = word_is(g, i - 1, "the");
	if (end != 0 && year.year < 0)
		return w->fiscal ? end : 0;
	if (end == 0 && (end = year_at(g, i, &year.year)) != 0 &&
	    fiscal_tail_at(g, end, year.year, &last) == 0)
		return 0;
	if (end == 0)
		return 0;
	tail = fiscal_tail_at(g, end, year.year, &last);
	w->year = tail != 0 ? last : year.year;
	w->fiscal = true;
	return tail != 0 ? tail : end;
}

/* Behind a quarter or a half: [of] (this year | fiscal 2018 | 2018). */
static size_t
of_the_year_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;
	size_t j = over_comma(g, i), end;

	if (word_is(g, j, "of"))
		j++;
	if (word_is(g, j, "the") && word_is(g, j + 1, "year") && word_is(g,
	    j - 1, "of"))
		return j + 2;
	if (calendar(g, j, CALENDAR_DIRECTION, &value) && word_is(g, j + 1,
	    "year")) {
		w->rel = value;
		return j + 2;
	}
	if ((end = of_fiscal_at(g, j + word_is(g, j, "the"), w)) != 0)
		return end;
	end = hyphen_at(g, i, true) ? year_at(g, i + 1, &w->year) :
	    year_at(g, j, &w->year);
	if (end == 0)
		w->year = -1;
	return end;
}

#define HALF_ATOMS 25	/* how far what is of a year may stand */

/* Whether "in the second half" ends a clause and the sentence speaks of money
 * and not of a match. */
static bool
half_of_year(const struct grammar *g, size_t i, size_t end)
{
	size_t k = i > HALF_ATOMS ? i - HALF_ATOMS : 0;
	bool money = false;

	if (i < 2 || !word_is(g, i - 1, "the") || class_at(g, i - 2,
	    CONTEXT_NONNOUN) == 0 || (end < g->count && (hyphen_at(g, end,
	    true) || (g->atoms[end].kind == ATOM_WORD && class_at(g, end,
	    CONTEXT_NONNOUN) == 0))) || word_is(g, end, "of"))
		return false;
	for (; k < end + HALF_ATOMS && k < g->count; k++) {
		if (class_at(g, k, CONTEXT_SCORE) == k + 1)
			return false;
		money = money || class_at(g, k, CONTEXT_HALF_WORD) == k + 1;
	}
	return money;
}

/* third quarter, 3rd qtr, first half where a year or money is spoken of */
static size_t
part_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	struct when year = nowhen;
	size_t end, j;
	int64_t value;

	if ((end = lettered_at(g, i, w)) != 0 ||
	    (end = letter_behind_at(g, i, w)) != 0)
		return end;
	end = ordinal_at(g, i, &n);
	if (end == 0)
		return 0;
	value = decimal_int(n.value);
	j = skip_hyphen(g, end);
	if ((word_is(g, j, "quarter") || word_is(g, j, "qtr")) && value >= 1
	    && value <= 4)
		w->level = LEVEL_QUARTER;
	else if (word_is(g, j, "half") && (value == 1 || value == 2) &&
	    (of_the_year_at(g, j + 1, &year) != 0 || class_at(g, j + 1,
	    CONTEXT_HALF_YEAR) != 0 || half_of_year(g, i, j + 1)))
		w->level = LEVEL_HALF;	/* a match has halves, too */
	else
		return 0;
	w->part = (int)value;
	return j + 1;
}

/* last year's third quarter, 2018's first half, 2018 Q3, 2018-Q3 */
static size_t
year_part_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when year;
	size_t end = year_at(g, i, &year.year), j;
	struct slice rel = slice_of("");
	bool fiscal = false;

	if (end == 0 && (end = fiscal_at(g, i, &year)) != 0) {
		fiscal = true;
	} else if (end == 0) {
		end = relative_at(g, i, &year);
		if (end == 0 || year.level != LEVEL_YEAR || year.ref ||
		    year.step != STEP_NONE)
			return 0;
		rel = year.rel;
		year.year = -1;
	}
	j = hyphen_at(g, end, true) ? end + 1 : end;
	if ((sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99")) &&
	    word_is(g, end + 1, "s")) {
		j = part_at(g, end + 2, w);
		/* next year's second half is of a year */
		if (j == 0 && (word_is(g, end + 3, "half")) && (word_is(g,
		    end + 2, "first") || word_is(g, end + 2, "second"))) {
			w->level = LEVEL_HALF;
			w->part = word_is(g, end + 2, "first") ? 1 : 2;
			j = end + 4;
		}
	} else {
		j = lettered_at(g, j, w);
	}
	if (j == 0)
		return 0;
	w->year = year.year;
	w->fiscal = fiscal;
	w->rel = rel;
	return j;
}

/* the first decade of the 21st century, the last decade of the 1800s */
static size_t
decade_of_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	size_t end = word_is(g, i, "last") ? i + 1 : ordinal_at(g, i, &n);
	int64_t nth = word_is(g, i, "last") ? 10 : end != 0 ?
	    decimal_int(n.value) : 0;

	if (end == 0 || nth < 1 || nth > 10 || !word_is(g, end, "decade") ||
	    !word_is(g, end + 1, "of"))
		return 0;
	end += 2;
	end += word_is(g, end, "the");
	end = end < g->count ? century_at(g, end, w) : 0;
	if (end == 0 || w->level != LEVEL_CENTURY || w->bc)
		return 0;
	w->level = LEVEL_DECADE;
	w->year += 10 * (nth - 1);
	return end;
}

size_t
numbered_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, k;

	*w = nowhen;
	if (!may_begin(g, i, HINT_ORDINAL | HINT_LETTER))
		return 0;
	if ((end = decade_of_at(g, i, w)) != 0)
		return end;
	*w = nowhen;
	if ((end = century_at(g, i, w)) != 0 || (end = year_part_at(g, i, w))
	    != 0)
		return end;
	*w = nowhen;
	end = part_at(g, i, w);
	if (end == 0 || w->year >= 0)
		return end;
	k = of_the_year_at(g, end, w);
	return k != 0 ? k : end;
}

/* The second year of FY2014-15, FY14/15; *last is that year. */
static size_t
fiscal_tail_at(const struct grammar *g, size_t i, int64_t year, int64_t *last)
{
	const struct atom *a = g->atoms + i + 1;

	if (year < 0 || !(hyphen_at(g, i, true) || (sign_is(g, i, "/") &&
	    !g->atoms[i].space)) || a->kind != ATOM_NUMBER || a->space ||
	    a->number < 0)
		return 0;
	*last = a->text.length == 2 ? year / 100 * 100 + a->number : a->number;
	return *last == year + 1 ? i + 2 : 0;
}

/* fiscal 2019, FY19, the financial year */
static size_t
fiscal_at(const struct grammar *g, size_t i, struct when *w)
{
	bool named = word_is(g, i + 1, "year");
	size_t end = named ? i + 2 : i + 1, k;

	if (!word_is(g, i, "fiscal") && !(word_is(g, i, "fy") &&
	    g->atoms[i].upper) && !(word_is(g, i, "financial") && named))
		return 0;
	w->level = LEVEL_FISCAL;
	if (g->atoms[end].kind == ATOM_NUMBER && g->atoms[end].number > 0 &&
	    g->atoms[end].text.length == 2) {
		w->year = 2000 + g->atoms[end].number;
		return end + 1;
	}
	if ((k = year_at(g, end, &w->year)) != 0)
		return k;
	w->year = -1;
	return named ? end : 0;
}

/* CY25, CY 2026: the calendar's, by those who count others, too; SY 2025 of a
 * school, the school year 2025, but 2025-26 are two */
static size_t
calendar_year_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i + 1;
	bool school = word_is(g, i, "sy") || ((word_is(g, i, "school") ||
	    word_is(g, i, "academic")) && word_is(g, i + 1, "year"));
	int64_t last;
	size_t end;

	if (!(word_is(g, i, "cy") || school) || (!school && !a[-1].upper &&
	    a->space))
		return 0;
	w->level = school ? LEVEL_FISCAL : LEVEL_YEAR;
	if (school) {
		i += word_is(g, i + 1, "year");
		w->season = "SY";
		end = year_at(g, i + 1, &w->year);
		if (end != 0)
			return fiscal_tail_at(g, end, w->year, &last) == 0 ?
			    end : 0;
	}
	if (a->kind == ATOM_NUMBER && a->number > 0 && a->text.length == 2 &&
	    !a->space) {
		w->year = 2000 + a->number;
		return i + 2;
	}
	return year_at(g, i + 1, &w->year);
}

/* 44 BC, AD 79: of any number of digits */
static size_t
era_year_at(const struct grammar *g, size_t i, struct when *w)
{
	bool before = word_is(g, i, "ad") && g->atoms[i].upper;
	size_t end;

	i += before;
	if (i >= g->count || g->atoms[i].kind != ATOM_NUMBER ||
	    g->atoms[i].number <= 0 || g->atoms[i].number >= 20000)
		return 0;
	w->year = g->atoms[i].number;
	w->level = LEVEL_YEAR;
	end = era_at(g, i + 1, &w->bc);
	if (before)
		return w->year < 3000 ? i + 1 : 0;
	return end > i + 1 ? end : 0;
}

/* Behind a year: -45, /19, -2018; or a month, 2019-07.  *last is the year, 0
 * when it is a month, -1 neither. */
static size_t
year_tail_at(const struct grammar *g, size_t i, int64_t year, int64_t *last)
{
	const struct atom *a = g->atoms + i + 1;

	*last = -1;
	if (!(hyphen_at(g, i, true) || (sign_is(g, i, "/") &&
	    !g->atoms[i].space)) || a->kind != ATOM_NUMBER || a->space ||
	    a->point || a->grouped || year < 1500 || year > 2100 ||
	    (a[1].kind == ATOM_WORD && !a[1].space) || (hyphen_at(g, i + 2,
	    true) && a[2].kind == ATOM_NUMBER))
		return 0;
	if (a->text.length == 2) {
		*last = year / 100 * 100 + a->number;
		*last += *last < year ? 100 : 0;
		/* 2019-07 is a month, 2018-19 a season */
		if (*last - year > 60)
			*last = a->number >= 1 && a->number <= 12 ? 0 : -1;
	} else if (a->text.length == 1 && sign_is(g, i, "-") && year >= 1900 &&
	    a->number > 0) {
		*last = 0;
	} else if (a->text.length == 4 && a->number <= 2200) {
		*last = a->number;
	}
	if (*last != 0 && *last <= year)
		*last = -1;
	return i + 2;
}

/* Whether a season is told by its verb, or by what is held in it: Winter is
 * coming, but spring shows; their autumn meetings. */
static bool
season_does(const struct grammar *g, size_t i)
{
	if (class_before(g, i, CONTEXT_POSSESSIVE) && class_at(g, i + 1,
	    CONTEXT_FIXTURE) != 0)
		return true;
	return !word_is(g, i, "fall") && (i == 0 || (g->atoms[i - 1].kind ==
	    ATOM_SIGN && !hyphen_at(g, i - 1, false)) || class_before(g, i,
	    CONTEXT_CLAUSE)) && (verb_at(g, i + 1) || class_at(g, i + 1,
	    CONTEXT_PRESENT_VERB) != 0);
}

/* A season with a year or a word before it, or a verb behind. */
size_t
season_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;
	size_t j, tail;
	int64_t year, last;

	if (!calendar(g, i, CALENDAR_SEASON, &value))
		return 0;
	/* the Autumn Nations Series */
	if (i > 0 && capital_word(g, i) && capital_word(g, i + 1))
		return 0;
	*w = nowhen;
	w->level = LEVEL_SEASON;
	w->season = value.at;
	w->season_length = value.length;
	j = word_is(g, i + 1, "of") || sign_is(g, i + 1, ",") ? i + 2 : i + 1;
	j = year_at(g, j, &year);
	if (j != 0) {
		w->year = year;
		/* the winter of 1962-63: that which begins in 1962 */
		tail = year_tail_at(g, j, year, &last);
		return tail != 0 && last == year + 1 ? tail : j;
	}
	if (class_before(g, i, CONTEXT_SPRING) && !word_is(g, i - 1, "to") &&
	    !(word_is(g, i, "fall") && !(word_is(g, i - 1, "in") || word_is(g, i
	    - 1, "this") || word_is(g, i - 1, "last") || word_is(g, i - 1,
	    "next"))))
		return i + 1;
	return season_does(g, i) ? i + 1 : 0;
}

/* 2000 - 2050 */
static size_t
spaced_tail_at(const struct grammar *g, size_t i, int64_t year, int64_t *last)
{
	const struct atom *a = g->atoms + i + 1;

	if (!hyphen_at(g, i, false) || !g->atoms[i].space || !a->space ||
	    a->kind != ATOM_NUMBER || year < 1800 || a->number <= year ||
	    a->number >= 2200 || a->whole != 4 || a->grouped)
		return 0;
	*last = a->number;
	return i + 2;
}

/* The 2021-22 fiscal year: the end, or 0. */
static size_t
fiscal_behind(const struct grammar *g, size_t i)
{
	return (word_is(g, i, "fiscal") || word_is(g, i, "financial")) &&
	    word_is(g, i + 1, "year") ? i + 2 : 0;
}

size_t
years_at(const struct grammar *g, size_t i, struct when *a, struct when *b,
    bool *range)
{
	int64_t year, last = -1;
	size_t end, k;

	*range = false;
	*a = nowhen;
	if (!may_begin(g, i, HINT_YEAR))
		return 0;
	if ((end = fiscal_at(g, i, a)) != 0) {
		k = fiscal_tail_at(g, end, a->year, &last);
		*range = k != 0;
		*b = *a;
		b->year = last;
		return *range ? k : end;
	}
	*a = nowhen;
	if ((end = era_year_at(g, i, a)) != 0 || (end = calendar_year_at(g, i,
	    a)) != 0)
		return end;
	*a = nowhen;
	end = year_at(g, i, &year);
	if (end == 0)
		return 0;
	a->year = year;
	a->level = LEVEL_YEAR;
	if (g->atoms[i].kind == ATOM_NUMBER && ((k = year_tail_at(g, end,
	    year, &last)) != 0 || (k = spaced_tail_at(g, end, year, &last)) !=
	    0)) {
		if (last == 0) {
			a->level = LEVEL_MONTH;
			a->month = (int)g->atoms[end + 1].number;
			return k;
		}
		*range = last > 0;
		if (*range && fiscal_behind(g, k) != 0) {
			a->level = LEVEL_FISCAL;
			k = fiscal_behind(g, k);
		}
		*b = *a;
		b->year = last;
		return last > 0 ? k : 0;
	}
	if ((k = fiscal_behind(g, end)) != 0) {
		a->level = LEVEL_FISCAL;
		return k;
	}
	if (!year_alone(g, i, end, year))
		return 0;
	return era_at(g, end, &a->bc);
}
