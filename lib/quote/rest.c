/*
 * rest: marks that no cue of a table took: beside a verb of no table or beside
 * said, behind a colon or a speaker of a transcript, with a signature, in a
 * headline, or behind another quotation.
 */
#include "parse.h"
#include "word.h"

#define SENTENCES_BACK 4
#define LED_LEAST 7		/* tokens that a colon leads to */
#define SUBJECT_MOST 12		/* atoms */

/* The reply on the page read; critics charge in a suit: a verb that may report
 * behind a phrase, whatever its tag is; or NONE. */
static size_t
verb_of_table(const struct scan *scan, size_t first)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	for (i = first; i < scan->end && i < first + SUBJECT_MOST &&
	    (atoms[i].punct == 0 || atoms[i].punct == 'h') &&
	    atoms[i].region == NONE; i++) {
		if (i > first && atoms[i].frame != 0 &&
		    atoms[i - 1].tag != TAG_DETERMINER &&
		    atoms[i].inflection != FORM_ING &&
		    (i + 1 == scan->end || atoms[i + 1].punct == '.' ||
		    atoms[i + 1].punct == ',' ||
		    atoms[i + 1].tag == TAG_PREPOSITION))
			return i;
		if (atoms[i].tag == TAG_FINITE || atoms[i].tag == TAG_WH ||
		    atoms[i].tag == TAG_CONJUNCTION)
			break;
	}
	return NONE;
}

/* A verb of no table behind marks that end with a comma: "No," blared it. */
static bool
unknown_cue(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct span np;

	if (i + 2 >= scan->end || !scan_complete(scan, i))
		return false;
	if (atoms[i + 1].tag == TAG_FINITE &&
	    !(atoms[i + 1].classes & WORD_AUXILIARY) &&
	    chunk_after(parse, i + 2, scan->end, &np)) {
		report->cue.first = i + 1;
		report->speaker = np;
	} else if (chunk_after(parse, i + 1, scan->end, &np)) {
		size_t verb = verb_of_table(scan, i + 1);

		/* The reply read: two nouns for the tagger. */
		if (verb != NONE) {
			/* a voice-over */
			if (np.last > verb)
				np.last = verb;
			else if (atoms[np.last - 1].punct == 'h')
				np.last++;
			report->speaker = np;
			report->cue.first = verb;
			report->cue.last = verb + 1;
			return true;
		}
		/* the judge cut in: no participle */
		if (np.last > np.first + 1 && word_has(token_text(
		    parse->passage, atoms[np.last - 1].first), 'Q'))
			np.last--;
		else if (np.last >= scan->end ||
		    atoms[np.last].tag != TAG_FINITE ||
		    (atoms[np.last].classes & WORD_AUXILIARY))
			return false;
		report->cue.first = np.last;
		report->speaker = np;
	} else {
		return false;
	}
	report->cue.last = report->cue.first + 1;
	return true;
}

/* The city reasoned, "it is so": a verb of no table before marks. */
static bool
unknown_before(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t verb = i;

	if (i < scan->begin + 2 || scan_title(scan, i))
		return false;
	/* earned "is it over?" headlines */
	if (i + 1 < scan->end && !atoms[i].boundary &&
	    atoms[i + 1].tag == TAG_NOUN)
		return false;
	if (atoms[i - 1].punct == ',' || atoms[i - 1].punct == ':')
		verb--;
	verb--;
	while (verb > scan->begin && atoms[verb].tag == TAG_ADVERB)
		verb--;
	if (verb == scan->begin || atoms[verb].tag != TAG_FINITE ||
	    (atoms[verb].classes & WORD_AUXILIARY) ||
	    (!content_clausal(scan, i) && !(scan_complete(scan, i) &&
	    scan_capital(scan, i) && atoms[i - 1].punct != 0)) ||
	    !chunk_before(parse, scan->begin, verb, &report->speaker))
		return false;
	report->cue.first = verb;
	report->cue.last = verb + 1;
	return true;
}

/* Villagers fight solar farm: a nameless plural and its verb, which without
 * an article behind it may have any tag. */
static bool
headline_clause(const struct scan *scan, size_t first)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i;

	if (atoms[parse->count - 1].punct == '.')
		return false;
	for (i = first; i + 1 < parse->count && atoms[i].region == NONE &&
	    atoms[i].punct == 0 &&
	    (atoms[i].tag != TAG_WH || atoms[i].frame != 0) &&
	    !(atoms[i].classes & (WORD_CAPITAL | WORD_RELATIVE)); i++)
		if (i > first && (atoms[i].tag == TAG_FINITE ||
		    atoms[i].frame != 0 ||
		    ((atoms[i].tag == TAG_BASE || atoms[i].tag == TAG_NOUN ||
		    atoms[i].tag == TAG_OTHER) && parse->passage->text.at[
		    atoms[i - 1].end - 1] == 's')))
			return true;
	return false;
}

/* Whether marks follow an atom that is a dash or colon. */
static bool
leads(const struct scan *scan, size_t i)
{
	const struct parse *parse = scan->parse;

	return i + 1 < parse->count && (parse->atoms[i].punct == ':' ||
	    parse->atoms[i].punct == '-') && parse->atoms[i + 1].region != NONE;
}

/* A line of a transcript: Ana Duarte -- "We lost." */
static bool
transcript(const struct scan *scan, size_t begin, size_t i,
    struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;

	return i > begin + 1 && leads(scan, i - 1) &&
	    (scan_complete(scan, i) || (content_clausal(scan, i) &&
	    atoms[i].last - atoms[i].first > 5 &&
	    scan->parse->passage->kind == PASSAGE_HEADING)) &&
	    (atoms[begin].classes & WORD_CAPITAL) &&
	    (atoms[i - 2].classes & WORD_CAPITAL) &&
	    chunk_after(scan->parse, begin, i, &report->speaker) &&
	    report->speaker.last == i - 1;
}

/* Marks and a name, and no more: "We lost." - Ana Duarte */
static bool
signature(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	size_t k = i + 1;
	bool dash = k < parse->count && parse->atoms[k].punct == '-' &&
	    scan_complete(scan, i);

	/* A row of them has dashes. */
	if (!dash && ((i != 0 && parse->atoms[i - 1].punct != ':') ||
	    parse->count > i + 16))
		return false;
	if (k < parse->count && (parse->atoms[k].punct == '-' ||
	    parse->atoms[k].punct == ':' || (parse->atoms[k].punct == '(' &&
	    i == 0 && parse->atoms[parse->count - 1].punct == ')')))
		k++;
	return k < parse->count && ((parse->atoms[k].classes & WORD_CAPITAL) ||
	    parse->atoms[k - 1].punct == ':') &&
	    chunk_after(parse, k, parse->count, &report->speaker) &&
	    !leads(scan, report->speaker.last) &&
	    (report->speaker.last == parse->count ||
	    parse->atoms[report->speaker.last].punct != 0 ||
	    parse->atoms[report->speaker.last].tag == TAG_WH ||
	    (dash && (parse->atoms[report->speaker.last].region != NONE ||
	    parse->atoms[report->speaker.last - 1].boundary)));
}

/* Lin sees "no cliff": words of somebody in a headline, no title. */
static bool
in_headline(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *verb = &parse->atoms[i > 0 ? i - 1 : 0];

	/* A verb without much before it is a noun for the tagger. */
	if (parse->passage->kind == PASSAGE_BODY || i < scan->begin + 2 ||
	    !(verb->tag == TAG_FINITE || (verb->tag == TAG_NOUN &&
	    parse->passage->text.at[verb->end - 1] == 's')) ||
	    (verb->classes & WORD_AUXILIARY) ||
	    scan_capital(scan, i))
		return false;
	if (chunk_before(parse, scan->begin, i - 1, &report->speaker) &&
	    (parse->atoms[report->speaker.last - 1].classes & WORD_PERSON)) {
		report->cue.first = i - 1;
		report->cue.last = i;
	} else {
		memset(report, 0, sizeof *report);
	}
	return true;
}

/* Marks that are a sentence, or begin one behind a quotation. */
static bool
floats(const struct scan *scan, size_t i, bool continues)
{
	const struct atom *a = &scan->parse->atoms[i];
	bool unclosed = scan->parse->regions[a->region].unclosed;

	if (!a->boundary && scan_brackets(scan, i + 1) + 1 < scan->end &&
	    !(continues && content_clausal(scan, i)))
		return false;
	/* A short one is an answer or a title, unless somebody spoke. */
	return (continues || unclosed || a->last - a->first > 5 ||
	    (a->boundary && a->last - a->first > 4 && scan_capital(scan, i) &&
	    scan->speaker.start < scan->speaker.end &&
	    scan->speaker.passage == scan->parse->index)) &&
	    (unclosed || scan_complete(scan, i));
}

/* Words with capitals behind said that are no noun phrase: said To Lam. */
static bool
capitals(const struct scan *scan, size_t i, struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;

	np->first = i;
	while (i < scan->end && i < np->first + 4 && (atoms[i].classes &
	    (WORD_CAPITAL | WORD_NUMBER)))
		i++;
	np->last = i;
	return i > np->first && (atoms[i - 1].classes & WORD_CAPITAL) &&
	    (i == scan->end || atoms[i].punct != 0);
}

/* Marks beside said, by whomever: "No," said To Lam. */
static bool
sure_cue(const struct scan *scan, size_t i, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k = i + 1;

	if (!scan_complete(scan, i))
		return false;
	for (; k < scan->end && k < i + 8 && atoms[k].punct == 0 &&
	    atoms[k].region == NONE; k++)
		if (atoms[k].percent >= SURE && atoms[k].frame != 0 &&
		    atoms[k].inflection != FORM_ING) {
			report->cue.first = k;
			report->cue.last = k + 1;
			if (k > i + 1 || !capitals(scan, k + 1,
			    &report->speaker))
				memset(&report->speaker, 0,
				    sizeof report->speaker);
			return true;
		}
	return false;
}

/* "I saw it": survivors tell of blast: words of somebody, who is not named. */
static bool
leads_headline(const struct parse *parse)
{
	return parse->passage->kind == PASSAGE_HEADING && parse->count > 4 &&
	    parse->atoms[1].punct == ':' &&
	    parse->atoms[0].last - parse->atoms[0].first > 4;
}

/* Whether a person's name begins at an atom. */
bool
scan_person(const struct scan *scan, size_t atom)
{
	const struct finder *f = scan->finder;
	size_t byte = scan->parse->atoms[atom].start;
	size_t low = f->name_first[scan->parse->index];
	size_t last = f->name_first[scan->parse->index + 1], high = last;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (f->names[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low < last && f->names[low].start == byte &&
	    name_is_person(&f->names[low]);
}

/* Who acts in a sentence: Lin, 60, laughed; he wiped his hands. */
static bool
acts(const struct scan *scan, size_t begin, size_t end, struct span *np)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	if (begin >= end)
		return false;
	mend_tag(scan->finder, scan->parse, begin);
	if (!chunk_after(scan->parse, begin, end, np))
		return false;
	i = np->last;
	if (!((atoms[begin].classes & WORD_PRONOUN) &&
	    (scan_is(scan, begin, "He") || scan_is(scan, begin, "She"))) &&
	    !scan_person(scan, begin))
		return false;
	/* what is told about a name */
	if (i < end && atoms[i].punct == ',') {
		for (i++; i < end && i < np->last + SCAN_LOOK &&
		    atoms[i].punct != ','; i++)
			;
		i++;
	}
	while (i < end && atoms[i].tag == TAG_ADVERB)
		i++;
	return i < end && atoms[i].tag == TAG_FINITE;
}

/* Whether a phrase holds a person's name: the farmer Ana Lin. */
static bool
names_person(const struct scan *scan, const struct span *np)
{
	size_t i;

	for (i = np->first; i < np->last; i++)
		if (scan_person(scan, i))
			return true;
	return false;
}

/* Manager Ana Lin was furious; Lin disagrees. */
bool
rest_actor(struct finder *f, size_t passage, struct quote_place *place)
{
	const struct atom *last;
	struct scan scan;
	struct span np;
	size_t i;

	memset(&scan, 0, sizeof scan);
	scan.finder = f;
	scan.parse = &f->parses[passage];
	scan.end = scan.parse->count;
	for (i = scan.end; i > 1 && !scan.parse->atoms[i - 2].boundary; i--)
		;
	if (i == 0)
		return false;
	scan.begin = i - 1;
	mend_tag(f, scan.parse, scan.begin);
	if (!chunk_after(scan.parse, scan_content(&scan), scan.end, &np) ||
	    np.last >= scan.end || !names_person(&scan, &np))
		return false;
	last = &scan.parse->atoms[np.last - 1];
	if (np.last > np.first + 1 && last[1].punct == '.' &&
	    last[-1].tag == TAG_NAME && last->tag == TAG_NOUN)
		np.last--;	/* Lin disagrees: no noun */
	else if (last[1].tag != TAG_FINITE)
		return false;
	*place = scan_place(&scan, np);
	return true;
}

/* "We lost." He shrugged.  Lin looked up. "We lost.": who speaks when no cue
 * tells and nobody has spoken in the paragraph. */
static bool
actor(const struct scan *scan, struct span *np)
{
	const struct parse *parse = scan->parse;
	size_t i, end = scan->begin, back = 0;

	if (scan->speaker.start < scan->speaker.end &&
	    scan->speaker.passage == parse->index)
		return false;
	while (end > 0 && back++ < SENTENCES_BACK) {
		for (i = end - 1; i > 0 && scan->begin - i < 2 * SCAN_LOOK &&
		    !parse->atoms[i - 1].boundary; i--)
			;
		if (acts(scan, i, end, np))
			return true;
		end = i;
	}
	for (i = scan->end; i < parse->count && i < scan->end + SCAN_LOOK &&
	    !parse->atoms[i].boundary; i++)
		;
	return acts(scan, scan->end, i, np);
}

/* Marks that no cue took. */
void
rest_find(struct scan *scan, bool continues)
{
	struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report report;
	size_t i, begin = scan_content(scan);

	for (i = scan->begin; i < scan->end; i++) {
		struct region *region;

		if (atoms[i].region == NONE)
			continue;
		region = &parse->regions[atoms[i].region];
		if (region->done)
			continue;
		memset(&report, 0, sizeof report);
		if (region->continued) {
			scan_emit(scan, QUOTE_CONTINUED, i, i + 1, QUOTE_DIRECT,
			    NULL);
		} else if (signature(scan, i, &report)) {
			if (headline_clause(scan, report.speaker.first))
				memset(&report, 0, sizeof report);
			scan_emit(scan, QUOTE_SIGNED, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (unknown_before(scan, i, &report)) {
			scan_emit(scan, QUOTE_VERB, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (i > begin && atoms[i - 1].punct == ':' &&
		    scan_complete(scan, i) && (scan_capital(scan, i) ||
		    content_clausal(scan, i) ||
		    atoms[i].last - atoms[i].first > 7)) {
			if ((atoms[begin].classes & WORD_ADVERB) ||
			    chunk_after(parse, begin, i, &report.speaker))
				report.cue.first = report.cue.last = 0;
			scan_emit(scan, QUOTE_COLON, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (i == 0 && leads_headline(parse)) {
			memset(&report, 0, sizeof report);
			scan_emit(scan, QUOTE_HEADLINE, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (in_headline(scan, i, &report)) {
			scan_emit(scan, QUOTE_HEADLINE, i, i + 1, QUOTE_MIXED,
			    &report);
		} else if (i == begin && unknown_cue(scan, i, &report)) {
			scan_emit(scan, QUOTE_VERB, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (transcript(scan, begin, i, &report)) {
			scan_emit(scan, QUOTE_COLON, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (i == begin && sure_cue(scan, i, &report)) {
			scan_emit(scan, QUOTE_INVERTED, i, i + 1, QUOTE_DIRECT,
			    &report);
		} else if (i == begin && (floats(scan, i, continues) ||
		    (i == 0 && scan->lead && content_clausal(scan, i) &&
		    atoms[i].last - atoms[i].first > LED_LEAST &&
		    scan_brackets(scan, 1) + 1 >= scan->end))) {
			bool led = i == 0 && scan->lead;
			bool acted = !led && actor(scan, &report.speaker);

			scan_emit(scan, led ? QUOTE_COLON : QUOTE_FLOATING, i,
			    i + 1, QUOTE_DIRECT, acted ? &report : NULL);
		} else {
			continue;
		}
		region->done = true;
	}
}
