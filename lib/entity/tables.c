/*
 * tables: see tables.h.
 */
#include "../lexicon.h"
#include "tables.h"

extern const struct lexicon lexicon_name_words, lexicon_name_nouns,
    lexicon_name_heads, lexicon_known_names, lexicon_country_codes;

enum { LONGEST_NOUN = 24 };

/* Whether a key begins with these bytes; rows are in the order of keys. */
static bool
begins_key(const struct lexicon *lexicon, struct slice word)
{
	size_t low = 0, high = lexicon->rows;
	struct slice key;

	if (!lexicon_begins(lexicon, word.at[0]))
		return false;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (slice_compare(lexicon_cell(lexicon, middle, 0), word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == lexicon->rows)
		return false;
	key = lexicon_cell(lexicon, low, 0);
	return key.length >= word.length &&
	    memcmp(key.at, word.at, word.length) == 0;
}

size_t
tables_noun(struct slice word)
{
	char singular[LONGEST_NOUN];
	size_t row = lexicon_find_folded(&lexicon_name_nouns, word);

	if (row != LEXICON_NONE || word.length < 4 ||
	    word.at[word.length - 1] != 's')
		return row;
	word.length--;
	row = lexicon_find_folded(&lexicon_name_nouns, word);
	if (row != LEXICON_NONE || word.length > sizeof(singular) ||
	    word.at[word.length - 1] != 'e')
		return row;
	word.length--;
	if (word.at[word.length - 1] == 'i') {
		memcpy(singular, word.at, word.length);
		singular[word.length - 1] = 'y';
		word.at = singular;
	}
	return lexicon_find_folded(&lexicon_name_nouns, word);
}

uint32_t
tables_of(struct slice word)
{
	uint32_t tables = 0;

	if (word.length == 0)
		return 0;
	if (lexicon_find(&lexicon_name_words, word) != LEXICON_NONE)
		tables |= TABLES_ROLE;
	if (tables_noun(word) != LEXICON_NONE)
		tables |= TABLES_NOUN;
	if (begins_key(&lexicon_name_heads, word))
		tables |= TABLES_HEAD;
	if (begins_key(&lexicon_known_names, word))
		tables |= TABLES_KNOWN;
	if (begins_key(&lexicon_country_codes, word))
		tables |= TABLES_COUNTRY;
	return tables;
}
