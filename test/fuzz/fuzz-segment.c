/*
 * Paragraphs do not depend on how their bytes are divided.  Paragraphs,
 * sentences, tokens: order and nesting (fuzz.c), every character
 * that is not white space (or a separator of ASCII) is in a token, a normal form
 * is well-formed.
 */
#include <unicode/uchar.h>

#include "fuzz.h"
#include "segment/paragraph.h"
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
		check(u_isUWhiteSpace(c) || (c >= 0x1c && c <= 0x1f) ||
		    (k < p->token_count && p->tokens[k].start <= from),
		    "a character in no token");
	}
}

/* Reads paragraphs in pieces: the same as from the whole, in order. */
static void
check_pieces(const struct fuzz_document *document, const char *bytes,
    size_t size, size_t step)
{
	struct paragraph_reader reader;
	struct paragraph paragraph;
	size_t n = 0;

	check(paragraph_init(&reader, PARAGRAPH_AUTO) == 0, "memory");
	paragraph_begin(&reader);
	while (!reader.ended) {
		size_t piece = size < step ? size : step, taken = 0;

		if (size == 0)
			paragraph_end(&reader);
		else
			taken = paragraph_push(&reader, bytes, piece);
		bytes += taken;
		size -= taken;
		while (paragraph_next(&reader, &paragraph)) {
			const struct passage *p = &document->passages[n];

			check(n++ < document->count &&
			    p->start == paragraph.start &&
			    p->kind == paragraph.kind &&
			    slice_equal(p->text, paragraph.text),
			    "pieces as the whole");
		}
	}
	check(n == document->count, "as many in pieces as in the whole");
	paragraph_free(&reader);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_document document;
	size_t i, k;

	fuzz_read(&document, data, size);
	if (size > 0 && size <= FUZZ_TEXT_MOST)
		check_pieces(&document, (const char *)data, size,
		    1 + data[size - 1] % 40u);
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
