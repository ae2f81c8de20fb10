/*
 * span: features of a whole name and the sum of their weights (see span.h).
 *
 * The model of labels sees a word and what is near it; this one the name: its
 * last word, those it holds, what stands on both sides, the names beside it,
 * and between which types the first model wavers.
 */
#include "span.h"

enum template {
	LENGTH = 1, CASE, LAST, LAST_TWO, LAST_THREE, LAST_FOUR, FIRST,
	FIRST_THREE, ONE, ONE_CASE, ONE_THREE, ONE_FOUR, SECOND_LAST, INSIDE,
	FIRST_KINDS, LAST_KINDS, BOTH_KINDS, BEGINS, BEFORE, BEFORE_TWO,
	BEFORE_BOTH, BEHIND, BEHIND_TWO, BEHIND_BOTH, FELLOW_BEFORE,
	LINK_BEFORE, FELLOW_BEHIND, LINK_BEHIND, WAVERS, MARGIN,
	CLUSTERS = 32		/* four for each place */
};

enum place { AT_LAST, AT_FIRST, AT_BEHIND, AT_BEHIND_TWO, AT_BEFORE_TWO };

struct list {
	uint32_t *rows;
	size_t count;
};

static void
put(struct list *to, uint32_t template, uint32_t a, uint32_t b)
{
	uint32_t h = template * 0x9e3779b1u ^ a;

	if (to->count == SPAN_FEATURES)
		return;
	h = (h ^ h >> 15) * 0x85ebca6bu ^ b;
	h = (h ^ h >> 13) * 0xc2b2ae35u;
	h ^= h >> 16;
	to->rows[to->count++] = h & (SPAN_ROWS - 1);
}

/* What is known of a common word, and its cluster, at three sizes. */
static void
put_clusters(struct list *to, enum place place, const struct tagger_word *w)
{
	uint32_t template = CLUSTERS + 4 * (uint32_t)place;

	put(to, template, w->class, 0);
	if (w->cluster == 0)
		return;
	put(to, template + 1, (w->cluster - 1) >> 6, 0);
	put(to, template + 2, (w->cluster - 1) >> 3, 0);
	put(to, template + 3, w->cluster - 1, 0);
}

static void
put_kinds(struct list *to, enum template template, uint32_t kinds)
{
	uint32_t bit;

	for (bit = 1; bit <= GAZETTEER_MISC; bit *= 2)
		if ((kinds & bit) != 0)
			put(to, template, bit, 0);
}

static void
put_words(struct list *to, const struct span *s)
{
	const struct tagger_word *first = s->words + s->first;
	const struct tagger_word *last = s->words + s->last - 1, *w;
	size_t length = s->last - s->first;

	put(to, LENGTH, length > 5 ? 5 : (uint32_t)length, 0);
	put(to, CASE, (uint32_t)last->form, 0);
	put(to, LAST, last->lower, 0);
	put(to, LAST_TWO, last->suffix2, 0);
	put(to, LAST_THREE, last->suffix3, 0);
	put(to, LAST_FOUR, last->suffix4, 0);
	put_clusters(to, AT_LAST, last);
	if (length == 1) {
		put(to, ONE, last->lower, 0);
		put(to, ONE_CASE, (uint32_t)last->form, 0);
		put(to, ONE_THREE, last->suffix3, 0);
		put(to, ONE_FOUR, last->suffix4, 0);
		return;
	}
	put(to, FIRST, first->lower, 0);
	put(to, FIRST_THREE, first->suffix3, 0);
	put_clusters(to, AT_FIRST, first);
	put(to, SECOND_LAST, last[-1].lower, 0);
	for (w = first + 1; w < last && w < first + 8; w++)
		if (w->form == TAGGER_LOWER)
			put(to, INSIDE, w->lower, 0);
	put_kinds(to, FIRST_KINDS, first->kinds);
	put_kinds(to, LAST_KINDS, last->kinds);
	put(to, BOTH_KINDS, first->kinds, last->kinds);
}

static void
put_context(struct list *to, const struct span *s)
{
	const struct tagger_word *first = s->words + s->first;
	const struct tagger_word *next = s->words + s->last;
	const struct tagger_word *end = s->words + s->count;

	put(to, BEGINS, s->first == 0, 0);
	put(to, BEFORE, s->first == 0 ? 0 : first[-1].lower, s->first == 0);
	if (s->first > 1) {
		put(to, BEFORE_TWO, first[-2].lower, 0);
		put(to, BEFORE_BOTH, first[-2].lower, first[-1].lower);
		put_clusters(to, AT_BEFORE_TWO, first - 2);
	}
	put(to, BEHIND, next == end ? 0 : next->lower, next == end);
	if (next == end)
		return;
	put_clusters(to, AT_BEHIND, next);
	if (next + 1 == end)
		return;
	put(to, BEHIND_TWO, next[1].lower, 0);
	put(to, BEHIND_BOTH, next->lower, next[1].lower);
	put_clusters(to, AT_BEHIND_TWO, next + 1);
}

static void
put_fellow(struct list *to, enum template template,
    const struct span_fellow *fellow, const struct tagger_word *link)
{
	uint32_t type = (uint32_t)fellow->type;

	if (fellow->type < 0)
		return;
	put(to, template, type, fellow->between > 3 ? 3 :
	    (uint32_t)fellow->between);
	if (fellow->between == 1)
		put(to, template + 1, type, link->lower);
}

/* The two likeliest types, and how far apart they are. */
static void
put_support(struct list *to, const int support[SPAN_TYPES])
{
	int best = 0, next, k;
	uint32_t pair;

	for (k = 1; k < SPAN_TYPES; k++)
		best = support[k] > support[best] ? k : best;
	next = best == 0;
	for (k = 0; k < SPAN_TYPES; k++)
		if (k != best && support[k] > support[next])
			next = k;
	pair = (uint32_t)(best * SPAN_TYPES + next);
	put(to, WAVERS, pair, 0);
	put(to, MARGIN, pair, (uint32_t)(support[best] - support[next]) / 16);
}

size_t
span_features(const struct span *s, uint32_t *rows)
{
	struct list to = { rows, 0 };

	put_support(&to, s->support);
	put_fellow(&to, FELLOW_BEFORE, &s->before, s->words + s->first - 1);
	put_fellow(&to, FELLOW_BEHIND, &s->behind, s->words + s->last);
	put_words(&to, s);
	put_context(&to, s);
	return to.count;
}

void
span_read(const struct span *s, const signed char *weights,
    int sum[SPAN_TYPES])
{
	uint32_t rows[SPAN_FEATURES];
	size_t count = span_features(s, rows), i;
	int total[SPAN_TYPES] = { 0 }, k;

	for (i = 0; i < count; i++)
		for (k = 0; k < SPAN_TYPES; k++)
			total[k] += weights[rows[i] * SPAN_TYPES + (size_t)k];
	for (k = 0; k < SPAN_TYPES; k++)
		sum[k] += total[k] / (SPAN_UNIT / 16);
}
