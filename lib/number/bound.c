/*
 * bound: two numbers that bound one another become a range.
 *
 *	more than 100 and less than 300		100..300
 *	between the tenth and the fifteenth	10..15
 *	equal to 100				100..100
 *
 * Only where nothing but a comma, "and", "but" and the words of the bounds
 * stands between them: "more than 100 died and fewer than 300 were hurt" are
 * two.
 */
#include "grammar.h"

static bool
lower_bound(const struct hit *h)
{
	return slice_is(h->mod, "MORE_THAN") ||
	    slice_is(h->mod, "EQUAL_OR_MORE");
}

static bool
digits_only(struct slice s)
{
	return slice_int(s) >= 0;
}

/* Not "nearly 30", which is said of another thing. */
static bool
upper_bound(const struct grammar *g, const struct hit *h)
{
	size_t first = h->first;

	first -= word_is(g, first - 1, "the");
	return (slice_is(h->mod, "LESS_THAN") ||
	    slice_is(h->mod, "EQUAL_OR_LESS")) &&
	    class_before(g, first, CONTEXT_UPPER_BOUND);
}

static bool
joins(const struct grammar *g, size_t i)
{
	return word_is(g, i, "and") || word_is(g, i, "but");
}

static bool
bounded(const struct grammar *g, const struct hit *a, const struct hit *b)
{
	bool comma = sign_is(g, a->end, ",");
	size_t gap = a->end + comma;

	gap += joins(g, gap);
	return a->label == b->label && a->label != NUMBER_DURATION &&
	    slice_equal(a->unit, b->unit) &&
	    !a->range && !b->range && a->outer < a->first &&
	    b->outer < b->first && gap > a->end && b->outer == gap;
}

/* between the tenth and the fifteenth; "the first and the second" are two */
static bool
ordinals_between(const struct grammar *g, const struct hit *a,
    const struct hit *b)
{
	size_t from = a->first, gap = a->end;

	if (a->label != NUMBER_ORDINAL || b->label != NUMBER_ORDINAL ||
	    !digits_only(a->value) || !digits_only(b->value) ||
	    slice_int(b->value) <= slice_int(a->value) + 1)
		return false;
	from -= word_is(g, from - 1, "the");
	if (!word_is(g, from - 1, "between") || !joins(g, gap))
		return false;
	gap++;
	gap += word_is(g, gap, "the");
	return gap == b->first;
}

/* Whether a is the lower and b the upper end. */
static bool
ends(const struct grammar *g, const struct hit *a, const struct hit *b)
{
	if (!lower_bound(a) || !upper_bound(g, b))
		return false;
	if (a->label == NUMBER_ORDINAL)
		return digits_only(a->value) && digits_only(b->value) &&
		    slice_int(a->value) < slice_int(b->value);
	return a->label == NUMBER_FRACTION || (a->numeral.value.digits.length >
	    0 && decimal_compare(a->numeral.value, b->numeral.value) < 0);
}

/* a becomes the range. */
static void
make_range(const struct grammar *g, struct hit *a, const struct hit *b,
    bool turned)
{
	a->value = turned ? join(g->arena, b->value, "..", a->value) :
	    join(g->arena, a->value, "..", b->value);
	a->mod = slice_of("");
	a->range = true;
	a->end = b->end;
}

/* Whether a bare number is said to be the lower end and the upper one, too:
 * is equal to 170, but not equal to 170 or less, equals five men. */
static bool
bounds_itself(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first, end = h->end;

	if (h->label != NUMBER_CARDINAL || !h->plain || h->range ||
	    h->mod.length > 0 || h->numeral.kind != NUMERAL_PLAIN || i < 2)
		return false;
	if (!class_before(g, i, CONTEXT_EQUAL) && !(word_is(g, i - 1, "to") &&
	    (class_before(g, i - 1, CONTEXT_EQUAL) || word_is(g, i - 2,
	    "equal"))))
		return false;
	return end >= g->count || (g->atoms[end].kind == ATOM_SIGN &&
	    !hyphen_at(g, end, false)) || class_at(g, end, CONTEXT_NONNOUN) !=
	    0;
}

size_t
bounds_join(const struct grammar *g, struct hit *hits, size_t count)
{
	size_t kept = 0, i;

	for (i = 0; i < count; i++) {
		struct hit *a = kept > 0 ? &hits[kept - 1] : NULL, *b = &hits[i];

		/* in a list of bounds each is its own */
		if (a != NULL && bounded(g, a, b) && (ends(g, a, b) ||
		    (joins(g, b->outer - 1) && ends(g, b, a)))) {
			make_range(g, a, b, lower_bound(b));
		} else if (a != NULL && ordinals_between(g, a, b)) {
			a->first -= 1 + word_is(g, a->first - 1, "the");
			make_range(g, a, b, false);
		} else {
			hits[kept++] = *b;
		}
	}
	for (i = 0; i < kept; i++)
		if (bounds_itself(g, &hits[i])) {
			hits[i].value = join(g->arena, hits[i].value, "..",
			    hits[i].value);
			hits[i].range = true;
		}
	/* alone an ordinal has no bounds: over the second hill */
	for (i = 0; i < kept; i++)
		if (hits[i].label == NUMBER_ORDINAL &&
		    !slice_is(hits[i].mod, "APPROX"))
			hits[i].mod = slice_of("");
	return kept;
}

#define CAUSE_ATOMS 4	/* how far a quarrel may stand before "over" */

/* an average of 2.87 over 94 innings: in their course */
static bool
over_course(const struct grammar *g, const struct hit *hit)
{
	return hit->plain && class_at(g, hit->end, CONTEXT_COURSE) != 0;
}

/* a row over a 5m deal; jailed over R2-million fraud */
static bool
over_cause(const struct grammar *g, size_t i, const struct hit *hit)
{
	size_t back, j;

	for (back = 1; back <= CAUSE_ATOMS && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_QUARREL) != 0)
			return true;
	if (hit->end >= g->count || g->atoms[hit->end].kind != ATOM_WORD)
		return false;
	for (j = hit->first; j < hit->end; j++)
		if (hyphen_at(g, j, true))
			return true;
	return false;
}

bool
no_bound(const struct grammar *g, size_t i, const struct hit *hit)
{
	if (i + 1 != hit->first)
		return false;
	/* a blood pressure of 120 over 80 */
	if (word_is(g, i, "over") && i > 0 && hit->plain && hit->digits &&
	    g->atoms[i - 1].kind == ATOM_NUMBER)
		return true;
	if (word_is(g, i, "over"))
		return over_course(g, hit) || (hit->label == NUMBER_MONEY &&
		    over_cause(g, i, hit));
	/* under 2 metres of water */
	return word_is(g, i, "under") && hit->label == NUMBER_QUANTITY &&
	    word_is(g, hit->end, "of") &&
	    class_at(g, hit->end + 1, CONTEXT_COVER) != 0;
}
