/*
 * entities: reads token rows (or tokenises for itself) and adds an entity row
 * for each name of a person, organisation, place or other thing.
 *
 * The algorithm is in lib/entity.  Names are resolved over a whole document,
 * of which at most 512 KiB of text are kept.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "error.h"
#include "layer.h"
#include "table.h"

static const char help[] =
"usage: entities [-Hosu] [--names=FILE] [--types=LIST] [--min-conf=N]\n"
"                [FILE...]\n"
"\n"
"Adds an entity row for each name in FILE (or standard input).  label: PER ORG\n"
"LOC MISC (CoNLL-2003); value: the fullest form of this name in the document;\n"
"attrs: conf= (0.00 to 1.00) iso= (ISO 3166-1 of a country) kind=.\n"
"\n"
"      --names=FILE   names of your own, which go before all others: TSV (CSV\n"
"                     if so called) with columns name, type and perhaps kind\n"
"      --types=LIST   only these, as PER,ORG\n"
"      --min-conf=N   only names with at least this conf, as 0.5\n"
"  -H, --no-header    leave the header line out\n"
"  -o, --only         write just the entity rows\n"
"  -s, --strict       accepted for all filters; a malformed row always stops\n"
"  -u, --unbuffered   flush after each block\n"
"  -h, --help         this text\n"
"  -V, --version      name and version\n"
"\n"
"Looks at a document as a whole, at most 512 KiB of its text at a time.\n"
"Exit status: 0 done, 1 failure, 2 wrong usage.\n"
"\n"
"Example:\n"
"  echo 'Ana Duarte flew to Lima.' | paragraphs | entities -oH | cut -f6-9\n";

struct settings {
	const char *names;	/* file; NULL: none */
	struct given given;	/* what it holds */
	struct entity_wish wish;
};

static const struct option_extra extra[] = {
	{ "min-conf", "from 0 to 1: 0.75" }, { "names", "a file" },
	{ "types", "PER, ORG, LOC, MISC" }, { NULL, NULL }
};

/* The label called so, or -1. */
static int
label_of(struct slice name)
{
	int t;

	for (t = 0; t < NAMES_TYPES; t++)
		if (slice_is(name, entity_label_name((enum entity_label)t)))
			return t;
	return -1;
}

static bool
set_types(struct settings *settings, const char *list)
{
	int t;

	memset(settings->wish.types, 0, sizeof settings->wish.types);
	for (;;) {
		struct slice name = { list, strcspn(list, ",") };

		if ((t = label_of(name)) < 0)
			return false;
		settings->wish.types[t] = true;
		if (list[name.length] == '\0')
			return true;
		list += name.length + 1;
	}
}

static bool
set_least(struct settings *settings, const char *argument)
{
	unsigned percent;

	if (!option_share(argument, &percent))
		return false;
	settings->wish.least = (int)percent;
	return true;
}

static bool
set(void *context, const char *name, const char *argument)
{
	struct settings *settings = context;

	if (strcmp(name, "types") == 0)
		return set_types(settings, argument);
	if (strcmp(name, "min-conf") == 0)
		return set_least(settings, argument);
	settings->names = argument;
	return argument[0] != '\0';
}

static const struct filter filter = { "entities", help, extra, set };

/* Column of the header that is called so; its count when there is none. */
static size_t
column_of(const struct table *table, const char *name)
{
	size_t i;

	for (i = 0; i < table->count; i++)
		if (slice_is(table->fields[i], name))
			break;
	return i;
}

static struct slice
cell(const struct table *table, size_t column)
{
	return column < table->count ? table->fields[column] : slice_of("");
}

static void
read_names(struct given *given, const char *file)
{
	size_t length = strlen(file), name, type, kind;
	int fd = open(file, O_RDONLY), label;
	struct table table;

	if (fd < 0)
		error_die(STATUS_FAILURE, "%s: %s", file, strerror(errno));
	if (table_open(&table, fd, length > 4 && strcmp(file + length - 4,
	    ".csv") == 0 ? TABLE_CSV : TABLE_TSV) != 0)
		error_no_memory();
	if (table_read(&table)) {
		name = column_of(&table, "name");
		type = column_of(&table, "type");
		kind = column_of(&table, "kind");
		if (name == table.count || type == table.count)
			error_die(STATUS_FAILURE, "%s:1: no column '%s'", file,
			    name == table.count ? "name" : "type");
		while (table_read(&table)) {
			label = label_of(cell(&table, type));
			if (label < 0)
				error_die(STATUS_FAILURE, "%s:%llu: type is "
				    "not PER, ORG, LOC or MISC", file,
				    (unsigned long long)table.line);
			given_add(given, cell(&table, name),
			    (enum entity_label)label, cell(&table, kind));
		}
	}
	if (table.reason != NULL)
		error_die(STATUS_FAILURE, "%s:%llu: %s", file,
		    (unsigned long long)table.line, table.reason);
	table_close(&table);
	close(fd);
}

static void
add_entities(void *context, struct document *document)
{
	const struct settings *settings = context;
	struct annotations found = { 0 };

	if (annotate_entities(&settings->wish, document->passages,
	    document->count, &found, &document->arena) != 0)
		error_no_memory();
	document_add(document, "entity", &found);
}

int
main(int argc, char *argv[])
{
	struct settings settings = {
		.wish = { .types = { true, true, true, true } }
	};
	struct options options;
	struct arena lasting;
	int status;

	option_parse(&options, &filter, &settings, argc, argv);
	arena_init(&lasting);
	lasting.exhausted = error_no_memory;
	given_init(&settings.given, &lasting);
	if (settings.names != NULL)
		read_names(&settings.given, settings.names);
	if (settings.given.count > 0)
		settings.wish.given = &settings.given;
	settings.wish.memory = calloc(1, sizeof *settings.wish.memory);
	if (settings.wish.memory == NULL)
		error_no_memory();
	status = document_each(&options, add_entities, &settings);
	free(settings.wish.memory);
	arena_free(&lasting);
	return status;
}
