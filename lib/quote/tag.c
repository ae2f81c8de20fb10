/*
 * tag: parts of speech from left to right by a linear model over hashed
 * features (after Collins 2002, Discriminative training methods).
 *
 * Bugs: letters outside ASCII are folded nowhere.
 */
#include <stdint.h>

#include "../ascii.h"
#include "tag.h"

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

void
tag_features(const struct tag_word *words, size_t count, size_t i,
    uint32_t rows[TAG_FEATURES])
{
	static const struct tag_word edge = {
		.lower = 7, .suffix3 = 3, .form = 16, .tag = TAGS
	};
	const struct tag_word *w = &words[i];
	const struct tag_word *p = i > 0 ? w - 1 : &edge;
	const struct tag_word *q = i > 1 ? w - 2 : &edge;
	const struct tag_word *n = i + 1 < count ? w + 1 : &edge;
	const struct tag_word *m = i + 2 < count ? w + 2 : &edge;
	uint32_t form = w->form + (i == 0 ? 16 : 0);
	uint32_t k = 0;

#define ADD(t, a, b) rows[k++] = mix((t), (a), (b))
	ADD(1, w->lower, 0);
	ADD(2, w->lower, p->tag);
	ADD(3, w->suffix3, form);
	ADD(4, w->suffix2, p->tag);
	ADD(5, form, p->tag);
	ADD(6, p->tag, q->tag);
	ADD(7, p->lower, 0);
	ADD(8, n->lower, 0);
	ADD(9, n->suffix3, n->form);
	ADD(12, m->lower, 0);
	ADD(15, q->lower, 0);
	ADD(16, form, n->form * 32 + p->form);
#undef ADD
}

void
tag_words(struct tag_word *words, size_t count, const int8_t *weights)
{
	uint32_t rows[TAG_FEATURES];
	size_t i, k, t, best;

	tag_read(words, count);
	for (i = 0; i < count; i++) {
		int16_t score[TAGS] = { 0 };

		tag_features(words, count, i, rows);
		for (k = 0; k < TAG_FEATURES; k++)
			for (t = 0; t < TAGS; t++)
				score[t] = (int16_t)(score[t] +
				    weights[rows[k] * TAGS + t]);
		best = 0;
		for (t = 1; t < TAGS; t++)
			if (score[t] > score[best])
				best = t;
		words[i].tag = (unsigned char)best;
	}
}
