/*
 * number: cardinals, money, units, dates and their values in one passage.
 *
 *	struct number_context context = { .dollar = "USD" };
 *	struct number_rest rest = { 0 };
 *	struct number *numbers;
 *	size_t n;
 *
 *	do {
 *		if (number_find(&passage, &context, &rest, &numbers, &n,
 *		    &arena) != 0)
 *			out of memory
 *	} while (n > 0);
 *
 * Pure; results lie in the caller's arena.  The value grammar, ranges and
 * standards (ISO-TimeML TIMEX3, ISO 8601, ISO 4217, UCUM) are in numbers(1).
 */
#ifndef NUMBER_H
#define NUMBER_H

#include "../passage.h"

enum number_label {
	NUMBER_CARDINAL, NUMBER_ORDINAL, NUMBER_FRACTION, NUMBER_PERCENT,
	NUMBER_MONEY, NUMBER_QUANTITY, NUMBER_AGE, NUMBER_DATE, NUMBER_TIME,
	NUMBER_DURATION, NUMBER_SET, NUMBER_SCORE
};

struct number {
	size_t start, end;	/* bytes of the passage's text, end exclusive */
	enum number_label label;
	struct slice value;	/* never empty */
	struct slice unit;	/* empty: none; likewise below */
	struct slice mod;
	struct slice rel;
	struct slice dated;
	struct slice si;	/* a quantity in coherent SI units */
};

/* What lasts from one passage of a document to the next.  The caller sets the
 * options and clears the rest (memset of state) where a document begins. */
struct number_context {
	char dollar[4];		/* ISO 4217 code of a bare $ ("USD") */
	bool locale_gb;		/* tons are long; 4/7 is 4 July */
	bool day_first;		/* 4/7 is 4 July */
	struct number_memory *memory;	/* known.h, or NULL */
	char state[64];		/* the engine's own: the text's last date */
};

/* What is still to be read of a passage; zeros: all of it. */
struct number_rest {
	size_t sentence;	/* the next one, */
	size_t at;		/* from this byte on, if it was begun */
};

/* The numbers of the sentences that are next; none when there are no more.  So
 * many at a time, that a passage of nothing else takes little memory. */
int number_find(const struct passage *passage, struct number_context *context,
    struct number_rest *rest, struct number **numbers, size_t *count,
    struct arena *arena);
/* Whether this is the ISO 4217 code of a currency. */
bool number_is_currency(struct slice code);
const char *number_label_name(enum number_label label);

#endif
