/*
 * join: one name that was taken for several: numbers behind a hyphen
 * (COVID-19), what a head word completes ("Bank" "of" ...), firms with "&",
 * fields in front of one head, bodies with small words between hyphens
 * (bounds.h).
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "bounds.h"
#include "tables.h"

extern const struct lexicon lexicon_name_heads, lexicon_known_names;

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

/* "Chamber of Commerce" "of Lima": where the body is. */
static void
join_places(struct sentence_names *s)
{
	size_t k, i;
	const struct name *next;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		i = n->last;
		if (n->label != ENTITY_ORG || i < n->first + 3 ||
		    !is(s, i, "of") || !evidence_leads(&s->words[n->first]) ||
		    !is(s, n->first + 1, "of"))
			continue;
		i += is(s, i + 1, "the") ? 2 : 1;
		next = name_at(s, i);
		if (next != NULL && next->first == i &&
		    next->label == ENTITY_LOC)
			cover(s, n->first, next->last, ENTITY_ORG);
	}
}

/* A field of trade that another is named with: "Road", "Exporters". */
static bool
is_field(const struct tagger_word *w)
{
	uint32_t places = GAZETTEER_CITY | GAZETTEER_COUNTRY |
	    GAZETTEER_REGION;

	return w->class != 0 && w->class != GAZETTEER_LOCATION &&
	    ((w->kinds & GAZETTEER_AFFIX) != 0 || (w->kinds & (places |
	    GAZETTEER_FIRST | GAZETTEER_DEMONYM)) == 0);
}

/* A common word, at most a surname besides: "Human", "Rights". */
static bool
is_aim(const struct tagger_word *w)
{
	return is_field(w) || (w->form == TAGGER_TITLE && w->cluster != 0 &&
	    (w->kinds & ~(uint32_t)(GAZETTEER_LAST | GAZETTEER_AFFIX)) == 0);
}

/* "Ray" "'s Pizza": a shop that is called for whom it belongs to. */
static void
join_shops(struct sentence_names *s)
{
	enum entity_label label;
	size_t k, i, head;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next;

		i = n->last;
		if (n->label == ENTITY_MISC || !owner_ends(s, i))
			continue;
		for (i++; is_capital(s, i) && i < n->last + 4 &&
		    !has_role(&s->words[i], "shop"); i++)
			;
		if (!is_capital(s, i) || !has_role(&s->words[i], "shop") ||
		    (head = evidence_head(s->words, i, i + 1)) ==
		    LEXICON_NONE || evidence_country(s->words, n->first,
		    n->last) != LEXICON_NONE ||
		    ((next = name_at(s, i)) != NULL && next->last > i + 1))
			continue;
		label = evidence_label(lexicon_cell(&lexicon_name_heads, head,
		    2));
		cover(s, n->first, i + 1, label)->support[label] = FORM;
	}
}

/* "Kazakhstan" "Temir Zholy", "Gilbert" "and Ellice Islands": one that
 * everyone knows. */
static void
join_known(struct sentence_names *s)
{
	size_t k, row;

	for (k = s->from; k + 1 < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next = n + 1;
		enum entity_label label;

		if (n->last == n->first || next->last == next->first ||
		    next->first < n->last || next->first > n->last + 1 ||
		    (next->first > n->last && !is(s, n->last, "and")))
			continue;
		row = evidence_known(s->words, n->first, next->last);
		if (row == LEXICON_NONE)
			continue;
		label = evidence_label(lexicon_cell(&lexicon_known_names, row,
		    1));
		cover(s, n->first, next->last, label)->support[label] = FORM;
	}
}

/* "Alzheimer's" "Research Fund" */
static void
join_diseases(struct sentence_names *s)
{
	size_t k, i, last, head;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		i = n->first;
		if (i > s->begin + 1 && owner_ends(s, i - 1))
			i -= 2;
		if (n->last == n->first || !owner_ends(s, i + 1) ||
		    !is_capital(s, i + 2) ||
		    !has_role(&s->words[i], "disease"))
			continue;
		for (last = i + 3; is_capital(s, last); last++)
			;
		head = evidence_head(s->words, last - 1, last);
		if (head != LEXICON_NONE && evidence_label(lexicon_cell(
		    &lexicon_name_heads, head, 2)) == ENTITY_ORG)
			cover(s, i, last,
			    ENTITY_ORG)->support[ENTITY_ORG] = FORM;
	}
}

/* "at Gallagher" "'s" with nothing behind that could belong to someone. */
static void
join_pubs(struct sentence_names *s)
{
	size_t k, i;

	for (k = s->from; k < s->names->count; k++) {
		struct name *n = &s->names->all[k];
		const struct name *next;

		i = n->last;
		if (n->last == n->first || !owner_ends(s, i) ||
		    n->first == s->begin ||
		    !has_role(&s->words[n->first - 1], "where") ||
		    n->label == ENTITY_MISC || (n->label != ENTITY_ORG &&
		    s->words[n->first].kinds != 0) ||
		    s->words[n->last - 1].form == TAGGER_UPPER ||
		    evidence_known(s->words, n->first, i) != LEXICON_NONE)
			continue;
		next = name_at(s, i + 1);
		if (i + 1 < s->end && s->words[i + 1].form != TAGGER_PUNCT &&
		    !has_role(&s->words[i + 1], "alone") && (next == NULL ||
		    next->label != ENTITY_LOC))
			continue;
		cover(s, n->first, i + 1,
		    ENTITY_ORG)->support[ENTITY_ORG] = FORM;
	}
}

/* "Law Offices" "of Ana Ruiz" */
static void
join_practices(struct sentence_names *s)
{
	size_t k;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];
		size_t i = n->first;

		if (n->label == ENTITY_PER && i > s->begin + 2 &&
		    is(s, i - 1, "of") && is(s, i - 3, "Law") &&
		    (is(s, i - 2, "Offices") || is(s, i - 2, "Office")))
			cover(s, i - 3, n->last,
			    ENTITY_ORG)->support[ENTITY_ORG] = FORM;
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
		if (n->label == ENTITY_ORG && i - n->first > 2 &&
		    i - n->first < 5 && is(s, n->first + 1, "of") && is(s, i, "and") &&
		    evidence_leads(&s->words[n->first]) &&
		    is_capital(s, i + 1) && name_at(s, i + 1) == NULL &&
		    is_aim(&s->words[i + 1]) && !is_capital(s, i + 2))
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
		if (first < n->first && (n->label != ENTITY_MISC ||
		    has_role(&s->words[n->first - 1], "particle")))
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

/* "Stade" "Félix Houphouët-Boigny": places called for persons. */
static void
join_squares(struct sentence_names *s)
{
	size_t k, i, head;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		i = n->first;
		if (n->label != ENTITY_PER || n->last - i < 2 ||
		    i < s->begin + 2 || (s->words[i - 1].tables &
		    TABLES_HEAD) == 0 || !is_capital(s, i - 1) ||
		    name_at(s, i - 1) != NULL || (!is(s, i - 2, "the") &&
		    !is(s, i - 2, "at") && !is(s, i - 2, "in")))
			continue;
		head = evidence_head(s->words, i - 1, n->last);
		if (head != LEXICON_NONE && slice_is(lexicon_cell(
		    &lexicon_name_heads, head, 1), "first") && slice_is(
		    lexicon_cell(&lexicon_name_heads, head, 2), "LOC"))
			cover(s, i - 1, n->last,
			    ENTITY_LOC)->support[ENTITY_LOC] = FORM;
	}
}

/* "the Friends of" "Vernon Park" */
static void
join_friends(struct sentence_names *s)
{
	size_t k, i;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		if (n->last == n->first || n->first < s->begin + 3 ||
		    s->words[n->first - 1].form != TAGGER_LOWER ||
		    s->words[n->first - 1].text.length > 3)
			continue;
		/* read as one, after the park */
		if (is(s, n->first, "Friends") && n->last - n->first > 2 &&
		    n->label != ENTITY_PER && is(s, n->first + 1, "of")) {
			cover(s, n->first, n->last,
			    ENTITY_ORG)->support[ENTITY_ORG] = 3 * FORM;
			continue;
		}
		i = n->first - 1 - is(s, n->first - 1, "the");
		if (is(s, i, "of") && is(s, i - 1, "Friends") &&
		    name_at(s, i - 1) == NULL && !is_capital(s, i - 2))
			cover(s, i - 1, n->last,
			    ENTITY_ORG)->support[ENTITY_ORG] = 3 * FORM;
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

/* Behind "-e-Insaf" (whose e is one word with what follows, as that of e-mail)
 * or "-ul-Mujahideen" at i; i itself when there is none. */
static size_t
behind_izafat(const struct sentence_names *s, size_t i)
{
	if (is(s, i, "-") && touches(&s->words[i - 1]) && i + 1 < s->end &&
	    touches(&s->words[i])) {
		struct slice t = s->words[i + 1].text;

		if (t.length > 3 && (t.at[0] == 'e' || t.at[0] == 'i') &&
		    t.at[1] == '-' && is_upper(t.at[2]))
			return i + 2;
	}
	return is(s, i, "-") && touches(&s->words[i - 1]) &&
	    is(s, i + 2, "-") && touches(&s->words[i + 1]) &&
	    has_role(&s->words[i + 1], "izafat") && is_capital(s, i + 3) ?
	    i + 4 : i;
}

/* "Tehreek-e-Labbaik" "Pakistan": bodies of Persian, Urdu and Arabic. */
static void
join_izafat(struct sentence_names *s)
{
	size_t i, first, last;
	const struct name *n;

	for (i = s->begin; i + 2 < s->end; i = last > i ? last : i + 1) {
		last = is_capital(s, i) ? behind_izafat(s, i + 1) : i;
		if (last <= i + 1 || !evidence_leads(&s->words[i])) {
			last = i;
			continue;
		}
		n = i > s->begin ? name_at(s, i - 1) : NULL;
		first = n != NULL && n->label != ENTITY_PER ? n->first : i;
		last += last < s->end && evidence_country(s->words, last,
		    last + 1) != LEXICON_NONE;
		n = name_at(s, i);
		if (n == NULL || n->first > first || n->last < last)
			cover(s, first, last,
			    ENTITY_ORG)->support[ENTITY_ORG] = FORM;
	}
}

/* Behind "-au-Prince", "-on-the-Wold" at i; i itself when there is none. */
static size_t
behind_link(const struct sentence_names *s, size_t i)
{
	size_t k = i;

	while (is(s, k, "-") && k + 1 < s->end && touches(&s->words[k - 1]) &&
	    touches(&s->words[k]) && (has_role(&s->words[k + 1], "link") ||
	    (k > i && is(s, k + 1, "the"))))
		k += 2;
	return k > i && is(s, k, "-") && touches(&s->words[k - 1]) &&
	    is_capital(s, k + 1) && touches(&s->words[k]) ? k + 2 : i;
}

/* "Port" "-au-Prince", "Saint-Germain" "-en-Laye": places, mostly. */
static void
join_links(struct sentence_names *s)
{
	enum entity_label label;
	size_t k, last;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next;

		last = n->last > n->first ? behind_link(s, n->last) : n->last;
		if (last == n->last || !is_capital(s, n->last - 1))
			continue;
		label = n->label;
		next = name_at(s, last - 1);
		if (next != NULL && next->last > last)
			last = next->last;
		cover(s, n->first, last, label)->support[label] = FORM;
	}
}

/* Behind a run of common words with capitals: "Human Rights", "Peoples'
 * Rights"; i itself where one may be a name or a body. */
static size_t
behind_fields(const struct sentence_names *s, size_t i)
{
	size_t first = i, head;
	const struct name *n;

	for (; is_capital(s, i) || (i > first && is(s, i, "'") &&
	    is_capital(s, i + 1)); i++) {
		n = name_at(s, i);
		if (n != NULL && (n->label == ENTITY_PER ||
		    n->label == ENTITY_LOC || n->first < first))
			return first;
		if (s->words[i].form != TAGGER_PUNCT &&
		    s->words[i].form != TAGGER_TITLE)
			return first;
	}
	n = i > first ? name_at(s, i) : NULL;
	/* "and Water Transporters of Nigeria" */
	if (i > first && n != NULL && n->first == first && is(s, i, "of") &&
	    n->last == i + 2 && i - first > 1 &&
	    evidence_country(s->words, i + 1, i + 2) != LEXICON_NONE &&
	    evidence_head(s->words, first, i) == LEXICON_NONE &&
	    is_aim(&s->words[i - 1]))
		return n->last;
	if (i - first < 2 || i - first > 4 || n != NULL ||
	    !is_aim(&s->words[i - 1]))
		return first;
	head = evidence_head(s->words, first, i);
	return head == LEXICON_NONE ? i : first;
}

/* "Court on Human" "and" "Peoples' Rights", "Office for Democratic
 * Institutions" "and" "Human Rights": what a body is for. */
static void
join_aims(struct sentence_names *s)
{
	size_t k, i, last;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k];

		if (n->label != ENTITY_ORG || !is(s, n->last, "and"))
			continue;
		for (i = n->first + 1; i + 1 < n->last && !is(s, i, "of") &&
		    !is(s, i, "for") && !is(s, i, "on"); i++)
			;
		if (i + 1 >= n->last || evidence_head(s->words, n->first,
		    i) == LEXICON_NONE || evidence_known(s->words, n->first,
		    n->last) != LEXICON_NONE)
			continue;
		if (!is_aim(&s->words[n->last - 1]))
			continue;
		last = behind_fields(s, n->last + 1);
		if (last > n->last + 1)
			cover(s, n->first, last, ENTITY_ORG);
	}
}

/* "and Investment Act", of which nothing was read. */
static void
cover_laws(struct sentence_names *s)
{
	size_t i, first, head;

	for (i = s->begin + 3; i < s->end; i++) {
		if (!is_capital(s, i) || is_capital(s, i + 1) ||
		    name_at(s, i) != NULL)
			continue;
		head = evidence_head(s->words, i, i + 1);
		if (head == LEXICON_NONE || !slice_is(lexicon_cell(
		    &lexicon_name_heads, head, 3), "law"))
			continue;
		for (first = i; is_capital(s, first - 1) &&
		    name_at(s, first - 1) == NULL; first--)
			;
		if (first < i && i - first < 4 && is(s, first - 1, "and"))
			cover(s, first, i + 1,
			    ENTITY_MISC)->support[ENTITY_MISC] = FORM;
	}
}

/* "National Disaster Risk Reduction and" "Management Council": what stands in
 * front begins as bodies do and is no name; "National Security and"
 * "Investment Act". */
static void
join_national(struct sentence_names *s)
{
	enum entity_label label;
	size_t k, i, first, head;

	for (k = s->from; k < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *before;

		i = n->first;
		if (n->label == ENTITY_PER || n->last - i < 2 ||
		    i < s->begin + 3 || !is(s, i - 1, "and") ||
		    !is_aim(&s->words[i]))
			continue;
		head = evidence_head(s->words, i, n->last);
		if (head == LEXICON_NONE || (!slice_is(lexicon_cell(
		    &lexicon_name_heads, head, 2), "ORG") && !slice_is(
		    lexicon_cell(&lexicon_name_heads, head, 3), "law")))
			continue;
		for (first = i - 1; is_capital(s, first - 1) ||
		    is(s, first - 1, ","); first--)
			;
		while (first < i - 1 && !has_role(&s->words[first], "body"))
			first++;
		before = name_at(s, i - 2);
		if (i - 1 - first < 2 || is(s, i - 2, ",") ||
		    (before != NULL && (before->label == ENTITY_PER ||
		    before->first < first)) ||
		    evidence_head(s->words, first, i - 1) != LEXICON_NONE ||
		    evidence_known(s->words, first, i - 1) != LEXICON_NONE ||
		    evidence_country(s->words, i - 2, i - 1) != LEXICON_NONE)
			continue;
		label = evidence_label(lexicon_cell(&lexicon_name_heads, head,
		    2));
		cover(s, first, n->last, label)->support[label] = FORM;
	}
}

/* "China Road" "and" "Bridge Corporation": fields in front of one head. */
static void
join_pairs(struct sentence_names *s)
{
	size_t k;

	for (k = s->from; k + 1 < s->names->count; k++) {
		const struct name *n = &s->names->all[k], *next = n + 1;
		size_t i = n->last, j, head;

		if (i - n->first < 2 || next->first != i + 1 ||
		    !is(s, i, "and") || n->label == ENTITY_PER ||
		    next->label != ENTITY_ORG || next->last - i < 3 ||
		    !is_field(&s->words[i - 1]) ||
		    evidence_known(s->words, n->first, i) != LEXICON_NONE ||
		    evidence_country(s->words, n->first, i) != LEXICON_NONE)
			continue;
		for (j = i + 1; j + 1 < next->last &&
		    is_field(&s->words[j]); j++)
			;
		head = evidence_head(s->words, n->first, i);
		if (j + 1 < next->last || (head != LEXICON_NONE && slice_is(
		    lexicon_cell(&lexicon_name_heads, head, 2), "ORG")) ||
		    evidence_head(s->words, j, j + 1) == LEXICON_NONE)
			continue;
		cover(s, n->first, next->last,
		    ENTITY_ORG)->support[ENTITY_ORG] = FORM;
	}
}

void
names_join(struct sentence_names *s)
{
	join_numbers(s);
	join_heads(s);
	join_shops(s);
	join_known(s);
	join_diseases(s);
	join_squares(s);
	join_friends(s);
	join_pubs(s);
	join_practices(s);
	join_of(s);
	join_places(s);
	join_fields(s);
	join_aims(s);
	join_pairs(s);
	cover_laws(s);
	join_national(s);
	join_links(s);
	join_izafat(s);
	join_foreign(s);
	join_ampersands(s);
}
