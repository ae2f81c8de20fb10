/*
 * layer: reads paragraph, sentence and token rows of a block; of rows that
 * overlap one another (two tokenisers) the first is taken.
 */
#include <stdlib.h>

#include "error.h"
#include "layer.h"
#include "segment/segment.h"

/* A place of the text that moves on as the rows do. */
struct place {
	size_t byte, point;
};

/* The byte of a code point of the document. */
static inline size_t
byte_of(const struct passage *passage, struct place *place, int64_t point)
{
	size_t to = (size_t)(point - passage->start);

	if (passage->map.ascii)
		return to < passage->text.length ? to : passage->text.length;
	if (to < place->point || to - place->point > 64)
		place->byte = utf8_map_byte(&passage->map, to);
	else
		place->byte = utf8_forward(passage->text, place->byte,
		    to - place->point);
	place->point = to;
	return place->byte;
}

static void
read_container(struct block *block, struct passage *passage)
{
	struct row row;

	memset(passage, 0, sizeof *passage);
	block_row(block, 0, &row);
	passage->text = row_unescape(row.text, block->arena);
	passage->unescaped = passage->text.at == row.text.at;
	passage->doc = row.doc;
	passage->start = row.start;
	passage->new_document = block->new_document;
	if (slice_is(row.label, "heading"))
		passage->kind = PASSAGE_HEADING;
	else if (slice_is(row.label, "item"))
		passage->kind = PASSAGE_ITEM;
	row_attr(row.attrs, "date", &passage->date);
	utf8_map_init(&passage->map, passage->text, block->arena);
}

/* The end of a field of a line that was checked when it was read. */
static const char *
field_end(const char *at)
{
	while (*at != '\t')
		at++;
	return at;
}

/* A field of the i-th row, at a place of the index when that tells it, else
 * behind so many tabs. */
static struct slice
field_of(const struct block *block, size_t i, size_t place, int tabs)
{
	struct slice field = { block_line(block, i).at + place, 0 };

	for (; place == 0 && tabs > 0; tabs--)
		field.at = field_end(field.at) + 1;
	field.length = (size_t)(field_end(field.at) - field.at);
	return field;
}

/* The number of a sentence row, which stands before its label; 0: none. */
static int64_t
read_number(struct slice label)
{
	const char *end = label.at - 1, *at = end;
	int64_t number = 0;

	while (at[-1] != '\t')
		at--;
	for (; at < end && *at != '_'; at++)
		number = number * 10 + (*at - '0');
	return number;
}

/* Adds a sentence row, unless it overlaps the one before. */
static void
read_sentence(struct block *block, size_t i, struct place *place,
    struct passage *passage, size_t *size)
{
	const struct block_index *index = &block->rows.index[i];
	struct slice label = field_of(block, i, index->label, 5);
	struct sentence *s;

	passage->sentences = arena_grow(block->arena, passage->sentences,
	    passage->sentence_count, size, passage->sentence_count + 1,
	    sizeof *s);
	s = &passage->sentences[passage->sentence_count];
	s->start = byte_of(passage, place, block->start + index->start);
	s->end = byte_of(passage, place, block->start + index->end);
	if (passage->sentence_count > 0 && s->start < s[-1].end)
		return;
	s->heading = slice_is(label, "heading");
	s->number = read_number(label);
	passage->sentence_count++;
}

/* The label of a token; that of most is told at a glance.  No row has less
 * than eight bytes from its label on. */
static enum token_label
read_label(const struct block *block, size_t i)
{
	const struct block_index *index = &block->rows.index[i];
	const char *at = block->rows.bytes + index->at + index->label;
	int known;

	if (index->label != 0) {
		if (memcmp(at, "word\t", 5) == 0)
			return TOKEN_WORD;
		if (memcmp(at, "punct\t", 6) == 0)
			return TOKEN_PUNCT;
		if (memcmp(at, "number\t", 7) == 0)
			return TOKEN_NUMBER;
	}
	known = token_label_of(field_of(block, i, index->label, 5));
	return known < 0 ? TOKEN_WORD : (enum token_label)known;
}

static bool
read_glued(const struct block *block, size_t i)
{
	static const char alone[] = "glued=1\t";
	const struct block_index *index = &block->rows.index[i];
	struct slice line = block_line(block, i), attrs, glued;
	const char *at = line.at + index->attrs;

	if (index->attrs != 0 && memcmp(at, "_\t", 2) == 0)
		return false;
	if (index->attrs != 0 && line.length - index->attrs >= sizeof alone &&
	    memcmp(at, alone, sizeof alone - 1) == 0)
		return true;
	attrs = field_of(block, i, index->attrs, 7);
	return row_attr(attrs, "glued", &glued);
}

static void
read_token(const struct block *block, size_t i, struct place *place,
    struct passage *passage)
{
	const struct block_index *span = &block->rows.index[i];
	struct token *t = &passage->tokens[passage->token_count];

	t->start = byte_of(passage, place, block->start + span->start);
	t->end = byte_of(passage, place, block->start + span->end);
	if (passage->token_count > 0 && t->start < t[-1].end)
		return;
	t->label = read_label(block, i);
	t->glued = read_glued(block, i);
	passage->token_count++;
}

static void
read_rows(struct block *block, bool tokens, struct passage *passage)
{
	struct place at_sentence = { 0, 0 }, at_token = { 0, 0 };
	size_t i, size = 0, count = block->rows.count;

	/* most rows are those of tokens */
	if (tokens)
		passage->tokens = arena_alloc(block->arena, count,
		    sizeof *passage->tokens);
	for (i = 0; i < count; i++) {
		if (tokens && block_row_is(block, i, "token")) {
			read_token(block, i, &at_token, passage);
		} else if (block_row_is(block, i, "sentence")) {
			read_sentence(block, i, &at_sentence, passage, &size);
		}
	}
}

/* Whether the label of the token row begins as url, email or emoji do. */
static bool
may_be_opaque(const struct block *block, size_t i)
{
	const struct block_index *index = &block->rows.index[i];
	char first = index->label != 0 ?
	    block->rows.bytes[index->at + index->label] :
	    field_of(block, i, 0, 5).at[0];

	return first == 'u' || first == 'e';
}

static bool
is_opaque(enum token_label label)
{
	return label >= TOKEN_URL;
}

/* Where no token is opaque, reads rows of sentences alone; false where one may
 * be.  *any: whether there are tokens.  What was noted are tokens. */
static bool
none_opaque(struct block *block, struct passage *passage, bool *any)
{
	struct place at_sentence = { 0, 0 };
	size_t k, sentences = 0;

	if ((block->initials & (block_initial('u') | block_initial('e'))) != 0)
		return false;
	*any = block->rows.count > block->apart_count;
	for (k = 0; k < block->apart_count; k++) {
		bool token = block_row_is(block, block->apart[k], "token");

		if (token && may_be_opaque(block, block->apart[k]))
			return false;
		*any = *any || token;
	}
	for (k = 0; k < block->apart_count; k++)
		if (block_row_is(block, block->apart[k], "sentence"))
			read_sentence(block, block->apart[k], &at_sentence,
			    passage, &sentences);
	return true;
}

/* Reads rows of sentences, and of tokens only those that are opaque; returns
 * whether there are any tokens. */
static bool
read_opaque(struct block *block, struct passage *passage)
{
	struct place at_sentence = { 0, 0 }, at_token = { 0, 0 };
	size_t i, sentences = 0, tokens = 0;
	uint32_t end = 0;
	bool any = false;

	if (none_opaque(block, passage, &any))
		return any;
	any = false;
	for (i = 0; i < block->rows.count; i++) {
		const struct block_index *span = &block->rows.index[i];

		if (block_row_is(block, i, "token")) {
			if (any && span->start < end)
				continue;
			any = true;
			end = span->end;
			if (!may_be_opaque(block, i))
				continue;
			passage->tokens = arena_grow(block->arena,
			    passage->tokens, passage->token_count, &tokens,
			    passage->token_count + 1,
			    sizeof *passage->tokens);
			read_token(block, i, &at_token, passage);
			passage->token_count -= !is_opaque(passage->tokens[
			    passage->token_count - 1].label);
		} else if (block_row_is(block, i, "sentence")) {
			read_sentence(block, i, &at_sentence, passage,
			    &sentences);
		}
	}
	return any;
}

/* Sentences of the segment engine, or the whole as one, where there are no
 * sentence rows; their number is 0, not known. */
static void
find_sentences(struct block *block, struct passage *passage)
{
	struct sentence *s;

	if (block->paragraph) {
		if (segment_sentences(passage->text, passage->kind,
		    &passage->sentences, &passage->sentence_count,
		    block->arena) != 0)
			error_no_memory();
		return;
	}
	s = arena_alloc(block->arena, 1, sizeof *s);
	s->end = passage->text.length;
	s->heading = passage->kind == PASSAGE_HEADING;
	passage->sentences = s;
	passage->sentence_count = 1;
}

static void
find_tokens(struct block *block, struct passage *passage)
{
	static const struct segment_wish none_wished;

	if (passage->sentence_count > 0 &&
	    passage_tokens(passage, &none_wished, block->arena) != 0)
		error_no_memory();
}

/* Drops tokens outside of sentences and tells each sentence which are its. */
static void
assign_tokens(struct passage *passage)
{
	size_t i, k = 0, n = 0;

	for (i = 0; i < passage->sentence_count; i++) {
		struct sentence *s = &passage->sentences[i];

		while (k < passage->token_count &&
		    passage->tokens[k].start < s->start)
			k++;
		s->first = (uint32_t)n;
		while (k < passage->token_count &&
		    passage->tokens[k].start < s->end)
			passage->tokens[n++] = passage->tokens[k++];
		s->last = (uint32_t)n;
	}
	passage->token_count = n;
}

void
layer_text(struct block *block, struct passage *passage)
{
	read_container(block, passage);
	read_rows(block, false, passage);
}

/* Finds what there is no row of. */
static void
complete(struct block *block, bool tokens, struct passage *passage)
{
	if (passage->sentence_count == 0)
		find_sentences(block, passage);
	if (!tokens)
		find_tokens(block, passage);
	assign_tokens(passage);
}

void
layer_passage(struct block *block, struct passage *passage)
{
	read_container(block, passage);
	read_rows(block, true, passage);
	complete(block, passage->token_count > 0, passage);
}

void
layer_opaque(struct block *block, struct passage *passage)
{
	read_container(block, passage);
	complete(block, read_opaque(block, passage), passage);
}

void
layer_add_one(struct block *block, struct row_maker *maker,
    const struct annotation *annotation)
{
	char *to;

	row_maker_place(maker, annotation);
	to = block_room(block, maker->row.start, maker->row.end,
	    row_maker_room(maker, annotation));
	block_took(block, row_maker_put(maker, to, annotation));
}

void
layer_add(struct block *block, const struct passage *passage,
    const char *type, const struct annotation *all, size_t count)
{
	struct row_maker maker;
	size_t i;

	row_maker_begin(&maker, passage, type, block->arena);
	for (i = 0; i < count; i++)
		layer_add_one(block, &maker, &all[i]);
}

void
document_add(struct document *document, const char *type,
    const struct annotations *found)
{
	size_t i = 0, k;

	for (; i < found->count; i = k) {
		size_t at = found->all[i].passage;

		for (k = i + 1; k < found->count; k++)
			if (found->all[k].passage != at)
				break;
		layer_add(&document->blocks[at], &document->passages[at],
		    type, found->all + i, k - i);
	}
}

#define DOCUMENT_KEPT 64	/* blocks that keep their memory */

static struct block *
next_block(struct document *document)
{
	if (document->count == document->size) {
		size_t i = document->size, size = document->size;
		struct block *blocks = array_grow(document->blocks, &size,
		    document->count + 1, sizeof *blocks);
		struct passage *passages;

		if (blocks == NULL)
			error_no_memory();
		document->blocks = blocks;
		passages = realloc(document->passages,
		    size * sizeof *passages);
		if (passages == NULL)
			error_no_memory();
		document->passages = passages;
		document->size = size;
		for (; i < size; i++)
			block_init(&blocks[i], &document->arena);
	}
	return &document->blocks[document->count];
}

/* Reads a block behind those that are there, and its passage. */
static bool
read_ahead(struct stream *stream, struct document *document)
{
	struct block *block = next_block(document);

	if (!document->ahead && !stream_read(stream, block))
		return false;
	document->ahead = true;
	layer_passage(block, &document->passages[document->count]);
	return true;
}

/* The blocks of the next document and their passages; false at the end. */
static bool
document_read(struct stream *stream, struct document *document)
{
	size_t text = 0, rows = 0, tokens = 0;

	while (text < DOCUMENT_WINDOW && rows < DOCUMENT_ROWS) {
		const struct passage *p;

		if (!read_ahead(stream, document))
			break;
		p = &document->passages[document->count];
		tokens += p->token_count;
		if (document->count > 0 && tokens > DOCUMENT_TOKENS)
			break;
		text += p->text.length;
		rows += document->blocks[document->count].rows.length +
		    sizeof *document->blocks;
		document->count++;
		document->ahead = false;
		if (stream_document_ends(stream))
			break;
	}
	return document->count > 0;
}

/* The block that was read ahead becomes the first. */
static void
turn_back(struct document *document)
{
	struct block first = document->blocks[0];

	document->blocks[0] = document->blocks[document->count];
	document->blocks[document->count] = first;
}

static void
document_write(struct stream *stream, struct document *document)
{
	size_t i;

	for (i = 0; i < document->count; i++)
		stream_write(stream, &document->blocks[i]);
	/* Of many blocks each keeps less than of a few. */
	for (i = 0; i < document->count; i++) {
		block_clear(&document->blocks[i]);
		if (i >= DOCUMENT_KEPT) {
			block_free(&document->blocks[i]);
			block_init(&document->blocks[i], &document->arena);
		}
	}
	if (document->ahead)
		turn_back(document);
	document->count = 0;
	arena_reset(&document->arena);
}

int
document_each(const struct options *options,
    void (*add)(void *context, struct document *document), void *context)
{
	struct stream *stream = stream_open(options);
	struct document document;
	size_t i;

	memset(&document, 0, sizeof document);
	arena_init(&document.arena);
	document.arena.exhausted = error_no_memory;
	while (document_read(stream, &document)) {
		add(context, &document);
		document_write(stream, &document);
	}
	for (i = 0; i < document.size; i++)
		block_free(&document.blocks[i]);
	arena_free(&document.arena);
	free(document.blocks);
	free(document.passages);
	return stream_close(stream);
}
