/*
 * name: the names of a document: the fullest form of each, and the gender.
 *
 * A surname or first name alone is the longest name of a person that has it;
 * a short form of an organisation the longest that begins with it, or that it
 * abbreviates.  The gender is that of the title or noun before a name, of the
 * first name, or of the pronouns behind it.  Without entity rows, runs of
 * capitalised words are names.
 *
 * Bugs: two persons of one surname are told apart by their first names only.
 */
#include <stdlib.h>
#include <unicode/uchar.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "parse.h"
#include "word.h"

extern const struct lexicon lexicon_quote_words;
extern const struct lexicon lexicon_first_names;

#define WORD_MOST 16		/* bytes of a title */
#define PARTS_MOST 16		/* of one word */
#define NEAR 60			/* names looked at about a name */
#define PRONOUN_MOST 30		/* tokens behind a name */
#define MISSPELT_LEAST 7	/* bytes of a surname with a letter wrong */
#define MISSPELT_LONG 9		/* with two */
#define MISSPELT_MOST 24

/* A word of a longer name. */
struct part {
	struct slice word;
	const struct quote_name *name;
	size_t index;
	bool last;
	bool heading;		/* capitals there tell little */
};

bool
name_is_person(const struct quote_name *name)
{
	return name->label.length == 0 || slice_is(name->label, "PER");
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
static struct quote_name *
guess_names(struct finder *f)
{
	struct quote_name *names = NULL;
	size_t i, k, count = 0, size = 0;

	for (i = 0; i < f->passage_count; i++) {
		const struct passage *p = &f->passages[i];

		for (k = 0; k < p->token_count; k++) {
			size_t first = k;
			struct quote_name *name;

			if (!capital(p, k) || lexicon_find_folded(
			    &lexicon_quote_words, token_text(p, k)) !=
			    LEXICON_NONE)
				continue;
			while (k + 1 < p->token_count && k - first < 6 &&
			    capital(p, k + 1))
				k++;
			names = arena_grow(f->arena, names, count, &size,
			    count + 1, sizeof *names);
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
	f->name_count = count;
	return names;
}

static int
by_word(const void *x, const void *y)
{
	const struct part *a = x, *b = y;
	int order = slice_compare(a->word, b->word);

	if (order == 0)
		order = (b->last > a->last) - (b->last < a->last);
	if (order == 0)
		order = a->heading - b->heading;
	if (order == 0)
		order = name_is_person(b->name) - name_is_person(a->name);
	if (order == 0)
		order = (a->name->value.length < b->name->value.length) -
		    (a->name->value.length > b->name->value.length);
	return order != 0 ? order : (a->index > b->index) -
	    (a->index < b->index);
}

static int
find_word(const void *x, const void *y)
{
	return slice_compare(*(const struct slice *)x,
	    ((const struct part *)y)->word);
}

/* Capital letters of the words of a name. */
static size_t
initials(struct slice s, char *out, size_t size)
{
	size_t i, n = 0;

	for (i = 0; i < s.length && n < size; i++)
		if (is_upper(s.at[i]) && (i == 0 || s.at[i - 1] == ' ' ||
		    s.at[i - 1] == '.' || s.at[i - 1] == '-'))
			out[n++] = s.at[i];
	return n;
}

static struct part *
add_part(const struct finder *f, struct part *part, size_t index,
    struct slice word)
{
	part->word = word;
	part->name = &f->names[index];
	part->index = index;
	part->heading = f->passages[part->name->passage].kind ==
	    PASSAGE_HEADING;
	return part;
}

/* The initials of a longer name, from a byte of it, as a word of it. */
static void
add_acronym(struct finder *f, struct part *part, size_t index, size_t from)
{
	struct slice s = f->names[index].value;
	char letters[16];
	size_t n;

	s.at += from;
	s.length -= from;
	n = initials(s, letters, sizeof letters);
	s.at = arena_copy(f->arena, letters, n);
	s.length = n;
	add_part(f, part, index, s)->last = true;
}

static bool
has_space(struct slice s)
{
	return s.length > 0 && memchr(s.at, ' ', s.length) != NULL;
}

/* Whether a short name can be part of the longer one. */
static bool
fits(const struct quote_name *name, const struct part *part)
{
	struct slice s = name->value, full = part->name->value;

	if (!has_space(s) && !name_is_person(part->name))
		return slice_is(part->name->label, "ORG") && (part->last ||
		    (lexicon_find_folded(&lexicon_quote_words, s) ==
		    LEXICON_NONE && lexicon_find_folded(&lexicon_first_names,
		    s) == LEXICON_NONE));
	if (name_is_person(name) != name_is_person(part->name))
		return false;
	if (!has_space(s))
		return name_is_person(name);
	if (name_is_person(name))
		return part->last && slice_equal(word_first(s),
		    word_first(full)) && slice_equal(word_last(s),
		    word_last(full));
	return false;
}

/* The longest name that has this one's word. */
static const struct quote_name *
fullest(const struct quote_name *name, const struct part *parts, size_t count)
{
	struct slice word = name_is_person(name) && has_space(name->value) ?
	    word_last(name->value) : name->value;
	const struct part *found;

	if (count == 0)
		return name;
	found = bsearch(&word, parts, count, sizeof *parts, find_word);
	if (found == NULL)
		return name;
	while (found > parts && slice_equal(found[-1].word, word))
		found--;
	for (; found < parts + count && slice_equal(found->word, word);
	    found++)
		if (found->name->value.length > name->value.length &&
		    fits(name, found))
			return found->name;
	return name;
}

/* Keeps one part of each value, and the best few of a word. */
static size_t
distinct(struct part *parts, size_t count)
{
	size_t i, kept = 0, alike = 0;

	for (i = 0; i < count; i++) {
		bool same = kept > 0 && slice_equal(parts[i].word,
		    parts[kept - 1].word);

		alike = same ? alike : 0;
		if (same && (alike >= PARTS_MOST ||
		    slice_equal(parts[i].name->value,
		    parts[kept - 1].name->value)))
			continue;
		parts[kept++] = parts[i];
		alike++;
	}
	return kept;
}

static void
find_fullest(struct finder *f, struct quote_name *names)
{
	struct arena_mark mark = arena_mark(f->arena);
	struct part *parts = arena_alloc(f->arena, 3 * f->name_count + 1,
	    sizeof *parts);
	size_t i, count = 0;

	for (i = 0; i < f->name_count; i++) {
		const struct quote_name *name = &f->names[i];

		if (!has_space(name->value))
			continue;
		add_part(f, &parts[count++], i, word_first(name->value));
		if (name_is_person(name)) {
			add_part(f, &parts[count++], i,
			    word_last(name->value))->last = true;
		} else if (slice_is(name->label, "ORG")) {
			add_acronym(f, &parts[count++], i, 0);
			/* U.N. Office for ...: OCHA */
			add_acronym(f, &parts[count++], i,
			    word_first(name->value).length);
		}
	}
	if (count > 0)
		qsort(parts, count, sizeof *parts, by_word);
	count = distinct(parts, count);
	for (i = 0; i < f->name_count; i++) {
		const struct quote_name *full = fullest(&names[i], parts,
		    count);

		f->full[i] = full->value;
		/* Halden, of Halden Corp., is no person. */
		if (name_is_person(&names[i]) && !name_is_person(full)) {
			names[i].label = full->label;
			names[i].kind = full->kind;
		}
	}
	arena_release(f->arena, mark);
}

/* Whether a letter more, less or another one makes one word of the other; two
 * such in long words. */
static bool
misspells(struct slice a, struct slice b)
{
	size_t row[MISSPELT_MOST + 1], i, k;

	if (a.length < MISSPELT_LEAST || a.length > MISSPELT_MOST ||
	    b.length > MISSPELT_MOST || a.length > b.length + 2 ||
	    b.length > a.length + 2 || a.at[0] != b.at[0])
		return false;
	for (k = 0; k <= b.length; k++)
		row[k] = k;
	for (i = 1; i <= a.length; i++) {
		size_t left = row[0];

		row[0] = i;
		for (k = 1; k <= b.length; k++) {
			size_t best = left + (a.at[i - 1] != b.at[k - 1]);

			left = row[k];
			if (best > left + 1)
				best = left + 1;
			if (best > row[k - 1] + 1)
				best = row[k - 1] + 1;
			row[k] = best;
		}
	}
	return row[b.length] <= (a.length < MISSPELT_LONG ? 1 : 2);
}

/* Whether the last of some words begins as a word does and is about as long. */
static bool
ends_alike(struct slice full, struct slice word)
{
	size_t n = word.length - 2;

	for (; n <= word.length + 2 && n < full.length; n++)
		if (full.at[full.length - n - 1] == ' ')
			return full.at[full.length - n] == word.at[0];
	return false;
}

/* Ms Lindqvists, of Ana Lindqvist: a surname that nobody has, and that of one
 * person before it with a letter wrong, is that person. */
static void
join_misspelt(struct finder *f)
{
	size_t i, k;

	for (i = 1; i < f->name_count; i++) {
		const struct slice *found = NULL;

		if (f->full[i].length < MISSPELT_LEAST ||
		    has_space(f->full[i]) || !name_is_person(&f->names[i]))
			continue;
		for (k = i; k-- > 0 && i - k < NEAR;)
			if (ends_alike(f->full[k], f->full[i]) &&
			    name_is_person(&f->names[k]) &&
			    misspells(f->full[i], word_last(f->full[k]))) {
				if (found != NULL && !slice_equal(*found,
				    f->full[k]))
					break;
				found = &f->full[k];
			}
		if (found != NULL && (k >= i || i - k >= NEAR))
			f->full[i] = *found;
	}
}

/* The word before a name, behind a comma or not. */
static struct slice
word_before(const struct finder *f, const struct quote_name *name)
{
	const char *text = f->passages[name->passage].text.at;
	size_t end = name->start, i;
	struct slice word;

	/* her son, Alfie */
	while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.' ||
	    text[end - 1] == ','))
		end--;
	for (i = end; i > 0 && text[i - 1] != ' ' && end - i < WORD_MOST; i--)
		;
	word.at = text + i;
	word.length = end - i;
	return word;
}

/* Their captain, Ana Lin: a person whatever the label is. */
static bool
must_be_person(const struct finder *f, const struct quote_name *name)
{
	struct slice before = word_before(f, name);

	/* 16-year-old Ana Lin */
	if (has_space(name->value) && before.length > 9 && memcmp(before.at +
	    before.length - 9, "-year-old", 9) == 0)
		return true;
	if (name->kind.length > 0 || !has_space(name->value) ||
	    !(slice_is(name->label, "MISC") ||
	    (slice_is(name->label, "ORG") && lexicon_find_folded(
	    &lexicon_first_names, word_first(name->value)) != LEXICON_NONE)))
		return false;
	return before.length > 2 && is_lower(before.at[0]) &&
	    before.at[before.length - 1] != 's' && word_has(before, 'h') &&
	    !word_has(before, 'O');
}

/* Trump Says He Won, in a headline of capitals: the name ends before the verb
 * or pronoun. */
static void
cut_headline(const struct finder *f, struct quote_name *name)
{
	const struct passage *p = &f->passages[name->passage];
	size_t at = 0, cut;

	if (p->kind != PASSAGE_HEADING || !has_space(name->value) ||
	    name->value.length != name->end - name->start)
		return;
	word_next(name->value, &at);
	while (at < name->value.length) {
		struct slice word;

		cut = at;
		word = word_next(name->value, &at);
		if (word_has(word, 'p') || word_has(word, 'x') ||
		    word_has(word, 't') || word_reports(word)) {
			name->value.length = cut - 1;
			name->end = name->start + cut - 1;
			return;
		}
	}
}

/* Said Lin, "it is over": a cue that begins a sentence is no first name. */
static void
cut_cue(const struct finder *f, struct quote_name *name)
{
	const struct passage *p = &f->passages[name->passage];
	size_t at = 0;

	if (name->end + 4 > p->text.length || (p->text.at[name->end] != ',' &&
	    p->text.at[name->end] != ':') || p->text.at[name->end + 1] != ' ' ||
	    (p->text.at[name->end + 2] != '"' &&
	    memcmp(p->text.at + name->end + 2, "\xe2\x80", 2) != 0) ||
	    name->value.length != name->end - name->start ||
	    !has_space(name->value) || !word_reports(word_next(name->value,
	    &at)) || p->sentence_count == 0 || p->sentences[passage_sentence(p,
	    name->start)].start != name->start)
		return;
	name->start += at;
	name->value.at += at;
	name->value.length -= at;
}

/* The names, with labels that can be mended. */
static struct quote_name *
own_names(struct finder *f)
{
	struct quote_name *names;
	size_t i;

	if (f->name_count == 0) {
		names = guess_names(f);
	} else {
		names = arena_alloc(f->arena, f->name_count, sizeof *names);
		memcpy(names, f->names, f->name_count * sizeof *names);
	}
	for (i = 0; i < f->name_count; i++) {
		cut_headline(f, &names[i]);
		cut_cue(f, &names[i]);
		if (must_be_person(f, &names[i]))
			names[i].label = slice_of("PER");
	}
	return names;
}

static enum name_gender
gender_of_word(struct slice word)
{
	size_t row = lexicon_find_folded(&lexicon_quote_words, word), i;
	struct slice cell;

	if (row == LEXICON_NONE)
		return NAME_EITHER;
	cell = lexicon_cell(&lexicon_quote_words, row, 1);
	for (i = 0; i < cell.length; i++)
		if (cell.at[i] == 'M' || cell.at[i] == 'F')
			return cell.at[i] == 'M' ? NAME_MALE : NAME_FEMALE;
	return NAME_EITHER;
}

static enum name_gender
gender_of_first_name(struct slice full)
{
	struct slice word = word_first(full);
	size_t row;

	if (!has_space(full))
		return NAME_EITHER;
	row = lexicon_find_folded(&lexicon_first_names, word);
	if (row == LEXICON_NONE)
		return NAME_EITHER;
	return slice_is(lexicon_cell(&lexicon_first_names, row, 1), "M") ?
	    NAME_MALE : NAME_FEMALE;
}

/* How a name is spoken of right behind it: the first he or she before another
 * person is named. */
static enum name_gender
gender_behind(const struct finder *f, size_t index)
{
	const struct quote_name *name = &f->names[index];
	const struct passage *p = &f->passages[name->passage];
	size_t end = p->text.length, low = 0, high = p->token_count, i;

	for (i = index + 1; i < f->name_first[name->passage + 1]; i++)
		if (name_is_person(&f->names[i])) {
			end = f->names[i].start;
			break;
		}
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->tokens[middle].start < name->end)
			low = middle + 1;
		else
			high = middle;
	}
	for (i = low; i < p->token_count && i < low + PRONOUN_MOST &&
	    p->tokens[i].start < end; i++) {
		enum name_gender gender = word_pronoun_gender(token_text(p,
		    i));

		if (gender != NAME_EITHER)
			return gender;
	}
	return NAME_EITHER;
}

static int
by_full(const void *x, const void *y)
{
	const struct part *a = x, *b = y;
	int order = slice_compare(a->word, b->word);

	return order != 0 ? order : (a->index > b->index) -
	    (a->index < b->index);
}

/* What most pronouns behind these mentions say, if any. */
static enum name_gender
gender_by_pronouns(const struct finder *f, const struct part *first,
    size_t count)
{
	size_t i, male = 0, female = 0;

	if (!name_is_person(&f->names[first->index]))
		return NAME_EITHER;
	for (i = 0; i < count; i++) {
		enum name_gender gender = gender_behind(f, first[i].index);

		male += gender == NAME_MALE;
		female += gender == NAME_FEMALE;
	}
	return male > 2 * female ? NAME_MALE :
	    female > 2 * male ? NAME_FEMALE : NAME_EITHER;
}

/* Whether a mention has more than a surname. */
static bool
whole(const struct finder *f, const struct quote_name *name)
{
	struct slice text = {
		f->passages[name->passage].text.at + name->start,
		name->end - name->start
	};

	return has_space(text);
}

/* Mrs Rees is not Dewi Rees, who is Mr: another person of the surname, or the
 * surname itself. */
static void
part_by_title(struct finder *f, size_t index)
{
	const struct quote_name *name = &f->names[index];
	struct slice text = {
		f->passages[name->passage].text.at + name->start,
		name->end - name->start
	};
	enum name_gender gender;
	size_t i;

	if (f->gender[index] == NAME_EITHER || !name_is_person(name) ||
	    whole(f, name))
		return;
	gender = gender_of_word(word_before(f, name));
	if (gender == NAME_EITHER || gender == f->gender[index])
		return;
	f->gender[index] = gender;
	f->full[index] = text;
	for (i = index > NEAR ? index - NEAR : 0; i < f->name_count &&
	    i < index + NEAR; i++)
		if (i != index && f->gender[i] == gender &&
		    name_is_person(&f->names[i]) && has_space(f->full[i]) &&
		    slice_equal(word_last(f->full[i]), text)) {
			f->full[index] = f->full[i];
			return;
		}
}

/* All mentions of a person have the gender that one of them shows. */
static void
find_genders(struct finder *f)
{
	struct arena_mark mark = arena_mark(f->arena);
	struct part *order = arena_alloc(f->arena, f->name_count + 1,
	    sizeof *order);
	size_t i, k, n;

	for (i = 0; i < f->name_count; i++) {
		order[i].word = f->full[i];
		order[i].index = i;
	}
	if (f->name_count > 0)
		qsort(order, f->name_count, sizeof *order, by_full);
	for (i = 0; i < f->name_count; i = n) {
		enum name_gender gender = NAME_EITHER;
		/* Ms Blake is not Tom Blake. */
		bool known = gender_of_first_name(order[i].word) !=
		    NAME_EITHER;

		for (n = i; n < f->name_count && slice_equal(order[n].word,
		    order[i].word); n++)
			if (gender == NAME_EITHER && (!known || whole(f,
			    &f->names[order[n].index])))
				gender = gender_of_word(word_before(f,
				    &f->names[order[n].index]));
		if (gender == NAME_EITHER)
			gender = gender_of_first_name(order[i].word);
		if (gender == NAME_EITHER)
			gender = gender_by_pronouns(f, &order[i], n - i);
		for (k = i; k < n; k++) {
			f->gender[order[k].index] = gender;
			f->mentions[order[k].index] = n - i;
		}
	}
	for (i = 0; i < f->name_count; i++)
		part_by_title(f, i);
	arena_release(f->arena, mark);
}

void
name_read_all(struct finder *f)
{
	struct quote_name *names = own_names(f);
	size_t i, k;

	f->names = names;
	f->name_first = arena_alloc(f->arena, f->passage_count + 1,
	    sizeof *f->name_first);
	for (i = 0, k = 0; i <= f->passage_count; i++) {
		while (k < f->name_count && f->names[k].passage < i)
			k++;
		f->name_first[i] = k;
	}
	f->full = arena_alloc(f->arena, f->name_count + 1, sizeof *f->full);
	f->gender = arena_alloc(f->arena, f->name_count + 1,
	    sizeof *f->gender);
	f->about = arena_alloc(f->arena, f->name_count + 1,
	    sizeof *f->about);
	f->mentions = arena_alloc(f->arena, f->name_count + 1,
	    sizeof *f->mentions);
	find_fullest(f, names);
	join_misspelt(f);
	find_genders(f);
}
