/*
 * names: the list of a document's names, and an index of hashes (names.h).
 */
#include <stdlib.h>

#include "../ascii.h"
#include "evidence.h"
#include "tables.h"

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

static int
by_place(const void *a, const void *b)
{
	const struct name *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

void
names_sort(struct names *names, size_t from)
{
	if (names->count > from)
		qsort(names->all + from, names->count - from,
		    sizeof(*names->all), by_place);
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
		h = gazetteer_fold(h, names->words[first].name);
	return h;
}

char
names_small_letter(struct slice s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i];
	unsigned before = i > 0 ? (unsigned char)s.at[i - 1] : 0;

	if (c < 0x80)
		return is_upper((char)c) ? (char)(c - 'A' + 'a') : (char)c;
	/* U+00C0 to U+00DE, then pairs: capitals are even, from U+0139 odd */
	if (before == 0xc3)
		return (char)(c < 0x9f && c != 0x97 ? c + 0x20 : c);
	if ((before == 0xc4 && c < 0xb8 && c != 0xb0) ||
	    (before == 0xc5 && c > 0x89 && c < 0xb8))
		return (char)(c | 1);
	if ((before == 0xc4 && c > 0xb8 && c < 0xbf) ||
	    (before == 0xc5 && (c < 0x88 || c > 0xb8) && c < 0xbe))
		return (char)(c + (c & 1));
	return (char)c;
}

bool
names_small_within(const struct tagger_word *word)
{
	char small[4];
	struct tagger_word w = { .tables = TABLES_ROLE };
	size_t i;

	if (word->form != TAGGER_UPPER || word->text.length > sizeof(small))
		return false;
	for (i = 0; i < word->text.length; i++)
		small[i] = (char)(is_upper(word->text.at[i]) ?
		    word->text.at[i] - 'A' + 'a' : word->text.at[i]);
	w.text.at = small;
	w.text.length = word->text.length;
	return has_role(&w, "particle") || has_role(&w, "link");
}

uint64_t
names_titled_hash(const struct names *names, size_t first, size_t last)
{
	size_t begin = first;
	uint64_t h = 0;

	for (; first < last; first++) {
		struct slice s = names->words[first].text;
		uint64_t word = GAZETTEER_EMPTY;
		size_t i, kept = first == begin || first + 1 == last ||
		    !names_small_within(&names->words[first]);

		for (i = 0; i < s.length; i++)
			word = gazetteer_letter(word, i >= kept && (i > 1 ||
			    is_upper(s.at[i])) ? names_small_letter(s, i) :
			    s.at[i]);
		h = gazetteer_fold(h, word);
	}
	return h;
}

bool
names_capital(const struct tagger_word *word)
{
	return word->form == TAGGER_TITLE || word->form == TAGGER_UPPER ||
	    word->form == TAGGER_MIXED;
}

static void
make_slots(struct names_index *index, size_t size)
{
	index->keys = arena_alloc(index->arena, size, sizeof(*index->keys));
	index->values = arena_alloc(index->arena, size,
	    sizeof(*index->values));
	index->mask = size - 1;
}

void
names_index_init(struct names_index *index, struct arena *arena)
{
	index->arena = arena;
	index->count = 0;
	if (index->keys == NULL) {
		make_slots(index, 64);
		return;
	}
	memset(index->keys, 0, (index->mask + 1) * sizeof(*index->keys));
	memset(index->values, 0, (index->mask + 1) * sizeof(*index->values));
}

/* The slot of the key, or the free one where it would be. */
static size_t
slot_of(const struct names_index *index, uint64_t key)
{
	size_t at = (size_t)(key >> 17) & index->mask;

	while (index->keys[at] != 0 && index->keys[at] != key)
		at = (at + 1) & index->mask;
	return at;
}

/* At most half of the slots are in use. */
static void
make_room(struct names_index *index)
{
	struct names_index old = *index;
	size_t i;

	make_slots(index, 2 * (old.mask + 1));
	for (i = 0; i <= old.mask; i++)
		if (old.keys[i] != 0) {
			size_t at = slot_of(index, old.keys[i]);

			index->keys[at] = old.keys[i];
			index->values[at] = old.values[i];
		}
}

size_t *
names_index_at(struct names_index *index, uint64_t key)
{
	size_t at = slot_of(index, key | 1);

	if (index->keys[at] == 0) {
		if (2 * ++index->count > index->mask) {
			make_room(index);
			at = slot_of(index, key | 1);
		}
		index->keys[at] = key | 1;	/* 0 is free */
	}
	return &index->values[at];
}

size_t
names_index_find(const struct names_index *index, uint64_t key)
{
	size_t at = slot_of(index, key | 1);

	return index->keys[at] == 0 ? 0 : index->values[at];
}
