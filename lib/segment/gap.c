/*
 * gap: cuts a paragraph into chunks at white space, behind terminators of
 * scripts that write none (UAX #29 Sentence_Break=STerm), and behind stops
 * that lack their space ("end.Next").
 *
 * Bugs: of abbreviations only ASCII letters are folded.
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

static bool
is_blank(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') ||
	    (c >= 0x1c && c <= 0x1f);
}

/* Classes of last bytes. */
enum {
	LAST_PLAIN, LAST_COMMA, LAST_PERIOD, LAST_STOP, LAST_SEMICOLON,
	LAST_COLON, LAST_HYPHEN, LAST_MARK, LAST_BRACKET, LAST_SIGN, LAST_HIGH
};

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

bool
gap_is_address(struct slice text, size_t start, size_t end)
{
	const char *at = text.at + start;
	size_t n = end - start;

	return (n > 7 && memcmp(at, "http", 4) == 0) ||
	    (n > 4 && memcmp(at, "www.", 4) == 0);
}

enum gap_begin
gap_begin_of(struct slice text, size_t start, size_t end)
{
	int32_t c;

	if (start == end || gap_is_address(text, start, end))
		return GAP_OTHER;
	c = point_at(text, start);
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

/* Tells the kind of the abbreviation that the chunk's last word is, which
 * begins at start. */
static void
find_kind(const struct gap *gap, struct chunk *chunk, size_t start)
{
	struct slice word = { gap->text.at + start, chunk->stop - start }, name;
	size_t row = gap->abbreviations == NULL ? LEXICON_NONE :
	    lexicon_find_folded(gap->abbreviations, word);

	if (row == LEXICON_NONE) {
		chunk->kind = (uint8_t)abbreviation_kind(gap->text, start,
		    chunk->stop);
		return;
	}
	name = lexicon_cell(gap->abbreviations, row, 1);
	chunk->kind = (uint8_t)(name.length == 0 ? ABBREVIATION_NEVER :
	    abbreviation_kind_named(name));
	chunk->wished = chunk->kind != ABBREVIATION_NONE;
}

static bool
is_alphanumeric(char c)
{
	return is_letter((unsigned char)c) || is_digit((unsigned char)c);
}

/* Finds the parts of a chunk from its ends. */
static void
dissect(const struct gap *gap, struct chunk *chunk)
{
	struct slice text = gap->text;
	size_t i = chunk->start, k;

	while (i < chunk->end && !is_alphanumeric(text.at[i])) {
		k = i;
		if (!is_opening(utf8_next(text, &k)))
			break;
		i = k;
	}
	chunk->core = i;
	for (i = chunk->end; i > chunk->core &&
	    !is_alphanumeric(text.at[i - 1]); i = k) {
		k = i;
		if (!is_closing(utf8_previous(text, &k)))
			break;
	}
	chunk->close = i;
	for (; i > chunk->core && !is_alphanumeric(text.at[i - 1]); i = k) {
		k = i;
		if (!is_terminator(utf8_previous(text, &k)))
			break;
	}
	chunk->stop = i;
	chunk->terminated = chunk->stop < chunk->close;
	chunk->begin = (uint8_t)gap_begin_of(text, chunk->core, chunk->end);
	chunk->starter = chunk->begin == GAP_UPPER && is_starter(text,
	    chunk->core, letters_end(text, chunk->core));
	chunk->kind = ABBREVIATION_NONE;
	if (chunk->terminated && chunk->close == chunk->stop + 1 &&
	    text.at[chunk->stop] == '.')
		find_kind(gap, chunk, last_word(text, chunk));
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

/* The class of the last byte of a chunk, for its look. */
static unsigned
last_of(unsigned char c)
{
	switch (c) {
	case ',':
		return LAST_COMMA;
	case '.':
		return LAST_PERIOD;
	case '!':
	case '?':
		return LAST_STOP;
	case ';':
		return LAST_SEMICOLON;
	case ':':
		return LAST_COLON;
	case '-':
		return LAST_HYPHEN;
	case '"':
	case '\'':
		return LAST_MARK;
	case ')':
	case ']':
		return LAST_BRACKET;
	default:
		return c >= 0x80 ? LAST_HIGH : is_letter(c) || is_digit(c) ?
		    LAST_PLAIN : LAST_SIGN;
	}
}

#define WORD(first, last, stop) { \
	.begin = (first), .kind = ABBREVIATION_NONE, .exists = true, \
	.word_only = true, .spaced = true, .terminated = (stop), \
	.quiet = (first) == GAP_LOWER && !(stop), .calm = !(stop), \
	.look = (first) + GAP_LOOK_WORD + (last) * GAP_LOOK_LAST + \
	    (stop) * GAP_LOOK_STOP \
}

/* Small words and those with a capital, with nothing, a comma or a period. */
static const struct chunk words[2][3] = {
	{ WORD(GAP_LOWER, LAST_PLAIN, 0), WORD(GAP_LOWER, LAST_COMMA, 0),
	    WORD(GAP_LOWER, LAST_PERIOD, 1) },
	{ WORD(GAP_UPPER, LAST_PLAIN, 0), WORD(GAP_UPPER, LAST_COMMA, 0),
	    WORD(GAP_UPPER, LAST_PERIOD, 1) }
};

/* Takes the word [i, letters), which a sign of this class follows; returns its
 * end. */
static inline size_t
take_word(const struct gap *gap, struct chunk *chunk, size_t i, size_t letters,
    bool capital, unsigned last)
{
	const struct chunk *word = &words[capital][last];
	size_t end = letters + (last != LAST_PLAIN);

	chunk->start = chunk->core = i;
	chunk->end = chunk->close = end;
	chunk->letters = letters;
	chunk->stop = last == LAST_PERIOD ? letters : end;
	chunk->traits[0] = word->traits[0];
	chunk->traits[1] = word->traits[1];
	if (capital && is_starter(gap->text, i, letters)) {
		chunk->starter = true;
		chunk->look += GAP_LOOK_STARTER;
	}
	if (last == LAST_PERIOD)
		find_kind(gap, chunk, i);
	return end;
}

/* Most chunks are one word, small or with a capital, perhaps with a comma or a
 * period: reads such a one at i at once and returns its end; i if it is
 * none. */
static inline size_t
read_word(const struct gap *gap, struct chunk *chunk, size_t i, bool spaced)
{
	struct slice text = gap->text;
	bool capital = is_upper((unsigned char)text.at[i]);
	size_t letters = small_letters_end(text, i + capital), end = letters;
	unsigned last = LAST_PLAIN;

	if (end == i)
		return i;
	if (end < text.length && text.at[end] != ' ') {
		last = text.at[end] == '.' ? LAST_PERIOD :
		    text.at[end] == ',' ? LAST_COMMA : LAST_PLAIN;
		end += last != LAST_PLAIN;
		if (end < text.length && !is_blank((unsigned char)text.at[end]))
			return i;
	}
	if (end > letters && text.at[i] == 'h' && gap_is_address(text, i, end))
		return i;
	take_word(gap, chunk, i, letters, capital, last);
	chunk->spaced = spaced;
	chunk->quiet = spaced && chunk->quiet;
	return end;
}

/* The same of a word with a sign behind it, of so many letters, that lies at
 * at. */
static size_t
read_marked(const struct gap *gap, struct chunk *chunk, size_t i,
    const char *at, unsigned letters, bool capital)
{
	if (at[letters + 1] != ' ' || *at == 'h' ||
	    (at[letters] != ',' && at[letters] != '.'))
		return i;
	return take_word(gap, chunk, i, i + letters, capital,
	    at[letters] == ',' ? LAST_COMMA : LAST_PERIOD);
}

/* The same of a word of at most fifteen letters with white space on both sides:
 * of most words. */
static inline size_t
read_short(const struct gap *gap, struct chunk *chunk, size_t i)
{
	const char *at = tail_at(&gap->tail, gap->text, i);
	bool capital = is_upper((unsigned char)*at);
	unsigned letters = small_letters_of(at, capital);

	if (letters == 0 || letters == 16)
		return i;
	if (at[letters] != ' ')
		return read_marked(gap, chunk, i, at, letters, capital);
	return capital ?
	    take_word(gap, chunk, i, i + letters, true, LAST_PLAIN) :
	    take_word(gap, chunk, i, i + letters, false, LAST_PLAIN);
}

static const struct chunk no_chunk = {
	.calm = true, .described = true, .hashed = true, .keyed = true
};

/* Where the white space at i ends. */
static size_t
space_end(struct slice text, size_t i)
{
	while (i < text.length) {
		unsigned char c = (unsigned char)text.at[i];
		size_t next = i + 1;

		if ((c > ' ' && c < 0x80) || (c != ' ' &&
		    (next = i, !is_space(utf8_next(text, &next)))))
			break;
		i = next;
	}
	return i;
}

/* Reads any chunk at i; returns its end. */
static size_t
read_other(const struct gap *gap, struct chunk *chunk, size_t i, bool spaced)
{
	struct slice text = gap->text;

	*chunk = no_chunk;
	chunk->spaced = spaced;
	if (i == text.length)
		return i;
	chunk->start = i;
	chunk->end = chunk_end(text, i, &chunk->alone);
	chunk->exists = true;
	chunk->described = chunk->hashed = chunk->keyed = false;
	dissect(gap, chunk);
	chunk->look = (uint16_t)((unsigned)chunk->begin +
	    (chunk->starter ? GAP_LOOK_STARTER : 0) +
	    (chunk->core > i ? GAP_LOOK_OPENED : 0) +
	    last_of((unsigned char)text.at[chunk->end - 1]) * GAP_LOOK_LAST +
	    (chunk->terminated ? GAP_LOOK_STOP : 0));
	chunk->quiet = spaced && chunk->begin == GAP_LOWER &&
	    text.at[chunk->end - 1] != '.' && text.at[chunk->end - 1] != ')';
	chunk->calm = !chunk->terminated && chunk->begin != GAP_OTHER;
	return chunk->end;
}

/* Reads any chunk behind at; returns its end. */
static size_t
read_any(const struct gap *gap, struct chunk *chunk, size_t at)
{
	size_t i = space_end(gap->text, at), end = i;

	if (i < gap->text.length)
		end = read_word(gap, chunk, i, i > at);
	return end > i ? end : read_other(gap, chunk, i, i > at);
}

/* The same, of one word behind one space mostly. */
static inline size_t
read_chunk(const struct gap *gap, struct chunk *chunk, size_t at)
{
	size_t i = at + 1, end = i;

	if (i < gap->text.length && gap->text.at[at] == ' ')
		end = read_short(gap, chunk, i);
	return end > i ? end : read_any(gap, chunk, at);
}

/* Moves the chunks in sight to the beginning. */
static struct chunk *
turn(struct gap *gap)
{
	memcpy(gap->chunks, gap->chunks + GAP_ROOM - 2 * GAP_SIDE + 1,
	    (2 * GAP_SIDE - 1) * sizeof *gap->chunks);
	return gap->chunks + GAP_SIDE - 2;
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
		return after == c || is_blank(before);
	case '.':
		/* two or more than three */
		return before != '.' && after == '.' &&
		    (i + 2 == text.length || text.at[i + 2] != '.' ||
		    (i + 3 < text.length && text.at[i + 3] == '.'));
	case ',':
		return is_blank(before);
	case 'i':
		return is_blank(before) && (is_blank(after) || after == '\'');
	default:
		return false;
	}
}

#define BLOCK ((size_t)32)

/* The first of some blocks of bytes, behind one byte and before another, where
 * hasty_at may find a sign: stops that are doubled, and behind white space ! ?
 * , or a lone i; their number if none. */
VECTORS static size_t
perhaps_hasty(const char *text, size_t blocks)
{
	/* from the byte before */
	const unsigned char *at = (const unsigned char *)text - 1;
	size_t n, i;

	for (n = 0; n < blocks; n++, at += BLOCK) {
		unsigned char any = 0;

		for (i = 0; i < BLOCK; i++) {
			unsigned char c = at[i + 1], after = at[i + 2];
			unsigned char shout = (c == '!') | (c == '?');
			unsigned char lone = (c == 'i') &
			    ((after <= ' ') | (after == '\''));

			any |= (unsigned char)(((shout | (c == '.')) &
			    (c == after)) | ((at[i] <= ' ') &
			    (shout | (c == ',') | lone)));
		}
		if (any != 0)
			break;
	}
	return n;
}

/* Whether there is a sign in [i, end), which has a byte before and behind. */
static bool
any_hasty(struct slice text, size_t i, size_t end)
{
	for (; i < end; i++)
		if (hasty_at(text, i))
			return true;
	return false;
}

/* Whether the text has signs of haste: "!!", "so..", "this ,", "i think". */
static bool
is_hasty(struct slice text)
{
	size_t i = 1, blocks, n;

	if (text.length < 3)
		return false;
	for (blocks = (text.length - 2) / BLOCK; blocks > 0;
	    blocks -= n + 1, i += BLOCK) {
		n = perhaps_hasty(text.at + i, blocks);
		i += n * BLOCK;
		if (n == blocks)
			break;
		if (any_hasty(text, i, i + BLOCK))
			return true;
	}
	/* the last ones, with some before them */
	if (text.length < BLOCK + 2 || i + 1 == text.length)
		return any_hasty(text, i, text.length - 1);
	i = text.length - 1 - BLOCK;
	return perhaps_hasty(text.at + i, 1) == 0 &&
	    any_hasty(text, i, i + BLOCK);
}

void
gap_init(struct gap *gap, struct slice text,
    const struct lexicon *abbreviations)
{
	size_t i;

	gap->text = text;
	gap->abbreviations = abbreviations;
	gap->at = gap->since = gap->index = gap->skipped = 0;
	tail_set(&gap->tail, text);
	gap->left = gap->chunks + GAP_SIDE - 1;
	for (i = 0; i < GAP_SIDE; i++)
		gap->chunks[i] = no_chunk;
	for (i = GAP_SIDE; i < 2 * GAP_SIDE; i++)
		gap->at = read_chunk(gap, &gap->chunks[i], gap->at);
	gap->closed = is_closed(text);
	gap->hasty = gap_right(gap)->begin == GAP_LOWER || is_hasty(text);
	gap->edited = gap->closed && !gap->hasty;
}

bool
gap_next(struct gap *gap)
{
	struct chunk *left = gap->left;
	size_t moved = 0, at = gap->at;

	/* of what is passed over only the first may have a terminator */
	gap->since = left->terminated ? 0 : gap->since + 1;
	/* over gaps where nothing ever ends, nor an item's mark stands on a
	 * side; the right chunk becomes the left one */
	do {
		moved++;
		if (left == gap->chunks + GAP_ROOM - GAP_SIDE - 1)
			left = turn(gap);
		left++;
		at = read_chunk(gap, left + GAP_SIDE, at);
	} while (left[1].quiet && left->calm);
	gap->left = left;
	gap->at = at;
	gap->index += moved;
	gap->skipped = moved - 1;
	gap->since += gap->skipped;
	return left[1].exists;
}
