/*
 * mend: parts of speech that a model of words cannot tell, put right by what
 * is known besides: names of the document, and verbs that report, which stand
 * between a subject and what it says.
 */
#include "../ascii.h"
#include "parse.h"
#include "word.h"

#define CUE_NEVER 8		/* per cent */
#define QUESTION_MOST 8		/* atoms: spoke in Lima about how */
#define CUE_WEAK 30
#define CUE_FAIR 50
#define CUE_SURE 80
#define PLACE_MOST 12		/* atoms that tell where it was said */
#define CLAUSE_MOST 16		/* atoms of a reported clause */
#define PARTICLE_MOST 3		/* bytes: van, de */

/* Miller stole two cars: what can only be a verb there.  An atom stands before
 * it and one behind, or two if that one ends no sentence. */
static bool
only_verb(const struct atom *a)
{
	if (a->region != NONE || a[-1].region != NONE || a[1].region != NONE ||
	    a->punct != 0 || (a->classes & WORD_CAPITAL))
		return false;
	if (a->tag == TAG_ADJECTIVE)
		return a[-1].tag == TAG_NAME && (a[1].tag == TAG_DETERMINER ||
		    a[1].tag == TAG_PRONOUN || a[1].tag == TAG_NUMBER);
	/* a box that cost Rs 50 */
	if (a->tag == TAG_NOUN && a[-1].tag == TAG_WH &&
	    (a[-1].classes & WORD_THAT))
		return a[1].tag == TAG_DETERMINER || a[1].tag == TAG_NUMBER ||
		    a[1].tag == TAG_PRONOUN || a[1].tag == TAG_NAME;
	/* Lin began by saying */
	return a->tag == TAG_NOUN && !a[1].boundary && a[-1].tag == TAG_NAME &&
	    (a[1].tag == TAG_PREPOSITION || a[1].tag == TAG_SUBORDINATOR) &&
	    a[2].tag == TAG_ING && a[2].frame != 0;
}

/* Chief executive Lin, Kiel boss Lin: a noun for a person is no adverb, nor a
 * verb between names; court documents, Figures show: nor are papers. */
static void
mend_nouns(struct parse *parse, size_t first, size_t last)
{
	struct atom *atoms = parse->atoms;
	size_t i;

	for (i = first; i + 1 < last; i++) {
		struct atom *a = &atoms[i], *next = a + 1;

		if (a->region != NONE || next->region != NONE)
			continue;
		if (a->classes & WORD_PERSON) {
			if (a->tag == TAG_ADVERB)
				a->tag = TAG_ADJECTIVE;
			else if (a->tag == TAG_FINITE && i > first &&
			    !(a->classes & WORD_CAPITAL) &&
			    a[-1].tag == TAG_NAME && a[-1].region == NONE &&
			    next->tag == TAG_NAME)
				a->tag = TAG_NOUN;
		} else if ((a->tag == TAG_BASE || a->tag == TAG_FINITE) &&
		    (((a->classes & WORD_ORGANISATION) &&
		    (next->classes & WORD_DOCUMENT) &&
		    next->tag == TAG_NOUN) || (i == first &&
		    (a->classes & WORD_DOCUMENT) && next->frame != 0 &&
		    next->tag == TAG_FINITE))) {
			a->tag = TAG_NOUN;
		}
	}
}

static bool
never(const struct parse *parse, size_t i)
{
	return parse->atoms[i].region == NONE && slice_is(token_text(
	    parse->passage, parse->atoms[i].first), "never");
}

/* Drivers crossed it: a participle with an object behind a noun is none. */
static void
mend_participles(struct parse *parse, size_t first, size_t last)
{
	struct atom *a = parse->atoms;
	size_t i;

	for (i = first > 0 ? first : 1; i + 1 < parse->count && i < last; i++)
		if (only_verb(&a[i]))
			a[i].tag = TAG_FINITE;
		else if (a[i].tag == TAG_DONE && a[i].region == NONE &&
		    a[i - 1].region == NONE && (a[i - 1].tag == TAG_NOUN ||
		    a[i - 1].tag == TAG_NAME || a[i - 1].tag == TAG_PRONOUN ||
		    (a[i - 1].tag == TAG_ING && (i == first + 1 || i == 1 ||
		    a[i - 2].punct == '-')))
		    && a[i + 1].region == NONE &&
		    (a[i + 1].tag == TAG_DETERMINER ||
		    a[i + 1].tag == TAG_PRONOUN ||
		    a[i + 1].tag == TAG_SUBORDINATOR ||
		    (a[i + 1].tag == TAG_NUMBER && a[i - 1].tag == TAG_ING)))
			a[i].tag = TAG_FINITE;
		else if (a[i].tag == TAG_DONE && i > 1 && never(parse, i - 1) &&
		    (a[i - 2].tag == TAG_NOUN || a[i - 2].tag == TAG_NAME ||
		    a[i - 2].tag == TAG_PRONOUN))
			a[i].tag = TAG_FINITE;
}

/* Van, der, al: a small word between others of a name. */
static bool
particle(const struct atom *a, const struct quote_name *name)
{
	return a->start > name->start && a->end < name->end &&
	    a->end - a->start <= PARTICLE_MOST && !(a->classes &
	    (WORD_CAPITAL | WORD_NUMBER | WORD_PREPOSITION |
	    WORD_CONJUNCTION | WORD_DETERMINER | WORD_POSSESSIVE)) &&
	    (slice_is(name->label, "PER") || slice_is(name->label, "ORG"));
}

/* Said Per Berg; Will Young said: what is in a person's name is no other
 * word. */
static void
mend_names(const struct finder *f, struct parse *parse, size_t first,
    size_t last)
{
	const unsigned kept = WORD_WORD | WORD_NUMBER | WORD_PERSON |
	    WORD_MALE | WORD_FEMALE;
	const struct quote_name *names = f->names;
	size_t k = f->name_first[parse->index], i;
	size_t count = f->name_first[parse->index + 1], high = count;

	if (first == last)
		return;
	while (k < high) {
		size_t middle = k + (high - k) / 2;

		if (names[middle].end <= parse->atoms[first].start)
			k = middle + 1;
		else
			high = middle;
	}
	for (i = first; i < last; i++) {
		struct atom *a = &parse->atoms[i];

		while (k < count && names[k].end <= a->start)
			k++;
		if (k == count)
			break;
		if (a->region != NONE || a->punct != 0)
			continue;
		if (particle(a, &names[k]))
			a->tag = TAG_NAME;
		if (!slice_is(names[k].label, "PER") ||
		    a->start < names[k].start || a->end > names[k].end ||
		    !(a->classes & (WORD_CAPITAL | WORD_NUMBER)))
			continue;
		if (a->classes & WORD_CAPITAL)
			a->tag = TAG_NAME;
		if ((a->classes & ~(kept | WORD_CAPITAL)) == 0 &&
		    a->frame == 0)
			continue;
		a->classes = (a->classes & kept) | WORD_CAPITAL;
		a->tag = TAG_NAME;
		a->frame = 0;
		a->according = false;
		a->particles = 0;
	}
}

/* Despite is no verb, whatever the model says. */
static void
mend_closed(struct parse *parse, size_t first, size_t last)
{
	size_t i;

	for (i = first; i < last; i++) {
		struct atom *a = &parse->atoms[i];

		if (a->region == NONE && a->tag == TAG_FINITE &&
		    (a->classes & WORD_BREAK))
			a->tag = a->classes & WORD_PREPOSITION ?
			    TAG_PREPOSITION : TAG_SUBORDINATOR;
	}
}

static char
last_letter(const struct parse *parse, const struct atom *a)
{
	return parse->passage->text.at[a->end - 1];
}

/* The word before an atom, behind adverbs, in its sentence; or NONE. */
static size_t
word_before(const struct parse *parse, size_t i)
{
	const struct atom *atoms = parse->atoms;

	while (i > 0) {
		const struct atom *a = &atoms[--i];

		if (a->boundary || a->region != NONE || a->punct != 0)
			return NONE;
		if (a->tag != TAG_ADVERB || (a->classes & WORD_CAPITAL))
			return i;
	}
	return NONE;
}

/* Whether an atom can be the last word of a subject with which a form of the
 * present agrees. */
static bool
subject_of(const struct parse *parse, size_t i, enum inflection inflection)
{
	const struct atom *a = &parse->atoms[i];
	bool plural = last_letter(parse, a) == 's' &&
	    !(a->classes & WORD_CAPITAL);

	if (chunk_possessive(parse, i) || (a->classes & (WORD_AUXILIARY |
	    WORD_DETERMINER | WORD_POSSESSIVE | WORD_PREPOSITION)))
		return false;
	if (a->tag == TAG_PRONOUN || (a->classes & WORD_PRONOUN))
		return true;
	if (a->tag != TAG_NOUN && a->tag != TAG_NAME &&
	    a->tag != TAG_NUMBER && !(plural && a->tag == TAG_FINITE))
		return false;
	return inflection == FORM_PAST || a->tag == TAG_NUMBER ||
	    plural == (inflection == FORM_BASE) ||
	    (a->classes & WORD_CAPITAL);
}

/* Whether a clause seems to begin: that they, they will. */
static bool
clause_follows(const struct parse *parse, size_t i)
{
	const struct atom *a = &parse->atoms[i];

	if (i + 2 >= parse->count)
		return false;
	if (a->classes & WORD_THAT)
		return a->tag == TAG_SUBORDINATOR || a[1].tag != TAG_FINITE;
	return (a->classes & WORD_PRONOUN) && a[1].tag == TAG_FINITE;
}

/* The plan, some leaders argue, is dead. */
static bool
between(const struct parse *parse, size_t i)
{
	const struct atom *a = &parse->atoms[i];
	struct span np;

	return a->percent >= CUE_WEAK && i + 1 < parse->count &&
	    (a[1].punct == ',' || a[1].boundary) &&
	    chunk_before(parse, 0, i, &np) && np.first > 0 &&
	    parse->atoms[np.first - 1].punct == ',';
}

/* Surveys suggest that; leaders point out that: a verb, not a noun, between
 * a noun that agrees and a clause. */
static void
mend_cue(struct parse *parse, size_t i)
{
	struct atom *a = &parse->atoms[i];
	size_t left, next = i + 1 + a->particles;

	left = word_before(parse, i);
	if (a->particles > 0 && a->inflection == FORM_PAST && left != NONE &&
	    a->percent >= CUE_FAIR && subject_of(parse, left, FORM_PAST))
		a->tag = TAG_FINITE;
	if (a->tag == TAG_FINITE || a->tag == TAG_ING ||
	    a->inflection == FORM_ING || (a->classes & WORD_CAPITAL) ||
	    (a->percent < CUE_WEAK && !(a->inflection != FORM_PAST &&
	    next < parse->count && (a[1].classes & WORD_THAT) && i > 0 &&
	    a[-1].tag == TAG_NOUN)) || next >= parse->count ||
	    !(a->frame & (FRAME_THAT | FRAME_BARE)))
		return;
	if (left == NONE || !subject_of(parse, left, a->inflection) ||
	    (a->tag == TAG_DONE && a->percent < 2 * CUE_WEAK))
		return;
	/* They tell voters they will. */
	if (!clause_follows(parse, next) && !between(parse, i) &&
	    !((a->frame & FRAME_OBJECT) &&
	    parse->atoms[next].region == NONE &&
	    parse->atoms[next].punct == 0 &&
	    clause_follows(parse, next + 1)))
		return;
	a->tag = TAG_FINITE;
}

/* And surveys suggest; the aides said: two finite verbs, where the first can
 * only be the subject. */
static void
mend_subject(struct parse *parse, size_t i)
{
	struct atom *atoms = parse->atoms;
	size_t left = word_before(parse, i);
	const struct atom *before;

	if (left == NONE || atoms[left].tag != TAG_FINITE ||
	    (atoms[left].classes & (WORD_AUXILIARY | WORD_BE)) ||
	    last_letter(parse, &atoms[left]) != 's' ||
	    atoms[left].percent >= CUE_FAIR)
		return;
	before = &atoms[left > 0 ? left - 1 : 0];
	if (left == 0 || before->boundary || (before->punct != 0 &&
	    before->punct != 'h') || before->region != NONE ||
	    before->tag == TAG_DETERMINER || before->tag == TAG_ADJECTIVE ||
	    before->tag == TAG_NUMBER || before->tag == TAG_PREPOSITION ||
	    before->tag == TAG_CONJUNCTION ||
	    before->tag == TAG_SUBORDINATOR ||
	    (before->classes & WORD_THAT) || (before->tag == TAG_NOUN &&
	    (left == 1 || atoms[left - 2].boundary)))
		atoms[left].tag = TAG_NOUN;
}

/* Will said: no auxiliary stands before a past form. */
static void
mend_first_name(struct parse *parse, size_t i)
{
	struct atom *a = &parse->atoms[i];

	if ((i > 0 && !a[-1].boundary && a[-1].punct == 0 &&
	    a[-1].region == NONE) || !(a->classes & WORD_CAPITAL) ||
	    !(a->classes & WORD_AUXILIARY) ||
	    a[1].inflection != FORM_PAST || a[1].percent < CUE_FAIR ||
	    (a->classes & WORD_BE))
		return;
	a->tag = TAG_NAME;
	a->classes = WORD_CAPITAL | WORD_WORD;
	a[1].tag = TAG_FINITE;
}

/* They said states may join: behind the cue stands a subject when another
 * verb follows. */
static void
mend_reported(struct parse *parse, size_t cue)
{
	struct atom *atoms = parse->atoms;
	size_t i = cue + 1, k;

	if (i + 1 >= parse->count || atoms[i].tag != TAG_FINITE ||
	    (atoms[i].classes & (WORD_AUXILIARY | WORD_CAPITAL)) ||
	    last_letter(parse, &atoms[i]) != 's')
		return;
	for (k = i + 1; k < parse->count && atoms[k].punct == 0 &&
	    atoms[k].region == NONE && !atoms[k - 1].boundary; k++)
		if (atoms[k].tag == TAG_FINITE) {
			atoms[i].tag = TAG_NOUN;
			return;
		}
}

/* They said bread cost more; he said she quit in May: a verb with one form, in
 * a clause that has no other. */
static void
mend_unchanged(struct parse *parse, size_t cue)
{
	struct atom *a = parse->atoms;
	size_t i, verb = NONE;

	for (i = cue + 1; i < parse->count && a[i].punct == 0 &&
	    a[i].region == NONE && i < cue + CLAUSE_MOST &&
	    !a[i - 1].boundary; i++) {
		if (a[i].tag == TAG_FINITE || a[i].tag == TAG_WH)
			return;
		if (verb == NONE && i > cue + 1 && (a[i].tag == TAG_NOUN ||
		    a[i].tag == TAG_BASE || a[i].tag == TAG_DONE ||
		    a[i].tag == TAG_ADJECTIVE) &&
		    (a[i - 1].tag == TAG_NOUN || a[i - 1].tag == TAG_NAME ||
		    a[i - 1].tag == TAG_PRONOUN || a[i - 1].tag == TAG_ADVERB ||
		    (a[i - 1].classes & WORD_PRONOUN)) &&
		    i + 1 < parse->count && a[i + 1].tag != TAG_NOUN &&
		    (a[i].tag != TAG_NOUN || (a[i + 1].punct == 0 &&
		    a[i + 1].tag != TAG_PREPOSITION)) &&
		    word_has(token_text(parse->passage, a[i].first), 'Q'))
			verb = i;
	}
	if (verb != NONE)
		a[verb].tag = TAG_FINITE;
}

/* Said on his feed that: between the verb and "that" stands another verb only
 * if a clause begins before it. */
static void
mend_place(struct parse *parse, size_t cue)
{
	struct atom *atoms = parse->atoms;
	size_t i = cue + 1;

	if (i + 2 >= parse->count || atoms[i].tag != TAG_PREPOSITION)
		return;
	for (; i + 1 < parse->count && i < cue + PLACE_MOST &&
	    atoms[i].region == NONE && atoms[i].punct == 0; i++) {
		if (atoms[i].tag == TAG_FINITE) {
			if (!(atoms[i].classes & WORD_AUXILIARY) &&
			    atoms[i].percent < CUE_FAIR &&
			    (atoms[i + 1].classes & WORD_THAT) &&
			    atoms[i + 1].tag == TAG_SUBORDINATOR)
				atoms[i].tag = TAG_NOUN;
			return;
		}
	}
}

/* Most said: the word stands for those who spoke. */
static void
mend_quantity(struct parse *parse, size_t cue)
{
	struct atom *a = &parse->atoms[cue - 1];

	if (a->region == NONE && a->punct == 0 && (a->classes &
	    (WORD_DETERMINER | WORD_ABOUT)) && (a->tag == TAG_ADVERB ||
	    a->tag == TAG_ADJECTIVE) && (cue == 1 || a[-1].boundary ||
	    a[-1].punct != 0 || a[-1].tag == TAG_CONJUNCTION))
		a->tag = TAG_PRONOUN;
}

/* Palace press officer Ana Lin said: a word before whom it names. */
static void
mend_title(struct parse *parse, size_t i)
{
	struct atom *a = &parse->atoms[i];
	size_t k;

	if (a->tag != TAG_FINITE || (a->classes & (WORD_AUXILIARY |
	    WORD_CAPITAL)) || !(a[1].classes & WORD_PERSON) ||
	    a->percent >= CUE_FAIR || i + 3 >= parse->count ||
	    a[2].tag != TAG_NAME)
		return;
	for (k = i + 3; k < parse->count && k < i + 7 &&
	    parse->atoms[k].tag == TAG_NAME; k++)
		;
	if (k < parse->count && parse->atoms[k].tag == TAG_FINITE &&
	    parse->atoms[k].percent >= CUE_FAIR)
		a->tag = TAG_NOUN;
}

static void
mend_cues(struct parse *parse, size_t first, size_t last)
{
	struct atom *atoms = parse->atoms;
	size_t i;

	for (i = first; i + 1 < parse->count && i < last; i++)
		if (atoms[i + 1].frame != 0)
			mend_first_name(parse, i);
		else if (atoms[i].tag == TAG_FINITE)
			mend_title(parse, i);
	for (i = first > 0 ? first : 1; i < last; i++) {
		if (atoms[i].region != NONE)
			continue;
		if (atoms[i].frame != 0)
			mend_cue(parse, i);
		/* may is no month */
		if (atoms[i].tag == TAG_FINITE &&
		    !(atoms[i].classes & WORD_CAPITAL))
			atoms[i].classes &= ~(unsigned)WORD_TIME;
		if (atoms[i].tag == TAG_FINITE && (atoms[i].frame &
		    FRAME_BARE) && atoms[i].percent >= CUE_SURE) {
			mend_reported(parse, i);
			mend_unchanged(parse, i);
			mend_place(parse, i);
			mend_quantity(parse, i);
		}
		if ((atoms[i].tag == TAG_FINITE || (atoms[i].frame != 0 &&
		    atoms[i].tag == TAG_DONE)) &&
		    (atoms[i].percent >= CUE_FAIR ||
		    (atoms[i].classes & WORD_AUXILIARY)))
			mend_subject(parse, i);
	}
}

/* Whether the noun before an atom can have what a that tells about it. */
static bool
told_about(const struct parse *parse, size_t that)
{
	const struct atom *atoms = parse->atoms;
	size_t i;

	if (atoms[that].tag == TAG_SUBORDINATOR || atoms[that - 1].punct != 0)
		return false;
	/* told investors that */
	for (i = that; i > 0 && that - i < 6 && atoms[i - 1].punct == 0 &&
	    atoms[i - 1].region == NONE; i--)
		if (atoms[i - 1].percent >= CUE_FAIR &&
		    (atoms[i - 1].frame & FRAME_THAT))
			return false;
	return true;
}

/* Said that trials, with their costs, were late: what may be a noun too is the
 * subject of a verb that comes later. */
static void
mend_that(struct parse *parse, size_t first, size_t last)
{
	struct atom *a = parse->atoms;
	size_t i, k;

	for (i = first > 0 ? first : 1; i + 2 < last; i++) {
		if (!(a[i].classes & WORD_THAT) || a[i].region != NONE ||
		    a[i + 1].tag != TAG_FINITE || a[i + 1].region != NONE ||
		    (a[i + 1].classes & (WORD_AUXILIARY | WORD_FINITE)) ||
		    (parse->passage->text.at[a[i + 1].end - 1] != 's' &&
		    !(a[i + 1].classes & WORD_PERSON)) || told_about(parse, i))
			continue;
		for (k = i + 2; k < last && a[k].tag != TAG_WH &&
		    a[k].tag != TAG_SUBORDINATOR && !(a[k].classes & WORD_THAT);
		    k++)
			if (a[k].region == NONE && a[k].tag == TAG_FINITE) {
				if (a[k - 1].tag == TAG_CONJUNCTION)
					break;
				a[i].tag = TAG_SUBORDINATOR;
				a[i + 1].tag = TAG_NOUN;
				break;
			}
	}
}

/* Some Say It Proves Nothing: whether a headline has capitals on all words,
 * also on some that no name has. */
static bool
title_case(const struct parse *parse)
{
	const unsigned never = WORD_PRONOUN | WORD_AUXILIARY | WORD_THAT |
	    WORD_SUBORDINATOR | WORD_POSSESSIVE;
	size_t i, words = 0, capitals = 0;
	bool shown = false;

	if (parse->passage->kind != PASSAGE_HEADING)
		return false;
	for (i = 1; i < parse->count; i++) {
		const struct atom *a = &parse->atoms[i];

		if (a->region != NONE || !(a->classes & WORD_WORD) ||
		    a->end - a->start < 3)
			continue;
		words++;
		if (!(a->classes & WORD_CAPITAL))
			continue;
		capitals++;
		shown = shown || (a->classes & never) ||
		    a->percent >= CUE_FAIR;
	}
	return shown && words >= 3 && 4 * capitals >= 3 * words;
}

/* Reads the words of a headline that are in no name in lower case. */
static void
lower_headline(const struct finder *f, struct parse *parse)
{
	size_t i, k = f->name_first[parse->index];

	for (i = 1; i < parse->count; i++) {
		struct atom *a = &parse->atoms[i];
		struct tag_word *word = &parse->words[a->first];
		char *copy;

		while (k < f->name_first[parse->index + 1] &&
		    f->names[k].end <= a->start)
			k++;
		if (a->region != NONE || !(a->classes & WORD_CAPITAL) ||
		    !(a->classes & WORD_WORD) || a->end - a->start < 2 ||
		    !is_lower(word->text.at[1]) || !is_upper(word->text.at[0])
		    || (k < f->name_first[parse->index + 1] &&
		    f->names[k].start <= a->start &&
		    f->names[k].label.length > 0))
			continue;
		copy = arena_copy(f->arena, word->text.at, word->text.length);
		copy[0] = (char)(copy[0] + 32);
		word->text.at = copy;
		tag_read(word, 1);
		a->classes &= ~(unsigned)WORD_CAPITAL;
	}
}

static void
tag_sentence(const struct finder *f, struct parse *parse, size_t sentence)
{
	const struct sentence *s = &parse->passage->sentences[sentence];
	size_t first, last;

	if (parse->tagged[sentence])
		return;
	parse->tagged[sentence] = true;
	atom_tag(parse, sentence);
	first = atom_of_token(parse, s->first);
	last = atom_of_token(parse, s->last);
	mend_nouns(parse, first, last);
	mend_closed(parse, first, last);
	mend_that(parse, first, last);
	mend_participles(parse, first, last);
	mend_names(f, parse, first, last);
	mend_cues(parse, first, last);
}

/* Spoke in Lima about how: whether a question soon follows. */
static bool
question_follows(const struct parse *parse, const struct atom *a)
{
	const struct atom *stop = parse->atoms + parse->count;

	if (stop > a + QUESTION_MOST)
		stop = a + QUESTION_MOST;
	while (++a < stop)
		if (a->classes & WORD_QUESTION)
			return true;
	return false;
}

/* Whether a word can be a cue, whatever stands about it. */
static bool
may_report(const struct parse *parse, const struct atom *a)
{
	return a->according || a->phrase != 0 || (a->frame != 0 &&
	    (a->percent >= CUE_NEVER || a->inflection != FORM_BASE) &&
	    (a->frame != FRAME_QUESTION || question_follows(parse, a)));
}

/* Claims that; a claim by Lin that. */
static bool
noun_reports(const struct parse *parse, size_t i)
{
	const struct atom *next = &parse->atoms[i + 1];

	return (parse->atoms[i].classes & (WORD_SAYING | WORD_VIEW)) &&
	    i + 1 < parse->count &&
	    (next->classes & (WORD_THAT | WORD_PREPOSITION));
}

void
mend_read(const struct finder *f, struct parse *parse)
{
	const struct passage *p = parse->passage;
	size_t i, s = 0;

	if (title_case(parse))
		lower_headline(f, parse);
	for (i = 0; i < parse->count && p->sentence_count > 0; i++) {
		const struct atom *a = &parse->atoms[i];

		while (s + 1 < p->sentence_count &&
		    p->sentences[s].last <= a->first)
			s++;
		if (a->region != NONE) {
			if (s > 0)
				tag_sentence(f, parse, s - 1);
			tag_sentence(f, parse, s);
			while (s + 1 < p->sentence_count &&
			    p->sentences[s].last < a->last)
				tag_sentence(f, parse, ++s);
			if (s + 1 < p->sentence_count)
				tag_sentence(f, parse, s + 1);
		} else if (may_report(parse, a) || noun_reports(parse, i) ||
		    (i + 1 == parse->count &&
		    (a->punct == ':' || a->punct == ','))) {
			tag_sentence(f, parse, s);
		}
	}
}

void
mend_tag(const struct finder *f, struct parse *parse, size_t atom)
{
	const struct passage *p = parse->passage;
	size_t low = 0, high = p->sentence_count;

	if (atom >= parse->count)
		return;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->sentences[middle].last <= parse->atoms[atom].first)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < p->sentence_count)
		tag_sentence(f, parse, low);
}
