/*
 * word: the words of a mention, as the lexicons know them.
 */
#include "../ascii.h"
#include "../lexicon.h"
#include "word.h"

extern const struct lexicon lexicon_quote_words;
extern const struct lexicon lexicon_quote_titles;
extern const struct lexicon lexicon_reporting_verbs;

static unsigned char
lower(char c)
{
	return (unsigned char)(is_upper(c) ? c + 32 : c);
}

bool
word_same(struct slice a, struct slice b)
{
	size_t i;

	if (a.length != b.length)
		return false;
	for (i = 0; i < a.length; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

struct slice
word_next(struct slice s, size_t *at)
{
	struct slice word = { s.at + *at, 0 };

	while (*at < s.length && s.at[*at] != ' ')
		(*at)++;
	word.length = (size_t)(s.at + *at - word.at);
	while (*at < s.length && s.at[*at] == ' ')
		(*at)++;
	if (word.length > 0 && word.at[word.length - 1] == ',')
		word.length--;
	return word;
}

struct slice
word_first(struct slice s)
{
	size_t i = 0;

	while (i < s.length && s.at[i] != ' ')
		i++;
	s.length = i;
	return s;
}

struct slice
word_last(struct slice s)
{
	size_t i = s.length;

	while (i > 0 && s.at[i - 1] != ' ')
		i--;
	s.at += i;
	s.length -= i;
	return s;
}

bool
word_has(struct slice word, char letter)
{
	size_t row = lexicon_find_folded(&lexicon_quote_words, word);
	struct slice cell;

	/* The plural of a person is one too. */
	if (row == LEXICON_NONE && letter == 'h' && word.length > 3 &&
	    word.at[word.length - 1] == 's') {
		word.length--;
		row = lexicon_find_folded(&lexicon_quote_words, word);
	}
	if (row == LEXICON_NONE)
		return false;
	cell = lexicon_cell(&lexicon_quote_words, row, 1);
	return cell.length > 0 && memchr(cell.at, letter, cell.length) != NULL;
}

bool
word_pronoun(struct slice text)
{
	return (word_has(text, 'p') || word_has(text, 'o') || word_has(text,
	    'g')) && !(text.length > 1 && is_upper(text.at[1]));
}

bool
word_reports(struct slice word)
{
	size_t row = lexicon_find_folded(&lexicon_reporting_verbs, word);

	return row != LEXICON_NONE && lexicon_cell(&lexicon_reporting_verbs,
	    row, 4).length > 1 && lexicon_cell(&lexicon_reporting_verbs, row,
	    4).at[0] >= '6';
}

enum name_gender
word_pronoun_gender(struct slice word)
{
	return word_same(word, slice_of("he")) ||
	    word_same(word, slice_of("him")) ||
	    word_same(word, slice_of("his")) ? NAME_MALE :
	    word_same(word, slice_of("she")) ||
	    word_same(word, slice_of("her")) ? NAME_FEMALE : NAME_EITHER;
}

enum name_gender
word_gender(struct slice word)
{
	return word_has(word, 'M') ? NAME_MALE :
	    word_has(word, 'F') ? NAME_FEMALE : NAME_EITHER;
}

struct slice
word_head(struct slice s)
{
	struct slice head = { s.at, 0 }, word;
	size_t i = 0;

	while (i < s.length) {
		word = word_next(s, &i);
		if (head.length > 0 && word_has(word, 'r'))
			break;
		head = word;
	}
	/* the mother-of-two */
	for (i = 0; i + 4 < head.length; i++)
		if (memcmp(head.at + i, "-of-", 4) == 0)
			head.length = i;
	return head;
}

bool
word_in(struct slice s, struct slice word)
{
	size_t i = 0;

	while (i < s.length)
		if (word_same(word_next(s, &i), word))
			return true;
	return false;
}

bool
word_title(struct slice s, struct slice noun)
{
	const struct lexicon *titles = &lexicon_quote_titles;
	struct slice key;
	size_t i = 0, row;

	while (i < s.length) {
		struct slice word = word_next(s, &i);

		if (word.length > 1 && word.at[word.length - 1] == '.')
			word.length--;
		row = lexicon_find_folded(titles, word);
		if (row == LEXICON_NONE)
			continue;
		key = lexicon_cell(titles, row, 0);
		for (; lexicon_key_is(titles, row, key); row++)
			if (word_same(lexicon_cell(titles, row, 1), noun))
				return true;
	}
	return false;
}

/* Whether a text is one of a row of words. */
bool
word_is_one_of(struct slice text, const char *words)
{
	struct slice row = slice_of(words);
	size_t at = 0;

	while (at < row.length)
		if (word_same(text, word_next(row, &at)))
			return true;
	return false;
}

/* The aides, police. */
bool
word_plural(struct slice head)
{
	return (head.length > 2 && head.at[head.length - 1] == 's' &&
	    head.at[head.length - 2] != 's') || word_is_one_of(head,
	    "police people men women");
}

bool
word_agrees(enum name_gender a, enum name_gender b)
{
	return a == NAME_EITHER || b == NAME_EITHER || a == b;
}
