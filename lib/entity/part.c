/*
 * part: two names that were taken for one: a pair, an owner and what it has, a
 * body and its person (bounds.h).
 */
#include "../lexicon.h"
#include "bounds.h"

extern const struct lexicon lexicon_country_codes, lexicon_known_names,
    lexicon_name_heads;

enum {
	LONGEST = 8,		/* words of a name in front of "and" */
	LISTED = 32		/* of persons without commas */
};

static bool
is_known(const struct sentence_names *s, size_t first, size_t last)
{
	return evidence_known(s->words, first, last) != LEXICON_NONE ||
	    evidence_country(s->words, first, last) != LEXICON_NONE;
}

/* Whether words [first, last) are a body with "of": "Central Bank of Kenya". */
static bool
is_body_of(const struct sentence_names *s, size_t first, size_t last)
{
	size_t i;

	for (i = first; i < first + 3 && i + 2 < last &&
	    is_capital(s, i); i++)
		if (evidence_leads(&s->words[i]) && is(s, i + 1, "of"))
			return true;
	return false;
}

/* "Amhara Bank": a body that is whole by its last word. */
static bool
is_whole(const struct sentence_names *s, size_t first, size_t last)
{
	size_t head = last - first < 2 ? LEXICON_NONE :
	    evidence_head(s->words, last - 1, last);

	return head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 1), "last") && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 2), "ORG");
}

/* "Bank of England and Bank of Japan": the second begins as bodies do. */
static bool
are_bodies(const struct sentence_names *s, size_t first, size_t i, size_t last)
{
	bool of = false;

	if (i - first > LONGEST)
		return false;
	if (is_whole(s, first, i) && (is_body_of(s, i + 1, last) ||
	    (s->words[i + 1].class == 0 &&
	    evidence_is_firm(s->words, first, i) &&
	    is_whole(s, i + 1, last) &&
	    evidence_is_firm(s->words, i + 1, last))))
		return true;
	for (; first < i; first++)
		of |= is(s, first, "of") || has_role(&s->words[first],
		    "particle");
	return of && i + 3 < last && evidence_leads(&s->words[i + 1]) &&
	    (is(s, i + 2, "of") || has_role(&s->words[i + 2], "particle"));
}

/* Ends name k at word i; words [behind, its end) become a name of their own. */
static struct name *
cut(struct sentence_names *s, size_t k, size_t i, size_t behind,
    enum entity_label label)
{
	struct name *n = &s->names->all[k];
	size_t last = n->last;

	n->last = i;
	for (; i < last; i++)
		s->names->owner[i] = 0;
	return cover(s, behind, last, label);
}

/* "European Union and Japan": two names that everyone knows. */
static void
part_pairs(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;

	for (k = s->from; k < count; k++) {
		const struct name *n = &s->names->all[k];
		size_t last = n->last;

		for (i = n->first + 1; i + 1 < last; i++)
			if (is(s, i, "and") && ((i - n->first < 6 &&
			    last - i < 6 && (is_known(s, n->first, i) ||
			    is_body_of(s, n->first, i)) &&
			    is_known(s, i + 1, last)) ||
			    are_bodies(s, n->first, i, last)))
				break;
		if (i + 1 < last)
			cut(s, k, i, i + 1, n->label);
	}
}

/* "UN's World Food Programme": a body that everyone knows and one of it. */
static bool
is_of_body(const struct sentence_names *s, size_t first, size_t i, size_t last)
{
	size_t row = evidence_known(s->words, first, i);

	return row != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_known_names, row, 1), "ORG") && is_capital(s, i + 1) &&
	    (is_known(s, i + 1, last) || evidence_head(s->words, i + 1,
	    last) != LEXICON_NONE);
}

/* "Vingroup's carmaker VinFast": where the second name begins; last when there
 * is none. */
static size_t
behind_noun(const struct sentence_names *s, const struct name *n, size_t i)
{
	size_t last = n->last;

	if (n->label == ENTITY_MISC || s->words[i + 1].form != TAGGER_LOWER)
		return last;
	for (i++; i < last && s->words[i].form == TAGGER_LOWER; i++)
		if (has_role(&s->words[i], "particle"))
			return last;
	return i < last && is_capital(s, i) ? i : last;
}

/* "London's FTSE 100", "Kenya's High Court": what everyone knows and the place
 * it is of, or anything of a country. */
static void
part_owners(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;
	uint32_t kinds;
	bool body;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		enum entity_label label;
		size_t last = n->last, other;

		for (i = n->first + 1; i + 1 < last; i++)
			if (owner_ends(s, i))
				break;
		if (i + 1 >= last)
			continue;
		other = behind_noun(s, n, i);
		if (other < last) {
			cut(s, k, i, other, n->label);
			continue;
		}
		kinds = gazetteer_find(s->names->gazetteer,
		    names_hash(s->names, n->first, i));
		body = is_of_body(s, n->first, i, last);
		if (!body && (kinds & GAZETTEER_COUNTRY ?
		    !is_capital(s, i + 1) :
		    (kinds & (GAZETTEER_CITY | GAZETTEER_REGION)) == 0 ||
		    !is_known(s, i + 1, last)))
			continue;
		label = n->label;
		n->label = body ? ENTITY_ORG : ENTITY_LOC;
		n->support[n->label] = FORM;
		cut(s, k, i, i + 1, label);
	}
}

/* "In Tokyo the Nikkei 225": a place and what stands behind it. */
static void
part_places(struct sentence_names *s)
{
	const uint32_t places = GAZETTEER_CITY | GAZETTEER_COUNTRY;
	size_t k, i, count = s->names->count;

	for (k = s->from; k < count; k++) {
		struct name *n = &s->names->all[k];
		enum entity_label label = n->label;
		size_t last = n->last;

		for (i = n->first + 1; i + 1 < last && !is(s, i, "the"); i++)
			;
		if (i + 1 >= last || label == ENTITY_PER ||
		    !is_capital(s, i + 1) || n->first == s->begin ||
		    !(is(s, n->first - 1, "In") || is(s, n->first - 1,
		    "in")) || (gazetteer_find(s->names->gazetteer,
		    names_hash(s->names, n->first, i)) & places) == 0)
			continue;
		n->label = ENTITY_LOC;
		n->support[ENTITY_LOC] = FORM;
		cut(s, k, i, i + 1, label);
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

/* The end of what a minister is of: "Education", "Trade and Industry". */
static size_t
portfolio_end(const struct sentence_names *s, size_t first, size_t last)
{
	size_t i = first;

	while (i < last && (has_role(&s->words[i], "part") ||
	    (i > first && is(s, i, "and"))))
		i++;
	return i;
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
		i = portfolio_end(s, first, last);
		if (i > first && i + 1 < last && is_capital(s, i)) {
			for (; first < i; first++)
				s->names->owner[first] = 0;
			n->first = i;
			n->label = ENTITY_PER;
			n->support[ENTITY_PER] = FORM;
			continue;
		}
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
		n->label = ruled_label(s, first - 2, first);
		n->support[n->label] = FORM;
		cut(s, k, i, i, ENTITY_PER)->support[ENTITY_PER] = FORM;
	}
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
		    has_role(&s->words[i], "part") ||
		    evidence_is_title(&s->words[i]))
			continue;
		label = ruled_label(s, i - 2, i);
		cover(s, i, i + 1, label)->support[label] = FORM;
	}
}

/* "In London Mr Brown": who is addressed is a person, and where a place. */
static void
cover_addressed(struct sentence_names *s)
{
	size_t i;

	for (i = s->begin; i + 1 < s->end; i++) {
		if (!has_role(&s->words[i], "address") &&
		    (s->words[i].form != TAGGER_TITLE ||
		    !evidence_shortens_title(&s->words[i])))
			continue;
		if (is_capital(s, i + 1) && name_at(s, i + 1) == NULL &&
		    !evidence_is_title(&s->words[i + 1]) &&
		    !has_role(&s->words[i + 1], "part"))
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

/* "Ana Ruiz Tom Lee": persons of a list without commas.  In one name no given
 * name stands behind a surname. */
static void
part_lists(struct sentence_names *s)
{
	size_t k, i, count = s->names->count;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];
		size_t last = n->last;

		if (n->label != ENTITY_PER || last - n->first < 4 ||
		    last - n->first > LISTED ||
		    !is_first_name(&s->words[n->first]))
			continue;
		for (i = n->first + 1; i < last && is_capital(s, i) &&
		    s->words[i].text.at[s->words[i].text.length - 1] != '.' &&
		    !has_role(&s->words[i], "suffix"); i++)
			;
		if (i < last)
			continue;
		/* not "Mirza Fakhrul Islam Alamgir" */
		for (i = n->first + 2; i + 1 < last &&
		    (!is_first_name(&s->words[i]) ||
		    has_role(&s->words[i], "inner") || (k < count &&
		    last - i < 4 && is_first_name(&s->words[i - 1]))); i++)
			;
		if (i + 1 < last)
			cut(s, k, i, i, ENTITY_PER)->support[ENTITY_PER] =
			    FORM;
	}
}

/* "Salem Oregon": a city and its land without a comma. */
static void
part_lands(struct sentence_names *s)
{
	const uint32_t lands = GAZETTEER_COUNTRY | GAZETTEER_REGION;
	size_t k, i, count = s->names->count;

	for (k = s->from; k < count; k++) {
		const struct name *n = &s->names->all[k];
		size_t first = n->first, last = n->last;

		if (n->label != ENTITY_LOC || last - first < 2 ||
		    last - first > LONGEST || gazetteer_find(
		    s->names->gazetteer, names_hash(s->names, first,
		    last)) != 0)
			continue;
		for (i = first + 1; i < last; i++)
			if ((gazetteer_find(s->names->gazetteer, names_hash(
			    s->names, first, i)) & GAZETTEER_CITY) != 0 &&
			    (gazetteer_find(s->names->gazetteer, names_hash(
			    s->names, i, last)) & lands) != 0 &&
			    (s->words[last - 1].kinds & GAZETTEER_AFFIX) == 0)
				break;
		if (i < last)
			cut(s, k, i, i, ENTITY_LOC)->support[ENTITY_LOC] =
			    FORM;
	}
}

void
names_part(struct sentence_names *s)
{
	part_pairs(s);
	part_lists(s);
	part_lands(s);
	part_owners(s);
	part_places(s);
	part_persons(s);
	part_ruled(s);
	cover_ruled(s);
	cover_addressed(s);
	part_nations(s);
}
