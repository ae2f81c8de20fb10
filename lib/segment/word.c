/*
 * word: finds words and numbers: a run of letters, digits and marks with the
 * joiners between them that belong to it (' . , : / - & _ by what stands on
 * either side); then a period is added if it is an abbreviation, and clitics
 * and units are cut off.
 */
#include "../lexicon.h"
#include "abbreviation.h"
#include "../letters.h"
#include "scan.h"

extern const struct lexicon lexicon_bound_prefixes;
extern const struct lexicon lexicon_clitics;
extern const struct lexicon lexicon_contractions;
extern const struct lexicon lexicon_glued_units;

/* The groups of digits at i, divided by hyphens. */
struct digits
scan_digits(const struct scan *scan, size_t i)
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

bool
scan_is_code(const struct digits *d)
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

/* "un-American", but "UN-brokered" */
static bool
is_prefix(const struct scan *scan, size_t start, size_t end)
{
	if (end - start > 1 && is_upper(byte_at(scan, start)) &&
	    is_upper(byte_at(scan, start + 1)) &&
	    is_lower(byte_at(scan, end + 1)))
		return false;
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

size_t
scan_word_end(const struct scan *scan, size_t start)
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
			/* behind a letter no unit is looked for */
			if (class == CLASS_LETTER)
				i = letters_end(scan->text, i);
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

	/* most words end with more letters than any clitic has */
	while (i > start && is_letter(byte_at(scan, i - 1)) && end - i < 5)
		i--;
	if (i == start || end - i == 5)
		return end;
	i = end;
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

/* Adds the parts that the row of contractions cuts the word into. */
static void
add_parts(struct scan *scan, size_t start, size_t end, size_t row)
{
	struct slice cut = lexicon_cell(&lexicon_contractions, row, 1);
	size_t i, at = start;

	if (!followed_by(scan, end, lexicon_cell(&lexicon_contractions, row,
	    2)))
		cut.length = 0;
	for (i = 0; i < cut.length && at < end; i++) {
		size_t length = apostrophe_at(scan, at);

		if (cut.at[i] == ' ') {
			scan_add(scan, start, at, TOKEN_WORD);
			start = at;
		} else {
			at += length > 0 ? length : 1;
		}
	}
	scan_add(scan, start, end, TOKEN_WORD);
}

#define CUT_MOST 16		/* bytes of a word that is cut, and one */

void
scan_add_word(struct scan *scan, size_t start, size_t end)
{
	size_t row = LEXICON_NONE, i;
	char straight[CUT_MOST];

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
	if (row != LEXICON_NONE)
		add_parts(scan, start, end, row);
	else
		scan_add(scan, start, end, label_number(scan, start) ?
		    TOKEN_NUMBER : TOKEN_WORD);
}

void
scan_add_letters(struct scan *scan, size_t start, size_t end)
{
	size_t row = end - start >= CUT_MOST ? LEXICON_NONE :
	    lexicon_find_folded(&lexicon_contractions,
	    part(scan, start, end));

	if (row != LEXICON_NONE)
		add_parts(scan, start, end, row);
	else
		scan_add(scan, start, end, TOKEN_WORD);
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

size_t
scan_word(struct scan *scan, size_t start)
{
	size_t end, clitic;

	if (is_digit(byte_at(scan, start))) {
		struct digits d = scan_digits(scan, start);

		if (scan_is_code(&d) && !is_wordy(class_at(scan, d.end)) &&
		    byte_at(scan, d.end) != '-') {
			scan_add(scan, start, d.end, TOKEN_NUMBER);
			return d.end;
		}
	}
	end = scan_word_end(scan, start);
	if (end == start)
		end = next_point(scan, start);
	if (byte_at(scan, end) == '.' &&
	    abbreviation_period(scan->text, start, end)) {
		scan_add(scan, start, end + 1, label_number(scan, start) ?
		    TOKEN_NUMBER : TOKEN_WORD);
		return end + 1;
	}
	clitic = is_decade(scan, start, end) ? end :
	    clitic_start(scan, start, end);
	scan_add_word(scan, start, clitic);
	if (clitic < end)
		scan_add(scan, clitic, end, TOKEN_WORD);
	return end;
}
