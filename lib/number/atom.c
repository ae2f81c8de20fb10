/*
 * atom: the text of a sentence as digits, words and signs, and look-ups of
 * phrases in tables.
 *
 * Reads the passage's text; of its tokens only those that hold no numbers
 * (URL, e-mail address, emoji), so that another tokenisation changes nothing.
 * An atom is a run of digits with grouping by threes (1,234.5; 10'000; 10 000
 * is joined by numeral.c), a run of letters, or one code point.
 *
 * Bugs: 1.234 is read as a decimal, never as grouped; 1.234.567 and 1.234,56
 * are grouped.
 */
#include <unicode/uchar.h>

#include "grammar.h"

extern const struct lexicon lexicon_number_words;
extern const struct lexicon lexicon_number_context;
extern const struct lexicon lexicon_calendar;
extern const struct lexicon lexicon_number_starts;
extern const struct lexicon lexicon_holidays;

int64_t
slice_int(struct slice s)
{
	int64_t value = 0;
	size_t i;

	if (s.length == 0 || s.length > 15)
		return -1;
	for (i = 0; i < s.length; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return -1;
		value = value * 10 + (s.at[i] - '0');
	}
	return value;
}

static bool
is_digit(struct slice t, size_t at)
{
	return at < t.length && t.at[at] >= '0' && t.at[at] <= '9';
}

static size_t
digits_end(struct slice t, size_t at, size_t end)
{
	while (at < end && is_digit(t, at))
		at++;
	return at;
}

/* The length of the grouping mark at this byte, 0 when there is none: a
 * comma, an apostrophe (straight or curly) or a thin space. */
static size_t
group_mark(struct slice t, size_t at, size_t end)
{
	static const char *const marks[] = {
		",", "'", "\xE2\x80\x99", "\xE2\x80\xAF", "\xE2\x80\x89",
		"\xC2\xA0"
	};
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);

		if (end - at > n && memcmp(t.at + at, marks[i], n) == 0)
			return n;
	}
	return 0;
}

/* Digits from at: [0-9]+ with groups, then .[0-9]+ */
static void
read_number(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = g->passage->text;
	size_t at = atom->start, first, stop, dots;
	char *kept = arena_alloc(g->arena, 1, 1);
	size_t length = 0, capacity = 1;

	first = stop = digits_end(t, at, end);
	kept = arena_grow(g->arena, kept, 0, &capacity, first - at + 1, 1);
	memcpy(kept, t.at + at, first - at);
	length = first - at;
	atom->zero = length > 1 && kept[0] == '0';
	/* groups of three, or of two and a last of three (12,34,567) */
	if (length >= 1 && length <= 3 && !atom->zero) {
		size_t mark = group_mark(t, stop, end), width = 0, same;
		size_t whole = length, pairs = 0, edge = stop;
		bool comma;

		same = mark;
		while (mark != 0 && mark == same &&
		    memcmp(t.at + stop, t.at + first, mark) == 0) {
			size_t from = stop + mark;
			size_t next = digits_end(t, from, end);
			bool last = group_mark(t, next, end) != mark ||
			    !is_digit(t, next + mark);

			width = next - from;
			if (width != 3 && (width != 2 || last || length > 4 * 8))
				break;
			kept = arena_grow(g->arena, kept, length, &capacity,
			    length + width + 1, 1);
			memcpy(kept + length, t.at + from, width);
			length += width;
			stop = next;
			atom->grouped = true;
			pairs += width == 2;
			mark = last ? 0 : same;
		}
		/* 22,24,26 is a list, 22,24,260 a number */
		if (pairs > 0 && width != 3) {
			length = whole;
			stop = edge;
			atom->grouped = false;
		}
		/* 1.234.567; 1.234,56 */
		if (!atom->grouped) {
			for (dots = 0, at = stop; at + 4 <= end &&
			    t.at[at] == '.' && digits_end(t, at + 1, end) ==
			    at + 4; at += 4)
				dots++;
			comma = dots > 0 && at + 1 < end && t.at[at] == ',' &&
			    (width = digits_end(t, at + 1, end) - at - 1) > 0 &&
			    width < 3;
			if ((dots >= 2 || comma) && !is_digit(t, at)) {
				kept = arena_grow(g->arena, kept, length,
				    &capacity, length + 3 * dots + 1, 1);
				for (; stop < at; stop += 4) {
					memcpy(kept + length, t.at + stop + 1,
					    3);
					length += 3;
				}
				atom->grouped = true;
				if (comma)
					goto decimals;
			}
		}
	}
	at = stop;
decimals:
	atom->whole = length;
	if (at + 1 < end && (t.at[at] == '.' || (atom->grouped &&
	    t.at[at] == ',')) && is_digit(t, at + 1)) {
		size_t next = digits_end(t, at + 1, end);
		bool version = next + 1 < end && t.at[next] == '.' &&
		    is_digit(t, next + 1);

		if (!version) {
			kept = arena_grow(g->arena, kept, length, &capacity,
			    length + next - at + 1, 1);
			kept[length++] = '.';
			memcpy(kept + length, t.at + at + 1, next - at - 1);
			length += next - at - 1;
			atom->point = true;
			stop = next;
		}
	}
	atom->end = stop;
	atom->value = decimal_of((struct slice){ kept, length }, g->arena);
	atom->number = atom->point ? -1 : decimal_int(atom->value);
}

static bool
is_letter(int32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	return u_isalpha(c) && c != 0xAA && c != 0xBA;
}

/* Letters; single letters with dots between ("p.m.", "U.S."); o'clock. */
static void
read_word(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = { g->passage->text.at, end };
	size_t at = atom->start, count = 0, uppers = 0, next, length = 0;
	char *norm;

	for (;;) {
		next = at;
		while (next < end) {
			size_t after = next;
			int32_t c = utf8_next(t, &after);

			if (!is_letter(c) && !(count > 0 && u_charType(c) ==
			    U_NON_SPACING_MARK))
				break;
			if (count == 0)
				atom->capital = u_isupper(c);
			uppers += u_isupper(c) != 0;
			count++;
			next = after;
		}
		at = next;
		break;
	}
	atom->end = at;
	if (count == 1) {
		/* one letter, a dot, one letter ... */
		size_t dots = 0, probe = at;

		while (probe + 1 < end && t.at[probe] == '.' &&
		    is_letter(t.at[probe + 1]) && (probe + 2 >= end ||
		    !is_letter(t.at[probe + 2]))) {
			uppers += t.at[probe + 1] <= 'Z';
			count++;
			probe += 2;
			dots++;
		}
		if (dots > 0) {
			if (probe < end && t.at[probe] == '.')
				probe++;
			atom->end = probe;
		} else if (at + 6 <= end && memcmp(t.at + at, "'clock", 6) ==
		    0) {
			atom->end = at + 6;
		} else if (at + 8 <= end && memcmp(t.at + at,
		    "\xE2\x80\x99""clock", 8) == 0) {
			atom->end = at + 8;
		}
	}
	atom->upper = uppers == count;
	atom->capital = atom->capital || uppers > 0;
	norm = arena_alloc(g->arena, atom->end - atom->start + 1, 1);
	for (at = atom->start; at < atom->end; at++) {
		char c = t.at[at];

		if (c == '.')
			continue;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		norm[length++] = c;
	}
	atom->norm = (struct slice){ norm, length };
	atom->dotted = atom->end < end && t.at[atom->end] == '.';
}

static void
read_atom(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = { g->passage->text.at, end };
	size_t next = atom->start;
	int32_t c;

	if (is_digit(t, next)) {
		atom->kind = ATOM_NUMBER;
		read_number(g, atom, end);
		return;
	}
	c = utf8_next(t, &next);
	atom->end = next;
	if (is_letter(c)) {
		atom->kind = ATOM_WORD;
		read_word(g, atom, end);
	} else if (c >= 0x80 && u_charType(c) == U_OTHER_NUMBER &&
	    u_getNumericValue(c) > 0 && u_getNumericValue(c) < 1) {
		atom->kind = ATOM_PART;
	} else {
		atom->kind = ATOM_SIGN;
	}
}

/* Bytes of white space at this place. */
static size_t
blank_at(struct slice t, size_t at, size_t end)
{
	size_t next = at;
	int32_t c;

	if (t.at[at] == ' ' || (t.at[at] >= 9 && t.at[at] <= 13))
		return 1;
	if ((unsigned char)t.at[at] < 0x80)
		return 0;
	c = utf8_next((struct slice){ t.at, end }, &next);
	return u_isUWhiteSpace(c) ? next - at : 0;
}

static bool
row_has(const struct lexicon *table, size_t row, const char *class)
{
	struct slice key = lexicon_cell(table, row, 0);

	for (; lexicon_key_is(table, row, key); row++)
		if (slice_is(lexicon_cell(table, row, 1), class))
			return true;
	return false;
}

#define TEN_LEAST 5	/* bytes of forty and seventy */
#define TEN_MOST 7

/* Whether the word begins with another that begins numbers: twentyfive. */
static bool
begins_joined(struct slice word)
{
	size_t n;

	for (n = TEN_LEAST; n <= TEN_MOST && n + 2 < word.length; n++)
		if (lexicon_find(&lexicon_number_starts,
		    (struct slice){ word.at, n }) != LEXICON_NONE)
			return true;
	return false;
}

/* What may begin at an atom. */
enum {
	BEGINS_NUMBER = 1,
	BEGINS_BEFORE = 2,	/* a number, before another beginning */
	BEGINS_PHRASE = 4,	/* a phrase of the context */
	BEGINS_HOLIDAY = 8
};

/* Most words and signs begin nothing. */
static unsigned
beginnings(const struct grammar *g, size_t i)
{
	static const char *const classes[] = {
		"start", "before", "phrase", "holiday"
	};
	const struct lexicon *table = &lexicon_number_starts;
	const struct atom *a = g->atoms + i;
	unsigned found = 0, k;
	size_t row;

	if (a->kind == ATOM_NUMBER || a->kind == ATOM_PART ||
	    (unsigned char)a->text.at[0] >= 0x80)
		return ~0u;
	row = a->begins;
	for (; row != LEXICON_NONE && lexicon_key_is(table, row, a->norm);
	    row++)
		for (k = 0; k < sizeof classes / sizeof *classes; k++)
			if (slice_is(lexicon_cell(table, row, 1), classes[k]))
				found |= 1u << k;
	if (a->kind == ATOM_WORD && !(found & BEGINS_NUMBER) &&
	    (a->upper || begins_joined(a->norm)))
		found |= BEGINS_NUMBER;
	return found;
}

void
atoms_of_sentence(struct grammar *g, size_t start, size_t end, size_t first,
    size_t last)
{
	const struct passage *p = g->passage;
	size_t token = first, at = start, capitals = 0, words = 0;
	bool space = true;

	g->count = 0;
	while (at < end) {
		size_t blank = blank_at(p->text, at, end);
		struct atom *atom;

		if (blank > 0) {
			at += blank;
			space = true;
			continue;
		}
		g->atoms = arena_grow(g->arena, g->atoms, g->count,
		    &g->capacity, g->count + 2, sizeof *g->atoms);
		atom = &g->atoms[g->count++];
		*atom = (struct atom){ .start = at, .space = space,
		    .number = -1 };
		while (token < last && p->tokens[token].end <= at)
			token++;
		if (token < last && p->tokens[token].start == at &&
		    p->tokens[token].label >= TOKEN_URL) {
			atom->kind = ATOM_OPAQUE;
			atom->end = p->tokens[token].end;
			if (atom->end > end || atom->end <= at)
				atom->end = end;
		} else {
			read_atom(g, atom, end);
		}
		atom->text = (struct slice){ p->text.at + atom->start,
		    atom->end - atom->start };
		if (atom->kind != ATOM_WORD)
			atom->norm = atom->text;
		/* which has the words of the others too */
		atom->begins = lexicon_find(&lexicon_number_starts, atom->norm);
		atom->words = atom->calendar = atom->context = LEXICON_NONE;
		if (atom->begins != LEXICON_NONE)
			atom->context = lexicon_find(&lexicon_number_context,
			    atom->norm);
		if (atom->begins != LEXICON_NONE && atom->kind == ATOM_WORD) {
			atom->words = lexicon_find(&lexicon_number_words,
			    atom->norm);
			atom->calendar = lexicon_find(&lexicon_calendar,
			    atom->norm);
		}
		if (atom->kind == ATOM_WORD && atom->norm.length > 3) {
			words++;
			capitals += atom->capital;
		}
		at = atom->end;
		space = false;
	}
	if (g->memo == NULL)
		g->memo = arena_alloc(g->arena, NUMERAL_MEMO, sizeof *g->memo);
	for (at = 0; at < NUMERAL_MEMO; at++)
		g->memo[at].i = SIZE_MAX;
	g->titled = g->heading && capitals * 10 >= words * 7;
	g->atoms = arena_grow(g->arena, g->atoms, g->count, &g->capacity,
	    g->count + 1, sizeof *g->atoms);
	g->atoms[g->count] = (struct atom){ .start = end, .end = end,
	    .kind = ATOM_SIGN, .space = true, .number = -1,
	    .words = LEXICON_NONE, .calendar = LEXICON_NONE,
	    .context = LEXICON_NONE };
	for (at = g->count; at-- > 0;) {
		struct atom *atom = &g->atoms[at];
		unsigned begins = beginnings(g, at);

		atom->starts = (begins & BEGINS_NUMBER) ||
		    (atom[1].starts && (begins & BEGINS_BEFORE));
		if (begins & BEGINS_PHRASE)
			atom->phrase_end = phrase_find(g, at,
			    &lexicon_number_context, &atom->phrase);
		if ((atom->kind == ATOM_WORD || atom->kind == ATOM_NUMBER) &&
		    (begins & BEGINS_HOLIDAY))
			atom->holiday_end = phrase_find(g, at,
			    &lexicon_holidays, &atom->holiday);
	}
}

int64_t
word_value_of(const struct grammar *g, size_t i, const char *class)
{
	const struct lexicon *table = &lexicon_number_words;
	size_t row = g->atoms[i].words;

	for (; lexicon_key_is(table, row, g->atoms[i].norm); row++)
		if (slice_is(lexicon_cell(table, row, 1), class))
			return slice_int(lexicon_cell(table, row, 2));
	return -1;
}

bool
hyphen_at(const struct grammar *g, size_t i, bool glued)
{
	if (i >= g->count || g->atoms[i].kind != ATOM_SIGN)
		return false;
	if (glued && (g->atoms[i].space || g->atoms[i + 1].space))
		return false;
	return slice_is(g->atoms[i].text, "-") ||
	    slice_is(g->atoms[i].text, "\xE2\x80\x90") ||
	    slice_is(g->atoms[i].text, "\xE2\x80\x91") ||
	    slice_is(g->atoms[i].text, "\xE2\x80\x93") ||
	    (!glued && slice_is(g->atoms[i].text, "\xE2\x80\x94"));
}

bool
alone(const struct grammar *g, size_t i, size_t end)
{
	while (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN)
		i--;
	if (i > 0)
		return false;
	while (end < g->count && g->atoms[end].kind == ATOM_SIGN)
		end++;
	return end >= g->count;
}

bool
added_at(const struct grammar *g, size_t i)
{
	return i > 0 && sign_is(g, i, "+") && !g->atoms[i].space &&
	    g->atoms[i - 1].kind == ATOM_NUMBER && i + 1 < g->count &&
	    g->atoms[i + 1].kind == ATOM_NUMBER && !g->atoms[i + 1].space;
}

size_t
skip_hyphen(const struct grammar *g, size_t i)
{
	return hyphen_at(g, i, true) ? i + 1 : i;
}

#define PHRASE_ATOMS 6
#define PHRASE_BYTES 64

/* Writes the norm of atom i behind key, a blank between; apostrophes are
 * straight.  Returns the new length, or 0 when it does not fit. */
static size_t
phrase_add(const struct grammar *g, size_t i, char *key, size_t length)
{
	struct slice norm = g->atoms[i].norm;

	if (i >= g->count || g->atoms[i].kind == ATOM_OPAQUE)
		return 0;
	if (slice_is(norm, "\xE2\x80\x99"))
		norm = slice_of("'");
	else if (hyphen_at(g, i, true))
		norm = slice_of("-");
	if (length + norm.length + 1 > PHRASE_BYTES)
		return 0;
	if (length > 0 && g->atoms[i].space)
		key[length++] = ' ';
	memcpy(key + length, norm.at, norm.length);
	return length + norm.length;
}

size_t
phrase_find(const struct grammar *g, size_t i, const struct lexicon *table,
    size_t *row)
{
	char key[PHRASE_BYTES];
	size_t length = 0, end = 0, j;

	for (j = i; j < g->count && j < i + PHRASE_ATOMS; j++) {
		size_t found;

		length = phrase_add(g, j, key, length);
		if (length == 0)
			break;
		found = lexicon_find(table, (struct slice){ key, length });
		if (found != LEXICON_NONE) {
			*row = found;
			end = j + 1;
		}
	}
	return end;
}

size_t
phrase_before(const struct grammar *g, size_t i, const struct lexicon *table,
    size_t *row)
{
	size_t back;

	for (back = PHRASE_ATOMS; back > 0; back--) {
		char key[PHRASE_BYTES];
		size_t length = 0, j, found;

		if (back > i)
			continue;
		for (j = i - back; j < i; j++) {
			length = phrase_add(g, j, key, length);
			if (length == 0)
				break;
		}
		if (length == 0)
			continue;
		found = lexicon_find(table, (struct slice){ key, length });
		if (found != LEXICON_NONE) {
			*row = found;
			return i - back + 1;
		}
	}
	return 0;
}

size_t
class_of_atom(const struct grammar *g, size_t i, const char *class)
{
	size_t row;

	if (g->atoms[i].phrase_end != 0 && row_has(&lexicon_number_context,
	    g->atoms[i].phrase, class))
		return g->atoms[i].phrase_end;
	if (g->atoms[i].kind != ATOM_WORD)
		return 0;
	row = g->atoms[i].context;
	return row != LEXICON_NONE &&
	    row_has(&lexicon_number_context, row, class) ? i + 1 : 0;
}

bool
class_before(const struct grammar *g, size_t i, const char *class)
{
	size_t row;

	if (i == 0)
		return false;
	row = g->atoms[i - 1].context;
	return row != LEXICON_NONE &&
	    row_has(&lexicon_number_context, row, class);
}
