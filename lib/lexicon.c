/*
 * lexicon: open addressing with linear probing over the hash of the key.
 */
#include "ascii.h"
#include "lexicon.h"
#include "utf8.h"
#include "vectors.h"

#define HASH_ODD UINT64_C(0x9e3779b97f4a7c15)

/* Of the last eight bytes or fewer, behind those hashed before. */
static inline uint32_t
hash_last(uint64_t hash, uint64_t eight)
{
	hash = (hash ^ eight) * HASH_ODD;
	return (uint32_t)(hash >> 32) ^ (uint32_t)(hash >> 47);
}

static inline uint32_t
hash_of(struct slice key)
{
	uint64_t hash = key.length * HASH_ODD;
	size_t i;

	for (i = 0; i + 8 < key.length; i += 8) {
		hash = (hash ^ utf8_eight(key.at + i, 8)) * HASH_ODD;
		hash ^= hash >> 29;
	}
	return hash_last(hash, utf8_eight(key.at + i, key.length - i));
}

uint32_t
lexicon_hash(struct slice key)
{
	return hash_of(key);
}

struct slice
lexicon_cell(const struct lexicon *lexicon, size_t row, size_t column)
{
	const uint32_t *cell = lexicon->cells + row * lexicon->columns +
	    column;
	struct slice s = { lexicon->pool + cell[0], cell[1] - cell[0] };

	return s;
}

bool
lexicon_key_is(const struct lexicon *lexicon, size_t row, struct slice key)
{
	return row < lexicon->rows &&
	    slice_equal(lexicon_cell(lexicon, row, 0), key);
}

static inline uint64_t
head_of(struct slice key)
{
	return utf8_eight(key.at, key.length < 8 ? key.length : 8);
}

uint64_t
lexicon_head(struct slice key)
{
	return head_of(key);
}

/* The row of a key of this hash and head, from slot i on; keys of at most eight
 * bytes are known by their head, and by it alone. */
static size_t
search(const struct lexicon *lexicon, struct slice key, uint32_t i,
    uint64_t head)
{
	const struct lexicon_slot *slot;

	for (slot = lexicon->slots + i; slot->row != 0;
	    slot = lexicon->slots + i) {
		if (slot->head == head && slot->length == key.length &&
		    (key.length <= 8 || lexicon_key_is(lexicon, slot->row - 1,
		    key)))
			return slot->row - 1;
		i = (i + 1) & lexicon->mask;
	}
	return LEXICON_NONE;
}

/* Whether there may be a key of this hash. */
static inline bool
passes(const struct lexicon *lexicon, uint32_t hash)
{
	return (lexicon->filter[hash & lexicon->mask] & lexicon_bit(hash)) != 0;
}

size_t
lexicon_search(const struct lexicon *lexicon, struct slice key)
{
	uint32_t hash = hash_of(key);

	return passes(lexicon, hash) ? search(lexicon, key,
	    hash & lexicon->mask, head_of(key)) : LEXICON_NONE;
}

/* The same bytes with capitals of ASCII small. */
static inline uint64_t
small(uint64_t eight)
{
	return eight | (utf8_capitals(eight) & ~eight) >> 2;
}

/* lexicon_search_folded, of more than eight bytes. */
SELDOM static size_t
search_long(const struct lexicon *lexicon, struct slice key)
{
	char folded[128];
	size_t i;

	/* no key of a table is longer */
	if (key.length > sizeof folded)
		return LEXICON_NONE;
	for (i = 0; i < key.length; i++)
		folded[i] = (char)to_small(key.at[i]);
	key.at = folded;
	return lexicon_search(lexicon, key);
}

size_t
lexicon_search_folded(const struct lexicon *lexicon, struct slice key)
{
	uint64_t head;
	uint32_t hash;

	if (key.length > 8)
		return search_long(lexicon, key);
	head = small(head_of(key));
	hash = hash_last(key.length * HASH_ODD, head);
	return passes(lexicon, hash) ? search(lexicon, key,
	    hash & lexicon->mask, head) : LEXICON_NONE;
}

bool
lexicon_goes_on(const struct lexicon *lexicon, struct slice lead)
{
	uint32_t hash = hash_of(lead);

	return (lexicon->leads[hash & lexicon->mask] & lexicon_bit(hash)) != 0;
}
