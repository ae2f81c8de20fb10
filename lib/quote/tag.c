/*
 * tag: parts of speech from left to right by a linear model over hashed
 * features (after Collins 2002, Discriminative training methods).
 *
 * Bugs: letters outside ASCII are folded nowhere.
 */
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "../ascii.h"
#include "../vectors.h"
#include "tag.h"

enum {
	WORD_FEATURES = 8,
	CHAIN_FEATURES = TAG_FEATURES - WORD_FEATURES,
	STRETCH = 32		/* words */
};

/* The row of a feature, which hangs on two things. */
static inline uint32_t
mix(uint32_t template, uint32_t a, uint32_t b)
{
	uint32_t h = (template * 0x9e3779b1u ^ a) * 0x85ebca6bu;

	h = (h ^ h >> 15 ^ b) * 0xc2b2ae35u;
	return (h ^ h >> 16) & (TAG_ROWS - 1);
}

static void
read_word(struct tag_word *w)
{
	struct slice s = w->text;
	uint32_t upper = 0, digit = 0, hyphen = 0;
	size_t i, n = s.length;

	for (i = 0; i < n; i++) {
		char c = s.at[i];

		upper += is_upper(c);
		digit += is_digit(c);
		hyphen += c == '-';
	}
	w->form = is_upper(s.at[0]) + (upper > 1 ? 2u : 0) +
	    (digit > 0 ? 4u : 0) + (hyphen > 0 ? 8u : 0);
	w->lower = ascii_hash(s.at, n);
	w->suffix2 = n > 2 ? ascii_hash(s.at + n - 2, 2) : 1;
	w->suffix3 = n > 3 ? ascii_hash(s.at + n - 3, 3) : 1;
}

void
tag_read(struct tag_word *words, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		read_word(&words[i]);
}

static const struct tag_word edge = {
	.lower = 7, .suffix3 = 3, .form = 16, .tag = TAGS
};

/* Rows that hang on the words alone. */
static inline void
word_features(const struct tag_word *words, size_t count, size_t i,
    uint32_t rows[WORD_FEATURES])
{
	static const uint32_t templates[WORD_FEATURES] = {
		1, 3, 7, 8, 9, 12, 15, 16
	};
	const struct tag_word *w = &words[i];
	const struct tag_word *p = i > 0 ? w - 1 : &edge;
	const struct tag_word *q = i > 1 ? w - 2 : &edge;
	const struct tag_word *n = i + 1 < count ? w + 1 : &edge;
	const struct tag_word *m = i + 2 < count ? w + 2 : &edge;
	uint32_t form = w->form + (i == 0 ? 16 : 0);
	const uint32_t a[WORD_FEATURES] = { w->lower, w->suffix3, p->lower,
	    n->lower, n->suffix3, m->lower, q->lower, form };
	const uint32_t b[WORD_FEATURES] = { 0, form, 0, 0, n->form, 0, 0,
	    n->form * 32 + p->form };
	size_t k;

	for (k = 0; k < WORD_FEATURES; k++)
		rows[k] = mix(templates[k], a[k], b[k]);
}

/* Rows that hang on the tags before, too. */
static inline void
chain_features(const struct tag_word *words, size_t i,
    uint32_t rows[CHAIN_FEATURES])
{
	static const uint32_t templates[CHAIN_FEATURES] = { 2, 4, 5, 6 };
	const struct tag_word *w = &words[i];
	uint32_t before = i > 0 ? w[-1].tag : edge.tag;
	uint32_t earlier = i > 1 ? w[-2].tag : edge.tag;
	uint32_t form = w->form + (i == 0 ? 16 : 0);
	const uint32_t a[CHAIN_FEATURES] = { w->lower, w->suffix2, form,
	    before };
	const uint32_t b[CHAIN_FEATURES] = { before, before, before,
	    earlier };
	size_t k;

	for (k = 0; k < CHAIN_FEATURES; k++)
		rows[k] = mix(templates[k], a[k], b[k]);
}

void
tag_features(const struct tag_word *words, size_t count, size_t i,
    uint32_t rows[TAG_FEATURES])
{
	word_features(words, count, i, rows);
	chain_features(words, i, rows + WORD_FEATURES);
}

/* The loops have fixed lengths, so that a compiler makes vectors of them. */
static inline void
add_rows(int16_t score[restrict TAGS], const int8_t *weights,
    const uint32_t *rows, size_t count)
{
	size_t k, t;

	for (k = 0; k < count; k++) {
		const int8_t *row = weights + (size_t)rows[k] * TAGS;

		for (t = 0; t < TAGS; t++)
			score[t] = (int16_t)(score[t] + row[t]);
	}
}

_Static_assert(TAGS == 16, "best_of takes TAGS for bits, and halves them");

/* The first of the best: the number of a tag stands behind its score. */
#ifdef __SSE2__
static inline unsigned
best_of(const int16_t score[TAGS])
{
	__m128i low = _mm_loadu_si128((const void *)score);
	__m128i high = _mm_loadu_si128((const void *)(score + 8));
	__m128i best;

	/* 16 times 12 times 127 fits */
	low = _mm_add_epi16(_mm_slli_epi16(low, 4),
	    _mm_setr_epi16(15, 14, 13, 12, 11, 10, 9, 8));
	high = _mm_add_epi16(_mm_slli_epi16(high, 4),
	    _mm_setr_epi16(7, 6, 5, 4, 3, 2, 1, 0));
	best = _mm_max_epi16(low, high);
	best = _mm_max_epi16(best, _mm_srli_si128(best, 8));
	best = _mm_max_epi16(best, _mm_srli_si128(best, 4));
	best = _mm_max_epi16(best, _mm_srli_si128(best, 2));
	return TAGS - 1 - ((unsigned)_mm_cvtsi128_si32(best) & (TAGS - 1));
}
#else
static inline unsigned
best_of(const int16_t score[TAGS])
{
	int16_t best = INT16_MIN;
	int t;

	/* 16 times 12 times 127 fits */
	for (t = 0; t < TAGS; t++) {
		int16_t key = (int16_t)(score[t] * TAGS + TAGS - 1 - t);

		best = key > best ? key : best;
	}
	return TAGS - 1 - ((unsigned)best & (TAGS - 1));
}
#endif

/* A stretch of words: what hangs on the words alone. */
struct stretch {
	int16_t scores[STRETCH][TAGS];
	uint32_t rows[STRETCH][WORD_FEATURES];
	size_t first, count;
};

/* Most weights lie outside the nearest cache.  Those of words are asked for a
 * stretch of words at once, so that one need not wait for the other, and those
 * that hang on tags by what the words alone make of the tags. */
VECTORS static void
read_stretch(struct stretch *s, struct tag_word *words, size_t count,
    const int8_t *weights)
{
	uint32_t chain[CHAIN_FEATURES];
	size_t i, k;

	for (i = 0; i < s->count; i++) {
		word_features(words, count, s->first + i, s->rows[i]);
		for (k = 0; k < WORD_FEATURES; k++)
			PREFETCH(weights + (size_t)s->rows[i][k] * TAGS);
	}
	memset(s->scores, 0, s->count * sizeof s->scores[0]);
	for (i = 0; i < s->count; i++) {
		add_rows(s->scores[i], weights, s->rows[i], WORD_FEATURES);
		words[s->first + i].tag = (unsigned char)best_of(s->scores[i]);
		chain_features(words, s->first + i, chain);
		for (k = 0; k < CHAIN_FEATURES; k++)
			PREFETCH(weights + (size_t)chain[k] * TAGS);
	}
	for (i = 0; i < s->count; i++) {
		chain_features(words, s->first + i, chain);
		add_rows(s->scores[i], weights, chain, CHAIN_FEATURES);
		words[s->first + i].tag = (unsigned char)best_of(s->scores[i]);
	}
}

void
tag_words(struct tag_word *words, size_t count, const int8_t *weights)
{
	struct stretch s;

	for (s.first = 0; s.first < count; s.first += s.count) {
		s.count = count - s.first < STRETCH ? count - s.first :
		    STRETCH;
		read_stretch(&s, words, count, weights);
	}
}
