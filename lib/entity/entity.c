/*
 * entity: reads passages, finds names and resolves them (see entity.h).
 *
 * 1. words of the whole document, with what it shows of each (tagger.c);
 * 2. labels by the model (decode.c); sentences without a capital, digit or
 *    known name are passed over;
 * 3. the names of the document settled (names.h): bounds, types, names missed,
 *    fullest forms, kinds.
 */
#include "dateline.h"
#include "decode.h"
#include "given.h"
#include "regroup.h"

extern const unsigned char blob_entity[], blob_gazetteer[];

enum {
	L = TAGGER_LABELS,
	NAT = 16		/* of names.h */
};

struct work {
	struct tagger tagger;
	struct decoder decoder;
	struct arena scratch;	/* all but what is found */
	struct tagger_word *words;
	size_t *ends;		/* of sentences, in words */
	size_t sentence_count, longest;
	signed char *labels;
	struct names names;
};

const char *
entity_label_name(enum entity_label label)
{
	static const char names[][5] = { "PER", "ORG", "LOC", "MISC" };

	return names[label];
}

/* What follows a dateline is read as a sentence. */
static void
part_datelines(struct work *w)
{
	size_t s, first = 0, end;

	for (s = 0; s < w->sentence_count; first = w->ends[s++]) {
		end = dateline_end(&w->names, first, w->ends[s]);
		if (end == first)
			continue;
		tagger_read(&w->tagger, w->words + first, end - first);
		tagger_read(&w->tagger, w->words + end, w->ends[s] - end);
	}
}

static void
read_words(struct work *w, const struct passage *passages, size_t count)
{
	size_t words = 0, sentences = 0, p, s, t;

	for (p = 0; p < count; p++) {
		words += passages[p].token_count;
		sentences += passages[p].sentence_count;
	}
	w->words = arena_alloc(&w->scratch, words + 1, sizeof(*w->words));
	w->ends = arena_alloc(&w->scratch, sentences + 1, sizeof(*w->ends));
	w->labels = arena_alloc(&w->scratch, words + 1, 1);
	for (p = words = 0; p < count; p++)
		for (s = 0; s < passages[p].sentence_count; s++) {
			const struct sentence *e = &passages[p].sentences[s];
			size_t first = words;

			for (t = e->first; t < e->last; t++)
				w->words[words++].text =
				    token_text(&passages[p], t);
			tagger_read(&w->tagger, w->words + first,
			    words - first);
			w->ends[w->sentence_count++] = words;
			if (words - first > w->longest)
				w->longest = words - first;
		}
	w->names.arena = &w->scratch;
	w->names.gazetteer = w->tagger.gazetteer;
	w->names.words = w->words;
	w->names.ends = w->ends;
	w->names.sentence_count = w->sentence_count;
	part_datelines(w);
	tagger_remember(w->words, w->ends, w->sentence_count, &w->scratch);
	tagger_recase(&w->tagger, w->words, w->ends, w->sentence_count,
	    &w->scratch);
}

/* The same with its first or last word left out. */
static int
shorter_score(const struct work *w, size_t first, size_t last, int type)
{
	int head = decoder_span(&w->decoder, first, first + 1, NAMES_NONE) +
	    decoder_span(&w->decoder, first + 1, last, type);
	int tail = decoder_span(&w->decoder, first, last - 1, type) +
	    decoder_span(&w->decoder, last - 1, last, NAMES_NONE);

	return (head > tail ? head : tail) - w->decoder.transitions[0][0];
}

/* How much better longer names are: at most 0 when they are worse. */
static int
longer_gain(const struct work *w, size_t first, size_t last, size_t count,
    int type)
{
	int whole = decoder_span(&w->decoder, first, last, type);
	int best = -(1 << 20), gain;

	if (first > 0) {
		gain = decoder_span(&w->decoder, first - 1, last, type) - whole -
		    decoder_span(&w->decoder, first - 1, first, NAMES_NONE) +
		    w->decoder.transitions[0][0];
		best = gain > best ? gain : best;
	}
	if (last < count) {
		gain = decoder_span(&w->decoder, first, last + 1, type) - whole -
		    decoder_span(&w->decoder, last, last + 1, NAMES_NONE) +
		    w->decoder.transitions[0][0];
		best = gain > best ? gain : best;
	}
	return best;
}

/* What the model says of each reading of a name of the sentence at hand. */
static void
weigh(struct work *w, struct name *n, size_t begin, size_t end)
{
	size_t first = n->first - begin, last = n->last - begin;
	int score[NAMES_TYPES + 1], best = 0, other, t, s;

	for (t = 0; t <= NAMES_NONE; t++) {
		score[t] = decoder_span(&w->decoder, first, last, t);
		best = score[t] > score[best] ? t : best;
	}
	for (t = 0; t <= NAMES_NONE; t++)
		n->support[t] += (score[t] - score[best]) * NAT / TAGGER_NAT;
	t = (int)n->label;
	other = score[NAMES_NONE];
	s = longer_gain(w, first, last, end - begin, t) + score[t];
	other = s > other ? s : other;
	if (last - first > 1) {
		s = shorter_score(w, first, last, t);
		other = s > other ? s : other;
	}
	n->margin = (score[t] - other) * NAT / TAGGER_NAT;
}

static bool
may_hold_names(const struct work *w, size_t first, size_t last)
{
	for (; first < last; first++)
		if ((w->words[first].form != TAGGER_LOWER &&
		    w->words[first].form != TAGGER_PUNCT) ||
		    w->words[first].careless)
			return true;
	return false;
}

static void
tag_sentence(struct work *w, size_t sentence, size_t first, size_t last)
{
	size_t i, from = w->names.count;
	size_t dateline = dateline_end(&w->names, first, last);

	if (dateline > first)
		decode(&w->decoder, w->words + first, dateline - first, 0,
		    w->labels + first);
	decode(&w->decoder, w->words + dateline, last - dateline,
	    dateline - first, w->labels + dateline);
	for (i = first; i < last; i++) {
		size_t begin = i;

		if (w->labels[i] == 0)
			continue;
		while ((w->labels[i] - 1) % 4 < 2 && i + 1 < last)
			i++;
		names_add(&w->names, begin, i + 1, sentence)->label =
		    (enum entity_label)((w->labels[begin] - 1) / 4);
	}
	names_bound(&w->names, from, sentence);
	if (dateline > first)
		dateline_label(&w->names, from, sentence, dateline);
	names_regroup(&w->names, from, sentence);
	for (i = from; i < w->names.count; i++)
		weigh(w, &w->names.all[i], first, last);
}

/* Per cent of names right at margins of this many sixteenths of a nat, as
 * counted on text kept aside from the weights; lines between. */
static int
confidence(const struct name *n)
{
	static const int known[][2] = {
		{ -40, 25 }, { 0, 39 }, { 12, 56 }, { 20, 65 }, { 28, 77 },
		{ 36, 81 }, { 44, 86 }, { 52, 89 }, { 60, 92 }, { 76, 94 },
		{ 88, 97 }, { 116, 98 }
	};
	int margin = n->margin < n->type_margin ? n->margin : n->type_margin;
	size_t i, last = sizeof(known) / sizeof(*known) - 1;

	if (n->fixed)
		return 100;
	if (margin <= known[0][0])
		return known[0][1];
	for (i = 1; i < last && margin > known[i][0]; i++)
		;
	if (margin >= known[i][0])
		return known[i][1];
	return known[i - 1][1] + (known[i][1] - known[i - 1][1]) *
	    (margin - known[i - 1][0]) / (known[i][0] - known[i - 1][0]);
}

/* What is found outlives the words that it was found in. */
static void
write_entities(const struct work *w, const struct passage *passages,
    size_t count, struct entity *out, struct arena *arena)
{
	size_t p, k, s = 0, i = 0, first = 0;

	for (p = 0; p < count; p++)
		for (k = 0; k < passages[p].sentence_count;
		    k++, first = w->ends[s++])
			for (; i < w->names.count &&
			    w->names.all[i].sentence == s; i++) {
				const struct name *n = &w->names.all[i];
				const struct token *t = passages[p].tokens +
				    passages[p].sentences[k].first;

				out[i].passage = p;
				out[i].start = t[n->first - first].start;
				out[i].end = t[n->last - 1 - first].end;
				out[i].label = n->label;
				out[i].value.at = arena_copy(arena,
				    n->value.at, n->value.length);
				out[i].value.length = n->value.length;
				out[i].kind = n->kind;
				out[i].iso = n->iso;
				out[i].confidence = confidence(n);
			}
}

/* The names that the model sees, and those that the user gave. */
static void
tag(struct work *w, const struct given *given, struct arena *arena)
{
	struct arena_mark mark = arena_mark(arena);
	size_t s, first, from;

	decoder_room(&w->decoder, w->longest, arena);
	for (s = 0, first = 0; s < w->sentence_count; first = w->ends[s++]) {
		from = w->names.count;
		if (may_hold_names(w, first, w->ends[s]))
			tag_sentence(w, s, first, w->ends[s]);
		if (given != NULL)
			given_apply(given, &w->names, from, s);
	}
	arena_release(arena, mark);
}

static void
find(struct work *w, const struct passage *passages, size_t count,
    const struct given *given, struct entity **entities, size_t *found,
    struct arena *arena)
{
	read_words(w, passages, count);
	w->names.owner = arena_alloc(&w->scratch, w->sentence_count == 0 ? 1 :
	    w->ends[w->sentence_count - 1] + 1, sizeof(*w->names.owner));
	tag(w, given, arena);
	names_type(&w->names);
	names_recall(&w->names);
	names_resolve(&w->names);
	names_kind(&w->names);
	*found = w->names.count;
	*entities = arena_alloc(arena, *found + 1, sizeof(**entities));
	write_entities(w, passages, count, *entities, arena);
}

int
entity_find(const struct passage *passages, size_t passage_count,
    const struct given *given, struct tagger_memory *memory,
    struct entity **entities, size_t *count, struct arena *arena)
{
	struct work *w;

	if (setjmp(arena->failure) != 0)
		return -1;
	w = arena_alloc(arena, 1, sizeof(*w));
	arena_init(&w->scratch);
	w->scratch.exhausted = arena->exhausted;
	if (setjmp(arena->failure) != 0) {
		arena_free(&w->scratch);
		return -1;
	}
	if (setjmp(w->scratch.failure) != 0) {
		arena_free(&w->scratch);
		return -1;
	}
	w->tagger.gazetteer = (const void *)blob_gazetteer;
	w->tagger.memory = memory;
	decoder_init(&w->decoder, (const void *)blob_entity);
	find(w, passages, passage_count, given, entities, count, arena);
	arena_free(&w->scratch);
	return 0;
}
