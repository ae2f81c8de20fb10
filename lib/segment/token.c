/*
 * token: reads the text of a sentence or a paragraph and finds its tokens as
 * Universal Dependencies cuts English (universaldependencies.org/en).
 *
 * The text is cut at white space into chunks.  In a chunk an automaton over
 * the classes of its characters (a table for ASCII, ICU's properties for the
 * rest) runs from left to right: at each place a token that the user wants, an
 * address (address.c), a sign, an emoticon or an emoji sequence (sign.c), a
 * run of a script without spaces (cut by ICU's dictionaries, UAX #29), or a
 * word (word.c).
 *
 * Bugs: a full stop between two words without a space ("end.Next") is one
 * address if the second is a top-level domain.
 */
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "../lexicon.h"
#include "../letters.h"
#include "abbreviation.h"
#include "scan.h"

extern const struct lexicon lexicon_contractions;
extern const struct lexicon lexicon_emoticons;

const unsigned char scan_ascii[] =
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

enum class
scan_class(int32_t c)
{
	if (c < 0x80)
		return (enum class)(scan_ascii[c] - '0');
	/* what English has most of: letters with accents, dashes and marks */
	if (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7)
		return CLASS_LETTER;
	if (c >= 0x2010 && c < 0x2028)
		return CLASS_PUNCT;
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

/* At first there is room for as many as most texts of this length have. */
void
scan_enlarge(struct scan *scan)
{
	size_t need = scan->count == 0 ? scan->text.length / 4 + 8 :
	    scan->count + 2;

	scan->tokens = arena_grow(scan->arena, scan->tokens, scan->count,
	    &scan->size, need, sizeof *scan->tokens);
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
		scan_add(scan, i, end, TOKEN_WORD);
		return end;
	}
	start = i;
	while ((at = ubrk_next(scan->words)) != UBRK_DONE) {
		scan_add(scan, start, i + (size_t)at, TOKEN_WORD);
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
		scan_add(scan, i, i + n, label < 0 ? TOKEN_WORD :
		    (enum token_label)label);
		return i + n;
	}
	return i;
}

/* Adds the word at i and returns its end, when it is letters of ASCII and all
 * of the chunk, but for a sign behind it that no address, number or clitic
 * has; i if not.  Most words are told so at once. */
static size_t
scan_plain(struct scan *scan, size_t i)
{
	size_t end = letters_end(scan->text, i);

	if (end == i || (end < scan->end && scan->text.at[end] != ',' &&
	    scan->text.at[end] != ';' && scan->text.at[end] != '"' &&
	    scan->text.at[end] != ')'))
		return i;
	scan_add_letters(scan, i, end);
	return end;
}

/* Whether a sign that addresses of the web or of mail have stands behind i, and
 * not at the end of the chunk. */
static bool
may_be_address(struct scan *scan, size_t i)
{
	if (scan->sign < i)
		for (scan->sign = i; scan->sign < scan->end; scan->sign++) {
			char c = scan->text.at[scan->sign];

			if (c == '.' || c == ':' || c == '@')
				break;
		}
	return scan->sign + 1 < scan->end;
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
			if (lexicon_begins(&lexicon_emoticons,
			    scan->text.at[i]))
				end = scan_emoticon(scan, i);
			if (end == i)
				end = scan_plain(scan, i);
			if (end == i && may_be_address(scan, i))
				end = scan_address(scan, i);
			if (end == i)
				end = scan_currency(scan, i);
			if (end == i)
				end = scan_word(scan, i);
			break;
		case CLASS_EMOJI:
			end = scan_emoji(scan, i);
			break;
		case CLASS_RUN:
			end = scan_run(scan, i);
			break;
		case CLASS_MARK:
			end = next_point(scan, i);
			while (class_at(scan, end) == CLASS_MARK)
				end = next_point(scan, end);
			scan_add(scan, i, end, TOKEN_PUNCT);
			break;
		default:
			end = scan_sign(scan, i, class);
			break;
		}
		i = end;
	}
}

/* Where the white space at i ends; mostly it is one space. */
static inline size_t
space_end(struct slice text, size_t i)
{
	if (i < text.length && text.at[i] == ' ')
		i++;
	if (i < text.length && is_letter((unsigned char)text.at[i]))
		return i;
	while (i < text.length) {
		unsigned char c = (unsigned char)text.at[i];
		size_t next = i + 1;

		if (c < 0x80 ? scan_ascii[c] != '0' :
		    (next = i, scan_class(utf8_next(text, &next))) !=
		    CLASS_SPACE)
			break;
		i = next;
	}
	return i;
}

/* Where the chunk at i ends. */
static size_t
chunk_end(struct slice text, size_t i)
{
	while ((i = visible_end(text, i)) < text.length) {
		unsigned char c = (unsigned char)text.at[i];
		size_t next = i + 1;

		if (c < 0x80 ? scan_ascii[c] == '0' :
		    (next = i, scan_class(utf8_next(text, &next))) ==
		    CLASS_SPACE)
			break;
		i = next;
	}
	return i;
}

/* Whether the bytes are an emoticon. */
static inline bool
is_emoticon(const char *at, size_t length)
{
	return lexicon_find(&lexicon_emoticons,
	    (struct slice){ at, length }) != LEXICON_NONE;
}

/* Whether the word is one of those that are cut. */
static inline bool
is_contraction(const char *at, size_t length)
{
	return lexicon_find_folded(&lexicon_contractions,
	    (struct slice){ at, length }) != LEXICON_NONE;
}

/* Whether white space of ASCII, or the end, is at i. */
static inline bool
ends_at(struct slice text, size_t i)
{
	return i == text.length || ((text.at[i] & 0x80) == 0 &&
	    scan_ascii[(unsigned char)text.at[i]] == '0');
}

/* Adds a chunk at i that is letters of ASCII, perhaps with a comma or period,
 * where nothing but a word can begin so, and returns its end; i if it is none.
 * Most are. */
static inline size_t
scan_lone(struct scan *scan, size_t i)
{
	struct slice text = scan->text;
	size_t end = letters_end(text, i), behind = end;

	if (end == i || scan->wish->keep != NULL)
		return i;
	if (end < text.length && (text.at[end] == ',' || text.at[end] == '.'))
		behind++;
	if (!ends_at(text, behind) || is_emoticon(text.at + i, end - i) ||
	    is_emoticon(text.at + i, behind - i) || (behind > end &&
	    text.at[end] == '.' && abbreviation_period(text, i, end)))
		return i;
	scan->end = behind;
	scan_add_letters(scan, i, end);
	scan_add(scan, end, behind, TOKEN_PUNCT);
	return behind;
}

/* Adds the token without more ado; there is room. */
static inline void
put_token(struct scan *scan, size_t start, size_t end, enum token_label label,
    bool glued)
{
	scan->tokens[scan->count++] = (struct token){
		.start = scan->base + start, .end = scan->base + end,
		.label = label, .glued = glued
	};
}

/* Adds chunks behind one space, or from i on if it is 0, that are words of
 * letters of ASCII, perhaps with a comma behind, as far as all are short and
 * nothing else can begin as they do: most are.  Returns where the next chunk or
 * the white space before it begins. */
static size_t
scan_short(struct scan *scan, size_t i)
{
	struct slice text = scan->text;
	size_t start = i;

	while (i < text.length && (i == 0 || text.at[i] == ' ')) {
		const char *at;
		unsigned letters;

		start = i + (i > 0);
		at = tail_at(&scan->tail, text, start);
		letters = letters_of(at);
		if (letters == 0 || letters == 16 || (at[letters] != ' ' &&
		    (at[letters] != ',' || at[letters + 1] != ' ')) ||
		    is_emoticon(at, letters) ||
		    is_emoticon(at, letters + 1) ||
		    is_contraction(at, letters))
			break;
		i = start + letters;
		if (scan->count + 2 > scan->size)
			scan_enlarge(scan);
		put_token(scan, start, i, TOKEN_WORD, at[letters] == ',');
		if (at[letters] == ',') {
			put_token(scan, i, i + 1, TOKEN_PUNCT, false);
			i++;
		}
	}
	return i;
}

static void
scan_text(struct scan *scan)
{
	struct slice text = scan->text;
	size_t i = 0, first, k;

	if (scan->wish->keep == NULL)
		i = scan_short(scan, i);
	first = scan->count;
	while ((i = space_end(text, i)) < text.length) {
		size_t start = i;

		i = scan_lone(scan, i);
		if (i == start) {
			scan->end = i = chunk_end(text, i);
			scan_chunk(scan, start);
		}
		for (k = first; k + 1 < scan->count; k++)
			scan->tokens[k].glued = true;
		if (scan->wish->keep == NULL)
			i = scan_short(scan, i);
		first = scan->count;
	}
}

int
segment_tokens(struct slice text, struct token **tokens, size_t *count,
    struct arena *arena)
{
	static const struct segment_wish none;
	struct token_list list = { NULL, 0, 0 };

	if (segment_tokens_as(&none, text, 0, &list, arena) != 0)
		return -1;
	*tokens = list.all;
	*count = list.count;
	return 0;
}

int
segment_tokens_as(const struct segment_wish *wish, struct slice text,
    size_t base, struct token_list *tokens, struct arena *arena)
{
	struct scan scan, *volatile shared = &scan;

	memset(&scan, 0, sizeof scan);
	scan.wish = wish;
	scan.text = text;
	tail_set(&scan.tail, text);
	scan.base = base;
	scan.arena = arena;
	scan.tokens = tokens->all;
	scan.count = tokens->count;
	scan.size = tokens->size;
	if (setjmp(arena->failure) != 0) {
		ubrk_close(shared->words);
		return -1;
	}
	scan_text(&scan);
	ubrk_close(scan.words);
	*tokens = (struct token_list){ scan.tokens, scan.count, scan.size };
	return 0;
}
