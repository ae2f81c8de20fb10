/*
 * entities: reads token rows (or tokenises for itself) and adds an entity row
 * for each name of a person, organisation, place or other thing.
 *
 * The algorithm is in lib/entity.  Names are resolved over a whole document,
 * of which at most 2 MiB of text are kept.
 */
#include "entity/entity.h"
#include "error.h"
#include "layer.h"

static const char help[] =
"usage: entities [-Hosu] [FILE...]\n"
"\n"
"Adds an entity row for each name in FILE (or standard input).  label: PER ORG\n"
"LOC MISC (CoNLL-2003); value: the fullest form of this name in the document;\n"
"attrs: conf= (0.00 to 1.00) iso= (ISO 3166-1 of a country) kind=.\n"
"\n"
"  -H, --no-header   leave the header line out\n"
"  -o, --only        write just the entity rows\n"
"  -s, --strict      accepted for all filters; a malformed row always stops\n"
"  -u, --unbuffered  flush after each block\n"
"  -h, --help        this text\n"
"  -V, --version     name and version\n"
"\n"
"Averaged structured perceptron (Collins 2002), trained by make model.  Looks\n"
"at a document as a whole, at most 2 MiB of its text at a time.\n"
"Exit status: 0 done, 1 failure, 2 wrong usage.\n"
"\n"
"Example:\n"
"  echo 'Ana Duarte flew to Lima.' | paragraphs | entities -oH | cut -f6-9\n";

static const struct filter filter = { "entities", help, NULL, NULL };

static void
add_entity(struct document *document, const struct entity *entity)
{
	struct block *block = &document->blocks[entity->passage];
	struct arena *arena = block->arena;
	int percent = entity->confidence;
	struct row row = layer_row(block,
	    &document->passages[entity->passage], "entity", entity->start,
	    entity->end);
	char conf[] = { (char)('0' + percent / 100), '.',
	    (char)('0' + percent / 10 % 10), (char)('0' + percent % 10),
	    '\0' };
	struct attrs attrs = { 0 };

	attrs_add(&attrs, arena, "conf", slice_of(conf));
	attrs_add(&attrs, arena, "iso", entity->iso);
	attrs_add(&attrs, arena, "kind", entity->kind);
	row.label = slice_of(entity_label_name(entity->label));
	row.value = layer_field(entity->value, arena);
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
		struct entity *found;
		size_t count, i;

		if (entity_find(document.passages, document.count, &found,
		    &count, &document.arena) != 0)
			error_no_memory();
		for (i = 0; i < count; i++)
			add_entity(&document, &found[i]);
		document_write(stream, &document);
	}
	document_free(&document);
	return stream_close(stream);
}
