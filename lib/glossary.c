/*
 * glossary: fills the pool and the cells of a lexicon as records come, and the
 * slots when their number is known.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "error.h"
#include "glossary.h"
#include "memory.h"
#include "table.h"

#define POOL_MOST ((size_t)1 << 28)

struct reader {
	struct glossary *glossary;
	size_t pool_used, pool_size;
	size_t cells_used, cells_size;
};

static void
begin_cell(struct reader *reader)
{
	struct glossary *glossary = reader->glossary;

	glossary->cells = array_grow(glossary->cells, &reader->cells_size,
	    reader->cells_used + 1, sizeof *glossary->cells);
	if (glossary->cells == NULL)
		error_no_memory();
	glossary->cells[reader->cells_used++] = (uint32_t)reader->pool_used;
}

static void
add_cell(struct reader *reader, struct slice s, bool fold)
{
	struct glossary *glossary = reader->glossary;
	size_t i;

	begin_cell(reader);
	glossary->pool = array_grow(glossary->pool, &reader->pool_size,
	    reader->pool_used + s.length + 1, 1);
	if (glossary->pool == NULL || reader->pool_used > POOL_MOST)
		error_no_memory();
	for (i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (fold && c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		glossary->pool[reader->pool_used++] = c;
	}
}

static void
add_record(struct reader *reader, const struct table *table, const char *path,
    const struct glossary_form *form)
{
	struct slice word = table->fields[0], value = { "", 0 };
	const char *reason = NULL;

	if (table->count > 1)
		value = table->fields[1];
	if (form->drop_period && word.length > 1 &&
	    word.at[word.length - 1] == '.')
		word.length--;
	if (word.length == 0)
		return;
	if (table->record_bad > 0)
		reason = "ill-formed UTF-8 or NUL";
	else if (word.length > GLOSSARY_MOST)
		reason = "word too long";
	else
		reason = form->wrong(word, value);
	if (reason != NULL)
		error_die(STATUS_FAILURE, "%s:%llu: %s", path,
		    (unsigned long long)table->line, reason);
	add_cell(reader, word, true);
	add_cell(reader, value, false);
	if (word.length > reader->glossary->longest)
		reader->glossary->longest = word.length;
}

static void
fill_slots(struct glossary *glossary)
{
	struct lexicon *lexicon = &glossary->lexicon;
	uint32_t size = 2, row;

	while (size < 2 * lexicon->rows)
		size *= 2;
	glossary->slots = calloc(size, sizeof *glossary->slots);
	glossary->filter = calloc(size, 1);
	if (glossary->slots == NULL || glossary->filter == NULL)
		error_no_memory();
	lexicon->slots = glossary->slots;
	lexicon->filter = glossary->filter;
	lexicon->lengths = glossary->lengths;
	lexicon->mask = size - 1;
	for (row = 0; row < lexicon->rows; row++) {
		struct slice key = lexicon_cell(lexicon, row, 0);
		uint32_t hash = lexicon_hash(key), i = hash & lexicon->mask;

		glossary->filter[i] |= lexicon_bit(hash);
		while (glossary->slots[i].row != 0)
			i = (i + 1) & lexicon->mask;
		glossary->slots[i].row = row + 1;
		glossary->slots[i].head = lexicon_head(key);
		glossary->slots[i].length = (uint32_t)key.length;
		glossary->lengths[(unsigned char)key.at[0]] |=
		    lexicon_length(key.length);
	}
}

static bool
ends_with_csv(const char *path)
{
	size_t n = strlen(path);

	return n > 4 && strcmp(path + n - 4, ".csv") == 0;
}

void
glossary_read(struct glossary *glossary, const char *path,
    const struct glossary_form *form)
{
	struct reader reader = { glossary, 0, 0, 0, 0 };
	struct table table;
	bool first = true;
	int fd = open(path, O_RDONLY);

	memset(glossary, 0, sizeof *glossary);
	if (fd < 0)
		error_die(STATUS_FAILURE, "%s: %s", path, strerror(errno));
	if (table_open(&table, fd, ends_with_csv(path) ? TABLE_CSV :
	    TABLE_TSV) != 0)
		error_no_memory();
	for (; table_read(&table); first = false)
		if (!first || !slice_is(table.fields[0], form->name))
			add_record(&reader, &table, path, form);
	if (table.unreadable)
		error_die(STATUS_FAILURE, "%s: %s", path, table.reason);
	if (table.reason != NULL)
		error_die(STATUS_FAILURE, "%s:%llu: %s", path,
		    (unsigned long long)table.line, table.reason);
	table_close(&table);
	close(fd);
	glossary->lexicon.columns = 2;
	glossary->lexicon.rows = (uint32_t)(reader.cells_used / 2);
	begin_cell(&reader);
	glossary->lexicon.pool = glossary->pool;
	glossary->lexicon.cells = glossary->cells;
	fill_slots(glossary);
}

void
glossary_free(struct glossary *glossary)
{
	free(glossary->pool);
	free(glossary->cells);
	free(glossary->slots);
	free(glossary->filter);
}
