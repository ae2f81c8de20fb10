/*
 * corpus: the documents that the operands of a filter hold: one for each
 * plain text file, or one for each record of a table.
 *
 *	struct corpus *corpus = corpus_open(&options, &layout);
 *	struct corpus_document document;
 *	struct slice bytes;
 *
 *	while (corpus_next(corpus, &document))
 *		while (corpus_read(corpus, &document, &bytes))
 *			... bytes of document.name
 *	return corpus_close(corpus);
 *
 * Errors are reported here.  An operand that can't be read is warned about, the
 * rest is processed, and the status is 1.  A malformed table ends the corpus
 * with `name: file:line: reason` after the documents before it, status 1.
 * Ownership: a document and its bytes live until the next corpus_next; bytes
 * of a file until the next corpus_read.  Memory that runs out ends the program.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include "option.h"
#include "slice.h"
#include "table.h"

/* What a document is made of.  A column is given by its name in the first
 * record or else by its number from 1. */
struct corpus_layout {
	bool table;
	enum table_format format;
	const char *text;	/* NULL: column text or body */
	const char *doc;	/* NULL: doc or id, else the record's number */
	const char *date;	/* NULL: date, else none; of files: the date */
	const char *meta;	/* names joined by commas; NULL: none */
};

struct corpus_document {
	struct slice name;	/* fields of a row, escaped */
	struct slice attrs;
	bool broken;		/* reading failed: the text is not whole */
	bool mark;		/* none, but the table's header once more */
};

struct corpus;

struct corpus *corpus_open(const struct options *options,
    const struct corpus_layout *layout);
bool corpus_next(struct corpus *corpus, struct corpus_document *document);
/* The next bytes of the document, at least one; false at its end. */
bool corpus_read(struct corpus *corpus, struct corpus_document *document,
    struct slice *bytes);
/* U+FFFD put into tables so far. */
size_t corpus_bad(const struct corpus *corpus);
/* Returns the status of the program. */
int corpus_close(struct corpus *corpus);

#endif
