/*
 * mention: the words for who speaks: the name in them, what introduces a name
 * (its title, its apposition), and their first letter.
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "mention.h"
#include "word.h"

#define DATELINE_MOST 48		/* bytes */

extern const struct lexicon lexicon_quote_words;

/* Names before this place: returns how many. */
size_t
mention_names_before(const struct finder *f, const struct quote_place *place)
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

struct slice
mention_text(const struct finder *f, const struct quote_place *place)
{
	struct slice s = {
		f->passages[place->passage].text.at + place->start,
		place->end - place->start
	};

	return s;
}

/* Where a title before a name can begin, at the earliest: behind a verb, whose
 * subject is another (The judge told Lin). */
static size_t
title_start(const struct finder *f, const struct quote_name *name)
{
	struct parse *parse = &f->parses[name->passage];
	size_t i = atom_at(parse, name->start);

	mend_tag(f, parse, i);
	if (i > 0 && parse->atoms[i - 1].tag == TAG_PREPOSITION)
		return name->start;
	for (; i > 0; i--) {
		const struct atom *a = &parse->atoms[i - 1];

		/* a company founded by two Lin engineers */
		if (a->boundary || a->tag == TAG_FINITE ||
		    a->tag == TAG_BASE || a->tag == TAG_WH ||
		    (a->tag == TAG_DONE && a[1].tag == TAG_PREPOSITION) ||
		    a->tag == TAG_SUBORDINATOR || a->percent >= 60 ||
		    name->start - a->start > WINDOW)
			return a->end;
	}
	return 0;
}

/* According to Lin, the captain said: behind the comma stands a clause, no
 * apposition. */
static bool
clause_behind(const struct finder *f, const struct quote_name *name)
{
	const struct parse *parse = &f->parses[name->passage];
	size_t i = atom_at(parse, name->end + 1);

	for (; i < parse->count && parse->atoms[i].punct != ',' &&
	    !parse->atoms[i].boundary; i++) {
		const struct atom *a = &parse->atoms[i];

		if (a->start > name->end + WINDOW || a->region != NONE ||
		    a->tag == TAG_WH)
			return false;
		if (a->tag == TAG_FINITE)
			return true;
	}
	return false;
}

/* Where what is told about a name begins and ends: the title before it, the
 * apposition behind it. */
static struct slice
about(const struct finder *f, const struct quote_name *name)
{
	struct slice text = f->passages[name->passage].text, s;
	size_t from = name->start > WINDOW ? name->start - WINDOW : 0;
	size_t to = name->end + WINDOW < text.length ? name->end + WINDOW :
	    text.length;
	size_t i;

	i = title_start(f, name);
	if (from < i)
		from = i;
	for (i = name->start; i > from; i--)
		if ((text.at[i - 1] == ',' && i < name->start - 1) ||
		    text.at[i - 1] == '"')
			break;
	from = i;
	if (name->end < text.length && text.at[name->end] == ',' &&
	    !clause_behind(f, name)) {
		for (i = name->end + 1; i < to; i++)
			if (text.at[i] == '"' || text.at[i] == ',' ||
			    (text.at[i] == '.' && i + 1 < text.length &&
			    text.at[i + 1] == ' '))
				break;
		to = i;
	} else {
		to = name->end;
	}
	s.at = text.at + from;
	s.length = to - from;
	return s;
}

bool
mention_has_role(const struct finder *f, const struct quote_name *name)
{
	struct slice s = about(f, name);
	size_t i = 0;

	while (i < s.length) {
		struct slice word = word_next(s, &i);

		if (word.at + word.length <= f->passages[name->passage].text.at
		    + name->start || word.at >= f->passages[name->passage].
		    text.at + name->end)
			if (word_has(word, 'h') && !word_plural(word))
				return true;
	}
	return false;
}

/* How many words of a mention are told about a name; 0 without the head. */
size_t
mention_introduces(const struct finder *f, const struct quote_name *name,
    struct slice mention, struct slice head)
{
	struct slice s = f->about[name - f->names];
	size_t i = 0, found = 1;
	bool other = false;	/* the opposition leader */

	if (s.at == NULL)
		s = f->about[name - f->names] = about(f, name);
	if (!word_in(s, head) && !word_title(s, head))
		return 0;
	while (i < mention.length) {
		struct slice word = word_next(mention, &i);

		/* the UN chief */
		if (word.length > 1 && word.length <= 3 &&
		    is_upper(word.at[1]) && !word_in(s, word))
			other = true;
		if (word_same(word, head) || word.length <= 3)
			continue;
		if (word_in(s, word))
			found++;
		else if (word.at < head.at && is_lower(word.at[0]))
			other = true;
	}
	return found == 1 && other && word_has(head, 'N') ? 0 : found;
}

/* Lund and Kiel said: whether nothing but "and" and an article stands between
 * two names. */
static bool
joins(const struct finder *f, const struct quote_name *a,
    const struct quote_name *b)
{
	const char *text = f->passages[a->passage].text.at + a->end;
	size_t between = b->start - a->end;

	return (between == 5 || between == 9) &&
	    memcmp(text, " and the ", between) == 0;
}

/* The name inside a mention that it is of: a person, else another. */
size_t
mention_name(const struct finder *f, const struct quote_place *place, size_t n)
{
	size_t i, first = f->name_first[place->passage], found = NONE;

	for (i = n; i > first && n - i < BACK; i--) {
		const struct quote_name *name = &f->names[i - 1];

		if (name->end <= place->start)
			break;
		if (name->end > place->end)
			continue;
		if (name_is_person(name))
			return i - 1;
		if (!slice_is(name->label, "MISC") && (found == NONE ||
		    joins(f, name, &f->names[found])))
			found = i - 1;
	}
	return found;
}

/* Will: a word that its sentence shows to be a name. */
static bool
is_name(const struct parse *parse, size_t byte)
{
	size_t i = atom_at(parse, byte);
	const struct atom *a = &parse->atoms[i];

	return i < parse->count && a->tag == TAG_NAME &&
	    (a->classes & ~(unsigned)(WORD_CAPITAL | WORD_WORD)) == 0;
}

/* Whether the capital a mention begins with is its own, not the sentence's:
 * I; Lin's lawyer; May Day. */
static bool
own_capital(const struct finder *f, const struct quote_place *place,
    struct slice text)
{
	const struct passage *p = &f->passages[place->passage];
	size_t at = 0, n = mention_names_before(f, place), i;
	struct slice first = word_next(text, &at);
	bool known = lexicon_find_folded(&lexicon_quote_words, first) !=
	    LEXICON_NONE;

	if (first.length < 2 || is_upper(text.at[1]) || text.at[1] == '.')
		return word_same(first, slice_of("i")) || first.length > 1;
	if (word_has(first, 'd') || word_has(first, 'g') ||
	    word_has(first, 'p'))
		return false;
	if (word_has(first, 'C'))
		return true;
	for (i = n; i > 0 && n - i < BACK &&
	    f->names[i - 1].passage == place->passage; i--)
		if (f->names[i - 1].start <= place->start &&
		    f->names[i - 1].end > place->start)
			return true;
	if (at < text.length && is_upper(text.at[at]))
		return true;
	if (known)
		return is_name(&f->parses[place->passage], place->start);
	if (first.length == text.length && first.at[first.length - 1] != 's')
		return true;
	return (memchr(first.at, '\'', first.length) != NULL ||
	    memchr(first.at, 0xe2, first.length) != NULL) ||
	    (p->kind == PASSAGE_BODY && p->sentence_count > 0 &&
	    p->sentences[passage_sentence(p, place->start)].start <
	    place->start && place->start > 1 &&
	    p->text.at[place->start - 1] == ' ' &&
	    p->text.at[place->start - 2] >= 'a');
}

struct slice
mention_small(const struct finder *f, const struct quote_place *place,
    struct slice text)
{
	char *copy;

	if (text.at[0] < 'A' || text.at[0] > 'Z' ||
	    own_capital(f, place, text))
		return text;
	copy = arena_copy(f->arena, text.at, text.length);
	copy[0] = (char)(copy[0] + 32);
	text.at = copy;
	return text;
}

/* Lin's spokesman is not Lin. */
bool
mention_owns(const struct finder *f, const struct quote_name *name)
{
	struct slice text = f->passages[name->passage].text;
	size_t at = name->end;

	return at + 2 < text.length && (text.at[at] == '\'' ||
	    memcmp(text.at + at, "\xe2\x80\x99", 3) == 0);
}

/* LONDON (Reuters) - Shares fell: who sent the text is not told about in it. */
bool
mention_wire(const struct finder *f, const struct quote_name *name)
{
	struct slice text = f->passages[name->passage].text;
	size_t at = name->end;

	return name->start > 0 && name->start < DATELINE_MOST &&
	    at + 4 < text.length && text.at[name->start - 1] == '(' &&
	    text.at[at] == ')' && text.at[at + 1] == ' ' &&
	    (text.at[at + 2] == '-' ||
	    memcmp(text.at + at + 2, "\xe2\x80", 2) == 0);
}
