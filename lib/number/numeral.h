/*
 * numeral: what numeral.c, digits.c and part.c share.
 */
#ifndef NUMERAL_H
#define NUMERAL_H

#include "grammar.h"

/* What number-words.tsv says of a word of this class, else -1. */
int64_t numeral_class(struct slice word, unsigned class);
/* A ten and a unit (or ordinal) written together: thirtythree. */
int64_t joined_value(const struct grammar *g, size_t i, unsigned class);
/* Whether a word of number-words.tsv, or two joined, stands at i. */
bool number_word(const struct grammar *g, size_t i);
/* Behind the hyphen or dash that may join a ten and a unit; i without one. */
size_t compound_gap(const struct grammar *g, size_t i);
/* A whole number modulo 100. */
int64_t last_two(struct decimal d);
bool minus_at(const struct grammar *g, size_t i);
/* Whether a plural in small letters may stand at i. */
bool plural_at(const struct grammar *g, size_t i);
/* dozen; dozens only behind a number */
bool dozen_at(const struct grammar *g, size_t i, bool first);
/* Magnitudes from i on, each with blank or hyphen before. */
size_t magnitudes_at(const struct grammar *g, size_t i, int64_t *power);
/* A fraction in words of ten to the power. */
size_t part_words_at(const struct grammar *g, size_t i, struct decimal *value,
    int power);
/* Adds top/bottom; rounded to 15 places when it has no end. */
void add_part(const struct grammar *g, struct decimal *value, int64_t top,
    int64_t bottom);
/* [and] a half | and three quarters, behind a numeral */
size_t and_part_at(const struct grammar *g, size_t i, int64_t *top,
    int64_t *bottom);
/* Digits and what goes with them; depth 0 from outside. */
size_t digits_at(const struct grammar *g, size_t i, int flags, int depth,
    struct numeral *n);
/* A cardinal in words; n->value. */
size_t words_at(const struct grammar *g, size_t i, struct numeral *n);
/* n/d of a vulgar fraction's sign. */
bool part_value(struct slice sign, int64_t *top, int64_t *bottom);
/* NUMBER / NUMBER, both small. */
size_t slash_at(const struct grammar *g, size_t i, int64_t *top,
    int64_t *bottom);

static inline struct decimal
of_int(const struct grammar *g, int64_t n)
{
	return decimal_of_int(n, g->arena);
}

static inline struct decimal
scaled(const struct grammar *g, struct decimal d, int64_t power)
{
	return decimal_shift(d, (int)power, g->arena);
}

#endif
