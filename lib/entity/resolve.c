/*
 * resolve: the fullest form of every name (names.h).
 *
 * Names of one type that fold to the same words are one form; forms are joined
 * (union-find) when one
 *   - abbreviates the other: initials with or without small words, or a name
 *     in brackets behind it ("the Welsh Rugby Union (WRU)");
 *   - is an organisation or work cut short: first words ("Ravel" of "Ravel &
 *     Stone"), last word ("Albion" of "Northfield Albion"), or initials within
 *     ("Maybank IB Research");
 *   - is a person's with the same first and last word and middle names that do
 *     not contradict ("John F. Kennedy").
 * A part of a person's name stands for the last fuller name before it that
 * ends with it, else begins with it, else has it within ("Quispe" of "Marisol
 * Quispe Mamani"), else for the first after it; behind Mr or Ms first of all
 * for one whose given name says the same: so two people of one surname stay
 * apart.
 * The value is the form with the most words, not in capitals if there is a
 * choice (a place in capitals is written small); white space within is one
 * blank.
 *
 * Bugs: letters outside ASCII fold to themselves alone.
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "acronym.h"
#include "evidence.h"

extern const struct lexicon lexicon_first_names;

enum { WORDS = ACRONYM_MOST };		/* of a name that are looked at */

struct form {
	size_t name;		/* whose text stands for it */
	size_t up;		/* joined under this one */
	uint32_t words[WORDS];
	size_t count;
	bool capitals;
};

struct resolver {
	const struct names *names;
	struct form *forms;
	size_t count, size;
	size_t *form_of;	/* by name */
	struct names_index *index;
};

/* Kinds of keys, so that they do not meet. */
enum key { KEY_FORM = 1, KEY_PREFIX, KEY_SUFFIX, KEY_INITIALS, KEY_ENDS,
	KEY_PERSON_END, KEY_PERSON_BEGIN, KEY_PERSON_WITHIN };

enum gender { UNKNOWN, MALE, FEMALE, LATER = 4 };	/* LATER: further on */

static uint64_t
key_of(enum key key, int label, const uint32_t *words, size_t count)
{
	uint64_t h = gazetteer_fold(0, (uint64_t)key << 8 | (unsigned)label);
	size_t i;

	for (i = 0; i < count; i++)
		h = gazetteer_fold(h, words[i]);
	return h;
}

static bool
opens_quote(const struct tagger_word *w)
{
	return slice_is(w->text, "\"") || slice_is(w->text, "“") ||
	    slice_is(w->text, "‘") || slice_is(w->text, "'");
}

/* Words without marks and nicknames. */
static void
read_form(const struct names *names, const struct name *n, struct form *form)
{
	bool quoted = false;
	size_t i, upper = 0;

	form->count = 0;
	for (i = n->first; i < n->last; i++) {
		const struct tagger_word *w = &names->words[i];

		if (w->form == TAGGER_PUNCT) {
			if (n->label == ENTITY_PER && n->last - n->first > 3)
				quoted = quoted ? false : opens_quote(w);
			continue;
		}
		if (quoted || form->count == WORDS)
			continue;
		form->words[form->count++] = w->lower;
		upper += w->form == TAGGER_UPPER;
	}
	form->capitals = upper == form->count;
}

static size_t
root(struct resolver *r, size_t form)
{
	while (r->forms[form].up != form) {
		r->forms[form].up = r->forms[r->forms[form].up].up;
		form = r->forms[form].up;
	}
	return form;
}

static bool
fuller(const struct form *a, const struct form *b)
{
	if (a->count != b->count)
		return a->count > b->count;
	return a->name < b->name;
}

static void
join(struct resolver *r, size_t a, size_t b)
{
	a = root(r, a);
	b = root(r, b);
	if (a == b)
		return;
	if (fuller(&r->forms[a], &r->forms[b]))
		r->forms[b].up = a;
	else
		r->forms[a].up = b;
}

static int
label_at(const struct resolver *r, size_t form)
{
	return (int)r->names->all[r->forms[form].name].label;
}

static void
read_forms(struct resolver *r)
{
	const struct names *names = r->names;
	size_t i, *at;

	for (i = 0; i < names->count; i++) {
		struct form f = { 0 };

		read_form(names, &names->all[i], &f);
		f.name = i;
		at = names_index_at(r->index, key_of(KEY_FORM,
		    (int)names->all[i].label, f.words, f.count));
		if (*at == 0) {
			f.up = r->count;
			r->forms = arena_grow(names->arena, r->forms, r->count,
			    &r->size, r->count + 1, sizeof(*r->forms));
			r->forms[r->count++] = f;
			*at = r->count;
		} else if (r->forms[*at - 1].capitals && !f.capitals) {
			r->forms[*at - 1].name = i;
			r->forms[*at - 1].capitals = false;
		}
		r->form_of[i] = *at - 1;
	}
}

static void
join_initials(struct resolver *r)
{
	uint32_t s[WORDS];
	size_t f, n, *at;
	int small;

	for (f = 0; f < r->count; f++)
		for (small = 0; small < 2; small++) {
			if (r->forms[f].count < 2 ||
			    label_at(r, f) == ENTITY_PER)
				continue;
			n = acronym_initials(r->names,
			    &r->names->all[r->forms[f].name],
			    small != 0, s);
			at = names_index_at(r->index, key_of(KEY_INITIALS,
			    label_at(r, f), s, n));
			if (*at == 0)
				*at = f + 1;
		}
	for (f = 0; f < r->count; f++) {
		n = acronym_letters(r->names,
		    &r->names->all[r->forms[f].name], s);
		if (n < 2)
			continue;
		at = names_index_at(r->index, key_of(KEY_INITIALS,
		    label_at(r, f), s, n));
		if (*at != 0)
			join(r, f, *at - 1);
	}
}

/* "the Welsh Rugby Union (WRU)" */
static void
join_brackets(struct resolver *r)
{
	const struct names *names = r->names;
	size_t i;

	for (i = 1; i < names->count; i++)
		if (names->all[i].label == names->all[i - 1].label &&
		    names->all[i].label != ENTITY_PER &&
		    acronym_in_brackets(names, &names->all[i - 1],
		    &names->all[i]))
			join(r, r->form_of[i - 1], r->form_of[i]);
}

/* Whether the words of a are b's, but that some stand for several of b's
 * capitalised words by their initials. */
static bool
condenses(const struct resolver *r, size_t a, size_t b)
{
	const struct name *x = &r->names->all[r->forms[a].name];
	const struct name *y = &r->names->all[r->forms[b].name];
	const struct tagger_word *w = r->names->words;
	size_t i, j = y->first, k;

	for (i = x->first; i < x->last; i++) {
		if (j < y->last && w[i].lower == w[j].lower) {
			j++;
			continue;
		}
		if (w[i].form != TAGGER_UPPER)
			return false;
		for (k = 0; k < w[i].text.length && j < y->last; k++, j++)
			if (w[j].text.at[0] != w[i].text.at[k])
				return false;
		if (k < w[i].text.length)
			return false;
	}
	return j == y->last;
}

static void
join_shortened(struct resolver *r)
{
	size_t f, n, *at;

	for (f = 0; f < r->count; f++) {
		const struct form *form = &r->forms[f];
		int label = label_at(r, f);

		if (label != ENTITY_ORG && label != ENTITY_MISC)
			continue;
		for (n = 1; n < form->count; n++) {
			at = names_index_at(r->index, key_of(KEY_PREFIX,
			    label, form->words, n));
			if (*at == 0 || fuller(form, &r->forms[*at - 1]))
				*at = f + 1;
			at = names_index_at(r->index, key_of(KEY_SUFFIX,
			    label, form->words + n, form->count - n));
			if (*at == 0)
				*at = f + 1;
		}
		if (form->count < 3)
			continue;
		at = names_index_at(r->index, key_of(KEY_ENDS, label,
		    (uint32_t[]) { form->words[0],
		    form->words[form->count - 1] }, 2));
		if (*at == 0 || fuller(form, &r->forms[*at - 1]))
			*at = f + 1;
	}
	for (f = 0; f < r->count; f++) {
		const struct form *form = &r->forms[f];
		int label = label_at(r, f);
		size_t before = 0, behind = 0;

		if (label != ENTITY_ORG && label != ENTITY_MISC)
			continue;
		if (label == ENTITY_ORG)
			before = names_index_find(r->index, key_of(KEY_PREFIX,
			    label, form->words, form->count));
		if (label == ENTITY_ORG || form->count > 1)
			behind = names_index_find(r->index, key_of(KEY_SUFFIX,
			    label, form->words, form->count));
		if (before != 0 || behind != 0) {
			join(r, f, (before != 0 ? before : behind) - 1);
			continue;
		}
		if (form->count < 3)
			continue;
		at = names_index_at(r->index, key_of(KEY_ENDS, label,
		    (uint32_t[]) { form->words[0],
		    form->words[form->count - 1] }, 2));
		if (*at != 0 && condenses(r, f, *at - 1))
			join(r, f, *at - 1);
	}
}

/* Whether the names between first and last do not contradict. */
static bool
middles_agree(const struct resolver *r, size_t a, size_t b)
{
	const struct form *x = &r->forms[a], *y = &r->forms[b];

	return x->count == 2 || y->count == 2 || x->words[1] == y->words[1];
}

static void
join_persons(struct resolver *r)
{
	size_t f, *at;

	for (f = 0; f < r->count; f++) {
		const struct form *form = &r->forms[f];

		if (form->count < 2 || label_at(r, f) != ENTITY_PER)
			continue;
		at = names_index_at(r->index, key_of(KEY_ENDS, ENTITY_PER,
		    (uint32_t[]) { form->words[0],
		    form->words[form->count - 1] }, 2));
		if (*at == 0)
			*at = f + 1;
		else if (middles_agree(r, f, *at - 1))
			join(r, f, *at - 1);
	}
}

static enum gender
gender_of(struct slice given)
{
	size_t row = lexicon_find_folded(&lexicon_first_names, given);

	if (row == LEXICON_NONE)
		return UNKNOWN;
	return slice_is(lexicon_cell(&lexicon_first_names, row, 1), "M") ?
	    MALE : FEMALE;
}

/* What Mr or Ms in front of a name tells. */
static enum gender
title_gender(const struct names *names, const struct name *n)
{
	const struct tagger_word *w = names->words + n->first;

	if (n->first == names_begin(names, n->sentence))
		return UNKNOWN;
	return has_role(w - 1, "he") ? MALE : has_role(w - 1, "she") ?
	    FEMALE : UNKNOWN;
}

static void
note_part(struct resolver *r, enum key key, int sort, const uint32_t *words,
    size_t count, size_t form)
{
	size_t *at = names_index_at(r->index, key_of(key, sort, words, count));

	if (*at == 0 || (sort & LATER) == 0)
		*at = form + 1;
}

/* Notes a person's full name for its parts; of later ones the first. */
static void
note_parts(struct resolver *r, size_t form, bool later)
{
	const struct form *f = &r->forms[form];
	const struct name *name = &r->names->all[f->name];
	int sort = later ? LATER : UNKNOWN;
	enum gender gender = later ? UNKNOWN :
	    gender_of(r->names->words[name->first].text);
	size_t n;

	for (n = 1; n < f->count; n++) {
		const uint32_t *end = f->words + n;

		note_part(r, KEY_PERSON_END, sort, end, f->count - n, form);
		note_part(r, KEY_PERSON_BEGIN, sort, f->words, n, form);
		if (n + 1 < f->count)
			note_part(r, KEY_PERSON_WITHIN, sort, end, 1, form);
		if (gender == UNKNOWN)
			continue;
		note_part(r, KEY_PERSON_END, (int)gender, end, f->count - n,
		    form);
		if (n + 1 < f->count)
			note_part(r, KEY_PERSON_WITHIN, (int)gender, end, 1, form);
	}
}

static size_t
find_part(const struct resolver *r, const struct form *f, int sort)
{
	static const enum key keys[] = { KEY_PERSON_END, KEY_PERSON_BEGIN,
	    KEY_PERSON_WITHIN };
	size_t i, found = 0;

	for (i = 0; i < sizeof(keys) / sizeof(*keys) && found == 0; i++)
		found = names_index_find(r->index, key_of(keys[i], sort,
		    f->words, f->count));
	return found;
}

static size_t
part_of(const struct resolver *r, const struct form *f, enum gender gender)
{
	size_t found = gender == UNKNOWN ? 0 : find_part(r, f, (int)gender);

	if (found == 0)
		found = find_part(r, f, UNKNOWN);
	return found != 0 ? found : find_part(r, f, LATER);
}

/* The value: text with every run of white space as one blank. */
static struct slice
collapse(struct slice s, struct arena *arena)
{
	char *out;
	size_t i, n = 0;

	for (i = 0; i < s.length; i++)
		if (s.at[i] == '\n' || s.at[i] == '\t' || s.at[i] == '\r' ||
		    (s.at[i] == ' ' && i > 0 && s.at[i - 1] == ' '))
			break;
	if (i == s.length)
		return s;
	out = arena_alloc(arena, s.length + 1, 1);
	for (i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c == '\n' || c == '\t' || c == '\r')
			c = ' ';
		if (c != ' ' || n == 0 || out[n - 1] != ' ')
			out[n++] = c;
	}
	s.at = out;
	s.length = n;
	return s;
}

static bool
is_place(const struct resolver *r, uint64_t name)
{
	return (gazetteer_find(r->names->gazetteer, name) & (GAZETTEER_CITY |
	    GAZETTEER_COUNTRY | GAZETTEER_REGION)) != 0;
}

/* "MAPUTO" in front of a report: a place in capitals, if it is none of initials
 * alone, with one capital a word. */
static struct slice
quiet(const struct resolver *r, const struct form *form, struct slice value,
    struct arena *arena)
{
	const struct name *n = &r->names->all[form->name];
	const struct tagger_word *w = r->names->words;
	struct slice text = value;
	size_t i, least = (size_t)-1;
	char *out;

	if (!form->capitals || n->label != ENTITY_LOC || is_place(r,
	    gazetteer_fold(0, gazetteer_word(value))))
		return value;
	out = arena_copy(arena, value.at, value.length);
	for (i = 1; i < value.length; i++) {
		/* A letter of two bytes may begin a word. */
		size_t first = i - ((out[i] & 0xc0) == 0x80);

		if (first > 0 && value.at[first - 1] != ' ' &&
		    value.at[first - 1] != '-')
			out[i] = names_small_letter(value, i);
	}
	text.at = out;
	for (i = n->first; i < n->last; i++)
		if (i > n->first && i + 1 < n->last &&
		    names_small_within(&w[i]) && value.length ==
		    names_text(r->names, n).length) {
			size_t at = (size_t)(w[i].text.at -
			    w[n->first].text.at);

			out[at] = (char)(out[at] - 'A' + 'a');
		} else if (w[i].text.length < least)
			least = w[i].text.length;
	return least > 4 || (least > 3 && n->last - n->first > 1) ||
	    is_place(r, names_titled_hash(r->names, n->first, n->last)) ?
	    text : value;
}

static void
set_values(struct resolver *r, struct names *names)
{
	size_t i, form, part;
	int pass;

	/* Pass 0 notes who comes later, pass 1 resolves to the last before. */
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < names->count; i++) {
			struct name *n = &names->all[i];

			form = r->form_of[i];
			if (n->label == ENTITY_PER) {
				part = pass == 0 ? 0 : part_of(r,
				    &r->forms[form], title_gender(names, n));
				if (r->forms[form].count > 1 && part == 0)
					note_parts(r, form, pass == 0);
				form = part != 0 ? part - 1 : form;
			}
			if (pass == 0)
				continue;
			form = root(r, form);
			n->value = quiet(r, &r->forms[form], collapse(
			    names_text(names, &names->all[
			    r->forms[form].name]), names->arena),
			    names->arena);
		}
}

void
names_resolve(struct names *names)
{
	struct resolver *r = arena_alloc(names->arena, 1, sizeof(*r));

	r->names = names;
	r->form_of = arena_alloc(names->arena, names->count + 1,
	    sizeof(*r->form_of));
	r->index = &names->index;
	names_index_init(r->index, names->arena);
	read_forms(r);
	join_initials(r);
	join_brackets(r);
	join_shortened(r);
	join_persons(r);
	set_values(r, names);
}
