/*
 * corpus: see the header.  The name of a meta column becomes the key of an
 * attribute: ASCII letters in lower case, each other byte but digits an
 * underscore, an x in front of what would not begin with a letter.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus.h"
#include "date.h"
#include "error.h"
#include "row.h"
#include "utf8.h"

#define READ_SIZE ((size_t)1 << 16)
#define NO_COLUMN SIZE_MAX
#define TWO_COLUMNS (SIZE_MAX - 1)
#define META_MOST 64

struct meta {
	char *key;
	size_t column;
};

struct corpus {
	const struct options *options;
	const struct corpus_layout *layout;
	struct arena arena;	/* of the document */
	struct arena lasting;	/* of the table's header */
	int operand, fd, status;
	const char *name;	/* of the open operand; NULL: none */
	struct table table;
	struct slice *header;	/* names of the columns */
	size_t text, doc, date;	/* columns */
	struct meta metas[META_MOST];
	size_t meta_count;
	int64_t record;
	struct slice cell;	/* text of the record, not yet taken */
	struct slice file_attrs;
	size_t bad;
	bool over;
	char bytes[READ_SIZE];
};

struct corpus *
corpus_open(const struct options *options, const struct corpus_layout *layout)
{
	struct corpus *corpus = calloc(1, sizeof *corpus);
	struct attrs attrs = { 0 };
	char date[DATE_SIZE];

	if (corpus == NULL)
		error_no_memory();
	corpus->options = options;
	corpus->layout = layout;
	corpus->fd = -1;
	arena_init(&corpus->arena);
	arena_init(&corpus->lasting);
	corpus->arena.exhausted = error_no_memory;
	corpus->lasting.exhausted = error_no_memory;
	if (!layout->table && layout->date != NULL) {
		if (!date_normal(slice_of(layout->date), date))
			error_die(STATUS_USAGE, "--date: '%s' is not a date"
			    " (2019-07-04)", layout->date);
		attrs_add(&attrs, &corpus->lasting, "date", slice_of(date));
	}
	corpus->file_attrs = attrs_column(&attrs);
	return corpus;
}

static void
close_operand(struct corpus *corpus)
{
	if (corpus->layout->table && corpus->name != NULL)
		table_close(&corpus->table);
	if (corpus->fd > STDIN_FILENO)
		close(corpus->fd);
	corpus->fd = -1;
	corpus->name = NULL;
}

/* Opens the next operand that can be opened; false when there is none. */
static bool
open_next(struct corpus *corpus)
{
	const struct options *o = corpus->options;

	while (corpus->operand < o->operand_count) {
		const char *name = o->operands[corpus->operand++];

		corpus->fd = strcmp(name, "-") == 0 ? STDIN_FILENO :
		    open(name, O_RDONLY);
		if (corpus->fd >= 0) {
			corpus->name = name;
			return true;
		}
		error_warn("%s: %s", name, strerror(errno));
		corpus->status = STATUS_FAILURE;
	}
	return false;
}

/* Ends the corpus at a record, with a reason. */
static bool
malformed(struct corpus *corpus, uint64_t line, const char *reason)
{
	error_warn("%s:%llu: %s", corpus->name, (unsigned long long)line,
	    reason);
	corpus->status = STATUS_FAILURE;
	corpus->over = true;
	return false;
}

/* The table has no next record: because of its end, which is an error if
 * there is a reason, or of what is wrong. */
static bool
table_ends(struct corpus *corpus, const char *reason)
{
	struct table *table = &corpus->table;

	if (table->unreadable) {
		error_warn("%s: %s", corpus->name, table->reason);
		corpus->status = STATUS_FAILURE;
	} else if (table->reason != NULL || reason != NULL) {
		return malformed(corpus, table->line,
		    table->reason != NULL ? table->reason : reason);
	}
	close_operand(corpus);
	return false;
}

static bool
check_bad(struct corpus *corpus)
{
	corpus->bad += corpus->table.record_bad;
	return !corpus->options->strict || corpus->table.record_bad == 0 ||
	    malformed(corpus, corpus->table.line, "ill-formed UTF-8 or NUL");
}

/* The column of this name, else the one of this number; NO_COLUMN if none,
 * TWO_COLUMNS if several have the name. */
static size_t
find_column(const struct table *table, struct slice wanted)
{
	size_t i, n = 0, found = NO_COLUMN;

	for (i = 0; i < table->count; i++)
		if (slice_equal(table->fields[i], wanted))
			found = found == NO_COLUMN ? i : TWO_COLUMNS;
	if (found != NO_COLUMN)
		return found;
	for (i = 0; i < wanted.length && i < 6; i++) {
		if (wanted.at[i] < '0' || wanted.at[i] > '9')
			return NO_COLUMN;
		n = n * 10 + (size_t)(wanted.at[i] - '0');
	}
	return i == wanted.length && n > 0 && n <= table->count ? n - 1 :
	    NO_COLUMN;
}

/* Whether it is a column; else says what the header lacks or has twice. */
static bool
is_column(struct corpus *corpus, size_t column, struct slice wanted)
{
	char reason[256];

	if (column < TWO_COLUMNS)
		return true;
	snprintf(reason, sizeof reason, "%s '%.*s' in the header",
	    column == NO_COLUMN ? "no column" : "two columns",
	    wanted.length < 100 ? (int)wanted.length : 100, wanted.at);
	return malformed(corpus, corpus->table.line, reason);
}

/* Finds a column that was asked for, or one of two that go without saying. */
static bool
choose(struct corpus *corpus, const char *wanted, const char *first,
    const char *second, size_t *column)
{
	if (wanted != NULL) {
		*column = find_column(&corpus->table, slice_of(wanted));
		return is_column(corpus, *column, slice_of(wanted));
	}
	wanted = first;
	*column = find_column(&corpus->table, slice_of(first));
	if (*column == NO_COLUMN) {
		wanted = second;
		*column = find_column(&corpus->table, slice_of(second));
	}
	return *column == NO_COLUMN ||
	    is_column(corpus, *column, slice_of(wanted));
}

static char *
key_of(struct arena *arena, struct slice name)
{
	char *key = arena_alloc(arena, name.length + 2, 1);
	size_t i, n = 0;

	for (i = 0; i < name.length; i++) {
		char c = name.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + ('a' - 'A'));
		if (n == 0 && !(c >= 'a' && c <= 'z'))
			key[n++] = 'x';
		key[n++] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ?
		    c : '_';
	}
	if (n == 0)
		key[n++] = 'x';
	return key;
}

/* Adds an attribute, in the order of keys. */
static bool
add_meta(struct corpus *corpus, const char *key, size_t column)
{
	struct meta *metas = corpus->metas;
	char reason[160];
	size_t i = corpus->meta_count;

	if (i == META_MOST)
		return malformed(corpus, corpus->table.line,
		    "more than 64 columns of meta data");
	while (i > 0 && strcmp(metas[i - 1].key, key) > 0) {
		metas[i] = metas[i - 1];
		i--;
	}
	if (i > 0 && strcmp(metas[i - 1].key, key) == 0) {
		snprintf(reason, sizeof reason,
		    "two columns for the attribute '%.100s'", key);
		return malformed(corpus, corpus->table.line, reason);
	}
	metas[i].key = (char *)key;
	metas[i].column = column;
	corpus->meta_count++;
	return true;
}

static bool
read_metas(struct corpus *corpus)
{
	const char *at = corpus->layout->meta;

	while (at != NULL && *at != '\0') {
		struct slice name = { at, strcspn(at, ",") };
		size_t column = find_column(&corpus->table, name);

		if (!is_column(corpus, column, name))
			return false;
		if (!add_meta(corpus, key_of(&corpus->lasting,
		    corpus->table.fields[column]), column))
			return false;
		at += name.length;
		at += *at == ',';
	}
	return true;
}

static void
keep_header(struct corpus *corpus)
{
	const struct table *table = &corpus->table;
	size_t i;

	corpus->header = arena_alloc(&corpus->lasting, table->count,
	    sizeof *corpus->header);
	for (i = 0; i < table->count; i++) {
		struct slice name = table->fields[i];

		corpus->header[i].at = arena_copy(&corpus->lasting, name.at,
		    name.length);
		corpus->header[i].length = name.length;
	}
}

/* Whether the record is a later copy of the header, as after cat. */
static bool
is_header(const struct corpus *corpus)
{
	size_t i;

	for (i = 0; i < corpus->table.count; i++)
		if (!slice_equal(corpus->table.fields[i], corpus->header[i]))
			return false;
	return true;
}

static bool
read_header(struct corpus *corpus)
{
	const struct corpus_layout *layout = corpus->layout;

	corpus->record = 0;
	corpus->meta_count = 0;
	arena_reset(&corpus->lasting);
	if (!table_read(&corpus->table))
		return table_ends(corpus, "no header");
	if (!check_bad(corpus))
		return false;
	keep_header(corpus);
	if (!choose(corpus, layout->text, "text", "body", &corpus->text) ||
	    !choose(corpus, layout->doc, "doc", "id", &corpus->doc) ||
	    !choose(corpus, layout->date, "date", "date", &corpus->date))
		return false;
	if (corpus->text == NO_COLUMN)
		return malformed(corpus, corpus->table.line,
		    "no column 'text' or 'body' in the header (use --text)");
	if (corpus->date != NO_COLUMN && !add_meta(corpus, "date",
	    corpus->date))
		return false;
	return read_metas(corpus);
}

static struct slice
field_of(struct slice s, struct arena *arena)
{
	return s.length == 0 ? slice_of("_") : row_escape(s, arena);
}

/* Whether a cell says that there is nothing. */
static bool
none(struct slice cell)
{
	return cell.length == 0 || slice_is(cell, "_");
}

/* Makes the document of the record that was read. */
static bool
make_document(struct corpus *corpus, struct corpus_document *document)
{
	const struct slice *fields = corpus->table.fields;
	struct attrs attrs = { 0 };
	char date[DATE_SIZE], name[24], reason[160];
	size_t i;

	for (i = 0; i < corpus->meta_count; i++) {
		struct slice cell = fields[corpus->metas[i].column];

		if (none(cell))
			continue;
		if (corpus->metas[i].column == corpus->date &&
		    strcmp(corpus->metas[i].key, "date") == 0) {
			if (!date_normal(cell, date)) {
				snprintf(reason, sizeof reason,
				    "'%.*s' is not a date (2019-07-04)",
				    cell.length < 80 ? (int)cell.length : 80,
				    cell.at);
				return malformed(corpus, corpus->table.line,
				    reason);
			}
			cell = slice_of(date);
		}
		attrs_add(&attrs, &corpus->arena, corpus->metas[i].key, cell);
	}
	snprintf(name, sizeof name, "%lld", (long long)corpus->record);
	document->name = corpus->doc == NO_COLUMN ||
	    none(fields[corpus->doc]) ? slice_of(arena_copy(&corpus->arena,
	    name, strlen(name))) : field_of(fields[corpus->doc],
	    &corpus->arena);
	document->attrs = attrs_column(&attrs);
	corpus->cell = fields[corpus->text];
	return true;
}

static bool
next_record(struct corpus *corpus, struct corpus_document *document)
{
	while (!corpus->over) {
		if (corpus->name == NULL) {
			if (!open_next(corpus))
				return false;
			if (table_open(&corpus->table, corpus->fd,
			    corpus->layout->format) != 0)
				error_no_memory();
			if (!read_header(corpus))
				continue;
		}
		if (!table_read(&corpus->table)) {
			table_ends(corpus, NULL);
			continue;
		}
		document->mark = is_header(corpus);
		if (document->mark)
			return true;
		corpus->record++;
		return check_bad(corpus) && make_document(corpus, document);
	}
	return false;
}

/* The name of a file as a field; its bytes need not be UTF-8. */
static struct slice
file_name(const char *name, struct arena *arena)
{
	struct slice field;
	size_t taken, bad = 0, n = strlen(name);
	char *repaired = arena_alloc(arena, n, 3);

	field.at = repaired;
	field.length = utf8_repair(name, n, 1, repaired, &taken, &bad);
	return field_of(field, arena);
}

bool
corpus_next(struct corpus *corpus, struct corpus_document *document)
{
	arena_reset(&corpus->arena);
	document->broken = document->mark = false;
	if (corpus->layout->table)
		return next_record(corpus, document);
	close_operand(corpus);
	if (!open_next(corpus))
		return false;
	document->name = file_name(corpus->name, &corpus->arena);
	document->attrs = corpus->file_attrs;
	return true;
}

bool
corpus_read(struct corpus *corpus, struct corpus_document *document,
    struct slice *bytes)
{
	ssize_t n;

	if (corpus->layout->table) {
		*bytes = corpus->cell;
		corpus->cell.length = 0;
		return bytes->length > 0;
	}
	do
		n = read(corpus->fd, corpus->bytes, READ_SIZE);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		error_warn("%s: %s", corpus->name, strerror(errno));
		corpus->status = STATUS_FAILURE;
		document->broken = true;
	}
	bytes->at = corpus->bytes;
	bytes->length = n > 0 ? (size_t)n : 0;
	return n > 0;
}

size_t
corpus_bad(const struct corpus *corpus)
{
	return corpus->bad;
}

int
corpus_close(struct corpus *corpus)
{
	int status = corpus->status;

	close_operand(corpus);
	arena_free(&corpus->arena);
	arena_free(&corpus->lasting);
	free(corpus);
	return status;
}
