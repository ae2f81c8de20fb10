/*
 * evidence: what stands around a name and in it that the model cannot see or
 * seldom saw: nouns in front and in apposition, ages, relative clauses, the
 * words that name organisations and treaties.  Tables: name-nouns, name-heads.
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "evidence.h"
#include "tables.h"

extern const struct lexicon lexicon_name_nouns, lexicon_name_heads,
    lexicon_name_words, lexicon_known_names, lexicon_country_codes,
    lexicon_abbreviations, lexicon_reporting_verbs;

enum {
	NOUN = 32, CALLED = 48, WORK = 56, APPOSITION = 40, BELONGS = 24,
	AGE = 64, WHO = 32, BASED = 48, HEAD = 56, SURE_HEAD = 128,
	MAN_HEAD = 40, LONE_HEAD = 16,
	KNOWN = 32, ADDRESS = 96, SORT = 64, QUOTED = 32, SIDE = 12,
	NEW_TOWN = 56, ENDS = 40,
	NOT_TOWN = 64, PLAYER = 40, KIN = 40, DONE = 40, PLACED = 44,
	HELD = 40,
	SPORT_LEAST = 4, SPORT_SHARE = 80,	/* words of sport in a report */
	REACH = 8		/* words of an apposition */
};

enum entity_label
evidence_label(struct slice label)
{
	int t;

	for (t = 0; t < NAMES_TYPES - 1; t++)
		if (slice_is(label, entity_label_name((enum entity_label)t)))
			break;
	return (enum entity_label)t;
}

static enum entity_label
label_in(const struct lexicon *lexicon, size_t row, size_t column)
{
	return evidence_label(lexicon_cell(lexicon, row, column));
}

/* The row of a noun, also of its plural, with this role. */
static size_t
find_noun(const struct tagger_word *w, const char *role)
{
	size_t row;

	if ((w->tables & TABLES_NOUN) == 0)
		return LEXICON_NONE;
	row = tables_noun(w->text);
	for (; row != LEXICON_NONE; row++) {
		if (slice_is(lexicon_cell(&lexicon_name_nouns, row, 1), role))
			return row;
		if (row + 1 >= lexicon_name_nouns.rows || !slice_equal(
		    lexicon_cell(&lexicon_name_nouns, row, 0),
		    lexicon_cell(&lexicon_name_nouns, row + 1, 0)))
			break;
	}
	return LEXICON_NONE;
}

bool
has_role(const struct tagger_word *w, const char *role)
{
	size_t row;

	if ((w->tables & TABLES_ROLE) == 0)
		return false;
	row = lexicon_find(&lexicon_name_words, w->text);
	for (; lexicon_key_is(&lexicon_name_words, row, w->text); row++)
		if (slice_is(lexicon_cell(&lexicon_name_words, row, 1), role))
			return true;
	return false;
}

static bool
is_goals(const struct tagger_word *w)
{
	return w->form == TAGGER_DIGIT && w->text.length < 3;
}

/* "beat Leeds 2-1": a result behind what sides do. */
static bool
has_result(const struct tagger_word *words, size_t i, size_t count)
{
	size_t stop = i + REACH < count ? i + REACH : count;

	if (!has_role(&words[i], "plays"))
		return false;
	for (i++; i + 2 < stop; i++)
		if (is_goals(&words[i]) && is_goals(&words[i + 2]) &&
		    (slice_is(words[i + 1].text, "-") ||
		    slice_is(words[i + 1].text, "–")))
			return true;
	return false;
}

bool
evidence_of_sport(const struct tagger_word *words, size_t count)
{
	size_t i, found = 0;

	for (i = 0; i < count; i++)
		if (words[i].form == TAGGER_LOWER)
			found += has_role(&words[i], "sport") +
			    2u * has_result(words, i, count);
	return found >= SPORT_LEAST && found * SPORT_SHARE >= count;
}

bool
evidence_noun_is(const struct tagger_word *word, const char *role)
{
	return find_noun(word, role) != LEXICON_NONE;
}

bool
evidence_is_noun(const struct tagger_word *word)
{
	size_t row = word->form != TAGGER_LOWER ? LEXICON_NONE :
	    find_noun(word, "is");

	return row != LEXICON_NONE && (label_in(&lexicon_name_nouns, row,
	    2) == ENTITY_PER || slice_is(lexicon_cell(&lexicon_name_nouns,
	    row, 3), "company"));
}

bool
evidence_names_body(const struct tagger_word *word)
{
	size_t row = find_noun(word, "is");

	return row != LEXICON_NONE && label_in(&lexicon_name_nouns, row, 2) ==
	    ENTITY_ORG;
}

/* Whether it is one of the abbreviations of this kind. */
static bool
shortens(const struct tagger_word *word, const char *kind)
{
	struct slice s = word->text;
	size_t row;

	s.length -= s.length > 2 && s.at[s.length - 1] == '.';
	row = lexicon_find_folded(&lexicon_abbreviations, s);
	if (row == LEXICON_NONE)
		return false;
	s = lexicon_cell(&lexicon_abbreviations, row, 0);
	for (; lexicon_key_is(&lexicon_abbreviations, row, s); row++)
		if (slice_is(lexicon_cell(&lexicon_abbreviations, row, 1),
		    kind))
			return true;
	return false;
}

/* "Brig.", but "Chas." is of a name. */
bool
evidence_shortens_title(const struct tagger_word *word)
{
	struct slice s = word->text;

	return s.length > 2 && s.at[s.length - 1] == '.' &&
	    shortens(word, "title") && !has_role(word, "kept");
}

bool
evidence_shortens_place(const struct tagger_word *word)
{
	return shortens(word, "place");
}

bool
evidence_is_title(const struct tagger_word *word)
{
	size_t row = find_noun(word, "is");

	if (row != LEXICON_NONE && slice_is(lexicon_cell(&lexicon_name_nouns,
	    row, 2), "PER"))
		return true;
	return has_role(word, "title");
}

static bool
is_number(const struct tagger_word *w)
{
	return w->form == TAGGER_DIGIT && w->text.length <= 3 &&
	    is_digit(w->text.at[w->text.length - 1]);
}

static void
noun_speaks(size_t row, int weight, int *evidence, struct name *n)
{
	enum entity_label t = label_in(&lexicon_name_nouns, row, 2);

	evidence[t] += t == ENTITY_MISC ? WORK : weight;
	if (n->kind.length == 0) {
		n->kind = lexicon_cell(&lexicon_name_nouns, row, 3);
		n->kind_label = (int)t;
	}
}

/* "Ana Duarte", who may play as well. */
static bool
is_full_name(const struct context *c, const struct name *n)
{
	return n->last - n->first > 1 &&
	    (c->words[n->first].kinds & GAZETTEER_FIRST) != 0 &&
	    evidence_head(c->words, n->first, n->last) == LEXICON_NONE;
}

/* The noun in front of "such as", "including" or "like", which ends at i. */
static size_t
example_noun(const struct context *c, size_t i)
{
	if (is_word(c, i, "as") && i > c->begin && is_word(c, i - 1, "such"))
		i--;
	else if (!is_word(c, i, "including") && !is_word(c, i, "like"))
		return LEXICON_NONE;
	if (i > c->begin + 1 && is_word(c, i - 1, ","))
		i--;
	return i > c->begin ? find_noun(&c->words[i - 1], "is") :
	    LEXICON_NONE;
}

/* "the company, Zeltron, said": the name tells which. */
static void
read_apposed(const struct context *c, size_t comma, int *evidence,
    struct name *n)
{
	static const char *const words[] = { "the", "The", "its", "their",
	    "his", "her", "Its", "Their", "His", "Her" };
	size_t i, row, first = comma - 2;

	if (!is_word(c, comma, ",") || comma < c->begin + 2 ||
	    !is_word(c, n->last, ",") ||
	    (row = find_noun(&c->words[comma - 1], "is")) == LEXICON_NONE)
		return;
	/* "the agency's area manager" */
	while (first > c->begin && first + 4 > comma &&
	    (c->words[first].form == TAGGER_LOWER ||
	    (c->words[first].kinds & GAZETTEER_DEMONYM) != 0) &&
	    !is_genitive_at(c, first) && !is_word(c, first, "the"))
		first--;
	if (first + 2 < comma && !is_genitive_at(c, first) &&
	    (c->words[comma - 2].kinds & GAZETTEER_DEMONYM) == 0)
		first = comma - 2;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is_word(c, first, words[i]))
			break;
	if (i == sizeof(words) / sizeof(*words) && !is_genitive_at(c, first))
		return;
	noun_speaks(row, SORT, evidence, n);
}

/* ", 38, of Thornton Heath": where someone lives. */
static bool
is_home(const struct context *c, size_t first)
{
	return first > c->begin + 4 && is_number(&c->words[first - 3]) &&
	    (is_word(c, first - 1, "of") || is_word(c, first - 1, "from")) &&
	    is_word(c, first - 2, ",") && is_word(c, first - 4, ",") &&
	    names_capital(&c->words[first - 5]);
}

static bool
is_mark(const struct context *c, size_t i)
{
	static const char *const marks[] = { "\"", "“", "”", "‘", "’", "``",
	    "''" };
	size_t k;

	for (k = 0; k < sizeof(marks) / sizeof(*marks); k++)
		if (is_word(c, i, marks[k]))
			return true;
	return false;
}

/* "Nine Tides" (Kodansha, 1999): who published it, but for cities. */
static bool
is_publisher(const struct context *c, const struct name *n)
{
	size_t i = n->last;

	return n->first > c->begin + 1 && i + 2 < c->end &&
	    c->words[i + 1].form == TAGGER_DIGIT &&
	    is_mark(c, n->first - 2) &&
	    is_word(c, i, ",") && is_word(c, n->first - 1, "(") &&
	    c->words[i + 1].text.length == 4 && is_word(c, i + 2, ")") &&
	    (c->words[n->first].kinds & (GAZETTEER_CITY |
	    GAZETTEER_COUNTRY)) == 0;
}

static void
read_before(const struct context *c, size_t first, int *evidence,
    struct name *n)
{
	size_t row;

	if (is_home(c, first))
		evidence[ENTITY_LOC] += NOT_TOWN;
	if (is_publisher(c, n))
		evidence[ENTITY_ORG] += CALLED;

	if (first == c->begin)
		return;
	first--;
	if (has_role(&c->words[first], "address"))
		evidence[ENTITY_PER] += ADDRESS;
	if (c->words[first].form != TAGGER_PUNCT &&
	    (row = find_noun(&c->words[first], "is")) != LEXICON_NONE)
		noun_speaks(row, NOUN, evidence, n);
	/* "regions such as Arica" */
	if ((row = example_noun(c, first)) != LEXICON_NONE)
		noun_speaks(row, NOUN, evidence, n);
	/* "Dubai-based Zeltron Harbours" */
	if (first > c->begin + 1 && is_word(c, first, "based") &&
	    is_word(c, first - 1, "-") && !is_full_name(c, n))
		evidence[ENTITY_ORG] += BASED;
	/* "a supplier called Zeltron" */
	if (first > c->begin && (is_word(c, first, "called") ||
	    is_word(c, first, "named") || is_word(c, first, "dubbed")) &&
	    (row = find_noun(&c->words[first - 1], "is")) != LEXICON_NONE)
		noun_speaks(row, CALLED, evidence, n);
	read_apposed(c, first, evidence, n);
	if (is_word(c, first, "the") && first > c->begin)
		first--;
	if (first == c->begin)
		return;
	/* "a stake in Zeltron" */
	if (is_word(c, first, "in") && find_noun(&c->words[first - 1],
	    "held") != LEXICON_NONE)
		evidence[ENTITY_ORG] += HELD;
	if (is_word(c, n->first - 1, "of") &&
	    find_noun(&c->words[first - 1], "his") != LEXICON_NONE)
		evidence[ENTITY_PER] += KIN;
	if (is_word(c, first, "of") || is_word(c, first, "at") ||
	    is_word(c, first, "for") || is_word(c, first, "with")) {
		row = find_noun(&c->words[first - 1], "is");
		if (row != LEXICON_NONE && is_word(c, first, "of") &&
		    slice_is(lexicon_cell(&lexicon_name_nouns, row, 2), "LOC"))
			noun_speaks(row, PLACED, evidence, n);
		else if (row != LEXICON_NONE && slice_is(lexicon_cell(
		    &lexicon_name_nouns, row, 2), "PER"))
			evidence[ENTITY_PER] -= BELONGS;
		if (!is_word(c, first, "of") &&
		    find_noun(&c->words[first - 1], "of") != LEXICON_NONE)
			evidence[ENTITY_ORG] += BELONGS;
	}
}

/* ", the German state lender,": the last noun of its first words. */
static void
read_apposition(const struct context *c, size_t i, int *evidence,
    struct name *n)
{
	size_t stop = i + REACH < c->end ? i + REACH : c->end, row;
	size_t found = LEXICON_NONE;

	if (i < c->end && is_number(&c->words[i]) && (i + 1 == c->end ||
	    c->words[i + 1].form == TAGGER_PUNCT)) {
		evidence[ENTITY_PER] += AGE;
		return;
	}
	if (is_word(c, i, "who") || is_word(c, i, "whose")) {
		evidence[ENTITY_PER] += WHO;
		return;
	}
	if (is_word(c, i, "which")) {
		evidence[ENTITY_PER] -= WHO;
		return;
	}
	if (i >= stop || c->words[i].form != TAGGER_LOWER)
		return;
	for (; i < stop; i++) {
		const struct tagger_word *w = &c->words[i];

		if (w->form == TAGGER_LOWER &&
		    (row = find_noun(w, "is")) != LEXICON_NONE)
			found = row;
		else if (found != LEXICON_NONE && is_genitive_at(c, i))
			found = LEXICON_NONE;	/* the agency's chief */
		else if (found != LEXICON_NONE && !is_word(c, i, "-"))
			break;
		else if (is_word(c, i, "of") || is_word(c, i, "in") ||
		    is_word(c, i, "at") || is_word(c, i, "and") ||
		    is_word(c, i, "for") || is_word(c, i, "by") ||
		    is_word(c, i, "to") || is_word(c, i, ";"))
			break;
	}
	if (found != LEXICON_NONE)
		noun_speaks(found, APPOSITION, evidence, n);
}

/* In "a banker in Geneva, who", the clause is the banker's. */
static bool
depends(const struct context *c, size_t first)
{
	static const char *const words[] = { "in", "at", "from", "near" };
	size_t i;

	if (first == c->begin)
		return false;
	first -= is_word(c, first - 1, "the") && first > c->begin + 1 ? 2 : 1;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is_word(c, first, words[i]))
			return true;
	return false;
}

/* But lands are members and leaders, too. */
void
evidence_predicate(const struct context *c, struct name *n,
    int evidence[NAMES_TYPES])
{
	static const char *const forms[] = { "is", "was", "are", "were" };
	int found[NAMES_TYPES] = { 0 };
	size_t i = n->last, row, k;

	if (i + 2 >= c->end || c->words[i].form != TAGGER_LOWER ||
	    depends(c, n->first))
		return;
	for (k = 0; k < sizeof(forms) / sizeof(*forms); k++)
		if (is_word(c, i, forms[k]))
			break;
	if (k == sizeof(forms) / sizeof(*forms))
		return;
	row = find_noun(&c->words[i + 1], "done");
	if (row != LEXICON_NONE) {
		evidence[label_in(&lexicon_name_nouns, row, 2)] += DONE;
		return;
	}
	if (is_word(c, i + 1, "a") || is_word(c, i + 1, "an") ||
	    is_word(c, i + 1, "the"))
		read_apposition(c, i + 2, found, n);
	evidence[ENTITY_ORG] += found[ENTITY_ORG];
	evidence[ENTITY_LOC] += found[ENTITY_LOC];
}

/* Brent, but not the towns and countries things come from. */
static bool
may_be_product(const struct tagger_word *w)
{
	return (w->kinds & GAZETTEER_FIRST) != 0 || (w->kinds &
	    (GAZETTEER_COUNTRY | GAZETTEER_REGION | GAZETTEER_CITY |
	    GAZETTEER_DEMONYM)) == 0;
}

/* "Zuma's late widow", "Sinwar's death" */
static bool
has_kin(const struct context *c, size_t last)
{
	if (!is_genitive_at(c, last++))
		return false;
	if (last + 1 < c->end && c->words[last].form == TAGGER_LOWER &&
	    find_noun(&c->words[last], "his") == LEXICON_NONE)
		last++;
	return last < c->end && c->words[last].form == TAGGER_LOWER &&
	    find_noun(&c->words[last], "his") != LEXICON_NONE;
}

static void
read_behind(const struct context *c, size_t last, int *evidence,
    struct name *n)
{
	size_t row;

	if (last >= c->end)
		return;
	if (has_kin(c, last))
		evidence[ENTITY_PER] += KIN;
	if (is_word(c, last, ",") && !depends(c, n->first))
		read_apposition(c, last + 1, evidence, n);
	else if (is_word(c, last, "who") && !depends(c, n->first))
		evidence[ENTITY_PER] += WHO;
	else if (is_word(c, last, "-") && is_word(c, last + 1, "based"))
		evidence[ENTITY_LOC] += BASED;
	if (c->words[last].form != TAGGER_LOWER)
		return;
	row = find_noun(&c->words[last], "is");
	if (row != LEXICON_NONE) {
		enum entity_label t = label_in(&lexicon_name_nouns, row, 2);

		if (t == ENTITY_PER)
			evidence[ENTITY_PER] -= BELONGS;
		else if (t == ENTITY_LOC) {
			/* "outside the Mark Hatfield courthouse" */
			evidence[ENTITY_LOC] += PLACED;
			if (n->first > c->begin &&
			    is_word(c, n->first - 1, "the"))
				evidence[ENTITY_PER] -= PLACED;
		}
		else if (n->kind.length == 0 && slice_is(lexicon_cell(
		    &lexicon_name_nouns, row, 3), "party")) {
			/* "the Democratic Center party" */
			n->kind = lexicon_cell(&lexicon_name_nouns, row, 3);
			n->kind_label = (int)t;
		}
	}
	if (find_noun(&c->words[last], "of") != LEXICON_NONE)
		evidence[ENTITY_ORG] += BELONGS;
	if (find_noun(&c->words[last], "sort") != LEXICON_NONE &&
	    may_be_product(&c->words[n->first])) {
		evidence[ENTITY_MISC] += SORT;
		evidence[ENTITY_PER] -= SORT;
	}
}

/* The row of a head word in this place of a name. */
static size_t
find_head(struct slice word, const char *place)
{
	size_t row = lexicon_find(&lexicon_name_heads, word);

	for (; lexicon_key_is(&lexicon_name_heads, row, word); row++)
		if (slice_is(lexicon_cell(&lexicon_name_heads, row, 1), place))
			return row;
	return LEXICON_NONE;
}

static size_t
word_head(const struct tagger_word *w, const char *place)
{
	return (w->tables & TABLES_HEAD) == 0 ? LEXICON_NONE :
	    find_head(w->text, place);
}

/* The head at the end of words [first, last), of two words or one. */
static size_t
last_head(const struct tagger_word *words, size_t first, size_t last)
{
	size_t row = LEXICON_NONE;

	if (last - first > 1 && (words[last - 2].tables & TABLES_HEAD) != 0) {
		struct slice s = words[last - 2].text;

		s.length = (size_t)(words[last - 1].text.at - s.at) +
		    words[last - 1].text.length;
		row = find_head(s, "last");
	}
	return row != LEXICON_NONE ? row : word_head(&words[last - 1], "last");
}

bool
evidence_leads(const struct tagger_word *word)
{
	size_t row = word_head(word, "first");

	return row != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, row, 2), "ORG") && !slice_is(lexicon_cell(
	    &lexicon_name_heads, row, 3), "team");
}

static bool
is_numeral(const struct tagger_word *w)
{
	struct slice s = w->text;
	size_t i;

	for (i = 0; i < s.length; i++)
		if (memchr("IVX", s.at[i], 3) == NULL)
			break;
	return i == s.length || w->form == TAGGER_DIGIT ||
	    w->form == TAGGER_PUNCT;
}

size_t
evidence_head(const struct tagger_word *words, size_t first, size_t last)
{
	size_t i, row;

	for (i = first + 1; i + 1 < last; i++) {
		if (!slice_is(words[i].text, "of") &&
		    !slice_is(words[i].text, "for"))
			continue;
		row = last_head(words, first, i);
		if (row == LEXICON_NONE)
			row = word_head(&words[i - 1], "first");
		if (row != LEXICON_NONE)
			return row;
		break;
	}
	while (last - first > 1 && is_numeral(&words[last - 1]))
		last--;
	row = last_head(words, first, last);
	return row != LEXICON_NONE || last - first < 2 ? row :
	    word_head(&words[first], "first");
}

/* "Harbour Town", which may be a side */
static bool
is_town(const struct context *c, const struct name *n)
{
	size_t head = evidence_head(c->words, n->first, n->last);

	return n->last - n->first > 1 && head != LEXICON_NONE &&
	    slice_is(lexicon_cell(&lexicon_name_heads, head, 3), "city");
}

/* "drew 0-0 with", a result or "a draw with"; "defeat by", "lost to" */
static bool
is_result(const struct context *c, size_t i)
{
	static const char *const links[] = { "by", "over", "to", "at", "with" };
	size_t k;

	if (i < c->begin + 2)
		return false;
	if (is_word(c, i, "with") && is_goals(&c->words[i - 1]))
		return true;
	for (k = 0; k < sizeof(links) / sizeof(*links); k++)
		if (is_word(c, i, links[k]))
			return has_role(&c->words[i - 1], "result");
	return false;
}

/* Two words or three that nobody knows, as persons' names are. */
static bool
is_strange(const struct context *c, const struct name *n)
{
	size_t i;

	if (n->last - n->first < 2 || n->last - n->first > 3 ||
	    evidence_head(c->words, n->first, n->last) != LEXICON_NONE ||
	    evidence_known(c->words, n->first, n->last) != LEXICON_NONE)
		return false;
	for (i = n->first; i < n->last; i++)
		if (c->words[i].form != TAGGER_TITLE ||
		    c->words[i].class != 0 || c->words[i].begins != 0)
			return false;
	return true;
}

/* What persons do: "said", "was". */
static bool
does(const struct tagger_word *w)
{
	static const char *const words[] = { "is", "was", "has", "had" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is(w->text, words[i]))
			return true;
	return lexicon_find(&lexicon_reporting_verbs, w->text) !=
	    LEXICON_NONE;
}

/* "India's Smriti Mandhana": whom a side has in a report of sport; elsewhere
 * who has a given name and does something: "Panmure's Seb Lin said". */
static bool
is_player(const struct context *c, const struct name *n)
{
	const uint32_t places = GAZETTEER_COUNTRY | GAZETTEER_REGION |
	    GAZETTEER_CITY | GAZETTEER_DEMONYM;

	return n->first > c->begin + 1 && is_genitive_at(c, n->first - 1) &&
	    n->last < c->end && c->words[n->last].form == TAGGER_LOWER &&
	    (c->sport || (n->last - n->first == 2 &&
	    does(&c->words[n->last]) &&
	    names_capital(&c->words[n->first - 2]) &&
	    (c->words[n->first - 2].kinds & places) == 0)) &&
	    is_strange(c, n);
}

/* "a team led by Haimanot Teferra" */
static bool
is_leader(const struct context *c, const struct name *n)
{
	return n->last - n->first > 1 && n->first > c->begin + 2 &&
	    is_word(c, n->first - 1, "by") &&
	    has_role(&c->words[n->first - 2], "led") && is_strange(c, n);
}

/* "GRAP-IV", "SLS-II": of plans and things. */
static bool
is_numbered(const struct context *c, const struct name *n)
{
	const struct tagger_word *w = &c->words[n->first];

	return n->last - n->first == 3 && w->form == TAGGER_UPPER &&
	    w->text.length > 2 && slice_is(w[1].text, "-") &&
	    w[2].form == TAGGER_UPPER && is_numeral(&w[2]) &&
	    (w->kinds & (GAZETTEER_CITY | GAZETTEER_FIRST)) == 0;
}

bool
evidence_is_side(const struct context *c, const struct name *n)
{
	size_t first = n->first, last = n->last;

	if (!c->sport || lexicon_find(&lexicon_country_codes,
	    c->words[n->first].text) != LEXICON_NONE || is_full_name(c, n))
		return false;
	if (is_genitive_at(c, last))
		last++;
	first -= is_word(c, first - 1, "the");
	return (last < c->end && has_role(&c->words[last], "plays")) ||
	    (first > c->begin && (has_role(&c->words[first - 1],
	    "against") || is_result(c, first - 1)));
}

/* In reports of sport what beats and is beaten is a side, if no country. */
static void
read_sport(const struct context *c, const struct name *n, int *evidence)
{
	if (is_town(c, n))
		evidence[ENTITY_ORG] += c->words[n->first].begins &
		    GAZETTEER_CITY ? SIDE : NEW_TOWN;
	if (evidence_is_side(c, n)) {
		evidence[ENTITY_LOC] -= NOT_TOWN;
		evidence[ENTITY_ORG] += c->words[n->first].kinds &
		    (GAZETTEER_CITY | GAZETTEER_REGION) ? NOT_TOWN : SIDE;
	}
}

static struct slice
words_text(const struct tagger_word *words, size_t first, size_t last)
{
	struct slice s = words[first].text;

	s.length = (size_t)(words[last - 1].text.at - s.at) +
	    words[last - 1].text.length;
	return s;
}

size_t
evidence_known(const struct tagger_word *words, size_t first, size_t last)
{
	return (words[first].tables & TABLES_KNOWN) == 0 ? LEXICON_NONE :
	    lexicon_find(&lexicon_known_names,
	    words_text(words, first, last));
}

size_t
evidence_country(const struct tagger_word *words, size_t first, size_t last)
{
	return (words[first].tables & TABLES_COUNTRY) == 0 ? LEXICON_NONE :
	    lexicon_find(&lexicon_country_codes,
	    words_text(words, first, last));
}

bool
evidence_is_firm(const struct tagger_word *words, size_t first, size_t last)
{
	size_t head = evidence_head(words, first, last);

	return head != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_name_heads, head, 3), "company");
}

bool
evidence_proper(const struct tagger_word *words, size_t first, size_t last)
{
	return evidence_head(words, first, last) == LEXICON_NONE ||
	    evidence_is_firm(words, first, last);
}

static bool
is_coded(const struct tagger_word *words, size_t first, size_t last,
    const char *kind)
{
	size_t row = evidence_country(words, first, last);

	return row != LEXICON_NONE && slice_is(lexicon_cell(
	    &lexicon_country_codes, row, 2), kind);
}

bool
evidence_is_country(const struct tagger_word *words, size_t first, size_t last)
{
	return is_coded(words, first, last, "country");
}

static int
head_weight(const struct context *c, const struct name *n, size_t head)
{
	struct slice kind = lexicon_cell(&lexicon_name_heads, head, 3);

	if (c->sport && (slice_is(kind, "city") || slice_is(kind, "region")))
		return 0;
	return n->last - n->first < 2 ? LONE_HEAD :
	    slice_is(kind, "treaty") || slice_is(kind, "law") ? SURE_HEAD :
	    c->words[n->first].kinds & GAZETTEER_FIRST ? MAN_HEAD : HEAD;
}

/* "Seven Rivers": words that fill their quotation marks are a title. */
static bool
is_quoted(const struct context *c, const struct name *n)
{
	size_t last = n->last + (is_word(c, n->last, ",") ||
	    is_word(c, n->last, "."));

	/* not "Ana Duarte" <ana@example.org> */
	return n->last - n->first > 1 && n->first > c->begin + 1 &&
	    is_mark(c, n->first - 1) && is_mark(c, last);
}

/* Akbank, but not the town of Burbank: a head at the end of a word. */
static size_t
ending(const struct tagger_word *w)
{
	struct slice s = w->text;
	size_t length, row;

	if (s.at[0] < 'A' || s.at[0] > 'Z' ||
	    (w->kinds & (GAZETTEER_CITY | GAZETTEER_FIRST | GAZETTEER_LAST |
	    GAZETTEER_REGION)) != 0)
		return LEXICON_NONE;
	for (length = 7; length > 3; length--) {
		if (s.length < length + 2)
			continue;
		s.at = w->text.at + w->text.length - length;
		s.length = length;
		row = find_head(s, "ends");
		if (row != LEXICON_NONE)
			return row;
		s = w->text;
	}
	return LEXICON_NONE;
}

void
evidence_read(const struct context *c, struct name *n,
    int evidence[NAMES_TYPES])
{
	size_t head = evidence_head(c->words, n->first, n->last);
	size_t known = n->first > c->begin + 1 &&
	    is_word(c, n->first - 1, "The") ? evidence_known(c->words,
	    n->first - 1, n->last) : LEXICON_NONE;

	/* "told The Hindu", else what it is without "The" */
	if (known == LEXICON_NONE)
		known = evidence_known(c->words, n->first, n->last);
	if (is_coded(c->words, n->first, n->last, "nationality"))
		evidence[ENTITY_MISC] += KNOWN;
	else if (is_coded(c->words, n->first, n->last, "country"))
		evidence[ENTITY_LOC] += c->words[n->first].kinds &
		    GAZETTEER_FIRST ? KNOWN / 4 :
		    n->last - n->first > 1 ? HEAD : KNOWN;
	if (known != LEXICON_NONE && !(c->sport && slice_is(lexicon_cell(
	    &lexicon_known_names, known, 2), "city")))
		evidence[label_in(&lexicon_known_names, known, 1)] +=
		    n->last - n->first > 1 ? HEAD : KNOWN;
	/* The Champions League is a competition, though others are bodies. */
	if (head != LEXICON_NONE && (known == LEXICON_NONE ||
	    label_in(&lexicon_known_names, known, 1) ==
	    label_in(&lexicon_name_heads, head, 2)))
		evidence[label_in(&lexicon_name_heads, head, 2)] +=
		    head_weight(c, n, head);
	if (head == LEXICON_NONE && n->last - n->first == 1 &&
	    (head = ending(&c->words[n->first])) != LEXICON_NONE)
		evidence[label_in(&lexicon_name_heads, head, 2)] += ENDS;
	if (is_quoted(c, n))
		evidence[ENTITY_MISC] += QUOTED;
	/* "Mexico's Guadalupe Nettel" */
	if (n->last - n->first == 2 && n->first > c->begin + 1 &&
	    is_genitive_at(c, n->first - 1) && is_full_name(c, n) &&
	    known == LEXICON_NONE && c->words[n->first + 1].class == 0 &&
	    c->words[n->first + 1].form == TAGGER_TITLE &&
	    (c->words[n->first + 1].kinds & ~(uint32_t)GAZETTEER_LAST) == 0 &&
	    is_coded(c->words, n->first - 2, n->first - 1, "country"))
		evidence[ENTITY_PER] += PLAYER;
	if (is_player(c, n) || is_leader(c, n))
		evidence[ENTITY_PER] += c->sport ? PLAYER : SORT;
	if (is_numbered(c, n)) {
		evidence[ENTITY_MISC] += SORT;
		evidence[ENTITY_PER] -= SORT;
	}
	if (c->sport)
		read_sport(c, n, evidence);
	read_before(c, n->first, evidence, n);
	read_behind(c, n->last, evidence, n);
}
