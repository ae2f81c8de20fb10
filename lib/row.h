/*
 * row: one row of the stream (stream(5)): split, check, escape, write.
 *
 *	struct row row;
 *	const char *reason;
 *
 *	if (!row_split(line, &row, &reason))
 *		error: line is malformed, for this reason
 *
 * The fields of a row are slices of the line, escaped as they lie there;
 * row_unescape gives the text.  To write text, row_escape it first.
 */
#ifndef ROW_H
#define ROW_H

#include <stdint.h>

#include "memory.h"
#include "output.h"
#include "slice.h"

#define ROW_HEADER \
	"type\tdoc\tstart\tend\tsent\tlabel\tvalue\tattrs\ttext"

struct row {
	struct slice type, doc, sent, label, value, attrs, text;
	struct slice rest;	/* columns 10 and up with their first TAB */
	int64_t start, end;	/* code points of the document */
};

/* A row that has all fields "_" but for those to be set. */
extern const struct row row_none;

/* Splits a line (without its newline) and checks it: nine fields and none of
 * them empty, the type's name, the offsets, the number of the sentence, the
 * shape of the attributes, the escapes, UTF-8, no control character NUL or CR,
 * and as many code points of text as end - start.  Returns false with a
 * reason when it is malformed. */
bool row_split(struct slice line, struct row *row, const char **reason);
/* The same for the first line of bytes, in one pass; false when it is malformed
 * or has no newline: find its end and ask row_split. */
bool row_next(struct slice bytes, struct slice *line, struct row *row);
/* A non-negative decimal of at most 18 digits; -1 when it is none. */
int64_t row_offset(struct slice field);
/* The fields of a line that has been split before, but for start and end. */
void row_fields(struct slice line, struct row *row);
/* Whether the line is the header of a stream. */
bool row_is_header(struct slice line);
/* The same text with escapes for TAB, LF, CR and backslash; s itself when
 * there is nothing to escape. */
struct slice row_escape(struct slice s, struct arena *arena);
struct slice row_unescape(struct slice s, struct arena *arena);
/* What a backslash and c stand for. */
char row_escaped(char c);
/* The raw value of the attribute key; false when there is none. */
bool row_attr(struct slice attrs, const char *key, struct slice *value);
/* The value with %7C and %3D for bar and equals sign (a % stays). */
struct slice row_attr_escape(struct slice value, struct arena *arena);
/* Pairs for the attrs column, to be added in the order of their keys; a pair
 * with an empty value is left out. */
struct attrs {
	char *at;
	size_t length, size;
};

void attrs_add(struct attrs *attrs, struct arena *arena, const char *key,
    struct slice value);
/* The finished column; "_" when nothing was added. */
struct slice attrs_column(const struct attrs *attrs);
/* Order inside a block: start, end (longer first), paragraph, sentence, type
 * name, label, value; then attrs and sent.  Negative, 0, positive. */
int row_compare(const struct row *a, const struct row *b);
/* The same as far as rule 6 of the stream orders rows: up to value. */
int row_order(const struct row *a, const struct row *b);
/* The order of rows of one span by their types alone. */
int row_type_order(struct slice a, struct slice b);
/* An offset in decimal and a tab.  The next one written is mostly a little
 * more, and then only its last two digits are new; begins as all 0. */
struct row_digits {
	char at[OUTPUT_DIGITS + 1];	/* of one that had the same but those */
	size_t length;
	int64_t value;
	uint64_t low;		/* its last two */
};

char *row_put_anew(char *to, struct row_digits *digits, int64_t value);

/* Writes an offset and a tab, and perhaps more: there is room for OUTPUT_DIGITS
 * and two.  Returns the end. */
static inline char *
row_put_offset(char *to, struct row_digits *digits, int64_t value)
{
	uint64_t low = digits->low + (uint64_t)(value - digits->value);
	size_t n = digits->length;

	/* the first ones, and those that carry */
	if (n < 3 || low >= 100)
		return row_put_anew(to, digits, value);
	digits->low = low;
	digits->value = value;
	if (n < 8)
		memcpy(to, digits->at, 8);
	else
		memcpy(to, digits->at, sizeof digits->at);
	/* not where they would be read again at once, which takes waiting */
	memcpy(to + n - 2, output_pairs + 2 * low, 2);
	return to + n + 1;
}

/* Room for the row as a line, and the line with its newline; returns the end. */
size_t row_room(const struct row *row);
char *row_put(char *to, const struct row *row);
void row_write(struct output *out, const struct row *row);

#endif
