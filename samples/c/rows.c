/*
 * rows: prints the rows of files, as a pipe of all filters does:
 *
 *	cc rows.c $(pkg-config --cflags --libs rill) -o rows
 *	./rows -s date=2019-07-04 FILE...
 *
 * -s NAME=VALUE sets an option (librill(3)).
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rill.h>

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "rows: %s: %s\n", what, why);
	exit(1);
}

/* Prints what there is up to now. */
static void
print_rows(struct rill *rill)
{
	while (rill_next(rill) != NULL) {
		const char *row = rill_row(rill);

		if (row == NULL)
			die("row", rill_message(RILL_NO_MEMORY));
		puts(row);
	}
	if (rill_status(rill) != RILL_OK)
		die("text", rill_message(rill_status(rill)));
}

static void
print_file(struct rill *rill, const char *name)
{
	static char bytes[65536];
	FILE *file = fopen(name, "rb");
	size_t n;

	if (file == NULL)
		die(name, strerror(errno));
	if (rill_set(rill, "doc", name) != RILL_OK)
		die(name, rill_message(RILL_NO_MEMORY));
	while ((n = fread(bytes, 1, sizeof bytes, file)) > 0) {
		rill_feed(rill, bytes, n);
		print_rows(rill);
	}
	if (ferror(file))	/* a folder opens, and cannot be read */
		die(name, strerror(errno));
	fclose(file);
	rill_end(rill);
	print_rows(rill);
}

static void
set(struct rill *rill, char *option)
{
	char *value = strchr(option, '=');

	if (value != NULL)
		*value++ = '\0';
	if (rill_set(rill, option, value == NULL ? "1" : value) != RILL_OK)
		die(option, rill_message(RILL_WRONG_OPTION));
}

int
main(int argc, char *argv[])
{
	struct rill *rill = rill_open();
	int i;

	if (rill == NULL)
		die("rill", rill_message(RILL_NO_MEMORY));
	puts("type\tdoc\tstart\tend\tsent\tlabel\tvalue\tattrs\ttext");
	for (i = 1; i + 1 < argc && strcmp(argv[i], "-s") == 0; i += 2)
		set(rill, argv[i + 1]);
	for (; i < argc; i++)
		print_file(rill, argv[i]);
	rill_close(rill);
	if (fflush(stdout) != 0 || ferror(stdout))
		die("write error", strerror(errno));
	return 0;
}
