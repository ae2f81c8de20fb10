/*
 * augment: puts other names in (see augment.h).  A name is replaced by the
 * same other one throughout a document; half of the new ones are hidden from
 * the gazetteer, as half of the world's names are.  Some sentences are set as
 * headlines.
 */
#include <stdio.h>
#include <stdlib.h>

#include "augment.h"

enum { FIRST, LAST, CITY, COMPANY, POOLS };
enum { WORDS = 1 << 18 };
enum headline { PLAIN, TITLE, CAPITALS };

struct pool {
	char **names;
	size_t count, capacity;
};

struct swap {
	uint64_t key;
	char *name;
	bool hidden;
};

static struct pool pools[POOLS];
static uint32_t small_words[WORDS];
static unsigned char small_counts[WORDS];
static uint32_t state = 777;

static uint32_t
random_below(uint32_t limit)
{
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % limit;
}

static const char *
pick(int pool)
{
	return pools[pool].names[random_below((uint32_t)pools[pool].count)];
}

static void
add_name(int pool, const char *name)
{
	struct pool *p = &pools[pool];
	size_t n = strcspn(name, " ");

	if (n < 2 || n > 20)
		return;
	p->names = need(array_grow(p->names, &p->capacity, p->count + 1,
	    sizeof(*p->names)));
	p->names[p->count] = need(calloc(n + 1, 1));
	memcpy(p->names[p->count++], name, n);
}

void
augment_names(const char *file)
{
	char line[4096], *type;
	FILE *f = fopen(file, "r");

	if (f == NULL) {
		perror(file);
		exit(1);
	}
	while (fgets(line, sizeof(line), f) != NULL) {
		if ((type = strchr(line, '\t')) == NULL)
			continue;
		*type++ = '\0';
		type[strcspn(type, "\t\n")] = '\0';
		if (strcmp(type, "COMPANY") == 0 || strcmp(type, "CLUB") == 0)
			add_name(COMPANY, line);
		else if (strpbrk(line, " -") != NULL)
			continue;
		else if (strcmp(type, "FIRST") == 0)
			add_name(FIRST, line);
		else if (strcmp(type, "LAST") == 0)
			add_name(LAST, line);
		else if (strcmp(type, "CITY") == 0)
			add_name(CITY, line);
	}
	fclose(f);
}

/* How often the word is written small. */
static unsigned char *
small_count(uint32_t lower)
{
	uint32_t key = lower | 1, at = (key * 0x9e3779b1u >> 10) & (WORDS - 1);

	while (small_words[at] != 0 && small_words[at] != key)
		at = (at + 1) & (WORDS - 1);
	small_words[at] = key;
	return &small_counts[at];
}

void
augment_count(const struct corpus *corpus)
{
	size_t d, i;

	for (d = 0; d < corpus->count; d++)
		for (i = 0; i < corpus->documents[d].count; i++) {
			const struct tagger_word *w =
			    &corpus->documents[d].words[i];
			unsigned char *c;

			if (w->form != TAGGER_LOWER)
				continue;
			c = small_count(w->lower);
			if (*c < 255)
				++*c;
		}
}

/* Names of countries, titles and heads tell what they are: they stay. */
static bool
can_change(const struct tagger_word *w)
{
	size_t i;

	if ((w->form != TAGGER_TITLE && w->form != TAGGER_UPPER &&
	    w->form != TAGGER_MIXED) || w->text.length < 2)
		return false;
	for (i = 0; i < w->text.length; i++) {
		unsigned c = (unsigned char)w->text.at[i];

		if (c < 128 && ((c | 32) < 'a' || (c | 32) > 'z'))
			return false;
	}
	return (w->kinds & (GAZETTEER_COUNTRY | GAZETTEER_DEMONYM |
	    GAZETTEER_AFFIX | GAZETTEER_REGION)) == 0 &&
	    *small_count(w->lower) < 3;
}

static void
make_surname(char *name, bool inner)
{
	static const char *const particles[] = { "van der ", "de ", "al-",
	    "bin ", "El-", "dos ", "von ", "de la ", "Abu ", "Van ", "O'",
	    "Mc", "di " };
	uint32_t r = random_below(100);

	if (r < 12)
		sprintf(name, "%s-%s", pick(LAST), pick(LAST));
	else if (r < 20 && inner)
		sprintf(name, "%s%s", particles[random_below(13)], pick(LAST));
	else
		strcpy(name, pick(LAST));
}

/* Another name of the type, where the word is the last or not the first of
 * its name; empty when there is none. */
static void
make_name(char *name, const struct tagger_word *w, int type, bool last,
    bool inner)
{
	uint32_t r = random_below(100), i;

	name[0] = '\0';
	if (w->form == TAGGER_UPPER && type != 0) {
		if (w->text.length > 6)
			return;
		r = 2 + random_below(3);
		for (i = 0; i < r; i++)
			name[i] = (char)('A' + random_below(26));
		name[r] = '\0';
	} else if (type == 0 && last)
		make_surname(name, inner);
	else if (type == 0 && r < 10)
		sprintf(name, "%s-%s", pick(FIRST), pick(FIRST));
	else if (type == 0)
		strcpy(name, pick(FIRST));
	else if (type == 2)
		strcpy(name, pick(CITY));
	else
		strcpy(name, pick(r < 40 ? LAST : r < 70 ? CITY : COMPANY));
	for (; w->form == TAGGER_UPPER && *name != '\0'; name++)
		if (*name >= 'a' && *name <= 'z')
			*name = (char)(*name - 32);
}

static struct swap *
find_swap(struct swap *swaps, size_t mask, uint64_t key)
{
	size_t at = (size_t)(key >> 20) & mask;

	key |= 1;
	while (swaps[at].key != 0 && swaps[at].key != key)
		at = (at + 1) & mask;
	return &swaps[at];
}

static void
choose_names(const struct document *d, struct swap *swaps, size_t mask)
{
	char name[64];
	size_t i;

	for (i = 0; i < d->count; i++) {
		const struct tagger_word *w = &d->words[i];
		int type = (d->labels[i] - 1) / 2;
		struct swap *s;

		if (d->labels[i] == 0 || !can_change(w))
			continue;
		s = find_swap(swaps, mask, w->exact);
		if (s->key != 0)
			continue;
		s->key = w->exact | 1;
		if (random_below(10) >= 4)
			continue;
		make_name(name, w, type, i + 1 == d->count ||
		    d->labels[i + 1] != 2 + 2 * type, d->labels[i] % 2 == 0);
		if (name[0] == '\0')
			continue;
		s->name = strcpy(need(malloc(strlen(name) + 1)), name);
		s->hidden = random_below(2) == 0;
	}
}

static void
set_headline(char *word, enum headline headline)
{
	if (word[0] == '\'' || (word[0] == 'n' && word[1] == '\''))
		return;
	if (headline == TITLE && word[0] >= 'a' && word[0] <= 'z' &&
	    strlen(word) > 3)
		word[0] = (char)(word[0] - 32);
	for (; headline == CAPITALS && *word != '\0'; word++)
		if (*word >= 'a' && *word <= 'z')
			*word = (char)(*word - 32);
}

/* Adds a name of several words, whose first one gets the label. */
static void
add_words(struct document *to, const char *name, int label, bool hidden)
{
	size_t n;

	for (; *name != '\0'; name += n) {
		n = strspn(name, " ");
		name += n;
		n = strcspn(name, " -");
		n = n == 0 ? 1 : n;
		document_add(to, name, n, label, hidden);
		label += label % 2;
	}
}

void
augment(const struct document *from, struct document *to)
{
	size_t size = 64, s, i, first = 0;
	struct swap *swaps;

	while (size < 2 * from->count)
		size *= 2;
	swaps = need(calloc(size, sizeof(*swaps)));
	choose_names(from, swaps, size - 1);
	to->weight = from->weight;
	to->set = from->set;
	for (s = 0; s < from->sentence_count; first = from->ends[s++]) {
		uint32_t r = random_below(100);
		enum headline headline = s == 0 && r < 10 ? TITLE : r < 2 ?
		    TITLE : r == 2 ? CAPITALS : PLAIN;

		for (i = first; i < from->ends[s]; i++) {
			const struct tagger_word *w = &from->words[i];
			const struct swap *swap = find_swap(swaps, size - 1,
			    w->exact);
			const char *name = swap->name != NULL ? swap->name :
			    w->text.at;
			char *copy = strcpy(need(malloc(strlen(name) + 1)),
			    name);

			set_headline(copy, headline);
			if (swap->name != NULL)
				add_words(to, copy, from->labels[i],
				    swap->hidden);
			else
				document_add(to, copy, strlen(copy),
				    from->labels[i], false);
			free(copy);
		}
		document_end_sentence(to);
	}
	for (i = 0; i < size; i++)
		free(swaps[i].name);
	free(swaps);
}
