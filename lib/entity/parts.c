/*
 * parts: what the bounds of the model and the words around them leave
 * together, and what they leave out (parts.h).
 *
 *   - "Nairobi Governor Ana Ruiz": a place or body, a title, a person;
 *   - "Konkan Bank for Rs 640 crore": money is no part of a name;
 *   - "the MP said", "Secretary of State": titles and parts of them alone;
 *   - "the Member for Ashby Vale": a seat;
 *   - "Pakistan's Asim Iftikhar Ahmad": a first word that the lists lack;
 *   - "London" "Metal Exchange", "Commission" "on Human Rights";
 *   - "Ana Ruiz's Republican Party": a person and a body;
 *   - "san francisco" by careless writers;
 *   - "Vestermark A/S": a firm's form with a stroke;
 *   - "the Proceeds of Crime Act": a law from its first capital on.
 */
#include "../lexicon.h"
#include "evidence.h"
#include "parts.h"

extern const struct lexicon lexicon_name_words, lexicon_name_heads,
    lexicon_calendar;

/* What a form tells of the type. */
enum { FORM = 64, SMALL = 128 };

struct parts {
	struct names *names;
	const struct tagger_word *words;
	size_t from, begin, end, sentence;
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
is(const struct parts *p, size_t i, const char *text)
{
	return i >= p->begin && i < p->end &&
	    slice_is(p->words[i].text, text);
}

static bool
is_capital(const struct parts *p, size_t i)
{
	return i >= p->begin && i < p->end && names_capital(&p->words[i]);
}

/* The end of the name in front of this one, or of nothing. */
static size_t
end_before(const struct parts *p, size_t name)
{
	return name == p->from ? p->begin : p->names->all[name - 1].last;
}

/* The title within a name that stands between what it is of and a person:
 * "Nairobi Governor Ana Ruiz"; n->last when there is none. */
static size_t
inner_title(const struct parts *p, const struct name *n, size_t *behind)
{
	size_t i, j;

	*behind = n->last;
	for (i = n->first + 1; i + 1 < n->last; i++) {
		if (!has_role(&p->words[i], "title") || !is_capital(p, i) ||
		    !is_capital(p, i - 1) || has_role(&p->words[i - 1],
		    "title"))
			continue;
		for (j = i; j < n->last && (has_role(&p->words[j], "title") ||
		    has_role(&p->words[j], "part") || is(p, j, "-")); j++)
			;
		while (i > n->first + 1 && (has_role(&p->words[i - 1],
		    "part") || is(p, i - 1, "-")))
			i--;
		*behind = j;
		return j < n->last && is_capital(p, j) ? i : n->last;
	}
	return n->last;
}

/* What a title is of by itself: a place or a body that everyone knows. */
static int
owner_label(const struct parts *p, size_t first, size_t last)
{
	uint32_t kinds = gazetteer_find(p->names->gazetteer,
	    names_hash(p->names, first, last));
	size_t head = evidence_head(p->words, first, last);

	if (evidence_country(p->words, first, last) != LEXICON_NONE ||
	    (kinds & (GAZETTEER_CITY | GAZETTEER_REGION |
	    GAZETTEER_COUNTRY)) != 0)
		return ENTITY_LOC;
	if (evidence_known(p->words, first, last) != LEXICON_NONE ||
	    (kinds & GAZETTEER_ORG) != 0 || (last - first > 1 &&
	    head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 2), "ORG")))
		return ENTITY_ORG;
	return -1;
}

static void
part_titled(struct parts *p, size_t k)
{
	struct name *n = &p->names->all[k];
	size_t title, behind, last = n->last;
	int label;

	if (n->label == ENTITY_MISC || last - n->first < 3)
		return;
	title = inner_title(p, n, &behind);
	if (title == last || evidence_head(p->words, behind, last) !=
	    LEXICON_NONE)
		return;
	label = owner_label(p, n->first, title);
	if (label < 0) {
		/* "U.S. District Judge", but not "George Bishop Hill" */
		if (last - behind > 1 && (p->words[n->first].kinds &
		    GAZETTEER_FIRST) == 0) {
			n->first = behind;
			n->label = ENTITY_PER;
		}
		return;
	}
	n->last = title;
	n->label = (enum entity_label)label;
	n->support[label] = FORM;
	n = names_add(p->names, behind, last, p->sentence);
	n->label = ENTITY_PER;
	n->support[ENTITY_PER] = FORM;
}

/* The same where the person alone was read. */
static void
cover_owner(struct parts *p, size_t k)
{
	size_t i = p->names->all[k].first, stop = end_before(p, k), title = i;
	struct name *n;
	int label;

	if (p->names->all[k].label != ENTITY_PER)
		return;
	while (i > stop && is_capital(p, i - 1) &&
	    (has_role(&p->words[i - 1], "title") ||
	    has_role(&p->words[i - 1], "part")))
		i--;
	if (i == title || i == stop || !is_capital(p, i - 1) ||
	    (i > stop + 1 && is_capital(p, i - 2) &&
	    !has_role(&p->words[i - 2], "opens")) ||
	    p->words[i - 1].text.length < 3 || (p->words[i - 1].class != 0 &&
	    p->words[i - 1].class != GAZETTEER_LOCATION) ||
	    (label = owner_label(p, i - 1, i)) != ENTITY_LOC)
		return;
	n = names_add(p->names, i - 1, i, p->sentence);
	n->label = (enum entity_label)label;
	n->support[label] = FORM;
}

/* "Konkan Bank for Rs 640 crore" */
static void
trim_money(const struct parts *p, struct name *n)
{
	size_t i = n->last - 1;

	if (i < n->first + 2 || i + 1 >= p->end ||
	    p->words[i + 1].form != TAGGER_DIGIT ||
	    p->words[i].text.length > 3 ||
	    p->words[i - 1].form != TAGGER_LOWER)
		return;
	n->last = i - 1;
}

/* "the MP", "Secretary of State" */
static bool
is_title_alone(const struct parts *p, const struct name *n)
{
	size_t i = n->first;

	if (n->last - i != 1 || i < p->begin + 2)
		return false;
	if (is(p, i, "State") && is(p, i - 1, "of"))
		return evidence_is_title(&p->words[i - 2]) ||
		    is(p, i - 2, "Secretaries");
	return p->words[i].form == TAGGER_UPPER &&
	    (is(p, i - 1, "the") || is(p, i - 1, "an")) &&
	    evidence_noun_is(&p->words[i], "seat");
}

/* "the Member for Ashby Vale" */
static void
read_seat(const struct parts *p, struct name *n)
{
	size_t i;

	for (i = n->first; i + 2 < n->last; i++)
		if (is(p, i + 1, "for") && evidence_noun_is(&p->words[i],
		    "seat"))
			n->first = i + 2;
	i = n->first;
	if (i < p->begin + 2 || !is(p, i - 1, "for") ||
	    (n->label == ENTITY_PER && n->last - i > 1 &&
	    (p->words[i].kinds & GAZETTEER_FIRST) != 0) ||
	    !evidence_noun_is(&p->words[i - 2], "seat") ||
	    evidence_head(p->words, i, n->last) != LEXICON_NONE)
		return;
	n->label = ENTITY_LOC;
	n->support[ENTITY_LOC] = FORM;
}

/* "Pakistan's Asim Iftikhar Ahmad" */
static void
lengthen_front(const struct parts *p, size_t k)
{
	struct name *n = &p->names->all[k];
	size_t i = n->first;
	const struct tagger_word *w;

	if (n->label != ENTITY_PER || i < p->begin + 2 ||
	    i - 1 < end_before(p, k))
		return;
	w = &p->words[i - 1];
	if (w->form != TAGGER_TITLE ||
	    w->text.length < 3 || w->class != 0 || w->cluster != 0 ||
	    has_role(w, "title") || has_role(w, "part") ||
	    evidence_is_title(w) ||
	    evidence_head(w, 0, 1) != LEXICON_NONE || lexicon_find_folded(
	    &lexicon_calendar, w->text) != LEXICON_NONE ||
	    (w[-1].form != TAGGER_LOWER && !is(p, i - 2, "'s") &&
	    !is(p, i - 2, "’s")))
		return;
	n->first--;
}

/* "Vestermark" "A/S" */
static void
lengthen_firm(const struct parts *p, struct name *n)
{
	size_t i = n->last;

	if (i + 2 < p->end && is(p, i + 1, "/") && is(p, i + 2, "S") &&
	    (is(p, i, "A") || is(p, i, "I") || is(p, i, "K"))) {
		n->last = i + 3;
		n->label = ENTITY_ORG;
		n->support[ENTITY_ORG] = FORM;
	}
}

/* How many words of the run of capitals from i on, up to a head of a body at
 * its end: "Metal Exchange", "High Court". */
static size_t
body_behind(const struct parts *p, size_t i, size_t stop)
{
	size_t last = i, head;

	while (last < stop && last < i + 3 && is_capital(p, last) &&
	    p->words[last].text.length > 2)
		last++;
	if (last == i || (last < stop && is_capital(p, last)))
		return 0;
	head = evidence_head(p->words + last - 1, 0, 1);
	return head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 2), "ORG") && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 1), "last") ? last - i : 0;
}

/* Whether the sentence spells most of its words small, as titles do not. */
static bool
is_prose(const struct parts *p)
{
	size_t i, lower = 0, capital = 0;

	for (i = p->begin; i < p->end; i++)
		if (p->words[i].text.length > 3) {
			lower += p->words[i].form == TAGGER_LOWER;
			capital += names_capital(&p->words[i]);
		}
	return lower > 1 && 2 * lower > capital;
}

/* "London" "Metal Exchange" */
static void
lengthen_body(const struct parts *p, size_t k)
{
	struct name *n = &p->names->all[k];
	size_t stop = k + 1 < p->names->count ? n[1].first : p->end;
	size_t more;

	if (n->label == ENTITY_PER || n->last >= stop ||
	    !is_capital(p, n->last))
		return;
	more = body_behind(p, n->last, stop);
	if (more == 0 || !is_prose(p))
		return;
	n->last += more;
	n->label = ENTITY_ORG;
	n->support[ENTITY_ORG] = FORM;
}

/* "Commission" "on Human Rights" */
static void
join_on(struct parts *p, size_t k)
{
	struct name *n = &p->names->all[k];
	size_t head = evidence_head(p->words, n->first, n->last);
	size_t i = n->last + 1, next = k + 1;

	if (n->label != ENTITY_ORG || !is(p, n->last, "on") ||
	    !is_capital(p, i) || head == LEXICON_NONE ||
	    !evidence_leads(&p->words[n->last - 1]) ||
	    lexicon_find_folded(&lexicon_calendar, p->words[i].text) !=
	    LEXICON_NONE)
		return;
	while (is_capital(p, i))
		i++;
	while (next < p->names->count && p->names->all[next].first < i) {
		struct name *other = &p->names->all[next++];

		if (other->label == ENTITY_PER || other->last > i)
			return;
	}
	for (next = k + 1; next < p->names->count &&
	    p->names->all[next].first < i; next++)
		p->names->all[next].last = p->names->all[next].first;
	n->last = i;
}

/* "Ana Ruiz's Republican Party": a person and a body; a given name need not
 * be on the lists. */
static void
part_owned(struct parts *p, size_t k)
{
	struct name *n = &p->names->all[k];
	size_t i = n->first + 1, last = n->last;
	const struct tagger_word *w = &p->words[n->first];

	while (i < last && is_capital(p, i))
		i++;
	if (n->label != ENTITY_ORG || i < n->first + 2 || i > n->first + 3 ||
	    i + 2 >= last || (!is(p, i, "'s") && !is(p, i, "’s")) ||
	    ((w->kinds & GAZETTEER_FIRST) == 0 && (w->kinds != 0 ||
	    w->class != 0 || w->cluster != 0)) || w->text.length < 3 ||
	    w->text.at[w->text.length - 1] == '.' ||
	    (p->words[i - 1].class != 0 &&
	    (p->words[i - 1].kinds & GAZETTEER_LAST) == 0) ||
	    evidence_head(p->words, n->first, i) != LEXICON_NONE ||
	    evidence_head(p->words, i + 1, last) == LEXICON_NONE)
		return;
	n->last = i;
	n->label = ENTITY_PER;
	n->support[ENTITY_PER] = FORM;
	n = names_add(p->names, i + 1, last, p->sentence);
	n->label = ENTITY_ORG;
	n->support[ENTITY_ORG] = FORM;
}

/* Hash of words of careless writers as if they began with capitals. */
static uint64_t
titled_hash(const struct parts *p, size_t first, size_t last)
{
	uint64_t h = 0;
	char text[16];

	for (; first < last; first++) {
		const struct tagger_word *w = &p->words[first];
		struct slice s = { text, w->text.length };

		if (w->form != TAGGER_LOWER || s.length > sizeof(text) ||
		    w->text.at[0] < 'a' || w->text.at[0] > 'z')
			return 0;
		memcpy(text, w->text.at, s.length);
		text[0] = (char)(text[0] - 'a' + 'A');
		h = gazetteer_fold(h, gazetteer_word(s));
	}
	return h;
}

/* "san" "francisco", "south" "africa" in small letters */
static void
lengthen_small(const struct parts *p, size_t k)
{
	const uint32_t places = GAZETTEER_CITY | GAZETTEER_COUNTRY |
	    GAZETTEER_REGION;
	struct name *n = &p->names->all[k];
	size_t stop = end_before(p, k), first, last;

	if (!p->words[n->first].small || n->label == ENTITY_MISC ||
	    n->last - n->first > 1)
		return;
	first = n->first > stop + 2 ? n->first - 2 : stop;
	for (; first <= n->first; first++)
		for (last = n->first + 2; last > n->first; last--) {
			uint64_t h;

			if (last > p->end || last - first < 2)
				continue;
			h = titled_hash(p, first, last);
			if (h == 0 || (gazetteer_find(p->names->gazetteer,
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
cover_small(struct parts *p)
{
	static const char *const words[] = { "in", "to", "from", "near",
	    "at" };
	const uint32_t places = GAZETTEER_CITY | GAZETTEER_COUNTRY |
	    GAZETTEER_REGION;
	size_t i, k, w, count = p->names->count;
	struct name *n;

	for (i = p->begin, k = p->from; i + 2 < p->end; i++) {
		while (k < count && p->names->all[k].last <= i + 1)
			k++;
		for (w = 0; w < sizeof(words) / sizeof(*words); w++)
			if (is(p, i, words[w]))
				break;
		if (w == sizeof(words) / sizeof(*words) || (k < count &&
		    p->names->all[k].first < i + 3) ||
		    (gazetteer_find(p->names->gazetteer, titled_hash(p,
		    i + 1, i + 3)) & places) == 0)
			continue;
		n = names_add(p->names, i + 1, i + 3, p->sentence);
		n->label = ENTITY_LOC;
		n->support[ENTITY_LOC] = SMALL;
		i += 2;
	}
}

/* "the Proceeds of Crime Act" */
static void
lengthen_law(const struct parts *p, size_t k)
{
	struct name *n = &p->names->all[k];
	size_t head = evidence_head(p->words, n->first, n->last);
	size_t i = n->first;

	if (n->label != ENTITY_MISC || head == LEXICON_NONE || !slice_is(
	    lexicon_cell(&lexicon_name_heads, head, 3), "law"))
		return;
	while (i > end_before(p, k) + 1 && is_capital(p, i - 2) &&
	    is(p, i - 1, "of"))
		for (i -= 2; i > end_before(p, k) && is_capital(p, i - 1); )
			i--;
	if (i > p->begin && !is(p, i, "The"))
		n->first = i;
}

void
parts_read(struct names *names, size_t from, size_t sentence)
{
	struct parts p = { names, names->words, from,
	    names_begin(names, sentence), names->ends[sentence], sentence };
	size_t k, kept = from, count = names->count;

	for (k = from; k < count; k++) {
		if (is_title_alone(&p, &names->all[k]))
			continue;
		if (kept < k)
			names->all[kept] = names->all[k];
		trim_money(&p, &names->all[kept]);
		read_seat(&p, &names->all[kept]);
		lengthen_firm(&p, &names->all[kept]);
		lengthen_front(&p, kept);
		lengthen_small(&p, kept);
		lengthen_law(&p, kept++);
	}
	names->count = count = kept;
	for (k = from; k < count; k++) {
		if (names->all[k].last == names->all[k].first)
			continue;
		part_titled(&p, k);
		cover_owner(&p, k);
		lengthen_body(&p, k);
		join_on(&p, k);
		part_owned(&p, k);
	}
	if (p.begin < p.end && p.words[p.begin].small)
		cover_small(&p);
	names_sort(names, from);
	/* Those that ended, or that another grew over, go. */
	for (k = kept = from; k < names->count; k++)
		if (names->all[k].last > names->all[k].first &&
		    (kept == from || names->all[kept - 1].last <=
		    names->all[k].first))
			names->all[kept++] = names->all[k];
	names->count = kept;
}
