/*
 * lexicon: open addressing with linear probing over the hash of the key.
 */
#include "lexicon.h"

uint32_t
lexicon_hash(struct slice key)
{
	uint32_t hash = UINT32_C(2166136261);
	size_t i;

	for (i = 0; i < key.length; i++)
		/* NOLINTNEXTLINE(*UndefinedBinaryOperatorResult): all filled */
		hash = (hash ^ (unsigned char)key.at[i]) * UINT32_C(16777619);
	return hash ^ hash >> 15;
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

size_t
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	uint32_t i = lexicon_hash(key) & lexicon->mask;

	while (lexicon->slots[i] != 0) {
		size_t row = lexicon->slots[i] - 1;

		if (lexicon_key_is(lexicon, row, key))
			return row;
		i = (i + 1) & lexicon->mask;
	}
	return LEXICON_NONE;
}

size_t
lexicon_find_folded(const struct lexicon *lexicon, struct slice key)
{
	char folded[128];
	size_t i;

	/* no key of a table is longer */
	if (key.length > sizeof folded)
		return LEXICON_NONE;
	for (i = 0; i < key.length; i++) {
		char c = key.at[i];

		folded[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	key.at = folded;
	return lexicon_find(lexicon, key);
}
