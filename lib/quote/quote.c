/*
 * quote: reads the passages of a document and its names, finds quotations.
 *
 * Marks are paired (mark.c), tokens become atoms (chunk.c), reports are found
 * sentence by sentence (clause.c) and speakers resolved (resolve.c).  A mark
 * left open goes on when the next paragraph opens with one.
 *
 * Bugs: reports inside a quotation have no row of their own.
 */
#include <stdlib.h>

#include "parse.h"

static int
by_place(const void *x, const void *y)
{
	const struct quote *a = x, *b = y;

	if (a->passage != b->passage)
		return a->passage < b->passage ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return (a->label > b->label) - (a->label < b->label);
}

static bool
runs_on(const struct parse *parse)
{
	return parse->region_count > 0 &&
	    parse->regions[parse->region_count - 1].unclosed;
}

static void
find(struct finder *f)
{
	size_t i, first;
	bool open = false;

	f->parses = arena_alloc(f->arena, f->passage_count + 1,
	    sizeof *f->parses);
	f->single = mark_single_majority(f->passages, f->passage_count);
	name_read_all(f);
	for (i = 0; i < f->passage_count; i++) {
		struct parse *parse = &f->parses[i];

		parse->passage = &f->passages[i];
		parse->index = i;
		mark_pair(parse, f->single, open, f->arena);
		/* A mark left open is damage, unless the next paragraph
		 * opens with one or it began its own. */
		if (runs_on(parse) && parse->regions[parse->region_count -
		    1].first > 0 && !(i + 1 < f->passage_count &&
		    mark_opens(&f->passages[i + 1], f->single)) &&
		    f->passages[i].tokens[parse->regions[
		    parse->region_count - 1].first - 1].glued)
			parse->region_count--;
		if (open && parse->region_count > 0 &&
		    parse->regions[0].first == 0)
			parse->regions[0].continued = true;
		open = runs_on(parse);
		atom_read_all(parse, f->arena);
		first = f->count;
		clause_find(f, parse);
		for (; first < f->count; first++)
			f->quotes[first].continued =
			    parse->region_count > 0 &&
			    parse->regions[0].continued &&
			    f->quotes[first].start == 0 &&
			    f->quotes[first].label == QUOTE_DIRECT;
	}
	resolve_speakers(f);
	if (f->count > 0)
		qsort(f->quotes, f->count, sizeof *f->quotes, by_place);
}

int
quote_find(const struct passage *passages, size_t passage_count,
    const struct quote_name *names, size_t name_count,
    struct quote **quotes, size_t *count, struct arena *arena)
{
	struct finder *finder;

	*quotes = NULL;
	*count = 0;
	if (setjmp(arena->failure) != 0)
		return -1;
	finder = arena_alloc(arena, 1, sizeof *finder);
	finder->passages = passages;
	finder->passage_count = passage_count;
	finder->names = names;
	finder->name_count = name_count;
	finder->arena = arena;
	find(finder);
	*quotes = finder->quotes;
	*count = finder->count;
	return 0;
}

const char *
quote_label_name(enum quote_label label)
{
	static const char *const names[] = { "direct", "indirect", "mixed" };

	return names[label];
}
