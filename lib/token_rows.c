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
#include "token_rows.h"
#include "utf8.h"

extern const struct lexicon lexicon_clitics;

#define CLITIC_MOST 5		/* bytes, folded */
/* Offsets, the number of the sentence, label, attributes and more than that,
 * since pieces are copied in whole words. */
#define ROOM (3 * (OUTPUT_DIGITS + 2) + 64)
#define PIECE 16		/* the head and short tokens are copied so */

struct writer {
	struct block *block;
	const struct passage *passage;
	struct slice head;		/* type and doc, with their tabs */
	struct row_digits digits;
	char sent[OUTPUT_DIGITS + 1];	/* of the sentence, and a tab */
	size_t sent_length;
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

/* Sixteen bytes with their capitals small; false when not all are ASCII. */
static inline bool
make_small(const char *from, char small[PIECE])
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const void *)from);
	__m128i capitals = _mm_and_si128(
	    _mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
	    _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));

	_mm_storeu_si128((void *)small, _mm_or_si128(bytes,
	    _mm_and_si128(capitals, _mm_set1_epi8(0x20))));
	return _mm_movemask_epi8(bytes) == 0;
#else
	uint64_t eight, all = 0;
	size_t i;

	for (i = 0; i < PIECE; i += sizeof eight) {
		memcpy(&eight, from + i, sizeof eight);
		all |= eight;
		eight |= utf8_capitals(eight) >> 2;
		memcpy(small + i, &eight, sizeof eight);
	}
	return (all & UINT64_C(0x8080808080808080)) == 0;
#endif
}

/* Reads a short token that is_plain, with what stands behind it, in small
 * letters; false when another way has to be gone. */
static inline bool
read_short(const struct writer *w, const struct token *token,
    char small[PIECE])
{
	const struct passage *passage = w->passage;
	const char *at = passage->text.at + token->start;
	size_t length = token->end - token->start;

	if (length > PIECE || token->start + PIECE > passage->text.length ||
	    !make_small(at, small))
		return false;
	return length > CLITIC_MOST || lexicon_find_folded(&lexicon_clitics,
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

/* The code point of the document where the token begins, which has so many. */
static int64_t
start_of(struct writer *w, const struct token *token, size_t points)
{
	const struct passage *passage = w->passage;
	struct slice between = { passage->text.at + w->byte,
	    token->start - w->byte };
	size_t start;

	if (passage->map.ascii)
		return passage->start + (int64_t)token->start;
	/* mostly a space */
	start = w->point + (between.length <= 1 ? between.length :
	    utf8_count(between));
	w->byte = token->end;
	w->point = start + points;
	return passage->start + (int64_t)start;
}

/* Begins the row of a plain token: writes all before its value. */
static inline char *
begin_plain(struct writer *w, const struct token *token, size_t points)
{
	const struct label *label = &labels[token->label];
	const struct slice head = w->head;
	size_t length = token->end - token->start, i;
	int64_t start = start_of(w, token, points);
	char *to = block_room(w->block, start, start + (int64_t)points,
	    head.length + 2 * length + ROOM);

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
	return to + (token->glued ? 9 : 3);
}

static inline void
add_short(struct writer *w, const struct token *token,
    const char small[PIECE])
{
	size_t length = token->end - token->start;
	char *to = begin_plain(w, token, length);

	memcpy(to, small, PIECE);
	to = put_attrs(to + length, token);
	memcpy(to, w->passage->text.at + token->start, PIECE);
	to += length;
	*to = '\n';
	block_took(w->block, to + 1);
}

/* Adds the row of a plain token of any length. */
static void
add_plain(struct writer *w, const struct token *token, size_t points)
{
	const char *text = w->passage->text.at + token->start;
	size_t length = token->end - token->start, i;
	char *to = begin_plain(w, token, points);

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
add_other(struct writer *w, struct row_maker *maker, size_t i, size_t first,
    size_t last)
{
	struct arena *arena = w->block->arena;
	struct annotation a;

	if (annotate_token(w->passage, i, first, last, &a, arena) != 0)
		error_no_memory();
	layer_add_one(w->block, maker, &a);
	w->byte = a.end;
	w->point = (size_t)(maker->row.end - w->passage->start);
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
	size_t i;

	for (i = first; i < last; i++) {
		const struct token *token = &w->passage->tokens[i];
		char small[PIECE];
		size_t points;

		/* a backslash is plain but for its escape */
		if (!w->passage->unescaped)
			add_other(w, maker, i, first, last);
		else if (read_short(w, token, small))
			add_short(w, token, small);
		else if (is_plain(token_text(w->passage, i), &points))
			add_plain(w, token, points);
		else
			add_other(w, maker, i, first, last);
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
	begin_sentence(&w, 0);
	if (passage->sentence_count == 0)
		add_tokens(&w, &maker, 0, passage->token_count);
	for (i = 0; i < passage->sentence_count; i++) {
		const struct sentence *s = &passage->sentences[i];

		begin_sentence(&w, s->number);
		add_tokens(&w, &maker, s->first, s->last);
	}
}
