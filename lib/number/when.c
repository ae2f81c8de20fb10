/*
 * when: the text of a date: TIMEX3 values.
 */
#include "grammar.h"

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
	if (s.at != NULL)
		memcpy(text + *at, s.at, s.length);
	*at += s.length;
}

/* What the words alone say of a date that is counted from another. */
static void
open_step(const struct when *w, struct when *open)
{
	*open = *w;
	open->step = STEP_NONE;
	/* of the week of 4 October that day is known */
	if (w->step == STEP_HOLDS && w->level == LEVEL_DAY)
		return;
	open->level = w->step_level;
	open->weekday = w->step_weekday;
	if (w->level == LEVEL_WEEK)
		return;
	if (open->level == LEVEL_WEEKDAY)
		open->level = LEVEL_DAY;
	open->day = open->week = 0;
	if (w->step == STEP_WEEKDAYS) {
		open->level = LEVEL_WEEKDAY;
		open->year = -1;
		return;
	}
	/* the 20th of next month */
	if (w->step == STEP_NTH && w->level == LEVEL_MONTH && w->step_level
	    == LEVEL_DAY && w->step_count > 0)
		open->day = (int)w->step_count;
	if (w->step != STEP_NTH || w->level != LEVEL_MONTH)
		open->month = 0;
	if (w->step != STEP_NTH)
		open->year = -1;
}

/* Ramadan 2018 and its like. */
static struct slice
many_days(const struct when *w, struct arena *arena)
{
	struct when first = *w, last;

	first.days = 0;
	last = first;
	last.step = STEP_ADD;
	last.step_level = LEVEL_DAY;
	last.step_rel = join(arena, slice_of("+P"), "", join(arena,
	    decimal_text(decimal_of_int(w->days - 1, arena), arena), "D",
	    slice_of("")));
	when_step(&last);
	return join(arena, when_text(&first, arena), "/", when_text(&last,
	    arena));
}

/* As many digits, or X for each when the value is not known. */
static void
field(char *text, size_t *at, int64_t value, bool known, int width)
{
	if (known)
		number(text, at, value, width);
	else
		while (width-- > 0)
			put(text, at, slice_of("X"));
}

static void
put_year(char *text, size_t *at, const struct when *w)
{
	int width = w->level == LEVEL_MILLENNIUM ? 1 : w->level ==
	    LEVEL_CENTURY ? 2 : w->level == LEVEL_DECADE ? 3 : 4, k;
	int64_t year = w->year;

	if (w->bc)
		put(text, at, slice_of("-"));
	if (w->level == LEVEL_FISCAL || w->fiscal)
		put(text, at, slice_of(w->season != NULL ? "SY" : "FY"));
	for (k = width; k < 4; k++)
		year /= 10;
	if (w->level != LEVEL_NONE)
		field(text, at, year, w->year >= 0, width);
}

/* What follows the year: -07-04, -W27-4, -Q3, -SU. */
static void
put_day(char *text, size_t *at, const struct when *w)
{
	switch (w->level) {
	case LEVEL_HALF:
	case LEVEL_QUARTER:
		put(text, at, slice_of(w->level == LEVEL_HALF ? "-H" : "-Q"));
		field(text, at, w->part, w->part != 0, 1);
		break;
	case LEVEL_SEASON:
		put(text, at, slice_of("-"));
		put(text, at, (struct slice){ w->season, w->season_length });
		break;
	case LEVEL_MONTH:
	case LEVEL_DAY:
		put(text, at, slice_of("-"));
		field(text, at, w->month, w->month != 0, 2);
		if (w->level == LEVEL_MONTH)
			break;
		put(text, at, slice_of("-"));
		field(text, at, w->day, w->day != 0, 2);
		break;
	case LEVEL_WEEK:
	case LEVEL_WEEKEND:
	case LEVEL_WEEKDAY:
		put(text, at, slice_of("-W"));
		field(text, at, w->week, w->week > 0, 2);
		if (w->level == LEVEL_WEEKEND)
			put(text, at, slice_of("-WE"));
		if (w->level == LEVEL_WEEKDAY) {
			put(text, at, slice_of("-"));
			number(text, at, w->weekday, 1);
		}
		break;
	default:
		break;
	}
}

static void
put_clock(char *text, size_t *at, const struct when *w)
{
	if (w->hour >= 0) {
		put(text, at, slice_of("T"));
		number(text, at, w->hour, 2);
		put(text, at, slice_of(":"));
		number(text, at, w->minute, 2);
		if (w->second >= 0) {
			put(text, at, slice_of(":"));
			number(text, at, w->second, 2);
		}
		put(text, at, w->zone);
	} else if (w->clock) {
		put(text, at, slice_of("TXX:XX"));
	} else if (w->day_part.length > 0) {
		put(text, at, slice_of("T"));
		put(text, at, w->day_part);
	}
}

struct slice
when_text(const struct when *w, struct arena *arena)
{
	char *text;
	size_t at = 0;
	struct when open;

	if (w->reference != NULL && w->year < 0)
		return slice_of(w->reference);
	if (w->days > 1 && w->level == LEVEL_DAY && w->step == STEP_NONE &&
	    w->year >= 0 && w->day > 0 && w->hour < 0 && w->day_part.length ==
	    0)
		return many_days(w, arena);
	text = arena_alloc(arena, 96, 1);
	/* the third week of January */
	if (w->step == STEP_NTH && w->step_level == LEVEL_WEEK && w->level ==
	    LEVEL_MONTH && w->month > 0 && w->step_count > 0) {
		put_year(text, &at, w);
		put_day(text, &at, w);
		put(text, &at, slice_of("-W"));
		number(text, &at, w->step_count, 2);
		return (struct slice){ text, at };
	}
	if (w->step != STEP_NONE) {
		open_step(w, &open);
		w = &open;
	}
	put_year(text, &at, w);
	put_day(text, &at, w);
	put_clock(text, &at, w);
	return (struct slice){ text, at };
}
