/*
 * resolve: puts dates on the document's date: dated=.
 *
 * Reads what calendar.c found (struct when) with its rel.  A duration or
 * PREV, THIS, NEXT moves the document's date, or with @REF the text's last
 * date, which lasts from sentence to sentence in the context.  A bare month,
 * day of the month, weekday, quarter, season or holiday is the nearest one
 * not after the document's date when its clause is in the past tense, else
 * the next one.  Days are counted by the proleptic Gregorian calendar (days
 * from civil, H. Hinnant), weeks by ISO 8601, Easter by Meeus (Astronomical
 * Algorithms, chapter 8), the Islamic civil calendar by its thirty-year
 * cycle; the Chinese and Hebrew calendars are ICU's.
 *
 * Bugs: the tense is that of the nearest word that shows one.
 */
#include <unicode/ucal.h>

#include "grammar.h"

struct day {
	int64_t year;
	int month, day;
};

/* Days since 1970-01-01. */
static int64_t
days_of(int64_t y, int m, int d)
{
	int64_t era, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static struct day
day_of(int64_t z)
{
	int64_t era, doe, yoe, doy, mp;
	struct day day;

	z += 719468;
	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	day.day = (int)(doy - (153 * mp + 2) / 5 + 1);
	day.month = (int)(mp < 10 ? mp + 3 : mp - 9);
	day.year = yoe + era * 400 + (day.month <= 2);
	return day;
}

/* 1 Monday ... 7 Sunday */
static int
weekday_of(int64_t days)
{
	int64_t w = (days + 3) % 7;

	return (int)(w < 0 ? w + 7 : w) + 1;
}

static int
month_length(int64_t year, int month)
{
	static const int lengths[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return lengths[month - 1] + (leap && month == 2);
}

/* The ISO 8601 week of a day. */
static void
week_of(int64_t days, int64_t *year, int *week)
{
	int64_t thursday = days - weekday_of(days) + 4;

	*year = day_of(thursday).year;
	*week = (int)((thursday - days_of(*year, 1, 1)) / 7) + 1;
}

static int64_t
easter(int64_t y)
{
	int64_t a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4,
	    f = (b + 8) / 25, g = (b - f + 1) / 3,
	    h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4,
	    l = (32 + 2 * e + 2 * i - h - k) % 7,
	    m = (a + 11 * h + 22 * l) / 451;

	return days_of(y, (int)((h + l - 7 * m + 114) / 31),
	    (int)((h + l - 7 * m + 114) % 31) + 1);
}

/* Of the Julian calendar, in Gregorian days. */
static int64_t
orthodox_easter(int64_t y)
{
	int64_t a = y % 4, b = y % 7, c = y % 19, d = (19 * c + 15) % 30,
	    e = (2 * a + 4 * b - d + 34) % 7;

	return days_of(y, (int)((d + e + 114) / 31),
	    (int)((d + e + 114) % 31) + 1) + y / 100 - y / 400 - 2;
}

/* The first day of the Gregorian year with this month and day of ICU's
 * calendar, or INT64_MIN. */
static int64_t
other_calendar(const char *locale, int64_t year, int month, int day)
{
	static const UChar utc[] = { 'U', 'T', 'C', 0 };
	UErrorCode error = U_ZERO_ERROR;
	UCalendar *calendar = ucal_open(utc, 3, locale, UCAL_DEFAULT, &error);
	int64_t first = days_of(year, 1, 1), last = first + 366, at;
	int64_t found = INT64_MIN;

	if (U_FAILURE(error))
		return found;
	for (at = first; at < last && found == INT64_MIN; at++) {
		ucal_setMillis(calendar, (double)at * 86400000.0, &error);
		if (ucal_get(calendar, UCAL_DATE, &error) == day &&
		    ucal_get(calendar, UCAL_MONTH, &error) == month &&
		    ucal_get(calendar, UCAL_IS_LEAP_MONTH, &error) == 0 &&
		    U_SUCCESS(error))
			found = at;
	}
	ucal_close(calendar);
	return found;
}

/* Month and day of the Islamic civil calendar within the Gregorian year. */
static int64_t
islamic(int64_t year, int month, int day)
{
	int64_t y = (year - 622) * 33 / 32 - 1, end = y + 4;

	for (; y < end; y++) {
		int64_t days = (11 * y + 3) / 30 + 354 * y + 30 * month -
		    (month - 1) / 2 + day + 1948440 - 385 - 2440588;

		if (day_of(days).year == year)
			return days;
	}
	return INT64_MIN;
}

static int64_t
signed_int(struct slice s)
{
	bool minus = s.length > 0 && s.at[0] == '-';
	int64_t n;

	if (s.length > 0 && (s.at[0] == '-' || s.at[0] == '+')) {
		s.at++;
		s.length--;
	}
	n = slice_int(s);
	return n < 0 ? 0 : minus ? -n : n;
}

static struct slice
tail(struct slice s, size_t from)
{
	from = from < s.length ? from : s.length;
	return (struct slice){ s.at + from, s.length - from };
}

/* The day of a holiday's rule in a year, or INT64_MIN. */
static int64_t
holiday_day(struct slice rule, int64_t year)
{
	int month, weekday, length;
	int64_t n, days, plus;
	size_t at;

	if (rule.length < 3 || year < 1 || year > 9999)
		return INT64_MIN;
	if (rule.at[0] == 'E')
		return easter(year) + signed_int(tail(rule, 1));
	if (rule.at[0] == 'O')
		return orthodox_easter(year) + signed_int(tail(rule, 1));
	if (rule.at[0] == 'C') {
		days = other_calendar("en@calendar=chinese", year, 0, 1);
		return days == INT64_MIN ? days : days + signed_int(tail(rule,
		    1));
	}
	if (rule.at[0] == 'I' || rule.at[0] == 'H') {
		month = (int)slice_int((struct slice){ rule.at + 1, 2 });
		n = slice_int(tail(rule, 4));
		/* ICU counts Tishri 0 ... Adar 6, Nisan 7 */
		return rule.at[0] == 'I' ? islamic(year, month, (int)n) :
		    other_calendar("en@calendar=hebrew", year, month - 1,
		    (int)n);
	}
	month = (int)slice_int((struct slice){ rule.at, 2 });
	if (month < 1 || month > 12)
		return INT64_MIN;
	if (rule.at[2] == '-')
		return days_of(year, month, (int)slice_int(tail(rule, 3)));
	/* MM#n-d[+k] */
	for (at = 4; at < rule.length && rule.at[at] != '-'; at++)
		;
	n = signed_int((struct slice){ rule.at + 3, at - 3 });
	weekday = at + 1 < rule.length ? rule.at[at + 1] - '0' : 1;
	plus = signed_int(tail(rule, at + 2));
	if (n < 0) {
		length = month_length(year, month);
		days = days_of(year, month, length);
		days -= (weekday_of(days) - weekday + 7) % 7;
		return days + 7 * (n + 1) + plus;
	}
	days = days_of(year, month, 1);
	days += (weekday - weekday_of(days) + 7) % 7;
	return days + 7 * (n - 1) + plus;
}

bool
holiday_date(struct slice rule, int64_t year, int *month, int *day)
{
	int64_t days = holiday_day(rule, year);
	struct day d;

	if (days == INT64_MIN)
		return false;
	d = day_of(days);
	*month = d.month;
	*day = d.day;
	return d.year == year;
}

static bool
past_form(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	if (g->atoms[i].kind != ATOM_WORD)
		return false;
	/* have met, but not have a meeting */
	if (word_is(g, i, "has") || word_is(g, i, "have"))
		return i + 2 < g->count && class_at(g, i + 2, "will") != i + 3
		    && (word_is(g, i + 1, "been") || past_form(g, i + 1));
	if (class_at(g, i, "past") == i + 1)
		return true;
	if (i > 0 && (word_is(g, i - 1, "is") || word_is(g, i - 1, "are") ||
	    word_is(g, i - 1, "be")))
		return false;
	return s.length > 4 && s.at[s.length - 1] == 'd' &&
	    s.at[s.length - 2] == 'e' && !(g->atoms[i].capital && i > 0) &&
	    class_at(g, i, "will") != i + 1;
}

/* Whether this word shows a future. */
static bool
future_form(const struct grammar *g, size_t i)
{
	if (word_is(g, i, "to"))
		return i > 0 && (past_form(g, i - 1) ||
		    class_at(g, i - 1, "future") == i ||
		    class_at(g, i - 1, "will") == i);
	return class_at(g, i, "future") == i + 1 || (i > 0 &&
	    class_at(g, i, "will") == i + 1 && !word_is(g, i, "next"));
}

/* What keeps the words behind it from telling the tense: most for quotation
 * marks, since the reporting verb stands outside. */
static size_t
barrier(const struct grammar *g, size_t i)
{
	static const char *const marks[] = {
		"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98",
		"\xC2\xAB", "\xC2\xBB", "``", "''"
	};
	size_t k;

	if (g->atoms[i].kind != ATOM_SIGN || hyphen_at(g, i, true))
		return 0;
	for (k = 0; k < sizeof marks / sizeof *marks; k++)
		if (slice_is(g->atoms[i].text, marks[k]))
			return 100;
	/* a closing single quotation mark, no apostrophe */
	if (slice_is(g->atoms[i].text, "\xE2\x80\x99") &&
	    g->atoms[i + 1].space)
		return 100;
	return 6;
}

int
tense_of(const struct grammar *g, size_t first, size_t end)
{
	size_t i, step, past = 1000, future = 1000, penalty;

	if (first > 0 && (word_is(g, first - 1, "until") ||
	    word_is(g, first - 1, "till") || word_is(g, first - 1, "by")))
		return 1;
	if (first > 0 && word_is(g, first - 1, "since"))
		return -1;
	for (step = 1, penalty = 0; step <= 25 && step <= first; step++) {
		i = first - step;
		penalty += barrier(g, i);
		if (past_form(g, i) && step + penalty < past)
			past = step + penalty;
		if (future_form(g, i) && step + penalty < future)
			future = step + penalty;
	}
	for (step = 0, penalty = 2; step < 25 && end + step < g->count;
	    step++) {
		i = end + step;
		penalty += barrier(g, i);
		if (past_form(g, i) && step + penalty < past)
			past = step + penalty;
		if (future_form(g, i) && step + penalty + (word_is(g, i, "is")
		    || word_is(g, i, "are") ? 8 : 0) < future)
			future = step + penalty + (word_is(g, i, "is") ||
			    word_is(g, i, "are") ? 8 : 0);
	}
	if (past >= 100 && future >= 100)
		return 0;
	/* was due to, was expected: the word of the future is nearer */
	return past < future ? -1 : 1;
}

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
