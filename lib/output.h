/*
 * output: standard output through one large buffer.  Every write is checked:
 * a failure ends the program with status 1 and one line, so that no filter
 * runs on when nobody takes what it writes.
 *
 *	struct output out;
 *
 *	output_open(&out);
 *	output_bytes(&out, "x", 1);
 *	output_flush(&out);	after each block with --unbuffered
 *	output_close(&out);	flushes, and checks what close reports
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdint.h>

#include "slice.h"

#define OUTPUT_SIZE ((size_t)1 << 16)

struct output {
	size_t used;
	char bytes[OUTPUT_SIZE];
};

void output_open(struct output *out);
void output_bytes(struct output *out, const char *bytes, size_t length);
void output_slice(struct output *out, struct slice s);
void output_byte(struct output *out, char byte);
/* In decimal. */
void output_number(struct output *out, int64_t number);
void output_flush(struct output *out);
void output_close(struct output *out);

#endif
