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
#include "../ascii.h"
#include "almanac.h"
#include "grammar.h"

/* The context's state: the text's last date. */
struct anchor {
	int64_t days;
	int64_t level;
};

static void
anchor_put(struct number_context *context, struct anchor anchor)
{
	memcpy(context->state + STATE_ANCHOR, &anchor, sizeof anchor);
	context->state[STATE_ANCHORED] = 1;
}

static bool
anchor_get(const struct number_context *context, struct anchor *anchor)
{
	if (context->state[STATE_ANCHORED] != 1)
		return false;
	memcpy(anchor, context->state + STATE_ANCHOR, sizeof *anchor);
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
	case LEVEL_MILLENNIUM:
		w->year = d.year / 1000 * 1000;
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

/* A day, and perhaps the second of it. */
struct point {
	int64_t days;
	int64_t second;		/* -1 not known */
};

static void
move_months(int64_t *days, int64_t months)
{
	struct day d = day_of(*days);

	months += d.year * 12 + d.month - 1;
	d.year = months / 12 - (months % 12 < 0);
	d.month = (int)(months - d.year * 12) + 1;
	if (d.day > month_length(d.year, d.month))
		d.day = month_length(d.year, d.month);
	*days = days_of(d.year, d.month, d.day);
}

static bool
move_by(struct point *at, int64_t n, char unit, bool clock)
{
	switch (unit) {
	case 'Y':
	case 'Q':
	case 'M':
		if (!clock) {
			n *= unit == 'Y' ? 12 : unit == 'Q' ? 3 : 1;
			move_months(&at->days, n);
			return at->days > days_of(1, 1, 1) &&
			    at->days < days_of(10000, 1, 1);
		}
		at->second += 60 * n;
		break;
	case 'W':
		at->days += 7 * n;
		return true;
	case 'D':
		at->days += n;
		return true;
	case 'H':
		at->second += 3600 * n;
		break;
	case 'S':
		at->second += n;
		break;
	default:
		return false;
	}
	at->days += at->second / 86400;
	at->second %= 86400;
	if (at->second < 0) {
		at->second += 86400;
		at->days--;
	}
	return true;
}

/* Moves by a signed duration (+P3Y, -PT2H); false when it is no whole number
 * of units, or of hours and the time of day is not known. */
static bool
move(struct point *at, struct slice rel)
{
	bool back = rel.at[0] == '-', clock = false;
	size_t i = 2;

	if (rel.length < 4 || rel.at[1] != 'P')
		return false;
	while (i < rel.length) {
		int64_t n = 0;

		if (rel.at[i] == 'T') {
			clock = true;
			if (at->second < 0)
				return false;
			i++;
			continue;
		}
		while (i < rel.length && is_digit(rel.at[i]) && n < 100000)
			n = n * 10 + (rel.at[i++] - '0');
		if (i >= rel.length || n >= 100000 ||
		    !move_by(at, back ? -n : n, rel.at[i++], clock))
			return false;
	}
	return true;
}

static bool
move_days(int64_t *days, struct slice rel)
{
	struct point at = { *days, -1 };

	if (!move(&at, rel))
		return false;
	*days = at.days;
	return true;
}

static void
set_clock(struct when *w, int64_t second)
{
	w->hour = (int)(second / 3600);
	w->minute = (int)(second / 60 % 60);
	w->second = second % 60 != 0 ? (int)(second % 60) : -1;
}

/* Friday, 18 July: the nearest year in which it is one. */
static bool
weekday_year(struct when *w)
{
	int64_t year = w->year, k;

	for (k = 0; k < 12; k++) {
		w->year = year + (k % 2 != 0 ? (k + 1) / 2 : -(k / 2));
		if (weekday_of(first_day(w)) == w->weekday)
			return true;
	}
	w->year = year;
	return false;
}

#define RECENT_DAYS 110	/* a good quarter */

/* What is so near is meant, whatever the verb. */
enum { NEAR_DAYS = 45, NEXT_MONTH = 31 };

/* Whether the day of this year, so many days ahead, is meant although a tense
 * that may be another clause's says another year: who means a day eleven
 * months away names its year. */
static bool
near(const struct when *w, int64_t ahead, int tense)
{
	if (tense == TENSE_OVER)
		return ahead > 0 && (w->level == LEVEL_MONTH ? ahead <=
		    NEXT_MONTH : w->level == LEVEL_DAY && w->day > 0 && ahead <=
		    NEAR_DAYS);
	return tense >= TENSE_TO_COME && ahead < 0 && ahead >= -NEAR_DAYS;
}

enum { SEASON_DAYS = 92, SEASON_LEFT = 61 };

/* A season that has begun is meant where nothing is over; what will be in it
 * is of the next one where little of it is left.  Sets the year. */
static bool
in_season(struct when *w, int64_t now, int tense)
{
	int64_t most = tense > 0 ? SEASON_LEFT : SEASON_DAYS;

	if (w->level != LEVEL_SEASON || tense < 0)
		return false;
	for (w->year = day_of(now).year; first_day(w) > now; w->year--)
		;
	return now - first_day(w) < most;
}

/* The year in which what w names is the nearest one not after (past) or not
 * before (else) the day; open without a word (last, next) that decides. */
static void
nearest_year(struct when *w, int64_t now, int tense, bool open)
{
	struct day d = day_of(now);
	int64_t here;
	bool coarse = w->level != LEVEL_DAY;

	w->year = d.year;
	if (w->level == LEVEL_DAY && w->weekday > 0 && weekday_year(w))
		return;
	here = first_day(w);
	if (coarse) {
		/* compared as months */
		if (w->level == LEVEL_MONTH)
			now = days_of(d.year, d.month, 1);
		else if (w->level == LEVEL_QUARTER)
			now = days_of(d.year, (d.month - 1) / 3 * 3 + 1, 1);
		else if (w->level == LEVEL_HALF)
			now = days_of(d.year, d.month > 6 ? 7 : 1, 1);
	}
	if (open && near(w, here - now, tense))
		return;
	if (open && in_season(w, now, tense))
		return;
	w->year = d.year;
	if (tense < 0 || tense == TENSE_DATELINE) {
		if (here > now + (tense < 0 ? 0 : 6))
			w->year--;
	} else if (here < now && (tense != TENSE_OPEN || now - here >
	    RECENT_DAYS)) {
		w->year++;
	} else if (tense == TENSE_OPEN && here - now > 365 - RECENT_DAYS) {
		w->year--;
	}
}

/* The month of a bare day, which its weekday may tell. */
static void
nearest_month(struct when *w, int64_t now, int tense)
{
	struct day d = day_of(now);
	int64_t month = d.year * 12 + d.month - 1;
	int k, way = tense < 0 ? -1 : 1;

	if (tense < 0 ? w->day > d.day : w->day < d.day)
		month += way;
	for (k = 0; k < 15 && month >= 0; k++, month += way) {
		w->year = month / 12;
		w->month = (int)(month % 12) + 1;
		if (w->day > month_length(w->year, w->month))
			continue;
		if (w->weekday == 0 || weekday_of(days_of(w->year, w->month,
		    w->day)) == w->weekday)
			return;
	}
}

/* this year, last month, next quarter: the unit that is so many away */
static bool
turn_unit(struct when *w, int64_t now, int way)
{
	struct day d = day_of(now);

	switch (w->level) {
	case LEVEL_MILLENNIUM:
		w->year = (d.year / 1000 + way) * 1000;
		return true;
	case LEVEL_CENTURY:
		w->year = (d.year / 100 + way) * 100;
		return true;
	case LEVEL_DECADE:
		w->year = (d.year / 10 + way) * 10;
		return true;
	case LEVEL_YEAR:
	case LEVEL_FISCAL:
		w->year = d.year + way;
		return true;
	case LEVEL_QUARTER:
	case LEVEL_MONTH:
		move_months(&now, way * (w->level == LEVEL_MONTH ? 1 : 3));
		break;
	case LEVEL_WEEK:
		if (w->week > 0) {
			w->year = d.year;
			return true;
		}
		now += 7 * way;
		break;
	case LEVEL_DAY:
		now += way;
		break;
	default:
		return false;
	}
	set_day(w, now);
	return true;
}

/* The day of a weekday in or beside the week of now. */
static int64_t
turn_weekday(const struct when *w, int64_t now, int way, int tense)
{
	int gap = w->weekday - weekday_of(now);

	if (way < 0)
		return now + gap - (gap >= 0 ? 7 : 0);
	if (way > 0)
		return now + gap + (w->near && gap > 0 ? 0 : 7);
	if (w->rel.length > 0)
		return now + gap;
	/* Tuesday's results will show: that of the day before */
	if (tense < 0 || (tense == TENSE_BEHIND && (gap + 7) % 7 > 4))
		return now + gap - (gap > 0 ? 7 : 0);
	return now + gap + (gap < 0 ? 7 : 0);
}

/* The year of a named month, day, quarter, half, season or holiday. */
static void
turn_named(struct when *w, int64_t now, int way, int tense)
{
	struct day d = day_of(now);
	bool said = w->rel.length > 0;

	if (way == 0) {
		/* a quarter spoken of is over */
		if (tense == 0 && (w->level == LEVEL_QUARTER || w->level ==
		    LEVEL_HALF))
			tense = -1;
		if (said)
			w->year = d.year;
		else
			nearest_year(w, now, tense, true);
		return;
	}
	switch (w->level) {
	case LEVEL_MONTH:
		w->year = way < 0 ? d.year - (w->month >= d.month) : d.year +
		    (w->month <= d.month);
		break;
	case LEVEL_QUARTER:
	case LEVEL_HALF:
		w->year = d.year + way;
		break;
	case LEVEL_SEASON:
		nearest_year(w, way < 0 ? now - 90 : now, way, false);
		break;
	default:
		nearest_year(w, now + way, way, false);
		break;
	}
}

/* Whether there is this day; 29 February goes on to a leap year. */
static bool
exists(struct when *w, int step)
{
	int k;

	for (k = 0; k < 8 && w->month > 0; k++, w->year += step) {
		if (w->day <= month_length(w->year, w->month))
			return true;
		if (w->month != 2 || w->day != 29)
			return false;
	}
	return false;
}

/* PREV, THIS, NEXT or nothing, from a day. */
static bool
turn(struct when *w, int64_t now, int tense)
{
	int way = slice_is(w->rel, "PREV") ? -1 : slice_is(w->rel, "NEXT");
	bool named = w->month > 0 || w->day > 0 || w->part > 0 ||
	    w->holiday.length > 0;

	switch (w->level) {
	case LEVEL_WEEKEND:
		if (w->rel.length == 0 && tense < 0 && weekday_of(now) < 6)
			way = -1;
		/* the coming weekend is the very next */
		if (way > 0 && w->near && weekday_of(now) < 6)
			way = 0;
		set_day(w, now + 7 * way);
		return true;
	case LEVEL_WEEKDAY:
		set_day(w, turn_weekday(w, now, way, tense));
		return true;
	case LEVEL_HALF:
	case LEVEL_SEASON:
		named = true;
		break;
	default:
		break;
	}
	if (!named)
		return w->rel.length > 0 && turn_unit(w, now, way);
	if (w->level == LEVEL_DAY && w->month == 0 && w->holiday.length == 0) {
		nearest_month(w, now, tense);
		return true;
	}
	turn_named(w, now, way, tense);
	if (w->holiday.length > 0) {
		if (holiday_day(w->holiday, w->year) == INT64_MIN)
			return false;
		set_day(w, first_day(w));
	}
	return w->level != LEVEL_DAY || exists(w, way < 0 || tense < 0 ? -1 :
	    1);
}

/* The Thursday decides to which month or year a week belongs. */
static bool
nth_week(struct when *w, int64_t from, int64_t to, int64_t n)
{
	int64_t first = from + (4 - weekday_of(from) + 7) % 7, last, days;

	last = to - (weekday_of(to) - 4 + 7) % 7;
	days = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1);
	set_day(w, days);
	return days >= first && days <= last;
}

/* The nth day, weekday, week, weekend or month from from to to. */
static bool
nth_of(struct when *w, int64_t from, int64_t to)
{
	int64_t n = w->step_count, days = n > 0 ? from : to;
	int day;

	w->level = w->step_level;
	switch (w->level) {
	case LEVEL_WEEK:
		return nth_week(w, from, to, n);
	case LEVEL_MONTH:
		move_months(&days, n > 0 ? n - 1 : n + 1);
		break;
	case LEVEL_WEEKDAY:
	case LEVEL_WEEKEND:
		day = w->level == LEVEL_WEEKEND ? 6 : w->step_weekday;
		days += n > 0 ? (day - weekday_of(days) + 7) % 7 :
		    -((weekday_of(days) - day + 7) % 7);
		days += 7 * (n > 0 ? n - 1 : n + 1);
		break;
	default:
		days += n > 0 ? n - 1 : n + 1;
		break;
	}
	set_day(w, days);
	return days >= from && days <= to;
}

/* The last day of what w names. */
static int64_t
last_day(const struct when *w)
{
	int64_t days = first_day(w);

	switch (w->level) {
	case LEVEL_YEAR:
	case LEVEL_FISCAL:
		move_months(&days, 12);
		break;
	case LEVEL_HALF:
		move_months(&days, 6);
		break;
	case LEVEL_QUARTER:
	case LEVEL_SEASON:
		move_months(&days, 3);
		break;
	case LEVEL_MONTH:
		move_months(&days, 1);
		break;
	case LEVEL_WEEK:
		days += 7;
		break;
	case LEVEL_DECADE:
		move_months(&days, 120);
		break;
	case LEVEL_CENTURY:
		move_months(&days, 1200);
		break;
	default:
		days++;
		break;
	}
	return days - 1;
}

void
when_step(struct when *w)
{
	enum step step = w->step;
	int64_t days = first_day(w), last = last_day(w), n = w->step_count;

	w->step = STEP_NONE;
	w->rel = slice_of("");
	w->holiday = slice_of("");
	w->days = 0;
	switch (step) {
	case STEP_NTH:
		if (!nth_of(w, days, last))
			w->level = LEVEL_NONE;
		return;
	case STEP_ADD:
		if (!move_days(&days, w->step_rel))
			w->level = LEVEL_NONE;
		/* its week begins on Sunday, as they count who say so */
		else if (w->step_weekday > 0)
			days += w->step_weekday % 7 - weekday_of(days) % 7;
		break;
	case STEP_WEEKDAYS:
		days += n > 0 ? (w->step_weekday - weekday_of(days) + 6) % 7 +
		    1 + 7 * (n - 1) : -((weekday_of(days) - w->step_weekday +
		    6) % 7) - 1 + 7 * (n + 1);
		break;
	default:
		/* a Monday's weekend is the one before */
		if (w->step_level == LEVEL_WEEKEND && weekday_of(days) < 3)
			days -= 7;
		break;
	}
	if (w->level != LEVEL_NONE) {
		w->level = w->step_level;
		set_day(w, days);
	}
}

bool
when_add(struct when *w, struct slice rel)
{
	struct point at = { 0, w->hour < 0 ? -1 : w->hour * 3600 + w->minute *
	    60 + (w->second > 0 ? w->second : 0) };

	if (w->step != STEP_NONE || (w->level != LEVEL_NONE && w->level <
	    LEVEL_WEEKDAY))
		return false;
	if (memchr(rel.at, 'T', rel.length) != NULL) {
		if (!move(&at, rel) || (at.days != 0 && w->level !=
		    LEVEL_NONE))
			return false;
		set_clock(w, at.second);
		return true;
	}
	if (w->level == LEVEL_NONE)
		return false;
	w->step = STEP_ADD;
	w->step_level = LEVEL_DAY;
	w->step_rel = rel;
	if (w->year >= 0)
		when_step(w);
	return true;
}

/* Whether a date can hang on the anchor: a day not on a month. */
static bool
fine_enough(const struct when *w, const struct anchor *anchor)
{
	return anchor->level >= (int64_t)(w->level > LEVEL_WEEKDAY ?
	    LEVEL_WEEKDAY : w->level);
}

/* What the date hangs on: the document's, or the text's last. */
static bool
on_anchor(struct when *w, struct point now,
    const struct number_context *context)
{
	struct anchor anchor;
	struct point base = now;

	if (w->ref && anchor_get(context, &anchor)) {
		if (!fine_enough(w, &anchor))
			return false;
		base.days = anchor.days;
		base.second = -1;
	}
	if (!move(&base, w->rel))
		return false;
	set_day(w, base.days);
	if (w->clock)
		set_clock(w, base.second);
	return true;
}

/* October last year */
static bool
in_year(struct when *w, struct point now,
    const struct number_context *context)
{
	struct anchor anchor;

	if (w->ref && anchor_get(context, &anchor))
		now.days = anchor.days;
	if (!slice_is(w->rel, "THIS") && !move(&now, w->rel))
		return false;
	w->year = day_of(now.days).year;
	if (w->holiday.length > 0) {
		if (holiday_day(w->holiday, w->year) == INT64_MIN)
			return false;
		set_day(w, first_day(w));
	}
	/* there is no 29 February in most years */
	return w->level != LEVEL_DAY || (w->month > 0 && w->day <=
	    month_length(w->year, w->month));
}

#define STEP_TEXT 16

/* The day on which what a step is taken from would be now, were the date the
 * document's: the Saturday before Christmas is over before that is. */
static struct point
before_step(const struct when *w, struct point now)
{
	struct point at = now;
	char rel[STEP_TEXT];

	if (w->step == STEP_WEEKDAYS) {
		at.days -= 7 * w->step_count;
		return at;
	}
	if (w->step != STEP_ADD || w->step_rel.length < 2 ||
	    w->step_rel.length > sizeof rel)
		return now;
	memcpy(rel, w->step_rel.at, w->step_rel.length);
	rel[0] = rel[0] == '+' ? '-' : '+';
	return move(&at, (struct slice){ rel, w->step_rel.length }) ? at : now;
}

/* One date on the document's day; false when it stays open. */
static bool
resolve_one(struct when *w, struct point now,
    const struct number_context *context, int tense)
{
	struct anchor anchor;
	int64_t base = now.days;
	enum step step = w->step;

	if (w->level == LEVEL_NONE || w->bc || w->vague || w->fiscal)
		return false;
	if (step != STEP_NONE) {
		bool named = w->rel.length == 0 && (w->month > 0 ||
		    w->holiday.length > 0);

		now = named ? before_step(w, now) : now;
		w->step = STEP_NONE;
		if (!resolve_one(w, now, context, tense))
			return false;
		w->step = step;
		when_step(w);
		return w->level != LEVEL_NONE;
	}
	if (w->year >= 0 && w->level != LEVEL_WEEKDAY)
		return false;
	if (w->of_year)
		return in_year(w, now, context);
	if (w->rel.length > 0 && (w->rel.at[0] == '-' || w->rel.at[0] == '+'))
		return on_anchor(w, now, context);
	if (w->reference != NULL) {
		set_day(w, now.days);
		if (w->clock && now.second >= 0)
			set_clock(w, now.second);
		w->clock = false;
		return true;
	}
	if (w->clock)
		return false;
	if (w->ref && anchor_get(context, &anchor)) {
		if (!fine_enough(w, &anchor))
			return false;
		base = anchor.days;
	}
	return turn(w, base, tense);
}

static bool
document_point(struct slice date, struct point *at)
{
	int64_t y, m, d, hour, minute, second;

	if (date.length < 10)
		return false;
	y = slice_int((struct slice){ date.at, 4 });
	m = slice_int((struct slice){ date.at + 5, 2 });
	d = slice_int((struct slice){ date.at + 8, 2 });
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	at->days = days_of(y, (int)m, (int)d);
	at->second = -1;
	if (date.length < 16)
		return true;
	hour = slice_int((struct slice){ date.at + 11, 2 });
	minute = slice_int((struct slice){ date.at + 14, 2 });
	second = date.length < 19 ? 0 : slice_int((struct slice){ date.at +
	    17, 2 });
	if (hour >= 0 && minute >= 0)
		at->second = hour * 3600 + minute * 60 + (second > 0 ? second
		    : 0);
	return true;
}

/* So many working days on or back. */
static int64_t
working_days(int64_t days, int64_t n)
{
	int way = n < 0 ? -1 : 1;

	for (n *= way; n > 0;) {
		days += way;
		if (weekday_of(days) < 6)
			n--;
	}
	return days;
}

static struct slice
point_text(const struct point *at, bool clock, struct arena *arena)
{
	struct when w = { .level = LEVEL_DAY, .hour = -1, .minute = -1,
	    .second = -1 };

	set_day(&w, at->days);
	if (clock)
		set_clock(&w, at->second);
	return when_text(&w, arena);
}

/* The last three days, the next two quarters: from its first day to the day
 * behind its last; quarters are those of the calendar. */
static struct slice
window(const struct hit *hit, struct point now, struct arena *arena)
{
	bool back = slice_is(hit->rel, "PREV"), clock, quarters;
	struct slice text = hit->window;
	struct point from = now, to;
	struct day d = day_of(now.days);
	int64_t n;

	clock = text.length > 1 && text.at[1] == 'T';
	quarters = text.length > 1 && text.at[text.length - 1] == 'Q';
	if (quarters) {
		from.days = days_of(d.year, (d.month - 1) / 3 * 3 + 1, 1);
		if (!back)
			move_months(&from.days, 3);
	} else if (!back && !clock && !hit->from_now) {
		from.days++;
	}
	to = from;
	if (hit->working) {
		n = slice_int((struct slice){ text.at + 1, text.length - 2 });
		if (n < 1 || n > 1000)
			return slice_of("");
		if (back)
			from.days = working_days(from.days, -n);
		else
			to.days = working_days(from.days - 1, n) + 1;
	} else if (!move(back ? &from : &to, join(arena, slice_of(back ? "-" :
	    "+"), "", text))) {
		return slice_of("");
	}
	if (from.days < days_of(1, 1, 1) || to.days >= days_of(10000, 1, 1))
		return slice_of("");
	return join(arena, point_text(&from, clock, arena), "/",
	    point_text(&to, clock, arena));
}

/* Both ends of a range on one day: the clock tells them apart. */
static bool
one_day(const struct when *a, const struct when *b)
{
	return a->step == b->step && a->level == b->level && a->year ==
	    b->year && a->month ==
	    b->month && a->day == b->day && a->weekday == b->weekday &&
	    a->week == b->week && slice_equal(a->rel, b->rel) &&
	    slice_equal(a->holiday, b->holiday) && b->hour >= 0;
}

static void
same_day(struct when *b, const struct when *a)
{
	struct when t = *b;

	*b = *a;
	b->hour = t.hour;
	b->minute = t.minute;
	b->second = t.second;
	b->zone = t.zone;
	b->day_part = t.day_part;
}

static bool
four_digits(const struct when *w)
{
	return w->year > 0 && w->year <= 9999;
}

struct slice
when_resolve(const struct grammar *g, const struct hit *hit, int tense)
{
	struct when a = hit->a, b = hit->b;
	struct point now;
	bool first, second = false;

	if (!document_point(g->passage->date, &now) ||
	    g->context->state[STATE_TEASER] || g->teaser)
		return slice_of("");
	if (hit->window.length > 0)
		return window(hit, now, g->arena);
	first = resolve_one(&a, now, g->context, tense);
	if (hit->range && one_day(&hit->a, &hit->b)) {
		same_day(&b, &a);
		second = first;
	} else if (hit->range) {
		struct point then = now;

		if ((first || a.year > 0) && (a.level == LEVEL_DAY ||
		    a.level == LEVEL_MONTH) && b.rel.length == 0)
			then.days = first_day(&a);
		second = resolve_one(&b, then, g->context, then.days !=
		    now.days ? 1 : tense);
	}
	/* "that year" leaves the day that was spoken of */
	if (a.level != LEVEL_NONE && a.year > 0 && a.year <= 9999 && !a.bc &&
	    !(a.ref && slice_is(a.rel, "THIS")) && !a.aside &&
	    !a.fiscal) {
		const struct when *w = hit->range && b.year > 0 ? &b : &a;
		struct anchor anchor = { first_day(w), (int64_t)w->level };

		anchor_put(g->context, anchor);
	}
	if ((!first && !second) || (first && !four_digits(&a)) || (second &&
	    !four_digits(&b)) || a.year > 9999 || b.year > 9999)
		return slice_of("");
	if (!hit->range)
		return when_text(&a, g->arena);
	return join(g->arena, when_text(&a, g->arena), "/", when_text(&b,
	    g->arena));
}
