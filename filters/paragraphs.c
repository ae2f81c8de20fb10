/*
 * paragraphs: reads raw text, files or cells of a table, and writes a row for
 * each paragraph, heading and list item; the only filter that reads anything
 * but the stream.
 *
 * The algorithm is in lib/segment/paragraph.c, tables in lib/corpus.c.
 */
#include <stdio.h>

#include "corpus.h"
#include "error.h"
#include "row.h"
#include "segment/paragraph.h"

static const char help[] =
"usage: paragraphs [-Hosu] [--wrapped | --lines] [--date=DATE] [FILE...]\n"
"       paragraphs --csv | --tsv [--text=COLUMN] [--doc=COLUMN]\n"
"           [--date=COLUMN] [--meta=COLUMN,...] [FILE...]\n"
"\n"
"Writes a paragraph row for each paragraph of the plain text in FILE (or\n"
"standard input), or of the records of a table; label: body heading item.\n"
"      --wrapped, --lines  a line end is a space; ends a paragraph\n"
"      --csv, --tsv        a record is a document; the first names the columns\n"
"      --text, --doc, --date, --meta=COLUMN  by name or number; without them:\n"
"                          text or body; doc or id, else the record's number;\n"
"                          date, else none; none\n"
"      --date=DATE         of the documents, when they are files (2019-07-04)\n"
"  -H, --no-header         leave the header line out\n"
"  -o, --only              accepted for all filters\n"
"  -s, --strict            ill-formed UTF-8 and NUL are errors, not U+FFFD\n"
"  -u, --unbuffered        flush after each paragraph\n"
"  -h, --help              this text\n"
"  -V, --version           name and version\n"
"Exit status: 0 done, 1 failure (input, output), 2 wrong usage.\n"
"\n"
"Example:\n"
"  printf 'Title\\n\\nSome\\ntext.\\n' | paragraphs -H | cut -f3-4,6,9\n";

struct settings {
	enum paragraph_layout layout;
	struct corpus_layout corpus;
};

static const struct option_extra extra[] = {
	{ "csv", NULL }, { "date", "a column or a date" },
	{ "doc", "a column" }, { "lines", NULL }, { "meta", "columns" },
	{ "text", "a column" }, { "tsv", NULL }, { "wrapped", NULL },
	{ NULL, NULL }
};

static bool
set(void *context, const char *name, const char *argument)
{
	struct settings *settings = context;
	struct corpus_layout *corpus = &settings->corpus;

	if (strcmp(name, "lines") == 0) {
		settings->layout = PARAGRAPH_LINES;
	} else if (strcmp(name, "wrapped") == 0) {
		settings->layout = PARAGRAPH_WRAPPED;
	} else if (argument == NULL) {
		corpus->table = true;
		corpus->format = strcmp(name, "csv") == 0 ? TABLE_CSV :
		    TABLE_TSV;
	} else {
		const char **column = strcmp(name, "date") == 0 ?
		    &corpus->date : strcmp(name, "doc") == 0 ? &corpus->doc :
		    strcmp(name, "meta") == 0 ? &corpus->meta : &corpus->text;

		*column = argument;
		return *argument != '\0';
	}
	return true;
}

static const struct filter filter = { "paragraphs", help, extra, set };

struct writer {
	const struct options *options;
	struct paragraph_reader reader;
	struct arena arena;	/* of a row */
	struct output out;
	char repaired[256];	/* the first document with what was not UTF-8 */
};

/* Writes the paragraphs that are ready; ends the program at one that had to be
 * repaired when that is an error. */
static void
write_ready(struct writer *writer, const struct corpus_document *document)
{
	struct paragraph_reader *reader = &writer->reader;
	struct paragraph p;
	struct row row = row_none;

	row.type = slice_of("paragraph");
	row.doc = document->name;
	row.attrs = document->attrs;
	while (paragraph_next(reader, &p)) {
		if (writer->options->strict && reader->first_bad >= 0 &&
		    p.end > reader->first_bad)
			break;
		row.start = p.start;
		row.end = p.end;
		row.label = slice_of(paragraph_kind_name(p.kind));
		row.text = row_escape(p.text, &writer->arena);
		row_write(&writer->out, &row);
		if (writer->options->unbuffered)
			output_flush(&writer->out);
		arena_reset(&writer->arena);
	}
}

static void
write_document(struct writer *writer, struct corpus *corpus,
    struct corpus_document *document)
{
	struct paragraph_reader *reader = &writer->reader;
	struct slice bytes;

	paragraph_begin(reader);
	while (corpus_read(corpus, document, &bytes)) {
		while (bytes.length > 0) {
			size_t n = paragraph_push(reader, bytes.at,
			    bytes.length);

			write_ready(writer, document);
			bytes.at += n;
			bytes.length -= n;
		}
	}
	if (!document->broken) {
		paragraph_end(reader);
		write_ready(writer, document);
	}
	if (writer->options->strict && reader->first_bad >= 0) {
		output_flush(&writer->out);
		error_die(STATUS_FAILURE,
		    "%.*s: ill-formed UTF-8 or NUL at code point %lld",
		    (int)document->name.length, document->name.at,
		    (long long)reader->first_bad);
	}
}

/* To those who wait for an answer a header says that it is complete. */
static void
write_header(struct writer *writer)
{
	if (writer->options->no_header)
		return;
	output_slice(&writer->out, slice_of(ROW_HEADER "\n"));
	if (writer->options->unbuffered)
		output_flush(&writer->out);
}

static size_t
count_bad(const struct writer *writer, const struct corpus *corpus)
{
	return writer->reader.bad + corpus_bad(corpus);
}

static void
note_repaired(struct writer *writer, const struct corpus *corpus,
    const struct corpus_document *document)
{
	if (writer->repaired[0] == '\0' && count_bad(writer, corpus) > 0)
		snprintf(writer->repaired, sizeof writer->repaired, "%.*s",
		    (int)document->name.length, document->name.at);
}

int
main(int argc, char *argv[])
{
	static struct writer writer;
	struct settings settings = { 0 };
	struct options options;
	struct corpus *corpus;
	struct corpus_document document;
	size_t bad;

	option_parse(&options, &filter, &settings, argc, argv);
	if (!settings.corpus.table && (settings.corpus.text != NULL ||
	    settings.corpus.doc != NULL || settings.corpus.meta != NULL))
		error_die(STATUS_USAGE,
		    "--text, --doc and --meta need --csv or --tsv");
	corpus = corpus_open(&options, &settings.corpus);
	writer.options = &options;
	arena_init(&writer.arena);
	writer.arena.exhausted = error_no_memory;
	output_open(&writer.out);
	if (paragraph_init(&writer.reader, settings.layout) != 0)
		error_no_memory();
	write_header(&writer);
	while (corpus_next(corpus, &document)) {
		if (!document.mark) {
			write_document(&writer, corpus, &document);
			note_repaired(&writer, corpus, &document);
		} else if (options.unbuffered)
			write_header(&writer);
	}
	output_close(&writer.out);
	bad = count_bad(&writer, corpus);
	if (bad > 0 && !options.strict)
		error_warn("%zu ill-formed UTF-8 sequence%s or NUL became"
		    " U+FFFD (the first in %s)", bad, bad == 1 ? "" : "s",
		    writer.repaired);
	paragraph_free(&writer.reader);
	arena_free(&writer.arena);
	return corpus_close(corpus);
}
