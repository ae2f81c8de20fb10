/*
 * sky: longitudes of the sun and the moon by the series of Meeus
 * (Astronomical Algorithms, chapters 25 and 47), good to a minute of time or
 * two; the ayanamsa is Lahiri's.  A lunar month is that in which the sun
 * enters its sign, so that the leap month, in which it enters none, is passed
 * over.
 */
#include <math.h>

#include "almanac.h"
#include "sky.h"

#define INDIA (5.5 / 24)	/* hours of its clocks before Greenwich's */
#define MOON_A_DAY 12.1907	/* degrees from the sun */
#define SUN_A_DAY 0.9856

static double
turn_of(double degrees)
{
	degrees = fmod(degrees, 360);
	return degrees < 0 ? degrees + 360 : degrees;
}

/* The sine of so many degrees. */
static double
sine(double degrees)
{
	return sin(degrees * (3.14159265358979323846 / 180));
}

/* Julian centuries from J2000; clocks run 69 s behind the planets. */
static double
centuries(double days)
{
	return (days + 0.0008 - 10957.5) / 36525;
}

static double
sun(double days)
{
	double t = centuries(days), m = 357.52911 + 35999.05029 * t;

	return turn_of(280.46646 + 36000.76983 * t + (1.914602 - 0.004817 * t)
	    * sine(m) + 0.019993 * sine(2 * m) + 0.000289 * sine(3 * m) -
	    0.00569 - 0.00478 * sine(125.04 - 1934.136 * t));
}

static double
sun_of_stars(double days)
{
	return turn_of(sun(days) - 23.857 - 1.39683 * centuries(days));
}

static double
moon(double days)
{
	/* multiples of D, M, M', F and millionths of a degree */
	static const int terms[][5] = {
		{ 0, 0, 1, 0, 6288774 }, { 2, 0, -1, 0, 1274027 },
		{ 2, 0, 0, 0, 658314 }, { 0, 0, 2, 0, 213618 },
		{ 0, 1, 0, 0, -185116 }, { 0, 0, 0, 2, -114332 },
		{ 2, 0, -2, 0, 58793 }, { 2, -1, -1, 0, 57066 },
		{ 2, 0, 1, 0, 53322 }, { 2, -1, 0, 0, 45758 },
		{ 0, 1, -1, 0, -40923 }, { 1, 0, 0, 0, -34720 },
		{ 0, 1, 1, 0, -30383 }, { 2, 0, 0, -2, 15327 },
		{ 0, 0, 1, 2, -12528 }, { 0, 0, 1, -2, 10980 },
		{ 4, 0, -1, 0, 10675 }, { 0, 0, 3, 0, 10034 },
		{ 4, 0, -2, 0, 8548 }, { 2, 1, -1, 0, -7888 },
		{ 2, 1, 0, 0, -6766 }, { 1, 0, -1, 0, -5163 },
		{ 1, 1, 0, 0, 4987 }, { 2, -1, 1, 0, 4036 },
		{ 2, 0, 2, 0, 3994 }, { 4, 0, 0, 0, 3861 }
	};
	double t = centuries(days), sum = 0,
	    d = 297.8501921 + 445267.1114034 * t,
	    m = 357.5291092 + 35999.0502909 * t,
	    n = 134.9633964 + 477198.8675055 * t + 0.0087414 * t * t,
	    f = 93.2720950 + 483202.0175233 * t;
	size_t i;

	for (i = 0; i < sizeof terms / sizeof *terms; i++)
		sum += terms[i][4] * sine(terms[i][0] * d + terms[i][1] * m +
		    terms[i][2] * n + terms[i][3] * f);
	return turn_of(218.3164477 + 481267.88123421 * t + sum / 1000000);
}

static double
moon_from_sun(double days)
{
	return turn_of(moon(days) - sun(days));
}

/* To -180..180. */
static double
half_turn(double degrees)
{
	degrees = turn_of(degrees);
	return degrees > 180 ? degrees - 360 : degrees;
}

/* When the sun reaches this longitude in the year. */
static double
sun_at(int64_t year, int degrees, int sidereal)
{
	double days = (double)days_of(year, sidereal ? 4 : 3, sidereal ? 14 :
	    20) + degrees / SUN_A_DAY;
	int i;

	if (days >= (double)days_of(year + 1, 1, 1))
		days -= 365.25;
	for (i = 0; i < 8; i++)
		days += half_turn(degrees - (sidereal ? sun_of_stars(days) :
		    sun(days))) / SUN_A_DAY;
	return days;
}

#define CLOSE 1e-9	/* of a day */

static double
new_moon_before(double days)
{
	double step = 1;
	int i;

	days -= moon_from_sun(days) / MOON_A_DAY;
	for (i = 0; i < 6 && fabs(step) > CLOSE; i++) {
		step = half_turn(moon_from_sun(days)) / MOON_A_DAY;
		days -= step;
	}
	return days;
}

#define CLOCKS_BEHIND (72 / 86400.0)	/* the earth turns late by now */

int64_t
new_moon_day(int64_t near, int hours)
{
	return (int64_t)floor(new_moon_before((double)near + 2) + hours / 24.0 -
	    CLOCKS_BEHIND);
}

/* The moon leaves the sun behind by less than this a day. */
#define MOON_MOST 15.3

/* The first day of which the tithi, of 12 degrees, is this one or has passed;
 * no day is looked at where it cannot have come. */
static int64_t
day_of_month(double start, int tithi, int hour)
{
	int64_t day = (int64_t)floor(start), last = day + 33;
	int64_t sooner = (int64_t)(12 * (tithi - 1) / MOON_MOST) - 1;

	for (day += sooner > 0 ? sooner : 0; day < last; day++) {
		double at = (double)day + hour / 24.0 - INDIA;
		double expected = MOON_A_DAY * (at - start), e;
		int here;

		e = moon_from_sun(at);
		e += 360 * floor((expected - e) / 360 + 0.5);
		here = (int)floor(e / 12) + 1;
		if (here >= tithi)
			return here == tithi ? day : day - 1;
	}
	return INT64_MIN;
}

int64_t
lunar_day(int64_t year, int month, int tithi, int hour)
{
	int64_t y, day;

	for (y = year; y <= year + 1; y++) {
		day = day_of_month(new_moon_before(sun_at(y, 30 * (month - 1),
		    1)), tithi, hour);
		if (day != INT64_MIN && day_of(day).year == year)
			return day;
	}
	return INT64_MIN;
}

#define NAKSHATRA (360 / 27.0)

int64_t
nakshatra_day(int64_t year, int degrees, int number)
{
	double start = sun_at(year, degrees, 1), at;
	double end = sun_at(year, degrees + 30, 1);
	int64_t day, found = INT64_MIN;

	for (day = (int64_t)floor(start); (double)day < end; day++) {
		at = (double)day + 6.0 / 24 - INDIA;
		if (at >= start && at < end && (int)(turn_of(moon(at) - sun(at)
		    + sun_of_stars(at)) / NAKSHATRA) + 1 == number)
			found = day;
	}
	return found;
}

int64_t
sun_day(int64_t year, int degrees, int sidereal)
{
	double days = sun_at(year, degrees, sidereal);

	if (sidereal)
		days += INDIA + 6.0 / 24;	/* sunset is at six */
	return (int64_t)floor(days);
}
