/*
 * address: finds URLs, addresses of mail, names of hosts, files and news groups
 * at a place of a chunk.  A name is an address when its last part is a known
 * top-level domain or ending of files (lib/lexicon/address-ends.tsv).  All
 * look-ahead is bounded, but for that which becomes a token.
 */
#include "../lexicon.h"
#include "scan.h"

extern const struct lexicon lexicon_address_ends;

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

bool
scan_known_ending(struct slice name, const char *kind)
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
	/* no longer than a name may be, but to the end of a character */
	while (i < scan->end && (i - start < NAME_MOST ||
	    (byte_at(scan, i) & 0xc0) == 0x80)) {
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
	if (scan_known_ending(ending, "file")) {
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
	if (!scan_known_ending(ending, "domain") || last - start < 3)
		return start;
	if (is_upper(byte_at(scan, last)) && !is_upper(byte_at(scan, start + 1)))
		return start;
	if (byte_at(scan, end) == '/' || (byte_at(scan, end) == ':' &&
	    is_digit(byte_at(scan, end + 1))))
		return trim_address(scan, start);
	return end;
}

/* Where the letters of a scheme at i end: https, git+ssh, chrome-extension; but
 * "see-http" is a word and a scheme. */
static size_t
scheme_end(const struct scan *scan, size_t i)
{
	size_t k = i, last = i;

	for (; k - i < 20; k++) {
		unsigned char c = byte_at(scan, k);

		if ((c == '+' || c == '-') && k > i)
			last = k + 1;
		else if (!is_letter(c))
			break;
	}
	return last > i && byte_at(scan, last - 1) == '-' &&
	    starts_with(scan, last, "http") ? i : k;
}

size_t
scan_address(struct scan *scan, size_t i)
{
	size_t k = scheme_end(scan, i), end;

	if (k > i + 1 && byte_at(scan, k) == ':' &&
	    (starts_with(scan, k, "://") || starts_with(scan, i, "mailto:") ||
	    starts_with(scan, i, "doi:10."))) {
		end = trim_address(scan, i);
		if (end > k + 1) {
			scan_add(scan, i, end, TOKEN_URL);
			return end;
		}
	}
	if (starts_with(scan, i, "www.") && is_host(byte_at(scan, i + 4))) {
		end = trim_address(scan, i);
		scan_add(scan, i, end, TOKEN_URL);
		return end;
	}
	end = email_end(scan, i);
	if (end > i) {
		scan_add(scan, i, end, TOKEN_EMAIL);
		return end;
	}
	end = name_end(scan, i);
	if (end > i)
		scan_add(scan, i, end, TOKEN_URL);
	return end;
}
