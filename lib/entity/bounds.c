/*
 * bounds: where the names of a sentence begin and end (names.h).
 *
 * In front the article, titles and words in lower case are left out; behind,
 * marks, possessives and honours.  Joined are a person's particles ("van der
 * Merwe"), nickname, hyphened surname and suffix, numbers behind a hyphen
 * (COVID-19), firms with "&", what a head word completes ("Bank" "of" ...), as
 * lib/lexicon/name-words and name-heads say.
 */
#include "../lexicon.h"
#include "evidence.h"

extern const struct lexicon lexicon_name_words, lexicon_name_heads,
    lexicon_country_codes, lexicon_calendar;

enum {
	FORM = 64,		/* what a form tells of the type */
	LONGEST = 8		/* words of a name in front of "and" */
};

struct sentence_names {
	struct names *names;
	const struct tagger_word *words;
	size_t from, begin, end, sentence;
	bool added;		/* out of order */
};

static bool
has_role(const struct tagger_word *w, const char *role)
{
	size_t row = lexicon_find(&lexicon_name_words, w->text);

	for (; lexicon_key_is(&lexicon_name_words, row, w->text); row++)
		if (slice_is(lexicon_cell(&lexicon_name_words, row, 1), role))
			return true;
	return false;
}

static bool
touches(const struct tagger_word *a)
{
	return a->text.at + a->text.length == a[1].text.at;
}

static bool
is(const struct sentence_names *s, size_t i, const char *text)
{
	return i >= s->begin && i < s->end &&
	    slice_is(s->words[i].text, text);
}

static bool
is_capital(const struct sentence_names *s, size_t i)
{
	return i >= s->begin && i < s->end && names_capital(&s->words[i]);
}

static bool
is_quote(const struct sentence_names *s, size_t i)
{
	return is(s, i, "\"") || is(s, i, "“") || is(s, i, "”");
}

/* The name that covers word i, or NULL. */
static struct name *
name_at(const struct sentence_names *s, size_t i)
{
	size_t owner = i < s->begin || i >= s->end ? 0 : s->names->owner[i];
	struct name *n = owner == 0 ? NULL : &s->names->all[owner - 1];

	return n == NULL || n->last == n->first ? NULL : n;
}

/* Makes words [first, last) one name, in place of those it meets, which lie
 * within: the first of them grows, the others end where they begin. */
static struct name *
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
	return lexicon_find_folded(&lexicon_calendar, s->words[i].text) !=
	    LEXICON_NONE && (is(s, i - 1, "On") || is(s, i - 1, "on") ||
	    is(s, i - 1, "last"));
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
		if (is_dated(s, i) || (i == s->begin && (n->label ==
		    ENTITY_PER || n->label == ENTITY_LOC) &&
		    has_role(w, "opens")))
			continue;
		if (n->label == ENTITY_PER && (has_role(w, "title") ||
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

static void
trim_back(const struct sentence_names *s, struct name *n)
{
	for (; n->last - n->first > 1; n->last--) {
		const struct tagger_word *w = &s->words[n->last - 1];

		if (slice_is(w->text, "'s") || slice_is(w->text, "’s"))
			continue;
		if (slice_is(w->text, "-") || slice_is(w->text, ",") ||
		    slice_is(w->text, "--") || slice_is(w->text, "–"))
			continue;
		if (n->label == ENTITY_PER && n->last - n->first > 2 &&
		    has_role(w, "honour"))
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

/* "UN Secretary-General": a body that everyone knows and a title. */
static void
trim_titles(const struct sentence_names *s, struct name *n)
{
	size_t i = n->last;

	while (i > n->first + 1 && (has_role(&s->words[i - 1], "title") ||
	    has_role(&s->words[i - 1], "part") || is(s, i - 1, "-")))
		i--;
	if (n->label == ENTITY_ORG && i < n->last &&
	    evidence_known(s->words, n->first, i) != LEXICON_NONE)
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

/* Particles and a capitalised word behind i: the place behind, or i. */
static size_t
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

static bool
is_first_name(const struct tagger_word *w)
{
	return (w->kinds & GAZETTEER_FIRST) != 0;
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
		if (n->label != ENTITY_PER) {
			if (n->first - first < 2 || evidence_head(s->words,
			    n->first, last) != LEXICON_NONE)
				continue;
			while (last - n->first > 1 &&
			    has_role(&s->words[last - 1], "honour"))
				last--;
		}
		s->names->all[k].last = s->names->all[k].first;
		cover(s, first, last, ENTITY_PER);
	}
}

/* Given name, nickname in quotation marks, surname. */
static void
join_nicknames(struct sentence_names *s)
{
	size_t i, first, last;
	const struct name *n;

	for (i = s->begin + 1; i + 3 < s->end; i++) {
		size_t close = i + 2;

		if (!is_quote(s, i) || !is_capital(s, i - 1) ||
		    !is_capital(s, i + 1) || has_role(&s->words[i - 1],
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

static bool
is_known(const struct sentence_names *s, size_t first, size_t last)
{
	return evidence_known(s->words, first, last) != LEXICON_NONE ||
	    evidence_country(s->words, first, last) != LEXICON_NONE;
}

/* "Bank of England and Bank of Japan": the second begins as bodies do. */
static bool
are_bodies(const struct sentence_names *s, size_t first, size_t i, size_t last)
{
	bool of = false;

	if (i - first > LONGEST)
		return false;
	for (; first < i; first++)
		of |= is(s, first, "of") || has_role(&s->words[first],
		    "particle");
	return of && i + 3 < last && evidence_leads(&s->words[i + 1]) &&
	    (is(s, i + 2, "of") || has_role(&s->words[i + 2], "particle"));
}

/* "European Union and Japan": two names that everyone knows. */
static void
part_pairs(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		size_t last = n->last;

		for (i = n->first + 1; i + 1 < last; i++)
			if (is(s, i, "and") && ((i - n->first < 6 &&
			    last - i < 6 && is_known(s, n->first, i) &&
			    is_known(s, i + 1, last)) ||
			    are_bodies(s, n->first, i, last)))
				break;
		if (i + 1 >= last)
			continue;
		n->last = i;
		for (; i < last; i++)
			s->names->owner[i] = 0;
		cover(s, s->names->all[k].last + 1, last,
		    s->names->all[k].label);
	}
}

/* "London's FTSE 100", "Kenya's High Court": what everyone knows and the place
 * it is of, or anything of a country. */
static void
part_owners(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;
	uint32_t kinds;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		enum entity_label label;
		size_t last = n->last;

		for (i = n->first + 1; i + 1 < last; i++)
			if (is(s, i, "'s") || is(s, i, "’s"))
				break;
		if (i + 1 >= last)
			continue;
		kinds = gazetteer_find(s->names->gazetteer,
		    names_hash(s->names, n->first, i));
		if ((kinds & GAZETTEER_COUNTRY ? !is_capital(s, i + 1) :
		    (kinds & (GAZETTEER_CITY | GAZETTEER_REGION)) == 0 ||
		    !is_known(s, i + 1, last)))
			continue;
		label = n->label;
		n->last = i;
		n->label = ENTITY_LOC;
		n->support[ENTITY_LOC] = FORM;
		for (; i < last; i++)
			s->names->owner[i] = 0;
		cover(s, s->names->all[k].last + 1, last, label);
	}
}

/* "Australian Senate Sue Lines": a body and a person. */
static void
part_persons(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		size_t last = n->last;

		if (n->label != ENTITY_ORG || last - n->first < 4 ||
		    evidence_head(s->words, n->first, last) != LEXICON_NONE)
			continue;
		i = last - 2;
		if (!is_first_name(&s->words[i]) || !is_capital(s, i + 1) ||
		    evidence_head(s->words, n->first, i) == LEXICON_NONE)
			continue;
		n->last = i;
		s->names->owner[i] = s->names->owner[i + 1] = 0;
		cover(s, i, last, ENTITY_PER)->support[ENTITY_PER] = FORM;
	}
}

/* Where the person begins in "Orvelia Ana Ruiz", "Jordan Abdullah II": at a
 * given name or behind a country; last when there is none. */
static size_t
person_within(const struct sentence_names *s, size_t first, size_t last)
{
	size_t i;

	for (i = first + 1; i < last; i++)
		if (is_capital(s, i) && is_capital(s, i - 1) &&
		    evidence_country(s->words, first, i) != LEXICON_NONE)
			return i;
	if (is_first_name(&s->words[first]) || is(s, first + 1, "-"))
		return last;
	for (i = first + 1; i + 1 < last; i++)
		if (is_first_name(&s->words[i]) && is_capital(s, i + 1))
			return is_capital(s, i - 1) ? i : last;
	return last;
}

/* "In London Mr Brown": who is addressed is a person, and where a place. */
static void
cover_addressed(struct sentence_names *s)
{
	size_t i;

	for (i = s->begin; i + 1 < s->end; i++) {
		if (!has_role(&s->words[i], "address"))
			continue;
		if (is_capital(s, i + 1) && name_at(s, i + 1) == NULL &&
		    !has_role(&s->words[i + 1], "address"))
			cover(s, i + 1, i + 2,
			    ENTITY_PER)->support[ENTITY_PER] = FORM;
		if (i > s->begin + 1 && is_capital(s, i - 1) &&
		    name_at(s, i - 1) == NULL &&
		    (is(s, i - 2, "In") || is(s, i - 2, "in")) &&
		    s->words[i - 1].class == GAZETTEER_LOCATION)
			cover(s, i - 1, i,
			    ENTITY_LOC)->support[ENTITY_LOC] = FORM;
	}
}

/* What someone with the title is of, where that begins at first. */
static enum entity_label
ruled_label(const struct sentence_names *s, size_t title, size_t first)
{
	return (s->words[first].kinds & (GAZETTEER_CITY | GAZETTEER_COUNTRY |
	    GAZETTEER_REGION)) != 0 ||
	    evidence_noun_is(&s->words[title], "state") ||
	    evidence_noun_is(&s->words[title], "land") ?
	    ENTITY_LOC : ENTITY_ORG;
}

/* "The director of Zeltron Maria Lopez": the firm too is a name. */
static void
cover_ruled(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;
	enum entity_label label;

	for (k = s->from; k < count; k++) {
		i = s->names->all[k].first - 1;
		if (s->names->all[k].label != ENTITY_PER ||
		    s->names->all[k].first < s->begin + 3 ||
		    !is_capital(s, i) || name_at(s, i) != NULL ||
		    !is(s, i - 1, "of") ||
		    !evidence_is_title(&s->words[i - 2]) ||
		    evidence_is_title(&s->words[i]))
			continue;
		label = ruled_label(s, i - 2, i);
		cover(s, i, i + 1, label)->support[label] = FORM;
	}
}

/* "President of Orvelia Ana Ruiz": a title's land or firm, and a person. */
static void
part_ruled(struct sentence_names *s)
{
	size_t k, count = s->names->count;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		size_t first = n->first, last = n->last, i;

		if (n->label == ENTITY_MISC || last - first < 3 ||
		    first < s->begin + 2 || !is(s, first - 1, "of") ||
		    !evidence_is_title(&s->words[first - 2]) ||
		    (n->label != ENTITY_PER && evidence_head(s->words, first,
		    last) != LEXICON_NONE))
			continue;
		i = person_within(s, first, last);
		if (i == last || is_known(s, first, last) ||
		    (n->label == ENTITY_ORG &&
		    !(s->words[last - 1].kinds & GAZETTEER_LAST)))
			continue;
		/* "Secretary of State Ana Ruiz" */
		if (evidence_head(s->words, first, i) != LEXICON_NONE &&
		    i - first == 1) {
			s->names->owner[first] = 0;
			n->first = i;
			n->label = ENTITY_PER;
			continue;
		}
		n->last = i;
		n->label = ruled_label(s, first - 2, first);
		n->support[n->label] = FORM;
		for (; i < last; i++)
			s->names->owner[i] = 0;
		cover(s, s->names->all[k].last, last,
		    ENTITY_PER)->support[ENTITY_PER] = FORM;
	}
}

/* "the Spaniard Ana Ruiz": a nationality and a person. */
static void
part_nations(struct sentence_names *s)
{
	size_t k, count = s->names->count;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		size_t first = n->first, row;

		if (n->last - first < 3 || (!is(s, first - 1, "the") &&
		    !is(s, first - 1, "The") && !is(s, first - 1, "a")) ||
		    (n->label != ENTITY_PER && !has_role(&s->words[first],
		    "compatriot") && !is_first_name(&s->words[first + 1])) ||
		    evidence_head(s->words, first, n->last) != LEXICON_NONE)
			continue;
		row = evidence_country(s->words, first, first + 1);
		if (row == LEXICON_NONE || !slice_is(lexicon_cell(
		    &lexicon_country_codes, row, 2), "nationality"))
			continue;
		n->first++;
		n->label = ENTITY_PER;
		s->names->owner[first] = 0;
		cover(s, first, first + 1, ENTITY_MISC);
	}
}

static bool
is_digits(const struct tagger_word *w)
{
	size_t i;

	for (i = 0; i < w->text.length; i++)
		if (w->text.at[i] < '0' || w->text.at[i] > '9')
			return false;
	return true;
}

/* "COVID" "-" "19" */
static void
join_numbers(struct sentence_names *s)
{
	size_t k;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];
		size_t i = n->last;

		if (i > n->first && i + 1 < s->end && is(s, i, "-") &&
		    touches(&s->words[i - 1]) && touches(&s->words[i]) &&
		    is_digits(&s->words[i + 1]) && (i - n->first == 1 ||
		    n->label == ENTITY_MISC))
			cover(s, n->first, i + 2, ENTITY_MISC)->support[
			    ENTITY_MISC] = FORM;
	}
}

/* A name and the head that follows at once: "Nepal" "Army". */
static void
join_heads(struct sentence_names *s)
{
	size_t k;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next;
		size_t i = n->last;
		size_t head;

		if (n->label == ENTITY_PER || i == n->first ||
		    !is_capital(s, i))
			continue;
		next = name_at(s, i);
		if (next != NULL && next->last > i + 1)
			continue;
		if (s->words[i].form == TAGGER_UPPER &&
		    s->words[n->first].form != TAGGER_UPPER)
			continue;
		head = evidence_head(s->words, i, i + 1);
		if (head != LEXICON_NONE)
			cover(s, n->first, i + 1, evidence_label(lexicon_cell(
			    &lexicon_name_heads, head, 2)));
	}
}

/* A head and what "of" or "for" add: "Institute" "for" "Marine Biology". */
static void
join_of(struct sentence_names *s)
{
	size_t k;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next;
		size_t i = n->last, last;

		if (n->label != ENTITY_ORG || i == n->first ||
		    (!is(s, i, "of") && !is(s, i, "for")) ||
		    !evidence_leads(&s->words[i - 1]))
			continue;
		i += is(s, i + 1, "the") ? 2 : 1;
		if (!is_capital(s, i))
			continue;
		next = name_at(s, i);
		if (next != NULL && next->label == ENTITY_PER)
			continue;
		last = next != NULL ? next->last : i + 1;
		while (is_capital(s, last) && name_at(s, last) == NULL)
			last++;
		cover(s, n->first, last, ENTITY_ORG);
	}
}

/* "Ministry of Water" "and Sanitation": a common word in capitals. */
static void
join_fields(struct sentence_names *s)
{
	size_t k, i;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		i = n->last;
		if (n->label == ENTITY_ORG && i - n->first == 3 &&
		    is(s, n->first + 1, "of") && is(s, i, "and") &&
		    evidence_leads(&s->words[n->first]) &&
		    is_capital(s, i + 1) && name_at(s, i + 1) == NULL &&
		    s->words[i + 1].class != 0 && !is_capital(s, i + 2))
			cover(s, n->first, i + 2, ENTITY_ORG);
	}
}

/* The head that leads to word i over particles and capitals: "Banca" "Monte
 * dei"; i itself when there is none. */
static size_t
leader(const struct sentence_names *s, size_t i)
{
	size_t j = i;

	while (j > s->begin && name_at(s, j - 1) == NULL &&
	    (is_capital(s, j - 1) ? !evidence_is_title(&s->words[j - 1]) :
	    j > s->begin + 1 && has_role(&s->words[j - 1], "particle"))) {
		j--;
		if (is_capital(s, j) && evidence_leads(&s->words[j]))
			return j;
	}
	return i;
}

/* Foreign bodies: "Corriere" "della Sera", "Fundação" "Helena Prado". */
static void
join_foreign(struct sentence_names *s)
{
	size_t k, last;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next;
		size_t first = n->first;

		if (n->last == first)
			continue;
		first = leader(s, first);
		if (first < n->first && n->label != ENTITY_MISC)
			cover(s, first, n->last, ENTITY_ORG);
		last = behind_particles(s, n->last);
		if (last == n->last || n->label != ENTITY_ORG)
			continue;
		next = name_at(s, last - 1);
		if (next != NULL && next->label == ENTITY_PER)
			continue;
		cover(s, n->first, next != NULL && next->last > last ?
		    next->last : last, ENTITY_ORG);
	}
}

/* A person's full name, or a work, stands for itself. */
static bool
joins_badly(const struct name *n)
{
	return n != NULL && n->last - n->first > 1 && n->label != ENTITY_ORG;
}

/* "Sharp" "&" "Daughters", "Ndlovu" "," "Pillay & Partners" */
static void
join_ampersands(struct sentence_names *s)
{
	size_t i, first, last;

	for (i = s->begin + 1; i + 1 < s->end; i++) {
		const struct name *a, *b;

		if (!is(s, i, "&") || !is_capital(s, i - 1) ||
		    !is_capital(s, i + 1))
			continue;
		a = name_at(s, i - 1);
		b = name_at(s, i + 1);
		if ((a == NULL && b == NULL) || joins_badly(a) ||
		    joins_badly(b))
			continue;
		first = a != NULL ? a->first : i - 1;
		last = b != NULL ? b->last : i + 2;
		if (a != b)
			cover(s, first, last, ENTITY_ORG);
		if (first > s->begin + 1 && is(s, first - 1, ",") &&
		    (a = name_at(s, first - 2)) != NULL &&
		    a->last - a->first == 1 && !is(s, first - 3, ","))
			cover(s, a->first, last, ENTITY_ORG);
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
	read_initials(&s);
	lengthen_persons(&s);
	join_nicknames(&s);
	part_pairs(&s);
	part_owners(&s);
	part_persons(&s);
	part_ruled(&s);
	cover_ruled(&s);
	cover_addressed(&s);
	part_nations(&s);
	join_numbers(&s);
	join_heads(&s);
	join_of(&s);
	join_fields(&s);
	join_foreign(&s);
	join_ampersands(&s);
	compact(&s);
}
