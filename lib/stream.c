/*
 * stream: rows are found by memchr in a buffer that is filled by large reads;
 * runs of plain token rows are taken at once, as they lie.
 * The row that ends a block (the first of the next) is kept split until the
 * next call.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <unistd.h>

#include "error.h"
#include "glance.h"
#include "stream.h"

#ifdef SMALL_LIMITS		/* for a fuzzer to reach */
#define READ_SIZE ((size_t)200)
#else
#define READ_SIZE ((size_t)1 << 17)
#endif
#define MAPPED_LEAST (12 << 20)
#define HEAP_KEPT (16 << 20)	/* what a window of a long document takes */
/* A row holds a paragraph of at most 1 MiB of text twice as long when all of
 * it is escaped; what is longer is no row. */
#define LINE_MOST ((size_t)16 << 20)

static const char token[] = "token\t";
#define TOKEN_LENGTH (sizeof token - 1)

struct stream {
	const struct options *options;
	int operand;		/* index of the next one to open */
	int fd;			/* -1: none is open */
	const char *name;	/* of the open one */
	uint64_t line_number;
	char *buffer;
	size_t size, begin, end;
	bool file_ends;		/* all of the open operand is in the buffer */
	bool begun;		/* a row was seen: a header is a later copy */
	bool over;		/* nothing more to come */
	bool torn;		/* the block being read may lack rows */
	bool marked;		/* a later header ended the block; not written */
	bool waiting;		/* row and line hold the next block's first */
	bool row_new_document;	/* and whether it begins a document */
	struct slice line;
	struct row row;
	/* What token rows of the block begin with: type, name of the document,
	 * each with its tab. */
	char *head;
	size_t head_length, head_size;
	int64_t block_start, block_end;	/* of the block read last */
	bool any_block;
	int status;
	struct output out;
};

struct stream *
stream_open(const struct options *options)
{
	struct stream *stream = calloc(1, sizeof *stream);

	if (stream == NULL)
		error_no_memory();
#ifdef __GLIBC__
	/* else what a large block takes is never given back */
	mallopt(M_MMAP_THRESHOLD, MAPPED_LEAST);
	/* else each block gives back pages that the next one asks for */
	mallopt(M_TRIM_THRESHOLD, HEAP_KEPT);
#endif
	stream->options = options;
	stream->fd = -1;
	stream->size = READ_SIZE;
	stream->buffer = malloc(stream->size);
	if (stream->buffer == NULL)
		error_no_memory();
	output_open(&stream->out);
	return stream;
}

static void
operand_failed(struct stream *stream, int error)
{
	error_warn("%s: %s", stream->name, strerror(error));
	stream->status = STATUS_FAILURE;
}

/* Opens the next operand that can be opened; false when there is none. */
static bool
open_next(struct stream *stream)
{
	const struct options *o = stream->options;

	while (stream->operand < o->operand_count) {
		stream->name = o->operands[stream->operand++];
		stream->fd = strcmp(stream->name, "-") == 0 ? STDIN_FILENO :
		    open(stream->name, O_RDONLY);
		if (stream->fd >= 0) {
			stream->line_number = 0;
			stream->file_ends = false;
			return true;
		}
		operand_failed(stream, errno);
	}
	return false;
}

static void
close_operand(struct stream *stream)
{
	if (stream->fd > STDIN_FILENO)
		close(stream->fd);
	stream->fd = -1;
}

/* Reads more behind the bytes in the buffer.  Sets file_ends at the end and on
 * an error, which drops what was not a whole line. */
static void
fill(struct stream *stream)
{
	ssize_t n;

	if (stream->begin > 0) {
		memmove(stream->buffer, stream->buffer + stream->begin,
		    stream->end - stream->begin);
		stream->end -= stream->begin;
		stream->begin = 0;
	}
	if (stream->end == stream->size) {
		char *larger = array_grow(stream->buffer, &stream->size,
		    stream->size + 1, 1);

		if (larger == NULL)
			error_no_memory();
		stream->buffer = larger;
	}
	do
		n = read(stream->fd, stream->buffer + stream->end,
		    stream->size - stream->end);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		operand_failed(stream, errno);
		stream->torn = stream->line_number > 0;
		stream->end = stream->begin;
		stream->line.length = 0;
	}
	if (n <= 0)
		stream->file_ends = true;
	else
		stream->end += (size_t)n;
}

static void
malformed(struct stream *stream, const char *reason)
{
	error_warn("%s:%llu: %s", stream->name,
	    (unsigned long long)stream->line_number, reason);
	stream->status = STATUS_FAILURE;
	stream->over = true;
	stream->torn = true;
	close_operand(stream);
}

/* The next line, in the buffer until the next call; false at the end. */
static bool
next_line(struct stream *stream, struct slice *line)
{
	size_t searched = 0;

	for (;;) {
		size_t have = stream->end - stream->begin;
		char *at = stream->buffer + stream->begin;
		char *newline = stream->fd < 0 ? NULL :
		    memchr(at + searched, '\n', have - searched);

		if (stream->fd < 0) {
			if (!open_next(stream))
				return false;
			stream->begin = stream->end = searched = 0;
		} else if (newline != NULL ||
		    (stream->file_ends && have > 0)) {
			line->at = at;
			line->length = newline != NULL ?
			    (size_t)(newline - at) : have;
			stream->begin += line->length + (newline != NULL);
			stream->line_number++;
			return true;
		} else if (stream->file_ends) {
			close_operand(stream);
		} else if (have >= LINE_MOST) {
			line->at = at;
			line->length = have;
			stream->line_number++;
			malformed(stream, "row longer than 16 MiB");
			return false;
		} else {
			fill(stream);
			/* an error drops what there was */
			searched = stream->end > stream->begin ? have : 0;
		}
	}
}

/* To those who wait for an answer it says that what came before is complete. */
static void
write_header(struct stream *stream)
{
	stream->marked = false;
	if (stream->options->no_header)
		return;
	output_slice(&stream->out, stream->line);
	output_byte(&stream->out, '\n');
	if (stream->options->unbuffered)
		output_flush(&stream->out);
}

static bool
same_document(const struct stream *stream, struct slice doc)
{
	return stream->head_length == TOKEN_LENGTH + doc.length + 1 &&
	    memcmp(stream->head + TOKEN_LENGTH, doc.at, doc.length) == 0;
}

static void
set_document(struct stream *stream, struct slice doc)
{
	size_t length = TOKEN_LENGTH + doc.length + 1;
	char *head = array_grow(stream->head, &stream->head_size, length, 1);

	if (head == NULL)
		error_no_memory();
	memcpy(head, token, TOKEN_LENGTH);
	memcpy(head + TOKEN_LENGTH, doc.at, doc.length);
	head[length - 1] = '\t';
	stream->head = head;
	stream->head_length = length;
}

/* Whether row begins a block of its own after the present one. */
static bool
begins_block(const struct stream *stream, const struct block *block,
    const struct row *row)
{
	return !same_document(stream, row->doc) ||
	    row->start < block->start || row->start >= block->end ||
	    slice_is(row->type, "paragraph") ||
	    (!block->paragraph && row->end > block->end);
}

/* Whether a row that begins a block begins a document too: another name, or
 * offsets that start again. */
static bool
begins_document(const struct stream *stream, const struct row *row)
{
	if (!stream->any_block || !same_document(stream, row->doc))
		return true;
	return row->start < stream->block_start ||
	    (slice_is(row->type, "paragraph") &&
	    row->start < stream->block_end);
}

/* Takes the waiting row as the first of an empty block. */
static bool
begin_block(struct stream *stream, struct block *block)
{
	const struct row *row = &stream->row;

	block->start = row->start;
	block->end = row->end;
	block->paragraph = slice_is(row->type, "paragraph");
	block->new_document = stream->row_new_document;
	set_document(stream, row->doc);
	stream->block_start = row->start;
	stream->block_end = row->end;
	stream->any_block = true;
	stream->waiting = false;
	return block_append(block, stream->line, row);
}

/* What is wrong with a row inside a block, or NULL. */
static const char *
misplaced(const struct block *block, const struct row *row)
{
	if (row->end > block->end)
		return "row crosses the end of its paragraph";
	if (block_follows(block, row->start, row->end))
		return NULL;
	if (block_order(block, row, block->rows.count - 1, row_order) < 0)
		return "row out of order (by start, then the longer first)";
	return NULL;
}

/* The next row when it lies in the buffer and nothing is wrong with it. */
static bool
next_plain(struct stream *stream)
{
	struct slice bytes = { stream->buffer + stream->begin,
	    stream->end - stream->begin };

	if (stream->fd < 0 || !row_next(bytes, &stream->line, &stream->row))
		return false;
	stream->begin += stream->line.length + 1;
	stream->line_number++;
	stream->begun = true;
	return true;
}

/* The next row into stream->line and stream->row; false at the end, on a
 * malformed one, and at a header that marks the end of a document. */
static bool
next_row(struct stream *stream)
{
	const char *reason;

	if (next_plain(stream))
		return true;
	while (next_line(stream, &stream->line)) {
		if (row_is_header(stream->line)) {
			if (!stream->begun)
				write_header(stream);
			else if (stream->options->unbuffered)
				stream->marked = true;
			stream->begun = true;
			if (stream->marked)
				return false;
			continue;
		}
		stream->begun = true;
		if (row_split(stream->line, &stream->row, &reason))
			return true;
		malformed(stream, reason);
		return false;
	}
	stream->over = true;
	return false;
}

/* Whether the block is complete although what followed it is not: the
 * malformed line plainly stood behind it. */
static bool
complete_before(const struct stream *stream, const struct block *block)
{
	static const char paragraph[] = "paragraph\t";

	return !block->paragraph || (stream->over &&
	    stream->line.length >= sizeof paragraph - 1 &&
	    memcmp(stream->line.at, paragraph, sizeof paragraph - 1) == 0);
}

/* Whether a token row plainly stands behind the last one, which may be a token
 * that has been noted and not taken yet. */
static inline bool
token_follows(const struct block *block, const struct row_brief *row,
    bool noted)
{
	static const struct slice type = { token, TOKEN_LENGTH - 1 };

	return block_follows(block, row->start, row->end) || (!noted &&
	    block_follows_type(block, row->start, row->end, type));
}

/* Takes the token rows that lie in the buffer, plain and in order: most rows
 * are. */
static void
read_tokens(struct stream *stream, struct block *block)
{
	struct slice head = { stream->head, stream->head_length };
	struct slice lines = { stream->buffer + stream->begin, 0 };
	size_t have = stream->end - stream->begin;
	struct row_brief row = { .sent = 0 };

	if (!block_may_note(block, have, head.length + ROW_BRIEF))
		return;
	while (row_next_brief((struct slice){ lines.at + lines.length,
	    have - lines.length }, head, &row) &&
	    token_follows(block, &row, lines.length > 0) &&
	    row.end <= block->end &&
	    block_note(block, lines.length, row.start, row.end, row.label,
	    row.attrs, lines.at[lines.length + row.label])) {
		lines.length += row.length;
		stream->line_number++;
	}
	if (!block_take(block, lines))
		error_no_memory();
	stream->begin += lines.length;
}

/* Reads the rest of a block that has been begun; false when it is dropped
 * since rows of it may be missing. */
static bool
read_rest(struct stream *stream, struct block *block)
{
	while (read_tokens(stream, block), next_row(stream)) {
		const char *reason;

		if (stream->torn || begins_block(stream, block, &stream->row)) {
			stream->row_new_document =
			    begins_document(stream, &stream->row);
			stream->waiting = true;
			break;
		}
		reason = misplaced(block, &stream->row);
		if (reason != NULL) {
			malformed(stream, reason);
			return false;
		}
		if (!block_append(block, stream->line, &stream->row))
			error_no_memory();
	}
	return !stream->torn || complete_before(stream, block);
}

/* Whether there is a first row, waiting or read, after headers that mark. */
static bool
first_row(struct stream *stream)
{
	if (stream->waiting)
		return true;
	do {
		if (stream->marked)
			write_header(stream);
		if (stream->over)
			return false;
		stream->row_new_document = true;
	} while (!next_row(stream) && stream->marked);
	return !stream->over;
}

bool
stream_read(struct stream *stream, struct block *block)
{
	for (;;) {
		if (!first_row(stream))
			return false;
		stream->torn = false;
		if (!begin_block(stream, block))
			error_no_memory();
		if (read_rest(stream, block))
			return true;
		block_clear(block);
	}
}

bool
stream_document_ends(const struct stream *stream)
{
	return !stream->waiting || stream->row_new_document;
}

void
stream_write(struct stream *stream, struct block *block)
{
	block_write(block, &stream->out, stream->options->only);
	if (stream->options->unbuffered)
		output_flush(&stream->out);
}

int
stream_close(struct stream *stream)
{
	int status;

	output_close(&stream->out);
	status = stream->status;
	free(stream->buffer);
	free(stream->head);
	free(stream);
	return status;
}

int
stream_each(const struct options *options,
    void (*add)(void *context, struct block *block), void *context)
{
	struct stream *stream = stream_open(options);
	struct block block;
	struct arena arena;

	arena_init(&arena);
	arena.exhausted = error_no_memory;
	block_init(&block, &arena);
	while (stream_read(stream, &block)) {
		add(context, &block);
		stream_write(stream, &block);
		block_clear(&block);
		arena_reset(&arena);
	}
	block_free(&block);
	arena_free(&arena);
	return stream_close(stream);
}
