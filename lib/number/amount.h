/*
 * amount: what amount.c, single.c and unit.c share.
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include "grammar.h"

struct amount {
	size_t end;
	enum number_label label;
	struct numeral n;
	struct decimal value;
	struct slice unit;
	struct slice text;	/* durations */
	struct decimal factor;	/* of a minor unit, of points */
	bool factored;
	bool prefixed;		/* currency before */
	bool bare;
	bool article;		/* a week: counts by position only */
	char letter;
	int64_t times;
};

/* What stands behind a numeral that ends at i: the end of its unit, or 0. */
size_t unit_at(const struct grammar *g, size_t i, struct amount *a);
/* A currency at i of one of the kinds (a string of their first letters:
 * s sign, l letters, c code, w word, p pound, m minor). */
size_t currency_at(const struct grammar *g, size_t i, const char *kinds,
    size_t *row);
/* Whether the sentence names a land that has this money. */
bool money_of_land(const struct grammar *g, size_t i, size_t row);
struct slice currency_code(const struct grammar *g, size_t i, size_t row);
/* Keep for the document the lands that the sentence names, and this code. */
void note_lands(const struct grammar *g);
void note_money(const struct grammar *g, struct slice code);

/* One amount; bare numerals too. */
size_t single_at(const struct grammar *g, size_t i, struct amount *a);
/* 2s 6d; 4s 2d behind pounds, which are added to it. */
size_t shillings_at(const struct grammar *g, size_t i, struct amount *a);
size_t shillings_behind(const struct grammar *g, size_t i, struct amount *a);
/* The value and text of an amount whose numeral and unit are known. */
void amount_finish(const struct grammar *g, struct amount *a);

#endif
