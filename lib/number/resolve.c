/*
 * resolve: puts dates on the document's date: dated=.
 *
 * Reads what the recognisers found (struct when) with its rel.  A duration or
 * PREV, THIS, NEXT moves the document's date, or with @REF the text's last
 * date, which lasts from sentence to sentence in the context.  A bare month,
 * day of the month, weekday, quarter, season or holiday is the nearest one
 * not after the document's date when its clause is in the past tense, else
 * the next one.
 */
#include "almanac.h"
#include "grammar.h"

/* The context's state: the text's last date. */
struct anchor {
	int64_t days;
	int64_t level;
};

/* Bytes 0..15 of the state hold the anchor, byte 16 whether there is one. */
static void
anchor_put(struct number_context *context, struct anchor anchor)
{
	memcpy(context->state, &anchor, sizeof anchor);
	context->state[16] = 1;
}

static bool
anchor_get(const struct number_context *context, struct anchor *anchor)
{
	if (context->state[16] != 1)
		return false;
	memcpy(anchor, context->state, sizeof *anchor);
	return true;
}

static int
season_month(const struct when *w)
{
	struct slice s = { w->season, w->season_length };

	return slice_is(s, "SP") ? 3 : slice_is(s, "SU") ? 6 :
	    slice_is(s, "FA") ? 9 : 12;
}

/* The first day of what w names in its year. */
static int64_t
first_day(const struct when *w)
{
	int month = 1, day = 1;
	int64_t days;

	switch (w->level) {
	case LEVEL_DAY:
		if (w->holiday.length > 0 && (days = holiday_day(w->holiday,
		    w->year)) != INT64_MIN)
			return days;
		month = w->month > 0 ? w->month : 1;
		day = w->day > 0 ? w->day : 1;
		if (day > month_length(w->year, month))
			day = month_length(w->year, month);
		break;
	case LEVEL_MONTH:
		month = w->month > 0 ? w->month : 1;
		break;
	case LEVEL_QUARTER:
		month = w->part > 0 ? w->part * 3 - 2 : 1;
		break;
	case LEVEL_HALF:
		month = w->part == 2 ? 7 : 1;
		break;
	case LEVEL_SEASON:
		month = season_month(w);
		break;
	case LEVEL_WEEK:
	case LEVEL_WEEKEND:
	case LEVEL_WEEKDAY:
		days = days_of(w->year, 1, 4);
		days += 1 - weekday_of(days);
		return days + 7 * (w->week - 1) + (w->weekday > 0 ?
		    w->weekday - 1 : 0);
	default:
		break;
	}
	return days_of(w->year, month, day);
}

/* Fills in the fields of w's level from a day. */
static void
set_day(struct when *w, int64_t days)
{
	struct day d = day_of(days);
	int week;

	switch (w->level) {
	case LEVEL_WEEK:
	case LEVEL_WEEKEND:
		week_of(days, &w->year, &week);
		w->week = week;
		return;
	case LEVEL_CENTURY:
		w->year = d.year / 100 * 100;
		return;
	case LEVEL_DECADE:
		w->year = d.year / 10 * 10;
		return;
	case LEVEL_QUARTER:
		w->part = (d.month + 2) / 3;
		w->year = d.year;
		return;
	case LEVEL_WEEKDAY:
		w->level = LEVEL_DAY;
		break;
	default:
		break;
	}
	w->year = d.year;
	w->month = d.month;
	w->day = d.day;
}

/* Moves days by a signed duration (+P3Y, -P2W); false for hours. */
static bool
move(int64_t *days, struct slice rel)
{
	bool back = rel.at[0] == '-';
	int64_t n = 0;
	size_t i = 2;
	struct day d;

	if (rel.length < 4 || rel.at[1] != 'P')
		return false;
	while (i < rel.length && rel.at[i] != 'T') {
		int64_t months;

		n = 0;
		while (i < rel.length && rel.at[i] >= '0' && rel.at[i] <= '9'
		    && n < 100000)
			n = n * 10 + (rel.at[i++] - '0');
		if (i >= rel.length || n >= 100000)
			return false;
		if (back)
			n = -n;
		switch (rel.at[i++]) {
		case 'Y':
		case 'M':
		case 'Q':
			d = day_of(*days);
			months = d.year * 12 + d.month - 1 + n * (rel.at[i - 1]
			    == 'Y' ? 12 : rel.at[i - 1] == 'Q' ? 3 : 1);
			if (months < 12 || months > 9999 * 12)
				return false;
			d.year = months / 12;
			d.month = (int)(months % 12) + 1;
			if (d.day > month_length(d.year, d.month))
				d.day = month_length(d.year, d.month);
			*days = days_of(d.year, d.month, d.day);
			break;
		case 'W':
			*days += 7 * n;
			break;
		case 'D':
			*days += n;
			break;
		default:
			return false;
		}
	}
	return i >= rel.length;
}

/* The year in which what w names is the nearest one not after (past) or not
 * before (else) the day. */
static void
nearest_year(struct when *w, int64_t now, int tense)
{
	struct day d = day_of(now);
	struct when today = *w;
	int64_t here;
	bool coarse = w->level != LEVEL_DAY;

	w->year = d.year;
	here = first_day(w);
	if (coarse) {
		/* compared as months */
		if (w->level == LEVEL_MONTH)
			now = days_of(d.year, d.month, 1);
		else if (w->level == LEVEL_QUARTER)
			now = days_of(d.year, (d.month - 1) / 3 * 3 + 1, 1);
	}
	(void)today;
	if (tense == 0) {
		int64_t gap = here - now;

		w->year += gap > 183 ? -1 : gap < -183 ? 1 : 0;
	} else if (tense < 0) {
		if (here > now)
			w->year--;
	} else if (here < now) {
		w->year++;
	}
}

/* PREV, THIS, NEXT or nothing, from a day. */
static bool
turn(struct when *w, int64_t now, int tense)
{
	struct slice rel = w->rel;
	int way = slice_is(rel, "PREV") ? -1 : slice_is(rel, "NEXT") ? 1 : 0;
	bool said = rel.length > 0;
	struct day d = day_of(now);
	int64_t days;
	int gap;

	switch (w->level) {
	case LEVEL_CENTURY:
		if (w->year >= 0 || !said)
			return false;
		w->year = (d.year / 100 + way) * 100;
		return true;
	case LEVEL_DECADE:
		if (w->year >= 0 || !said)
			return false;
		w->year = (d.year / 10 + way) * 10;
		return true;
	case LEVEL_YEAR:
		if (!said)
			return false;
		w->year = d.year + way;
		return true;
	case LEVEL_FISCAL:
		if (!said)
			return false;
		w->year = d.year + way;
		return true;
	case LEVEL_MONTH:
		if (w->month == 0) {
			days = now;
			if (!said || (way != 0 && !move(&days, slice_of(way < 0
			    ? "-P1M" : "+P1M"))))
				return false;
			d = day_of(days);
			w->year = d.year;
			w->month = d.month;
			return true;
		}
		if (way != 0)
			w->year = way < 0 ? d.year - (w->month >= d.month) :
			    d.year + (w->month <= d.month);
		else if (said)
			w->year = d.year;
		else
			nearest_year(w, now, tense);
		return true;
	case LEVEL_QUARTER:
		if (w->part == 0) {
			days = now;
			if (!said || (way != 0 && !move(&days, slice_of(way < 0
			    ? "-P3M" : "+P3M"))))
				return false;
			set_day(w, days);
			return true;
		}
		/* fall through */
	case LEVEL_HALF:
	case LEVEL_SEASON:
		if (w->level != LEVEL_SEASON && way != 0)
			w->year = d.year + way;
		else if (way != 0)
			nearest_year(w, way < 0 ? now - 90 : now, way < 0 ? -1
			    : 1);
		else if (said)
			w->year = d.year;
		else
			nearest_year(w, now, w->level == LEVEL_QUARTER &&
			    tense == 0 ? -1 : tense);
		return true;
	case LEVEL_WEEK:
		if (!said)
			return false;
		set_day(w, now + 7 * way);
		return true;
	case LEVEL_WEEKEND:
		if (way == 0 && !said && tense < 0 && weekday_of(now) < 6)
			way = -1;
		set_day(w, now + 7 * way);
		return true;
	case LEVEL_WEEKDAY:
		gap = w->weekday - weekday_of(now);
		if (way < 0)
			days = now + gap - (gap >= 0 ? 7 : 0);
		else if (way > 0)
			days = now + gap + 7;
		else if (said)
			days = now + gap;
		else if (tense < 0)
			days = now + gap - (gap > 0 ? 7 : 0);
		else
			days = now + gap + (gap < 0 ? 7 : 0);
		set_day(w, days);
		return true;
	case LEVEL_DAY:
		if (w->month == 0 && w->day == 0 && w->holiday.length == 0) {
			if (!said)
				return false;
			set_day(w, now + way);
			return true;
		}
		if (w->month == 0 && w->holiday.length == 0) {
			w->year = d.year;
			w->month = d.month;
			if (tense < 0 ? w->day > d.day : w->day < d.day)
				w->month += tense < 0 ? -1 : 1;
			if (w->month < 1 || w->month > 12) {
				w->year += w->month < 1 ? -1 : 1;
				w->month = w->month < 1 ? 12 : 1;
			}
			return true;
		}
		if (way != 0)
			nearest_year(w, way < 0 ? now - 1 : now + 1, way);
		else if (said)
			w->year = d.year;
		else
			nearest_year(w, now, tense);
		if (w->holiday.length > 0)
			set_day(w, first_day(w));
		return true;
	default:
		return false;
	}
}

/* One date on the document's day; false when it stays open. */
static bool
resolve_one(struct when *w, int64_t now, const struct number_context *context,
    int tense)
{
	struct anchor anchor;
	int64_t base = now;

	if (w->level == LEVEL_NONE || w->bc)
		return false;
	if (w->year >= 0 && w->level != LEVEL_WEEKDAY)
		return false;
	if (w->ref && anchor_get(context, &anchor))
		base = anchor.days;
	if (w->rel.length > 0 && (w->rel.at[0] == '-' || w->rel.at[0] ==
	    '+')) {
		if (!move(&base, w->rel))
			return false;
		set_day(w, base);
		return true;
	}
	/* the week of "Tuesday next week" */
	if (w->level == LEVEL_WEEKDAY && w->rel.length > 0 && w->week < 0) {
		int way = slice_is(w->rel, "PREV") ? -1 : slice_is(w->rel,
		    "NEXT") ? 1 : 0;

		w->week = 0;
		set_day(w, now - weekday_of(now) + w->weekday + 7 * way);
		return true;
	}
	return turn(w, base, tense);
}

static bool
document_day(struct slice date, int64_t *days)
{
	int64_t y, m, d;

	if (date.length < 10)
		return false;
	y = slice_int((struct slice){ date.at, 4 });
	m = slice_int((struct slice){ date.at + 5, 2 });
	d = slice_int((struct slice){ date.at + 8, 2 });
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	*days = days_of(y, (int)m, (int)d);
	return true;
}

struct slice
when_resolve(const struct grammar *g, const struct hit *hit, int tense)
{
	struct when a = hit->a, b = hit->b;
	int64_t now;
	bool first, second = false;

	if (!document_day(g->passage->date, &now) || g->context->state[41])
		return slice_of("");
	first = resolve_one(&a, now, g->context, tense);
	if (hit->range) {
		second = resolve_one(&b, first && (a.level == LEVEL_DAY ||
		    a.level == LEVEL_MONTH) ? first_day(&a) : now, g->context,
		    first ? 1 : tense);
	}
	if (a.level != LEVEL_NONE && a.year > 0 && a.year <= 9999 && !a.bc) {
		const struct when *w = hit->range && b.year > 0 ? &b : &a;
		struct anchor anchor = { first_day(w), (int64_t)w->level };

		anchor_put(g->context, anchor);
	}
	if (!first && !second)
		return slice_of("");
	if (!hit->range)
		return when_text(&a, g->arena);
	return join(g->arena, when_text(&a, g->arena), "/", when_text(&b,
	    g->arena));
}
