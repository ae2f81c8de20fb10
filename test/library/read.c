/*
 * read: reads all spans of files, as a program does that makes no rows of them;
 * how many there were, and the bytes of their strings, as a proof that it did.
 *
 *	read FILE...
 */
#include <stdio.h>
#include <string.h>

#include <rill.h>

static size_t spans, bytes;

static int
read_spans(struct rill *rill)
{
	const struct rill_span *span;

	while ((span = rill_next(rill)) != NULL) {
		spans++;
		bytes += strlen(span->label) + strlen(span->value) +
		    strlen(span->attrs) + strlen(span->text);
	}
	return rill_status(rill);
}

static int
read_file(struct rill *rill, const char *name)
{
	static char buffer[65536];
	FILE *file = fopen(name, "rb");
	size_t n;

	if (file == NULL)
		return -1;
	while ((n = fread(buffer, 1, sizeof buffer, file)) > 0) {
		rill_feed(rill, buffer, n);
		if (read_spans(rill) != RILL_OK)
			break;
	}
	fclose(file);
	rill_end(rill);
	return read_spans(rill);
}

int
main(int argc, char *argv[])
{
	struct rill *rill = rill_open();
	int i, status = rill == NULL ? 1 : 0;

	for (i = 1; i < argc && status == 0; i++)
		status = read_file(rill, argv[i]);
	rill_close(rill);
	printf("%zu spans, %zu bytes\n", spans, bytes);
	return status == 0 ? 0 : 1;
}
