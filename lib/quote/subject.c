/*
 * subject: who reports: the noun phrase before the verb (perhaps behind an
 * apposition, a bracket or a relative clause), the one behind it (inversion),
 * or the subject that the verb shares with another.
 */
#include "parse.h"

#define FAIR_CUE 60
#define ASIDE_MOST 10		/* atoms: and, after a while, said */
#define THAT_MOST 8		/* atoms: agreed with the mayor of it that */

/* Whether a noun phrase has a finite verb in it, or marks that are no
 * nickname. */
static bool
verb_in(const struct parse *parse, const struct span *np)
{
	const struct atom *a = &parse->atoms[np->first];
	const struct atom *last = &parse->atoms[np->last - 1];

	for (; a <= last; a++)
		if (a->region == NONE ? a->tag == TAG_FINITE : a == last ||
		    a[1].tag != TAG_NAME || a == parse->atoms ||
		    a[-1].tag != TAG_NAME)
			return true;
	return false;
}

/* Cross-examining, Lin said; moving approval, the chairman said: no phrase but
 * what else is done. */
static bool
participle_only(const struct parse *parse, const struct span *np, bool first)
{
	const struct atom *a = &parse->atoms[np->first];
	const char *text = parse->passage->text.at + a->start;
	size_t length = a->end - a->start;

	if (first && a->tag == TAG_ING && np->last > np->first + 1 &&
	    !(a[1].classes & WORD_CAPITAL))
		return true;
	return np->last == np->first + 1 && length > 5 &&
	    (a->tag != TAG_NAME || memchr(text, '-', length) != NULL) &&
	    memcmp(text + length - 3, "ing", 3) == 0;
}

/* The subject in front of a comma, when what is before the comma is a noun
 * phrase: Lin, 57, who founded it, said. */
static bool
apposition(const struct scan *scan, size_t at, struct span *np)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i, stop = at > SCAN_LOOK ? at - SCAN_LOOK : 0;

	if (stop < scan->begin)
		stop = scan->begin;
	for (i = at; i > stop; i--)
		if (((atoms[i - 1].classes & WORD_THAT) &&
		    atoms[i - 1].tag == TAG_SUBORDINATOR) || (i > 1 &&
		    scan_is(scan, i - 1, "as") && (atoms[i - 2].punct == ',' ||
		    atoms[i - 2].region != NONE) &&
		    !chunk_finite(parse, i, at)))
			break;
	for (; i <= at; i++) {
		size_t end = i;

		if ((atoms[i].punct != ',' && atoms[i].punct != '-') ||
		    i == scan->begin)
			continue;
		/* Lin (R-Ga.), the chairwoman, said */
		if (atoms[i - 1].punct == ')')
			while (end > scan->begin && i - end < 8 &&
			    atoms[end].punct != '(')
				end--;
		if (end > scan->begin && (atoms[end - 1].classes &
		    (WORD_WORD | WORD_NUMBER)) &&
		    chunk_before(parse, scan->begin, end, np) &&
		    !verb_in(parse, np) && !participle_only(parse, np,
		    np->first == scan->begin) &&
		    chunk_clause_starts(parse, scan->begin, np->first))
			return true;
	}
	return false;
}

/* The deputy, his deputy, Ghana's deputy. */
static bool
owned(const struct parse *parse, const struct span *np)
{
	size_t i;

	for (i = np->first + 1; i < np->last; i++)
		if (chunk_possessive(parse, i))
			return true;
	return (parse->atoms[np->first].classes & (WORD_DETERMINER |
	    WORD_POSSESSIVE)) != 0;
}

/* The President of the Senate, the Commissioner for Health: a person, though
 * the phrase ends with a name. */
static bool
office(const struct scan *scan, const struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	if (!(atoms[np->first].classes & WORD_DETERMINER))
		return false;
	for (i = np->first + 1; i + 1 < np->last; i++)
		if ((atoms[i].classes & WORD_PERSON) &&
		    (scan_is(scan, i + 1, "of") ||
		    scan_is(scan, i + 1, "for")))
			return true;
	return false;
}

/* The Prime Minister, the Lord Mayor: capitals that end with a noun for a
 * person. */
static bool
title(const struct atom *atoms, const struct span *np)
{
	return (atoms[np->first].classes & WORD_DETERMINER) &&
	    (atoms[np->last - 1].classes & (WORD_CAPITAL | WORD_PERSON)) ==
	    (WORD_CAPITAL | WORD_PERSON);
}

/* His deputy, Ana Duarte, said: the mention is the name. */
static void
prefer_name(const struct scan *scan, struct span *np)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i = np->last;
	struct span name;

	if (i + 1 >= scan->end || atoms[i].punct != ',' ||
	    ((atoms[i - 1].classes & (WORD_CAPITAL | WORD_NUMBER |
	    WORD_PRONOUN)) && !office(scan, np) && !title(atoms, np)) ||
	    !owned(parse, np) ||
	    !(atoms[i + 1].classes & WORD_CAPITAL) ||
	    (atoms[i + 1].classes & WORD_TIME) ||
	    !chunk_after(parse, i + 1, scan->end, &name) ||
	    (name.last < scan->end && atoms[name.last].punct == 0 &&
	    !atoms[name.last].boundary))
		return;
	*np = name;
}

/* A letter seen by; a study documenting */
void
subject_without_participle(const struct parse *parse, struct span *np)
{
	/* A memo seen by, when another phrase is cut off behind it. */
	if (np->last > np->first + 2 &&
	    parse->atoms[np->last - 1].tag == TAG_PREPOSITION &&
	    parse->atoms[np->last - 2].tag == TAG_DONE)
		np->last--;
	while (np->last > np->first + 1 &&
	    (parse->atoms[np->last - 1].tag == TAG_DONE ||
	    parse->atoms[np->last - 1].tag == TAG_ING))
		np->last--;
}

/* The first noun phrase of the clause before the verb: Voters who saw it
 * say; a document filed on Monday says. */
static bool
clause_subject(const struct scan *scan, size_t j, struct span *np)
{
	const struct parse *parse = scan->parse;
	size_t i = j, k;

	while (i > scan->begin && j - i < SCAN_LOOK) {
		const struct atom *a = &parse->atoms[i - 1];

		if ((a->punct != 0 && a->punct != 'h') || a->region != NONE ||
		    a->tag == TAG_SUBORDINATOR || (a->tag == TAG_CONJUNCTION &&
		    parse->atoms[i].tag != TAG_NOUN &&
		    parse->atoms[i].tag != TAG_ADJECTIVE))
			break;
		i--;
	}
	while (i < j && (parse->atoms[i].tag == TAG_ADVERB ||
	    parse->atoms[i].tag == TAG_CONJUNCTION))
		i++;
	/* More than half of them say. */
	k = i + 2 < j && scan_is(scan, i + 1, "than") ? i + 2 : i;
	if (i >= j || !chunk_after(parse, k, j, np))
		return false;
	np->first = i;
	subject_without_participle(parse, np);
	return true;
}

/* Critics such as Lin say: the critics. */
static bool
example_of(const struct scan *scan, struct report *report)
{
	size_t i = report->speaker.first;
	struct span np;

	if (i < scan->begin + 3 || !scan_is(scan, i - 1, "as") ||
	    !scan_is(scan, i - 2, "such") || !chunk_before(scan->parse,
	    scan->begin, i - 2, &np) || !chunk_clause_starts(scan->parse,
	    scan->begin, np.first))
		return false;
	report->speaker = np;
	report->core.first = np.first;
	return true;
}

/* A study by Lin and colleagues found: the study. */
static bool
written_by(const struct scan *scan, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->speaker.first, k;
	struct span np;

	if (i < scan->begin + 4 || atoms[i - 1].tag != TAG_CONJUNCTION ||
	    !chunk_before(scan->parse, scan->begin, i - 1, &np))
		return false;
	for (k = np.first + 1; k < np.last && !(scan_is(scan, k, "by") &&
	    (atoms[k - 1].classes & WORD_DOCUMENT)); k++)
		;
	if (k >= np.last)
		return false;
	report->speaker.first = report->core.first = np.first;
	return true;
}

bool
subject_before(const struct scan *scan, size_t j, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *before;
	struct span np;

	if (!chunk_before(parse, scan->begin, j, &report->speaker)) {
		if (!clause_subject(scan, j, &report->speaker))
			return false;
		report->core.first = report->speaker.first;
		return true;
	}
	report->core.first = report->speaker.first;
	if (report->speaker.first == scan->begin ||
	    example_of(scan, report) || written_by(scan, report))
		return true;
	before = &parse->atoms[report->speaker.first - 1];
	if (((cue_verbal(before->tag) && !(before->frame & FRAME_BARE)) ||
	    (before->tag == TAG_PREPOSITION && before > parse->atoms &&
	    !(before->classes & WORD_SUBORDINATOR) &&
	    cue_verbal(before[-1].tag))) &&
	    clause_subject(scan, report->speaker.first, &np) &&
	    np.first < report->speaker.first) {
		report->speaker = np;
		report->core.first = np.first;
	}
	return true;
}

/* Agreed with the mayor that: whether "that" begins a clause soon. */
bool
subject_that_follows(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k;

	for (k = i + 1; k + 2 < scan->end && k < i + THAT_MOST &&
	    atoms[k].punct == 0 && atoms[k].region == NONE &&
	    atoms[k].tag != TAG_FINITE; k++)
		if ((atoms[k].classes & WORD_THAT) &&
		    atoms[k].tag == TAG_SUBORDINATOR)
			return true;
	return false;
}

/* The study, published this week, found that: the first noun phrase. */
static bool
far_subject(const struct scan *scan, size_t i, size_t j,
    struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;

	if (i + 2 >= scan->end || j == scan->begin ||
	    atoms[i].tag == TAG_ING ||
	    !chunk_after(scan->parse, scan->begin, j, &report->speaker))
		return false;
	/* Some who saw it, young or old, said it was late; Lin, who did not
	 * say that it was, said in May that. */
	if (!(atoms[i + 1].classes & WORD_THAT) &&
	    !(subject_that_follows(scan, i) && report->speaker.last + 1 < j &&
	    atoms[report->speaker.last].punct == ',' &&
	    atoms[report->speaker.last + 1].tag == TAG_WH) &&
	    (atoms[i].percent < SURE || atoms[j - 1].punct != ',' ||
	    !(scan_is(scan, report->speaker.last, "who") ||
	    (report->speaker.last + 1 < j &&
	    atoms[report->speaker.last].punct == ',' &&
	    scan_is(scan, report->speaker.last + 1, "who"))) ||
	    !(atoms[i + 1].classes & WORD_PRONOUN ||
	    content_clause_at(scan, i + 1, scan->end))))
		return false;
	report->core.first = report->speaker.first;
	return true;
}

/* Whether a noun phrase can speak without marks before its verb: said Lin,
 * but not "denied the charges". */
bool
subject_can_speak(const struct atom *atoms, const struct span *np)
{
	size_t i;

	for (i = np->first; i < np->last; i++)
		if (atoms[i].classes & (WORD_CAPITAL | WORD_PERSON |
		    WORD_ORGANISATION | WORD_DOCUMENT | WORD_MALE |
		    WORD_FEMALE))
			return true;
	return false;
}

/* Lin, the chairman, said he and his staff would: a pronoun that a clause
 * goes on with. */
static bool
goes_on(const struct scan *scan, const struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;

	return (atoms[np->first].classes & WORD_PRONOUN) &&
	    np->last < scan->end && atoms[np->last].punct == 0 &&
	    chunk_finite(scan->parse, np->last, scan->end);
}

/* Whether all that stands before a comma and a cue is a noun phrase of what
 * cannot speak. */
static bool
thing(const struct scan *scan, size_t j)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np, rest;

	if (j < scan->begin + 2 || atoms[j - 1].punct != ',' ||
	    !chunk_before(scan->parse, scan->begin, j - 1, &np) ||
	    np.first > scan->begin + 1 ||
	    (atoms[np.first].tag != TAG_DETERMINER &&
	    atoms[np.first].tag != TAG_ADJECTIVE))
		return false;
	rest.first = np.first + 1;
	rest.last = np.last;
	return rest.first < rest.last && !subject_can_speak(atoms, &rest);
}

/* Even if it rained, they would go, said Lin, a guide: a name behind a verb,
 * and no more than is told about it. */
static bool
closes(const struct scan *scan, size_t j, const struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *next = &atoms[np->last];

	/* Any other plan, said Lin, a pilot, would fail. */
	if (atoms[j].percent >= SURE && next->punct == ',' &&
	    np->last < scan->end && atoms[np->first].tag == TAG_NAME &&
	    atoms[np->last - 1].tag == TAG_NAME && thing(scan, j))
		return true;
	/* The gap, said Lin and others, would grow; part of it, say experts,
	 * a group from Lund, is age. */
	if (atoms[j].percent >= SURE && np->last < scan->end &&
	    next->punct == ',' && subject_can_speak(atoms, np) &&
	    !chunk_finite(scan->parse, scan->begin, j) &&
	    scan_verb_behind(scan, np->last) != NONE)
		return true;
	/* More of them, says Lin, "and soon". */
	if (atoms[j].percent >= SURE && np->last + 1 < scan->end &&
	    atoms[np->last - 1].tag == TAG_NAME && next->punct == ',' &&
	    next[1].region != NONE)
		return true;
	if (!(atoms[np->first].classes & WORD_CAPITAL) ||
	    (atoms[np->first].classes & WORD_TIME) ||
	    !(atoms[np->last - 1].classes & WORD_CAPITAL) ||
	    (atoms[j].frame & (FRAME_OBJECT | FRAME_BARE)) != FRAME_BARE ||
	    !chunk_finite(scan->parse, scan->begin, j))
		return false;
	return np->last >= scan->end || next->punct == '.' ||
	    (next->punct == ',' && np->last + 1 < scan->end &&
	    (next[1].tag == TAG_WH || (next[1].tag == TAG_DETERMINER &&
	    !chunk_finite(scan->parse, np->last + 1, scan->end))));
}

/* Thanked the court and said: a verb that reports less often needs marks
 * before it and no more than a noun phrase behind it. */
static bool
stands_alone(const struct scan *scan, size_t cue, const struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;

	return atoms[cue - 1].region != NONE && (np->last >= scan->end ||
	    atoms[np->last].punct != 0 || (atoms[np->last].classes &
	    WORD_TIME));
}

/* Lin, who left early, told: whether all before a comma is a phrase and what
 * is told about it behind who or which. */
static bool
told_about(const struct scan *scan, size_t comma)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = scan->begin;

	while (i < comma && atoms[i].region == NONE &&
	    atoms[i].tag != TAG_FINITE && !(atoms[i].punct == ',' &&
	    (atoms[i + 1].classes & WORD_RELATIVE)))
		i++;
	if (i == scan->begin || i + 2 >= comma || atoms[i].punct != ',' ||
	    !(atoms[i + 1].classes & WORD_RELATIVE))
		return false;
	for (i += 2; i < comma; i++)
		if (atoms[i].punct == ',' && atoms[i + 1].tag == TAG_FINITE)
			return false;
	return true;
}

/* Said Lin, "no": a cue that begins the sentence. */
static bool
opens_with_cue(const struct scan *scan, size_t cue, struct span *speaker)
{
	const struct atom *atoms = scan->parse->atoms;

	return cue == scan->begin && atoms[cue].percent >= SURE &&
	    chunk_after(scan->parse, cue + 1, scan->end, speaker) &&
	    speaker->last + 1 < scan->end &&
	    (atoms[speaker->last].punct == ',' ||
	    atoms[speaker->last].punct == ':') &&
	    atoms[speaker->last + 1].region != NONE;
}

/* Whether marks end what is told about the phrase before a comma: star of
 * "Kiel". */
static bool
names_title(const struct scan *scan, size_t marks)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = marks;

	if (content_clausal(scan, marks) || marks < scan->begin + 3 ||
	    (atoms[marks - 1].tag != TAG_PREPOSITION &&
	    !chunk_possessive(scan->parse, marks - 1)))
		return false;
	while (i > scan->begin && atoms[i - 1].punct != ',')
		if (atoms[--i].tag == TAG_FINITE)
			return false;
	return i > scan->begin && !chunk_finite(scan->parse, scan->begin, i);
}

/* He rose and, after a while, said: whether words of time or manner between
 * commas stand behind a conjunction. */
static bool
behind_conjunction(const struct scan *scan, size_t j)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	if (j < scan->begin + 4 || atoms[j - 1].punct != ',')
		return false;
	for (i = j - 1; i > scan->begin + 1 && j - i < ASIDE_MOST; i--) {
		const struct atom *a = &atoms[i - 1];

		if (a->punct == ',')
			return i < j - 1 && a[-1].tag == TAG_CONJUNCTION &&
			    (a[1].tag == TAG_PREPOSITION ||
			    a[1].tag == TAG_ING || a[1].tag == TAG_ADVERB) &&
			    chunk_finite(scan->parse, scan->begin, i - 2);
		if (a->punct != 0 || a->region != NONE ||
		    a->tag == TAG_FINITE)
			return false;
	}
	return false;
}

/* Behind a comma or marks: said Lin; Lin, the chairman, said. */
bool
subject_behind_comma(const struct scan *scan, size_t i, size_t j,
    struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	const struct atom *cue = &atoms[i];
	bool inverted = j == i && j > scan->begin &&
	    (cue->frame & (FRAME_QUOTE | FRAME_BARE)) &&
	    (cue->inflection != FORM_BASE || cue->percent >= SURE) &&
	    cue->particles == 0 && i + 1 < scan->end &&
	    chunk_after(parse, i + 1, scan->end, &report->speaker) &&
	    (report->speaker.last >= scan->end ||
	    (atoms[report->speaker.last].tag != TAG_FINITE &&
	    atoms[report->speaker.last].region == NONE));
	struct span np;

	if (opens_with_cue(scan, i, &report->speaker))
		goto invert;
	/* He rose and, after a while, said */
	if (behind_conjunction(scan, j) && atoms[j].inflection != FORM_ING)
		return subject_shared(scan, i, report);
	/* runs a shop, writes a blog and sings; those in May - stressed the
	 * chance */
	if (inverted && atoms[j - 1].region == NONE &&
	    ((atoms[j - 1].punct == '-' && cue->percent < SURE) ||
	    (cue->percent < SURE && report->speaker.last < scan->end &&
	    atoms[report->speaker.last].tag == TAG_CONJUNCTION &&
	    !(atoms[report->speaker.last - 1].classes & WORD_CAPITAL))))
		inverted = false;
	if (inverted && ((cue->percent < FAIR_CUE && !stands_alone(scan, i,
	    &report->speaker)) || (atoms[j - 1].region == NONE &&
	    !(cue->frame & FRAME_BARE))))
		inverted = false;
	/* Lin, who left, said Friday; Lin, who left, told friends */
	if (inverted && atoms[j - 1].punct == ',' &&
	    (((atoms[i + 1].classes & WORD_TIME) &&
	    report->speaker.last == i + 2) || told_about(scan, j - 1)))
		inverted = false;
	/* began barking; told the court that */
	if (inverted && ((atoms[i + 1].tag == TAG_ING &&
	    !(atoms[i + 1].classes & WORD_CAPITAL)) ||
	    ((cue->frame & FRAME_OBJECT) && atoms[j - 1].region == NONE &&
	    report->speaker.last < scan->end &&
	    (atoms[report->speaker.last].classes & WORD_THAT))))
		inverted = false;
	if (inverted && atoms[j - 1].region == NONE &&
	    ((cue->percent < SURE &&
	    !subject_can_speak(atoms, &report->speaker)) ||
	    goes_on(scan, &report->speaker)))
		inverted = false;
	/* Lin, star of "Kiel," thanked the crew. */
	if (inverted && cue->percent < SURE && atoms[j - 1].region != NONE &&
	    names_title(scan, j - 1))
		inverted = false;
	if (inverted && (atoms[j - 1].region != NONE ||
	    content_clause_at(scan, scan->begin, j) ||
	    closes(scan, j, &report->speaker)))
		goto invert;
	if (j > scan->begin && (atoms[j - 1].punct == ',' ||
	    atoms[j - 1].punct == '-' ||
	    (atoms[j - 1].region != NONE && !inverted)) &&
	    !(atoms[j - 1].punct != 0 && j > scan->begin + 1 &&
	    atoms[j - 2].region != NONE && inverted) &&
	    apposition(scan, j - (atoms[j - 1].punct != 0), &np)) {
		report->speaker = np;
		report->core.first = np.first;
		prefer_name(scan, &report->speaker);
		return true;
	}
	if (!inverted)
		return far_subject(scan, i, j, report);
invert:
	report->inverted = true;
	report->core.first = i;
	report->core.last = report->speaker.last;
	prefer_name(scan, &report->speaker);
	return true;
}

bool
subject_behind_bracket(const struct scan *scan, size_t j, struct report *report)
{
	const struct parse *parse = scan->parse;
	struct span np;
	size_t k;

	for (k = j - 1; k > scan->begin && j - k < SCAN_LOOK; k--)
		if (parse->atoms[k].punct == '(')
			break;
	if (parse->atoms[k].punct != '(' ||
	    !chunk_before(parse, scan->begin, k, &report->speaker))
		return false;
	report->core.first = report->speaker.first;
	if (apposition(scan, k, &np)) {
		report->core.first = np.first;
		prefer_name(scan, &np);
		report->speaker = np;
	}
	return true;
}

/* Lin, 61, who said; Lin, a judge, who said: the name, not what is told about
 * it. */
void
subject_skip_apposition(const struct scan *scan, struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = np->first;
	struct span name;
	bool number = np->last == i + 1 && (atoms[i].classes & WORD_NUMBER);

	/* Lin, of Lund, who said */
	if (i > scan->begin + 2 && atoms[i - 1].tag == TAG_PREPOSITION &&
	    atoms[i - 2].punct == ',' && atoms[i - 3].tag == TAG_NAME &&
	    chunk_before(scan->parse, scan->begin, i - 2, &name)) {
		*np = name;
		return;
	}
	if (i < scan->begin + 2 || atoms[i - 1].punct != ',' ||
	    !(number || atoms[i].tag == TAG_DETERMINER) ||
	    !chunk_before(scan->parse, scan->begin, i - 1, &name) ||
	    (!number && atoms[i - 2].tag != TAG_NAME))
		return;
	*np = name;
}

/* A lawsuit by homeowners who say, a blow to traders who say: those, not what
 * is by or for them. */
void
subject_skip_paper(const struct scan *scan, struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *last = &atoms[np->last - 1];
	size_t i;

	if (last->tag != TAG_NAME && (last->tag != TAG_NOUN ||
	    scan->parse->passage->text.at[last->end - 1] != 's'))
		return;
	for (i = np->first + 1; i + 1 < np->last; i++) {
		const struct atom *left = &atoms[i - 1];

		/* a member of the club in Kiel who */
		if (left->classes & WORD_PERSON)
			return;
		if (atoms[i].tag == TAG_PREPOSITION &&
		    (scan_is(scan, i, "by") || (left->classes &
		    WORD_DOCUMENT) || (left->tag == TAG_NOUN &&
		    !scan_is(scan, i, "of") && !(left->classes & (WORD_CAPITAL |
		    WORD_ORGANISATION)) && scan->parse->passage->text.at[
		    left->end - 1] != 's')))
			np->first = i + 1;
	}
}

/* The first noun phrase before an atom that a finite verb follows; of "a court
 * in Lund on Friday" the court. */
static bool
main_subject(const struct scan *scan, size_t end, struct span *np)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct span head = { 0, 0 }, first = { 0, 0 };
	size_t i = scan->begin, k;

	if (end > scan->begin + SCAN_LOOK)
		end = scan->begin + SCAN_LOOK;
	while (i < end) {
		/* a law that would change it */
		if (i > scan->begin && (atoms[i].classes & WORD_THAT) &&
		    atoms[i - 1].tag == TAG_NOUN) {
			head.last = head.first;
			i++;
			continue;
		}
		if (!chunk_after(parse, i, end, np)) {
			/* Lin, now a judge, believes */
			if (atoms[i].punct == ',' && i + 1 < end &&
			    atoms[i + 1].tag == TAG_FINITE &&
			    first.last > first.first) {
				*np = first;
				return true;
			}
			if (atoms[i].punct != 0)
				head.last = head.first;
			i++;
			continue;
		}
		if (i == scan->begin)
			first = *np;
		if (i == scan->begin || atoms[i - 1].tag != TAG_PREPOSITION)
			head = *np;
		k = np->last;
		while (k < end && atoms[k].tag == TAG_ADVERB)
			k++;
		if (k < end && atoms[k].tag == TAG_FINITE) {
			if (head.last > head.first)
				*np = head;
			return true;
		}
		i = np->last;
	}
	return false;
}

/* Lin, who was fined for calling it "odd": the verb is of a clause about the
 * phrase before it. */
static bool
relative_subject(const struct scan *scan, size_t i, struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;

	while (i > scan->begin && atoms[i - 1].punct == 0 &&
	    atoms[i - 1].region == NONE) {
		i--;
		if (!scan_is(scan, i, "who"))
			continue;
		if (i > scan->begin && atoms[i - 1].punct == ',')
			i--;
		if (!chunk_before(scan->parse, scan->begin, i, np))
			return false;
		subject_skip_apposition(scan, np);
		return true;
	}
	return false;
}

/* The airline cut 200 jobs: where no verb was told, the word between two
 * phrases is it, whatever its tag is. */
static void
end_at_verb(const struct parse *parse, struct span *np)
{
	size_t i;

	for (i = np->first + 1; i < np->last; i++) {
		const struct atom *a = &parse->atoms[i];

		if ((a[-1].tag == TAG_NOUN || a[-1].tag == TAG_NAME) &&
		    (a->tag == TAG_DONE || a->tag == TAG_BASE ||
		    a->tag == TAG_SUBORDINATOR || a->tag == TAG_PREPOSITION) &&
		    !(a->classes & (WORD_PREPOSITION | WORD_SUBORDINATOR |
		    WORD_CAPITAL)) && (a[1].tag == TAG_DETERMINER ||
		    a[1].tag == TAG_NUMBER || a[1].tag == TAG_ADVERB)) {
			np->last = i;
			return;
		}
	}
}

/* A verb that has its subject from another. */
bool
subject_shared(const struct scan *scan, size_t i, struct report *report)
{
	struct span np;
	size_t k;

	report->core.first = i;
	report->shared = true;
	if (scan->parse->atoms[i].inflection == FORM_ING &&
	    relative_subject(scan, i, &report->speaker))
		return true;
	if (scan->subject_known) {
		report->speaker = scan->subject;
		return true;
	}
	/* After saying that, Lin left; in addition to saying that, Lin left. */
	if (i > scan->begin && !((i == scan->begin + 1 ||
	    scan->parse->atoms[scan->begin].tag == TAG_PREPOSITION) &&
	    !chunk_finite(scan->parse, scan->begin, i) &&
	    (scan->parse->atoms[i - 1].tag == TAG_PREPOSITION ||
	    scan->parse->atoms[i - 1].tag == TAG_SUBORDINATOR))) {
		if (main_subject(scan, i, &report->speaker)) {
			/* Lin, who has led it and says */
			if ((scan->parse->atoms[report->speaker.first].classes &
			    WORD_RELATIVE) && relative_subject(scan, i, &np))
				report->speaker = np;
			return true;
		}
		if (!chunk_after(scan->parse, scan->begin, i,
		    &report->speaker))
			return clause_subject(scan, i, &report->speaker);
		/* The minister apologised for it and said */
		end_at_verb(scan->parse, &report->speaker);
		subject_without_participle(scan->parse, &report->speaker);
		return true;
	}
	/* Saying that, Lin left. */
	for (k = i + 1; k + 1 < scan->end; k++)
		if (scan->parse->atoms[k].punct == ',' &&
		    (i == scan->begin || content_main_clause(scan, k)) &&
		    chunk_after(scan->parse, k + 1, scan->end, &np)) {
			report->speaker = np;
			return true;
		}
	return false;
}

/* With its chairwoman, Ana Lin, warning that: the name before the comma. */
bool
subject_with(const struct scan *scan, size_t j, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span name, np;

	if (j < scan->begin + 5 || atoms[j - 1].punct != ',' ||
	    !chunk_before(scan->parse, scan->begin, j - 1, &name) ||
	    name.first < scan->begin + 3 ||
	    atoms[name.first - 1].punct != ',' ||
	    !chunk_before(scan->parse, scan->begin, name.first - 1, &np) ||
	    np.first <= scan->begin || !scan_is(scan, np.first - 1, "with"))
		return false;
	report->speaker = atoms[name.last - 1].tag == TAG_NAME ? name : np;
	report->core.first = np.first;
	return true;
}
