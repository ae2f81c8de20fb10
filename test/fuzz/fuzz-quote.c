/*
 * Quotations lie in order in their passages, and so do their speakers and cues;
 * with names that entities found and without; what is known of words from
 * other documents changes none.
 */
#include "entity/entity.h"
#include "fuzz.h"
#include "quote/known.h"
#include "quote/quote.h"

static struct quote_memory memory;

static void
check_place(const struct fuzz_document *document,
    const struct quote_place *place, const char *what)
{
	if (place->start == place->end)
		return;
	check(place->passage < document->count, what);
	fuzz_check_span(&document->passages[place->passage], place->start,
	    place->end, what);
}

static bool
same_place(const struct quote_place *a, const struct quote_place *b)
{
	return a->passage == b->passage && a->start == b->start &&
	    a->end == b->end;
}

/* With the verbs of belief and without, by turns: words are known as both. */
static void
check_known(struct fuzz_document *document, const struct quote_name *names,
    size_t name_count, bool beliefs)
{
	struct quote_options options = { beliefs, false, NULL };
	struct quote *first, *again;
	size_t count, n, i;

	check(quote_find(&options, document->passages, document->count, names,
	    name_count, &first, &count, &document->arena) == 0, "memory");
	options.memory = &memory;
	check(quote_find(&options, document->passages, document->count, names,
	    name_count, &again, &n, &document->arena) == 0, "memory");
	check(n == count, "as many of known words");
	for (i = 0; i < n; i++)
		check(first[i].passage == again[i].passage &&
		    first[i].start == again[i].start &&
		    first[i].end == again[i].end &&
		    first[i].label == again[i].label &&
		    first[i].rule == again[i].rule &&
		    same_place(&first[i].cue, &again[i].cue) &&
		    same_place(&first[i].speaker, &again[i].speaker),
		    "the same of known words");
}

static void
check_quotes(struct fuzz_document *document, const struct quote_name *names,
    size_t name_count)
{
	const struct quote_options options = { false, false, NULL };
	struct quote *found;
	size_t count, i;

	check(quote_find(&options, document->passages, document->count,
	    names, name_count, &found, &count, &document->arena) == 0,
	    "memory");
	for (i = 0; i < count; i++) {
		const struct quote *q = &found[i];

		check(q->passage < document->count, "passage of a quotation");
		fuzz_check_span(&document->passages[q->passage], q->start,
		    q->end, "span of a quotation");
		check(i == 0 || q->passage >= q[-1].passage,
		    "order of quotations");
		check_place(document, &q->speaker, "place of a speaker");
		check_place(document, &q->cue, "place of a cue");
		check(q->value.length == 0 || utf8_valid(q->value),
		    "name of a speaker");
		check(quote_label_name(q->label) != NULL, "a label");
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_document document;
	struct quote_name *names;
	struct entity *found;
	size_t count, i;

	fuzz_read(&document, data, size);
	check_quotes(&document, NULL, 0);
	check(entity_find(document.passages, document.count, NULL, NULL,
	    &found, &count, &document.arena) == 0, "memory");
	names = arena_alloc(&document.arena, count, sizeof *names);
	for (i = 0; i < count; i++) {
		names[i].passage = found[i].passage;
		names[i].start = found[i].start;
		names[i].end = found[i].end;
		names[i].label = slice_of(entity_label_name(found[i].label));
		names[i].value = found[i].value;
	}
	check_quotes(&document, names, count);
	check_known(&document, names, count, false);
	check_known(&document, names, count, true);
	fuzz_free(&document);
	return 0;
}
