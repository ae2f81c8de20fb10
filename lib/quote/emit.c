/*
 * emit: adds a quotation, and what the rules about quotations ask of marks:
 * whether they hold a sentence or a title, and where the sentence they stand
 * in begins.
 */
#include "../ascii.h"
#include "mention.h"

#define TITLE_MOST 12		/* tokens, with the marks */

struct quote_place
scan_place(const struct scan *scan, struct span span)
{
	struct quote_place p = { scan->parse->index, 0, 0 };

	if (span.first < span.last) {
		p.start = scan->parse->atoms[span.first].start;
		p.end = scan->parse->atoms[span.last - 1].end;
	}
	return p;
}

/* The same, to the end of a name that a comma or preposition cuts: a survey by
 * the Institute for Peace. */
static struct quote_place
speaker_place(const struct scan *scan, struct span span)
{
	const struct finder *f = scan->finder;
	struct quote_place p = scan_place(scan, span);
	size_t n = mention_names_before(f, &p);

	if (p.start < p.end && n > f->name_first[p.passage] &&
	    f->names[n - 1].start >= p.start && f->names[n - 1].end > p.end)
		p.end = f->names[n - 1].end;
	return p;
}

void
scan_emit(struct scan *scan, enum quote_rule rule, size_t first, size_t last,
    enum quote_label label, const struct report *report)
{
	struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct finder *f = scan->finder;
	struct quote *quote;
	size_t i;

	while (first < last && atoms[first].punct != 0 &&
	    atoms[first].punct != '(' && atoms[first].punct != 'x')
		first++;
	while (first < last && strchr(",.;:-", atoms[last - 1].punct) != NULL &&
	    atoms[last - 1].punct != 0)
		last--;
	if (first >= last)
		return;
	if (scan->reached < last)
		scan->reached = last;
	for (i = first; i < last; i++)
		if (atoms[i].region != NONE) {
			parse->regions[atoms[i].region].done = true;
			if (label == QUOTE_INDIRECT)
				label = last == first + 1 &&
				    scan_capital(scan, i) ? QUOTE_DIRECT :
				    QUOTE_MIXED;
		}
	f->quotes = arena_grow(f->arena, f->quotes, f->count, &f->size,
	    f->count + 1, sizeof *f->quotes);
	quote = &f->quotes[f->count++];
	memset(quote, 0, sizeof *quote);
	quote->passage = parse->index;
	quote->start = atoms[first].start;
	quote->end = atoms[last - 1].end;
	quote->label = label;
	quote->rule = rule;
	quote->weak = report != NULL && report->cue.first < report->cue.last &&
	    atoms[report->cue.first].frame != 0 &&
	    atoms[report->cue.first].percent < STRONG;
	if (report != NULL) {
		scan->speaker = speaker_place(scan, report->speaker);
		scan->cue = scan_place(scan, report->cue);
	}
	quote->speaker = scan->speaker;
	quote->cue = scan->cue;
	if (label == QUOTE_DIRECT)
		scan->last_direct = true;
}

bool
scan_capital(const struct scan *scan, size_t atom)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[atom];
	struct slice s;
	unsigned char c;

	if (a->last - a->first < 3)
		return false;
	s = token_text(parse->passage, a->first + 1);
	c = (unsigned char)s.at[0];
	return is_upper(c) || c >= 0x80 || is_digit(c);
}

/* Marks that end with a stop or comma, or hold a sentence. */
bool
scan_complete(const struct scan *scan, size_t atom)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[atom];
	struct slice s;

	if (a->last - a->first < 3)
		return false;
	s = token_text(parse->passage, a->last - 2);
	if (a->last - a->first > 3 && (slice_is(s, "'") ||
	    slice_is(s, "\xe2\x80\x99") || slice_is(s, "\xe2\x80\x9d")))
		s = token_text(parse->passage, a->last - 3);
	return s.length >= 1 && strchr(".,?!-", s.at[s.length - 1]) != NULL;
}

/* Her memoir, "The Long Road": the words have capitals. */
bool
scan_title(const struct scan *scan, size_t atom)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[atom];
	size_t i;

	if (atom >= scan->end || a->region == NONE || atom < scan->begin + 1 ||
	    a->last - a->first > TITLE_MOST)
		return false;
	i = atom - 1;
	if (parse->atoms[i].punct == ',' && i > scan->begin)
		i--;
	if (!(parse->atoms[i].classes & WORD_WORK))
		return false;
	for (i = a->first + 1; i + 1 < a->last; i++) {
		struct slice s = token_text(parse->passage, i);

		if (is_lower(s.at[0]) && s.length > 3)
			return false;
	}
	return true;
}

/* The sentence without its first conjunction. */
size_t
scan_content(const struct scan *scan)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = scan->begin;

	while (i + 1 < scan->end && i < scan->begin + SCAN_LOOK &&
	    atoms[i].region == NONE && (atoms[i].punct != 0 ||
	    (atoms[i].classes & WORD_CONJUNCTION)))
		i++;
	return i;
}

/* Where brackets that begin at an atom end: "..." (translated). */
size_t
scan_brackets(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k;

	for (k = i; k < scan->end && k < i + 8 && (atoms[k].punct == '(' ||
	    (k > i && atoms[k - 1].punct != ')') || atoms[k].punct == ')');
	    k++)
		;
	return k;
}
