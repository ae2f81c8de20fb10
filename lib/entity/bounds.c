/*
 * bounds: where the names of a sentence begin and end (names.h).
 *
 * In front the article, titles and words in lower case are left out; behind,
 * marks, possessives and honours.  Then the steps of bounds.h mend what the
 * tagger joined or parted, as lib/lexicon/name-words and name-heads say.
 */
#include "../lexicon.h"
#include "bounds.h"

extern const struct lexicon lexicon_calendar;

struct name *
cover(struct sentence_names *s, size_t first, size_t last,
    enum entity_label label)
{
	struct names *names = s->names;
	struct name *n = NULL;
	size_t i;

	for (i = first; i < last && n == NULL; i++)
		n = name_at(s, i);
	if (n == NULL) {
		n = names_add(names, first, first, s->sentence);
		s->added = true;
	}
	n->label = label;
	for (i = first; i < last; i++) {
		struct name *other = name_at(s, i);

		if (other == n) {
			i = n->last - 1;
			continue;
		}
		if (other != NULL)
			other->last = other->first;
		names->owner[i] = (size_t)(n - names->all) + 1;
	}
	n->first = first;
	n->last = last;
	return n;
}

/* Without the names that ended, in order. */
static void
compact(struct sentence_names *s)
{
	struct names *names = s->names;
	size_t i, kept = s->from;

	for (i = s->from; i < names->count; i++)
		if (names->all[i].last > names->all[i].first)
			names->all[kept++] = names->all[i];
	names->count = kept;
	if (s->added)
		names_sort(names, s->from);
}

/* "On Monday London's". */
static bool
is_dated(const struct sentence_names *s, size_t i)
{
	if (is(s, i, "On") || is(s, i, "Last"))
		i++;
	return is_capital(s, i) && lexicon_find_folded(&lexicon_calendar,
	    s->words[i].text) != LEXICON_NONE && (is(s, i - 1, "On") ||
	    is(s, i - 1, "on") || is(s, i - 1, "last") || is(s, i - 1, "Last"));
}

static void
trim_front(const struct sentence_names *s, struct name *n)
{
	size_t i;

	/* "Power utility Ravel" */
	for (i = n->first + 1; i + 1 < n->last && n->label != ENTITY_MISC;
	    i++)
		if (evidence_is_noun(&s->words[i]) && is_capital(s, i + 1) &&
		    is_capital(s, i - 1))
			n->first = i + 1;
	i = n->first;

	for (; i + 1 < n->last; i++) {
		const struct tagger_word *w = &s->words[i];

		if (n->label != ENTITY_MISC && (slice_is(w->text, "The") ||
		    slice_is(w->text, "A")))
			continue;
		if (w->form == TAGGER_LOWER && !has_role(w, "particle"))
			continue;
		/* "Per Kofi Mensah", a source, but "Per Larsen", a person */
		if (is_dated(s, i) || (i == s->begin && (n->label ==
		    ENTITY_PER || n->label == ENTITY_LOC ||
		    evidence_is_country(s->words, i + 1, n->last)) &&
		    (has_role(w, "opens") || (has_role(w, "source") &&
		    n->last - i > 2 && (w[1].kinds & GAZETTEER_FIRST) != 0))))
			continue;
		/* "Fans of Rangers" */
		if (i == s->begin && n->last - i > 2 && has_role(w, "crowd") &&
		    (is(s, i + 1, "of") || is(s, i + 1, "for")) &&
		    evidence_known(s->words, i, n->last) == LEXICON_NONE)
			continue;
		if (n->label == ENTITY_PER && (has_role(w, "title") ||
		    evidence_shortens_title(w) ||
		    (has_role(w, "part") && (has_role(w + 1, "title") ||
		    has_role(w + 1, "part")))))
			continue;
		if (n->label == ENTITY_PER && n->last - i > 2 &&
		    evidence_is_title(w) &&
		    !(w->kinds & (GAZETTEER_FIRST | GAZETTEER_LAST)))
			continue;
		break;
	}
	n->first = i;
}

/* Whether words [first, last) are titles alone: "Secretary-General". */
static bool
titles_alone(const struct sentence_names *s, size_t first, size_t last)
{
	bool several = last - first > 1;

	for (; first < last; first++) {
		const struct tagger_word *w = &s->words[first];

		if (w->form != TAGGER_PUNCT && !has_role(w, "part") &&
		    (!has_role(w, "title") || (!several &&
		    (w->kinds & (GAZETTEER_LAST | GAZETTEER_FIRST)))))
			return false;
	}
	return true;
}

/* Of a member's party and state: "Moe, D-Nev.," */
static bool
is_party_tag(const struct sentence_names *s, const struct name *n)
{
	return n->last - n->first > 2 && n->first > s->begin &&
	    has_role(&s->words[n->first], "party") &&
	    is(s, n->first + 1, "-") && (is(s, n->first - 1, ",") ||
	    is(s, n->first - 1, "("));
}

/* "Will Brown resign?" */
static bool
asks(const struct sentence_names *s, const struct name *n)
{
	return n->first == s->begin && n->last - n->first == 2 &&
	    has_role(&s->words[n->first], "asks") && is(s, s->end - 1, "?");
}

/* "Ortega - Thanks", "Lund - Analyst": a dash with spaces around it. */
static bool
is_dash(const struct sentence_names *s, size_t i)
{
	return (is(s, i, "-") || is(s, i, "--") || is(s, i, "–") ||
	    is(s, i, "—")) && !touches(&s->words[i - 1]) &&
	    !touches(&s->words[i]);
}

static void
trim_back(const struct sentence_names *s, struct name *n)
{
	size_t i;

	for (i = n->first + 1; i < n->last && n->label == ENTITY_PER; i++)
		if (is_dash(s, i))
			n->last = i;
	for (; n->last - n->first > 1; n->last--) {
		const struct tagger_word *w = &s->words[n->last - 1];

		if (is_genitive(w))
			continue;
		if (slice_is(w->text, "-") || slice_is(w->text, ",") ||
		    slice_is(w->text, "--") || slice_is(w->text, "–"))
			continue;
		if (n->label == ENTITY_PER && n->last - n->first > 2 &&
		    has_role(w, "honour"))
			continue;
		/* "EU-backed" */
		if (n->last - n->first > 2 && w->form == TAGGER_LOWER &&
		    has_role(w, "compound") && slice_is(w[-1].text, "-"))
			continue;
		/* "Poland Under-21" */
		if (n->last - n->first > 3 && slice_is(w[-1].text, "-") &&
		    slice_is(w[-2].text, "Under")) {
			n->last -= 2;
			continue;
		}
		break;
	}
}

/* "UN Secretary-General", "U.S. Secretary of State": a body that everyone knows
 * or a country and a title. */
static void
trim_titles(const struct sentence_names *s, struct name *n)
{
	size_t i = n->last;

	while (i > n->first + 1 && (has_role(&s->words[i - 1], "title") ||
	    has_role(&s->words[i - 1], "part") || is(s, i - 1, "-") ||
	    (is(s, i - 1, "of") && i < n->last) ||
	    is(s, i - 1, "State")))
		i--;
	if (i == n->last)
		return;
	if (n->label == ENTITY_ORG ?
	    evidence_known(s->words, n->first, i) != LEXICON_NONE :
	    n->label == ENTITY_LOC && evidence_is_title(&s->words[i]) &&
	    evidence_country(s->words, n->first, i) != LEXICON_NONE)
		n->last = i;
}

static void
trim(struct sentence_names *s)
{
	size_t k, i;

	for (k = s->from; k < s->names->count; k++) {
		struct name *n = &s->names->all[k];

		if ((n->label == ENTITY_PER && titles_alone(s, n->first,
		    n->last)) || is_party_tag(s, n)) {
			n->last = n->first;
			continue;
		}
		n->first += asks(s, n);
		trim_front(s, n);
		trim_back(s, n);
		trim_titles(s, n);
		for (i = n->first; i < n->last; i++)
			s->names->owner[i] = k + 1;
	}
}

/* "NEW DELHI (Reuters) -" */
static void
read_dateline(struct sentence_names *s)
{
	const struct name *n = name_at(s, s->begin);
	size_t i = s->begin;
	uint64_t h = 0;

	while (i < s->end && i < s->begin + 4 &&
	    s->words[i].form == TAGGER_UPPER)
		h = gazetteer_fold(h, s->words[i++].name);
	if (i == s->begin || s->words[s->begin].text.length < 3 ||
	    (!is(s, i, "(") && !is(s, i, ",") && !is(s, i, ":") &&
	    !is(s, i, "-") && !is(s, i, "--") && !is(s, i, "–") &&
	    !is(s, i, "—")) || (n != NULL && n->last > i))
		return;
	if (gazetteer_find(s->names->gazetteer, h) & (GAZETTEER_CITY |
	    GAZETTEER_COUNTRY | GAZETTEER_REGION))
		cover(s, s->begin, i, ENTITY_LOC)->support[ENTITY_LOC] = FORM;
}

void
names_bound(struct names *names, size_t from, size_t sentence)
{
	struct sentence_names s = { names, names->words, from,
	    names_begin(names, sentence), names->ends[sentence], sentence,
	    false };

	trim(&s);
	read_dateline(&s);
	names_persons(&s);
	names_part(&s);
	names_join(&s);
	compact(&s);
}
