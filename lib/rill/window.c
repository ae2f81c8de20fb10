/*
 * window: reads paragraphs and finds what is in them, as the filters do one
 * after the other.  When sentences or tokens are not wanted they are found
 * nevertheless, since the other layers need them, as a filter that lacks
 * their rows finds them for itself.
 *
 * Windows end where those of the filters do (layer.h): that depends on how
 * many bytes of rows they would have read, so the rows are measured.
 */
#include <stdlib.h>

#include "../layer.h"
#include "handle.h"

/* Room for another passage in the queue. */
static struct passage *
next_passage(struct rill *rill)
{
	struct passage *passages;
	struct finds *finds;

	passages = array_grow(rill->passages, &rill->passages_size,
	    rill->count + 1, sizeof *passages);
	if (passages == NULL)
		return NULL;
	rill->passages = passages;
	finds = array_grow(rill->finds, &rill->finds_size, rill->count + 1,
	    sizeof *finds);
	if (finds == NULL)
		return NULL;
	rill->finds = finds;
	memset(&passages[rill->count], 0, sizeof *passages);
	memset(&finds[rill->count], 0, sizeof *finds);
	return &passages[rill->count];
}

/* Takes over what the reader found. */
static int
read_paragraph(struct rill *rill, const struct paragraph *paragraph,
    struct passage *passage, struct annotations *found)
{
	struct arena *arena = rill->arena;
	struct annotation *a;

	if (setjmp(arena->failure) != 0)
		return -1;
	passage->text.at = arena_copy(arena, paragraph->text.at,
	    paragraph->text.length);
	passage->text.length = paragraph->text.length;
	passage->kind = paragraph->kind;
	passage->doc = slice_of(rill->options.doc);
	passage->date = slice_of(rill->options.date);
	passage->start = paragraph->start;
	passage->new_document = rill->first;
	rill->first = false;
	passage->unescaped = row_escape(passage->text, arena).at ==
	    passage->text.at;
	utf8_map_init(&passage->map, passage->text, arena);
	a = annotations_add(found, arena);
	a->end = passage->text.length;
	a->label = paragraph_kind_name(paragraph->kind);
	if (rill->attrs[0] != '\0')
		a->attrs = slice_of(rill->attrs);
	return 0;
}

static size_t
digits(int64_t number)
{
	size_t n = 1;

	for (; number >= 1000; number /= 1000)
		n += 3;
	return n + (number >= 10) + (number >= 100);
}

/* Bytes of a field; most are pieces of a text in which nothing is escaped. */
static size_t
field_length(const struct passage *passage, struct slice s,
    struct arena *arena)
{
	uintptr_t at = (uintptr_t)s.at, text = (uintptr_t)passage->text.at;

	if (passage->unescaped && at - text < passage->text.length)
		return s.length;
	return row_escape(s, arena).length;
}

/* Bytes of the three numbers of a row. */
static size_t
place_length(struct row_maker *maker, const struct annotation *a)
{
	row_maker_place(maker, a);
	return digits(maker->row.start) + digits(maker->row.end) +
	    digits(maker->number);
}

/* Whether the places of all are as long as that of the first: tokens lie one
 * behind another and in sentences, so that none of their numbers falls. */
static bool
even(struct row_maker *maker, enum rill_type type,
    const struct annotations *found)
{
	return type == RILL_TOKEN && found->count > 0 &&
	    place_length(maker, &found->all[found->count - 1]) ==
	    place_length(maker, &found->all[0]);
}

/* Bytes of the rows of one layer, for which no row need be written. */
static int
add_weight(struct rill *rill, size_t unit, enum rill_type type,
    const struct annotations *found)
{
	const struct passage *passage = &rill->passages[unit];
	struct arena *arena = &rill->scratch;
	struct row_maker maker;
	size_t i, each, *weight = &rill->finds[unit].weight;
	bool alike;

	if (setjmp(arena->failure) != 0)
		return -1;
	row_maker_begin(&maker, passage, rill_type_name((int)type), arena);
	each = row_room(&maker.row) - 2 * OUTPUT_DIGITS -
	    row_none.sent.length - row_none.label.length -
	    row_none.value.length - row_none.attrs.length -
	    row_none.text.length;
	alike = even(&maker, type, found);
	if (alike)
		*weight += found->count * place_length(&maker, found->all);
	for (i = 0; i < found->count; i++) {
		const struct annotation *a = &found->all[i];
		struct slice text = { passage->text.at + a->start,
		    a->end - a->start };

		if (!alike)
			*weight += place_length(&maker, a);
		*weight += each + strlen(a->label) + a->attrs.length +
		    field_length(passage, text, arena) +
		    field_length(passage, a->value.length == 0 ?
		    row_none.value : a->value, arena);
	}
	return 0;
}

static void *
copy_array(struct arena *arena, const void *all, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, count, size);

	return count == 0 ? copy : memcpy(copy, all, count * size);
}

/* The string where it lasts as long as the passage; most values are part of
 * its text. */
static struct slice
lasting(struct rill *rill, const struct passage *passage, struct slice s)
{
	uintptr_t at = (uintptr_t)s.at, text = (uintptr_t)passage->text.at;

	if (s.length > 0 && (at < text || at >= text + passage->text.length))
		s.at = arena_copy(rill->arena, s.at, s.length);
	return s;
}

static int
copy_layer(struct rill *rill, const struct passage *passage,
    struct annotations *found)
{
	struct annotation *all;
	size_t i;

	if (setjmp(rill->arena->failure) != 0)
		return -1;
	all = copy_array(rill->arena, found->all, found->count, sizeof *all);
	for (i = 0; i < found->count; i++) {
		all[i].value = lasting(rill, passage, all[i].value);
		if (all[i].attrs.at != row_none.attrs.at)
			all[i].attrs = lasting(rill, passage, all[i].attrs);
	}
	found->all = all;
	return 0;
}

/* Keeps what was found in a passage, if it is wanted, and lies in the scratch
 * unless it lasts. */
static int
keep(struct rill *rill, size_t unit, enum rill_type type, bool lasts,
    struct annotations *found)
{
	struct layer *layer = &rill->finds[unit].layers[type];

	if (!rill->options.wanted[type] && type != RILL_PARAGRAPH)
		return 0;
	if (span_sort(found, &rill->passages[unit], type,
	    &rill->scratch) != 0 ||
	    add_weight(rill, unit, type, found) != 0 ||
	    (!lasts && copy_layer(rill, &rill->passages[unit], found) != 0))
		return -1;
	layer->all = found->all;
	layer->count = found->count;
	return 0;
}

/* The passage's own sentences and tokens. */
static int
keep_passage(struct rill *rill, struct passage *passage)
{
	if (setjmp(rill->arena->failure) != 0)
		return -1;
	passage->sentences = copy_array(rill->arena, passage->sentences,
	    passage->sentence_count, sizeof *passage->sentences);
	passage->tokens = copy_array(rill->arena, passage->tokens,
	    passage->token_count, sizeof *passage->tokens);
	return 0;
}

/* Sentences and tokens of a passage. */
static int
segment(struct rill *rill, size_t unit, struct passage *passage)
{
	struct rill_options *o = &rill->options;
	static const struct segment_wish none;
	struct annotations sentences = { 0 }, tokens = { 0 };
	size_t i;

	if (annotate_sentences(o->wanted[RILL_SENTENCE] ? &o->segment : &none,
	    passage, &rill->sentences, &sentences, &rill->scratch) != 0 ||
	    passage_tokens(passage, &none, &rill->scratch) != 0 ||
	    keep_passage(rill, passage) != 0)
		return -1;
	if (!o->wanted[RILL_SENTENCE])
		for (i = 0; i < passage->sentence_count; i++)
			passage->sentences[i].number = 0;
	if (keep(rill, unit, RILL_SENTENCE, false, &sentences) != 0)
		return -1;
	if (!o->wanted[RILL_TOKEN])
		return 0;
	/* they are many, and taken from what is kept already */
	if (annotate_tokens(passage, &tokens, rill->arena) != 0)
		return -1;
	return keep(rill, unit, RILL_TOKEN, true, &tokens);
}

static int
find_numbers(struct rill *rill, size_t unit, struct passage *passage)
{
	struct annotations found = { 0 };

	if (!rill->options.wanted[RILL_NUMBER])
		return 0;
	if (annotate_numbers(&rill->options.number, passage, &found,
	    &rill->scratch) != 0)
		return -1;
	return keep(rill, unit, RILL_NUMBER, false, &found);
}

static int
add_passage(struct rill *rill, const struct paragraph *paragraph)
{
	struct passage *passage = next_passage(rill);
	struct annotations outer = { 0 };
	size_t unit = rill->count;

	arena_reset(&rill->scratch);
	if (passage == NULL || read_paragraph(rill, paragraph, passage,
	    &outer) != 0 || keep(rill, unit, RILL_PARAGRAPH, true, &outer) != 0 ||
	    segment(rill, unit, passage) != 0 ||
	    find_numbers(rill, unit, passage) != 0)
		return -1;
	rill->finds[unit].byte = (int64_t)rill->reader.base +
	    (paragraph->text.at - rill->reader.buffer);
	rill->count++;
	return 0;
}

/* The next paragraph of what was fed; false when there is none. */
static bool
next_paragraph(struct rill *rill, struct paragraph *paragraph)
{
	while (!paragraph_next(&rill->reader, paragraph)) {
		if (rill->fed.length > 0) {
			size_t n = paragraph_push(&rill->reader, rill->fed.at,
			    rill->fed.length);

			rill->fed.at += n;
			rill->fed.length -= n;
		} else if (rill->ended && !rill->reader.ended) {
			paragraph_end(&rill->reader);
		} else {
			rill->over = rill->ended;
			return false;
		}
	}
	return true;
}

static bool
is_full(const struct window *window)
{
	return window->text >= DOCUMENT_WINDOW || window->rows >= DOCUMENT_ROWS;
}

/* Adds a passage; false when that would be too many tokens. */
static bool
take(struct window *window, const struct rill *rill, size_t unit)
{
	const struct passage *passage = &rill->passages[unit];

	if (window->count > 0 &&
	    window->tokens + passage->token_count > DOCUMENT_TOKENS)
		return false;
	window->text += passage->text.length;
	window->rows += rill->finds[unit].weight + sizeof(struct block);
	window->tokens += passage->token_count;
	window->count++;
	return true;
}

/* How many tagged passages quotes would look at together; 0 when it would wait
 * for more. */
static size_t
ready(const struct rill *rill)
{
	struct window window = { 0 };

	while (window.count < rill->tagged && !is_full(&window) &&
	    take(&window, rill, window.count))
		;
	if (window.count < rill->tagged || is_full(&window))
		return window.count;
	if (rill->tagged == rill->count)
		return rill->over ? window.count : 0;
	return window.count > 0 && !take(&window, rill, window.count) ?
	    window.count : 0;
}

/* Gives each passage from this one on what is its. */
static int
share_out(struct rill *rill, size_t first, size_t count, enum rill_type type,
    const struct annotations *found)
{
	size_t i = 0, unit;

	for (unit = 0; unit < count; unit++) {
		struct annotations own = { found->all + i, 0, 0 };

		for (; i < found->count && found->all[i].passage == unit; i++)
			own.count++;
		if (keep(rill, first + unit, type, false, &own) != 0)
			return -1;
	}
	return 0;
}

static int
tag(struct rill *rill)
{
	struct annotations found = { 0 };
	size_t first = rill->tagged, count = rill->window.count;

	rill->tagged += count;
	memset(&rill->window, 0, sizeof rill->window);
	rill->turned = false;
	if (!rill->options.wanted[RILL_ENTITY])
		return 0;
	arena_reset(&rill->scratch);
	if (annotate_entities(&rill->options.entity, rill->passages + first,
	    count, &found, &rill->scratch) != 0)
		return -1;
	return share_out(rill, first, count, RILL_ENTITY, &found);
}

static struct slice
text_of(const struct passage *passage, const struct annotation *annotation)
{
	struct slice s = { passage->text.at + annotation->start,
	    annotation->end - annotation->start };

	return s;
}

/* The names in the passages before this one, for quotations. */
static int
read_names(struct rill *rill, size_t count, struct quote_name **names,
    size_t *used)
{
	size_t unit, i, size = 0;

	if (setjmp(rill->scratch.failure) != 0)
		return -1;
	for (unit = 0; unit < count; unit++) {
		const struct layer *layer =
		    &rill->finds[unit].layers[RILL_ENTITY];

		*names = arena_grow(&rill->scratch, *names, *used, &size,
		    *used + layer->count, sizeof **names);
		for (i = 0; i < layer->count; i++) {
			const struct annotation *a = &layer->all[i];
			struct quote_name *name = &(*names)[(*used)++];

			name->passage = unit;
			name->start = a->start;
			name->end = a->end;
			name->label = slice_of(a->label);
			if (!row_attr(a->attrs, "kind", &name->kind))
				name->kind = slice_of("");
			name->value = !slice_is(a->value, "") &&
			    !slice_is(a->value, "_") ? a->value :
			    text_of(&rill->passages[unit], a);
		}
	}
	return 0;
}

static int
find_quotes(struct rill *rill, size_t count)
{
	struct annotations found = { 0 };
	struct quote_name *names = NULL;
	size_t name_count = 0;

	if (!rill->options.wanted[RILL_QUOTE])
		return 0;
	arena_reset(&rill->scratch);
	if (read_names(rill, count, &names, &name_count) != 0 ||
	    annotate_quotes(&rill->options.quote, rill->passages, count, names,
	    name_count, &found, &rill->scratch) != 0)
		return -1;
	return share_out(rill, 0, count, RILL_QUOTE, &found);
}

/* Begins to fill the other arena: of the window before the last nothing is
 * left, as a window of quotes is never longer than one of entities. */
static void
turn(struct rill *rill)
{
	if (rill->turned)
		return;
	rill->turned = true;
	rill->arena = rill->arena == &rill->arenas[0] ? &rill->arenas[1] :
	    &rill->arenas[0];
	arena_reset(rill->arena);
}

/* Forgets the window. */
static void
drop(struct rill *rill)
{
	size_t rest = rill->count - rill->ready;

	if (rill->ready == 0)
		return;
	memmove(rill->passages, rill->passages + rill->ready,
	    rest * sizeof *rill->passages);
	memmove(rill->finds, rill->finds + rill->ready,
	    rest * sizeof *rill->finds);
	rill->count = rest;
	rill->tagged -= rill->ready;
	rill->ready = 0;
	rill->unit = 0;
	rill->unit_begun = false;
}

/* Reads paragraphs until entities has a window, and tags it; 1 when it waits
 * for more or nothing is left. */
static int
fill(struct rill *rill)
{
	struct paragraph paragraph;

	turn(rill);
	while (!is_full(&rill->window)) {
		size_t unit = rill->tagged + rill->window.count;

		if (unit == rill->count && !next_paragraph(rill, &paragraph)) {
			if (!rill->over || rill->count == 0)
				return 1;
			break;
		}
		if (unit == rill->count && add_passage(rill, &paragraph) != 0)
			return -1;
		if (!take(&rill->window, rill, unit))
			break;
	}
	return rill->window.count == 0 ? 0 : tag(rill);
}

bool
window_next(struct rill *rill)
{
	int result = 0;

	drop(rill);
	while (rill->begun && result == 0 &&
	    (rill->ready = ready(rill)) == 0)
		result = fill(rill);
	if (rill->ready > 0)
		result = find_quotes(rill, rill->ready);
	if (result < 0)
		rill->status = RILL_NO_MEMORY;
	else if (rill->ready == 0 && rill->over)
		rill->begun = rill->ended = false;
	return result == 0 && rill->ready > 0;
}
