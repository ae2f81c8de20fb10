/*
 * almanac: days of the calendar and of holidays.
 *
 * Days are counted by the proleptic Gregorian calendar (days from civil,
 * H. Hinnant), weeks by ISO 8601, Easter by Meeus (Astronomical Algorithms,
 * chapter 8); the Chinese, Hebrew and Islamic (Umm al-Qura) calendars are
 * ICU's, the Hindu ones in sky.c.
 */
#include <math.h>
#include <unicode/ucal.h>

#include "almanac.h"
#include "grammar.h"
#include "sky.h"

/* Days since 1970-01-01. */
int64_t
days_of(int64_t y, int m, int d)
{
	int64_t era, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct day
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
int
weekday_of(int64_t days)
{
	int64_t w = (days + 3) % 7;

	return (int)(w < 0 ? w + 7 : w) + 1;
}

int
month_length(int64_t year, int month)
{
	static const int lengths[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return lengths[month - 1] + (leap && month == 2);
}

/* The ISO 8601 week of a day. */
void
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
	int64_t first = days_of(year, 1, 1), last = days_of(year + 1, 1, 1),
	    at;
	int64_t found = INT64_MIN;

	if (U_FAILURE(error))
		return found;
	/* from month to month: one has 29 days at least, 30 at most */
	for (at = first; at < last && U_SUCCESS(error);) {
		int here;

		ucal_setMillis(calendar, (double)at * 86400000.0, &error);
		here = ucal_get(calendar, UCAL_DATE, &error);
		if (here <= day && ucal_get(calendar, UCAL_MONTH, &error) ==
		    month && ucal_get(calendar, UCAL_IS_LEAP_MONTH, &error) ==
		    0) {
			found = at + day - here;
			break;
		}
		at += here < 30 ? 30 - here : 1;
	}
	if (found >= last)
		found = INT64_MIN;
	ucal_close(calendar);
	return found;
}

#define BEIJING 8	/* hours east */

/* The same of the Chinese calendar, whose months begin with the day of the new
 * moon: of 6 February 2027, four minutes before midnight, ICU makes the 7th. */
static int64_t
chinese(int64_t year, int month, int day)
{
	int64_t first, days = other_calendar("en@calendar=chinese", year,
	    month - 1, day);

	if (days == INT64_MIN)
		return days;
	first = days - (day - 1);
	return days + new_moon_day(first, BEIJING) - first;
}

/* The same of the Umm al-Qura calendar, whose days ICU counts slowly from
 * the beginning: its year is told. */
static int64_t
islamic(int64_t year, int month, int day)
{
	static const UChar utc[] = { 'U', 'T', 'C', 0 };
	UErrorCode error = U_ZERO_ERROR;
	UCalendar *calendar = ucal_open(utc, 3,
	    "en@calendar=islamic-umalqura", UCAL_DEFAULT, &error);
	int64_t y = (year - 622) * 33 / 32 - 1, last = y + 3, found = INT64_MIN;

	if (U_FAILURE(error))
		return found;
	for (; y < last && found == INT64_MIN; y++) {
		int64_t days;

		ucal_clear(calendar);
		ucal_set(calendar, UCAL_EXTENDED_YEAR, (int32_t)y);
		ucal_set(calendar, UCAL_MONTH, month - 1);
		ucal_set(calendar, UCAL_DATE, day);
		days = (int64_t)floor(ucal_getMillis(calendar, &error) /
		    86400000.0);
		if (U_SUCCESS(error) && day_of(days).year == year)
			found = days;
	}
	ucal_close(calendar);
	return found;
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

/* 04-27!7-1: on a Sunday the day before; one such exception or more. */
static int64_t
shifted(int64_t days, struct slice rule)
{
	size_t i;

	for (i = 0; i + 3 < rule.length; i += 4)
		if (rule.at[i] == '!' && weekday_of(days) == rule.at[i + 1] -
		    '0')
			return days + signed_int((struct slice){ rule.at + i +
			    2, 2 });
	return days;
}

/* The day of a holiday's rule in a year, or INT64_MIN. */
int64_t
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
	if (rule.at[0] == 'C' && (rule.at[1] == '+' || rule.at[1] == '-')) {
		days = chinese(year, 1, 1);
		return days == INT64_MIN ? days : days + signed_int(tail(rule,
		    1));
	}
	month = (int)slice_int((struct slice){ rule.at + 1, 2 });
	n = slice_int((struct slice){ rule.at + 4, rule.length > 5 ? 2 : 0 });
	switch (rule.at[0]) {
	case 'C':
		return chinese(year, month, (int)n);
	case 'I':
		days = islamic(year, month, (int)n);
		return days == INT64_MIN ? days : shifted(days, tail(rule,
		    6));
	case 'H':
		/* ICU counts Tishri 0 ... Adar 6, Nisan 7; the day begins at
		 * sunset of the eve */
		days = other_calendar("en@calendar=hebrew", year, month - 1,
		    (int)n);
		return days == INT64_MIN ? days : shifted(days, tail(rule,
		    6)) - 1;
	case 'L':
		days = lunar_day(year, month, (int)n, (int)slice_int((struct
		    slice){ rule.at + 7, rule.length > 8 ? 2 : 0 }));
		return days == INT64_MIN ? days : days + signed_int(tail(rule,
		    9));
	case 'S':
	case 'T':
		return sun_day(year, (int)slice_int((struct slice){ rule.at +
		    1, 3 }), rule.at[0] == 'S') + signed_int(tail(rule, 4));
	case 'N':
		return nakshatra_day(year, (int)slice_int((struct slice){
		    rule.at + 1, 3 }), (int)slice_int((struct slice){ rule.at +
		    5, 2 }));
	case 'V':
		/* years of 365 days */
		return days_of(2018, month, (int)n) + 365 * (year - 2018);
	default:
		break;
	}
	month = (int)slice_int((struct slice){ rule.at, 2 });
	if (month < 1 || month > 12)
		return INT64_MIN;
	/* 29 February is of leap years alone */
	if (rule.at[2] == '-' && slice_int((struct slice){ rule.at + 3, 2 }) >
	    month_length(year, month))
		return INT64_MIN;
	if (rule.at[2] == '-')
		return shifted(days_of(year, month, (int)slice_int((struct
		    slice){ rule.at + 3, 2 })), tail(rule, 5));
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
	int64_t i;

	/* the eve of a day of January is in the year before */
	for (i = year; i <= year + 1; i++) {
		int64_t days = holiday_day(rule, i);
		struct day d;

		if (days == INT64_MIN)
			continue;
		d = day_of(days);
		*month = d.month;
		*day = d.day;
		if (d.year == year)
			return true;
	}
	return false;
}
