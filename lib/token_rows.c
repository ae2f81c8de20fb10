/*
 * token_rows: most tokens are of ASCII.  Their normal form is the token itself
 * in small letters, unless they may be clitics; they are as many code points as
 * bytes and need no escape, if the paragraph needs none.  Their
 * rows are pieces laid one behind the other: those that all rows of a document
 * share, of a sentence, of a label, and twice the token.  All other tokens take
 * the way of any annotation.
 *
 * Lexicon: clitics.
 */
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "annotate/annotate.h"
#include "ascii.h"
#include "error.h"
#include "layer.h"
#include "lexicon.h"
#include "tail.h"
#include "token_rows.h"
#include "utf8.h"

extern const struct lexicon lexicon_clitics;

#define CLITIC_MOST 5		/* bytes, folded */
/* Offsets, the number of the sentence, label, attributes and more than that,
 * since pieces are copied in whole words. */
#define ROOM (3 * (OUTPUT_DIGITS + 2) + 64)
#define PIECE 16		/* the head and short tokens are copied so */

#define STEM (2 * (OUTPUT_DIGITS + 1) + OUTPUT_DIGITS + 1)
#define HUNDRED 100		/* offsets of which the same stem is used */
#define RUN 64			/* rows that room is made for at once */

/* What the rows of a sentence begin with, up to their labels.  The last two
 * digits of both offsets are written anew for each row; begun anew when others
 * change. */
struct stem {
	char *bytes;
	size_t length;
	size_t low[2];		/* where those digits are */
	int64_t base;		/* the offset when both are 0 */
};

struct writer {
	struct block *block;
	const struct passage *passage;
	struct slice head;		/* type and doc, with their tabs */
	struct row_digits digits;
	char sent[OUTPUT_DIGITS + 1];	/* of the sentence, and a tab */
	size_t sent_length;
	struct stem stem;
	struct tail tail;		/* of the text */
	size_t byte, point;		/* where the last token ended */
};

/* Labels with their tabs; a word of them is copied. */
static const struct label {
	char text[8];
	size_t length;
} labels[] = {
	[TOKEN_WORD] = { "word\t", 5 },
	[TOKEN_NUMBER] = { "number\t", 7 },
	[TOKEN_PUNCT] = { "punct\t", 6 },
	[TOKEN_SYMBOL] = { "symbol\t", 7 },
	[TOKEN_URL] = { "url\t", 4 },
	[TOKEN_EMAIL] = { "email\t", 6 },
	[TOKEN_EMOJI] = { "emoji\t", 6 }
};

/* Attributes of a token that is not glued, and of one that is. */
static const char attrs[2][16] = { "\t_\t", "\tglued=1\t" };

/* Whether the token is ASCII, or one curly quotation mark, and no clitic; then
 * tells how many code points it has. */
static bool
is_plain(struct slice token, size_t *points)
{
	size_t i;

	*points = token.length;
	if (token.length == 3 && (memcmp(token.at, "\xe2\x80\x9c", 3) == 0 ||
	    memcmp(token.at, "\xe2\x80\x9d", 3) == 0)) {
		*points = 1;
		return true;
	}
	for (i = 0; i < token.length; i += 8)
		if ((utf8_eight(token.at + i, token.length - i) &
		    UINT64_C(0x8080808080808080)) != 0)
			return false;
	return token.length > CLITIC_MOST ||
	    lexicon_find_folded(&lexicon_clitics, token) == LEXICON_NONE;
}

/* Sixteen bytes with their capitals small; false when not all of the first so
 * many are ASCII. */
static inline bool
make_small(const char *from, size_t length, char small[PIECE])
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const void *)from);
	__m128i capitals = _mm_and_si128(
	    _mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
	    _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));

	_mm_storeu_si128((void *)small, _mm_or_si128(bytes,
	    _mm_and_si128(capitals, _mm_set1_epi8(0x20))));
	return ((unsigned)_mm_movemask_epi8(bytes) &
	    ((1u << length) - 1)) == 0;
#else
	unsigned char all = 0;
	size_t i;

	for (i = 0; i < PIECE; i++)
		small[i] = (char)to_small(from[i]);
	for (i = 0; i < length; i++)
		all |= (unsigned char)from[i];
	return all < 0x80;
#endif
}

/* Reads a short token that is_plain, with what stands behind it, in small
 * letters; false when another way has to be gone. */
static inline bool
read_short(const char *at, size_t length, char small[PIECE])
{
	/* that no clitic is so long is told by its length: one branch less */
	return length <= PIECE && make_small(at, length, small) &&
	    lexicon_find_folded(&lexicon_clitics,
	    (struct slice){ at, length }) == LEXICON_NONE;
}

/* Whether any of these bytes of ASCII is a capital. */
static bool
has_capitals(const char *at, size_t length)
{
	uint64_t capitals = 0;
	size_t i;

	for (i = 0; i < length; i += 8)
		capitals |= utf8_capitals(utf8_eight(at + i, length - i));
	return capitals != 0;
}

/* The code point of the text where the token begins; byte and point are where
 * the one before ended. */
static inline size_t
point_of(const struct passage *passage, const struct token *token,
    size_t byte, size_t point)
{
	struct slice between = { passage->text.at + byte,
	    token->start - byte };

	if (passage->map.ascii)
		return token->start;
	/* mostly a space */
	return point + (between.length <= 1 ? between.length :
	    utf8_count(between));
}

/* The code point of the document where the token begins, which has so many. */
static int64_t
start_of(struct writer *w, const struct token *token, size_t points)
{
	size_t start = point_of(w->passage, token, w->byte, w->point);

	w->byte = token->end;
	w->point = start + points;
	return w->passage->start + (int64_t)start;
}

/* Begins the row of a token without escapes, of so many code points: writes all
 * before its value, which is of so many bytes. */
static inline char *
begin_row(struct writer *w, const struct token *token, size_t points,
    size_t value)
{
	const struct label *label = &labels[token->label];
	const struct slice head = w->head;
	size_t length = token->end - token->start, i;
	int64_t start = start_of(w, token, points);
	char *to = block_room(w->block, start, start + (int64_t)points,
	    head.length + length + value + ROOM);

	for (i = 0; i < head.length; i += PIECE)
		memcpy(to + i, head.at + i, PIECE);
	to += head.length;
	to = row_put_offset(to, &w->digits, start);
	to = row_put_offset(to, &w->digits, start + (int64_t)points);
	memcpy(to, w->sent, sizeof w->sent);
	to += w->sent_length;
	memcpy(to, label->text, sizeof label->text);
	return to + label->length;
}

/* Writes what stands between value and text. */
static inline char *
put_attrs(char *to, const struct token *token)
{
	memcpy(to, attrs[token->glued], sizeof *attrs);
	return to + 3 + 6 * (size_t)token->glued;
}

/* Begins the stem anew, for a row with these offsets; false when one of them
 * has no two digits. */
static bool
begin_stem(struct writer *w, int64_t start, int64_t end)
{
	struct stem *stem = &w->stem;
	char *to = stem->bytes + w->head.length;

	if (start < 10)
		return false;
	stem->base = start - start % HUNDRED;
	to = output_digits(to, start);
	stem->low[0] = (size_t)(to - 2 - stem->bytes);
	*to++ = '\t';
	to = output_digits(to, end);
	stem->low[1] = (size_t)(to - 2 - stem->bytes);
	*to++ = '\t';
	memcpy(to, w->sent, sizeof w->sent);
	stem->length = (size_t)(to - stem->bytes) + w->sent_length;
	return true;
}

/* Writes a row of a short token at text, which may be followed by other bytes;
 * low is its start as the stem counts. */
static inline char *
put_short(char *to, const struct stem *stem, size_t low,
    const struct token *token, const char *text, const char small[PIECE])
{
	const struct label *label = &labels[token->label];
	size_t length = token->end - token->start, high = low + length, i;

	high -= high < HUNDRED ? 0 : HUNDRED;
	for (i = 0; i < stem->length; i += PIECE)
		memcpy(to + i, stem->bytes + i, PIECE);
	memcpy(to + stem->low[0], output_pairs + 2 * low, 2);
	memcpy(to + stem->low[1], output_pairs + 2 * high, 2);
	to += stem->length;
	memcpy(to, label->text, sizeof label->text);
	to += label->length;
	memcpy(to, small, PIECE);
	to = put_attrs(to + length, token);
	memcpy(to, text, PIECE);
	to[length] = '\n';
	return to + length + 1;
}

/* Adds rows of short tokens from the i-th on, for which there is room; returns
 * the first token that is none. */
static size_t
add_run(struct writer *w, size_t i, size_t last)
{
	const struct passage *passage = w->passage;
	struct block_rows *added = &w->block->added;
	struct block_index *index = added->index + added->count;
	char *to = added->bytes + added->length;
	struct stem stem = w->stem;
	size_t byte = w->byte, point = w->point;
	int64_t ahead = passage->start - w->block->start;

	for (; i < last; i++) {
		const struct token *token = &passage->tokens[i];
		size_t length = token->end - token->start;
		size_t start = point_of(passage, token, byte, point);
		int64_t place = passage->start + (int64_t)start;
		const char *text = tail_at(&w->tail, passage->text,
		    token->start);
		char small[PIECE];

		if (!read_short(text, length, small))
			break;
		if ((uint64_t)(place - stem.base) + length >= HUNDRED) {
			if (!begin_stem(w, place, place + (int64_t)length))
				break;
			stem = w->stem;
		}
		byte = token->end;
		point = start + length;
		*index++ = (struct block_index){
			.at = (uint32_t)(to - added->bytes),
			.start = (uint32_t)(ahead + (int64_t)start),
			.end = (uint32_t)(ahead + (int64_t)point)
		};
		to = put_short(to, &stem, (size_t)(place - stem.base), token,
		    text, small);
	}
	w->byte = byte;
	w->point = point;
	added->count = (size_t)(index - added->index);
	added->length = (size_t)(to - added->bytes);
	return i;
}

/* The same; makes room. */
static size_t
add_short(struct writer *w, size_t i, size_t last)
{
	size_t count = last - i < RUN ? last - i : RUN;
	size_t length = count * (w->head.length + STEM + 5 * PIECE);
	const struct passage *passage = w->passage;
	int64_t end = passage->start + (int64_t)passage->text.length;

	block_reserve(w->block, end, count, length);
	return add_run(w, i, i + count);
}

/* Adds the row of a plain token of any length. */
static void
add_plain(struct writer *w, const struct token *token, size_t points)
{
	const char *text = w->passage->text.at + token->start;
	size_t length = token->end - token->start, i;
	char *to = begin_row(w, token, points, length);

	output_copy(to, text, length);
	if (has_capitals(to, length))
		for (i = 0; i < length; i++)
			to[i] = (char)to_small(to[i]);
	to = put_attrs(to + length, token);
	to = output_copy(to, text, length);
	*to = '\n';
	block_took(w->block, to + 1);
}

/* Adds the row of another one, the i-th, of tokens [first, last) of its
 * sentence. */
static void
add_other(struct writer *w, size_t i, size_t first, size_t last)
{
	const struct token *token = &w->passage->tokens[i];
	struct slice text = token_text(w->passage, i);
	struct annotation a;
	char *to;

	if (annotate_token(w->passage, i, first, last, &a, w->block->arena) !=
	    0)
		error_no_memory();
	if (a.value.length == 0)
		a.value = row_none.value;
	to = begin_row(w, token, utf8_count(text), a.value.length);
	to = put_attrs(output_copy(to, a.value.at, a.value.length), token);
	to = output_copy(to, text.at, text.length);
	*to = '\n';
	block_took(w->block, to + 1);
}

/* The same where the text needs escapes. */
static void
add_escaped(struct writer *w, struct row_maker *maker, size_t i, size_t first,
    size_t last)
{
	struct annotation a;

	if (annotate_token(w->passage, i, first, last, &a, w->block->arena) !=
	    0)
		error_no_memory();
	layer_add_one(w->block, maker, &a);
}

static void
begin_sentence(struct writer *w, int64_t number)
{
	size_t n = 1;

	w->sent[0] = '_';
	if (number > 0)
		n = (size_t)(output_digits(w->sent, number) - w->sent);
	w->sent[n] = '\t';
	w->sent_length = n + 1;
	w->stem.base = -HUNDRED;
}

/* A stem with all that the rows of the document share. */
static struct stem
stem_of(struct slice head, struct arena *arena)
{
	struct stem stem = { .bytes = arena_alloc(arena,
	    head.length + STEM + PIECE, 1) };

	memcpy(stem.bytes, head.at, head.length);
	return stem;
}

static struct slice
head_of(const struct passage *passage, struct arena *arena)
{
	static const char type[] = "token\t";
	size_t n = sizeof type - 1;
	char *head = arena_alloc(arena, n + passage->doc.length + PIECE, 1);

	memcpy(head, type, n);
	memcpy(head + n, passage->doc.at, passage->doc.length);
	head[n + passage->doc.length] = '\t';
	return (struct slice){ head, n + passage->doc.length + 1 };
}

static void
add_tokens(struct writer *w, struct row_maker *maker, size_t first,
    size_t last)
{
	size_t i = first, points;

	while (i < last) {
		size_t from = i;

		/* a backslash is plain but for its escape */
		if (!w->passage->unescaped) {
			add_escaped(w, maker, i++, first, last);
			continue;
		}
		i = add_short(w, i, last);
		if (i > from)
			continue;
		if (is_plain(token_text(w->passage, i), &points))
			add_plain(w, &w->passage->tokens[i], points);
		else
			add_other(w, i, first, last);
		i++;
	}
}

void
token_rows_add(struct block *block, const struct passage *passage)
{
	struct writer w = { .block = block, .passage = passage };
	struct row_maker maker;
	size_t i;

	if (passage->token_count == 0)
		return;
	row_maker_begin(&maker, passage, "token", block->arena);
	w.head = head_of(passage, block->arena);
	w.stem = stem_of(w.head, block->arena);
	tail_set(&w.tail, passage->text);
	begin_sentence(&w, 0);
	if (passage->sentence_count == 0)
		add_tokens(&w, &maker, 0, passage->token_count);
	for (i = 0; i < passage->sentence_count; i++) {
		const struct sentence *s = &passage->sentences[i];

		begin_sentence(&w, s->number);
		add_tokens(&w, &maker, s->first, s->last);
	}
}
