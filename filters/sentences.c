/*
 * sentences: reads paragraph rows (or the outermost rows there are) and adds a
 * sentence row for each sentence, numbered in its document.
 *
 * The algorithm is in lib/segment/sentence.c.
 */
#include "error.h"
#include "glossary.h"
#include "layer.h"

static const char help[] =
"usage: sentences [-Hosu] [--abbreviations=FILE] [--terminators-only] [FILE...]\n"
"\n"
"Adds a sentence row for each sentence of the paragraph rows in FILE (or\n"
"standard input), with its number in the document; label sentence or heading.\n"
"\n"
"      --abbreviations=FILE  CSV (*.csv) or TSV: abbreviations of your own and,\n"
"                     in a second column, their kinds: title company month\n"
"                     place unit number ends never none; without it: never\n"
"      --terminators-only  no sentence ends without . ? ! or the like\n"
"  -H, --no-header    leave the header line out\n"
"  -o, --only         write just the sentence rows\n"
"  -s, --strict       accepted for all filters; a malformed row always stops\n"
"  -u, --unbuffered   flush after each block\n"
"  -h, --help         this text\n"
"  -V, --version      name and version\n"
"\n"
"Offsets are code points, ends exclusive.  Exit status: 0 done, 1 failure\n"
"(malformed row, unreadable file, write error), 2 wrong usage.\n"
"\n"
"Example:\n"
"  printf 'Mr. Ng left. He sat.\\n' | paragraphs | sentences -oH | cut -f9\n";

struct settings {
	struct segment_wish wish;
	const char *abbreviations;	/* path, or NULL */
	int64_t number;			/* of the last sentence */
};

static const struct option_extra extra[] = {
	{ "abbreviations", "a file" }, { "terminators-only", NULL },
	{ NULL, NULL }
};

static bool
set(void *context, const char *name, const char *argument)
{
	struct settings *settings = context;

	if (strcmp(name, "abbreviations") == 0)
		settings->abbreviations = argument;
	else
		settings->wish.terminators_only = true;
	return true;
}

static const struct filter filter = { "sentences", help, extra, set };

static const char *
wrong(struct slice word, struct slice kind)
{
	(void)word;
	return segment_abbreviation_kind(kind) ? NULL :
	    "unknown kind of abbreviation";
}

static const struct glossary_form form = { "abbreviation", wrong, true };

static void
add_sentences(void *context, struct block *block)
{
	struct settings *settings = context;
	struct annotations found = { 0 };
	struct passage passage;

	if (block->new_document)
		settings->number = 0;
	layer_text(block, &passage);
	if (annotate_sentences(&settings->wish, &passage, &settings->number,
	    &found, block->arena) != 0)
		error_no_memory();
	layer_add(block, &passage, "sentence", found.all, found.count);
}

int
main(int argc, char *argv[])
{
	struct options options;
	struct settings settings = { 0 };
	struct glossary glossary = { 0 };
	int status;

	option_parse(&options, &filter, &settings, argc, argv);
	if (settings.abbreviations != NULL) {
		glossary_read(&glossary, settings.abbreviations, &form);
		settings.wish.abbreviations = &glossary.lexicon;
	}
	status = stream_each(&options, add_sentences, &settings);
	glossary_free(&glossary);
	return status;
}
