/*
 * block: rows stay as the bytes that were read.  Added rows are sorted and
 * merged with them on the way out; only rows of an equal span are split again
 * to compare their names.
 */
#include <stdlib.h>

#include "block.h"
#include "error.h"

/* Buffers up to this size are kept for the next block. */
#define KEEP_MOST ((size_t)1 << 18)

void
block_init(struct block *block, struct arena *arena)
{
	memset(block, 0, sizeof *block);
	block->arena = arena;
}

void
block_clear(struct block *block)
{
	block->length = 0;
	block->count = 0;
	block->added_count = 0;
	if (block->size > KEEP_MOST) {
		block_free(block);
		block_init(block, block->arena);
	}
}

void
block_free(struct block *block)
{
	free(block->bytes);
	free(block->index);
	free(block->added);
}

bool
block_append(struct block *block, struct slice line, const struct row *row)
{
	struct block_index *index;
	char *bytes;

	if (block->length + line.length + 1 > UINT32_MAX ||
	    row->end - block->start > (int64_t)UINT32_MAX)
		return false;
	bytes = array_grow(block->bytes, &block->size,
	    block->length + line.length + 1, 1);
	if (bytes == NULL)
		return false;
	block->bytes = bytes;
	index = array_grow(block->index, &block->index_size,
	    block->count + 1, sizeof *index);
	if (index == NULL)
		return false;
	block->index = index;
	index += block->count++;
	index->at = (uint32_t)block->length;
	index->start = (uint32_t)(row->start - block->start);
	index->end = (uint32_t)(row->end - block->start);
	memcpy(bytes + block->length, line.at, line.length);
	block->length += line.length;
	bytes[block->length++] = '\n';
	return true;
}

struct slice
block_line(const struct block *block, size_t i)
{
	size_t end = i + 1 < block->count ? block->index[i + 1].at :
	    block->length;
	struct slice line = { block->bytes + block->index[i].at,
	    end - 1 - block->index[i].at };

	return line;
}

void
block_row(const struct block *block, size_t i, struct row *row)
{
	row_fields(block_line(block, i), row);
	row->start = block->start + block->index[i].start;
	row->end = block->start + block->index[i].end;
}

bool
block_row_is(const struct block *block, size_t i, const char *type)
{
	struct slice line = block_line(block, i);
	size_t n = strlen(type);

	return line.length > n && memcmp(line.at, type, n) == 0 &&
	    line.at[n] == '\t';
}

void
block_add(struct block *block, const struct row *row)
{
	struct row *added = array_grow(block->added, &block->added_size,
	    block->added_count + 1, sizeof *row);

	if (added == NULL)
		error_no_memory();
	block->added = added;
	block->added[block->added_count++] = *row;
}

static int
compare(const void *a, const void *b)
{
	return row_compare(a, b);
}

/* Sorts added rows, unless they are in order, and removes equal ones. */
static void
sort_added(struct block *block)
{
	size_t i, n = 0;

	for (i = 1; i < block->added_count; i++)
		if (row_compare(&block->added[i - 1], &block->added[i]) > 0)
			break;
	if (i < block->added_count)
		qsort(block->added, block->added_count,
		    sizeof *block->added, compare);
	for (i = 0; i < block->added_count; i++)
		if (n == 0 || row_compare(&block->added[n - 1],
		    &block->added[i]) != 0)
			block->added[n++] = block->added[i];
	block->added_count = n;
}

int
block_order(const struct block *block, const struct row *row, size_t i,
    int (*order)(const struct row *a, const struct row *b))
{
	const struct block_index *index = &block->index[i];
	int64_t start = block->start + index->start;
	int64_t end = block->start + index->end;
	struct row other;

	if (row->start != start)
		return row->start < start ? -1 : 1;
	if (row->end != end)
		return row->end > end ? -1 : 1;
	block_row(block, i, &other);
	return order(row, &other);
}

/* Whether an added row is among those from the i-th that equal it up to the
 * value: in what others wrote they may stand in any order. */
static bool
is_there(const struct block *block, const struct row *added, size_t i)
{
	for (; i < block->count; i++) {
		struct row row;

		if (added->start != block->start + block->index[i].start ||
		    added->end != block->start + block->index[i].end)
			return false;
		block_row(block, i, &row);
		if (row_compare(added, &row) == 0)
			return true;
		if (row_order(added, &row) != 0)
			return false;
	}
	return false;
}

void
block_write(struct block *block, struct output *out, bool only)
{
	size_t i = 0, k, from = 0;

	sort_added(block);
	for (k = 0; k < block->added_count; k++) {
		int order = -1;

		while (i < block->count &&
		    (order = block_order(block, &block->added[k], i,
		    row_compare)) > 0)
			i++;
		if (i < block->count && order == 0)
			continue;
		if (is_there(block, &block->added[k], i))
			continue;
		if (!only && i > from) {
			size_t begin = block->index[from].at;
			size_t end = i < block->count ?
			    block->index[i].at : block->length;

			output_bytes(out, block->bytes + begin, end - begin);
			from = i;
		}
		row_write(out, &block->added[k]);
	}
	if (!only && from < block->count)
		output_bytes(out, block->bytes + block->index[from].at,
		    block->length - block->index[from].at);
}
