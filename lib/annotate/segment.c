/*
 * annotate: sentences, numbered in their document, and tokens with their
 * normal form, for which the tokens glued to them count.
 */
#include "annotate.h"

static const struct slice glued_attrs = { "glued=1", sizeof "glued=1" - 1 };

static int
add_sentences(const struct passage *passage, struct annotations *found,
    struct arena *arena)
{
	size_t i;

	struct annotation *a;

	if (setjmp(arena->failure) != 0)
		return -1;
	if (passage->sentence_count == 0)
		return 0;
	a = annotations_room(found, passage->sentence_count, arena);
	for (i = 0; i < passage->sentence_count; i++) {
		const struct sentence *s = &passage->sentences[i];

		a[i] = (struct annotation){
			.start = s->start, .end = s->end,
			.label = s->heading ? "heading" : "sentence",
			.attrs = row_none.attrs
		};
	}
	found->count += passage->sentence_count;
	return 0;
}

int
annotate_sentences(const struct segment_wish *wish, struct passage *passage,
    int64_t *number, struct annotations *found, struct arena *arena)
{
	size_t i;

	if (segment_sentences_as(wish, passage->text, passage->kind,
	    &passage->sentences, &passage->sentence_count, arena) != 0)
		return -1;
	for (i = 0; i < passage->sentence_count; i++)
		passage->sentences[i].number = ++*number;
	return add_sentences(passage, found, arena);
}

/* The token's text; empty when it is not glued to the one that asks. */
static struct slice
neighbour(const struct passage *passage, size_t token, bool glued)
{
	struct slice s = { passage->text.at, 0 };

	return glued ? token_text(passage, token) : s;
}

int
annotate_token(const struct passage *passage, size_t i, size_t first,
    size_t last, struct annotation *a, struct arena *arena)
{
	const struct token *t = &passage->tokens[i];
	struct slice before = neighbour(passage, i - 1,
	    i > first && t[-1].glued);
	struct slice after = neighbour(passage, i + 1,
	    i + 1 < last && t->glued);

	a->passage = 0;
	a->start = t->start;
	a->end = t->end;
	a->label = token_label_name(t->label);
	a->attrs = t->glued ? glued_attrs : row_none.attrs;
	return segment_normal(token_text(passage, i), before, after,
	    &a->value, arena);
}

/* Room for the tokens. */
static int
make_room(const struct passage *passage, struct annotations *found,
    struct arena *arena)
{
	if (setjmp(arena->failure) != 0)
		return -1;
	annotations_room(found, passage->token_count, arena);
	return 0;
}

/* Tokens [first, last), which lie in one sentence. */
static int
add_tokens(const struct passage *passage, size_t first, size_t last,
    struct annotations *found, struct arena *arena)
{
	size_t i;

	for (i = first; i < last; i++)
		if (annotate_token(passage, i, first, last,
		    &found->all[found->count++], arena) != 0)
			return -1;
	return 0;
}

int
annotate_tokens(const struct passage *passage, struct annotations *found,
    struct arena *arena)
{
	size_t i;

	if (passage->token_count == 0)
		return 0;
	if (make_room(passage, found, arena) != 0)
		return -1;
	if (passage->sentence_count == 0)
		return add_tokens(passage, 0, passage->token_count, found,
		    arena);
	for (i = 0; i < passage->sentence_count; i++)
		if (add_tokens(passage, passage->sentences[i].first,
		    passage->sentences[i].last, found, arena) != 0)
			return -1;
	return 0;
}
