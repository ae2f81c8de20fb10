/*
 * degree: whether degrees are a difference of temperatures and no temperature:
 * rose by 1.5C, 5 degrees warmer, 2C above normal, a rise of 4C.
 *
 * The words are in number-context: warmer stands behind, warming before;
 * change are verbs.
 *
 * Bugs: what a whole clause says is not read: the night brought 3C.
 */
#include "amount.h"
#include "calendar.h"
#include "name.h"

#define VERB_ATOMS 4		/* how far before "by" its verb may stand */
#define SUBJECT_ATOMS 10	/* before the verb: the difference was 20C */
#define TARGET_ATOMS 6		/* limit warming to well below 2C */
#define LEAST_WEATHER 5		/* no target of the climate has more degrees */

static bool
changes_at(const struct grammar *g, size_t i)
{
	return class_at(g, i, CONTEXT_CHANGE) != 0 || class_at(g, i,
	    CONTEXT_WARMING) != 0;
}

/* warmer, a rise, of warming; above normal, but not above 30C */
static bool
warmer_behind(const struct grammar *g, size_t i)
{
	i = skip_hyphen(g, i);
	if (i >= g->count || g->atoms[i].kind != ATOM_WORD)
		return false;
	if (word_is(g, i, "above") || word_is(g, i, "below"))
		return i + 1 < g->count && g->atoms[i + 1].kind == ATOM_WORD &&
		    word_value(g, i + 1, WORD_UNIT) < 0;
	if (word_is(g, i, "of") || word_is(g, i, "or"))
		return class_at(g, i + 1, CONTEXT_WARMING) != 0;
	return class_at(g, i, CONTEXT_WARMER) != 0;
}

/* rose 8C, rose by 8C, a rise of 8C, each extra 1C; but rose to, fell below */
static bool
change_before(const struct grammar *g, size_t i)
{
	size_t back;

	i -= word_is(g, i - 1, "between");
	if (word_is(g, i - 1, "extra") || word_is(g, i - 1, "additional") ||
	    word_is(g, i - 1, "further") || word_is(g, i - 1, "another"))
		return true;
	if (i > 0 && changes_at(g, i - 1))
		return true;
	if (word_is(g, i - 1, "of"))
		return i > 1 && changes_at(g, i - 2);
	if (!word_is(g, i - 1, "by"))
		return false;
	for (back = 2; back < 2 + VERB_ATOMS && back <= i; back++)
		if (changes_at(g, i - back))
			return true;
	return false;
}

/* The difference between day and night is 20C. */
static bool
difference_is(const struct grammar *g, size_t i)
{
	size_t back;

	if (i < 2 || !verb_at(g, i - 1))
		return false;
	for (back = 2; back < 2 + SUBJECT_ATOMS && back <= i; back++)
		if (word_is(g, i - back, "difference") || word_is(g, i - back,
		    "anomaly"))
			return true;
	return false;
}

/* The 1.5C target; limit warming to 1.5C, hold heating well below 2C. */
static bool
of_climate(const struct grammar *g, const struct hit *h)
{
	size_t end = skip_hyphen(g, h->end), back;

	if (decimal_compare(h->numeral.value, decimal_of_int(LEAST_WEATHER,
	    g->arena)) >= 0)
		return false;
	if (word_is(g, end, "target") || word_is(g, end, "goal") ||
	    word_is(g, end, "limit") || word_is(g, end, "threshold"))
		return true;
	for (back = 1; back <= TARGET_ATOMS && back <= h->first; back++)
		if (word_is(g, h->first - back, "warming") || word_is(g,
		    h->first - back, "heating"))
			return true;
	return false;
}

bool
is_difference(const struct grammar *g, const struct hit *h)
{
	size_t i = h->outer;

	if (!slice_is(h->unit, "Cel") && !slice_is(h->unit, "[degF]"))
		return false;
	if (warmer_behind(g, h->end) || of_climate(g, h))
		return true;
	/* fell below 0C */
	if (word_is(g, i, "above") || word_is(g, i, "below") || word_is(g, i,
	    "over") || word_is(g, i, "under"))
		return false;
	return change_before(g, i) || difference_is(g, i);
}
