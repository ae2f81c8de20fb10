/*
 * moment: a date with its time of day, or either.
 *
 *	moment = [early | the end of] date [time | day part]
 *	       | time [on] date | the morning of date | in the evening
 */
#include "calendar.h"

static const char *
mod_name(struct slice value)
{
	return slice_is(value, "START") ? "START" : slice_is(value, "END") ?
	    "END" : "MID";
}

/* Friday at 8, last night around 7, October 14 for 8:00, 4/25 @ 16:00,
 * Tuesday after 1pm: the clock behind a preposition */
static size_t
at_clock_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice kind;
	size_t j = i, end;
	bool bare = false;

	if (sign_is(g, j, "@")) {
		bare = true;
		j++;
	} else if (calendar(g, j, CALENDAR_AT, &kind)) {
		bare = slice_is(kind, "bare");
		j++;
		if (word_is(g, j, "around") || word_is(g, j, "about"))
			j++;
	}
	end = clock_at(g, j, w);
	if (end == 0 && bare)
		end = bare_hour_at(g, j, w);
	return end;
}

size_t
then_time_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part, mod;
	struct when clocked, day;
	size_t j, k = i, end;

	if (w->level < LEVEL_WEEKDAY && !(w->step != STEP_NONE &&
	    w->step_level >= LEVEL_WEEKDAY))
		return i;
	if (word_is(g, k, "in"))
		k += word_is(g, k + 1, "the") ? 2 : 1;
	else
		k = skip_hyphen(g, k);
	if (calendar(g, k, CALENDAR_MOD, &mod) && calendar(g, k + 1,
	    CALENDAR_PART, &part))
		k++;
	if (w->day_part.length == 0 && (calendar(g, k, CALENDAR_PART, &part) ||
	    calendar(g, k, CALENDAR_HALF_DAY, &part)) && !word_is(g, k, "dawn")
	    &&
	    !(word_is(g, i, "in") && word_is(g, i + 1, "the") && k == i + 1)) {
		w->day_part = part;
		i = k + 1;
	}
	j = over_comma(g, i);
	/* 2019-07-04T12:30 */
	if (word_is(g, i, "t") && i + 1 < g->count && !g->atoms[i].space &&
	    !g->atoms[i + 1].space && g->atoms[i + 1].kind == ATOM_NUMBER)
		j = i + 1;
	clocked = *w;
	end = at_clock_at(g, j, &clocked);
	/* March eighteenth nine thirty, as it is spoken */
	if (end == 0 && w->month > 0 && w->day > 0 && j > 0 && j == i &&
	    g->atoms[j - 1].kind == ATOM_WORD && (end = spoken_hour_at(g, j,
	    &day)) != 0)
		set_hour(&clocked, &day);
	/* 3 to 5 May, 9 am to 5 pm: the hours are of each day */
	if (end != 0 && sign_is(g, i, ",") && (hyphen_at(g, end, false) ||
	    calendar_int(g, end, CALENDAR_UNTIL) != 0) && clock_at(g, end + 1,
	    &day) != 0)
		return i;
	/* Sunday, at midnight on New Year's Eve: two times */
	if (end == 0 || (sign_is(g, i, ",") && !sign_is(g, end, ",") &&
	    clock_day_at(g, end, &day) != 0))
		return i;
	*w = clocked;
	if (w->day_part.length > 0)
		hour_in_part(w, w->day_part);
	w->day_part = slice_of("");
	return end;
}

/* early 2019, late on Tuesday, later this year, mid-May, earlier in the week */
static size_t
early_at(const struct grammar *g, size_t i, struct when *w, struct when *b,
    bool *range)
{
	struct slice value;
	size_t h, end;
	bool later, on, the = word_is(g, i, "the");

	i += the;
	/* end-2027, by end June; not the weekend */
	if (!the && word_is(g, i, "end") && (hyphen_at(g, i + 1, true) ||
	    class_before(g, i, CONTEXT_END_BEFORE)))
		value = slice_of("END");
	else if (!calendar(g, i, CALENDAR_MOD, &value) || word_is(g, i,
	    "middle"))
		return 0;
	h = skip_hyphen(g, i + 1);
	later = word_is(g, i, "later") || word_is(g, i, "earlier");
	on = word_is(g, h, "on") || word_is(g, h, "in");
	h += on;
	if (later && !on && !word_is(g, h, "this") && !word_is(g, h, "last") &&
	    !word_is(g, h, "that") && !word_is(g, h, "today") &&
	    calendar_int(g, h, CALENDAR_WEEKDAY) == 0)
		return 0;
	if (on && word_is(g, h, "the") && (end = this_unit_at(g, h + 1, w)) !=
	    0 && w->level >= LEVEL_YEAR) {
		w->mod = mod_name(value);
		return end;
	}
	end = day_or_more_at(g, h, w, b, range);
	if (end == 0 || (the && word_is(g, h, "the")))
		return 0;
	end = then_time_at(g, end, w);
	w->mod = mod_name(value);
	return end;
}

/* the end of June, the beginning of the year, year-end is left */
static size_t
end_of_at(const struct grammar *g, size_t i, struct when *w, struct when *b,
    bool *range)
{
	struct slice value;
	size_t end;

	i += word_is(g, i, "the");
	if (!calendar(g, i, CALENDAR_MOD_OF, &value) || !word_is(g, i + 1,
	    "of"))
		return 0;
	i += 2;
	end = day_or_more_at(g, i, w, b, range);
	if (end == 0 && word_is(g, i, "the"))
		end = this_unit_at(g, i + 1, w);
	else if (end == 0 && (word_is(g, i, "month") || word_is(g, i, "year")))
		end = this_unit_at(g, i, w);
	if (end == 0 || *range)
		return 0;
	w->mod = mod_name(value);
	return end;
}

/* the morning of July 26, the night of the 4th of July, the early hours of
 * Friday */
static size_t
part_of_at(const struct grammar *g, size_t i, struct when *w, struct when *b,
    bool *range)
{
	struct slice part, mod = slice_of("");
	size_t end;
	bool hours;

	i += word_is(g, i, "the");
	hours = (word_is(g, i, "early") || word_is(g, i, "small")) &&
	    word_is(g, i + 1, "hours");
	if (hours)
		mod = slice_of("START");
	else if (!word_has(g, i, CALENDAR_ANY))
		return 0;
	i += calendar(g, i, CALENDAR_MOD, &mod) || hours;
	if (hours)
		part = slice_of("MO");
	else if (!calendar(g, i, CALENDAR_PART, &part))
		return 0;
	end = word_is(g, i + 1, "of") ? day_or_more_at(g, i + 2, w, b, range) :
	    0;
	if (end == 0 || *range || w->level < LEVEL_WEEKDAY)
		return 0;
	w->day_part = part;
	if (mod.length > 0)
		w->mod = mod_name(mod);
	return end;
}

/* before lunch, at lunchtime, around dinner: the meal tells the hour */
static size_t
meal_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part;

	if (i == 0 || !calendar(g, i, CALENDAR_MEAL, &part) ||
	    !class_before(g, i, CONTEXT_MEAL_BEFORE) || !(i + 1 >= g->count ||
	    (g->atoms[i + 1].kind == ATOM_SIGN && !hyphen_at(g, i + 1, true)) ||
	    class_at(g, i + 1, CONTEXT_NONNOUN) != 0 || word_has(g, i + 1,
	    CALENDAR_ANY)))
		return 0;
	*w = nowhen;
	w->day_part = part;
	return i + 1;
}

/* in the (early) evening, late afternoon, in the morning at 7 */
static size_t
part_alone_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part, mod = slice_of("");
	size_t j = i, end;
	bool the;

	if ((end = meal_at(g, i, w)) != 0)
		return end;
	if (calendar(g, j, CALENDAR_MOD, &mod)) {
		j = skip_hyphen(g, j + 1);
		if (word_is(g, j, "in") && word_is(g, j + 1, "the"))
			j++;
		else if (j < g->count && !calendar(g, j, CALENDAR_PART, &part))
			return 0;
	}
	the = word_is(g, j, "the");
	/* at five in evening, as Indians say */
	if (!the && j == i && i > 0 && word_is(g, i - 1, "in") && calendar(g,
	    i, CALENDAR_PART, &part) && !is_plural(g, i) && (i + 1 >= g->count
	    || g->atoms[i + 1].kind == ATOM_SIGN) && !hyphen_at(g, i + 1,
	    true)) {
		*w = nowhen;
		w->day_part = part;
		return i + 1;
	}
	if (the) {
		/* the evening alone is a party */
		if (!word_is(g, j - 1, "in"))
			return 0;
		j++;
		if (mod.length == 0 && calendar(g, j, CALENDAR_MOD, &mod))
			j++;
	}
	if ((!the && mod.length == 0) || !calendar(g, j, CALENDAR_PART, &part)
	    ||
	    word_is(g, j, "dawn") || word_is(g, j, "overnight"))
		return 0;
	j++;
	/* evening dress, the morning sun; mornings */
	if (j < g->count && !(g->atoms[j].kind == ATOM_SIGN &&
	    !hyphen_at(g, j, true)) && class_at(g, j, CONTEXT_NONNOUN) == 0 &&
	    calendar_int(g, j, CALENDAR_PART_END) == 0)
		return 0;
	*w = nowhen;
	w->day_part = part;
	if (mod.length > 0)
		w->mod = mod_name(mod);
	end = word_is(g, j, "at") ? at_clock_at(g, j, w) : 0;
	if (end == 0)
		return j;
	hour_in_part(w, part);
	w->day_part = slice_of("");
	return end;
}

/* The day behind a clock: [,] [on | of] day. */
size_t
clock_day_at(const struct grammar *g, size_t i, struct when *day)
{
	struct slice part;
	struct when b;
	bool range;
	size_t j = over_comma(g, i), end;

	if (word_is(g, j, "on") || word_is(g, j, "of"))
		j++;
	end = may_begin(g, j, ~0u) || word_is(g, j, "the") ?
	    day_or_more_at(g, j, day, &b, &range) : 0;
	if (end == 0 || range || (day->level < LEVEL_WEEKDAY && (day->step !=
	    STEP_NTH || day->step_level < LEVEL_WEEKDAY)) || day->ref ||
	    day->clock)
		return 0;
	/* 9 to 5 Monday to Friday */
	if ((calendar_int(g, end, CALENDAR_UNTIL) != 0 || hyphen_at(g, end,
	    false)) &&
	    calendar_int(g, end + 1, CALENDAR_WEEKDAY) != 0)
		return 0;
	if (calendar(g, end, CALENDAR_PART, &part) && day->day_part.length == 0)
	    {
		day->day_part = part;
		end++;
	}
	return end;
}

void
set_hour(struct when *w, const struct when *clock)
{
	w->hour = clock->hour;
	w->minute = clock->minute;
	w->second = clock->second;
	w->zone = clock->zone;
	w->meridiem = clock->meridiem;
}

/* Whether this hour is not of this part of a day: noon, night. */
static bool
hour_outside(const struct when *clock, struct slice part)
{
	int hour = clock->hour;

	if (!clock->meridiem || part.length == 0)
		return false;
	return slice_is(part, "MO") ? hour > 12 : slice_is(part, "AF") ?
	    hour < 12 || hour > 18 : slice_is(part, "EV") ? hour < 12 :
	    slice_is(part, "NI") && hour > 6 && hour < 17;
}

/* time [on] day; 8 tonight, five-thirty tomorrow evening */
static size_t
clock_first_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when clock = nowhen, day;
	size_t end = clock_at(g, i, &clock), j;
	struct numeral n;

	if (end == 0) {
		end = hour_at(g, i, &clock.hour);
		clock.minute = 0;
		/* at 17.30 on Thursday */
		if (end == 0 && g->atoms[i].point && (end = bare_hour_at(g, i,
		    &clock)) != 0 && clock.minute % 5 != 0 && (clock_day_at(g,
		    end, &day) == 0 || day.rel.length == 0))
			return 0;
		if (end == 0 || clock.hour < 1 || (clock.hour > 12 &&
		    !g->atoms[i].point))
			return 0;
		memset(&n, 0, sizeof n);
		if (hyphen_at(g, end, true) && g->atoms[i].kind == ATOM_WORD &&
		    (j = numeral_at(g, end + 1, 0, &n)) != 0 && n.kind ==
		    NUMERAL_PLAIN && decimal_int(n.value) >= 10 &&
		    decimal_int(n.value) < 60) {
			clock.minute = (int)decimal_int(n.value);
			end = j;
		}
		/* at 7 tomorrow, at 8 on Monday; 8 tonight; but rates stood
		 * at 7 on Monday */
		if (clock_day_at(g, end, &day) == 0 || (!(word_is(g, i - 1,
		    "at") && !class_before(g, i - 1, CONTEXT_AT_LEVEL)) &&
		    (day.day_part.length == 0 || class_before(g, i,
		    CONTEXT_NAME) || class_before(g, i, CONTEXT_CODE) ||
		    word_is(g, end, "on") || word_is(g, end, "of"))))
			return 0;	/* nor building 4 this afternoon */
	}
	j = clock_day_at(g, end, &day);
	/* 3 pm or later on Monday */
	if (j == 0 && word_is(g, end, "or") && (word_is(g, end + 1, "later") ||
	    word_is(g, end + 1, "earlier")) && (j = clock_day_at(g, end + 2,
	    &day)) != 0)
		day.mod = word_is(g, end + 1, "later") ? "ON_OR_AFTER" :
		    "ON_OR_BEFORE";
	/* noon, Monday night: two times */
	if (j == 0 || (sign_is(g, end, ",") && hour_outside(&clock,
	    day.day_part))) {
		*w = clock;
		return end;
	}
	*w = day;
	if (day.day_part.length > 0)
		hour_in_part(&clock, day.day_part);
	set_hour(w, &clock);
	w->day_part = slice_of("");
	return j;
}

size_t
moment_at(const struct grammar *g, size_t i, struct when *w, struct when *b,
    bool *range)
{
	static size_t (*const forms[])(const struct grammar *, size_t,
	    struct when *, struct when *, bool *) = {
		early_at, end_of_at, part_of_at
	};
	size_t end, k, count = sizeof forms / sizeof *forms;

	*range = false;
	if (i >= g->count)
		return 0;
	/* all of these begin with a word */
	if (g->atoms[i].kind != ATOM_WORD)
		count = 0;
	for (k = 0; k < count; k++) {
		*w = nowhen;
		*range = false;
		if ((end = forms[k](g, i, w, b, range)) != 0)
			return end;
	}
	*w = nowhen;
	*range = false;
	if ((end = clock_first_at(g, i, w)) != 0)
		return end;
	end = day_or_more_at(g, i, w, b, range);
	if (end == 0)
		return part_alone_at(g, i, w);
	return *range ? end : then_time_at(g, end, w);
}
