/*
 * A row that is accepted has fields that say what they mean: what is unescaped
 * is as long as the offsets say and escapes to the same field.  Any text can
 * be made a field and read back.
 */
#include <string.h>

#include "fuzz.h"
#include "row.h"

static void
check_accepted(struct slice line, const struct row *row, struct arena *arena)
{
	struct slice text = row_unescape(row->text, arena);
	const char *at = line.at;
	size_t tabs = 0;

	check(row->start >= 0 && row->start < row->end, "offsets");
	check((int64_t)utf8_count(text) == row->end - row->start,
	    "length of the text");
	check(slice_equal(row_escape(text, arena), row->text),
	    "the same field again");
	check(row_compare(row, row) == 0 && row_order(row, row) == 0,
	    "a row equals itself");
	check(row->rest.at + row->rest.length == line.at + line.length,
	    "the rest is the end of the line");
	while (tabs < 8 && (at = memchr(at, '\t', (size_t)(line.at +
	    line.length - at))) != NULL) {
		at++;
		tabs++;
	}
	check(tabs == 8 && at == row->text.at, "the ninth field");
}

static void
check_attrs(struct slice text, struct arena *arena)
{
	struct attrs attrs = { 0 };
	struct slice column, value;

	attrs_add(&attrs, arena, "a", text);
	attrs_add(&attrs, arena, "b", slice_of("1"));
	attrs_add(&attrs, arena, "c", text);
	column = attrs_column(&attrs);
	check(row_attr(column, "b", &value) && slice_is(value, "1"), "b");
	check(row_attr(column, "a", &value) == (text.length > 0), "a");
	if (text.length > 0)
		check(slice_equal(row_unescape(value, arena),
		    row_attr_escape(text, arena)), "value of an attribute");
	check(!row_attr(column, "d", &value), "no attribute d");
}

static void
check_text(struct slice text, struct arena *arena)
{
	struct slice field = row_escape(text, arena);
	size_t i;

	for (i = 0; i < field.length; i++)
		check(field.at[i] != '\t' && field.at[i] != '\n' &&
		    field.at[i] != '\r', "nothing that would end a field");
	check(slice_equal(row_unescape(field, arena), text), "round trip");
	check_attrs(text, arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena;
	struct slice all = { (const char *)data, size };
	size_t from = 0;

	arena_init(&arena);
	check_text(all, &arena);
	while (from <= size) {
		const char *newline = from == size ? NULL :
		    memchr(all.at + from, '\n', size - from);
		struct slice line = { all.at + from, newline == NULL ?
		    size - from : (size_t)(newline - all.at) - from };
		struct row row;
		const char *reason = NULL;

		if (row_split(line, &row, &reason))
			check_accepted(line, &row, &arena);
		else
			check(reason != NULL, "a reason");
		from += line.length + 1;
	}
	arena_free(&arena);
	return 0;
}
