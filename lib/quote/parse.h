/*
 * parse: what the files of this folder share: quotation marks paired (mark.c),
 * atoms (atom.c, mend.c), noun phrases (chunk.c), reports (paragraph.c,
 * clause.c, left.c, cue.c, subject.c, according.c, content.c, end.c, emit.c,
 * noun.c, rest.c), names (name.c, mention.c, role.c, actor.c, resolve.c).
 * Not for other folders; quote.h is the interface.
 */
#ifndef QUOTE_PARSE_H
#define QUOTE_PARSE_H

#include "quote.h"
#include "tag.h"

#define NONE ((size_t)-1)
#define SURE 95			/* per cent of a cue: said, and little else */

/* A marked span: tokens [first, last) with both marks. */
struct region {
	size_t first, last;
	bool unclosed;		/* runs to the end of the paragraph */
	bool continued;		/* goes on from the paragraph before */
	bool done;		/* is in a row */
};

enum word_class {
	WORD_DETERMINER = 1 << 0, WORD_PRONOUN = 1 << 1,
	WORD_POSSESSIVE = 1 << 2, WORD_PREPOSITION = 1 << 3,
	WORD_CONJUNCTION = 1 << 4, WORD_SUBORDINATOR = 1 << 5,
	WORD_AUXILIARY = 1 << 6, WORD_BE = 1 << 7, WORD_RELATIVE = 1 << 8,
	WORD_THAT = 1 << 9, WORD_QUESTION = 1 << 10, WORD_ADVERB = 1 << 11,
	WORD_TIME = 1 << 12, WORD_OBJECT = 1 << 13, WORD_PERSON = 1 << 14,
	WORD_MALE = 1 << 15, WORD_FEMALE = 1 << 16,
	WORD_ORGANISATION = 1 << 17, WORD_DOCUMENT = 1 << 18,
	WORD_FINITE = 1 << 19,
	WORD_ABOUT = 1 << 23,	/* before an amount */
	WORD_BREAK = 1 << 24,	/* begins what is no longer reported */
	WORD_BACK = 1 << 25,	/* would: as said of what will be */
	WORD_SUMMARY = 1 << 26,	/* of a report: move, claim */
	WORD_WORK = 1 << 27,	/* has a title: book, song */
	WORD_SAYING = 1 << 28,	/* of what is said: claim, warning */
	WORD_MAKES = 1 << 29,	/* makes, repeats it */
	WORD_VIEW = 1 << 30,	/* said when it is made: point, concern */
	WORD_CAPITAL = 1 << 20, WORD_WORD = 1 << 21, WORD_NUMBER = 1 << 22
};

enum inflection { FORM_BASE, FORM_S, FORM_PAST, FORM_ING };

enum frame {
	FRAME_BARE = 1,		/* clause without that */
	FRAME_THAT = 2,
	FRAME_QUOTE = 4,
	FRAME_NAME = 8,		/* called it "..." */
	FRAME_OBJECT = 16,	/* told NP that ... */
	FRAME_QUESTION = 32	/* asked whether ... */
};

/* A token outside marks, or a whole region. */
struct atom {
	size_t first, last;	/* tokens */
	size_t start, end;	/* bytes */
	size_t region;		/* or NONE */
	unsigned classes;
	char punct;		/* , . : ; ( ) - ? !, 0 for none */
	enum tag tag;
	bool boundary;		/* a sentence ends with it */
	unsigned frame;		/* of a reporting verb; 0 for none */
	enum inflection inflection;
	int percent;		/* how often the form reports */
	bool according;
	unsigned particles;	/* atoms behind it that are the cue's too */
	unsigned phrase;	/* row of a phrase it may begin, + 1; or 0 */
};

struct span {
	size_t first, last;	/* atoms */
};

struct parse {
	const struct passage *passage;
	size_t index;		/* of the passage */
	struct region *regions;
	size_t region_count;
	struct tag_word *words;	/* by token */
	bool *tagged;		/* by sentence: its words have their tags */
	struct atom *atoms;
	size_t count;
};

enum name_gender { NAME_EITHER, NAME_MALE, NAME_FEMALE };

struct finder {
	struct quote_options options;
	const struct passage *passages;
	size_t passage_count;
	const struct quote_name *names;
	size_t name_count;
	size_t *name_first;	/* by passage; passage_count + 1 */
	struct slice *full;	/* by name: its fullest form */
	enum name_gender *gender;	/* by name */
	size_t *mentions;	/* by name: of all with its full form */
	struct slice *about;	/* by name: what is told, once it is asked */
	struct parse *parses;
	struct arena *arena;
	struct quote *quotes;
	size_t count, size;
	bool single;		/* single marks are the document's marks */
	size_t lead;		/* the parse that a colon leads to, if any */
	struct quote_place lead_speaker, lead_cue;
};

struct report {
	struct span cue;
	struct span speaker;	/* first == last: none */
	struct span core;	/* both, and what is between */
	bool inverted, shared, passive, infinitive, negated;
	bool agent;		/* reported by Lin */
	bool relative;		/* Lin, who said */
	bool subordinate;	/* in a clause with although, while, after */
	unsigned frame;
};

/* A cue's form that reports as often as this (per cent) is a strong one. */
#define STRONG 80
#define SCAN_LOOK 40		/* atoms looked at from a cue */

struct scan {
	struct finder *finder;
	struct parse *parse;
	size_t begin, end;	/* the sentence */
	bool last_direct;	/* the sentence before held one */
	bool lead;		/* a colon leads to the first marks */
	bool labelled;		/* an answer: its speaker's name and a colon */
	bool subject_known;
	bool inner;		/* in what another cue reports */
	size_t reached;		/* behind the last atom of a report */
	struct span subject;
	struct quote_place speaker, cue;	/* of the last report */
};

/* mark.c */
bool mark_single_majority(const struct passage *passages, size_t count);
/* Before: a mark of the paragraph before is open; after: the next paragraph
 * opens with one. */
void mark_pair(struct parse *parse, bool single, bool open_before,
    bool open_after, struct arena *arena);
bool mark_opens(const struct passage *passage, bool single);

/* atom.c */
void atom_read_all(struct parse *parse, const struct quote_options *options,
    struct arena *arena);
/* Gives the atoms of a sentence their parts of speech. */
void atom_tag(struct parse *parse, size_t sentence);
/* The first atom of a token or behind it. */
size_t atom_of_token(const struct parse *parse, size_t token);
/* The first atom that begins at a byte or behind it. */
size_t atom_at(const struct parse *parse, size_t byte);

/* mend.c */
/* Tags the sentences where marks, or a word that may report, stand, and those
 * beside marks; none but these need tags. */
void mend_read(const struct finder *finder, struct parse *parse);
/* Tags the sentence of an atom, too. */
void mend_tag(const struct finder *finder, struct parse *parse, size_t atom);

/* chunk.c */
bool chunk_before(const struct parse *parse, size_t begin, size_t end,
    struct span *np);
bool chunk_after(const struct parse *parse, size_t begin, size_t end,
    struct span *np);
bool chunk_possessive(const struct parse *parse, size_t atom);
bool chunk_clause_starts(const struct parse *parse, size_t begin,
    size_t atom);
bool chunk_starts(const struct parse *parse, size_t atom);
bool chunk_finite(const struct parse *parse, size_t begin, size_t end);

/* cue.c */
/* Whether an atom is the word. */
bool scan_has(const struct scan *scan, size_t atom, const char *word,
    size_t length);

static inline bool
scan_is(const struct scan *scan, size_t atom, const char *word)
{
	return scan_has(scan, atom, word, strlen(word));
}

bool cue_verbal(enum tag tag);
/* Whether the verb at an atom reports, and by whom. */
bool cue_read(const struct scan *scan, size_t atom, struct report *report);

/* subject.c */
/* The phrase without a participle behind it: a letter seen by. */
void subject_without_participle(const struct parse *parse, struct span *np);
/* Whether a noun phrase can speak without marks before its verb. */
bool subject_can_speak(const struct atom *atoms, const struct span *np);
/* Each gives the report the subject of a verb, or of the group of words that
 * begins at an atom and ends with it (has never said).  Right before it: */
bool subject_before(const struct scan *scan, size_t group,
    struct report *report);
/* Behind a comma, dash or marks: said Lin; Lin, the chairman, said. */
bool subject_behind_comma(const struct scan *scan, size_t cue, size_t group,
    struct report *report);
/* Lin (R-Ga.) said. */
bool subject_behind_bracket(const struct scan *scan, size_t group,
    struct report *report);
/* A verb that has it from another one. */
bool subject_shared(const struct scan *scan, size_t cue,
    struct report *report);
/* With its chairwoman, Ana Lin, warning that. */
bool subject_with(const struct scan *scan, size_t group,
    struct report *report);
/* Lin, 61, who said; Lin, a judge, who said: the name alone. */
void subject_skip_apposition(const struct scan *scan, struct span *np);
/* A lawsuit by homeowners who say: the homeowners. */
void subject_skip_paper(const struct scan *scan, struct span *np);
/* Whether "that" begins a clause soon behind a verb. */
bool subject_that_follows(const struct scan *scan, size_t cue);

/* according.c */
/* Who says it, by words at an atom that are no verb. */
bool according_read(const struct scan *scan, size_t atom,
    struct report *report);

/* content.c */
/* Where the reported words begin behind a cue, or NONE. */
size_t content_after(const struct scan *scan, const struct report *report,
    bool *that);
/* Whether a clause begins at first: a subject and its verb. */
bool content_clause_at(const struct scan *scan, size_t first, size_t stop);

/* Whether a subject and its verb stand behind a comma. */
bool content_main_clause(const struct scan *scan, size_t comma);

/* Whether the marks of an atom hold a finite verb. */
bool content_clausal(const struct scan *scan, size_t atom);

/* end.c */
/* Where a reported clause that begins at first ends. */
size_t end_of_content(const struct scan *scan, const struct report *report,
    size_t first);
/* The same where only another report ends it. */
size_t end_at_report(const struct scan *scan, size_t first);
/* Her claim that it was empty was false: a clause from first on ends before the
 * verb of what is told about the noun, which is its subject. */
size_t end_before_verb(const struct scan *scan, size_t noun, size_t first,
    size_t end);
/* Where a relative clause with the cue ends: Lin, who said it was late, left;
 * the end of the sentence, if it isn't one. */
size_t end_relative(const struct scan *scan, const struct report *report);

/* noun.c */
/* Reports by nouns that no quotation from this one on has. */
void noun_find(struct scan *scan, size_t quotes);

/* rest.c */
/* Whether a person's name begins at an atom. */
bool scan_person(const struct scan *scan, size_t atom);
/* Marks of the sentence that no cue took; whether it continues a quotation. */
void rest_find(struct scan *scan, bool continues);

/* Who acts in the last sentence of a passage: a person named there. */
bool rest_actor(struct finder *finder, size_t passage,
    struct quote_place *place);

/* emit.c */
/* Adds a quotation of atoms, of the report or, without one, of who spoke
 * last. */
void scan_emit(struct scan *scan, enum quote_rule rule, size_t first,
    size_t last, enum quote_label label, const struct report *report);
/* Whether the marks of an atom begin with a capital or number. */
bool scan_capital(const struct scan *scan, size_t atom);
/* Whether they end with a stop or comma. */
bool scan_complete(const struct scan *scan, size_t atom);
/* Whether an atom is the title of a work that is named before it. */
bool scan_title(const struct scan *scan, size_t atom);
/* Where the sentence begins behind its first conjunction. */
size_t scan_content(const struct scan *scan);
/* Where brackets that begin at an atom end. */
size_t scan_brackets(const struct scan *scan, size_t atom);
/* The place of atoms. */
struct quote_place scan_place(const struct scan *scan, struct span span);

/* left.c */
/* Where the sentence begins behind its first conjunction and behind what
 * earlier cues took. */
size_t left_begin(const struct scan *scan);
/* Marks or a clause in front of a cue; nothing else follows it, or something
 * does. */
bool left_content(struct scan *scan, const struct report *report,
    bool following);
/* What is in front of a cue that marks follow: the plan, Lin said, "ends". */
void left_piece(struct scan *scan, const struct report *report, size_t marks);
/* The next comma, or the end of the sentence. */
size_t left_comma(const struct scan *scan, size_t atom);
/* Where a clause behind a colon and before last begins, or begin. */
size_t left_behind_colon(const struct scan *scan, size_t begin, size_t last);
/* Whether the verb has an object or infinitive of its own. */
bool left_has_object(const struct scan *scan, const struct report *report);
/* In her words, "it is over": marks follow. */
bool left_words_lead(const struct scan *scan, const struct report *report);
/* A move Lin said would help: where Lin begins, or NONE. */
size_t left_second_phrase(const struct scan *scan,
    const struct report *report);
/* Behind an inverted speaker, the comma before the verb of what is before the
 * cue; or NONE. */
size_t scan_verb_behind(const struct scan *scan, size_t speaker);

/* clause.c */
bool scan_may_report(const struct scan *scan, size_t atom);
/* The reports of the sentence. */
void scan_sentence(struct scan *scan);

/* paragraph.c */
/* Finds the reports of a paragraph. */
void paragraph_find(struct finder *finder, struct parse *parse);

/* name.c */
void name_read_all(struct finder *finder);
bool name_is_person(const struct quote_name *name);

/* resolve.c */
void resolve_speakers(struct finder *finder);

#endif
