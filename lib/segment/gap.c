/*
 * gap: cuts a paragraph into chunks at white space, behind terminators of
 * scripts that write none (UAX #29 Sentence_Break=STerm), and behind stops
 * that lack their space ("end.Next"), and scores the gaps.
 *
 * The score is that of a logistic model over hashed features (Weinberger et
 * al. 2009) of three chunks on each side: words, shapes, stops, the kind of
 * abbreviation (as Gillick 2009), and what the rules say.  Its weights are
 * lib/lexicon/sentence.bin, one signed byte a slot, trained by
 * scripts/train-sentences.
 *
 * Bugs: features fold only ASCII letters.
 */
#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "../utf8.h"
#include "../vectors.h"
#include "gap.h"
#include "letters.h"

extern const struct lexicon lexicon_sentence_starters;
extern const unsigned char blob_sentence[];
extern const size_t blob_sentence_size;

/* What a scan looks for in ASCII: 1 white space, 2 a letter, 4 a sign of an
 * address, 8 of haste (: is 2 and 8). */
static const unsigned char ascii_signs[] =
    "00000000011111000000000000001111"
    "18000000000080840000000000000008"
    "42222222222222222222222222200004"
    "022222222:2222222222222222200000";

enum { SIGN_SPACE = 1, SIGN_LETTER = 2, SIGN_ADDRESS = 4, SIGN_HASTE = 8 };

static unsigned
sign_of(unsigned char c)
{
	return c < 0x80 ? ascii_signs[c] - (unsigned)'0' : 0;
}

static bool
is_space(int32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') ||
	    (c >= 0x1c && c <= 0x1f) : u_isUWhiteSpace(c);
}

static bool
is_terminator(int32_t c)
{
	if (c < 0x80)
		return c == '.' || c == '!' || c == '?';
	return c == 0x2026 || u_hasBinaryProperty(c, UCHAR_S_TERM);
}

/* A terminator that needs no white space behind it. */
static bool
ends_alone(int32_t c)
{
	return c == 0x3002 || c == 0xff01 || c == 0xff0e || c == 0xff1f ||
	    c == 0xff61;
}

static bool
is_opening(int32_t c)
{
	if (c < 0x80)
		return c == '"' || c == '\'' || c == '(' || c == '[' ||
		    c == '{' || c == '`';
	switch (u_charType(c)) {
	case U_START_PUNCTUATION:
	case U_INITIAL_PUNCTUATION:
	case U_FINAL_PUNCTUATION:	/* »so« */
	case U_FORMAT_CHAR:		/* U+200B, U+2060 */
		return true;
	default:
		return c == 0xbf || c == 0xa1;
	}
}

static bool
is_closing(int32_t c)
{
	if (c < 0x80)
		return c == '"' || c == '\'' || c == ')' || c == ']' ||
		    c == '}';
	switch (u_charType(c)) {
	case U_END_PUNCTUATION:
	case U_INITIAL_PUNCTUATION:
	case U_FINAL_PUNCTUATION:
	case U_FORMAT_CHAR:
		return true;
	default:
		return false;
	}
}

static int32_t
point_at(struct slice text, size_t i)
{
	return utf8_next(text, &i);
}

/* Where the last word of the core begins: behind hyphens, brackets and the
 * like, for "Lt.-Gov." */
static size_t
last_word(struct slice text, const struct chunk *chunk)
{
	size_t i = chunk->stop;

	while (i > chunk->core && chunk->stop - i < 32) {
		unsigned char c = (unsigned char)text.at[i - 1];

		if (c == '-' || c == '(' || c == '/' || c == '"' || c == ',' ||
		    c == ';' || c == '$')
			break;
		i--;
	}
	return i;
}

/* Whether the chunk's first word begins sentences: The, He, In ... */
static bool
is_starter(struct slice text, const struct chunk *chunk)
{
	size_t i = chunk->core;
	struct slice word;

	while (i < chunk->end && i - chunk->core < 16 &&
	    (is_upper((unsigned char)text.at[i]) ||
	    is_lower((unsigned char)text.at[i])))
		i++;
	word.at = text.at + chunk->core;
	word.length = i - chunk->core;
	return word.length > 0 && word.length < 16 &&
	    lexicon_find_folded(&lexicon_sentence_starters, word) !=
	    LEXICON_NONE;
}

/* Whether the chunk is an address of the web, whose case says nothing. */
static bool
is_address(struct slice text, const struct chunk *chunk)
{
	const char *at = text.at + chunk->core;
	size_t n = chunk->end - chunk->core;

	return (n > 7 && memcmp(at, "http", 4) == 0) ||
	    (n > 4 && memcmp(at, "www.", 4) == 0);
}

/* What the chunk begins with, behind its opening marks. */
static enum gap_begin
begin_of(struct slice text, const struct chunk *chunk)
{
	int32_t c;

	if (chunk->core == chunk->end || is_address(text, chunk))
		return GAP_OTHER;
	c = point_at(text, chunk->core);
	if (c < 0x80)
		return is_lower((unsigned char)c) ? GAP_LOWER :
		    is_upper((unsigned char)c) ? GAP_UPPER :
		    is_digit((unsigned char)c) ? GAP_DIGIT : GAP_OTHER;
	if (u_islower(c))
		return GAP_LOWER;
	if (u_isdigit(c))
		return GAP_DIGIT;
	return u_isalpha(c) ? GAP_UPPER : GAP_OTHER;
}

/* Tells the kind of the abbreviation that the chunk's last word is. */
static void
find_kind(const struct gap *gap, struct chunk *chunk)
{
	size_t start = last_word(gap->text, chunk);
	struct slice word = { gap->text.at + start, chunk->stop - start }, name;
	size_t row = gap->abbreviations == NULL ? LEXICON_NONE :
	    lexicon_find_folded(gap->abbreviations, word);

	if (row == LEXICON_NONE) {
		chunk->kind = abbreviation_kind(gap->text, start, chunk->stop);
		return;
	}
	name = lexicon_cell(gap->abbreviations, row, 1);
	chunk->kind = name.length == 0 ? ABBREVIATION_NEVER :
	    abbreviation_kind_named(name);
	chunk->wished = chunk->kind != ABBREVIATION_NONE;
}

/* Finds the parts of a chunk from its ends. */
static void
dissect(const struct gap *gap, struct chunk *chunk)
{
	struct slice text = gap->text;
	size_t i = chunk->start, k;

	while (i < chunk->end) {
		k = i;
		if (!is_opening(utf8_next(text, &k)))
			break;
		i = k;
	}
	chunk->core = i;
	for (i = chunk->end; i > chunk->core; i = k) {
		k = i;
		if (!is_closing(utf8_previous(text, &k)))
			break;
	}
	chunk->close = i;
	for (; i > chunk->core; i = k) {
		k = i;
		if (!is_terminator(utf8_previous(text, &k)))
			break;
	}
	chunk->stop = i;
	chunk->terminated = chunk->stop < chunk->close;
	chunk->begin = begin_of(text, chunk);
	chunk->starter = chunk->begin == GAP_UPPER && is_starter(text, chunk);
	chunk->kind = ABBREVIATION_NONE;
	if (chunk->terminated && chunk->close == chunk->stop + 1 &&
	    text.at[chunk->stop] == '.')
		find_kind(gap, chunk);
}

enum shape {
	SHAPE_EMPTY, SHAPE_LOWER, SHAPE_CAPITALISED, SHAPE_CAPITALS,
	SHAPE_CAPITAL, SHAPE_DIGITS, SHAPE_MIXED, SHAPE_CAMEL, SHAPE_SIGNS,
	SHAPE_LETTER, SHAPE_PERIODS, SHAPE_ADDRESS, SHAPE_CODE
};

static uint32_t
shape_of(struct slice text, size_t start, size_t end)
{
	size_t i, upper = 0, lower = 0, digit = 0, period = 0;
	enum gap_begin begin;
	struct chunk chunk = { .core = start, .end = end };

	if (start == end)
		return SHAPE_EMPTY;
	chunk.end = end;
	if (is_address(text, &chunk) || memchr(text.at + start, '@',
	    end - start) != NULL)
		return SHAPE_ADDRESS;
	for (i = start; i < end && i - start < 64; i++) {
		unsigned char c = (unsigned char)text.at[i];

		upper += is_upper(c);
		lower += is_lower(c) || c >= 0x80;
		digit += is_digit(c);
		period += c == '.';
	}
	if (upper + lower + digit == 0)
		return SHAPE_SIGNS;
	if (digit > 0)
		return upper + lower > 0 ? SHAPE_MIXED :
		    digit == i - start ? SHAPE_DIGITS : SHAPE_CODE;
	if (period > 0)
		return SHAPE_PERIODS;
	begin = begin_of(text, &chunk);
	if (begin == GAP_OTHER)
		return SHAPE_SIGNS;
	if (upper == 0 && begin == GAP_LOWER)
		return end - start == 1 ? SHAPE_LETTER : SHAPE_LOWER;
	if (begin == GAP_UPPER && upper <= 1)
		return lower == 0 ? SHAPE_CAPITAL : SHAPE_CAPITALISED;
	return lower == 0 ? SHAPE_CAPITALS : SHAPE_CAMEL;
}

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

/* What the model knows of a chunk that is not plain. */
static void
describe(struct slice text, struct chunk *chunk)
{
	size_t end = chunk->stop;

	/* commas, colons, dashes behind the word belong to its tail */
	while (end > chunk->core && memchr(",;:-*", text.at[end - 1], 5) != NULL)
		end--;
	chunk->word = hash_bytes(text, chunk->core, end, 24);
	chunk->suffix = hash_bytes(text, end - chunk->core > 3 ? end - 3 :
	    chunk->core, end, 3);
	chunk->shape = shape_of(text, chunk->core, end);
	chunk->tail = mix(hash_bytes(text, end, chunk->close, 4),
	    hash_bytes(text, chunk->close, chunk->end, 3));
	chunk->open = hash_bytes(text, chunk->start, chunk->core, 3);
}

/* Whether a stop that ends at i, before c, lacks its space. */
static bool
lacks_space(struct slice text, size_t start, size_t i, int32_t c)
{
	size_t k = i, stops = 0;
	unsigned char last;

	if (i - start < 3 || (text.at[i - 1] != '.' && text.at[i - 1] != '!' &&
	    text.at[i - 1] != '?'))
		return false;
	while (k > start && stops < 8 && (text.at[k - 1] == '.' ||
	    text.at[k - 1] == '!' || text.at[k - 1] == '?')) {
		k--;
		stops++;
	}
	if (k < start + 2)
		return false;
	last = (unsigned char)text.at[k - 1];
	if (!is_lower(last) && last != ')' && last != '"' && !is_digit(last))
		return false;
	if (stops > 1)
		return u_isalpha(c);
	/* "rose $5.It"; but 2.A */
	if (is_digit(last) && text.at[k] == '.')
		return k > start + 2 && u_isupper(c) && i + 1 < text.length &&
		    is_lower((unsigned char)text.at[i + 1]);
	if (is_digit(last) || !is_lower((unsigned char)text.at[k - 2]))
		return text.at[k] != '.' && u_isupper(c);
	return u_isupper(c);
}

/* Whether a mark behind a terminator that needs no white space closes; in such
 * scripts U+201C only opens. */
static bool
closes(int32_t c)
{
	return is_closing(c) && (c < 0x80 ||
	    u_charType(c) != U_INITIAL_PUNCTUATION);
}

/* Whether the sentence goes on with c at i, behind a quotation and its stop: in
 * Japanese with a particle, which is hiragana. */
static bool
goes_on(struct slice text, size_t i, int32_t c)
{
	return u_getIntPropertyValue(c, UCHAR_SCRIPT) == USCRIPT_HIRAGANA &&
	    closes(utf8_previous(text, &i));
}

/* Where the chunk that begins at start ends. */
static size_t
chunk_end(struct slice text, size_t start, bool *alone)
{
	size_t i = start, k;
	unsigned before = 0, seen = 0;

	while (i < text.length) {
		unsigned char byte = (unsigned char)text.at[i];
		int32_t c;

		if (byte < 0x80 && !*alone) {
			unsigned sign = sign_of(byte);

			/* stops are among the signs of haste */
			if (sign == SIGN_SPACE || ((before & SIGN_HASTE) &&
			    (sign & SIGN_LETTER) && !(seen & SIGN_ADDRESS) &&
			    lacks_space(text, start, i, byte)))
				break;
			before = sign;
			seen |= sign;
			i++;
			continue;
		}
		before = 0;
		k = i;
		c = utf8_next(text, &k);
		if (is_space(c))
			break;
		if (*alone && goes_on(text, i, c))
			*alone = false;
		if (*alone && !is_terminator(c) && !closes(c))
			break;
		*alone = *alone || ends_alone(c);
		i = k;
	}
	return i;
}

/* Most chunks are one word, small or with a capital, perhaps with a comma or a
 * period: reads such a one at i at once; false if it is none. */
static bool
read_word(struct gap *gap, struct chunk *chunk, size_t i)
{
	struct slice text = gap->text;
	bool capital = is_upper((unsigned char)text.at[i]);
	size_t end = small_letters_end(text, i + capital), stop = end;

	if (end == i)
		return false;
	if (end < text.length && (text.at[end] == ',' || text.at[end] == '.'))
		end++;
	if (end < text.length &&
	    !(sign_of((unsigned char)text.at[end]) & SIGN_SPACE))
		return false;
	chunk->start = chunk->core = i;
	chunk->end = chunk->stop = chunk->close = gap->at = end;
	chunk->exists = true;
	chunk->plain = !capital && end == stop;
	chunk->begin = chunk->plain ? GAP_LOWER : begin_of(text, chunk);
	chunk->starter = capital && is_starter(text, chunk);
	if (end > stop && text.at[stop] == '.') {
		chunk->stop = stop;
		chunk->terminated = true;
		find_kind(gap, chunk);
	}
	return true;
}

/* Describes a plain chunk. */
static void
describe_plain(struct slice text, struct chunk *chunk)
{
	size_t start = chunk->start, end = chunk->end;
	uint32_t empty = hash_bytes(text, end, end, 0);
	uint32_t word = empty, suffix = empty;
	size_t most = end - start > 24 ? start + 24 : end, i;

	for (i = start; i < most; i++)
		word = mix(word, (unsigned char)text.at[i]);
	for (i = end - start > 3 ? end - 3 : start; i < end; i++)
		suffix = mix(suffix, (unsigned char)text.at[i]);
	chunk->word = word;
	chunk->suffix = suffix;
	chunk->shape = end - start == 1 ? SHAPE_LETTER : SHAPE_LOWER;
	chunk->tail = mix(empty, empty);
	chunk->open = empty;
}

/* Reads the next chunk behind chunk. */
static void
read_chunk(struct gap *gap, struct chunk *chunk)
{
	static const struct chunk empty;
	struct slice text = gap->text;
	size_t i = gap->at;

	*chunk = empty;
	while (i < text.length) {
		int32_t c = point_at(text, i);

		if (!is_space(c))
			break;
		chunk->spaced = true;
		utf8_next(text, &i);
	}
	gap->at = i;
	if (i == text.length) {
		chunk->described = true;
		return;
	}
	if (read_word(gap, chunk, i))
		return;
	chunk->start = i;
	chunk->end = gap->at = chunk_end(text, i, &chunk->alone);
	chunk->exists = true;
	dissect(gap, chunk);
}

static void
shift(struct gap *gap)
{
	if (++gap->first + 2 * GAP_SIDE > GAP_ROOM) {
		memcpy(gap->chunks, gap->chunks + gap->first,
		    (2 * GAP_SIDE - 1) * sizeof *gap->chunks);
		gap->first = 0;
	}
	read_chunk(gap, &gap->chunks[gap->first + 2 * GAP_SIDE - 1]);
}

/* Whether the text's last chunk has a terminator. */
static bool
is_closed(struct slice text)
{
	size_t i = text.length;

	while (i > 0) {
		int32_t c = utf8_previous(text, &i);

		if (is_terminator(c))
			return true;
		if (!is_closing(c) && !is_space(c))
			return false;
	}
	return false;
}

/* Whether there is a sign of haste at i, which is neither the first nor the
 * last byte. */
static bool
hasty_at(struct slice text, size_t i)
{
	unsigned char c = (unsigned char)text.at[i];
	unsigned char before = (unsigned char)text.at[i - 1];
	unsigned char after = (unsigned char)text.at[i + 1];

	switch (c) {
	case '!':
	case '?':
		return after == c || is_space(before);
	case '.':
		/* two or more than three */
		return before != '.' && after == '.' &&
		    (i + 2 == text.length || text.at[i + 2] != '.' ||
		    (i + 3 < text.length && text.at[i + 3] == '.'));
	case ',':
		return is_space(before);
	case 'i':
		return is_space(before) && (is_space(after) || after == '\'');
	default:
		return false;
	}
}

#ifdef __SSE2__
/* The bytes of sixteen, behind the first, that hasty_at may find a sign in. */
static unsigned
perhaps_hasty(const char *at)
{
	__m128i bytes = _mm_loadu_si128((const void *)at);
	__m128i before = _mm_loadu_si128((const void *)(at - 1));
	__m128i blank = _mm_set1_epi8(' ');
	__m128i behind = _mm_cmpeq_epi8(_mm_min_epu8(before, blank), before);
	__m128i word = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')),
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('i')));
	__m128i stop = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')),
	    _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('!')),
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('?'))));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(stop,
	    _mm_and_si128(word, behind)));
}
#endif

/* Whether the text has signs of haste: "!!", "so..", "this ,", "i think". */
static bool
is_hasty(struct slice text)
{
	size_t i = 1;

#ifdef __SSE2__
	for (; i + 17 <= text.length; i += 16) {
		unsigned bits = perhaps_hasty(text.at + i);

		for (; bits != 0; bits &= bits - 1)
			if (hasty_at(text, i + (size_t)__builtin_ctz(bits)))
				return true;
	}
#endif
	for (; i + 1 < text.length; i++)
		if (hasty_at(text, i))
			return true;
	return false;
}

void
gap_init(struct gap *gap, struct slice text,
    const struct lexicon *abbreviations)
{
	size_t i;

	gap->text = text;
	gap->abbreviations = abbreviations;
	gap->at = gap->first = gap->since = gap->index = gap->skipped = 0;
	memset(gap->chunks, 0, GAP_SIDE * sizeof *gap->chunks);
	for (i = GAP_SIDE; i < 2 * GAP_SIDE; i++)
		read_chunk(gap, &gap->chunks[i]);
	gap->closed = is_closed(text);
	gap->hasty = gap_right(gap)->begin == GAP_LOWER || is_hasty(text);
	gap->edited = gap->closed && !gap->hasty;
}

bool
gap_next(struct gap *gap)
{
	size_t moved = 0;

	do {
		gap->since = gap_left(gap)->terminated ? 0 : gap->since + 1;
		moved++;
		shift(gap);
	} while (gap_left(gap)->plain && gap_right(gap)->plain);
	gap->index += moved;
	gap->skipped = moved - 1;
	return gap_right(gap)->exists;
}

static uint32_t
bucket(size_t n)
{
	return n < 5 ? (uint32_t)n : n < 8 ? 5 : n < 12 ? 6 : n < 20 ? 7 : 8;
}

/* What the features are made of, one array for each place. */
struct parts {
	uint32_t a[GAP_FEATURES], b[GAP_FEATURES], c[GAP_FEATURES];
	uint32_t d[GAP_FEATURES];
	size_t count;
};

/* Adds the feature of the next template with these values. */
static void
put(struct parts *parts, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	size_t i = parts->count++;

	parts->a[i] = a;
	parts->b[i] = b;
	parts->c[i] = c;
	parts->d[i] = d;
}

/* All features together, since most processors do several at a time. */
VECTORS static void
hash_parts(const struct parts *parts, uint32_t *restrict at)
{
	uint32_t i;

	for (i = 0; i < GAP_FEATURES; i++) {
		uint32_t hash = mix(UINT32_C(2166136261), i + 1);

		hash = mix(mix(mix(mix(hash, parts->a[i]), parts->b[i]),
		    parts->c[i]), parts->d[i]);
		hash = hash * UINT32_C(0x9e3779b1);
		at[i] = (hash ^ hash >> 15) & (uint32_t)(GAP_SLOTS - 1);
	}
}

/* Describes the chunks in sight. */
static void
describe_all(struct gap *gap)
{
	struct chunk *chunk = &gap->chunks[gap->first];
	struct chunk *end = chunk + 2 * GAP_SIDE;

	for (; chunk < end; chunk++) {
		if (chunk->described)
			continue;
		if (chunk->plain)
			describe_plain(gap->text, chunk);
		else if (chunk->exists)
			describe(gap->text, chunk);
		chunk->described = true;
	}
}

size_t
gap_features(struct gap *gap, int verdict, uint32_t at[GAP_FEATURES])
{
	struct parts s;
	const struct chunk *l = gap_left(gap), *r = gap_right(gap);
	const struct chunk *l2 = l - 1, *l3 = l - 2, *r2 = r + 1, *r3 = r + 2;
	uint32_t kind = (uint32_t)l->kind, begin = (uint32_t)r->begin;
	uint32_t t;
	uint32_t rules = (uint32_t)verdict;
	uint32_t start = (uint32_t)(gap->text.length > 0 &&
	    is_lower((unsigned char)gap->text.at[0]));
	uint32_t length = bucket(l->stop - l->core);
	uint32_t whole = bucket(gap->text.length / 40);
	size_t n;

	s.count = 0;
	describe_all(gap);
	t = mix(l->tail, r->spaced ? 1 : 2);
	put(&s, rules, l->terminated, 0, 0);
	put(&s, t, 0, 0, 0);
	put(&s, t, r->shape, r->open, 0);
	put(&s, t, r->shape, l->shape, length);
	put(&s, t, l->word, 0, 0);
	put(&s, t, r->word, 0, 0);
	put(&s, t, r->word, r->shape, r->open);
	put(&s, l->word, r->word, l->terminated, 0);
	put(&s, l->word, r->shape, t, 0);
	put(&s, r->word, l->shape, t, r->shape);
	put(&s, kind, r->shape, r->starter, r->open);
	put(&s, kind, r->word, t, 0);
	put(&s, kind, l->word, r->starter, begin);
	put(&s, kind, bucket(gap->since), r->starter, begin);
	put(&s, l2->word, l->word, t, 0);
	put(&s, r->word, r2->word, t, 0);
	put(&s, r2->word, t, r->shape, 0);
	put(&s, l2->word, t, r->shape, 0);
	put(&s, t, r->shape, r2->shape, r->tail);
	put(&s, t, r->shape, r2->shape, r3->shape);
	put(&s, t, l->shape, r->shape, l2->shape);
	put(&s, t, l->shape, r->shape, l3->shape);
	put(&s, t, l2->tail, r->shape, l3->tail);
	put(&s, t, r->tail, r2->tail, r->shape);
	put(&s, t, bucket(gap->since), r->shape, 0);
	put(&s, t, bucket(gap->index), r->shape, l->shape);
	put(&s, t, start, r->shape, 0);
	put(&s, t, whole, r->shape, l->shape);
	put(&s, r->word, r->tail, t, 0);
	put(&s, r->open, t, r->shape, bucket(gap->since));
	put(&s, r3->word, t, r->shape, 0);
	put(&s, l3->word, t, r->shape, 0);
	put(&s, l->word, 0, 0, l->terminated);
	put(&s, r->word, 0, 0, r->shape);
	put(&s, l->open, t, r->open, r->shape);
	put(&s, t, (uint32_t)r2->exists, (uint32_t)r3->exists, r->shape);
	put(&s, start, begin, l->terminated, bucket(gap->since));
	put(&s, t, rules, r2->terminated, r->terminated);
	put(&s, t, r->shape, gap->closed, gap->edited);
	put(&s, rules, begin, gap->edited, l->terminated);
	put(&s, r->starter, t, l->shape, begin);
	put(&s, r->starter, l->word, t, begin);
	put(&s, l->suffix, t, r->shape, 0);
	put(&s, gap->edited, t, l->shape, r->shape);
	put(&s, mix(mix(l3->shape, l2->shape), l->shape), r->shape, r2->shape,
	    mix(l->terminated, r3->shape));
	n = s.count;
	while (s.count < GAP_FEATURES)
		put(&s, 0, 0, 0, 0);
	hash_parts(&s, at);
	return n;
}

bool
gap_model(void)
{
	return blob_sentence_size == GAP_SLOTS;
}

int
gap_score(struct gap *gap, int verdict)
{
	uint32_t slots[GAP_FEATURES];
	size_t n = gap_features(gap, verdict, slots), i;
	int score = 0;

	for (i = 0; i < n; i++)
		score += (signed char)blob_sentence[slots[i]];
	return score;
}
