/*
 * feature: what the model of sentence ends knows of a gap, and its score.
 *
 * The score is that of a logistic model over hashed features (Weinberger et
 * al. 2009) of three chunks on each side: words, shapes, stops, the kind of
 * abbreviation (as Gillick 2009), and what the rules say.  Most gaps are easy,
 * within a sentence or behind one: of seven in ten the look of both chunks, a
 * few bits, tells that, as counted in the training texts; of most others
 * sixteen features of the two chunks on either side, by a model of their own.
 * The weights of both models and the odds by look are
 * lib/lexicon/sentence.bin, one signed byte a slot, made by
 * scripts/train-sentences.
 *
 * Bugs: features fold only ASCII letters.
 */
#include "../ascii.h"
#include "../utf8.h"
#include "../vectors.h"
#include "gap.h"

extern const unsigned char blob_sentence[];
extern const size_t blob_sentence_size;

enum {
	BYTE_UPPER = 1,
	BYTE_LOWER = 2,		/* or beyond ASCII */
	BYTE_DIGIT = 4,
	BYTE_PERIOD = 8,
	BYTE_SIGN = 16,		/* any other */
	BYTE_AT = 32
};

/* What the bytes of ASCII are, from '0' on: that of 16 is @, that of 32 P. */
static const char byte_kinds[] =
    "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@"
    "@@@@@@@@@@@@@@8@4444444444@@@@@@"
    "P11111111111111111111111111@@@@@"
    "@22222222222222222222222222@@@@@";

/* What bytes are in a word, and what more than once. */
struct kinds {
	unsigned once, twice;
};

static struct kinds
kinds_of(const char *at, size_t length)
{
	struct kinds kinds = { 0, 0 };
	size_t i;

	for (i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];
		unsigned kind = c < 0x80 ? (unsigned)byte_kinds[c] - '0' :
		    BYTE_LOWER;

		kinds.twice |= kinds.once & kind;
		kinds.once |= kind;
	}
	return kinds;
}

enum shape {
	SHAPE_EMPTY, SHAPE_LOWER, SHAPE_CAPITALISED, SHAPE_CAPITALS,
	SHAPE_CAPITAL, SHAPE_DIGITS, SHAPE_MIXED, SHAPE_CAMEL, SHAPE_SIGNS,
	SHAPE_LETTER, SHAPE_PERIODS, SHAPE_ADDRESS, SHAPE_CODE
};

static uint32_t
shape_of(struct slice text, size_t start, size_t end)
{
	size_t length = end - start;
	struct kinds kinds;
	enum gap_begin begin;
	bool upper, lower;

	if (length == 0)
		return SHAPE_EMPTY;
	kinds = kinds_of(text.at + start, length < 64 ? length : 64);
	if ((kinds.once & BYTE_AT) != 0 || gap_is_address(text, start, end) ||
	    (length > 64 && memchr(text.at + start, '@', length) != NULL))
		return SHAPE_ADDRESS;
	upper = (kinds.once & BYTE_UPPER) != 0;
	lower = (kinds.once & BYTE_LOWER) != 0;
	if ((kinds.once & BYTE_DIGIT) != 0)
		return upper || lower ? SHAPE_MIXED :
		    kinds.once == BYTE_DIGIT ? SHAPE_DIGITS : SHAPE_CODE;
	if (!upper && !lower)
		return SHAPE_SIGNS;
	if ((kinds.once & BYTE_PERIOD) != 0)
		return SHAPE_PERIODS;
	begin = gap_begin_of(text, start, end);
	if (begin == GAP_OTHER)
		return SHAPE_SIGNS;
	if (!upper && begin == GAP_LOWER)
		return length == 1 ? SHAPE_LETTER : SHAPE_LOWER;
	if (begin == GAP_UPPER && (kinds.twice & BYTE_UPPER) == 0)
		return lower ? SHAPE_CAPITALISED : SHAPE_CAPITAL;
	return lower ? SHAPE_CAMEL : SHAPE_CAPITALS;
}

#define WORD_MOST 24		/* bytes of a word that count in its hash */

/* FNV-1a over whole numbers. */
static uint32_t
mix(uint32_t hash, uint32_t value)
{
	hash = (hash ^ value) * UINT32_C(16777619);
	return hash ^ hash >> 13;
}

static uint32_t
hash_bytes(struct slice text, size_t start, size_t end, size_t most)
{
	uint32_t hash = UINT32_C(2166136261);
	size_t i;

	for (i = start; i < end && i - start < most; i++) {
		unsigned char c = (unsigned char)text.at[i];

		c = is_upper(c) ? c | 0x20 : is_digit(c) ? '0' : c;
		hash = mix(hash, c);
	}
	return hash;
}

/* The hash of at most WORD_MOST letters of ASCII. */
static uint32_t
hash_letters(struct slice text, size_t start, size_t end)
{
	uint32_t hash = UINT32_C(2166136261);
	const char *at = text.at + start;
	const char *last = text.at + (end - start > WORD_MOST ?
	    start + WORD_MOST : end);

	for (; at < last; at++)
		hash = mix(hash, (unsigned char)(*at | 0x20));
	return hash;
}

/* The hash of what is not there, or of one byte. */
static uint32_t
hash_sign(unsigned char sign)
{
	const uint32_t empty = UINT32_C(2166136261);

	return sign == 0 ? empty : mix(empty, sign);
}

/* Letters of ASCII small, digits 0. */
static inline uint64_t
folded(uint64_t eight)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t low = eight & ones * 0x7f, ascii = ~eight & ones * 0x80;
	uint64_t capitals = utf8_capitals(eight) & ascii;
	uint64_t digits = (low + ones * (0x80 - '0')) &
	    ~(low + ones * (0x80 - '9' - 1)) & ascii;

	return (eight | capitals >> 2) & ~((digits >> 7) * 0x0f);
}

/* The next n bytes from i on, at most eight, as a number. */
static inline uint64_t
eight_at(struct slice text, size_t i, size_t n)
{
	uint64_t eight;

	if (i + 8 > text.length)
		return utf8_little(text.at + i, n);
	eight = utf8_little(text.at + i, 8);
	return n < 8 ? eight & ((UINT64_C(1) << 8 * n) - 1) : eight;
}

/* Another hash of a word, for the first model: eight bytes at a time. */
static inline uint32_t
hash_word(struct slice text, size_t start, size_t end)
{
	uint64_t hash = 1;
	size_t i = start;

	if (end - start > WORD_MOST)
		end = start + WORD_MOST;
	do {
		size_t n = end - i < 8 ? end - i : 8;

		hash = (hash ^ folded(eight_at(text, i, n))) *
		    UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 32;
		i += n;
	} while (i < end);
	return (uint32_t)hash;
}

/* What the model knows of a chunk that read_word took, but for the hash of its
 * word. */
static void
describe_word(struct slice text, struct chunk *chunk)
{
	unsigned char sign = chunk->letters < chunk->end ?
	    (unsigned char)text.at[chunk->letters] : 0;
	bool one = chunk->letters == chunk->start + 1;

	if (chunk->begin == GAP_UPPER)
		chunk->shape = one ? SHAPE_CAPITAL : SHAPE_CAPITALISED;
	else
		chunk->shape = one ? SHAPE_LETTER : SHAPE_LOWER;
	chunk->tail = mix(hash_sign(sign), hash_sign(0));
	chunk->open = hash_sign(0);
}

/* Whether the byte, behind a word, belongs to its tail. */
static bool
is_joint(char c)
{
	return c == ',' || c == ';' || c == ':' || c == '-' || c == '*';
}

/* What it knows of any other. */
static void
describe_other(struct slice text, struct chunk *chunk)
{
	size_t end = chunk->stop;

	while (end > chunk->core && is_joint(text.at[end - 1]))
		end--;
	chunk->letters = end;
	chunk->shape = shape_of(text, chunk->core, end);
	chunk->tail = mix(hash_bytes(text, end, chunk->close, 4),
	    hash_bytes(text, chunk->close, chunk->end, 3));
	chunk->open = hash_bytes(text, chunk->start, chunk->core, 3);
}

static inline void
describe(struct slice text, struct chunk *chunk)
{
	if (chunk->described)
		return;
	if (chunk->word_only)
		describe_word(text, chunk);
	else
		describe_other(text, chunk);
	chunk->described = true;
}

static inline void
find_key(struct slice text, struct chunk *chunk)
{
	if (chunk->keyed)
		return;
	chunk->key = hash_word(text, chunk->core, chunk->letters);
	chunk->keyed = true;
}

/* All there is to be known of the chunks in sight. */
static void
describe_all(struct gap *gap)
{
	struct slice text = gap->text;
	struct chunk *chunk = gap->left - GAP_SIDE + 1;
	struct chunk *end = chunk + 2 * GAP_SIDE;

	for (; chunk < end; chunk++) {
		if (chunk->hashed)
			continue;
		describe(text, chunk);
		chunk->word = chunk->word_only ?
		    hash_letters(text, chunk->core, chunk->letters) :
		    hash_bytes(text, chunk->core, chunk->letters, WORD_MOST);
		chunk->hashed = true;
	}
}

/* The hash of the last three bytes of a chunk's word. */
static uint32_t
hash_suffix(struct slice text, const struct chunk *chunk)
{
	size_t start = chunk->letters - chunk->core > 3 ?
	    chunk->letters - 3 : chunk->core;

	return hash_bytes(text, start, chunk->letters, 3);
}

static uint32_t
bucket(size_t n)
{
	return n < 5 ? (uint32_t)n : n < 8 ? 5 : n < 12 ? 6 : n < 20 ? 7 : 8;
}

/* What the features of a gap are made of, an array for each place. */
struct parts {
	uint32_t part[4][GAP_FEATURES];
	size_t count;
};

/* Sets what the feature of the next template is made of. */
static inline void
put(struct parts *parts, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	size_t i = parts->count++;

	parts->part[0][i] = a;
	parts->part[1][i] = b;
	parts->part[2][i] = c;
	parts->part[3][i] = d;
}

static inline void
put_three(struct parts *parts, uint32_t a, uint32_t b, uint32_t c)
{
	put(parts, a, b, c, 0);
}

static inline void
put_two(struct parts *parts, uint32_t a, uint32_t b)
{
	put(parts, a, b, 0, 0);
}

/* The slots of features [0, count). */
static inline void
hash_parts(const struct parts *parts, uint32_t count, uint32_t slots,
    uint32_t *restrict at)
{
	uint32_t i;

	for (i = 0; i < count; i++) {
		uint32_t hash = mix(UINT32_C(2166136261), i + 1);

		hash = mix(mix(mix(mix(hash, parts->part[0][i]),
		    parts->part[1][i]), parts->part[2][i]),
		    parts->part[3][i]);
		hash = hash * UINT32_C(0x9e3779b1);
		at[i] = (hash ^ hash >> 15) & (slots - 1);
	}
}

/* Whole vectors of them together, since most processors do several at a
 * time. */
VECTORS static void
hash_first(const struct parts *parts, uint32_t *restrict at)
{
	hash_parts(parts, GAP_FIRST, GAP_FIRST_SLOTS, at);
}

VECTORS static void
hash_all(const struct parts *parts, uint32_t *restrict at)
{
	hash_parts(parts, GAP_FEATURES, GAP_SLOTS, at);
}

static uint32_t
begins_small(struct slice text)
{
	return text.length > 0 && is_lower((unsigned char)text.at[0]);
}

void
gap_first(struct gap *gap, int verdict, uint32_t at[GAP_FIRST])
{
	struct parts parts, *s = &parts;
	struct chunk *l = gap->left, *r = l + 1, *l2 = l - 1, *r2 = r + 1;
	uint32_t kind = (uint32_t)l->kind, begin = (uint32_t)r->begin;
	uint32_t rules = (uint32_t)verdict + 2 * l->terminated, t;

	s->count = 0;
	describe(gap->text, l2);
	describe(gap->text, l);
	describe(gap->text, r);
	describe(gap->text, r2);
	find_key(gap->text, l2);
	find_key(gap->text, l);
	find_key(gap->text, r);
	t = mix(l->tail, r->spaced ? 1 : 2);
	put(s, t, r->key, r->shape, r->open);
	put(s, kind, l->key, r->starter, begin);
	put(s, gap->edited, t, l->shape, r->shape);
	put(s, r->starter, l->key, t, begin);
	put(s, r->starter, mix(t, rules), l->shape, begin);
	put_three(s, r->key, r->tail, t);
	put(s, t, bucket(gap->since), r->shape, rules);
	put(s, t, begins_small(gap->text), r->shape, gap->edited);
	put_three(s, l->key, r->key, l->terminated);
	put_three(s, l2->key, t, r->shape);
	put(s, t, r2->tail, r->shape, r2->shape);
	put(s, rules, begin, gap->edited, gap->closed);
	put(s, kind, r->shape, r->starter, r->open);
	put(s, t, l2->shape, l->shape, r->shape);
	put(s, rules, r->tail, r->shape, l->shape);
	put(s, t, bucket(gap->text.length / 40), r->shape, l->shape);
	hash_first(s, at);
}

void
gap_features(struct gap *gap, int verdict, uint32_t at[GAP_FEATURES])
{
	struct parts parts, *s = &parts;
	const struct chunk *l = gap_left(gap), *r = gap_right(gap);
	const struct chunk *l2 = l - 1, *l3 = l - 2, *r2 = r + 1, *r3 = r + 2;
	uint32_t kind = (uint32_t)l->kind, begin = (uint32_t)r->begin;
	uint32_t t;
	uint32_t rules = (uint32_t)verdict;
	uint32_t start = begins_small(gap->text);
	uint32_t length = bucket(l->stop - l->core);
	uint32_t whole = bucket(gap->text.length / 40);

	s->count = 0;
	describe_all(gap);
	t = mix(l->tail, r->spaced ? 1 : 2);
	put_two(s, rules, l->terminated);
	put_two(s, t, 0);
	put_three(s, t, r->shape, r->open);
	put(s, t, r->shape, l->shape, length);
	put_two(s, t, l->word);
	put_two(s, t, r->word);
	put(s, t, r->word, r->shape, r->open);
	put_three(s, l->word, r->word, l->terminated);
	put_three(s, l->word, r->shape, t);
	put(s, r->word, l->shape, t, r->shape);
	put(s, kind, r->shape, r->starter, r->open);
	put_three(s, kind, r->word, t);
	put(s, kind, l->word, r->starter, begin);
	put(s, kind, bucket(gap->since), r->starter, begin);
	put_three(s, l2->word, l->word, t);
	put_three(s, r->word, r2->word, t);
	put_three(s, r2->word, t, r->shape);
	put_three(s, l2->word, t, r->shape);
	put(s, t, r->shape, r2->shape, r->tail);
	put(s, t, r->shape, r2->shape, r3->shape);
	put(s, t, l->shape, r->shape, l2->shape);
	put(s, t, l->shape, r->shape, l3->shape);
	put(s, t, l2->tail, r->shape, l3->tail);
	put(s, t, r->tail, r2->tail, r->shape);
	put_three(s, t, bucket(gap->since), r->shape);
	put(s, t, bucket(gap->index), r->shape, l->shape);
	put_three(s, t, start, r->shape);
	put(s, t, whole, r->shape, l->shape);
	put_three(s, r->word, r->tail, t);
	put(s, r->open, t, r->shape, bucket(gap->since));
	put_three(s, r3->word, t, r->shape);
	put_three(s, l3->word, t, r->shape);
	put(s, l->word, 0, 0, l->terminated);
	put(s, r->word, 0, 0, r->shape);
	put(s, l->open, t, r->open, r->shape);
	put(s, t, (uint32_t)r2->exists, (uint32_t)r3->exists, r->shape);
	put(s, start, begin, l->terminated, bucket(gap->since));
	put(s, t, rules, r2->terminated, r->terminated);
	put(s, t, r->shape, gap->closed, gap->edited);
	put(s, rules, begin, gap->edited, l->terminated);
	put(s, r->starter, t, l->shape, begin);
	put(s, r->starter, l->word, t, begin);
	put_three(s, hash_suffix(gap->text, l), t, r->shape);
	put(s, gap->edited, t, l->shape, r->shape);
	put(s, mix(mix(l3->shape, l2->shape), l->shape), r->shape, r2->shape,
	    mix(l->terminated, r3->shape));
	/* up to a whole vector */
	while (s->count < GAP_FEATURES)
		put_two(s, 0, 0);
	hash_all(s, at);
}

size_t
gap_look(const struct gap *gap, int verdict)
{
	const struct chunk *l = gap->left, *r = l + 1;
	size_t look = l->look, left = (look & 3) | look >> 4 << 2;

	/* a stop that is no plain end is looked at closely */
	if (l->terminated && (verdict == 0 ||
	    l->kind != ABBREVIATION_NONE || l->close > l->stop + 1))
		return GAP_LOOKS;
	return (gap->edited + 2u * gap->closed) << 13 | left << 5 |
	    (r->look & 31u);
}

bool
gap_model(void)
{
	return blob_sentence_size == GAP_SLOTS + GAP_FIRST_SLOTS + GAP_LOOKS;
}

static int
weight(uint32_t slot)
{
	return (signed char)blob_sentence[slot];
}

int
gap_look_score(const struct gap *gap, int verdict)
{
	size_t look = gap_look(gap, verdict);

	return look == GAP_LOOKS || !gap_model() ? 0 :
	    weight((uint32_t)(GAP_SLOTS + GAP_FIRST_SLOTS + look));
}

/* Logarithms of the odds from which on the first model is believed: that
 * nothing ends behind no terminator, or something where the rules say so. */
#define SURELY_INSIDE 5
#define SURELY_END 4

/* The sum of the first model's weights. */
static int
first_score(struct gap *gap, int verdict)
{
	uint32_t slots[GAP_FIRST];
	int score = 0;
	size_t i;

	gap_first(gap, verdict, slots);
	for (i = 0; i < GAP_FIRST; i++)
		score += weight((uint32_t)GAP_SLOTS + slots[i]);
	return score;
}

int
gap_score(struct gap *gap, int verdict)
{
	uint32_t slots[GAP_FEATURES];
	int score = gap_look_score(gap, verdict);
	size_t i;

	if (score < 0)
		return GAP_NEVER;
	if (score > 0)
		return GAP_SURELY;
	score = first_score(gap, verdict);
	if (!gap_left(gap)->terminated && score < -SURELY_INSIDE * GAP_UNIT)
		return GAP_NEVER;
	if (verdict != 0 && score > SURELY_END * GAP_UNIT)
		return GAP_SURELY;
	gap_features(gap, verdict, slots);
	for (score = 0, i = 0; i < GAP_TEMPLATES; i += 5)
		score += weight(slots[i]) + weight(slots[i + 1]) +
		    weight(slots[i + 2]) + weight(slots[i + 3]) +
		    weight(slots[i + 4]);
	return score;
}
