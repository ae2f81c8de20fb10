/*
 * year: years and what they are made of and make: decades, centuries,
 * quarters, halves, seasons, fiscal years.
 *
 * Bugs: a year is told from a cardinal by the words around it.
 */
#include "calendar.h"

extern const struct lexicon lexicon_zones;

/* Whether four digits standing alone are a year here. */
static bool
year_alone(const struct grammar *g, size_t i, size_t end, int64_t year)
{
	const struct atom *next = g->atoms + end;
	bool before = i > 0 && class_before(g, i, "year-before");
	size_t row;
	char letter;
	int64_t times;

	if (year < 1000 || year > 2999)
		return false;
	if (g->atoms[i].kind == ATOM_WORD)
		return before && year >= 1300 && year <= 2099;
	if (i > 0 && class_before(g, i, "year-no"))
		return false;
	if (end < g->count) {
		if (next->kind == ATOM_SIGN && (slice_is(next->text, "%") ||
		    slice_is(next->text, "\xC2\xB0")))
			return false;
		if (time_unit_at(g, end, &letter, &times) != 0)
			return false;
		if (class_at(g, end, "percent") != 0 ||
		    word_value(g, end, "magnitude") >= 0)
			return false;
		if (phrase_find(g, end, &lexicon_zones, &row) != 0 &&
		    next->upper)
			return false;
		if (hyphen_at(g, end, true) && g->atoms[end + 1].kind ==
		    ATOM_WORD && !class_at(g, end + 1, "year-after") &&
		    !(g->atoms[end + 1].capital))
			return false;
	}
	if (year >= 1000 && year < 1500 && i > 0 && word_is(g, i - 1, "in") &&
	    end < g->count && next->kind == ATOM_WORD &&
	    next->norm.at[next->norm.length - 1] != 's')
		return true;
	if (year < 1500 || year > 2100)
		return before && (end >= g->count || next->kind != ATOM_WORD ||
		    class_at(g, end, "nonnoun") != 0) && year < 2200 &&
		    !class_before(g, i, "and") && word_is(g, i - 1, "in");
	if (i > 0 && (sign_is(g, i - 1, "$") || sign_is(g, i - 1, "#")))
		return false;
	if (end >= g->count || next->kind != ATOM_WORD)
		return year >= 1700 || before;
	if (class_at(g, end, "nonnoun") != 0 || next->capital ||
	    class_at(g, end, "year-after") != 0)
		return year >= 1700 || before;
	/* 1,900 would be written so: a noun in the plural makes a count */
	if (next->norm.at[next->norm.length - 1] == 's' &&
	    next->norm.length > 3)
		return false;
	return before || year >= 1900;
}

/* A decade: the 1990s, '90s, the nineties. */
size_t
decade_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	int64_t n = -1;
	size_t end = 0;
	bool the = i > 0 && (word_is(g, i - 1, "the") ||
	    calendar_int(g, i - 1, "mod") != 0 || hyphen_at(g, i - 1, true) ||
	    word_is(g, i - 1, "early") || word_is(g, i - 1, "late"));

	*w = nowhen;
	if (a->kind == ATOM_NUMBER && (a->text.length == 4 ||
	    (a->text.length == 3 && the)) && !a->grouped &&
	    a->number % 10 == 0 && !a->point && a->number >= 100) {
		n = a->number;
		end = i + 1;
	} else if ((sign_is(g, i, "'") || sign_is(g, i, "\xE2\x80\x99") ||
	    sign_is(g, i, "\xE2\x80\x98")) && !a[1].space &&
	    a[1].kind == ATOM_NUMBER && a[1].text.length == 2 &&
	    a[1].number % 10 == 0) {
		n = 1900 + a[1].number;
		end = i + 2;
	} else if (a->kind == ATOM_NUMBER && a->text.length == 2 && the &&
	    a->number % 10 == 0 && !a->point) {
		n = 1900 + a->number;
		end = i + 1;
	} else if (word_value(g, i, "decade") >= 20 && the) {
		n = 1900 + word_value(g, i, "decade");
		w->year = n;
		w->level = LEVEL_DECADE;
		return i + 1;
	} else if (a->kind == ATOM_WORD && (word_is(g, i, "nineteen") ||
	    word_is(g, i, "eighteen")) && word_value(g, over_hyphen(g, i + 1),
	    "decade") >= 20) {
		w->year = word_value(g, i, "teen") * 100 + word_value(g,
		    over_hyphen(g, i + 1), "decade");
		w->level = LEVEL_DECADE;
		return over_hyphen(g, i + 1) + 1;
	}
	if (end == 0 || end >= g->count)
		return 0;
	if ((sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99")) &&
	    !g->atoms[end].space)
		end++;
	if (!word_is(g, end, "s") || g->atoms[end].space ||
	    g->atoms[end].capital)
		return 0;
	w->year = n;
	w->level = LEVEL_DECADE;
	return end + 1;
}

/* 19th century, 5th century BC; 18th in "the 18th and 19th centuries" */
static size_t
century_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n, m;
	size_t end = ordinal_at(g, i, &n), j;
	int64_t value;
	bool joint;

	if (end == 0)
		return 0;
	value = decimal_int(n.value);
	j = over_hyphen(g, end);
	joint = word_is(g, j, "and") || word_is(g, j, "or") || word_is(g, j,
	    "to");
	if (joint) {
		j = ordinal_at(g, j + 1, &m);
		if (j == 0)
			return 0;
	}
	if (value < 1 || value > 99 || !(word_is(g, j, "centuries") ||
	    (!joint && word_is(g, j, "century"))))
		return 0;
	w->level = LEVEL_CENTURY;
	w->year = (value - 1) * 100;
	if (joint)
		return end;
	j = era_at(g, j + 1, &w->bc);
	if (w->bc)
		w->year = value * 100;
	return j;
}

/* Q3, H1, q3 */
static size_t
lettered_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool quarter = word_is(g, i, "q");

	if ((!quarter && !(word_is(g, i, "h") && a->upper)) || a[1].space ||
	    a[1].kind != ATOM_NUMBER || a[1].number < 1 || a[1].number >
	    (quarter ? 4 : 2) || a[1].text.length != 1)
		return 0;
	w->level = quarter ? LEVEL_QUARTER : LEVEL_HALF;
	w->part = (int)a[1].number;
	return i + 2;
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
	if (calendar(g, j, "direction", &value) && word_is(g, j + 1,
	    "year")) {
		w->rel = value;
		return j + 2;
	}
	if (word_is(g, j, "fiscal") || word_is(g, j, "fy"))
		j += word_is(g, j + 1, "year") ? 2 : 1;
	end = hyphen_at(g, i, true) ? year_at(g, i + 1, &w->year) :
	    year_at(g, j, &w->year);
	if (end == 0)
		w->year = -1;
	return end;
}

/* third quarter, 3rd qtr, first half where a year or money is spoken of */
static size_t
part_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	struct when year = nowhen;
	size_t end, j;
	int64_t value;

	if ((end = lettered_at(g, i, w)) != 0)
		return end;
	end = ordinal_at(g, i, &n);
	if (end == 0)
		return 0;
	value = decimal_int(n.value);
	j = over_hyphen(g, end);
	if ((word_is(g, j, "quarter") || word_is(g, j, "qtr")) && value >= 1
	    && value <= 4)
		w->level = LEVEL_QUARTER;
	else if (word_is(g, j, "half") && (value == 1 || value == 2) &&
	    (of_the_year_at(g, j + 1, &year) != 0 || class_at(g, j + 1,
	    "half-year") != 0))
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

	if (end == 0) {
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
	w->rel = rel;
	return j;
}

size_t
numbered_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, k;

	*w = nowhen;
	if (i >= g->count)
		return 0;
	if ((end = century_at(g, i, w)) != 0 || (end = year_part_at(g, i, w))
	    != 0)
		return end;
	*w = nowhen;
	end = part_at(g, i, w);
	if (end == 0)
		return 0;
	k = of_the_year_at(g, end, w);
	return k != 0 ? k : end;
}

/* A season with a year or a word before it. */
size_t
season_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;
	size_t j;
	int64_t year;

	if (!calendar(g, i, "season", &value))
		return 0;
	*w = nowhen;
	w->level = LEVEL_SEASON;
	w->season = value.at;
	w->season_length = value.length;
	j = word_is(g, i + 1, "of") || sign_is(g, i + 1, ",") ? i + 2 : i + 1;
	j = year_at(g, j, &year);
	if (j != 0) {
		w->year = year;
		return j;
	}
	if (i > 0 && class_before(g, i, "spring") && !word_is(g, i - 1, "to") &&
	    !(word_is(g, i, "fall") && !(word_is(g, i - 1, "in") ||
	    word_is(g, i - 1, "this") || word_is(g, i - 1, "last") ||
	    word_is(g, i - 1, "next"))))
		return i + 1;
	return 0;
}

/* A year, 1939-45, 2018/19, fiscal 2019. */
size_t
years_at(const struct grammar *g, size_t i, struct when *a, struct when *b,
    bool *range)
{
	int64_t year, last;
	size_t end, j = i;
	bool fiscal = false, bc;

	*range = false;
	*a = nowhen;
	if (word_is(g, i, "fiscal") || (word_is(g, i, "fy") &&
	    g->atoms[i].upper) || (word_is(g, i, "financial") &&
	    word_is(g, i + 1, "year"))) {
		fiscal = true;
		j = word_is(g, i + 1, "year") ? i + 2 : i + 1;
	}
	if (fiscal && g->atoms[j].kind == ATOM_NUMBER && g->atoms[j].number >
	    0 && g->atoms[j].text.length == 2) {
		a->year = 2000 + g->atoms[j].number;
		a->level = LEVEL_FISCAL;
		return j + 1;
	}
	/* BC years have any number of digits */
	if (!fiscal && j < g->count && g->atoms[j].kind == ATOM_NUMBER &&
	    g->atoms[j].number > 0 && g->atoms[j].number < 20000) {
		end = era_at(g, j + 1, &bc);
		if (end > j + 1 && (bc || word_is(g, j + 1, "ad") ||
		    word_is(g, j + 1, "ce"))) {
			a->year = g->atoms[j].number;
			a->bc = bc;
			a->level = LEVEL_YEAR;
			return end;
		}
	}
	if (!fiscal && (word_is(g, i, "ad")) && g->atoms[i].upper &&
	    g->atoms[i + 1].kind == ATOM_NUMBER && g->atoms[i + 1].number > 0
	    && g->atoms[i + 1].number < 3000) {
		a->year = g->atoms[i + 1].number;
		a->level = LEVEL_YEAR;
		return i + 2;
	}
	end = year_at(g, j, &year);
	if (end == 0 && fiscal && j == i + 2) {
		a->level = LEVEL_FISCAL;
		return j;
	}
	if (end == 0)
		return 0;
	a->year = year;
	a->level = fiscal ? LEVEL_FISCAL : LEVEL_YEAR;
	if (fiscal)
		return end;
	if (g->atoms[j].kind == ATOM_NUMBER && (hyphen_at(g, end, true) ||
	    (sign_is(g, end, "/") && !g->atoms[end].space)) &&
	    g->atoms[end + 1].kind == ATOM_NUMBER &&
	    !g->atoms[end + 1].space && !g->atoms[end + 1].point &&
	    !g->atoms[end + 1].grouped && year >= 1500 && year <= 2100 &&
	    !(g->atoms[end + 2].kind == ATOM_WORD &&
	    !g->atoms[end + 2].space) && !(hyphen_at(g, end + 2, true) &&
	    g->atoms[end + 3].kind == ATOM_NUMBER)) {
		last = g->atoms[end + 1].number;
		if (g->atoms[end + 1].text.length == 2) {
			last += year / 100 * 100;
			if (last < year)
				last += 100;
			/* 2019-07 is a month, 2018-19 a season */
			if (last - year > 60)
				last = 0;
			if (sign_is(g, end, "-") && g->atoms[end + 1].zero &&
			    year % 100 > 12 && last > year + 60)
				last = 0;
			if (last == 0 && g->atoms[end + 1].number >= 1 &&
			    g->atoms[end + 1].number <= 12) {
				a->month = (int)g->atoms[end + 1].number;
				a->level = LEVEL_MONTH;
				return end + 2;
			}
		} else if (g->atoms[end + 1].text.length != 4 ||
		    last > 2200) {
			last = 0;
		}
		if (last > year) {
			*b = *a;
			b->year = last;
			*range = true;
			return end + 2;
		}
		return 0;
	}
	/* 2000 - 2050 */
	if (hyphen_at(g, end, false) && g->atoms[end].space &&
	    g->atoms[end + 1].space && g->atoms[j].kind == ATOM_NUMBER &&
	    g->atoms[end + 1].kind == ATOM_NUMBER && year >= 1800 &&
	    (last = g->atoms[end + 1].number) > year && last < 2200 &&
	    g->atoms[end + 1].whole == 4 && !g->atoms[end + 1].grouped) {
		*b = *a;
		b->year = last;
		*range = true;
		return end + 2;
	}
	if (!year_alone(g, j, end, year))
		return 0;
	return era_at(g, end, &a->bc);
}
