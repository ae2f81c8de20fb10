/*
 * who: who said what in a text; standard input, speaker and words out.
 *
 *	cc who.c $(pkg-config --cflags --libs rill) -o who
 *	./who <article.txt
 */
#include <stdio.h>

#include <rill.h>

int
main(void)
{
	static char text[1 << 20];
	size_t length = fread(text, 1, sizeof text, stdin);
	const struct rill_span *span;
	struct rill *rill = rill_open();
	int status;

	if (rill == NULL)
		return 1;
	rill_set(rill, "layers", "entities,quotes");
	rill_feed(rill, text, length);
	rill_end(rill);
	while ((span = rill_next(rill)) != NULL) {
		const char *rule;

		if (span->type != RILL_QUOTE)
			continue;
		rule = rill_attr(rill, "rule");
		printf("%s (%s, %s): %s\n",
		    span->value[0] != '\0' ? span->value : "somebody",
		    span->label, rule != NULL ? rule : "-", span->text);
	}
	status = rill_status(rill);
	rill_close(rill);
	if (status != RILL_OK)
		fprintf(stderr, "who: %s\n", rill_message(status));
	return status == RILL_OK ? 0 : 1;
}
