/*
 * paragraph: cuts raw text into paragraphs, headings and list items.
 *
 *	struct paragraph_reader reader;
 *	struct paragraph paragraph;
 *
 *	if (paragraph_init(&reader, PARAGRAPH_AUTO) != 0)
 *		out of memory
 *	while (there are bytes) {
 *		taken = paragraph_push(&reader, bytes, length);
 *		while (paragraph_next(&reader, &paragraph))
 *			... paragraph.text, .start, .end, .kind
 *		bytes += taken;
 *		length -= taken;
 *	}
 *	paragraph_end(&reader);
 *	while (paragraph_next(&reader, &paragraph))
 *		...
 *	paragraph_begin(&reader);		the next document
 *	...
 *	paragraph_free(&reader);
 *
 * Any bytes will do: each ill-formed UTF-8 sequence and each NUL becomes
 * U+FFFD and is counted in reader.bad; a byte order mark at the beginning is
 * dropped and offsets count from behind it.  The result does not depend on how
 * the bytes are divided among calls of paragraph_push.
 *
 * Memory is bounded: paragraph_init takes less than 8 MiB, and nothing is
 * allocated later.  Text of a paragraph lies in the reader until the next call
 * of paragraph_push or paragraph_begin.
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include <stdint.h>

#include "../passage.h"

#ifdef SMALL_LIMITS		/* for a fuzzer to reach */
#define PARAGRAPH_MOST ((size_t)600)
#define PARAGRAPH_PIECES ((size_t)200)
#else
#define PARAGRAPH_MOST ((size_t)1 << 20)	/* bytes of text */
#define PARAGRAPH_PIECES ((size_t)125000)	/* words and marks in it */
#endif

enum paragraph_layout {
	PARAGRAPH_AUTO,		/* told by the shape of the lines */
	PARAGRAPH_WRAPPED,	/* only blank lines and list marks end one */
	PARAGRAPH_LINES		/* each line is one */
};

struct paragraph {
	int64_t start, end;	/* code points of the document */
	struct slice text;	/* no outer white space, never empty */
	enum passage_kind kind;
};

struct paragraph_line;

/* All positions are bytes of the repaired document. */
struct paragraph_reader {
	size_t bad;			/* U+FFFD put in, of all documents */
	int64_t first_bad;		/* code point of the document's first
					 * one; -1: none so far */
	enum paragraph_layout layout;
	char *buffer;
	uint64_t base, end;		/* what the buffer holds */
	char rest[4];			/* of a character cut by a push */
	size_t rest_length;
	bool begun, ended;		/* the document */
	uint64_t line, searched;	/* the line being looked for */
	bool torn;			/* the line goes on from an earlier piece */
	struct paragraph_line *lines;	/* ring of lines ahead */
	size_t first, count;
	uint64_t at;			/* start of the open paragraph */
	bool open;
	uint64_t weighed;		/* up to where its pieces are counted */
	size_t pieces;
	bool decided, wrapped;		/* how the block lies */
	int width;			/* code points where its lines end */
	int margin;			/* the same of wrapped blocks before */
	bool filled;			/* lines leave no room for a word */
	uint32_t indent;		/* bytes before first lines */
	int prior;			/* evidence of the blocks before */
	int number;			/* of the last list mark */
	int mark;			/* its kind */
	uint64_t counted;		/* up to where code points are counted */
	int64_t points;
	uint64_t produced;		/* paragraphs of the document */
	bool closing;			/* names follow, no titles */
};

/* Returns 0, or -1 when memory runs out. */
int paragraph_init(struct paragraph_reader *reader,
    enum paragraph_layout layout);
/* Takes bytes of the document and returns how many; less than length when
 * paragraph_next has to be called first. */
size_t paragraph_push(struct paragraph_reader *reader, const char *bytes,
    size_t length);
/* Says that the document has no more bytes. */
void paragraph_end(struct paragraph_reader *reader);
/* The next paragraph; false when more bytes are needed or none are left. */
bool paragraph_next(struct paragraph_reader *reader,
    struct paragraph *paragraph);
/* Begins another document. */
void paragraph_begin(struct paragraph_reader *reader);
void paragraph_free(struct paragraph_reader *reader);
/* The stream's name of a kind ("body"). */
const char *paragraph_kind_name(enum passage_kind kind);

#endif
