/*
 * block: rows stay as the bytes that were read, added rows are such bytes at
 * once.  They are sorted and merged on the way out; only rows of an equal span
 * are split again to compare their names.
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
	if (block->rows.size > KEEP_MOST || block->added.size > KEEP_MOST ||
	    block->apart_size > KEEP_MOST / sizeof *block->apart) {
		block_free(block);
		block_init(block, block->arena);
	}
	block->rows.length = block->rows.count = 0;
	block->added.length = block->added.count = 0;
	block->apart_count = 0;
	block->initials = 0;
}

void
block_free(struct block *block)
{
	free(block->rows.bytes);
	free(block->rows.index);
	free(block->added.bytes);
	free(block->added.index);
	free(block->apart);
}

/* Enlarges what is too small for so many more rows of so many bytes; false when
 * memory runs out or the index cannot tell where they are. */
static bool
enlarge(const struct block *block, struct block_rows *rows, int64_t end,
    size_t count, size_t length)
{
	char *bytes;
	struct block_index *index;

	if (rows->length + length > UINT32_MAX ||
	    end - block->start > (int64_t)UINT32_MAX)
		return false;
	bytes = array_grow(rows->bytes, &rows->size, rows->length + length, 1);
	if (bytes == NULL)
		return false;
	rows->bytes = bytes;
	index = array_grow(rows->index, &rows->index_size,
	    rows->count + count, sizeof *index);
	if (index == NULL)
		return false;
	rows->index = index;
	return true;
}

/* Room for a row of at most so many bytes, which will be the next in the
 * index; NULL when there can be none. */
static inline char *
make_room(const struct block *block, struct block_rows *rows, int64_t start,
    int64_t end, size_t length)
{
	if (!block_has_room(block, rows, end, 1, length) &&
	    !enlarge(block, rows, end, 1, length))
		return NULL;
	return block_begin_row(block, rows, start, end);
}

/* How far a field lies from the beginning of its line, or 0. */
static uint16_t
field_at(struct slice line, struct slice field)
{
	size_t n = (size_t)(field.at - line.at);

	return n <= UINT16_MAX ? (uint16_t)n : 0;
}

/* Tells that the i-th row was not noted; false when memory runs out. */
static bool
set_apart(struct block *block, size_t i)
{
	uint32_t *apart = array_grow(block->apart, &block->apart_size,
	    block->apart_count + 1, sizeof *apart);

	if (apart == NULL)
		return false;
	block->apart = apart;
	apart[block->apart_count++] = (uint32_t)i;
	return true;
}

bool
block_append(struct block *block, struct slice line, const struct row *row)
{
	char *to = make_room(block, &block->rows, row->start, row->end,
	    line.length + 1);
	struct block_index *index;

	if (to == NULL || !set_apart(block, block->rows.count - 1))
		return false;
	index = &block->rows.index[block->rows.count - 1];
	index->label = field_at(line, row->label);
	index->attrs = field_at(line, row->attrs);
	*output_copy(to, line.at, line.length) = '\n';
	block->rows.length += line.length + 1;
	return true;
}

bool
block_enlarge_index(struct block *block)
{
	return enlarge(block, &block->rows, block->start, 1, 0);
}

bool
block_take(struct block *block, struct slice lines)
{
	struct block_rows *rows = &block->rows;

	if (!enlarge(block, rows, block->start, 1, lines.length))
		return false;
	memcpy(rows->bytes + rows->length, lines.at, lines.length);
	rows->length += lines.length;
	return true;
}

void
block_enlarge(struct block *block, int64_t end, size_t count, size_t length)
{
	if (!enlarge(block, &block->added, end, count, length))
		error_no_memory();
}

void
block_add(struct block *block, const struct row *row)
{
	block_took(block, row_put(block_room(block, row->start, row->end,
	    row_room(row)), row));
}

/* The i-th row's line, which ends at a newline. */
static struct slice
line_at(const struct block_rows *rows, size_t i)
{
	const char *at = rows->bytes + rows->index[i].at;
	size_t end = i + 1 < rows->count ? rows->index[i + 1].at :
	    rows->length;
	struct slice line = { at, end - 1 - rows->index[i].at };

	return line;
}

static void
split(const struct block *block, const struct block_rows *rows, size_t i,
    struct row *row)
{
	row_fields(line_at(rows, i), row);
	row->start = block->start + rows->index[i].start;
	row->end = block->start + rows->index[i].end;
}

struct slice
block_line(const struct block *block, size_t i)
{
	return line_at(&block->rows, i);
}

void
block_row(const struct block *block, size_t i, struct row *row)
{
	split(block, &block->rows, i, row);
}

int
block_order(const struct block *block, const struct row *row, size_t i,
    int (*order)(const struct row *a, const struct row *b))
{
	const struct block_index *index = &block->rows.index[i];
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

/* The order of two spans, which is that of their rows unless it is 0. */
static inline int
span_order(const struct block_index *x, const struct block_index *y)
{
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return 0;
}

/* The type of the row that lies there. */
static struct slice
type_of(const char *row)
{
	struct slice type = { row, 0 };

	while (type.at[type.length] != '\t')
		type.length++;
	return type;
}

/* The order of the types of two rows.  Of most the first letters tell it, as of
 * number and token; only paragraphs and sentences have another one. */
static int
type_order(const char *a, const char *b)
{
	unsigned char x = (unsigned char)*a, y = (unsigned char)*b;

	if (x != y && x != 'p' && x != 's' && y != 'p' && y != 's')
		return x < y ? -1 : 1;
	return row_type_order(type_of(a), type_of(b));
}

bool
block_follows_type(const struct block *block, int64_t start, int64_t end,
    struct slice type)
{
	const struct block_rows *rows = &block->rows;
	const struct block_index *last = &rows->index[rows->count - 1];

	return start - block->start == (int64_t)last->start &&
	    end - block->start == (int64_t)last->end &&
	    row_type_order(type_of(rows->bytes + last->at), type) < 0;
}

/* The order of the k-th added row and the i-th of rows; they are split only
 * when their spans and types are equal. */
static int
compare_added(const struct block *block, size_t k,
    const struct block_rows *rows, size_t i,
    int (*order)(const struct row *a, const struct row *b))
{
	const struct block_index *x = &block->added.index[k];
	const struct block_index *y = &rows->index[i];
	int quick = span_order(x, y);
	struct row a, b;

	if (quick == 0)
		quick = type_order(block->added.bytes + x->at,
		    rows->bytes + y->at);
	if (quick != 0)
		return quick;
	split(block, &block->added, k, &a);
	split(block, rows, i, &b);
	return order(&a, &b);
}

/* The first row from the k-th on that does not begin behind the one before it,
 * or begins at start or behind: the rows before plainly stand in order. */
static size_t
ascending_to(const struct block_rows *rows, size_t k, uint32_t start)
{
	const struct block_index *x = rows->index + k, *end = rows->index +
	    rows->count;

	while (x < end && x[-1].start < x->start && x->start < start)
		x++;
	return (size_t)(x - rows->index);
}

/* Whether the k-th added row begins before the next one, or is the longer of
 * two that begin together; most are. */
static bool
plainly_ordered(const struct block *block, size_t k)
{
	const struct block_index *x = &block->added.index[k];

	return span_order(x, x + 1) < 0;
}

static int
compare(const void *a, const void *b)
{
	return row_compare(a, b);
}

/* Puts added rows into their order, unless they are. */
static void
sort_added(struct block *block)
{
	struct block_rows *added = &block->added, sorted = { NULL, 0, 0, NULL,
	    0, 0 };
	struct row *rows;
	size_t i = 0;

	if (added->count < 2)
		return;
	do
		i = ascending_to(added, i + 1, UINT32_MAX);
	while (i < added->count && (plainly_ordered(block, i - 1) ||
	    compare_added(block, i - 1, added, i, row_compare) <= 0));
	if (i >= added->count)
		return;
	rows = calloc(added->count, sizeof *rows);
	if (rows == NULL)
		error_no_memory();
	for (i = 0; i < added->count; i++)
		split(block, added, i, &rows[i]);
	qsort(rows, added->count, sizeof *rows, compare);
	for (i = 0; i < added->count; i++) {
		char *to = make_room(block, &sorted, rows[i].start,
		    rows[i].end, row_room(&rows[i]));

		if (to == NULL)
			error_no_memory();
		sorted.length += (size_t)(row_put(to, &rows[i]) - to);
	}
	free(rows);
	free(added->bytes);
	free(added->index);
	*added = sorted;
}

/* Whether the k-th added row is among those from the i-th that equal it up to
 * the value: in what others wrote they may stand in any order. */
static bool
is_there(const struct block *block, size_t k, size_t i)
{
	for (; i < block->rows.count && span_order(&block->added.index[k],
	    &block->rows.index[i]) == 0; i++) {
		if (compare_added(block, k, &block->rows, i, row_compare) == 0)
			return true;
		if (compare_added(block, k, &block->rows, i, row_order) != 0)
			return false;
	}
	return false;
}

static void
write_rows(const struct block_rows *rows, size_t from, size_t to,
    struct output *out)
{
	size_t begin, end;

	if (from == to)
		return;
	begin = rows->index[from].at;
	end = to < rows->count ? rows->index[to].at : rows->length;
	output_bytes(out, rows->bytes + begin, end - begin);
}

/* Whether the k-th added row, with *i at the first row that may follow it or
 * equal it, is to be written; moves *i. */
static bool
is_new(const struct block *block, size_t k, size_t *i)
{
	int order = -1;

	if (k > 0 && !plainly_ordered(block, k - 1) && compare_added(block,
	    k - 1, &block->added, k, row_compare) == 0)
		return false;
	while (*i < block->rows.count) {
		order = span_order(&block->added.index[k],
		    &block->rows.index[*i]);
		if (order == 0)
			order = compare_added(block, k, &block->rows, *i,
			    row_compare);
		if (order <= 0)
			break;
		++*i;
	}
	return *i == block->rows.count ||
	    (order != 0 && !is_there(block, k, *i));
}

/* Whether the k-th added row plainly stands between the one before it and the
 * i-th of rows; most do. */
static inline bool
is_alone(const struct block *block, size_t k, size_t i)
{
	const struct block_index *x = &block->added.index[k];

	return (k == 0 || x[-1].start < x->start) &&
	    (i == block->rows.count || x->start < block->rows.index[i].start);
}

/* The first row from the k-th added one on that does not plainly stand so. */
static size_t
alone_from(const struct block *block, size_t k, size_t i)
{
	const struct block_rows *added = &block->added;

	if (k < added->count && !is_alone(block, k, i))
		return k;
	return k + 1 < added->count ? ascending_to(added, k + 1,
	    i == block->rows.count ? UINT32_MAX : block->rows.index[i].start) :
	    added->count;
}

void
block_write(struct block *block, struct output *out, bool only)
{
	const struct block_rows *rows = &block->rows, *added = &block->added;
	size_t i = 0, k, from = 0, first = 0;

	sort_added(block);
	/* added rows [first, k) and then rows [from, i) are still to be
	 * written */
	for (k = 0; k < added->count; k++) {
		bool new;

		if (i == from && (k = alone_from(block, k, i)) == added->count)
			break;
		new = is_alone(block, k, i) || is_new(block, k, &i);
		if (new && (i == from || only))
			continue;
		write_rows(added, first, k, out);
		first = new ? k : k + 1;
		if (new && !only)
			write_rows(rows, from, i, out);
		if (new)
			from = i;
	}
	write_rows(added, first, added->count, out);
	if (!only)
		write_rows(rows, from, rows->count, out);
}
