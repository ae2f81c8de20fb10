/*
 * atom: tokens outside marks, and whole marked spans, with their word classes
 * (quote-words), parts of speech (tag.c) and, for reporting verbs, their
 * frames (reporting-verbs).
 */
#include <unicode/uchar.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "known.h"
#include "parse.h"
#include "word.h"

extern const struct lexicon lexicon_quote_words;
extern const struct lexicon lexicon_reporting_verbs;
extern const struct lexicon lexicon_belief_verbs;
extern const struct lexicon lexicon_reporting_phrases;
extern const int8_t blob_tag[];

/* Of the tokens of a paragraph, one after the other. */
struct reading {
	struct quote_memory *memory;
	bool beliefs;
	size_t phrase;		/* row of phrases of the word before, + 1; or 0 */
};

static unsigned
classes_of(struct slice letters)
{
	static const char names[] = "dpgrcuxbltwamohMFODfnkysTSev";
	static const unsigned bits[] = {
		WORD_DETERMINER, WORD_PRONOUN, WORD_POSSESSIVE,
		WORD_PREPOSITION, WORD_CONJUNCTION, WORD_SUBORDINATOR,
		WORD_AUXILIARY, WORD_BE, WORD_RELATIVE, WORD_THAT,
		WORD_QUESTION, WORD_ADVERB, WORD_TIME, WORD_OBJECT,
		WORD_PERSON, WORD_MALE, WORD_FEMALE, WORD_ORGANISATION,
		WORD_DOCUMENT, WORD_FINITE, WORD_ABOUT,
		WORD_BREAK, WORD_BACK, WORD_SUMMARY, WORD_WORK,
		WORD_SAYING, WORD_MAKES, WORD_VIEW
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
read_frame(struct atom *atom, const struct lexicon *verbs, size_t row)
{
	struct slice cell = lexicon_cell(verbs, row, 2);
	size_t i;

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
}

static bool
read_verb(struct atom *atom, const struct lexicon *verbs, struct slice s)
{
	size_t row = lexicon_find_folded(verbs, s);

	if (row != LEXICON_NONE)
		read_frame(atom, verbs, row);
	return row != LEXICON_NONE;
}

/* All that the bytes of a word tell. */
static void
read_known(struct quote_known *known, struct slice s, bool beliefs)
{
	struct atom atom = { 0 };
	size_t row = lexicon_find_folded(&lexicon_quote_words, s);

	if (row != LEXICON_NONE)
		atom.classes = classes_of(lexicon_cell(&lexicon_quote_words,
		    row, 1));
	if (!read_verb(&atom, &lexicon_reporting_verbs, s) && beliefs)
		read_verb(&atom, &lexicon_belief_verbs, s);
	known->classes = atom.classes;
	known->frame = atom.frame;
	known->inflection = atom.inflection;
	known->percent = atom.percent;
	row = lexicon_find_folded(&lexicon_reporting_phrases, s);
	known->phrase = row == LEXICON_NONE ? 0 : (uint32_t)row + 1;
	known->beliefs = beliefs;
	known->word.text = s;
	tag_read(&known->word, 1);
}

/* What is known of a word; of long ones, and without a memory, in own. */
static const struct quote_known *
know(const struct reading *r, struct slice s, struct quote_known *own)
{
	struct short_word key = short_of(s);
	struct quote_known *known = r->memory == NULL || key.length == 0 ?
	    own : &r->memory->known[short_hash(&key) % QUOTE_KNOWN];

	if (known != own && short_equal(&known->key, &key) &&
	    known->beliefs == r->beliefs)
		return known;
	read_known(known, s, r->beliefs);
	known->key = key;
	return known;
}

static bool
may_be_particle(const struct passage *p, size_t i)
{
	size_t n = p->tokens[i].end - p->tokens[i].start;

	return n > 1 && n < 6 && p->tokens[i].label == TOKEN_WORD;
}

/* How many tokens from i on are the words of a cell; 0 if not all are. */
static unsigned
words_at(const struct passage *p, size_t i, struct slice cell)
{
	unsigned count = 0;
	size_t at = 0;

	while (at < cell.length)
		if (i + count >= p->token_count ||
		    !slice_equal(token_text(p, i + count++),
		    word_next(cell, &at)))
			return 0;
	return count;
}

/* Point out, made it clear: a verb, whose rows begin here, whose next words,
 * from token i on, decide. */
static void
read_phrase(struct atom *verb, const struct passage *p, size_t i, size_t row)
{
	const struct lexicon *phrases = &lexicon_reporting_phrases;
	struct slice key = lexicon_cell(phrases, row, 0);

	for (; lexicon_key_is(phrases, row, key); row++)
		if (words_at(p, i, lexicon_cell(phrases, row, 1)) > 0)
			verb->phrase = (unsigned)row + 1;
}

static bool
begins_phrase(const struct passage *p, size_t i)
{
	return i == 0 || p->tokens[i - 1].label == TOKEN_PUNCT;
}

/* It is over, per the ministry: not per cent. */
static bool
per(const struct passage *p, size_t i)
{
	struct slice s = token_text(p, i), next;
	size_t at = 0;

	if (s.length != 3 || memcmp(s.at + 1, "er", 2) != 0 ||
	    (s.at[0] != 'p' && s.at[0] != 'P') || i + 2 >= p->token_count ||
	    !begins_phrase(p, i))
		return false;
	next = token_text(p, i + 1);
	return slice_is(next, "the") || slice_is(next, "a") ||
	    u_isupper(utf8_next(next, &at));
}

/* In Lin's words; in the words of Lin. */
static bool
in_words(const struct passage *p, size_t i)
{
	size_t k;

	if (!slice_is(token_text(p, i), "words") || i + 1 >= p->token_count ||
	    !(p->tokens[i + 1].label == TOKEN_PUNCT ||
	    slice_is(token_text(p, i + 1), "of")))
		return false;
	for (k = i; k > 0 && i - k < 8; k--) {
		struct slice s = token_text(p, k - 1);

		if (p->tokens[k - 1].label != TOKEN_WORD)
			return false;
		if (slice_is(s, "in") || slice_is(s, "In"))
			return true;
	}
	return false;
}

/* Correio do Tejo: of a name, no verb; but not "what do Lin". */
static bool
joins_name(const struct passage *p, size_t i, const struct atom *left)
{
	size_t at = 0;

	return slice_is(token_text(p, i), "do") && i > 0 &&
	    i + 1 < p->token_count && (left->classes & WORD_CAPITAL) &&
	    (left->classes & ~(unsigned)(WORD_CAPITAL | WORD_WORD)) == 0 &&
	    u_isupper(utf8_next(token_text(p, i + 1), &at));
}

static void
read_atom(struct reading *r, struct atom *atom, const struct passage *p,
    size_t i, struct tag_word *word)
{
	const struct token *token = &p->tokens[i];
	struct slice s = token_text(p, i);
	size_t at = 0;
	int32_t c = utf8_next(s, &at);

	r->phrase = 0;
	if (token->label == TOKEN_WORD) {
		struct quote_known own;
		const struct quote_known *known = know(r, s, &own);

		atom->classes = WORD_WORD | known->classes;
		if (c < 0x80 ? is_upper(c) : u_isupper(c))
			atom->classes |= WORD_CAPITAL;
		atom->frame = known->frame;
		atom->inflection = (enum inflection)known->inflection;
		atom->percent = known->percent;
		*word = known->word;
		word->text = s;
		r->phrase = known->phrase;
		atom->according = (s.length == 9 &&
		    memcmp(s.at + 1, "ccording", 8) == 0) || per(p, i) ||
		    in_words(p, i);
		/* WHO is no word */
		if ((atom->classes & WORD_CAPITAL) && atom->frame == 0 &&
		    !atom->according && s.length > 1 && is_upper(s.at[1]))
			atom->classes &= WORD_CAPITAL | WORD_WORD;
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
	} else if ((c >= 0x2013 && c <= 0x2015) ||
	    slice_is(s, "--") || slice_is(s, "-")) {
		/* A hyphen inside a word has no blanks about it. */
		atom->punct = c == '-' && s.length == 1 && token->glued ?
		    'h' : '-';
	} else if (c == '&') {
		atom->classes = WORD_CAPITAL;
	} else if (c == '%' || c == '$' || c == 0xa3 || c == 0x20ac) {
		atom->classes = WORD_NUMBER;
	} else {
		atom->punct = 'x';
	}
}

/* Whether a finite verb follows, perhaps behind an adverb. */
static bool
verb_follows(const struct passage *p, size_t i, const struct tag_word *words)
{
	i++;
	if (i + 1 < p->token_count && words[i].tag == TAG_ADVERB)
		i++;
	return i < p->token_count && words[i].tag == TAG_FINITE;
}

/* A capital word at the head of a sentence that no table knows is a name, not
 * an adverb or verb; WHO is no pronoun. */
static void
mend_capital(struct atom *atom, const struct passage *p, size_t i,
    const struct tag_word *words)
{
	struct slice s = token_text(p, i);

	if (p->tokens[i].label == TOKEN_URL)
		atom->tag = TAG_NAME;
	if (!(atom->classes & WORD_CAPITAL) || atom->frame != 0 ||
	    atom->according || s.length < 2)
		return;
	if (is_upper(s.at[1])) {
		if (atom->tag == TAG_WH || atom->tag == TAG_OTHER)
			atom->tag = TAG_NAME;
	} else if ((atom->classes & ~(unsigned)(WORD_CAPITAL | WORD_WORD)) ==
	    0 && ((atom->tag == TAG_ADVERB && (s.length < 5 ||
	    memcmp(s.at + s.length - 2, "ly", 2) != 0 ||
	    verb_follows(p, i, words))) ||
	    atom->tag == TAG_FINITE || atom->tag == TAG_OTHER ||
	    (atom->tag == TAG_BASE && i > 0) ||
	    atom->tag == TAG_SUBORDINATOR || atom->tag == TAG_PREPOSITION ||
	    atom->tag == TAG_CONJUNCTION || atom->tag == TAG_DETERMINER ||
	    atom->tag == TAG_PRONOUN)) {
		atom->tag = TAG_NAME;
	}
}

size_t
atom_at(const struct parse *parse, size_t byte)
{
	size_t low = 0, high = parse->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (parse->atoms[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
atom_of_token(const struct parse *parse, size_t token)
{
	const struct passage *p = parse->passage;

	return token < p->token_count ? atom_at(parse,
	    p->tokens[token].start) : parse->count;
}

void
atom_tag(struct parse *parse, size_t sentence)
{
	const struct passage *p = parse->passage;
	const struct sentence *s = &p->sentences[sentence];
	struct tag_word *words = parse->words;
	size_t i;

	for (i = s->first; i < s->last; i++)
		if (words[i].text.length == 0) {
			words[i].text = token_text(p, i);
			tag_read(&words[i], 1);
		}
	tag_words(words + s->first, s->last - s->first, blob_tag);
	for (i = atom_of_token(parse, s->first); i < parse->count &&
	    parse->atoms[i].first < s->last; i++) {
		struct atom *a = &parse->atoms[i];

		if (a->region != NONE)
			continue;
		a->tag = (enum tag)words[a->first].tag;
		mend_capital(a, p, a->first, words);
		if (a->phrase == 0 || !(a->frame != 0 ||
		    a->tag == TAG_FINITE || a->tag == TAG_BASE ||
		    a->tag == TAG_ING || a->tag == TAG_DONE))
			continue;
		a->frame = 0;
		a->percent = 0;
		a->particles = words_at(p, a->last, lexicon_cell(
		    &lexicon_reporting_phrases, a->phrase - 1, 1));
		read_frame(a, &lexicon_reporting_phrases, a->phrase - 1);
	}
}

void
atom_read_all(struct parse *parse, const struct quote_options *options,
    struct arena *arena)
{
	const struct passage *p = parse->passage;
	struct reading r = { options->memory, options->beliefs, 0 };
	size_t i = 0, region = 0, sentence = 0, phrase;

	parse->words = arena_alloc(arena, p->token_count + 1,
	    sizeof *parse->words);
	parse->tagged = arena_alloc(arena, p->sentence_count + 1,
	    sizeof *parse->tagged);
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
			phrase = r.phrase;
			read_atom(&r, atom, p, i, &parse->words[i]);
			if (parse->count > 1 && joins_name(p, i, atom - 1))
				atom->classes = WORD_WORD | WORD_CAPITAL;
			if (phrase != 0 && may_be_particle(p, i) &&
			    parse->count > 1 && atom[-1].region == NONE)
				read_phrase(atom - 1, p, i, phrase - 1);
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
