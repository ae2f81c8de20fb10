/*
 * tagger: words to hashed features.  Templates after Ratinov and Roth 2009
 * (window, shape, affixes, gazetteers, evidence of the document).
 *
 * The classes of common words (person, group, act ...) are those of WordNet;
 * the clusters of words, at three sizes, and codes are of GloVe's vectors.
 */
#include <unicode/uchar.h>

#include "../ascii.h"
#include "../utf8.h"
#include "../vectors.h"
#include "tables.h"
#include "tagger.h"

enum {
	MEMORY_LOWER = TAGGER_SEEN_LOWER,
	MEMORY_INNER = 2,	/* capitalised within a sentence */
	MEMORY_PERSON = 4,	/* behind a title or first name */
	MEMORY_ORG = 8,		/* before or in brackets after an ORG suffix */
	MEMORY_PLACE = 16,	/* behind in, at, from */
	MEMORY_FIRST = 32	/* before another name */
};

enum { AHEAD = 4 };		/* words */

/* In bytes; longer words are looked up as they are, or not at all. */
enum { LONGEST_TITLED = 32, LONGEST_CLASSED = 24 };

static int
form_of(int32_t c)
{
	if (c < 128)
		return is_upper(c) ? 'X' : is_lower(c) ? 'x' : is_digit(c) ? '0'
		    : (int)c;
	if (c == 0x2018 || c == 0x2019)
		return '\'';
	if (c == 0x201c || c == 0x201d)
		return '"';
	return u_isupper(c) || u_istitle(c) ? 'X' : u_isalpha(c) ? 'x' : '?';
}

static char
small(char c)
{
	return is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

/* The hash of a word as if it were written with one capital, for names in
 * headlines, datelines and by careless writers. */
static uint64_t
titled(struct slice s)
{
	uint64_t h = GAZETTEER_EMPTY;
	size_t i;

	if (s.length > LONGEST_TITLED)
		return gazetteer_word(s);
	for (i = 0; i < s.length; i++)
		h = gazetteer_letter(h, i > 0 ? small(s.at[i]) :
		    is_lower(s.at[i]) ? (char)(s.at[i] - ('a' - 'A')) :
		    s.at[i]);
	return h;
}

/* The class and cluster of a word, however it is written. */
static void
find_class(struct tagger_word *w, struct slice s, const uint32_t *gazetteer)
{
	uint64_t h = GAZETTEER_EMPTY;
	const uint32_t *slot;
	size_t i;

	w->class = w->cluster = w->codes = 0;
	if (s.length > LONGEST_CLASSED)
		return;
	for (i = 0; i < s.length; i++)
		h = gazetteer_letter(h, small(s.at[i]));
	slot = cluster_find(gazetteer, h);
	if (slot != NULL) {
		w->cluster = 1 + (*slot & 4095);
		w->codes = slot[CLUSTER_SLOTS];
	}
	if (s.length > 2 && w->form != TAGGER_PUNCT &&
	    w->form != TAGGER_DIGIT)
		w->class = gazetteer_find(gazetteer,
		    gazetteer_fold(GAZETTEER_CLASS, h));
}

/* Whether careless writers may mean a name by it: "auckland", not "home". */
static bool
is_careless(const struct tagger_word *w)
{
	return w->form == TAGGER_LOWER && w->text.length > 3 &&
	    (w->kinds & ~(uint32_t)(GAZETTEER_LAST | GAZETTEER_MISC)) != 0 &&
	    (w->kinds & GAZETTEER_AFFIX) == 0 &&
	    (w->class == 0 || w->class == GAZETTEER_LOCATION);
}

/* Whether a name may go on over the word. */
static bool
is_link(const struct tagger_word *w)
{
	static const char *const links[] = { "of", "and", "for", "the", "&",
	    "de", "la", "del", "do", "da", "dos", "des", "du", "et", "in" };
	size_t i;

	for (i = 0; i < sizeof(links) / sizeof(*links); i++)
		if (slice_is(w->text, links[i]))
			return true;
	return false;
}

/* What is known of a word with marks on its letters without them, where nothing
 * is with them: "Erdoğan" as "Erdogan". */
static void
read_plain(struct tagger_word *w, const uint32_t *gazetteer)
{
	char text[LONGEST_TITLED];
	struct slice plain = { text, gazetteer_plain(w->text, text,
	    sizeof(text)) };

	if (plain.length == 0)
		return;
	if (w->kinds == 0 && !w->leads) {
		w->name = gazetteer_word(plain);
		w->kinds = gazetteer_find(gazetteer, gazetteer_fold(0,
		    w->name));
		w->leads = gazetteer_begins(gazetteer, gazetteer_fold(0,
		    w->name));
	}
	if (w->class == 0 && w->cluster == 0)
		find_class(w, plain, gazetteer);
}

static void
read_new(struct tagger_word *w, const uint32_t *gazetteer)
{
	struct slice s = w->text;
	size_t at = 0, upper = 0, lower = 0, digits = 0, n;
	int last = 0, first = 0, c;

	w->shape = 17;
	while (at < s.length) {
		c = form_of(utf8_next(s, &at));
		upper += c == 'X';
		lower += c == 'x';
		digits += c == '0';
		if (first == 0)
			first = c;
		if (c != last)
			w->shape = w->shape * 31 + (uint32_t)c;
		last = c;
	}
	w->form = digits > 0 ? TAGGER_DIGIT : upper + lower == 0 ?
	    TAGGER_PUNCT : upper == 0 ? TAGGER_LOWER :
	    lower == 0 && (upper > 1 || s.length > 1) ? TAGGER_UPPER :
	    first == 'X' ? TAGGER_TITLE : TAGGER_MIXED;
	n = s.length;
	w->exact = gazetteer_word(s);
	w->lower = ascii_hash(s.at, n);
	w->suffix2 = n > 2 ? ascii_hash(s.at + n - 2, 2) : 1;
	w->suffix3 = n > 3 ? ascii_hash(s.at + n - 3, 3) : 1;
	w->suffix4 = n > 4 ? ascii_hash(s.at + n - 4, 4) : 1;
	w->prefix3 = n > 3 ? ascii_hash(s.at, 3) : 1;
	w->name = n > 3 && (w->form == TAGGER_LOWER ||
	    w->form == TAGGER_UPPER) ? titled(s) : w->exact;
	w->kinds = w->form == TAGGER_PUNCT ? 0 :
	    gazetteer_find(gazetteer, gazetteer_fold(0, w->exact));
	if (w->kinds == 0 && w->name != w->exact)
		w->kinds = gazetteer_find(gazetteer,
		    gazetteer_fold(0, w->name));
	w->leads = gazetteer_begins(gazetteer, gazetteer_fold(0, w->name));
	w->tables = tables_of(s);
	find_class(w, s, gazetteer);
	if (n > upper + lower + digits)
		read_plain(w, gazetteer);
	w->careless = is_careless(w);
	w->link = is_link(w);
	w->begins = w->inside = w->memory = 0;
}

/* A word that is being read, and where it is kept; NULL: nowhere. */
struct place {
	struct short_word key;
	struct tagger_known *known;
};

static struct place
place_of(struct tagger_memory *memory, struct slice text)
{
	struct place place = { short_of(text), NULL };

	if (memory != NULL && place.key.length > 0) {
		place.known = &memory->known[short_hash(&place.key) %
		    TAGGER_KNOWN];
		PREFETCH(place.known);
		PREFETCH(&place.known->word.run);
	}
	return place;
}

static void
read_word(const uint32_t *gazetteer, struct tagger_word *w,
    const struct place *place)
{
	struct tagger_known *known = place->known;
	struct slice text = w->text;

	if (known != NULL && short_equal(&known->key, &place->key)) {
		*w = known->word;
		w->text = text;
		return;
	}
	read_new(w, gazetteer);
	if (known != NULL) {
		known->word = *w;
		known->key = place->key;
	}
}

static int
is_name(const struct tagger_word *w)
{
	return w->form == TAGGER_TITLE || w->form == TAGGER_UPPER ||
	    w->form == TAGGER_MIXED;
}

/* How far each word is from the end of its run of capitalised words. */
static void
find_runs(struct tagger_word *words, size_t count)
{
	size_t i;

	for (i = count; i-- > 0;) {
		struct tagger_word *w = &words[i], *n = w + 1;
		int more = i + 1 < count;

		w->run = w->head = 0;
		if (is_name(w) || slice_is(w->text, "-")) {
			if (more && (is_name(n) || n->form == TAGGER_DIGIT ||
			    (slice_is(n->text, "-") && n->run > 0)))
				w->run = n->run + 1;
			w->head = w->run;
			if (more && is_name(n))
				w->head = n->head + 1;
			else if (more && n->head > 0)
				w->head = n->head + 1;
		} else if (w->link && more && (is_name(n) || (n->head > 0 &&
		    n->link)))
			w->head = n->head + 1;
		if (w->head > 12)
			w->head = w->run < 12 ? w->run : 12;
		if (w->run > 12)
			w->run = 12;
	}
}

/* Whether the writer of the sentence uses capitals. */
static void
mark_small(struct tagger_word *words, size_t count)
{
	bool small = true;
	size_t i;

	for (i = 0; i < count && small; i++)
		small = !is_name(&words[i]) || slice_is(words[i].text, "I");
	for (i = 0; i < count; i++)
		words[i].small = small;
}

/* What is kept of words is asked of memory some words ahead. */
static void
read_words(const struct tagger *tagger, struct tagger_word *words,
    size_t count)
{
	struct place places[AHEAD];
	size_t i;

	for (i = 0; i < count + AHEAD; i++) {
		if (i >= AHEAD)
			read_word(tagger->gazetteer, &words[i - AHEAD],
			    &places[i % AHEAD]);
		if (i < count)
			places[i % AHEAD] = place_of(tagger->memory,
			    words[i].text);
	}
}

/* The names of several words that begin with word i. */
static void
find_names(const uint32_t *gazetteer, struct tagger_word *words, size_t count,
    size_t i)
{
	uint64_t h = gazetteer_fold(0, words[i].name);
	size_t j, k;

	for (j = i + 1; j < count && j < i + 6; j++) {
		uint32_t kinds;

		h = gazetteer_fold(h, words[j].name);
		if (!gazetteer_begins(gazetteer, h))
			break;
		kinds = gazetteer_find(gazetteer, h);
		if (kinds == 0)
			continue;
		words[i].begins |= kinds;
		for (k = i + 1; k <= j; k++)
			words[k].inside |= kinds;
	}
}

void
tagger_read(const struct tagger *tagger, struct tagger_word *words,
    size_t count)
{
	size_t i;

	read_words(tagger, words, count);
	find_runs(words, count);
	mark_small(words, count);
	for (i = 0; i < count; i++)
		if (words[i].leads && words[i].form != TAGGER_PUNCT &&
		    (words[i].form != TAGGER_LOWER || words[i].careless))
			find_names(tagger->gazetteer, words, count, i);
}

static uint32_t
evidence(const struct tagger_word *w, size_t count, size_t i)
{
	const struct tagger_word *p = i > 0 ? &w[i - 1] : NULL;
	const struct tagger_word *n = i + 1 < count ? &w[i + 1] : NULL;
	uint32_t bits = 0;

	if (w[i].form == TAGGER_LOWER)
		return MEMORY_LOWER;
	if (!is_name(&w[i]) || p == NULL)
		return n != NULL && is_name(&w[i]) && is_name(n) &&
		    (w[i].kinds & GAZETTEER_FIRST) ? MEMORY_FIRST : 0;
	if (p->form == TAGGER_LOWER)
		bits |= MEMORY_INNER;
	if (is_name(p) && (p->kinds & GAZETTEER_FIRST ||
	    p->kinds == GAZETTEER_AFFIX))
		bits |= MEMORY_PERSON;
	if (n != NULL && is_name(n) && (n->kinds & GAZETTEER_AFFIX) &&
	    (n->kinds & GAZETTEER_ORG))
		bits |= MEMORY_ORG;
	if (n != NULL && is_name(n) && (w[i].kinds & GAZETTEER_FIRST))
		bits |= MEMORY_FIRST;
	if (slice_is(p->text, "in") || slice_is(p->text, "at") ||
	    slice_is(p->text, "from"))
		bits |= MEMORY_PLACE;
	return bits;
}

void
tagger_remember(struct tagger_word *words, const size_t *ends,
    size_t sentences, struct arena *arena)
{
	size_t total = sentences == 0 ? 0 : ends[sentences - 1];
	size_t size = 16, s, i, first;
	struct arena_mark mark = arena_mark(arena);
	struct seen { uint32_t lower, bits; } *seen;

	while (size < 2 * total)
		size *= 2;
	seen = arena_alloc(arena, size, sizeof(*seen));
	for (s = 0, first = 0; s < sentences; first = ends[s++])
		for (i = first; i < ends[s]; i++) {
			uint32_t h = words[i].lower == 0 ? 1 : words[i].lower;
			size_t at = (h * 0x9e3779b1u >> 4) & (size - 1);

			while (seen[at].lower != 0 && seen[at].lower != h)
				at = (at + 1) & (size - 1);
			seen[at].lower = h;
			seen[at].bits |= evidence(words + first,
			    ends[s] - first, i - first);
			words[i].memory = (uint32_t)at;
		}
	for (i = 0; i < total; i++)
		words[i].memory = seen[words[i].memory].bits;
	arena_release(arena, mark);
}

/* Whether all words are in capitals, and at least three are. */
static bool
shouts(const struct tagger_word *words, size_t count)
{
	size_t i, capitals = 0;

	for (i = 0; i < count; i++) {
		if (words[i].form == TAGGER_LOWER ||
		    words[i].form == TAGGER_TITLE ||
		    words[i].form == TAGGER_MIXED)
			return false;
		capitals += words[i].form == TAGGER_UPPER;
	}
	return capitals >= 3;
}

/* NORTHERN PORTUGAL, unless as in NORTHERN IRELAND. */
static bool
is_side(const struct tagger_word *w)
{
	static const char *const sides[] = { "NORTHERN", "SOUTHERN",
	    "EASTERN", "WESTERN", "CENTRAL", "NORTHEASTERN",
	    "NORTHWESTERN", "SOUTHEASTERN", "SOUTHWESTERN" };
	size_t i;

	if (w->begins != 0)
		return false;
	for (i = 0; i < sizeof(sides) / sizeof(*sides); i++)
		if (slice_is(w->text, sides[i]))
			return true;
	return false;
}

/* How many letters of the word in capitals stay. */
static size_t
letters_kept(const struct tagger_word *w, const uint32_t *gazetteer)
{
	uint32_t places = GAZETTEER_COUNTRY | GAZETTEER_CITY |
	    GAZETTEER_REGION | GAZETTEER_DEMONYM;

	if (gazetteer_find(gazetteer, gazetteer_fold(0, w->exact)) != 0)
		return w->text.length;
	if (w->memory & (MEMORY_INNER | MEMORY_LOWER))
		return (w->memory & MEMORY_INNER) != 0;
	/* SOUTH KOREA */
	if (((w->begins | w->inside) & GAZETTEER_COUNTRY) != 0)
		return 1;
	if (is_side(w))
		return 0;
	if ((w->kinds & places) != 0 && w->class == GAZETTEER_LOCATION)
		return 1;
	return w->text.length > 3 && w->class == 0 && (w->kinds & (places |
	    GAZETTEER_FIRST | GAZETTEER_LAST)) != 0;
}

/* NEW ZEALAND, EL SALVADOR: of a short word, whose capitals may stay. */
static bool
begins_place(const struct tagger_word *w, const struct tagger_word *end,
    const uint32_t *gazetteer)
{
	return w->text.length < 4 && w + 1 < end &&
	    w->form == TAGGER_UPPER && w[1].form == TAGGER_UPPER &&
	    (gazetteer_find(gazetteer, gazetteer_fold(gazetteer_fold(0,
	    titled(w->text)), titled(w[1].text))) & (GAZETTEER_COUNTRY |
	    GAZETTEER_CITY | GAZETTEER_REGION)) != 0;
}

void
tagger_recase(const struct tagger *tagger, struct tagger_word *words,
    const size_t *ends, size_t sentences, struct arena *arena)
{
	const uint32_t *gazetteer = tagger->gazetteer;
	size_t s, i, k, first = 0;

	for (s = 0; s < sentences; first = ends[s++]) {
		uint32_t *memory;
		const char *base, *end;
		char *copy;
		bool given = false, place = false;

		if (!shouts(words + first, ends[s] - first))
			continue;
		memory = arena_alloc(arena, ends[s] - first,
		    sizeof(*memory));
		/* As a whole: words keep their distances. */
		base = words[first].text.at;
		end = words[ends[s] - 1].text.at + words[ends[s] - 1].text.length;
		copy = arena_copy(arena, base, (size_t)(end - base));
		for (i = first; i < ends[s]; i++) {
			struct slice *text = &words[i].text;
			char *word = copy + (text->at - base);

			memory[i - first] = words[i].memory;
			k = letters_kept(&words[i], gazetteer);
			/* DONALD TRUMP: common words too are surnames */
			if (k == 0 && given && (words[i].kinds &
			    GAZETTEER_LAST) != 0)
				k = 1;
			given = k == 1 && !place && (words[i].kinds &
			    GAZETTEER_FIRST) != 0;
			k = place ? 1 : k;
			place = begins_place(&words[i], words + ends[s],
			    gazetteer);
			k = place ? 1 : k;
			for (; words[i].form == TAGGER_UPPER &&
			    k < text->length; k++)
				if (is_upper(word[k]))
					word[k] = (char)(word[k] - 'A' + 'a');
			text->at = word;
		}
		tagger_read(tagger, words + first, ends[s] - first);
		for (i = first; i < ends[s]; i++)
			words[i].memory = memory[i - first];
	}
}

/* What the features of a word are made of: template and value, and another
 * value. */
enum { EIGHT = 8 };

struct parts {
	uint32_t a[TAGGER_FEATURES], b[TAGGER_FEATURES];
	size_t count;
};

static inline void
put(struct parts *to, uint32_t template, uint32_t a, uint32_t b)
{
	to->a[to->count] = template * 0x9e3779b1u ^ a;
	to->b[to->count++] = b;
}

/* All features together, since most processors do several at a time. */
VECTORS static void
hash_parts(const struct parts *parts, uint32_t *restrict rows)
{
	size_t i, k;

	for (k = 0; k < parts->count; k += EIGHT) {
		const uint32_t *a = parts->a + k, *b = parts->b + k;

		for (i = 0; i < EIGHT; i++) {
			uint32_t h = a[i];

			h = (h ^ h >> 15) * 0x85ebca6bu ^ b[i];
			h = (h ^ h >> 13) * 0xc2b2ae35u;
			h ^= h >> 16;
			rows[k + i] = h & (TAGGER_ROWS - 1);
		}
	}
}

/* Before the first and behind the last word. */
static const struct tagger_word edge = { .lower = 7, .shape = 3,
    .form = TAGGER_PUNCT };

/* The cluster of a word without its finest bits. */
static uint32_t
group(const struct tagger_word *w, uint32_t bits)
{
	return w->cluster == 0 ? 0 : 1 + ((w->cluster - 1) >> bits);
}

/* Features of the run of capitalised words that the word is in: its first
 * and last word, its length, what stands around it. */
static void
add_run(const struct tagger_word *words, size_t count, size_t i,
    struct parts *to)
{
	const struct tagger_word *w = &words[i], *last = w + w->run;
	const struct tagger_word *head = w + w->head, *end = words + count;
	const struct tagger_word *n = last + 1 < end ? last + 1 : &edge;
	const struct tagger_word *m = head + 1 < end ? head + 1 : &edge;
	const struct tagger_word *first = w, *p;
	uint32_t back, place;

	while (first > words && w - first < 12 && first[-1].run > 0)
		first--;
	p = first > words ? first - 1 : &edge;
	back = (uint32_t)(w - first);
	place = back * 16 + w->run;
	put(to, 52, last->lower, 0);
	put(to, 53, last->lower, place);
	put(to, 54, head->lower, w->head > w->run);
	put(to, 55, first->lower, back > 0);
	put(to, 56, last->kinds, place);
	put(to, 57, last->class, place);
	put(to, 58, n->lower, back);
	put(to, 59, n->class, w->run);
	put(to, 60, m->lower, w->head);
	put(to, 61, first->kinds, last->kinds);
	put(to, 62, place, (uint32_t)w->form);
	put(to, 63, p->lower, back);
	put(to, 64, p->class, w->run);
	put(to, 65, p->lower, n->lower);
	put(to, 66, p->class * 64 + n->class, last->kinds);
	put(to, 67, group(last, 3), place);
	put(to, 68, group(p, 3), w->run);
	put(to, 69, group(n, 3), w->run);
	put(to, 90, group(first, 3), group(last, 3));
	put(to, 91, group(p, 3), group(last, 6));
	put(to, 92, group(n, 3), group(last, 6));
	put(to, 93, group(head, 3), w->head);
}

/* The vectors of the words, coarsely: they tell more of rare words than their
 * clusters do. */
static void
add_codes(const struct tagger_word *w, const struct tagger_word *p,
    const struct tagger_word *n, struct parts *to)
{
	uint32_t form = (uint32_t)w->form, mask = CLUSTER_CODED | 31, i;

	for (i = 0; i < 5; i++, mask = (mask << 5) | CLUSTER_CODED) {
		put(to, 100 + i, w->codes & mask, form);
		put(to, 105 + i, p->codes & mask, form);
		put(to, 110 + i, n->codes & mask, form);
	}
}

/* What stands beside words like these in much other text. */
static void
add_clusters(const struct tagger_word *w, const struct tagger_word *p,
    const struct tagger_word *q, const struct tagger_word *n,
    const struct tagger_word *m, struct parts *to)
{
	uint32_t form = (uint32_t)w->form, top = group(w, 6);

	put(to, 70, w->cluster, form);
	put(to, 71, group(w, 3), form);
	put(to, 73, p->cluster, form);
	put(to, 74, group(p, 3), form);
	put(to, 76, n->cluster, form);
	put(to, 77, group(n, 3), form);
	put(to, 79, group(q, 3), form);
	put(to, 80, group(m, 3), form);
	put(to, 81, group(p, 6), top);
	put(to, 82, group(n, 6), top);
	put(to, 83, group(p, 3), group(n, 3));
}

/* Of names in small letters. */
static void
add_careless(const struct tagger_word *w, const struct tagger_word *p,
    struct parts *to)
{
	put(to, 84, w->kinds, w->small);
	put(to, 85, group(w, 3), w->small);
	put(to, 86, p->lower, w->small);
	put(to, 87, w->class, w->small);
}

/* Most words are not: five features do for them. */
static bool
is_near_name(const struct tagger_word *w, const struct tagger_word *p,
    const struct tagger_word *q, const struct tagger_word *n,
    const struct tagger_word *m)
{
	return is_name(w) || w->form == TAGGER_DIGIT || is_name(p) ||
	    is_name(n) || is_name(q) || is_name(m) || w->careless ||
	    p->careless || n->careless;
}

/* The features of word i, first those that tell the word itself
 * (TAGGER_OWN). */
static void
put_features(const struct tagger_word *words, size_t count, size_t i,
    struct parts *to)
{
	const struct tagger_word *w = &words[i];
	const struct tagger_word *p = i > 0 ? w - 1 : &edge;
	const struct tagger_word *q = i > 1 ? w - 2 : &edge;
	const struct tagger_word *n = i + 1 < count ? w + 1 : &edge;
	const struct tagger_word *m = i + 2 < count ? w + 2 : &edge;
	uint32_t form = (uint32_t)w->form + (i == 0 ? 8 : 0), bit;
	bool near = is_near_name(w, p, q, n, m);

	put(to, 2, w->lower, 0);
	if (near) {
		put(to, 3, (uint32_t)w->exact, form);
		put(to, 5, w->suffix2, form);
		put(to, 6, w->suffix3, form);
		put(to, 7, w->suffix4, form);
		put(to, 8, w->prefix3, form);
		put(to, 15, p->lower, w->lower);
		put(to, 16, n->lower, w->lower);
	}
	put(to, 1, 0, form);
	put(to, 9, p->lower, 0);
	put(to, 10, n->lower, 0);
	put(to, 24, w->kinds, form);
	if (!near)
		return;
	put(to, 4, w->shape, i == 0);
	put(to, 11, q->lower, 0);
	put(to, 12, m->lower, 0);
	put(to, 17, p->lower, q->lower);
	put(to, 18, n->lower, m->lower);
	put(to, 19, p->shape, w->shape);
	put(to, 20, n->shape, w->shape);
	put(to, 21, (uint32_t)p->form * 8 + (uint32_t)n->form, form);
	put(to, 25, w->begins, w->inside);
	put(to, 26, p->kinds, w->kinds);
	put(to, 27, n->kinds, w->kinds);
	put(to, 28, p->kinds, form);
	put(to, 29, n->kinds, form);
	put(to, 30, w->memory, form);
	put(to, 31, w->memory, w->kinds);
	put(to, 32, p->memory, form);
	put(to, 33, n->memory, form);
	put(to, 34, p->lower, w->kinds);
	put(to, 35, n->lower, w->kinds);
	put(to, 36, p->lower, n->lower);
	put(to, 44, w->class, form);
	put(to, 45, p->class, form);
	put(to, 46, n->class, form);
	put(to, 47, p->class * 64 + n->class, form);
	put(to, 48, q->class * 64 + p->class, form);
	put(to, 49, n->class * 64 + m->class, form);
	put(to, 50, p->class, w->kinds);
	put(to, 51, n->class, w->kinds);
	add_clusters(w, p, q, n, m, to);
	add_codes(w, p, n, to);
	if (w->careless)
		add_careless(w, p, to);
	add_run(words, count, i, to);
	for (bit = 1; bit <= GAZETTEER_MISC; bit *= 2) {
		if (w->kinds & bit)
			put(to, 41, bit, form);
		if (w->begins & bit)
			put(to, 42, bit, form);
		if (w->inside & bit)
			put(to, 43, bit, form);
	}
}

size_t
tagger_features(const struct tagger_word *words, size_t count, size_t i,
    uint32_t *rows)
{
	struct parts parts;

	parts.count = 0;
	put_features(words, count, i, &parts);
	hash_parts(&parts, rows);
	return parts.count;
}

int
tagger_allowed(int previous, int label)
{
	/* Place in a name: 0 B, 1 I, 2 E, 3 S; O and edges stand alone. */
	int open = previous > 0 && (previous - 1) % 4 < 2;
	int goes_on = label > 0 && ((label - 1) % 4 == 1 ||
	    (label - 1) % 4 == 2);

	return open == goes_on &&
	    (!open || (previous - 1) / 4 == (label - 1) / 4);
}
