/*
 * dateline: "NAIROBI - Mercy Chebet won", "OSAKA, Japan, May 3 (Kyodo) --".
 *
 * What stands behind the dash begins as sentences do and is tagged by itself,
 * lest a name be read over the dash.  In front stand a place in capitals, one
 * that the gazetteer need not know, and perhaps the agency in brackets.
 */
#include "../lexicon.h"
#include "dateline.h"
#include "evidence.h"

extern const struct lexicon lexicon_calendar;

enum {
	FORM = 128,		/* what a form tells of the type */
	PLACE = 5,		/* words and hyphens of one */
	REACH = 14		/* words to the dash */
};

static bool
is(const struct tagger_word *w, const char *text)
{
	return slice_is(w->text, text);
}

static const char *
behind(const struct tagger_word *w)
{
	return w->text.at + w->text.length;
}

/* A hyphen only with blanks around it. */
static bool
is_dash(const struct tagger_word *w)
{
	if (is(w, "--") || is(w, "—") || is(w, "–"))
		return true;
	return is(w, "-") && behind(w - 1) < w->text.at &&
	    behind(w) < w[1].text.at;
}

static uint32_t
kinds_of(const struct names *names, size_t first, size_t last)
{
	uint32_t kinds = gazetteer_find(names->gazetteer, names_hash(names,
	    first, last));

	return kinds != 0 ? kinds : gazetteer_find(names->gazetteer,
	    names_titled_hash(names, first, last));
}

/* Behind a hyphen that stands between letters at i, or i. */
static size_t
behind_hyphen(const struct tagger_word *w, size_t i, size_t last)
{
	return i + 1 < last && is(&w[i], "-") &&
	    behind(&w[i - 1]) == w[i].text.at &&
	    behind(&w[i]) == w[i + 1].text.at ? i + 1 : i;
}

/* Behind the words in capitals, or of a city. */
static size_t
place_end(const struct names *names, size_t first, size_t last)
{
	size_t i = first, letters = 0;

	for (; i < last && i < first + PLACE &&
	    names->words[i].form == TAGGER_UPPER;
	    i = behind_hyphen(names->words, i + 1, last))
		if (names->words[i].text.length > letters)
			letters = names->words[i].text.length;
	if (i > first)
		return letters > 2 ? i : first;
	for (; i < last && i < first + PLACE &&
	    names->words[i].form == TAGGER_TITLE; i++)
		;
	return i > first && (kinds_of(names, first, i) & GAZETTEER_CITY) ?
	    i : first;
}

size_t
dateline_end(const struct names *names, size_t first, size_t last)
{
	const struct tagger_word *w = names->words;
	size_t i = place_end(names, first, last), lower = 0, dash;

	if (i == first || i + 2 >= last || (!is(&w[i], ",") &&
	    !is(&w[i], "(") && !is(&w[i], ".") && !is_dash(&w[i])))
		return first;
	for (; i + 2 < last && i < first + REACH && !is_dash(&w[i]); i++)
		if (w[i].form == TAGGER_LOWER)
			return first;
	if (i + 2 >= last || !is_dash(&w[i]))
		return first;
	for (dash = i++; i < last; i++)
		lower += w[i].form == TAGGER_LOWER;
	return lower > 1 && w[dash + 1].form != TAGGER_LOWER ? dash + 1 :
	    first;
}

/* Makes words [first, last) one name in place of those they meet. */
static void
set(struct names *names, size_t from, size_t sentence, size_t first,
    size_t last, enum entity_label label)
{
	size_t i, kept = from;
	struct name *n;

	for (i = from; i < names->count; i++)
		if (names->all[i].last <= first || names->all[i].first >= last)
			names->all[kept++] = names->all[i];
	names->count = kept;
	n = names_add(names, first, last, sentence);
	n->label = label;
	n->support[label] = FORM;
	names_sort(names, from);
}

/* "THURSO, March 3", which no heading is. */
static bool
is_dated(const struct names *names, size_t comma)
{
	const struct tagger_word *w = &names->words[comma];

	return is(w, ",") && w[1].form == TAGGER_TITLE &&
	    w[2].form == TAGGER_DIGIT && lexicon_find_folded(
	    &lexicon_calendar, w[1].text) != LEXICON_NONE;
}

/* Words that say what follows, as "ANALYSIS -", and names of bodies. */
static bool
is_place(const struct names *names, size_t first, size_t last)
{
	const uint32_t places = GAZETTEER_CITY | GAZETTEER_REGION |
	    GAZETTEER_COUNTRY;
	uint32_t kinds = kinds_of(names, first, last);
	size_t i;

	if (names->words[first].form != TAGGER_UPPER || (kinds & places) != 0)
		return (kinds & places) != 0;
	if (is(&names->words[last], ",") && evidence_country(names->words,
	    last + 1, last + 2) != LEXICON_NONE)
		return true;
	if (kinds != 0 || evidence_known(names->words, first, last) !=
	    LEXICON_NONE)
		return false;
	for (i = first; i < last; i++)
		if (names->words[i].class == 0 &&
		    (names->words[i].cluster == 0 || is_dated(names, last)) &&
		    names->words[i].text.length > 3)
			return true;
	return false;
}

void
dateline_label(struct names *names, size_t from, size_t sentence, size_t end)
{
	const struct tagger_word *w = names->words;
	size_t first = names_begin(names, sentence), open;
	size_t last = place_end(names, first, end);

	if (is_place(names, first, last))
		set(names, from, sentence, first, last, ENTITY_LOC);
	/* "PORTLAND, Ore." */
	open = last + 2;
	if (open < end && is(&w[last], ",") &&
	    evidence_shortens_place(&w[last + 1])) {
		open += is(&w[open], ".") &&
		    behind(&w[open - 1]) == w[open].text.at;
		if (!names_capital(&w[open]))
			set(names, from, sentence, last + 1, open, ENTITY_LOC);
	}
	end--;
	if (end < first + 4 || !is(&w[end - 1], ")"))
		return;
	for (open = end - 2; open > last && names_capital(&w[open]); open--)
		;
	if (is(&w[open], "(") && open + 1 < end - 1)
		set(names, from, sentence, open + 1, end - 1, ENTITY_ORG);
}
