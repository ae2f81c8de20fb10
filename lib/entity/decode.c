/*
 * decode: Viterbi over BIOES labels, weights int8_t in place in the executable,
 * one row of a quarter of a cache line a feature.
 *
 * Of the 97 steps that are allowed between two words 81 lead from a label that
 * is no name's or ends one to another that is none or begins one.  Where O
 * is so much better than such a label that no transition makes up for it, the
 * steps behind it need not be looked at: mostly O's nine are left.
 */
#include "../vectors.h"
#include "decode.h"

enum {
	L = TAGGER_LABELS,
	TYPES = (L - 1) / 4,
	OPENING = 1 + 2 * TYPES
};

/* In the order of labels; O, B and S, which follow O, E and S. */
static const signed char opening[OPENING] = { 0, 1, 4, 5, 8, 9, 12, 13, 16 };
static const signed char closing[OPENING] = { 0, 3, 4, 7, 8, 11, 12, 15, 16 };

/* Rows of the weights of a word. */
struct ahead {
	uint32_t rows[TAGGER_FEATURES];
	size_t count;
};

/* The rows of a word, asked of memory while another word is worked on: half
 * of the time of tagging is waiting for them. */
static void
look_ahead(const struct decoder *d, const struct tagger_word *words,
    size_t count, size_t i, struct ahead *ahead)
{
	size_t k, n;

	if (i >= count)
		return;
	n = ahead->count = tagger_features(words, count, i, ahead->rows);
	UNROLLED
	for (k = 0; k < n; k++)
		PREFETCH(d->weights + (size_t)ahead->rows[k] *
		    TAGGER_STRIDE);
}

VECTORS static void
sum_rows(const signed char *weights, const uint32_t *rows, size_t count,
    int16_t *restrict score)
{
	/* whole rows, so that a compiler makes vectors of them */
	int16_t sum[TAGGER_STRIDE] = { 0 };	/* 136 times 127 fits */
	size_t k, b;

	UNROLLED
	for (k = 0; k < count; k++) {
		const signed char *row = weights + (size_t)rows[k] *
		    TAGGER_STRIDE;

		for (b = 0; b < TAGGER_STRIDE; b++)
			sum[b] = (int16_t)(sum[b] + row[b]);
	}
	for (b = 0; b < TAGGER_STRIDE; b++)
		score[b] = sum[b];
}

/* The best way to each label that may follow one that is closed. */
static void
open_names(const struct decoder *d, const int before[L], int here[L],
    signed char back[L])
{
	int a, b, i, k;

	for (i = 0; i < OPENING; i++) {
		b = opening[i];
		here[b] = before[0] + d->transitions[0][b];
		back[b] = 0;
	}
	for (k = 1; k < OPENING; k++) {
		a = closing[k];
		if (before[a] + d->lead[a] <= before[0])
			continue;
		for (i = 0; i < OPENING; i++) {
			b = opening[i];
			if (before[a] + d->transitions[a][b] > here[b]) {
				here[b] = before[a] + d->transitions[a][b];
				back[b] = (signed char)a;
			}
		}
	}
}

/* The best way to the labels inside of names. */
static void
go_on(const struct decoder *d, const int before[L], int here[L],
    signed char back[L])
{
	int b, first, from_first, from_inner;

	for (first = 1; first < L; first += 4)
		for (b = first + 1; b < first + 3; b++) {
			from_first = before[first] + d->transitions[first][b];
			from_inner = before[first + 1] +
			    d->transitions[first + 1][b];
			here[b] = from_first < from_inner ? from_inner :
			    from_first;
			back[b] = (signed char)(first +
			    (from_first < from_inner));
		}
}

static void
begin(const struct decoder *d, int here[L])
{
	int b;

	for (b = 0; b < L; b++)
		here[b] = tagger_allowed(-1, b) ? d->transitions[L][b] :
		    -(1 << 30);
}

static void
trace_back(const struct decoder *d, const int last[L], size_t count,
    signed char *labels)
{
	int best = 0, k;
	size_t i;

	for (k = 1; k < OPENING; k++)
		if (last[closing[k]] > last[best])
			best = closing[k];
	for (i = count; i-- > 0; best = d->back[i][best])
		labels[i] = (signed char)best;
}

void
decode(struct decoder *d, const struct tagger_word *words, size_t count,
    size_t behind, signed char *labels)
{
	int16_t (*scores)[TAGGER_STRIDE] = d->scores + behind;
	struct ahead ahead[2];
	int paths[2][L], *before = paths[0], *here = paths[1], *other, b;
	size_t i;

	look_ahead(d, words, count, 0, &ahead[0]);
	for (i = 0; i < count; i++) {
		look_ahead(d, words, count, i + 1, &ahead[(i + 1) % 2]);
		sum_rows(d->weights, ahead[i % 2].rows, ahead[i % 2].count,
		    scores[i]);
		if (i == 0) {
			begin(d, here);
		} else {
			open_names(d, before, here, d->back[i]);
			go_on(d, before, here, d->back[i]);
		}
		for (b = 1; b < L; b++)
			here[b] += scores[i][b - 1];
		/* Relative, so that no sentence is too long for an int. */
		if (i % 1024 == 0)
			for (b = L; b-- > 0;)
				here[b] -= here[0];
		other = before;
		before = here;
		here = other;
	}
	if (count > 0)
		trace_back(d, before, count, labels);
}

int
decoder_span(const struct decoder *d, size_t first, size_t last, int type)
{
	int before = first == 0 ? L : 0, label, sum = 0;
	size_t i;

	for (i = first; i < last; i++, before = label) {
		label = type == DECODER_NONE ? 0 : 1 + 4 * type +
		    (last - first == 1 ? 3 : i == first ? 0 :
		    i + 1 == last ? 2 : 1);
		sum += d->transitions[before][label] +
		    decoder_score(d, i, label);
	}
	return sum + d->transitions[before][0];
}

void
decoder_init(struct decoder *d, const signed char *weights)
{
	/* They stand behind the rows. */
	const signed char *at = weights + (size_t)TAGGER_ROWS *
	    TAGGER_STRIDE;
	int a, b, i, k;

	d->weights = weights;
	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			d->transitions[a][b] = *at++;
	for (k = 0; k < OPENING; k++) {
		a = closing[k];
		d->lead[a] = -256;
		for (i = 0; i < OPENING; i++) {
			b = d->transitions[a][opening[i]] -
			    d->transitions[0][opening[i]];
			d->lead[a] = b > d->lead[a] ? b : d->lead[a];
		}
	}
}

void
decoder_room(struct decoder *d, size_t longest, struct arena *arena)
{
	d->scores = arena_alloc(arena, longest, sizeof(*d->scores));
	d->back = arena_alloc(arena, longest, sizeof(*d->back));
}
