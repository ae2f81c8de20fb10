/*
 * date: the date of a document, ISO 8601-1 with or without a time.
 *
 *	char normal[DATE_SIZE];
 *
 *	if (!date_normal(slice_of("20190704 12:30"), normal))
 *		not a date of the calendar
 *	normal is "2019-07-04T12:30"
 */
#ifndef DATE_H
#define DATE_H

#include "slice.h"

#define DATE_SIZE 48

/* Writes the extended format of s, NUL-terminated, to normal.  s is YYYY-MM-DD
 * or YYYYMMDD (ISO 8601-1 5.2.2.1), perhaps followed by T, t or a blank and
 * hh:mm, hh:mm:ss, hhmm or hhmmss with or without a fraction of seconds (at
 * most 9 digits) and Z or +hh:mm, +hhmm, +hh.  False when it is none, or no
 * day or time that exists. */
bool date_normal(struct slice s, char normal[DATE_SIZE]);

#endif
