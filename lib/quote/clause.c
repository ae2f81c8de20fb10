/*
 * clause: finds reports: cue, speaker, and the clause or marked span that is
 * reported.
 *
 * Works sentence by sentence over atoms (atom.c), so that a marked span of
 * many sentences is one.  A cue at the end (cue.c) reports what is before it;
 * then all cues are read from left to right, also within what another one
 * reports.  What is reported stands before the cue up to the comma (left.c), or
 * after it (content.c), in pieces about it, or about a clause with "as".
 * Marked spans left over are for rest.c.
 */
#include "parse.h"

/* More marks of the same speaker in this sentence: "A," he said, "b." */
static void
right_regions(struct scan *scan, const struct report *report, size_t from)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	for (i = from; i < scan->end && i < from + SCAN_LOOK; i++)
		if (atoms[i].region != NONE &&
		    !scan->parse->regions[atoms[i].region].done &&
		    !scan_title(scan, i) && ((i > from &&
		    (atoms[i - 1].punct == ',' ||
		    atoms[i - 1].punct == ':' || atoms[i - 1].punct == '-')) ||
		    (i > 0 && i == report->core.last &&
		    scan_complete(scan, i) && scan_capital(scan, i))))
			scan_emit(scan, QUOTE_RESUMED, i, i + 1, QUOTE_DIRECT,
			    report);
		else if (atoms[i].frame != 0 && atoms[i].percent >= 50 &&
		    atoms[i].tag == TAG_FINITE)
			break;
}

/* "Populism" in this form had come: marks are the clause's first words. */
static bool
heads_clause(const struct scan *scan, const struct report *report,
    size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, stop = first + 12 < scan->end ? first + 12 : scan->end;

	/* a teacher who wrote "no" has left */
	if (!(report->frame & FRAME_BARE) || report->relative ||
	    scan_complete(scan, first) || content_clausal(scan, first))
		return false;
	for (i = first + 1; i < stop && (atoms[i].punct == 0 ||
	    atoms[i].punct == 'h') && atoms[i].tag != TAG_CONJUNCTION &&
	    atoms[i].tag != TAG_SUBORDINATOR && atoms[i].tag != TAG_WH; i++)
		if (atoms[i].tag == TAG_FINITE)
			return true;
	return false;
}

/* Said "we have three weeks" until they vote: the clause goes on. */
static bool
outgrows_marks(const struct scan *scan, const struct report *report,
    size_t first)
{
	const struct atom *next = &scan->parse->atoms[first + 1];

	return first + 2 < scan->end && (report->frame & FRAME_BARE) &&
	    !scan_complete(scan, first) && content_clausal(scan, first) &&
	    next->region == NONE && !next->boundary &&
	    !(next[1].classes & WORD_TIME) &&
	    ((next->tag == TAG_SUBORDINATOR && !scan_is(scan, first + 1,
	    "as")) || scan_is(scan, first + 1, "of") ||
	    scan_is(scan, first + 1, "for") ||
	    scan_is(scan, first + 1, "until") ||
	    scan_is(scan, first + 1, "than") ||
	    scan_is(scan, first + 1, "despite") ||
	    (next->tag == TAG_PREPOSITION && next[1].tag == TAG_WH) ||
	    scan_is(scan, first + 1, "about"));
}

/* Whether a sentence ends within the marks of an atom. */
static bool
holds_sentences(const struct scan *scan, size_t atom)
{
	const struct passage *p = scan->parse->passage;
	const struct atom *a = &scan->parse->atoms[atom];
	size_t i;

	if (p->sentence_count == 0)
		return false;
	i = passage_sentence(p, a->start);
	return p->sentences[i].last > a->first + 1 &&
	    p->sentences[i].last + 2 < a->last;
}

static size_t
follow(struct scan *scan, const struct report *report, size_t first,
    bool that)
{
	const struct atom *atoms = scan->parse->atoms;
	enum quote_rule rule = report->passive ? QUOTE_PASSIVE : QUOTE_RIGHT;
	size_t end;

	if (atoms[first].region != NONE && !heads_clause(scan, report,
	    first) && !outgrows_marks(scan, report, first) && (!that ||
	    (first + 2 >= scan->end && atoms[first].last -
	    atoms[first].first > 6)) &&
	    (first + 1 >= scan->end || atoms[first].boundary ||
	    scan_complete(scan, first) || atoms[first + 1].punct != 0 ||
	    !chunk_finite(scan->parse, first + 1, first + 2))) {
		char before = first > 0 ? atoms[first - 1].punct : 0;
		bool direct = before == ',' || before == ':' ||
		    (!that && holds_sentences(scan, first)) || (that ?
		    scan_capital(scan, first) :
		    !(report->frame & FRAME_NAME) &&
		    (scan_capital(scan, first) ||
		    content_clausal(scan, first)));

		if (scan->parse->regions[atoms[first].region].done)
			return first + 1;
		scan_emit(scan, rule, first, first + 1,
		    direct ? QUOTE_DIRECT : QUOTE_MIXED, report);
		/* called it "vain" and "late" */
		end = scan_brackets(scan, first + 1);
		if (!direct && end + 1 < scan->end &&
		    atoms[end].tag == TAG_CONJUNCTION &&
		    atoms[end + 1].region != NONE) {
			scan_emit(scan, QUOTE_RESUMED, end + 1, end + 2,
			    QUOTE_MIXED, report);
			return end + 2;
		}
		/* said "it is over" and that they lost; "it is", and that */
		if (first + 5 < scan->end && atoms[first + 1].punct == ',' &&
		    atoms[first + 2].tag == TAG_CONJUNCTION &&
		    (atoms[first + 3].classes & WORD_THAT))
			first++;
		if (first + 4 >= scan->end || scan->inner ||
		    atoms[first + 1].tag != TAG_CONJUNCTION ||
		    !(atoms[first + 2].classes & WORD_THAT) ||
		    !content_clause_at(scan, first + 3, scan->end))
			return first + 1;
		first += 3;
	}
	for (;;) {
		end = end_of_content(scan, report, first);
		scan_emit(scan, rule, first, end, QUOTE_INDIRECT, report);
		if (end + 2 >= scan->end || scan->inner ||
		    !((atoms[end].classes & WORD_CONJUNCTION) ||
		    (that && atoms[end].punct == ',')) ||
		    !(atoms[end + 1].classes & WORD_THAT) ||
		    (atoms[end + 1].tag == TAG_DETERMINER &&
		    atoms[end + 2].tag == TAG_NOUN &&
		    !content_clause_at(scan, end + 2, scan->end)))
			return end;
		first = end + 2;
	}
}

/* "It is late," Lin said, and it "will be costly": a clause with marks, or
 * marks, behind a conjunction. */
static void
joined_marks(struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.last, first = i + 2;

	if (i + 3 >= scan->end || atoms[i].punct != ',' ||
	    atoms[i + 1].tag != TAG_CONJUNCTION)
		return;
	for (i = first; i < scan->end && i < first + SCAN_LOOK; i++) {
		if (atoms[i].region != NONE)
			break;
		if (atoms[i].punct != 0 || atoms[i].frame != 0)
			return;
	}
	if (i >= scan->end || atoms[i].region == NONE ||
	    scan->parse->regions[atoms[i].region].done ||
	    scan_title(scan, i) || (i > first &&
	    !(atoms[first].classes & WORD_PRONOUN)) ||
	    (i == first && !content_clausal(scan, i)))
		return;
	scan_emit(scan, QUOTE_RESUMED, first, i + 1, i == first ?
	    QUOTE_DIRECT : QUOTE_MIXED, report);
}

static void
remember_subject(struct scan *scan, const struct report *report)
{
	scan->subject = report->speaker;
	scan->subject_known = true;
}

bool
scan_may_report(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];

	return a->region == NONE && (a->frame != 0 || a->according);
}

/* According to her son, Ana Lin, it is over; to Lin, a judge, it is; to Lin,
 * 45, it is: the comma behind the apposition at first, whose name speaks. */
static size_t
apposition_passed(const struct scan *scan, struct report *report, size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	bool named = atoms[report->speaker.last - 1].tag == TAG_NAME;
	struct span np;

	if (first + 3 >= scan->end || atoms[first].punct != ',')
		return first;
	np.first = first + 1;
	np.last = first + 2;
	if (!(atoms[first + 1].classes & WORD_NUMBER) &&
	    !chunk_after(scan->parse, first + 1, scan->end, &np))
		return first;
	if (np.last + 2 >= scan->end || atoms[np.last].punct != ',' ||
	    atoms[np.last + 1].tag == TAG_CONJUNCTION ||
	    !content_clause_at(scan, np.last + 1, scan->end))
		return first;
	if (named)
		return (atoms[np.first].classes & WORD_NUMBER) ||
		    scan_is(scan, np.first, "a") ||
		    scan_is(scan, np.first, "an") ||
		    scan_is(scan, np.first, "the") ? np.last : first;
	if (atoms[np.last - 1].tag != TAG_NAME ||
	    !(atoms[report->speaker.last - 1].classes & WORD_PERSON))
		return first;
	if (atoms[report->speaker.first].classes & WORD_POSSESSIVE)
		report->speaker = np;
	return np.last;
}

/* According to Lin, it is over: behind the comma, and behind that of what is
 * told about the speaker. */
static bool
according_first(struct scan *scan, struct report *report, size_t *end)
{
	const struct atom *atoms = scan->parse->atoms;
	struct report other;
	size_t i = left_comma(scan, report->core.last), k;
	bool that;

	/* According to Lin the plan is dead. */
	if (report->core.last < scan->end &&
	    atoms[report->core.last - 1].tag == TAG_NAME &&
	    atoms[report->core.last].tag == TAG_DETERMINER &&
	    content_clause_at(scan, report->core.last, scan->end))
		i = report->core.last - 1;
	else if (i + 2 < scan->end && (atoms[i + 1].tag == TAG_DONE ||
	    atoms[i + 1].tag == TAG_WH) && left_comma(scan, i + 1) < scan->end)
		i = left_comma(scan, i + 1);
	if (i + 1 >= scan->end || i - report->core.first > SCAN_LOOK)
		return false;
	i = apposition_passed(scan, report, i);
	for (k = i + 1; k < scan->end && k < i + 8; k++)
		if (atoms[k].frame != 0 && atoms[k].percent >= 60 &&
		    cue_read(scan, k, &other) &&
		    other.core.first == i + 1 &&
		    content_after(scan, &other, &that) != NONE)
			return false;
	*end = end_at_report(scan, i + 1);
	scan_emit(scan, QUOTE_ACCORDING, i + 1, *end, QUOTE_INDIRECT, report);
	return true;
}

/* As Lin noted, it is over. */
static bool
as_clause(struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t as = report->core.first, i, verb;

	if (as == scan->begin || report->shared ||
	    !scan_is(scan, as - 1, as - 1 == scan->begin ? "As" : "as"))
		return false;
	as--;
	/* "one trunk", as she put it; "one trunk," as she put it */
	i = as > scan->begin ? as - (atoms[as - 1].punct == ',') : as;
	if (i > scan->begin && atoms[i - 1].region != NONE &&
	    (i < as || scan_complete(scan, i - 1)) &&
	    !scan->parse->regions[atoms[i - 1].region].done) {
		scan_emit(scan, QUOTE_AS, i - 1, i, QUOTE_MIXED, report);
		return true;
	}
	/* As he lamented the loss, she left; known for shouting */
	if (!(report->frame & (FRAME_BARE | FRAME_THAT)) ||
	    atoms[report->cue.first].inflection == FORM_ING ||
	    left_has_object(scan, report))
		return false;
	if (as == scan_content(scan)) {
		i = left_comma(scan, report->core.last);
		if (i + 2 >= scan->end)
			return false;
		scan_emit(scan, QUOTE_AS, i + 1, end_of_content(scan, report,
		    i + 1), QUOTE_INDIRECT, report);
		return true;
	}
	/* The plan, as Lin said last week, is dead. */
	for (i = report->core.last; i + 2 < scan->end &&
	    ((atoms[i].classes & WORD_TIME) || (atoms[i].tag ==
	    TAG_DETERMINER && (atoms[i + 1].classes & WORD_TIME))); i++)
		;
	verb = i + 1 < scan->end && atoms[i + 1].tag == TAG_ADVERB ? i + 2 :
	    i + 1;
	if (verb + 1 < scan->end && (atoms[i].punct == ',' ||
	    atoms[i].punct == '-') && atoms[i].punct == atoms[as - 1].punct &&
	    (atoms[verb].tag == TAG_FINITE || (atoms[i].punct == '-' &&
	    atoms[verb].tag == TAG_DONE)) && as > scan->begin + 1 &&
	    !chunk_finite(scan->parse,
	    scan->begin, as) && chunk_starts(scan->parse, left_begin(scan))) {
		if (atoms[left_begin(scan)].tag != TAG_ADVERB)
			scan_emit(scan, QUOTE_AS, left_begin(scan), as,
			    QUOTE_INDIRECT, report);
		scan_emit(scan, QUOTE_RESUMED, i + 1, end_of_content(scan,
		    report, i + 1), QUOTE_INDIRECT, report);
		return true;
	}
	/* They can, and as Lin noted, they should; in May, as Lin noted, */
	if (report->core.last + 2 < scan->end &&
	    atoms[report->core.last].punct == ',' &&
	    (atoms[as - 1].tag == TAG_CONJUNCTION ||
	    (atoms[as - 1].punct == ',' &&
	    !chunk_finite(scan->parse, scan->begin, as)))) {
		i = report->core.last + 1;
		if (!content_clause_at(scan, i, scan->end))
			return false;
		scan_emit(scan, QUOTE_AS, i, end_of_content(scan, report, i),
		    QUOTE_INDIRECT, report);
		return true;
	}
	if (atoms[as - 1].punct != ',' ||
	    !chunk_finite(scan->parse, scan->begin, as))
		return false;
	/* It led to, as Lin put it, a loss. */
	if (report->core.last + 2 < scan->end &&
	    atoms[report->core.last].punct == ',' && as > scan->begin + 1 &&
	    (atoms[as - 2].tag == TAG_PREPOSITION ||
	    atoms[as - 2].tag == TAG_FINITE)) {
		i = report->core.last + 1;
		scan_emit(scan, QUOTE_AS, i, left_comma(scan, i),
		    QUOTE_INDIRECT, report);
		return true;
	}
	scan_emit(scan, QUOTE_AS, left_begin(scan), as, QUOTE_INDIRECT, report);
	return true;
}

/* A probe the police said was over: a noun right before the subject. */
static bool
omits_which(const struct scan *scan, const struct report *report)
{
	const struct atom *a = &scan->parse->atoms[report->core.first];

	return a[-1].tag == TAG_NOUN && (a->tag == TAG_DETERMINER ||
	    a->tag == TAG_PRONOUN || (a->classes & WORD_PRONOUN)) &&
	    report->speaker.last <= report->cue.first;
}

/* A change which officials said will come: the verb and what is behind. */
static bool
relative_clause(struct scan *scan, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.first, after = report->core.last, end;
	size_t second = left_second_phrase(scan, report);

	if (i == scan->begin || report->inverted || report->shared ||
	    after + 1 >= scan->end || !(report->frame & FRAME_BARE) ||
	    atoms[after].tag != TAG_FINITE ||
	    !(second != NONE ||
	    atoms[i - 1].tag == TAG_WH || (atoms[i - 1].classes &
	    (WORD_THAT | WORD_RELATIVE)) || (omits_which(scan, report) &&
	    atoms[report->cue.first].percent >= STRONG)))
		return false;
	if (second != NONE)
		report->speaker.first = second;
	end = end_of_content(scan, report, after);
	if (end > left_comma(scan, after))
		end = left_comma(scan, after);
	/* who police said had left was found */
	end = end_before_verb(scan, i - 1, after, end);
	scan_emit(scan, QUOTE_RELATIVE, after, end, QUOTE_INDIRECT, report);
	return true;
}

/* If it rained, he should have insisted: what was not said. */
static bool
unsaid(const struct scan *scan, size_t cue)
{
	return cue > scan->begin + 1 && scan_is(scan, cue - 1, "have") &&
	    (scan->parse->atoms[cue - 2].classes & WORD_AUXILIARY);
}

/* A cue at the end reports all that is before it.  Returns what is behind,
 * and in *left where the cue begins. */
static size_t
backward(struct scan *scan, size_t *left)
{
	const struct atom *atoms = scan->parse->atoms;
	struct report report;
	size_t i, first;
	bool that;

	for (i = scan->end; i-- > scan->begin;) {
		if (!scan_may_report(scan, i) || !cue_read(scan, i, &report) ||
		    report.shared || report.core.first <= scan->begin ||
		    unsaid(scan, i))
			continue;
		first = report.core.first - 1;
		if (atoms[first].punct != ',' && !atoms[i].according)
			continue;
		if (content_after(scan, &report, &that) != NONE &&
		    !report.inverted && !atoms[i].according)
			continue;
		if (!left_content(scan, &report, false))
			continue;
		remember_subject(scan, &report);
		right_regions(scan, &report, report.core.last);
		joined_marks(scan, &report);
		*left = report.core.first;
		return report.core.last;
	}
	*left = scan->begin;
	return scan->begin;
}

/* But, he said, it is late; still, he said, it is: the clause behind the comma
 * of a cue that has but a conjunction or adverb before it; NONE without. */
static size_t
behind_lead(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t left = report->core.first, after = report->core.last, i;

	if (left < scan->begin + 2 || left > scan->begin + 3 ||
	    atoms[left - 1].punct != ',' || after + 2 >= scan->end ||
	    atoms[after].punct != ',' || report->inverted || report->shared ||
	    report->passive || !(report->frame & FRAME_BARE))
		return NONE;
	for (i = scan->begin; i + 1 < left; i++)
		if (atoms[i].region != NONE ||
		    (atoms[i].tag != TAG_CONJUNCTION &&
		    atoms[i].tag != TAG_ADVERB && !(atoms[i].classes &
		    (WORD_CONJUNCTION | WORD_ADVERB))))
			return NONE;
	return content_clause_at(scan, after + 1, scan->end) ? after + 1 : NONE;
}

static void forward(struct scan *scan, size_t i);

/* Reports within what is reported. */
static void
within(struct scan *scan, size_t first, size_t last)
{
	struct span subject = scan->subject;
	struct quote_place speaker = scan->speaker, cue = scan->cue;
	size_t begin = scan->begin, end = scan->end;
	size_t reached = scan->reached;

	scan->reached = 0;
	scan->begin = first;
	scan->end = last;
	scan->subject_known = false;
	scan->inner = true;
	forward(scan, first);
	scan->inner = false;
	/* What floats behind it is of the outer speaker. */
	scan->speaker = speaker;
	scan->cue = cue;
	scan->reached = reached;
	scan->begin = begin;
	scan->end = end;
	scan->subject = subject;
	scan->subject_known = true;
}

/* The cues from an atom to the end, one after another. */
static void
forward(struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	struct report report;
	size_t first, end;
	bool that;

	for (; i < scan->end; i++) {
		if (!scan_may_report(scan, i) || (scan->inner &&
		    atoms[i].percent < STRONG) || !cue_read(scan, i, &report))
			continue;
		if (atoms[i].according) {
			if (report.core.first == scan_content(scan) &&
			    according_first(scan, &report, &end))
				i = end - 1;
			else if (left_words_lead(scan, &report))
				right_regions(scan, &report,
				    report.core.last);
			continue;
		}
		first = report.inverted ? NONE :
		    content_after(scan, &report, &that);
		if (first == NONE)
			first = behind_lead(scan, &report);
		if ((report.core.first > scan->begin && !unsaid(scan, i) &&
		    left_content(scan, &report, first != NONE)) ||
		    (first == NONE && (as_clause(scan, &report) ||
		    relative_clause(scan, &report)))) {
			remember_subject(scan, &report);
			right_regions(scan, &report, report.core.last);
			if (scan->reached < report.core.last)
				scan->reached = report.core.last;
			i = scan->reached - 1;
			continue;
		}
		if (first == NONE) {
			if (report.speaker.first < report.speaker.last &&
			    !report.shared && !report.relative)
				remember_subject(scan, &report);
			/* But, said Lin, "no." */
			if (report.inverted)
				right_regions(scan, &report,
				    report.core.last);
			continue;
		}
		if (that && !(report.frame & (FRAME_THAT | FRAME_BARE)))
			continue;
		/* a remark he repeated at every dinner he gave */
		if (!that && atoms[first].region == NONE &&
		    report.core.first > scan->begin && omits_which(scan,
		    &report) && atoms[i].percent < STRONG)
			continue;
		if (report.passive && !report.agent)
			memset(&report.speaker, 0, sizeof report.speaker);
		/* a plan that critics call vain, saying that: not critics */
		if (!(report.core.first > scan->begin &&
		    atoms[report.core.first - 1].tag == TAG_WH))
			remember_subject(scan, &report);
		if (atoms[first].region != NONE)
			left_piece(scan, &report, first);
		end = follow(scan, &report, first, that);
		if (atoms[first].region == NONE && !scan->inner)
			within(scan, first, end);
		i = end - 1;
		right_regions(scan, &report, i);
	}
}

void
scan_sentence(struct scan *scan)
{
	bool continues = scan->last_direct;
	size_t from, left, quotes = scan->finder->count;

	scan->last_direct = false;
	scan->subject_known = false;
	scan->reached = 0;
	from = backward(scan, &left);
	if (left > scan->begin) {
		size_t colon = left_behind_colon(scan, scan->begin, left - 1);

		within(scan, scan->begin, colon > scan->begin ? colon : left);
	}
	forward(scan, from);
	noun_find(scan, quotes);
	rest_find(scan, continues);
}
