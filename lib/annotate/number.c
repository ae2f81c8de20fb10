/*
 * annotate: numbers; what the engine remembers of a document's dates is
 * forgotten where another begins.
 */
#include "annotate.h"

static int
add(const struct number *numbers, size_t count, struct annotations *found,
    struct arena *arena)
{
	size_t i;

	if (setjmp(arena->failure) != 0)
		return -1;
	for (i = 0; i < count; i++) {
		const struct number *n = &numbers[i];
		struct annotation *a = annotations_add(found, arena);
		struct attrs attrs = { 0 };

		a->start = n->start;
		a->end = n->end;
		a->label = number_label_name(n->label);
		a->value = n->value;
		attrs_add(&attrs, arena, "dated", n->dated);
		attrs_add(&attrs, arena, "mod", n->mod);
		attrs_add(&attrs, arena, "rel", n->rel);
		attrs_add(&attrs, arena, "si", n->si);
		attrs_add(&attrs, arena, "unit", n->unit);
		a->attrs = attrs_column(&attrs);
	}
	return 0;
}

int
annotate_next_numbers(struct number_wish *wish, struct passage *passage,
    struct number_rest *rest, struct annotations *found, struct arena *arena)
{
	struct number *numbers;
	size_t count;

	if (passage->new_document && rest->sentence == 0 && rest->at == 0)
		memset(wish->context.state, 0, sizeof wish->context.state);
	if (passage->date.length == 0)
		passage->date = wish->date;
	if (number_find(passage, &wish->context, rest, &numbers, &count,
	    arena) != 0)
		return -1;
	return add(numbers, count, found, arena);
}

int
annotate_numbers(struct number_wish *wish, struct passage *passage,
    struct annotations *found, struct arena *arena)
{
	struct number_rest rest = { 0, 0 };
	size_t before;

	do {
		before = found->count;
		if (annotate_next_numbers(wish, passage, &rest, found,
		    arena) != 0)
			return -1;
	} while (found->count > before);
	return 0;
}
