/*
 * calendar: what the recognisers of dates and times share.
 *
 *	calendar.c	words of the calendar, days, months, holidays
 *	year.c		years, decades, quarters, seasons
 *	clock.c		times of day
 *	span.c		lengths of time
 *	relative.c	what hangs on another date
 *	set.c		what comes back
 *	nth.c		what is counted in another
 *	day.c		any date without a time
 *	moment.c	a date with its time
 *	range.c		from one to another; all of them together
 *	when.c		the text of a value
 *	almanac.c	days of the calendar, rules of holidays
 */
#ifndef CALENDAR_H
#define CALENDAR_H

#include "grammar.h"

extern const struct when nowhen;

/* The value of a word of calendar.tsv in this class; false when it is none. */
static inline bool
calendar(const struct grammar *g, size_t i, unsigned class,
    struct slice *value)
{
	if (!word_has(g, i, class))
		return false;
	*value = atom_cell(&g->atoms[i], class);
	return true;
}

/* The same as an integer; 0 when it is none. */
static inline int
calendar_int(const struct grammar *g, size_t i, unsigned class)
{
	return word_has(g, i, class) ? (int)slice_int(atom_cell(&g->atoms[i],
	    class)) : 0;
}

/* A word of four letters or more that ends in s. */
bool is_plural(const struct grammar *g, size_t i);
/* A full stop glued to atom i - 1. */
size_t over_dot(const struct grammar *g, size_t i);
size_t over_comma(const struct grammar *g, size_t i);
/* *weak when the word may be another (May, Mar, lower case). */
size_t month_at(const struct grammar *g, size_t i, int *month, bool *weak);
/* A day of the month: 4, 4th, fourth; digits only unless words. */
size_t day_at(const struct grammar *g, size_t i, int *day, bool words);
/* Four digits that can be a year, or nineteen seventy-three. */
size_t year_at(const struct grammar *g, size_t i, int64_t *year);
/* BC, B.C., BCE behind a year; AD is passed over. */
size_t era_at(const struct grammar *g, size_t i, bool *bc);
/* [,] [of] year behind a month or a day. */
size_t then_year_at(const struct grammar *g, size_t i, int64_t *year);
/* *weak for an abbreviation. */
size_t weekday_at(const struct grammar *g, size_t i, int *weekday,
    bool *weak);
size_t weekend_at(const struct grammar *g, size_t i);
size_t holiday_at(const struct grammar *g, size_t i, struct when *w);
/* 2019-07-04, 4/7/2019, 4/7 */
size_t numeric_day_at(const struct grammar *g, size_t i, struct when *w);
/* Month and day in either order, with or without a year; a month. */
size_t month_day_at(const struct grammar *g, size_t i, struct when *w);

size_t decade_at(const struct grammar *g, size_t i, struct when *w);
/* Century, quarter, half of a year. */
size_t numbered_at(const struct grammar *g, size_t i, struct when *w);
size_t season_at(const struct grammar *g, size_t i, struct when *w);
/* A year, 1939-45, fiscal 2019. */
size_t years_at(const struct grammar *g, size_t i, struct when *a,
    struct when *b, bool *range);

/* An hour in digits or words, 0..24. */
size_t hour_at(const struct grammar *g, size_t i, int *hour);
/* An hour without a.m. or p.m. takes that of the part of the day. */
void hour_in_part(struct when *w, struct slice part);
/* A bare hour with nothing behind that it counts. */
size_t bare_hour_at(const struct grammar *g, size_t i, struct when *w);
size_t clock_at(const struct grammar *g, size_t i, struct when *w);
/* two thirty, where a clock is spoken of. */
size_t spoken_hour_at(const struct grammar *g, size_t i, struct when *w);
/* The first of two times without a.m. or p.m. takes the second's. */
void share_meridiem(struct when *a, const struct when *b);
/* Two times; *bare when neither shows that it is one. */
size_t clock_range_at(const struct grammar *g, size_t i, struct when *a,
    struct when *b, bool *bare);

size_t span_at(const struct grammar *g, size_t i, struct span *span);
/* or two behind a day, a year: the span becomes P1Y..P2Y. */
size_t or_two_at(const struct grammar *g, size_t i, struct span *span);
/* Only "year and a half". */
size_t and_half_at(const struct grammar *g, size_t i, struct span *span);
/* Whether so many units may go on a longer one: seven years, 1,000 days are
 * two lengths. */
bool fits_behind(struct decimal n, char letter);
bool ends_in_unit(struct slice text, char letter);
/* The duration behind + or -. */
struct slice signed_span(const struct grammar *g, struct slice duration,
    bool back);
/* A length of time: three weeks; *rel is +P3W. */
size_t length_at(const struct grammar *g, size_t i, struct slice *rel);
/* A length that amount.c does not read; fills the hit. */
size_t long_span_at(const struct grammar *g, size_t i, struct hit *hit);
/* ran it in 2:03:59, a lap of 1:23.457; fills the hit. */
size_t race_time_at(const struct grammar *g, size_t i, struct hit *hit);

/* The granule of a unit of time. */
void set_level(struct when *w, char letter, int64_t times);
size_t offset_at(const struct grammar *g, size_t i, struct when *w);
size_t relative_at(const struct grammar *g, size_t i, struct when *w);
/* A length of time before or behind today; fills the hit. */
size_t window_at(const struct grammar *g, size_t i, struct hit *hit);

size_t nth_at(const struct grammar *g, size_t i, struct when *w);
size_t week_of_at(const struct grammar *g, size_t i, struct when *w);
size_t holiday_week_at(const struct grammar *g, size_t i, struct when *w);

/* A weekday, perhaps with its day, or any other day; any date. */
size_t base_at(const struct grammar *g, size_t i, struct when *w);
/* a week on Friday, a week today */
size_t week_on_at(const struct grammar *g, size_t i, struct when *w);
/* The unit at i as the one of now: the end of the year. */
size_t this_unit_at(const struct grammar *g, size_t i, struct when *w);
size_t day_or_more_at(const struct grammar *g, size_t i, struct when *w,
    struct when *b, bool *range);

/* A day part or a time behind a day. */
size_t then_time_at(const struct grammar *g, size_t i, struct when *w);
/* The day behind a time: [on] Monday. */
size_t clock_day_at(const struct grammar *g, size_t i, struct when *day);
void set_hour(struct when *w, const struct when *clock);
/* A date, a time, or both; *range and *b when it is a range of itself. */
size_t moment_at(const struct grammar *g, size_t i, struct when *w,
    struct when *b, bool *range);
size_t set_at(const struct grammar *g, size_t i, struct hit *hit);

#endif
