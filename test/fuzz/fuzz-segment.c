/*
 * Paragraphs, sentences, tokens: order and nesting (fuzz.c), every character
 * that is not white space (or a separator of ASCII) is in a token, a normal form
 * is well-formed.
 */
#include <unicode/uchar.h>

#include "fuzz.h"
#include "segment/segment.h"

static void
check_covered(const struct passage *p)
{
	size_t at = 0, k = 0;

	while (at < p->text.length) {
		size_t from = at;
		int32_t c = utf8_next(p->text, &at);

		while (k < p->token_count && p->tokens[k].end <= from)
			k++;
		check(u_isUWhiteSpace(c) || (c >= 0x1c && c <= 0x1f) || (k < p->token_count &&
		    p->tokens[k].start <= from), "a character in no token");
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_document document;
	size_t i, k;

	fuzz_read(&document, data, size);
	for (i = 0; i < document.count; i++) {
		const struct passage *p = &document.passages[i];
		struct slice none = { p->text.at, 0 };

		check_covered(p);
		for (k = 0; k < p->token_count; k++) {
			struct slice normal;

			check(segment_normal(token_text(p, k), k > 0 &&
			    p->tokens[k - 1].glued ? token_text(p, k - 1) :
			    none, none, &normal, &document.arena) == 0,
			    "memory");
			check(utf8_valid(normal), "a normal form");
		}
	}
	fuzz_free(&document);
	return 0;
}
