/*
 * line: what one line of raw text looks like: how it begins and ends, whether
 * it is an item of a list, an entry of a table or a title.
 *
 * Letters, white space and punctuation are told by ICU's properties.  A title
 * is short, has no lower-case letter first, no full stop last, no sentence end
 * inside, no address of mail or of the web, and does not begin with a word
 * that begins sentences or is the label of a question, an answer or the head of
 * a mail (lib/lexicon/title-words.tsv).
 *
 * Bugs: A sentence without its full stop passes for a title.
 */
#include <unicode/uchar.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "../utf8.h"
#include "abbreviation.h"
#include "line.h"

#define TITLE_MOST 200		/* bytes */
#define CLOSING_MOST 30

extern const struct lexicon lexicon_title_words;

static bool
blank_point(int32_t point)
{
	return u_isUWhiteSpace(point) || point == 0x200b || point == 0xfeff;
}

void
line_trim(struct slice s, size_t *start, size_t *end)
{
	size_t i;

	while (*start < *end) {
		i = *start;
		if (line_blank(s.at[i]))
			i++;
		else if ((s.at[i] & 0x80) == 0 ||
		    !blank_point(utf8_next(s, &i)))
			break;
		*start = i;
	}
	while (*start < *end) {
		i = *end;
		if (line_blank(s.at[i - 1]))
			i--;
		else if ((s.at[i - 1] & 0x80) == 0 ||
		    !blank_point(utf8_previous(s, &i)))
			break;
		*end = i;
	}
}

static bool
opener(int32_t c)
{
	int8_t type = u_charType(c);

	return c == '"' || c == '\'' || c == '`' ||
	    type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION ||
	    c == 0x201d || c == 0x2019;
}

static bool
closer(int32_t c)
{
	int8_t type = u_charType(c);

	return c == '"' || c == '\'' || type == U_END_PUNCTUATION ||
	    type == U_FINAL_PUNCTUATION || c == 0x201c;
}

/* Whether the first word of s is an address of the web or of mail, whose case
 * says nothing. */
static bool
begins_with_address(struct slice s)
{
	size_t i;

	if (s.length > 4 && memcmp(s.at, "www.", 4) == 0)
		return true;
	for (i = 0; i + 2 < s.length && !line_blank(s.at[i]); i++)
		if (s.at[i] == '@' || memcmp(s.at + i, "://", 3) == 0)
			return i > 0;
	return false;
}

size_t
line_quoting(struct slice s)
{
	size_t i = 0;

	while (i < s.length && s.at[i] == '>')
		i += i + 1 < s.length && s.at[i + 1] == ' ' ? 2 : 1;
	return i;
}

enum line_beginning
line_begins(struct slice s)
{
	size_t i;

	if (begins_with_address(s))
		return LINE_BEGINS_OTHER;
	i = line_quoting(s);
	while (i < s.length) {
		int32_t c = utf8_next(s, &i);

		if (u_islower(c))
			return LINE_BEGINS_LOWER;
		if (u_isalnum(c))
			return LINE_BEGINS_UPPER;
		if (!opener(c))
			break;
	}
	return LINE_BEGINS_OTHER;
}

/* Whether the period at i belongs to an abbreviation that goes on: Mr. */
static bool
goes_on(struct slice s, size_t i)
{
	size_t start = i;

	while (start > 0 && i - start < 16 && !line_blank(s.at[start - 1]) &&
	    s.at[start - 1] != '(')
		start--;
	switch (abbreviation_kind(s, start, i)) {
	case ABBREVIATION_TITLE:
	case ABBREVIATION_NEVER:
		return true;
	case ABBREVIATION_INITIAL:
		return true;
	default:
		return false;
	}
}

enum line_ending
line_ends(struct slice s)
{
	size_t i = s.length;
	int32_t c = 0;

	while (i > 0 && closer(c = utf8_previous(s, &i)))
		;
	if (c == ',' || c == '&' || c == '-' || c == 0x2013 || c == 0x2014)
		return LINE_ENDS_COMMA;
	if (c == '.' && goes_on(s, i))
		return LINE_ENDS_OPEN;
	if (c == '.' || c == ':' || c == 0x2026 ||
	    u_hasBinaryProperty(c, UCHAR_S_TERM))
		return LINE_ENDS_STOP;
	return LINE_ENDS_OPEN;
}

/* Roman numbers up to 39. */
static bool
roman(struct slice s)
{
	size_t i;

	for (i = 0; i < s.length; i++)
		if (s.at[i] != 'i' && s.at[i] != 'v' && s.at[i] != 'x')
			return false;
	return s.length > 0 && s.length < 6;
}

/* Whether s is a rule between parts: * * * */
static bool
rule(struct slice s)
{
	size_t i;

	for (i = 0; i < s.length; i++)
		if (s.at[i] != s.at[0] && !line_blank(s.at[i]))
			return false;
	return true;
}

/* Whether a letter in brackets before this is the mark of a copyright: a year
 * or a second mark follows. */
static bool
copyright(struct slice s, char letter, size_t i)
{
	while (i < s.length && line_blank(s.at[i]))
		i++;
	return (letter | 0x20) == 'c' && i < s.length && ((s.length - i >= 4 &&
	    (s.at[i] == '1' || s.at[i] == '2') && is_digit(s.at[i + 1]) &&
	    is_digit(s.at[i + 2]) && is_digit(s.at[i + 3])) || s.at[i] ==
	    '\xc2');
}

enum line_mark
line_mark(struct slice s, int *number)
{
	size_t i = 0, from, word;
	bool bracket, digits;
	int32_t c;
	enum line_mark mark;

	*number = 0;
	if (s.length < 2)
		return LINE_MARK_NONE;
	c = utf8_next(s, &i);
	switch (c) {
	case 0x2022: case 0x2023: case 0x25e6: case 0x25aa: case 0x25cf:
	case 0x25cb: case 0x25a0: case 0x25b8: case 0x25ba: case 0x2043:
	case 0x2713: case 0x2714: case 0x27a2: case 0xf0b7: case 0xb7:
		return LINE_MARK_BULLET;
	case '-': case '*': case '+': case 0x2013: case 0x2014: case 0x2012:
		return i < s.length && (line_blank(s.at[i]) ||
		    (s.at[i] == '\xc2' && s.at[i + 1] == '\xa0')) &&
		    !rule(s) ? LINE_MARK_DASH : LINE_MARK_NONE;
	}
	bracket = c == '(';
	from = i = bracket ? 1 : 0;
	digits = is_digit(s.at[i]);
	while (i < s.length && i - from < 5 && (digits ? is_digit(s.at[i]) :
	    ((s.at[i] | 0x20) >= 'a' && (s.at[i] | 0x20) <= 'z'))) {
		if (digits)
			*number = *number * 10 + (s.at[i] - '0');
		i++;
	}
	word = i - from;
	if (word == 0 || i + 1 >= s.length || (digits && word > 3))
		return LINE_MARK_NONE;
	mark = digits ? LINE_MARK_NUMBER : LINE_MARK_LETTER;
	if (!digits && word > 1) {
		struct slice letters = { s.at + from, word };

		if (!roman(letters))
			return LINE_MARK_NONE;
	}
	if (bracket && word == 1 && copyright(s, s.at[from], i + 1))
		return LINE_MARK_NONE;
	/* "A." begins a name, "a." an item */
	if (s.at[i] == ')' || (!bracket && s.at[i] == '.' && (digits ||
	    is_lower(s.at[from]))))
		return line_blank(s.at[i + 1]) ? mark : LINE_MARK_NONE;
	return LINE_MARK_NONE;
}

/* Whether s is a line of a table of contents: dots or blanks, and a number. */
static bool
contents_entry(struct slice s)
{
	size_t i = s.length;

	while (i > 0 && is_digit(s.at[i - 1]))
		i--;
	if (i == s.length || s.length - i > 4 || i < 4)
		return false;
	if (s.at[i - 1] == ' ' && s.at[i - 2] == '.')
		i--;
	return memcmp(s.at + i - 3, "...", 3) == 0 ||
	    memcmp(s.at + i - 3, ". .", 3) == 0 ||
	    memcmp(s.at + i - 3, "   ", 3) == 0;
}

/* Whether s is a row of a table: its columns are three blanks apart, or a
 * tabulator. */
static bool
table_row(struct slice s)
{
	size_t i;

	for (i = 1; i + 3 < s.length; i++)
		if (s.at[i] == '\t' || memcmp(s.at + i, "   ", 3) == 0)
			return true;
	return false;
}

/* Whether s is "Label: text": one to four words before the colon. */
static bool
labelled(struct slice s)
{
	size_t i;
	int spaces = 0;

	if (line_begins(s) != LINE_BEGINS_UPPER)
		return false;
	for (i = 0; i < s.length && i < 32; i++) {
		if (s.at[i] == ':')
			return i > 0 && i + 1 < s.length &&
			    line_blank(s.at[i + 1]);
		if (s.at[i] == ' ' && ++spaces > 3)
			return false;
	}
	return false;
}

/* The role of the first word of s, which a curly apostrophe may be in. */
static bool
first_word_is(struct slice s, const char *role)
{
	char word[16];
	size_t i = 0, n = 0, row;
	struct slice key = { word, 0 };

	while (i < s.length && n + 4 < sizeof word) {
		int32_t c = utf8_next(s, &i);

		if (!u_isalpha(c) && c != '\'' && c != 0x2019)
			break;
		n += utf8_write(c == 0x2019 ? '\'' : c, word + n);
	}
	key.length = n;
	row = lexicon_find_folded(&lexicon_title_words, key);
	return row != LEXICON_NONE &&
	    slice_is(lexicon_cell(&lexicon_title_words, row, 1), role);
}

/* Whether s begins with the label of a question, an answer or a line of the
 * head of a mail: "Q:", "Subject:". */
static bool
field(struct slice s)
{
	const char *colon = memchr(s.at, ':', s.length);
	struct slice label = { s.at, colon == NULL ? 0 :
	    (size_t)(colon - s.at) };
	size_t row = lexicon_find_folded(&lexicon_title_words, label);
	struct slice role;

	if (row == LEXICON_NONE)
		return false;
	role = lexicon_cell(&lexicon_title_words, row, 1);
	/* From, To */
	return slice_is(role, "label") || slice_is(role, "date");
}

/* Whether s ends with a short word and a full stop: Jr. or p.m. */
static bool
ends_short(struct slice s)
{
	size_t i = s.length;

	while (i > 0 && !line_blank(s.at[i - 1]))
		i--;
	return s.length - i < 6;
}

/* Whether the end of s lets it be a title. */
static bool
title_ends(struct slice s, bool first)
{
	char c = s.at[s.length - 1];

	switch (line_ends(s)) {
	case LINE_ENDS_COMMA:
		return false;
	case LINE_ENDS_OPEN:
		return c != ';';
	default:
		return c == '.' ? first_word_is(s, "credit") && ends_short(s) :
		    first && c != ':';
	}
}

bool
line_is_entry(struct slice s)
{
	return labelled(s) || contents_entry(s) || table_row(s);
}

/* Whether a word that ends with c, behind b, ends a sentence within s, as far
 * as can be told without knowing abbreviations. */
static bool
inner_stop(int32_t b, int32_t c, size_t length)
{
	if (c == '?' || c == '!')
		return true;
	return c == '.' && length > 3 && (u_islower(b) || u_isdigit(b));
}

bool
line_is_title(struct slice s, bool first)
{
	size_t i = 0, letters = 0, words = 1, length = 0, lines = 1;
	size_t comma = 0, digits = 0;
	int32_t b = 0, c = 0;

	if (s.length > TITLE_MOST || line_begins(s) == LINE_BEGINS_LOWER ||
	    line_quoting(s) > 0 || table_row(s) || !title_ends(s, first) ||
	    field(s))
		return false;
	while (i < s.length) {
		int32_t next = utf8_next(s, &i);

		if (next == '@' || next == '<' || (next == '/' && c == '/'))
			return false;
		letters += (size_t)u_isalpha(next);
		digits += (size_t)u_isdigit(next);
		lines += next == '\n';
		if (next == ' ' || next == '\n') {
			if (inner_stop(b, c, length))
				return false;
			if (c == ',' && comma == 0)
				comma = words;
			words++;
			length = 0;
		} else {
			length++;
		}
		b = c;
		c = next;
	}
	/* "Best, Ana" */
	if (comma > 0 && comma < 3 && words < 5 && digits == 0 && !first)
		return false;
	return letters > 0 && words <= 25 && lines <= 2 &&
	    !(words > 1 && first_word_is(s, "sentence"));
}

bool
line_is_closing(struct slice s)
{
	if (s.at[s.length - 1] == ',')
		return s.length <= CLOSING_MOST;
	return slice_is(s, "--");
}
