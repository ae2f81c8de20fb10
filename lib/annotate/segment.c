/*
 * annotate: sentences, numbered in their document, and tokens with their
 * normal form, for which the tokens glued to them count.
 */
#include "annotate.h"

static int
add_sentences(const struct passage *passage, struct annotations *found,
    struct arena *arena)
{
	size_t i;

	if (setjmp(arena->failure) != 0)
		return -1;
	for (i = 0; i < passage->sentence_count; i++) {
		const struct sentence *s = &passage->sentences[i];
		struct annotation *a = annotations_add(found, arena);

		a->start = s->start;
		a->end = s->end;
		a->label = s->heading ? "heading" : "sentence";
	}
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

static int
add_tokens(const struct passage *passage, struct annotations *found,
    struct arena *arena)
{
	const struct slice glued = slice_of("glued=1");
	struct annotation *all;
	size_t i;

	if (setjmp(arena->failure) != 0)
		return -1;
	all = annotations_room(found, passage->token_count, arena);
	for (i = 0; i < passage->token_count; i++) {
		const struct token *t = &passage->tokens[i];

		all[i] = (struct annotation){
			.start = t->start, .end = t->end,
			.label = token_label_name(t->label),
			.attrs = t->glued ? glued : row_none.attrs
		};
	}
	found->count += passage->token_count;
	return 0;
}

/* The token's text; empty when it is not glued to the one that asks. */
static struct slice
neighbour(const struct passage *passage, size_t token, bool glued)
{
	struct slice s = { passage->text.at, 0 };

	return glued ? token_text(passage, token) : s;
}

/* Normal forms of tokens [first, last), which lie in one sentence; all is what
 * was added for the passage. */
static int
add_normals(const struct passage *passage, size_t first, size_t last,
    struct annotation *all, struct arena *arena)
{
	const struct token *tokens = passage->tokens;
	size_t i;

	for (i = first; i < last; i++) {
		struct slice before = neighbour(passage, i - 1,
		    i > first && tokens[i - 1].glued);
		struct slice after = neighbour(passage, i + 1,
		    i + 1 < last && tokens[i].glued);

		if (segment_normal(token_text(passage, i), before, after,
		    &all[i].value, arena) != 0)
			return -1;
	}
	return 0;
}

int
annotate_tokens(const struct passage *passage, struct annotations *found,
    struct arena *arena)
{
	struct annotation *all;
	size_t i;

	if (passage->token_count == 0)
		return 0;
	if (add_tokens(passage, found, arena) != 0)
		return -1;
	all = found->all + (found->count - passage->token_count);
	if (passage->sentence_count == 0)
		return add_normals(passage, 0, passage->token_count, all,
		    arena);
	for (i = 0; i < passage->sentence_count; i++)
		if (add_normals(passage, passage->sentences[i].first,
		    passage->sentences[i].last, all, arena) != 0)
			return -1;
	return 0;
}
