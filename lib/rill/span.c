/*
 * span: the rows of a window, in the order of the stream.
 *
 * A layer of a passage is in order by itself (span_sort), so that five of them
 * are merged: the one that begins first goes first, then the longer, then
 * sentences before other types by name.
 */
#include <stdlib.h>

#include "handle.h"

static const char *const type_names[RILL_TYPES] = {
	"paragraph", "sentence", "token", "number", "entity", "quote"
};

/* How rows of an equal span are ordered; the paragraph stands apart. */
static const enum rill_type order[] = {
	RILL_SENTENCE, RILL_ENTITY, RILL_NUMBER, RILL_QUOTE, RILL_TOKEN
};
#define ORDER (sizeof order / sizeof order[0])

const char *
rill_type_name(int type)
{
	return type >= 0 && type < RILL_TYPES ? type_names[type] : NULL;
}

/* Whether a comes before b by place; both ways false when it is the same. */
static bool
before(const struct annotation *a, const struct annotation *b)
{
	return a->start != b->start ? a->start < b->start : a->end > b->end;
}

struct placed {
	struct row row;
	struct annotation annotation;
};

static int
compare(const void *a, const void *b)
{
	return row_compare(&((const struct placed *)a)->row,
	    &((const struct placed *)b)->row);
}

/* Sorts by all that rows are compared by, as a block does. */
static int
sort_rows(struct annotations *found, const struct passage *passage,
    enum rill_type type, struct arena *arena)
{
	struct placed *rows;
	struct row_maker maker;
	size_t i, n = 0;

	if (setjmp(arena->failure) != 0)
		return -1;
	rows = arena_alloc(arena, found->count, sizeof *rows);
	row_maker_begin(&maker, passage, type_names[type], arena);
	for (i = 0; i < found->count; i++) {
		rows[i].row = *row_maker_next(&maker, &found->all[i]);
		rows[i].annotation = found->all[i];
	}
	qsort(rows, found->count, sizeof *rows, compare);
	for (i = 0; i < found->count; i++)
		if (i == 0 || compare(&rows[i - 1], &rows[i]) != 0)
			found->all[n++] = rows[i].annotation;
	found->count = n;
	return 0;
}

int
span_sort(struct annotations *found, const struct passage *passage,
    enum rill_type type, struct arena *arena)
{
	size_t i;

	for (i = 1; i < found->count; i++)
		if (!before(&found->all[i - 1], &found->all[i]))
			return sort_rows(found, passage, type, arena);
	return 0;
}

static void
begin_unit(struct rill *rill)
{
	int t;

	memset(rill->at, 0, sizeof rill->at);
	for (t = 0; t < RILL_TYPES; t++)
		row_maker_begin(&rill->makers[t],
		    &rill->passages[rill->unit], type_names[t], rill->arena);
	if (!rill->options.wanted[RILL_PARAGRAPH])
		rill->at[RILL_PARAGRAPH] = 1;
	rill->unit_begun = true;
	rill->others = 0;
}

/* Whether a token begins before the next of all other layers. */
static bool
is_token_next(const struct rill *rill)
{
	const struct layer *tokens =
	    &rill->finds[rill->unit].layers[RILL_TOKEN];
	size_t at = rill->at[RILL_TOKEN];

	return at < tokens->count && tokens->all[at].start < rill->others;
}

/* The type of the passage's next row; RILL_TYPES when there is none. */
static int
next_type(struct rill *rill)
{
	const struct finds *finds = &rill->finds[rill->unit];
	const struct annotation *best = NULL;
	int type = RILL_TYPES;
	size_t i;

	if (rill->at[RILL_PARAGRAPH] == 0)
		return RILL_PARAGRAPH;
	if (is_token_next(rill))
		return RILL_TOKEN;
	rill->others = SIZE_MAX;
	for (i = 0; i < ORDER; i++) {
		const struct layer *layer = &finds->layers[order[i]];
		size_t at = rill->at[order[i]];

		if (at < layer->count &&
		    (best == NULL || before(&layer->all[at], best))) {
			best = &layer->all[at];
			type = (int)order[i];
		}
		if (order[i] != RILL_TOKEN && at < layer->count &&
		    layer->all[at].start < rill->others)
			rill->others = layer->all[at].start;
	}
	return type;
}

/* The next annotation of the window; NULL at its end. */
static const struct annotation *
next_annotation(struct rill *rill, int *type)
{
	for (; rill->unit < rill->ready; rill->unit++) {
		if (!rill->unit_begun)
			begin_unit(rill);
		*type = next_type(rill);
		if (*type < RILL_TYPES)
			return &rill->finds[rill->unit].layers[*type].all[
			    rill->at[*type]++];
		rill->unit_begun = false;
	}
	return NULL;
}

/* Copies s to the strings of the span; *to moves behind it. */
static const char *
put_string(char **to, struct slice s)
{
	char *at = *to;

	*output_copy(at, s.at, s.length) = '\0';
	*to = at + s.length + 1;
	return at;
}

static bool
make_strings(struct rill *rill, struct slice text,
    const struct annotation *a)
{
	struct slice attrs = a->attrs;
	size_t need;
	char *to;

	if (slice_equal(attrs, row_none.attrs))
		attrs.length = 0;
	need = text.length + a->value.length + attrs.length + 3;
	if (need > rill->strings_size) {
		to = array_grow(rill->strings, &rill->strings_size, need, 1);
		if (to == NULL)
			return false;
		rill->strings = to;
	}
	to = rill->strings;
	rill->span.text = put_string(&to, text);
	rill->span.value = put_string(&to, a->value);
	rill->span.attrs = put_string(&to, attrs);
	return true;
}

const struct rill_span *
rill_next(struct rill *rill)
{
	struct rill_span *span = &rill->span;
	const struct annotation *a = NULL;
	const struct passage *passage;
	struct row_maker *maker;
	struct slice text;
	int type = 0;

	rill->given = NULL;
	while (rill->status == RILL_OK &&
	    (a = next_annotation(rill, &type)) == NULL)
		if (!window_next(rill))
			return NULL;
	if (a == NULL)
		return NULL;
	passage = &rill->passages[rill->unit];
	text.at = passage->text.at + a->start;
	text.length = a->end - a->start;
	if (!make_strings(rill, text, a)) {
		rill->status = RILL_NO_MEMORY;
		return NULL;
	}
	maker = &rill->makers[type];
	row_maker_place(maker, a);
	if (type == RILL_PARAGRAPH)
		maker->number = 0;
	span->type = type;
	span->start = maker->row.start;
	span->end = maker->row.end;
	span->start_byte = rill->finds[rill->unit].byte + (int64_t)a->start;
	span->end_byte = span->start_byte + (int64_t)text.length;
	span->sentence = maker->number;
	span->label = a->label;
	rill->given = a;
	return span;
}

const char *
rill_row(struct rill *rill)
{
	struct arena *arena = rill->arena;
	const struct row *row;
	char *line;

	if (rill->given == NULL || setjmp(arena->failure) != 0)
		return NULL;
	row = row_maker_write(&rill->makers[rill->span.type], rill->given);
	line = array_grow(rill->line, &rill->line_size, row_room(row), 1);
	if (line == NULL)
		return NULL;
	rill->line = line;
	row_put(line, row)[-1] = '\0';
	return line;
}

/* Undoes what attrs_add did to a value: escapes of a row around %7C. */
static void
unescape(char *to, struct slice s)
{
	size_t i;

	for (i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c == '\\' && i + 1 < s.length) {
			c = row_escaped(s.at[++i]);
		} else if (i + 2 < s.length && memcmp(s.at + i, "%7C",
		    3) == 0) {
			c = '|';
			i += 2;
		} else if (i + 2 < s.length && memcmp(s.at + i, "%3D",
		    3) == 0) {
			c = '=';
			i += 2;
		}
		*to++ = c;
	}
	*to = '\0';
}

const char *
rill_attr(struct rill *rill, const char *key)
{
	struct slice value;
	char *copy;

	if (rill->given == NULL || key == NULL ||
	    !row_attr(rill->given->attrs, key, &value))
		return NULL;
	copy = array_grow(rill->value, &rill->value_size, value.length + 1,
	    1);
	if (copy == NULL)
		return NULL;
	rill->value = copy;
	unescape(copy, value);
	return copy;
}
