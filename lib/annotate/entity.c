/*
 * annotate: names, of the types and the confidence that are wanted.
 */
#include "annotate.h"

static int
add(const struct entity_wish *wish, const struct entity *entities,
    size_t count, struct annotations *found, struct arena *arena)
{
	size_t i;

	if (setjmp(arena->failure) != 0)
		return -1;
	for (i = 0; i < count; i++) {
		const struct entity *e = &entities[i];
		struct attrs attrs = { 0 };
		struct annotation *a;

		if (!wish->types[e->label] || e->confidence < wish->least)
			continue;
		a = annotations_add(found, arena);
		a->passage = e->passage;
		a->start = e->start;
		a->end = e->end;
		a->label = entity_label_name(e->label);
		a->value = e->value;
		attrs_add(&attrs, arena, "conf", annotate_share(
		    (unsigned)e->confidence, arena));
		attrs_add(&attrs, arena, "iso", e->iso);
		attrs_add(&attrs, arena, "kind", e->kind);
		a->attrs = attrs_column(&attrs);
	}
	return 0;
}

int
annotate_entities(const struct entity_wish *wish,
    const struct passage *passages, size_t count, struct annotations *found,
    struct arena *arena)
{
	struct entity *entities;
	size_t n;

	if (entity_find(passages, count, wish->given, wish->memory, &entities,
	    &n, arena) != 0)
		return -1;
	return add(wish, entities, n, found, arena);
}
