/*
 * end: where the words that a cue reports end.
 *
 * They run to the end of the sentence, to another report, or to a comma, dash
 * or conjunction behind which the one who tells it speaks: what is added, set
 * against it or told about it.  In a subordinate clause they end where the
 * main one begins.
 */
#include "parse.h"

#define OTHERS_MOST 8		/* atoms: with some of the experts saying */

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
size_t
end_relative(const struct scan *scan, const struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i, found = NONE, past = NONE, inner = 0;
	size_t base = report->core.last, stop = base + 2 * SCAN_LOOK;
	size_t who = report->cue.first;

	/* who had earlier said */
	while (who > scan->begin + 1 && ((atoms[who - 1].classes &
	    (WORD_AUXILIARY | WORD_ADVERB | WORD_TIME)) ||
	    atoms[who - 1].tag == TAG_ADVERB))
		who--;
	/* Lin - who said it was late - left */
	if (report->relative && who >= scan->begin + 2 &&
	    atoms[who - 2].punct == '-')
		for (i = base; i < scan->end && i < stop; i++)
			if (atoms[i].punct == '-')
				return i;
	if (!report->relative || who < scan->begin + 2 ||
	    atoms[who - 2].punct != ',' ||
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

	if (atoms[first].tag == TAG_FINITE || ((atoms[first].classes &
	    WORD_QUESTION) && scan_is(scan, first, "whether")))
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

/* As one researcher claimed: a subject and a verb that may report. */
static bool
said_too(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;

	return report_begins(scan, i) || (chunk_after(scan->parse, i,
	    scan->end, &np) && np.last < scan->end &&
	    atoms[np.last].frame != 0 && atoms[np.last].tag == TAG_FINITE &&
	    atoms[np.last].percent >= 25 && subject_can_speak(atoms, &np));
}

size_t
end_at_report(const struct scan *scan, size_t first)
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

/* Even as he left; of shares who said so, compared with 3% in May: what is set
 * against what was said. */
static bool
compares(const struct scan *scan, const struct report *report, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k;

	if (i + 2 >= scan->end)
		return false;
	if (scan_is(scan, i, "even"))
		return atoms[i + 1].tag == TAG_SUBORDINATOR &&
		    !scan_is(scan, i + 1, "if");
	if (!scan_is(scan, i, "compared"))
		return false;
	for (k = report->speaker.first; k < report->speaker.last; k++)
		if ((atoms[k].classes & (WORD_NUMBER | WORD_ABOUT)) ||
		    atoms[k].tag == TAG_NUMBER)
			return true;
	return false;
}

/* Whether words behind a comma are no longer reported: but he went on; not
 * "but would not", which is put back in time as a report is. */
static bool
breaks_off(const struct scan *scan, const struct report *report,
    size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = comma + 1, k, stop;

	if (compares(scan, report, i))
		return true;
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

/* A plan she has changed since, a swipe at them: what the one who tells it says
 * of what was said, up to the end. */
static bool
apposes(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;
	size_t k;

	/* something the firm disputes */
	if (scan_is(scan, i, "something"))
		return content_clause_at(scan, i + 1, scan->end);
	/* the "Kite," a boat that was sold */
	if (!(scan_is(scan, i, "a") || scan_is(scan, i, "an")) ||
	    (atoms[i - 1].region != NONE && scan_capital(scan, i - 1) &&
	    !content_clausal(scan, i - 1)) ||
	    !chunk_after(scan->parse, i, scan->end, &np))
		return false;
	for (k = np.first; k < np.last; k++)
		if (atoms[k].classes & (WORD_PERSON | WORD_TIME))
			return false;
	/* a day earlier than planned; but "a fact later told" */
	if (k + 1 < scan->end && (atoms[k].classes & WORD_TIME) &&
	    atoms[k + 1].tag != TAG_DONE)
		return false;
	/* a recount of the vote would help */
	while (k < scan->end && (atoms[k].tag == TAG_PREPOSITION ||
	    atoms[k].tag == TAG_NOUN || atoms[k].tag == TAG_ADJECTIVE ||
	    (atoms[k].classes & WORD_TIME) || atoms[k - 1].tag ==
	    TAG_PREPOSITION || chunk_possessive(scan->parse, k)))
		k++;
	if (np.last == scan->end || (k < scan->end &&
	    atoms[k].tag == TAG_FINITE))
		return false;
	for (; k < scan->end; k++)
		if (atoms[k].punct == ',' || atoms[k].punct == '-' ||
		    atoms[k].tag == TAG_CONJUNCTION)
			return false;
	return true;
}

/* It would be so - and nobody objects: behind the one dash of the rest of the
 * sentence, a conjunction and what is no longer reported. */
static bool
sets_off(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *verb = NULL;
	size_t k;

	/* above- and underground */
	if (i + 2 >= scan->end || (atoms[i - 1].start == atoms[i - 2].end &&
	    atoms[i - 1].end == atoms[i - 1].start + 1) ||
	    !((atoms[i].classes & WORD_CONJUNCTION) ||
	    scan_is(scan, i, "though") || scan_is(scan, i, "although")) ||
	    (atoms[i + 1].classes & WORD_THAT))
		return false;
	for (k = i + 1; k < scan->end; k++) {
		if (atoms[k].punct == '-')
			return false;
		if (verb == NULL && atoms[k].region == NONE &&
		    atoms[k].tag == TAG_FINITE)
			verb = &atoms[k];
	}
	return verb != NULL && !(verb->classes & WORD_BACK);
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
 * was said; nor behind all in marks: said that "it is late" and left. */
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
	if (atoms[first].region != NONE && joint == first + 1)
		return content_clausal(scan, first);
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

/* Has said it is late and has gone: what the auxiliary of the cue goes on
 * with, when there is no such in what was said. */
static bool
auxiliary_goes_on(const struct scan *scan, const struct report *report,
    size_t first, size_t joint)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i = report->cue.first, k;
	struct slice s;

	while (i > report->core.first && atoms[i - 1].region == NONE &&
	    atoms[i - 1].tag == TAG_ADVERB)
		i--;
	if (joint + 2 >= scan->end || i == report->core.first ||
	    (atoms[joint + 2].tag != TAG_DONE &&
	    atoms[joint + 2].tag != TAG_ADVERB) ||
	    !(atoms[i - 1].classes & WORD_AUXILIARY) ||
	    atoms[joint + 1].region != NONE)
		return false;
	s = token_text(parse->passage, atoms[i - 1].first);
	if (!slice_equal(token_text(parse->passage, atoms[joint + 1].first),
	    s))
		return false;
	for (k = first; k < joint; k++)
		if (atoms[k].region == NONE && slice_equal(token_text(
		    parse->passage, atoms[k].first), s))
			return false;
	return true;
}

/* Without elaborating: how it was said. */
static bool
tells_how(const struct scan *scan, size_t i)
{
	return i + 1 < scan->end && scan_is(scan, i, "without") &&
	    scan->parse->atoms[i + 1].tag == TAG_ING &&
	    scan->parse->atoms[i + 1].frame != 0;
}

/* With officials saying: what others said of it. */
static bool
others_say(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;
	size_t k;

	if (!scan_is(scan, i, "with") || i + 2 >= scan->end ||
	    !chunk_starts(scan->parse, i + 1))
		return false;
	for (k = i + 2; k < scan->end && k < i + OTHERS_MOST &&
	    atoms[k].punct == 0 && atoms[k].region == NONE; k++)
		if (atoms[k].frame != 0 && atoms[k].inflection == FORM_ING) {
			np.first = i + 1;
			np.last = k;
			return subject_can_speak(atoms, &np);
		}
	return false;
}

/* By which he meant: a clause about what was said. */
static bool
tells_more(const struct scan *scan, size_t i)
{
	return i + 1 < scan->end &&
	    scan->parse->atoms[i].tag == TAG_PREPOSITION &&
	    scan->parse->atoms[i + 1].tag == TAG_WH;
}

/* Lin, who came early and said it was late, left: whether the cue is the second
 * verb of what is told about Lin and the main one follows. */
static bool
main_verb(const struct scan *scan, const struct report *report, size_t first,
    size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	if (!report->shared || atoms[comma + 1].tag != TAG_FINITE)
		return false;
	for (i = first; i < comma; i++)
		if (atoms[i].punct == ',')
			return false;
	for (i = report->cue.first; i > scan->begin + 1 &&
	    atoms[i].punct != ','; i--)
		if ((atoms[i].classes & WORD_RELATIVE) &&
		    atoms[i - 1].punct == ',')
			return true;
	return false;
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
	if (report->subordinate && comma > first + (report->passive ? 1 : 3) &&
	    content_main_clause(scan, comma))
		return true;
	/* while Lin said it was empty */
	if (contrast(scan, comma + 1))
		return true;
	/* to which he replied */
	if (next->tag == TAG_PREPOSITION && comma + 3 < scan->end &&
	    next[1].tag == TAG_WH && report_begins(scan, comma + 3))
		return true;
	/* that it is late, that it rains */
	if ((next->classes & WORD_THAT) && next->tag == TAG_SUBORDINATOR &&
	    first > 0 && (atoms[first - 1].classes & WORD_THAT) &&
	    content_clause_at(scan, comma + 2, scan->end) &&
	    complete_clause(scan, first, comma))
		return true;
	/* as one researcher claimed */
	if (scan_is(scan, comma + 1, "as") && said_too(scan, comma + 2))
		return true;
	if (!complete_clause(scan, first, comma))
		return false;
	return main_verb(scan, report, first, comma) ||
	    others_say(scan, comma + 1) ||
	    tells_how(scan, comma + 1) || tells_more(scan, comma + 1) ||
	    breaks_off(scan, report, comma) || report_begins(scan, comma + 1) ||
	    (scan_is(scan, comma + 1, "as") &&
	    (next[1].classes & WORD_AUXILIARY)) || sums_up(scan, comma + 1) ||
	    apposes(scan, comma + 1) ||
	    (report->subordinate && content_main_clause(scan, comma));
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

/* Whether marks end with a comma of the sentence: called it "odd," though. */
static bool
comma_within(const struct scan *scan, size_t i)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[i];

	return a->region != NONE && a->last - a->first > 2 &&
	    slice_is(token_text(parse->passage, a->last - 2), ",");
}

size_t
end_before_verb(const struct scan *scan, size_t noun, size_t first,
    size_t end)
{
	const struct atom *atoms = scan->parse->atoms;
	bool verb = false, subject = true;
	size_t i;

	for (i = noun; i > scan->begin && atoms[i - 1].punct != ','; i--)
		if (atoms[i - 1].tag == TAG_FINITE)
			return end;
	for (i = first; i < end; i++) {
		const struct atom *a = &atoms[i];

		if (a->punct == ',' || a->region != NONE || a->tag == TAG_WH ||
		    a->tag == TAG_SUBORDINATOR || a->tag == TAG_CONJUNCTION ||
		    (a->classes & (WORD_THAT | WORD_PRONOUN))) {
			subject = true;
		} else if (a->tag == TAG_FINITE) {
			if (verb && !subject && i > first + 2 &&
			    atoms[i - 1].tag != TAG_FINITE)
				return i;
			verb = true;
			subject = false;
		}
	}
	return end;
}

/* Those who say it failed were wrong: the verb whose subject is who says so. */
static size_t
end_of_those(const struct scan *scan, const struct report *report,
    size_t first, size_t end)
{
	if (!report->relative || report->speaker.last == report->speaker.first
	    || scan->parse->atoms[report->speaker.last].punct != 0)
		return end;
	return end_before_verb(scan, report->speaker.first, first, end);
}

size_t
end_of_content(const struct scan *scan, const struct report *report,
    size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, last = end_of_those(scan, report, first,
	    end_relative(scan, report));

	/* that "it is late," adding that */
	if (comma_within(scan, first) && ends_at_comma(scan, report, first,
	    first))
		return first + 1;
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
		    (a->punct == '-' && (sums_up(scan, i + 1) ||
		    ((apposes(scan, i + 1) || sets_off(scan, i + 1)) &&
		    complete_clause(scan, first, i)))))
			return i;
		if (comma_within(scan, i) &&
		    ((atoms[i + 1].tag == TAG_PREPOSITION &&
		    content_clause_at(scan, first, i + 1)) ||
		    ends_at_comma(scan, report, first, i)))
			return i + 1;
		if (joins && ((atoms[i + 1].classes & WORD_THAT) ||
		    next_report(scan, skip_adverbs(scan, i + 1)) ||
		    report_begins(scan, i + 1)))
			return i;
		if ((a->tag == TAG_SUBORDINATOR && contrast(scan, i)) ||
		    (joins && (past_goes_on(scan, first, i) ||
		    auxiliary_goes_on(scan, report, first, i))))
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
