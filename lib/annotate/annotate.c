/*
 * annotate: from bytes of a passage to fields of a row.
 */
#include "annotate.h"

struct annotation *
annotations_room(struct annotations *found, size_t count,
    struct arena *arena)
{
	/* doubled only when it grows */
	if (found->count == 0 && count > found->size) {
		found->all = arena_alloc(arena, count, sizeof *found->all);
		found->size = count;
	}
	found->all = arena_grow(arena, found->all, found->count, &found->size,
	    found->count + count, sizeof *found->all);
	return found->all + found->count;
}

struct annotation *
annotations_add(struct annotations *found, struct arena *arena)
{
	struct annotation *a = annotations_room(found, 1, arena);

	found->count++;
	memset(a, 0, sizeof *a);
	a->attrs = row_none.attrs;
	return a;
}

struct slice
annotate_place(const struct passage *passage, size_t start, size_t end,
    struct arena *arena)
{
	char *digits = arena_alloc(arena, 2 * OUTPUT_DIGITS + 1, 1);
	struct slice place = { digits, 0 };
	char *at;

	at = output_digits(digits, passage->start +
	    (int64_t)utf8_map_point(&passage->map, start));
	*at++ = '-';
	at = output_digits(at, passage->start +
	    (int64_t)utf8_map_point(&passage->map, end));
	place.length = (size_t)(at - digits);
	return place;
}

struct slice
annotate_share(unsigned percent, struct arena *arena)
{
	char text[] = "0.00";
	struct slice s = { NULL, sizeof text - 1 };

	text[0] = (char)('0' + percent / 100);
	text[2] = (char)('0' + percent / 10 % 10);
	text[3] = (char)('0' + percent % 10);
	s.at = arena_copy(arena, text, s.length);
	return s;
}

void
row_maker_begin(struct row_maker *maker, const struct passage *passage,
    const char *type, struct arena *arena)
{
	memset(maker, 0, sizeof *maker);
	maker->passage = passage;
	maker->arena = arena;
	maker->row = row_none;
	maker->row.type = slice_of(type);
	maker->row.doc = passage->doc;
}

/* Type and doc, which all rows share. */
static struct slice
make_head(struct row_maker *maker)
{
	const struct row *row = &maker->row;
	char *head = arena_alloc(maker->arena, row->type.length +
	    row->doc.length + 2, 1);
	char *at = output_copy(head, row->type.at, row->type.length);

	*at++ = '\t';
	at = output_copy(at, row->doc.at, row->doc.length);
	*at++ = '\t';
	return (struct slice){ head, (size_t)(at - head) };
}

/* Number of the sentence that holds a byte; 0 outside of sentences. */
static int64_t
number_at(struct row_maker *maker, size_t byte)
{
	const struct passage *passage = maker->passage;
	const struct sentence *s;
	size_t i = maker->sentence;

	if (passage->sentence_count == 0)
		return 0;
	/* mostly it is the same one as before, or the next */
	if (passage->sentences[i].start > byte ||
	    (i + 1 < passage->sentence_count &&
	    passage->sentences[i + 1].start <= byte))
		i = passage_sentence(passage, byte);
	maker->sentence = i;
	s = &passage->sentences[i];
	return s->start <= byte && byte < s->end ? s->number : 0;
}

static void
write_sentence(struct row_maker *maker)
{
	char *digits;

	if (maker->number == maker->written)
		return;
	maker->written = maker->number;
	maker->row.sent = row_none.sent;
	if (maker->number <= 0)
		return;
	digits = arena_alloc(maker->arena, OUTPUT_DIGITS, 1);
	maker->row.sent.at = digits;
	maker->row.sent.length = (size_t)(output_digits(digits,
	    maker->number) - digits);
}

/* The code point of the document at a byte; most rows follow the last. */
static int64_t
point_at(struct row_maker *maker, size_t byte)
{
	const struct passage *passage = maker->passage;
	size_t ahead = byte - maker->byte;

	if (passage->map.ascii)
		return passage->start + (int64_t)byte;
	if (ahead <= 1) {
		/* what is one byte long is one code point */
		maker->point += ahead;
	} else if (byte < maker->byte || ahead > 64) {
		maker->point = utf8_map_point(&passage->map, byte);
	} else {
		struct slice between = { passage->text.at + maker->byte,
		    ahead };

		maker->point += utf8_count(between);
	}
	maker->byte = byte;
	return passage->start + (int64_t)maker->point;
}

void
row_maker_place(struct row_maker *maker, const struct annotation *annotation)
{
	maker->number = number_at(maker, annotation->start);
	maker->row.start = point_at(maker, annotation->start);
	maker->row.end = point_at(maker, annotation->end);
}

const struct row *
row_maker_write(struct row_maker *maker, const struct annotation *annotation)
{
	const struct passage *passage = maker->passage;
	struct slice text = { passage->text.at + annotation->start,
	    annotation->end - annotation->start };
	struct row *row = &maker->row;

	write_sentence(maker);
	if (annotation->label != maker->label) {
		maker->label = annotation->label;
		row->label = slice_of(annotation->label);
	}
	row->text = passage->unescaped ? text : row_escape(text,
	    maker->arena);
	if (annotation->value.length == 0)
		row->value = row_none.value;
	else if (annotation->value.at == text.at &&
	    annotation->value.length == text.length)
		row->value = row->text;
	else
		row->value = row_escape(annotation->value, maker->arena);
	row->attrs = annotation->attrs;
	return row;
}

size_t
row_maker_room(const struct row_maker *maker,
    const struct annotation *annotation)
{
	/* what is escaped is twice as long at most */
	return maker->row.type.length + maker->row.doc.length +
	    strlen(annotation->label) + 2 * (annotation->value.length +
	    annotation->end - annotation->start) + annotation->attrs.length +
	    3 * OUTPUT_DIGITS + 10;
}

static char *
put_field(char *to, struct slice field, char end)
{
	to = output_copy(to, field.at, field.length);
	*to = end;
	return to + 1;
}

char *
row_maker_put(struct row_maker *maker, char *to,
    const struct annotation *annotation)
{
	const struct row *row = row_maker_write(maker, annotation);

	if (maker->head.length == 0)
		maker->head = make_head(maker);
	to = output_copy(to, maker->head.at, maker->head.length);
	to = row_put_offset(to, &maker->digits, row->start);
	to = row_put_offset(to, &maker->digits, row->end);
	to = put_field(to, row->sent, '\t');
	to = put_field(to, row->label, '\t');
	to = put_field(to, row->value, '\t');
	to = put_field(to, row->attrs, '\t');
	return put_field(to, row->text, '\n');
}

const struct row *
row_maker_next(struct row_maker *maker, const struct annotation *annotation)
{
	row_maker_place(maker, annotation);
	return row_maker_write(maker, annotation);
}
