/*
 * lexicon: a table of knowledge from lib/lexicon/NAME.tsv, compiled into the
 * executable as the constant lexicon_NAME (hyphens of NAME become underscores).
 * No parsing and no relocation at run time: one pool of bytes and arrays of
 * offsets into it.
 *
 *	extern const struct lexicon lexicon_currencies;
 *	size_t row = lexicon_find(&lexicon_currencies, slice_of("EUR"));
 *	if (row != LEXICON_NONE)
 *		name = lexicon_cell(&lexicon_currencies, row, 1);
 *
 * The file: TAB-separated, a header line, the key in the first column, lines
 * that begin with '#' are comments, an empty cell is empty.  Several rows may
 * have one key; they keep the order of the file and stand one after another:
 * ask for row + 1 while lexicon_key_is() holds.  Where the classes of a key
 * are asked for often, compile numbers those of the second column and writes
 * their names into a header: lexicon_set().
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdint.h>

#include "slice.h"

#define LEXICON_NONE ((size_t)-1)

/* A key, with all that is needed to compare it. */
struct lexicon_slot {
	uint64_t head;		/* lexicon_head */
	uint32_t row;		/* + 1; 0: free */
	uint32_t length;
};

struct lexicon {
	const char *pool;
	const uint32_t *cells;	/* rows * columns + 1 offsets into pool */
	const struct lexicon_slot *slots;	/* open addressing */
	const uint8_t *filter;	/* by slot: lexicon_bit of the keys' hashes */
	const uint8_t *leads;	/* the same of what keys begin with, or NULL */
	const uint32_t *lengths; /* of keys, by first byte: lexicon_length */
	const uint8_t *classes;	/* of rows; NULL, and all sets are empty */
	const uint16_t *sets;	/* of rows, into bits */
	const uint64_t *bits;	/* width of them a set; the first is empty */
	uint32_t mask;		/* slots - 1 */
	uint32_t rows;
	uint32_t columns;
	uint32_t width;
};

/* Whether row exists and has this key. */
bool lexicon_key_is(const struct lexicon *lexicon, size_t row,
    struct slice key);
struct slice lexicon_cell(const struct lexicon *lexicon, size_t row,
    size_t column);
/* The bit of a length in the lengths of its first byte; long ones share one.
 * Most of what is looked up is told by it to be no key, without a hash. */
static inline uint32_t
lexicon_length(size_t length)
{
	return UINT32_C(1) << (length < 31 ? length : 31);
}

/* Of a table whose second column was compiled as classes: the classes of the
 * row and of the others with its key, a bit for each; of LEXICON_NONE none. */
static inline const uint64_t *
lexicon_set(const struct lexicon *lexicon, size_t row)
{
	return row == LEXICON_NONE ? lexicon->bits : lexicon->bits +
	    lexicon->sets[row] * lexicon->width;
}

/* Whether a key has this length and begins with this byte. */
static inline bool
lexicon_may_have(const struct lexicon *lexicon, unsigned char first,
    size_t length)
{
	return (lexicon->lengths[first] & lexicon_length(length)) != 0;
}

/* Whether any key begins with this byte. */
static inline bool
lexicon_begins(const struct lexicon *lexicon, char byte)
{
	return lexicon->lengths[(unsigned char)byte] != 0;
}

/* The row of a key that lexicon_may_have does not exclude. */
size_t lexicon_search(const struct lexicon *lexicon, struct slice key);
size_t lexicon_search_folded(const struct lexicon *lexicon, struct slice key);

/* Whether a key may go on behind this, with a blank or a sign; of compiled
 * tables. */
bool lexicon_goes_on(const struct lexicon *lexicon, struct slice lead);

/* The first row with this key (exact bytes), or LEXICON_NONE. */
static inline size_t
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	return key.length > 0 && lexicon_may_have(lexicon,
	    (unsigned char)key.at[0], key.length) ?
	    lexicon_search(lexicon, key) : LEXICON_NONE;
}

/* The same with ASCII letters of the key folded to lower case. */
static inline size_t
lexicon_find_folded(const struct lexicon *lexicon, struct slice key)
{
	unsigned char first = key.length > 0 ? (unsigned char)key.at[0] : 0;

	if (first >= 'A' && first <= 'Z')
		first |= 0x20;
	return key.length > 0 && lexicon_may_have(lexicon, first, key.length) ?
	    lexicon_search_folded(lexicon, key) : LEXICON_NONE;
}

/* The hash of the slots, shared with the compiler of lexicons; of the bytes in
 * the order of this machine. */
uint32_t lexicon_hash(struct slice key);

/* The first eight bytes of a key as a number, which tells shorter keys of one
 * length apart. */
uint64_t lexicon_head(struct slice key);

/* The bit that keys with this hash set in the filter where their slot is.  Of
 * the words that are no keys it lets few through to the slots, which are many
 * and seldom in the cache. */
static inline uint8_t
lexicon_bit(uint32_t hash)
{
	return (uint8_t)(1 << (hash >> 29));
}

#endif
