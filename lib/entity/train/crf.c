/*
 * crf: learns and labels (see crf.h).
 *
 * Forward and backward sums are scaled by position.  A tenth of the features
 * is left out at each visit, so that none is relied on alone, and of every
 * eighth word all that tell which word it is: it might be unknown.  Nothing but
 * IEEE arithmetic is used, for the same weights everywhere.
 */
#include <math.h>
#include <string.h>

#include "../../vectors.h"
#include "crf.h"

enum { L = TAGGER_LABELS, W = TAGGER_STRIDE };

static const float RATE = 0.02f, ENOUGH = 0.003f;
static const uint32_t LEFT_OUT = 1u << 31;	/* flag of a row */

static float squares[TAGGER_ROWS][W], transition_squares[L + 1][L];
static float scores[CRF_LONGEST][L], forward[CRF_LONGEST][L],
    backward[CRF_LONGEST][L];
static uint32_t used[CRF_LONGEST * TAGGER_FEATURES];
static int before[L][L], before_count[L];
static uint32_t state;

void
crf_start(struct model *model)
{
	int a, b;

	memset(model, 0, sizeof(*model));
	memset(squares, 0, sizeof(squares));
	memset(transition_squares, 0, sizeof(transition_squares));
	for (b = 0; b < L; b++)
		for (before_count[b] = a = 0; a < L; a++)
			if (tagger_allowed(a, b))
				before[b][before_count[b]++] = a;
	state = 12345;
}

float
crf_power(float x)
{
	double v = (double)x * 1.4426950408889634, whole, f, sum;

	if (v < -120)
		return 0;
	whole = floor(v);
	f = (v - whole) * 0.6931471805599453;
	sum = 1 + f * (1 + f / 2 * (1 + f / 3 * (1 + f / 4 * (1 + f / 5 *
	    (1 + f / 6 * (1 + f / 7))))));
	return (float)ldexp(sum, (int)whole);
}

static void
step(float *weight, float *square, float gradient)
{
	*square += gradient * gradient;
	*weight -= RATE * gradient / sqrtf(*square + 1e-6f);
}

static size_t
first_row(const struct example *e, size_t i)
{
	return i == 0 ? 0 : e->ends[i - 1];
}

static void
ask_ahead(const struct model *m, const struct example *e, size_t i)
{
	size_t k;

	for (k = first_row(e, i); i < e->count && k < e->ends[i]; k++) {
		PREFETCH(m->weights[e->rows[k]]);
		PREFETCH(squares[e->rows[k]]);
	}
}

/* Scores, powers of the excess over the best, with rows left out. */
static void
score(const struct model *m, const struct example *e)
{
	size_t i, k;
	int b;

	for (i = 0; i < e->count; i++) {
		float sum[W] = { 0 }, best = 0;
		size_t own = first_row(e, i) + TAGGER_OWN;
		bool unknown;

		ask_ahead(m, e, i + 1);
		state = state * 1664525u + 1013904223u;
		unknown = state >> 24 < 256 / 8 && e->ends[i] > own;
		for (k = first_row(e, i); k < e->ends[i]; k++) {
			state = state * 1664525u + 1013904223u;
			used[k] = e->rows[k];
			if (state >> 8 < (1u << 24) / 10 ||
			    (unknown && k < own)) {
				used[k] |= LEFT_OUT;
				continue;
			}
			for (b = 0; b < W; b++)
				sum[b] += m->weights[e->rows[k]][b];
		}
		for (b = 0; b < W; b++)
			best = sum[b] > best ? sum[b] : best;
		scores[i][0] = crf_power(-best);
		for (b = 1; b < L; b++)
			scores[i][b] = crf_power(sum[b - 1] - best);
	}
}

static void
scale(float *row)
{
	float sum = 0;
	int b;

	for (b = 0; b < L; b++)
		sum += row[b];
	for (b = 0; b < L; b++)
		row[b] /= sum > 0 ? sum : 1;
}

static void
sum_chains(float powers[L + 1][L], size_t n)
{
	size_t i;
	int b, j;

	for (i = 0; i < n; i++) {
		for (b = 0; b < L; b++) {
			float sum = i == 0 && tagger_allowed(-1, b) ?
			    powers[L][b] : 0;

			for (j = 0; i > 0 && j < before_count[b]; j++)
				sum += forward[i - 1][before[b][j]] *
				    powers[before[b][j]][b];
			forward[i][b] = sum * scores[i][b];
		}
		scale(forward[i]);
	}
	for (b = 0; b < L; b++)
		backward[n - 1][b] = tagger_allowed(b, -1) ? 1 : 0;
	for (i = n - 1; i-- > 0;) {
		memset(backward[i], 0, sizeof(backward[i]));
		for (b = 0; b < L; b++)
			for (j = 0; j < before_count[b]; j++)
				backward[i][before[b][j]] +=
				    backward[i + 1][b] * scores[i + 1][b] *
				    powers[before[b][j]][b];
		scale(backward[i]);
	}
}

/* Adds the expected transitions into word i, less the labelled one. */
static void
count_transitions(float powers[L + 1][L], const struct example *e, size_t i,
    const float *expected, float counts[L + 1][L])
{
	float pairs[L][L], sum = 0;
	int b, j;

	if (i == 0) {
		for (b = 0; b < L; b++)
			counts[L][b] += expected[b];
		counts[L][e->labels[0]] -= 1;
		return;
	}
	for (b = 0; b < L; b++)
		for (j = 0; j < before_count[b]; j++) {
			int a = before[b][j];

			pairs[a][b] = forward[i - 1][a] * powers[a][b] *
			    scores[i][b] * backward[i][b];
			sum += pairs[a][b];
		}
	for (b = 0; b < L; b++)
		for (j = 0; j < before_count[b]; j++)
			counts[before[b][j]][b] += sum > 0 ?
			    pairs[before[b][j]][b] / sum : 0;
	counts[e->labels[i - 1]][e->labels[i]] -= 1;
}

static void
move_rows(struct model *m, const struct example *e, size_t i,
    const float *gradient)
{
	float most = 0;
	size_t k;
	int b;

	for (b = 1; b < L; b++)
		most = fabsf(gradient[b]) > most ? fabsf(gradient[b]) : most;
	if (most < ENOUGH)
		return;
	for (k = first_row(e, i); k < e->ends[i]; k++) {
		uint32_t row = used[k];

		if (row & LEFT_OUT)
			continue;
		for (b = 0; b < W; b++)
			step(&m->weights[row][b], &squares[row][b],
			    gradient[b + 1] * e->weight);
	}
}

void
crf_learn(struct model *m, const struct example *e)
{
	float powers[L + 1][L], counts[L + 1][L] = { { 0 } };
	size_t i;
	int a, b;

	if (e->count > CRF_LONGEST || e->count == 0)
		return;
	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			powers[a][b] = crf_power(m->transitions[a][b]);
	score(m, e);
	sum_chains(powers, e->count);
	for (i = 0; i < e->count; i++) {
		float expected[L];

		for (b = 0; b < L; b++)
			expected[b] = forward[i][b] * backward[i][b];
		scale(expected);
		count_transitions(powers, e, i, expected, counts);
		expected[e->labels[i]] -= 1;
		move_rows(m, e, i, expected);
	}
	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			step(&m->transitions[a][b], &transition_squares[a][b],
			    counts[a][b] * e->weight);
}

void
crf_label(const struct model *m, const struct example *e, signed char *labels)
{
	static signed char back[CRF_LONGEST][L];
	size_t i, k, n = e->count;
	int b, j, best;

	for (i = 0; i < n; i++) {
		float sum[W] = { 0 };

		for (k = first_row(e, i); k < e->ends[i]; k++)
			for (b = 0; b < W; b++)
				sum[b] += m->weights[e->rows[k]][b];
		for (b = 0; b < L; b++) {
			float top = i == 0 && tagger_allowed(-1, b) ?
			    m->transitions[L][b] : -1e30f;

			best = 0;
			for (j = 0; i > 0 && j < before_count[b]; j++) {
				int a = before[b][j];
				float v = scores[i - 1][a] +
				    m->transitions[a][b];

				if (v > top) {
					top = v;
					best = a;
				}
			}
			scores[i][b] = top + (b == 0 ? 0 : sum[b - 1]);
			back[i][b] = (signed char)best;
		}
	}
	for (best = 0, b = 1; b < L; b++)
		if (tagger_allowed(b, -1) &&
		    scores[n - 1][b] > scores[n - 1][best])
			best = b;
	for (i = n; i-- > 0; best = back[i][best])
		labels[i] = (signed char)best;
}
