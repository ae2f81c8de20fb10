/*
 * person: what belongs to a person's name: particles ("van der Merwe"),
 * initials, nickname, hyphened surname, suffix, epithet (bounds.h).
 */
#include "../lexicon.h"
#include "bounds.h"

size_t
behind_particles(const struct sentence_names *s, size_t i)
{
	size_t j = i;

	while (j < s->end && j < i + 3 && s->words[j].form == TAGGER_LOWER &&
	    has_role(&s->words[j], "particle"))
		j++;
	if (j == i || !is_capital(s, j))
		return i;
	return j + 1;
}

/* Behind hyphens and words that touch: "Villiers" "-" "Botha". */
static size_t
behind_hyphens(const struct sentence_names *s, size_t i)
{
	while (i > s->begin && i + 1 < s->end && is(s, i, "-") &&
	    touches(&s->words[i - 1]) && touches(&s->words[i]) &&
	    is_capital(s, i + 1))
		i += 2;
	return i;
}

/* "Mei" "-" "hua", but not "Brown" "-" "backed". */
static size_t
behind_syllable(const struct sentence_names *s, size_t i)
{
	const struct tagger_word *w = &s->words[i + 1];
	size_t length;

	if (i + 1 >= s->end || i < s->begin + 2 || !is(s, i, "-") ||
	    !touches(w - 2) || !touches(w - 1) || w->form != TAGGER_LOWER ||
	    !is_capital(s, i - 2))
		return i;
	length = w->text.length;
	return length > 5 || has_role(w, "compound") || (length > 2 &&
	    w->text.at[length - 1] == 'd' && w->text.at[length - 2] == 'e') ?
	    i : i + 2;
}

/* A person's name as far as particles, hyphens and suffixes carry it. */
static size_t
behind_person(const struct sentence_names *s, size_t i)
{
	size_t was;

	do {
		was = i;
		i = behind_hyphens(s, behind_particles(s, i));
		i = behind_syllable(s, i);
	} while (i != was);
	if (i < s->end && has_role(&s->words[i], "suffix"))
		return i + 1;
	if (is(s, i, ",") && i + 1 < s->end &&
	    has_role(&s->words[i + 1], "suffix") &&
	    s->words[i + 1].form == TAGGER_TITLE)
		return i + 2;
	return i;
}

static void
lengthen_persons(struct sentence_names *s)
{
	size_t k, last;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];
		const struct name *next;

		if (n->label != ENTITY_PER || n->last == n->first)
			continue;
		last = behind_person(s, n->last);
		if (last == n->last || (n->last - n->first == 1 &&
		    !is_first_name(&s->words[n->first])))
			continue;
		next = name_at(s, last - 1);
		if (next != NULL && next->label == ENTITY_MISC)
			continue;
		if (next != NULL && next->last > last)
			last = next->last;
		cover(s, n->first, last, ENTITY_PER);
	}
}

/* A, A. or J.P., but no country's: initials of a given name. */
static bool
is_initials(const struct tagger_word *w)
{
	size_t i;

	if (w->text.length > 4 || w->text.length % 2 != 0 ||
	    has_role(w, "opens") ||
	    (w->kinds & (GAZETTEER_COUNTRY | GAZETTEER_REGION)) != 0)
		return false;
	for (i = 0; i < w->text.length; i += 2)
		if (w->text.at[i] < 'A' || w->text.at[i] > 'Z' ||
		    w->text.at[i + 1] != '.')
			return false;
	return true;
}

/* "E. M. Jaffer": initials begin the name of a person, and what the model
 * takes for something else behind two of them is one. */
static void
read_initials(struct sentence_names *s)
{
	size_t k, first, last;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		if (n->last == n->first)
			continue;
		for (first = n->first; first > s->begin &&
		    is_initials(&s->words[first - 1]); first--)
			;
		if (first == n->first || name_at(s, first) != NULL)
			continue;
		last = n->last;
		if (n->label != ENTITY_PER && (n->first - first < 2 ||
		    evidence_head(s->words, n->first, last) !=
		    LEXICON_NONE))
			continue;
		while (last - n->first > 1 &&
		    has_role(&s->words[last - 1], "honour"))
			last--;
		s->names->all[k].last = s->names->all[k].first;
		cover(s, first, last, ENTITY_PER);
	}
}

/* Whether a given name may end at word i: also "Dae-jung". */
static bool
may_be_given(const struct sentence_names *s, size_t i)
{
	const struct name *n = name_at(s, i);

	return is_capital(s, i) || (i > s->begin + 1 && is(s, i - 1, "-") &&
	    is_capital(s, i - 2) && touches(&s->words[i - 2]) &&
	    touches(&s->words[i - 1]) && (n == NULL ?
	    s->words[i].text.length < 6 && !has_role(&s->words[i],
	    "compound") : n->label == ENTITY_PER && n->last == i + 1));
}

static bool
is_quote(const struct sentence_names *s, size_t i)
{
	return is(s, i, "\"") || is(s, i, "“") || is(s, i, "”");
}

/* Given name, nickname in quotation marks, surname. */
static void
join_nicknames(struct sentence_names *s)
{
	size_t i, first, last;
	const struct name *n;

	for (i = s->begin + 1; i + 3 < s->end; i++) {
		/* "the Hat" */
		size_t close = i + 2 + is(s, i + 1, "the");

		if (!is_quote(s, i) || !may_be_given(s, i - 1) ||
		    !is_capital(s, close - 1) || has_role(&s->words[i - 1],
		    "title"))
			continue;
		if (is_capital(s, close))
			close++;
		if (!is_quote(s, close))
			continue;
		last = close + 1;
		if (is_capital(s, last))
			last = behind_person(s, last + 1);
		else
			last = behind_person(s, last);
		if (last == close + 1)
			continue;
		n = name_at(s, last - 1);
		last = n != NULL && n->last > last ? n->last : last;
		for (first = i - 1; first > s->begin + 1 && is(s, first - 1,
		    "-") && touches(&s->words[first - 2]); first -= 2)
			;
		n = name_at(s, i - 1);
		if (n != NULL && n->label == ENTITY_PER)
			first = n->first < first ? n->first : first;
		else if (evidence_is_title(&s->words[first]))
			continue;
		cover(s, first, last, ENTITY_PER)->support[ENTITY_PER] = FORM;
	}
}

/* "Ana Ruiz SC" where nothing was read. */
static void
cover_honoured(struct sentence_names *s)
{
	size_t i, first;

	for (i = s->begin + 2; i < s->end; i++) {
		if (s->words[i].form != TAGGER_UPPER ||
		    !has_role(&s->words[i], "honour"))
			continue;
		for (first = i; first > s->begin && first + 3 > i &&
		    s->words[first - 1].form == TAGGER_TITLE &&
		    name_at(s, first - 1) == NULL &&
		    !has_role(&s->words[first - 1], "title") &&
		    !has_role(&s->words[first - 1], "part"); first--)
			;
		if (i - first == 2 && is_first_name(&s->words[first]) &&
		    name_at(s, i) == NULL)
			cover(s, first, i,
			    ENTITY_PER)->support[ENTITY_PER] = FORM;
	}
}

/* "Frederick the Great" */
static void
cover_epithets(struct sentence_names *s)
{
	size_t i, first;

	for (i = s->begin + 1; i + 1 < s->end; i++) {
		const struct tagger_word *w = &s->words[i - 1];
		const struct name *n = name_at(s, i - 1);

		if (!is(s, i, "the") || w->form != TAGGER_TITLE ||
		    !has_role(&s->words[i + 1], "epithet") ||
		    is_capital(s, i + 2))
			continue;
		if (n == NULL ? !is_first_name(w) && w->class != 0 :
		    n->label != ENTITY_PER && n->last - n->first > 1 &&
		    (n->first != i - 1 || n->last != i + 2))
			continue;
		first = n == NULL ? i - 1 : n->first;
		cover(s, first, i + 2,
		    ENTITY_PER)->support[ENTITY_PER] = 3 * FORM;
	}
}

void
names_persons(struct sentence_names *s)
{
	read_initials(s);
	lengthen_persons(s);
	join_nicknames(s);
	cover_honoured(s);
	cover_epithets(s);
}
