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

#ifdef SMALL_LIMITS		/* for a fuzzer to reach */
#define OUTPUT_SIZE ((size_t)100)
#else
#define OUTPUT_SIZE ((size_t)1 << 16)
#endif
#define OUTPUT_DIGITS 20

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
/* Room for length bytes to be written in place, NULL when there can be none;
 * then output_to says where they end. */
char *output_room(struct output *out, size_t length);
void output_to(struct output *out, const char *end);
/* 00 to 99. */
extern const char output_pairs[201];
/* Writes a number in decimal, at most OUTPUT_DIGITS bytes; returns its end. */
char *output_digits(char *to, int64_t number);
void output_flush(struct output *out);
void output_close(struct output *out);

/* memcpy for short pieces, which most fields and rows are; returns the end. */
static inline char *
output_copy(char *to, const char *from, size_t length)
{
	if (length > 128) {
		memcpy(to, from, length);
	} else if (length > 16) {
		size_t i;

		/* the last ones, some of them twice */
		for (i = 0; i + 16 < length; i += 16)
			memcpy(to + i, from + i, 16);
		memcpy(to + length - 16, from + length - 16, 16);
	} else if (length >= 8) {
		memcpy(to, from, 8);
		memcpy(to + length - 8, from + length - 8, 8);
	} else if (length >= 4) {
		memcpy(to, from, 4);
		memcpy(to + length - 4, from + length - 4, 4);
	} else if (length > 0) {
		to[0] = from[0];
		to[length / 2] = from[length / 2];
		to[length - 1] = from[length - 1];
	}
	return to + length;
}

#endif
