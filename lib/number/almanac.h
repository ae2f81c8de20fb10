/*
 * almanac: days counted from 1970-01-01.
 */
#ifndef ALMANAC_H
#define ALMANAC_H

#include <stdint.h>

#include "../slice.h"

struct day {
	int64_t year;
	int month, day;
};

/* Days since 1970-01-01. */
int64_t days_of(int64_t y, int m, int d);
struct day day_of(int64_t z);
/* 1 Monday ... 7 Sunday */
int weekday_of(int64_t days);
int month_length(int64_t year, int month);
/* The ISO 8601 week of a day. */
void week_of(int64_t days, int64_t *year, int *week);
/* The day of a holiday's rule in a year, or INT64_MIN. */
int64_t holiday_day(struct slice rule, int64_t year);

#endif
