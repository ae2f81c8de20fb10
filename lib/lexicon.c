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

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Whether a key has the length of this one and its first byte with the bits
 * of fold. */
static bool
may_have(const struct lexicon *lexicon, struct slice key, unsigned char fold)
{
	return key.length > 0 &&
	    (lexicon->lengths[(unsigned char)key.at[0] | fold] &
	    lexicon_length(key.length)) != 0;
}

size_t
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	uint32_t i;

	if (!may_have(lexicon, key, 0))
		return LEXICON_NONE;
	i = lexicon_hash(key) & lexicon->mask;
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
	if (key.length == 0 || key.length > sizeof folded ||
	    !may_have(lexicon, key, is_upper(key.at[0]) ? 0x20 : 0))
		return LEXICON_NONE;
	for (i = 0; i < key.length; i++) {
		char c = key.at[i];

		folded[i] = is_upper(c) ? (char)(c | 0x20) : c;
	}
	key.at = folded;
	return lexicon_find(lexicon, key);
}
