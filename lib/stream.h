/*
 * stream: reads the operands of a filter as one stream of blocks and writes
 * them on.
 *
 *	static void
 *	add(void *context, struct block *block)
 *	{
 *		... block_add(block, &row);
 *	}
 *	...
 *	return stream_each(&options, add, &context);
 *
 * A filter that looks at more than a block at a time reads and writes for
 * itself (layer.h, document_each).
 *
 * The header of the first operand that has one is passed on.  A later one is
 * dropped; with --unbuffered it ends the document before it and is passed on,
 * so that who waits for an answer knows that it is complete.  A malformed row
 * ends the stream: stream_read reports `name: file:line: reason`, gives the
 * complete blocks before it and then false; stream_close returns status 1.  An
 * operand that can't be read is reported, the rest is processed, and the
 * status is 1.  What can't be written ends the program (output.h).
 */
#ifndef STREAM_H
#define STREAM_H

#include "block.h"
#include "option.h"

struct stream;

struct stream *stream_open(const struct options *options);
/* Reads the next block into an empty one. */
bool stream_read(struct stream *stream, struct block *block);
/* Whether the block after the one read last belongs to another document, or
 * there is none. */
bool stream_document_ends(const struct stream *stream);
/* Writes a block with what was added to it. */
void stream_write(struct stream *stream, struct block *block);
/* Flushes; returns the status of the program. */
int stream_close(struct stream *stream);
/* All of that: add is called for each block.  Memory of the block's arena,
 * which ends the program when it runs out, lasts until the next one. */
int stream_each(const struct options *options,
    void (*add)(void *context, struct block *block), void *context);

#endif
