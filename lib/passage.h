/*
 * passage: what an engine reads: the text of one paragraph with its sentences
 * and tokens.  All offsets are bytes into text, ends exclusive.
 *
 * A passage is made from a block of rows by layer_passage() (layer.h),
 * with the sentence and token rows that are there, and where there are none by
 * the segment engine; by librill (rill/window.c); or from plain text by
 * passage_of_text(), for tests and fuzzers.
 *
 * Ownership: everything lies in the arena (and the block) it was made from.
 */
#ifndef PASSAGE_H
#define PASSAGE_H

#include <stdint.h>

#include "memory.h"
#include "slice.h"
#include "utf8.h"

enum passage_kind {
	PASSAGE_BODY,
	PASSAGE_HEADING,	/* title, byline, dateline: stands alone */
	PASSAGE_ITEM		/* item of a list */
};

/* The closed list of token labels. */
enum token_label {
	TOKEN_WORD,
	TOKEN_NUMBER,		/* digits, perhaps with , . : / - or letters */
	TOKEN_PUNCT,
	TOKEN_SYMBOL,		/* $ US$ % + = and the like */
	TOKEN_URL,
	TOKEN_EMAIL,
	TOKEN_EMOJI		/* emoji sequences and emoticons */
};

struct token {
	size_t start, end;
	enum token_label label;
	bool glued;		/* no white space follows */
};

struct token_list {
	struct token *all;
	size_t count, size;
};

struct sentence {
	size_t start, end;
	uint32_t first, last;	/* tokens [first, last) */
	int64_t number;		/* in the document, 1-based; 0: not known */
	bool heading;
};

struct passage {
	struct slice text;		/* unescaped, well-formed UTF-8 */
	enum passage_kind kind;
	struct slice doc;		/* name of the document */
	struct slice date;		/* its ISO 8601 date; empty: none */
	int64_t start;			/* code points before text in doc */
	bool new_document;		/* the first passage of a document */
	bool unescaped;			/* no piece of text needs an escape */
	/* in order, no overlap; every token is in one */
	struct sentence *sentences;
	size_t sentence_count;
	struct token *tokens;		/* in order, no overlap */
	size_t token_count;
	struct utf8_map map;
};

static inline struct slice
token_text(const struct passage *passage, size_t token)
{
	struct slice s = {
		passage->text.at + passage->tokens[token].start,
		passage->tokens[token].end - passage->tokens[token].start
	};

	return s;
}

/* The last sentence that begins at this byte or before; the first if none. */
size_t passage_sentence(const struct passage *passage, size_t byte);
/* Finds the tokens of the sentences, or of the whole text when there are none;
 * wish: what the user wants otherwise (segment/segment.h). */
struct segment_wish;
int passage_tokens(struct passage *passage, const struct segment_wish *wish,
    struct arena *arena);
/* Segments text itself.  Returns 0, or -1 when memory runs out. */
int passage_of_text(struct passage *passage, struct slice text,
    enum passage_kind kind, struct arena *arena);

#endif
