/*
 * day: any date without a time of day.
 *
 *	date = (calendar | relative | counted) [of last year]
 *	     | weekday [,] date | weekday [the] 4th | weekday (of next week)
 */
#include "calendar.h"

static bool
ends_at(const struct grammar *g, size_t i)
{
	return i >= g->count || g->atoms[i].kind == ATOM_SIGN ||
	    class_at(g, i, CONTEXT_NONNOUN) != 0 || class_at(g, i,
	    CONTEXT_CLOCK) != 0;
}

/* 2pm, 2:30, 2 to 4 p.m.: a figure alone is no hour here. */
static bool
hours_at(const struct grammar *g, size_t i)
{
	struct when t;
	size_t k;

	if (i >= g->count || g->atoms[i].kind != ATOM_NUMBER)
		return false;
	if (clock_at(g, i, &t) > i + 1)
		return true;
	k = i + 1;
	return (hyphen_at(g, k, false) || word_is(g, k, "to") || word_is(g, k,
	    "and")) && clock_at(g, k + 1, &t) > k + 2;
}

/* on the 15th; the 1st alone */
static size_t
day_of_month_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t j = i + 1, end;
	int day;

	/* begins on 14th, but ran on 13st of it */
	if (i > 0 && !(word_is(g, i + 1, "st") &&
	    (g->atoms[i].number % 10 != 1 || g->atoms[i].number == 11)) &&
	    g->atoms[i].kind == ATOM_NUMBER && (word_is(g, i - 1, "on") ||
	    word_is(g, i - 1, "till")) && (end = day_at(g, i, &day, true)) >
	    i + 1 && ends_at(g, end)) {
		*w = nowhen;
		w->level = LEVEL_DAY;
		w->day = day;
		return end;
	}
	if (!word_is(g, i, "the"))
		return 0;
	end = day_at(g, j, &day, i <= 1 && j + 1 >= g->count);
	if (end == 0 || !ends_at(g, end))
		return 0;
	/* the 17 from 2pm */
	if (end == j + 1 && g->atoms[j].kind == ATOM_NUMBER) {
		if (!class_at(g, end, CONTEXT_DAY_HOURS) ||
		    !hours_at(g, end + 1))
			return 0;
	} else if (!(i == 0 && end >= g->count) && !class_before(g, i,
	    CONTEXT_DAY_BEFORE)) {
		return 0;
	}
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->day = day;
	return end;
}

/* Thursday, two years from now; Sunday 3 weeks after 15 January: behind the
 * weekday */
static size_t
weeks_off_at(const struct grammar *g, size_t i, int weekday, struct when *w)
{
	struct when d;
	size_t end = i < g->count ? offset_at(g, i, &d) : 0;
	struct slice rel;

	if (end == 0 || d.clock || d.vague || d.ref)
		return 0;
	rel = d.step == STEP_ADD ? d.step_rel : d.rel;
	if (rel.length > 0 && rel.at[rel.length - 1] == 'D')
		return 0;
	if (d.step == STEP_NONE) {
		d.step = STEP_ADD;
		d.step_rel = slice_of("+P0D");
	} else if (d.step != STEP_ADD) {
		return 0;
	}
	d.level = d.step_level = LEVEL_DAY;
	d.step_weekday = weekday;
	if (d.year >= 0)
		when_step(&d);
	*w = d;
	return end;
}

/* Behind a weekday: [,] July 4, the 13th, 12th, of next week. */
static size_t
behind_weekday_at(const struct grammar *g, size_t i, bool weak,
    struct when *w)
{
	struct when d;
	struct slice part = slice_of("");
	size_t k = over_comma(g, i), end;
	int day, weekday = w->weekday;
	bool the;

	if (hyphen_at(g, k, true))
		k++;
	the = word_is(g, k, "the");
	end = k + the < g->count ? month_day_at(g, k + the, &d) : 0;
	if (end != 0 && d.day > 0) {
		*w = d;
		w->weekday = weekday;
		return end;
	}
	/* Friday the 13th, Monday 12th, Sunday 31 */
	end = day_at(g, k + the, &day, the);
	if (end != 0 && ((end > k + the + 1 && g->atoms[k + the].kind ==
	    ATOM_NUMBER) || (ends_at(g, end) && !hyphen_at(g, end, false)) ||
	    clock_at(g, end, &d) != 0) &&
	    !(k > i && !the) && !(the && end == k + 2 && g->atoms[k + 1].kind
	    == ATOM_NUMBER)) {
		*w = nowhen;
		w->level = LEVEL_DAY;
		w->day = day;
		w->weekday = weekday;
		return end;
	}
	/* Monday next week, Wednesday evening of this week */
	k = calendar(g, i, CALENDAR_PART, &part) ? i + 1 : i;
	if (word_is(g, k, "of") || word_is(g, k, "from") || word_is(g, k,
	    "in"))
		k++;
	end = k < g->count ? relative_at(g, k, &d) : 0;
	if (end != 0 && d.level == LEVEL_WEEK && !weak) {
		*w = d;
		w->step = STEP_NTH;
		w->step_level = LEVEL_WEEKDAY;
		w->step_weekday = weekday;
		w->step_count = 1;
		w->day_part = part;
		return end;
	}
	return weak ? 0 : weeks_off_at(g, over_comma(g, i), weekday, w);
}

/* What "before last" and "after next" turn: a weekday, weekend, season or
 * month. */
static size_t
named_unit_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;
	size_t end;
	bool weak;

	*w = nowhen;
	if ((end = weekend_at(g, i)) != 0) {
		w->level = LEVEL_WEEKEND;
		return end;
	}
	if (calendar(g, i, CALENDAR_SEASON, &value)) {
		w->level = LEVEL_SEASON;
		w->season = value.at;
		w->season_length = value.length;
		return i + 1;
	}
	if ((end = weekday_at(g, i, &w->step_weekday, &weak)) != 0) {
		w->level = LEVEL_DAY;
		return end;
	}
	w->level = LEVEL_MONTH;
	return g->atoms[i].capital ? month_at(g, i, &w->month, &weak) : 0;
}

/* the Sunday before last, the weekend after next, the summer before last */
static size_t
before_last_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end = named_unit_at(g, i + word_is(g, i, "the"), w);
	bool back = word_is(g, end, "before");

	if (end == 0 || !(back ? word_is(g, end + 1, "last") : word_is(g, end,
	    "after") && word_is(g, end + 1, "next")) || !ends_at(g, end + 2))
		return 0;
	w->step_level = w->level;
	w->rel = slice_of(back ? "PREV" : "NEXT");
	if (w->level == LEVEL_DAY) {
		w->rel = slice_of("THIS");
		w->step = STEP_WEEKDAYS;
		w->step_count = back ? -2 : 2;
		return end + 2;
	}
	w->step = STEP_ADD;
	w->step_rel = slice_of(w->level == LEVEL_WEEKEND ? back ? "-P1W" :
	    "+P1W" : back ? "-P1Y" : "+P1Y");
	return end + 2;
}

/* The day is so much later. */
static void
put_off(struct when *w, const char *rel)
{
	w->step = STEP_ADD;
	w->step_level = LEVEL_DAY;
	w->step_rel = slice_of(rel);
}

/* A weekday, perhaps with its day. */
static size_t
weekday_day_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when t;
	size_t end, full;
	int weekday;
	bool weak, lone;

	end = weekday_at(g, i, &weekday, &weak);
	if (end == 0)
		return 0;
	*w = nowhen;
	w->level = LEVEL_WEEKDAY;
	w->weekday = weekday;
	full = behind_weekday_at(g, end, weak, w);
	if (full != 0)
		return full;
	/* Saturday week, Tuesday fortnight */
	if ((word_is(g, end, "week") || word_is(g, end, "fortnight")) &&
	    ends_at(g, end + 1)) {
		put_off(w, word_is(g, end, "week") ? "+P1W" : "+P2W");
		return end + 1;
	}
	/* Sun Street; Sun and Sat are words */
	if (weak && end < g->count && g->atoms[end].kind == ATOM_WORD &&
	    g->atoms[end].capital && !g->titled)
		return 0;
	lone = (i == 0 && over_dot(g, end) >= g->count) ||
	    clock_at(g, end + word_is(g, end, "at"), &t) != 0;
	if (weak && !lone && (!g->atoms[i].capital || !(class_before(g, i,
	    CONTEXT_MONTH_BEFORE) || (g->atoms[end - 1].kind == ATOM_SIGN &&
	    !word_is(g, i, "sun") && !word_is(g, i, "sat")))))
		return 0;
	return end;
}

/* Whether so many are told just before i: once, 50 pounds, three games. */
static bool
many_before(const struct grammar *g, size_t i)
{
	struct slice value;
	struct numeral n;
	size_t k;

	for (k = 1; k <= 3 && k <= i; k++)
		if (calendar(g, i - k, CALENDAR_TIMES, &value) ||
		    numeral_at(g, i - k, 0, &n) != 0)
			return true;
	return false;
}

/* a week today, a week on Friday, as the British say; but once a week on
 * Friday, and it was a week today. */
size_t
week_on_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, day = i + 2;
	struct slice value;

	if (!word_is(g, i, "a") || !word_is(g, i + 1, "week") ||
	    word_is(g, i - 1, "was") || word_is(g, i - 1, "been"))
		return 0;
	*w = nowhen;
	if (calendar(g, day, CALENDAR_RELATIVE, &value)) {
		w->level = LEVEL_DAY;
		w->rel = slice_of(value.at[0] == '0' ? "+P1W" : "+P8D");
		return value.at[0] != '-' && !calendar(g, day,
		    CALENDAR_TONIGHT, &value) && ends_at(g, day + 1) ? day + 1 :
		    0;
	}
	if (!word_is(g, day, "on") || many_before(g, i))
		return 0;
	end = weekday_day_at(g, day + 1, w);
	if (end != day + 2 || w->step != STEP_NONE || !ends_at(g, end))
		return 0;
	put_off(w, "+P1W");
	return end;
}

/* A day that can be counted from: tomorrow, Friday, 4 July, Easter. */
size_t
base_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, best = 0;
	struct when t;

	if ((end = month_day_at(g, i, &t)) != 0 && t.level == LEVEL_DAY) {
		*w = t;
		best = end;
	}
	/* five days before the new year */
	end = i + word_is(g, i, "the");
	if (word_is(g, end, "new") && word_is(g, end + 1, "year")) {
		*w = nowhen;
		w->level = LEVEL_DAY;
		w->month = w->day = 1;
		best = end + 2;
	}
	if ((end = holiday_at(g, i, &t)) > best) {
		*w = t;
		best = end;
	}
	if ((end = relative_at(g, i, &t)) > best && t.level >= LEVEL_WEEKDAY &&
	    !t.ref) {
		*w = t;
		best = end;
	}
	if ((end = weekday_day_at(g, i, &t)) > best && t.step == STEP_NONE) {
		*w = t;
		best = end;
	}
	return best;
}

/* Friday before Christmas, Tuesday after the first Monday in November, behind
 * "the": else the clause says what happened after it */
static size_t
weekday_beside_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice way;
	int weekday;
	bool weak;
	size_t end = weekday_at(g, i, &weekday, &weak), j;

	if (end == 0 || weak || !calendar(g, end, CALENDAR_JOINT, &way) ||
	    word_is(g, end, "from"))
		return 0;
	j = end + 1;
	if ((end = base_at(g, j, w)) == 0 && (end = nth_at(g, j, w)) == 0)
		return 0;
	if (w->step != STEP_NONE && (w->year < 0 || w->step_level < LEVEL_DAY))
		return 0;
	w->step = STEP_WEEKDAYS;
	w->step_level = LEVEL_DAY;
	w->step_weekday = weekday;
	w->step_count = slice_is(way, "-") ? -1 : 1;
	if (w->year >= 0 && !w->bc)
		when_step(w);
	return end;
}

/* October last year, Christmas of this year, March in a year */
static size_t
of_year_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when year;
	struct slice way;
	size_t j = over_comma(g, i), end;

	if (w->year >= 0 || w->rel.length > 0 || w->of_year || w->step !=
	    STEP_NONE || !(w->level == LEVEL_MONTH || w->level == LEVEL_SEASON
	    || (w->level == LEVEL_DAY && (w->month > 0 || w->holiday.length >
	    0))))
		return 0;
	if (word_is(g, j, "of") || word_is(g, j, "in"))
		j++;
	end = relative_at(g, j, &year);
	if (end == 0)
		end = offset_at(g, j, &year);
	way = year.rel;
	if (end == 0 || year.level != LEVEL_YEAR || way.length == 0 ||
	    year.step != STEP_NONE)
		return 0;
	if (slice_is(way, "PREV") || slice_is(way, "NEXT"))
		way = slice_of(slice_is(way, "PREV") ? "-P1Y" : "+P1Y");
	w->of_year = true;
	w->rel = way;
	w->ref = year.ref;
	return end;
}

size_t
this_unit_at(const struct grammar *g, size_t i, struct when *w)
{
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, i, &letter, &times);

	if (end == 0 || strchr("SIH", letter) != NULL ||
	    is_plural(g, i))
		return 0;
	*w = nowhen;
	set_level(w, letter, times);
	w->rel = slice_of("THIS");
	return end;
}

/* to end the day, for the month, the rest of the year; of the year, in the
 * year: what later dates do not hang on */
static size_t
the_unit_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end;
	bool of;

	if (!word_is(g, i, "the") || !(class_before(g, i, CONTEXT_THE_UNIT) ||
	    class_before(g, i, CONTEXT_DAY_ENDER) || (word_is(g, i - 1, "in") &&
	    (word_is(g, i + 1, "quarter") || word_is(g, i + 1, "year")))) ||
	    g->atoms[i + 1].capital)
		return 0;
	of = word_is(g, i - 1, "of") && !class_before(g, i - 1, CONTEXT_REST);
	if (of && word_is(g, i + 1, "day"))
		return 0;
	end = this_unit_at(g, i + 1, w);
	if (end == 0 || w->level < LEVEL_YEAR || !(ends_at(g, end) ||
	    w->level == LEVEL_QUARTER || class_before(g, i,
	    CONTEXT_DAY_ENDER)) || sign_is(g, end, "'") ||
	    hyphen_at(g, end, true) || word_is(g, end, "that") ||
	    word_is(g, end, "before") || word_is(g, end, "after"))
		return 0;
	w->ref = w->level == LEVEL_DAY;
	w->aside = of || (word_is(g, i - 1, "in") && w->level == LEVEL_YEAR);
	/* in the year of his birth, in the year since */
	return w->aside && end < g->count && g->atoms[end].kind != ATOM_SIGN &&
	    class_at(g, end, CONTEXT_CLAUSE) == 0 && !(of && word_is(g, end,
	    "in")) ? 0 : end;
}

static void
longer(size_t end, const struct when *t, size_t *best, struct when *w)
{
	if (end > *best) {
		*best = end;
		*w = *t;
	}
}

/* What cannot begin here is not even called: its code is long, and others' had
 * to leave the cache for it. */
size_t
day_or_more_at(const struct grammar *g, size_t i, struct when *w,
    struct when *b, bool *range)
{
	size_t end, best = 0, j, k;
	struct when t, second;
	bool r = false, the = word_is(g, i, "the");

	*range = false;
	*w = nowhen;
	if (i >= g->count)
		return 0;
	j = i + the;
	longer(month_day_at(g, i, &t), &t, &best, w);
	if (g->atoms[j].holiday_end != 0) {
		longer(holiday_at(g, j, &t), &t, &best, w);
		longer(holiday_week_at(g, j, &t), &t, &best, w);
	}
	if (word_has(g, j, CALENDAR_ANY))
		longer(week_of_at(g, i, &t), &t, &best, w);
	if (the && word_has(g, j, CALENDAR_WEEKDAY))
		longer(weekday_beside_at(g, j, &t), &t, &best, w);
	end = 0;
	if (may_begin(g, i, HINT_DATE)) {
		longer(nth_at(g, i, &t), &t, &best, w);
		end = relative_at(g, i, &t);
		longer(end, &t, &best, w);
	}
	/* next week on Tuesday, next week - Tuesday */
	if (end != 0 && t.level == LEVEL_WEEK && !t.ref) {
		int weekday;
		bool weak;

		k = weekday_at(g, end + (word_is(g, end, "on") ||
		    hyphen_at(g, end, false)), &weekday, &weak);
		if (k != 0) {
			t.step = STEP_NTH;
			t.step_level = LEVEL_WEEKDAY;
			t.step_weekday = weekday;
			t.step_count = 1;
			longer(k, &t, &best, w);
		}
	}
	longer(offset_at(g, i, &t), &t, &best, w);
	longer(day_of_month_at(g, i, &t), &t, &best, w);
	if (may_begin(g, j, HINT_DATE)) {
		longer(decade_at(g, j, &t), &t, &best, w);
		longer(numbered_at(g, j, &t), &t, &best, w);
	}
	end = word_has(g, j, CALENDAR_SEASON) ? season_at(g, j, &t) : 0;
	/* the fall */
	if (!(the && end == j + 1 && word_is(g, j, "fall")))
		longer(end, &t, &best, w);
	longer(weekday_day_at(g, i, &t), &t, &best, w);
	if (the ? word_has(g, j, CALENDAR_ANY) : word_has(g, i,
	    CALENDAR_WEEKDAY))
		longer(before_last_at(g, i, &t), &t, &best, w);
	if (the)
		longer(the_unit_at(g, i, &t), &t, &best, w);
	else if (may_begin(g, i, HINT_YEAR) && (end = years_at(g, i, &t,
	    &second, &r)) > best) {
		longer(end, &t, &best, w);
		*b = second;
		*range = r;
	}
	if (best != 0 && !*range && (end = of_year_at(g, best, w)) != 0)
		return end;
	return best;
}
