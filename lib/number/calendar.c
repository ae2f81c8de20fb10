/*
 * calendar: dates, times of day and sets (TIMEX3 of ISO-TimeML), absolute,
 * partial and relative.
 *
 *	date  = [early | the end of] (calendar | relative) [time | day part]
 *	time  = clock [meridiem] [zone] [on date] | half past nine
 *	range = date (to | -) date
 *
 * Words are in calendar.tsv, zones in zones.tsv, holidays in holidays.tsv.
 * What a date hangs on is told by rel; resolve.c puts it on the document's
 * date.
 *
 * Bugs: a year is told from a cardinal by the words around it.
 */
#include "grammar.h"

extern const struct lexicon lexicon_calendar;
extern const struct lexicon lexicon_zones;
extern const struct lexicon lexicon_holidays;

static const struct when nowhen = {
	.year = -1, .hour = -1, .minute = -1, .second = -1
};

/* The value of a word of calendar.tsv in this class; false when it is none. */
static bool
calendar(const struct grammar *g, size_t i, const char *class,
    struct slice *value)
{
	size_t row;

	if (i >= g->count || g->atoms[i].kind != ATOM_WORD)
		return false;
	row = g->atoms[i].calendar;
	if (row == LEXICON_NONE)
		return false;
	for (; lexicon_key_is(&lexicon_calendar, row, g->atoms[i].norm); row++)
		if (slice_is(lexicon_cell(&lexicon_calendar, row, 1), class)) {
			*value = lexicon_cell(&lexicon_calendar, row, 2);
			return true;
		}
	return false;
}

static int
calendar_int(const struct grammar *g, size_t i, const char *class)
{
	struct slice value;

	return calendar(g, i, class, &value) ? (int)slice_int(value) : 0;
}

static size_t
over_hyphen(const struct grammar *g, size_t i)
{
	return hyphen_at(g, i, true) ? i + 1 : i;
}

/* A full stop glued to atom i - 1. */
static size_t
over_dot(const struct grammar *g, size_t i)
{
	return sign_is(g, i, ".") && !g->atoms[i].space ? i + 1 : i;
}

static size_t
over_comma(const struct grammar *g, size_t i)
{
	return sign_is(g, i, ",") ? i + 1 : i;
}

/* A month; *weak when the word may be another (May, Mar, lower case). */
static size_t
month_at(const struct grammar *g, size_t i, int *month, bool *weak)
{
	*weak = word_is(g, i, "may") || word_is(g, i, "march");
	if ((*month = calendar_int(g, i, "month")) > 0)
		return i + 1;
	if ((*month = calendar_int(g, i, "month-short")) > 0) {
		*weak = true;
		return over_dot(g, i + 1) > i + 1 && i + 2 < g->count ?
		    i + 2 : i + 1;
	}
	return 0;
}

/* A day of the month: 4, 4th, fourth; digits only unless words. */
static size_t
day_at(const struct grammar *g, size_t i, int *day, bool words)
{
	struct numeral n;
	size_t end;
	int64_t value;

	if (i >= g->count)
		return 0;
	end = ordinal_at(g, i, &n);
	if (end != 0 && (words || g->atoms[i].kind == ATOM_NUMBER)) {
		value = decimal_int(n.value);
		*day = (int)value;
		return value >= 1 && value <= 31 ? end : 0;
	}
	if (g->atoms[i].kind != ATOM_NUMBER || g->atoms[i].number < 1 ||
	    g->atoms[i].number > 31 || g->atoms[i].whole > 2)
		return 0;
	/* not 4m, 4% */
	if (i + 1 < g->count && !g->atoms[i + 1].space &&
	    g->atoms[i + 1].kind == ATOM_WORD)
		return 0;
	if (sign_is(g, i + 1, ":") && !g->atoms[i + 1].space &&
	    g->atoms[i + 2].kind == ATOM_NUMBER)
		return 0;
	*day = (int)g->atoms[i].number;
	return i + 1;
}

/* Four digits that can be a year, or nineteen seventy-three. */
static size_t
year_at(const struct grammar *g, size_t i, int64_t *year)
{
	const struct atom *a = g->atoms + i;
	struct numeral n;
	size_t end;

	if (i >= g->count)
		return 0;
	if (a->kind == ATOM_NUMBER) {
		if (a->whole != 4 || a->grouped || a->point || a->number < 1000
		    || a->number > 2999 || (g->atoms[i + 1].kind == ATOM_WORD
		    && !g->atoms[i + 1].space))
			return 0;
		*year = a->number;
		return i + 1;
	}
	if ((sign_is(g, i, "'") || sign_is(g, i, "\xE2\x80\x99")) &&
	    g->atoms[i + 1].kind == ATOM_NUMBER && !g->atoms[i + 1].space &&
	    g->atoms[i + 1].text.length == 2) {
		*year = g->atoms[i + 1].number;
		*year += *year < 40 ? 2000 : 1900;
		return (g->atoms[i + 2].kind == ATOM_WORD &&
		    !g->atoms[i + 2].space) ? 0 : i + 2;
	}
	if (a->kind == ATOM_WORD && (word_value(g, i, "teen") >= 13 ||
	    word_value(g, i, "ten") == 20 || ((word_is(g, i, "two") ||
	    word_is(g, i, "one")) && word_is(g, i + 1, "thousand")))) {
		end = numeral_at(g, i, 0, &n);
		if (end < i + 2 || n.kind != NUMERAL_PLAIN || n.value.scale)
			return 0;
		*year = decimal_int(n.value);
		return *year >= 1300 && *year <= 2099 ? end : 0;
	}
	return 0;
}

/* BC, B.C., BCE behind a year; AD is passed over. */
static size_t
era_at(const struct grammar *g, size_t i, bool *bc)
{
	*bc = false;
	if (i < g->count && g->atoms[i].upper) {
		if (word_is(g, i, "bc") || word_is(g, i, "bce")) {
			*bc = true;
			return i + 1;
		}
		if (word_is(g, i, "ad") || word_is(g, i, "ce"))
			return i + 1;
	}
	return i;
}

/* [,] [of] year behind a month or a day. */
static size_t
then_year_at(const struct grammar *g, size_t i, int64_t *year)
{
	size_t j = over_comma(g, i), end;

	if (j == i && word_is(g, i, "of"))
		j++;
	if (word_is(g, j, "the") && word_is(g, j + 1, "year"))
		j += 2;
	if (j > i && sign_is(g, i, ",") && g->atoms[j].kind == ATOM_WORD)
		return 0;
	end = year_at(g, j, year);
	/* July 4, 2019 people */
	return end;
}

/* 2019-07-04, 04/07/2019, 4.7.2019, 7/4, 2019/7/4 */
static size_t
numeric_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	int64_t x, y, z;
	const char *sign;

	*w = nowhen;
	if (a->kind != ATOM_NUMBER || a->grouped)
		return 0;
	/* 14.02.2022 is one number and a rest: 14.02 . 2022 stays apart */
	if (i + 4 < g->count && (a[1].kind == ATOM_SIGN) && !a[1].space &&
	    a[2].kind == ATOM_NUMBER && !a[2].space && !a[3].space &&
	    !a[4].space && a[4].kind == ATOM_NUMBER &&
	    slice_equal(a[1].text, a[3].text) &&
	    (slice_is(a[1].text, "-") || slice_is(a[1].text, "/") ||
	    slice_is(a[1].text, "."))) {
		x = a[0].number;
		y = a[2].number;
		z = a[4].number;
		if (x < 0 || y < 1 || z < 1 || a[2].grouped || a[4].grouped ||
		    (hyphen_at(g, i + 5, true) && a[6].kind == ATOM_NUMBER))
			return 0;
		sign = slice_is(a[1].text, "/") ? "/" : "-";
		if (a[0].whole == 4 && y <= 12 && z <= 31) {
			w->year = x;
			w->month = (int)y;
			w->day = (int)z;
		} else if ((a[4].whole == 4 || a[4].whole == 2) &&
		    a[0].whole <= 2 && a[2].whole <= 2) {
			bool first_day = g->context->locale_gb ||
			    slice_is(a[1].text, ".");

			if (a[4].whole == 2) {
				if (*sign == '-' && !slice_is(a[1].text, "."))
					return 0;
				z += z < 40 ? 2000 : 1900;
			}
			if (z < 1000)
				return 0;
			if (x > 12)
				first_day = true;
			else if (y > 12)
				first_day = false;
			w->year = z;
			w->month = (int)(first_day ? y : x);
			w->day = (int)(first_day ? x : y);
		} else {
			return 0;
		}
		if (w->month < 1 || w->month > 12 || w->day < 1 || w->day > 31)
			return 0;
		w->level = LEVEL_DAY;
		return i + 5;
	}
	return 0;
}

/* A weekday; *weak for an abbreviation. */
static size_t
weekday_at(const struct grammar *g, size_t i, int *weekday, bool *weak)
{
	*weak = false;
	if ((*weekday = calendar_int(g, i, "weekday")) > 0)
		return class_at(g, i + 1, "weekday-name") != 0 &&
		    g->atoms[i + 1].capital ? 0 : i + 1;
	if ((*weekday = calendar_int(g, i, "weekday-short")) > 0) {
		*weak = true;
		return sign_is(g, i + 1, ".") && i + 2 < g->count ? i + 2 :
		    i + 1;
	}
	return 0;
}

/* 22/04, 4/25: a day and a month, where it is no fraction */
static size_t
slash_day_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	int64_t x, y;
	bool first_day = g->context->locale_gb, weak;
	int weekday;

	if (i + 2 >= g->count || a->kind != ATOM_NUMBER ||
	    !sign_is(g, i + 1, "/") || a[1].space || a[2].space ||
	    a[2].kind != ATOM_NUMBER || a[0].whole > 2 || a[2].whole > 2 ||
	    a[0].point || a[2].point || a[0].grouped || a[2].grouped ||
	    (!a[3].space && i + 3 < g->count && !sign_is(g, i + 3, ",") &&
	    !sign_is(g, i + 3, ".") && !sign_is(g, i + 3, ")")))
		return 0;
	x = a[0].number;
	y = a[2].number;
	if (x > 12)
		first_day = true;
	else if (y > 12)
		first_day = false;
	if (x < 1 || y < 1 || x > 31 || y > 31 || (x > 12 && y > 12))
		return 0;
	if (!a[0].zero && !a[2].zero && !(i > 0 && (word_is(g, i - 1, "on") ||
	    word_is(g, i - 1, "until") || word_is(g, i - 1, "since") ||
	    weekday_at(g, i - 1, &weekday, &weak) == i)) && !(x >= y && x < 13
	    && y < 12 && 0) && !(y == 25 || y == 31))
		return 0;
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->month = (int)(first_day ? y : x);
	w->day = (int)(first_day ? x : y);
	return i + 3;
}

static size_t
holiday_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t row, end = phrase_find(g, i, &lexicon_holidays, &row), j;
	int64_t year;

	if (end == 0)
		return 0;
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->holiday = lexicon_cell(&lexicon_holidays, row, 1);
	if (w->holiday.at[0] >= '0' && w->holiday.at[0] <= '9' &&
	    w->holiday.at[2] == '-') {
		w->month = (int)slice_int((struct slice){ w->holiday.at, 2 });
		w->day = (int)slice_int((struct slice){ w->holiday.at + 3, 2 });
	}
	j = over_comma(g, end);
	if (word_is(g, j, "of") || word_is(g, j, "in"))
		j++;
	j = year_at(g, j, &year);
	if (j != 0) {
		w->year = year;
		end = j;
		if (w->month == 0 && !holiday_date(w->holiday, year, &w->month,
		    &w->day))
			w->month = w->day = 0;
	}
	return end;
}

/* Month and day in either order, with or without a year. */
static size_t
month_day_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, j, k, start = i;
	int month, day;
	int64_t year;
	bool weak, the = false, capital = g->atoms[i].capital;

	*w = nowhen;
	if ((end = numeric_at(g, i, w)) != 0 ||
	    (end = slash_day_at(g, i, w)) != 0)
		return end;
	if (word_is(g, i, "the")) {
		the = true;
		i++;
	}
	end = the ? 0 : month_at(g, i, &month, &weak);
	if (end != 0) {
		w->month = month;
		j = over_hyphen(g, end);
		if (sign_is(g, j, "/") && !g->atoms[j].space)
			j++;
		if (word_is(g, j, "the"))
			j++;
		k = day_at(g, j, &day, j > end || true);
		if (k != 0 && (g->atoms[j].kind == ATOM_NUMBER ||
		    !weak || capital) && !(g->atoms[j].kind == ATOM_WORD &&
		    word_is(g, j, "second"))) {
			w->day = day;
			w->level = LEVEL_DAY;
			/* May 4.5, March 3% */
			if (sign_is(g, k, "%") || (g->atoms[j].kind ==
			    ATOM_NUMBER && word_value(g, k, "magnitude") >= 0))
				return 0;
			j = hyphen_at(g, k, true) && hyphen_at(g, end, true) ?
			    year_at(g, k + 1, &year) : then_year_at(g, k,
			    &year);
			if (j != 0) {
				w->year = year;
				return era_at(g, j, &w->bc);
			}
			return k;
		}
		w->level = LEVEL_MONTH;
		j = then_year_at(g, end, &year);
		if (j == 0 && hyphen_at(g, end, true))
			j = year_at(g, end + 1, &year);
		if (j != 0) {
			w->year = year;
			return era_at(g, j, &w->bc);
		}
		/* a month alone: only where the word is plainly one */
		if (!weak)
			return i + 1 == end || true ? end : 0;
		if (!capital || (word_is(g, i, "mar") || word_is(g, i, "sun")))
			return 0;
		if (start > 0 && class_before(g, start, "month-before"))
			return end;
		return 0;
	}
	k = day_at(g, i, &day, the || (i + 1 < g->count));
	if (k != 0 && (j = word_is(g, k, "day") ? k + 1 : k) != 0 &&
	    (end = month_at(g, word_is(g, j, "of") ? j + 1 : sign_is(g, j,
	    "/") && !g->atoms[j].space ? j + 1 : over_hyphen(g, j), &month,
	    &weak)) != 0 && !(g->atoms[i].kind == ATOM_WORD &&
	    !word_is(g, j, "of") && !the)) {
		bool of = word_is(g, j, "of");

		if (weak && !g->atoms[end - 1].capital && !of &&
		    (word_is(g, end - 1, "mar")))
			return 0;
		if (word_is(g, k, "may") && !g->atoms[k].capital &&
		    year_at(g, k + 1, &year) == 0)
			return 0;
		w->day = day;
		w->month = month;
		w->level = LEVEL_DAY;
		j = hyphen_at(g, end, true) || sign_is(g, end, "/") ?
		    year_at(g, end + 1, &year) : then_year_at(g, end, &year);
		if (j != 0) {
			w->year = year;
			return era_at(g, j, &w->bc);
		}
		return end;
	}
	return 0;
}

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
static size_t
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

/* century, quarter, half of a year */
static size_t
numbered_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	size_t end, j, k;
	int64_t value, year;

	*w = nowhen;
	/* Q3 2018, 2018 Q3, H1 */
	if (i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    (slice_is(g->atoms[i].text, "Q") || slice_is(g->atoms[i].text,
	    "H")) && !g->atoms[i + 1].space && g->atoms[i + 1].kind ==
	    ATOM_NUMBER && g->atoms[i + 1].number >= 1 &&
	    g->atoms[i + 1].number <= (g->atoms[i].text.at[0] == 'Q' ? 4 : 2)) {
		w->level = g->atoms[i].text.at[0] == 'Q' ? LEVEL_QUARTER :
		    LEVEL_HALF;
		w->part = (int)g->atoms[i + 1].number;
		end = i + 2;
		j = word_is(g, end, "of") || sign_is(g, end, ",") ? end + 1 :
		    end;
		if (word_is(g, j, "fiscal") || word_is(g, j, "fy"))
			j++;
		if ((k = year_at(g, j, &year)) != 0) {
			w->year = year;
			return k;
		}
		return end;
	}
	end = ordinal_at(g, i, &n);
	if (end == 0 && word_is(g, i, "final"))
		return 0;
	if (end == 0)
		return 0;
	value = decimal_int(n.value);
	j = over_hyphen(g, end);
	if (word_is(g, j, "century") || word_is(g, j, "centuries")) {
		if (value < 1 || value > 99)
			return 0;
		w->level = LEVEL_CENTURY;
		w->year = (value - 1) * 100;
		j = era_at(g, j + 1, &w->bc);
		if (w->bc)
			w->year = value * 100;
		return j;
	}
	if (word_is(g, j, "quarter") && value >= 1 && value <= 4) {
		w->level = LEVEL_QUARTER;
	} else if (word_is(g, j, "half") && value >= 1 && value <= 2) {
		/* only of a year: a match has halves, too */
		k = j + 1;
		if (!word_is(g, k, "of") && year_at(g, k, &year) == 0)
			return 0;
		if (word_is(g, k, "of")) {
			k++;
			if (word_is(g, k, "the") || word_is(g, k, "this") ||
			    word_is(g, k, "last") || word_is(g, k, "next"))
				k++;
			if (!word_is(g, k, "year") && !word_is(g, k, "fiscal")
			    && year_at(g, k, &year) == 0)
				return 0;
		}
		w->level = LEVEL_HALF;
	} else {
		return 0;
	}
	w->part = (int)value;
	end = j + 1;
	j = word_is(g, end, "of") || sign_is(g, end, ",") ? end + 1 : end;
	if (word_is(g, j, "the") && j > end && word_is(g, j + 1, "year"))
		return j + 2;
	if (word_is(g, j, "this") && word_is(g, j + 1, "year")) {
		w->rel = slice_of("THIS");
		return j + 2;
	}
	if (word_is(g, j, "last") && word_is(g, j + 1, "year")) {
		w->rel = slice_of("PREV");
		return j + 2;
	}
	if (word_is(g, j, "next") && word_is(g, j + 1, "year")) {
		w->rel = slice_of("NEXT");
		return j + 2;
	}
	if (word_is(g, j, "fiscal"))
		j++;
	if ((k = year_at(g, j, &year)) != 0) {
		w->year = year;
		return k;
	}
	return end;
}

/* A season with a year or a word before it. */
static size_t
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
static size_t
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

/* Z, GMT, EST behind a time */
static size_t
zone_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t row, j = i, k;
	struct slice text;

	if (j >= g->count)
		return i;
	if (sign_is(g, j, "(") && 0)
		j++;
	if (g->atoms[j].kind != ATOM_WORD)
		return i;
	text = g->atoms[j].text;
	row = lexicon_find(&lexicon_zones, text);
	if (row == LEXICON_NONE) {
		k = phrase_find(g, j, &lexicon_zones, &row);
		return k != 0 && !g->atoms[j].upper &&
		    !word_is(g, j, "local") ? k : i;
	}
	if (text.length < 2)
		return i;
	w->zone = lexicon_cell(&lexicon_zones, row, 1);
	return j + 1;
}

/* a.m., p.m. */
static size_t
meridiem_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;

	if (!calendar(g, i, "meridiem", &value) || (g->atoms[i].space &&
	    g->atoms[i].text.length == 2 && !g->atoms[i].upper && i > 0 &&
	    g->atoms[i - 1].kind == ATOM_WORD && word_is(g, i, "am") &&
	    word_value(g, i - 1, "unit") < 0 && 0))
		return 0;
	if (w->hour > 12)
		return i + 1;
	if (w->hour == 12)
		w->hour = 0;
	w->hour += (int)slice_int(value);
	w->meridiem = true;
	return i + 1;
}

/* An hour in digits or words, 0..24. */
static size_t
hour_at(const struct grammar *g, size_t i, int *hour)
{
	int64_t value;

	if (i >= g->count)
		return 0;
	if (g->atoms[i].kind == ATOM_NUMBER) {
		value = g->atoms[i].number;
		if (g->atoms[i].whole > 2 || value < 0 || value > 24)
			return 0;
		*hour = (int)value;
		return i + 1;
	}
	value = word_value(g, i, "unit");
	if (value < 0)
		value = word_value(g, i, "teen");
	if (value < 1 || value > 12)
		return 0;
	*hour = (int)value;
	return i + 1;
}

/* in the morning, at night behind an hour */
static size_t
part_of_day_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part;
	size_t j = i;

	if (word_is(g, i, "in") && (word_is(g, i + 1, "the")))
		j = i + 2;
	else if (word_is(g, i, "at") && word_is(g, i + 1, "night"))
		j = i + 1;
	else if (word_is(g, i, "this"))
		j = i + 1;
	else
		return 0;
	if (!calendar(g, j, "part", &part))
		return 0;
	if (w->hour < 12 && (slice_is(part, "AF") || slice_is(part, "EV") ||
	    (slice_is(part, "NI") && w->hour > 5)))
		w->hour += 12;
	w->meridiem = true;
	return j + 1;
}

/* A time of day. */
static size_t
clock_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when c = nowhen;
	struct slice value;
	size_t end, j, k;
	int hour;
	bool at = i > 0 && class_before(g, i, "clock");

	if (i >= g->count)
		return 0;
	if (calendar(g, i, "clock", &value)) {
		c.hour = (int)slice_int(value);
		c.minute = 0;
		c.meridiem = true;
		end = zone_at(g, i + 1, &c);
		goto found;
	}
	if (word_is(g, i, "twelve") || word_is(g, i, "12")) {
		j = i + 1;
		if (calendar(g, j, "clock", &value) && j < g->count) {
			c.hour = (int)slice_int(value);
			c.minute = 0;
			c.meridiem = true;
			end = j + 1;
			goto found;
		}
	}
	/* half past nine, quarter to five, ten past six */
	{
		int minutes = -1, sign;
		struct numeral n;

		j = i;
		if (word_value(g, j, "article") >= 0)
			j++;
		if (word_is(g, j, "half")) {
			minutes = 30;
			k = j + 1;
		} else if (word_is(g, j, "quarter")) {
			minutes = 15;
			k = j + 1;
		} else {
			k = numeral_at(g, j, 0, &n);
			if (k != 0 && n.kind == NUMERAL_PLAIN && !n.sign &&
			    decimal_int(n.value) > 0 && decimal_int(n.value) <
			    60)
				minutes = (int)decimal_int(n.value);
			if (k != 0 && (word_is(g, k, "minutes") ||
			    word_is(g, k, "minute") || word_is(g, k, "mins")))
				k++;
		}
		if (minutes > 0 && k != 0) {
			sign = word_is(g, k, "past") || (word_is(g, k, "after")
			    && minutes % 5 == 0) ? 1 : (word_is(g, k, "to") &&
			    (minutes == 15 || at) && minutes <= 30 &&
			    !word_is(g, i - (i > 0), "from")) ||
			    word_is(g, k, "till") ? -1 : 0;
			if (sign != 0 && calendar(g, k + 1, "clock", &value)) {
				hour = (int)slice_int(value);
				c.meridiem = true;
				j = k + 2;
			} else {
				j = sign != 0 ? hour_at(g, k + 1, &hour) : 0;
				if (j != 0 && hour > 12)
					j = 0;
			}
			if (j != 0) {
				c.hour = hour;
				c.minute = minutes;
				if (sign < 0) {
					c.minute = 60 - minutes;
					c.hour = hour == 0 ? 23 : hour == 1 &&
					    !c.meridiem ? 12 : hour - 1;
				}
				end = j;
				if ((k = meridiem_at(g, end, &c)) != 0)
					end = k;
				else if ((k = part_of_day_at(g, end, &c)) != 0)
					end = k;
				goto found;
			}
		}
	}
	j = hour_at(g, i, &hour);
	/* 2300 GMT, 0800 hours */
	if (j == 0 && g->atoms[i].kind == ATOM_NUMBER &&
	    g->atoms[i].text.length == 4 && g->atoms[i].number >= 0 &&
	    g->atoms[i].number < 2400 && g->atoms[i].number % 100 < 60) {
		c.hour = (int)(g->atoms[i].number / 100);
		c.minute = (int)(g->atoms[i].number % 100);
		c.meridiem = true;
		end = zone_at(g, i + 1, &c);
		if (end > i + 1)
			goto found;
		if ((word_is(g, i + 1, "hours") || word_is(g, i + 1, "hrs")) &&
		    (g->atoms[i].zero || at)) {
			end = zone_at(g, i + 2, &c);
			goto found;
		}
		if ((k = meridiem_at(g, i + 1, &c)) != 0 && c.hour < 24) {
			end = k;
			goto found;
		}
		return 0;
	}
	/* 5.30pm, 17.30 GMT */
	if (j == 0 && g->atoms[i].kind == ATOM_NUMBER && g->atoms[i].point &&
	    !g->atoms[i].grouped && g->atoms[i].whole <= 2 &&
	    g->atoms[i].text.length == g->atoms[i].whole + 3) {
		struct slice t = g->atoms[i].text;

		c.hour = (int)slice_int((struct slice){ t.at,
		    g->atoms[i].whole });
		c.minute = (int)slice_int((struct slice){ t.at +
		    g->atoms[i].whole + 1, 2 });
		if (c.hour > 24 || c.minute > 59)
			return 0;
		if ((k = meridiem_at(g, i + 1, &c)) != 0) {
			end = zone_at(g, k, &c);
			goto found;
		}
		end = zone_at(g, i + 1, &c);
		if (end > i + 1 && c.zone.length > 0) {
			c.meridiem = true;
			goto found;
		}
		return 0;
	}
	if (j == 0)
		return 0;
	c.hour = hour;
	if (sign_is(g, j, ":") && !g->atoms[j].space &&
	    g->atoms[j + 1].kind == ATOM_NUMBER && !g->atoms[j + 1].space &&
	    g->atoms[j + 1].whole == 2 && g->atoms[i].kind == ATOM_NUMBER &&
	    !g->atoms[j + 1].grouped) {
		struct slice minutes = g->atoms[j + 1].text;

		c.minute = (int)slice_int((struct slice){ minutes.at, 2 });
		if (c.minute > 59 || c.minute < 0)
			return 0;
		end = j + 2;
		if (sign_is(g, end, ":") && g->atoms[end + 1].kind ==
		    ATOM_NUMBER && !g->atoms[end + 1].space &&
		    g->atoms[end + 1].whole == 2) {
			minutes = g->atoms[end + 1].text;
			c.second = (int)slice_int((struct slice){ minutes.at,
			    2 });
			end += 2;
		} else if (g->atoms[j + 1].point) {
			return 0;
		}
		if (hour > 12 || g->atoms[i].zero)
			c.meridiem = true;
		if ((k = meridiem_at(g, end, &c)) != 0 ||
		    (k = part_of_day_at(g, end, &c)) != 0)
			end = k;
		end = zone_at(g, end, &c);
		if ((word_is(g, end, "hours") || word_is(g, end, "hrs")))
			end++;
		goto found;
	}
	/* five thirty p.m.; five p.m.; 5 o'clock; 3 in the morning */
	if (g->atoms[i].kind == ATOM_WORD) {
		struct numeral n;

		k = over_hyphen(g, j);
		k = g->atoms[k].kind == ATOM_WORD ? numeral_at(g, k, 0, &n) : 0;
		if (k != 0 && n.kind == NUMERAL_PLAIN &&
		    decimal_int(n.value) >= 10 && decimal_int(n.value) < 60) {
			c.minute = (int)decimal_int(n.value);
			end = meridiem_at(g, k, &c);
			if (end != 0) {
				end = zone_at(g, end, &c);
				goto found;
			}
			c.minute = -1;
		}
	}
	if ((end = meridiem_at(g, j, &c)) != 0) {
		/* "I am": digits or a dotted abbreviation */
		if (hour > 12 || (g->atoms[i].kind == ATOM_WORD &&
		    g->atoms[j].text.length == 2 && word_is(g, j, "am") && 0))
			return 0;
		c.minute = 0;
		end = zone_at(g, end, &c);
		goto found;
	}
	if (word_is(g, j, "o'clock") || word_is(g, j, "o\xE2\x80\x99""clock") ||
	    word_is(g, j, "oclock")) {
		c.minute = 0;
		end = j + 1;
		if ((k = part_of_day_at(g, end, &c)) != 0 ||
		    (k = meridiem_at(g, end, &c)) != 0)
			end = k;
		end = zone_at(g, end, &c);
		goto found;
	}
	if (hour >= 1 && hour <= 12 && (at || g->atoms[i].kind ==
	    ATOM_NUMBER) && (end = part_of_day_at(g, j, &c)) != 0) {
		c.minute = 0;
		goto found;
	}
	return 0;
found:
	if (c.hour > 24 || (c.hour == 24 && c.minute > 0))
		return 0;
	if (c.minute < 0)
		c.minute = 0;
	w->hour = c.hour;
	w->minute = c.minute;
	w->second = c.second;
	w->zone = c.zone;
	w->meridiem = c.meridiem;
	return end;
}

static struct slice
signed_duration(const struct grammar *g, struct decimal n, char letter,
    int64_t times, bool back)
{
	return join(g->arena, slice_of(back ? "-" : "+"), "", duration_text(g,
	    n, letter, times));
}

/* The granule of a unit of time. */
static void
set_level(struct when *w, char letter)
{
	switch (letter) {
	case 'Y':
		w->level = LEVEL_YEAR;
		break;
	case 'Q':
		w->level = LEVEL_QUARTER;
		break;
	case 'M':
		w->level = LEVEL_MONTH;
		break;
	case 'W':
		w->level = LEVEL_WEEK;
		break;
	default:
		w->level = LEVEL_DAY;
		break;
	}
}

/* three years ago, two days later, a year earlier, a week from now */
static size_t
offset_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	size_t end, j;
	char letter;
	int64_t times;
	bool article = false, vague;

	*w = nowhen;
	if (i >= g->count || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	end = numeral_at(g, i, 0, &n);
	if (end == 0 && word_value(g, i, "article") >= 0) {
		n.value = decimal_of_int(1, g->arena);
		n.kind = NUMERAL_PLAIN;
		end = i + 1;
		article = true;
	} else if (end == 0 && g->atoms[i].kind == ATOM_WORD &&
	    g->atoms[i].norm.length > 3 &&
	    g->atoms[i].norm.at[g->atoms[i].norm.length - 1] == 's' &&
	    time_unit_at(g, i, &letter, &times) != 0) {
		n.kind = NUMERAL_VAGUE;
		n.zeros = 0;
		end = i;
	}
	if (article && word_is(g, end, "full"))
		end++;
	if (end == 0 && word_is(g, i, "half"))
		return 0;
	if (end == i && n.kind != NUMERAL_VAGUE)
		return 0;
	if (end == 0 && i != 0)
		return 0;
	vague = n.kind == NUMERAL_VAGUE;
	j = over_hyphen(g, end);
	end = time_unit_at(g, j, &letter, &times);
	if (end == 0)
		return 0;
	/* a year and a half ago */
	if (article && word_is(g, end, "and") && word_is(g, end + 1, "a") &&
	    word_is(g, end + 2, "half")) {
		n.value = decimal_of(slice_of("1.5"), g->arena);
		end += 3;
	}
	set_level(w, letter);
	if (letter == 'H' || letter == 'S' || letter == 'I') {
		w->level = LEVEL_DAY;
	}
	if (word_is(g, end, "ago")) {
		w->rel = vague ? slice_of("PREV") : signed_duration(g, n.value,
		    letter, times, true);
		return end + 1;
	}
	if (word_is(g, end, "later") || word_is(g, end, "afterwards") ||
	    word_is(g, end, "afterward") || (word_is(g, end, "after") &&
	    (end + 1 >= g->count || g->atoms[end + 1].kind == ATOM_SIGN))) {
		if (word_is(g, end + 1, "than"))
			return 0;
		w->ref = true;
		w->rel = vague ? slice_of("NEXT") : signed_duration(g, n.value,
		    letter, times, false);
		return end + 1;
	}
	if (word_is(g, end, "earlier") || word_is(g, end, "previously") ||
	    word_is(g, end, "before")) {
		if (word_is(g, end, "before") && end + 1 < g->count &&
		    g->atoms[end + 1].kind != ATOM_SIGN)
			return 0;
		if (word_is(g, end + 1, "than"))
			return 0;
		w->ref = true;
		w->rel = vague ? slice_of("PREV") : signed_duration(g, n.value,
		    letter, times, true);
		return end + 1;
	}
	if (word_is(g, end, "from") && (word_is(g, end + 1, "now") ||
	    word_is(g, end + 1, "today")) && !vague) {
		w->rel = signed_duration(g, n.value, letter, times, false);
		return end + 2;
	}
	if (word_is(g, end, "hence") && !vague) {
		w->rel = signed_duration(g, n.value, letter, times, false);
		return end + 1;
	}
	return 0;
}

/* last October, next week, this year, the previous day, the day before */
static size_t
relative_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value, season;
	size_t j = i, end;
	char letter;
	int64_t times;
	int month, weekday;
	bool weak, the = false, previous;

	*w = nowhen;
	if (calendar(g, i, "relative", &value)) {
		w->level = LEVEL_DAY;
		w->rel = slice_is(value, "0") ? slice_of("THIS") :
		    value.at[0] == '-' ? slice_of("-P1D") : slice_of("+P1D");
		if (word_is(g, i, "tonight"))
			w->day_part = slice_of("NI");
		return i + 1;
	}
	if (word_is(g, j, "the")) {
		the = true;
		j++;
	}
	if (the && word_is(g, j, "day") && (word_is(g, j + 1, "before") ||
	    word_is(g, j + 1, "after"))) {
		bool back = word_is(g, j + 1, "before");

		w->level = LEVEL_DAY;
		if (word_is(g, j + 2, "yesterday") && back) {
			w->rel = slice_of("-P2D");
			return j + 3;
		}
		if (word_is(g, j + 2, "tomorrow") && !back) {
			w->rel = slice_of("+P2D");
			return j + 3;
		}
		if (j + 2 < g->count && g->atoms[j + 2].kind != ATOM_SIGN)
			return 0;
		w->rel = slice_of(back ? "-P1D" : "+P1D");
		w->ref = true;
		return j + 2;
	}
	if (the && (word_is(g, j, "week") || word_is(g, j, "month") ||
	    word_is(g, j, "year") || word_is(g, j, "night")) &&
	    (word_is(g, j + 1, "before") || word_is(g, j + 1, "after")) &&
	    (j + 2 >= g->count || g->atoms[j + 2].kind == ATOM_SIGN)) {
		bool back = word_is(g, j + 1, "before");

		letter = word_is(g, j, "week") ? 'W' : word_is(g, j, "month") ?
		    'M' : word_is(g, j, "year") ? 'Y' : 'D';
		set_level(w, letter);
		w->rel = signed_duration(g, decimal_of_int(1, g->arena),
		    letter, 1, back);
		w->ref = true;
		return j + 2;
	}
	if (the && (word_is(g, j, "weekend"))) {
		w->level = LEVEL_WEEKEND;
		return j + 1;
	}
	if (!calendar(g, j, "direction", &value))
		return 0;
	previous = word_is(g, j, "previous") || word_is(g, j, "preceding") ||
	    word_is(g, j, "following") || word_is(g, j, "same");
	if (word_is(g, j, "past") && !the)
		return 0;
	if (word_is(g, j, "same") && !the)
		return 0;
	j++;
	if (word_is(g, j - 1, "last") && word_is(g, j, "night")) {
		w->level = LEVEL_DAY;
		w->rel = slice_of("-P1D");
		w->day_part = slice_of("NI");
		return j + 1;
	}
	if (slice_is(value, "THIS") && calendar(g, j, "part", &season) &&
	    !previous) {
		w->level = LEVEL_DAY;
		w->rel = value;
		w->day_part = season;
		return j + 1;
	}
	w->rel = value;
	if (word_is(g, j, "fiscal") && word_is(g, j + 1, "year")) {
		w->level = LEVEL_FISCAL;
		return j + 2;
	}
	if ((end = time_unit_at(g, j, &letter, &times)) != 0) {
		if (letter == 'S' || letter == 'I' || letter == 'H')
			return 0;
		/* plural: the last days, the next years are lengths */
		if (g->atoms[j].norm.at[g->atoms[j].norm.length - 1] == 's')
			return 0;
		set_level(w, letter);
		if (times == 10)
			w->level = LEVEL_DECADE;
		else if (times == 100)
			w->level = LEVEL_CENTURY;
		else if (times != 1)
			w->level = LEVEL_WEEK;
		/* the next day, the following year hang on the text */
		if (previous || (the && letter == 'D')) {
			w->ref = true;
			if (!slice_is(value, "THIS"))
				w->rel = signed_duration(g, decimal_of_int(1,
				    g->arena), letter, times,
				    slice_is(value, "PREV"));
		} else if (letter == 'D' && slice_is(value, "THIS")) {
			w->level = LEVEL_DAY;
		} else if (letter == 'D') {
			w->rel = slice_of(slice_is(value, "PREV") ? "-P1D" :
			    "+P1D");
			w->ref = slice_is(value, "NEXT");
		}
		if (the && !previous && slice_is(value, "PREV") &&
		    word_is(g, j - 1, "past"))
			w->ref = false;
		return end;
	}
	if (word_is(g, j, "weekend")) {
		w->level = LEVEL_WEEKEND;
		w->ref = previous;
		return j + 1;
	}
	if ((end = month_at(g, j, &month, &weak)) != 0 &&
	    (g->atoms[j].capital || !weak)) {
		struct when d;
		size_t full = month_day_at(g, j, &d);

		if (full != 0 && d.year < 0) {
			d.rel = value;
			*w = d;
			return full;
		}
		w->level = LEVEL_MONTH;
		w->month = month;
		return end;
	}
	if ((end = weekday_at(g, j, &weekday, &weak)) != 0 && !weak) {
		struct when d;
		size_t k = over_comma(g, end), full;

		full = k < g->count ? month_day_at(g, k, &d) : 0;
		if (full != 0 && d.day > 0) {
			d.rel = value;
			*w = d;
			return full;
		}
		w->level = LEVEL_WEEKDAY;
		w->weekday = weekday;
		return end;
	}
	if (calendar(g, j, "season", &season)) {
		w->level = LEVEL_SEASON;
		w->season = season.at;
		w->season_length = season.length;
		return j + 1;
	}
	if ((end = holiday_at(g, j, w)) != 0 && w->year < 0) {
		w->rel = value;
		return end;
	}
	return 0;
}

/* Any date without a time. */
static size_t
day_or_more_at(const struct grammar *g, size_t i, struct when *w,
    struct when *b, bool *range)
{
	size_t end, best = 0, j;
	struct when t;
	int weekday;
	bool weak, r = false, the = word_is(g, i, "the");
	struct when second;

	*range = false;
	*w = nowhen;
	if (i >= g->count)
		return 0;
	if ((end = month_day_at(g, i, &t)) > best) {
		best = end;
		*w = t;
	}
	if ((end = holiday_at(g, i, &t)) > best) {
		best = end;
		*w = t;
	}
	if ((end = relative_at(g, i, &t)) > best) {
		best = end;
		*w = t;
		/* next week on Tuesday */
		if (t.level == LEVEL_WEEK && !t.ref) {
			j = word_is(g, end, "on") ? end + 1 : end;
			j = weekday_at(g, j, &weekday, &weak);
			if (j != 0 && !weak) {
				w->level = LEVEL_WEEKDAY;
				w->weekday = weekday;
				w->week = -1;
				return j;
			}
		}
	}
	if ((end = offset_at(g, i, &t)) > best) {
		best = end;
		*w = t;
	}
	j = i + the;
	if (the && i > 0 && word_is(g, i - 1, "on") && j < g->count &&
	    g->atoms[j].kind == ATOM_NUMBER) {
		int day;

		end = day_at(g, j, &day, false);
		if (end == j + 2 && (end >= g->count || g->atoms[end].kind ==
		    ATOM_SIGN || class_at(g, end, "nonnoun") != 0) &&
		    end > best) {
			*w = nowhen;
			w->level = LEVEL_DAY;
			w->day = day;
			best = end;
		}
	}
	if ((end = decade_at(g, j, &t)) > best) {
		best = end;
		*w = t;
	}
	if ((end = numbered_at(g, j, &t)) > best) {
		best = end;
		*w = t;
	}
	if ((end = season_at(g, j, &t)) > best && !(the && end == j + 1 &&
	    !word_is(g, j, "summer") && !word_is(g, j, "winter") &&
	    !word_is(g, j, "autumn") && !word_is(g, j, "spring"))) {
		best = end;
		*w = t;
	}
	if (!the && (end = years_at(g, i, &t, &second, &r)) > best) {
		best = end;
		*w = t;
		*b = second;
		*range = r;
	}
	if ((end = weekday_at(g, i, &weekday, &weak)) > best) {
		size_t k = over_comma(g, end), full;
		struct when d;

		if (word_is(g, k, "the"))
			k++;
		full = k < g->count ? month_day_at(g, k, &d) : 0;
		if (full != 0 && d.day > 0) {
			*w = d;
			return full;
		}
		if (word_is(g, end, "the") || k > end ||
		    g->atoms[k].kind == ATOM_NUMBER) {
			int day;

			/* Friday the 13th, Monday 12th */
			full = day_at(g, k, &day, false);
			if (full == k + 2) {
				*w = nowhen;
				w->level = LEVEL_DAY;
				w->day = day;
				w->weekday = weekday;
				return full;
			}
		}
		/* next week on Tuesday is left apart; Tuesday next week */
		full = relative_at(g, word_is(g, end, "of") ? end + 1 : end,
		    &d);
		if (full != 0 && d.level == LEVEL_WEEK && !weak && !d.ref) {
			*w = d;
			w->level = LEVEL_WEEKDAY;
			w->weekday = weekday;
			w->week = -1;
			return full;
		}
		if (weak && !(k > end || g->atoms[end - 1].kind == ATOM_SIGN ||
		    (g->atoms[i].capital && class_before(g, i,
		    "month-before"))))
			return best;
		if (weak && (word_is(g, i, "sun") || word_is(g, i, "sat")) &&
		    !class_before(g, i, "month-before"))
			return best;
		*w = nowhen;
		w->level = LEVEL_WEEKDAY;
		w->weekday = weekday;
		*range = false;
		return end;
	}
	return best;
}

/* A day part or a time behind a day. */
static size_t
then_time_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part;
	size_t j = over_comma(g, i), end;

	if (w->level < LEVEL_WEEKDAY)
		return i;
	if (calendar(g, i, "part", &part) && w->day_part.length == 0 &&
	    !word_is(g, i, "dawn")) {
		w->day_part = part;
		i++;
		j = over_comma(g, i);
	} else if (word_is(g, i, "in") && word_is(g, i + 1, "the") &&
	    calendar(g, i + 2, "part", &part) && w->day_part.length == 0) {
		w->day_part = part;
		i += 3;
		j = over_comma(g, i);
	} else if (hyphen_at(g, i, true) && calendar(g, i + 1, "part", &part)
	    && w->day_part.length == 0) {
		w->day_part = part;
		return i + 2;
	}
	if (word_is(g, j, "at") || word_is(g, j, "from") ||
	    word_is(g, j, "by")) {
		if (word_is(g, j, "from") || word_is(g, j, "by"))
			return i;
		j++;
		if (word_is(g, j, "around") || word_is(g, j, "about"))
			j++;
	}
	end = clock_at(g, j, w);
	if (end == 0 && j > 0 && word_is(g, j - 1, "at")) {
		int hour;

		/* Friday at 8, and no unit behind */
		end = hour_at(g, j, &hour);
		if (end != 0 && hour > 0 && hour <= 12 && (end >= g->count ||
		    (g->atoms[end].kind == ATOM_SIGN && !hyphen_at(g, end,
		    false) && g->atoms[end].norm.at[0] != '%') ||
		    class_at(g, end, "nonnoun") != 0)) {
			w->hour = hour;
			w->minute = 0;
		} else {
			end = 0;
		}
	}
	if (end != 0) {
		if (!w->meridiem && w->hour < 12 && (slice_is(w->day_part,
		    "AF") || slice_is(w->day_part, "EV") ||
		    (slice_is(w->day_part, "NI") && w->hour > 5)))
			w->hour += 12;
		w->day_part = slice_of("");
		return end;
	}
	return i;
}

/* [time | early | the morning of] date [time]; one end of a range. */
static size_t
moment_at(const struct grammar *g, size_t i, struct when *w, struct when *b,
    bool *range)
{
	size_t end, j, k, start = i;
	struct slice value, part;
	const char *mod = NULL;
	struct when clock = nowhen, day;
	bool the;

	*w = nowhen;
	*range = false;
	if (i >= g->count)
		return 0;
	/* early, late, mid-, the end of */
	the = word_is(g, i, "the");
	j = i + the;
	if (calendar(g, j, "mod", &value)) {
		size_t h = over_hyphen(g, j + 1);
		bool later = word_is(g, j, "later") || word_is(g, j,
		    "earlier"), on = false;

		if (word_is(g, h, "on") || word_is(g, h, "in")) {
			h++;
			on = true;
		}
		if (word_is(g, j, "middle"))
			h = g->count;
		end = later && !word_is(g, h, "this") && !on &&
		    !word_is(g, h, "last") && !word_is(g, h, "in") &&
		    !word_is(g, h, "that") && calendar_int(g, h, "weekday") ==
		    0 ? 0 : day_or_more_at(g, h, w, b, range);
		if (end != 0 && !(the && word_is(g, h, "the"))) {
			mod = slice_is(value, "START") ? "START" :
			    slice_is(value, "END") ? "END" : "MID";
			k = then_time_at(g, end, w);
			w->mod = mod;
			return k;
		}
		/* late morning; early evening are left */
		*w = nowhen;
		*range = false;
	}
	if (calendar(g, j, "mod-of", &value) && word_is(g, j + 1, "of")) {
		end = day_or_more_at(g, j + 2, w, b, range);
		if (end == 0 && word_is(g, j + 2, "the") &&
		    (word_is(g, j + 3, "year") || word_is(g, j + 3, "month") ||
		    word_is(g, j + 3, "week") || word_is(g, j + 3, "decade") ||
		    word_is(g, j + 3, "century") || word_is(g, j + 3, "day"))) {
			char letter;
			int64_t times;

			*w = nowhen;
			time_unit_at(g, j + 3, &letter, &times);
			set_level(w, letter);
			if (times == 10)
				w->level = LEVEL_DECADE;
			if (times == 100)
				w->level = LEVEL_CENTURY;
			w->rel = slice_of("THIS");
			end = j + 4;
		}
		if (end != 0 && !*range) {
			w->mod = slice_is(value, "START") ? "START" :
			    slice_is(value, "END") ? "END" : "MID";
			return end;
		}
		*w = nowhen;
		*range = false;
	}
	/* the morning of July 26, the night of the 4th of July */
	if (calendar(g, j, "part", &part) && word_is(g, j + 1, "of") &&
	    (end = day_or_more_at(g, j + 2, w, b, range)) != 0 && !*range &&
	    w->level >= LEVEL_WEEKDAY) {
		w->day_part = part;
		return end;
	}
	*range = false;
	/* time [on | ,] date */
	end = clock_at(g, i, &clock);
	if (end != 0) {
		k = over_comma(g, end);
		if (word_is(g, k, "on") || word_is(g, k, "of"))
			k++;
		if (word_is(g, k, "the") && 0)
			k++;
		j = k < g->count ? day_or_more_at(g, k, &day, b, range) : 0;
		if (j != 0 && !*range && day.level >= LEVEL_WEEKDAY &&
		    !day.ref) {
			struct slice dp;

			*w = day;
			w->hour = clock.hour;
			w->minute = clock.minute;
			w->second = clock.second;
			w->zone = clock.zone;
			w->meridiem = clock.meridiem;
			if (calendar(g, j, "part", &dp)) {
				w->day_part = dp;
				j++;
			}
			if (!w->meridiem && w->hour < 12 &&
			    (slice_is(w->day_part, "AF") ||
			    slice_is(w->day_part, "EV") ||
			    slice_is(w->day_part, "NI")))
				w->hour += 12;
			w->day_part = slice_of("");
			return j;
		}
		*range = false;
		*w = clock;
		return end;
	}
	end = day_or_more_at(g, start, w, b, range);
	if (end == 0)
		return 0;
	if (*range)
		return end;
	return then_time_at(g, end, w);
}

static void
number(char *text, size_t *at, int64_t value, int width)
{
	char digits[20];
	int n = 0;

	do {
		digits[n++] = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0 && n < 19);
	for (; width > n; width--)
		text[(*at)++] = '0';
	while (n > 0)
		text[(*at)++] = digits[--n];
}

static void
put(char *text, size_t *at, struct slice s)
{
	if (s.length > 0)
		memcpy(text + *at, s.at, s.length);
	*at += s.length;
}

struct slice
when_text(const struct when *w, struct arena *arena)
{
	char *text = arena_alloc(arena, 96, 1);
	size_t at = 0;

	if (w->bc)
		put(text, &at, slice_of("-"));
	if (w->level == LEVEL_FISCAL)
		put(text, &at, slice_of("FY"));
	if (w->level == LEVEL_CENTURY) {
		if (w->year < 0)
			put(text, &at, slice_of("XX"));
		else
			number(text, &at, w->year / 100, 2);
	} else if (w->level == LEVEL_DECADE) {
		if (w->year < 0)
			put(text, &at, slice_of("XXX"));
		else
			number(text, &at, w->year / 10, 3);
	} else if (w->level != LEVEL_NONE) {
		if (w->year < 0)
			put(text, &at, slice_of("XXXX"));
		else
			number(text, &at, w->year, 4);
	}
	switch (w->level) {
	case LEVEL_HALF:
	case LEVEL_QUARTER:
		put(text, &at, slice_of(w->level == LEVEL_HALF ? "-H" : "-Q"));
		if (w->part == 0)
			put(text, &at, slice_of("X"));
		else
			number(text, &at, w->part, 1);
		break;
	case LEVEL_SEASON:
		put(text, &at, slice_of("-"));
		put(text, &at, (struct slice){ w->season, w->season_length });
		break;
	case LEVEL_MONTH:
	case LEVEL_DAY:
		put(text, &at, slice_of("-"));
		if (w->month == 0)
			put(text, &at, slice_of("XX"));
		else
			number(text, &at, w->month, 2);
		if (w->level == LEVEL_MONTH)
			break;
		put(text, &at, slice_of("-"));
		if (w->day == 0)
			put(text, &at, slice_of("XX"));
		else
			number(text, &at, w->day, 2);
		break;
	case LEVEL_WEEK:
	case LEVEL_WEEKEND:
	case LEVEL_WEEKDAY:
		put(text, &at, slice_of("-W"));
		if (w->week <= 0)
			put(text, &at, slice_of("XX"));
		else
			number(text, &at, w->week, 2);
		if (w->level == LEVEL_WEEKEND)
			put(text, &at, slice_of("-WE"));
		if (w->level == LEVEL_WEEKDAY) {
			put(text, &at, slice_of("-"));
			number(text, &at, w->weekday, 1);
		}
		break;
	default:
		break;
	}
	if (w->hour >= 0) {
		put(text, &at, slice_of("T"));
		number(text, &at, w->hour, 2);
		put(text, &at, slice_of(":"));
		number(text, &at, w->minute, 2);
		if (w->second >= 0) {
			put(text, &at, slice_of(":"));
			number(text, &at, w->second, 2);
		}
		put(text, &at, w->zone);
	} else if (w->day_part.length > 0) {
		put(text, &at, slice_of("T"));
		put(text, &at, w->day_part);
	}
	return (struct slice){ text, at };
}

/* every Monday, twice a week, daily, Sundays */
static size_t
set_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct slice value;
	struct numeral n;
	struct when w = nowhen;
	size_t j, end = 0;
	char letter;
	int64_t times;
	int weekday;

	hit->label = NUMBER_SET;
	if (i >= g->count || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	/* the weekly; not Women's Weekly, the Daily Mail */
	if (calendar(g, i, "set", &value) && (!g->atoms[i].capital ||
	    g->titled || i == 0)) {
		hit->value = value;
		return i + 1;
	}
	if ((weekday = calendar_int(g, i, "weekdays")) > 0 &&
	    g->atoms[i].capital) {
		w.level = LEVEL_WEEKDAY;
		w.weekday = weekday;
		hit->value = when_text(&w, g->arena);
		return i + 1;
	}
	if (word_is(g, i, "every") || word_is(g, i, "each")) {
		bool weak;
		bool other = word_is(g, i + 1, "other");
		bool single = word_is(g, i + 1, "single");

		j = i + 1 + other + single;
		if ((end = weekday_at(g, j, &weekday, &weak)) != 0 && !weak) {
			w.level = LEVEL_WEEKDAY;
			w.weekday = weekday;
			end = then_time_at(g, end, &w);
			hit->value = when_text(&w, g->arena);
			return end;
		}
		if (calendar(g, j, "part", &value)) {
			w.level = LEVEL_DAY;
			w.day_part = value;
			hit->value = when_text(&w, g->arena);
			return j + 1;
		}
		if (calendar(g, j, "season", &value)) {
			w.level = LEVEL_SEASON;
			w.season = value.at;
			w.season_length = value.length;
			hit->value = when_text(&w, g->arena);
			return j + 1;
		}
		if (word_is(g, j, "weekend")) {
			w.level = LEVEL_WEEKEND;
			hit->value = when_text(&w, g->arena);
			return j + 1;
		}
		{
			int month;

			if ((end = month_at(g, j, &month, &weak)) != 0 &&
			    g->atoms[j].capital) {
				struct when d;
				size_t full = month_day_at(g, j, &d);

				if (full != 0 && d.year < 0) {
					hit->value = when_text(&d, g->arena);
					return full;
				}
			}
		}
		n.value = decimal_of_int(other ? 2 : 1, g->arena);
		end = numeral_at(g, j, 0, &n);
		if (end != 0 && n.kind == NUMERAL_PLAIN)
			j = end;
		else if (end != 0) {
			n.kind = NUMERAL_VAGUE;
			j = end;
		} else {
			n.kind = NUMERAL_PLAIN;
			n.value = decimal_of_int(other ? 2 : 1, g->arena);
		}
		if ((end = time_unit_at(g, j, &letter, &times)) != 0) {
			if (letter == 'S' && end == j + 1 && j == i + 1 &&
			    word_is(g, j, "second"))
				return 0;
			hit->value = n.kind == NUMERAL_VAGUE ? slice_of("PXD")
			    : duration_text(g, n.value, letter, times);
			return end;
		}
		return 0;
	}
	/* twice a week, five times a week, six days a week */
	if (word_is(g, i, "once") || word_is(g, i, "twice") ||
	    word_is(g, i, "thrice")) {
		end = i + 1;
	} else {
		end = numeral_at(g, i, 0, &n);
		if (end == 0 || n.suffix)
			return 0;
		if (word_is(g, end, "times") || word_is(g, end, "time"))
			end++;
		else if (word_is(g, end, "days") ||
		    word_is(g, end, "nights") || word_is(g, end, "mornings"))
			end++;
		else
			return 0;
	}
	if (!word_is(g, end, "a") && !word_is(g, end, "an") &&
	    !word_is(g, end, "per") && !word_is(g, end, "each") &&
	    !word_is(g, end, "every"))
		return 0;
	j = end + 1;
	n.value = decimal_of_int(1, g->arena);
	if (word_is(g, end, "every")) {
		size_t k = numeral_at(g, j, 0, &n);

		if (k != 0)
			j = k;
		else
			n.value = decimal_of_int(1, g->arena);
	}
	end = time_unit_at(g, j, &letter, &times);
	if (end == 0)
		return 0;
	hit->value = duration_text(g, n.value, letter, times);
	return end;
}

static void
set_hit(const struct grammar *g, struct hit *hit, size_t first, size_t end,
    const struct when *a)
{
	hit->first = first;
	hit->end = end;
	hit->label = a->hour >= 0 || a->day_part.length > 0 ? NUMBER_TIME :
	    NUMBER_DATE;
	hit->a = *a;
	hit->dated = true;
	hit->value = when_text(a, g->arena);
	hit->rel = a->rel;
	if (a->ref && a->rel.length > 0)
		hit->rel = join(g->arena, a->rel, "@REF", slice_of(""));
	if (a->mod != NULL)
		hit->mod = slice_of(a->mod);
}

/* The first of two times without a.m. or p.m. takes the second's. */
static void
share_meridiem(struct when *a, const struct when *b)
{
	if (a->hour >= 0 && !a->meridiem && b->meridiem && a->hour < 12 &&
	    a->hour > 0 && (a->hour + 12) * 60 + a->minute < b->hour * 60 +
	    b->minute)
		a->hour += 12;
	else if (a->hour == 12 && !a->meridiem && b->meridiem && b->hour < 12)
		a->hour = 0;
}

/* [from | between] 10 [:00] (to | - | and) 4 [pm], two times; one of them
 * may be a bare hour when bare. */
static size_t
clock_range_at(const struct grammar *g, size_t i, struct when *a,
    struct when *b, bool bare)
{
	size_t j = i, k;
	int hour;
	bool lead = word_is(g, i, "from") || word_is(g, i, "between"), hours;

	if (lead)
		j++;
	k = clock_at(g, j, a);
	hours = k == 0;
	if (k == 0 && (k = hour_at(g, j, &hour)) != 0) {
		a->hour = hour;
		a->minute = 0;
		a->second = -1;
		a->meridiem = false;
	}
	if (k == 0 || !(word_is(g, k, "to") || word_is(g, k, "until") ||
	    word_is(g, k, "till") || (word_is(g, k, "and") && word_is(g, i,
	    "between")) || hyphen_at(g, k, false)))
		return 0;
	j = k + 1;
	*b = *a;
	k = clock_at(g, j, b);
	if (k == 0 && bare && !(hours && !lead && g->atoms[j].space) &&
	    (k = hour_at(g, j, &hour)) != 0 && hour <= 12 && (k >= g->count ||
	    g->atoms[k].kind == ATOM_SIGN || class_at(g, k, "nonnoun") != 0)) {
		b->hour = hour;
		b->minute = 0;
		b->second = -1;
		b->meridiem = false;
	} else if (k == 0) {
		return 0;
	}
	if (a->hour > 24 || (a->hour > 12 && hours && !b->meridiem))
		return 0;
	share_meridiem(a, b);
	if (b->hour < a->hour && !b->meridiem && b->hour < 12 && a->hour <= 12)
		b->hour += 12;
	return k;
}

size_t
date_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct when a, b, c;
	size_t end, j, k, first = i;
	bool range, again, between = false;
	int day;

	memset(hit, 0, sizeof *hit);
	if ((end = set_at(g, i, hit)) != 0) {
		hit->first = i;
		hit->end = end;
		return end;
	}
	if (word_is(g, i, "between")) {
		between = true;
		i++;
	}
	/* 3 to 5 June, 3-5 June 2019 */
	k = day_at(g, i, &day, true);
	if (k != 0 && (word_is(g, k, "to") || hyphen_at(g, k, true) ||
	    word_is(g, k, "and") || word_is(g, k, "until") ||
	    word_is(g, k, "till") || word_is(g, k, "through"))) {
		end = month_day_at(g, k + 1, &b);
		if (end != 0 && b.level == LEVEL_DAY && !word_is(g, k + 1,
		    "the") && calendar_int(g, k + 1, "month") == 0 &&
		    calendar_int(g, k + 1, "month-short") == 0 && b.day > day
		    && (!word_is(g, k, "and") || between) &&
		    !(sign_is(g, k + 2, "/") || sign_is(g, k + 2, "-"))) {
			a = b;
			a.day = day;
			goto pair;
		}
	}
	end = moment_at(g, i, &a, &b, &range);
	if (end == 0) {
		/* 9-11am, 5 to 7 pm */
		int hour;

		j = hour_at(g, i, &hour);
		if (j != 0 && hour <= 12 && (hyphen_at(g, j, true) ||
		    word_is(g, j, "to") || (between && word_is(g, j, "and")))) {
			b = nowhen;
			end = clock_at(g, j + 1, &b);
			if (end != 0 && b.hour >= 0) {
				a = nowhen;
				a.hour = hour == 12 && b.hour < 12 ? 0 : hour;
				a.minute = 0;
				a.zone = b.zone;
				if (b.hour >= 12 && hour + 12 <= b.hour)
					a.hour += 12;
				k = then_time_at(g, end, &b);
				goto pair;
			}
		}
		return 0;
	}
	if (range) {
		set_hit(g, hit, first, end, &a);
		hit->b = b;
		hit->range = true;
		hit->value = join(g->arena, hit->value, "/", when_text(&b,
		    g->arena));
		return end;
	}
	/* Monday from 10 to 4 */
	if (a.level >= LEVEL_WEEKDAY && !between && (a.hour < 0 || 0) &&
	    end < g->count) {
		struct when from = a, to = a;

		j = over_comma(g, end);
		k = clock_range_at(g, j, &from, &to, true);
		if (k != 0) {
			from.day_part = to.day_part = slice_of("");
			a = from;
			b = to;
			end = k;
			goto pair;
		}
	}
	/* the second end of a range */
	j = 0;
	if (word_is(g, end, "to") || word_is(g, end, "through") ||
	    word_is(g, end, "until") || word_is(g, end, "till") ||
	    (between && word_is(g, end, "and")))
		j = end + 1;
	else if (hyphen_at(g, end, false) && g->atoms[end].space ==
	    g->atoms[end + 1].space)
		j = end + 1;
	if (j != 0 && j < g->count && !(word_is(g, end, "to") && a.rel.length
	    > 0)) {
		b = nowhen;
		k = moment_at(g, j, &b, &c, &again);
		if (k != 0 && again)
			k = 0;
		/* June 3 to 5 */
		if (a.level == LEVEL_DAY && a.day > 0 && a.hour < 0 &&
		    a.month > 0) {
			size_t stop = day_at(g, word_is(g, j, "the") ? j + 1 :
			    j, &day, true);

			if (stop != 0 && stop >= k && day > a.day &&
			    a.year < 0 && class_at(g, stop, "percent") == 0 &&
			    word_value(g, stop, "magnitude") < 0) {
				int64_t year;

				b = a;
				b.day = day;
				k = then_year_at(g, stop, &year);
				if (k != 0)
					a.year = b.year = year;
				else
					k = stop;
			} else if (stop != 0 && stop >= k && a.year >= 0) {
				k = 0;
			}
		}
		if (k != 0 && (b.level == a.level || (b.hour >= 0 && a.hour >=
		    0) || (a.level == LEVEL_MONTH && b.level == LEVEL_MONTH))
		    && !(b.level == LEVEL_WEEKDAY && word_is(g, end, "to") &&
		    i > 0 && 0)) {
			if (b.year >= 0 && a.year < 0 && a.level == b.level &&
			    a.rel.length == 0)
				a.year = b.year;
			if (a.level == LEVEL_NONE && b.level != LEVEL_NONE) {
				int h = a.hour, m = a.minute;

				a = b;
				a.hour = h;
				a.minute = m;
			} else if (b.level == LEVEL_NONE && a.level !=
			    LEVEL_NONE) {
				struct when t = a;

				t.hour = b.hour;
				t.minute = b.minute;
				t.zone = b.zone;
				b = t;
			}
			end = k;
			goto pair;
		}
	}
	if (between)
		return 0;
	set_hit(g, hit, first, end, &a);
	return end;
pair:
	share_meridiem(&a, &b);
	set_hit(g, hit, first, end, &a);
	hit->b = b;
	hit->range = true;
	hit->value = join(g->arena, when_text(&a, g->arena), "/",
	    when_text(&b, g->arena));
	if (b.hour >= 0)
		hit->label = NUMBER_TIME;
	return end;
}
