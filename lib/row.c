/*
 * row: one pass over the bytes, 64 at a time, finds the tabs and the newline,
 * and tells what else there is: a backslash makes the slow checks of escapes
 * necessary, a byte above 0x7f those of UTF-8, a control character those of
 * NUL and CR.  Names and attributes that most rows have are known at a glance
 * (glance.h).
 */
#include "glance.h"

static const char none[] = "_";

const struct row row_none = {
	.type = { none, 1 }, .doc = { none, 1 }, .sent = { none, 1 },
	.label = { none, 1 }, .value = { none, 1 }, .attrs = { none, 1 },
	.text = { none, 1 }
};

int64_t
row_offset(struct slice field)
{
	int64_t n = 0;
	size_t i;

	if (field.length == 0 || field.length > 18 ||
	    (field.at[0] == '0' && field.length > 1))
		return -1;
	for (i = 0; i < field.length; i++) {
		if (field.at[i] < '0' || field.at[i] > '9')
			return -1;
		n = n * 10 + (field.at[i] - '0');
	}
	return n;
}

static bool
type_valid(struct slice type)
{
	size_t i;

	if (IS(type, "token") || IS(type, "entity") || IS(type, "number") ||
	    IS(type, "sentence"))
		return true;
	for (i = 0; i < type.length; i++) {
		char c = type.at[i];

		if (!(c >= 'a' && c <= 'z') &&
		    (i == 0 || (c != '_' && !(c >= '0' && c <= '9'))))
			return false;
	}
	return type.length > 0;
}

static bool
attrs_valid(struct slice attrs)
{
	size_t i;
	bool key = true, begun = false;

	if (IS(attrs, "_") || IS(attrs, "glued=1"))
		return true;
	for (i = 0; i < attrs.length; i++) {
		char c = attrs.at[i];

		if (c == '|') {
			if (key)
				return false;
			key = true;
			begun = false;
		} else if (c == '=') {
			if (!key || !begun)
				return false;
			key = false;
		} else {
			begun = true;
		}
	}
	return !key;
}

/* Whether a row has a number of a sentence there, or none. */
static bool
sent_valid(struct slice sent)
{
	return IS(sent, "_") || offset_in(sent) >= 1;
}

/* Counts escape sequences; false when one is none of \t \n \r \\. */
static bool
escapes_valid(struct slice s, size_t *count)
{
	size_t i = 0;

	*count = 0;
	while (i < s.length) {
		const char *c = memchr(s.at + i, '\\', s.length - i);

		if (c == NULL)
			break;
		i = (size_t)(c - s.at) + 1;
		if (i == s.length || (s.at[i] != 't' && s.at[i] != 'n' &&
		    s.at[i] != 'r' && s.at[i] != '\\'))
			return false;
		i++;
		++*count;
	}
	return true;
}

/* What is in a line beside its fields, or next to it. */
struct seen {
	bool slash;		/* backslashes */
	bool high;		/* bytes beyond ASCII */
	bool control;		/* control characters */
};

static const char *
row_check(struct slice line, const struct row *row, struct seen seen)
{
	size_t escapes = 0, points = row->text.length, all;

	if (!type_valid(row->type))
		return "type is not a name ([a-z][a-z0-9_]*)";
	if (row->start < 0)
		return "start is not a number";
	if (row->end < 0)
		return "end is not a number";
	if (row->end < row->start)
		return "end before start";
	if (row->end == row->start)
		return "empty span";
	if (!sent_valid(row->sent))
		return "sent is neither a number nor _";
	if (!attrs_valid(row->attrs))
		return "attrs are not key=value pairs";
	if (seen.control && memchr(line.at, '\0', line.length) != NULL)
		return "NUL byte";
	if (seen.control && memchr(line.at, '\r', line.length) != NULL)
		return "carriage return (\\r is written \"\\r\")";
	if (seen.high && !utf8_valid(line))
		return "ill-formed UTF-8";
	if (seen.slash && (!escapes_valid(line, &all) ||
	    !escapes_valid(row->text, &escapes)))
		return "unknown escape (only \\t \\n \\r \\\\)";
	if (seen.high)
		points = utf8_count(row->text);
	if (points - escapes != (uint64_t)(row->end - row->start))
		return "text is not end - start code points long";
	return NULL;
}

/* Where a line has its first nine tabs. */
struct scan {
	const char *tab[9];
	unsigned tabs;
	struct seen seen;
};

/* Takes the tabs at these places of 64 bytes, which are those of a line from i
 * on; returns how many bytes precede its newline, 64 if it has none here. */
static inline unsigned
take_tabs(struct scan *scan, const char *bytes, const char *at,
    uint64_t control)
{
	unsigned tabs = scan->tabs, end = 64;

	for (; control != 0; control &= control - 1) {
		unsigned place = lowest(control);

		if (bytes[place] == '\t' && tabs < 9) {
			scan->tab[tabs++] = at + place;
		} else if (bytes[place] == '\n') {
			end = place;
			break;
		} else if (bytes[place] != '\t') {
			scan->seen.control = true;
		}
	}
	scan->tabs = tabs;
	return end;
}

/* Looks at bytes up to the first newline; returns how many there are before
 * it, or length when there is none. */
static size_t
scan(struct scan *scan, const char *at, size_t length)
{
	size_t i;

	memset(&scan->seen, 0, sizeof scan->seen);
	scan->tabs = 0;
	for (i = 0; i < length; i += 64) {
		char last[64];
		const char *from = at + i;
		struct bits bits;
		unsigned end;

		if (length - i < 64) {
			memset(last, '\n', sizeof last);
			from = memcpy(last, from, length - i);
		}
		bits = bits_of(from);
		/* behind the newline too: then checks are for nothing */
		scan->seen.slash |= bits.slashes != 0;
		scan->seen.high |= bits.high != 0;
		end = take_tabs(scan, from, at + i, bits.controls);
		if (end < 64)
			return i + end;
	}
	return length;
}

/* What is wrong with a line that lacks a field. */
static const char *
lacks_field(const struct scan *scan, struct slice line)
{
	const char *at = line.at;
	unsigned i;

	for (i = 0; i < scan->tabs; i++) {
		if (scan->tab[i] == at)
			return "empty field (_ stands for none)";
		at = scan->tab[i] + 1;
	}
	if (i == 8)
		return "empty field (_ stands for none)";
	return i > 0 ? "fewer than nine fields" :
	    "not a row (paragraphs makes rows of text)";
}

/* The fields between the first eight tabs of a line, but for start and end;
 * the text goes to last. */
static inline void
take_fields(struct slice line, const char *const tab[8], const char *last,
    struct row *row)
{
	row->type = (struct slice){ line.at, (size_t)(tab[0] - line.at) };
	row->doc = between(tab[0], tab[1]);
	row->sent = between(tab[3], tab[4]);
	row->label = between(tab[4], tab[5]);
	row->value = between(tab[5], tab[6]);
	row->attrs = between(tab[6], tab[7]);
	row->text = between(tab[7], last);
	row->rest = (struct slice){ last,
	    (size_t)(line.at + line.length - last) };
}

static bool
split(const struct scan *scan, struct slice line, struct row *row,
    const char **reason)
{
	const char *const *tab = scan->tab, *end = line.at + line.length;
	const char *last = scan->tabs == 9 ? tab[8] : end;
	struct slice start, stop;

	if (scan->tabs < 8) {
		*reason = lacks_field(scan, line);
		return false;
	}
	take_fields(line, tab, last, row);
	start = between(tab[1], tab[2]);
	stop = between(tab[2], tab[3]);
	if (row->type.length == 0 || row->doc.length == 0 ||
	    start.length == 0 || stop.length == 0 || row->sent.length == 0 ||
	    row->label.length == 0 || row->value.length == 0 ||
	    row->attrs.length == 0 || row->text.length == 0) {
		*reason = lacks_field(scan, line);
		return false;
	}
	/* six fields and their tabs follow the end */
	row->start = offset_in(start);
	row->end = offset_in(stop);
	*reason = row_check(line, row, scan->seen);
	return *reason == NULL;
}

bool
row_split(struct slice line, struct row *row, const char **reason)
{
	struct scan found;

	scan(&found, line.at, line.length);
	return split(&found, line, row, reason);
}

/* Takes a first line that ends within 64 bytes, as those of most tokens do, is
 * all ASCII without escapes, has nine fields and is well-formed; false when it
 * is not, or may not be. */
static inline bool
take_short(const char *at, struct slice *line, struct row *row)
{
	struct bits bits = bits_of(at);
	uint64_t others = bits.controls & ~bits.tabs;
	uint64_t newline = others & (0 - others);
	uint64_t tabs = bits.tabs & (newline - 1);
	const char *tab[8], *end;

	/* two tabs that touch, or one at an end, leave a field empty */
	if (newline == 0 ||
	    ((bits.slashes | bits.high) & (newline - 1)) != 0 ||
	    ((tabs << 1 | 1) & (tabs | newline)) != 0 ||
	    !find_tabs(at, tabs, tab, 8))
		return false;
	end = at + lowest(newline);
	if (*end != '\n')
		return false;
	*line = (struct slice){ at, (size_t)(end - at) };
	take_fields(*line, tab, end, row);
	row->start = offset_in(between(tab[1], tab[2]));
	row->end = offset_in(between(tab[2], tab[3]));
	return row->start >= 0 && row->end > row->start &&
	    row->text.length == (uint64_t)(row->end - row->start) &&
	    sent_valid(row->sent) && type_valid(row->type) &&
	    attrs_valid(row->attrs);
}

bool
row_next(struct slice bytes, struct slice *line, struct row *row)
{
	struct scan found;
	const char *reason;

	/* paragraphs and sentences seldom are */
	if (bytes.length >= 64 && *bytes.at != 'p' && *bytes.at != 's' &&
	    take_short(bytes.at, line, row))
		return true;
	line->at = bytes.at;
	line->length = scan(&found, bytes.at, bytes.length);
	return line->length < bytes.length &&
	    split(&found, *line, row, &reason);
}

/* Finds the first eight tabs of a line, which was checked when it was read. */
static void
find_eight(struct slice line, const char *tab[8])
{
	size_t i, n = 0;

	for (i = 0; n < 8 && i + 64 <= line.length; i += 64) {
		uint64_t tabs = bits_of(line.at + i).tabs;

		for (; tabs != 0 && n < 8; tabs &= tabs - 1)
			tab[n++] = line.at + i + lowest(tabs);
	}
	for (; n < 8; i++)
		if (line.at[i] == '\t')
			tab[n++] = line.at + i;
}

void
row_fields(struct slice line, struct row *row)
{
	const char *tab[8], *end = line.at + line.length, *last;

	find_eight(line, tab);
	last = memchr(tab[7] + 1, '\t', (size_t)(end - tab[7] - 1));
	if (last == NULL)
		last = end;
	take_fields(line, tab, last, row);
}

bool
row_is_header(struct slice line)
{
	static const char header[] = ROW_HEADER;
	size_t n = sizeof header - 1;

	return line.length >= n && memcmp(line.at, header, n) == 0 &&
	    (line.length == n || line.at[n] == '\t');
}

/* The first byte from i that needs an escape, or the length: eight bytes at a
 * time while none is below 0x0e or a backslash. */
static size_t
next_special(struct slice s, size_t i)
{
	for (;;) {
		size_t stop;

		while (i + 8 <= s.length) {
			uint64_t word, slash;

			memcpy(&word, s.at + i, sizeof word);
			slash = word ^ BYTES('\\');
			if ((((word - BYTES(0x0e)) & ~word) |
			    ((slash - BYTES(1)) & ~slash)) & BYTES(0x80))
				break;
			i += 8;
		}
		stop = i + 8 < s.length ? i + 8 : s.length;
		for (; i < stop; i++)
			if (s.at[i] == '\t' || s.at[i] == '\n' ||
			    s.at[i] == '\r' || s.at[i] == '\\')
				return i;
		if (i == s.length)
			return i;
	}
}

struct slice
row_escape(struct slice s, struct arena *arena)
{
	size_t i, from = 0, n = 0, special = 0;
	struct slice escaped;
	char *out;

	for (i = next_special(s, 0); i < s.length; i = next_special(s, i + 1))
		special++;
	if (special == 0)
		return s;
	out = arena_alloc(arena, s.length + special, 1);
	for (;;) {
		i = next_special(s, from);
		memcpy(out + n, s.at + from, i - from);
		n += i - from;
		if (i == s.length)
			break;
		out[n++] = '\\';
		out[n++] = s.at[i] == '\t' ? 't' : s.at[i] == '\n' ? 'n' :
		    s.at[i] == '\r' ? 'r' : '\\';
		from = i + 1;
	}
	escaped.at = out;
	escaped.length = n;
	return escaped;
}

char
row_escaped(char c)
{
	return c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
}

struct slice
row_unescape(struct slice s, struct arena *arena)
{
	struct slice plain;
	size_t i, n = 0;
	char *out;

	if (s.length == 0 || memchr(s.at, '\\', s.length) == NULL)
		return s;
	out = arena_alloc(arena, s.length, 1);
	for (i = 0; i < s.length; i++) {
		char c = s.at[i];

		out[n++] = c == '\\' && i + 1 < s.length ?
		    row_escaped(s.at[++i]) : c;
	}
	plain.at = out;
	plain.length = n;
	return plain;
}

bool
row_attr(struct slice attrs, const char *key, struct slice *value)
{
	size_t n = strlen(key), i = 0;

	while (i < attrs.length) {
		const char *bar = memchr(attrs.at + i, '|', attrs.length - i);
		size_t end = bar == NULL ? attrs.length :
		    (size_t)(bar - attrs.at);

		if (end - i > n && attrs.at[i + n] == '=' &&
		    memcmp(attrs.at + i, key, n) == 0) {
			value->at = attrs.at + i + n + 1;
			value->length = end - i - n - 1;
			return true;
		}
		i = end + 1;
	}
	return false;
}

struct slice
row_attr_escape(struct slice value, struct arena *arena)
{
	struct slice escaped;
	size_t i, n = 0, special = 0;
	char *out;

	for (i = 0; i < value.length; i++)
		special += value.at[i] == '|' || value.at[i] == '=';
	if (special == 0)
		return value;
	out = arena_alloc(arena, value.length + 2 * special, 1);
	for (i = 0; i < value.length; i++) {
		const char *code = value.at[i] == '|' ? "%7C" :
		    value.at[i] == '=' ? "%3D" : NULL;

		if (code == NULL) {
			out[n++] = value.at[i];
		} else {
			memcpy(out + n, code, 3);
			n += 3;
		}
	}
	escaped.at = out;
	escaped.length = n;
	return escaped;
}

void
attrs_add(struct attrs *attrs, struct arena *arena, const char *key,
    struct slice value)
{
	size_t n;

	if (value.length == 0)
		return;
	n = strlen(key);
	value = row_escape(row_attr_escape(value, arena), arena);
	attrs->at = arena_grow(arena, attrs->at, attrs->length, &attrs->size,
	    attrs->length + n + value.length + 2, 1);
	if (attrs->length > 0)
		attrs->at[attrs->length++] = '|';
	memcpy(attrs->at + attrs->length, key, n);
	attrs->length += n;
	attrs->at[attrs->length++] = '=';
	memcpy(attrs->at + attrs->length, value.at, value.length);
	attrs->length += value.length;
}

struct slice
attrs_column(const struct attrs *attrs)
{
	struct slice column = { attrs->at, attrs->length };

	return attrs->length == 0 ? row_none.attrs : column;
}

/* paragraph before sentence before all others */
static int
rank(struct slice type)
{
	return IS(type, "paragraph") ? 0 : IS(type, "sentence") ? 1 : 2;
}

int
row_type_order(struct slice a, struct slice b)
{
	int order = rank(a) - rank(b);

	return order != 0 ? order : slice_compare(a, b);
}

int
row_order(const struct row *a, const struct row *b)
{
	int order;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	order = row_type_order(a->type, b->type);
	if (order == 0)
		order = slice_compare(a->label, b->label);
	if (order == 0)
		order = slice_compare(a->value, b->value);
	return order;
}

int
row_compare(const struct row *a, const struct row *b)
{
	int order = row_order(a, b);

	if (order == 0)
		order = slice_compare(a->attrs, b->attrs);
	if (order == 0)
		order = slice_compare(a->sent, b->sent);
	return order;
}

/* A row that is larger than the buffer. */
static void
write_large(struct output *out, const struct row *row)
{
	const struct slice field[] = {
		row->type, row->doc, row->sent, row->label, row->value,
		row->attrs, row->text
	};
	size_t i;

	for (i = 0; i < 7; i++) {
		output_slice(out, field[i]);
		if (i == 1) {
			output_byte(out, '\t');
			output_number(out, row->start);
			output_byte(out, '\t');
			output_number(out, row->end);
		}
		if (i < 6)
			output_byte(out, '\t');
	}
	output_slice(out, row->rest);
	output_byte(out, '\n');
}

/* A field and the tab or newline behind it. */
static char *
put_field(char *to, struct slice field, char end)
{
	to = output_copy(to, field.at, field.length);
	*to = end;
	return to + 1;
}

char *
row_put_anew(char *to, struct row_digits *digits, int64_t value)
{
	digits->length = (size_t)(output_digits(digits->at, value) -
	    digits->at);
	digits->at[digits->length] = '\t';
	digits->value = value;
	digits->low = (uint64_t)value % 100;
	memcpy(to, digits->at, sizeof digits->at);
	return to + digits->length + 1;
}

size_t
row_room(const struct row *row)
{
	return row->type.length + row->doc.length + row->sent.length +
	    row->label.length + row->value.length + row->attrs.length +
	    row->text.length + row->rest.length + 2 * OUTPUT_DIGITS + 9;
}

char *
row_put(char *to, const struct row *row)
{
	struct row_digits digits = { .length = 0 };

	to = put_field(to, row->type, '\t');
	to = put_field(to, row->doc, '\t');
	to = row_put_offset(to, &digits, row->start);
	to = row_put_offset(to, &digits, row->end);
	to = put_field(to, row->sent, '\t');
	to = put_field(to, row->label, '\t');
	to = put_field(to, row->value, '\t');
	to = put_field(to, row->attrs, '\t');
	to = output_copy(to, row->text.at, row->text.length);
	return put_field(to, row->rest, '\n');
}

void
row_write(struct output *out, const struct row *row)
{
	char *to = output_room(out, row_room(row));

	if (to == NULL)
		write_large(out, row);
	else
		output_to(out, row_put(to, row));
}
