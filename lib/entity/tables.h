/*
 * tables: which tables of lib/lexicon may know a word, so that the many words
 * that they do not know are looked up once (tagger.h, struct tagger_memory).
 */
#ifndef TABLES_H
#define TABLES_H

#include <stdint.h>

#include "../slice.h"

enum {
	TABLES_ROLE = 1,	/* in name-words */
	TABLES_NOUN = 2,	/* in name-nouns, or its singular is */
	/* a key begins with it, of */
	TABLES_HEAD = 4,	/* name-heads */
	TABLES_KNOWN = 8,	/* known-names */
	TABLES_COUNTRY = 16	/* country-codes */
};

/* The row of name-nouns for a noun or its plural, or LEXICON_NONE. */
size_t tables_noun(struct slice word);
uint32_t tables_of(struct slice word);

#endif
