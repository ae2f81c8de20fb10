/*
 * annotate: what each layer adds to a document, from the findings of its
 * engine to the fields of a row.  The filters and librill both call it, so
 * that they cannot differ.
 *
 *	struct annotations found = { 0 };
 *	struct row_maker maker;
 *
 *	if (annotate_numbers(&wish, &passage, &found, &arena) != 0)
 *		out of memory
 *	row_maker_begin(&maker, &passage, "number", &arena);
 *	for (i = 0; i < found.count; i++)
 *		row = row_maker_next(&maker, &found.all[i]);
 *
 * Pure.  Results lie in the caller's arena, by passage, then by start; what an
 * earlier call found stays in front of them.  Every function with an int
 * returns 0, or -1 when memory runs out.
 */
#ifndef ANNOTATE_H
#define ANNOTATE_H

#include "../entity/given.h"
#include "../quote/known.h"
#include "../number/known.h"
#include "../number/number.h"
#include "../passage.h"
#include "../quote/quote.h"
#include "../row.h"
#include "../segment/segment.h"

struct annotation {
	size_t passage;		/* index into the passages given */
	size_t start, end;	/* bytes of its text */
	const char *label;
	struct slice value;	/* plain text; empty: none */
	struct slice attrs;	/* the column: "_" when there are none */
};

struct annotations {
	struct annotation *all;
	size_t count, size;
};

/* Sentences, which become those of the passage, numbered from *number + 1. */
int annotate_sentences(const struct segment_wish *wish,
    struct passage *passage, int64_t *number, struct annotations *found,
    struct arena *arena);
/* The tokens that the passage has (passage_tokens). */
int annotate_tokens(const struct passage *passage, struct annotations *found,
    struct arena *arena);
/* The i-th of them, of tokens [first, last) of its sentence. */
int annotate_token(const struct passage *passage, size_t i, size_t first,
    size_t last, struct annotation *token, struct arena *arena);

struct number_wish {
	struct number_context context;
	struct slice date;	/* of passages that have none */
};

/* Of the passages of a document one after the other: all that are in it, or
 * those that are next (number.h), none when there are no more. */
int annotate_numbers(struct number_wish *wish, struct passage *passage,
    struct annotations *found, struct arena *arena);
int annotate_next_numbers(struct number_wish *wish, struct passage *passage,
    struct number_rest *rest, struct annotations *found,
    struct arena *arena);

struct entity_wish {
	const struct given *given;	/* the user's names, or NULL */
	struct tagger_memory *memory;	/* of words, or NULL */
	bool types[NAMES_TYPES];
	int least;			/* confidence, per cent */
};

int annotate_entities(const struct entity_wish *wish,
    const struct passage *passages, size_t count, struct annotations *found,
    struct arena *arena);

struct quote_wish {
	struct quote_options options;
	unsigned least;			/* confidence, per cent */
};

int annotate_quotes(const struct quote_wish *wish,
    const struct passage *passages, size_t count,
    const struct quote_name *names, size_t name_count,
    struct annotations *found, struct arena *arena);

/* Makes rows of annotations of one passage. */
struct row_maker {
	const struct passage *passage;
	struct arena *arena;
	struct row row;
	size_t sentence;	/* where the one before was */
	int64_t number;		/* of the sentence; 0: none */
	int64_t written;	/* what row.sent says */
	size_t byte, point;	/* where it ends */
	struct slice head;	/* type and doc, with their tabs */
	const char *label;	/* of the last one */
	struct row_digits digits;
};

void row_maker_begin(struct row_maker *maker, const struct passage *passage,
    const char *type, struct arena *arena);
/* The row, in the maker and the arena; arena->failure must be set. */
const struct row *row_maker_next(struct row_maker *maker,
    const struct annotation *annotation);
/* The same as a line, once the row has its place: room for it, and the line
 * with its newline, of which the end is returned. */
size_t row_maker_room(const struct row_maker *maker,
    const struct annotation *annotation);
char *row_maker_put(struct row_maker *maker, char *to,
    const struct annotation *annotation);
/* The same in two steps, for those who may not need the second: where it is
 * (row.start, row.end and number), which takes no memory; the other fields. */
void row_maker_place(struct row_maker *maker,
    const struct annotation *annotation);
const struct row *row_maker_write(struct row_maker *maker,
    const struct annotation *annotation);

/* For the layers: one more, with the attributes of none; room for some behind
 * the last.  arena->failure must be set. */
struct annotation *annotations_add(struct annotations *found,
    struct arena *arena);
struct annotation *annotations_room(struct annotations *found, size_t count,
    struct arena *arena);
/* A place of a passage as "START-END", code points of the document. */
struct slice annotate_place(const struct passage *passage, size_t start,
    size_t end, struct arena *arena);
/* Per cent as 0.00 to 1.00. */
struct slice annotate_share(unsigned percent, struct arena *arena);

#endif
