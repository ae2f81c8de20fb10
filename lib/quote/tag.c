/*
 * tag: parts of speech from left to right by a linear model over hashed
 * features (after Collins 2002, Discriminative training methods).
 *
 * Bugs: letters outside ASCII are folded nowhere.
 */
#include <stdint.h>

#include "../ascii.h"
#include "../vectors.h"
#include "tag.h"

enum {
	WORD_FEATURES = 8,
	CHAIN_FEATURES = TAG_FEATURES - WORD_FEATURES,
	STRETCH = 32		/* words */
};

static uint32_t
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
		unsigned c = (unsigned char)s.at[i];

		upper += c >= 'A' && c <= 'Z';
		digit += c >= '0' && c <= '9';
		hyphen += c == '-';
	}
	w->form = (s.at[0] >= 'A' && s.at[0] <= 'Z') +
	    (upper > 1 ? 2u : 0) + (digit > 0 ? 4u : 0) +
	    (hyphen > 0 ? 8u : 0);
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
static void
word_features(const struct tag_word *words, size_t count, size_t i,
    uint32_t rows[WORD_FEATURES])
{
	const struct tag_word *w = &words[i];
	const struct tag_word *p = i > 0 ? w - 1 : &edge;
	const struct tag_word *q = i > 1 ? w - 2 : &edge;
	const struct tag_word *n = i + 1 < count ? w + 1 : &edge;
	const struct tag_word *m = i + 2 < count ? w + 2 : &edge;
	uint32_t form = w->form + (i == 0 ? 16 : 0);

	rows[0] = mix(1, w->lower, 0);
	rows[1] = mix(3, w->suffix3, form);
	rows[2] = mix(7, p->lower, 0);
	rows[3] = mix(8, n->lower, 0);
	rows[4] = mix(9, n->suffix3, n->form);
	rows[5] = mix(12, m->lower, 0);
	rows[6] = mix(15, q->lower, 0);
	rows[7] = mix(16, form, n->form * 32 + p->form);
}

/* Rows that hang on the tags before, too. */
static void
chain_features(const struct tag_word *words, size_t i,
    uint32_t rows[CHAIN_FEATURES])
{
	const struct tag_word *w = &words[i];
	uint32_t before = i > 0 ? w[-1].tag : edge.tag;
	uint32_t earlier = i > 1 ? w[-2].tag : edge.tag;
	uint32_t form = w->form + (i == 0 ? 16 : 0);

	rows[0] = mix(2, w->lower, before);
	rows[1] = mix(4, w->suffix2, before);
	rows[2] = mix(5, form, before);
	rows[3] = mix(6, before, earlier);
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

_Static_assert((TAGS & (TAGS - 1)) == 0, "best_of takes TAGS for bits");

/* The first of the best: the number of a tag stands behind its score. */
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
