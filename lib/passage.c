/*
 * passage: text with the sentences and tokens of the segment engine.
 */
#include "passage.h"
#include "segment/segment.h"

size_t
passage_sentence(const struct passage *passage, size_t byte)
{
	size_t low = 0, high = passage->sentence_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (passage->sentences[middle].start <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : 0;
}

/* Appends those found between two bytes. */
static int
append_tokens(struct passage *passage, const struct segment_wish *wish,
    size_t start, size_t end, size_t *size, struct arena *arena)
{
	struct slice text = { passage->text.at + start, end - start };
	struct arena_mark mark = arena_mark(arena);
	struct token *found;
	size_t n, i;
	bool fit;

	if (segment_tokens_as(wish, text, &found, &n, arena) != 0)
		return -1;
	if (setjmp(arena->failure) != 0)
		return -1;
	fit = passage->token_count + n <= *size;
	passage->tokens = arena_grow(arena, passage->tokens,
	    passage->token_count, size, passage->token_count + n,
	    sizeof *found);
	for (i = 0; i < n; i++) {
		struct token *token = &passage->tokens[passage->token_count++];

		*token = found[i];
		token->start += start;
		token->end += start;
	}
	/* a larger array of them may lie behind what was found */
	if (fit)
		arena_release(arena, mark);
	return 0;
}

int
passage_tokens(struct passage *passage, const struct segment_wish *wish,
    struct arena *arena)
{
	size_t size = 0, i;

	passage->tokens = NULL;
	passage->token_count = 0;
	if (passage->sentence_count == 0)
		return append_tokens(passage, wish, 0, passage->text.length,
		    &size, arena);
	for (i = 0; i < passage->sentence_count; i++) {
		struct sentence *s = &passage->sentences[i];

		s->first = (uint32_t)passage->token_count;
		if (append_tokens(passage, wish, s->start, s->end, &size,
		    arena) != 0)
			return -1;
		s->last = (uint32_t)passage->token_count;
	}
	return 0;
}

int
passage_of_text(struct passage *passage, struct slice text,
    enum passage_kind kind, struct arena *arena)
{
	static const struct segment_wish none;
	size_t i;

	memset(passage, 0, sizeof *passage);
	passage->text = text;
	passage->kind = kind;
	passage->new_document = true;
	if (segment_sentences(text, kind, &passage->sentences,
	    &passage->sentence_count, arena) != 0)
		return -1;
	for (i = 0; i < passage->sentence_count; i++)
		passage->sentences[i].number = (int64_t)i + 1;
	/* an empty text has no tokens to look for */
	if (passage->sentence_count > 0 &&
	    passage_tokens(passage, &none, arena) != 0)
		return -1;
	if (setjmp(arena->failure) != 0)
		return -1;
	utf8_map_init(&passage->map, text, arena);
	return 0;
}
