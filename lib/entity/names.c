/*
 * names: the list of a document's names, and an index of hashes (names.h).
 */
#include "names.h"

struct name *
names_add(struct names *names, size_t first, size_t last, size_t sentence)
{
	struct name *n;

	names->all = arena_grow(names->arena, names->all, names->count,
	    &names->capacity, names->count + 1, sizeof(*names->all));
	n = &names->all[names->count++];
	memset(n, 0, sizeof(*n));
	n->first = first;
	n->last = last;
	n->sentence = sentence;
	return n;
}

size_t
names_begin(const struct names *names, size_t sentence)
{
	return sentence == 0 ? 0 : names->ends[sentence - 1];
}

struct slice
names_text(const struct names *names, const struct name *name)
{
	struct slice first = names->words[name->first].text;
	struct slice last = names->words[name->last - 1].text;
	struct slice s = { first.at,
	    (size_t)(last.at - first.at) + last.length };

	return s;
}

uint64_t
names_hash(const struct names *names, size_t first, size_t last)
{
	uint64_t h = 0;

	for (; first < last; first++)
		h = gazetteer_fold(h, names->words[first].exact);
	return h;
}

bool
names_capital(const struct tagger_word *word)
{
	return word->form == TAGGER_TITLE || word->form == TAGGER_UPPER ||
	    word->form == TAGGER_MIXED;
}

void
names_index_init(struct names_index *index, size_t count,
    struct arena *arena)
{
	size_t size = 16;

	while (size < 2 * count)
		size *= 2;
	index->keys = arena_alloc(arena, size, sizeof(*index->keys));
	index->values = arena_alloc(arena, size, sizeof(*index->values));
	index->mask = size - 1;
}

size_t *
names_index_at(struct names_index *index, uint64_t key)
{
	size_t at;

	key |= 1;	/* 0 is free */
	at = (size_t)(key >> 17) & index->mask;
	while (index->keys[at] != 0 && index->keys[at] != key)
		at = (at + 1) & index->mask;
	index->keys[at] = key;
	return &index->values[at];
}
