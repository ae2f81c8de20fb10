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
append_tokens(const struct passage *passage, const struct segment_wish *wish,
    size_t start, size_t end, struct token_list *tokens, struct arena *arena)
{
	struct slice text = { passage->text.at + start, end - start };

	return segment_tokens_as(wish, text, start, tokens, arena);
}

/* The same of each sentence, or of the whole text. */
static int
append_all(struct passage *passage, const struct segment_wish *wish,
    struct token_list *tokens, struct arena *arena)
{
	size_t i;

	if (passage->sentence_count == 0)
		return append_tokens(passage, wish, 0, passage->text.length,
		    tokens, arena);
	for (i = 0; i < passage->sentence_count; i++) {
		struct sentence *s = &passage->sentences[i];

		s->first = (uint32_t)tokens->count;
		if (append_tokens(passage, wish, s->start, s->end, tokens,
		    arena) != 0)
			return -1;
		s->last = (uint32_t)tokens->count;
	}
	return 0;
}

int
passage_tokens(struct passage *passage, const struct segment_wish *wish,
    struct arena *arena)
{
	struct token_list tokens = { NULL, 0, 0 };

	if (append_all(passage, wish, &tokens, arena) != 0)
		return -1;
	passage->tokens = tokens.all;
	passage->token_count = tokens.count;
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
