/*
 * entity: reads passages, finds names and resolves them (see entity.h).
 *
 * 1. words of the whole document, with what it shows of each (tagger.c);
 * 2. Viterbi over BIOES labels, weights int8_t in place in the executable,
 *    one row of half a cache line a feature; sentences without a capital or
 *    digit are passed over;
 * 3. one sense a document: equal names take the type with the most support;
 * 4. canonical names: a person's last or only name stands for the last fuller
 *    name before it that ends with it, else the first after; initials stand
 *    for the name they abbreviate.
 *
 * Bugs: iso is never set.  Confidence is a squashed margin, not calibrated.
 * Headlines in capitals are read as they stand.
 */
#include "../lexicon.h"
#include "entity.h"
#include "tagger.h"

extern const struct lexicon lexicon_name_heads;

extern const unsigned char blob_entity[], blob_gazetteer[];

enum { L = TAGGER_LABELS };

struct name {
	struct entity *entity;
	size_t first, last;	/* words */
};

struct work {
	const uint32_t *gazetteer;
	const signed char *weights;
	struct arena *arena;
	struct tagger_word *words;
	size_t *ends;		/* of sentences, in words */
	size_t sentence_count;
	signed char *labels;
	int *margins;
	int (*scores)[L];
	signed char (*back)[L];
	int transitions[L + 1][L];
	signed char from[L][L];	/* labels that may stand before one */
	int from_count[L];
	struct name *names;
	size_t name_count, name_capacity;
};

/* Key to name + 1; open addressing. */
struct index {
	uint64_t *keys;
	size_t *values;
	size_t mask;
};

const char *
entity_label_name(enum entity_label label)
{
	static const char names[][5] = { "PER", "ORG", "LOC", "MISC" };

	return names[label];
}

static size_t
step(struct work *w, const struct tagger_word *words, size_t count, size_t i)
{
	uint32_t rows[TAGGER_FEATURES];
	size_t k, n = tagger_features(words, count, i, rows);
	/* whole rows, so that a compiler makes vectors of them */
	int16_t sum[TAGGER_STRIDE] = { 0 };
	int b;

	for (k = 0; k < n; k++) {
		const signed char *row = w->weights +
		    (size_t)rows[k] * TAGGER_STRIDE;

		for (b = 0; b < TAGGER_STRIDE; b++)
			sum[b] = (int16_t)(sum[b] + row[b]);
	}
	for (b = 0; b < L; b++)
		w->scores[i][b] = sum[b];
	return n;
}

static void
decode(struct work *w, size_t first, size_t count)
{
	const int never = -(1 << 30);
	int before[L], here[L], a, b, k, best = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		step(w, w->words + first, count, i);
		for (b = 0; b < L; b++) {
			here[b] = i == 0 && tagger_allowed(-1, b) ?
			    w->transitions[L][b] : never;
			best = 0;
			for (k = 0; i > 0 && k < w->from_count[b]; k++) {
				a = w->from[b][k];
				if (before[a] + w->transitions[a][b] >
				    here[b]) {
					here[b] = before[a] +
					    w->transitions[a][b];
					best = a;
				}
			}
			w->back[i][b] = (signed char)best;
			if (here[b] > never / 2)
				here[b] += w->scores[i][b];
		}
		/* Relative, so that no sentence is too long for an int. */
		for (b = 0, a = here[0]; b < L; b++)
			a = here[b] > a ? here[b] : a;
		for (b = 0; b < L; b++)
			before[b] = here[b] > never / 2 ? here[b] - a : never;
	}
	best = 0;
	for (b = 1; b < L; b++)
		if (tagger_allowed(b, -1) && before[b] > before[best])
			best = b;
	for (i = count; i-- > 0; best = w->back[i][best]) {
		int other = never;

		for (b = 0; b < L; b++)
			if ((b == 0) != (best == 0) ||
			    (b > 0 && (b - 1) / 4 != (best - 1) / 4))
				other = w->scores[i][b] > other ?
				    w->scores[i][b] : other;
		w->labels[first + i] = (signed char)best;
		w->margins[first + i] = w->scores[i][best] - other;
	}
}

static void
index_init(struct index *index, size_t count, struct arena *arena)
{
	size_t size = 16;

	while (size < 2 * count)
		size *= 2;
	index->keys = arena_alloc(arena, size, sizeof(*index->keys));
	index->values = arena_alloc(arena, size, sizeof(*index->values));
	index->mask = size - 1;
}

static size_t *
index_at(struct index *index, uint64_t key)
{
	size_t at;

	key |= 1;
	at = (size_t)(key >> 17) & index->mask;
	while (index->keys[at] != 0 && index->keys[at] != key)
		at = (at + 1) & index->mask;
	index->keys[at] = key;
	return &index->values[at];
}

static uint64_t
name_hash(const struct work *w, const struct name *n, size_t first)
{
	uint64_t h = 0;

	for (; first < n->last; first++)
		h = gazetteer_fold(h, w->words[first].exact);
	return h;
}

static void
agree_on_types(struct work *w)
{
	struct index index;
	int (*votes)[4];
	size_t i, *at;
	int k, best;

	index_init(&index, w->name_count, w->arena);
	votes = arena_alloc(w->arena, w->name_count + 1, sizeof(*votes));
	for (i = 0; i < w->name_count; i++) {
		struct name *n = &w->names[i];

		at = index_at(&index, name_hash(w, n, n->first));
		if (*at == 0)
			*at = i + 1;
		votes[*at][n->entity->label] += n->entity->confidence;
	}
	for (i = 0; i < w->name_count; i++) {
		struct name *n = &w->names[i];

		at = index_at(&index, name_hash(w, n, n->first));
		best = (int)n->entity->label;
		for (k = 0; k < 4; k++)
			if (votes[*at][k] > votes[*at][best])
				best = k;
		n->entity->label = (enum entity_label)best;
	}
}

/* Initials of the capitalised words, as the hash of a word. */
static uint64_t
initials(const struct work *w, const struct name *n)
{
	char letters[8];
	struct slice s = { letters, 0 };
	size_t i;

	for (i = n->first; i < n->last && s.length < sizeof(letters); i++) {
		char c = w->words[i].text.at[0];

		if (c >= 'A' && c <= 'Z')
			letters[s.length++] = c;
	}
	return s.length < 2 ? 0 : gazetteer_fold(0, gazetteer_word(s));
}

static void
resolve(struct work *w)
{
	struct index index;
	size_t i, *at;
	int pass;

	/* Pass 0 notes the first full names, pass 1 resolves to the latest. */
	index_init(&index, 3 * w->name_count, w->arena);
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < w->name_count; i++) {
			struct name *n = &w->names[i];
			uint64_t key = name_hash(w, n, n->first);
			bool person = n->entity->label == ENTITY_PER;

			if (n->last - n->first == 1) {
				at = index_at(&index, key ^ (person ? 2 : 4));
				if (pass == 1 && *at != 0)
					n->entity->value =
					    w->names[*at - 1].entity->value;
				continue;
			}
			key = person ? name_hash(w, n, n->last - 1) ^ 2 :
			    initials(w, n) ^ 4;
			if (!person && key == 4)
				continue;
			at = index_at(&index, key);
			if (*at == 0 || pass == 1)
				*at = i + 1;
		}
}

/* Row of the last word of a name of several words. */
static size_t
name_head(const struct work *w, const struct name *n)
{
	return n->last - n->first < 2 ? LEXICON_NONE :
	    lexicon_find(&lexicon_name_heads, w->words[n->last - 1].text);
}

static void
set_kind(const struct work *w, const struct name *n)
{
	uint32_t kinds = gazetteer_find(w->gazetteer,
	    name_hash(w, n, n->first));
	const char *kind = "";
	size_t head;

	switch (n->entity->label) {
	case ENTITY_LOC:
		kind = kinds & GAZETTEER_COUNTRY ? "country" :
		    kinds & GAZETTEER_CITY ? "city" :
		    kinds & GAZETTEER_REGION ? "region" : "";
		break;
	case ENTITY_MISC:
		kind = kinds & GAZETTEER_DEMONYM ? "nationality" : "";
		break;
	case ENTITY_ORG:
		kind = kinds & GAZETTEER_COMPANY ? "company" :
		    kinds & GAZETTEER_CLUB ? "team" : "";
		break;
	case ENTITY_PER:
		break;
	}
	n->entity->kind = slice_of(kind);
	head = name_head(w, n);
	if (head != LEXICON_NONE && n->entity->label != ENTITY_PER)
		n->entity->kind = lexicon_cell(&lexicon_name_heads, head, 2);
}

/* The head decides between organisations, places and the rest. */
static void
read_heads(struct work *w)
{
	size_t i, head;

	for (i = 0; i < w->name_count; i++) {
		struct entity *e = w->names[i].entity;

		head = name_head(w, &w->names[i]);
		if (head == LEXICON_NONE || e->label == ENTITY_PER)
			continue;
		e->label = slice_is(lexicon_cell(&lexicon_name_heads, head,
		    1), "ORG") ? ENTITY_ORG : ENTITY_MISC;
	}
}

static bool
touch(const struct tagger_word *a, const struct tagger_word *b)
{
	return a->text.at + a->text.length == b->text.at;
}

/* A hyphen joins what it touches: the rest of a surname, the first half of
 * a compound that begins a title. */
static void
join_hyphens(struct work *w, size_t first, size_t last)
{
	size_t i;

	for (i = first + 1; i + 1 < last; i++) {
		const struct tagger_word *x = &w->words[i];
		signed char *l = w->labels + i;
		int type;

		if (!slice_is(x->text, "-") || l[0] != 0 ||
		    !touch(x - 1, x) || !touch(x, x + 1) ||
		    x[-1].form != TAGGER_TITLE || x[1].form != TAGGER_TITLE)
			continue;
		if (l[-1] > 0 && l[-1] <= 4)
			type = 0;
		else if (l[-1] == 0 && l[1] > 4 &&
		    ((l[1] - 1) / 4 == 1 || (l[1] - 1) / 4 == 3))
			type = (l[1] - 1) / 4;
		else
			continue;
		if (l[1] > 0 && (l[1] - 1) / 4 != type)
			continue;
		l[-1] = (signed char)(1 + 4 * type +
		    (l[-1] > 0 && (l[-1] - 1) % 4 == 2));
		l[0] = (signed char)(2 + 4 * type);
		l[1] = (signed char)((l[1] > 0 && (l[1] - 1) % 4 == 0 ?
		    2 : 3) + 4 * type);
		w->margins[i] = w->margins[i - 1] = w->margins[i + 1];
	}
}

static void
read_words(struct work *w, const struct passage *passages, size_t count)
{
	size_t words = 0, sentences = 0, longest = 1, p, s, t;

	for (p = 0; p < count; p++) {
		words += passages[p].token_count;
		sentences += passages[p].sentence_count;
	}
	w->words = arena_alloc(w->arena, words + 1, sizeof(*w->words));
	w->ends = arena_alloc(w->arena, sentences + 1, sizeof(*w->ends));
	w->labels = arena_alloc(w->arena, words + 1, 1);
	w->margins = arena_alloc(w->arena, words + 1, sizeof(*w->margins));
	for (p = words = 0; p < count; p++)
		for (s = 0; s < passages[p].sentence_count; s++) {
			const struct sentence *e = &passages[p].sentences[s];
			size_t first = words;

			for (t = e->first; t < e->last; t++)
				w->words[words++].text =
				    token_text(&passages[p], t);
			tagger_read(w->words + first, words - first,
			    w->gazetteer);
			w->ends[w->sentence_count++] = words;
			if (words - first > longest)
				longest = words - first;
		}
	tagger_remember(w->words, w->ends, w->sentence_count, w->arena);
	w->scores = arena_alloc(w->arena, longest, sizeof(*w->scores));
	w->back = arena_alloc(w->arena, longest, sizeof(*w->back));
}

static void
add_name(struct work *w, const struct passage *passage, size_t index,
    size_t token, size_t first, size_t last, struct entity *entity)
{
	long long sum = 0;
	int margin;
	size_t i;

	for (i = first; i < last; i++)
		sum += w->margins[i];
	sum /= (long long)(last - first);
	margin = sum < 0 ? 0 : sum > 10000 ? 10000 : (int)sum;
	entity->passage = index;
	entity->start = passage->tokens[token].start;
	entity->end = passage->tokens[token + (last - first) - 1].end;
	entity->label = (enum entity_label)((w->labels[first] - 1) / 4);
	entity->value.at = passage->text.at + entity->start;
	entity->value.length = entity->end - entity->start;
	entity->iso = slice_of("");
	entity->confidence = 50 + 49 * margin / (margin + 60);
	w->names = arena_grow(w->arena, w->names, w->name_count,
	    &w->name_capacity, w->name_count + 1, sizeof(*w->names));
	w->names[w->name_count].entity = entity;
	w->names[w->name_count].first = first;
	w->names[w->name_count++].last = last;
}

static void
find(struct work *w, const struct passage *passages, size_t count,
    struct entity **entities, size_t *found)
{
	size_t p, s, i, j, k, first, names = 0;
	struct entity *out;

	read_words(w, passages, count);
	for (s = 0, first = 0; s < w->sentence_count; first = w->ends[s++]) {
		for (i = first; i < w->ends[s] && (w->words[i].form ==
		    TAGGER_LOWER || w->words[i].form == TAGGER_PUNCT); i++)
			;
		if (i == w->ends[s])
			continue;
		decode(w, first, w->ends[s] - first);
		join_hyphens(w, first, w->ends[s]);
		for (i = first; i < w->ends[s]; i++)
			names += w->labels[i] > 0;
	}
	out = arena_alloc(w->arena, names + 1, sizeof(*out));
	for (p = s = first = 0; p < count; p++)
		for (k = 0; k < passages[p].sentence_count;
		    k++, first = w->ends[s++])
			for (i = first; i < w->ends[s]; i = j) {
				j = i + 1;
				if (w->labels[i] == 0)
					continue;
				while ((w->labels[j - 1] - 1) % 4 < 2 &&
				    j < w->ends[s])
					j++;
				add_name(w, &passages[p], p,
				    passages[p].sentences[k].first + i - first,
				    i, j, &out[w->name_count]);
			}
	read_heads(w);
	agree_on_types(w);
	resolve(w);
	for (i = 0; i < w->name_count; i++)
		set_kind(w, &w->names[i]);
	*entities = out;
	*found = w->name_count;
}

static void
read_transitions(struct work *w)
{
	int a, b;

	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			w->transitions[a][b] = w->weights[(size_t)
			    tagger_transition(a) * TAGGER_STRIDE + (size_t)b];
	for (b = 0; b < L; b++)
		for (a = 0; a < L; a++)
			if (tagger_allowed(a, b))
				w->from[b][w->from_count[b]++] =
				    (signed char)a;
}

int
entity_find(const struct passage *passages, size_t passage_count,
    struct entity **entities, size_t *count, struct arena *arena)
{
	struct work *w;

	if (setjmp(arena->failure) != 0)
		return -1;
	w = arena_alloc(arena, 1, sizeof(*w));
	w->arena = arena;
	w->gazetteer = (const void *)blob_gazetteer;
	w->weights = (const void *)blob_entity;
	read_transitions(w);
	find(w, passages, passage_count, entities, count);
	return 0;
}
