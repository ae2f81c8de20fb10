/*
 * paragraph: what a paragraph is before its sentences are read (clause.c): a
 * headline with its source, a dateline, an answer, or a line that leads to the
 * marks of the next paragraph.
 */
#include "../ascii.h"
#include "parse.h"
#include "word.h"

#define ASIDE_MOST 12		/* atoms: a judge of Lund, */

/* CLAIM: Source, in headlines. */
static bool
headline(struct scan *scan)
{
	const struct parse *parse = scan->parse;
	struct report report;
	size_t i = parse->count, words = 0;
	bool marked = i > 2 && parse->atoms[0].region != NONE &&
	    parse->atoms[1].punct == ':';

	if ((parse->count < 6 && !marked) ||
	    parse->atoms[parse->count - 1].punct != 0)
		return false;
	while (i-- > 1 && words < 6) {
		const struct atom *a = &parse->atoms[i];

		if (a->punct == ':')
			break;
		if (a->punct != 0 || a->region != NONE)
			return false;
		words++;
	}
	if ((i < 4 && !marked) || words == 0 || words > 5 ||
	    parse->atoms[i].punct != ':' ||
	    !((parse->atoms[i + 1].classes |
	    parse->atoms[parse->count - 1].classes) & (WORD_CAPITAL |
	    WORD_PERSON | WORD_ORGANISATION | WORD_DOCUMENT)))
		return false;
	for (words = 0; words < i; words++)
		if (parse->atoms[words].punct == ':')
			return false;
	memset(&report, 0, sizeof report);
	report.speaker.first = i + 1;
	report.speaker.last = parse->count;
	scan->begin = 0;
	scan->end = parse->count;
	if (marked)
		chunk_after(parse, i + 1, scan->end, &report.speaker);
	scan_emit(scan, QUOTE_HEADLINE, 0, i, marked ? QUOTE_DIRECT :
	    QUOTE_INDIRECT, &report);
	return true;
}

/* Whether all before a colon is a name, or ends with a noun, for who or what
 * can speak: Police chief, UN, Study. */
static bool
source(const struct scan *scan, size_t colon)
{
	const struct finder *f = scan->finder;
	const struct atom *last = &scan->parse->atoms[colon - 1];
	size_t n = f->name_first[scan->parse->index];

	if (n < f->name_first[scan->parse->index + 1] &&
	    f->names[n].start == 0 && f->names[n].end == last->end)
		return name_is_person(&f->names[n]) ||
		    slice_is(f->names[n].label, "ORG");
	return (last->classes & (WORD_PERSON | WORD_ORGANISATION |
	    WORD_DOCUMENT)) && !word_has(token_text(scan->parse->passage,
	    last->first), 'A');
}

/* Lin: we were wrong; Police: man was armed; Minister: 'Nobody was hurt': who
 * says it and, behind a colon, a clause or marks. */
static bool
headline_name(struct scan *scan)
{
	struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report report;
	bool we, marks;
	size_t i, k;

	for (i = 0; i < parse->count && i < 4 && atoms[i].region == NONE &&
	    atoms[i].punct == 0; i++)
		;
	if (parse->passage->kind != PASSAGE_HEADING || i == 0 ||
	    i + 1 >= parse->count || atoms[i].punct != ':' ||
	    !(atoms[0].classes & WORD_CAPITAL) || atoms[0].percent >= SURE)
		return false;
	scan->begin = 0;
	scan->end = parse->count;
	we = i + 3 < parse->count && (scan_is(scan, i + 1, "we") ||
	    scan_is(scan, i + 1, "We") || scan_is(scan, i + 1, "I"));
	if (!we && !source(scan, i))
		return false;
	mend_tag(scan->finder, parse, 0);
	mend_tag(scan->finder, parse, i + 1);
	marks = atoms[i + 1].region != NONE;
	/* Lin: "It is over.": a line of a transcript */
	if (marks ? i + 2 < parse->count || scan_complete(scan, i + 1) ||
	    atoms[i + 1].last - atoms[i + 1].first < 5 : !content_clause_at(scan, i + 1, scan->end))
		return false;
	memset(&report, 0, sizeof report);
	report.speaker.last = i;
	for (k = i + 1; k < parse->count && atoms[k].region == NONE; k++)
		;
	scan_emit(scan, QUOTE_HEADLINE, i + 1, scan->end, marks ?
	    QUOTE_DIRECT : k < parse->count ? QUOTE_MIXED : QUOTE_INDIRECT,
	    &report);
	return true;
}

/* Where the text begins behind LIMA, May 3 (Agency) - */
static size_t
dateline(const struct parse *parse)
{
	struct slice s;
	size_t i, k;

	if (parse->count < 4 || !(parse->atoms[0].classes & WORD_CAPITAL))
		return 0;
	s = token_text(parse->passage, parse->atoms[0].first);
	for (k = 0; k < s.length; k++)
		if (is_lower(s.at[k]))
			return 0;
	for (i = 1; i + 1 < parse->count && i < 16; i++) {
		const struct atom *a = &parse->atoms[i];

		if (a->punct == '-')
			return i + 1;
		/* Democratic Republic of Congo, Rio de Janeiro */
		if (a->region != NONE || (a->punct == 0 && !(a->classes &
		    (WORD_CAPITAL | WORD_NUMBER)) && a->end - a->start > 2))
			return 0;
	}
	return 0;
}

/* LIN: It is over. */
static bool
labelled(const struct parse *parse)
{
	size_t i;

	for (i = 0; i < parse->count && i < 6; i++) {
		if (parse->atoms[i].punct == ':')
			return i > 0;
		if (parse->atoms[i].region != NONE ||
		    (parse->atoms[i].punct != 0 &&
		    parse->atoms[i].punct != 'h' &&
		    parse->atoms[i].punct != '.') ||
		    (parse->atoms[i].punct == 0 &&
		    !(parse->atoms[i].classes & WORD_CAPITAL)))
			return false;
	}
	return false;
}

/* "Why?" Rep. Lin, a Democrat, said of it: who said what is before, and no
 * more. */
static bool
attributes(const struct parse *parse, size_t i)
{
	const struct atom *atoms = parse->atoms;
	struct slice mark = token_text(parse->passage, atoms[i].last - 2);
	struct span np;
	size_t k;

	if (atoms[i].last < atoms[i].first + 3 ||
	    !(slice_is(mark, "?") || slice_is(mark, "!")) ||
	    !chunk_after(parse, i + 1, parse->count, &np))
		return false;
	k = np.last;
	if (k < parse->count && atoms[k].punct == ',') {
		for (k++; k < parse->count && k < np.last + ASIDE_MOST &&
		    atoms[k].punct != ',' && atoms[k].region == NONE &&
		    !atoms[k].boundary; k++)
			;
		k++;
	}
	return k + 1 < parse->count && atoms[k].percent >= SURE &&
	    atoms[k].frame != 0 && atoms[k].tag == TAG_FINITE &&
	    (atoms[k + 1].punct == '.' || atoms[k + 1].punct == ',' ||
	    atoms[k + 1].tag == TAG_PREPOSITION);
}

/* "Why?" the man asked: no sentence begins in lower case behind marks; none
 * ends with the comma before them. */
static bool
goes_on(const struct parse *parse, size_t i)
{
	const struct atom *next = &parse->atoms[i + 1];

	if (i + 1 == parse->count)
		return false;
	if (parse->atoms[i].region == NONE)
		return next->region != NONE && (parse->atoms[i].punct == ','
		    || parse->atoms[i].punct == ':');
	if (attributes(parse, i))
		return true;
	/* "Why?" I ask her. */
	return (next->classes & WORD_WORD) && (!(next->classes & WORD_CAPITAL)
	    || (i + 2 < parse->count && next->end - next->start == 1 &&
	    next[1].frame != 0));
}

/* Lin issued a statement: and then a paragraph of marks. */
static void
remember_lead(struct scan *scan, size_t quotes)
{
	struct finder *f = scan->finder;
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report report;
	size_t i = parse->count, first = scan_content(scan);

	if (i == 0 || (atoms[i - 1].punct != ':' && atoms[i - 1].punct != ',')
	    || scan->begin + 2 >= i || (f->count > quotes &&
	    atoms[i - 1].punct != ':'))
		return;
	f->lead = parse->index + 1;
	/* Lin called it "vain": and then what she said. */
	if (f->count > quotes) {
		f->lead_speaker = f->quotes[f->count - 1].speaker;
		f->lead_cue = f->quotes[f->count - 1].cue;
		return;
	}
	while (i-- > scan->begin)
		if (scan_may_report(scan, i) && cue_read(scan, i, &report) &&
		    report.speaker.first < report.speaker.last) {
			f->lead_speaker = scan_place(scan, report.speaker);
			f->lead_cue = scan_place(scan, report.cue);
			return;
		}
	memset(&report, 0, sizeof report);
	f->lead_cue = scan_place(scan, report.cue);
	chunk_after(parse, first, parse->count, &report.speaker);
	if (atoms[first].classes & WORD_ADVERB)
		report.speaker.last = report.speaker.first;
	f->lead_speaker = scan_place(scan, report.speaker);
}

/* Halden, Inc. (HLDN) said: no sentence ends with a word before a bracket. */
static void
join_brackets(struct parse *parse)
{
	struct atom *a = parse->atoms;
	size_t i;

	for (i = 0; i + 1 < parse->count; i++)
		if (a[i].boundary && a[i].region == NONE && a[i].punct == 0 &&
		    a[i + 1].punct == '(')
			a[i].boundary = false;
}

void
paragraph_find(struct finder *finder, struct parse *parse)
{
	struct scan scan;
	size_t i, quotes = finder->count;

	join_brackets(parse);
	memset(&scan, 0, sizeof scan);
	scan.finder = finder;
	scan.parse = parse;
	if (finder->count > 0) {
		/* What floats belongs to who spoke last. */
		scan.speaker = finder->quotes[finder->count - 1].speaker;
		scan.cue = finder->quotes[finder->count - 1].cue;
	}
	/* Ana Lin disagrees. / "It is no plague." */
	if (parse->index > 0 && parse->count > 0 &&
	    parse->atoms[0].region != NONE &&
	    scan.speaker.passage + 1 < parse->index &&
	    parse->passage[-1].kind == PASSAGE_BODY &&
	    rest_actor(finder, parse->index - 1, &scan.speaker))
		memset(&scan.cue, 0, sizeof scan.cue);
	if (finder->lead == parse->index && parse->index > 0) {
		scan.speaker = finder->lead_speaker;
		scan.cue = finder->lead_cue;
		scan.lead = scan.last_direct = parse->count > 0 &&
		    parse->atoms[0].region != NONE;
	}
	if (headline(&scan) || headline_name(&scan))
		return;
	scan.begin = dateline(parse);
	scan.labelled = labelled(parse);
	for (i = 0; i < parse->count; i++)
		if ((parse->atoms[i].boundary && !goes_on(parse, i)) ||
		    i + 1 == parse->count ||
		    parse->atoms[i].punct == ';') {
			scan.end = i + 1;
			scan_sentence(&scan);
			if (i + 1 == parse->count)
				remember_lead(&scan, quotes);
			else
				quotes = finder->count;
			scan.begin = i + 1;
		}
}
