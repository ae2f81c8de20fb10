/*
 * augment: puts other names in (see augment.h).  A name is replaced by the
 * same other one throughout a document; half of the new ones are hidden from
 * tables, as half of the world's names are.  Some sentences are set as
 * headlines, some in small letters.
 */
#include <stdio.h>
#include <stdlib.h>

#include "augment.h"

enum { FIRST, LAST, CITY, COMPANY, TITLES, WHOLE_ORG, WHOLE_LOC, SUFFIX,
    POOLS };
enum { WORDS = 1 << 18 };
enum headline { PLAIN, TITLE, CAPITALS, SMALL };
enum { PER, ORG, LOC, MISC };

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

/* The last is picked first: C does not say which of two arguments is. */
static void
join(char *name, int pool, const char *between, int other)
{
	const char *behind = pick(other);

	sprintf(name, "%s%s%s", pick(pool), between, behind);
}

static void
add_name(int pool, const char *name, size_t n)
{
	struct pool *p = &pools[pool];

	if (n < 2 || n > 40)
		return;
	p->names = need(array_grow(p->names, &p->capacity, p->count + 1,
	    sizeof(*p->names)));
	p->names[p->count] = need(calloc(n + 1, 1));
	memcpy(p->names[p->count++], name, n);
}

static void
add_row(const char *name, const char *type)
{
	bool org = strcmp(type, "COMPANY") == 0 ||
	    strcmp(type, "CLUB") == 0 || strcmp(type, "ORG") == 0;
	bool several = strchr(name, ' ') != NULL;

	if (org)
		add_name(COMPANY, name, strcspn(name, " "));
	if (several && org)
		add_name(WHOLE_ORG, name, strlen(name));
	else if (several && (strcmp(type, "REGION") == 0 ||
	    strcmp(type, "CITY") == 0))
		add_name(WHOLE_LOC, name, strlen(name));
	else if (several || strchr(name, '-') != NULL)
		return;
	else if (strcmp(type, "FIRST") == 0)
		add_name(FIRST, name, strlen(name));
	else if (strcmp(type, "LAST") == 0)
		add_name(LAST, name, strlen(name));
	else if (strcmp(type, "CITY") == 0)
		add_name(CITY, name, strlen(name));
	else if (strcmp(type, "ORG_SUFFIX") == 0)
		add_name(SUFFIX, name, strlen(name));
	else if (strcmp(type, "TITLE") == 0 && name[0] <= 'Z')
		add_name(TITLES, name, strlen(name));
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
		add_row(line, type);
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

/* "Mei-hua" */
static void
make_syllables(char *name)
{
	static const char *const syllables[] = { "mei", "hua", "jung", "hyun",
	    "min", "soo", "ho", "young", "hee", "jin", "woo", "chul", "sun",
	    "ming", "wei", "xing", "yan", "fang", "jun", "feng", "ying", "wen",
	    "lin", "bok", "dae", "kyung", "seong", "tae", "ping", "chi" };
	const char *behind = syllables[random_below(30)];

	sprintf(name, "%s-%s", syllables[random_below(30)], behind);
	name[0] = (char)(name[0] - 32);
}

static void
make_surname(char *name, bool inner)
{
	static const char *const particles[] = { "van der ", "de ", "al-",
	    "bin ", "El-", "dos ", "von ", "de la ", "Abu ", "Van ", "O'",
	    "Mc", "di " };
	uint32_t r = random_below(100);
	const char *behind;

	if (r < 12)
		join(name, LAST, "-", LAST);
	else if (r < 16 && inner)
		make_syllables(name);
	else if (r < 24 && inner) {
		behind = pick(LAST);
		sprintf(name, "%s%s", particles[random_below(13)], behind);
	} else
		strcpy(name, pick(LAST));
}

/* Given names that lists do not hold, too. */
static void
make_given(char *name)
{
	uint32_t r = random_below(100);
	char second;

	if (r < 5)
		make_syllables(name);
	else if (r < 9)
		sprintf(name, "%c.", (char)('A' + random_below(26)));
	else if (r < 12) {
		second = (char)('A' + random_below(26));
		sprintf(name, "%c. %c.", (char)('A' + random_below(26)),
		    second);
	} else if (r < 20)
		join(name, FIRST, "-", FIRST);
	else
		strcpy(name, pick(FIRST));
}

/* "National Institute for Disaster Management and Health" */
static void
make_office(char *name)
{
	static const char *const before[] = { "National", "Royal", "Federal",
	    "European", "Central", "International", "African", "Asian",
	    "U.N.", "State", "Regional", "Independent" };
	static const char *const offices[] = { "Ministry", "Department",
	    "Institute", "Office", "Agency", "Centre", "Center", "Council",
	    "Board", "Commission", "Authority", "Association", "Society",
	    "Bureau", "Committee", "Fund", "School", "University" };
	static const char *const links[] = { "of", "of", "for", "for the" };
	static const char *const fields[] = { "Agriculture", "Health",
	    "Education", "Foreign Affairs", "Trade", "Finance", "Energy",
	    "Transport", "Tourism", "Culture", "Defence", "Justice", "Labour",
	    "the Environment", "Migration", "Statistics", "Standards",
	    "Aviation", "Fisheries", "Forestry", "Human Rights", "Refugees",
	    "Public Health", "Disaster Risk Management", "Wildlife",
	    "Science", "Technology", "Industry", "Information",
	    "Coordination of Humanitarian Aid", "Protection of Children",
	    "Prevention of Torture", "Advancement of Women" };
	const char *field, *link;

	*name = '\0';
	if (random_below(2) == 0) {
		strcpy(name, before[random_below(12)]);
		strcat(name, " ");
	}
	name += strlen(name);
	field = fields[random_below(33)];
	link = links[random_below(4)];
	sprintf(name, "%s %s %s", offices[random_below(18)], link, field);
	if (random_below(3) == 0) {
		strcat(name, " and ");
		strcat(name, fields[random_below(13)]);
	}
}

static void
make_organisation(char *name)
{
	uint32_t r = random_below(100);
	const char *behind, *middle;

	if (r < 40)
		strcpy(name, pick(WHOLE_ORG));
	else if (r < 55)
		make_office(name);
	else if (r < 80) {
		behind = pick(SUFFIX);
		sprintf(name, "%s %s", pick(random_below(2) == 0 ? CITY :
		    LAST), behind);
	} else if (r < 85)
		join(name, LAST, " & ", LAST);
	else if (r < 90) {
		behind = pick(SUFFIX);
		middle = pick(LAST);
		sprintf(name, "%s %s %s", pick(CITY), middle, behind);
	} else
		join(name, SUFFIX, " of ", CITY);
}

static void
make_other(char *name)
{
	static const char *const before[] = { "Cyclone", "Hurricane",
	    "Typhoon", "Storm", "Operation", "Project", "Exercise" };
	static const char *const behind[] = { "Treaty", "Accord", "Accords",
	    "Agreement", "Convention", "Protocol", "Pact", "Act", "Bill",
	    "Cup", "Open", "Festival", "Prize", "Award", "Awards", "Trophy",
	    "Games", "Marathon", "Championship", "Championships", "War",
	    "Revolution", "Declaration", "Plan", "Programme", "Summit" };
	uint32_t r = random_below(100), n;
	const char *end;

	if (r < 25) {
		end = pick(random_below(2) == 0 ? FIRST : LAST);
		sprintf(name, "%s %s", before[random_below(7)], end);
	} else if (r < 70) {
		end = behind[random_below(26)];
		sprintf(name, "%s %s", pick(random_below(2) == 0 ? CITY :
		    LAST), end);
	} else {
		n = 1 + random_below(30);
		sprintf(name, r < 85 ? "%s %u" : "%s-%u",
		    pick(r < 85 ? COMPANY : LAST), n);
	}
}

/* Another name of the type, where the word is the last or not the first of
 * its name; empty when there is none. */
static void
make_name(char *name, const struct tagger_word *w, int type, bool last,
    bool inner)
{
	uint32_t r = random_below(100), i;

	name[0] = '\0';
	if (w->form == TAGGER_UPPER && type != PER) {
		if (w->text.length > 6)
			return;
		r = 2 + random_below(3);
		for (i = 0; i < r; i++)
			name[i] = (char)('A' + random_below(26));
		name[r] = '\0';
	} else if (type == PER && last)
		make_surname(name, inner);
	else if (type == PER)
		make_given(name);
	else if (type == LOC)
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
	char name[128];
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
	for (; headline == SMALL && *word != '\0'; word++)
		if (*word >= 'A' && *word <= 'Z')
			*word = (char)(*word + 32);
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

/* The end of the name that begins at i. */
static size_t
name_end(const struct document *d, size_t i)
{
	int inside = d->labels[i] + 1;

	for (i++; i < d->count && d->labels[i] == inside; i++)
		;
	return i;
}

/* Puts something else in the place of word i, or of the name that begins
 * there, and returns how many words that took; 0 if it did nothing. */
static size_t
put_other(const struct document *from, size_t i, struct document *to)
{
	const struct tagger_word *w = &from->words[i];
	int label = from->labels[i], type = (label - 1) / 2;
	char name[200];

	if (label == 0 && w->kinds == GAZETTEER_AFFIX &&
	    w->form == TAGGER_TITLE && i + 1 < from->count &&
	    from->labels[i + 1] == 1 && random_below(10) < 4) {
		strcpy(name, pick(TITLES));
		document_add(to, name, strcspn(name, "."), 0, false);
		return 1;
	}
	if (label > 0 && label % 2 == 1 && type != PER &&
	    (w->kinds & (GAZETTEER_DEMONYM | GAZETTEER_MISC)) == 0 &&
	    random_below(100) < (type == LOC ? 4 : type == ORG ? 10 : 25)) {
		if (type == ORG)
			make_organisation(name);
		else if (type == MISC)
			make_other(name);
		else
			strcpy(name, pick(WHOLE_LOC));
		add_words(to, name, label, random_below(2) == 0);
		return name_end(from, i) - i;
	}
	/* A nickname between the two names of a person. */
	if (label == 2 && name_end(from, i - 1) == i + 1 &&
	    random_below(100) < 3) {
		document_add(to, "\"", 1, 2, false);
		add_words(to, pick(FIRST), 2, false);
		document_add(to, "\"", 1, 2, false);
	}
	return 0;
}

static void
put_word(const struct document *from, size_t i, const struct swap *swap,
    enum headline headline, struct document *to)
{
	const char *name = swap->name != NULL ? swap->name :
	    from->words[i].text.at;
	char *copy = strcpy(need(malloc(strlen(name) + 1)), name);

	set_headline(copy, headline);
	if (swap->name != NULL)
		add_words(to, copy, from->labels[i], swap->hidden);
	else
		document_add(to, copy, strlen(copy), from->labels[i], false);
	free(copy);
}

void
augment(const struct document *from, struct document *to)
{
	size_t size = 64, s, i, n, first = 0;
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
		    TITLE : r == 2 ? CAPITALS : r < 8 ? SMALL : PLAIN;

		for (i = first; i < from->ends[s]; i += n) {
			n = headline == PLAIN ? put_other(from, i, to) : 0;
			if (n > 0)
				continue;
			n = 1;
			put_word(from, i, find_swap(swaps, size - 1,
			    from->words[i].exact), headline, to);
		}
		document_end_sentence(to);
	}
	for (i = 0; i < size; i++)
		free(swaps[i].name);
	free(swaps);
}
