/*
 * token_rows: writes the rows of a passage's tokens, which are most rows of a
 * stream, in one go.
 *
 *	token_rows_add(&block, &passage);
 *
 * The rows are those that annotate_tokens and layer_add would make.
 */
#ifndef TOKEN_ROWS_H
#define TOKEN_ROWS_H

#include "block.h"
#include "passage.h"

/* Adds a row for each token of the passage, whose sentences say which are
 * theirs.  Ends the program when memory runs out. */
void token_rows_add(struct block *block, const struct passage *passage);

#endif
