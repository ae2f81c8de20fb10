/*
 * sky: days that hang on the sun and the moon.  Days are counted from
 * 1970-01-01; INT64_MIN when there is none in that year.
 */
#ifndef SKY_H
#define SKY_H

#include <stdint.h>

/* The day, in India, of a tithi (1..30) of a lunar month (1 Chaitra, counted
 * from new moon to new moon, never the leap month) that lasts at this hour. */
int64_t lunar_day(int64_t year, int month, int tithi, int hour);
/* The day on which the sun reaches this longitude: of the equinox, or of the
 * stars (sankranti; after sunset the next day). */
int64_t sun_day(int64_t year, int degrees, int sidereal);

/* The last day that begins in India with the moon in this one of its 27
 * mansions, while the sun is in the 30 degrees from this one of the stars. */
int64_t nakshatra_day(int64_t year, int degrees, int number);

/* The day of the new moon about a day, so many hours east of Greenwich. */
int64_t new_moon_day(int64_t near, int hours);

#endif
