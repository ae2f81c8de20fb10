/*
 * segment: sentence ends and tokens of one paragraph.
 *
 *	struct sentence *sentences;
 *	size_t n;
 *	if (segment_sentences(text, PASSAGE_BODY, &sentences, &n, &arena) != 0)
 *		out of memory
 *
 * Pure: text in, spans (byte offsets, ends exclusive) out, in the caller's
 * arena.  Every function returns 0, or -1 when memory runs out.
 */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "../lexicon.h"
#include "../passage.h"

/* What a user wants otherwise; all 0: nothing. */
struct segment_wish {
	/* abbreviations without their last period, and their kinds; each
	 * comes before the lexicon's and decides without the model */
	const struct lexicon *abbreviations;
	bool terminators_only;	/* no sentence ends without . ? ! */
	const struct lexicon *keep;	/* tokens, folded, and their labels */
	size_t keep_longest;	/* bytes of a token of keep */
};

/* Sentences of a paragraph, in order, without outer blanks; first, last and
 * number are left 0. */
int segment_sentences(struct slice text, enum passage_kind kind,
    struct sentence **sentences, size_t *count, struct arena *arena);
int segment_sentences_as(const struct segment_wish *wish, struct slice text,
    enum passage_kind kind, struct sentence **sentences, size_t *count,
    struct arena *arena);
/* Whether there is such a kind of abbreviation; empty is one that never ends a
 * sentence, "none" is none. */
bool segment_abbreviation_kind(struct slice name);
/* Tokens of text (a sentence or a paragraph; offsets relative to text). */
int segment_tokens(struct slice text, struct token **tokens, size_t *count,
    struct arena *arena);
/* Appends them; their offsets are those of a text where this one begins at
 * base. */
int segment_tokens_as(const struct segment_wish *wish, struct slice text,
    size_t base, struct token_list *tokens, struct arena *arena);
/* The normal form of a token: NFC, case-folded, straight apostrophe, full
 * form of a clitic (n't: not).  before is the token it is glued to on the
 * left, or empty: "ca" n't, "wo" n't; after the token glued on the right. */
int segment_normal(struct slice token, struct slice before, struct slice after,
    struct slice *normal, struct arena *arena);
/* The stream's name of a token label ("word") and back (-1: none). */
const char *token_label_name(enum token_label label);
int token_label_of(struct slice name);

#endif
