/*
 * atom: tokens outside marks, and whole marked spans, with their word classes
 * (quote-words), parts of speech (tag.c) and, for reporting verbs, their
 * frames (reporting-verbs).
 */
#include <unicode/uchar.h>

#include "../lexicon.h"
#include "parse.h"

extern const struct lexicon lexicon_quote_words;
extern const struct lexicon lexicon_reporting_verbs;
extern const struct lexicon lexicon_belief_verbs;
extern const int8_t blob_tag[];

static unsigned
classes_of(struct slice letters)
{
	static const char names[] = "dpgrcuxbltwamohMFODfnk";
	static const unsigned bits[] = {
		WORD_DETERMINER, WORD_PRONOUN, WORD_POSSESSIVE,
		WORD_PREPOSITION, WORD_CONJUNCTION, WORD_SUBORDINATOR,
		WORD_AUXILIARY, WORD_BE, WORD_RELATIVE, WORD_THAT,
		WORD_QUESTION, WORD_ADVERB, WORD_TIME, WORD_OBJECT,
		WORD_PERSON, WORD_MALE, WORD_FEMALE, WORD_ORGANISATION,
		WORD_DOCUMENT, WORD_FINITE, WORD_ABOUT,
		WORD_BREAK
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

static bool
read_verb(struct atom *atom, const struct lexicon *verbs, struct slice s)
{
	size_t row = lexicon_find_folded(verbs, s);
	struct slice cell;
	size_t i;

	if (row == LEXICON_NONE)
		return false;
	cell = lexicon_cell(verbs, row, 2);
	atom->inflection = slice_is(cell, "base") ? FORM_BASE :
	    slice_is(cell, "s") ? FORM_S :
	    slice_is(cell, "ing") ? FORM_ING : FORM_PAST;
	cell = lexicon_cell(verbs, row, 3);
	for (i = 0; i < cell.length; i++) {
		const char *at = strchr("stqnow", cell.at[i]);

		if (at != NULL && *at != '\0')
			atom->frame |= 1u << (at - "stqnow");
	}
	cell = lexicon_cell(verbs, row, 4);
	for (i = 0; i < cell.length; i++)
		atom->percent = atom->percent * 10 + (cell.at[i] - '0');
	return true;
}

static void
read_atom(struct atom *atom, const struct passage *p, size_t i, bool beliefs)
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
		if (!read_verb(atom, &lexicon_reporting_verbs, s) && beliefs)
			read_verb(atom, &lexicon_belief_verbs, s);
		atom->according = s.length == 9 &&
		    memcmp(s.at + 1, "ccording", 8) == 0;
	} else if (token->label == TOKEN_NUMBER) {
		atom->classes = WORD_NUMBER;
	} else if (token->label == TOKEN_URL) {
		atom->classes = WORD_WORD | WORD_CAPITAL;
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

/* A capital word at the head of a sentence that no table knows is a name, not
 * an adverb or verb; WHO is no pronoun. */
static void
mend_tag(struct atom *atom, const struct passage *p, size_t i,
    const struct tag_word *words)
{
	struct slice s = token_text(p, i);

	if (p->tokens[i].label == TOKEN_URL)
		atom->tag = TAG_NAME;
	if (!(atom->classes & WORD_CAPITAL) || atom->frame != 0 ||
	    atom->according || s.length < 2)
		return;
	if (s.at[1] >= 'A' && s.at[1] <= 'Z') {
		if (atom->tag == TAG_WH || atom->tag == TAG_OTHER)
			atom->tag = TAG_NAME;
		atom->classes &= WORD_CAPITAL | WORD_WORD;
	} else if ((atom->classes & ~(unsigned)(WORD_CAPITAL | WORD_WORD)) ==
	    0 && ((atom->tag == TAG_ADVERB && (s.length < 5 ||
	    memcmp(s.at + s.length - 2, "ly", 2) != 0 ||
	    (i + 1 < p->token_count && words[i + 1].tag == TAG_FINITE))) ||
	    atom->tag == TAG_FINITE || atom->tag == TAG_OTHER ||
	    atom->tag == TAG_SUBORDINATOR || atom->tag == TAG_PREPOSITION ||
	    atom->tag == TAG_PRONOUN)) {
		atom->tag = TAG_NAME;
	}
}

/* Miller stole two cars; he stole it: what can only be a verb there. */
static bool
only_verb(const struct atom *a)
{
	if (a->region != NONE || a[-1].region != NONE || a[1].region != NONE ||
	    a->punct != 0 || (a->classes & WORD_CAPITAL))
		return false;
	if (a->tag == TAG_ADJECTIVE)
		return a[-1].tag == TAG_NAME && (a[1].tag == TAG_DETERMINER ||
		    a[1].tag == TAG_PRONOUN || a[1].tag == TAG_NUMBER);
	return false;
}

/* Drivers crossed it: a participle with an object behind a noun is none. */
static void
mend_participles(struct parse *parse)
{
	struct atom *a = parse->atoms;
	size_t i;

	for (i = 1; i + 1 < parse->count; i++)
		if (only_verb(&a[i]))
			a[i].tag = TAG_FINITE;
		else if (a[i].tag == TAG_DONE && a[i].region == NONE &&
		    a[i - 1].region == NONE && (a[i - 1].tag == TAG_NOUN ||
		    a[i - 1].tag == TAG_NAME || a[i - 1].tag == TAG_PRONOUN)
		    && a[i + 1].region == NONE &&
		    (a[i + 1].tag == TAG_DETERMINER ||
		    a[i + 1].tag == TAG_PRONOUN ||
		    a[i + 1].tag == TAG_SUBORDINATOR))
			a[i].tag = TAG_FINITE;
}

/* Said Per Berg; Will Young said: what is in a person's name is no other
 * word. */
void
atom_mend_names(struct parse *parse, const struct quote_name *names,
    size_t count)
{
	const unsigned kept = WORD_WORD | WORD_NUMBER | WORD_PERSON |
	    WORD_MALE | WORD_FEMALE;
	size_t i, k = 0;

	for (i = 0; i < parse->count; i++) {
		struct atom *a = &parse->atoms[i];

		while (k < count && names[k].end <= a->start)
			k++;
		if (k == count)
			break;
		if (a->region != NONE || a->punct != 0 ||
		    !slice_is(names[k].label, "PER") ||
		    a->start < names[k].start || a->end > names[k].end ||
		    !(a->classes & (WORD_CAPITAL | WORD_NUMBER)) ||
		    ((a->classes & ~(kept | WORD_CAPITAL)) == 0 &&
		    a->frame == 0))
			continue;
		a->classes = (a->classes & kept) | WORD_CAPITAL;
		a->tag = TAG_NAME;
		a->frame = 0;
		a->according = false;
	}
}

void
atom_read_all(struct parse *parse, bool beliefs, struct arena *arena)
{
	const struct passage *p = parse->passage;
	struct tag_word *words = tag_tokens(p, arena);
	size_t i = 0, region = 0, sentence = 0;

	parse->words = words;
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
			read_atom(atom, p, i, beliefs);
			atom->tag = (enum tag)words[i].tag;
			mend_tag(atom, p, i, words);
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
	mend_participles(parse);
}
