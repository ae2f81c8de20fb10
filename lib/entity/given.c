/*
 * given: looks names up by the folded words of the sentence, longest first.
 */
#include "../passage.h"
#include "given.h"

extern const unsigned char blob_gazetteer[];

enum { KEY_NAME = 1, KEY_BEGIN = 2, SURE = 240 };

struct given_name {
	struct tagger_word *words;
	size_t count;
	enum entity_label label;
	struct slice kind;
};

void
given_init(struct given *given, struct arena *arena)
{
	memset(given, 0, sizeof(*given));
	given->arena = arena;
	names_index_init(&given->index, arena);
}

static uint64_t
key_of(uint64_t kind, const struct tagger_word *words, size_t count)
{
	uint64_t h = gazetteer_fold(0, kind);
	size_t i;

	for (i = 0; i < count; i++)
		h = gazetteer_fold(h, words[i].lower);
	return h;
}

static void
note(struct given *given, size_t name)
{
	const struct given_name *n = &given->all[name];
	size_t i;

	for (i = 1; i < n->count; i++)
		*names_index_at(&given->index, key_of(KEY_BEGIN, n->words,
		    i)) = 1;
	*names_index_at(&given->index, key_of(KEY_NAME, n->words,
	    n->count)) = name + 1;
}

void
given_add(struct given *given, struct slice name, enum entity_label label,
    struct slice kind)
{
	const struct tagger tagger = { (const void *)blob_gazetteer, NULL };
	struct passage passage = { 0 };
	struct given_name *n;
	size_t i;

	name.at = arena_copy(given->arena, name.at, name.length);
	kind.at = arena_copy(given->arena, kind.at, kind.length);
	if (passage_of_text(&passage, name, PASSAGE_BODY,
	    given->arena) != 0 || passage.token_count == 0)
		return;
	given->all = arena_grow(given->arena, given->all, given->count,
	    &given->capacity, given->count + 1, sizeof(*given->all));
	n = &given->all[given->count++];
	n->label = label;
	n->kind = kind;
	n->count = passage.token_count;
	n->words = arena_alloc(given->arena, n->count, sizeof(*n->words));
	for (i = 0; i < n->count; i++)
		n->words[i].text = token_text(&passage, i);
	tagger_read(&tagger, n->words, n->count);
	if (n->count > given->longest)
		given->longest = n->count;
	note(given, given->count - 1);
}

static bool
cases_agree(const struct given_name *n, const struct tagger_word *words)
{
	size_t i;

	for (i = 0; i < n->count; i++)
		if (names_capital(&n->words[i]) && !names_capital(&words[i]))
			return false;
	return true;
}

/* The longest name at words[0] of count, or NULL. */
static const struct given_name *
longest(const struct given *given, const struct tagger_word *words,
    size_t count)
{
	const struct given_name *best = NULL;
	size_t n, at;

	for (n = 1; n <= count && n <= given->longest; n++) {
		at = names_index_find(&given->index, key_of(KEY_NAME, words,
		    n));
		if (at != 0 && cases_agree(&given->all[at - 1], words))
			best = &given->all[at - 1];
		if (names_index_find(&given->index, key_of(KEY_BEGIN, words,
		    n)) == 0)
			break;
	}
	return best;
}

/* Leaves out of the names [from, given) those that meet one from given on. */
static void
give_way(struct names *names, size_t from, size_t given)
{
	size_t i, kept = from, g = given;

	for (i = from; i < given; i++) {
		while (g < names->count &&
		    names->all[g].last <= names->all[i].first)
			g++;
		if (g == names->count ||
		    names->all[g].first >= names->all[i].last)
			names->all[kept++] = names->all[i];
	}
	for (g = given; g < names->count; g++)
		names->all[kept++] = names->all[g];
	names->count = kept;
	names_sort(names, from);
}

void
given_apply(const struct given *given, struct names *names, size_t from,
    size_t sentence)
{
	size_t i = names_begin(names, sentence), end = names->ends[sentence];
	size_t found = names->count;
	const struct given_name *g;
	struct name *n;
	int t;

	for (; i < end; i++) {
		g = longest(given, names->words + i, end - i);
		if (g == NULL)
			continue;
		n = names_add(names, i, i + g->count, sentence);
		n->label = g->label;
		n->kind = g->kind;
		n->fixed = true;
		for (t = 0; t <= NAMES_NONE; t++)
			n->support[t] = t == (int)g->label ? 0 : -SURE;
		i += g->count - 1;
	}
	if (names->count > found)
		give_way(names, from, found);
}
