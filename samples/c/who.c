/*
 * who: who said what in a text; standard input, speaker and words out.
 *
 *	cc who.c $(pkg-config --cflags --libs rill) -o who
 *	./who <article.txt
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <rill.h>

/* Prints the quotations that there are up to now. */
static void
print_quotes(struct rill *rill)
{
	const struct rill_span *span;

	while ((span = rill_next(rill)) != NULL) {
		const char *rule;

		if (span->type != RILL_QUOTE)
			continue;
		rule = rill_attr(rill, "rule");
		printf("%s (%s, %s): %s\n",
		    span->value[0] != '\0' ? span->value : "somebody",
		    span->label, rule != NULL ? rule : "-", span->text);
	}
}

int
main(void)
{
	static char text[65536];
	struct rill *rill = rill_open();
	const char *wrong = NULL;
	size_t length;
	int status;

	if (rill == NULL)
		return 1;
	rill_set(rill, "layers", "entities,quotes");
	while ((length = fread(text, 1, sizeof text, stdin)) > 0) {
		rill_feed(rill, text, length);
		print_quotes(rill);
	}
	if (ferror(stdin))
		wrong = strerror(errno);
	rill_end(rill);
	print_quotes(rill);
	status = rill_status(rill);
	rill_close(rill);
	if (status != RILL_OK)
		wrong = rill_message(status);
	else if (wrong == NULL && (fflush(stdout) != 0 || ferror(stdout)))
		wrong = strerror(errno);
	if (wrong != NULL)
		fprintf(stderr, "who: %s\n", wrong);
	return wrong == NULL ? 0 : 1;
}
