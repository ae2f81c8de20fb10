/*
 * resolve: gives each speaker a name of the document.
 *
 * A mention that holds a name has that name's canonical form.  A pronoun is
 * the nearest earlier speaker, else the nearest earlier person; "it" an
 * organisation.  "the president" is who was introduced with that noun.  What
 * has no name keeps its noun phrase.  Without entity rows, runs of capitalised
 * words are names and a surname is the longest name that ends with it.
 *
 * Bugs: the gender of names is not known; "he" may become a woman.
 */
#include <stdlib.h>
#include <unicode/uchar.h>

#include "../lexicon.h"
#include "parse.h"

#define BACK 60			/* names looked at before a mention */

extern const struct lexicon lexicon_quote_words;

static unsigned char
lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool
same_word(struct slice a, struct slice b)
{
	size_t i;

	if (a.length != b.length)
		return false;
	for (i = 0; i < a.length; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

static struct slice
last_word(struct slice s)
{
	size_t i = s.length;

	while (i > 0 && s.at[i - 1] != ' ')
		i--;
	s.at += i;
	s.length -= i;
	return s;
}

static int
by_surname(const void *x, const void *y)
{
	const struct quote_name *a = *(const struct quote_name *const *)x;
	const struct quote_name *b = *(const struct quote_name *const *)y;
	int order = slice_compare(last_word(a->value), last_word(b->value));

	if (order != 0)
		return order;
	if (a->value.length != b->value.length)
		return a->value.length > b->value.length ? -1 : 1;
	return (a > b) - (a < b);
}

static bool
capital(const struct passage *p, size_t i)
{
	struct slice s = token_text(p, i);
	size_t at = 0;

	return p->tokens[i].label == TOKEN_WORD && s.length > 1 &&
	    u_isupper(utf8_next(s, &at));
}

/* Names from capital letters, for a document without entity rows. */
void
resolve_names(struct finder *f)
{
	struct quote_name *names = NULL, **order;
	size_t i, k, count = 0, size = 0;

	if (f->name_count == 0) {
		for (i = 0; i < f->passage_count; i++) {
			const struct passage *p = &f->passages[i];

			for (k = 0; k < p->token_count; k++) {
				size_t first = k;
				struct quote_name *name;

				if (!capital(p, k) || lexicon_find_folded(
				    &lexicon_quote_words, token_text(p, k)) !=
				    LEXICON_NONE)
					continue;
				while (k + 1 < p->token_count &&
				    k - first < 6 && capital(p, k + 1))
					k++;
				names = arena_grow(f->arena, names, count,
				    &size, count + 1, sizeof *names);
				name = &names[count++];
				memset(name, 0, sizeof *name);
				name->passage = i;
				name->start = p->tokens[first].start;
				name->end = p->tokens[k].end;
				name->value.at = p->text.at + name->start;
				name->value.length = name->end - name->start;
				name->label = slice_of("");
			}
		}
		order = arena_alloc(f->arena, count + 1, sizeof *order);
		for (i = 0; i < count; i++)
			order[i] = &names[i];
		if (count > 0)
			qsort(order, count, sizeof *order, by_surname);
		for (i = 1; i < count; i++)
			if (slice_equal(last_word(order[i]->value),
			    last_word(order[i - 1]->value)))
				order[i]->value = order[i - 1]->value;
		f->names = names;
		f->name_count = count;
	}
	f->name_first = arena_alloc(f->arena, f->passage_count + 1,
	    sizeof *f->name_first);
	for (i = 0, k = 0; i <= f->passage_count; i++) {
		while (k < f->name_count && f->names[k].passage < i)
			k++;
		f->name_first[i] = k;
	}
}

/* Names before this place: returns how many. */
static size_t
names_before(const struct finder *f, const struct quote_place *place)
{
	size_t low = f->name_first[place->passage];
	size_t high = f->name_first[place->passage + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (f->names[middle].start < place->end)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
person(const struct quote_name *name)
{
	return name->label.length == 0 || slice_is(name->label, "PER");
}

static struct slice
mention_text(const struct finder *f, const struct quote_place *place)
{
	struct slice s = {
		f->passages[place->passage].text.at + place->start,
		place->end - place->start
	};

	return s;
}

static unsigned
letters(struct slice word)
{
	size_t row = lexicon_find_folded(&lexicon_quote_words, word);
	struct slice cell;
	unsigned found = 0;
	size_t i;

	if (row == LEXICON_NONE)
		return 0;
	cell = lexicon_cell(&lexicon_quote_words, row, 1);
	for (i = 0; i < cell.length; i++)
		found |= cell.at[i] == 'h' ? WORD_PERSON :
		    cell.at[i] == 'p' ? WORD_PRONOUN :
		    cell.at[i] == 'O' ? WORD_ORGANISATION : 0;
	return found;
}

/* The head of a nameless noun phrase: the last word before "of" or "for". */
static struct slice
head_word(struct slice s)
{
	struct slice head = { s.at, 0 }, word;
	size_t i = 0;

	while (i < s.length) {
		word.at = s.at + i;
		while (i < s.length && s.at[i] != ' ')
			i++;
		word.length = (size_t)(s.at + i - word.at);
		if (slice_is(word, "of") || slice_is(word, "for") ||
		    slice_is(word, "in") || slice_is(word, "at"))
			break;
		head = word;
		while (i < s.length && s.at[i] == ' ')
			i++;
	}
	return head;
}

/* Whether the text just before a name, or behind its comma, has this word. */
static bool
introduced(const struct finder *f, const struct quote_name *name,
    struct slice word)
{
	struct slice text = f->passages[name->passage].text;
	size_t from = name->start > 60 ? name->start - 60 : 0;
	size_t to = name->end + 60 < text.length ? name->end + 60 :
	    text.length;
	size_t i;

	for (i = name->start; i > from; i--)
		if (text.at[i - 1] == '.' || text.at[i - 1] == ',' ||
		    text.at[i - 1] == '"')
			break;
	from = i;
	for (i = name->end; i < to; i++)
		if (text.at[i] == '.' || text.at[i] == '"')
			break;
	to = name->end < text.length && text.at[name->end] == ',' ? i :
	    name->end;
	for (i = from; i + word.length <= to; i++) {
		struct slice s = { text.at + i, word.length };

		if (same_word(s, word) && (i == 0 || text.at[i - 1] == ' ' ||
		    i == from) && (i + word.length == text.length ||
		    text.at[i + word.length] == ' ' ||
		    text.at[i + word.length] == ','))
			return true;
	}
	return false;
}

static struct slice
without_capital(struct slice s, struct arena *arena)
{
	struct slice first = s;
	char *copy;
	size_t i = 0;

	while (i < s.length && s.at[i] != ' ')
		i++;
	first.length = i;
	if (i == 0 || (lexicon_find_folded(&lexicon_quote_words, first) ==
	    LEXICON_NONE && i == s.length))
		if (i > 1 && s.at[i - 1] != 's')
			return s;
	if (s.at[0] < 'A' || s.at[0] > 'Z' || (i > 1 && s.at[1] >= 'A' &&
	    s.at[1] <= 'Z'))
		return s;
	copy = arena_copy(arena, s.at, s.length);
	copy[0] = (char)(copy[0] + 32);
	s.at = copy;
	return s;
}

/* The first person of the nearest sentence before the place that names one,
 * in the same paragraph. */
static const struct quote_name *
subject_before(const struct finder *f, const struct quote_place *place,
    size_t n, size_t first)
{
	const struct passage *p = &f->passages[place->passage];
	const struct quote_name *found = NULL;
	size_t i = n, low = 0, high = p->sentence_count, begin;

	while (i > first && n - i < BACK && (!person(&f->names[i - 1]) ||
	    f->names[i - 1].end > place->start))
		i--;
	if (i == first || n - i >= BACK)
		return NULL;
	found = &f->names[i - 1];
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->sentences[middle].start <= found->start)
			low = middle + 1;
		else
			high = middle;
	}
	begin = low > 0 ? p->sentences[low - 1].start : 0;
	for (; i > first && n - i < BACK &&
	    f->names[i - 1].start >= begin; i--)
		if (person(&f->names[i - 1]))
			found = &f->names[i - 1];
	return found;
}

static struct slice
resolve(const struct finder *f, const struct quote *quote,
    struct slice last_person, struct slice last_group)
{
	struct slice none = { NULL, 0 };
	struct slice text = mention_text(f, &quote->speaker), head;
	size_t n, i, first = f->name_first[quote->speaker.passage];
	const struct quote_name *found = NULL;
	unsigned class;

	if (text.length == 0)
		return none;
	n = names_before(f, &quote->speaker);
	for (i = n; i > first && n - i < BACK; i--) {
		const struct quote_name *name = &f->names[i - 1];

		if (name->end <= quote->speaker.start)
			break;
		if (name->end > quote->speaker.end)
			continue;
		if (person(name))
			return name->value;
		if (found == NULL && !slice_is(name->label, "MISC"))
			found = name;
	}
	head = head_word(text);
	class = letters(head);
	/* "a spokesman for X", "the Russian president" are not X. */
	if (found != NULL && !(class & WORD_PERSON) &&
	    !(class & WORD_ORGANISATION && slice_is(found->label, "LOC")))
		return found->value;
	if (letters(text) & WORD_PRONOUN) {
		bool it = same_word(text, slice_of("it"));

		if (same_word(text, slice_of("they")) ||
		    same_word(text, slice_of("we")))
			return last_group.length > 0 ? last_group : text;
		if (it && last_group.length > 0)
			return last_group;
		if (!it) {
			const struct quote_name *near = NULL;

			/* The first person of this paragraph's last
			 * sentence that has one, before the mention. */
			near = subject_before(f, &quote->speaker, n, first);
			if (near != NULL)
				return near->value;
			if (last_person.length > 0)
				return last_person;
		}
		for (i = n; i > 0 && n - i < BACK; i--) {
			const struct quote_name *name = &f->names[i - 1];

			/* NOLINTNEXTLINE(*NullDereference): there are n */
			if (it ? slice_is(name->label, "ORG") : person(name))
				return name->value;
		}
		return text;
	}
	if (((text.length > 4 && same_word((struct slice){ text.at, 4 },
	    slice_of("the "))) || (text.at[0] >= 'A' && text.at[0] <= 'Z' &&
	    !(text.length > 2 && same_word((struct slice){ text.at, 2 },
	    slice_of("a "))))) && class != 0) {
		for (i = n; i > 0 && n - i < 200; i--) {
			const struct quote_name *name = &f->names[i - 1];

			if (((class & WORD_PERSON) ? person(name) :
			    slice_is(name->label, "ORG")) &&
			    introduced(f, name, head))
				return name->value;
		}
		for (i = n; (class & WORD_PERSON) && i < f->name_count &&
		    i - n < 200; i++)
			if (person(&f->names[i]) &&
			    introduced(f, &f->names[i], head))
				return f->names[i].value;
		if (class & WORD_ORGANISATION)
			for (i = n; i > 0 && n - i < BACK; i--)
				if (slice_is(f->names[i - 1].label, "ORG"))
					return f->names[i - 1].value;
	}
	return without_capital(text, f->arena);
}

void
resolve_speakers(struct finder *f)
{
	struct slice last_person = { NULL, 0 }, last_group = { NULL, 0 };
	struct quote_place before = { 0, 0, 0 };
	struct slice value = { NULL, 0 };
	size_t i;

	for (i = 0; i < f->count; i++) {
		struct quote *quote = &f->quotes[i];
		size_t n;

		/* Pieces of one report share their speaker. */
		if (i > 0 && quote->speaker.start < quote->speaker.end &&
		    quote->speaker.passage == before.passage &&
		    quote->speaker.start == before.start) {
			quote->value = value;
			continue;
		}
		quote->value = resolve(f, quote, last_person, last_group);
		before = quote->speaker;
		value = quote->value;
		if (quote->speaker.start >= quote->speaker.end)
			continue;
		n = names_before(f, &quote->speaker);
		if (n > 0 && f->names[n - 1].passage ==
		    quote->speaker.passage &&
		    f->names[n - 1].end > quote->speaker.start) {
			if (person(&f->names[n - 1]))
				last_person = quote->value;
			else
				last_group = quote->value;
		} else if (letters(head_word(mention_text(f,
		    &quote->speaker))) & WORD_PERSON) {
			struct slice head = head_word(mention_text(f,
			    &quote->speaker));

			if (head.at[head.length - 1] != 's')
				last_person = quote->value;
		}
	}
}
