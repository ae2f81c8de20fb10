/*
 * noun: nouns that report: his claim that it failed; a warning by Lin that.
 *
 * The reported clause stands behind "that".  Who reports is who has the noun
 * (Lin's claim), whom it is by or from, or the subject of a verb that says no
 * more than that it was made (Lin repeated the claim).
 */
#include "parse.h"

/* The noun phrase that a noun ends. */
static struct span
phrase_of(const struct scan *scan, size_t noun)
{
	struct span np;

	if (!chunk_before(scan->parse, scan->begin, noun + 1, &np)) {
		np.first = noun;
		np.last = noun + 1;
	}
	return np;
}

/* The noun phrase that ends at end, without what is before a preposition that
 * is not "of". */
static bool
last_phrase(const struct scan *scan, size_t end, struct span *np)
{
	size_t i;

	if (!chunk_before(scan->parse, scan->begin, end, np))
		return false;
	for (i = end; i-- > np->first;)
		if (scan->parse->atoms[i].tag == TAG_PREPOSITION &&
		    !scan_is(scan, i, "of")) {
			np->first = i + 1;
			break;
		}
	return np->first < np->last;
}

/* His claim, Lin's claim. */
static bool
owner(const struct scan *scan, size_t noun, struct span *speaker)
{
	const struct parse *parse = scan->parse;
	size_t i;

	for (i = noun; i-- > scan->begin && noun - i < 5;) {
		if (parse->atoms[i].classes & WORD_POSSESSIVE) {
			speaker->first = i;
			speaker->last = i + 1;
			return true;
		}
		if (chunk_possessive(parse, i))
			return last_phrase(scan, i, speaker);
		if (parse->atoms[i].punct != 0 ||
		    parse->atoms[i].region != NONE ||
		    (parse->atoms[i].tag != TAG_ADJECTIVE &&
		    parse->atoms[i].tag != TAG_NOUN &&
		    parse->atoms[i].tag != TAG_DONE &&
		    parse->atoms[i].tag != TAG_ADVERB))
			return false;
	}
	return false;
}

/* Lin repeated the claim: the subject of a verb that but makes it. */
static bool
maker(const struct scan *scan, size_t noun, struct report *report)
{
	const struct parse *parse = scan->parse;
	struct span np = phrase_of(scan, noun);
	size_t i = np.first, k;

	/* came to the conclusion */
	if (i > scan->begin && (parse->atoms[i - 1].tag == TAG_ADVERB ||
	    parse->atoms[i - 1].tag == TAG_PREPOSITION))
		i--;
	if (i < scan->begin + 2 ||
	    !(parse->atoms[i - 1].classes & WORD_MAKES))
		return false;
	k = --i;
	while (k > scan->begin && ((parse->atoms[k - 1].classes &
	    (WORD_AUXILIARY | WORD_ADVERB)) ||
	    parse->atoms[k - 1].tag == TAG_ADVERB))
		k--;
	report->cue.first = i;
	if (k == scan->begin || parse->atoms[k - 1].tag != TAG_CONJUNCTION)
		return chunk_before(parse, scan->begin, k, &report->speaker);
	if (scan->subject_known)
		report->speaker = scan->subject;
	return scan->subject_known || chunk_after(parse, scan->begin, k,
	    &report->speaker);
}

/* Scholars caution that: a verb after all, whose subject is before it. */
static bool
plain_subject(const struct scan *scan, size_t noun, struct span *speaker)
{
	const struct atom *a = &scan->parse->atoms[noun];

	return noun > scan->begin && a->frame != 0 &&
	    (a->inflection == FORM_BASE || a->inflection == FORM_S) &&
	    (a[-1].tag == TAG_NOUN || a[-1].tag == TAG_NAME) &&
	    (a[-1].classes & (WORD_CAPITAL | WORD_PERSON |
	    WORD_ORGANISATION)) && chunk_before(scan->parse, scan->begin,
	    noun, speaker) && chunk_clause_starts(scan->parse, scan->begin,
	    speaker->first);
}

/* A claim by Lin that; NONE if no such that follows. */
static size_t
that_behind(const struct scan *scan, size_t noun, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i = noun + 1;
	struct span np;

	if (i + 2 < scan->end && (scan_is(scan, i, "by") ||
	    scan_is(scan, i, "from")) && chunk_after(parse, i + 1, scan->end,
	    &report->speaker)) {
		i = report->speaker.last;
		/* from her rival, Ana Lin, that */
		if (i + 3 < scan->end && atoms[i].punct == ',' &&
		    chunk_after(parse, i + 1, scan->end, &np) &&
		    np.last + 1 < scan->end && atoms[np.last].punct == ',' &&
		    (atoms[np.last + 1].classes & WORD_THAT)) {
			i = np.last + 1;
			if (atoms[np.last - 1].tag == TAG_NAME)
				report->speaker = np;
		}
	}
	return i + 2 < scan->end && atoms[i].region == NONE &&
	    (atoms[i].classes & WORD_THAT) && atoms[i + 1].punct == 0 &&
	    content_clause_at(scan, i + 1, scan->end) ? i : NONE;
}

/* A claim that Lin denied, a promise that she made: no clause but a relative
 * one. */
static bool
lacks_object(const struct scan *scan, size_t first, size_t end)
{
	const struct atom *a = scan->parse->atoms + end - 1;

	while (a > scan->parse->atoms + first && a->punct != 0)
		a--;
	return a->tag == TAG_FINITE && a->region == NONE &&
	    (a->frame != 0 || (a->classes & WORD_MAKES));
}

/* They lied, a claim that nobody made: behind a comma, what is told about it
 * mostly is no report. */
static bool
sums_up(const struct scan *scan, size_t noun)
{
	size_t i = phrase_of(scan, noun).first;

	return i > scan->begin && (scan->parse->atoms[i - 1].punct == ',' ||
	    scan->parse->atoms[i - 1].punct == '-');
}

/* Whether a quotation found in the sentence has the atom. */
static bool
taken(const struct scan *scan, size_t atom, size_t quotes)
{
	const struct finder *f = scan->finder;
	size_t byte = scan->parse->atoms[atom].start;

	for (; quotes < f->count; quotes++)
		if (f->quotes[quotes].start <= byte &&
		    f->quotes[quotes].end > byte)
			return true;
	return false;
}

void
noun_find(struct scan *scan, size_t quotes)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i, that, end;

	for (i = scan->begin; i + 3 < scan->end; i++) {
		struct report report;

		if (!(atoms[i].classes & (WORD_SAYING | WORD_VIEW)) ||
		    atoms[i].tag == TAG_FINITE)
			continue;
		memset(&report, 0, sizeof report);
		that = that_behind(scan, i, &report);
		if (that == NONE || taken(scan, that + 1, quotes))
			continue;
		report.frame = FRAME_THAT;
		report.cue.first = i;
		report.cue.last = i + 1;
		if (!(atoms[i].classes & WORD_SAYING)) {
			if (!maker(scan, i, &report))
				continue;
		} else if (report.speaker.first == report.speaker.last &&
		    !owner(scan, i, &report.speaker) &&
		    !plain_subject(scan, i, &report.speaker)) {
			maker(scan, i, &report);
		}
		report.core.first = report.cue.first;
		report.core.last = that;
		end = end_before_verb(scan, i, that + 1,
		    end_of_content(scan, &report, that + 1));
		if (lacks_object(scan, that + 1, end) ||
		    (report.speaker.first == report.speaker.last &&
		    sums_up(scan, i)))
			continue;
		scan_emit(scan, QUOTE_NOUN, that + 1, end, QUOTE_INDIRECT,
		    &report);
		i = end - 1;
	}
}
