/*
 * table: records of a user's table, CSV or TSV; the only user of libcsv.
 *
 *	struct table table;
 *
 *	if (table_open(&table, fd, TABLE_CSV) != 0)
 *		out of memory
 *	while (table_read(&table))
 *		... table.fields[0 .. table.count - 1], table.line
 *	if (table.reason != NULL)
 *		error: corpus.csv, table.line, table.reason
 *	table_close(&table);
 *
 * CSV is RFC 4180: quoted fields hold commas, quotes ("") and line ends; a
 * record ends with LF or CRLF.  A quote inside a field that does not begin
 * with one, or anything but a comma behind a closing quote, is an error.
 * A blank line is a record only in a table of one column.
 * TSV has no quoting but the stream's escapes, \t \n \r \\, which are replaced.
 * In both, outer blanks are data, a byte order mark at the beginning is
 * dropped, and ill-formed UTF-8 and NUL become U+FFFD and are counted.
 *
 * Ownership: fields live until the next table_read.  The caller opens and
 * closes fd.
 * Memory: a record has at most TABLE_MOST bytes and TABLE_FIELDS fields.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>

#include "slice.h"

#define TABLE_MOST ((size_t)16 << 20)
#define TABLE_FIELDS ((size_t)1 << 16)

enum table_format { TABLE_CSV, TABLE_TSV };

struct csv_parser;

struct table {
	struct slice *fields;	/* of the record read last */
	size_t count;
	uint64_t line;		/* where it begins, 1-based */
	size_t record_bad;	/* U+FFFD put into it */
	const char *reason;	/* why reading ended early, or NULL */
	bool unreadable;	/* by a failure of read(2) */
	/* the rest is private */
	int fd;
	enum table_format format;
	struct csv_parser *parser;
	char *buffer;		/* as read */
	size_t begin, end;
	char *repaired;
	char *bytes;		/* of the fields */
	size_t used, size;
	size_t *ends;		/* of the fields in bytes */
	size_t ended, ends_size, fields_size;
	uint64_t lines;		/* LF seen */
	size_t columns;		/* of the first record */
	size_t record_bytes;
	bool begun, line_open, quoted, complete, over;
	char message[80];
};

/* Returns 0, or -1 when memory runs out. */
int table_open(struct table *table, int fd, enum table_format format);
/* Reads the next record; false at the end and on an error. */
bool table_read(struct table *table);
void table_close(struct table *table);

#endif
