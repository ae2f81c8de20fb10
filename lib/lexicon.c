/*
 * lexicon: open addressing with linear probing over the hash of the key.
 */
#include "lexicon.h"
#include "utf8.h"

static inline uint32_t
hash_of(struct slice key)
{
	const uint64_t odd = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = key.length * odd;
	size_t i;

	for (i = 0; i + 8 < key.length; i += 8) {
		hash = (hash ^ utf8_eight(key.at + i, 8)) * odd;
		hash ^= hash >> 29;
	}
	hash = (hash ^ utf8_eight(key.at + i, key.length - i)) * odd;
	return (uint32_t)(hash >> 32) ^ (uint32_t)(hash >> 47);
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

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
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

size_t
lexicon_search(const struct lexicon *lexicon, struct slice key)
{
	uint32_t hash = hash_of(key), i = hash & lexicon->mask;
	const struct lexicon_slot *slot;
	uint64_t head;

	if ((lexicon->filter[i] & lexicon_bit(hash)) == 0)
		return LEXICON_NONE;
	head = head_of(key);
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

size_t
lexicon_search_folded(const struct lexicon *lexicon, struct slice key)
{
	char folded[128];
	size_t i;

	/* no key of a table is longer */
	if (key.length > sizeof folded)
		return LEXICON_NONE;
	for (i = 0; i < key.length; i++) {
		char c = key.at[i];

		folded[i] = is_upper(c) ? (char)(c | 0x20) : c;
	}
	key.at = folded;
	return lexicon_search(lexicon, key);
}

bool
lexicon_goes_on(const struct lexicon *lexicon, struct slice lead)
{
	uint32_t hash = hash_of(lead);

	return (lexicon->leads[hash & lexicon->mask] & lexicon_bit(hash)) != 0;
}
