/*
 * types: one type for all names of a form (names.h).
 *
 * 1. What the model and the evidence say of each place is added up by form,
 *    so one clear place decides for the doubtful ones.
 * 2. What the second model says of each place (span.h), which knows the types
 *    of the names beside it by now, is added likewise.
 * 3. Forms that belong together speak for each other: a person's full name for
 *    its parts, a name for its initials and for what stands in brackets behind
 *    it, an organisation for its first or last word.
 * 4. In a list the sure names speak for the doubtful.
 * 5. What looks like a person of one name, but nowhere has a given name or a
 *    title, and is spoken of as a land, is one (lands.c).
 */
#include "../lexicon.h"
#include "acronym.h"
#include "lands.h"
#include "span.h"

extern const unsigned char blob_type[];

enum {
	MOST = 48,		/* of what one place says against a type */
	PERSON = 48, GIVEN = 32, STORM = 96, INITIALS = 40, BRACKETS = 64,
	PART = 40, SIDE = 48, OF_PERSON = 48, BEHIND_BODY = 64,
	FIRM = 80, LAND = 32, LISTED_SURE = 32, LISTED = 40,
	PAIRED = 24,
	COMMON = 13,		/* by its places, for a name persons bear */
	SPAN_PART = 2,		/* of what the second model says counts */
	SPAN_SURE = 64,		/* of types that it is not asked for */
	LONGEST = 8		/* words of a name with parts */
};

struct form {
	int sum[NAMES_TYPES];
	int spans[NAMES_TYPES];	/* of the second model */
	int count;		/* of names */
	int land;		/* what speaks for one */
	bool place;		/* stands as places do */
	enum entity_label label;
	int margin;		/* over the next */
};

struct typing {
	struct names *names;
	struct names_index index;	/* of forms, then of their parts */
	struct form *forms;
	size_t *form_of;		/* by name */
	size_t count;
	bool sport;
};

enum key { KEY_FORM = 1, KEY_PLACE, KEY_PERSON, KEY_FIRM, KEY_GIVEN, KEY_PART,
	KEY_STORM, KEY_INITIALS };

/* Of the words as they are but for ASCII capitals. */
static uint64_t
key_of(const struct names *names, enum key key, size_t first, size_t last)
{
	uint64_t h = gazetteer_fold(0, key);

	/* Few long words differ in their capitals alone. */
	for (; first < last; first++) {
		const struct tagger_word *w = &names->words[first];

		h = gazetteer_fold(h, key != KEY_FORM || w->text.length > 3 ?
		    w->lower : w->exact);
	}
	return h;
}

/* Ruth Moe of Dagbladet: what a person of two names and more is of. */
static bool
of_person(const struct names *names, size_t i)
{
	const struct name *n = &names->all[i];
	const struct name *before = i > 0 ? n - 1 : NULL;

	return before != NULL && before->label == ENTITY_PER &&
	    before->last - before->first > 1 && before->last + 1 == n->first &&
	    before->sentence == n->sentence &&
	    slice_is(names->words[before->last].text, "of");
}

/* "Bishop" Ana Lin of Kalookan: of the name behind one of a person. */
static bool
is_see(const struct names *names, const struct name *n)
{
	return n[-1].first > names_begin(names, n->sentence) &&
	    evidence_noun_is(&names->words[n[-1].first - 1], "see");
}

/* President of the Kenyan Senate Amason Kingi: behind a title of a body. */
static bool
behind_body(const struct names *names, size_t i)
{
	const struct name *n = &names->all[i];
	const struct name *before = i > 0 ? n - 1 : NULL;
	const struct tagger_word *words = names->words;
	size_t k, begin = names_begin(names, n->sentence);

	if (before == NULL || before->label != ENTITY_ORG ||
	    before->last != n->first || before->sentence != n->sentence)
		return false;
	k = before->first;
	if (k > begin && slice_is(words[k - 1].text, "the"))
		k--;
	return k > begin + 1 && slice_is(words[k - 1].text, "of") &&
	    evidence_is_title(&words[k - 2]);
}

/* "in Osaka", but not "a stake in Osaka" */
static bool
is_where(const struct names *names, const struct name *n)
{
	static const char *const words[] = { "in", "In", "near", "at",
	    "around", "outside" };
	size_t begin = names_begin(names, n->sentence), i;
	const struct tagger_word *w;

	if (n->first == begin)
		return false;
	w = names->words + n->first - 1;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is(w->text, words[i]))
			return n->first < begin + 2 ||
			    !evidence_noun_is(w - 1, "of");
	return false;
}

static void
add_up(struct typing *t)
{
	struct names *names = t->names;
	size_t i, *at;
	int k;

	for (i = 0; i < names->count; i++) {
		struct name *n = &names->all[i];
		struct context c = { names->words,
		    names_begin(names, n->sentence),
		    names->ends[n->sentence], t->sport };
		struct form *f;

		/* The town of a dateline says nothing of its side. */
		at = names_index_at(&t->index, key_of(names, t->sport &&
		    n->first == c.begin && names->words[n->first].form ==
		    TAGGER_UPPER ? KEY_PLACE : KEY_FORM, n->first, n->last));
		if (*at == 0)
			*at = ++t->count;
		t->form_of[i] = *at - 1;
		f = &t->forms[*at - 1];
		evidence_read(&c, n, f->sum);
		evidence_predicate(&c, n, f->sum);
		if (n->last - n->first == 1)
			f->land += lands_read(&c, names, i);
		f->place |= is_where(names, n);
		if (behind_body(names, i))
			f->sum[ENTITY_PER] += BEHIND_BODY;
		if (of_person(names, i)) {
			f->sum[ENTITY_PER] -= OF_PERSON;
			if (is_see(names, n))
				f->sum[ENTITY_LOC] += OF_PERSON;
		}
		for (k = 0; k < NAMES_TYPES; k++)
			f->sum[k] += n->support[k] < -MOST ? -MOST :
			    n->support[k];
		f->count++;
	}
	/* Places of one name err alike: the third says less than the first. */
	for (i = 0; i < t->count; i++)
		for (k = 0; k < NAMES_TYPES; k++)
			t->forms[i].sum[k] = t->forms[i].sum[k] * 2 /
			    (t->forms[i].count + 1);
}

static void
decide(struct typing *t)
{
	size_t i;
	int k, best, other;

	for (i = 0; i < t->count; i++) {
		struct form *f = &t->forms[i];

		for (k = best = 0; k < NAMES_TYPES; k++)
			best = f->sum[k] > f->sum[best] ? k : best;
		other = best == 0;
		for (k = 0; k < NAMES_TYPES; k++)
			if (k != best && f->sum[k] > f->sum[other])
				other = k;
		f->label = (enum entity_label)best;
		f->margin = f->sum[best] - f->sum[other];
	}
}

static struct span_fellow
fellow(const struct typing *t, const struct name *n, size_t i)
{
	const struct name *other;
	struct span_fellow f = { -1, 0 };

	if (i >= t->names->count)
		return f;
	other = &t->names->all[i];
	if (other->sentence != n->sentence)
		return f;
	f.type = (int)t->forms[t->form_of[i]].label;
	f.between = i < (size_t)(n - t->names->all) ? n->first - other->last :
	    other->first - n->last;
	return f;
}

/* By the types that the forms have so far; the sure ones stay. */
static void
read_spans(struct typing *t)
{
	const struct names *names = t->names;
	size_t i;
	int k;

	for (i = 0; i < names->count; i++) {
		const struct name *n = &names->all[i];
		struct form *f = &t->forms[t->form_of[i]];
		size_t begin = names_begin(names, n->sentence);
		struct span s = { names->words + begin,
		    names->ends[n->sentence] - begin, n->first - begin,
		    n->last - begin, { 0 }, fellow(t, n, i - 1),
		    fellow(t, n, i + 1) };

		if (f->margin >= SPAN_SURE)
			continue;
		for (k = 0; k < NAMES_TYPES; k++)
			s.support[k] = n->support[k];
		span_read(&s, (const void *)blob_type, f->spans);
	}
	for (i = 0; i < t->count; i++)
		for (k = 0; k < NAMES_TYPES; k++)
			t->forms[i].sum[k] += t->forms[i].spans[k] * 2 /
			    (SPAN_PART * (t->forms[i].count + 1));
}

/* Notes the parts of names of several words. */
static void
note_parts(struct typing *t)
{
	const struct names *names = t->names;
	size_t i, k;

	for (i = 0; i < names->count; i++) {
		const struct name *n = &names->all[i];
		enum entity_label label = t->forms[t->form_of[i]].label;

		if (n->last - n->first < 2)
			continue;
		if (label == ENTITY_MISC && has_role(&names->words[
		    n->last - 2], "storm"))
			*names_index_at(&t->index, key_of(names, KEY_STORM,
			    n->last - 1, n->last)) = 1;
		if (label == ENTITY_PER) {
			for (k = n->last - n->first > LONGEST ?
			    n->last - LONGEST : n->first + 1; k < n->last; k++)
				*names_index_at(&t->index, key_of(names,
				    KEY_PERSON, k, n->last)) = 1;
			*names_index_at(&t->index, key_of(names, KEY_GIVEN,
			    n->first, n->first + 1)) = 1;
		}
		if (label != ENTITY_ORG)
			continue;
		if (t->sport || evidence_proper(names->words, n->first,
		    n->last))
			*names_index_at(&t->index, key_of(names, KEY_PART,
			    n->first, n->first + 1)) = 1;
		*names_index_at(&t->index, key_of(names, KEY_PART,
		    n->last - 1, n->last)) = 1;
		if (evidence_is_firm(names->words, n->first, n->last))
			*names_index_at(&t->index, key_of(names, KEY_FIRM,
			    n->first, n->first + 1)) = 1;
	}
}

static bool
noted(struct typing *t, enum key key, const struct name *n)
{
	return names_index_find(&t->index, key_of(t->names, key, n->first,
	    n->last)) != 0;
}

static void
read_parts(struct typing *t)
{
	const struct names *names = t->names;
	bool *seen = arena_alloc(names->arena, t->count + 1, sizeof(*seen));
	size_t i;

	for (i = 0; i < names->count; i++) {
		const struct name *n = &names->all[i];
		struct form *f = &t->forms[t->form_of[i]];
		uint32_t kinds = names->words[n->first].kinds;

		if (seen[t->form_of[i]])
			continue;
		seen[t->form_of[i]] = true;
		if (noted(t, KEY_PERSON, n))
			f->sum[ENTITY_PER] += PERSON;
		if (n->last - n->first > 1)
			continue;
		if (noted(t, KEY_GIVEN, n) && (kinds & GAZETTEER_FIRST))
			f->sum[ENTITY_PER] += GIVEN;
		if (noted(t, KEY_STORM, n))
			f->sum[ENTITY_MISC] += STORM;
		/* "Osaka Gas Co" makes Osaka a firm where nothing is. */
		if (noted(t, KEY_FIRM, n) && (kinds & (GAZETTEER_COUNTRY |
		    GAZETTEER_REGION | GAZETTEER_DEMONYM |
		    GAZETTEER_FIRST)) == 0 && ((kinds & GAZETTEER_CITY) == 0 ||
		    (!f->place && names->words[n->first].class !=
		    GAZETTEER_LOCATION)))
			f->sum[ENTITY_ORG] += FIRM;
		else if (noted(t, KEY_PART, n) && (t->sport || !(kinds &
		    (GAZETTEER_CITY | GAZETTEER_COUNTRY | GAZETTEER_REGION |
		    GAZETTEER_DEMONYM | GAZETTEER_FIRST))))
			f->sum[ENTITY_ORG] += t->sport ? SIDE : PART;
	}
}

static size_t *
initials_at(struct typing *t, const uint32_t *letters, size_t count)
{
	uint64_t h = gazetteer_fold(0, KEY_INITIALS);
	size_t i;

	for (i = 0; i < count; i++)
		h = gazetteer_fold(h, letters[i]);
	return names_index_at(&t->index, h);
}

static void
read_acronyms(struct typing *t)
{
	const struct names *names = t->names;
	uint32_t s[ACRONYM_MOST];
	size_t i, n, *at;
	int small;

	for (i = 0; i < names->count; i++) {
		const struct name *name = &names->all[i];
		const struct form *f = &t->forms[t->form_of[i]];

		if (name->last - name->first < 2 || f->label == ENTITY_PER)
			continue;
		for (small = 0; small < 2; small++) {
			n = acronym_initials(names, name, small != 0, s);
			at = initials_at(t, s, n);
			if (n > 1 && *at == 0)
				*at = (size_t)f->label + 1;
		}
		/* but not "Seoul, South Korea (AP)" */
		if (i + 1 < names->count && acronym_in_brackets(names, name,
		    name + 1) && evidence_known(names->words, name[1].first,
		    name[1].last) == LEXICON_NONE)
			t->forms[t->form_of[i + 1]].sum[f->label] += BRACKETS;
	}
	for (i = 0; i < names->count; i++) {
		n = acronym_letters(names, &names->all[i], s);
		if (n < 2 || *(at = initials_at(t, s, n)) == 0)
			continue;
		t->forms[t->form_of[i]].sum[*at - 1] += INITIALS;
	}
}

static void
read_lands(struct typing *t)
{
	const struct names *names = t->names;
	size_t i;

	for (i = 0; i < names->count; i++) {
		const struct name *n = &names->all[i];
		struct form *f = &t->forms[t->form_of[i]];
		bool common = (names->words[n->first].kinds &
		    (GAZETTEER_FIRST | GAZETTEER_LAST)) != 0;

		if (f->label != ENTITY_PER || f->land < LANDS_ENOUGH ||
		    (common && f->land * 2 < COMMON * (f->count + 1)) ||
		    noted(t, KEY_PERSON, n) || noted(t, KEY_GIVEN, n))
			continue;
		f->sum[ENTITY_LOC] = f->sum[ENTITY_PER] + LAND;
	}
}

/* Whether the form could be a land if its fellow is one. */
static bool
is_open(struct typing *t, size_t i)
{
	const struct name *n = &t->names->all[i];
	const struct form *f = &t->forms[t->form_of[i]];

	return (f->label == ENTITY_PER || (f->label == ENTITY_ORG &&
	    f->margin < LISTED_SURE)) &&
	    n->last - n->first == 1 &&
	    t->names->words[n->first].kinds == 0 &&
	    !noted(t, KEY_PERSON, n) && !noted(t, KEY_GIVEN, n) &&
	    f->land >= 0;
}

/* "between Norway and X" */
static void
read_fellows(struct typing *t)
{
	const struct names *names = t->names;
	size_t i;

	for (i = 0; i + 1 < names->count; i++) {
		const struct name *n = &names->all[i];
		struct form *a = &t->forms[t->form_of[i]];
		struct form *b = &t->forms[t->form_of[i + 1]];

		if (n[1].sentence != n->sentence ||
		    n[1].first != n->last + 1 ||
		    !slice_is(names->words[n->last].text, "and") ||
		    n->first == names_begin(names, n->sentence) ||
		    !slice_is(names->words[n->first - 1].text, "between"))
			continue;
		if (a->label == ENTITY_LOC && is_open(t, i + 1))
			b->sum[ENTITY_LOC] = b->sum[b->label] + LAND;
		else if (b->label == ENTITY_LOC && is_open(t, i))
			a->sum[ENTITY_LOC] = a->sum[a->label] + LAND;
	}
}

/* "in" A ", in" B, "from" A "to" B: of name n and the one in front. */
static bool
are_beside(const struct names *names, const struct name *n)
{
	const struct tagger_word *w = names->words + n->first;

	if (n[-1].sentence != n->sentence || n->last - n->first != 1 ||
	    n[-1].first == names_begin(names, n->sentence))
		return false;
	if (n[-1].last + 1 == n->first)
		return slice_is(w[-1].text, "to") && slice_is(
		    names->words[n[-1].first - 1].text, "from");
	return n[-1].last + 2 == n->first && slice_is(w[-1].text, "in") &&
	    (slice_is(w[-2].text, ",") || slice_is(w[-2].text, "and") ||
	    slice_is(w[-2].text, "or")) && is_where(names, n - 1);
}

/* "in Timaru, in Gore": where what stands in front is a place. */
static void
read_beside(struct typing *t)
{
	const struct names *names = t->names;
	size_t i;

	for (i = 1; i < names->count; i++) {
		const struct name *n = &names->all[i];
		struct form *f = &t->forms[t->form_of[i]];

		if (f->label != ENTITY_PER || !are_beside(names, n) ||
		    t->forms[t->form_of[i - 1]].label != ENTITY_LOC ||
		    noted(t, KEY_PERSON, n) || noted(t, KEY_GIVEN, n))
			continue;
		f->sum[ENTITY_LOC] = f->sum[ENTITY_PER] + LAND;
	}
}

/* Whether only a comma, "and" or "or" stands between a name and the next. */
static int
is_listed(const struct names *names, size_t i)
{
	const struct name *n = &names->all[i];
	const struct tagger_word *w = names->words + n->last;
	size_t between;

	if (i + 1 >= names->count || n[1].sentence != n->sentence)
		return 0;
	between = n[1].first - n->last;
	if (between == 1 && slice_is(w->text, ","))
		return 1;
	if (between > 1 && slice_is(w->text, ",")) {
		w++;
		between--;
	}
	if (between == 2 && slice_is(w[1].text, "the"))
		between--;
	return between == 1 && (slice_is(w->text, "and") ||
	    slice_is(w->text, "or") || slice_is(w->text, "&")) ? 2 : 0;
}

/* Whether a name of one type may be of another by the gazetteer. */
static bool
may_be(const struct names *names, size_t i, enum entity_label label, int other)
{
	const struct name *n = &names->all[i];
	uint32_t kinds = names->words[n->first].kinds;

	if (other == ENTITY_PER)
		return (kinds & (GAZETTEER_COMPANY | GAZETTEER_ORG |
		    GAZETTEER_CLUB | GAZETTEER_COUNTRY)) == 0;
	if (label == ENTITY_PER)
		return n->last - n->first == 1 ||
		    (kinds & GAZETTEER_FIRST) == 0;
	return label != ENTITY_MISC || (kinds & GAZETTEER_DEMONYM) == 0;
}

/* What the sure names of names [first, last) are, the others likely are. */
static void
read_list(struct typing *t, size_t first, size_t last)
{
	int sure[NAMES_TYPES] = { 0 }, k, best = 0, other = 0;
	size_t i;

	for (i = first; i < last; i++) {
		const struct form *f = &t->forms[t->form_of[i]];

		if (f->margin >= LISTED_SURE)
			sure[f->label]++;
	}
	for (k = 0; k < NAMES_TYPES; k++) {
		best = sure[k] > sure[best] ? k : best;
		other += sure[k];
	}
	if (sure[best] == 0 || other != sure[best])
		return;
	for (i = first; i < last; i++) {
		struct form *f = &t->forms[t->form_of[i]];

		if (f->margin < LISTED_SURE && (int)f->label != best &&
		    may_be(t->names, i, f->label, best))
			f->sum[best] += last - first > 2 ? LISTED : PAIRED;
	}
}

/* "Paris, Harrogate and Vestra" */
static void
read_lists(struct typing *t)
{
	size_t i, first = 0;
	bool ends = false;
	int link;

	for (i = 0; i < t->names->count; i++) {
		link = is_listed(t->names, i);
		if (link == 1 && !ends)
			continue;
		if (link == 2 && !ends) {
			ends = true;
			continue;
		}
		if (ends)
			read_list(t, first, i + 1);
		ends = false;
		first = i + 1;
	}
}

void
names_type(struct names *names)
{
	struct arena_mark mark = arena_mark(names->arena);
	struct typing *t = arena_alloc(names->arena, 1, sizeof(*t));
	size_t i;

	t->names = names;
	t->forms = arena_alloc(names->arena, names->count + 1,
	    sizeof(*t->forms));
	t->form_of = arena_alloc(names->arena, names->count + 1,
	    sizeof(*t->form_of));
	names_index_init(&t->index, names->arena);
	t->sport = names->sport = evidence_of_sport(names->words,
	    names->sentence_count == 0 ? 0 :
	    names->ends[names->sentence_count - 1]);
	add_up(t);
	decide(t);
	read_spans(t);
	decide(t);
	note_parts(t);
	read_parts(t);
	read_acronyms(t);
	decide(t);
	read_lands(t);
	decide(t);
	read_fellows(t);
	read_beside(t);
	decide(t);
	read_lists(t);
	decide(t);
	for (i = 0; i < names->count; i++) {
		struct name *n = &names->all[i];

		if (n->fixed)
			continue;
		n->label = t->forms[t->form_of[i]].label;
		n->type_margin = t->forms[t->form_of[i]].margin;
	}
	arena_release(names->arena, mark);
}
