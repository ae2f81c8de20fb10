/*
 * decimal: exact decimal numbers of any length, written in the caller's arena.
 *
 *	struct decimal d = decimal_of(slice_of("1.50"), arena);
 *	d = decimal_shift(d, 6, arena);
 *	text = decimal_text(d, arena);			"1500000"
 *
 * Zeros of the text are kept as far as the scale goes: 0.50 stays 0.50.
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdint.h>

#include "../memory.h"
#include "../slice.h"

struct decimal {
	bool negative;
	struct slice digits;	/* no leading zeros but one before the scale */
	size_t scale;		/* digits behind the point, < digits.length */
};

/* From digits with at most one point, nothing else. */
struct decimal decimal_of(struct slice text, struct arena *arena);
struct decimal decimal_of_int(int64_t n, struct arena *arena);
struct decimal decimal_add(struct decimal a, struct decimal b,
    struct arena *arena);		/* of the same sign */
/* a + b of any signs; false when the sum is below zero. */
bool decimal_total(struct decimal a, struct decimal b, struct decimal *sum,
    struct arena *arena);
/* To so many digits, halves up. */
struct decimal decimal_round(struct decimal a, size_t digits,
    struct arena *arena);
/* Without the zeros behind the point. */
struct decimal decimal_trim(struct decimal a);
struct decimal decimal_multiply(struct decimal a, struct decimal b,
    struct arena *arena);
/* Times ten to the power. */
struct decimal decimal_shift(struct decimal a, int power,
    struct arena *arena);
/* a / b to at most places digits; false if that is not exact.  b is
 * below 10^17. */
bool decimal_divide(struct decimal a, int64_t b, size_t places,
    struct decimal *result, struct arena *arena);
/* The order of the absolute values: negative, 0, positive. */
int decimal_compare(struct decimal a, struct decimal b);
bool decimal_zero(struct decimal a);
/* The value when it is whole and below 10^15, else -1; the sign is not
 * looked at. */
int64_t decimal_int(struct decimal a);
struct slice decimal_text(struct decimal a, struct arena *arena);

#endif
