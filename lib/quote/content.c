/*
 * content: where the words that a cue reports begin and end.
 *
 * They begin behind "that", with marks, or at once where the verb's counted
 * frame allows a clause and one is there: a subject, and a finite verb that is
 * not of a relative clause.  Phrases of time and place before it are the
 * cue's.
 */
#include "parse.h"

/* Behind the object of a verb of telling. */
static size_t
skip_object(const struct scan *scan, size_t i, size_t stop)
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
	    (atoms[n].classes & (WORD_THAT | WORD_TIME))))
		n = i + 1;
	if (n < stop && (n == i + 1 || atoms[n].region != NONE ||
	    atoms[n].punct != 0 || (atoms[n].classes & (WORD_THAT |
	    WORD_PRONOUN | WORD_PREPOSITION | WORD_QUESTION |
	    WORD_DETERMINER | WORD_TIME)) || atoms[n].tag == TAG_ADVERB))
		return n;
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
			i++;
			while (i < stop && (atoms[i].classes & (WORD_TIME |
			    WORD_NUMBER)))
				i++;
		} else if ((a->tag == TAG_ADVERB && !(i + 1 < stop &&
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

bool
content_clause_at(const struct scan *scan, size_t first, size_t stop)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, relatives = 0, commas = 0;

	if (first >= stop)
		return false;
	if (stop > first + SCAN_LOOK)
		stop = first + SCAN_LOOK;
	for (i = first; i < stop; i++) {
		const struct atom *a = &atoms[i];

		if (a->region != NONE) {
			/* Girls "did not have the lungs". */
			if (i > first && relatives == 0 && !phrase_goes_on(
			    &atoms[i - 1]) && !scan_capital(scan, i))
				return true;
			continue;
		}
		if (a->punct == ';' || a->punct == ':')
			return false;
		if (i > first && (a->tag == TAG_WH ||
		    (a->classes & WORD_THAT))) {
			relatives++;
		} else if (a->tag == TAG_FINITE) {
			if (i == first || joined(scan, first, i))
				return false;
			/* reported a loss, announced a merger */
			if (relatives == 0 && commas == 1 &&
			    atoms[i - 1].punct == ',')
				continue;
			if (relatives == 0)
				return commas != 1 || i > first + 8 ||
				    atoms[first].tag != TAG_NOUN;
			relatives--;
			while (i + 1 < stop && atoms[i + 1].tag == TAG_FINITE)
				i++;
		} else if (i > first && a->tag == TAG_SUBORDINATOR &&
		    relatives == 0 && commas != 1 && (i + 1 == stop ||
		    atoms[i + 1].tag != TAG_ING)) {
			return false;
		}
		commas += a->punct == ',';
		if (a->boundary)
			break;
	}
	return false;
}

/* Whether a phrase is followed by what may be a verb with another tag: people
 * misunderstand Lin. */
static bool
bare_clause(const struct scan *scan, size_t first, size_t stop)
{
	const struct parse *parse = scan->parse;
	struct span np;
	size_t i;

	if (!chunk_starts(parse, first) ||
	    !chunk_after(parse, first, stop, &np))
		return false;
	for (i = first + 1; i <= np.last && i < stop; i++)
		if ((parse->atoms[i].tag == TAG_BASE &&
		    !scan_is(scan, i - 1, "to")) ||
		    parse->atoms[i].tag == TAG_DONE ||
		    (parse->atoms[i].tag == TAG_NOUN && i > first &&
		    parse->atoms[i - 1].tag != TAG_ADJECTIVE &&
		    parse->atoms[i - 1].tag != TAG_DETERMINER &&
		    i + 1 < stop && (parse->atoms[i + 1].tag == TAG_NOUN ||
		    parse->atoms[i + 1].tag == TAG_DETERMINER ||
		    parse->atoms[i + 1].tag == TAG_PREPOSITION)))
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
static bool
main_clause(const struct scan *scan, size_t comma)
{
	return (chunk_starts(scan->parse, comma + 1) ||
	    scan->parse->atoms[comma + 1].tag == TAG_NUMBER) &&
	    content_clause_at(scan, comma + 1, scan->end);
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

/* When they tried, it failed: a comma and a main clause. */
static bool
leads_to_clause(const struct scan *scan, size_t i, size_t stop)
{
	for (; i + 2 < stop; i++)
		if (scan->parse->atoms[i].punct == ',' &&
		    main_clause(scan, i))
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
	if (a->tag == TAG_SUBORDINATOR && tells_when(scan, i) &&
	    !leads_to_clause(scan, i, stop))
		return false;
	if (a->tag == TAG_SUBORDINATOR || a->tag == TAG_ADVERB)
		return says && chunk_finite(scan->parse, i, stop);
	if (a->tag == TAG_PREPOSITION && !says)
		return false;
	return content_clause_at(scan, i, stop) ||
	    (says && i + 5 < stop && bare_clause(scan, i, stop));
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

/* Where reported words begin at a that, at marks, or at a comma or colon
 * before marks; NONE if there is none of these. */
static size_t
begins(const struct scan *scan, size_t i, bool *that)
{
	const struct atom *a = &scan->parse->atoms[i];

	if (scan_title(scan, i + (a->punct == ',')))
		return NONE;
	if (a->region != NONE)
		return i > 0 && (a[-1].tag == TAG_PREPOSITION ||
		    chunk_possessive(scan->parse, i - 1)) &&
		    !content_clausal(scan, i) ? NONE : i;
	if (i + 1 >= scan->end)
		return NONE;
	if ((a->punct == ',' || a->punct == ':') && a[1].region != NONE)
		return i + 1;
	if (!(a->classes & WORD_THAT) || (a->tag != TAG_SUBORDINATOR &&
	    i > 0 && a[-1].tag == TAG_PREPOSITION) || (i > 0 &&
	    a[1].tag == TAG_FINITE && a[-1].percent < 80))
		return NONE;
	/* rejected that idea; finds that pitch vain */
	if (a[1].tag == TAG_NOUN && i > 0 && a[-1].frame != 0 &&
	    a[-1].percent < 80 && scan->parse->passage->text.at[a[1].end - 1]
	    != 's' && !content_clause_at(scan, i + 1, scan->end))
		return NONE;
	*that = true;
	return a->tag == TAG_SUBORDINATOR || a[1].tag != TAG_FINITE ? i + 1 :
	    i;
}

/* The atom behind adverbs. */
static size_t
skip_adverbs(const struct scan *scan, size_t i)
{
	while (i + 1 < scan->end && scan->parse->atoms[i].tag == TAG_ADVERB)
		i++;
	return i;
}

/* Where the sentence goes on behind the clause with the cue: Lin, who said it
 * was late, left.  The comma before the verb of a subject that has none yet;
 * the one behind a clause, if there are more. */
static size_t
relative_end(const struct scan *scan, const struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i, found = NONE, past = NONE, inner = 0;
	size_t base = report->core.last, stop = base + 2 * SCAN_LOOK;

	if (!report->relative || report->cue.first < scan->begin + 2 ||
	    atoms[report->cue.first - 2].punct != ',' ||
	    chunk_finite(parse, scan->begin, report->speaker.first))
		return scan->end;
	for (i = base; i + 2 < scan->end && i < stop; i++) {
		if (atoms[i].punct != ',')
			continue;
		if (atoms[i + 1].tag == TAG_WH)
			inner++;
		/* A past form may pass for a participle. */
		if (past == NONE && inner == 0 && atoms[i + 1].tag ==
		    TAG_DONE && chunk_finite(parse, report->core.last, i))
			past = i;
		if (atoms[skip_adverbs(scan, i + 1)].tag != TAG_FINITE)
			continue;
		if (inner > 0) {
			inner--;
			continue;
		}
		found = i;
		if (chunk_finite(parse, base, i))
			break;
		/* the plan, drawn up in May, was dead: a participle */
		if (base == report->core.last &&
		    !(atoms[i + 1].classes & WORD_AUXILIARY))
			base = i + 2;
	}
	if (found == NONE || (past != NONE && past > found &&
	    !chunk_finite(parse, base, found)))
		found = past;
	return found == NONE ? scan->end : found;
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
		    atoms[k].punct != 'h')
			break;
		if (atoms[k].punct == ',' && next->region != NONE)
			return k + 1;
		if ((next->classes & WORD_THAT) &&
		    next->tag == TAG_SUBORDINATOR) {
			*that = true;
			return k + 2;
		}
	}
	return NONE;
}

/* Hailed it as "x", accused her of "x", mocked him for "x". */
static bool
names_behind(const struct scan *scan, size_t i)
{
	return scan_is(scan, i, "as") || scan_is(scan, i, "of") ||
	    scan_is(scan, i, "for");
}

size_t
content_after(const struct scan *scan, const struct report *report,
    bool *that)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i = report->core.last, stop, k, aside, at;
	bool relative = false;

	*that = false;
	stop = relative_end(scan, report);
	/* Citing reports that say so, Lin left. */
	if (report->shared && report->core.first == scan->begin)
		for (k = i; k < stop; k++)
			if (atoms[k].punct == ',' && main_clause(scan, k))
				stop = k;
	if (stop > i + SCAN_LOOK)
		stop = i + SCAN_LOOK;
	if (i < stop && (report->frame & FRAME_OBJECT))
		i = skip_object(scan, i, stop);
	if (i >= stop)
		return NONE;
	/* which he described as "vain" */
	if ((report->frame & FRAME_NAME) && i + 1 < stop &&
	    names_behind(scan, i) && atoms[i + 1].region != NONE &&
	    atoms[report->cue.first].percent >= 50)
		return i + 1;
	k = skip_adverbials(scan, i, stop);
	if ((report->frame & (FRAME_QUESTION | FRAME_THAT)) && k < stop &&
	    (atoms[k].classes & WORD_QUESTION) && !report->infinitive &&
	    ((report->frame & FRAME_QUESTION) ||
	    (k + 2 < scan->end && chunk_finite(parse, k + 1, stop))))
		return k;
	if ((report->frame & FRAME_BARE) && !report->passive &&
	    (atoms[i].tag == TAG_SUBORDINATOR ||
	    ((atoms[i].classes & WORD_ABOUT) && i + 1 < stop &&
	    atoms[i + 1].punct == 0 && !(atoms[i + 1].classes & WORD_THAT)))
	    && !(atoms[i].classes & WORD_THAT) &&
	    starts_clause(scan, report, i, stop))
		return i;
	k = amount(scan, i, stop);
	if (k != NONE && (report->frame & FRAME_BARE) && !report->passive &&
	    (content_clause_at(scan, k, stop) ||
	    (atoms[report->cue.first].percent >= 80 &&
	    counted_clause(scan, k, stop))))
		return i;
	/* Some say: it is time. */
	if (atoms[i].punct == ':' && !report->passive &&
	    atoms[report->cue.first].percent >= 80 &&
	    i + 2 < stop && chunk_finite(parse, i + 1, stop))
		return i + 1;
	k = behind_aside(scan, i, stop);
	if (k != NONE) {
		*that = true;
		return k;
	}
	k = behind_when(scan, i, stop, that);
	if (k != NONE)
		return k;
	k = begins(scan, i, that);
	if (k != NONE)
		return k;
	k = skip_adverbials(scan, i, stop);
	if (k >= stop)
		return NONE;
	aside = k > i ? behind_aside(scan, k, stop) : NONE;
	if (aside != NONE) {
		*that = true;
		return aside;
	}
	if (k > i) {
		at = begins(scan, k, that);
		if (at != NONE)
			return at;
		/* They say rainfall will grow, if that is no adverb. */
		if (atoms[k].tag == TAG_FINITE &&
		    atoms[i].tag == TAG_ADVERB && (report->frame & FRAME_BARE)
		    && atoms[report->cue.first].percent >= 80)
			return i;
	}
	if (report->passive)
		return NONE;
	if ((report->frame & FRAME_BARE) && starts_clause(scan, report, k,
	    stop))
		return k;
	/* Lin says harvest "worst in years": a headline leaves out "is" */
	if (parse->passage->kind == PASSAGE_HEADING && (report->frame &
	    FRAME_BARE) && atoms[report->cue.first].percent >= 80 &&
	    chunk_starts(parse, i))
		for (at = i + 1; at < stop && atoms[at].punct == 0; at++)
			if (atoms[at].region != NONE &&
			    !scan_capital(scan, at))
				return i;
	/* "said in a statement to voters read out there that" */
	for (; k < stop; k++) {
		const struct atom *a = &atoms[k];

		/* call for "an end"; hailed it as "historic" */
		if (a->region != NONE && (report->frame & FRAME_NAME) &&
		    (a[-1].tag == TAG_PREPOSITION ?
		    k <= report->core.last + 1 || (names_behind(scan, k - 1) &&
		    atoms[report->cue.first].percent >= 50) :
		    k == report->core.last && report->cue.last >
		    report->cue.first + 1))
			return k;
		i = begins(scan, k, that);
		if (i != NONE && (i > k || a->region == NONE ||
		    (report->frame & FRAME_NAME) || content_clausal(scan, k)))
			return i;
		/* called the man who led them "a saint" */
		if (a->tag == TAG_WH && (report->frame & FRAME_NAME))
			relative = true;
		else if ((a->tag == TAG_FINITE && !relative) ||
		    ((a->classes & WORD_RELATIVE) && !relative))
			break;
		if ((a->punct != 0 && a->punct != 'h' && !(a->punct == ',' &&
		    (report->frame & FRAME_OBJECT))) ||
		    (a->frame != 0 && a->percent >= 10 &&
		    a->tag != TAG_NOUN))
			break;
	}
	return NONE;
}

/* Whether a coordinated verb that reports stands here. */
static bool
next_report(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;

	/* and directed that */
	if (i + 1 < scan->end && atoms[i].tag == TAG_FINITE &&
	    (atoms[i].frame & FRAME_THAT) && atoms[i].percent >= 15 &&
	    (atoms[i + 1].classes & WORD_THAT))
		return true;
	return atoms[i].frame != 0 && atoms[i].percent >= 50 &&
	    i + 1 < scan->end && (atoms[i].inflection != FORM_ING ||
	    atoms[i + 1].punct == ',') &&
	    ((atoms[i + 1].classes & (WORD_THAT | WORD_PRONOUN)) ||
	    atoms[i + 1].punct == ',' || atoms[i + 1].region != NONE ||
	    (atoms[i].frame & FRAME_NAME) ||
	    atoms[i].percent >= 80);
}

/* Whether a clause stands before the comma, and not one that another must
 * follow: that when they try, it fails. */
static bool
complete_clause(const struct scan *scan, size_t first, size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	if (atoms[first].tag == TAG_FINITE)
		first++;
	if (atoms[first].tag == TAG_SUBORDINATOR ||
	    (atoms[first].tag == TAG_WH && !(atoms[first].classes &
	    (WORD_PRONOUN | WORD_RELATIVE)))) {
		for (i = first; i < comma && i < first + SCAN_LOOK &&
		    atoms[i].punct != ','; i++)
			;
		if (i == comma)
			return false;
	}
	return content_clause_at(scan, first, comma);
}

/* Whether another report's subject or cue begins here. */
static bool
report_begins(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	struct report other;
	size_t k;

	if (!chunk_starts(scan->parse, i))
		return false;
	for (k = i + 1; k < i + 7 && k < scan->end; k++)
		if (atoms[k].frame != 0 && atoms[k].percent >= 60 &&
		    cue_read(scan, k, &other) && other.core.first == i)
			return true;
	return false;
}

size_t
content_to_report(const struct scan *scan, size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	for (i = first + 1; i + 2 < scan->end; i++)
		if (atoms[i].punct == ',' && report_begins(scan, i + 1 +
		    ((atoms[i + 1].classes & WORD_CONJUNCTION) != 0)) &&
		    complete_clause(scan, first, i))
			return i;
	return scan->end;
}

/* Whether words behind a comma are no longer reported: but he went on; not
 * "but would not", which is put back in time as a report is. */
static bool
breaks_off(const struct scan *scan, size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = comma + 1, k, stop;

	if (!(atoms[i].classes & WORD_BREAK))
		return false;
	/* He called after the vote, which he won, to congratulate her. */
	if (atoms[i].tag == TAG_WH)
		for (k = i + 1; k + 2 < scan->end && k < i + SCAN_LOOK; k++)
			if (atoms[k].punct == ',')
				return atoms[k + 1].tag != TAG_FINITE &&
				    !(scan_is(scan, k + 1, "to") &&
				    atoms[k + 2].tag == TAG_BASE);
	if (!(atoms[i++].classes & WORD_CONJUNCTION))
		return true;
	if (i >= scan->end || atoms[i].region != NONE)
		return false;
	stop = i + SCAN_LOOK < scan->end ? i + SCAN_LOOK : scan->end;
	for (k = i; k < stop && atoms[k].region == NONE &&
	    atoms[k].punct == 0 && atoms[k].tag != TAG_FINITE; k++)
		;
	if (k == stop || atoms[k].tag != TAG_FINITE ||
	    (atoms[k].classes & WORD_BACK))
		return false;
	return k == i || (chunk_starts(scan->parse, i) &&
	    atoms[i].tag != TAG_ADVERB);
}

/* A move that, a claim that: what is told about the report. */
static bool
sums_up(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k = i;

	if (atoms[k].tag == TAG_DETERMINER)
		k++;
	while (k + 1 < scan->end && k < i + 4 &&
	    atoms[k].tag == TAG_ADJECTIVE)
		k++;
	return k + 1 < scan->end && (atoms[k].classes & WORD_SUMMARY) &&
	    (scan_is(scan, i, "a") || scan_is(scan, i, "an") || k == i) &&
	    atoms[k + 1].punct == 0;
}

/* While Lin said it was empty. */
static bool
contrast(const struct scan *scan, size_t i)
{
	return i + 3 < scan->end && (scan_is(scan, i, "while") ||
	    scan_is(scan, i, "whereas") || scan_is(scan, i, "whilst")) &&
	    report_begins(scan, i + 1);
}

/* Said he would go and left: what would go would leave, so left is not what
 * was said. */
static bool
past_goes_on(const struct scan *scan, size_t first, size_t joint)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *next = &atoms[joint + 1];
	bool would = false;
	size_t i;

	if (next->tag != TAG_FINITE || next->region != NONE ||
	    (next->classes & (WORD_AUXILIARY | WORD_CAPITAL)))
		return false;
	for (i = first; i < joint; i++) {
		if (atoms[i].punct == ',' || atoms[i].tag == TAG_WH ||
		    atoms[i].tag == TAG_SUBORDINATOR)
			return false;
		if (atoms[i].region == NONE && atoms[i].tag == TAG_FINITE) {
			if (!(atoms[i].classes & WORD_BACK))
				return false;
			would = true;
		}
	}
	return would;
}

static bool
ends_at_comma(const struct scan *scan, const struct report *report,
    size_t first, size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *next = &atoms[comma + 1];

	if ((next->frame != 0 && (next->inflection == FORM_ING ||
	    (next->tag == TAG_FINITE && next->inflection == FORM_PAST)) &&
	    next->percent >= 50) || next->according)
		return true;
	if (report->subordinate && comma > first + 3 &&
	    main_clause(scan, comma))
		return true;
	/* while Lin said it was empty */
	if (contrast(scan, comma + 1))
		return true;
	/* to which he replied */
	if (next->tag == TAG_PREPOSITION && comma + 3 < scan->end &&
	    next[1].tag == TAG_WH && report_begins(scan, comma + 3))
		return true;
	if (!complete_clause(scan, first, comma))
		return false;
	return breaks_off(scan, comma) || report_begins(scan, comma + 1) ||
	    (scan_is(scan, comma + 1, "as") &&
	    ((next[1].classes & WORD_AUXILIARY) ||
	    report_begins(scan, comma + 2))) || sums_up(scan, comma + 1) ||
	    (report->subordinate && main_clause(scan, comma));
}

/* Readers, Lin noted, can tell: whether a capital begins what another cue
 * reports. */
static bool
other_report(const struct scan *scan, size_t i, size_t last)
{
	const struct atom *atoms = scan->parse->atoms;

	if (!(atoms[i].classes & WORD_CAPITAL))
		return false;
	for (; i + 1 < last; i++)
		if (atoms[i].punct == ',' && report_begins(scan, i + 1))
			return true;
	return false;
}

size_t
content_end(const struct scan *scan, const struct report *report,
    size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, last = relative_end(scan, report);

	for (i = first + 1; i < last && i + 1 < scan->end; i++) {
		const struct atom *a = &atoms[i];
		bool joins = (a->classes & WORD_CONJUNCTION) != 0;

		if (a->punct == ';' || a->according)
			return i;
		/* "Oh," adding, "no"; it is so: "We lost." */
		if ((a->region != NONE && atoms[i + 1].frame != 0 &&
		    atoms[i + 1].tag == TAG_ING && atoms[i + 1].percent >= 50))
			return i + 1;
		if (a->punct == ':' && (atoms[i + 1].region != NONE ?
		    content_clausal(scan, i + 1) :
		    other_report(scan, i + 1, last)))
			return i;
		if ((a->punct == ',' &&
		    ends_at_comma(scan, report, first, i)) ||
		    (a->punct == '-' && sums_up(scan, i + 1)))
			return i;
		if (joins && ((atoms[i + 1].classes & WORD_THAT) ||
		    next_report(scan, skip_adverbs(scan, i + 1)) ||
		    report_begins(scan, i + 1)))
			return i;
		if ((a->tag == TAG_SUBORDINATOR && contrast(scan, i)) ||
		    (joins && past_goes_on(scan, first, i)))
			return i;
		/* She denied it while adding that; - noting that */
		if (((a->tag == TAG_SUBORDINATOR &&
		    (a->classes & WORD_SUBORDINATOR) &&
		    !scan_is(scan, i, "as")) || a->punct == '-') &&
		    atoms[i + 1].frame != 0 && atoms[i + 1].tag == TAG_ING &&
		    atoms[i + 1].percent >= 50)
			return i;
	}
	return last;
}
