/*
 * date: one pass from left to right; numbers of fixed width.
 */
#include <stdint.h>

#include "date.h"

struct scan {
	struct slice s;
	size_t i;
	char *out;		/* what was read, in the extended format */
};

static bool
digit(const struct scan *scan)
{
	return scan->i < scan->s.length && scan->s.at[scan->i] >= '0' &&
	    scan->s.at[scan->i] <= '9';
}

static bool
skip(struct scan *scan, char c)
{
	if (scan->i == scan->s.length || scan->s.at[scan->i] != c)
		return false;
	scan->i++;
	return true;
}

/* A number of so many digits, at least low and at most high; else -1. */
static int
number(struct scan *scan, int digits, int low, int high)
{
	int n = 0;

	while (digits-- > 0) {
		if (!digit(scan))
			return -1;
		n = n * 10 + (scan->s.at[scan->i] - '0');
		*scan->out++ = scan->s.at[scan->i++];
	}
	return n < low || n > high ? -1 : n;
}

static bool
day(struct scan *scan)
{
	static const char days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	int year, month, last;
	bool extended;

	if ((year = number(scan, 4, 1, 9999)) < 0)
		return false;
	extended = skip(scan, '-');
	*scan->out++ = '-';
	if ((month = number(scan, 2, 1, 12)) < 0 ||
	    skip(scan, '-') != extended)
		return false;
	*scan->out++ = '-';
	last = days[month - 1];
	if (month == 2 && year % 4 == 0 &&
	    (year % 100 != 0 || year % 400 == 0))
		last++;
	return number(scan, 2, 1, last) > 0;
}

static bool
zone(struct scan *scan)
{
	if (skip(scan, 'Z') || skip(scan, 'z')) {
		*scan->out++ = 'Z';
		return true;
	}
	if (skip(scan, '+'))
		*scan->out++ = '+';
	else if (skip(scan, '-'))
		*scan->out++ = '-';
	else
		return true;
	if (number(scan, 2, 0, 23) < 0)
		return false;
	*scan->out++ = ':';
	if (skip(scan, ':') || digit(scan))
		return number(scan, 2, 0, 59) >= 0;
	*scan->out++ = '0';
	*scan->out++ = '0';
	return true;
}

static bool
fraction(struct scan *scan)
{
	int digits = 0;

	if (!skip(scan, '.') && !skip(scan, ','))
		return true;
	*scan->out++ = '.';
	while (digit(scan) && digits++ < 9)
		*scan->out++ = scan->s.at[scan->i++];
	return digits > 0 && !digit(scan);
}

static bool
time_of_day(struct scan *scan)
{
	int hour = number(scan, 2, 0, 24), minute, second = 0;
	bool extended = skip(scan, ':');

	*scan->out++ = ':';
	if (hour < 0 || (minute = number(scan, 2, 0, 59)) < 0)
		return false;
	if (extended ? skip(scan, ':') : digit(scan)) {
		*scan->out++ = ':';
		/* 60 is a leap second */
		second = number(scan, 2, 0, 60);
		if (second < 0 || !fraction(scan))
			return false;
	}
	return (hour < 24 || (minute == 0 && second == 0)) && zone(scan);
}

bool
date_normal(struct slice s, char normal[DATE_SIZE])
{
	struct scan scan = { s, 0, normal };

	if (!day(&scan))
		return false;
	if (skip(&scan, 'T') || skip(&scan, 't') || skip(&scan, ' ')) {
		*scan.out++ = 'T';
		if (!time_of_day(&scan))
			return false;
	}
	*scan.out = '\0';
	return scan.i == s.length;
}
