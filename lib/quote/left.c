/*
 * left: what is reported before its cue: it is over, Lin said; the plan, Lin
 * said, is dead.
 *
 * Bugs: a clause that leads to the reported one (As it rained, they left, he
 * said) is taken for a part of it.
 */
#include "../ascii.h"
#include "parse.h"

#define LEAD_MOST 4		/* atoms: all of which, he said, is late */
#define ASIDE_MOST 10		/* atoms: in a statement on Monday */

/* Where the sentence begins behind its first conjunction and behind what
 * earlier cues took. */
size_t
left_begin(const struct scan *scan)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = scan_content(scan);

	if (i >= scan->reached)
		return i;
	for (i = scan->reached; i + 1 < scan->end && atoms[i].region == NONE &&
	    (atoms[i].punct != 0 || (atoms[i].classes & WORD_CONJUNCTION)) &&
	    i < scan->reached + SCAN_LOOK; i++)
		;
	return i;
}

/* Citing reports, officials said: no clause; but "Neighbouring states arm". */
static bool
gerund(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	const char *text = scan->parse->passage->text.at;
	size_t inner = 0, first = i;

	if (a->region == NONE && (a->frame & FRAME_QUESTION) &&
	    a->inflection == FORM_PAST)
		return true;
	if (a->region != NONE || !(a->classes & WORD_WORD) ||
	    a->tag == TAG_PREPOSITION || a->end - a->start < 5 ||
	    memcmp(text + a->end - 3, "ing", 3) != 0)
		return false;
	/* Citing what they saw, officials; "Doing what you can is hard" has a
	 * verb of its own. */
	for (i++, a++; i < scan->end && a->punct == 0 && a->region == NONE &&
	    a->tag != TAG_SUBORDINATOR && !(a->classes & WORD_THAT);
	    i++, a++)
		if (a->tag == TAG_WH)
			inner++;
		else if (a->tag == TAG_FINITE && (a[-1].tag != TAG_FINITE ||
		    i == first + 1) && inner-- == 0)
			return false;
	return true;
}

/* Excluding costs, it lost money, Lin said: a clause behind the gerund's
 * comma. */
static bool
clause_follows(const struct scan *scan, size_t i, size_t stop)
{
	for (; i + 2 < stop; i++)
		if (scan->parse->atoms[i].punct == ',')
			return content_clause_at(scan, i + 1, stop);
	return false;
}

/* The comma behind words that tell when: Friday, on May 3, last week. */
static size_t
time_passed(const struct scan *scan, size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = first;

	if (atoms[i].tag == TAG_PREPOSITION)
		i++;
	if (i >= scan->end || !((atoms[i].classes & WORD_TIME) ||
	    (i + 1 < scan->end && (atoms[i + 1].classes & WORD_TIME))))
		return first;
	while (i + 2 < scan->end && i < first + 5 && atoms[i].punct == 0 &&
	    atoms[i].region == NONE)
		i++;
	return i + 2 < scan->end && atoms[i].punct == ',' ? i : first;
}

/* The comma behind words that tell when or where it was said, if a verb goes
 * on behind it: The bridge, Lin said in a statement, would open. */
static size_t
aside_passed(const struct scan *scan, size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = time_passed(scan, first);

	if (i != first || atoms[i].punct != 0 ||
	    atoms[i].tag != TAG_PREPOSITION)
		return i;
	while (i + 2 < scan->end && i < first + ASIDE_MOST &&
	    (atoms[i].punct == 0 || atoms[i].punct == 'h') &&
	    atoms[i].region == NONE && atoms[i].tag != TAG_FINITE)
		i++;
	return i + 2 < scan->end && atoms[i].punct == ',' &&
	    atoms[i + 1].tag == TAG_FINITE && atoms[i + 1].frame == 0 ?
	    i : first;
}

/* Whether the reported words go on behind the cue: It fails, he said, if */
static bool
resumes(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.last;

	/* She lost, he said Friday, because she was late. */
	if (i + 2 < scan->end && atoms[i].punct == 0 &&
	    aside_passed(scan, i) != i) {
		i = aside_passed(scan, i) + 1;
		return scan_is(scan, i, "because") || scan_is(scan, i, "if") ||
		    ((atoms[i].tag == TAG_FINITE ||
		    atoms[i].tag == TAG_BASE) && atoms[i].frame == 0);
	}
	return i + 2 < scan->end && atoms[i].punct == ',' &&
	    !report->inverted && (!atoms[report->cue.first].according ||
	    atoms[i + 1].tag == TAG_FINITE) &&
	    atoms[i + 1].region == NONE && atoms[i + 1].tag != TAG_ING &&
	    (atoms[i + 1].tag != TAG_WH || (scan_is(scan, i + 1, "when") &&
	    content_clause_at(scan, i + 2, scan->end))) &&
	    !(scan_is(scan, i + 1, "without") && atoms[i + 2].tag == TAG_ING) &&
	    /* in what Lin called a raid */
	    !(atoms[i + 1].tag != TAG_FINITE && scan_is(scan, i + 2, "what")) &&
	    !(atoms[i + 1].tag == TAG_SUBORDINATOR &&
	    (atoms[i + 1].classes & WORD_BREAK) &&
	    !scan_is(scan, i + 1, "while")) &&
	    !(atoms[i + 1].tag == TAG_CONJUNCTION &&
	    (atoms[i + 2].tag == TAG_FINITE ||
	    atoms[i + 2].region != NONE));
}

/* Leaving now, he said, feels odd: the verb of what is before the cue. */
static bool
verb_resumes(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.last;

	return resumes(scan, report) && atoms[i].punct == ',' &&
	    atoms[i + 1].tag == TAG_FINITE;
}

/* The plan, said Lin, a judge, would fail: the comma before the verb. */
size_t
scan_verb_behind(const struct scan *scan, size_t speaker)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = speaker;

	for (; i + 2 < scan->end && i < speaker + SCAN_LOOK; i++) {
		if (atoms[i].region != NONE || atoms[i].tag == TAG_FINITE ||
		    atoms[i].tag == TAG_WH)
			return NONE;
		if (atoms[i].punct == ',' && atoms[i + 1].tag == TAG_FINITE &&
		    atoms[i + 1].frame == 0)
			return i;
	}
	return NONE;
}

/* The next comma, or the end of the sentence. */
size_t
left_comma(const struct scan *scan, size_t i)
{
	size_t stop = i + SCAN_LOOK < scan->end ? i + SCAN_LOOK : scan->end;

	while (i < stop && scan->parse->atoms[i].punct != ',')
		i++;
	return i < stop ? i : scan->end;
}

/* Whether somebody and what is asked of him stand at an atom: him to leave,
 * him about it. */
static bool
orders(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;

	np.last = i + 1;
	if (!(atoms[i].classes & WORD_OBJECT) &&
	    !chunk_after(scan->parse, i, scan->end, &np))
		return false;
	return np.last + 1 < scan->end && (scan_is(scan, np.last, "about") ||
	    (scan_is(scan, np.last, "to") &&
	    atoms[np.last + 1].tag == TAG_BASE));
}

/* This week, a year ago, the other month; not "this week's winner". */
static bool
tells_time(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;

	if (atoms[i].classes & WORD_TIME)
		return true;
	if (i + 1 < scan->end && atoms[i].tag == TAG_DETERMINER)
		i++;
	if (i + 1 < scan->end && atoms[i].tag == TAG_ADJECTIVE)
		i++;
	return (atoms[i].classes & WORD_TIME) &&
	    atoms[i].tag != TAG_ADJECTIVE && !(i + 1 < scan->end &&
	    chunk_possessive(scan->parse, i + 1));
}

/* Whether the verb has an object or infinitive of its own, so that it doesn't
 * report what is before it: In May, Lin emailed her thanks. */
bool
left_has_object(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *next = &atoms[report->core.last];

	if (report->core.last >= scan->end || report->inverted ||
	    atoms[report->cue.first].according || next->punct != 0 ||
	    tells_time(scan, report->core.last))
		return false;
	if (next->region != NONE)
		return true;
	/* responded to it, wanted to leave; not "wrote to them" */
	if (scan_is(scan, report->core.last, "to"))
		return atoms[report->cue.first].percent < STRONG ||
		    (report->core.last + 1 < scan->end &&
		    next[1].tag == TAG_BASE);
	/* asked him to leave, asked him about it */
	if (report->frame & FRAME_OBJECT)
		return orders(scan, report->core.last);
	return next->tag == TAG_DETERMINER || next->tag == TAG_NOUN ||
	    next->tag == TAG_NAME || next->tag == TAG_PRONOUN ||
	    next->tag == TAG_ADJECTIVE || next->tag == TAG_CONJUNCTION ||
	    next->tag == TAG_ING;
}

/* Whether a main clause stands there, behind phrases and clauses that only
 * lead to one: In May, when it rained, they left. */
static bool
main_clause(const struct scan *scan, size_t first, size_t last)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = first;

	if (last > first + 4 * SCAN_LOOK)
		first = i = last - 4 * SCAN_LOOK;
	for (;;) {
		while (i < last && atoms[i].tag == TAG_ADVERB)
			i++;
		/* At least 17 died. */
		if (i + 2 < last && ((atoms[i].classes |
		    atoms[i + 1].classes) & WORD_ABOUT) &&
		    (((atoms[i + 1].classes | atoms[i + 2].classes) &
		    WORD_NUMBER) || atoms[i + 1].tag == TAG_NUMBER ||
		    atoms[i + 2].tag == TAG_NUMBER))
			return chunk_finite(scan->parse, i, last);
		if (i < last && atoms[i].tag != TAG_SUBORDINATOR &&
		    atoms[i].tag != TAG_PREPOSITION &&
		    !(atoms[i].tag == TAG_WH &&
		    (atoms[i].classes & WORD_SUBORDINATOR)))
			return chunk_finite(scan->parse, i, last);
		i = left_comma(scan, i);
		if (i + 1 >= last)
			return false;
		i++;
	}
}

/* Whether words before a comma and a cue that ends the sentence are a clause
 * though its verb may be a noun too: The mill cut jobs, Lin said. */
static bool
clause_by_place(const struct scan *scan, const struct report *report,
    size_t begin, size_t last)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	/* Shares fell 4%, according to Lin. */
	if (atoms[report->cue.first].according)
		return last > begin + 2 && !resumes(scan, report);
	/* it said; it said on Tuesday; not "he said on Tuesday it was" */
	if (last < begin + 3 || report->inverted ||
	    atoms[report->cue.first].percent < STRONG ||
	    (report->core.last < scan->end &&
	    atoms[report->core.last].punct != '.' &&
	    ((atoms[report->core.last].tag != TAG_PREPOSITION &&
	    !(atoms[report->core.last].classes & WORD_TIME)) ||
	    chunk_finite(scan->parse, report->core.last, scan->end))) ||
	    !chunk_starts(scan->parse, begin))
		return false;
	for (i = begin; i < last; i++)
		if ((atoms[i].classes & WORD_TIME) ||
		    atoms[i].tag == TAG_ING || (atoms[i].punct != 0 &&
		    atoms[i].punct != 'h' && atoms[i].punct != 'x'))
			return false;
	return true;
}

/* Whether the word before a comma only leads to what is behind the cue: a
 * relative word, a conjunction or "that" at the end of much else. */
static bool
leads_on(const struct scan *scan, size_t begin, size_t comma)
{
	const struct atom *a = &scan->parse->atoms[comma > 0 ? comma - 1 : 0];

	return comma > begin + LEAD_MOST && a->region == NONE &&
	    a->punct == 0 && (a->tag == TAG_WH || (a->classes & WORD_THAT) ||
	    a->tag == TAG_CONJUNCTION || scan_is(scan, comma - 1, "because"));
}

/* In her words, "it is over": marks follow. */
bool
left_words_lead(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.last;

	return (i < scan->end && atoms[i].region != NONE) ||
	    (i + 1 < scan->end && atoms[i].punct == ',' &&
	    atoms[i + 1].region != NONE);
}

/* Lin saw one hope: Readers, he said, can tell.  Behind a colon that a capital
 * follows. */
size_t
left_behind_colon(const struct scan *scan, size_t begin, size_t last)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = last;

	while (i-- > begin + 1 && last - i < SCAN_LOOK)
		if (atoms[i].punct == ':' && atoms[i].region == NONE)
			return i + 1 < last && (atoms[i + 1].classes &
			    WORD_CAPITAL) && !scan_person(scan, i + 1) ?
			    i + 1 : begin;
	return begin;
}

/* A move Lin said would help, a step officials said was late: where who says it
 * begins, in a phrase that has the noun too; NONE, if it is one phrase. */
size_t
left_second_phrase(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->speaker.last, first = report->speaker.first;

	if (report->inverted || report->passive || report->core.last >=
	    scan->end || atoms[report->core.last].tag != TAG_FINITE ||
	    atoms[report->cue.first].percent < STRONG ||
	    !(scan_is(scan, first, "a") || scan_is(scan, first, "an")))
		return NONE;
	if (i > first && atoms[i - 1].tag == TAG_NAME)
		while (i > first && atoms[i - 1].tag == TAG_NAME)
			i--;
	else
		i--;
	return i > first + 1 && atoms[i - 1].tag == TAG_NOUN &&
	    !(atoms[i - 1].classes & (WORD_PERSON | WORD_ORGANISATION)) &&
	    (atoms[i].tag == TAG_NAME || (atoms[i].tag == TAG_NOUN &&
	    (atoms[i].classes & WORD_PERSON))) ? i : NONE;
}

/* On the programme "Today," Lin said: marks of a phrase that tells where it
 * was said. */
static bool
names_place(const struct scan *scan, size_t begin, size_t marks)
{
	return scan->parse->atoms[begin].tag == TAG_PREPOSITION &&
	    !chunk_finite(scan->parse, begin, marks) &&
	    !content_clausal(scan, marks);
}

/* They dropped it, a plan announced in May: what is told about and says
 * nothing. */
static bool
spoken_of(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->speaker.first;

	return atoms[report->cue.first].percent < SURE && !report->passive &&
	    !report->inverted && report->speaker.last > i + 1 &&
	    (scan_is(scan, i, "a") || scan_is(scan, i, "an") ||
	    atoms[report->cue.first].inflection == FORM_ING) &&
	    !subject_can_speak(atoms, &report->speaker);
}

/* The bridge had failed before, records show: a paper, and no more of it. */
static bool
paper_shows(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->speaker.first, behind = report->core.last;

	if (!(report->frame & FRAME_THAT) || report->passive ||
	    report->inverted || report->speaker.last == i ||
	    (behind < scan->end && atoms[behind].punct == 0 &&
	    atoms[behind].tag != TAG_PREPOSITION &&
	    !(atoms[behind].classes & WORD_TIME)))
		return false;
	for (; i < report->speaker.last && atoms[i].tag != TAG_PREPOSITION; i++)
		if (atoms[i].classes & WORD_DOCUMENT)
			return true;
	return false;
}

/* Whether a sentence ends at an atom. */
static bool
scan_ends(const struct scan *scan, size_t i)
{
	return i >= scan->end || scan->parse->atoms[i].punct == '.';
}

/* In June, according to Lin, they paid; days later, Lin said, they paid: behind
 * words of time and a comma, the clause behind the comma of the cue; NONE if it
 * is not so. */
static size_t
behind_time(const struct scan *scan, const struct report *report, size_t begin,
    size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, after = report->core.last;

	if (after + 2 >= scan->end || atoms[comma].punct != ',' ||
	    atoms[after].punct != ',' ||
	    chunk_finite(scan->parse, begin, comma) || comma > begin + 6 ||
	    !content_clause_at(scan, after + 1, scan->end))
		return NONE;
	for (i = begin; i < comma; i++)
		if (atoms[i].classes & WORD_TIME)
			return after + 1;
	return atoms[report->cue.first].according &&
	    (atoms[begin].tag == TAG_PREPOSITION ||
	    (atoms[begin].classes & WORD_ABOUT)) ? after + 1 : NONE;
}

/* Days later, Lin said, they wrote back: whether another report is inserted
 * before a comma. */
static bool
inserted_before(const struct scan *scan, size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;

	return comma > scan->begin + 3 && atoms[comma].punct == ',' &&
	    atoms[comma - 1].region == NONE && atoms[comma - 1].frame != 0 &&
	    atoms[comma - 1].tag == TAG_FINITE &&
	    chunk_before(scan->parse, scan->begin, comma - 1, &np) &&
	    (atoms[comma - 1].percent >= SURE ||
	    (atoms[np.last - 1].classes & WORD_DOCUMENT)) &&
	    np.first > scan->begin + 1 && atoms[np.first - 1].punct == ',';
}

/* Voters - who are half of them, according to Lin - stayed: behind the dash
 * that the one behind the cue closes, or begin. */
static size_t
behind_dash(const struct scan *scan, const struct report *report, size_t begin)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.first;

	if (!atoms[report->cue.first].according ||
	    report->core.last >= scan->end ||
	    atoms[report->core.last].punct != '-')
		return begin;
	while (i-- > begin + 1)
		if (atoms[i].punct == '-')
			return i + 1;
	return begin;
}

/* "Late Hour" host Ana Lin said: marks of a name that a noun goes on with. */
static bool
titles_noun(const struct scan *scan, size_t marks)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[marks];
	size_t i;

	if (marks + 1 >= scan->end || a[1].tag != TAG_NOUN ||
	    (a[1].classes & WORD_CAPITAL) || scan_complete(scan, marks) ||
	    a->last - a->first > 6)
		return false;
	for (i = a->first + 1; i + 1 < a->last; i++) {
		struct slice s = token_text(parse->passage, i);

		if (is_lower(s.at[0]) && s.length > 3)
			return false;
	}
	return true;
}

/* Marks or a clause in front of a cue. */
bool
left_content(struct scan *scan, const struct report *report, bool following)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t left = report->core.first, begin = left_begin(scan);
	size_t i, after = report->core.last, stretch;
	enum quote_rule rule = atoms[report->cue.first].according ?
	    QUOTE_ACCORDING : report->passive ? QUOTE_PASSIVE :
	    report->inverted ? QUOTE_INVERTED : QUOTE_LEFT;

	/* But, in her words, "it is over". */
	if (left <= begin || (scan_is(scan, report->cue.first, "words") &&
	    left_words_lead(scan, report)))
		return false;
	i = left - 1;
	if (atoms[i].punct == ',' && i > begin && atoms[i - 1].region != NONE)
		i--;
	begin = behind_dash(scan, report, left_behind_colon(scan, begin, i));
	/* "No," warm-hearted Lin said. */
	if (i > begin && i < begin + 6 && atoms[begin].region != NONE &&
	    scan_complete(scan, begin) && !chunk_finite(scan->parse, begin + 1,
	    left) && atoms[begin + 1].punct == 0)
		i = begin;
	/* "It was grim," since they lost, Lin said. */
	if (i > begin && atoms[begin].region != NONE &&
	    scan_complete(scan, begin) && !(atoms[i].punct == ',' &&
	    !atoms[begin].boundary && (atoms[begin + 1].tag ==
	    TAG_SUBORDINATOR || atoms[begin + 1].tag == TAG_PREPOSITION)))
		return false;
	if (atoms[i].region != NONE) {
		if (scan->parse->regions[atoms[i].region].done ||
		    scan_title(scan, i) || titles_noun(scan, i))
			return false;
		if (i == begin || atoms[i - 1].punct != 0 ||
		    atoms[i - 1].boundary) {
			scan_emit(scan, rule, i, i + 1, QUOTE_DIRECT, report);
		} else if (following || left_has_object(scan, report) ||
		    (names_place(scan, begin, i) && !resumes(scan, report))) {
			return false;
		} else {
			scan_emit(scan, rule, begin, i + 1, QUOTE_MIXED,
			    report);
		}
		return true;
	}
	if (following || (atoms[i].punct != ',' && atoms[i].punct != '-' &&
	    !report->cue.first) || report->shared || report->negated ||
	    report->relative || report->infinitive ||
	    left_second_phrase(scan, report) != NONE)
		return false;
	if (!atoms[report->cue.first].according && spoken_of(scan, report))
		return false;
	if (atoms[i].punct != ',' && !atoms[report->cue.first].according &&
	    atoms[i].punct != '-')
		return false;
	if (!atoms[report->cue.first].according &&
	    (!((report->frame & FRAME_BARE) || paper_shows(scan, report)) ||
	    (!report->inverted && gerund(scan, begin) &&
	    !clause_follows(scan, begin, i) && !verb_resumes(scan, report))))
		return false;
	if ((atoms[i].classes & WORD_THAT) || left_has_object(scan, report) ||
	    inserted_before(scan, i))
		return false;
	/* a town where, Lin found, it was late; because, according to Lin, */
	if (leads_on(scan, begin, i) && (resumes(scan, report) ||
	    (after + 2 < scan->end && atoms[after].punct == ',' &&
	    content_clause_at(scan, after + 1, scan->end)))) {
		after = aside_passed(scan, after);
		scan_emit(scan, QUOTE_RESUMED, after + 1, end_of_content(scan,
		    report, after + 1), QUOTE_INDIRECT, report);
		return true;
	}
	after = behind_time(scan, report, begin, i);
	if (after != NONE) {
		scan_emit(scan, QUOTE_RESUMED, after, end_of_content(scan,
		    report, after), QUOTE_INDIRECT, report);
		return true;
	}
	after = report->core.last;
	stretch = left > begin + SCAN_LOOK ? left - SCAN_LOOK : begin;
	if (scan->parse->passage->kind != PASSAGE_HEADING &&
	    !(i > begin + 2 && scan_ends(scan, after) &&
	    paper_shows(scan, report)) &&
	    (!chunk_finite(scan->parse, stretch, i) ||
	    !main_clause(scan, begin, i)) &&
	    !(i > begin + 8 && atoms[begin].tag != TAG_PREPOSITION) &&
	    !clause_by_place(scan, report, begin, i)) {
		/* "Russia, he said, is ready" */
		if (report->inverted)
			after = scan_verb_behind(scan, report->core.last);
		if (report->inverted ? after == NONE : !resumes(scan, report))
			return false;
		scan_emit(scan, rule, begin, i, QUOTE_INDIRECT, report);
		after = aside_passed(scan, after);
		scan_emit(scan, QUOTE_RESUMED, after + 1, end_of_content(scan,
		    report, after + 1), QUOTE_INDIRECT, report);
		return true;
	}
	if ((atoms[begin].classes & WORD_SUBORDINATOR) &&
	    !(report->inverted) && after + 1 < scan->end &&
	    atoms[after].punct == 0 && chunk_starts(scan->parse, after))
		return false;
	scan_emit(scan, rule, begin, i + (atoms[i].punct == 0), QUOTE_INDIRECT,
	    report);
	if (resumes(scan, report)) {
		after = aside_passed(scan, after);
		scan_emit(scan, QUOTE_RESUMED, after + 1, end_of_content(scan,
		    report, after + 1), QUOTE_INDIRECT, report);
	}
	return true;
}

/* Said through tears, "no": words of manner or time and a comma before
 * marks. */
static bool
aside_before(const struct scan *scan, size_t first, size_t marks)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	if (marks < first + 2 || marks > first + ASIDE_MOST ||
	    atoms[marks - 1].punct != ',' || !(atoms[first].tag ==
	    TAG_PREPOSITION || (atoms[first].classes & WORD_TIME)))
		return false;
	for (i = first; i + 1 < marks; i++)
		if (atoms[i].punct != 0 || atoms[i].region != NONE ||
		    atoms[i].tag == TAG_FINITE)
			return false;
	return true;
}

/* The plan, Lin said, "is dead"; it is over, Lin said, "for good": what is in
 * front of a cue that marks follow. */
void
left_piece(struct scan *scan, const struct report *report, size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t begin = left_begin(scan), i = report->core.first;

	if (i <= begin + 1 || atoms[i - 1].punct != ',' || report->shared ||
	    (first != report->core.last + 1 && (chunk_finite(scan->parse,
	    begin, i) || !aside_before(scan, report->core.last, first))) ||
	    atoms[report->cue.first].percent < STRONG ||
	    !chunk_starts(scan->parse, begin) || leads_on(scan, begin, i - 1) ||
	    (atoms[begin].classes & (WORD_TIME | WORD_ADVERB)) ||
	    atoms[begin].tag == TAG_ADVERB || atoms[begin].tag == TAG_WH ||
	    atoms[begin].tag == TAG_PREPOSITION || gerund(scan, begin))
		return;
	if (chunk_finite(scan->parse, begin, i) ? !content_clause_at(scan,
	    begin, i - 1) : scan_capital(scan, first))
		return;
	scan_emit(scan, QUOTE_LEFT, begin, i - 1, QUOTE_INDIRECT, report);
}
