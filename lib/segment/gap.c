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
#include "../letters.h"

extern const struct lexicon lexicon_sentence_starters;
extern const unsigned char blob_sentence[];
extern const size_t blob_sentence_size;

static bool
is_blank(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') ||
	    (c >= 0x1c && c <= 0x1f);
}

static bool
is_stop(unsigned char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* Most that is not ASCII in English: letters with accents; dashes and quotation
 * marks.  ICU is asked about the rest. */
static bool
is_latin(int32_t c)
{
	return c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7;
}

static bool
is_dash_or_mark(int32_t c)
{
	return c >= 0x2010 && c < 0x2020;
}

/* U+2018 to U+201F */
static bool
is_quote(int32_t c)
{
	return c >= 0x2018 && c < 0x2020;
}

static bool
is_space(int32_t c)
{
	if (c < 0x80)
		return is_blank((unsigned char)c);
	return !is_latin(c) && !is_dash_or_mark(c) && u_isUWhiteSpace(c);
}

static bool
is_terminator(int32_t c)
{
	if (c < 0x80)
		return is_stop((unsigned char)c);
	return c == 0x2026 || (!is_latin(c) && !is_dash_or_mark(c) &&
	    u_hasBinaryProperty(c, UCHAR_S_TERM));
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
	if (is_latin(c) || is_quote(c))
		return is_quote(c);
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
	/* of quotation marks the low ones only open */
	if (is_latin(c) || is_quote(c))
		return is_quote(c) && (c & 3) != 2;
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

/* Whether the letters [start, end) are a word that begins sentences: The, He,
 * In ... */
static bool
is_starter(struct slice text, size_t start, size_t end)
{
	struct slice word = { text.at + start, end - start };

	return word.length < 16 && lexicon_find_folded(
	    &lexicon_sentence_starters, word) != LEXICON_NONE;
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
	chunk->starter = chunk->begin == GAP_UPPER && is_starter(text,
	    chunk->core, letters_end(text, chunk->core));
	chunk->kind = ABBREVIATION_NONE;
	if (chunk->terminated && chunk->close == chunk->stop + 1 &&
	    text.at[chunk->stop] == '.')
		find_kind(gap, chunk);
}

/* What bytes are in a word. */
struct kinds {
	size_t upper, digits;
	bool lower, period;	/* there are such */
};

static struct kinds
kinds_of(const char *at, size_t length)
{
	struct kinds kinds = { 0, 0, false, false };
	size_t i;

	for (i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];

		kinds.upper += is_upper(c);
		kinds.digits += is_digit(c);
		kinds.lower |= is_lower(c) || c >= 0x80;
		kinds.period |= c == '.';
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
	struct chunk chunk = { .core = start, .end = end };
	size_t most = end - start > 64 ? start + 64 : end;
	struct kinds kinds;
	enum gap_begin begin;

	if (start == end)
		return SHAPE_EMPTY;
	if (is_address(text, &chunk) || memchr(text.at + start, '@',
	    end - start) != NULL)
		return SHAPE_ADDRESS;
	kinds = kinds_of(text.at + start, most - start);
	if (kinds.upper == 0 && !kinds.lower && kinds.digits == 0)
		return SHAPE_SIGNS;
	if (kinds.digits > 0)
		return kinds.upper > 0 || kinds.lower ? SHAPE_MIXED :
		    kinds.digits == most - start ? SHAPE_DIGITS : SHAPE_CODE;
	if (kinds.period)
		return SHAPE_PERIODS;
	begin = begin_of(text, &chunk);
	if (begin == GAP_OTHER)
		return SHAPE_SIGNS;
	if (kinds.upper == 0 && begin == GAP_LOWER)
		return end - start == 1 ? SHAPE_LETTER : SHAPE_LOWER;
	if (begin == GAP_UPPER && kinds.upper <= 1)
		return kinds.lower ? SHAPE_CAPITALISED : SHAPE_CAPITAL;
	return kinds.lower ? SHAPE_CAMEL : SHAPE_CAPITALS;
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

/* The hash of at most 24 letters of ASCII. */
static uint32_t
hash_letters(struct slice text, size_t start, size_t end)
{
	uint32_t hash = UINT32_C(2166136261);
	const char *at = text.at + start;
	const char *last = text.at + (end - start > 24 ? start + 24 : end);

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

/* What the model knows of a chunk that read_word took. */
static void
describe_word(struct slice text, struct chunk *chunk)
{
	unsigned char sign = chunk->letters < chunk->end ?
	    (unsigned char)text.at[chunk->letters] : 0;
	bool one = chunk->letters == chunk->start + 1;

	chunk->word = hash_letters(text, chunk->start, chunk->letters);
	if (chunk->begin == GAP_UPPER)
		chunk->shape = one ? SHAPE_CAPITAL : SHAPE_CAPITALISED;
	else
		chunk->shape = one ? SHAPE_LETTER : SHAPE_LOWER;
	chunk->tail = mix(hash_sign(sign), hash_sign(0));
	chunk->open = hash_sign(0);
}

/* What it knows of any other. */
static void
describe(struct slice text, struct chunk *chunk)
{
	size_t end = chunk->stop;

	/* commas, colons, dashes behind the word belong to its tail */
	while (end > chunk->core && memchr(",;:-*", text.at[end - 1], 5) != NULL)
		end--;
	chunk->letters = end;
	chunk->word = hash_bytes(text, chunk->core, end, 24);
	chunk->shape = shape_of(text, chunk->core, end);
	chunk->tail = mix(hash_bytes(text, end, chunk->close, 4),
	    hash_bytes(text, chunk->close, chunk->end, 3));
	chunk->open = hash_bytes(text, chunk->start, chunk->core, 3);
}

/* The hash of the last three bytes of a chunk's word. */
static uint32_t
hash_suffix(struct slice text, const struct chunk *chunk)
{
	size_t start = chunk->letters - chunk->core > 3 ?
	    chunk->letters - 3 : chunk->core;

	return hash_bytes(text, start, chunk->letters, 3);
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

/* Where bytes end that are neither white space, nor stops, nor beyond ASCII;
 * control characters end them as well. */
static size_t
ordinary_end(struct slice text, size_t i)
{
#ifdef __SSE2__
	for (; i + 16 <= text.length; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(text.at + i));
		/* the bytes beyond ASCII are negative */
		__m128i others = _mm_or_si128(
		    _mm_cmplt_epi8(bytes, _mm_set1_epi8('!' + 1)), _mm_or_si128(
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')),
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('?'))));
		unsigned bits = (unsigned)_mm_movemask_epi8(others);

		if (bits != 0)
			return i + (size_t)__builtin_ctz(bits);
	}
#endif
	while (i < text.length && (unsigned char)text.at[i] > '!' &&
	    (unsigned char)text.at[i] < 0x80 && text.at[i] != '.' &&
	    text.at[i] != '?')
		i++;
	return i;
}

/* Whether an address of the web or of mail may be in [start, end). */
static bool
has_address_sign(struct slice text, size_t start, size_t end)
{
	size_t n = end - start;

	return memchr(text.at + start, '/', n) != NULL ||
	    memchr(text.at + start, '@', n) != NULL ||
	    memchr(text.at + start, '_', n) != NULL;
}

/* Where the chunk that begins at start ends. */
static size_t
chunk_end(struct slice text, size_t start, bool *alone)
{
	size_t i = start, k;

	while (i < text.length) {
		unsigned char byte;
		int32_t c;

		if (!*alone)
			i = ordinary_end(text, i);
		if (i == text.length)
			break;
		byte = (unsigned char)text.at[i];
		if (byte < 0x80 && !*alone) {
			if (is_blank(byte))
				break;
			i++;
			if (is_stop(byte) && i < text.length &&
			    is_letter((unsigned char)text.at[i]) &&
			    !has_address_sign(text, start, i) &&
			    lacks_space(text, start, i, text.at[i]))
				break;
			continue;
		}
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
read_word(struct gap *gap, struct chunk *chunk, size_t i, bool spaced)
{
	struct slice text = gap->text;
	bool capital = is_upper((unsigned char)text.at[i]), period = false;
	size_t letters = small_letters_end(text, i + capital), end = letters;

	if (end == i)
		return false;
	if (end < text.length && (text.at[end] == ',' || text.at[end] == '.'))
		period = text.at[end++] == '.';
	if (end < text.length && !is_blank((unsigned char)text.at[end]))
		return false;
	chunk->start = chunk->core = i;
	chunk->end = chunk->close = gap->at = end;
	chunk->stop = period ? letters : end;
	chunk->letters = letters;
	chunk->begin = capital ? GAP_UPPER : GAP_LOWER;
	chunk->kind = ABBREVIATION_NONE;
	chunk->exists = true;
	chunk->terminated = period;
	chunk->spaced = spaced;
	chunk->alone = false;
	chunk->wished = false;
	chunk->starter = capital && is_starter(text, i, letters);
	chunk->quiet = spaced && !capital && !period;
	chunk->word_only = true;
	chunk->described = false;
	if (end > letters && text.at[i] == 'h' && is_address(text, chunk))
		return false;
	if (period)
		find_kind(gap, chunk);
	return true;
}

/* Reads the next chunk behind chunk. */
static void
read_chunk(struct gap *gap, struct chunk *chunk)
{
	static const struct chunk empty;
	struct slice text = gap->text;
	size_t i = gap->at;
	bool spaced = false;

	while (i < text.length) {
		unsigned char c = (unsigned char)text.at[i];
		size_t next = i + 1;

		if ((c > ' ' && c < 0x80) || (c != ' ' &&
		    (next = i, !is_space(utf8_next(text, &next)))))
			break;
		spaced = true;
		i = next;
	}
	if (i < text.length && read_word(gap, chunk, i, spaced))
		return;
	*chunk = empty;
	chunk->spaced = spaced;
	gap->at = i;
	if (i == text.length) {
		chunk->described = true;
		return;
	}
	chunk->start = i;
	chunk->end = gap->at = chunk_end(text, i, &chunk->alone);
	chunk->exists = true;
	dissect(gap, chunk);
	chunk->quiet = spaced && chunk->begin == GAP_LOWER &&
	    text.at[chunk->end - 1] != '.' && text.at[chunk->end - 1] != ')';
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
/* Which of sixteen bytes hasty_at may find a sign at: stops that are doubled,
 * and behind white space ! ? , or a lone i. */
static unsigned
perhaps_hasty(const char *at)
{
	const __m128i blank = _mm_set1_epi8(' ');
	__m128i bytes = _mm_loadu_si128((const void *)at);
	__m128i before = _mm_loadu_si128((const void *)(at - 1));
	__m128i after = _mm_loadu_si128((const void *)(at + 1));
	__m128i behind = _mm_cmpeq_epi8(_mm_min_epu8(before, blank), before);
	__m128i twice = _mm_cmpeq_epi8(bytes, after);
	__m128i alone = _mm_or_si128(_mm_cmpeq_epi8(after,
	    _mm_set1_epi8('\'')), _mm_cmpeq_epi8(_mm_min_epu8(after, blank),
	    after));
	__m128i shout = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('!')),
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('?')));
	__m128i stop = _mm_or_si128(shout,
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')));
	__m128i word = _mm_or_si128(shout, _mm_or_si128(
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(',')), _mm_and_si128(alone,
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('i')))));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(
	    _mm_and_si128(stop, twice), _mm_and_si128(word, behind)));
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
	memset(&gap->parts, 0, sizeof gap->parts);
	for (i = GAP_SIDE; i < 2 * GAP_SIDE; i++)
		read_chunk(gap, &gap->chunks[i]);
	gap->closed = is_closed(text);
	gap->hasty = gap_right(gap)->begin == GAP_LOWER || is_hasty(text);
	gap->edited = gap->closed && !gap->hasty;
}

/* Whether the gap is one where nothing ever ends, nor the mark of a list item
 * stands on either side. */
static bool
is_quiet(const struct gap *gap)
{
	const struct chunk *left = gap_left(gap), *right = gap_right(gap);

	return right->quiet && !left->terminated && left->begin != GAP_OTHER;
}

bool
gap_next(struct gap *gap)
{
	size_t moved = 0;

	do {
		gap->since = gap_left(gap)->terminated ? 0 : gap->since + 1;
		moved++;
		shift(gap);
	} while (is_quiet(gap));
	gap->index += moved;
	gap->skipped = moved - 1;
	return gap_right(gap)->exists;
}

static uint32_t
bucket(size_t n)
{
	return n < 5 ? (uint32_t)n : n < 8 ? 5 : n < 12 ? 6 : n < 20 ? 7 : 8;
}

/* Sets what the feature of the next template is made of; what is not set stays
 * 0. */
static void
put_two(struct gap_parts *parts, uint32_t a, uint32_t b)
{
	size_t i = parts->count++;

	parts->part[0][i] = a;
	parts->part[1][i] = b;
}

static void
put_three(struct gap_parts *parts, uint32_t a, uint32_t b, uint32_t c)
{
	parts->part[2][parts->count] = c;
	put_two(parts, a, b);
}

static void
put(struct gap_parts *parts, uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
	parts->part[3][parts->count] = d;
	put_three(parts, a, b, c);
}

/* All features together, since most processors do several at a time. */
VECTORS static void
hash_parts(const struct gap_parts *parts, uint32_t *restrict at)
{
	uint32_t i;

	for (i = 0; i < GAP_FEATURES; i++) {
		uint32_t hash = mix(UINT32_C(2166136261), i + 1);

		hash = mix(mix(mix(mix(hash, parts->part[0][i]),
		    parts->part[1][i]), parts->part[2][i]),
		    parts->part[3][i]);
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
		if (chunk->word_only)
			describe_word(gap->text, chunk);
		else if (chunk->exists)
			describe(gap->text, chunk);
		chunk->described = true;
	}
}

size_t
gap_features(struct gap *gap, int verdict, uint32_t at[GAP_FEATURES])
{
	struct gap_parts *s = &gap->parts;
	const struct chunk *l = gap_left(gap), *r = gap_right(gap);
	const struct chunk *l2 = l - 1, *l3 = l - 2, *r2 = r + 1, *r3 = r + 2;
	uint32_t kind = (uint32_t)l->kind, begin = (uint32_t)r->begin;
	uint32_t t;
	uint32_t rules = (uint32_t)verdict;
	uint32_t start = (uint32_t)(gap->text.length > 0 &&
	    is_lower((unsigned char)gap->text.at[0]));
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
	hash_parts(s, at);
	return s->count;
}

bool
gap_model(void)
{
	return blob_sentence_size == GAP_SLOTS;
}

static int
weight(uint32_t slot)
{
	return (signed char)blob_sentence[slot];
}

int
gap_score(struct gap *gap, int verdict)
{
	uint32_t slots[GAP_FEATURES];
	int score = 0;
	size_t i;

	gap_features(gap, verdict, slots);
	for (i = 0; i < GAP_TEMPLATES; i += 5)
		score += weight(slots[i]) + weight(slots[i + 1]) +
		    weight(slots[i + 2]) + weight(slots[i + 3]) +
		    weight(slots[i + 4]);
	return score;
}
