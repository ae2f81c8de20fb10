/*
 * Tables in both formats: every field is well-formed UTF-8 without NUL, every
 * record has the columns of the first, and lines are counted upwards.
 */
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "table.h"

static void
read_all(const uint8_t *data, size_t size, enum table_format format)
{
	struct table table;
	uint64_t line = 0;
	size_t columns = 0, i;
	int fd = memfd_create("table", 0);

	check(fd >= 0 && write(fd, data, size) == (ssize_t)size &&
	    lseek(fd, 0, SEEK_SET) == 0, "a file in memory");
	check(table_open(&table, fd, format) == 0, "memory");
	while (table_read(&table)) {
		check(table.reason == NULL, "no reason to stop");
		check(table.line > line, "lines go up");
		line = table.line;
		check(table.count > 0, "a record has fields");
		if (columns == 0)
			columns = table.count;
		check(table.count == columns, "as many as the first");
		for (i = 0; i < table.count; i++)
			check(utf8_valid(table.fields[i]) &&
			    (table.fields[i].length == 0 || memchr(
			    table.fields[i].at, '\0',
			    table.fields[i].length) == NULL), "a field");
	}
	check(!table.unreadable, "it can be read");
	table_close(&table);
	close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	read_all(data, size, TABLE_CSV);
	read_all(data, size, TABLE_TSV);
	return 0;
}
