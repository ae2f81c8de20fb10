/*
 * regroup: what the bounds of the model and the words around them leave
 * together, and what they leave out (regroup.h).
 *
 *   - "Nairobi Governor Ana Ruiz": a place or body, a title, a person;
 *   - "Konkan Bank for Rs 640 crore": money is no part of a name;
 *   - "Cllr Honor St John-Stevas", "Advocate Ana Lin SC": what a title tells;
 *   - "the MP said", "Secretary of State": titles and parts of them alone;
 *   - "the Member for Ashby Vale": a seat;
 *   - "Pakistan's Asim Iftikhar Ahmad": a first word that the lists lack;
 *   - "London" "Metal Exchange", "Commission" "on Human Rights";
 *   - "Ana Ruiz's Republican Party": a person and a body;
 *   - "Thanks Rudwell", "in trivandrum" and
 *   - "san francisco" by careless writers;
 *   - "Vestermark A/S": a firm's form with a stroke; "Moody's";
 *   - "the Attorney General's Office": a body with a title in it;
 *   - "the Proceeds of Crime Act": a law from its first capital on;
 *   - "Ana Lin, Health reporter", "Rana temporaria", "He's 19": no names;
 *   - "C40" "World Mayors Summit", "posted on X", "9th Circuit";
 *   - "Cyclones Idai and Kenneth", "counties Mayo and Clare".
 */
#include "../lexicon.h"
#include "bounds.h"
#include "regroup.h"
#include "tables.h"

extern const struct lexicon lexicon_name_heads, lexicon_calendar,
    lexicon_known_names;

enum { SMALL = 128 };		/* what small letters tell of the type */

/* The end of the name in front of this one, or of nothing. */
static size_t
end_before(const struct sentence_names *s, size_t name)
{
	return name == s->from ? s->begin : s->names->all[name - 1].last;
}

/* "MP", who sits for what stands in front. */
static bool
is_seat(const struct sentence_names *s, size_t i)
{
	return s->words[i].form == TAGGER_UPPER &&
	    evidence_noun_is(&s->words[i], "seat");
}

/* The title within a name that stands between what it is of and a person:
 * "Nairobi Governor Ana Ruiz"; n->last when there is none. */
static size_t
inner_title(const struct sentence_names *s, const struct name *n,
    size_t *behind)
{
	size_t i, j;

	*behind = n->last;
	for (i = n->first + 1; i + 1 < n->last; i++) {
		/* not the DE of "SANTIAGO DE CALI" */
		if ((!has_role(&s->words[i], "title") && !is_seat(s, i)) ||
		    !is_capital(s, i) || !is_capital(s, i - 1) ||
		    (s->words[i - 1].form == TAGGER_UPPER &&
		    names_small_within(&s->words[i])) ||
		    has_role(&s->words[i - 1], "title"))
			continue;
		for (j = i; j < n->last && (has_role(&s->words[j], "title") ||
		    has_role(&s->words[j], "part") || is_seat(s, j) ||
		    is(s, j, "-")); j++)
			;
		while (i > n->first + 1 && (has_role(&s->words[i - 1],
		    "part") || is(s, i - 1, "-")))
			i--;
		*behind = j;
		return j < n->last && is_capital(s, j) ? i : n->last;
	}
	return n->last;
}

/* What a title is of by itself: a place or a body that everyone knows. */
static int
owner_label(const struct sentence_names *s, size_t first, size_t last)
{
	uint32_t kinds = gazetteer_find(s->names->gazetteer,
	    names_hash(s->names, first, last));
	size_t head = evidence_head(s->words, first, last);

	if (evidence_country(s->words, first, last) != LEXICON_NONE ||
	    (kinds & (GAZETTEER_CITY | GAZETTEER_REGION |
	    GAZETTEER_COUNTRY)) != 0)
		return ENTITY_LOC;
	if (evidence_known(s->words, first, last) != LEXICON_NONE ||
	    (kinds & GAZETTEER_ORG) != 0 || (last - first > 1 &&
	    head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 2), "ORG")))
		return ENTITY_ORG;
	return -1;
}

static void
part_titled(struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t title, behind, last = n->last;
	int label;

	if (n->label == ENTITY_MISC || last - n->first < 3)
		return;
	title = inner_title(s, n, &behind);
	if (title == last || evidence_head(s->words, behind, last) !=
	    LEXICON_NONE)
		return;
	label = owner_label(s, n->first, title);
	if (label < 0 && is_seat(s, title))
		label = ENTITY_LOC;
	if (label < 0) {
		/* "U.S. District Judge", but not "George Bishop Hill" */
		if (last - behind > 1 && (s->words[n->first].kinds &
		    GAZETTEER_FIRST) == 0) {
			n->first = behind;
			n->label = ENTITY_PER;
		}
		return;
	}
	n->last = title;
	n->label = (enum entity_label)label;
	n->support[label] = FORM;
	n = names_add(s->names, behind, last, s->sentence);
	n->label = ENTITY_PER;
	n->support[ENTITY_PER] = FORM;
}

/* "Zeltron CEO Ana Ruiz": the firm in front of its chief at i. */
static void
cover_firm(struct sentence_names *s, size_t i, size_t stop)
{
	size_t first = i;
	struct name *n;

	while (first > stop && first + 3 > i && is_capital(s, first - 1) &&
	    lexicon_find_folded(&lexicon_calendar,
	    s->words[first - 1].text) == LEXICON_NONE)
		first--;
	if (first == i || (first + 3 == i && first > stop &&
	    is_capital(s, first - 1)) ||
	    has_role(&s->words[first], "opens") ||
	    (first == s->begin && i - first == 1 &&
	    s->words[first].class != 0) || is(s, i - 1, "The") ||
	    evidence_country(s->words, first, i) != LEXICON_NONE)
		return;
	n = names_add(s->names, first, i, s->sentence);
	n->label = ENTITY_ORG;
	n->support[ENTITY_ORG] = FORM;
}

/* "Kharkiv Oblast Governor Ana Ruiz": the region in front of its title at i. */
static bool
cover_region(struct sentence_names *s, size_t i, size_t stop)
{
	size_t head;
	struct name *n;

	if (i < stop + 2 || !is_capital(s, i - 1) || !is_capital(s, i - 2) ||
	    (i > stop + 2 && is_capital(s, i - 3)) ||
	    has_role(&s->words[i - 2], "opens") ||
	    evidence_country(s->words, i - 2, i - 1) != LEXICON_NONE)
		return false;
	head = evidence_head(s->words, i - 2, i);
	if ((head == LEXICON_NONE || !slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 3), "region")) &&
	    ((s->words[i - 2].begins & GAZETTEER_DEMONYM) != 0 ||
	    owner_label(s, i - 2, i) != ENTITY_LOC))
		return false;
	n = names_add(s->names, i - 2, i, s->sentence);
	n->label = ENTITY_LOC;
	n->support[ENTITY_LOC] = FORM;
	return true;
}

/* The same where the person alone was read. */
static void
cover_owner(struct sentence_names *s, size_t k)
{
	size_t i = s->names->all[k].first, stop = end_before(s, k), title = i;
	struct name *n;
	bool chief = false;
	int label;

	if (s->names->all[k].label != ENTITY_PER)
		return;
	while (i > stop && is_capital(s, i - 1) &&
	    (has_role(&s->words[i - 1], "title") ||
	    has_role(&s->words[i - 1], "part")))
		chief |= has_role(&s->words[--i], "chief");
	if (chief) {
		cover_firm(s, i, stop);
		return;
	}
	if (i < title && cover_region(s, i, stop))
		return;
	if (i == title || i == stop || !is_capital(s, i - 1) ||
	    (i > stop + 1 && is_capital(s, i - 2) &&
	    !has_role(&s->words[i - 2], "opens")) ||
	    s->words[i - 1].text.length < 3 || (s->words[i - 1].class != 0 &&
	    s->words[i - 1].class != GAZETTEER_LOCATION) ||
	    (label = owner_label(s, i - 1, i)) != ENTITY_LOC)
		return;
	n = names_add(s->names, i - 1, i, s->sentence);
	n->label = (enum entity_label)label;
	n->support[label] = FORM;
}

/* "Konkan Bank for Rs 640 crore" */
static void
trim_money(const struct sentence_names *s, struct name *n)
{
	size_t i = n->last - 1;

	if (i < n->first + 2 || i + 1 >= s->end ||
	    s->words[i + 1].form != TAGGER_DIGIT ||
	    s->words[i].text.length > 3 ||
	    s->words[i - 1].form != TAGGER_LOWER)
		return;
	n->last = i - 1;
}

/* "the MP", "Secretary of State", "Labour Minister" */
static bool
is_title_alone(const struct sentence_names *s, const struct name *n)
{
	size_t i = n->first;

	if (n->last - i != 1)
		return false;
	if (n->label != ENTITY_PER && has_role(&s->words[i], "part") &&
	    (is(s, i + 1, "Minister") || is(s, i + 1, "Secretary")) &&
	    is_capital(s, i + 2))
		return true;
	if (i < s->begin + 2)
		return false;
	if (is(s, i, "State") && is(s, i - 1, "of"))
		return evidence_is_title(&s->words[i - 2]) ||
		    is(s, i - 2, "Secretaries");
	return s->words[i].form == TAGGER_UPPER &&
	    (is(s, i - 1, "the") || is(s, i - 1, "an")) &&
	    evidence_noun_is(&s->words[i], "seat");
}

/* "Ana Lin, Transport correspondent" */
static bool
is_desk(const struct sentence_names *s, size_t k)
{
	const struct name *n = &s->names->all[k];

	return k > s->from && n->last - n->first == 1 && n->last < s->end &&
	    s->words[n->first].class != 0 && is(s, n->first - 1, ",") &&
	    has_role(&s->words[n->last], "desk") &&
	    n[-1].last + 1 == n->first && n[-1].label == ENTITY_PER;
}

/* "'s", "’re" */
static bool
is_clitic(struct slice s)
{
	return s.length > 1 && (s.at[0] == '\'' || (s.length > 3 &&
	    memcmp(s.at, "’", 3) == 0));
}

/* "He's 19", "Come here, Abuela": what is no name. */
static bool
is_called(const struct sentence_names *s, const struct name *n)
{
	static const char *const pronouns[] = { "He", "She", "It", "We",
	    "They", "I", "You", "That", "This", "There", "What", "Who", "Here" };
	size_t i = n->first, k;

	if (i + 1 < s->end && is_clitic(s->words[i + 1].text))
		for (k = 0; k < sizeof(pronouns) / sizeof(*pronouns); k++)
			if (is(s, i, pronouns[k]))
				return !is_capital(s, i + 2);
	return n->last - i == 1 && (s->words[i].tables & TABLES_ROLE) != 0 &&
	    (i == s->begin || s->words[i - 1].form == TAGGER_PUNCT) &&
	    (n->last == s->end || s->words[n->last].form == TAGGER_PUNCT) &&
	    has_role(&s->words[i], "kin");
}

/* "Alzheimer's treatment": of a disease. */
static bool
is_disease(const struct sentence_names *s, const struct name *n)
{
	return n->last - n->first == 1 &&
	    (s->words[n->first].tables & TABLES_ROLE) != 0 &&
	    owner_ends(s, n->last) &&
	    has_role(&s->words[n->first], "disease") &&
	    (n->label != ENTITY_PER || (s->words[n->first].kinds &
	    (GAZETTEER_FIRST | GAZETTEER_LAST)) == 0 || (n->last + 1 < s->end &&
	    has_role(&s->words[n->last + 1], "ill")));
}

/* "Rana temporaria": a genus, by the ending of what follows. */
static bool
is_genus(const struct sentence_names *s, const struct name *n)
{
	static const char *const ends[] = { "ensis", "oides", "orum",
	    "arum", "icus", "atus", "inus", "alis", "aris", "aria", "ella",
	    "osa", "ata", "ica", "ina", "ana", "lis", "ii", "ae", "um" };
	const struct tagger_word *w = &s->words[n->last];
	size_t i, length;

	if (n->last - n->first > 1 || n->last >= s->end ||
	    w->form != TAGGER_LOWER || w->class != 0 || w->kinds != 0 ||
	    w->text.length < 6)
		return false;
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		length = strlen(ends[i]);
		if (memcmp(w->text.at + w->text.length - length, ends[i],
		    length) == 0)
			return true;
	}
	return false;
}

/* "the Member for Ashby Vale" */
static void
read_seat(const struct sentence_names *s, struct name *n)
{
	size_t i;

	for (i = n->first; i + 2 < n->last; i++)
		if (is(s, i + 1, "for") && evidence_noun_is(&s->words[i],
		    "seat"))
			n->first = i + 2;
	i = n->first;
	if (i < s->begin + 2 || !is(s, i - 1, "for") ||
	    (n->label == ENTITY_PER && n->last - i > 1 &&
	    (s->words[i].kinds & GAZETTEER_FIRST) != 0) ||
	    !evidence_noun_is(&s->words[i - 2], "seat") ||
	    evidence_head(s->words, i, n->last) != LEXICON_NONE)
		return;
	n->label = ENTITY_LOC;
	n->support[ENTITY_LOC] = FORM;
}

/* "Pakistan's Asim Iftikhar Ahmad" */
static void
lengthen_front(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t i = n->first;
	const struct tagger_word *w;

	if (n->label != ENTITY_PER || i < s->begin + 2 ||
	    i - 1 < end_before(s, k))
		return;
	w = &s->words[i - 1];
	if (w->form != TAGGER_TITLE ||
	    w->text.length < 3 || w->class != 0 || w->cluster != 0 ||
	    has_role(w, "title") || has_role(w, "part") ||
	    evidence_is_title(w) ||
	    evidence_head(w, 0, 1) != LEXICON_NONE || lexicon_find_folded(
	    &lexicon_calendar, w->text) != LEXICON_NONE ||
	    (w[-1].form != TAGGER_LOWER && !owner_ends(s, i - 2)))
		return;
	n->first--;
}

/* "Cllr Honor" "St John-Stevas": what stands between a title and the name. */
static void
lengthen_titled(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t stop = end_before(s, k), i = n->first;

	if (n->label != ENTITY_PER)
		return;
	while (i > stop && i + 3 > n->first && is_capital(s, i - 1) &&
	    !evidence_is_title(&s->words[i - 1]) &&
	    !has_role(&s->words[i - 1], "part") &&
	    !has_role(&s->words[i - 1], "honour") &&
	    evidence_head(s->words, i - 1, i) == LEXICON_NONE &&
	    evidence_country(s->words, i - 1, i) == LEXICON_NONE)
		i--;
	if (i < n->first && i > stop && is_capital(s, i - 1) &&
	    has_role(&s->words[i - 1], "title"))
		n->first = i;
}

static bool
is_initial(const struct tagger_word *w)
{
	return w->text.length == 2 && w->text.at[1] == '.' &&
	    w->form == TAGGER_UPPER;
}

/* "Justice Mini Pushkarna", "Advocate Ana Lin SC", "E. M. Jones KC": a body by
 * the title or the honour alone. */
static void
read_titled(const struct sentence_names *s, struct name *n)
{
	size_t first = n->first, last = n->last, i;

	if (n->label != ENTITY_ORG || last - first < 3)
		return;
	if (has_role(&s->words[first], "title") ||
	    has_role(&s->words[first], "part"))
		first++;
	else if (!is_initial(&s->words[first]) && (first == s->begin ||
	    !is_capital(s, first - 1) ||
	    !has_role(&s->words[first - 1], "title")))
		return;
	if (last - first > 2 && has_role(&s->words[last - 1], "honour"))
		last--;
	else if (evidence_head(s->words, n->first, last) != LEXICON_NONE)
		return;
	if (last - first < 2 || (!is_first_name(&s->words[first]) &&
	    (!is_initial(&s->words[first]) || last == n->last)))
		return;
	for (i = first + 1; i < last; i++)
		if (!is_initial(&s->words[i]) &&
		    (s->words[i].form != TAGGER_TITLE ||
		    s->words[i].class != 0))
			return;
	n->first = first;
	n->last = last;
	n->label = ENTITY_PER;
	n->support[ENTITY_PER] = FORM;
}

/* "Mercy" "Chebet won": a given name that is a word, too, opens a sentence. */
static void
lengthen_given(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	const struct tagger_word *w;
	size_t i;

	if (n->label != ENTITY_PER || n->last - n->first > 1 ||
	    n->first == s->begin || n->first <= end_before(s, k))
		return;
	i = n->first - 1;
	w = &s->words[i];
	if ((i > s->begin && w[-1].form != TAGGER_PUNCT) ||
	    w->form != TAGGER_TITLE || (w->kinds & GAZETTEER_FIRST) == 0 ||
	    w->text.length < 4 || (w->memory & TAGGER_SEEN_LOWER) != 0 ||
	    has_role(w, "opens") || has_role(w, "asks") ||
	    evidence_is_title(w) || has_role(w, "part") ||
	    has_role(w, "greets") || lexicon_find_folded(&lexicon_calendar,
	    w->text) != LEXICON_NONE)
		return;
	n->first--;
}

/* "the Scot said": of a nation, and no name of a person. */
static void
read_compatriot(const struct sentence_names *s, struct name *n)
{
	size_t i = n->first;

	if (n->label != ENTITY_PER || n->last - i != 1 ||
	    !has_role(&s->words[i], "compatriot") ||
	    (!is(s, i - 1, "the") && !is(s, i - 1, "The") &&
	    !is(s, i - 1, "a")))
		return;
	n->label = ENTITY_MISC;
	n->support[ENTITY_MISC] = FORM;
}

/* "al-" "Amal Hospital" */
static void
lengthen_article(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t i = n->first;

	if (i >= end_before(s, k) + 2 && is(s, i - 1, "-") &&
	    touches(&s->words[i - 2]) && touches(&s->words[i - 1]) &&
	    s->words[i - 2].form == TAGGER_LOWER &&
	    has_role(&s->words[i - 2], "particle"))
		n->first -= 2;
}

/* "Moody" "'s", if everybody knows it by that. */
static void
lengthen_owned(const struct sentence_names *s, struct name *n)
{
	char text[32];
	struct slice owned = names_text(s->names, n);
	size_t row;

	if (!owner_ends(s, n->last) || owned.length + 2 > sizeof(text))
		return;
	memcpy(text, owned.at, owned.length);
	memcpy(text + owned.length, "'s", 2);
	owned.at = text;
	owned.length += 2;
	row = lexicon_find(&lexicon_known_names, owned);
	if (row == LEXICON_NONE)
		return;
	n->last++;
	n->label = evidence_label(lexicon_cell(&lexicon_known_names, row, 1));
	n->support[n->label] = 2 * FORM;
}

/* "Stonebridge" "Rovers", "21st" "Century Museum" */
static void
lengthen_club(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	const struct tagger_word *w = &s->words[n->first];
	size_t head;

	if (n->first <= end_before(s, k))
		return;
	if (w[-1].form == TAGGER_DIGIT && n->last - n->first > 1 &&
	    slice_is(w->text, "Century") &&
	    w[-1].text.at[w[-1].text.length - 1] > '9')
		n->first--;
	if (n->label != ENTITY_ORG || n->last - n->first != 1 ||
	    n->first != s->begin + 1 || w[-1].form != TAGGER_TITLE ||
	    w[-1].class != 0 || w[-1].cluster != 0)
		return;
	head = evidence_head(s->words, n->first, n->last);
	if (head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 3), "team"))
		n->first--;
}

/* "C40" "World Mayors Summit" */
static void
lengthen_event(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t i = n->first, head;

	if (n->label != ENTITY_MISC || i <= end_before(s, k) ||
	    s->words[i - 1].form != TAGGER_DIGIT ||
	    s->words[i - 1].text.at[0] < 'A' ||
	    s->words[i - 1].text.at[0] > 'Z')
		return;
	head = evidence_head(s->words, i, n->last);
	if (head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 3), "event"))
		n->first--;
}

/* "Vestermark" "A/S" */
static void
lengthen_firm(const struct sentence_names *s, struct name *n)
{
	size_t i = n->last;

	if (i + 2 < s->end && is(s, i + 1, "/") && is(s, i + 2, "S") &&
	    (is(s, i, "A") || is(s, i, "I") || is(s, i, "K"))) {
		n->last = i + 3;
		n->label = ENTITY_ORG;
		n->support[ENTITY_ORG] = FORM;
	}
}

/* How many words of the run of capitals from i on, up to a head of a body or
 * law at its end: "Metal Exchange", "Revenue Act". */
static size_t
head_behind(const struct sentence_names *s, size_t i, size_t stop,
    enum entity_label *label)
{
	size_t last = i, head;

	while (last < stop && last < i + 3 && is_capital(s, last) &&
	    s->words[last].text.length > 2)
		last++;
	if (last == i || (last < stop && is_capital(s, last)))
		return 0;
	head = evidence_head(s->words + last - 1, 0, 1);
	if (head == LEXICON_NONE || !slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 1), "last"))
		return 0;
	*label = evidence_label(lexicon_cell(&lexicon_name_heads, head, 2));
	return *label == ENTITY_ORG || slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 3), "law") ? last - i : 0;
}

/* Whether the sentence spells most of its words small, as titles do not. */
static bool
is_prose(const struct sentence_names *s)
{
	size_t i, lower = 0, capital = 0;

	for (i = s->begin; i < s->end; i++)
		if (s->words[i].text.length > 3) {
			lower += s->words[i].form == TAGGER_LOWER;
			capital += names_capital(&s->words[i]);
		}
	return lower > 1 && 2 * lower > capital;
}

/* "London" "Metal Exchange" */
static void
lengthen_body(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t stop = k + 1 < s->names->count ? n[1].first : s->end;
	enum entity_label label = ENTITY_ORG;
	size_t more;

	if (n->label == ENTITY_PER || n->last >= stop ||
	    !is_capital(s, n->last))
		return;
	more = head_behind(s, n->last, stop, &label);
	if (more == 0 || !is_prose(s))
		return;
	n->last += more;
	n->label = label;
	n->support[label] = FORM;
}

/* "Commission" "on Human Rights" */
static void
join_on(struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t head = evidence_head(s->words, n->first, n->last);
	size_t i = n->last + 1, next = k + 1;

	if (n->label != ENTITY_ORG || !is(s, n->last, "on") ||
	    !is_capital(s, i) || head == LEXICON_NONE ||
	    !evidence_leads(&s->words[n->last - 1]) ||
	    lexicon_find_folded(&lexicon_calendar, s->words[i].text) !=
	    LEXICON_NONE)
		return;
	while (is_capital(s, i))
		i++;
	while (next < s->names->count && s->names->all[next].first < i) {
		struct name *other = &s->names->all[next++];

		if (other->label == ENTITY_PER || other->last > i)
			return;
	}
	for (next = k + 1; next < s->names->count &&
	    s->names->all[next].first < i; next++)
		s->names->all[next].last = s->names->all[next].first;
	n->last = i;
}

/* "Ana Ruiz's Republican Party": a person and a body; a given name need not
 * be on the lists. */
static void
part_owned(struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t i = n->first + 1, last = n->last;
	const struct tagger_word *w = &s->words[n->first];

	while (i < last && is_capital(s, i))
		i++;
	if (n->label != ENTITY_ORG || i < n->first + 2 || i > n->first + 3 ||
	    i + 2 >= last || !owner_ends(s, i) ||
	    ((w->kinds & GAZETTEER_FIRST) == 0 && (w->kinds != 0 ||
	    w->class != 0 || w->cluster != 0)) || w->text.length < 3 ||
	    w->text.at[w->text.length - 1] == '.' ||
	    (s->words[i - 1].class != 0 &&
	    (s->words[i - 1].kinds & GAZETTEER_LAST) == 0) ||
	    evidence_head(s->words, n->first, i) != LEXICON_NONE ||
	    evidence_head(s->words, i + 1, last) == LEXICON_NONE)
		return;
	n->last = i;
	n->label = ENTITY_PER;
	n->support[ENTITY_PER] = FORM;
	n = names_add(s->names, i + 1, last, s->sentence);
	n->label = ENTITY_ORG;
	n->support[ENTITY_ORG] = FORM;
}

/* Hash of words of careless writers as if they began with capitals. */
static uint64_t
titled_hash(const struct sentence_names *s, size_t first, size_t last)
{
	uint64_t h = 0;
	char text[16];

	for (; first < last; first++) {
		const struct tagger_word *w = &s->words[first];
		struct slice titled = { text, w->text.length };

		if (w->form != TAGGER_LOWER || titled.length > sizeof(text) ||
		    w->text.at[0] < 'a' || w->text.at[0] > 'z')
			return 0;
		memcpy(text, w->text.at, titled.length);
		text[0] = (char)(text[0] - 'a' + 'A');
		h = gazetteer_fold(h, gazetteer_word(titled));
	}
	return h;
}

/* "san" "francisco", "south" "africa" in small letters */
static void
lengthen_small(const struct sentence_names *s, size_t k)
{
	const uint32_t places = GAZETTEER_CITY | GAZETTEER_COUNTRY |
	    GAZETTEER_REGION;
	struct name *n = &s->names->all[k];
	size_t stop = end_before(s, k), first, last;

	if (!s->words[n->first].small || n->label == ENTITY_MISC ||
	    n->last - n->first > 1)
		return;
	first = n->first > stop + 2 ? n->first - 2 : stop;
	for (; first <= n->first; first++)
		for (last = n->first + 2; last > n->first; last--) {
			uint64_t h;

			if (last > s->end || last - first < 2)
				continue;
			h = titled_hash(s, first, last);
			if (h == 0 || (gazetteer_find(s->names->gazetteer,
			    h) & places) == 0)
				continue;
			n->first = first;
			n->last = last;
			n->label = ENTITY_LOC;
			n->support[ENTITY_LOC] = SMALL;
			return;
		}
}

/* "in san francisco" where nothing was read */
static void
cover_small(struct sentence_names *s)
{
	static const char *const words[] = { "in", "to", "from", "near",
	    "at" };
	const uint32_t places = GAZETTEER_CITY | GAZETTEER_COUNTRY |
	    GAZETTEER_REGION;
	size_t i, k, w, count = s->names->count;
	struct name *n;

	for (i = s->begin, k = s->from; i + 2 < s->end; i++) {
		while (k < count && s->names->all[k].last <= i + 1)
			k++;
		for (w = 0; w < sizeof(words) / sizeof(*words); w++)
			if (is(s, i, words[w]))
				break;
		if (w == sizeof(words) / sizeof(*words) || (k < count &&
		    s->names->all[k].first < i + 3) ||
		    (gazetteer_find(s->names->gazetteer, titled_hash(s,
		    i + 1, i + 3)) & places) == 0)
			continue;
		n = names_add(s->names, i + 1, i + 3, s->sentence);
		n->label = ENTITY_LOC;
		n->support[ENTITY_LOC] = SMALL;
		i += 2;
	}
}

/* Whether a word in small letters is a place all the same: a country or state
 * that is no other word, or a town behind "in". */
static bool
is_small_place(const struct sentence_names *s, size_t i)
{
	const uint32_t lands = GAZETTEER_COUNTRY | GAZETTEER_REGION;
	const struct tagger_word *w = &s->words[i];

	if (!w->careless || w->text.length < 5 || has_role(w, "side"))
		return false;
	if (w->class == GAZETTEER_LOCATION && (w->kinds & lands) != 0)
		return true;
	return (w->kinds & (lands | GAZETTEER_CITY)) != 0 &&
	    (w->class == GAZETTEER_LOCATION || w->cluster == 0) &&
	    (w->kinds & (GAZETTEER_FIRST | GAZETTEER_LAST)) == 0 &&
	    (is(s, i - 1, "in") || is(s, i - 1, "near") ||
	    is(s, i - 1, "from"));
}

/* Whether word i is who is thanked or greeted: "Thanks Rudwell". */
static bool
is_greeted(const struct sentence_names *s, size_t i)
{
	const struct tagger_word *w = &s->words[i];

	return i > s->begin && w->form == TAGGER_TITLE &&
	    has_role(&w[-1], "greets") && (i + 1 == s->end ||
	    w[1].form == TAGGER_PUNCT) && ((w->kinds & GAZETTEER_FIRST) != 0 ||
	    (w->kinds == 0 && w->class == 0 && w->cluster == 0));
}

static void
cover_careless(struct sentence_names *s)
{
	size_t i, k, count = s->names->count;

	for (i = s->begin, k = s->from; i < s->end; i++) {
		bool place = is_small_place(s, i);
		struct name *n;

		while (k < count && s->names->all[k].last <= i)
			k++;
		if ((!place && !is_greeted(s, i)) || (k < count &&
		    s->names->all[k].first <= i))
			continue;
		n = names_add(s->names, i, i + 1, s->sentence);
		n->label = place ? ENTITY_LOC : ENTITY_PER;
		n->support[n->label] = FORM;
	}
}

/* "the Proceeds of Crime Act" */
static void
lengthen_law(const struct sentence_names *s, size_t k)
{
	struct name *n = &s->names->all[k];
	size_t head = evidence_head(s->words, n->first, n->last);
	size_t i = n->first;

	if (n->label != ENTITY_MISC || head == LEXICON_NONE || !slice_is(
	    lexicon_cell(&lexicon_name_heads, head, 3), "law"))
		return;
	while (i > end_before(s, k) + 1 && is_capital(s, i - 2) &&
	    is(s, i - 1, "of"))
		for (i -= 2; i > end_before(s, k) && is_capital(s, i - 1); )
			i--;
	if (i > s->begin && !is(s, i, "The"))
		n->first = i;
}

/* "the Attorney General's Office", of which no more than the title is a name
 * yet. */
static void
cover_offices(struct sentence_names *s)
{
	size_t i, k, first, count = s->names->count;
	struct name *n;

	for (i = s->begin + 3, k = s->from; i < s->end; i++) {
		if (s->words[i].form != TAGGER_TITLE ||
		    !owner_ends(s, i - 1) || !is(s, i, "Office"))
			continue;
		for (first = i - 1; first > s->begin &&
		    is_capital(s, first - 1) &&
		    (has_role(&s->words[first - 1], "title") ||
		    has_role(&s->words[first - 1], "part")); first--)
			;
		if (first + 1 == i && is_capital(s, first - 1) &&
		    is(s, first - 2, "the"))
			first--;
		while (k < count && s->names->all[k].last <= first)
			k++;
		n = k < count ? &s->names->all[k] : NULL;
		if (n != NULL && n->last == i - 1 && n->label == ENTITY_ORG) {
			/* "the OSCE's Office for" */
			if (!is(s, i + 1, "for") || !is_capital(s, i + 2))
				n->last = i + 1;
			continue;
		}
		if (first + 1 == i || (first > s->begin &&
		    is_capital(s, first - 1) && !is(s, first - 1, "The")) ||
		    (n != NULL && n->first <= i))
			continue;
		n = names_add(s->names, first, i + 1, s->sentence);
		n->label = ENTITY_ORG;
		n->support[ENTITY_ORG] = FORM;
	}
}

/* "posted on X" */
static bool
is_platform(const struct sentence_names *s, size_t i)
{
	return i > s->begin + 1 && is(s, i, "X") && (is(s, i - 1, "platform") ||
	    (is(s, i - 1, "on") && (is(s, i - 2, "wrote") ||
	    is(s, i - 2, "said") || is(s, i - 2, "statement") ||
	    has_role(&s->words[i - 2], "posts")))) &&
	    !is_capital(s, i + 1) && (i + 1 == s->end ||
	    s->words[i + 1].form != TAGGER_DIGIT) && !is(s, i + 1, "-");
}

/* "9th Circuit" */
static bool
is_circuit(const struct sentence_names *s, size_t i)
{
	return s->words[i].form == TAGGER_DIGIT &&
	    s->words[i].text.at[s->words[i].text.length - 1] > '9' &&
	    is(s, i + 1, "Circuit") &&
	    (!is_capital(s, i + 2) || is(s, i + 2, "Court"));
}

static void
cover_odd(struct sentence_names *s)
{
	size_t i, k, last, count = s->names->count;
	struct name *n;

	for (i = s->begin, k = s->from; i < s->end; i++) {
		if (s->words[i].form != TAGGER_DIGIT &&
		    s->words[i].text.length > 1)
			continue;
		last = is_platform(s, i) ? i + 1 : is_circuit(s, i) ? i + 2 : i;
		if (last == i)
			continue;
		while (k < count && s->names->all[k].last <= i)
			k++;
		n = k < count ? &s->names->all[k] : NULL;
		if (n != NULL && n->first < last) {
			if (n->first < i || (is(s, i, "X") &&
			    n->last > last))
				continue;
			n->first = i;
		} else
			n = names_add(s->names, i, last, s->sentence);
		n->label = ENTITY_ORG;
		n->support[ENTITY_ORG] = FORM;
		if (last == i + 1) {
			n->kind = slice_of("company");
			n->kind_label = ENTITY_ORG;
		}
	}
}

/* Behind a list of names with "and": how many they are, or 0. */
static size_t
list_end(const struct sentence_names *s, size_t i, size_t *end)
{
	size_t count = 0;
	bool ends = false;

	while (is_capital(s, i)) {
		while (is_capital(s, i))
			i++;
		count++;
		*end = i;
		if (ends || (!is(s, i, ",") && !is(s, i, "and")))
			break;
		ends = is(s, i, "and");
		i++;
	}
	return ends && count > 1 && is_capital(s, *end - 1) ? count : 0;
}

/* "Cyclones Idai and Kenneth", "counties Galway, Mayo and Clare" */
static void
cover_lists(struct sentence_names *s)
{
	size_t i, k, last, end = s->begin, count = s->names->count;

	for (i = s->begin; i + 3 < s->end; i++) {
		bool storms;

		if (!is_capital(s, i + 1))
			continue;
		storms = has_role(&s->words[i], "storms");
		if ((!storms && !has_role(&s->words[i], "lands")) ||
		    list_end(s, i + 1, &end) == 0)
			continue;
		for (k = s->from; k < count; k++)
			if (s->names->all[k].first < end &&
			    s->names->all[k].last > i)
				s->names->all[k].last =
				    s->names->all[k].first;
		for (last = ++i; i < end; i = ++last) {
			struct name *n;

			while (last < end && is_capital(s, last))
				last++;
			n = names_add(s->names, i, last, s->sentence);
			n->label = storms ? ENTITY_MISC : ENTITY_LOC;
			n->support[n->label] = FORM;
		}
	}
}

void
names_regroup(struct names *names, size_t from, size_t sentence)
{
	struct sentence_names s = { names, names->words, from,
	    names_begin(names, sentence), names->ends[sentence], sentence,
	    false };
	size_t k, kept = from, count = names->count;

	for (k = from; k < count; k++) {
		if (is_title_alone(&s, &names->all[k]) || is_desk(&s, k) ||
		    is_genus(&s, &names->all[k]) ||
		    is_called(&s, &names->all[k]) ||
		    is_disease(&s, &names->all[k]))
			continue;
		if (kept < k)
			names->all[kept] = names->all[k];
		trim_money(&s, &names->all[kept]);
		read_seat(&s, &names->all[kept]);
		lengthen_firm(&s, &names->all[kept]);
		lengthen_event(&s, kept);
		lengthen_club(&s, kept);
		lengthen_owned(&s, &names->all[kept]);
		lengthen_front(&s, kept);
		lengthen_given(&s, kept);
		lengthen_titled(&s, kept);
		read_titled(&s, &names->all[kept]);
		lengthen_article(&s, kept);
		read_compatriot(&s, &names->all[kept]);
		lengthen_small(&s, kept);
		lengthen_law(&s, kept++);
	}
	names->count = count = kept;
	for (k = from; k < count; k++) {
		if (names->all[k].last == names->all[k].first)
			continue;
		part_titled(&s, k);
		cover_owner(&s, k);
		lengthen_body(&s, k);
		join_on(&s, k);
		part_owned(&s, k);
	}
	names_sort(names, from);
	cover_offices(&s);
	if (s.begin < s.end && s.words[s.begin].small) {
		cover_small(&s);
		names_sort(names, from);
	}
	k = names->count;
	cover_careless(&s);
	if (names->count > k)
		names_sort(names, from);
	cover_odd(&s);
	cover_lists(&s);
	names_sort(names, from);
	/* Those that ended, or that another grew over, go. */
	for (k = kept = from; k < names->count; k++)
		if (names->all[k].last > names->all[k].first &&
		    (kept == from || names->all[kept - 1].last <=
		    names->all[k].first))
			names->all[kept++] = names->all[k];
	names->count = kept;
}
