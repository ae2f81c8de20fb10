/*
 * harmonise: corrects labels (see harmonise.h).  Some sets label the whole
 * phrase ("chief executive Noel Forgeard", "the new MacBook"), two places as
 * one ("Long Beach, California"), or nationalities in one of four ways.
 */
#include "harmonise.h"

enum { PER, ORG, LOC, MISC };

static bool
is_name(const struct tagger_word *w)
{
	return (w->form != TAGGER_LOWER && w->form != TAGGER_PUNCT) ||
	    w->careless;
}

static bool
is_particle(const struct tagger_word *w)
{
	static const char *const particles[] = { "al", "el", "de", "da", "di",
	    "du", "dos", "del", "la", "le", "van", "von", "der", "den", "bin",
	    "ibn", "bint", "ul", "ur", "y", "e", "i", "d", "o", "ter", "ten",
	    "af", "av", "zu", "abu", "ben", "ould" };
	size_t i;

	for (i = 0; i < sizeof(particles) / sizeof(*particles); i++)
		if (slice_is(w->text, particles[i]))
			return true;
	return false;
}

static void
put(signed char *labels, size_t first, size_t last, int type)
{
	size_t i;

	for (i = first; i < last; i++)
		labels[i] = (signed char)(type < 0 ? 0 : 1 + 2 * type +
		    (i > first));
}

/* Where a name should stop: at a bracket; a place or person at a comma. */
static size_t
name_stop(const struct tagger_word *w, size_t first, size_t last, int type)
{
	size_t i;

	for (i = first + 1; i < last; i++)
		if (slice_is(w[i].text, "(") || ((type == LOC ||
		    type == PER) && slice_is(w[i].text, ",")))
			return i;
	return last;
}

static void
trim(const struct tagger_word *w, signed char *labels, size_t first,
    size_t last, int type)
{
	size_t stop = name_stop(w, first, last, type), begin = first, i;

	put(labels, first, last, -1);
	for (i = first; type == PER && i + 1 < stop; i++)
		if (w[i].form == TAGGER_LOWER && !is_particle(&w[i]) &&
		    is_name(&w[i + 1]))
			begin = i + 1;
	while (begin < stop && ((!is_name(&w[begin]) &&
	    !is_particle(&w[begin])) || (type != MISC &&
	    slice_is(w[begin].text, "The"))))
		begin++;
	i = stop;
	while (i > begin && !is_name(&w[i - 1]) && w[i - 1].form ==
	    TAGGER_LOWER &&
	    (i < begin + 2 || !slice_is(w[i - 2].text, "-")))
		i--;
	if (begin < i)
		put(labels, begin, i, type);
	/* What stands behind a comma or in brackets is a name, too. */
	for (begin = stop + 1; stop < last && begin < last; begin++)
		if (is_name(&w[begin])) {
			i = name_stop(w, begin, last, type);
			while (i > begin && !is_name(&w[i - 1]))
				i--;
			if (type != PER)
				put(labels, begin, i, type);
			break;
		}
}

static bool
is_nationality(const struct tagger_word *w)
{
	return w->form == TAGGER_TITLE && w->text.length > 3 &&
	    (w->kinds & (GAZETTEER_DEMONYM | GAZETTEER_MISC)) != 0 &&
	    (w->kinds & (GAZETTEER_COUNTRY | GAZETTEER_REGION |
	    GAZETTEER_CITY | GAZETTEER_COMPANY | GAZETTEER_ORG |
	    GAZETTEER_FIRST)) == 0;
}

/* The end of an event, product or prize of several words that the gazetteer
 * knows and the set leaves out, or i. */
static size_t
unlabelled_end(const struct document *d, size_t i, size_t end)
{
	size_t j = i + 1;

	if ((d->words[i].begins & GAZETTEER_MISC) == 0 || d->labels[i] != 0)
		return i;
	while (j < end && (d->words[j].inside & GAZETTEER_MISC) != 0 &&
	    d->labels[j] == 0)
		j++;
	return j > i + 1 ? j : i;
}

/* Of "Paris-based" some sets leave out the place. */
static bool
is_base(const struct document *d, size_t i, size_t end)
{
	static const char *const behind[] = { "based", "born", "led", "backed",
	    "controlled", "brokered", "held", "occupied", "run" };
	size_t k;

	if (d->labels[i] != 0 || i + 2 >= end ||
	    !slice_is(d->words[i + 1].text, "-") ||
	    (d->words[i].kinds & (GAZETTEER_COUNTRY | GAZETTEER_CITY)) == 0)
		return false;
	for (k = 0; k < sizeof(behind) / sizeof(*behind); k++)
		if (slice_is(d->words[i + 2].text, behind[k]))
			return is_name(&d->words[i]) && (k < 2 ||
			    (d->words[i].kinds & GAZETTEER_COUNTRY) != 0);
	return false;
}

void
harmonise(struct document *d)
{
	size_t s, i, j, first = 0;

	for (s = 0; s < d->sentence_count; first = d->ends[s++])
		for (i = first; i < d->ends[s]; i = j) {
			int type = (d->labels[i] - 1) / 2;
			bool single;

			j = i + 1;
			while (d->labels[i] > 0 && j < d->ends[s] &&
			    d->labels[j] == 2 + 2 * type)
				j++;
			single = j == i + 1;
			if (unlabelled_end(d, i, d->ends[s]) > i) {
				j = unlabelled_end(d, i, d->ends[s]);
				put(d->labels, i, j, MISC);
			} else if (is_base(d, i, d->ends[s]))
				put(d->labels, i, j, LOC);
			else if (single && is_nationality(&d->words[i]) &&
			    (d->labels[i] == 0 || type == LOC ||
			    (d->words[i].kinds & GAZETTEER_LAST) == 0))
				put(d->labels, i, j, MISC);
			else if (d->labels[i] > 0)
				trim(d->words, d->labels, i, j, type);
		}
}
