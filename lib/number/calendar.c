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

extern const struct lexicon lexicon_calendar;
extern const struct lexicon lexicon_holidays;

const struct when nowhen = {
	.year = -1, .hour = -1, .minute = -1, .second = -1
};

/* The value of a word of calendar.tsv in this class; false when it is none. */
bool
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

int
calendar_int(const struct grammar *g, size_t i, const char *class)
{
	struct slice value;

	return calendar(g, i, class, &value) ? (int)slice_int(value) : 0;
}

size_t
over_hyphen(const struct grammar *g, size_t i)
{
	return hyphen_at(g, i, true) ? i + 1 : i;
}

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
size_t
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

size_t
weekend_at(const struct grammar *g, size_t i)
{
	struct slice value;

	if (calendar(g, i, "weekend", &value))
		return i + 1;
	/* week-end */
	return word_is(g, i, "week") && hyphen_at(g, i + 1, true) &&
	    word_is(g, i + 2, "end") ? i + 3 : 0;
}

/* A month and a day in the locale's order, or as they must be. */
static bool
two_numbers(const struct grammar *g, int64_t x, int64_t y, struct when *w)
{
	bool first_day = x > 12 || (y <= 12 && g->context->locale_gb);

	if (x < 1 || y < 1 || x > 31 || y > 31 || (x > 12 && y > 12))
		return false;
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->month = (int)(first_day ? y : x);
	w->day = (int)(first_day ? x : y);
	return true;
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
	if (!a[0].zero && !a[2].zero && a[2].number != 25 && a[2].number != 31
	    && !(i > 0 && (class_before(g, i, "slash-day") ||
	    weekday_at(g, i - 1, &weekday, &weak) == i)) && !class_at(g, i + 3,
	    "slash-day-end"))
		return 0;
	return two_numbers(g, a[0].number, a[2].number, w) ? i + 3 : 0;
}

size_t
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

size_t
numeric_day_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	size_t end = i < g->count ? numeric_at(g, i, w) : 0;

	if (end != 0)
		return end;
	/* 10/1, whatever stands around it */
	if (i + 2 >= g->count || a->kind != ATOM_NUMBER || !sign_is(g, i + 1,
	    "/") || a[1].space || a[2].space || a[2].kind != ATOM_NUMBER ||
	    a[0].whole > 2 || a[2].whole > 2 || a[0].point || a[2].point)
		return 0;
	return two_numbers(g, a[0].number, a[2].number, w) ? i + 3 : 0;
}

/* Month and day in either order, with or without a year. */
size_t
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
