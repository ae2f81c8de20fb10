/*
 * nth: days, weeks and months counted in a greater one, and the week that
 * holds a day.
 *
 *	nth  = (first | third | last | second last) [Monday | week | day ...]
 *	       [day part] (of | in) (next month | October [2018] | 2018 ...)
 *	week = week (of | beginning ...) day
 *
 * The day is found by when_step() where the year is known, else by resolve.c.
 */
#include "calendar.h"

/* first, 3rd, last, second last, penultimate; digits without -th are bare. */
static size_t
place_at(const struct grammar *g, size_t i, int64_t *n, bool *bare)
{
	struct numeral numeral;
	struct slice place;
	size_t end;
	bool back;

	*bare = false;
	if (calendar(g, i, CALENDAR_PLACE, &place)) {
		*n = place.at[0] == '-' ? -(place.at[1] - '0') : place.at[0] -
		    '0';
		return i + 1;
	}
	memset(&numeral, 0, sizeof numeral);
	end = ordinal_at(g, i, &numeral);
	if (end == 0 && g->atoms[i].kind == ATOM_NUMBER &&
	    g->atoms[i].number > 0 && g->atoms[i].number < 32 &&
	    !g->atoms[i].zero) {
		*n = g->atoms[i].number;
		*bare = true;
		return i + 1;
	}
	if (end == 0)
		return 0;
	*n = decimal_int(numeral.value);
	back = calendar(g, skip_hyphen(g, end), CALENDAR_PLACE, &place) &&
	    slice_is(place, "-1");
	if (back) {
		*n = -*n;
		end = skip_hyphen(g, end) + 1;
	}
	return *n > 366 || *n == 0 ? 0 : end;
}

/* What is counted: a weekday, days, weeks, weekends, months. */
static size_t
counted_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end;
	char letter;
	int64_t times;
	bool weak;

	if ((end = weekend_at(g, i)) != 0) {
		w->step_level = LEVEL_WEEKEND;
		return end;
	}
	if ((end = weekday_at(g, i, &w->step_weekday, &weak)) != 0) {
		w->step_level = LEVEL_WEEKDAY;
		return end;
	}
	end = time_unit_at(g, i, &letter, &times);
	if (end == 0 || times != 1)
		return 0;
	w->step_level = letter == 'D' ? LEVEL_DAY : letter == 'W' ? LEVEL_WEEK
	    : letter == 'M' ? LEVEL_MONTH : LEVEL_NONE;
	return w->step_level == LEVEL_NONE ? 0 : end;
}

/* What it is counted in: October [2018], 2018, next month, the year. */
static size_t
container_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end;
	char letter;
	int64_t times, year;
	int month;
	bool weak;
	struct when b;

	if ((end = relative_at(g, i, w)) != 0)
		return w->level >= LEVEL_YEAR && w->level <= LEVEL_WEEK ? end
		    : 0;
	if ((end = month_day_at(g, i, w)) != 0 && w->level == LEVEL_MONTH)
		return end;
	if ((end = month_at(g, i, &month, &weak)) != 0) {
		*w = nowhen;
		w->level = LEVEL_MONTH;
		w->month = month;
		return end;
	}
	if ((end = numbered_at(g, i, w)) != 0)
		return w->level == LEVEL_QUARTER || w->level == LEVEL_HALF ?
		    end : 0;
	if ((end = years_at(g, i, w, &b, &weak)) != 0)
		return w->level == LEVEL_YEAR && !weak ? end : 0;
	*w = nowhen;
	if ((end = year_at(g, i, &year)) != 0) {
		w->level = LEVEL_YEAR;
		w->year = year;
		return end;
	}
	if (!word_is(g, i, "the"))
		return 0;
	end = time_unit_at(g, i + 1, &letter, &times);
	if (end == 0 || times != 1 || strchr("YQMW", letter) == NULL ||
	    is_plural(g, i + 1))
		return 0;
	set_level(w, letter, 1);
	w->rel = slice_of("THIS");
	return end;
}

/* the last quarter of 2025, the final half of next year */
static size_t
last_part_at(const struct grammar *g, size_t i, int64_t n, struct when *w)
{
	bool half = word_is(g, i, "half");
	size_t end;

	if (n != -1 || !(half || word_is(g, i, "quarter")) ||
	    !word_is(g, i + 1, "of"))
		return 0;
	end = container_at(g, i + 2, w);
	if (end == 0 || (w->level != LEVEL_YEAR && w->level != LEVEL_FISCAL))
		return 0;
	w->level = half ? LEVEL_HALF : LEVEL_QUARTER;
	w->part = half ? 2 : 4;
	return end;
}

/* the first half of October */
static size_t
half_at(const struct grammar *g, size_t i, int64_t n, struct when *w)
{
	size_t end;

	if (!(word_is(g, i, "half") || word_is(g, i, "part")) ||
	    !word_is(g, i + 1, "of") || (n != 1 && n != 2 && n != -1))
		return 0;
	end = container_at(g, i + 2, w);
	if (end == 0 || (w->level != LEVEL_MONTH && w->level != LEVEL_WEEK &&
	    !(word_is(g, i, "part") && w->level == LEVEL_YEAR)))
		return 0;
	w->mod = n == 1 ? "START" : "END";
	return end;
}

/* the first Tuesday after Easter, the last Friday before 1 May */
static size_t
from_day_at(const struct grammar *g, size_t i, int64_t n,
    const struct when *counted, struct when *w)
{
	struct slice way;
	size_t end;
	bool back;

	if (!calendar(g, i, CALENDAR_JOINT, &way) || word_is(g, i, "from"))
		return 0;
	back = slice_is(way, "-");
	end = n == -1 || n > 0 ? base_at(g, i + 1, w) : 0;
	if (end == 0 || (n < 0) != back || w->step != STEP_NONE)
		return 0;
	w->step = STEP_WEEKDAYS;
	w->step_level = LEVEL_DAY;
	w->step_weekday = counted->step_weekday;
	w->step_count = n;
	if (w->year >= 0)
		when_step(w);
	return w->level == LEVEL_NONE ? 0 : end;
}

size_t
nth_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when counted = nowhen;
	struct slice part;
	size_t j = i, k, end;
	int64_t n;
	bool bare, day = false;

	*w = nowhen;
	if (!may_begin(g, i, HINT_DATE))
		return 0;
	j += word_is(g, j, "the");
	k = place_at(g, j, &n, &bare);
	if (k == 0)
		return 0;
	if ((end = half_at(g, k, n, w)) != 0 ||
	    (end = last_part_at(g, k, n, w)) != 0)
		return end;
	j = counted_at(g, k, &counted);
	if (bare && j != 0)
		return 0;
	/* the 20th of next month */
	if (j == 0) {
		j = k;
		day = true;
		counted.step_level = LEVEL_DAY;
		if (n < 1 || n > 31)
			return 0;
	}
	if (calendar(g, j, CALENDAR_PART, &part) && !day) {
		counted.day_part = part;
		j++;
	}
	if (counted.step_level == LEVEL_WEEKDAY && counted.day_part.length ==
	    0 && (end = from_day_at(g, j, n, &counted, w)) != 0)
		return end;
	if (word_is(g, j, "of") || (word_is(g, j, "in") && !bare))
		j++;
	/* the 20th this month, but not the second this month; the third Sunday
	 * next month */
	else if (!(day && !bare && word_is(g, j, "this") &&
	    (n > 10 || g->atoms[k - 1].kind == ATOM_NUMBER ||
	    (k >= i + 2 && g->atoms[k - 2].kind == ATOM_NUMBER))) &&
	    !(counted.step_level == LEVEL_WEEKDAY && calendar(g, j,
	    CALENDAR_DIRECTION, &part)))
		return 0;
	end = container_at(g, j, w);
	if (end == 0 || w->level >= counted.step_level ||
	    (day && (w->level != LEVEL_MONTH || w->month != 0)))
		return 0;
	w->step = STEP_NTH;
	w->step_level = counted.step_level;
	w->step_weekday = counted.step_weekday;
	w->step_count = n;
	w->day_part = counted.day_part;
	/* the ninth month of next year */
	if (w->step_level == LEVEL_MONTH && w->level != LEVEL_YEAR)
		return 0;
	if (w->year >= 0)
		when_step(w);
	return w->level == LEVEL_NONE ? 0 : end;
}

/* week 31: small letters, for the rounds of a league are in capitals */
static size_t
numbered_week_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i + 1;
	size_t end;
	int64_t year;

	if (!word_is(g, i, "week") || g->atoms[i].capital || i + 1 >=
	    g->count || a->kind != ATOM_NUMBER || a->number < 1 || a->number >
	    53 || a->zero || !a->space || hyphen_at(g, i + 2, true))
		return 0;
	*w = nowhen;
	w->level = LEVEL_WEEK;
	w->week = (int)a->number;
	w->rel = slice_of("THIS");
	end = word_is(g, i + 2, "of") ? year_at(g, i + 3, &year) :
	    then_year_at(g, i + 2, &year);
	if (end == 0)
		return word_is(g, i + 2, "of") ? 0 : i + 2;
	w->year = year;
	w->rel = slice_of("");
	return end;
}

/* The day behind "the week of": 4 October, the 4th, Monday, Easter. */
static size_t
held_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, j;
	int day;

	end = base_at(g, i, w);
	if (end != 0)
		return end;
	j = i + word_is(g, i, "the");
	end = day_at(g, j, &day, false);
	if (end != j + 2)
		return 0;
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->day = day;
	return end;
}

/* the week of 4 October, the week beginning Monday, the weekend of Easter */
size_t
week_of_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t j = i + word_is(g, i, "the"), k, end;
	enum level level = LEVEL_WEEK;
	struct slice value;

	if ((k = numbered_week_at(g, j, w)) != 0)
		return k;
	if (word_is(g, j, "week")) {
		k = j + 1;
	} else if ((k = weekend_at(g, j)) != 0) {
		level = LEVEL_WEEKEND;
	} else if (word_is(g, j, "w") && sign_is(g, j + 1, "/") &&
	    word_is(g, j + 2, "c")) {
		k = j + 3;
		goto held;
	} else {
		return 0;
	}
	if (!calendar(g, k, CALENDAR_WEEK_OF, &value))
		return 0;
	k++;
held:
	k += word_is(g, k, "on");
	end = held_at(g, k, w);
	if (end == 0)
		return 0;
	w->step = STEP_HOLDS;
	w->step_level = level;
	if (w->year >= 0)
		when_step(w);
	return end;
}

/* thanksgiving weekend, Easter week */
size_t
holiday_week_at(const struct grammar *g, size_t i, struct when *w)
{
	enum level level = LEVEL_WEEKEND;
	size_t end = holiday_at(g, i, w), j, k;
	int64_t year;

	if (end == 0)
		return 0;
	j = weekend_at(g, end);
	if (j == 0 && word_is(g, end, "week")) {
		level = LEVEL_WEEK;
		j = end + 1;
	}
	if (j == 0)
		return 0;
	k = w->year < 0 ? then_year_at(g, j, &year) : 0;
	if (k != 0) {
		w->year = year;
		j = k;
	}
	w->step = STEP_HOLDS;
	w->step_level = level;
	if (w->year >= 0)
		when_step(w);
	return j;
}
