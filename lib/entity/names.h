/*
 * names: the names of one document and what is done to them behind the tagger,
 * each step in a file of its own:
 *
 *	bounds.c	where a name begins and ends, sentence by sentence
 *	dateline.c	the place in front of a report
 *	regroup.c	several names read as one, and what is none
 *	types.c		its type, from what the whole document shows
 *	recall.c	names missed in one place and found in another
 *	resolve.c	the fullest form
 *	kinds.c		kind and country code
 *
 * Names lie in order and do not overlap.  All memory is the arena's.
 */
#ifndef NAMES_H
#define NAMES_H

#include "entity.h"
#include "tagger.h"

enum { NAMES_TYPES = 4, NAMES_NONE = 4 };

struct name {
	size_t first, last;	/* words [first, last) */
	size_t sentence;
	enum entity_label label;
	/* What speaks for each type and for no name, in sixteenths of a nat,
	 * relative to the best. */
	int support[NAMES_TYPES + 1];
	int margin;		/* over other bounds and no name, that unit */
	int type_margin;	/* over the next type in the document */
	bool fixed;		/* by the user's table: stays as it is */
	struct slice kind, iso;
	int kind_label;		/* the type that kind goes with */
	struct slice value;	/* canonical */
};

/* Hash to any number, 0 at first; open addressing. */
struct names_index {
	struct arena *arena;
	uint64_t *keys;
	size_t *values;
	size_t mask, count;
};

struct names {
	struct arena *arena;
	const uint32_t *gazetteer;
	const struct tagger_word *words;
	const size_t *ends;	/* of sentences, in words */
	size_t sentence_count;
	bool sport;		/* a report of it; by names_type */
	struct name *all;
	size_t count, capacity;
	size_t *owner;		/* by word: name + 1, while a step keeps it so */
	struct names_index index;	/* of the step at hand */
};

struct name *names_add(struct names *names, size_t first, size_t last,
    size_t sentence);
/* Puts the names from this one on in order again. */
void names_sort(struct names *names, size_t from);
/* First word of a sentence; ends[sentence] is behind its last. */
size_t names_begin(const struct names *names, size_t sentence);
/* From the first byte of the name to its last. */
struct slice names_text(const struct names *names, const struct name *name);
/* Hash of words [first, last) for the gazetteers, capitals as in titles. */
uint64_t names_hash(const struct names *names, size_t first, size_t last);
/* Byte i of a text with the Latin letter that it ends made small. */
char names_small_letter(struct slice text, size_t i);
/* Whether it is in capitals what is small within names: the DE of "RIO DE
 * JANEIRO". */
bool names_small_within(const struct tagger_word *word);
/* The same where short words are in capitals, too: "NEW DELHI", "RIO DE
 * JANEIRO". */
uint64_t names_titled_hash(const struct names *names, size_t first,
    size_t last);
/* Whether the word begins with a capital letter. */
bool names_capital(const struct tagger_word *word);

/* Empty; a table that there is, made in the same arena, is used again. */
void names_index_init(struct names_index *index, struct arena *arena);
/* Where the number of a key is, made if need be, until the next is made; what
 * it is, else 0. */
size_t *names_index_at(struct names_index *index, uint64_t key);
size_t names_index_find(const struct names_index *index, uint64_t key);

/* The steps; bounds reads the names of one sentence, from this one on. */
void names_bound(struct names *names, size_t from, size_t sentence);
void names_type(struct names *names);
void names_recall(struct names *names);
void names_resolve(struct names *names);
void names_kind(struct names *names);

#endif
