/*
 * evidence: what a name and its surroundings say of its type and kind, by the
 * tables of lib/lexicon (evidence.c).
 */
#ifndef EVIDENCE_H
#define EVIDENCE_H

#include "names.h"

struct context {
	const struct tagger_word *words;
	size_t begin, end;	/* the sentence */
	bool sport;		/* in a report of sport */
};

static inline bool
is_word(const struct context *c, size_t i, const char *text)
{
	return i >= c->begin && i < c->end && slice_is(c->words[i].text, text);
}

/* The 's of an owner, in either spelling. */
static inline bool
is_genitive(const struct tagger_word *w)
{
	return slice_is(w->text, "'s") || slice_is(w->text, "’s");
}

static inline bool
is_genitive_at(const struct context *c, size_t i)
{
	return i >= c->begin && i < c->end && is_genitive(&c->words[i]);
}

/* Adds what speaks for each type, in sixteenths of a nat; sets the kind that
 * a noun beside the name tells. */
void evidence_read(const struct context *context, struct name *name,
    int evidence[NAMES_TYPES]);
/* What is said of it behind is and was: "Zeltron is a company", "Coron is
 * situated in".  It makes no word a name. */
void evidence_predicate(const struct context *c, struct name *n,
    int evidence[NAMES_TYPES]);
/* The label a table calls so. */
enum entity_label evidence_label(struct slice label);
/* Whether it does in a report of sport what sides do. */
bool evidence_is_side(const struct context *context,
    const struct name *name);
/* Whether the words of a document report sport. */
bool evidence_of_sport(const struct tagger_word *words, size_t count);
/* Row of name-heads for words [first, last), or LEXICON_NONE. */
size_t evidence_head(const struct tagger_word *words, size_t first,
    size_t last);
/* Whether the table name-words gives the word this role. */
bool has_role(const struct tagger_word *w, const char *role);
/* Whether the word has this role in the table name-nouns. */
bool evidence_noun_is(const struct tagger_word *word, const char *role);
/* Whether a word in lower case is what persons or firms are. */
bool evidence_is_noun(const struct tagger_word *word);
/* Whether the word is what bodies are. */
bool evidence_names_body(const struct tagger_word *word);
/* Whether the word is what a person is called by besides the name. */
bool evidence_is_title(const struct tagger_word *word);
/* Whether the word is an abbreviation of such, as "Brig.". */
bool evidence_shortens_title(const struct tagger_word *word);
/* The same of a place, as "Ore."; the stop may be a word of its own. */
bool evidence_shortens_place(const struct tagger_word *word);
/* Whether the word is a head that stands first: "Ministry" of ... */
bool evidence_leads(const struct tagger_word *word);
/* Whether an organisation's first word is its own, and no place's as that of
 * "Bristol Council". */
bool evidence_proper(const struct tagger_word *words, size_t first,
    size_t last);
/* Whether the name ends or begins as a firm's: "Ltd", "Bank of". */
bool evidence_is_firm(const struct tagger_word *words, size_t first,
    size_t last);
/* Row of known-names for them. */
size_t evidence_known(const struct tagger_word *words, size_t first,
    size_t last);
bool evidence_is_country(const struct tagger_word *words, size_t first,
    size_t last);
/* Row of country-codes. */
size_t evidence_country(const struct tagger_word *words, size_t first,
    size_t last);

#endif
