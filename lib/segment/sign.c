/*
 * sign: finds punctuation, symbols, emoji sequences (UTS #51 ED-15), emoticons,
 * tags and elisions.
 */
#include <unicode/uchar.h>

#include "../lexicon.h"
#include "scan.h"

extern const struct lexicon lexicon_clitics;
extern const struct lexicon lexicon_contractions;
extern const struct lexicon lexicon_emoticons;

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

size_t
scan_emoji(struct scan *scan, size_t i)
{
	size_t end = emoji_end(scan, i);

	scan_add(scan, i, end, TOKEN_EMOJI);
	return end;
}

/* The longest emoticon of the lexicon at i, if it stands free. */
static size_t
emoticon_end(const struct scan *scan, size_t i)
{
	size_t n = scan->end - i;

	if (class_at(scan, i) == CLASS_LETTER && i > 0 &&
	    is_wordy(class_at(scan, i - 1)))
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

size_t
scan_emoticon(struct scan *scan, size_t i)
{
	size_t end;

	if (!lexicon_begins(&lexicon_emoticons, scan->text.at[i]))
		return i;
	end = emoticon_end(scan, i);
	scan_add(scan, i, end, TOKEN_EMOJI);
	return end;
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

/* US$ A$ HK$ */
size_t
scan_currency(struct scan *scan, size_t i)
{
	size_t end = i;

	while (end - i < 3 && is_upper(byte_at(scan, end)))
		end++;
	if (end == i || byte_at(scan, end) != '$')
		return i;
	scan_add(scan, i, end + 1, TOKEN_SYMBOL);
	return end + 1;
}

/* '60s 'em 'tis at an apostrophe: the end of the word, or i. */
static size_t
elision_end(const struct scan *scan, size_t i)
{
	size_t n = apostrophe_at(scan, i), k = i + n, end;
	char folded[8];

	if (is_digit(byte_at(scan, k)) && is_digit(byte_at(scan, k + 1)) &&
	    !is_digit(byte_at(scan, k + 2))) {
		/* 5'10" */
		if (i > 0 && is_digit(byte_at(scan, i - 1)))
			return i;
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

size_t
scan_sign(struct scan *scan, size_t i, enum class class)
{
	unsigned char c = byte_at(scan, i);
	size_t end = scan_emoticon(scan, i);

	if (end > i)
		return end;
	if (apostrophe_at(scan, i) > 0) {
		end = elision_end(scan, i);
		if (end > i) {
			if (is_digit(byte_at(scan, i + apostrophe_at(scan, i))))
				scan_add(scan, i, end, TOKEN_NUMBER);
			else
				scan_add_word(scan, i, end);
			return end;
		}
	}
	if ((c == '#' || c == '@') && class_at(scan, i + 1) == CLASS_LETTER &&
	    (i == 0 || !is_wordy(class_at(scan, i - 1)))) {
		for (end = i + 1; is_wordy(class_at(scan, end)) ||
		    class_at(scan, end) == CLASS_MARK ||
		    byte_at(scan, end) == '_';)
			end = next_point(scan, end);
		scan_add(scan, i, end, TOKEN_WORD);
		return end;
	}
	if (c == '.' && is_letter(byte_at(scan, i + 1))) {
		for (end = i + 1; end - i < 6 && is_wordy(class_at(scan, end));)
			end++;
		if (!is_wordy(class_at(scan, end)) &&
		    scan_known_ending(part(scan, i + 1, end), "file")) {
			scan_add(scan, i, end, TOKEN_WORD);
			return end;
		}
	}
	if ((c == '+' || c == '.') && is_digit(byte_at(scan, i + 1)) &&
	    (i == 0 || !is_wordy(class_at(scan, i - 1)))) {
		struct digits d = scan_digits(scan, i + 1);

		end = scan_is_code(&d) ? d.end : scan_word_end(scan, i + 1);
		scan_add(scan, i, end, TOKEN_NUMBER);
		return end;
	}
	end = c < 0x80 ? run_end(scan, i) : next_point(scan, i);
	/* keycaps and accents on signs */
	while (class_at(scan, end) == CLASS_MARK)
		end = next_point(scan, end);
	scan_add(scan, i, end, class == CLASS_SYMBOL ? TOKEN_SYMBOL :
	    TOKEN_PUNCT);
	return end;
}
