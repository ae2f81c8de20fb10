/*
 * numbers: reads token rows (or tokenises for itself) and adds a number row
 * for each number, amount, measure, date, time, duration and score.
 *
 * The algorithm is in lib/number; the grammar of values in numbers(1).
 */
#include <stdlib.h>

#include "date.h"
#include "error.h"
#include "layer.h"

static const char help[] =
"usage: numbers [-Hosu] [--date=DATE] [--day-first] [--dollar=CODE]\n"
"           [--locale=NAME] [FILE...]\n"
"\n"
"Adds a number row for each number, amount of money, measure, date, time,\n"
"duration and score in FILE (or standard input).  label: cardinal ordinal\n"
"fraction percent money quantity age date time duration set score; value: exact\n"
"decimal, lo..hi, TIMEX3; attrs: unit= (ISO 4217, UCUM) si= mod= rel= dated=.\n"
"\n"
"      --date=DATE    date of documents without one: 2019-07-04T12:30 (none)\n"
"      --day-first    4/7 is 4 July (the default: the locale's order, 7 April)\n"
"      --dollar=CODE  ISO 4217 code of a bare $ (USD)\n"
"      --locale=NAME  en-GB or en-US (the default): tons, gallons, pints; 4/7\n"
"  -H, --no-header    leave the header line out\n"
"  -o, --only         write just the number rows\n"
"  -s, --strict       accepted for all filters; a malformed row always stops\n"
"  -u, --unbuffered   flush after each block\n"
"  -h, --help         this text\n"
"  -V, --version      name and version\n"
"\n"
"Dates are resolved (dated=) when the paragraph rows have date=, or --date.\n"
"Exit status: 0 done, 1 failure, 2 wrong usage.\n"
"\n"
"Example:\n"
"  echo 'It cost about $1.5m.' | paragraphs | numbers -oH | cut -f6-9\n";

struct settings {
	struct number_wish wish;
	char date[DATE_SIZE];	/* what wish.date points to */
};

static const struct option_extra extra[] = {
	{ "date", "2019-07-04" }, { "day-first", NULL },
	{ "dollar", "an ISO 4217 code: CAD" }, { "locale", "en-US or en-GB" },
	{ NULL, NULL }
};

static bool
set(void *context, const char *name, const char *argument)
{
	struct settings *settings = context;
	struct number_context *numbers = &settings->wish.context;

	if (strcmp(name, "day-first") == 0) {
		numbers->day_first = true;
		return true;
	}
	if (strcmp(name, "date") == 0) {
		if (!date_normal(slice_of(argument), settings->date))
			return false;
		settings->wish.date = slice_of(settings->date);
		return true;
	}
	if (strcmp(name, "locale") == 0) {
		numbers->locale_gb = strcmp(argument, "en-GB") == 0;
		return numbers->locale_gb ||
		    strcmp(argument, "en-US") == 0;
	}
	if (!number_is_currency(slice_of(argument)))
		return false;
	memcpy(numbers->dollar, argument, 4);
	return true;
}

static const struct filter filter = { "numbers", help, extra, set };

static void
add_numbers(void *context, struct block *block)
{
	struct settings *settings = context;
	struct number_rest rest = { 0, 0 };
	struct passage passage;

	layer_opaque(block, &passage);
	/* what was found of a long passage is a row before more is sought */
	do {
		struct arena_mark mark = arena_mark(block->arena);
		struct annotations found = { 0 };

		if (annotate_next_numbers(&settings->wish, &passage, &rest,
		    &found, block->arena) != 0)
			error_no_memory();
		layer_add(block, &passage, "number", found.all, found.count);
		arena_release(block->arena, mark);
	} while (rest.sentence < passage.sentence_count);
}

int
main(int argc, char *argv[])
{
	struct settings settings = {
		.wish = { .context = { .dollar = "USD" } }
	};
	struct number_context *numbers = &settings.wish.context;
	struct options options;
	int status;

	option_parse(&options, &filter, &settings, argc, argv);
	numbers->memory = calloc(1, sizeof *numbers->memory);
	if (numbers->memory == NULL)
		error_no_memory();
	status = stream_each(&options, add_numbers, &settings);
	free(numbers->memory);
	return status;
}
