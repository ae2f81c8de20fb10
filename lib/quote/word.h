/*
 * word: the words of a mention (the Russian president), which blanks part.
 */
#ifndef QUOTE_WORD_H
#define QUOTE_WORD_H

#include "parse.h"

/* Whether two words are the same, but for ASCII capitals. */
bool word_same(struct slice a, struct slice b);
/* The word at *at of s, without a comma; *at moves behind it and its blank. */
struct slice word_next(struct slice s, size_t *at);
struct slice word_first(struct slice s);
struct slice word_last(struct slice s);
/* Whether quote-words gives a word this letter. */
bool word_has(struct slice word, char letter);
/* Whether a word mostly is a verb that reports. */
bool word_reports(struct slice word);
/* He, her, them: no names in capitals, as WHO. */
bool word_pronoun(struct slice text);
enum name_gender word_pronoun_gender(struct slice word);
/* The gender of a noun. */
enum name_gender word_gender(struct slice word);
bool word_agrees(enum name_gender a, enum name_gender b);
/* Whether a text is one of a row of words. */
bool word_is_one_of(struct slice text, const char *words);
/* The aides, police. */
bool word_plural(struct slice head);
/* The head of a nameless noun phrase: the last word before a preposition. */
struct slice word_head(struct slice s);
/* Whether a word is one of a text. */
bool word_in(struct slice s, struct slice word);
/* Whether a word of a text is a title that the noun stands for: Gov., the
 * governor. */
bool word_title(struct slice s, struct slice noun);

#endif
