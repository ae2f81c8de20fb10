/*
 * cue: whether a verb reports, in what form, and (subject.c) by whom.
 */
#include "parse.h"
#include "word.h"

#define AGENT_MOST 8		/* atoms: was quoted by the Post as saying */

bool
scan_has(const struct scan *scan, size_t i, const char *word, size_t length)
{
	const struct atom *a = &scan->parse->atoms[i];
	struct slice s;

	if (a->region != NONE)
		return false;
	s = token_text(scan->parse->passage, a->first);
	return s.length == length && memcmp(s.at, word, length) == 0;
}

bool
cue_verbal(enum tag tag)
{
	return tag == TAG_FINITE || tag == TAG_BASE || tag == TAG_ING ||
	    tag == TAG_DONE;
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

/* Prosecutors allege Lin: what another noun phrase follows is no noun. */
static bool
before_subject(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];

	return a->percent >= 60 && i > scan->begin && i + 2 < scan->end &&
	    a[-1].tag == TAG_NOUN && (a[1].tag == TAG_NAME ||
	    a[1].tag == TAG_PRONOUN);
}

/* The union estimates that; scholars caution that: what agrees with all before
 * it in its clause. */
static bool
before_that(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	struct span np;
	bool plural;

	if ((a->inflection != FORM_S && a->inflection != FORM_BASE) ||
	    i < scan->begin + 1 || i + 3 >= scan->end ||
	    !(a->frame & FRAME_THAT) || (!(a[1].classes & WORD_THAT) &&
	    !subject_that_follows(scan, i)) ||
	    (a[-1].tag != TAG_NOUN && a[-1].tag != TAG_NAME))
		return false;
	plural = scan->parse->passage->text.at[a[-1].end - 1] == 's';
	return (a[-1].tag == TAG_NAME || plural == (a->inflection ==
	    FORM_BASE)) && (a->percent >= 20 || (a[-1].classes &
	    WORD_PERSON)) && chunk_before(scan->parse, scan->begin, i, &np) &&
	    chunk_clause_starts(scan->parse, scan->begin, np.first) &&
	    chunk_finite(scan->parse, i + 2, scan->end);
}

/* It is closed, the Post reports: the last word, behind a name. */
static bool
closes_sentence(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i], *left = a;
	struct span np;

	if ((a->inflection != FORM_S && a->inflection != FORM_BASE) ||
	    a->percent < (a->inflection == FORM_S ? 20 : 10) ||
	    (i + 1 < scan->end && (a[1].punct != '.' || i + 2 < scan->end)))
		return false;
	/* local media report */
	if (a->inflection == FORM_BASE)
		return i > scan->begin && a[-1].tag == TAG_NOUN &&
		    (a[-1].classes & (WORD_PERSON | WORD_ORGANISATION)) &&
		    chunk_before(scan->parse, scan->begin, i, &np) &&
		    np.first > scan->begin &&
		    scan->parse->atoms[np.first - 1].punct == ',';
	while (left > scan->parse->atoms + scan->begin &&
	    left[-1].tag == TAG_NAME)
		left--;
	/* according to its Post reports */
	return left < a && left > scan->parse->atoms + scan->begin &&
	    !(left[-1].classes & (WORD_POSSESSIVE | WORD_PREPOSITION)) &&
	    !chunk_possessive(scan->parse, (size_t)(left - 1 -
	    scan->parse->atoms));
}

/* The inquest heard, behind whom an atom stands: who hears what others say. */
static bool
heard_at(const struct scan *scan, size_t i, size_t behind)
{
	const struct parse *parse = scan->parse;

	return (scan_is(scan, i, "heard") || scan_is(scan, i, "hears")) &&
	    behind > scan->begin && word_has(token_text(parse->passage,
	    parse->atoms[behind - 1].first), 'J');
}

/* The statement read in part: "it is over": a document, and marks behind a
 * colon. */
static bool
reads_out(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];
	size_t k = i + 1;

	if (i == scan->begin || !(a[-1].classes & WORD_DOCUMENT) ||
	    a->inflection != FORM_PAST || !(a->frame & FRAME_QUOTE) ||
	    a[-1].tag != TAG_NOUN)
		return false;
	if (k + 1 < scan->end && scan_is(scan, k, "in"))
		k += 2;
	return k + 1 < scan->end && (a[k - i].punct == ':' ||
	    a[k - i].punct == ',') && a[k - i + 1].region != NONE;
}

/* Whether the word is used as a verb. */
static bool
reports(const struct scan *scan, size_t i)
{
	const struct atom *a = &scan->parse->atoms[i];

	if (a->frame == 0 || (a->percent < 8 && a->inflection == FORM_BASE &&
	    !before_that(scan, i)))
		return false;
	if (scan->parse->passage->kind == PASSAGE_HEADING)
		return cue_verbal(a->tag) || a->percent >= 35 ||
		    a->inflection == FORM_S || reads_out(scan, i);
	if ((a->classes & WORD_CAPITAL) && i != scan->begin)
		return false;
	/* With the party alleging that. */
	if (a->inflection == FORM_ING && a->percent >= 50 &&
	    !(a->classes & WORD_SAYING) && i + 1 < scan->end &&
	    (a[1].classes & WORD_THAT))
		return true;
	return cue_verbal(a->tag) || a->percent >= 70 || introduces(scan, i) ||
	    before_that(scan, i) || before_subject(scan, i) ||
	    closes_sentence(scan, i) || heard_at(scan, i, i) ||
	    reads_out(scan, i);
}

/* Has since said; they all say; Lin himself said: whether an atom belongs to
 * the verb behind it. */
static bool
in_group(const struct scan *scan, size_t i, size_t cue)
{
	const struct atom *left;

	if (i == scan->begin || scan->parse->atoms[cue].inflection == FORM_ING)
		return false;
	left = &scan->parse->atoms[i - 1];
	if (scan_is(scan, i, "since"))
		return (left->classes & WORD_AUXILIARY) != 0;
	if (left->region != NONE || left->punct != 0 ||
	    !(left->tag == TAG_NOUN || left->tag == TAG_NAME ||
	    left->tag == TAG_PRONOUN))
		return false;
	return scan_is(scan, i, "all") || scan_is(scan, i, "both") ||
	    scan_is(scan, i, "himself") || scan_is(scan, i, "herself") ||
	    scan_is(scan, i, "itself") || scan_is(scan, i, "themselves");
}

/* Where the verb's group begins: has never said, went on to say. */
static size_t
group_start(const struct scan *scan, size_t i, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t j = i;

	while (j > scan->begin && i - j < SCAN_LOOK) {
		const struct atom *a = &atoms[j - 1];

		if (a->region != NONE || a->punct != 0)
			break;
		if (a->classes & WORD_AUXILIARY) {
			if (chunk_possessive(scan->parse, j - 1))
				break;
			if ((a->classes & WORD_BE) &&
			    atoms[i].inflection == FORM_PAST)
				report->passive = true;
		} else if (scan_is(scan, j - 1, "to") &&
		    atoms[i].tag == TAG_BASE && j - 1 > scan->begin) {
			report->infinitive = true;
			if (atoms[j - 2].tag == TAG_ADVERB ||
			    atoms[j - 2].tag == TAG_PREPOSITION)
				j--;
			if (j - 1 > scan->begin && cue_verbal(atoms[j - 2].tag))
				j--;
		} else if ((a->classes & WORD_TIME) && j - 1 > scan->begin) {
			/* Lin on Monday said; Lin last week said */
			if (atoms[j - 2].tag == TAG_PREPOSITION)
				j--;
		} else if (!(a->classes & WORD_ADVERB) &&
		    a->tag != TAG_ADVERB && !in_group(scan, j - 1, i)) {
			break;
		} else if (scan_is(scan, j - 1, "not") ||
		    scan_is(scan, j - 1, "n't") ||
		    scan_is(scan, j - 1, "n\xe2\x80\x99t")) {
			report->negated = true;
		}
		j--;
	}
	return j;
}

/* Lin was quoted as saying, was quoted by the Post as saying: the subject of
 * the verb before "as". */
static bool
quoted_as(const struct scan *scan, size_t as, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *atoms = parse->atoms;
	struct report verb = { 0 };
	size_t i = as, j;

	if (as <= scan->begin + 1)
		return false;
	while (i-- > scan->begin + 1 && as - i < AGENT_MOST &&
	    atoms[i].punct == 0 && atoms[i].region == NONE)
		if (atoms[i].frame != 0 && atoms[i].inflection == FORM_PAST)
			break;
	if (i <= scan->begin + 1 || as - i == AGENT_MOST ||
	    atoms[i].frame == 0 ||
	    (i + 1 < as && !scan_is(scan, i + 1, "by")))
		return false;
	j = group_start(scan, i, &verb);
	if (!verb.passive || !chunk_before(parse, scan->begin, j,
	    &report->speaker))
		return false;
	report->core.first = report->speaker.first;
	return true;
}

static bool
participle(const struct scan *scan, size_t i, size_t j, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	const struct atom *left = &atoms[j > 0 ? j - 1 : 0];
	struct span np;

	if (j == scan->begin)
		return atoms[i].percent >= 50 &&
		    subject_shared(scan, i, report);
	/* quoted Lin as saying */
	if (scan_is(scan, j - 1, "as") && chunk_before(scan->parse,
	    scan->begin, j - 1, &report->speaker) &&
	    report->speaker.first > scan->begin &&
	    atoms[report->speaker.first - 1].frame != 0) {
		report->core.first = report->speaker.first;
		return true;
	}
	if (scan_is(scan, j - 1, "as") && quoted_as(scan, j - 1, report))
		return true;
	if (subject_with(scan, j, report))
		return true;
	if (left->punct == ',' || left->punct == '-' || left->region != NONE ||
	    left->tag == TAG_CONJUNCTION || (atoms[i].percent >= 50 &&
	    (left->tag == TAG_PREPOSITION || left->tag == TAG_SUBORDINATOR)))
		return subject_shared(scan, i, report);
	if (atoms[i].percent < 15 && !introduces(scan, i))
		return false;
	/* They left, at one point saying no. */
	if (chunk_before(scan->parse, scan->begin, j, &np) &&
	    np.first > scan->begin + 1 &&
	    scan_is(scan, np.first - 1, "at") &&
	    atoms[np.first - 2].punct == ',' &&
	    !subject_can_speak(atoms, &np))
		return subject_shared(scan, i, report);
	if (subject_before(scan, j, report))
		return true;
	return atoms[i].percent >= 50 && subject_shared(scan, i, report);
}

/* Whether a subordinate clause begins behind this atom: although; and while;
 * two years after; even as. */
static bool
begins_subordinate(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	bool noun = false;

	if ((atoms[i].tag != TAG_SUBORDINATOR && !(atoms[i].classes &
	    WORD_SUBORDINATOR)) || (atoms[i].classes & WORD_THAT))
		return false;
	for (; i > scan->begin; i--) {
		const struct atom *a = &atoms[i - 1];

		if (a->punct != 0 || a->region != NONE ||
		    a->tag == TAG_CONJUNCTION)
			return !noun && (a->punct == ',' || a->punct == '-' ||
			    a->tag == TAG_CONJUNCTION);
		noun = noun || a->tag == TAG_NOUN;
		if (!(a->classes & (WORD_TIME | WORD_NUMBER)) &&
		    a->tag != TAG_ADVERB && a->tag != TAG_NUMBER &&
		    a->tag != TAG_DETERMINER && a->tag != TAG_ADJECTIVE &&
		    a->tag != TAG_NOUN)
			return false;
	}
	return true;
}

/* Although Lin said: the clause is not the sentence's main one. */
static bool
subordinate(const struct scan *scan, const struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t i = report->core.first, begin = scan->begin;

	if (report->shared)
		return i == scan->begin || atoms[i - 1].tag ==
		    TAG_SUBORDINATOR || atoms[i - 1].tag == TAG_PREPOSITION;
	if (i > scan->begin && (begins_subordinate(scan, i - 1) ||
	    (i < scan->begin + 4 && atoms[i - 1].tag == TAG_SUBORDINATOR &&
	    !(atoms[i - 1].classes & WORD_THAT))))
		return true;
	/* Although in May Lin said; when Lin said; for Lin, who said */
	if (i >= scan->begin + 8 || i == scan->begin ||
	    chunk_finite(scan->parse, scan->begin, i))
		return false;
	if (atoms[begin].tag == TAG_CONJUNCTION)
		begin++;
	return atoms[begin].tag == TAG_SUBORDINATOR ||
	    (atoms[begin].tag == TAG_PREPOSITION &&
	    (report->relative || atoms[i - 1].tag == TAG_WH));
}

/* Whether a verb stands behind a later comma: Lin, asked for it, declined. */
static bool
verb_follows(const struct scan *scan, size_t i)
{
	const struct atom *atoms = scan->parse->atoms;
	bool done = false;	/* a past form may pass for a participle */

	for (; i + 1 < scan->end; i++) {
		if (atoms[i].punct != ',')
			continue;
		if (atoms[i + 1].tag == TAG_FINITE || (i + 2 < scan->end &&
		    atoms[i + 1].tag == TAG_ADVERB &&
		    atoms[i + 2].tag == TAG_FINITE))
			return true;
		done = atoms[i + 1].tag == TAG_DONE;
	}
	return done;
}

/* Asked whether it was so, Lin left; when asked in May: a participle that
 * leads to an answer. */
static bool
asked(const struct scan *scan, size_t i, size_t j)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k = i + 1;

	if (i != j || !(atoms[i].frame & FRAME_QUESTION) ||
	    atoms[i].inflection != FORM_PAST || !(j == scan->begin ||
	    atoms[j - 1].tag == TAG_WH || atoms[j - 1].tag ==
	    TAG_SUBORDINATOR || atoms[j - 1].punct == ','))
		return false;
	if (j > scan->begin && ((atoms[j - 1].classes & (WORD_RELATIVE |
	    WORD_THAT)) || (atoms[j - 1].punct == ',' && ((j >
	    scan->begin + 1 && atoms[j - 2].region != NONE) ||
	    !verb_follows(scan, i)))))
		return false;
	return k < scan->end && (scan_is(scan, k, "by") ||
	    (atoms[k].classes & (WORD_QUESTION | WORD_ADVERB)) ||
	    atoms[k].tag == TAG_ADVERB || scan_is(scan, k, "in") ||
	    scan_is(scan, k, "on") || scan_is(scan, k, "at") ||
	    (atoms[k].classes & WORD_TIME));
}

/* A third, a fifth. */
static bool
fraction(const struct scan *scan, size_t i)
{
	struct slice s = token_text(scan->parse->passage,
	    scan->parse->atoms[i].first);

	return slice_is(s, "third") || (s.length > 2 &&
	    memcmp(s.at + s.length - 2, "th", 2) == 0);
}

/* Whether a verb of telling in a headline, which tells in the present, has
 * whom it was told before it and what was told behind it. */
static bool
told_in_headline(const struct scan *scan, size_t i)
{
	const struct parse *parse = scan->parse;
	const struct atom *a = &parse->atoms[i];
	bool court;

	if (parse->passage->kind != PASSAGE_HEADING || i == scan->begin ||
	    i + 2 >= scan->end || a->inflection != FORM_PAST ||
	    (a->frame & (FRAME_OBJECT | FRAME_BARE)) !=
	    (FRAME_OBJECT | FRAME_BARE) || a[-1].region != NONE ||
	    (a[1].classes & WORD_OBJECT) || a[1].region != NONE ||
	    a[1].punct != 0)
		return false;
	court = word_has(token_text(parse->passage, a[-1].first), 'J');
	return (court && a[1].tag == TAG_NOUN) || ((court ||
	    a[-1].tag == TAG_NOUN || a[-1].tag == TAG_NAME ||
	    parse->passage->text.at[a[-1].end - 1] == 's') &&
	    content_clause_at(scan, i + 1, scan->end));
}

/* Was described by Lin as "vain", was called "vain" by Lin. */
static bool
named_passively(const struct scan *scan, size_t i, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k = report->core.last;

	if (!(report->frame & FRAME_NAME))
		return false;
	if (report->agent)
		return k + 1 < scan->end && scan_is(scan, k, "as") &&
		    atoms[k + 1].region != NONE;
	k = i + 1;
	if (k < scan->end && (scan_is(scan, k, "as") || scan_is(scan, k, "a") ||
	    scan_is(scan, k, "an") || scan_is(scan, k, "the")))
		k++;
	if (k + 2 >= scan->end || atoms[k].region == NONE ||
	    !scan_is(scan, k + 1, "by") ||
	    !chunk_after(scan->parse, k + 2, scan->end, &report->speaker))
		return false;
	report->agent = true;
	return true;
}

/* The atom before the group of verbs that begins at j, or NULL. */
static const struct atom *
left_of(const struct scan *scan, size_t j)
{
	return j > scan->begin ? &scan->parse->atoms[j - 1] : NULL;
}

/* Whether what stands before j makes a noun or an adjective of the cue at i. */
static bool
is_noun(const struct scan *scan, size_t i, size_t j)
{
	const struct atom *cue = &scan->parse->atoms[i];
	const struct atom *left = left_of(scan, j);
	bool determiner, ing = cue->inflection == FORM_ING;

	if (left == NULL)
		return false;
	determiner = left->tag == TAG_DETERMINER;
	if (left->punct == 'h' || chunk_possessive(scan->parse, j - 1))
		return true;
	/* a smiling Lin */
	if (determiner && ing && i + 1 < scan->end &&
	    (cue[1].tag == TAG_NAME || cue[1].tag == TAG_NOUN))
		return true;
	if (j < i)
		return false;
	if (!(left->classes & WORD_PRONOUN) && !ing && ((left->classes &
	    (WORD_POSSESSIVE | WORD_PREPOSITION)) || (determiner &&
	    (cue->percent < 60 || scan_is(scan, j - 1, "the") || scan_is(scan,
	    j - 1, "a") || scan_is(scan, j - 1, "The") || scan_is(scan, j - 1,
	    "A")))))
		return true;
	/* the warning "..." */
	if (cue->tag == TAG_NOUN && ing && (determiner ||
	    left->tag == TAG_ADJECTIVE))
		return true;
	/* a larger say, an old claim that; not "a third say" */
	return left->tag == TAG_ADJECTIVE && j > scan->begin + 1 &&
	    (cue->tag == TAG_NOUN || cue->inflection == FORM_BASE) &&
	    (scan_is(scan, j - 2, "a") || scan_is(scan, j - 2, "an")) &&
	    !fraction(scan, j - 1);
}

/* Whether the participle at i describes what stands before j. */
static bool
is_description(const struct scan *scan, size_t i, size_t j)
{
	const struct atom *cue = &scan->parse->atoms[i];
	const struct atom *left = left_of(scan, j);
	bool names = (cue->frame & FRAME_NAME) != 0;

	if (cue->tag != TAG_DONE || j < i || cue->percent >= 80 ||
	    left == NULL || i + 1 >= scan->end || reads_out(scan, i))
		return false;
	/* a book written by; the pledged delegates */
	if (left->punct == 0 && left->region == NONE &&
	    !subject_that_follows(scan, i) && !(scan_is(scan, i + 1, "as") &&
	    i + 2 < scan->end && cue[2].region != NONE) &&
	    (cue[1].tag == TAG_PREPOSITION || (cue[1].tag == TAG_NOUN &&
	    left->tag != TAG_NAME && left->tag != TAG_NOUN &&
	    left->tag != TAG_PRONOUN)))
		return true;
	/* a box labelled "private" */
	if (names && left->tag == TAG_NOUN && cue[1].region != NONE &&
	    (left->classes & (WORD_PERSON | WORD_ORGANISATION)) == 0)
		return true;
	/* a blog, called the "Feed" */
	return names && left->punct == ',' && i + 2 < scan->end &&
	    (cue[1].region != NONE ||
	    (cue[1].tag == TAG_DETERMINER && cue[2].region != NONE));
}

/* Whether someone is named behind "by" and the cue at i: the speaker. */
static bool
read_agent(const struct scan *scan, size_t i, struct report *report)
{
	if (i + 2 >= scan->end || !scan_is(scan, i + 1, "by") ||
	    !chunk_after(scan->parse, i + 2, scan->end, &report->speaker))
		return false;
	report->agent = true;
	report->core.last = report->speaker.last;
	return true;
}

/* Asked whether it was so, Lin left: the question, which nobody is told to
 * have asked. */
static bool
asked_what(const struct scan *scan, size_t i, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	size_t k = i + 1;

	if (i > scan->begin && atoms[i - 1].tag != TAG_WH &&
	    atoms[i - 1].tag != TAG_SUBORDINATOR)
		return false;
	/* asked by a reporter whether */
	if (read_agent(scan, i, report))
		k = report->core.last;
	if (k + 2 >= scan->end || !(atoms[k].classes & WORD_QUESTION) ||
	    atoms[k].region != NONE || atoms[k + 1].punct != 0 ||
	    atoms[k + 1].region != NONE)
		return false;
	report->core.first = i;
	report->passive = true;
	report->subordinate = true;
	report->frame = FRAME_QUESTION;
	return true;
}

/* As first reported by the Post */
static bool
as_reported(const struct scan *scan, size_t i, size_t j,
    struct report *report)
{
	if (scan->parse->atoms[i].tag != TAG_DONE || j == scan->begin ||
	    !(scan_is(scan, j - 1, "as") || scan_is(scan, j - 1, "As")) ||
	    !read_agent(scan, i, report))
		return false;
	report->core.first = j;
	return true;
}

/* Was said by Smith; they lied, it was alleged. */
static bool
read_passive(const struct scan *scan, size_t i, size_t j,
    struct report *report)
{
	const struct atom *left = left_of(scan, j);

	report->core.first = left != NULL && left->punct == 0 &&
	    (scan_is(scan, j - 1, "it") || scan_is(scan, j - 1, "It")) ?
	    j - 1 : i;
	read_agent(scan, i, report);
	return (report->frame & (FRAME_THAT | FRAME_QUESTION)) ||
	    named_passively(scan, i, report);
}

/* Headlines leave out "were" and "was". */
static bool
read_headline(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	const struct atom *cue = &parse->atoms[i], *left = cue - 1;

	/* Towns told repairs may fail */
	if (told_in_headline(scan, i))
		report->frame = FRAME_BARE | FRAME_THAT;
	/* Chef lied, court told */
	else if (i + 1 < scan->end || cue->inflection != FORM_PAST ||
	    !(cue->frame & FRAME_OBJECT) || parse->passage->kind !=
	    PASSAGE_HEADING || (left->tag != TAG_NOUN && !word_has(token_text(
	    parse->passage, left->first), 'J')))
		return false;
	report->passive = true;
	report->core.first = i - 1;
	return true;
}

/* Smith, who said; a man that said */
static bool
is_relative(const struct scan *scan, size_t j)
{
	const struct atom *left = left_of(scan, j);

	return (left->classes & WORD_RELATIVE) || ((left->classes &
	    WORD_THAT) && left->tag == TAG_WH && j > scan->begin + 1 &&
	    left[-1].tag == TAG_NOUN);
}

static bool
read_relative(const struct scan *scan, size_t j, struct report *report)
{
	size_t k = j - 1;

	if (k > scan->begin && (scan->parse->atoms[k - 1].punct == ',' ||
	    scan->parse->atoms[k - 1].punct == '-'))
		k--;
	if (!chunk_before(scan->parse, scan->begin, k, &report->speaker))
		return false;
	if (scan->parse->atoms[k].punct != '-')
		subject_skip_apposition(scan, &report->speaker);
	if (scan_is(scan, j - 1, "who"))
		subject_skip_paper(scan, &report->speaker);
	report->core.first = report->speaker.first;
	report->relative = true;
	return true;
}

/* Finds who says it, of a finite verb whose group begins at j. */
static bool
read_subject(const struct scan *scan, size_t i, size_t j,
    struct report *report)
{
	const struct atom *cue = &scan->parse->atoms[i];
	const struct atom *left = left_of(scan, j);
	bool pronoun;

	/* He paused, then said */
	if (left != NULL && left->punct == ',' && j < i &&
	    scan_is(scan, j, "then"))
		return subject_shared(scan, i, report);
	if (left == NULL || left->region != NONE || left->punct == ',' ||
	    left->punct == '-')
		return subject_behind_comma(scan, i, j, report);
	if (j == i && read_headline(scan, i, report))
		return true;
	if (is_relative(scan, j))
		return read_relative(scan, j, report);
	if (left->classes & WORD_CONJUNCTION)
		return subject_shared(scan, i, report);
	if (left->punct == ')')
		return subject_behind_bracket(scan, j, report);
	/* The court heard that: by whom is not told. */
	if (heard_at(scan, i, j) && subject_before(scan, j, report)) {
		report->speaker.last = report->speaker.first;
		report->passive = true;
		report->frame = FRAME_BARE | FRAME_THAT | FRAME_QUESTION;
		return true;
	}
	/* "to say", "the claims": no verb with a subject. */
	pronoun = (left->classes & WORD_PRONOUN) != 0;
	if (!subject_before(scan, j, report) || (cue->tag == TAG_BASE &&
	    cue->percent < 60 && !pronoun && j == i))
		return false;
	return cue->percent >= 25 || pronoun ||
	    (report->core.first > scan->begin &&
	    scan_is(scan, report->core.first - 1, "as")) ||
	    (i + 1 < scan->end && (cue[1].classes & WORD_THAT));
}

static bool
read_cue(const struct scan *scan, size_t i, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms, *cue = &atoms[i];
	size_t j;

	memset(report, 0, sizeof *report);
	report->frame = cue->frame;
	report->cue.first = i;
	report->cue.last = i + 1 + cue->particles;
	report->core.last = report->cue.last;
	if (cue->according)
		return according_read(scan, i, report);
	if (!reports(scan, i))
		return false;
	j = group_start(scan, i, report);
	/* Having said that, Lin left. */
	if (j == scan->begin + 1 && scan_is(scan, scan->begin, "Having"))
		return false;
	if (j < i && j == scan->begin)
		return false;
	if (as_reported(scan, i, j, report))
		return true;
	if (is_noun(scan, i, j) || is_description(scan, i, j))
		return false;
	if (asked(scan, i, j))
		return asked_what(scan, i, report);
	/* was heard to say */
	if ( (report->passive && i + 2 < scan->end &&
	    scan_is(scan, i + 1, "to") && cue[2].frame != 0))
		return false;
	if (report->passive)
		return read_passive(scan, i, j, report);
	if (cue->inflection == FORM_ING && !(j < i &&
	    (atoms[i - 1].classes & WORD_AUXILIARY)))
		return participle(scan, i, j, report);
	return read_subject(scan, i, j, report);
}

/* LIN: I say it failed: what the answer is, not what is reported in it. */
static bool
own_voice(const struct scan *scan, const struct report *report)
{
	size_t i = report->speaker.first;

	return report->speaker.last == i + 1 && (scan_is(scan, i, "I") ||
	    scan_is(scan, i, "we") || scan_is(scan, i, "We")) &&
	    !introduces(scan, report->cue.first) &&
	    (report->core.first == 0 ||
	    scan->parse->atoms[report->core.first - 1].region == NONE);
}

/* It is safe to say that; it goes without saying; it is worth noting: "it" is
 * nobody. */
static bool
nobody_says(const struct scan *scan, size_t i, const struct report *report)
{
	size_t at = report->speaker.first;
	const struct atom *left = &scan->parse->atoms[i > 0 ? i - 1 : 0];

	return report->speaker.last == at + 1 && (scan_is(scan, at, "It") ||
	    scan_is(scan, at, "it")) && (report->infinitive ||
	    (scan->parse->atoms[i].inflection == FORM_ING &&
	    (left->tag == TAG_PREPOSITION || left->tag == TAG_ADJECTIVE)));
}

/* Instead, Lin told the Post, it failed: whom it was told stands before a
 * comma. */
static void
skip_hearer(const struct scan *scan, struct report *report)
{
	struct span np;

	if ((report->frame & FRAME_OBJECT) && !report->inverted &&
	    !report->passive && report->core.first > scan->begin &&
	    scan->parse->atoms[report->core.first - 1].punct == ',' &&
	    chunk_after(scan->parse, report->core.last, scan->end, &np) &&
	    np.last + 1 < scan->end &&
	    (scan->parse->atoms[np.last].punct == ',' ||
	    scan->parse->atoms[np.last].tag == TAG_PREPOSITION ||
	    (scan->parse->atoms[np.last].classes & WORD_TIME)) &&
	    scan->parse->atoms[np.last + 1].region == NONE)
		report->core.last = np.last;
}

/* "No," the agency quoted Lin as saying: Lin. */
static void
quotes_other(const struct scan *scan, struct report *report)
{
	const struct atom *atoms = scan->parse->atoms;
	struct span np;

	if (report->inverted || report->passive || !(report->frame &
	    FRAME_QUOTE) || !chunk_after(scan->parse, report->core.last,
	    scan->end, &np) || np.last + 1 >= scan->end ||
	    !scan_is(scan, np.last, "as") || atoms[np.last + 1].frame == 0 ||
	    atoms[np.last + 1].inflection != FORM_ING ||
	    (np.last + 2 < scan->end && atoms[np.last + 2].punct != '.' &&
	    atoms[np.last + 2].punct != ','))
		return;
	report->speaker = np;
	report->core.last = np.last + 2;
}

bool
cue_read(const struct scan *scan, size_t i, struct report *report)
{
	if (!read_cue(scan, i, report))
		return false;
	if ((scan->labelled && own_voice(scan, report)) ||
	    nobody_says(scan, i, report))
		return false;
	skip_hearer(scan, report);
	quotes_other(scan, report);
	report->subordinate = report->subordinate ||
	    subordinate(scan, report);
	return true;
}
