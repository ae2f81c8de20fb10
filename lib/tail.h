/*
 * tail: lets the bytes of a text be read several at a time up to its end,
 * behind which stand spaces.
 *
 *	struct tail tail;
 *
 *	tail_set(&tail, text);
 *	at = tail_at(&tail, text, i);	TAIL_ROOM bytes from i on
 *
 * Ownership: what tail_at returns lives as long as the text and the tail.
 */
#ifndef TAIL_H
#define TAIL_H

#include <string.h>

#include "slice.h"

#define TAIL_ROOM 24

struct tail {
	size_t start;			/* of its bytes in the text */
	char bytes[2 * TAIL_ROOM];
};

static inline void
tail_set(struct tail *tail, struct slice text)
{
	size_t n = text.length < TAIL_ROOM ? text.length : TAIL_ROOM;

	tail->start = text.length - n;
	memset(tail->bytes, ' ', sizeof tail->bytes);
	if (n > 0)
		memcpy(tail->bytes, text.at + tail->start, n);
}

/* The bytes of the text from i on, i at most its length. */
static inline const char *
tail_at(const struct tail *tail, struct slice text, size_t i)
{
	return i < tail->start ? text.at + i : tail->bytes + (i - tail->start);
}

#endif
