/*
 * shilling: British money of before 1971, twelve pence (d) to the shilling and
 * twenty shillings to the pound: 2s 6d, £3 4s. 2d.
 */
#include "amount.h"

#define SHILLING 12
#define POUND 240

/* A whole number below most and a letter glued to it, at i. */
static size_t
lettered_at(const struct grammar *g, size_t i, const char *letter, int64_t most,
    int64_t *number)
{
	const struct atom *a = g->atoms + i;

	if (i + 1 >= g->count || a->kind != ATOM_NUMBER || a->point ||
	    a->number < 0 || a->number >= most || !word_is(g, i + 1, letter) ||
	    a[1].space || a[1].capital)
		return 0;
	*number = a->number;
	return i + 2;
}

/* What so many pence are in pounds. */
static struct decimal
pounds_of(const struct grammar *g, int64_t pence)
{
	struct decimal d;

	if (!decimal_divide(decimal_of_int(pence, g->arena), POUND,
	    2 * SI_DIGITS, &d, g->arena))
		d = decimal_round(d, SI_DIGITS, g->arena);
	return d;
}

/* 4s 2d, 4s. 2d. at i; behind pounds one of them is enough */
static size_t
pence_at(const struct grammar *g, size_t i, bool pounds, int64_t *pence)
{
	int64_t shillings = 0, rest = 0;
	size_t end = lettered_at(g, i, "s", POUND / SHILLING, &shillings);
	size_t j = end == 0 ? i : end + (sign_is(g, end, ".") &&
	    !g->atoms[end].space), last;

	last = end != 0 || pounds ? lettered_at(g, j, "d", SHILLING, &rest) : 0;
	*pence = SHILLING * shillings + rest;
	return last != 0 ? last : pounds ? end : 0;
}

size_t
shillings_at(const struct grammar *g, size_t i, struct amount *a)
{
	int64_t pence;
	size_t end = pence_at(g, i, false, &pence);

	if (end == 0)
		return 0;
	a->n.value = a->n.mantissa = pounds_of(g, pence);
	a->label = NUMBER_MONEY;
	a->unit = slice_of("GBP");
	a->value = a->n.value;
	a->end = end;
	return end;
}

size_t
shillings_behind(const struct grammar *g, size_t i, struct amount *a)
{
	int64_t pence;
	size_t end = slice_is(a->unit, "GBP") ? pence_at(g, i, true, &pence) :
	    0;

	if (end == 0)
		return 0;
	a->n.value = a->n.mantissa = a->value = decimal_add(a->value,
	    pounds_of(g, pence), g->arena);
	return end;
}
