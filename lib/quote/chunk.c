/*
 * chunk: a light parser over the tokens of a paragraph.
 *
 * Tokens outside marks and whole marked spans become atoms with their word
 * classes (quote-words) and, for reporting verbs, their frames
 * (reporting-verbs).  Noun phrases are found by walking from a verb to the
 * nearest word that can't belong to one (after Abney 1991, Parsing by chunks).
 *
 * Bugs: verbs that are neither auxiliaries nor reporting verbs are told from
 * nouns by what stands beside them only.
 */
#include <unicode/uchar.h>

#include "../lexicon.h"
#include "parse.h"

#define PHRASE_MOST 24		/* atoms */

extern const struct lexicon lexicon_quote_words;
extern const struct lexicon lexicon_reporting_verbs;
extern const int8_t blob_tag[];

static unsigned
classes_of(struct slice letters)
{
	static const char names[] = "dpgrcuxbltwamohMFODf";
	static const unsigned bits[] = {
		WORD_DETERMINER, WORD_PRONOUN, WORD_POSSESSIVE,
		WORD_PREPOSITION, WORD_CONJUNCTION, WORD_SUBORDINATOR,
		WORD_AUXILIARY, WORD_BE, WORD_RELATIVE, WORD_THAT,
		WORD_QUESTION, WORD_ADVERB, WORD_TIME, WORD_OBJECT,
		WORD_PERSON, WORD_MALE, WORD_FEMALE, WORD_ORGANISATION,
		WORD_DOCUMENT, WORD_FINITE
	};
	unsigned classes = 0;
	size_t i;

	for (i = 0; i < letters.length; i++) {
		const char *at = strchr(names, letters.at[i]);

		if (at != NULL && *at != '\0')
			classes |= bits[at - names];
	}
	return classes;
}

static void
read_verb(struct atom *atom, struct slice s)
{
	size_t row = lexicon_find_folded(&lexicon_reporting_verbs, s);
	struct slice cell;
	size_t i;

	if (row == LEXICON_NONE)
		return;
	cell = lexicon_cell(&lexicon_reporting_verbs, row, 2);
	atom->inflection = slice_is(cell, "base") ? FORM_BASE :
	    slice_is(cell, "s") ? FORM_S :
	    slice_is(cell, "ing") ? FORM_ING : FORM_PAST;
	cell = lexicon_cell(&lexicon_reporting_verbs, row, 3);
	for (i = 0; i < cell.length; i++) {
		const char *at = strchr("stqnow", cell.at[i]);

		if (at != NULL && *at != '\0')
			atom->frame |= 1u << (at - "stqnow");
	}
	cell = lexicon_cell(&lexicon_reporting_verbs, row, 4);
	for (i = 0; i < cell.length; i++)
		atom->percent = atom->percent * 10 + (cell.at[i] - '0');
}

static void
read_atom(struct atom *atom, const struct passage *p, size_t i)
{
	const struct token *token = &p->tokens[i];
	struct slice s = token_text(p, i);
	size_t at = 0, row;
	int32_t c = utf8_next(s, &at);

	if (token->label == TOKEN_WORD) {
		atom->classes = WORD_WORD;
		if (u_isupper(c))
			atom->classes |= WORD_CAPITAL;
		row = lexicon_find_folded(&lexicon_quote_words, s);
		if (row != LEXICON_NONE)
			atom->classes |= classes_of(lexicon_cell(
			    &lexicon_quote_words, row, 1));
		read_verb(atom, s);
		atom->according = s.length == 9 &&
		    memcmp(s.at + 1, "ccording", 8) == 0;
	} else if (token->label == TOKEN_NUMBER) {
		atom->classes = WORD_NUMBER;
	} else if (c < 0x80 && strchr(",.:;()?![]", (char)c) != NULL) {
		atom->punct = (char)c;
		if (atom->punct == '[')
			atom->punct = '(';
		if (atom->punct == ']')
			atom->punct = ')';
	} else if (c == 0x2013 || c == 0x2014 ||
	    slice_is(s, "--") || slice_is(s, "-")) {
		/* A hyphen inside a word has no blanks about it. */
		atom->punct = c == '-' && s.length == 1 && token->glued ?
		    'h' : '-';
	} else if (c == '&') {
		atom->classes = WORD_CAPITAL;
	} else {
		atom->punct = 'x';
	}
}

/* Parts of speech of all tokens, sentence by sentence. */
static struct tag_word *
tag_tokens(const struct passage *p, struct arena *arena)
{
	struct tag_word *words = arena_alloc(arena, p->token_count + 1,
	    sizeof *words);
	size_t i;

	for (i = 0; i < p->token_count; i++)
		words[i].text = token_text(p, i);
	for (i = 0; i < p->sentence_count; i++)
		tag_words(words + p->sentences[i].first,
		    p->sentences[i].last - p->sentences[i].first, blob_tag);
	return words;
}

void
chunk_atoms(struct parse *parse, struct arena *arena)
{
	const struct passage *p = parse->passage;
	struct tag_word *words = tag_tokens(p, arena);
	size_t i = 0, region = 0, sentence = 0;

	parse->atoms = arena_alloc(arena, p->token_count + 1,
	    sizeof *parse->atoms);
	while (i < p->token_count) {
		struct atom *atom = &parse->atoms[parse->count++];

		atom->first = i;
		atom->region = NONE;
		if (region < parse->region_count &&
		    parse->regions[region].first == i) {
			i = parse->regions[region].last;
			atom->region = region++;
		} else {
			read_atom(atom, p, i);
			atom->tag = (enum tag)words[i].tag;
			i++;
		}
		atom->last = i;
		atom->start = p->tokens[atom->first].start;
		atom->end = p->tokens[i - 1].end;
		while (sentence < p->sentence_count &&
		    p->sentences[sentence].last < i)
			sentence++;
		atom->boundary = i == p->token_count ||
		    (sentence < p->sentence_count &&
		    p->sentences[sentence].last == i);
	}
}

/* What can't stand in a noun phrase. */
static bool
breaks(const struct atom *a)
{
	if (a->punct == 'h' || a->region != NONE)
		return a->region != NONE;
	if (a->punct != 0)
		return true;
	return (a->classes & (WORD_THAT | WORD_RELATIVE | WORD_FINITE)) != 0 &&
	    (a->end - a->start != 2 || !(a->classes & WORD_FINITE) ||
	    (a->classes & WORD_WORD) != 0) &&
	    !(a->classes & WORD_CAPITAL && a->classes & WORD_TIME);
}

static bool
possessive_clitic(const struct parse *parse, size_t i)
{
	const struct atom *a = &parse->atoms[i];
	const char *at = parse->passage->text.at + a->start;
	size_t n = a->end - a->start;

	return i > 0 && ((n == 2 && memcmp(at, "'s", 2) == 0) ||
	    (n == 4 && memcmp(at, "\xe2\x80\x99s", 4) == 0));
}

/* The noun phrase that ends at end, not before begin: a subject. */
bool
chunk_before(const struct parse *parse, size_t begin, size_t end,
    struct span *np)
{
	const struct atom *atoms = parse->atoms;
	size_t i = end, k, det;

	if (end <= begin)
		return false;
	if (atoms[end - 1].classes & WORD_PRONOUN) {
		np->first = end - 1;
		np->last = end;
		return true;
	}
	while (i > begin && end - i < PHRASE_MOST) {
		const struct atom *a = &atoms[i - 1];

		if (possessive_clitic(parse, i - 1)) {
			i--;
			continue;
		}
		if (a->boundary || breaks(a) ||
		    (a->classes & (WORD_PRONOUN | WORD_OBJECT)) ||
		    (a->classes & WORD_SUBORDINATOR))
			break;
		if ((a->classes & WORD_CONJUNCTION) && !(i - 1 > begin &&
		    (atoms[i - 2].classes & WORD_CAPITAL) && i < end &&
		    (atoms[i].classes & WORD_CAPITAL)))
			break;
		if (a->frame != 0 && a->percent >= 60 &&
		    !(a->classes & (WORD_CAPITAL | WORD_PERSON)))
			break;
		i--;
	}
	while (i < end && (atoms[i].punct != 0 ||
	    ((atoms[i].classes & (WORD_ADVERB | WORD_CONJUNCTION)) &&
	    !(atoms[i].classes & (WORD_TIME | WORD_DETERMINER)))))
		i++;
	/* "On Monday the president": the phrase begins behind it. */
	if (i < end && (atoms[i].classes & (WORD_PREPOSITION | WORD_TIME))) {
		det = NONE;
		for (k = i + 1; k < end; k++)
			if ((atoms[k].classes & (WORD_DETERMINER |
			    WORD_POSSESSIVE)) && k > 0 &&
			    !(atoms[k - 1].classes & WORD_PREPOSITION)) {
				det = k;
				break;
			}
		if (det == NONE)
			for (k = i + 1; k < end; k++)
				if ((atoms[k].classes & WORD_CAPITAL) &&
				    (atoms[k - 1].classes & (WORD_TIME |
				    WORD_NUMBER)) &&
				    !(atoms[k].classes & WORD_TIME))
					det = k;
		if (det == NONE)
			return false;
		i = det;
	}
	np->first = i;
	np->last = end;
	return i < end && !(atoms[end - 1].classes & (WORD_PREPOSITION |
	    WORD_TIME)) && atoms[end - 1].punct == 0;
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

		if (possessive_clitic(parse, i)) {
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
		if (breaks(a) || (i > begin && (a->classes & (WORD_PRONOUN |
		    WORD_OBJECT | WORD_AUXILIARY | WORD_BE | WORD_TIME))))
			break;
		if ((a->classes & WORD_CONJUNCTION) && !(i + 1 < end &&
		    i > begin && (atoms[i - 1].classes & WORD_CAPITAL) &&
		    (atoms[i + 1].classes & WORD_CAPITAL)))
			break;
		if ((a->classes & WORD_SUBORDINATOR) &&
		    !(a->classes & WORD_PREPOSITION))
			break;
		if (a->classes & WORD_PREPOSITION) {
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
		if ((a->classes & WORD_CAPITAL) && i > begin &&
		    !(a->classes & WORD_PERSON))
			named = true;
		if ((a->classes & WORD_CAPITAL) && i + 1 < end &&
		    (atoms[i + 1].classes & WORD_CAPITAL) == 0)
			named = true;
		i++;
		if (a->boundary)
			break;
	}
	np->last = i;
	return i > begin;
}

/* Whether something there looks like a verb that is finite. */
bool
chunk_finite(const struct parse *parse, size_t begin, size_t end)
{
	size_t i;

	for (i = begin; i < end; i++) {
		const struct atom *a = &parse->atoms[i];
		const char *text = parse->passage->text.at;

		if (a->region != NONE || (a->classes & WORD_FINITE) ||
		    (a->frame != 0 && a->inflection != FORM_ING))
			return true;
		if (i > begin && (a->classes & WORD_WORD) &&
		    !(a->classes & (WORD_CAPITAL | WORD_DETERMINER)) &&
		    a->end - a->start > 2 &&
		    (memcmp(text + a->end - 2, "ed", 2) == 0 ||
		    text[a->end - 1] == 's' ||
		    (i > 0 && (parse->atoms[i - 1].classes & WORD_PRONOUN))))
			return true;
	}
	return false;
}
