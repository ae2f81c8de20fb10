/*
 * spans: a log-linear model of the four types of a whole name (see spans.h).
 *
 * What the model of labels says stays in its place; the weights make up for
 * where it errs, so its output must be of weights that did not see the name.
 * Half of the features are left out at each visit.  The weights are the mean
 * of several orders.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../decode.h"
#include "../span.h"
#include "crf.h"
#include "spans.h"

enum { TYPES = SPAN_TYPES, EPOCHS = 2, ORDERS = 8, NAT = 16, MOST = 60 };

static const float RATE = 0.1f;

struct name {
	uint32_t *rows;
	size_t count;
	float support[TYPES];	/* in nats */
	float weight;
	int type;
};

static struct name *names;
static size_t name_count, capacity;
static float weights[SPAN_ROWS][TYPES], squares[SPAN_ROWS][TYPES],
    mean[SPAN_ROWS][TYPES];

/* Whether words [first, last) are one name by the labels in the data. */
static bool
is_right(const signed char *bio, size_t count, size_t first, size_t last)
{
	size_t i;
	int type = (bio[first] - 1) / 2;

	if (bio[first] == 0 || bio[first] != 1 + 2 * type)
		return false;
	for (i = first + 1; i < last; i++)
		if (bio[i] != 2 + 2 * type)
			return false;
	return last == count || bio[last] != 2 + 2 * type;
}

static void
weigh(const struct decoder *decoder, struct span *s)
{
	int score[TYPES], best = 0, k;

	for (k = 0; k < TYPES; k++) {
		score[k] = decoder_span(decoder, s->first, s->last, k);
		best = score[k] > score[best] ? k : best;
	}
	for (k = 0; k < TYPES; k++)
		s->support[k] = (score[k] - score[best]) * NAT / TAGGER_NAT;
}

static void
add_name(const struct span *s, int type, float weight)
{
	uint32_t rows[SPAN_FEATURES];
	struct name *n;
	int k;

	names = need(array_grow(names, &capacity, name_count + 1,
	    sizeof(*names)));
	n = &names[name_count++];
	n->count = span_features(s, rows);
	n->rows = need(malloc(n->count * sizeof(*rows)));
	memcpy(n->rows, rows, n->count * sizeof(*rows));
	for (k = 0; k < TYPES; k++)
		n->support[k] = (float)(s->support[k] < -MOST ? -MOST :
		    s->support[k]) / NAT;
	n->type = type;
	n->weight = weight;
}

/* The next name at or behind word i of the labels that were found. */
static bool
next_name(const signed char *labels, size_t count, size_t i, struct span *s)
{
	while (i < count && labels[i] == 0)
		i++;
	if (i == count)
		return false;
	s->first = i;
	while ((labels[i] - 1) % 4 < 2 && i + 1 < count)
		i++;
	s->last = i + 1;
	return true;
}

static void
collect_sentence(struct decoder *decoder, const struct document *d,
    size_t begin, size_t count, signed char *labels)
{
	struct span s = { .words = d->words + begin, .count = count,
	    .before = { -1, 0 } }, next = s;
	const signed char *bio = d->labels + begin;

	decode(decoder, s.words, count, 0, labels);
	if (!next_name(labels, count, 0, &next))
		return;
	do {
		struct span_fellow before = { -1, 0 };

		if (s.last > 0) {
			before.type = (labels[s.first] - 1) / 4;
			before.between = next.first - s.last;
		}
		s.first = next.first;
		s.last = next.last;
		s.before = before;
		s.behind.type = -1;
		if (next_name(labels, count, s.last, &next)) {
			s.behind.type = (labels[next.first] - 1) / 4;
			s.behind.between = next.first - s.last;
		}
		weigh(decoder, &s);
		if (is_right(bio, count, s.first, s.last))
			add_name(&s, (bio[s.first] - 1) / 2, d->weight);
	} while (s.behind.type >= 0);
}

static void
no_memory(void)
{
	need(NULL);
}

void
spans_collect(const signed char *model, const struct document *d)
{
	struct decoder decoder;
	struct arena arena;
	size_t s, first, longest = 0;
	signed char *labels;

	arena_init(&arena);
	arena.exhausted = no_memory;
	decoder_init(&decoder, model);
	for (s = first = 0; s < d->sentence_count; first = d->ends[s++])
		if (d->ends[s] - first > longest)
			longest = d->ends[s] - first;
	labels = arena_alloc(&arena, longest + 1, 1);
	decoder_room(&decoder, longest, &arena);
	for (s = first = 0; s < d->sentence_count; first = d->ends[s++])
		collect_sentence(&decoder, d, first, d->ends[s] - first,
		    labels);
	arena_free(&arena);
}

/* How likely each type is by the rows that are not left out. */
static void
guess(const struct name *n, const uint32_t *rows, size_t count,
    float likely[TYPES])
{
	float best, sum = 0;
	size_t i;
	int k;

	for (k = 0; k < TYPES; k++) {
		likely[k] = n->support[k];
		for (i = 0; i < count; i++)
			likely[k] += weights[rows[i]][k];
	}
	for (best = likely[0], k = 1; k < TYPES; k++)
		best = likely[k] > best ? likely[k] : best;
	for (k = 0; k < TYPES; k++)
		sum += likely[k] = crf_power(likely[k] - best);
	for (k = 0; k < TYPES; k++)
		likely[k] /= sum;
}

static void
learn_name(const struct name *n, uint32_t *seed)
{
	uint32_t rows[SPAN_FEATURES];
	float likely[TYPES];
	size_t i, count = 0;
	int k;

	for (i = 0; i < n->count; i++) {
		*seed = *seed * 1664525u + 1013904223u;
		rows[count] = n->rows[i];
		count += *seed >> 31;
	}
	guess(n, rows, count, likely);
	likely[n->type] -= 1;
	for (k = 0; k < TYPES; k++)
		for (i = 0; i < count; i++) {
			float g = likely[k] * n->weight;
			float *square = &squares[rows[i]][k];

			*square += g * g;
			weights[rows[i]][k] -= RATE * g /
			    (sqrtf(*square) + 0.1f);
		}
}

static void
learn_order(uint32_t seed)
{
	struct name swap;
	size_t i, j;
	int epoch;

	memset(weights, 0, sizeof(weights));
	memset(squares, 0, sizeof(squares));
	for (epoch = 0; epoch < EPOCHS; epoch++) {
		for (i = name_count; i > 1; i--) {
			seed = seed * 1664525u + 1013904223u;
			j = (size_t)((uint64_t)seed * i >> 32);
			swap = names[i - 1];
			names[i - 1] = names[j];
			names[j] = swap;
		}
		for (i = 0; i < name_count; i++)
			learn_name(&names[i], &seed);
	}
}

void
spans_learn(FILE *out)
{
	size_t r;
	int order, k;
	float v;

	fprintf(stderr, "%zu names\n", name_count);
	for (order = 0; order < ORDERS; order++) {
		learn_order((uint32_t)order * 7919 + 1);
		for (r = 0; r < SPAN_ROWS; r++)
			for (k = 0; k < TYPES; k++)
				mean[r][k] += weights[r][k] / ORDERS;
	}
	for (r = 0; r < SPAN_ROWS; r++)
		for (k = 0; k < TYPES; k++) {
			v = mean[r][k] * SPAN_UNIT;
			v = v > 127 ? 127 : v < -127 ? -127 : v;
			putc((signed char)(v < 0 ? v - 0.5f : v + 0.5f) & 255,
			    out);
		}
}
