/*
 * token: reads the text of a sentence or a paragraph, finds its tokens as
 * Universal Dependencies cuts English (universaldependencies.org/en), and
 * their normal forms.
 *
 * The text is cut at white space into chunks.  In a chunk an automaton over
 * the classes of its characters (a table for ASCII, ICU's properties for the
 * rest) runs from left to right: at each place an address (URL, e-mail, file
 * name), an emoticon, an emoji sequence (UTS #51 ED-15), a run of the same
 * punctuation, a run of a script without spaces (cut by ICU's dictionaries,
 * UAX #29), or a word.  A word is a run of letters, digits and marks with the
 * joiners between them that belong to it (' . , : / - & _ by what stands on
 * either side); then a period is added if it is an abbreviation, and clitics
 * and units are cut off.
 *
 * Lexicons: abbreviations, clitics, contractions, bound-prefixes, emoticons,
 * glued-units, address-ends.
 *
 * Bugs: a full stop between two words without a space ("end.Next") is one
 * address if the second is a top-level domain.
 */
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "../lexicon.h"
#include "abbreviation.h"
#include "segment.h"

extern const struct lexicon lexicon_address_ends;
extern const struct lexicon lexicon_bound_prefixes;
extern const struct lexicon lexicon_clitics;
extern const struct lexicon lexicon_contractions;
extern const struct lexicon lexicon_emoticons;
extern const struct lexicon lexicon_glued_units;

enum class {
	CLASS_SPACE,
	CLASS_LETTER,
	CLASS_DIGIT,
	CLASS_MARK,		/* never leaves what stands before it */
	CLASS_PUNCT,
	CLASS_SYMBOL,
	CLASS_EMOJI,
	CLASS_RUN		/* scripts without spaces */
};

struct scan {
	const struct segment_wish *wish;
	struct slice text;
	struct arena *arena;
	struct token *tokens;
	size_t count, size;
	size_t end;		/* of the chunk */
	UBreakIterator *words;	/* opened when needed */
};

static const unsigned char ascii_class[] =
    /* 0: space, 1: letter, 2: digit, 4: punctuation, 5: symbol */
    "44444444400000444444444444440000"
    "04555544445444442222222222445554"
    "41111111111111111111111111144455"
    "51111111111111111111111111145454";

static const char *const label_names[] = {
	"word", "number", "punct", "symbol", "url", "email", "emoji"
};

const char *
token_label_name(enum token_label label)
{
	return label_names[label];
}

int
token_label_of(struct slice name)
{
	size_t i;

	for (i = 0; i < sizeof label_names / sizeof *label_names; i++)
		if (slice_is(name, label_names[i]))
			return (int)i;
	return -1;
}

static enum class
class_of_point(UChar32 c)
{
	if (c < 0x80)
		return (enum class)(ascii_class[c] - '0');
	if (u_isUWhiteSpace(c))
		return CLASS_SPACE;
	switch (u_charType(c)) {
	case U_NON_SPACING_MARK:
	case U_ENCLOSING_MARK:
	case U_COMBINING_SPACING_MARK:
	case U_FORMAT_CHAR:
		if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) ==
		    U_LB_COMPLEX_CONTEXT)
			return CLASS_RUN;
		return CLASS_MARK;
	case U_DECIMAL_DIGIT_NUMBER:
	case U_OTHER_NUMBER:
		return CLASS_DIGIT;
	case U_LETTER_NUMBER:
	case U_UPPERCASE_LETTER:
	case U_LOWERCASE_LETTER:
	case U_TITLECASE_LETTER:
		return CLASS_LETTER;
	case U_MODIFIER_LETTER:
	case U_OTHER_LETTER:
		if (c == 0xaa || c == 0xba)
			return CLASS_LETTER;
		if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ||
		    u_getIntPropertyValue(c, UCHAR_LINE_BREAK) ==
		    U_LB_COMPLEX_CONTEXT ||
		    uscript_hasScript(c, USCRIPT_HIRAGANA) ||
		    uscript_hasScript(c, USCRIPT_KATAKANA))
			return CLASS_RUN;
		return CLASS_LETTER;
	case U_CURRENCY_SYMBOL:
	case U_MATH_SYMBOL:
		return CLASS_SYMBOL;
	case U_MODIFIER_SYMBOL:
	case U_OTHER_SYMBOL:
		if (u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) ||
		    u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR) ||
		    (c > 0xae && c != 0x2122 &&
		    u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)))
			return CLASS_EMOJI;
		return CLASS_SYMBOL;
	default:
		return CLASS_PUNCT;
	}
}

/* The class of the character at i, CLASS_SPACE at the end of the chunk. */
static enum class
class_at(const struct scan *scan, size_t i)
{
	if (i >= scan->end)
		return CLASS_SPACE;
	if ((scan->text.at[i] & 0x80) == 0)
		return (enum class)
		    (ascii_class[(unsigned char)scan->text.at[i]] - '0');
	return class_of_point(utf8_next(scan->text, &i));
}

/* The byte at i, 0 at the end of the chunk. */
static unsigned char
byte_at(const struct scan *scan, size_t i)
{
	return i < scan->end ? (unsigned char)scan->text.at[i] : 0;
}

static size_t
next_point(const struct scan *scan, size_t i)
{
	utf8_next(scan->text, &i);
	return i;
}

static bool
is_wordy(enum class class)
{
	return class == CLASS_LETTER || class == CLASS_DIGIT;
}

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_letter(unsigned char c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z');
}

/* Length of the apostrophe at i: ' or U+2019 or U+02BC, or 0. */
static size_t
apostrophe_at(const struct scan *scan, size_t i)
{
	unsigned char c = byte_at(scan, i);

	if (c == '\'')
		return 1;
	if (c == 0xe2 && i + 3 <= scan->end &&
	    memcmp(scan->text.at + i, "\xe2\x80\x99", 3) == 0)
		return 3;
	if (c == 0xca && i + 2 <= scan->end &&
	    memcmp(scan->text.at + i, "\xca\xbc", 2) == 0)
		return 2;
	return 0;
}

static struct slice
part(const struct scan *scan, size_t start, size_t end)
{
	struct slice s = { scan->text.at + start, end - start };

	return s;
}

static void
add(struct scan *scan, size_t start, size_t end, enum token_label label)
{
	struct token *token;

	if (start == end)
		return;
	scan->tokens = arena_grow(scan->arena, scan->tokens, scan->count,
	    &scan->size, scan->count + 1, sizeof *token);
	token = &scan->tokens[scan->count++];
	token->start = start;
	token->end = end;
	token->label = label;
	token->glued = false;
}

/*
 * Addresses.  All look-ahead is bounded, but for that which becomes a token.
 */
#define LABEL_MOST 64		/* bytes of a name before '@' or '.' */
#define NAME_MOST 256		/* bytes of a host name */

static bool
is_host(unsigned char c)
{
	return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c >= 0x80;
}

static bool
starts_with(const struct scan *scan, size_t i, const char *folded)
{
	for (; *folded != '\0'; i++, folded++) {
		unsigned char c = byte_at(scan, i);

		if (is_upper(c))
			c = (unsigned char)(c + ('a' - 'A'));
		if (c != (unsigned char)*folded)
			return false;
	}
	return true;
}

/* Where an address that goes on to the end of the chunk ends: without closing
 * punctuation, and brackets only in pairs. */
static size_t
trim_address(const struct scan *scan, size_t start)
{
	size_t end = start, i, open = 0, close = 0;

	while (end < scan->end) {
		unsigned char c = byte_at(scan, end);

		if (c == '<' || c == '>' || c == '"' || c == '`' ||
		    c == '{' || c == '}' || c == '|' || c == '^')
			break;
		/* curly quotation marks, ellipsis, dashes; CJK stops */
		if ((c == 0xe2 && byte_at(scan, end + 1) == 0x80) ||
		    (c == 0xe3 && byte_at(scan, end + 1) == 0x80))
			break;
		end++;
	}
	for (i = start; i < end; i++) {
		open += scan->text.at[i] == '(';
		close += scan->text.at[i] == ')';
	}
	for (; end > start; end--) {
		char c = scan->text.at[end - 1];

		if (c == ')') {
			if (close <= open)
				break;
			close--;
		} else if (memchr(".,;:!?'*]", c, 9) == NULL) {
			break;
		}
	}
	return end;
}

/* Whether the top-level domain or the file's ending is known; the kind is
 * "domain" or "file". */
static bool
known_ending(struct slice name, const char *kind)
{
	size_t row = lexicon_find_folded(&lexicon_address_ends, name);

	for (; row != LEXICON_NONE && row < lexicon_address_ends.rows; row++) {
		if (slice_is(lexicon_cell(&lexicon_address_ends, row, 1), kind))
			return true;
		if (row + 1 == lexicon_address_ends.rows ||
		    !slice_equal(lexicon_cell(&lexicon_address_ends, row, 0),
		    lexicon_cell(&lexicon_address_ends, row + 1, 0)))
			break;
	}
	return false;
}

/* The end of a host name at i, or i; *last is where its last label begins and
 * *dots how many labels come before that. */
static size_t
host_end(const struct scan *scan, size_t i, size_t *last, size_t *dots)
{
	size_t start = i, label = i;

	*dots = 0;
	*last = i;
	while (i < scan->end && i - start < NAME_MOST) {
		unsigned char c = byte_at(scan, i);

		if (is_host(c) && !(c == 0xe2 && byte_at(scan, i + 1) == 0x80)) {
			i++;
			continue;
		}
		if (c != '.' || i == label || !is_host(byte_at(scan, i + 1)))
			break;
		label = ++i;
		*last = label;
		++*dots;
	}
	while (i > label && (scan->text.at[i - 1] == '-' ||
	    scan->text.at[i - 1] == '_'))
		i--;
	return i;
}

static size_t
email_end(const struct scan *scan, size_t start)
{
	size_t i = start, last, dots, end;

	while (i < scan->end && i - start < LABEL_MOST) {
		unsigned char c = byte_at(scan, i);

		if (!is_letter(c) && !is_digit(c) &&
		    (c == 0 || memchr("._%+-&=~", c, 8) == NULL))
			break;
		i++;
	}
	if (i == start || byte_at(scan, i) != '@' ||
	    !is_host(byte_at(scan, i + 1)))
		return start;
	end = host_end(scan, i + 1, &last, &dots);
	return end > i + 1 ? end : start;
}

/* alt.animals.dog: lower-case names of two letters and more */
static bool
is_newsgroup(struct slice name)
{
	size_t i, label = 0;

	for (i = 0; i < name.length; i++) {
		unsigned char c = (unsigned char)name.at[i];

		if (c == '.' && i - label < 2)
			return false;
		if (c == '.')
			label = i + 1;
		else if (c != '-' && (c < 'a' || c > 'z'))
			return false;
	}
	return i - label >= 2;
}

/* host.tld, host.tld/path, name.file-ending */
static size_t
name_end(const struct scan *scan, size_t start)
{
	size_t last, dots, end = host_end(scan, start, &last, &dots);
	struct slice ending;

	if (dots == 0 || last == end)
		return start;
	ending = part(scan, last, end);
	if (known_ending(ending, "file")) {
		size_t i;

		/* a name of a file, not the end of one sentence glued to
		 * another: one word, or signs that words do not have */
		for (i = start; i < last - 1; i++)
			if (scan->text.at[i] == '.')
				break;
		if (i == last - 1 || dots < 3)
			return end;
	}
	if (dots >= 2 && is_newsgroup(part(scan, start, end)))
		return end;
	if (!known_ending(ending, "domain") || last - start < 3)
		return start;
	if (is_upper(byte_at(scan, last)) && !is_upper(byte_at(scan, start + 1)))
		return start;
	if (byte_at(scan, end) == '/' || (byte_at(scan, end) == ':' &&
	    is_digit(byte_at(scan, end + 1))))
		return trim_address(scan, start);
	return end;
}

/* Adds the address at i and returns its end; i if there is none. */
static size_t
scan_address(struct scan *scan, size_t i)
{
	size_t k, end;

	for (k = i; k < scan->end && k - i < 12 && is_letter(byte_at(scan, k));
	    k++)
		;
	if (k > i + 1 && byte_at(scan, k) == ':' &&
	    (starts_with(scan, k, "://") || starts_with(scan, i, "mailto:") ||
	    starts_with(scan, i, "doi:10."))) {
		end = trim_address(scan, i);
		if (end > k + 1) {
			add(scan, i, end, TOKEN_URL);
			return end;
		}
	}
	if (starts_with(scan, i, "www.") && is_host(byte_at(scan, i + 4))) {
		end = trim_address(scan, i);
		add(scan, i, end, TOKEN_URL);
		return end;
	}
	end = email_end(scan, i);
	if (end > i) {
		add(scan, i, end, TOKEN_EMAIL);
		return end;
	}
	end = name_end(scan, i);
	if (end > i)
		add(scan, i, end, TOKEN_URL);
	return end;
}

/*
 * Words.
 */
struct digits {
	size_t groups, first, last;	/* of digits between hyphens */
	size_t end;
};

/* The groups of digits at i, divided by hyphens. */
static struct digits
digit_groups(const struct scan *scan, size_t i)
{
	struct digits d = { 0, 0, 0, i };

	for (;;) {
		size_t n = 0;

		while (is_digit(byte_at(scan, i)) && n < 8) {
			i++;
			n++;
		}
		if (n == 0 || n == 8)
			break;
		d.end = i;
		d.last = n;
		if (d.groups++ == 0)
			d.first = n;
		if (byte_at(scan, i) != '-' || d.groups == 8)
			break;
		i++;
	}
	return d;
}

/* Whether the hyphenated digits are a telephone number, a postal code or a
 * date, and not a range. */
static bool
is_code(const struct digits *d)
{
	if (d->groups >= 3)
		return true;
	return d->groups == 2 &&
	    (d->first == 1 || d->first == 3 || d->first == 5) && d->last == 4;
}

static bool
three_digits(const struct scan *scan, size_t i)
{
	size_t n = 0;

	while (n < 4 && is_digit(byte_at(scan, i + n)))
		n++;
	/* 1,000 and 1,00,000 */
	return n == 3 || (n == 2 && byte_at(scan, i + 2) == ',');
}

static bool
is_prefix(const struct scan *scan, size_t start, size_t end)
{
	return lexicon_find_folded(&lexicon_bound_prefixes,
	    part(scan, start, end)) != LEXICON_NONE;
}

/* -esque, -wise */
static bool
is_suffix(const struct scan *scan, size_t start)
{
	size_t end = start + 1;

	while (end - start < 12 && is_letter(byte_at(scan, end)))
		end++;
	return is_prefix(scan, start, end) && !is_wordy(class_at(scan, end));
}

/* Whether the lexicon has [start, end) as one word against the rules: b/c,
 * w/, Yahoo! */
static bool
is_kept(const struct scan *scan, size_t start, size_t end)
{
	struct slice word = part(scan, start, end);
	size_t row;

	if (word.length > 12)
		return false;
	row = lexicon_find_folded(&lexicon_contractions, word);
	return row != LEXICON_NONE && lexicon_cell(&lexicon_contractions, row,
	    1).length == word.length;
}

/* How many bytes from i on make the word that began at start one of those. */
static size_t
kept_length(const struct scan *scan, size_t start, size_t i)
{
	size_t end = i + 1;

	while (end - i < 8 && is_wordy(class_at(scan, end)))
		end++;
	if (is_kept(scan, start, end))
		return end - i;
	return is_kept(scan, start, i + 1) ? 1 : 0;
}

/* Whether one of the next words begins as [start, end) does: "righ- right". */
static bool
is_taken_up(const struct scan *scan, size_t start, size_t end)
{
	struct slice text = scan->text;
	size_t i = end + 1, words = 0, k;

	for (; i + (end - start) < text.length && words < 5; i++) {
		if (!is_letter((unsigned char)text.at[i]) ||
		    is_letter((unsigned char)text.at[i - 1]))
			continue;
		words++;
		for (k = 0; start + k < end; k++)
			if ((text.at[start + k] | 0x20) !=
			    (text.at[i + k] | 0x20))
				break;
		if (start + k == end)
			return true;
	}
	return false;
}

/* A word that breaks off before a hyphen: th- re- J- */
static bool
is_fragment(const struct scan *scan, size_t start, size_t end)
{
	size_t i;

	if (class_at(scan, end + 1) != CLASS_SPACE || end - start > 12)
		return false;
	if (is_taken_up(scan, start, end))
		return true;
	if (end - start > 5)
		return false;
	if (is_prefix(scan, start, end))
		return true;
	for (i = start; i < end; i++)
		if (!is_letter(byte_at(scan, i)) || (end - start > 1 &&
		    memchr("aeiouyAEIOUY", scan->text.at[i], 12) != NULL))
			return false;
	return true;
}

/* The length of the joiner at i, between the characters before and after it,
 * if it belongs to the word that began at start; 0 if not.  piece is where
 * the letters or digits before it began. */
static size_t
joiner(const struct scan *scan, size_t start, size_t piece, size_t i)
{
	unsigned char c = byte_at(scan, i), before, after;
	size_t n = apostrophe_at(scan, i);

	if (i == start)
		return 0;
	before = byte_at(scan, i - 1);
	if (n > 0)
		return class_at(scan, i + n) == CLASS_LETTER ? n : 0;
	after = byte_at(scan, i + 1);
	switch (c) {
	case '.':
		if (is_digit(before) && is_digit(after))
			return 1;
		if (class_at(scan, piece) != CLASS_LETTER ||
		    class_at(scan, i + 1) != CLASS_LETTER)
			return 0;
		if (abbreviation_inner(scan->text, start, piece, i, scan->end))
			return 1;
		return 0;
	case ',':
		return is_digit(before) && three_digits(scan, i + 1);
	case ':':
		return is_digit(before) && is_digit(after);
	case '/':
		if (is_digit(before) && is_digit(after))
			return 1;
		return kept_length(scan, start, i);
	case '!':
		return kept_length(scan, start, i);
	case '_':
		return is_wordy(class_at(scan, i + 1)) || after == '_';
	case '*':
		return is_letter(before) && is_letter(after);
	case '&':
		return is_upper(before) == is_upper(after) &&
		    is_letter(before) && is_letter(after) && i - piece <= 3 &&
		    (is_upper(before) || i - piece == 1);
	case '-':
		if (!is_wordy(class_at(scan, i + 1)))
			return is_fragment(scan, start, i);
		if (i - start < 5 && kept_length(scan, start, i) > 1)
			return 1;
		return is_prefix(scan, piece, i) || is_suffix(scan, i);
	default:
		return c == 0xc2 && after == 0xb7 &&
		    class_at(scan, i + 2) == CLASS_LETTER ? 2 : 0;
	}
}

/* Whether the letters at i, behind a number, are a unit (84|km). */
static bool
unit_at(const struct scan *scan, size_t i)
{
	size_t end = i;

	while (end - i < 8 && (is_letter(byte_at(scan, end)) ||
	    (byte_at(scan, end) == '.' && end == i + 1 &&
	    is_letter(byte_at(scan, end + 1)))))
		end++;
	return !is_wordy(class_at(scan, end)) &&
	    lexicon_find(&lexicon_glued_units, part(scan, i, end)) !=
	    LEXICON_NONE;
}

/* The end of the word at start. */
static size_t
word_end(const struct scan *scan, size_t start)
{
	size_t i = start, piece = start;
	enum class before = CLASS_SPACE;
	bool numeric = true;

	for (;;) {
		enum class class = class_at(scan, i);
		size_t n;

		if (class == CLASS_MARK) {
			i = next_point(scan, i);
			continue;
		}
		if (is_wordy(class)) {
			if (before == CLASS_DIGIT && class == CLASS_LETTER &&
			    numeric && unit_at(scan, i))
				return i;
			numeric = numeric && class == CLASS_DIGIT;
			before = class;
			i = next_point(scan, i);
			continue;
		}
		n = joiner(scan, start, piece, i);
		if (n == 0)
			return i;
		/* w/|it */
		if (byte_at(scan, i) == '/' && is_kept(scan, start, i + n))
			return i + n;
		i += n;
		piece = i;
	}
}

/* Where a clitic begins in the word, or end. */
static size_t
clitic_start(const struct scan *scan, size_t start, size_t end)
{
	char folded[8];
	size_t i = end, letters = 0, n = sizeof folded, points = 0;

	/* back over at most two letters, an apostrophe, perhaps an n */
	while (i > start && points < 5 && n > 0) {
		size_t k = i, length;

		utf8_previous(scan->text, &k);
		length = apostrophe_at(scan, k);
		if (length > 0 && k + length == i) {
			folded[--n] = '\'';
			if (letters == 0 || k == start)
				return end;
			if (k > start && (scan->text.at[k - 1] | 0x20) == 'n' &&
			    k - 1 > start && letters == 1 &&
			    folded[n + 1] == 't') {
				folded[--n] = 'n';
				k--;
			}
			if (lexicon_find(&lexicon_clitics,
			    (struct slice){ folded + n, sizeof folded - n }) !=
			    LEXICON_NONE)
				return k;
			return end;
		}
		if (!is_letter(byte_at(scan, k)))
			return end;
		folded[--n] = (char)(scan->text.at[k] | 0x20);
		letters++;
		points++;
		i = k;
	}
	return end;
}

static bool
label_number(const struct scan *scan, size_t start)
{
	unsigned char c;

	if (class_at(scan, start) == CLASS_DIGIT)
		return true;
	c = byte_at(scan, start);
	return (c == '.' || c == '+' || c == '-' || c == '\'') &&
	    is_digit(byte_at(scan, start + 1));
}

/* Whether the word behind one space at i is in the list; any, if it is
 * empty. */
static bool
followed_by(const struct scan *scan, size_t i, struct slice list)
{
	struct slice text = scan->text;
	size_t end = ++i, k, n;

	if (list.length == 0)
		return true;
	while (end < text.length && end - i < 12 &&
	    is_letter((unsigned char)text.at[end]))
		end++;
	n = end - i;
	for (k = 0; n > 0 && k + n <= list.length; k++)
		if ((k == 0 || list.at[k - 1] == ' ') &&
		    (k + n == list.length || list.at[k + n] == ' ') &&
		    memcmp(list.at + k, text.at + i, n) == 0)
			return true;
	return false;
}

/* Adds the word or, if the lexicon cuts it (can|not), its parts. */
static void
add_word(struct scan *scan, size_t start, size_t end)
{
	struct slice cut;
	size_t row = LEXICON_NONE, i, at = start;
	char straight[16];

	if (end - start < sizeof straight) {
		size_t n = 0;

		/* the lexicon has straight apostrophes */
		for (i = start; i < end;) {
			size_t length = apostrophe_at(scan, i);

			straight[n++] = length > 0 ? '\'' : scan->text.at[i];
			i += length > 0 ? length : 1;
		}
		row = lexicon_find_folded(&lexicon_contractions,
		    (struct slice){ straight, n });
	}
	if (row == LEXICON_NONE) {
		add(scan, start, end, label_number(scan, start) ?
		    TOKEN_NUMBER : TOKEN_WORD);
		return;
	}
	cut = lexicon_cell(&lexicon_contractions, row, 1);
	if (!followed_by(scan, end, lexicon_cell(&lexicon_contractions, row,
	    2))) {
		add(scan, start, end, TOKEN_WORD);
		return;
	}
	for (i = 0; i < cut.length && at < end; i++) {
		size_t length = apostrophe_at(scan, at);

		if (cut.at[i] == ' ') {
			add(scan, start, at, TOKEN_WORD);
			start = at;
		} else {
			at += length > 0 ? length : 1;
		}
	}
	add(scan, start, end, TOKEN_WORD);
}

/* 1960's 80's */
static bool
is_decade(const struct scan *scan, size_t start, size_t end)
{
	size_t i = start;

	while (i < end && is_digit(byte_at(scan, i)))
		i++;
	return i - start > 1 && i - start <= 4 && byte_at(scan, i - 1) == '0' &&
	    apostrophe_at(scan, i) > 0 &&
	    i + apostrophe_at(scan, i) + 1 == end &&
	    byte_at(scan, end - 1) == 's';
}

static size_t
scan_word(struct scan *scan, size_t start)
{
	size_t end, clitic;

	if (is_digit(byte_at(scan, start))) {
		struct digits d = digit_groups(scan, start);

		if (is_code(&d) && !is_wordy(class_at(scan, d.end)) &&
		    byte_at(scan, d.end) != '-') {
			add(scan, start, d.end, TOKEN_NUMBER);
			return d.end;
		}
	}
	end = word_end(scan, start);
	if (end == start)
		end = next_point(scan, start);
	if (byte_at(scan, end) == '.' &&
	    abbreviation_period(scan->text, start, end)) {
		add(scan, start, end + 1, label_number(scan, start) ?
		    TOKEN_NUMBER : TOKEN_WORD);
		return end + 1;
	}
	clitic = is_decade(scan, start, end) ? end :
	    clitic_start(scan, start, end);
	add_word(scan, start, clitic);
	if (clitic < end)
		add(scan, clitic, end, TOKEN_WORD);
	return end;
}

/*
 * Punctuation, symbols, emoji.
 */

/* UTS #51 ED-15, ED-15a: base, modifier or presentation, ZWJ, base ... */
static size_t
emoji_end(const struct scan *scan, size_t i)
{
	size_t k = i;
	int32_t c = utf8_next(scan->text, &i);

	if (u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)) {
		k = i;
		if (i < scan->end && u_hasBinaryProperty(
		    utf8_next(scan->text, &k), UCHAR_REGIONAL_INDICATOR))
			i = k;
	}
	while (i < scan->end) {
		k = i;
		c = utf8_next(scan->text, &k);
		if (c == 0x200d && class_at(scan, k) == CLASS_EMOJI) {
			i = next_point(scan, k);
			continue;
		}
		if (class_at(scan, i) != CLASS_MARK &&
		    !u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER))
			break;
		i = k;
	}
	return i;
}

/* The longest emoticon of the lexicon at i, if it stands free. */
static size_t
emoticon_end(const struct scan *scan, size_t i)
{
	size_t n = scan->end - i;

	if (!lexicon_begins(&lexicon_emoticons, scan->text.at[i]) ||
	    (class_at(scan, i) == CLASS_LETTER && i > 0 &&
	    is_wordy(class_at(scan, i - 1))))
		return i;
	for (n = n > 6 ? 6 : n; n > 1; n--) {
		enum class after = class_at(scan, i + n);

		if (lexicon_find(&lexicon_emoticons, part(scan, i, i + n)) ==
		    LEXICON_NONE)
			continue;
		if (is_wordy(after) || byte_at(scan, i + n) == '/' ||
		    (is_digit(byte_at(scan, i + n - 1)) &&
		    after != CLASS_SPACE))
			continue;
		return i + n;
	}
	return i;
}

static size_t
run_end(const struct scan *scan, size_t i)
{
	unsigned char c = byte_at(scan, i);
	size_t end = i + 1;

	if (c == '!' || c == '?' || c == '.') {
		while (byte_at(scan, end) == '!' || byte_at(scan, end) == '?' ||
		    byte_at(scan, end) == '.')
			end++;
		return end;
	}
	if (memchr("-*=_~#+<>|^", c, 11) != NULL) {
		size_t same;

		while (byte_at(scan, end) == c)
			end++;
		/* ornaments: ----== ->  */
		for (same = end; byte_at(scan, end) != 0 &&
		    memchr("-*=_~#+<>|", byte_at(scan, end), 10) != NULL;)
			end++;
		return end - i >= 3 || byte_at(scan, end - 1) == '>' ||
		    c == '<' ? end : same;
	}
	while (c == '$' && byte_at(scan, end) == c)
		end++;
	if ((c == '\'' || c == '`') && byte_at(scan, end) == c)
		end++;
	return end;
}

/* US$ A$ HK$ at i: its end, or i. */
static size_t
currency_end(const struct scan *scan, size_t i)
{
	size_t end = i;

	while (end - i < 3 && is_upper(byte_at(scan, end)))
		end++;
	if (end > i && byte_at(scan, end) == '$')
		return end + 1;
	return i;
}

/* '60s 'em 'tis at an apostrophe: the end of the word, or i. */
static size_t
elision_end(const struct scan *scan, size_t i)
{
	size_t n = apostrophe_at(scan, i), k = i + n, end;
	char folded[8];

	if (is_digit(byte_at(scan, k)) && is_digit(byte_at(scan, k + 1)) &&
	    !is_digit(byte_at(scan, k + 2))) {
		end = k + 2;
		if (byte_at(scan, end) == 's')
			end++;
		if (class_at(scan, end) == CLASS_LETTER ||
		    apostrophe_at(scan, end) > 0)
			return i;
		return end;
	}
	folded[0] = '\'';
	for (end = k; end - k < 6 && is_letter(byte_at(scan, end)); end++)
		folded[1 + end - k] = scan->text.at[end];
	if (end == k || is_wordy(class_at(scan, end)))
		return i;
	if (lexicon_find_folded(&lexicon_contractions,
	    (struct slice){ folded, 1 + end - k }) == LEXICON_NONE &&
	    lexicon_find_folded(&lexicon_clitics,
	    (struct slice){ folded, 1 + end - k }) == LEXICON_NONE)
		return i;
	return end;
}

static size_t
scan_sign(struct scan *scan, size_t i, enum class class)
{
	unsigned char c = byte_at(scan, i);
	size_t end;

	end = emoticon_end(scan, i);
	if (end > i) {
		add(scan, i, end, TOKEN_EMOJI);
		return end;
	}
	if (apostrophe_at(scan, i) > 0) {
		end = elision_end(scan, i);
		if (end > i) {
			if (is_digit(byte_at(scan, end - 1)) ||
			    is_digit(byte_at(scan, end - 2)))
				add(scan, i, end, TOKEN_NUMBER);
			else
				add_word(scan, i, end);
			return end;
		}
	}
	if ((c == '#' || c == '@') && class_at(scan, i + 1) == CLASS_LETTER &&
	    (i == 0 || !is_wordy(class_at(scan, i - 1)))) {
		for (end = i + 1; is_wordy(class_at(scan, end)) ||
		    class_at(scan, end) == CLASS_MARK ||
		    byte_at(scan, end) == '_';)
			end = next_point(scan, end);
		add(scan, i, end, TOKEN_WORD);
		return end;
	}
	if (c == '.' && is_letter(byte_at(scan, i + 1))) {
		for (end = i + 1; end - i < 6 && is_wordy(class_at(scan, end));)
			end++;
		if (!is_wordy(class_at(scan, end)) &&
		    known_ending(part(scan, i + 1, end), "file")) {
			add(scan, i, end, TOKEN_WORD);
			return end;
		}
	}
	if ((c == '+' || c == '.') && is_digit(byte_at(scan, i + 1)) &&
	    (i == 0 || !is_wordy(class_at(scan, i - 1)))) {
		struct digits d = digit_groups(scan, i + 1);

		end = is_code(&d) ? d.end : word_end(scan, i + 1);
		add(scan, i, end, TOKEN_NUMBER);
		return end;
	}
	end = c < 0x80 ? run_end(scan, i) : next_point(scan, i);
	/* keycaps and accents on signs */
	while (class_at(scan, end) == CLASS_MARK)
		end = next_point(scan, end);
	add(scan, i, end, class == CLASS_SYMBOL ? TOKEN_SYMBOL : TOKEN_PUNCT);
	return end;
}

/* Cuts a run of a script without spaces by ICU's dictionaries. */
static size_t
scan_run(struct scan *scan, size_t i)
{
	UErrorCode error = U_ZERO_ERROR;
	UText *text;
	size_t end = i, start;
	int32_t at;

	while (end - i < (1 << 20) && (class_at(scan, end) == CLASS_RUN ||
	    class_at(scan, end) == CLASS_MARK))
		end = next_point(scan, end);
	if (scan->words == NULL)
		scan->words = ubrk_open(UBRK_WORD, "", NULL, 0, &error);
	text = utext_openUTF8(NULL, scan->text.at + i, (int64_t)(end - i),
	    &error);
	if (U_SUCCESS(error))
		ubrk_setUText(scan->words, text, &error);
	if (U_FAILURE(error)) {
		/* without ICU's data the run stays whole */
		utext_close(text);
		add(scan, i, end, TOKEN_WORD);
		return end;
	}
	start = i;
	while ((at = ubrk_next(scan->words)) != UBRK_DONE) {
		add(scan, start, i + (size_t)at, TOKEN_WORD);
		start = i + (size_t)at;
	}
	utext_close(text);
	return end;
}

/* Adds the longest token at i that the user wants kept and returns its end; i
 * if there is none. */
static size_t
scan_wished(struct scan *scan, size_t i)
{
	const struct lexicon *keep = scan->wish->keep;
	size_t n = scan->end - i;

	if (keep == NULL)
		return i;
	if (n > scan->wish->keep_longest)
		n = scan->wish->keep_longest;
	for (; n > 0; n--) {
		size_t row = lexicon_find_folded(keep, part(scan, i, i + n));
		size_t last = i + n;
		int label;

		if (row == LEXICON_NONE)
			continue;
		utf8_previous(scan->text, &last);
		if (class_at(scan, i + n) == CLASS_MARK ||
		    (is_wordy(class_at(scan, last)) &&
		    is_wordy(class_at(scan, i + n))))
			continue;
		label = token_label_of(lexicon_cell(keep, row, 1));
		add(scan, i, i + n, label < 0 ? TOKEN_WORD :
		    (enum token_label)label);
		return i + n;
	}
	return i;
}

/* Whether the letters at i are all of the chunk, but for a sign behind them
 * that no address or currency has; most words are told so at once. */
static bool
is_plain(const struct scan *scan, size_t i)
{
	while (is_letter(byte_at(scan, i)))
		i++;
	switch (byte_at(scan, i)) {
	case ',':
	case ';':
	case '"':
	case ')':
		return true;
	case '.':
		return i + 1 == scan->end;
	default:
		return i == scan->end;
	}
}

/* The tokens of the chunk from i to scan->end. */
static void
scan_chunk(struct scan *scan, size_t i)
{
	while (i < scan->end) {
		enum class class = class_at(scan, i);
		size_t end = scan_wished(scan, i);

		if (end > i) {
			i = end;
			continue;
		}
		switch (class) {
		case CLASS_LETTER:
		case CLASS_DIGIT:
			end = emoticon_end(scan, i);
			if (end > i) {
				add(scan, i, end, TOKEN_EMOJI);
				break;
			}
			if (is_plain(scan, i)) {
				end = scan_word(scan, i);
				break;
			}
			end = scan_address(scan, i);
			if (end > i)
				break;
			end = currency_end(scan, i);
			if (end > i)
				add(scan, i, end, TOKEN_SYMBOL);
			else
				end = scan_word(scan, i);
			break;
		case CLASS_EMOJI:
			end = emoji_end(scan, i);
			add(scan, i, end, TOKEN_EMOJI);
			break;
		case CLASS_RUN:
			end = scan_run(scan, i);
			break;
		case CLASS_MARK:
			end = next_point(scan, i);
			while (class_at(scan, end) == CLASS_MARK)
				end = next_point(scan, end);
			add(scan, i, end, TOKEN_PUNCT);
			break;
		default:
			end = scan_sign(scan, i, class);
			break;
		}
		i = end;
	}
}

static bool
is_space(struct slice text, size_t i)
{
	unsigned char c = (unsigned char)text.at[i];

	if (c < 0x80)
		return ascii_class[c] == '0';
	return class_of_point(utf8_next(text, &i)) == CLASS_SPACE;
}

static void
scan_text(struct scan *scan)
{
	struct slice text = scan->text;
	size_t i = 0, first = 0, k;

	while (i < text.length) {
		size_t start = i;

		if (is_space(text, i)) {
			utf8_next(text, &i);
			continue;
		}
		while (i < text.length && !is_space(text, i))
			utf8_next(text, &i);
		scan->end = i;
		scan_chunk(scan, start);
		for (k = first; k + 1 < scan->count; k++)
			scan->tokens[k].glued = true;
		first = scan->count;
	}
}

int
segment_tokens(struct slice text, struct token **tokens, size_t *count,
    struct arena *arena)
{
	static const struct segment_wish none;

	return segment_tokens_as(&none, text, tokens, count, arena);
}

int
segment_tokens_as(const struct segment_wish *wish, struct slice text,
    struct token **tokens, size_t *count, struct arena *arena)
{
	struct scan scan, *volatile shared = &scan;

	memset(&scan, 0, sizeof scan);
	scan.wish = wish;
	scan.text = text;
	scan.arena = arena;
	if (setjmp(arena->failure) != 0) {
		ubrk_close(shared->words);
		return -1;
	}
	scan_text(&scan);
	ubrk_close(scan.words);
	*tokens = scan.tokens;
	*count = scan.count;
	return 0;
}

/*
 * Normal forms.
 */
static bool
find_full(struct slice folded, struct slice before, struct slice after,
    struct slice *normal)
{
	size_t row = lexicon_find(&lexicon_clitics, folded);
	size_t first = row;

	for (; row != LEXICON_NONE && (row == first ||
	    lexicon_key_is(&lexicon_clitics, row, folded)); row++) {
		struct slice left = lexicon_cell(&lexicon_clitics, row, 1);
		struct slice right = lexicon_cell(&lexicon_clitics, row, 2);

		if (left.length > 0 && (left.at[0] == '*' ? before.length == 0 :
		    !slice_equal(left, before)))
			continue;
		if (right.length > 0 && !slice_equal(right, after))
			continue;
		*normal = lexicon_cell(&lexicon_clitics, row, 3);
		return true;
	}
	return false;
}

/* A short neighbour, folded, with a straight apostrophe; else empty. */
static struct slice
fold_neighbour(struct slice s, char room[16])
{
	size_t i, n = 0;

	for (i = 0; i < s.length && n < 15; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c == 0xe2 && i + 2 < s.length &&
		    memcmp(s.at + i, "\xe2\x80\x99", 3) == 0) {
			room[n++] = '\'';
			i += 2;
		} else {
			room[n++] = (char)(is_upper(c) ? c | 0x20 : c);
		}
	}
	return (struct slice){ room, n };
}

static struct slice
fold_ascii(struct slice token, struct arena *arena)
{
	char *copy;
	size_t i;

	for (i = 0; i < token.length; i++)
		if (is_upper((unsigned char)token.at[i]))
			break;
	if (i == token.length)
		return token;
	copy = arena_copy(arena, token.at, token.length);
	for (; i < token.length; i++)
		if (is_upper((unsigned char)copy[i]))
			copy[i] = (char)(copy[i] | 0x20);
	return (struct slice){ copy, token.length };
}

/* U+2019, U+02BC, U+2018 and U+FF07 as ', in place; returns the new length. */
static size_t
straighten(char *at, size_t length)
{
	size_t i = 0, n = 0;

	while (i < length) {
		size_t k = 0;

		if (length - i >= 3 && (memcmp(at + i, "\xe2\x80\x99", 3) == 0 ||
		    memcmp(at + i, "\xe2\x80\x98", 3) == 0 ||
		    memcmp(at + i, "\xef\xbc\x87", 3) == 0))
			k = 3;
		else if (length - i >= 2 && memcmp(at + i, "\xca\xbc", 2) == 0)
			k = 2;
		if (k > 0) {
			at[n++] = '\'';
			i += k;
		} else {
			at[n++] = at[i++];
		}
	}
	return n;
}

/* Case folding, then NFC.  ICU failing leaves the token as it is. */
static struct slice
fold_unicode(struct slice token, struct arena *arena)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	size_t room = token.length * 3 + 16;
	UChar *wide, *folded, *whole;
	int32_t n = 0;
	char *out;

	if (token.length > INT32_MAX / 16 || U_FAILURE(error))
		return token;
	wide = arena_alloc(arena, room, sizeof *wide);
	folded = arena_alloc(arena, room, sizeof *folded);
	whole = arena_alloc(arena, room, sizeof *whole);
	u_strFromUTF8(wide, (int32_t)room, &n, token.at,
	    (int32_t)token.length, &error);
	n = u_strFoldCase(folded, (int32_t)room, wide, n,
	    U_FOLD_CASE_DEFAULT, &error);
	n = unorm2_normalize(nfc, folded, n, whole, (int32_t)room, &error);
	out = arena_alloc(arena, room * 3, 1);
	u_strToUTF8(out, (int32_t)(room * 3), &n, whole, n, &error);
	if (U_FAILURE(error))
		return token;
	return (struct slice){ out, straighten(out, (size_t)n) };
}

int
segment_normal(struct slice token, struct slice before, struct slice after,
    struct slice *normal, struct arena *arena)
{
	char left[16], right[16];
	struct slice folded;

	if (setjmp(arena->failure) != 0)
		return -1;
	folded = utf8_ascii(token) ? fold_ascii(token, arena) :
	    fold_unicode(token, arena);
	if (folded.length > 5 || !find_full(folded,
	    fold_neighbour(before, left), fold_neighbour(after, right), normal))
		*normal = folded;
	return 0;
}
