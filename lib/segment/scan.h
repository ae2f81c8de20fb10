/*
 * scan: what the parts of the tokeniser share: token.c runs over the chunks of
 * a text, address.c, word.c and sign.c each find one kind of token at a place.
 *
 *	end = scan_word(scan, i);	adds tokens from i on, returns their end
 *
 * Places are bytes of scan->text; nothing looks beyond the chunk, but to see
 * what follows it.  Private to lib/segment.
 */
#ifndef SCAN_H
#define SCAN_H

#include <unicode/ubrk.h>

#include "../ascii.h"
#include "../tail.h"
#include "segment.h"

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
	struct tail tail;	/* of it */
	size_t base;		/* of what is written to tokens */
	struct arena *arena;
	struct token *tokens;
	size_t count, size;
	size_t end;		/* of the chunk */
	size_t sign;		/* the first of . : @ behind a place in it */
	UBreakIterator *words;	/* opened when needed */
};

/* Groups of digits divided by hyphens. */
struct digits {
	size_t groups, first, last;	/* and how many digits these have */
	size_t end;
};

/* The classes of ASCII, as digits, and the class of any character. */
extern const unsigned char scan_ascii[];
enum class scan_class(int32_t c);
/* Makes room for another token. */
void scan_enlarge(struct scan *scan);

/* Adds a token, unless it is empty. */
static inline void
scan_add(struct scan *scan, size_t start, size_t end, enum token_label label)
{
	struct token *token;

	if (start == end)
		return;
	if (scan->count == scan->size)
		scan_enlarge(scan);
	token = &scan->tokens[scan->count++];
	token->start = scan->base + start;
	token->end = scan->base + end;
	token->label = label;
	token->glued = false;
}

/* Adds the address at i and returns its end; i if there is none. */
size_t scan_address(struct scan *scan, size_t i);
/* Whether the top-level domain or the file's ending is known; the kind is
 * "domain" or "file". */
bool scan_known_ending(struct slice name, const char *kind);

/* Adds the word at start with its clitics and returns its end. */
size_t scan_word(struct scan *scan, size_t start);
/* The end of the word at start, clitics and all. */
size_t scan_word_end(const struct scan *scan, size_t start);
/* Adds the word or, if the lexicon cuts it (can|not), its parts. */
void scan_add_word(struct scan *scan, size_t start, size_t end);
/* The same for a word of letters of ASCII. */
void scan_add_letters(struct scan *scan, size_t start, size_t end);
struct digits scan_digits(const struct scan *scan, size_t i);
/* Whether the hyphenated digits are a telephone number, a postal code or a
 * date, and not a range. */
bool scan_is_code(const struct digits *d);

/* Adds what is no word at i: punctuation, a symbol, an emoticon, an elision.
 * Returns its end. */
size_t scan_sign(struct scan *scan, size_t i, enum class class);
/* Adds the emoji sequence at i and returns its end. */
size_t scan_emoji(struct scan *scan, size_t i);
/* Adds the emoticon at i and returns its end; i if there is none. */
size_t scan_emoticon(struct scan *scan, size_t i);
/* Adds the sign of money that begins with letters at i (US$) and returns its
 * end; i if there is none. */
size_t scan_currency(struct scan *scan, size_t i);

/* The class of the character at i, CLASS_SPACE at the end of the chunk. */
static inline enum class
class_at(const struct scan *scan, size_t i)
{
	unsigned char c;

	if (i >= scan->end)
		return CLASS_SPACE;
	c = (unsigned char)scan->text.at[i];
	return c < 0x80 ? (enum class)(scan_ascii[c] - '0') :
	    scan_class(utf8_next(scan->text, &i));
}

/* The byte at i, 0 at the end of the chunk. */
static inline unsigned char
byte_at(const struct scan *scan, size_t i)
{
	return i < scan->end ? (unsigned char)scan->text.at[i] : 0;
}

static inline size_t
next_point(const struct scan *scan, size_t i)
{
	utf8_next(scan->text, &i);
	return i;
}

static inline bool
is_wordy(enum class class)
{
	return class == CLASS_LETTER || class == CLASS_DIGIT;
}

/* Length of the apostrophe at i: ' or U+2019 or U+02BC, or 0. */
static inline size_t
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

static inline struct slice
part(const struct scan *scan, size_t start, size_t end)
{
	struct slice s = { scan->text.at + start, end - start };

	return s;
}

#endif
