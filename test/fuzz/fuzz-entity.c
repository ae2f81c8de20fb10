/*
 * Entities lie in order in their passages and have a name; what is known of
 * words from other documents changes none.
 */
#include "entity/entity.h"
#include "entity/tagger.h"
#include "fuzz.h"

static struct tagger_memory memory;

static void
check_known(struct fuzz_document *document, const struct entity *found,
    size_t count)
{
	struct entity *again;
	size_t n, i;

	check(entity_find(document->passages, document->count, NULL, &memory,
	    &again, &n, &document->arena) == 0, "memory");
	check(n == count, "as many of known words");
	for (i = 0; i < n; i++)
		check(again[i].passage == found[i].passage &&
		    again[i].start == found[i].start &&
		    again[i].end == found[i].end &&
		    again[i].label == found[i].label &&
		    again[i].confidence == found[i].confidence &&
		    slice_equal(again[i].value, found[i].value),
		    "the same of known words");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_document document;
	struct entity *found;
	size_t count, i;

	fuzz_read(&document, data, size);
	check(entity_find(document.passages, document.count, NULL, NULL,
	    &found, &count, &document.arena) == 0, "memory");
	for (i = 0; i < count; i++) {
		const struct entity *e = &found[i];

		check(e->passage < document.count, "passage of an entity");
		fuzz_check_span(&document.passages[e->passage], e->start,
		    e->end, "span of an entity");
		check(i == 0 || e->passage > e[-1].passage ||
		    (e->passage == e[-1].passage && e->start >= e[-1].end),
		    "order of entities");
		check(e->value.length > 0 && utf8_valid(e->value), "a name");
		check(e->confidence >= 0 && e->confidence <= 100,
		    "per cent");
		check(entity_label_name(e->label) != NULL, "a label");
	}
	check_known(&document, found, count);
	fuzz_free(&document);
	return 0;
}
