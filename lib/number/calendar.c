/*
 * calendar: words of the calendar; days, months and holidays, absolute or
 * partial.
 *
 *	day = 2019-07-04 | 4/7/2019 | [weekday] month day [year]
 *	    | day [of] month [year] | holiday [year]
 *
 * Words are in calendar.tsv, holidays in holidays.tsv.
 */
#include "calendar.h"

extern const struct lexicon lexicon_holidays;

const struct when nowhen = {
	.year = -1, .hour = -1, .minute = -1, .second = -1
};

/* A full stop glued to atom i - 1. */
size_t
over_dot(const struct grammar *g, size_t i)
{
	return sign_is(g, i, ".") && !g->atoms[i].space ? i + 1 : i;
}

size_t
over_comma(const struct grammar *g, size_t i)
{
	return sign_is(g, i, ",") ? i + 1 : i;
}

/* A month; *weak when the word may be another (May, Mar, lower case). */
size_t
month_at(const struct grammar *g, size_t i, int *month, bool *weak)
{
	*weak = word_is(g, i, "may") || word_is(g, i, "march");
	if ((*month = calendar_int(g, i, CALENDAR_MONTH)) > 0)
		return i + 1;
	if ((*month = calendar_int(g, i, CALENDAR_MONTH_SHORT)) > 0) {
		*weak = true;
		return over_dot(g, i + 1) > i + 1 && i + 2 < g->count ?
		    i + 2 : i + 1;
	}
	return 0;
}

/* A day of the month: 4, 4th, fourth; digits only unless words. */
size_t
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
size_t
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
	if (a->kind == ATOM_WORD && (word_value(g, i, WORD_TEEN) >= 13 ||
	    word_value(g, i, WORD_TEN) == 20 || ((word_is(g, i, "two") ||
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
size_t
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
size_t
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

static bool
day_first(const struct grammar *g)
{
	return g->context->day_first || g->context->locale_gb;
}

/* A month and a day in the locale's order, or as they must be. */
static bool
two_numbers(int64_t x, int64_t y, bool first, struct when *w)
{
	first = x > 12 || (y <= 12 && first);
	if (x < 1 || y < 1 || x > 31 || y > 31 || (x > 12 && y > 12))
		return false;
	w->level = LEVEL_DAY;
	w->month = (int)(first ? y : x);
	w->day = (int)(first ? x : y);
	return true;
}

/* The end of 14.02.2022, which is read as 14, a point and 02.2022. */
static size_t
pointed_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	struct slice t = a[2].text;
	int64_t year;

	if (!sign_is(g, i + 1, ".") || a[1].space || a[2].space ||
	    a[2].kind != ATOM_NUMBER || !a[2].point || a[2].grouped ||
	    a[2].whole > 2 || t.length != a[2].whole + 5 || a->whole > 2)
		return 0;
	year = slice_int((struct slice){ t.at + t.length - 4, 4 });
	if (year < 1000 || !two_numbers(a->number, slice_int((struct slice){
	    t.at, a[2].whole }), true, w))
		return 0;
	w->year = year;
	return i + 3;
}

/* 2019-07-04, 04/07/2019, 4.7.2019, 10-31-74, 2019/7/4 */
static size_t
numeric_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool slash, point;
	int64_t year;

	if (i + 2 >= g->count || a->kind != ATOM_NUMBER || a->grouped ||
	    a->number < 0)
		return 0;
	if (pointed_at(g, i, w) != 0)
		return i + 3;
	if (i + 4 >= g->count || a[1].kind != ATOM_SIGN || a[1].space ||
	    a[2].kind != ATOM_NUMBER || a[2].space || a[3].space ||
	    a[4].space || a[4].kind != ATOM_NUMBER || a[2].grouped ||
	    a[4].grouped || !slice_equal(a[1].text, a[3].text))
		return 0;
	slash = slice_is(a[1].text, "/");
	point = slice_is(a[1].text, ".");
	if (!slash && !point && !slice_is(a[1].text, "-"))
		return 0;
	year = a[4].number;
	if (a[0].whole == 4) {
		w->year = a[0].number;
		w->month = (int)a[2].number;
		w->day = (int)a[4].number;
		w->level = LEVEL_DAY;
		return w->month >= 1 && w->month <= 12 && w->day >= 1 &&
		    w->day <= 31 ? i + 5 : 0;
	}
	if (a[0].whole > 2 || a[2].whole > 2 || (a[4].whole != 4 &&
	    a[4].whole != 2))
		return 0;
	if (a[4].whole == 2) {
		/* 10-31-74, and no score or line-up */
		if (!slash && !point && (a[0].whole < 2 || a[2].whole < 2))
			return 0;
		year += year < 40 ? 2000 : 1900;
	}
	if (year < 1000 || !two_numbers(a[0].number, a[2].number, point ||
	    day_first(g), w))
		return 0;
	w->year = year;
	return i + 5;
}

/* A weekday; *weak for an abbreviation. */
size_t
weekday_at(const struct grammar *g, size_t i, int *weekday, bool *weak)
{
	*weak = false;
	if ((*weekday = calendar_int(g, i, CALENDAR_WEEKDAY)) > 0)
		return class_at(g, i + 1, CONTEXT_WEEKDAY_NAME) != 0 &&
		    g->atoms[i + 1].capital ? 0 : i + 1;
	if ((*weekday = calendar_int(g, i, CALENDAR_WEEKDAY_SHORT)) > 0) {
		*weak = true;
		return sign_is(g, i + 1, ".") && i + 2 < g->count ? i + 2 :
		    i + 1;
	}
	return 0;
}

size_t
weekend_at(const struct grammar *g, size_t i)
{
	struct slice value;

	if (calendar(g, i, CALENDAR_WEEKEND, &value))
		return i + 1;
	/* week-end */
	return word_is(g, i, "week") && hyphen_at(g, i + 1, true) &&
	    word_is(g, i + 2, "end") ? i + 3 : 0;
}

/* 22/04, on 4/25, 6/4 at noon: a day and a month, where it is no fraction */
static size_t
slash_day_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool weak;
	int weekday;

	if (i + 2 >= g->count || a->kind != ATOM_NUMBER || !sign_is(g, i + 1,
	    "/") || a[1].space || a[2].space || a[2].kind != ATOM_NUMBER ||
	    a[0].whole > 2 || a[2].whole > 2 || a[0].point || a[2].point ||
	    a[0].grouped || a[2].grouped || (!a[3].space && i + 3 < g->count &&
	    !sign_is(g, i + 3, ",") && !sign_is(g, i + 3, ".") &&
	    !sign_is(g, i + 3, ")")))
		return 0;
	if (a[0].number == 24 && a[2].number == 7 && !a[2].zero)
		return 0;	/* round the clock */
	if (!a[0].zero && !a[2].zero && a[2].number != 25 && a[2].number != 31
	    && !(i > 0 && (class_before(g, i, CONTEXT_SLASH_DAY) ||
	    weekday_at(g, i - 1, &weekday, &weak) == i)) && !class_at(g, i + 3,
	    CONTEXT_SLASH_DAY_END))
		return 0;
	if (a[0].number == 9 && a[2].number == 11 && !a[0].zero && !day_first(g)
	    && weekday_at(g, i - (i > 0), &weekday, &weak) == 0)
		w->year = 2001;
	return two_numbers(a[0].number, a[2].number, day_first(g), w) ? i + 3 :
	    0;
}

size_t
holiday_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t row, end, j;
	int64_t year;

	if (i >= g->count || g->atoms[i].holiday_end == 0)
		return 0;
	row = g->atoms[i].holiday;
	end = g->atoms[i].holiday_end;
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->holiday = lexicon_cell(&lexicon_holidays, row, 1);
	w->days = slice_int(lexicon_cell(&lexicon_holidays, row, 2));
	if (w->holiday.length == 5 && w->holiday.at[2] == '-') {
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

size_t
numeric_day_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	size_t end;

	*w = nowhen;
	end = i < g->count ? numeric_at(g, i, w) : 0;
	if (end != 0)
		return end;
	/* 10/1, whatever stands around it */
	if (i + 2 >= g->count || a->kind != ATOM_NUMBER || !sign_is(g, i + 1,
	    "/") || a[1].space || a[2].space || a[2].kind != ATOM_NUMBER ||
	    a[0].whole > 2 || a[2].whole > 2 || a[0].point || a[2].point)
		return 0;
	return two_numbers(a[0].number, a[2].number, day_first(g), w) ? i + 3 :
	    0;
}

/* twenty five behind or before a month; a year must tell that it is a day. */
static size_t
counted_day_at(const struct grammar *g, size_t i, int *day)
{
	struct numeral n;
	size_t end;
	int64_t value;

	if (!word_has(g, i, WORD_ANY))
		return 0;
	memset(&n, 0, sizeof n);
	end = numeral_at(g, i, 0, &n);
	value = decimal_int(n.value);
	if (end == 0 || n.kind != NUMERAL_PLAIN || value < 1 || value > 31) {
		/* twenty five nineteen eighty six */
		value = word_value(g, i, WORD_TEN);
		if (value < 20 || value > 30 || word_value(g, i + 1, WORD_UNIT)
		    <
		    1)
			return 0;
		value += word_value(g, i + 1, WORD_UNIT);
		end = i + 2;
	}
	*day = (int)value;
	return value <= 31 ? end : 0;
}

/* The day behind a month that ends at end. */
static size_t
day_behind_at(const struct grammar *g, size_t month, size_t end, bool weak,
    struct when *w)
{
	size_t j = skip_hyphen(g, end), k;
	bool comma = sign_is(g, end, ","), digits;
	int64_t year;

	if (sign_is(g, j, "/") && !g->atoms[j].space)
		j++;
	j += comma;
	if (word_is(g, j, "the"))
		j++;
	if (j >= g->count)
		return 0;
	digits = g->atoms[j].kind == ATOM_NUMBER;
	k = day_at(g, j, &w->day, true);
	if (k == 0) {
		k = comma ? 0 : counted_day_at(g, j, &w->day);
		return k != 0 && !weak && year_at(g, k, &year) != 0 ? k : 0;
	}
	/* October, 1st; not in October, 4 people */
	if (comma && (!digits || k == j + 1))
		return 0;
	/* "may first" is no day, "march second" hardly one */
	if (!digits && ((weak && !g->atoms[month].capital && !word_is(g,
	    month, "march")) || word_is(g, j, "second")))
		return 0;
	/* May 4.5, March 3% */
	if (sign_is(g, k, "%") || (digits && word_has(g, k, WORD_MAGNITUDE)))
		return 0;
	return k;
}

/* -2019, /2019 or as then_year_at() has it */
static size_t
glued_year_at(const struct grammar *g, size_t i, int64_t *year)
{
	if ((hyphen_at(g, i, true) || (sign_is(g, i, "/") &&
	    !g->atoms[i].space)))
		return year_at(g, i + 1, year);
	return then_year_at(g, i, year);
}

/* the March budget, its May vote, beat March sales: a capital within a sentence,
 * before what has a month and behind what is no name */
static bool
of_month(const struct grammar *g, size_t i, size_t end)
{
	const struct atom *before = g->atoms + i - (i > 0);
	const struct atom *next = g->atoms + end;

	if (i == 0 || g->titled || g->heading || before->kind != ATOM_WORD ||
	    end >= g->count || next->kind != ATOM_WORD || next->capital ||
	    !next->space || word_is(g, i, "mar") || class_at(g, end,
	    CONTEXT_NONNOUN) != 0 || class_at(g, end, CONTEXT_PAST) != 0)
		return false;
	if (word_is(g, i - 1, "the") || word_is(g, i - 1, "a") ||
	    class_before(g, i, CONTEXT_POSSESSIVE))
		return true;
	return !before->capital && (class_at(g, end, CONTEXT_RESULTS) != 0 ||
	    class_at(g, end, CONTEXT_HALF_YEAR) != 0 || class_at(g, end,
	    CONTEXT_DELIVERY) != 0 || class_at(g, end, CONTEXT_FIXTURE) != 0);
}

#define MEETING_WORDS 5	/* words from a month to what was held in it */

/* a July NATO summit, the October CBS poll: behind an article, before names
 * and what is held */
static bool
month_of_meeting(const struct grammar *g, size_t i, size_t end)
{
	size_t k;

	i -= i > 1 && hyphen_at(g, i - 1, true) ? 2 : 0;
	if (i == 0 || word_value(g, i - 1, WORD_ARTICLE) < 0)
		if (i == 0 || !word_is(g, i - 1, "the"))
			return false;
	for (k = end; k < end + MEETING_WORDS && k < g->count &&
	    g->atoms[k].kind == ATOM_WORD; k++)
		if (!g->atoms[k].capital)
			return class_at(g, k, CONTEXT_FIXTURE) != 0 ||
			    class_at(g, k + 1, CONTEXT_FIXTURE) != 0;
	return false;
}

static size_t
month_first_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, j;
	bool weak, capital = g->atoms[i].capital;

	end = month_at(g, i, &w->month, &weak);
	if (end == 0)
		return 0;
	j = day_behind_at(g, i, end, weak, w);
	if (j != 0) {
		w->level = LEVEL_DAY;
		end = j;
	} else {
		w->day = 0;
		w->level = LEVEL_MONTH;
	}
	j = glued_year_at(g, end, &w->year);
	if (j == 0 && w->level == LEVEL_MONTH && word_is(g, end, "in"))
		j = year_at(g, end + 1, &w->year);
	if (j != 0)
		return era_at(g, j, &w->bc);
	w->year = -1;
	/* June Smith, the October Revolution */
	if (w->level == LEVEL_MONTH && !g->titled && capital && end < g->count
	    && g->atoms[end].kind == ATOM_WORD && g->atoms[end].capital &&
	    calendar_int(g, end, CALENDAR_MONTH) == 0 && !class_before(g, i,
	    CONTEXT_MONTH_BEFORE) && !month_of_meeting(g, i, end))
		return 0;
	/* an august body */
	if (w->level == LEVEL_MONTH && !capital && word_has(g, i - 1,
	    WORD_ARTICLE))
		return 0;
	/* a month alone: only where the word is plainly one */
	if (w->level == LEVEL_DAY || !weak)
		return end;
	if (i == 0 && end >= g->count && !word_is(g, i, "may"))
		return end;
	if (!capital)
		return class_before(g, i, CONTEXT_MONTH_IN) && (word_is(g, i,
		    "may") || word_is(g, i, "march")) ? end : 0;
	if (of_month(g, i, end))
		return end;
	/* in March, mid-March */
	i -= hyphen_at(g, i - 1, true);
	return !word_is(g, i, "mar") && class_before(g, i, CONTEXT_MONTH_BEFORE)
	    ? end : 0;
}

/* [the] 4[th] [day] [of] July [2019], 31/Oct/1974, 14april 2015 */
static size_t
day_first_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t j, k, end;
	bool the = word_is(g, i, "the"), of, weak;
	int64_t year;

	i += the;
	k = day_at(g, i, &w->day, true);
	if (k == 0 && !the) {
		k = counted_day_at(g, i, &w->day);
		if (k != 0 && (month_at(g, k, &w->month, &weak) == 0 ||
		    year_at(g, k + 1, &year) == 0))
			return 0;
	} else if (k == 0) {
		return 0;
	} else if (g->atoms[i].kind == ATOM_WORD && !the && !word_is(g, k,
	    "of") && !word_is(g, k, "day")) {
		return 0;
	}
	if (k == 0)
		return 0;
	j = word_is(g, k, "day") ? k + 1 : k;
	of = word_is(g, j, "of");
	k = of ? j + 1 : sign_is(g, j, "/") && !g->atoms[j].space ? j + 1 :
	    skip_hyphen(g, j);
	end = month_at(g, k, &w->month, &weak);
	if (end == 0)
		return 0;
	if (word_is(g, k, "mar") && !g->atoms[k].capital && !of)
		return 0;
	if (word_is(g, k, "may") && !g->atoms[k].capital &&
	    year_at(g, k + 1, &year) == 0)
		return 0;
	w->level = LEVEL_DAY;
	j = glued_year_at(g, end, &w->year);
	if (j == 0 && word_is(g, end, "in"))
		j = year_at(g, end + 1, &w->year);
	if (j != 0)
		return era_at(g, j, &w->bc);
	w->year = -1;
	return end;
}

/* 2019-Aug-1, 2019/aug/01 */
static size_t
year_first_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	bool weak;

	if (i + 4 >= g->count || a->kind != ATOM_NUMBER ||
	    year_at(g, i, &w->year) == 0 || a[1].space ||
	    !(hyphen_at(g, i + 1, true) || sign_is(g, i + 1, "/")) ||
	    month_at(g, i + 2, &w->month, &weak) != i + 3 || a[3].space ||
	    a[4].space || !slice_equal(a[3].text, a[1].text))
		return 0;
	w->level = LEVEL_DAY;
	return day_at(g, i + 4, &w->day, false);
}

/* Behind a day that a weekday may follow: Jul 18, Fri. */
static size_t
then_weekday_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t j = over_comma(g, i), end;
	bool weak, open = sign_is(g, j, "(");
	int weekday;

	j += open;
	end = w->level == LEVEL_DAY && (j > i) ? weekday_at(g, j, &weekday,
	    &weak) : 0;
	if (end == 0 || (open ? !sign_is(g, end, ")") : end < g->count &&
	    g->atoms[end].kind != ATOM_SIGN))
		return i;
	w->weekday = weekday;
	return end + open;
}

size_t
month_day_at(const struct grammar *g, size_t i, struct when *w)
{
	static size_t (*const forms[])(const struct grammar *, size_t,
	    struct when *) = {
		numeric_at, slash_day_at, year_first_at, month_first_at,
		day_first_at
	};
	size_t end, k, count = sizeof forms / sizeof *forms;

	*w = nowhen;
	if (!may_begin(g, i, HINT_DATE | HINT_DASH | HINT_MARK))
		return 0;
	if (!may_begin(g, i, HINT_MONTH))
		count = 2;	/* of digits alone */
	for (k = 0; k < count; k++) {
		*w = nowhen;
		if ((end = forms[k](g, i, w)) != 0)
			return then_weekday_at(g, end, w);
	}
	*w = nowhen;
	return 0;
}
