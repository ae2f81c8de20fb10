/*
 * clause: finds reports: cue, speaker, and the clause or marked span that is
 * reported.
 *
 * Works sentence by sentence over atoms (chunk.c), so that a marked span of
 * many sentences is one.  A cue is a reporting verb with a subject before it
 * (perhaps behind an apposition, a relative pronoun or a shared one), or after
 * it (inversion), or "according to".  What is reported stands before the cue
 * up to the comma, or after it, behind "that" or at once where the verb's
 * counted frame allows it; it ends where a participle (adding), another cue or
 * the sentence does.  Marked spans left over belong to the speaker of the
 * sentence before, or to the subject before a colon.
 *
 * Bugs: where adverbial tails of a reported clause belong to the cue, they are
 * not cut.
 */
#include "parse.h"

#define LOOK 40			/* atoms looked at from a cue */

struct report {
	struct span cue;
	struct span speaker;	/* first == last: none */
	struct span core;	/* both, and what is between */
	bool inverted, shared, passive;
	unsigned frame;
};

struct scan {
	struct finder *finder;
	struct parse *parse;
	size_t begin, end;	/* the sentence */
	size_t comma;		/* its first, or NONE */
	bool last_direct;	/* the sentence before held one */
	bool known;		/* last is of this paragraph */
	bool subject_known;
	struct span subject;
	struct quote_place speaker, cue;	/* of the last report */
};

static bool
is(const struct scan *scan, size_t i, const char *word)
{
	const struct atom *a = &scan->parse->atoms[i];

	return a->region == NONE &&
	    slice_is(token_text(scan->parse->passage, a->first), word);
}

static struct quote_place
place(const struct scan *scan, struct span span)
{
	struct quote_place p = { scan->parse->index, 0, 0 };

	if (span.first < span.last) {
		p.start = scan->parse->atoms[span.first].start;
		p.end = scan->parse->atoms[span.last - 1].end;
	}
	return p;
}

static void
emit(struct scan *scan, size_t first, size_t last, enum quote_label label,
    const struct report *report)
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
	for (i = first; i < last; i++)
		if (atoms[i].region != NONE) {
			parse->regions[atoms[i].region].done = true;
			if (label == QUOTE_INDIRECT)
				label = QUOTE_MIXED;
		}
	f->quotes = arena_grow(f->arena, f->quotes, f->count, &f->size,
	    f->count + 1, sizeof *f->quotes);
	quote = &f->quotes[f->count++];
	memset(quote, 0, sizeof *quote);
	quote->passage = parse->index;
	quote->start = atoms[first].start;
	quote->end = atoms[last - 1].end;
	quote->label = label;
	if (report != NULL) {
		scan->speaker = place(scan, report->speaker);
		scan->cue = place(scan, report->cue);
		scan->known = true;
	}
	quote->speaker = scan->speaker;
	quote->cue = scan->cue;
	if (label == QUOTE_DIRECT)
		scan->last_direct = true;
}

/* The subject in front of a comma, when all before the sentence's first comma
 * is a noun phrase: Lin, 57, who founded it, said. */
static bool
apposition(const struct scan *scan, size_t at, struct span *np)
{
	const struct parse *parse = scan->parse;
	size_t i, stop = at > LOOK ? at - LOOK : 0;

	if (stop < scan->begin)
		stop = scan->begin;
	for (i = at; i > stop; i--)
		if (parse->atoms[i - 1].classes & WORD_THAT)
			break;
	for (; i < at; i++)
		if (parse->atoms[i].punct == ',' && i > scan->begin &&
		    (parse->atoms[i - 1].classes & (WORD_WORD |
		    WORD_NUMBER)) &&
		    chunk_before(parse, scan->begin, i, np) &&
		    !chunk_finite(parse, np->first, np->last) &&
		    (np->first == scan->begin ||
		    parse->atoms[np->first - 1].punct == ',' ||
		    (parse->atoms[np->first - 1].classes &
		    (WORD_CONJUNCTION | WORD_THAT | WORD_SUBORDINATOR |
		    WORD_TIME | WORD_ADVERB))))
			return true;
	return false;
}

/* Whether marks follow, perhaps behind a comma or colon. */
static bool
introduces(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;

	return atoms[i].percent >= 40 && i + 1 < scan->end &&
	    (atoms[i + 1].region != NONE || (i + 2 < scan->end &&
	    (atoms[i + 1].punct == ',' || atoms[i + 1].punct == ':') &&
	    atoms[i + 2].region != NONE));
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
	    (atoms[i - 1].classes & (WORD_CAPITAL | WORD_NUMBER |
	    WORD_PRONOUN)) || !(atoms[np->first].classes & (WORD_DETERMINER |
	    WORD_POSSESSIVE)) || !(atoms[i + 1].classes & WORD_CAPITAL) ||
	    (atoms[i + 1].classes & WORD_TIME) ||
	    !chunk_after(parse, i + 1, scan->end, &name) ||
	    (name.last < scan->end && atoms[name.last].punct == 0 &&
	    !atoms[name.last].boundary))
		return;
	*np = name;
}

/* Whether the verb at i reports, and by whom. */
static bool
read_cue(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	const struct atom *cue = &atoms[i];
	size_t j = i, k;
	struct span np;
	unsigned left;

	memset(report, 0, sizeof *report);
	report->frame = cue->frame;
	report->cue.first = i;
	report->cue.last = i + 1;
	if (cue->according) {
		if (i + 2 >= scan->end || !is(scan, i + 1, "to") ||
		    !chunk_after(parse, i + 2, scan->end, &report->speaker))
			return false;
		report->cue.last = i + 2;
		report->core.first = i;
		report->core.last = report->speaker.last;
		return true;
	}
	if (cue->frame == 0 || (cue->percent < 8 && cue->inflection ==
	    FORM_BASE))
		return false;
	if ((cue->classes & WORD_CAPITAL) &&
	    parse->passage->kind != PASSAGE_HEADING && i != scan->begin)
		return false;
	while (j > scan->begin && atoms[j - 1].region == NONE &&
	    atoms[j - 1].punct == 0 && (atoms[j - 1].classes & (WORD_ADVERB |
	    WORD_AUXILIARY))) {
		if ((atoms[j - 1].classes & WORD_BE) &&
		    cue->inflection == FORM_PAST)
			report->passive = true;
		j--;
	}
	if (j < i && j == scan->begin)
		return false;
	report->core.last = i + 1;
	if (j == scan->begin)
		left = 0;
	else
		left = atoms[j - 1].classes;
	if (j > scan->begin && j == i && ((left & (WORD_POSSESSIVE |
	    WORD_PREPOSITION)) || ((left & WORD_DETERMINER) &&
	    (cue->percent < 60 || is(scan, j - 1, "the") ||
	    is(scan, j - 1, "a")))) && !(left & WORD_PRONOUN))
		return false;
	if (report->passive) {
		report->core.first = i;
		return cue->frame & FRAME_THAT;
	}
	if (cue->inflection == FORM_ING && !(j < i &&
	    (atoms[i - 1].classes & WORD_BE))) {
		if (j != i || j == scan->begin || (atoms[j - 1].punct != ',' &&
		    atoms[j - 1].region == NONE && !introduces(scan, i)))
			return false;
		report->core.first = i;
		report->shared = true;
	} else if (j == scan->begin || atoms[j - 1].region != NONE ||
	    atoms[j - 1].punct == ',') {
		/* Behind a comma or marks: inversion or apposition. */
		if (j > scan->begin && atoms[j - 1].punct == ',' &&
		    !(atoms[j > 1 ? j - 2 : 0].region != NONE) &&
		    apposition(scan, j - 1, &report->speaker)) {
			report->core.first = report->speaker.first;
			prefer_name(scan, &report->speaker);
			return true;
		}
		if (j != i || j == scan->begin || !(cue->frame & (FRAME_QUOTE |
		    FRAME_BARE)) || cue->inflection == FORM_BASE ||
		    i + 1 >= scan->end || !chunk_after(parse, i + 1,
		    scan->end, &report->speaker))
			return false;
		report->inverted = true;
		report->core.first = i;
		report->core.last = report->speaker.last;
		prefer_name(scan, &report->speaker);
		return true;
	} else if (left & WORD_RELATIVE) {
		k = j - 1;
		if (k > scan->begin && atoms[k - 1].punct == ',')
			k--;
		if (!chunk_before(parse, scan->begin, k, &report->speaker))
			return false;
		report->core.first = report->speaker.first;
		return true;
	} else if (left & WORD_CONJUNCTION) {
		report->core.first = i;
		report->shared = true;
	} else if (atoms[j - 1].punct == ')') {
		for (k = j - 1; k > scan->begin && j - k < LOOK; k--)
			if (atoms[k].punct == '(')
				break;
		if (atoms[k].punct != '(' || !chunk_before(parse, scan->begin,
		    k, &report->speaker))
			return false;
		report->core.first = report->speaker.first;
		if (apposition(scan, k, &np)) {
			report->core.first = np.first;
			prefer_name(scan, &np);
			report->speaker = np;
		}
		return true;
	} else {
		if (!chunk_before(parse, scan->begin, j, &report->speaker))
			return false;
		report->core.first = report->speaker.first;
		/* "to say", "the claims": no verb with a subject. */
		if (cue->inflection == FORM_BASE && cue->percent < 60 &&
		    !(left & WORD_PRONOUN) && j == i)
			return false;
		return cue->percent >= 25 || (left & WORD_PRONOUN) ||
		    (i + 1 < scan->end && (atoms[i + 1].classes & WORD_THAT));
	}
	if (scan->subject_known) {
		report->speaker = scan->subject;
		return true;
	}
	return chunk_after(parse, scan->begin, i, &report->speaker);
}

/* Whether a finite auxiliary follows before the next comma. */
static bool
auxiliary(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t stop = i + LOOK < scan->end ? i + LOOK : scan->end;

	for (; i < stop && atoms[i].punct != ','; i++)
		if (atoms[i].region == NONE &&
		    (atoms[i].classes & WORD_FINITE) && !is(scan, i, "'s") &&
		    !is(scan, i, "\xe2\x80\x99s"))
			return true;
	return false;
}

/* Where the reported words begin behind a cue, or NONE. */
static size_t
content_after(const struct scan *scan, const struct report *report, bool *that)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	size_t i = report->core.last, stop;
	struct span np;

	*that = false;
	stop = i + LOOK < scan->end ? i + LOOK : scan->end;
	if (i < stop && (report->frame & FRAME_OBJECT)) {
		if (atoms[i].classes & WORD_OBJECT) {
			i++;
		} else if (chunk_after(parse, i, stop, &np)) {
			size_t n = np.last;

			/* "told reporters": one word is an object. */
			if (!(atoms[i].classes & (WORD_DETERMINER |
			    WORD_POSSESSIVE | WORD_CAPITAL |
			    WORD_PRONOUN)))
				n = i + 1;
			if (n < stop && (n == i + 1 ||
			    atoms[n].region != NONE || atoms[n].punct != 0 ||
			    (atoms[n].classes & (WORD_THAT | WORD_PRONOUN |
			    WORD_PREPOSITION | WORD_QUESTION |
			    WORD_DETERMINER | WORD_TIME))))
				i = n;
		}
	}
	if (i >= stop)
		return NONE;
	if (atoms[i].classes & WORD_THAT && i + 1 < scan->end) {
		*that = true;
		return i + 1;
	}
	if (atoms[i].region != NONE)
		return i;
	if ((report->frame & FRAME_QUESTION) &&
	    (atoms[i].classes & WORD_QUESTION))
		return i;
	if (report->frame & FRAME_BARE) {
		bool starts = chunk_starts(parse, i) ||
		    (atoms[i].classes & (WORD_NUMBER | WORD_TIME)) ||
		    is(scan, i, "between") || is(scan, i, "there");

		if ((atoms[i].classes & WORD_TIME) && i + 1 < stop) {
			size_t k = i;

			while (k < stop && (atoms[k].classes & (WORD_TIME |
			    WORD_NUMBER)))
				k++;
			if (k < stop && (chunk_starts(parse, k) ||
			    (atoms[k].classes & WORD_THAT))) {
				i = k;
				if (atoms[i].classes & WORD_THAT) {
					*that = true;
					return i + 1;
				}
			} else {
				starts = false;
			}
		}
		if (starts && ((atoms[i].classes & WORD_PRONOUN &&
		    i + 1 < scan->end && !(atoms[i + 1].classes &
		    WORD_PREPOSITION) && atoms[i + 1].punct == 0) ||
		    auxiliary(scan, i + 1) ||
		    (parse->atoms[report->cue.first].percent >= 84 &&
		    chunk_finite(parse, i + 1, scan->end < i + LOOK ?
		    scan->end : i + LOOK))))
			return i;
	}
	/* "said in a statement on Monday that" */
	for (; i + 1 < stop; i++) {
		const struct atom *a = &atoms[i];

		if (a->region != NONE)
			return i;
		if (a->classes & WORD_THAT) {
			*that = true;
			return i + 1;
		}
		if ((a->punct == ',' || a->punct == ':') &&
		    atoms[i + 1].region != NONE)
			return i + 1;
		if ((a->punct != 0 && a->punct != 'h') ||
		    (a->classes & (WORD_FINITE | WORD_RELATIVE)) ||
		    a->frame != 0)
			break;
		if ((report->frame & FRAME_BARE) && (a->classes &
		    WORD_PRONOUN) && !(a->classes & WORD_RELATIVE))
			return i;
	}
	return NONE;
}

/* Where a reported clause that begins at first ends. */
static size_t
content_end(const struct scan *scan, size_t first)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report other;
	size_t i;

	for (i = first + 1; i < scan->end; i++) {
		const struct atom *a = &atoms[i];
		bool joins = (a->classes & WORD_CONJUNCTION) != 0;

		if (i + 1 >= scan->end)
			break;
		if (a->punct == ';')
			return i;
		if (a->punct == ',' && ((atoms[i + 1].frame != 0 &&
		    atoms[i + 1].inflection == FORM_ING &&
		    atoms[i + 1].percent >= 50) ||
		    atoms[i + 1].according || is(scan, i + 1, "while")))
			return i;
		if (a->according)
			return i;
		if (joins && (atoms[i + 1].classes & WORD_THAT))
			return i;
		if (joins && atoms[i + 1].frame != 0 &&
		    atoms[i + 1].percent >= 50 &&
		    atoms[i + 1].inflection != FORM_ING && i + 2 < scan->end &&
		    ((atoms[i + 2].classes & (WORD_THAT | WORD_PRONOUN)) ||
		    atoms[i + 2].region != NONE ||
		    (atoms[i + 1].frame & FRAME_NAME) ||
		    atoms[i + 1].percent >= 80))
			return i;
		if (joins && chunk_starts(parse, i + 1)) {
			size_t k = i + 2, most = i + 8;

			for (; k < most && k < scan->end; k++)
				if (atoms[k].frame != 0 &&
				    atoms[k].percent >= 60 &&
				    read_cue(scan, k, &other) &&
				    other.core.first == i + 1)
					return i;
		}
	}
	return scan->end;
}

static bool
capital_inside(const struct scan *scan, size_t atom)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[atom];
	struct slice s;
	unsigned char c;

	if (a->last - a->first < 3)
		return false;
	s = token_text(parse->passage, a->first + 1);
	c = (unsigned char)s.at[0];
	return (c >= 'A' && c <= 'Z') || c >= 0x80 || (c >= '0' && c <= '9');
}

/* Marks that end with a stop or comma, or hold a sentence. */
static bool
complete(const struct scan *scan, size_t atom)
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

/* The sentence without its first conjunction. */
static size_t
content_begin(const struct scan *scan)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = scan->begin;

	while (i + 1 < scan->end && atoms[i].region == NONE &&
	    (atoms[i].punct != 0 || (atoms[i].classes & WORD_CONJUNCTION)))
		i++;
	return i;
}

/* Citing reports, officials said: no clause. */
static bool
gerund(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	const char *text = scan->parse->passage->text.at;

	return a->region == NONE && (a->classes & WORD_WORD) &&
	    a->end - a->start > 4 && memcmp(text + a->end - 3, "ing", 3) == 0;
}

/* Marks or a clause in front of a cue. */
static bool
left_content(struct scan *scan, const struct report *report, bool following)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t left = report->core.first, begin = content_begin(scan);
	size_t i, after = report->core.last, stretch;

	if (left <= begin)
		return false;
	i = left - 1;
	if (atoms[i].punct == ',' && i > begin && atoms[i - 1].region != NONE)
		i--;
	if (atoms[i].region != NONE) {
		if (scan->parse->regions[atoms[i].region].done)
			return false;
		if (i == begin || atoms[i - 1].punct != 0 ||
		    atoms[i - 1].boundary) {
			emit(scan, i, i + 1, QUOTE_DIRECT, report);
		} else if (following) {
			return false;
		} else {
			emit(scan, begin, i + 1, QUOTE_MIXED, report);
		}
		return true;
	}
	if (following || (atoms[i].punct != ',' && atoms[i].punct != '-' &&
	    !report->cue.first) || report->shared)
		return false;
	if (atoms[i].punct != ',' && !atoms[report->cue.first].according &&
	    atoms[i].punct != '-')
		return false;
	if (!atoms[report->cue.first].according &&
	    (!(report->frame & (FRAME_BARE | FRAME_QUOTE)) ||
	    (!report->inverted && gerund(scan, begin))))
		return false;
	stretch = left > begin + LOOK ? left - LOOK : begin;
	if (scan->parse->passage->kind != PASSAGE_HEADING &&
	    !chunk_finite(scan->parse, stretch, i)) {
		/* "Russia, he said, is ready" */
		if (after >= scan->end || atoms[after].punct != ',' ||
		    (atoms[begin].classes & (WORD_PREPOSITION | WORD_TIME |
		    WORD_ADVERB)))
			return false;
		emit(scan, begin, i, QUOTE_INDIRECT, report);
		emit(scan, after + 1, scan->end, QUOTE_INDIRECT, report);
		return true;
	}
	if ((atoms[begin].classes & WORD_SUBORDINATOR) &&
	    !(report->inverted) && after + 1 < scan->end &&
	    atoms[after].punct == 0 && chunk_starts(scan->parse, after))
		return false;
	emit(scan, begin, i + (atoms[i].punct == 0), QUOTE_INDIRECT, report);
	if (after + 1 < scan->end && atoms[after].punct == ',' &&
	    !report->inverted && !atoms[report->cue.first].according &&
	    (atoms[after + 1].classes & WORD_FINITE))
		emit(scan, after + 1, scan->end, QUOTE_INDIRECT, report);
	return true;
}

/* More marks of the same speaker in this sentence: "A," he said, "b." */
static void
right_regions(struct scan *scan, const struct report *report, size_t from)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i;

	for (i = from; i < scan->end; i++)
		if (atoms[i].region != NONE &&
		    !scan->parse->regions[atoms[i].region].done && i > from &&
		    (atoms[i - 1].punct == ',' || atoms[i - 1].punct == ':' ||
		    atoms[i - 1].punct == '-'))
			emit(scan, i, i + 1, QUOTE_DIRECT, report);
		else if (atoms[i].frame != 0 && atoms[i].percent >= 50)
			break;
}

static size_t
follow(struct scan *scan, const struct report *report, size_t first,
    bool that)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t end;

	if (atoms[first].region != NONE && (!that ||
	    (first + 2 >= scan->end && atoms[first].last -
	    atoms[first].first > 6)) &&
	    (first + 1 >= scan->end || atoms[first].boundary ||
	    complete(scan, first) || atoms[first + 1].punct != 0 ||
	    !chunk_finite(scan->parse, first + 1, first + 2))) {
		char before = first > 0 ? atoms[first - 1].punct : 0;
		bool direct = before == ',' || before == ':' ||
		    that || (capital_inside(scan, first) &&
		    !(report->frame & FRAME_NAME));

		if (scan->parse->regions[atoms[first].region].done)
			return first + 1;
		emit(scan, first, first + 1,
		    direct ? QUOTE_DIRECT : QUOTE_MIXED, report);
		return first + 1;
	}
	for (;;) {
		end = content_end(scan, first);
		emit(scan, first, end, QUOTE_INDIRECT, report);
		if (end + 2 >= scan->end ||
		    !(atoms[end].classes & WORD_CONJUNCTION) ||
		    !(atoms[end + 1].classes & WORD_THAT))
			return end;
		first = end + 2;
	}
}

static bool
participle(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	const char *text = scan->parse->passage->text.at;

	return (a->classes & WORD_WORD) && a->end - a->start > 4 &&
	    memcmp(text + a->end - 2, "ed", 2) == 0;
}

/* Marks that no cue took. */
static void
rest(struct scan *scan, bool continues)
{
	struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report report;
	size_t i, begin = content_begin(scan);

	for (i = scan->begin; i < scan->end; i++) {
		struct region *region;

		if (atoms[i].region == NONE)
			continue;
		region = &parse->regions[atoms[i].region];
		if (region->done)
			continue;
		memset(&report, 0, sizeof report);
		if (region->continued) {
			emit(scan, i, i + 1, QUOTE_DIRECT, NULL);
		} else if (i > begin && atoms[i - 1].punct == ':' &&
		    complete(scan, i)) {
			if (chunk_after(parse, begin, i, &report.speaker))
				report.cue.first = report.cue.last = 0;
			emit(scan, i, i + 1, QUOTE_DIRECT, &report);
		} else if (i == begin && (atoms[i].boundary ||
		    i + 2 >= scan->end) && (continues || region->unclosed ||
		    atoms[i].last - atoms[i].first > 5) &&
		    (complete(scan, i) || region->unclosed)) {
			emit(scan, i, i + 1, QUOTE_DIRECT, NULL);
		} else {
			continue;
		}
		region->done = true;
	}
}

static void
sentence(struct scan *scan)
{
	struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report report;
	size_t i, from = scan->begin, first;
	bool that, continues = scan->last_direct;

	scan->last_direct = false;
	scan->subject_known = false;
	/* A cue at the end reports all that is before it. */
	for (i = scan->end; i-- > scan->begin;) {
		if (atoms[i].region != NONE || (atoms[i].frame == 0 &&
		    !atoms[i].according) || !read_cue(scan, i, &report) ||
		    report.shared || report.core.first <= scan->begin)
			continue;
		first = report.core.first - 1;
		if (atoms[first].punct != ',' && !atoms[i].according)
			continue;
		if (content_after(scan, &report, &that) != NONE &&
		    !report.inverted && !atoms[i].according)
			continue;
		if (left_content(scan, &report, false)) {
			from = report.core.last;
			scan->subject = report.speaker;
			scan->subject_known = true;
			right_regions(scan, &report, from);
			break;
		}
	}
	for (i = from; i < scan->end; i++) {
		if (atoms[i].region != NONE || (atoms[i].frame == 0 &&
		    !atoms[i].according) || !read_cue(scan, i, &report))
			continue;
		if (atoms[i].according) {
			first = report.core.last;
			if (i != content_begin(scan))
				continue;
			while (first < scan->end && first < i + LOOK &&
			    atoms[first].punct != ',')
				first++;
			if (first + 2 < scan->end && first < i + LOOK &&
			    (atoms[first + 1].frame != 0 ||
			    participle(scan, first + 1)) &&
			    (atoms[first + 2].classes & (WORD_PREPOSITION |
			    WORD_TIME))) {
				size_t k = first + 1;

				while (k < scan->end && k < i + LOOK &&
				    atoms[k].punct != ',')
					k++;
				if (k + 1 < scan->end &&
				    atoms[k].punct == ',')
					first = k;
			}
			if (first + 1 < scan->end && first < i + LOOK) {
				struct report other;
				size_t k;
				bool inner = false;

				for (k = first + 1; k < scan->end &&
				    k < first + 8; k++)
					if (atoms[k].frame != 0 &&
					    read_cue(scan, k, &other) &&
					    other.core.first == first + 1)
						inner = true;
				if (inner)
					continue;
				emit(scan, first + 1, scan->end,
				    QUOTE_INDIRECT, &report);
				break;
			}
			continue;
		}
		first = content_after(scan, &report, &that);
		if (report.inverted)
			first = NONE;
		if (report.core.first > scan->begin &&
		    left_content(scan, &report, first != NONE)) {
			scan->subject = report.speaker;
			scan->subject_known = true;
			right_regions(scan, &report, report.core.last);
			continue;
		}
		if (first == NONE) {
			if (report.speaker.first < report.speaker.last &&
			    !report.shared) {
				scan->subject = report.speaker;
				scan->subject_known = true;
			}
			continue;
		}
		if (that && !(report.frame & (FRAME_THAT | FRAME_BARE)))
			continue;
		if (report.passive)
			memset(&report.speaker, 0, sizeof report.speaker);
		scan->subject = report.speaker;
		scan->subject_known = true;
		i = follow(scan, &report, first, that) - 1;
		right_regions(scan, &report, i);
	}
	rest(scan, continues);
}

/* CLAIM: Source, in headlines. */
static bool
headline(struct scan *scan)
{
	const struct parse *parse = scan->parse;
	struct report report;
	size_t i = parse->count, words = 0;

	if (parse->count < 6 || parse->atoms[parse->count - 1].punct != 0)
		return false;
	while (i-- > 1 && words < 6) {
		const struct atom *a = &parse->atoms[i];

		if (a->punct == ':')
			break;
		if (a->punct != 0 || a->region != NONE)
			return false;
		words++;
	}
	if (i < 4 || words == 0 || words > 5 ||
	    parse->atoms[i].punct != ':' ||
	    !(parse->atoms[i + 1].classes & (WORD_CAPITAL |
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
	emit(scan, 0, i, QUOTE_INDIRECT, &report);
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
		if (s.at[k] >= 'a' && s.at[k] <= 'z')
			return 0;
	for (i = 1; i + 1 < parse->count && i < 16; i++) {
		const struct atom *a = &parse->atoms[i];

		if (a->punct == '-')
			return i + 1;
		if (a->region != NONE || (a->punct == 0 && !(a->classes &
		    (WORD_CAPITAL | WORD_NUMBER))))
			return 0;
	}
	return 0;
}

void
clause_find(struct finder *finder, struct parse *parse)
{
	struct scan scan;
	size_t i;

	memset(&scan, 0, sizeof scan);
	scan.finder = finder;
	scan.parse = parse;
	if (finder->count > 0) {
		/* What floats belongs to who spoke last. */
		scan.speaker = finder->quotes[finder->count - 1].speaker;
		scan.cue = finder->quotes[finder->count - 1].cue;
	}
	if (headline(&scan))
		return;
	scan.begin = dateline(parse);
	for (i = 0; i < parse->count; i++)
		if (parse->atoms[i].boundary || i + 1 == parse->count ||
		    parse->atoms[i].punct == ';') {
			scan.end = i + 1;
			sentence(&scan);
			scan.begin = i + 1;
		}
}
