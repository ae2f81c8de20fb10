/*
 * fuzz: documents from bytes; that twice the input takes twice the time.
 */
#include <string.h>
#include <time.h>

#include "fuzz.h"
#include "segment/paragraph.h"
#include "segment/segment.h"

void
fuzz_check_span(const struct passage *passage, size_t start, size_t end,
    const char *what)
{
	const char *at = passage->text.at;

	check(start < end && end <= passage->text.length, what);
	check((at[start] & 0xc0) != 0x80, what);
	check(end == passage->text.length || (at[end] & 0xc0) != 0x80, what);
}

static void
check_passage(const struct passage *p)
{
	size_t i, k, end = 0;

	for (i = 0; i < p->sentence_count; i++) {
		const struct sentence *s = &p->sentences[i];

		fuzz_check_span(p, s->start, s->end, "span of a sentence");
		check(s->start >= end, "order of sentences");
		end = s->start;
		for (k = s->first; k < s->last; k++) {
			const struct token *t = &p->tokens[k];

			fuzz_check_span(p, t->start, t->end, "span of a token");
			check(t->start >= end && t->end <= s->end,
			    "order of tokens");
			end = t->end;
		}
		end = s->end;
	}
}

static void
add_paragraph(struct fuzz_document *document, size_t *size,
    const struct paragraph *paragraph)
{
	struct arena *arena = &document->arena;
	struct passage *p;
	struct slice text;

	document->passages = arena_grow(arena, document->passages,
	    document->count, size, document->count + 1, sizeof *p);
	p = &document->passages[document->count];
	text.at = arena_copy(arena, paragraph->text.at,
	    paragraph->text.length);
	text.length = paragraph->text.length;
	check(utf8_valid(text), "a paragraph is well-formed");
	check(text.length > 0, "a paragraph is not empty");
	check((int64_t)utf8_count(text) == paragraph->end - paragraph->start,
	    "offsets of a paragraph");
	check(passage_of_text(p, text, paragraph->kind, arena) == 0, "memory");
	p->start = paragraph->start;
	p->new_document = document->count++ == 0;
	p->doc = slice_of("d");
	p->date = slice_of("2019-07-04");
	check_passage(p);
}

static void
exhausted(void)
{
	check(false, "memory");
}

void
fuzz_read(struct fuzz_document *document, const uint8_t *data, size_t size)
{
	struct paragraph_reader reader;
	struct paragraph paragraph;
	const char *bytes = (const char *)data;
	size_t room = 0;
	int64_t end = 0;

	memset(document, 0, sizeof *document);
	arena_init(&document->arena);
	document->arena.exhausted = exhausted;
	if (size > FUZZ_TEXT_MOST)
		size = FUZZ_TEXT_MOST;
	check(paragraph_init(&reader, PARAGRAPH_AUTO) == 0, "memory");
	paragraph_begin(&reader);
	while (size > 0 || !reader.ended) {
		size_t taken = 0;

		if (size > 0)
			taken = paragraph_push(&reader, bytes, size);
		else
			paragraph_end(&reader);
		bytes += taken;
		size -= taken;
		while (paragraph_next(&reader, &paragraph)) {
			check(paragraph.start >= end, "order of paragraphs");
			end = paragraph.end;
			add_paragraph(document, &room, &paragraph);
		}
	}
	paragraph_free(&reader);
}

void
fuzz_free(struct fuzz_document *document)
{
	arena_free(&document->arena);
}

#ifdef FUZZ_TIMED
#undef LLVMFuzzerTestOneInput

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	TIMED = 4,		/* times the input; then twice as often */
	TIMED_MOST = FUZZ_TEXT_MOST / (2 * TIMED),
	TIMED_ONE_IN = 256,
	TRIES = 5
};

/* Processor time of the target over the bytes, in seconds. */
static double
seconds(const uint8_t *data, size_t size)
{
	clock_t start = clock();

	fuzz_target(data, size);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Twice the input takes 2.2 times the time at most, give or take what a short
 * run may take for other reasons. */
static void
check_linear(const uint8_t *data, size_t size)
{
	uint8_t *many = malloc(2 * TIMED * size);
	double small, large;
	int i;

	check(many != NULL, "memory");
	for (i = 0; i < 2 * TIMED; i++)
		memcpy(many + (size_t)i * size, data, size);
	for (i = 0; i < TRIES; i++) {
		small = seconds(many, TIMED * size);
		large = seconds(many, 2 * TIMED * size);
		if (large <= 2.2 * small + 0.02)
			break;
	}
	check(i < TRIES, "linear time");
	free(many);
}

static uint32_t
hash(const uint8_t *data, size_t size)
{
	uint32_t h = 2166136261u;

	while (size-- > 0)
		h = (h ^ *data++) * 16777619u;
	return h;
}

/* One input in some, always the same ones, is also read several times over. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_target(data, size);
	if (size > 0 && size <= TIMED_MOST &&
	    hash(data, size) % TIMED_ONE_IN == 0)
		check_linear(data, size);
	return 0;
}
#endif
