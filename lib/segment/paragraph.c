/*
 * paragraph: reads raw bytes, finds paragraphs, headings and list items.
 *
 * Bytes are repaired (utf8_repair) into one buffer and cut into lines; a line
 * longer than LOOK is cut into pieces that are always joined again.  A blank
 * line ends a paragraph.  A block, the lines between two blank lines or of one
 * depth of quoted mail, lies either wrapped (a line end is a space) or in lines
 * that stand for themselves.  Which, is decided from its first LOOK bytes or
 * QUEUE lines: each line end that no list mark follows gives evidence, summed as
 * log-likelihood ratios (naive Bayes) over how the next line begins, how this
 * one ends and whether the next word would have fitted on it (as a filler that
 * breaks greedily leaves lines: Knuth and Plass 1981, "first fit").  Blocks of
 * a document agree, so part of the sum lasts.
 *
 * A wrapped block is still cut where a line stops well before the margin, or
 * is followed by a deeper indent or a list mark.
 *
 * The text of a paragraph beyond PARAGRAPH_MOST or PARAGRAPH_PIECES (each word
 * and mark of it will be a row) is cut behind the last sentence end in it, else
 * at the last space, else between two characters.
 *
 * Bugs: A bare CR is white space, not a line end.  Two columns side by side are
 * read across.
 */
#include <stdlib.h>

#include "../ascii.h"
#include "line.h"
#include "paragraph.h"

#ifdef SMALL_LIMITS
#define LOOK ((size_t)100)
#define QUEUE ((size_t)8)
#else
#define LOOK ((size_t)1 << 16)
#define QUEUE ((size_t)1 << 10)
#endif
#define BUFFER (4 * PARAGRAPH_MOST)
#define WIDTH_MOST 255		/* longer lines are all the same */
#define WRAP_MOST 140		/* nobody wraps lines longer */
#define AGAINST_MOST (-16)	/* evidence against wrapped lines, of one end */

/* A line or a piece of one; start == end when it is blank. */
struct paragraph_line {
	uint64_t start, end;	/* without outer blanks */
	uint64_t next;		/* where the next one begins */
	uint32_t indent;	/* bytes before start */
	bool more;		/* the next one is a piece of the same line */
};

int
paragraph_init(struct paragraph_reader *reader, enum paragraph_layout layout)
{
	memset(reader, 0, sizeof *reader);
	reader->first_bad = -1;
	reader->layout = layout;
	reader->buffer = malloc(BUFFER);
	reader->lines = calloc(QUEUE, sizeof *reader->lines);
	if (reader->buffer != NULL && reader->lines != NULL)
		return 0;
	paragraph_free(reader);
	return -1;
}

void
paragraph_free(struct paragraph_reader *reader)
{
	free(reader->buffer);
	free(reader->lines);
	reader->buffer = NULL;
	reader->lines = NULL;
}

void
paragraph_begin(struct paragraph_reader *reader)
{
	struct paragraph_reader next = { 0 };

	next.bad = reader->bad;
	next.first_bad = -1;
	next.layout = reader->layout;
	next.buffer = reader->buffer;
	next.lines = reader->lines;
	*reader = next;
}

const char *
paragraph_kind_name(enum passage_kind kind)
{
	return kind == PASSAGE_HEADING ? "heading" :
	    kind == PASSAGE_ITEM ? "item" : "body";
}

static struct slice
text_of(const struct paragraph_reader *reader, uint64_t start, uint64_t end)
{
	struct slice s = { reader->buffer + (start - reader->base),
	    (size_t)(end - start) };

	return s;
}

static void
count_to(struct paragraph_reader *reader, uint64_t position)
{
	reader->points += (int64_t)utf8_count(text_of(reader,
	    reader->counted, position));
	reader->counted = position;
}

/* Forgets what nothing will ask for any more. */
static void
compact(struct paragraph_reader *reader)
{
	uint64_t keep = reader->open ? reader->at : reader->line;

	/* a paragraph that was cut goes on inside of the first line */
	if (reader->count > 0 && reader->lines[reader->first].start < keep)
		keep = reader->lines[reader->first].start;
	if (keep == reader->base || !reader->begun)
		return;
	if (keep > reader->counted)
		count_to(reader, keep);
	memmove(reader->buffer, text_of(reader, keep, reader->end).at,
	    (size_t)(reader->end - keep));
	reader->base = keep;
}

/* Notes where the first sequence that is repaired will stand: behind as many
 * bytes as can be repaired without one, found by halving. */
static void
note_first_bad(struct paragraph_reader *reader, const char *bytes,
    size_t length)
{
	char *out = reader->buffer + (reader->end - reader->base);
	size_t low = 0, high = length, taken, bad, n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		bad = 0;
		utf8_repair(bytes, middle, 0, out, &taken, &bad);
		if (bad > 0)
			high = middle;
		else
			low = middle;
	}
	n = utf8_repair(bytes, low, 0, out, &taken, &bad);
	reader->first_bad = reader->points + (int64_t)utf8_count(text_of(
	    reader, reader->counted, reader->end + n));
}

static size_t
append(struct paragraph_reader *reader, const char *bytes, size_t length,
    int final)
{
	size_t taken, before = reader->bad;
	char *out = reader->buffer + (reader->end - reader->base);
	size_t n = utf8_repair(bytes, length, final, out, &taken,
	    &reader->bad);

	if (reader->bad > before && reader->first_bad < 0) {
		note_first_bad(reader, bytes, length);
		utf8_repair(bytes, length, final, out, &taken, &before);
	}
	reader->end += n;
	return taken;
}

/* Completes the character that the last push cut; returns the bytes taken. */
static size_t
append_rest(struct paragraph_reader *reader, const char *bytes, size_t length)
{
	char both[8];
	size_t old = reader->rest_length, taken;
	size_t more = length < 4 ? length : 4;

	memcpy(both, reader->rest, old);
	memcpy(both + old, bytes, more);
	taken = append(reader, both, old + more, 0);
	if (taken >= old) {
		reader->rest_length = 0;
		return taken - old;
	}
	memcpy(reader->rest, both, old + more);
	reader->rest_length = old + more;
	return more;
}

size_t
paragraph_push(struct paragraph_reader *reader, const char *bytes,
    size_t length)
{
	size_t room, done = 0, taken;

	compact(reader);
	room = (BUFFER - (size_t)(reader->end - reader->base)) / 3;
	room = room < 16 ? 0 : room - 16;
	if (length > room)
		length = room;
	if (reader->rest_length > 0)
		done = append_rest(reader, bytes, length);
	taken = append(reader, bytes + done, length - done, 0);
	done += taken;
	if (done < length) {
		memcpy(reader->rest, bytes + done, length - done);
		reader->rest_length = length - done;
	}
	return length;
}

void
paragraph_end(struct paragraph_reader *reader)
{
	append(reader, reader->rest, reader->rest_length, 1);
	reader->rest_length = 0;
	reader->ended = true;
}

/* Drops a byte order mark; false when more bytes must tell. */
static bool
begin_document(struct paragraph_reader *reader)
{
	struct slice s = text_of(reader, reader->base, reader->end);

	if (s.length < 3 && !reader->ended &&
	    (s.length == 0 || s.at[0] == '\xef'))
		return false;
	if (s.length >= 3 && memcmp(s.at, "\xef\xbb\xbf", 3) == 0)
		reader->line = reader->searched = reader->counted = 3;
	reader->begun = true;
	return true;
}

/* Finds the end of the line that begins at reader->line, or of its next piece;
 * false when more bytes are needed or none are left. */
static bool
find_line(struct paragraph_reader *reader, struct paragraph_line *line)
{
	uint64_t limit = reader->end - reader->line > LOOK ?
	    reader->line + LOOK : reader->end;
	struct slice s = text_of(reader, reader->line, limit);
	size_t from = (size_t)(reader->searched - reader->line);
	size_t start = 0, end = s.length;
	const char *newline = from == s.length ? NULL :
	    memchr(s.at + from, '\n', s.length - from);

	line->more = false;
	line->next = limit;
	if (newline != NULL) {
		end = (size_t)(newline - s.at);
		line->next = reader->line + end + 1;
	} else if (s.length == LOOK) {
		/* up to the last whole character */
		size_t cut = end;

		while ((s.at[cut - 1] & 0xc0) == 0x80)
			cut--;
		if ((s.at[cut - 1] & 0x80) != 0)
			end = cut - 1;
		line->more = true;
		line->next = reader->line + end;
	} else if (!reader->ended || s.length == 0) {
		reader->searched = limit;
		return false;
	}
	s.length = end;
	line_trim(s, &start, &end);
	if (reader->torn)
		start = 0;
	if (line->more && start < end)
		end = s.length;
	if (end < start)
		end = start;
	/* an empty line of quoted mail */
	if (!line->more && !reader->torn) {
		struct slice inner = { s.at + start, end - start };

		if (line_quoting(inner) >= inner.length)
			start = end;
	}
	line->start = reader->line + start;
	line->end = reader->line + end;
	line->indent = (uint32_t)start;
	reader->line = reader->searched = line->next;
	return true;
}

/* Puts one more line into the queue; false when there is none to be had. */
static bool
queue_line(struct paragraph_reader *reader)
{
	struct paragraph_line *line = &reader->lines[(reader->first +
	    reader->count) % QUEUE];

	if (reader->count == QUEUE)
		return false;
	if (!reader->begun && !begin_document(reader))
		return false;
	do
		if (!find_line(reader, line))
			return false;
	/* blanks before the first word of a line are no piece of it */
	/* NOLINTNEXTLINE(*NullDereference): an element of an array */
	while (line->more && !reader->torn && line->start == line->end);
	reader->torn = line->more;
	reader->count++;
	return true;
}

static const struct paragraph_line *
ahead(const struct paragraph_reader *reader, size_t i)
{
	return &reader->lines[(reader->first + i) % QUEUE];
}

static void
pop(struct paragraph_reader *reader)
{
	reader->first = (reader->first + 1) % QUEUE;
	reader->count--;
}

static bool
blank(const struct paragraph_line *line)
{
	return line->start == line->end;
}

static struct slice
text_at(const struct paragraph_reader *reader,
    const struct paragraph_line *line)
{
	return text_of(reader, line->start, line->end);
}

/* Code points up to the end of the line, as far as they matter. */
static int
width_of(const struct paragraph_reader *reader,
    const struct paragraph_line *line)
{
	size_t n;

	if (line->end - line->start > 4 * WIDTH_MOST)
		return WIDTH_MOST;
	n = utf8_count(text_at(reader, line)) + line->indent;
	return n > WIDTH_MOST ? WIDTH_MOST : (int)n;
}

static int
first_word_width(struct slice s)
{
	size_t i, quoting = line_quoting(s);

	s.at += quoting;
	s.length -= quoting;
	for (i = 0; i < s.length && i < WIDTH_MOST; i++)
		if (line_blank(s.at[i]))
			break;
	s.length = i;
	return (int)utf8_count(s);
}

/* Whether one of both lines is a reply to the other: marks of quoted mail. */
static bool
quoted_anew(const struct paragraph_reader *reader,
    const struct paragraph_line *a, const struct paragraph_line *b)
{
	return line_quoting(text_at(reader, a)) !=
	    line_quoting(text_at(reader, b));
}

/* Lines of the block that begins the queue, as far as they count. */
static size_t
block_lines(const struct paragraph_reader *reader, bool *whole)
{
	uint64_t limit = ahead(reader, 0)->start + LOOK;
	size_t i;

	for (i = 0; i < reader->count; i++)
		if (blank(ahead(reader, i)) ||
		    ahead(reader, i)->start > limit ||
		    quoted_anew(reader, ahead(reader, 0), ahead(reader, i)))
			break;
	*whole = i < reader->count || reader->count == QUEUE ||
	    (reader->ended && reader->line == reader->end);
	return i;
}

/* The length that one line in ten reaches, lines of one long word aside: no
 * filler can do anything about those. */
static int
block_width(const struct paragraph_reader *reader, size_t n)
{
	size_t counts[WIDTH_MOST + 1] = { 0 }, i, above = 0;
	int width = WIDTH_MOST;

	for (i = 0; i < n; i++) {
		const struct paragraph_line *line = ahead(reader, i);
		struct slice s = text_at(reader, line);

		if (s.length < 45 || memchr(s.at, ' ', s.length) != NULL)
			counts[width_of(reader, line)]++;
	}
	for (;;) {
		above += counts[width];
		if (above > n / 10 || width == 0)
			return width;
		width--;
	}
}

/* Whether the next word would not have fitted on line a. */
static bool
full(const struct paragraph_reader *reader, const struct paragraph_line *a,
    struct slice next, int width)
{
	return width_of(reader, a) + 1 + first_word_width(next) > width;
}

/* Evidence for wrapped lines in how two of them meet: ten times the logarithm
 * of the ratio of likelihoods.  Since paragraphs end in wrapped text too, there
 * is a bound to the evidence against. */
static int
evidence(const struct paragraph_reader *reader,
    const struct paragraph_line *a, const struct paragraph_line *b)
{
	static const int beginning[] = { 0, 33, -16 };
	static const int ending[] = { 10, 20, -24 };
	struct slice s = text_at(reader, b);
	int sum = beginning[line_begins(s)] +
	    ending[line_ends(text_at(reader, a))] +
	    (full(reader, a, s, reader->width) ? 13 : -27);

	return sum < AGAINST_MOST ? AGAINST_MOST : sum;
}

static int
between(int low, int n, int high)
{
	return n < low ? low : n > high ? high : n;
}

/* Whether each of n lines is an entry that stands for itself. */
static bool
entries(const struct paragraph_reader *reader, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct slice s = text_at(reader, ahead(reader, i));

		if (!line_is_entry(s))
			return false;
	}
	return true;
}

/* Whether all n lines end well before the margin of wrapped blocks before, and
 * none goes on in lower case: an address, a signature. */
static bool
is_short(const struct paragraph_reader *reader, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++) {
		struct slice s = text_at(reader, ahead(reader, i));

		if (line_begins(s) == LINE_BEGINS_LOWER || full(reader,
		    ahead(reader, i - 1), s, reader->margin * 2 / 3))
			return false;
	}
	return true;
}

/* Measures the n lines of the block; whether first lines of paragraphs are
 * indented, and whether lines are filled as far as words allow. */
static void
measure(struct paragraph_reader *reader, size_t n)
{
	size_t i, deep = 0, deep_lower = 0, lower = 0;
	uint32_t least = UINT32_MAX;
	bool quoted = line_quoting(text_at(reader, ahead(reader, 0))) > 0;

	reader->width = block_width(reader, n);
	if (reader->width < reader->margin && !quoted)
		reader->width = reader->margin;
	for (i = 0; i < n; i++)
		if (ahead(reader, i)->indent < least)
			least = ahead(reader, i)->indent;
	reader->filled = n > 3;
	for (i = 0; i < n; i++) {
		struct slice s = text_at(reader, ahead(reader, i));
		bool is_deep = ahead(reader, i)->indent > least + 1;

		deep += is_deep;
		if (line_begins(s) != LINE_BEGINS_LOWER)
			continue;
		lower++;
		deep_lower += is_deep;
		if (i > 0 && !full(reader, ahead(reader, i - 1), s,
		    reader->width))
			reader->filled = false;
	}
	reader->indent = deep > 0 && deep < n && (deep < n - n / 3 ||
	    (deep_lower == 0 && lower > 0)) ? least + 2 : UINT32_MAX;
}

/* Decides how the block of n lines lies. */
static void
decide(struct paragraph_reader *reader, size_t n)
{
	int sum = 0, number;
	size_t i;

	reader->decided = true;
	reader->wrapped = true;
	if (n < 2 || reader->layout != PARAGRAPH_AUTO)
		return;
	measure(reader, n);
	reader->wrapped = false;
	if (entries(reader, n) || is_short(reader, n))
		return;
	for (i = 1; i < n; i++)
		if (!ahead(reader, i - 1)->more && ahead(reader, i)->indent <
		    reader->indent && line_mark(text_at(reader,
		    ahead(reader, i)), &number) == LINE_MARK_NONE)
			sum = between(-10000, sum + evidence(reader,
			    ahead(reader, i - 1), ahead(reader, i)), 10000);
	sum += reader->width < 45 ? -20 : reader->width <= 100 ? 10 :
	    reader->width <= WRAP_MOST ? 0 : -40;
	reader->wrapped = sum + reader->prior > 0;
	reader->prior = between(-80, reader->prior + sum / 2, 80);
	if (reader->wrapped && reader->width >= 45 && reader->width <= WRAP_MOST)
		reader->margin = reader->width;
}

/* Whether a list item begins with line b behind line a. */
static bool
item_begins(const struct paragraph_reader *reader,
    const struct paragraph_line *a, struct slice b, enum line_mark mark,
    int number)
{
	enum line_ending ending;

	if (mark == LINE_MARK_NONE)
		return false;
	if (mark == LINE_MARK_BULLET)
		return true;
	if (reader->mark == (int)mark && (mark == LINE_MARK_DASH ||
	    mark == LINE_MARK_LETTER || number == reader->number + 1))
		return true;
	ending = line_ends(text_at(reader, a));
	if (!full(reader, a, b, reader->width) && ending != LINE_ENDS_COMMA)
		return true;
	return ending == LINE_ENDS_STOP &&
	    (mark == LINE_MARK_DASH || number < 2);
}

/* Whether b, in a block of lines that stand for themselves, goes on with a
 * sentence that begins on line a. */
static bool
stray(const struct paragraph_reader *reader, const struct paragraph_line *a,
    struct slice b, enum line_ending ending)
{
	return line_begins(b) == LINE_BEGINS_LOWER &&
	    ending != LINE_ENDS_STOP &&
	    reader->width > 45 && reader->width <= WRAP_MOST &&
	    full(reader, a, b, reader->width * 3 / 4);
}

/* Whether a paragraph ends between these lines of one block. */
static bool
breaks(const struct paragraph_reader *reader,
    const struct paragraph_line *a, const struct paragraph_line *b)
{
	struct slice s = text_at(reader, b);
	enum line_beginning beginning = line_begins(s);
	enum line_ending ending;
	int number;
	enum line_mark mark = line_mark(s, &number);

	if (reader->layout == PARAGRAPH_LINES || quoted_anew(reader, a, b) ||
	    item_begins(reader, a, s, mark, number))
		return true;
	if (reader->layout == PARAGRAPH_WRAPPED)
		return false;
	ending = line_ends(text_at(reader, a));
	if (!reader->wrapped)
		return !stray(reader, a, s, ending) &&
		    !(reader->mark != LINE_MARK_NONE && b->indent > a->indent);
	if (beginning == LINE_BEGINS_LOWER)
		return false;
	if (ending == LINE_ENDS_COMMA)
		return !full(reader, a, s, reader->width / 2);
	if (b->indent >= reader->indent && reader->mark == LINE_MARK_NONE)
		return true;
	if (full(reader, a, s, reader->filled ? reader->width :
	    reader->width * 4 / 5))
		return false;
	return ending == LINE_ENDS_STOP || reader->at == a->start ||
	    (reader->filled && !full(reader, a, s, reader->width * 4 / 5));
}

static bool
in_word(char c)
{
	return is_letter(c) || is_digit(c);
}

/* Whether a word or a mark may begin at a byte.  Letters of two bytes (those of
 * 0xc2 are marks) and the inner bytes of a character go on. */
static bool
begins_piece(char before, char c)
{
	unsigned char lead = (unsigned char)c;

	if (lead >= 0xe0 || lead == 0xc2)
		return true;
	if (lead >= 0x80)
		return lead > 0xc2 && !in_word(before) &&
		    (unsigned char)before < 0x80;
	return !line_blank(c) && !(in_word(c) && in_word(before));
}

/* How many bytes the open paragraph, which has text up to end, may have. */
static size_t
most_of(struct paragraph_reader *reader, uint64_t end)
{
	struct slice s = text_of(reader, reader->at, end);
	size_t i;

	if (s.length <= PARAGRAPH_PIECES)
		return PARAGRAPH_MOST;
	if (reader->weighed < reader->at)
		reader->weighed = reader->at;
	i = (size_t)(reader->weighed - reader->at);
	for (; i < s.length && i < PARAGRAPH_MOST &&
	    reader->pieces < PARAGRAPH_PIECES; i++)
		reader->pieces += begins_piece(i > 0 ? s.at[i - 1] : ' ',
		    s.at[i]);
	reader->weighed = reader->at + i;
	return reader->pieces < PARAGRAPH_PIECES ? PARAGRAPH_MOST : i;
}

/* Where text of at least so many bytes from start is cut. */
static uint64_t
cut(const struct paragraph_reader *reader, uint64_t start, size_t most)
{
	struct slice s = text_of(reader, start, start + most);
	size_t i, space = 0;

	for (i = s.length - 1; i > 1; i--) {
		if (!line_blank(s.at[i]))
			continue;
		if (space == 0)
			space = i;
		if (s.at[i - 1] == '.' || s.at[i - 1] == '!' ||
		    s.at[i - 1] == '?')
			return start + i;
	}
	if (space > 0)
		return start + space;
	i = s.length;
	while ((text_of(reader, start, reader->end).at[i] & 0xc0) == 0x80)
		i--;
	return start + i;
}

/* Fills in the paragraph [at, end); false when nothing is left of it. */
static bool
emit(struct paragraph_reader *reader, uint64_t end, bool whole,
    struct paragraph *paragraph)
{
	struct slice s = text_of(reader, reader->at, end);
	size_t from = 0, to = s.length;

	line_trim(s, &from, &to);
	if (from == to)
		return false;
	count_to(reader, reader->at + from);
	paragraph->start = reader->points;
	count_to(reader, reader->at + to);
	paragraph->end = reader->points;
	s.at += from;
	s.length = to - from;
	paragraph->text = s;
	paragraph->kind = reader->mark != LINE_MARK_NONE ? PASSAGE_ITEM :
	    whole && !reader->closing &&
	    line_is_title(s, reader->produced == 0) ? PASSAGE_HEADING :
	    PASSAGE_BODY;
	reader->produced++;
	return true;
}

/* Opens a paragraph with the first line of the queue; false when more bytes
 * must tell how its block lies. */
static bool
open_paragraph(struct paragraph_reader *reader)
{
	const struct paragraph_line *line = ahead(reader, 0);
	bool whole;
	size_t n;

	if (!reader->decided) {
		n = block_lines(reader, &whole);
		if (!whole)
			return false;
		decide(reader, n);
	}
	reader->open = true;
	reader->at = line->start;
	reader->weighed = reader->pieces = 0;
	reader->mark = (int)line_mark(text_at(reader, line), &reader->number);
	return true;
}

bool
paragraph_next(struct paragraph_reader *reader, struct paragraph *paragraph)
{
	for (;;) {
		const struct paragraph_line *line, *next;
		size_t most;
		bool over;

		while (queue_line(reader))
			;
		over = reader->ended && reader->line == reader->end;
		if (reader->count == 0)
			return false;
		line = ahead(reader, 0);
		if (!reader->open && blank(line)) {
			reader->decided = false;
			pop(reader);
			continue;
		}
		if (!reader->open && !open_paragraph(reader))
			return false;
		most = line->end > reader->at ? most_of(reader, line->end) : 0;
		if (line->end > reader->at && line->end - reader->at > most) {
			uint64_t end = cut(reader, reader->at, most);
			bool some = emit(reader, end, false, paragraph);

			reader->at = end;
			reader->weighed = reader->pieces = 0;
			reader->mark = LINE_MARK_NONE;
			if (some)
				return true;
			continue;
		}
		if (reader->count < 2 && !over)
			return false;
		next = reader->count < 2 ? NULL : ahead(reader, 1);
		if (next != NULL && (line->more || (!blank(next) &&
		    !breaks(reader, line, next)))) {
			pop(reader);
			continue;
		}
		reader->open = false;
		if (next != NULL && quoted_anew(reader, line, next))
			reader->decided = false;
		pop(reader);
		if (line->end > reader->at &&
		    emit(reader, line->end, true, paragraph)) {
			reader->closing = line_is_closing(paragraph->text) ||
			    (reader->closing && next != NULL && !blank(next));
			return true;
		}
	}
}
