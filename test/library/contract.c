/*
 * contract: what rill.h promises, on the texts that are named; says what is
 * not so and ends with 1.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rill.h>

#define TEXT_MOST ((size_t)1 << 20)

static int failures;

static void
check(int holds, const char *what)
{
	if (!holds) {
		printf("not so: %s\n", what);
		failures++;
	}
}

struct rows {
	char *at;
	size_t length, size;
};

static void
add_row(struct rows *rows, const char *row)
{
	size_t n = strlen(row) + 1;

	if (rows->length + n > rows->size) {
		rows->size = 2 * (rows->length + n);
		rows->at = realloc(rows->at, rows->size);
		if (rows->at == NULL)
			exit(2);
	}
	memcpy(rows->at + rows->length, row, n);
	rows->length += n;
}

/* Bytes that begin a character. */
static int64_t
points(const char *s, size_t length)
{
	int64_t n = 0;

	while (length-- > 0)
		n += ((unsigned char)*s++ & 0xc0) != 0x80;
	return n;
}

static void
check_span(const struct rill_span *span, const char *text, size_t length)
{
	size_t n = strlen(span->text);

	check(span->start_byte >= 0 && span->start_byte < span->end_byte &&
	    span->end_byte <= (int64_t)length, "bytes lie in the document");
	check(span->end_byte - span->start_byte == (int64_t)n &&
	    memcmp(text + span->start_byte, span->text, n) == 0,
	    "bytes of the document are the text");
	check(points(text, (size_t)span->start_byte) == span->start,
	    "code points before it are its start");
	check(span->end - span->start == points(span->text, n),
	    "and those in it");
	check(span->label[0] != '\0', "there is a label");
	check(span->type == RILL_PARAGRAPH ? span->sentence == 0 :
	    span->sentence > 0, "every row but paragraphs is in a sentence");
}

/* The rows of a text that is fed in pieces of this size. */
static struct rows
read_rows(struct rill *rill, const char *text, size_t length, size_t piece)
{
	struct rows rows = { NULL, 0, 0 };
	const struct rill_span *span;
	size_t at, n;

	for (at = 0; at < length; at += n) {
		n = length - at < piece ? length - at : piece;
		check(rill_feed(rill, text + at, n) == RILL_OK, "feeding");
		while ((span = rill_next(rill)) != NULL)
			add_row(&rows, rill_row(rill));
	}
	check(rill_end(rill) == RILL_OK, "the end");
	while ((span = rill_next(rill)) != NULL) {
		if (piece >= length && length < 20000)
			check_span(span, text, length);
		add_row(&rows, rill_row(rill));
	}
	check(rill_status(rill) == RILL_OK, "status");
	check(rill_next(rill) == NULL, "nothing behind the end");
	return rows;
}

static void
check_pieces(struct rill *rill, const char *text, size_t length)
{
	static const size_t pieces[] = { 1, 7, 4096 };
	struct rows whole = read_rows(rill, text, length, length), other;
	size_t i;

	for (i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		other = read_rows(rill, text, length, pieces[i]);
		check(other.length == whole.length && memcmp(other.at,
		    whole.at, whole.length) == 0,
		    "pieces have the rows of the whole");
		free(other.at);
	}
	free(whole.at);
}

static void
check_options(struct rill *rill)
{
	static const char *const wrong[][2] = {
		{ "date", "yesterday" }, { "layout", "" }, { "layers", "" },
		{ "layers", "tokens,words" }, { "locale", "fr" },
		{ "dollar", "dollars" }, { "all", "yes" }, { "names", "x" },
		{ "date", NULL }, { "all", NULL }, { NULL, "x" }
	};
	size_t i;

	for (i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		check(rill_set(rill, wrong[i][0], wrong[i][1]) ==
		    RILL_WRONG_OPTION, wrong[i][0] == NULL ? "no name" :
		    wrong[i][0]);
	check(rill_set(rill, "layers",
	    "paragraphs,sentences,tokens,numbers,entities,quotes") == RILL_OK,
	    "layers");
}

static void
check_order_of_calls(struct rill *rill)
{
	static const char text[] = "It cost $5 on Monday.\n\n";

	check(rill_next(rill) == NULL, "no row without a text");
	check(rill_row(rill) == NULL, "nor a line");
	check(rill_attr(rill, "unit") == NULL, "nor an attribute");
	check(rill_feed(rill, text, sizeof text - 1) == RILL_OK, "feed");
	check(rill_feed(rill, text, sizeof text - 1) == RILL_BUSY,
	    "fed twice");
	check(rill_set(rill, "date", "2019-07-04") == RILL_BUSY,
	    "an option within a document");
	check(rill_end(rill) == RILL_OK, "end");
	check(rill_feed(rill, text, 1) == RILL_ENDED, "fed behind the end");
	while (rill_next(rill) != NULL)
		;
	check(rill_set(rill, "date", "2019-07-04") == RILL_OK, "option");
}

static void
check_attrs(struct rill *rill)
{
	static const char text[] = "\xef\xbb\xbfIt cost \xff$5 on Monday.";
	const struct rill_span *span;
	uint64_t repaired = rill_repaired(rill);
	int found = 0;

	rill_set(rill, "doc", "a\tb\\");
	rill_set(rill, "dollar", "CAD");
	rill_feed(rill, text, sizeof text - 1);
	rill_end(rill);
	while ((span = rill_next(rill)) != NULL) {
		check(strstr(rill_row(rill), "\ta\\tb\\\\\t") != NULL,
		    "the name of the document is escaped");
		if (span->type == RILL_PARAGRAPH)
			check(strcmp(rill_attr(rill, "date"),
			    "2019-07-04") == 0, "date");
		if (span->type != RILL_NUMBER)
			continue;
		found++;
		check(rill_attr(rill, "uni") == NULL, "part of a key");
		check(rill_attr(rill, NULL) == NULL, "no key");
		if (strcmp(span->label, "money") == 0)
			check(strcmp(rill_attr(rill, "unit"), "CAD") == 0 &&
			    span->start == 9 && span->start_byte == 14,
			    "money behind a mark and what was repaired");
		else
			check(strcmp(rill_attr(rill, "dated"),
			    "2019-07-01") == 0, "dated");
	}
	check(found == 2, "two numbers");
	check(rill_repaired(rill) == repaired + 1, "one repaired");
	rill_set(rill, "doc", "-");
	rill_set(rill, "dollar", "USD");
}

int
main(int argc, char *argv[])
{
	static char text[TEXT_MOST];
	struct rill *rill = rill_open();
	int i;

	if (rill == NULL)
		return 2;
	check_options(rill);
	check_order_of_calls(rill);
	check_attrs(rill);
	for (i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		size_t n;

		if (file == NULL)
			return 2;
		n = fread(text, 1, sizeof text, file);
		fclose(file);
		check_pieces(rill, text, n);
	}
	for (i = RILL_OK; i <= RILL_ENDED; i++)
		check(rill_message(i)[0] != '\0', "messages");
	check(strcmp(rill_type_name(RILL_QUOTE), "quote") == 0 &&
	    rill_type_name(6) == NULL && rill_type_name(-1) == NULL, "types");
	rill_close(rill);
	rill_close(NULL);
	return failures > 0;
}
