/*
 * line: the shape of one line of raw text.
 *
 *	if (line_mark(text, &number) == LINE_MARK_BULLET)
 *		...
 *
 * Text is well-formed UTF-8 and, but for line_trim, has no outer blanks and is
 * not empty.  Pure; nothing fails.
 */
#ifndef LINE_H
#define LINE_H

#include "../slice.h"

/* Marks of list items, with a blank behind all but bullets. */
enum line_mark {
	LINE_MARK_NONE,
	LINE_MARK_BULLET,	/* used for nothing else */
	LINE_MARK_DASH,		/* - * + and dashes */
	LINE_MARK_NUMBER,	/* 1. 1) (1), up to 999 */
	LINE_MARK_LETTER	/* a. a) (a) A) and roman numbers */
};

/* The first letter or digit, behind opening marks. */
enum line_beginning {
	LINE_BEGINS_OTHER, LINE_BEGINS_LOWER, LINE_BEGINS_UPPER
};

/* The last character, before closing marks. */
enum line_ending {
	LINE_ENDS_OPEN,
	LINE_ENDS_COMMA,	/* comma, &, hyphen or dash: more must follow */
	LINE_ENDS_STOP		/* a sentence may end */
};

/* ASCII white space. */
static inline bool
line_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Narrows [*start, *end) of s to what has no outer blanks: White_Space of
 * Unicode, U+200B, U+FEFF. */
void line_trim(struct slice s, size_t *start, size_t *end);
enum line_beginning line_begins(struct slice s);
enum line_ending line_ends(struct slice s);
/* Bytes of the marks of quoted mail that s begins with: "> > ". */
size_t line_quoting(struct slice s);
/* The mark that s begins with, and the number it counts (0: none). */
enum line_mark line_mark(struct slice s, int *number);
/* Whether s is "Label: text", a row of a table or a line of a table of
 * contents. */
bool line_is_entry(struct slice s);
/* Whether a paragraph of one line or two reads as a title, byline, dateline or
 * the like; first: it begins the document. */
bool line_is_title(struct slice s, bool first);
/* Whether s closes a letter ("Best regards,") or opens a signature ("--"). */
bool line_is_closing(struct slice s);

#endif
