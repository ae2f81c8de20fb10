/*
 * content: where the words that a cue reports begin.
 *
 * They begin behind "that", with marks, or at once where the verb's counted
 * frame allows a clause and one is there: a subject, and a finite verb that is
 * not of a relative clause.  Phrases of time and place before it are the
 * cue's.
 */
#include "parse.h"

#define ENCLOSED_MOST 16		/* atoms between two commas */
#define INFINITIVE_MOST 12	/* atoms from the verb to the marks */

/* Announced when it will open: a time to come, which may be told; conceded
 * when polls closed was then. */
static bool
would(const struct scan *scan, size_t i, size_t stop)
{
	for (; i < stop && scan->parse->atoms[i].punct == 0; i++)
		if ((scan->parse->atoms[i].classes & WORD_BACK) ||
		    scan_is(scan, i, "will"))
			return true;
	return false;
}

/* Warned the wage, at half the rate, was low: whether what commas enclose has a
 * verb behind it. */
static bool
enclosed(const struct scan *scan, size_t comma, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	for (i = comma + 1; i + 1 < stop && i < comma + ENCLOSED_MOST &&
	    atoms[i].region == NONE && atoms[i].tag != TAG_FINITE &&
	    !(atoms[i].classes & WORD_RELATIVE); i++)
		if (atoms[i].punct == ',')
			return i > comma + 1 && atoms[i + 1].region == NONE &&
			    atoms[i + 1].tag == TAG_FINITE;
	return false;
}

/* Behind the object of a verb of telling. */
static size_t
skip_object(const struct scan *scan, const struct report *report, size_t i,
    size_t stop)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct span np;
	size_t n;

	if (atoms[i].classes & WORD_OBJECT)
		return i + 1;
	if (!chunk_after(parse, i, stop, &np))
		return i;
	/* Warned it might close. */
	if ((atoms[i].classes & WORD_PRONOUN) && i + 1 < stop &&
	    atoms[i + 1].tag == TAG_FINITE)
		return i;
	n = np.last;
	/* "told reporters": one word is an object, or all before "that". */
	if (!(atoms[i].classes & (WORD_DETERMINER | WORD_POSSESSIVE |
	    WORD_CAPITAL | WORD_PRONOUN)) && !(n < stop &&
	    (atoms[n].classes & (WORD_THAT | WORD_TIME | WORD_QUESTION))))
		n = i + 1;
	if (n < stop && atoms[n].punct == ',' && (report->frame & FRAME_BARE) &&
	    enclosed(scan, n, stop))
		return i;
	/* warned sales would fall */
	if (n < stop && atoms[n].region == NONE &&
	    atoms[n].tag == TAG_FINITE && (report->frame & FRAME_BARE))
		return i;
	if (n < stop && (n == i + 1 || atoms[n].region != NONE ||
	    atoms[n].punct != 0 || (atoms[n].classes & (WORD_THAT |
	    WORD_PRONOUN | WORD_PREPOSITION | WORD_QUESTION |
	    WORD_DETERMINER | WORD_TIME)) || atoms[n].tag == TAG_ADVERB))
		return n;
	return i;
}

/* Where words of time that begin at an atom end; there, if they only tell about
 * a noun: the next hearing, last year's budget, earlier talks. */
static size_t
time_end(const struct scan *scan, size_t first, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	bool noun = false;
	size_t i = first;

	do {
		noun = noun || ((atoms[i].classes & WORD_TIME) &&
		    atoms[i].tag != TAG_ADJECTIVE);
		i++;
	} while (i < stop && (atoms[i].classes & (WORD_TIME | WORD_NUMBER)));
	if (i < stop && (chunk_possessive(scan->parse, i) || (!noun &&
	    (atoms[i].tag == TAG_NOUN || atoms[i].tag == TAG_ADJECTIVE) &&
	    !(i + 1 < stop && (atoms[i + 1].classes & (WORD_PRONOUN |
	    WORD_THAT))))))
		return first;
	return i;
}

/* Behind phrases that tell when and where it was said. */
static size_t
skip_adverbials(const struct scan *scan, size_t i, size_t stop)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct span np;
	size_t first = i;

	while (i < stop) {
		const struct atom *a = &atoms[i];

		if (a->region != NONE || a->punct != 0)
			break;
		if (i + 1 < stop && (scan_is(scan, i, "late") ||
		    scan_is(scan, i, "early")) &&
		    (atoms[i + 1].tag == TAG_PREPOSITION ||
		    (atoms[i + 1].classes & WORD_TIME))) {
			i++;
		} else if ((a->classes & WORD_TIME) || (i + 1 < stop &&
		    (atoms[i + 1].classes & WORD_TIME) &&
		    !(a->classes & (WORD_THAT | WORD_PRONOUN)))) {
			size_t end = time_end(scan, i, stop);

			/* during Friday's talks */
			if (end == i && (a->tag != TAG_PREPOSITION ||
			    !chunk_after(parse, i + 1, stop, &np)))
				break;
			i = end == i ? np.last : end;
		} else if ((a->tag == TAG_ADVERB &&
		    !(a->classes & WORD_QUESTION) && !(i + 1 < stop &&
		    atoms[i + 1].punct == 'h')) || (i > first && i + 1 < stop &&
		    (a->tag == TAG_DONE || a->tag == TAG_FINITE) &&
		    !(a->classes & WORD_AUXILIARY) &&
		    (atoms[i + 1].tag == TAG_PREPOSITION ||
		    (atoms[i + 1].classes & WORD_TIME)))) {
			/* an interview published on Thursday */
			i++;
		} else if (a->tag == TAG_PREPOSITION && i + 1 < stop) {
			if (atoms[i + 1].region != NONE && i + 2 < stop)
				i += 2;
			else if (!(atoms[i + 1].classes & WORD_PRONOUN) &&
			    chunk_after(parse, i + 1, stop, &np))
				i = np.last;
			else if (atoms[i + 1].tag == TAG_PRONOUN)
				i += 2;
			else
				break;
		} else {
			break;
		}
	}
	return i;
}

/* Whether a noun is still to come. */
static bool
phrase_goes_on(const struct atom *a)
{
	return a->punct != 0 || a->tag == TAG_PREPOSITION ||
	    a->tag == TAG_DETERMINER || a->tag == TAG_ADJECTIVE ||
	    a->tag == TAG_DONE || a->tag == TAG_ING ||
	    a->tag == TAG_CONJUNCTION;
}

/* Whether a verb is the second of two: and repeatedly says. */
static bool
joined(const struct scan *scan, size_t first, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i - 1];

	while (i-- > first + 1 && a->tag == TAG_ADVERB)
		a--;
	return a->tag == TAG_CONJUNCTION && !(a->classes & WORD_DETERMINER);
}

/* Their plans in May, she said: a phrase, and a clause of its own behind the
 * comma. */
static bool
other_subject(const struct scan *scan, size_t first, size_t comma, size_t verb)
{
	const struct atom *a = &scan->parse->atoms[first];
	struct span np;

	if ((a->classes & WORD_TIME) || !(a->tag == TAG_DETERMINER ||
	    a->tag == TAG_NOUN || a->tag == TAG_NAME ||
	    a->tag == TAG_ADJECTIVE || a->tag == TAG_NUMBER) ||
	    !chunk_after(scan->parse, comma + 1, verb, &np))
		return false;
	while (np.last < verb &&
	    scan->parse->atoms[np.last].tag == TAG_ADVERB)
		np.last++;
	return np.last == verb;
}

/* Said after she left: when it was said, not what. */
static bool
tells_when(const struct scan *scan, size_t i)
{
	return scan_is(scan, i, "when") || scan_is(scan, i, "after") ||
	    scan_is(scan, i, "before") || scan_is(scan, i, "as") ||
	    scan_is(scan, i, "since") || scan_is(scan, i, "until") ||
	    scan_is(scan, i, "once");
}

/* After Lin left; until they vote: a preposition that begins a clause. */
static bool
preposes_clause(const struct scan *scan, size_t i, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;

	if (atoms[i].tag != TAG_PREPOSITION ||
	    !(atoms[i].classes & WORD_SUBORDINATOR) ||
	    !chunk_after(scan->parse, i + 1, stop, &np))
		return false;
	while (np.last < stop && atoms[np.last].tag == TAG_ADVERB)
		np.last++;
	/* The loss after tax grew, the gap since the war has. */
	return np.last < stop && atoms[np.last].tag == TAG_FINITE &&
	    atoms[np.last].region == NONE &&
	    (atoms[np.first].tag == TAG_NAME || atoms[np.first].tag ==
	    TAG_PRONOUN || (atoms[np.first].tag == TAG_NOUN &&
	    scan->parse->passage->text.at[atoms[np.first].end - 1] == 's'));
}

/* Whether a verb stands before the next comma. */
static bool
verb_before_comma(const struct scan *scan, size_t i, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;

	for (; i < stop && atoms[i].punct != ','; i++)
		if (atoms[i].region == NONE && atoms[i].tag == TAG_FINITE)
			return true;
	return false;
}

/* Denied the claim, but it stood; told it to a friend, and they: a clause of
 * its own behind a conjunction. */
static bool
joins_clause(const struct scan *scan, size_t i, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;

	/* denied it, saying that */
	if (i + 1 < stop && atoms[i].frame != 0 && atoms[i].tag == TAG_ING &&
	    atoms[i].percent >= 50 && atoms[i - 1].punct == ',')
		return true;
	return i + 2 < stop && atoms[i].tag == TAG_CONJUNCTION &&
	    (atoms[i - 1].punct == ',' || atoms[i - 1].region != NONE) &&
	    ((atoms[i + 1].classes &
	    WORD_PRONOUN) || ((scan_is(scan, i, "but") || scan_is(scan, i,
	    "so") || scan_is(scan, i, "yet")) &&
	    atoms[i + 1].tag != TAG_PREPOSITION));
}

static bool
comma_between(const struct scan *scan, size_t i, size_t stop)
{
	while (i < stop && scan->parse->atoms[i].punct != ',')
		i++;
	return i < stop;
}

/* Whether the marks hold a finite verb. */
bool
content_clausal(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	size_t k;

	for (k = a->first; k < a->last; k++)
		if (scan->parse->words[k].tag == TAG_FINITE)
			return true;
	return false;
}

bool
content_clause_at(const struct scan *scan, size_t first, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, relatives = 0, commas = 0, comma = 0;
	bool infinitive = false, related = false;

	if (first >= stop)
		return false;
	if (stop > first + SCAN_LOOK)
		stop = first + SCAN_LOOK;
	for (i = first; i < stop; i++) {
		const struct atom *a = &atoms[i];

		if (a->region != NONE) {
			/* Girls "did not have the lungs"; so the mayor, Lin,
			 * "never had". */
			if (i > first && relatives == 0 && (commas == 2 &&
			    comma == i - 1 && !related ?
			    content_clausal(scan, i) :
			    !phrase_goes_on(&atoms[i - 1])) &&
			    !scan_capital(scan, i) &&
			    atoms[i - 1].tag != TAG_FINITE)
				return true;
			continue;
		}
		if (a->punct == ';' || a->punct == ':' || (i > first &&
		    relatives == 0 && joins_clause(scan, i, stop)))
			return false;
		if (i > first && (a->tag == TAG_WH ||
		    (a->classes & WORD_THAT))) {
			related = true;
			relatives++;
		} else if (a->tag == TAG_FINITE) {
			if (i == first || joined(scan, first, i))
				return false;
			/* reported a loss, announced a merger */
			if (relatives == 0 && commas == 1 &&
			    atoms[i - 1].punct == ',')
				continue;
			if (relatives == 0 && commas == 1 &&
			    other_subject(scan, first, comma, i))
				return false;
			if (relatives == 0)
				return commas != 1 || i > first + 8 ||
				    atoms[first].tag != TAG_NOUN;
			relatives--;
			while (i + 1 < stop && atoms[i + 1].tag == TAG_FINITE)
				i++;
		} else if (i > first && relatives == 0 && (i + 1 == stop ||
		    atoms[i + 1].tag != TAG_ING) &&
		    (a->tag == TAG_SUBORDINATOR ||
		    preposes_clause(scan, i, stop) || (infinitive &&
		    tells_when(scan, i)))) {
			if (commas != 1)
				return false;
			/* The plan, if it fails, will be dropped. */
			relatives += atoms[i - 1].punct == ',' &&
			    verb_before_comma(scan, i, stop);
			/* £5m for it, though some say it is less */
			if (atoms[i - 1].punct == ',' && !comma_between(scan,
			    i, stop))
				return false;
		}
		if (a->punct == ',') {
			commas++;
			comma = i;
		}
		/* the state to act before the season begins */
		if (a->tag == TAG_BASE && scan_is(scan, i - (i > 0), "to"))
			infinitive = true;
		if (a->boundary)
			break;
	}
	return false;
}

/* A price cut of, a coral reef stretching: a noun behind a noun with which it
 * would not agree as a verb. */
static bool
compound(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	const char *text = scan->parse->passage->text.at;
	char end = text[a->end - 1];

	return scan_is(scan, i + 1, "of") || (end != 's' && end != 'd' &&
	    text[a[-1].end - 1] != 's');
}

/* Whether a phrase is followed by what may be a verb with another tag: people
 * misunderstand Lin. */
static bool
bare_clause(const struct scan *scan, const struct report *report,
    size_t first, size_t stop)
{
	const struct parse *parse = scan->parse;
	struct span np;
	size_t i;

	if (!chunk_starts(parse, first) ||
	    !chunk_after(parse, first, stop, &np))
		return false;
	/* they hear stories: a verb, whatever its tag is */
	if ((parse->atoms[first].classes & (WORD_PRONOUN | WORD_OBJECT)) ==
	    WORD_PRONOUN && parse->atoms[first + 1].region == NONE &&
	    parse->atoms[first + 1].frame != 0)
		return true;
	for (i = first + 1; i <= np.last && i < stop; i++)
		if ((parse->atoms[i].tag == TAG_BASE &&
		    !scan_is(scan, i - 1, "to")) ||
		    parse->atoms[i].tag == TAG_DONE || (first + 5 < stop &&
		    parse->atoms[i].tag == TAG_NOUN && i > first &&
		    parse->atoms[i - 1].tag != TAG_ADJECTIVE &&
		    parse->atoms[i - 1].tag != TAG_DETERMINER &&
		    i + 1 < stop && (parse->atoms[i + 1].tag == TAG_NOUN ||
		    parse->atoms[i + 1].tag == TAG_DETERMINER ||
		    parse->atoms[i + 1].tag == TAG_PREPOSITION) &&
		    (parse->atoms[report->cue.first].percent >= SURE ||
		    !compound(scan, i))))
			return true;
	return false;
}

/* The number of an amount that begins at first (at least 10, an estimated
 * 300), or NONE. */
static size_t
amount(const struct scan *scan, size_t first, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = first;

	while (i + 1 < stop && i < first + 4 && atoms[i].region == NONE &&
	    (atoms[i].classes & (WORD_ABOUT | WORD_PREPOSITION |
	    WORD_DETERMINER | WORD_SUBORDINATOR)) &&
	    !(atoms[i].classes & WORD_NUMBER) && atoms[i].tag != TAG_NUMBER)
		i++;
	return i > first && ((atoms[first].classes |
	    atoms[first + 1].classes) & WORD_ABOUT) &&
	    ((atoms[i].classes & WORD_NUMBER) || atoms[i].tag == TAG_NUMBER) ?
	    i : NONE;
}

/* Some 300 men left: behind a counted noun stands its verb, whatever its tag
 * is. */
static bool
counted_clause(const struct scan *scan, size_t i, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;

	for (i++; i < stop && (atoms[i].tag == TAG_NOUN ||
	    (i + 1 < stop && atoms[i].tag == TAG_ADJECTIVE &&
	    atoms[i + 1].tag == TAG_NOUN)); i++)
		;
	return i < stop && atoms[i].region == NONE && atoms[i].punct == 0 &&
	    (atoms[i].tag == TAG_FINITE || atoms[i].tag == TAG_DONE ||
	    atoms[i].tag == TAG_ADJECTIVE || atoms[i].tag == TAG_BASE);
}

/* Although he said that it failed, they stayed: a clause behind the comma. */
bool
content_main_clause(const struct scan *scan, size_t comma)
{
	return (chunk_starts(scan->parse, comma + 1) ||
	    scan->parse->atoms[comma + 1].tag == TAG_NUMBER) &&
	    content_clause_at(scan, comma + 1, scan->end);
}

/* When they tried, it failed: a comma and a main clause. */
static bool
leads_to_clause(const struct scan *scan, size_t i, size_t stop)
{
	for (; i + 2 < stop; i++)
		if (scan->parse->atoms[i].punct == ',' &&
		    content_main_clause(scan, i))
			return true;
	return false;
}

static bool
starts_clause(const struct scan *scan, const struct report *report, size_t i,
    size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *a = &atoms[i];
	bool says = atoms[report->cue.first].percent >= 80;

	if (a->punct != 0 || a->region != NONE || (a->tag == TAG_CONJUNCTION &&
	    !(a->classes & WORD_DETERMINER)))
		return false;
	if (a->tag == TAG_FINITE || a->tag == TAG_WH)
		return false;
	/* told to be "good" */
	if (scan_is(scan, i, "to") && i + 1 < stop &&
	    atoms[i + 1].tag == TAG_BASE)
		return false;
	/* declared himself a winner; insisted on paying it */
	if ((a->classes & (WORD_OBJECT | WORD_PRONOUN | WORD_POSSESSIVE)) ==
	    WORD_OBJECT || (a->tag == TAG_PREPOSITION && i + 1 < stop &&
	    atoms[i + 1].tag == TAG_ING && !verb_before_comma(scan, i, stop)))
		return false;
	if (a->tag == TAG_SUBORDINATOR && tells_when(scan, i) &&
	    !leads_to_clause(scan, i, stop))
		return false;
	if (a->tag == TAG_SUBORDINATOR || a->tag == TAG_ADVERB)
		return says && chunk_finite(scan->parse, i, stop);
	if (a->tag == TAG_PREPOSITION && !says)
		return false;
	return content_clause_at(scan, i, stop) ||
	    (says && i + 3 < stop && bare_clause(scan, report, i, stop));
}

/* Rejected that idea; finds that pitch vain; recalling that day, Lin left;
 * denied that, too: a that which points at something. */
static bool
points_at(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];

	if (i == 0 || (a[1].tag != TAG_NOUN && a[1].punct != ',' &&
	    a[1].tag != TAG_PREPOSITION) || a[-1].percent >= SURE)
		return false;
	if (!chunk_finite(scan->parse, i + 1, scan->end))
		return true;
	return a[1].tag == TAG_NOUN && a[-1].frame != 0 &&
	    a[-1].percent < 80 && scan->parse->passage->text.at[a[1].end - 1]
	    != 's' && (!verb_before_comma(scan, i + 1, scan->end) ||
	    !content_clause_at(scan, i + 1, scan->end));
}

/* Show everything that they have: a that which is told about. */
static bool
of_everything(const struct scan *scan, size_t i)
{
	return i > 0 && (scan_is(scan, i - 1, "everything") ||
	    scan_is(scan, i - 1, "anything") ||
	    scan_is(scan, i - 1, "something") ||
	    scan_is(scan, i - 1, "nothing"));
}

/* Hailed it as "x", accused her of "x", mocked him for "x". */
static bool
names_behind(const struct scan *scan, size_t i)
{
	return scan_is(scan, i, "as") || scan_is(scan, i, "of") ||
	    scan_is(scan, i, "for");
}

/* Put it in the "safe room", spoke at a "town hall": marks within a phrase that
 * tells where or how. */
static bool
within_phrase(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];

	if (i == 0 || content_clausal(scan, i))
		return false;
	if (a[-1].tag == TAG_PREPOSITION || chunk_possessive(scan->parse,
	    i - 1))
		return true;
	return i > 1 && a[-1].tag == TAG_DETERMINER &&
	    a[-2].tag == TAG_PREPOSITION && !names_behind(scan, i - 2);
}

/* Where reported words begin at a that, at marks, or at a comma or colon
 * before marks; NONE if there is none of these. */
static size_t
begins(const struct scan *scan, size_t i, bool *that)
{
	const struct atom *a = &scan->parse->atoms[i];

	if (scan_title(scan, i + (a->punct == ',')))
		return NONE;
	if (a->region != NONE)
		return within_phrase(scan, i) ? NONE : i;
	if (i + 1 >= scan->end)
		return NONE;
	if ((a->punct == ',' || a->punct == ':') && a[1].region != NONE)
		return i + 1;

	if (!(a->classes & WORD_THAT) || (a->tag != TAG_SUBORDINATOR &&
	    i > 0 && a[-1].tag == TAG_PREPOSITION) || (i > 0 &&
	    a[1].tag == TAG_FINITE && a[-1].percent < 80))
		return NONE;
	/* denied that, saying it was late */
	if (points_at(scan, i) || of_everything(scan, i) ||
	    (a[1].punct == ',' && i + 2 < scan->end && a[2].frame != 0 &&
	    a[2].inflection == FORM_ING))
		return NONE;
	*that = true;
	return a->tag == TAG_SUBORDINATOR || a[1].tag != TAG_FINITE ? i + 1 :
	    i;
}

/* It explains, in so many words, that; said - on CNN - that; NONE if there is
 * no such that behind what stands between commas or dashes. */
static size_t
behind_aside(const struct scan *scan, size_t i, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k;

	if (atoms[i].punct != ',' && atoms[i].punct != '-')
		return NONE;
	for (k = i + 1; k + 1 < stop && k < i + 16; k++) {
		if ((atoms[k].tag == TAG_FINITE && atoms[k].percent >= 10) ||
		    atoms[k].region != NONE)
			break;
		if (atoms[k].punct == atoms[i].punct && k > i + 1 &&
		    (atoms[k + 1].classes & WORD_THAT))
			return k + 2;
	}
	return NONE;
}

/* Said before she left that; said as she left, "no": NONE if nothing such
 * comes behind what tells when it was said. */
static size_t
behind_when(const struct scan *scan, size_t i, size_t stop, bool *that)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k;

	if (!tells_when(scan, i))
		return NONE;
	for (k = i + 1; k + 2 < stop && atoms[k].region == NONE; k++) {
		const struct atom *next = &atoms[k + 1];

		if (atoms[k].punct != ',' && atoms[k].punct != 0 &&
		    atoms[k].punct != 'h' && atoms[k].punct != ':')
			break;
		if (atoms[k].punct != 0 && next->region != NONE)
			return k + 1;
		if ((next->classes & WORD_THAT) &&
		    next->tag == TAG_SUBORDINATOR) {
			*that = true;
			return k + 2;
		}
	}
	return NONE;
}

/* Each year of drought costs more; last week's rise was odd: whether words
 * that would tell when it was said are the subject of a verb behind them. */
static bool
time_subject(const struct scan *scan, const struct report *report, size_t i,
    size_t verb)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k;

	if (verb < i + 2 || verb >= scan->end || !(report->frame & FRAME_BARE)
	    || report->passive || atoms[report->cue.first].percent < 80 ||
	    atoms[verb].region != NONE || atoms[verb].tag != TAG_FINITE ||
	    (atoms[i].tag != TAG_DETERMINER && atoms[i].tag != TAG_NOUN &&
	    atoms[i].tag != TAG_NUMBER && atoms[i].tag != TAG_ADJECTIVE))
		return false;
	for (k = i; k < verb; k++)
		if ((atoms[k].tag == TAG_PREPOSITION &&
		    !scan_is(scan, k, "of")) ||
		    atoms[k].tag == TAG_SUBORDINATOR)
			return false;
	return true;
}

/* Agreed to pay: no one that it was told to; say so: no clause. */
static bool
infinitive(const struct scan *scan, size_t i, size_t stop)
{
	const struct atom *next = &scan->parse->atoms[i + 1];

	if (i + 1 >= stop)
		return false;
	if (scan_is(scan, i, "so"))
		return next->tag == TAG_ADVERB || next->tag == TAG_PREPOSITION;
	return scan_is(scan, i, "to") && next->region == NONE &&
	    !(next->classes & (WORD_CAPITAL | WORD_PERSON |
	    WORD_ORGANISATION | WORD_DETERMINER | WORD_POSSESSIVE |
	    WORD_OBJECT | WORD_PRONOUN)) &&
	    scan->parse->passage->text.at[next->end - 1] != 's';
}

/* Where content may begin behind the cue, and in *stop where at the latest. */
static size_t
first_behind(const struct scan *scan, const struct report *report,
    size_t *stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.last, k;

	*stop = end_relative(scan, report);
	/* Citing reports that say so, Lin left. */
	if (report->shared && report->core.first == scan->begin)
		for (k = i; k < *stop; k++)
			if (atoms[k].punct == ',' &&
			    content_main_clause(scan, k))
				*stop = k;
	if (*stop > i + SCAN_LOOK)
		*stop = i + SCAN_LOOK;
	return i < *stop && (report->frame & FRAME_OBJECT) ?
	    skip_object(scan, report, i, *stop) : i;
}

/* Whether the cue reports so often. */
static bool
is_sure(const struct scan *scan, const struct report *report, int percent)
{
	return scan->parse->atoms[report->cue.first].percent >= percent;
}

/* Words that something is called at i: described as "vain". */
static size_t
named_at(const struct scan *scan, const struct report *report, size_t i,
    size_t stop)
{
	const struct atom *a = scan->parse->atoms + i;

	if (!(report->frame & FRAME_NAME) || i + 1 >= stop ||
	    a[1].region == NONE)
		return NONE;
	/* was called a "coward" by Lin */
	return (names_behind(scan, i) && is_sure(scan, report, 50)) ||
	    (report->agent && report->passive && a->tag == TAG_DETERMINER) ?
	    i + 1 : NONE;
}

/* A question at k, where it is one that is reported. */
static bool
is_question(const struct scan *scan, const struct report *report, size_t k,
    size_t stop)
{
	const struct parse *parse = scan->parse;

	if (k >= stop || !(parse->atoms[k].classes & WORD_QUESTION) ||
	    report->infinitive)
		return false;
	return (report->frame & FRAME_QUESTION) || ((report->frame &
	    FRAME_THAT) && k + 2 < scan->end && chunk_finite(parse, k + 1,
	    stop) && !(scan_is(scan, k, "when") && !would(scan, k, stop)));
}

/* A clause at i that nothing introduces, but for what may begin one: time,
 * questions, when, about, amounts, a colon. */
static size_t
bare_at(const struct scan *scan, const struct report *report, size_t i,
    size_t stop)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = parse->atoms + i;
	bool bare = (report->frame & FRAME_BARE) && !report->passive;
	size_t k = skip_adverbials(scan, i, stop);

	if (time_subject(scan, report, i, k) && k < stop)
		return i;
	if (is_question(scan, report, k, stop))
		return k;
	/* spoke about how it failed */
	if (k + 3 < stop && (parse->atoms[k + 1].classes & WORD_QUESTION) &&
	    scan_is(scan, k, "about") &&
	    !scan_is(scan, k + 1, "when") && chunk_finite(parse, k + 2, stop))
		return k + 1;
	if (bare && !(a->classes & WORD_THAT) && (a->tag == TAG_SUBORDINATOR ||
	    ((a->classes & WORD_ABOUT) && i + 1 < stop && a[1].punct == 0 &&
	    !(a[1].classes & WORD_THAT))) &&
	    starts_clause(scan, report, i, stop))
		return i;
	k = amount(scan, i, stop);
	if (k != NONE && bare && (content_clause_at(scan, k, stop) ||
	    (is_sure(scan, report, 80) && counted_clause(scan, k, stop))))
		return i;
	/* Some say: it is time. */
	return a->punct == ':' && !report->passive &&
	    is_sure(scan, report, 80) && i + 2 < stop && chunk_finite(parse,
	    i + 1, stop) ? i + 1 : NONE;
}

/* A clause behind "that" at i, or behind an aside or a clause of time and
 * "that". */
static size_t
that_at(const struct scan *scan, const struct report *report, size_t i,
    size_t stop, bool *that)
{
	const struct atom *a = scan->parse->atoms + i;
	size_t k = behind_aside(scan, i, stop);

	if (k != NONE) {
		*that = true;
		return k;
	}
	k = behind_when(scan, i, stop, that);
	if (k == NONE)
		k = begins(scan, i, that);
	/* He added, that it is late. */
	if (k == NONE && a->punct == ',' && i == report->core.last &&
	    i + 3 < stop && report->core.first == scan_content(scan) &&
	    !report->shared && (a[1].classes & WORD_THAT) &&
	    a[1].tag == TAG_SUBORDINATOR) {
		*that = true;
		k = i + 2;
	}
	return k;
}

/* The same behind adverbials, from i to k. */
static size_t
behind_adverbials(const struct scan *scan, const struct report *report,
    size_t i, size_t k, size_t stop, bool *that)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t at = behind_aside(scan, k, stop);

	if (at != NONE) {
		*that = true;
		return at;
	}
	at = begins(scan, k, that);
	if (at != NONE)
		return at;
	/* They say rainfall will grow, if that is no adverb. */
	return atoms[k].tag == TAG_FINITE && atoms[i].tag == TAG_ADVERB &&
	    (report->frame & FRAME_BARE) && is_sure(scan, report, 80) ? i :
	    NONE;
}

/* Whether a clause at k may be told in the passive: the jury was told he
 * fled. */
static bool
passive_at(const struct scan *scan, const struct report *report, size_t k)
{
	const struct parse *parse = scan->parse;

	return chunk_starts(parse, k) &&
	    parse->atoms[report->core.last].tag != TAG_PREPOSITION &&
	    ((report->frame & FRAME_OBJECT) ||
	    parse->passage->kind == PASSAGE_HEADING ||
	    scan_is(scan, report->cue.first, "heard"));
}

/* Lin says harvest "worst in years": a headline leaves out "is" */
static bool
headline_at(const struct scan *scan, const struct report *report, size_t i,
    size_t stop)
{
	const struct parse *parse = scan->parse;
	size_t at;

	if (parse->passage->kind != PASSAGE_HEADING ||
	    !(report->frame & FRAME_BARE) || !is_sure(scan, report, 80) ||
	    !chunk_starts(parse, i))
		return false;
	/* Lin says pumps work: a verb that passes for a noun */
	if (is_sure(scan, report, SURE) && i + 1 < stop &&
	    parse->atoms[i].tag == TAG_NOUN &&
	    parse->atoms[i + 1].tag == TAG_NOUN)
		return true;
	for (at = i + 1; at < stop && parse->atoms[at].punct == 0; at++)
		if (parse->atoms[at].region != NONE && !scan_capital(scan, at))
			return true;
	return false;
}

/* Whether the marked words at k are what something is called: call for "an
 * end"; hailed it as "historic". */
static bool
is_name_at(const struct scan *scan, const struct report *report, size_t k)
{
	const struct atom *a = &scan->parse->atoms[k];

	if (a->region == NONE || !(report->frame & FRAME_NAME))
		return false;
	if (a[-1].tag == TAG_PREPOSITION)
		return k <= report->core.last + 1 || (names_behind(scan,
		    k - 1) && is_sure(scan, report, 50));
	return k == report->core.last &&
	    report->cue.last > report->cue.first + 1;
}

/* Looks on from k for "that" or for marks: said in a statement to voters read
 * out there that. */
static size_t
further_on(const struct scan *scan, const struct report *report, size_t k,
    size_t stop, bool *that)
{
	bool names = (report->frame & FRAME_NAME) != 0, relative = false;
	size_t i;

	for (; k < stop; k++) {
		const struct atom *a = &scan->parse->atoms[k];

		if (is_name_at(scan, report, k))
			return k;
		i = begins(scan, k, that);
		if (i != NONE && (i > k || a->region == NONE || names ||
		    content_clausal(scan, k)))
			return i;
		/* called the man who led them "a saint" */
		if (a->tag == TAG_WH && names)
			relative = true;
		else if (!relative && (a->tag == TAG_FINITE ||
		    (a->classes & WORD_RELATIVE)))
			break;
		/* warned them twice and that */
		if (a->tag == TAG_CONJUNCTION && k + 1 < stop &&
		    (a[1].classes & WORD_THAT))
			break;
		if ((a->punct != 0 && a->punct != 'h' && !(a->punct == ',' &&
		    (report->frame & FRAME_OBJECT))) ||
		    (a->frame != 0 && a->percent >= 10 &&
		    a->tag != TAG_NOUN))
			break;
	}
	return NONE;
}

/* Vowed to "fight on"; urged them to stay "calm and clear": marks within what
 * somebody means to do or asks to be done. */
static size_t
infinitive_marks(const struct scan *scan, const struct report *report,
    size_t i, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t to = NONE;

	if (report->passive || atoms[report->cue.first].percent < 50)
		return NONE;
	for (; i < stop && i < report->core.last + INFINITIVE_MOST; i++) {
		if (atoms[i].region != NONE)
			return to != NONE && i <= to + 2 &&
			    !scan_title(scan, i) && atoms[i].last -
			    atoms[i].first > 3 ? i : NONE;
		if ((atoms[i].punct != 0 && atoms[i].punct != 'h') ||
		    atoms[i].tag == TAG_FINITE || atoms[i].tag == TAG_WH ||
		    atoms[i].tag == TAG_SUBORDINATOR)
			return NONE;
		if (scan_is(scan, i, "to") && i + 1 < stop &&
		    (atoms[i + 1].region != NONE ||
		    atoms[i + 1].tag == TAG_BASE))
			to = i;
	}
	return NONE;
}

/* Told the mayors who came to Lima, "no": marks behind a comma and what is
 * told about those who hear it, or NONE. */
static size_t
behind_hearers(const struct scan *scan, const struct report *report, size_t i,
    size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;

	if (!(report->frame & FRAME_OBJECT) || i + 2 >= stop)
		return NONE;
	if (atoms[i].punct == ',')
		i++;
	if (!(atoms[i].classes & WORD_RELATIVE))
		return NONE;
	for (i++; i + 1 < stop; i++) {
		if (atoms[i].region != NONE || (atoms[i].punct != 0 &&
		    atoms[i].punct != ',' && atoms[i].punct != ':' &&
		    atoms[i].punct != 'h') || atoms[i].frame != 0)
			return NONE;
		if (atoms[i].punct != 0 && atoms[i + 1].region != NONE)
			return content_clausal(scan, i + 1) ||
			    scan_capital(scan, i + 1) ? i + 1 : NONE;
	}
	return NONE;
}

size_t
content_after(const struct scan *scan, const struct report *report,
    bool *that)
{
	size_t stop, i = first_behind(scan, report, &stop), k, at;
	bool to;

	*that = false;
	if (i >= stop)
		return NONE;
	at = named_at(scan, report, i, stop);
	if (at == NONE)
		at = bare_at(scan, report, i, stop);
	/* Spoke of it, wondered whether: no other content. */
	if ((report->frame & ~(unsigned)FRAME_OBJECT) == FRAME_QUESTION)
		return at;
	if (at == NONE)
		at = that_at(scan, report, i, stop, that);
	if (at == NONE)
		at = behind_hearers(scan, report, i, stop);
	if (at != NONE)
		return at;
	k = skip_adverbials(scan, i, stop);
	if (k >= stop)
		return NONE;
	/* promised to help those that fail */
	to = i + 1 < stop && scan->parse->atoms[i + 1].tag == TAG_BASE &&
	    scan_is(scan, i, "to");
	if (k > i && (at = behind_adverbials(scan, report, i, k, stop, that)) !=
	    NONE && !(to && *that))
		return at;
	if (report->passive && !passive_at(scan, report, k))
		return NONE;
	if ((report->frame & FRAME_BARE) && !infinitive(scan, i, stop) &&
	    starts_clause(scan, report, k, stop))
		return k;
	if (report->passive)
		return NONE;
	if (headline_at(scan, report, i, stop))
		return i;
	at = further_on(scan, report, k, stop, that);
	if (at != NONE && !(to && *that))
		return at;
	*that = false;
	return infinitive_marks(scan, report, i, stop);
}
