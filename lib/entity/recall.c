/*
 * recall: names missed in one place and found in another (names.h).
 *
 * A name found anywhere in the document is tagged wherever the same words
 * stand, in capitals too: if it has several words, or one the document never
 * shows in lower case and the model is sure of or saw more than once.  So is
 * the last word of a person's full name, and what stands in brackets behind
 * an organisation and looks like initials.  In titles, where every word has a
 * capital, a word that the document shows in lower case goes from the end of a
 * name when the rest is a name elsewhere ("Ravel Shares Slide").
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "acronym.h"
#include "bounds.h"

extern const struct lexicon lexicon_known_names, lexicon_name_heads,
    lexicon_calendar;

enum {
	SURE = 24,		/* sixteenths of a nat */
	GUESS = 16,		/* what a name found again is given */
	CALLED = 24,		/* evidence that makes a name of capitals */
	SIDE = 12,		/* and in reports of sport a side */
	LONGEST = 8
};

/* A beginning that different words follow; else a beginning's value is where
 * it was first seen. */
#define SEVERAL ((size_t)-1)

struct recall {
	struct names *names;
	struct names_index *index;	/* of names: label + 1; of beginnings */
	bool shortens;		/* common words (note_short) */
	struct names_index lower;	/* words seen in lower case only where
					   capitals were none (tagger_recase) */
};

enum key { KEY_NAME = 1, KEY_BEGIN, KEY_COUNT, KEY_SOLID, KEY_SHORT };

static uint64_t
key_of(const struct names *names, enum key key, size_t first, size_t last)
{
	uint64_t h = gazetteer_fold(0, key);

	for (; first < last; first++)
		h = gazetteer_fold(h, names->words[first].lower);
	return h;
}

static bool
seen_lower(struct recall *r, size_t word)
{
	const struct tagger_word *w = &r->names->words[word];

	return (w->memory & TAGGER_SEEN_LOWER) != 0 || (r->lower.count > 0 &&
	    names_index_find(&r->lower, gazetteer_fold(0, w->lower)) != 0);
}

static void
read_lower(struct recall *r, size_t count)
{
	const struct tagger_word *words = r->names->words;
	size_t i;

	names_index_init(&r->lower, r->names->arena);
	for (i = 0; i < count; i++)
		if (words[i].form == TAGGER_LOWER &&
		    (words[i].memory & TAGGER_SEEN_LOWER) == 0)
			*names_index_at(&r->lower, gazetteer_fold(0,
			    words[i].lower)) = 1;
}

static void
note(struct recall *r, size_t first, size_t last, enum entity_label label)
{
	size_t *at = names_index_at(r->index, key_of(r->names, KEY_NAME,
	    first, last));
	size_t k, *begin;

	if (*at == 0)
		*at = (size_t)label + 1;
	for (k = first + 1; k < last; k++) {
		begin = names_index_at(r->index, key_of(r->names, KEY_BEGIN,
		    first, k));
		if (*begin == 0)
			*begin = first + 1;
		else if (k + 1 == last && *begin != SEVERAL &&
		    *begin - 1 != first &&
		    r->names->words[*begin - 1 + k - first].lower !=
		    r->names->words[k].lower)
			*begin = SEVERAL;
	}
}

/* Whether it is a name, or begins several. */
static bool
known(struct recall *r, size_t first, size_t last)
{
	return names_index_find(r->index, key_of(r->names, KEY_NAME, first,
	    last)) != 0 || names_index_find(r->index, key_of(r->names,
	    KEY_BEGIN, first, last)) == SEVERAL;
}

/* Whether every longer word of the sentence has a capital. */
static bool
is_title(const struct names *names, size_t sentence)
{
	size_t i, capitals = 0;

	for (i = names_begin(names, sentence); i < names->ends[sentence];
	    i++) {
		const struct tagger_word *w = &names->words[i];

		if (w->form == TAGGER_LOWER && w->text.length > 4)
			return false;
		capitals += names_capital(w);
	}
	return capitals > 3;
}

/* "air quality index (AQI)": what is short for common words, but for those of
 * a body. */
static bool
shortens_common(const struct names *names, const struct name *n)
{
	const struct tagger_word *w = names->words;
	uint32_t letters[ACRONYM_MOST];
	size_t i, count, begin = names_begin(names, n->sentence);

	if (n->fixed || n->first < begin + 3 ||
	    !slice_is(w[n->first - 1].text, "("))
		return false;
	count = acronym_letters(names, n, letters);
	if (count < 2 || n->first < begin + count + 1 ||
	    n->last >= names->ends[n->sentence] ||
	    !slice_is(w[n->last].text, ")") ||
	    evidence_known(w, n->first, n->last) != LEXICON_NONE)
		return false;
	w += n->first - 1 - count;
	for (i = 0; i < count; i++)
		if (w[i].form != TAGGER_LOWER ||
		    letters[i] != (unsigned char)w[i].text.at[0])
			return false;
	return !evidence_names_body(&w[count - 1]);
}

static void
note_short(struct recall *r)
{
	const struct names *names = r->names;
	size_t i;

	for (i = 0; i < names->count; i++)
		if (shortens_common(names, &names->all[i])) {
			*names_index_at(r->index, key_of(names, KEY_SHORT,
			    names->all[i].first, names->all[i].last)) = 1;
			r->shortens = true;
		}
}

static bool
is_short(struct recall *r, const struct name *n)
{
	return r->shortens && names_index_find(r->index, key_of(r->names,
	    KEY_SHORT, n->first, n->last)) != 0;
}

static void
note_names(struct recall *r)
{
	const struct names *names = r->names;
	size_t i, *seen, sentence = (size_t)-1;
	bool title = false;

	for (i = 0; i < names->count; i++)
		++*names_index_at(r->index, key_of(names, KEY_COUNT,
		    names->all[i].first, names->all[i].last));
	for (i = 0; i < names->count; i++) {
		const struct name *n = &names->all[i];

		if (n->sentence != sentence) {
			sentence = n->sentence;
			title = is_title(names, sentence);
		}
		if (!title && n->first != names_begin(names, sentence))
			*names_index_at(r->index, key_of(names, KEY_SOLID,
			    n->first, n->last)) = 1;
		if (n->last - n->first > LONGEST)
			continue;
		if (is_short(r, n))
			continue;
		seen = names_index_at(r->index, key_of(names, KEY_COUNT,
		    n->first, n->last));
		if (n->last - n->first > 1 || ((*seen > 1 ||
		    n->margin >= SURE) && !seen_lower(r, n->first) &&
		    n->first != names_begin(names, n->sentence)))
			note(r, n->first, n->last, n->label);
		if (n->label == ENTITY_ORG && n->last - n->first > 1 &&
		    names->words[n->first].text.length > 3 &&
		    !seen_lower(r, n->first) &&
		    evidence_is_firm(names->words, n->first, n->last)) {
			note(r, n->first, n->first + 1, ENTITY_ORG);
			if (n->last - n->first > 2)
				note(r, n->first, n->last - 1, ENTITY_ORG);
		}
		if (n->label == ENTITY_PER && n->last - n->first > 1 &&
		    names->words[n->last - 1].form == TAGGER_TITLE &&
		    names->words[n->last - 1].text.length > 2 &&
		    !seen_lower(r, n->last - 1))
			note(r, n->last - 1, n->last, ENTITY_PER);
	}
}

static void
trim_titles(struct recall *r)
{
	struct names *names = r->names;
	size_t i, sentence = (size_t)-1;
	bool title = false;

	for (i = 0; i < names->count; i++) {
		struct name *n = &names->all[i];

		if (n->sentence != sentence) {
			sentence = n->sentence;
			title = is_title(names, sentence);
		}
		if (title && !n->fixed && n->last - n->first > 1 &&
		    seen_lower(r, n->last - 1) &&
		    known(r, n->first, n->last - 1))
			n->last--;
	}
}

/* Whether nothing but its place gives a name its capitals: words that the
 * document shows in lower case, at the beginning of a sentence or in a title,
 * and never so elsewhere. */
static bool
looks_common(struct recall *r, const struct name *n, bool title)
{
	size_t i;

	if (n->fixed || evidence_known(r->names->words, n->first,
	    n->last) != LEXICON_NONE)
		return false;
	if (!title && n->first != names_begin(r->names, n->sentence))
		return false;
	for (i = n->first; i < n->last; i++)
		if (!seen_lower(r, i) ||
		    r->names->words[i].form == TAGGER_UPPER)
			return false;
	return names_index_find(r->index, key_of(r->names, KEY_SOLID,
	    n->first, n->last)) == 0;
}

static void
drop_common(struct recall *r)
{
	struct names *names = r->names;
	size_t i, kept = 0, sentence = (size_t)-1;
	bool title = false;

	for (i = 0; i < names->count; i++) {
		const struct name *n = &names->all[i];

		if (n->sentence != sentence) {
			sentence = n->sentence;
			title = is_title(names, sentence);
		}
		if (!looks_common(r, n, title) && (n->fixed ||
		    !is_short(r, n)))
			names->all[kept++] = *n;
	}
	names->count = kept;
}

static void
add(struct recall *r, size_t first, size_t last, size_t sentence,
    enum entity_label label)
{
	struct name *n = names_add(r->names, first, last, sentence);
	int t;

	n->label = label;
	for (t = 0; t <= NAMES_NONE; t++)
		n->support[t] = -GUESS;
	n->support[label] = 0;
	n->margin = n->type_margin = GUESS;
	for (; first < last; first++)
		r->names->owner[first] = r->names->count;
}

/* "in May", though someone is called May. */
static bool
is_month(const struct recall *r, size_t i, size_t begin, size_t end)
{
	static const char *const words[] = { "in", "In", "since", "until",
	    "last", "next", "this", "late", "early", "mid", "from", "by" };
	const struct tagger_word *w = &r->names->words[i];
	size_t k;

	if (lexicon_find_folded(&lexicon_calendar, w->text) == LEXICON_NONE)
		return false;
	for (k = 0; k < sizeof(words) / sizeof(*words); k++)
		if (i > begin && slice_is(w[-1].text, words[k]))
			return true;
	return i + 1 < end && w[1].form == TAGGER_DIGIT;
}

/* The longest name known that begins here; the place itself: none. */
static size_t
longest(struct recall *r, size_t first, size_t end, size_t *label)
{
	size_t last, best = first, at;

	for (last = first + 1; last <= end && last <= first + LONGEST &&
	    r->names->owner[last - 1] == 0; last++) {
		at = names_index_find(r->index, key_of(r->names, KEY_NAME,
		    first, last));
		if (at != 0 && names_capital(&r->names->words[last - 1])) {
			best = last;
			*label = at - 1;
		}
		if (names_index_find(r->index, key_of(r->names, KEY_BEGIN,
		    first, last)) == 0)
			break;
	}
	return best;
}

static bool
stray_capital(const struct recall *r, size_t i)
{
	const struct tagger_word *w = r->names->words;

	return r->names->owner[i] == 0 && names_capital(&w[i]) &&
	    evidence_country(w, i, i + 1) == LEXICON_NONE;
}

/* Whether capitals around it make a longer name of it that nobody knows. */
static bool
in_longer(const struct recall *r, size_t first, size_t last, size_t sentence)
{
	const struct tagger_word *w = r->names->words;
	size_t begin = names_begin(r->names, sentence);
	size_t end = r->names->ends[sentence];

	return (last < end && ((stray_capital(r, last) &&
	    !evidence_is_title(&w[last])) ||
	    (slice_is(w[last].text, "-") && last + 1 < end &&
	    (w[last + 1].form != TAGGER_LOWER ||
	    !has_role(&w[last + 1], "compound"))))) ||
	    (first > begin && (slice_is(w[first - 1].text, "-") ||
	    (first > begin + 1 && stray_capital(r, first - 1))));
}

/* The longest of the names that everyone knows that begins here. */
static size_t
longest_known(const struct recall *r, size_t first, size_t begin, size_t end,
    size_t *label)
{
	const struct tagger_word *w = r->names->words;
	size_t last, best = first, row;

	for (last = first + 1; last <= end && last <= first + LONGEST &&
	    r->names->owner[last - 1] == 0; last++) {
		row = evidence_known(w, first, last);
		if (row == LEXICON_NONE)
			continue;
		if (first == begin && slice_is(w[first].text, "The"))
			continue;
		/* "Target said" and "Conservatives said", but "Mozilla said" */
		if (last == first + 1 && first == begin &&
		    w[first].form == TAGGER_TITLE && (w[first].class != 0 ||
		    slice_is(lexicon_cell(&lexicon_known_names, row, 2),
		    "party")))
			continue;
		best = last;
		*label = evidence_label(lexicon_cell(&lexicon_known_names,
		    row, 1));
		/* "iPhone 4" */
		if (slice_is(lexicon_cell(&lexicon_known_names, row, 2),
		    "product") && last < end &&
		    w[last].form == TAGGER_DIGIT && w[last].text.length < 4)
			best++;
	}
	return best;
}

/* Marks within names. */
static bool
joins(const struct tagger_word *w)
{
	return slice_is(w->text, "-") || slice_is(w->text, "&") ||
	    slice_is(w->text, "/");
}

/* "Al-Ghad": a hyphen between capitals. */
static bool
is_inner_hyphen(const struct recall *r, size_t i, size_t end)
{
	const struct tagger_word *w = &r->names->words[i];

	return i + 1 < end && slice_is(w->text, "-") &&
	    w[-1].text.at + w[-1].text.length == w->text.at &&
	    w->text.at + 1 == w[1].text.at && stray_capital(r, i + 1);
}

/* Whether a name begins here as in "al-Amal". */
static bool
is_article(const struct names *names, size_t i, size_t end)
{
	return i + 2 < end && names->words[i].form == TAGGER_LOWER &&
	    slice_is(names->words[i + 1].text, "-") &&
	    names_capital(&names->words[i + 2]) &&
	    has_role(&names->words[i], "particle");
}

/* Whether the capital of the first word of a sentence is a name's: a word that
 * nobody knows in front of a comma, or several that end as firms do. */
static bool
opens_sentence(const struct recall *r, const struct name *n, size_t end)
{
	const struct tagger_word *w = r->names->words;
	size_t count = n->last - n->first;

	return n->last < end && ((w[n->first].class == 0 &&
	    w[n->first].cluster == 0 && w[n->first].form == TAGGER_TITLE &&
	    slice_is(w[n->last].text, ",")) || (count > 2 &&
	    w[n->last].form == TAGGER_LOWER && evidence_is_firm(w, n->first,
	    n->last)));
}

/* "Plan", "Programme": heads of more than names. */
static bool
is_vague(const struct tagger_word *words, size_t first, size_t last)
{
	size_t head = evidence_head(words, first, last);

	return head != LEXICON_NONE && lexicon_cell(&lexicon_name_heads, head,
	    3).length == 0;
}

/* Capitals that the words around them call a person, a firm, a town: the
 * place behind them; the place itself when they do not. */
static size_t
called(const struct recall *r, size_t first, size_t sentence, size_t *label)
{
	const struct names *names = r->names;
	struct context c = { names->words, names_begin(names, sentence),
	    names->ends[sentence], names->sport };
	struct name n = { .first = first, .last = first };
	int evidence[NAMES_TYPES] = { 0 }, t, best = 0;
	bool article = is_article(names, first, c.end), side;

	if (first > c.begin && (names->owner[first - 1] == 0 ?
	    (names_capital(&names->words[first - 1]) &&
	    !slice_is(names->words[first - 1].text, "The")) ||
	    joins(&names->words[first - 1]) :
	    !slice_is(names->words[first - 1].text, "'s")))
		return first;
	n.last += article ? 2 : 0;
	while (n.last < c.end && stray_capital(r, n.last) &&
	    lexicon_find_folded(&lexicon_calendar,
	    names->words[n.last].text) == LEXICON_NONE) {
		if (evidence_is_title(&names->words[n.last++]))
			return first;
		n.last += is_inner_hyphen(r, n.last, c.end);
	}
	if (n.last > first && names->words[n.last - 1].text.length == 1)
		n.last--;
	if (n.last - first < 1 || n.last > first + LONGEST ||
	    (names->words[first].text.length < 3 && !article &&
	    n.last - first < 3) ||
	    slice_is(names->words[first].text, "The") ||
	    (n.last < c.end && (names->owner[n.last] != 0 ||
	    joins(&names->words[n.last]))))
		return first;
	/* "Ana Lin, Transport correspondent" */
	if (n.last - first == 1 && n.last < c.end &&
	    names->words[first].class != 0 &&
	    has_role(&names->words[n.last], "desk"))
		return first;
	side = evidence_is_side(&c, &n);
	if (first == c.begin && (!side || n.last - first < 2) &&
	    !opens_sentence(r, &n, c.end))
		return first;
	evidence_read(&c, &n, evidence);
	for (t = 1; t < NAMES_TYPES; t++)
		best = evidence[t] > evidence[best] ? t : best;
	*label = (size_t)best;
	/* "Shares Fall on Spending Plan" */
	if (best == ENTITY_MISC && is_vague(names->words, first, n.last) &&
	    is_title(names, sentence))
		return first;
	while (best == ENTITY_PER && n.last - first > 1 &&
	    has_role(&names->words[n.last - 1], "honour"))
		n.last--;
	return evidence[best] >= (side ? SIDE : CALLED) ? n.last : first;
}

/* The end of a country that stands alone; the place itself when there is
 * none. */
static size_t
country_end(const struct recall *r, size_t first, size_t begin, size_t end)
{
	const struct tagger_word *w = r->names->words;
	size_t last;

	for (last = first + 3 < end ? first + 3 : end; last > first; last--)
		if (evidence_is_country(w, first, last))
			break;
	if (last == first || w[first].text.length < 4 ||
	    (first > begin && names_capital(&w[first - 1])) ||
	    (last < end && (names_capital(&w[last]) || joins(&w[last]))))
		return first;
	return last;
}

/* "MI5" */
static bool
is_code(const struct tagger_word *w)
{
	return w->form == TAGGER_DIGIT && is_upper(w->text.at[0]);
}

/* "Labour Minister", though Labour is a party as well. */
static bool
is_portfolio(const struct tagger_word *first, const struct tagger_word *last,
    const struct tagger_word *end)
{
	return last - first == 1 && last < end && has_role(first, "part") &&
	    has_role(last, "title") && names_capital(last);
}

static void
search(struct recall *r)
{
	const struct names *names = r->names;
	size_t s, i, last, label = 0;

	for (s = 0; s < names->sentence_count; s++)
		for (i = names_begin(names, s); i < names->ends[s]; i++) {
			const struct tagger_word *w = &names->words[i];
			const struct tagger_word *end = names->words +
			    names->ends[s];

			if (r->names->owner[i] != 0 || (!names_capital(w) &&
			    !is_code(w) && !is_article(names, i,
			    names->ends[s])))
				continue;
			last = longest(r, i, names->ends[s], &label);
			if (last == i)
				last = longest_known(r, i, names_begin(names,
				    s), names->ends[s], &label);
			if (last != i && (in_longer(r, i, last, s) ||
			    (last == i + 1 && is_month(r, i, names_begin(
			    names, s), names->ends[s])) ||
			    is_portfolio(w, w + (last - i), end)))
				last = i;
			if (last == i) {
				last = country_end(r, i, names_begin(names,
				    s), names->ends[s]);
				label = ENTITY_LOC;
			}
			if (last == i)
				last = called(r, i, s, &label);
			if (last == i)
				continue;
			/* "The" of names that are known with it */
			add(r, i + (last - i > 1 && slice_is(w->text, "The")),
			    last, s, (enum entity_label)label);
			i = last - 1;
		}
}

void
names_recall(struct names *names)
{
	struct recall *r = arena_alloc(names->arena, 1, sizeof(*r));
	size_t count = names->sentence_count == 0 ? 0 :
	    names->ends[names->sentence_count - 1];
	size_t i, k;

	r->names = names;
	r->index = &names->index;
	names_index_init(r->index, names->arena);
	read_lower(r, count);
	note_short(r);
	note_names(r);
	trim_titles(r);
	drop_common(r);
	memset(names->owner, 0, count * sizeof(*names->owner));
	for (i = 0; i < names->count; i++)
		for (k = names->all[i].first; k < names->all[i].last; k++)
			names->owner[k] = i + 1;
	search(r);
	names_sort(names, 0);
}
