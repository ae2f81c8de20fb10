/*
 * moment: dates and times of all kinds (TIMEX3 of ISO-TimeML) and ranges of
 * them.
 *
 *	date   = [early | the end of] (calendar | relative)
 *	moment = date [time | day part] | time [on date]
 *	range  = moment (to | -) moment
 */
#include "calendar.h"

/* A day part or a time behind a day. */
size_t
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

/* The unit at i as the one of now: the end of the year. */
static size_t
this_unit_at(const struct grammar *g, size_t i, struct when *w)
{
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, i, &letter, &times);

	if (end == 0 || strchr("SIH", letter) != NULL ||
	    g->atoms[i].norm.at[g->atoms[i].norm.length - 1] == 's')
		return 0;
	*w = nowhen;
	set_level(w, letter, times);
	w->rel = slice_of("THIS");
	return end;
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
		if (end == 0 && word_is(g, j + 2, "the"))
			end = this_unit_at(g, j + 3, w);
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
	if ((end = window_at(g, i, hit)) != 0)
		return end;
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
