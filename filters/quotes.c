/*
 * quotes: reads token and entity rows (or tokenises for itself) and adds a
 * quote row for each direct, indirect and mixed quotation.
 *
 * The algorithm is in lib/quote.  Speakers are resolved over a whole document,
 * of which at most 2 MiB of text are kept.
 */
#include "error.h"
#include "layer.h"
#include "quote/quote.h"

static const char help[] =
"usage: quotes [-Hosu] [FILE...]\n"
"\n"
"Adds a quote row for each quotation in FILE (or standard input).  label:\n"
"direct indirect mixed; value: name of the speaker; attrs: cue=START-END and\n"
"speaker=START-END (code points of the document), part=cont on the\n"
"continuation of a quotation begun in an earlier paragraph.\n"
"\n"
"  -H, --no-header   leave the header line out\n"
"  -o, --only        write just the quote rows\n"
"  -s, --strict      accepted for all filters; a malformed row always stops\n"
"  -u, --unbuffered  flush after each block\n"
"  -h, --help        this text\n"
"  -V, --version     name and version\n"
"\n"
"Looks at a document as a whole, at most 2 MiB of its text at a time.\n"
"Speakers' names are best when entities has run before.\n"
"Exit status: 0 done, 1 failure, 2 wrong usage.\n"
"\n"
"Example:\n"
"  echo '\"We won,\" Ana Duarte said.' | paragraphs | quotes -oH | cut -f6-9\n";

static const struct filter filter = { "quotes", help, NULL, NULL };

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
			name->value = row_unescape(slice_is(row.value, "_") ?
			    row.text : row.value, arena);
		}
	}
	return names;
}

static void
add_place(struct attrs *attrs, struct document *document, struct block *block,
    const char *key, const struct quote_place *place)
{
	if (place->start < place->end)
		attrs_add(attrs, block->arena, key, layer_place(block,
		    &document->passages[place->passage], place->start,
		    place->end));
}

static void
add_quote(struct document *document, const struct quote *quote)
{
	struct block *block = &document->blocks[quote->passage];
	struct attrs attrs = { 0 };
	struct row row = layer_row(block,
	    &document->passages[quote->passage], "quote", quote->start,
	    quote->end);

	add_place(&attrs, document, block, "cue", &quote->cue);
	if (quote->continued)
		attrs_add(&attrs, block->arena, "part", slice_of("cont"));
	add_place(&attrs, document, block, "speaker", &quote->speaker);
	row.label = slice_of(quote_label_name(quote->label));
	row.value = layer_field(quote->value, block->arena);
	row.attrs = attrs_column(&attrs);
	block_add(block, &row);
}

int
main(int argc, char *argv[])
{
	struct options options;
	struct stream *stream;
	struct document document;

	option_parse(&options, &filter, NULL, argc, argv);
	stream = stream_open(&options);
	document_init(&document);
	while (document_read(stream, &document)) {
		struct quote_name *names;
		struct quote *found;
		size_t count, i;

		names = read_names(&document, &count);
		if (quote_find(document.passages, document.count, names,
		    count, &found, &count, &document.arena) != 0)
			error_no_memory();
		for (i = 0; i < count; i++)
			add_quote(&document, &found[i]);
		document_write(stream, &document);
	}
	document_free(&document);
	return stream_close(stream);
}
