/*
 * quote: reads the passages of a document and its names, finds quotations.
 *
 * Marks are paired (mark.c), tokens become atoms (atom.c), and the sentences
 * that may hold a report get parts of speech (mend.c, tag.c); reports are found
 * sentence by sentence (paragraph.c, clause.c) and speakers resolved
 * (resolve.c).  A mark left open goes on when the next paragraph opens with
 * one.
 *
 * Bugs: reports inside a quotation have no row of their own.
 */
#include <stdlib.h>

#include "../lexicon.h"
#include "parse.h"

extern const struct lexicon lexicon_quote_confidence;

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

/* Marks that are in no quotation. */
static void
add_terms(struct finder *f, const struct parse *parse)
{
	const struct passage *p = parse->passage;
	size_t i;

	for (i = 0; i < parse->region_count; i++) {
		const struct region *region = &parse->regions[i];
		struct quote *quote;

		if (region->done || region->unclosed)
			continue;
		f->quotes = arena_grow(f->arena, f->quotes, f->count,
		    &f->size, f->count + 1, sizeof *f->quotes);
		quote = &f->quotes[f->count++];
		memset(quote, 0, sizeof *quote);
		quote->passage = parse->index;
		quote->start = p->tokens[region->first].start;
		quote->end = p->tokens[region->last - 1].end;
		quote->label = QUOTE_TERM;
		quote->rule = QUOTE_RULES;
	}
}

static bool
same_place(const struct quote_place *a, const struct quote_place *b)
{
	return a->passage == b->passage && a->start == b->start &&
	    a->end == b->end;
}

/* Pieces of one quotation have one cue and one speaker. */
static void
find_groups(struct finder *f)
{
	size_t i, k;

	for (i = 1; i < f->count; i++) {
		struct quote *quote = &f->quotes[i];

		if (quote->cue.start == quote->cue.end &&
		    quote->speaker.start == quote->speaker.end)
			continue;
		for (k = i; k-- > 0 && i - k < 8;)
			if (same_place(&quote->cue, &f->quotes[k].cue) &&
			    same_place(&quote->speaker,
			    &f->quotes[k].speaker)) {
				if (f->quotes[k].group == 0)
					f->quotes[k].group = k + 1;
				quote->group = f->quotes[k].group;
				break;
			}
	}
}

/* How often a quotation of this label by this rule is right. */
static unsigned
confidence(const struct quote *quote)
{
	const char *name = quote_rule_name(quote->rule);
	size_t row = lexicon_find(&lexicon_quote_confidence, slice_of(name));
	struct slice cell;
	unsigned percent = 0;
	size_t i;

	if (row == LEXICON_NONE)
		return 0;
	cell = lexicon_cell(&lexicon_quote_confidence, row,
	    quote->label == QUOTE_DIRECT ? 1 : quote->weak ? 3 : 2);
	for (i = 0; i < cell.length; i++)
		percent = percent * 10 + (unsigned)(cell.at[i] - '0');
	return percent;
}

static bool
runs_on(const struct parse *parse)
{
	return parse->region_count > 0 &&
	    parse->regions[parse->region_count - 1].unclosed;
}

/* Whether a quotation goes on in the paragraph of the next one, with the same
 * mark. */
static bool
goes_on(const struct finder *f, const struct quote *quote)
{
	const struct quote *next = quote + 1;
	const struct passage *p = &f->passages[quote->passage];

	return quote->start == 0 && quote->end == p->text.length &&
	    runs_on(&f->parses[quote->passage]) && next->continued &&
	    next->passage == quote->passage + 1 &&
	    slice_equal(token_text(p, 0), token_text(p + 1, 0));
}

/* "I came in May. / "I left in June," said Lin: marks left open that follow no
 * cue belong to that of the paragraph that closes them. */
static void
attribute_back(struct finder *f)
{
	size_t i, k;

	for (i = 0; i + 1 < f->count; i = k + 1) {
		k = i;
		if (f->quotes[i].rule != QUOTE_FLOATING)
			continue;
		while (k + 1 < f->count && goes_on(f, &f->quotes[k]) &&
		    f->quotes[++k].rule == QUOTE_CONTINUED)
			;
		if (!f->quotes[k].continued ||
		    f->quotes[k].rule == QUOTE_CONTINUED)
			continue;
		for (; i < k; i++) {
			f->quotes[i].speaker = f->quotes[k].speaker;
			f->quotes[i].cue = f->quotes[k].cue;
		}
	}
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
		/* Headlines quote by single marks. */
		mark_pair(parse, f->single || f->passages[i].kind ==
		    PASSAGE_HEADING, open, i + 1 < f->passage_count &&
		    mark_opens(&f->passages[i + 1], f->single), f->arena);
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
		atom_read_all(parse, &f->options, f->arena);
		mend_read(f, parse);
		first = f->count;
		paragraph_find(f, parse);
		for (; first < f->count; first++)
			f->quotes[first].continued =
			    parse->region_count > 0 &&
			    parse->regions[0].continued &&
			    f->quotes[first].start == 0 &&
			    f->quotes[first].label == QUOTE_DIRECT;
	}
	attribute_back(f);
	resolve_speakers(f);
	if (f->options.terms)
		for (i = 0; i < f->passage_count; i++)
			add_terms(f, &f->parses[i]);
	if (f->count > 0)
		qsort(f->quotes, f->count, sizeof *f->quotes, by_place);
	find_groups(f);
	for (i = 0; i < f->count; i++)
		f->quotes[i].percent = confidence(&f->quotes[i]);
}

int
quote_find(const struct quote_options *options,
    const struct passage *passages, size_t passage_count,
    const struct quote_name *names, size_t name_count,
    struct quote **quotes, size_t *count, struct arena *arena)
{
	struct finder *finder;

	*quotes = NULL;
	*count = 0;
	if (setjmp(arena->failure) != 0)
		return -1;
	finder = arena_alloc(arena, 1, sizeof *finder);
	finder->options = *options;
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
	static const char *const names[] = {
		"direct", "indirect", "mixed", "term"
	};

	return names[label];
}

const char *
quote_rule_name(enum quote_rule rule)
{
	static const char *const names[] = {
		"left", "inverted", "right", "passive", "according", "as",
		"relative", "resumed", "floating", "continued", "colon",
		"verb", "signed", "headline", "noun", "term"
	};

	return names[rule];
}
