/*
 * annotate: quotations; the places of cue and speaker are those of the
 * document, since they may lie in another paragraph.
 */
#include "annotate.h"

static void
add_place(struct attrs *attrs, const struct passage *passages,
    const char *key, const struct quote_place *place, struct arena *arena)
{
	if (place->start < place->end)
		attrs_add(attrs, arena, key,
		    annotate_place(&passages[place->passage], place->start,
		    place->end, arena));
}

/* The place where a quotation begins, in code points. */
static struct slice
start_of(const struct passage *passages, const struct quote *quote,
    struct arena *arena)
{
	struct slice s = annotate_place(&passages[quote->passage],
	    quote->start, quote->end, arena);
	const char *dash = memchr(s.at, '-', s.length);

	s.length = (size_t)(dash - s.at);
	return s;
}

static struct slice
attrs_of(const struct passage *passages, const struct quote *quotes,
    const struct quote *quote, struct arena *arena)
{
	struct attrs attrs = { 0 };

	if (quote->label != QUOTE_TERM)
		attrs_add(&attrs, arena, "conf",
		    annotate_share(quote->percent, arena));
	add_place(&attrs, passages, "cue", &quote->cue, arena);
	if (quote->group > 0)
		attrs_add(&attrs, arena, "group", start_of(passages,
		    &quotes[quote->group - 1], arena));
	if (quote->continued)
		attrs_add(&attrs, arena, "part", slice_of("cont"));
	if (quote->label != QUOTE_TERM)
		attrs_add(&attrs, arena, "rule",
		    slice_of(quote_rule_name(quote->rule)));
	add_place(&attrs, passages, "speaker", &quote->speaker, arena);
	return attrs_column(&attrs);
}

static int
add(const struct quote_wish *wish, const struct passage *passages,
    const struct quote *quotes, size_t count, struct annotations *found,
    struct arena *arena)
{
	size_t i;

	if (setjmp(arena->failure) != 0)
		return -1;
	for (i = 0; i < count; i++) {
		const struct quote *q = &quotes[i];
		struct annotation *a;

		if (q->label != QUOTE_TERM && q->percent < wish->least)
			continue;
		a = annotations_add(found, arena);
		a->passage = q->passage;
		a->start = q->start;
		a->end = q->end;
		a->label = quote_label_name(q->label);
		a->value = q->value;
		a->attrs = attrs_of(passages, quotes, q, arena);
	}
	return 0;
}

int
annotate_quotes(const struct quote_wish *wish,
    const struct passage *passages, size_t count,
    const struct quote_name *names, size_t name_count,
    struct annotations *found, struct arena *arena)
{
	struct quote *quotes;
	size_t n;

	if (quote_find(&wish->options, passages, count, names,
	    name_count, &quotes, &n, arena) != 0)
		return -1;
	return add(wish, passages, quotes, n, found, arena);
}
