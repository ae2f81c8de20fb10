/*
 * chunk: noun phrases and finite verbs over atoms, by parts of speech (after
 * Abney 1991, Parsing by chunks).
 *
 * Bugs: a phrase behind a preposition belongs to the phrase before it, though
 * it may tell when or where.
 */
#include "parse.h"

#define PHRASE_MOST 24		/* atoms */

/* What can't stand in a noun phrase. */
static bool
breaks(const struct atom *a)
{
	if (a->punct == 'h' || a->region != NONE)
		return a->region != NONE;
	if (a->punct != 0)
		return true;
	return (a->classes & (WORD_THAT | WORD_RELATIVE)) != 0 ||
	    (a->tag == TAG_FINITE && !(a->classes & WORD_CAPITAL));
}

bool
chunk_possessive(const struct parse *parse, size_t i)
{
	const struct atom *a = &parse->atoms[i];
	const char *at = parse->passage->text.at + a->start;
	size_t n = a->end - a->start;

	return i > 0 && a->tag != TAG_FINITE && n > 0 &&
	    ((n == 2 && memcmp(at, "'s", 2) == 0) ||
	    (n == 4 && memcmp(at, "\xe2\x80\x99s", 4) == 0) ||
	    (a->tag == TAG_DETERMINER && at[0] == '\''));
}

static bool
nominal(const struct atom *a)
{
	return a->region == NONE && a->punct == 0 && (a->tag == TAG_NOUN ||
	    a->tag == TAG_NAME || a->tag == TAG_NUMBER ||
	    (a->classes & (WORD_PERSON | WORD_NUMBER)));
}

/* Whether an atom can stand in a phrase, of which next is the one behind it
 * and left the one before it. */
static bool
inside(const struct atom *a, const struct atom *left, const struct atom *next)
{
	if (nominal(a) || a->tag == TAG_ADJECTIVE)
		return true;
	if (next == NULL)
		return false;
	switch (a->tag) {
	case TAG_ADVERB:
		return next->tag == TAG_ADJECTIVE || next->tag == TAG_NUMBER;
	case TAG_DONE:
	case TAG_ING:
		return (nominal(next) || next->tag == TAG_ADJECTIVE) &&
		    (left == NULL || !nominal(left));
	case TAG_BASE:
		/* District Judge Lin */
		return left == NULL && (a->classes & next->classes &
		    WORD_CAPITAL) && nominal(next);
	case TAG_OTHER:
		return left != NULL && (a->classes & WORD_CAPITAL);
	default:
		return false;
	}
}

/* Whether marks end with a comma or stop: an "open wound," Lin said. */
static bool
closes(const struct parse *parse, const struct atom *a)
{
	struct slice s;

	if (a->last - a->first < 3)
		return false;
	s = token_text(parse->passage, a->last - 2);
	return s.length > 0 && strchr(",.?!", s.at[s.length - 1]) != NULL;
}

/* Mother-of-two: a preposition inside a word. */
static bool
hyphened(const struct parse *parse, size_t i)
{
	return i > 0 && i + 1 < parse->count &&
	    parse->atoms[i - 1].punct == 'h' &&
	    parse->atoms[i + 1].punct == 'h';
}

/* Where the noun phrase without prepositions that ends at end begins; end if
 * there is none. */
static size_t
base_before(const struct parse *parse, size_t begin, size_t end)
{
	const struct atom *atoms = parse->atoms;
	size_t i = end;

	if (end <= begin || atoms[end - 1].boundary)
		return end;
	if (atoms[end - 1].tag == TAG_PRONOUN ||
	    (atoms[end - 1].classes & WORD_PRONOUN))
		return end - 1;
	while (i > begin && end - i < PHRASE_MOST) {
		const struct atom *a = &atoms[i - 1];
		const struct atom *left = i - 1 > begin ? a - 1 : NULL;

		if (a->boundary)
			break;
		/* the think-tank */
		if (a->punct == 'h' || chunk_possessive(parse, i - 1) ||
		    hyphened(parse, i - 1) || (i < end && a->punct == 0 &&
		    a->region == NONE && atoms[i].punct == 'h')) {
			i--;
			continue;
		}
		if (a->region != NONE) {
			/* Desmond "Sticks" Laguerre; the "History" page. */
			if (i == end || left == NULL || a->last - a->first > 5
			    || !((left->tag == TAG_NAME &&
			    atoms[i].tag == TAG_NAME) ||
			    left->tag == TAG_DETERMINER) || closes(parse, a))
				break;
			i--;
			continue;
		}
		if (a->punct != 0 || ((a->classes & WORD_TIME) && i < end &&
		    (left == NULL || left->tag == TAG_PREPOSITION ||
		    (left->punct != 0 && left->punct != 'h'))))
			break;
		if (a->tag == TAG_DETERMINER || (a->classes &
		    (WORD_DETERMINER | WORD_POSSESSIVE))) {
			i--;
			if (left == NULL || !(chunk_possessive(parse, i - 1)
			    || left->tag == TAG_DETERMINER ||
			    (i > 1 && hyphened(parse, i - 2))))
				break;
			continue;
		}
		if (!inside(a, left, i < end ? &atoms[i] : NULL))
			break;
		i--;
	}
	return i;
}

bool
chunk_clause_starts(const struct parse *parse, size_t begin, size_t i)
{
	const struct atom *a = &parse->atoms[i > 0 ? i - 1 : 0];

	/* Even Lin, who */
	return i <= begin + (a->tag == TAG_ADVERB) || a->punct != 0 ||
	    a->region != NONE ||
	    a->boundary || a->tag == TAG_SUBORDINATOR ||
	    a->tag == TAG_CONJUNCTION || a->tag == TAG_WH ||
	    (a->classes & (WORD_THAT | WORD_TIME));
}

/* After the attack Clinton said: a name behind a noun is another phrase. */
static size_t
split_names(const struct parse *parse, size_t first, size_t last)
{
	const struct atom *atoms = parse->atoms;
	size_t i;

	for (i = last; i-- > first + 1;)
		if (atoms[i].tag == TAG_NAME && ((atoms[i - 1].classes &
		    WORD_TIME) || (atoms[i - 1].tag == TAG_NOUN &&
		    !(atoms[i - 1].classes & WORD_PERSON))))
			return i;
	return first;
}

/* The noun phrase that ends at end, not before begin: a subject. */
bool
chunk_before(const struct parse *parse, size_t begin, size_t end,
    struct span *np)
{
	const struct atom *atoms = parse->atoms;
	size_t i = base_before(parse, begin, end), base = i, k;

	np->first = i;
	np->last = end;
	if (i >= end || atoms[end - 1].punct != 0)
		return false;
	if (atoms[end - 1].classes & WORD_PRONOUN)
		return true;
	while (i > begin + 1 && end - i < PHRASE_MOST) {
		if (atoms[i - 1].tag == TAG_CONJUNCTION) {
			/* Two names, or all that the clause begins with. */
			k = base_before(parse, begin, i - 1);
			if (k == i - 1 ||
			    !(chunk_clause_starts(parse, begin, k) ||
			    (atoms[i - 2].tag == TAG_NAME &&
			    atoms[i].tag == TAG_NAME)))
				break;
		} else if (atoms[i - 1].tag == TAG_PREPOSITION &&
		    !(atoms[i - 1].classes & WORD_SUBORDINATOR)) {
			k = base_before(parse, begin, i - 1);
			if (k == i - 1) {
				if (chunk_clause_starts(parse, begin, i - 1))
					i = split_names(parse, i, end);
				break;
			}
		} else {
			break;
		}
		i = k;
	}
	/* Last week is no subject; a teacher of five years is. */
	if ((atoms[end - 1].classes & WORD_TIME) && i == base)
		return false;
	while (i < end && (atoms[i].punct != 0 || (atoms[i].classes &
	    WORD_CONJUNCTION)))
		i++;
	np->first = i;
	return i < end;
}

/* Whether a noun phrase begins here. */
bool
chunk_starts(const struct parse *parse, size_t i)
{
	const struct atom *a = &parse->atoms[i];

	if (a->region != NONE || a->punct != 0)
		return false;
	if (a->classes & (WORD_DETERMINER | WORD_PRONOUN | WORD_POSSESSIVE |
	    WORD_CAPITAL))
		return true;
	return (a->classes & WORD_WORD) && !(a->classes & (WORD_PREPOSITION |
	    WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_AUXILIARY | WORD_BE |
	    WORD_RELATIVE | WORD_THAT | WORD_QUESTION | WORD_ADVERB |
	    WORD_TIME | WORD_OBJECT));
}

/* The noun phrase that begins at begin, with its of-phrases. */
bool
chunk_after(const struct parse *parse, size_t begin, size_t end,
    struct span *np)
{
	const struct atom *atoms = parse->atoms;
	size_t i = begin;
	bool named = false;

	if (begin >= end || !chunk_starts(parse, begin))
		return false;
	np->first = begin;
	if (atoms[begin].classes & WORD_PRONOUN) {
		np->last = begin + 1;
		return true;
	}
	while (i < end && i - begin < PHRASE_MOST) {
		const struct atom *a = &atoms[i];

		if (chunk_possessive(parse, i)) {
			i++;
			continue;
		}
		/* A nickname: Desmond "Sticks" Laguerre. */
		if (a->region != NONE && named && i + 1 < end &&
		    a->last - a->first <= 5 &&
		    (atoms[i + 1].classes & WORD_CAPITAL)) {
			i++;
			continue;
		}
		if (i > begin && a->tag == TAG_DETERMINER &&
		    atoms[i - 1].tag != TAG_PREPOSITION &&
		    atoms[i - 1].tag != TAG_DETERMINER)
			break;
		/* one of them */
		if ((a->classes & WORD_OBJECT) && i > begin + 1 &&
		    atoms[i - 1].tag == TAG_PREPOSITION && slice_is(token_text(
		    parse->passage, atoms[i - 1].first), "of")) {
			np->last = i + 1;
			return true;
		}
		/* the Morning Post: of the phrase, not when it was */
		if (breaks(a) || (i > begin && ((a->classes & (WORD_PRONOUN |
		    WORD_OBJECT | WORD_AUXILIARY | WORD_BE |
		    WORD_QUESTION)) ||
		    ((a->classes & WORD_TIME) &&
		    !(atoms[i - 1].classes & WORD_TIME) &&
		    atoms[i - 1].tag != TAG_DETERMINER))))
			break;
		/* Lund and Kiel; Lin and others */
		if ((a->classes & WORD_CONJUNCTION) && !(i + 1 < end &&
		    i > begin && (atoms[i - 1].classes & WORD_CAPITAL) &&
		    ((atoms[i + 1].classes & WORD_CAPITAL) ||
		    slice_is(token_text(parse->passage, atoms[i + 1].first),
		    "others"))))
			break;
		if ((a->classes & WORD_SUBORDINATOR) &&
		    !(a->classes & WORD_PREPOSITION))
			break;
		if ((a->classes & WORD_PREPOSITION) && !hyphened(parse, i)) {
			struct slice s = token_text(parse->passage, a->first);
			bool of = slice_is(s, "of");

			if (!of && (named || !(slice_is(s, "for") ||
			    slice_is(s, "at") || slice_is(s, "with") ||
			    slice_is(s, "by") || (slice_is(s, "in") &&
			    i + 1 < end && (atoms[i + 1].classes &
			    WORD_DETERMINER)))))
				break;
		}
		if (i > begin && (a->classes & WORD_ADVERB) &&
		    !(a->classes & WORD_CAPITAL))
			break;
		if ((a->classes & (WORD_CAPITAL | WORD_TIME)) == WORD_CAPITAL &&
		    ((i > begin && !(a->classes & WORD_PERSON)) ||
		    (i + 1 < end && !(atoms[i + 1].classes & WORD_CAPITAL))))
			named = true;
		i++;
		if (a->boundary)
			break;
	}
	np->last = i;
	return i > begin;
}

/* Whether a finite verb, or a marked span, is there. */
bool
chunk_finite(const struct parse *parse, size_t begin, size_t end)
{
	size_t i;

	for (i = begin; i < end; i++) {
		const struct atom *a = &parse->atoms[i];

		if (a->region != NONE || a->tag == TAG_FINITE)
			return true;
	}
	return false;
}
