/*
 * table: lines go to libcsv one at a time, so that a record ends where a call
 * ends and its line is known.
 *
 * What libcsv would do by itself is switched off: it trims blanks, ends a
 * record at a bare CR, passes over empty rows and lets quotes stand anywhere.
 * Here LF alone ends a record, the CR before it is taken away when the number
 * of quotes in the record so far is even (in strict CSV the line end is then
 * outside of quotes), and TSV gets 0xff for its quote, which no text in UTF-8
 * contains.
 */
#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "memory.h"
#include "table.h"
#include "utf8.h"

#ifdef SMALL_LIMITS		/* for a fuzzer to reach */
#define READ_SIZE ((size_t)50)
#else
#define READ_SIZE ((size_t)1 << 16)
#endif

static int
never_space(unsigned char c)
{
	(void)c;
	return 0;
}

static int
line_feed(unsigned char c)
{
	return c == '\n';
}

int
table_open(struct table *table, int fd, enum table_format format)
{
	memset(table, 0, sizeof *table);
	table->fd = fd;
	table->format = format;
	table->buffer = malloc(READ_SIZE);
	table->repaired = malloc(3 * READ_SIZE);
	table->parser = calloc(1, sizeof *table->parser);
	if (table->buffer == NULL || table->repaired == NULL ||
	    table->parser == NULL || csv_init(table->parser,
	    CSV_STRICT) != 0) {
		table_close(table);
		return -1;
	}
	csv_set_space_func(table->parser, never_space);
	csv_set_term_func(table->parser, line_feed);
	csv_set_blk_size(table->parser, READ_SIZE);
	if (format == TABLE_TSV) {
		csv_set_delim(table->parser, '\t');
		csv_set_quote(table->parser, 0xff);
	}
	return 0;
}

void
table_close(struct table *table)
{
	if (table->parser != NULL)
		csv_free(table->parser);
	free(table->parser);
	free(table->buffer);
	free(table->repaired);
	free(table->bytes);
	free(table->ends);
	free(table->fields);
	memset(table, 0, sizeof *table);
}

static void
stop(struct table *table, const char *reason)
{
	if (table->reason == NULL)
		table->reason = reason;
	table->over = true;
}

static void
field_ends(void *bytes, size_t length, void *context)
{
	struct table *table = context;
	char *larger = array_grow(table->bytes, &table->size,
	    table->used + length + 1, 1);
	size_t *ends = array_grow(table->ends, &table->ends_size,
	    table->ended + 1, sizeof *ends);

	if (larger != NULL)
		table->bytes = larger;
	if (ends != NULL)
		table->ends = ends;
	if (larger == NULL || ends == NULL) {
		stop(table, "out of memory");
		return;
	}
	if (table->ended == TABLE_FIELDS) {
		stop(table, "more than 65536 fields");
		return;
	}
	if (length > 0)
		memcpy(table->bytes + table->used, bytes, length);
	table->used += length;
	table->ends[table->ended++] = table->used;
}

static void
record_ends(int c, void *context)
{
	struct table *table = context;

	(void)c;
	table->complete = true;
}

/* Gives bytes to libcsv: a line end alone, or a piece of a line. */
static void
parse(struct table *table, const char *bytes, size_t length)
{
	const char *quote = bytes;
	const char *end = bytes + length;

	while (table->format == TABLE_CSV && quote < end &&
	    (quote = memchr(quote, '"', (size_t)(end - quote))) != NULL) {
		table->quoted = !table->quoted;
		quote++;
	}
	table->line_open = true;
	table->record_bytes += length;
	if (table->record_bytes > TABLE_MOST)
		stop(table, table->quoted ?
		    "record longer than 16 MiB (a quote that is not closed?)" :
		    "record longer than 16 MiB");
	else if (csv_parse(table->parser, bytes, length, field_ends,
	    record_ends, table) != length)
		stop(table, csv_error(table->parser) == CSV_EPARSE ?
		    "quote inside a field, or text behind a closing quote" :
		    "out of memory");
}

/* Repairs and parses; returns how many bytes were taken, all when final. */
static size_t
feed(struct table *table, const char *bytes, size_t length, bool final)
{
	struct slice s = { bytes, length };
	size_t taken, n;

	if (length == 0)
		return 0;
	if (utf8_valid(s) && memchr(bytes, '\0', length) == NULL) {
		parse(table, bytes, length);
		return length;
	}
	n = utf8_repair(bytes, length, final, table->repaired, &taken,
	    &table->record_bad);
	if (n > 0)
		parse(table, table->repaired, n);
	return taken;
}

/* Reads behind the bytes in the buffer; false at the end. */
static bool
fill(struct table *table)
{
	ssize_t n;

	memmove(table->buffer, table->buffer + table->begin,
	    table->end - table->begin);
	table->end -= table->begin;
	table->begin = 0;
	do
		n = read(table->fd, table->buffer + table->end,
		    READ_SIZE - table->end);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		table->unreadable = true;
		stop(table, strerror(errno));
	}
	if (n <= 0)
		return false;
	table->end += (size_t)n;
	return true;
}

static void
skip_mark(struct table *table)
{
	while (table->end < 3)
		if (!fill(table))
			break;
	if (table->end >= 3 && memcmp(table->buffer, "\xef\xbb\xbf", 3) == 0)
		table->begin = 3;
	table->begun = true;
}

static void
end_line(struct table *table, bool empty)
{
	bool blank = empty && table->record_bytes == 0 && !table->quoted;

	table->lines++;
	if (!blank) {
		parse(table, "\n", 1);
		table->line_open = false;
	} else if (table->columns == 1 ||
	    (table->columns > 0 && table->format == TABLE_TSV)) {
		field_ends("", 0, table);
		table->complete = true;
	} else {
		table->line++;
	}
}

/* Takes a line, or what there is of it; false when more has to be read. */
static bool
take(struct table *table, bool final)
{
	const char *at = table->buffer + table->begin;
	size_t have = table->end - table->begin, length, taken;
	const char *newline = have == 0 ? NULL : memchr(at, '\n', have);
	bool whole = newline != NULL || final;

	if (have == 0) {
		if (!final || !table->line_open)
			return false;
		end_line(table, false);
		return true;
	}
	length = newline != NULL ? (size_t)(newline - at) : have;
	if (length > 0 && at[length - 1] == '\r') {
		/* a line end, unless quoted: parse the rest to know */
		taken = feed(table, at, length - 1, true);
		table->begin += taken;
		if (!whole)
			return false;
		if (table->quoted)
			feed(table, "\r", 1, true);
		table->begin++;
	} else {
		taken = feed(table, at, length, whole);
		table->begin += taken;
		if (!whole)
			return taken > 0;
	}
	if (newline != NULL)
		table->begin++;
	if (!table->over)
		end_line(table, length == 0 || (length == 1 && *at == '\r'));
	return true;
}

/* Replaces the escapes in [from, to) of the bytes; the new end, or SIZE_MAX. */
static size_t
unescape(char *bytes, size_t from, size_t to)
{
	size_t i, n = from;

	for (i = from; i < to; i++) {
		char c = bytes[i];

		if (c == '\\') {
			static const char codes[] = "tnr\\";
			static const char plain[] = "\t\n\r\\";
			const char *code = ++i == to ? NULL :
			    memchr(codes, bytes[i], 4);

			if (code == NULL)
				return SIZE_MAX;
			c = plain[code - codes];
		}
		bytes[n++] = c;
	}
	return n;
}

/* Makes slices of the record that is complete. */
static bool
finish(struct table *table)
{
	struct slice *fields = array_grow(table->fields, &table->fields_size,
	    table->ended, sizeof *fields);
	size_t i, from = 0;

	if (fields == NULL) {
		stop(table, "out of memory");
		return false;
	}
	table->fields = fields;
	for (i = 0; i < table->ended; i++) {
		size_t to = table->ends[i], end = to;

		if (table->format == TABLE_TSV &&
		    (end = unescape(table->bytes, from, to)) == SIZE_MAX) {
			stop(table, "unknown escape (only \\t \\n \\r \\\\)");
			return false;
		}
		fields[i].at = table->bytes + from;
		fields[i].length = end - from;
		from = to;
	}
	table->count = table->ended;
	if (table->columns == 0)
		table->columns = table->count;
	if (table->count == table->columns)
		return true;
	snprintf(table->message, sizeof table->message,
	    "%zu field%s, but the first record has %zu", table->count,
	    table->count == 1 ? "" : "s", table->columns);
	stop(table, table->message);
	return false;
}

bool
table_read(struct table *table)
{
	bool final = false;

	table->used = table->ended = table->record_bytes = 0;
	table->record_bad = 0;
	table->quoted = table->complete = false;
	table->line = table->lines + 1;
	if (!table->begun)
		skip_mark(table);
	while (!table->complete && !table->over) {
		if (take(table, final))
			continue;
		if (table->over)
			break;
		if (final)
			table->over = true;
		else
			final = !fill(table);
	}
	if (table->quoted && !table->complete)
		stop(table, "quoted field is not closed");
	return table->reason == NULL && table->complete && finish(table);
}
