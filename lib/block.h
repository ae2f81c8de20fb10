/*
 * block: a paragraph row and the rows inside it, as they lie, and the rows
 * that a filter adds; in a stream without paragraph rows each outermost row is
 * a block.
 *
 *	block_row(&block, 0, &row);		the container
 *	...
 *	block_add(&block, &new);
 *
 * Ownership: a block owns its rows until block_clear, also those that were
 * added, of which it takes the bytes.
 */
#ifndef BLOCK_H
#define BLOCK_H

#include <stdint.h>

#include "memory.h"
#include "row.h"

/* Where a row lies; offsets of the span relative to the block's start. */
struct block_index {
	uint32_t at;		/* byte in the block */
	uint32_t start, end;	/* code points */
	/* Of rows that were read: bytes from there to these fields; 0: many. */
	uint16_t label, attrs;
};

struct block_rows {
	char *bytes;		/* rows, each with its newline */
	size_t length, size;
	struct block_index *index;
	size_t count, index_size;
};

struct block {
	struct arena *arena;	/* the caller's, for fields of what is added */
	struct block_rows rows;	/* as they were read */
	struct block_rows added;
	/* Rows that were appended one by one, not noted; and with which bytes
	 * the labels of those that were noted begin: block_initial. */
	uint32_t *apart;
	size_t apart_count, apart_size;
	uint32_t initials;
	int64_t start, end;	/* code points of the document */
	bool paragraph;		/* the first row is a paragraph */
	bool new_document;	/* the first block of a document */
};

/* Whether there is room for so many rows of so many bytes in all that end
 * there. */
static inline bool
block_has_room(const struct block *block, const struct block_rows *rows,
    int64_t end, size_t count, size_t length)
{
	return rows->length + length <= rows->size &&
	    rows->length + length <= UINT32_MAX &&
	    rows->count + count <= rows->index_size &&
	    end - block->start <= (int64_t)UINT32_MAX;
}

/* Puts the row into the index and returns where its bytes begin. */
static inline char *
block_begin_row(const struct block *block, struct block_rows *rows,
    int64_t start, int64_t end)
{
	struct block_index *index = rows->index + rows->count++;

	index->at = (uint32_t)rows->length;
	index->start = (uint32_t)(start - block->start);
	index->end = (uint32_t)(end - block->start);
	return rows->bytes + rows->length;
}

void block_init(struct block *block, struct arena *arena);
void block_clear(struct block *block);
void block_free(struct block *block);
/* Appends a row (line without newline, split before); false when memory runs
 * out or the block is too large for its index (4 GiB). */
bool block_append(struct block *block, struct slice line,
    const struct row *row);
/* Makes room in the index for a row that was read. */
bool block_enlarge_index(struct block *block);

/* Whether rows of so many bytes in all, whose fields lie at most so far from
 * where they begin, can be put into the index by block_note. */
static inline bool
block_may_note(const struct block *block, size_t bytes, size_t field)
{
	return bytes <= UINT32_MAX && field <= UINT16_MAX &&
	    block->rows.length + bytes <= UINT32_MAX;
}

/* The bit of a letter that a label begins with; some have the same. */
static inline uint32_t
block_initial(char c)
{
	return UINT32_C(1) << ((unsigned char)c & 31);
}

/* Puts a row into the index whose line lies so many bytes behind the others,
 * to be taken with them; it does not end behind the block, and its label begins
 * so.  False when memory runs out. */
static inline bool
block_note(struct block *block, size_t at, int64_t start, int64_t end,
    size_t label, size_t attrs, char initial)
{
	struct block_rows *rows = &block->rows;

	if (rows->count == rows->index_size && !block_enlarge_index(block))
		return false;
	block->initials |= block_initial(initial);
	rows->index[rows->count++] = (struct block_index){
		.at = (uint32_t)(rows->length + at),
		.start = (uint32_t)(start - block->start),
		.end = (uint32_t)(end - block->start),
		.label = (uint16_t)label,
		.attrs = (uint16_t)attrs
	};
	return true;
}

/* Appends the lines of rows that were put into the index so. */
bool block_take(struct block *block, struct slice lines);
/* The i-th row's line, without its newline. */
struct slice block_line(const struct block *block, size_t i);
/* Splits the i-th row, i < count. */
void block_row(const struct block *block, size_t i, struct row *row);
/* The order of a row and the i-th by row_order or row_compare; only a row of an
 * equal span is split. */
int block_order(const struct block *block, const struct row *row, size_t i,
    int (*order)(const struct row *a, const struct row *b));
/* Whether a row of this span plainly stands behind the last one. */
static inline bool
block_follows(const struct block *block, int64_t start, int64_t end)
{
	const struct block_index *last =
	    &block->rows.index[block->rows.count - 1];

	/* of two that begin together the longer one is the first */
	return start - block->start > (int64_t)last->start ||
	    (start - block->start == (int64_t)last->start &&
	    end - block->start < (int64_t)last->end);
}

/* Whether a row of this span and type stands behind the last one since that
 * has the same span and another type. */
bool block_follows_type(const struct block *block, int64_t start,
    int64_t end, struct slice type);

/* Whether the i-th row is of this type, without splitting it. */
static inline bool
block_row_is(const struct block *block, size_t i, const char *type)
{
	const char *at = block->rows.bytes + block->rows.index[i].at;
	size_t n = strlen(type);

	/* no row is shorter than nine fields */
	return *at == *type && memcmp(at, type, n) == 0 && at[n] == '\t';
}

/* Makes room for so many rows to be added, of so many bytes in all, which end
 * there at most; ends the program when memory runs out. */
void block_enlarge(struct block *block, int64_t end, size_t count,
    size_t length);

/* Room for a row to be added, of this span and at most so many bytes; then
 * block_took says where its line ends, behind the newline. */
static inline char *
block_room(struct block *block, int64_t start, int64_t end, size_t length)
{
	struct block_rows *rows = &block->added;

	if (!block_has_room(block, rows, end, 1, length))
		block_enlarge(block, end, 1, length);
	return block_begin_row(block, rows, start, end);
}

/* The same for several rows, which are then put into block->added by who asks
 * for it. */
static inline void
block_reserve(struct block *block, int64_t end, size_t count, size_t length)
{
	if (!block_has_room(block, &block->added, end, count, length))
		block_enlarge(block, end, count, length);
}

static inline void
block_took(struct block *block, const char *end)
{
	block->added.length = (size_t)(end - block->added.bytes);
}

/* Adds a row; fields escaped.  Ends the program when memory runs out. */
void block_add(struct block *block, const struct row *row);
/* Writes the rows that were read, unless only, and those that were added and
 * are not among them, in order. */
void block_write(struct block *block, struct output *out, bool only);

#endif
