/*
 * set: times that come back: every Monday, twice a week, daily, Sundays.
 *
 *	set = [time [on]] every [at time]
 *	every = (daily | weekly ...) | Mondays [at time] | weekends
 *	    | (every | each) [other | number] (unit | day | month ...)
 *	    | (twice | number times | number days) (a | per | every) unit
 */
#include "calendar.h"

static size_t
set_when(const struct grammar *g, struct hit *hit, const struct when *w,
    size_t end)
{
	hit->value = when_text(w, g->arena);
	return end;
}

/* Mondays, Tuesdays at 9am, Sunday mornings, weekends */
static size_t
days_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct when w = nowhen;
	struct slice value;

	w.weekday = calendar_int(g, i, CALENDAR_WEEKDAYS);
	if (w.weekday == 0 && is_plural(g, i + 1) && calendar(g, i + 1,
	    CALENDAR_PART, &value))
		w.weekday = calendar_int(g, i, CALENDAR_WEEKDAY);
	if (w.weekday > 0 && g->atoms[i].capital) {
		w.level = LEVEL_WEEKDAY;
		return set_when(g, hit, &w, (i = then_time_at(g, i + 1, &w)));
	}
	if (calendar(g, i, CALENDAR_WEEKEND_SET, &value) || (calendar(g, i,
	    CALENDAR_WEEKDAY_SET, &value) && word_is(g, i - 1, "on"))) {
		hit->value = value;
		return i + 1;
	}
	return 0;
}

/* The day, part, season or month that comes back every time. */
static size_t
every_date_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct when w = nowhen;
	struct slice value;
	size_t end;
	int month;
	bool weak;

	if ((end = weekday_at(g, i, &w.weekday, &weak)) != 0 && !weak) {
		w.level = LEVEL_WEEKDAY;
		end = then_time_at(g, end, &w);
		return set_when(g, hit, &w, end);
	}
	w = nowhen;
	if (calendar(g, i, CALENDAR_PART, &value)) {
		w.level = LEVEL_DAY;
		w.day_part = value;
		return set_when(g, hit, &w, i + 1);
	}
	if (word_has(g, i, CALENDAR_OF_WEEK)) {
		hit->value = slice_of("P1WD");
		return i + 1;
	}
	if (calendar(g, i, CALENDAR_SEASON, &value)) {
		w.level = LEVEL_SEASON;
		w.season = value.at;
		w.season_length = value.length;
		return set_when(g, hit, &w, i + 1);
	}
	if ((end = weekend_at(g, i)) != 0) {
		hit->value = slice_of("P1WE");
		return end;
	}
	if (g->atoms[i].holiday_end != 0 && (end = holiday_at(g, i, &w)) != 0 &&
	    w.year < 0) {
		w.days = 0;
		hit->value = w.month > 0 ? when_text(&w, g->arena) :
		    slice_of("P1Y");
		return end;
	}
	if ((g->atoms[i].kind == ATOM_NUMBER || (month_at(g, i, &month, &weak)
	    != 0 && g->atoms[i].capital)) && (end = month_day_at(g, i, &w)) !=
	    0 && w.year < 0 && w.month > 0)
		return set_when(g, hit, &w, end);
	return 0;
}

/* [number] unit as a length; *vague for a few */
static size_t
unit_at(const struct grammar *g, size_t i, struct decimal n, struct hit *hit)
{
	struct numeral numeral;
	bool vague = false;
	size_t end;
	char letter;
	int64_t times;

	memset(&numeral, 0, sizeof numeral);
	end = numeral_at(g, i, 0, &numeral);
	if (end != 0) {
		vague = numeral.kind != NUMERAL_PLAIN;
		n = numeral.value;
		i = end;
	}
	end = time_unit_at(g, i, &letter, &times);
	if (end == 0)
		return 0;
	hit->value = vague ? vague_span(g, letter, times) : duration_text(g, n,
	    letter, times);
	return end;
}

/* every Monday, each spring, every two weeks, every other day */
static size_t
every_at(const struct grammar *g, size_t i, struct hit *hit)
{
	bool other = word_is(g, i + 1, "other");
	size_t j = i + 1 + (other || word_is(g, i + 1, "single")), end;
	struct numeral n;

	if (!word_is(g, i, "every") && !word_is(g, i, "each"))
		return 0;
	if ((end = every_date_at(g, j, hit)) != 0)
		return end;
	/* every second Tuesday, every third Sunday of the month */
	if ((end = ordinal_at(g, j, &n)) != 0 && calendar_int(g, end,
	    CALENDAR_WEEKDAY) != 0 && (end = every_date_at(g, end, hit)) != 0)
		return word_is(g, end, "of") && (word_is(g, end + 1, "the") ||
		    word_is(g, end + 1, "each") || word_is(g, end + 1,
		    "every")) && word_is(g, end + 2, "month") ? end + 3 : end;
	/* every second counts */
	if (j == i + 1 && word_is(g, j, "second"))
		return 0;
	return unit_at(g, j, decimal_of_int(other ? 2 : 1, g->arena), hit);
}

/* third Wednesday of every month, last Friday of each month */
static size_t
nth_of_every_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct numeral n;
	size_t j = i + word_is(g, i, "the"), end = word_is(g, j, "last") ?
	    j + 1 : may_begin(g, j, HINT_ORDINAL) ? ordinal_at(g, j, &n) : 0;

	if (end == 0 || calendar_int(g, end, CALENDAR_WEEKDAY) == 0 ||
	    !word_is(g, end + 1, "of") || !(word_is(g, end + 2, "every") ||
	    word_is(g, end + 2, "each")) || !word_is(g, end + 3, "month") ||
	    every_date_at(g, end, hit) == 0)
		return 0;
	return end + 4;
}

/* twice a week, five times a week, six days a week */
static size_t
times_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct numeral n;
	struct slice value;
	size_t end = i + 1, k;
	bool every;

	if (!calendar(g, i, CALENDAR_TIMES, &value)) {
		memset(&n, 0, sizeof n);
		end = numeral_at(g, i, 0, &n);
		if (end == 0 || n.suffix || !calendar(g, end,
		    CALENDAR_TIMES_UNIT,
		    &value))
			return 0;
		end++;
	}
	/* twice daily */
	if (calendar(g, end, CALENDAR_SET, &hit->value))
		return end + 1;
	every = word_is(g, end, "every");
	if (!every && !word_is(g, end, "a") && !word_is(g, end, "an") &&
	    !word_is(g, end, "per") && !word_is(g, end, "each"))
		return 0;
	k = unit_at(g, end + 1, decimal_of_int(1, g->arena), hit);
	/* twice a two weeks is nothing */
	return k > end + 2 && !every ? 0 : k;
}

static size_t
alone_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct slice value;
	size_t end;

	/* the weekly; not Women's Weekly, the Daily Mail */
	if (calendar(g, i, CALENDAR_SET, &value) && (!g->atoms[i].capital ||
	    g->titled || i == 0)) {
		hit->value = value;
		return i + 1;
	}
	/* bi-weekly, bi-monthly; bi-annual is twice a year */
	if (word_is(g, i, "bi") && hyphen_at(g, i + 1, true) && calendar(g,
	    i + 2, CALENDAR_SET, &value) && value.length == 3 &&
	    value.at[1] == '1') {
		hit->value = slice_is(value, "P1Y") ? slice_of("P6M") :
		    join(g->arena, slice_of("P2"), "", (struct slice){
		    value.at + 2, 1 });
		return i + 3;
	}
	/* semi-annual, half-yearly */
	if ((word_is(g, i, "semi") || word_is(g, i, "half")) && hyphen_at(g,
	    i + 1, true) && calendar(g, i + 2, CALENDAR_SET, &value) &&
	    slice_is(value, "P1Y")) {
		hit->value = slice_of("P6M");
		return i + 3;
	}
	if ((end = days_at(g, i, hit)) != 0 || (end = every_at(g, i, hit)) !=
	    0)
		return end;
	return times_at(g, i, hit);
}

/* The set's clock goes into its value: every day at 7 p.m., T19:00; 6am on
 * Mondays, XXXX-WXX-1T06:00.  False for sets of other times. */
static bool
set_clock(const struct grammar *g, struct hit *hit, const struct when *clock)
{
	struct when w = nowhen;
	bool day = slice_is(hit->value, "P1D"), part;

	part = hit->value.length == 13 && memcmp(hit->value.at, "XXXX-XX-XXT",
	    11) == 0;
	if (!day && !part && !(hit->value.length == 10 && memcmp(hit->value.at,
	    "XXXX-WXX-", 9) == 0))
		return false;	/* weekends at 10 */
	set_hour(&w, clock);
	if (part)
		hour_in_part(&w, (struct slice){ hit->value.at + 11, 2 });
	hit->value = day || part ? when_text(&w, g->arena) : join(g->arena,
	    hit->value, "", when_text(&w, g->arena));
	return true;
}

/* 6am every day, 8 p.m. on Fridays */
static size_t
clock_first_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct when clock;
	size_t end, j;

	if (g->atoms[i].kind != ATOM_NUMBER && !word_has(g, i,
	    CALENDAR_CLOCK))
		return 0;
	clock = nowhen;
	end = clock_at(g, i, &clock);
	if (end == 0)
		return 0;
	j = over_comma(g, end);
	j += word_is(g, j, "on");
	if (j >= g->count || g->atoms[j].kind != ATOM_WORD ||
	    (end = alone_at(g, j, hit)) == 0)
		return 0;
	return set_clock(g, hit, &clock) ? end : 0;
}

size_t
set_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct when w;
	size_t end, k;

	hit->label = NUMBER_SET;
	if (!may_begin(g, i, HINT_DATE) || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	end = may_begin(g, i, HINT_SET) || word_is(g, i, "every") ||
	    word_is(g, i, "each") ? alone_at(g, i, hit) : 0;
	if (end == 0)
		end = nth_of_every_at(g, i, hit);
	if (end == 0)
		return clock_first_at(g, i, hit);
	w = nowhen;
	w.level = LEVEL_DAY;
	k = then_time_at(g, end, &w);
	return k > end && w.hour >= 0 && set_clock(g, hit, &w) ? k : end;
}
