/*
 * glossary: a user's table of words, read at run time into a lexicon.
 *
 *	static const struct glossary_form form = {
 *		.name = "abbreviation", .value = is_kind
 *	};
 *	struct glossary glossary;
 *
 *	glossary_read(&glossary, "mine.csv", &form);
 *	row = lexicon_find_folded(&glossary.lexicon, word);
 *	...
 *	glossary_free(&glossary);
 *
 * The file: CSV if its name ends with .csv, else TSV with the stream's escapes
 * (table.h).  The first column is the word, a second one, if there is any, its
 * value; further ones are the user's own.  A first record whose first field is
 * the form's name is a header.  Empty words are passed over; of equal ones the
 * first counts.  Keys are folded (ASCII); a missing value is empty.
 *
 * glossary_read ends the program when the file can't be read or is malformed:
 * "mine.csv:3: unknown kind".
 */
#ifndef GLOSSARY_H
#define GLOSSARY_H

#include "lexicon.h"

#define GLOSSARY_MOST 64	/* bytes of a word */

struct glossary {
	struct lexicon lexicon;	/* columns: word, value */
	size_t longest;		/* bytes of a word */
	char *pool;
	uint32_t *cells;
	struct lexicon_slot *slots;
	uint8_t *filter;
	uint32_t lengths[256];
};

struct glossary_form {
	const char *name;	/* of the first column */
	/* Why the word can't have this value, or NULL. */
	const char *(*wrong)(struct slice word, struct slice value);
	bool drop_period;	/* a last period is no part of the key */
};

void glossary_read(struct glossary *glossary, const char *path,
    const struct glossary_form *form);
void glossary_free(struct glossary *glossary);

#endif
