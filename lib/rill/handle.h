/*
 * handle: what a handle of librill holds; for lib/rill alone.
 *
 *	handle.c	options, what is fed, errors
 *	window.c	paragraphs, and the layers of as many of them as the
 *			filters look at together
 *	span.c		rows out of it, in order
 *
 * A window of the library is one of the filter quotes.  What entities looks at
 * may end elsewhere, since rows count too and it has fewer of them to read.  So
 * paragraphs queue: those of the window that is read, those that are tagged
 * with names, those that are not yet.
 *
 *	passages:  0 ... ready ... tagged ... tagged + window ... count
 *
 * At most one passage is behind the window: that which was too much for it.
 */
#ifndef HANDLE_H
#define HANDLE_H

#include "../annotate/annotate.h"
#include "../date.h"
#include "../rill.h"
#include "../segment/paragraph.h"

enum { RILL_TYPES = RILL_QUOTE + 1 };

struct layer {
	const struct annotation *all;
	size_t count;
};

/* What was found in a passage. */
struct finds {
	struct layer layers[RILL_TYPES];
	int64_t byte;		/* of the document, where the text begins */
	size_t weight;		/* bytes of rows, as the filters count them */
};

/* Passages that the filters look at together. */
struct window {
	size_t count, tokens;
	size_t text, rows;	/* bytes */
};

struct rill_options {
	char *doc;		/* a field: escaped, never empty */
	char date[DATE_SIZE];	/* empty: none */
	enum paragraph_layout layout;
	bool wanted[RILL_TYPES];
	struct segment_wish segment;
	struct number_wish number;
	struct entity_wish entity;
	struct quote_wish quote;
};

struct rill {
	enum rill_status status;
	struct rill_options options;
	struct paragraph_reader reader;
	struct slice fed;	/* not yet taken */
	bool begun, ended;	/* the document */
	bool over;		/* and no paragraph is left in the reader */
	bool first;		/* the next paragraph is its first */
	char attrs[DATE_SIZE + 8];	/* of its paragraphs; empty: none */
	int64_t sentences;	/* numbered so far */
	/* Paragraphs of an earlier window may still be read while another is
	 * filled: each has an arena of its own, by turns. */
	struct arena arenas[2];
	struct arena *arena;
	struct arena scratch;	/* of an engine, until its results are kept */
	struct passage *passages;
	struct finds *finds;
	size_t count, passages_size, finds_size;
	size_t ready, tagged;
	struct window window;	/* of those not tagged */
	bool turned;		/* they lie in an arena of their own */
	/* Where rill_next is. */
	size_t unit;
	bool unit_begun;
	size_t at[RILL_TYPES];
	size_t others;		/* no row but tokens begins before this byte */
	struct row_maker makers[RILL_TYPES];
	const struct annotation *given;	/* what it gave; NULL: nothing */
	struct rill_span span;
	char *strings, *line, *value;	/* of span, of rill_row, of rill_attr */
	size_t strings_size, line_size, value_size;
};

/* Fills the next window; false when bytes are missing, the document is over or
 * memory runs out, which the status then says. */
bool window_next(struct rill *rill);
/* Of one layer of a passage, in the order of rows and none twice.  Returns 0,
 * or -1 when memory runs out. */
int span_sort(struct annotations *found, const struct passage *passage,
    enum rill_type type, struct arena *arena);

#endif
