/*
 * types: one type for all names of a form (names.h).  What the model says of
 * each is added up, so one clear place decides for the doubtful ones.
 */
#include "evidence.h"

enum { MOST = 200 };	/* of what one place says against a type */

static void
add_up(struct names *names, struct names_index *index, int (*sums)[4])
{
	size_t i;
	int t;

	for (i = 0; i < names->count; i++) {
		struct name *n = &names->all[i];
		struct context c = { names->words,
		    names_begin(names, n->sentence),
		    names->ends[n->sentence] };
		size_t *at = names_index_at(index, names_hash(names,
		    n->first, n->last));

		if (*at == 0)
			*at = i + 1;
		evidence_read(&c, n, sums[*at]);
		for (t = 0; t < NAMES_TYPES; t++)
			sums[*at][t] += n->support[t] < -MOST ? -MOST :
			    n->support[t];
	}
}

void
names_type(struct names *names)
{
	struct names_index index;
	int (*sums)[4], t, best;
	size_t i;

	names_index_init(&index, names->count, names->arena);
	sums = arena_alloc(names->arena, names->count + 1, sizeof(*sums));
	add_up(names, &index, sums);
	for (i = 0; i < names->count; i++) {
		struct name *n = &names->all[i];
		const int *sum = sums[*names_index_at(&index, names_hash(
		    names, n->first, n->last))];

		best = (int)n->label;
		for (t = 0; t < NAMES_TYPES; t++)
			if (sum[t] > sum[best])
				best = t;
		if (!n->fixed)
			n->label = (enum entity_label)best;
	}
}
