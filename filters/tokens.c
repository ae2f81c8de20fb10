/*
 * tokens: reads sentence rows, or paragraph rows where there are none, and
 * adds a token row for each token: value is the normal form, glued=1 says that
 * no space follows.
 *
 * The algorithm is in lib/segment/token.c.
 */
#include "error.h"
#include "glossary.h"
#include "layer.h"
#include "token_rows.h"

static const char help[] =
"usage: tokens [-Hosu] [--keep=FILE] [FILE...]\n"
"\n"
"Adds a token row for each token of the sentence rows in FILE (or standard\n"
"input), of the paragraph rows where there are none.  label: word number punct\n"
"symbol url email emoji; value: normal form (NFC, case-folded, clitics in\n"
"full: n't is not); attrs: glued=1 when no space follows.\n"
"\n"
"      --keep=FILE   CSV (*.csv) or TSV: tokens of your own that are never cut,\n"
"                    in any case; a second column may give their labels\n"
"  -H, --no-header   leave the header line out\n"
"  -o, --only        write just the token rows\n"
"  -s, --strict      accepted for all filters; a malformed row always stops\n"
"  -u, --unbuffered  flush after each block\n"
"  -h, --help        this text\n"
"  -V, --version     name and version\n"
"\n"
"Conventions: Universal Dependencies, English (universaldependencies.org).\n"
"Exit status: 0 done, 1 failure, 2 wrong usage.\n"
"\n"
"Example:\n"
"  echo \"They don't.\" | paragraphs | sentences | tokens -oH | cut -f7,9\n";

struct settings {
	const char *keep;	/* path, or NULL */
};

static const struct option_extra extra[] = {
	{ "keep", "a file" }, { NULL, NULL }
};

static bool
set(void *context, const char *name, const char *argument)
{
	struct settings *settings = context;

	(void)name;
	settings->keep = argument;
	return true;
}

static const struct filter filter = { "tokens", help, extra, set };

static const char *
wrong(struct slice token, struct slice label)
{
	size_t i;

	for (i = 0; i < token.length; i++)
		if (token.at[i] == ' ' || (token.at[i] >= '\t' &&
		    token.at[i] <= '\r'))
			return "white space in a token";
	return label.length == 0 || token_label_of(label) >= 0 ? NULL :
	    "unknown label of tokens";
}

static const struct glossary_form form = { "token", wrong, false };

static void
add_tokens(void *context, struct block *block)
{
	const struct segment_wish *wish = context;
	struct passage passage;

	layer_text(block, &passage);
	if (passage_tokens(&passage, wish, block->arena) != 0)
		error_no_memory();
	token_rows_add(block, &passage);
}

int
main(int argc, char *argv[])
{
	struct options options;
	struct settings settings = { 0 };
	struct segment_wish wish = { 0 };
	struct glossary glossary = { 0 };
	int status;

	option_parse(&options, &filter, &settings, argc, argv);
	if (settings.keep != NULL) {
		glossary_read(&glossary, settings.keep, &form);
		wish.keep = &glossary.lexicon;
		wish.keep_longest = glossary.longest;
	}
	status = stream_each(&options, add_tokens, &wish);
	glossary_free(&glossary);
	return status;
}
