/*
 * layer: between the rows of a block and what an engine reads and finds:
 * code points of the document on the one side, bytes of a passage on the
 * other.
 *
 *	struct passage passage;
 *	struct annotations found = { 0 };
 *
 *	layer_passage(&block, &passage);
 *	... annotate_numbers(&wish, &passage, &found, block.arena) ...
 *	layer_add(&block, &passage, "number", found.all, found.count);
 *
 * Everything lies in the block's arena; memory that runs out ends the program.
 */
#ifndef LAYER_H
#define LAYER_H

#include "annotate/annotate.h"
#include "block.h"
#include "passage.h"
#include "stream.h"

/* The text of the block's container, with its sentence and token rows; where
 * there are none the segment engine finds them. */
void layer_passage(struct block *block, struct passage *passage);
/* The same, but of token rows only those that no engine looks into: URL, e-mail
 * address, emoji. */
void layer_opaque(struct block *block, struct passage *passage);
/* The same without tokens, and with sentence rows only: none when there are
 * none. */
void layer_text(struct block *block, struct passage *passage);
/* Adds rows of this type, all of the one passage. */
void layer_add(struct block *block, const struct passage *passage,
    const char *type, const struct annotation *all, size_t count);

/* Adds the row of one; the maker has begun. */
void layer_add_one(struct block *block, struct row_maker *maker,
    const struct annotation *annotation);

/* The blocks of one document, or of one window of it, for engines that look
 * at the whole. */
struct document {
	struct arena arena;	/* of all blocks; until the next document */
	struct block *blocks;
	struct passage *passages;
	size_t count, size;
	bool ahead;		/* the block behind is read, for the next window */
};

/* Adds rows of this type, sorted by passage. */
void document_add(struct document *document, const char *type,
    const struct annotations *found);

#ifdef SMALL_LIMITS		/* for a fuzzer to reach */
#define DOCUMENT_WINDOW ((size_t)1000)
#define DOCUMENT_TOKENS ((size_t)250)
#else
#define DOCUMENT_WINDOW ((size_t)1 << 19)	/* bytes of text, and a block */
#define DOCUMENT_TOKENS ((size_t)125000)	/* or those of one block */
#endif
#define DOCUMENT_ROWS ((size_t)12 << 20)	/* bytes of rows, and a block */

/* All of a filter: add is called for each document, with the blocks of at most
 * DOCUMENT_WINDOW, DOCUMENT_ROWS or DOCUMENT_TOKENS (the rest is the next
 * window) and their passages.  Returns the status of the program. */
int document_each(const struct options *options,
    void (*add)(void *context, struct document *document), void *context);

#endif
