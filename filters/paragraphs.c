/*
 * paragraphs: reads raw text and writes a paragraph row for each paragraph,
 * heading and list item; the only filter that reads anything but the stream.
 *
 * The algorithm is in lib/segment/paragraph.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "error.h"
#include "option.h"
#include "row.h"
#include "segment/paragraph.h"

#define READ_SIZE ((size_t)1 << 16)

static const char help[] =
"usage: paragraphs [-Hosu] [--wrapped | --lines] [--date=DATE] [FILE...]\n"
"\n"
"Writes a paragraph row for each paragraph of the plain text in FILE (or\n"
"standard input); label: body heading item.  A blank line ends a paragraph.\n"
"\n"
"      --wrapped      a line end is a space\n"
"      --lines        a line is a paragraph\n"
"      --date=DATE    date of the documents (2019-07-04)\n"
"  -H, --no-header    leave the header line out\n"
"  -o, --only         accepted for all filters\n"
"  -s, --strict       ill-formed UTF-8 or NUL is an error\n"
"  -u, --unbuffered   flush after each paragraph\n"
"  -h, --help         this text\n"
"  -V, --version      name and version\n"
"\n"
"Example:\n"
"  printf 'Title\\n\\nText.\\n' | paragraphs | cut -f6,9\n";

struct settings {
	enum paragraph_layout layout;
	const char *date;
};

static const struct option_extra extra[] = {
	{ "date", true }, { "lines", false }, { "wrapped", false },
	{ NULL, false }
};

static bool
set(void *context, const char *name, const char *argument)
{
	struct settings *settings = context;

	if (strcmp(name, "date") == 0)
		settings->date = argument;
	else
		settings->layout = strcmp(name, "lines") == 0 ?
		    PARAGRAPH_LINES : PARAGRAPH_WRAPPED;
	return true;
}

static const struct filter filter = { "paragraphs", help, extra, set };

static struct output out;

static void
write_all(struct paragraph_reader *reader, struct slice doc,
    struct arena *arena, const struct options *options)
{
	struct paragraph p;
	struct row row = row_none;

	row.type = slice_of("paragraph");
	row.doc = doc;
	while (paragraph_next(reader, &p)) {
		row.start = p.start;
		row.end = p.end;
		row.label = slice_of(paragraph_kind_name(p.kind));
		row.text = row_escape(p.text, arena);
		row_write(&out, &row);
		if (options->unbuffered)
			output_flush(&out);
		arena_reset(arena);
	}
}

int
main(int argc, char *argv[])
{
	struct settings settings = { 0 };
	struct options options;
	struct paragraph_reader reader;
	struct arena arena;
	char bytes[READ_SIZE];
	int i, status = STATUS_DONE;

	option_parse(&options, &filter, &settings, argc, argv);
	output_open(&out);
	arena_init(&arena);
	arena.exhausted = error_no_memory;
	if (paragraph_init(&reader, settings.layout) != 0)
		error_no_memory();
	if (!options.no_header)
		output_slice(&out, slice_of(ROW_HEADER "\n"));
	for (i = 0; i < options.operand_count; i++) {
		const char *name = options.operands[i];
		int fd = strcmp(name, "-") == 0 ? STDIN_FILENO :
		    open(name, O_RDONLY);
		ssize_t n;
		struct slice doc = slice_of(name);

		while (fd >= 0 && (n = read(fd, bytes, sizeof bytes)) > 0) {
			size_t done = 0;

			while (done < (size_t)n) {
				done += paragraph_push(&reader, bytes + done,
				    (size_t)n - done);
				write_all(&reader, doc, &arena, &options);
			}
		}
		if (fd < 0 || n < 0) {
			error_warn("%s: %s", name, strerror(errno));
			status = STATUS_FAILURE;
		}
		paragraph_end(&reader);
		write_all(&reader, doc, &arena, &options);
		paragraph_begin(&reader);
		if (fd > STDIN_FILENO)
			close(fd);
	}
	output_close(&out);
	return status;
}
