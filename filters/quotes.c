/*
 * quotes: reads token and entity rows (or tokenises for itself) and adds a
 * quote row for each direct, indirect and mixed quotation.
 *
 * The algorithm is in lib/quote.  Speakers are resolved over a whole document,
 * of which at most 512 KiB of text are kept.
 */
#include <stdlib.h>

#include "error.h"
#include "layer.h"

static const char help[] =
"usage: quotes [-Hosu] [--all] [--min-conf=N] [--unattributed] [FILE...]\n"
"\n"
"Adds a quote row for each quotation in FILE (or standard input).  label:\n"
"direct indirect mixed; value: name of the speaker; attrs: conf= (how often\n"
"such a one is right), cue=START-END, group=START (where the first piece of\n"
"it begins), part=cont (goes on from an earlier paragraph), rule= (as left\n"
"inverted right passive according relative resumed floating continued colon\n"
"verb signed headline), speaker=START-END.  Places are those of the document.\n"
"      --all           also what somebody believes or hopes\n"
"  -H, --no-header     leave the header line out\n"
"      --min-conf=N    only rows whose conf is N, from 0 to 1, or more\n"
"  -o, --only          write just the quote rows\n"
"  -s, --strict        accepted; a malformed row always stops\n"
"      --unattributed  also marks that nobody said, with the label term\n"
"  -u, --unbuffered    flush after each block\n"
"  -h, --help          this text\n"
"  -V, --version       name and version\n"
"Looks at a document as a whole, at most 512 KiB of its text at a time.\n"
"Speakers' names are best when entities has run before.\n"
"Exit status: 0 done, 1 failure, 2 wrong usage.\n"
"Example:\n"
"  echo '\"We won,\" Ana Duarte said.' | paragraphs | quotes -oH | cut -f6-9\n";

static const struct option_extra extra[] = {
	{ "all", NULL }, { "min-conf", "from 0 to 1: 0.75" },
	{ "unattributed", NULL }, { NULL, NULL }
};

static bool
set(void *context, const char *name, const char *argument)
{
	struct quote_wish *wish = context;

	if (strcmp(name, "all") == 0) {
		wish->options.beliefs = true;
	} else if (strcmp(name, "unattributed") == 0) {
		wish->options.terms = true;
	} else {
		return option_share(argument, &wish->least);
	}
	return true;
}

static const struct filter filter = { "quotes", help, extra, set };

static struct quote_name *
read_names(struct document *document, size_t *count)
{
	struct arena *arena = &document->arena;
	struct quote_name *names = NULL;
	size_t i, k, size = 0;

	*count = 0;
	for (i = 0; i < document->count; i++) {
		const struct block *block = &document->blocks[i];
		const struct passage *p = &document->passages[i];

		for (k = 0; k < block->rows.count; k++) {
			struct quote_name *name;
			struct row row;

			if (!block_row_is(block, k, "entity"))
				continue;
			block_row(block, k, &row);
			names = arena_grow(arena, names, *count, &size,
			    *count + 1, sizeof *names);
			name = &names[(*count)++];
			name->passage = i;
			name->start = utf8_map_byte(&p->map,
			    (size_t)(row.start - p->start));
			name->end = utf8_map_byte(&p->map,
			    (size_t)(row.end - p->start));
			name->label = row.label;
			if (!row_attr(row.attrs, "kind", &name->kind))
				name->kind = slice_of("");
			name->value = row_unescape(slice_is(row.value, "_") ?
			    row.text : row.value, arena);
		}
	}
	return names;
}

static void
add_quotes(void *context, struct document *document)
{
	const struct quote_wish *wish = context;
	struct annotations found = { 0 };
	struct quote_name *names;
	size_t count;

	names = read_names(document, &count);
	if (annotate_quotes(wish, document->passages, document->count, names,
	    count, &found, &document->arena) != 0)
		error_no_memory();
	document_add(document, "quote", &found);
}

int
main(int argc, char *argv[])
{
	struct quote_wish wish = { { false, false, NULL }, 0 };
	struct options options;
	int status;

	option_parse(&options, &filter, &wish, argc, argv);
	wish.options.memory = calloc(1, sizeof *wish.options.memory);
	if (wish.options.memory == NULL)
		error_no_memory();
	status = document_each(&options, add_quotes, &wish);
	free(wish.options.memory);
	return status;
}
