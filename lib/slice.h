/*
 * slice: bytes somewhere else, a pointer and a length.  NUL is data.  A slice
 * owns nothing and lives as long as what it points into.
 */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *at;
	size_t length;		/* bytes */
};

/* A slice of a string literal or other NUL-terminated string. */
static inline struct slice
slice_of(const char *string)
{
	struct slice s = { string, strlen(string) };

	return s;
}

static inline bool
slice_equal(struct slice a, struct slice b)
{
	return a.length == b.length &&
	    (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

static inline bool
slice_is(struct slice a, const char *string)
{
	return slice_equal(a, slice_of(string));
}

/* Byte order, as strcmp: negative, 0, positive. */
static inline int
slice_compare(struct slice a, struct slice b)
{
	size_t n = a.length < b.length ? a.length : b.length;
	int order = n == 0 ? 0 : memcmp(a.at, b.at, n);

	return order != 0 ? order :
	    (a.length > b.length) - (a.length < b.length);
}

#endif
