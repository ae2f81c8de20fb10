/*
 * Entities lie in order in their passages and have a name.
 */
#include "entity/entity.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_document document;
	struct entity *found;
	size_t count, i;

	fuzz_read(&document, data, size);
	check(entity_find(document.passages, document.count, NULL, &found, &count,
	    &document.arena) == 0, "memory");
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
	fuzz_free(&document);
	return 0;
}
