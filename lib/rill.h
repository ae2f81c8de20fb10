/*
 * rill: sentences, tokens, numbers, names and quotations of English news text,
 * in a program's own memory.  What comes out are the rows of the filters
 * paragraphs | sentences | tokens | numbers | entities | quotes, byte for byte;
 * stream(5) and the filters' manual pages say what they mean.
 *
 *	const struct rill_span *span;
 *	struct rill *rill = rill_open();
 *
 *	rill_set(rill, "date", "2019-07-04");
 *	rill_feed(rill, text, strlen(text));
 *	rill_end(rill);
 *	while ((span = rill_next(rill)) != NULL)
 *		if (span->type == RILL_QUOTE)
 *			printf("%s: %s\n", span->value, span->text);
 *	if (rill_status(rill) != RILL_OK)
 *		fprintf(stderr, "%s\n", rill_message(rill_status(rill)));
 *	rill_close(rill);
 *
 * Handles: each is a use of its own.  There are no globals; several threads may
 * work at the same time, each with its own handle.
 *
 * Documents: fed piece by piece, in UTF-8; any bytes will do, what is
 * ill-formed becomes U+FFFD.  After rill_end, when rill_next has returned NULL,
 * the next document may be fed to the same handle; options stay.
 *
 * Memory: a handle takes some 6 MiB, and up to about 90 MiB with a long
 * document, of which at most two windows of 512 KiB of text are kept; 160 MiB
 * when a paragraph of it is as long as one can be, 1 MiB.
 *
 * Errors: values, never messages, signals or the end of the program.  After
 * RILL_NO_MEMORY a handle can only be closed.
 *
 * Numbers of enumerations and members of structures are only ever added, at
 * the end.
 */
#ifndef RILL_H
#define RILL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif

enum rill_status {
	RILL_OK = 0,
	RILL_NO_MEMORY = 1,
	RILL_WRONG_OPTION = 2,	/* no such option, or not this value */
	RILL_BUSY = 3,		/* call rill_next first, until NULL; rill_set:
				 * and rill_end before that */
	RILL_ENDED = 4		/* bytes behind rill_end */
};

enum rill_type {
	RILL_PARAGRAPH = 0,
	RILL_SENTENCE = 1,
	RILL_TOKEN = 2,
	RILL_NUMBER = 3,
	RILL_ENTITY = 4,
	RILL_QUOTE = 5
};

/* A row.  Strings end with NUL and are never NULL; an empty one is what the
 * stream writes as "_". */
struct rill_span {
	int32_t type;		/* enum rill_type */
	int32_t reserved;
	int64_t start, end;	/* code points of the document, end exclusive;
				 * a byte order mark is none */
	int64_t start_byte, end_byte;	/* the same in bytes as they were fed,
				 * a U+FFFD put in as three */
	int64_t sentence;	/* its number in the document; 0: none */
	const char *label;	/* class: "money", "PER", "direct" */
	const char *value;	/* normal form, name of the speaker */
	const char *attrs;	/* "key=value|key=value", see rill_attr */
	const char *text;	/* document[start:end] */
};

struct rill;

/* A handle, or NULL when memory runs out. */
struct rill *rill_open(void);
void rill_close(struct rill *rill);

/* Sets an option for the documents that begin after it:
 *
 *	doc		name of the document in rows ("-")
 *	date		its date, "2019-07-04" or with a time; "": none
 *	layout		lines of the text: "auto", "wrapped", "lines"
 *	layers		what is wanted: "sentences,quotes"; all six
 *	locale		"en-US", or "en-GB": tons, gallons, 4/7
 *	dollar		ISO 4217 code of a bare $ ("USD")
 *	day-first	"1": 4/7 is 4 July
 *	terminators-only "1": no sentence ends without . ? !
 *	all		"1": quotations of what somebody believes or hopes too
 *	unattributed	"1": marks that nobody said too
 *
 * They do what the filters' options of this name do. */
int rill_set(struct rill *rill, const char *name, const char *value);
/* Gives bytes of the document.  They must stay where they are until rill_next
 * has returned NULL. */
int rill_feed(struct rill *rill, const char *bytes, size_t length);
/* Says that the document has no more bytes. */
int rill_end(struct rill *rill);
/* The next row, in the order of the stream; its strings live until the next
 * call for this handle.  NULL: more bytes or rill_end are needed, the document
 * is over, or rill_status tells what is wrong. */
const struct rill_span *rill_next(struct rill *rill);
/* Of the row that rill_next gave: the value of an attribute, or NULL when it
 * has none of this key; the line of the stream, without its newline, or NULL
 * when memory runs out.  They live until the same function is called again, or
 * rill_next. */
const char *rill_attr(struct rill *rill, const char *key);
const char *rill_row(struct rill *rill);

/* RILL_OK or RILL_NO_MEMORY. */
int rill_status(const struct rill *rill);
/* How often U+FFFD had to stand for what was ill-formed, or NUL. */
uint64_t rill_repaired(const struct rill *rill);
/* In English, for people. */
const char *rill_message(int status);
/* Name of a type as rows have it ("sentence"); NULL when there is none. */
const char *rill_type_name(int type);
/* "0.1.0" */
const char *rill_version(void);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif

#endif
