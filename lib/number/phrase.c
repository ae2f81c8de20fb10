/*
 * phrase: what the tables say of one atom and of runs of atoms.
 *
 * The classes of a word are bits that were found with it (number-vocabulary);
 * phrases are written out and looked up.
 */
#include "grammar.h"

extern const struct lexicon lexicon_number_vocabulary;

int64_t
slice_int(struct slice s)
{
	int64_t value = 0;
	size_t i;

	if (s.length == 0 || s.length > 15)
		return -1;
	for (i = 0; i < s.length; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return -1;
		value = value * 10 + (s.at[i] - '0');
	}
	return value;
}

struct slice
atom_cell(const struct atom *atom, unsigned class)
{
	const struct lexicon *table = &lexicon_number_vocabulary;
	size_t row = atom->row;

	while (table->classes[row] != class)
		row++;
	return lexicon_cell(table, row, 2);
}

bool
alone(const struct grammar *g, size_t i, size_t end)
{
	while (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN)
		i--;
	if (i > 0)
		return false;
	while (end < g->count && g->atoms[end].kind == ATOM_SIGN)
		end++;
	return end >= g->count;
}

bool
added_at(const struct grammar *g, size_t i)
{
	return i > 0 && sign_is(g, i, "+") && !g->atoms[i].space &&
	    g->atoms[i - 1].kind == ATOM_NUMBER && i + 1 < g->count &&
	    g->atoms[i + 1].kind == ATOM_NUMBER && !g->atoms[i + 1].space;
}

#define PHRASE_ATOMS 6
#define PHRASE_BYTES 64

/* Writes the norm of atom i behind key, a blank between; apostrophes are
 * straight.  Returns the new length, or 0 when it does not fit. */
static size_t
phrase_add(const struct grammar *g, size_t i, char *key, size_t length)
{
	struct slice norm = g->atoms[i].norm;

	if (i >= g->count || g->atoms[i].kind == ATOM_OPAQUE)
		return 0;
	if (slice_is(norm, "\xE2\x80\x99"))
		norm = slice_of("'");
	else if (hyphen_at(g, i, true))
		norm = slice_of("-");
	if (length + norm.length + 1 > PHRASE_BYTES)
		return 0;
	if (length > 0 && g->atoms[i].space)
		key[length++] = ' ';
	memcpy(key + length, norm.at, norm.length);
	return length + norm.length;
}

size_t
phrase_find(const struct grammar *g, size_t i, const struct lexicon *table,
    size_t *row)
{
	char key[PHRASE_BYTES];
	size_t length = 0, end = 0, j;

	for (j = i; j < g->count && j < i + PHRASE_ATOMS; j++) {
		size_t found;

		length = phrase_add(g, j, key, length);
		if (length == 0)
			break;
		found = lexicon_find(table, (struct slice){ key, length });
		if (found != LEXICON_NONE) {
			*row = found;
			end = j + 1;
		}
#ifndef ALL_TRIED
		if (!lexicon_goes_on(table, (struct slice){ key, length }))
			break;
#endif
	}
	return end;
}

bool
phrase_begins(const struct grammar *g, size_t i, const struct lexicon *table)
{
	char bytes[PHRASE_BYTES];
	struct slice key = { bytes, phrase_add(g, i, bytes, 0) };

	if (key.length > 0)
		key.length = phrase_add(g, i + 1, bytes, key.length);
	return key.length > 0 && (lexicon_find(table, key) != LEXICON_NONE ||
	    lexicon_goes_on(table, key));
}

size_t
phrase_before(const struct grammar *g, size_t i, const struct lexicon *table,
    size_t *row)
{
	size_t back;

	for (back = PHRASE_ATOMS; back > 0; back--) {
		char key[PHRASE_BYTES];
		size_t length = 0, j, found;

		if (back > i)
			continue;
		for (j = i - back; j < i; j++) {
			length = phrase_add(g, j, key, length);
			if (length == 0)
				break;
		}
		if (length == 0)
			continue;
		found = lexicon_find(table, (struct slice){ key, length });
		if (found != LEXICON_NONE) {
			*row = found;
			return i - back + 1;
		}
	}
	return 0;
}
