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

#include "../ascii.h"
#include "../letters.h"
#include "grammar.h"
#include "known.h"

extern const struct lexicon lexicon_number_vocabulary;
extern const struct lexicon lexicon_number_context;
extern const struct lexicon lexicon_holidays;

/* Whether nothing is left out by what words tell: the same must be found. */
#ifdef ALL_TRIED
static const bool all_tried = true;
#else
static const bool all_tried = false;
#endif

static bool
digit_at(struct slice t, size_t at)
{
	return at < t.length && is_digit(t.at[at]);
}

static size_t
digits_end(struct slice t, size_t at, size_t end)
{
	while (at < end && digit_at(t, at))
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

/* The digits of a number, without the marks of its groups. */
struct figures {
	char *at;
	size_t length, capacity;
};

static void
keep(struct grammar *g, struct figures *f, const char *at, size_t n)
{
	f->at = arena_grow(g->arena, f->at, f->length, &f->capacity,
	    f->length + n + 1, 1);
	memcpy(f->at + f->length, at, n);
	f->length += n;
}

/* Groups of three behind one and the same mark, or of two and a last of three:
 * 1,234,567; 12,34,567.  Returns where they end, stop when there are none. */
static size_t
read_marked(struct grammar *g, struct figures *f, size_t stop, size_t end)
{
	struct slice t = g->passage->text;
	size_t first = stop, whole = f->length, width = 0, pairs = 0;
	size_t mark = group_mark(t, stop, end);
	bool last = mark == 0;

	while (!last && memcmp(t.at + stop, t.at + first, mark) == 0) {
		size_t from = stop + mark, next = digits_end(t, from, end);

		last = group_mark(t, next, end) != mark ||
		    !digit_at(t, next + mark);
		width = next - from;
		if (width != 3 && (width != 2 || last || f->length > 4 * 8))
			break;
		keep(g, f, t.at + from, width);
		stop = next;
		pairs += width == 2;
	}
	/* 22,24,26 is a list, 22,24,260 a number */
	if (pairs > 0 && width != 3) {
		f->length = whole;
		return first;
	}
	return stop;
}

/* The same behind points, where they are two or decimals follow a comma:
 * 1.234.567; 1.234,56. */
static size_t
read_pointed(struct grammar *g, struct figures *f, size_t stop, size_t end)
{
	struct slice t = g->passage->text;
	size_t at = stop, dots, decimals = 0;

	for (dots = 0; at + 4 <= end && t.at[at] == '.' &&
	    digits_end(t, at + 1, end) == at + 4; at += 4)
		dots++;
	if (dots > 0 && at + 1 < end && t.at[at] == ',')
		decimals = digits_end(t, at + 1, end) - at - 1;
	if ((dots < 2 && decimals != 1 && decimals != 2) || digit_at(t, at))
		return stop;
	for (; stop < at; stop += 4)
		keep(g, f, t.at + stop + 1, 3);
	return at;
}

/* Digits from at: [0-9]+ with groups, then .[0-9]+ */
static void
read_groups(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = g->passage->text;
	size_t stop = digits_end(t, atom->start, end), at = stop, next;
	struct figures f = { NULL, 0, 0 };

	keep(g, &f, t.at + atom->start, stop - atom->start);
	atom->zero = f.length > 1 && f.at[0] == '0';
	if (f.length >= 1 && f.length <= 3 && !atom->zero) {
		at = read_marked(g, &f, stop, end);
		if (at == stop)
			at = read_pointed(g, &f, stop, end);
		atom->grouped = at > stop;
	}
	atom->whole = (uint32_t)f.length;
	if (at + 1 < end && (t.at[at] == '.' || (atom->grouped &&
	    t.at[at] == ',')) && digit_at(t, at + 1)) {
		next = digits_end(t, at + 1, end);
		/* versions have more of them: 1.2.3 */
		if (!(next + 1 < end && t.at[next] == '.' && digit_at(t, next +
		    1))) {
			keep(g, &f, ".", 1);
			keep(g, &f, t.at + at + 1, next - at - 1);
			atom->point = true;
			at = next;
		}
	}
	atom->end = (uint32_t)at;
	atom->value = decimal_of((struct slice){ f.at, f.length }, g->arena);
	atom->number = atom->point ? -1 : decimal_int(atom->value);
}

/* Most numbers have no mark of groups: 15, 0.5. */
static void
read_number(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = g->passage->text;
	size_t stop = digits_end(t, atom->start, end), next;
	char mark = stop < end ? t.at[stop] : ' ';
	struct slice digits = { t.at + atom->start, stop - atom->start };

	atom->zero = digits.length > 1 && digits.at[0] == '0';
	atom->whole = (uint32_t)digits.length;
	if (mark == '.' && digit_at(t, stop + 1) && stop + 1 < end) {
		next = digits_end(t, stop + 1, end);
		if (next - stop == 4 || (next + 1 < end && t.at[next] == '.'
		    && digit_at(t, next + 1))) {
			read_groups(g, atom, end);
			return;
		}
		digits.length = next - atom->start;
		atom->point = true;
		atom->end = (uint32_t)next;
		atom->value = decimal_of(digits, g->arena);
		return;
	}
	if ((mark & 0x80) != 0 || ((mark == ',' || mark == '\'') &&
	    stop + 1 < end && digit_at(t, stop + 1))) {
		read_groups(g, atom, end);
		return;
	}
	atom->end = (uint32_t)stop;
	while (digits.length > 1 && digits.at[0] == '0') {
		digits.at++;
		digits.length--;
	}
	atom->value.digits = digits;
	atom->number = decimal_int(atom->value);
}

/* Of each byte of ASCII: a small letter, a capital, a digit, white space, or
 * any other sign. */
static const char ascii[128 + 1] =
    "........._____.................."
    "_...............0000000000......"
    ".AAAAAAAAAAAAAAAAAAAAAAAAAA....."
    ".aaaaaaaaaaaaaaaaaaaaaaaaaa.....";

static char
ascii_kind(char c)
{
	return (unsigned char)c < 0x80 ? ascii[(unsigned char)c] : '\0';
}

/* The byte is no part of a longer character then. */
static bool
is_ascii_letter(char c)
{
	char kind = ascii_kind(c);

	return kind == 'a' || kind == 'A';
}

static bool
is_alphabetic(int32_t c)
{
	if (c < 0x80)
		return is_ascii_letter((char)c);
	return u_isalpha(c) && c != 0xAA && c != 0xBA;
}

/* The end of the letters from at on, with marks behind them; how many of them
 * there are, and capitals. */
static size_t
any_letters_end(struct slice t, size_t at, size_t *count, size_t *uppers)
{
	while (at < t.length) {
		char kind = ascii_kind(t.at[at]);

		if (kind == 'a') {
			at++;
		} else if (kind == 'A') {
			at++;
			++*uppers;
		} else if (kind != '\0') {
			break;
		} else {
			size_t next = at;
			int32_t c = utf8_next(t, &next);

			if (!is_alphabetic(c) && !(*count > 0 &&
			    u_charType(c) == U_NON_SPACING_MARK))
				break;
			*uppers += u_isupper(c) != 0;
			at = next;
		}
		++*count;
	}
	return at;
}

/* Behind one letter that ends at at: a dot, one letter ...; o'clock. */
static size_t
dotted_end(struct slice t, size_t at, size_t *count, size_t *uppers)
{
	size_t probe = at;

	while (probe + 1 < t.length && t.at[probe] == '.' &&
	    is_ascii_letter(t.at[probe + 1]) && (probe + 2 >= t.length ||
	    !is_ascii_letter(t.at[probe + 2]))) {
		*uppers += t.at[probe + 1] <= 'Z';
		++*count;
		probe += 2;
	}
	if (probe > at)
		return probe < t.length && t.at[probe] == '.' ? probe + 1 :
		    probe;
	if (at + 6 <= t.length && memcmp(t.at + at, "'clock", 6) == 0)
		return at + 6;
	if (at + 8 <= t.length && memcmp(t.at + at, "\xE2\x80\x99""clock", 8)
	    == 0)
		return at + 8;
	return at;
}

/* Without dots and in small letters. */
static struct slice
fold(struct slice s, struct arena *arena)
{
	struct slice norm = { NULL, 0 };
	char *to = arena_alloc(arena, s.length + 1, 1);
	size_t i;

	norm.at = to;
	for (i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c != '.')
			to[norm.length++] = is_upper(c) ? (char)(c + 32) : c;
	}
	return norm;
}

/* Letters; single letters with dots between ("p.m.", "U.S."); o'clock. */
static void
read_word(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = { g->passage->text.at, end };
	size_t count = 0, uppers = 0, stop = atom->start, letters;

	/* most words are small letters and nothing else */
	while (stop < end && ascii_kind(t.at[stop]) == 'a')
		stop++;
	count = stop - atom->start;
	if (count < 2 || (stop < end && (ascii_kind(t.at[stop]) == 'A' ||
	    ascii_kind(t.at[stop]) == '\0')))
		stop = any_letters_end(t, stop, &count, &uppers);
	letters = stop;
	if (count == 1)
		stop = dotted_end(t, stop, &count, &uppers);
	atom->end = (uint32_t)stop;
	atom->upper = uppers == count;
	atom->capital = uppers > 0;
	atom->norm = (struct slice){ t.at + atom->start,
	    atom->end - atom->start };
	if (uppers > 0 || stop != letters)
		atom->norm = fold(atom->norm, g->arena);
	atom->dotted = atom->end < end && t.at[atom->end] == '.';
}

static enum dash
dash_of(struct slice sign)
{
	if (slice_is(sign, "-"))
		return DASH_HYPHEN;
	if (sign.length != 3 || memcmp(sign.at, "\xE2\x80", 2) != 0)
		return DASH_NONE;
	switch ((unsigned char)sign.at[2]) {
	case 0x90:
	case 0x91:
	case 0x93:
		return DASH_HYPHEN;
	case 0x94:
		return DASH_LONG;
	default:
		return DASH_NONE;
	}
}

static void
read_atom(struct grammar *g, struct atom *atom, size_t end)
{
	struct slice t = { g->passage->text.at, end };
	size_t next = atom->start;
	int32_t c;

	switch (ascii_kind(t.at[next])) {
	case '0':
		atom->kind = ATOM_NUMBER;
		read_number(g, atom, end);
		return;
	case 'a':
	case 'A':
		atom->kind = ATOM_WORD;
		read_word(g, atom, end);
		return;
	case '.':
		atom->kind = ATOM_SIGN;
		atom->end = (uint32_t)next + 1;
		return;
	default:
		break;
	}
	c = utf8_next(t, &next);
	atom->end = (uint32_t)next;
	if (is_alphabetic(c)) {
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
	char kind = ascii_kind(t.at[at]);
	size_t next = at;
	int32_t c;

	if (kind != '\0')
		return kind == '_';
	c = utf8_next((struct slice){ t.at, end }, &next);
	return u_isUWhiteSpace(c) ? next - at : 0;
}

#define TEN_LEAST 5	/* bytes of forty and seventy */
#define TEN_MOST 7

/* Whether the word begins with a ten and goes on: twentyfive. */
static bool
begins_joined(struct slice word)
{
	const struct lexicon *table = &lexicon_number_vocabulary;
	size_t n, row;

	for (n = TEN_LEAST; n <= TEN_MOST && n + 2 < word.length; n++) {
		if (word.at[n - 1] != 'y')
			continue;
		row = lexicon_find(table, (struct slice){ word.at, n });
		if (lexicon_set(table, row)[WORD_TEN / 64] >> WORD_TEN % 64 &
		    1)
			return true;
	}
	return false;
}

static unsigned
hints_of_sign(const struct atom *a)
{
	switch (a->text.at[0]) {
	case ':':
		return HINT_COLON;
	case '/':
		return HINT_MARK;
	case '.':
		return !a->space && !a[1].space && a[1].kind == ATOM_NUMBER ?
		    HINT_MARK : 0;
	case '\xE2':
		if (slice_is(a->text, "\xE2\x81\x84"))	/* a fraction's */
			return HINT_MARK;
		break;
	case '~':
		return HINT_DASH;
	default:
		break;
	}
	if (a->dash != DASH_NONE)
		return HINT_DASH;
	/* '45 */
	return (a->text.at[0] == '\'' || a->text.length > 1) &&
	    !a[1].space && a[1].kind == ATOM_NUMBER ? HINT_YEAR : 0;
}

/* Whether "in", "out of" or the like at i joins the parts of a fraction: one
 * in five. */
static bool
joins_parts(const struct grammar *g, size_t i)
{
	if (word_is(g, i, "of"))
		return word_is(g, i + 1, "every") || word_is(g, i + 1, "each");
	if (word_is(g, i, "out"))
		return word_is(g, i + 1, "of");
	return word_is(g, i, "in") || word_is(g, i, "over");
}

/* Whether the word at i is a plural behind a ten: twenty-firsts. */
static bool
may_be_ordinals(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	/* what is rare is asked first */
	return i > 0 && (g->atoms[i - 1].dash != DASH_NONE ||
	    atom_has(&g->atoms[i - 1], WORD_TEN)) && s.length > 4 &&
	    s.at[s.length - 1] == 's';
}

/* What sort of a word of the calendar this is, besides HINT_DATE. */
static unsigned
hints_of_date(const struct atom *a)
{
	unsigned hints = 0;

	if (atom_has(a, CALENDAR_UNIT) || atom_has(a, CALENDAR_UNIT_SHORT))
		hints |= HINT_UNIT;
	if (atom_has(a, CALENDAR_MONTH) || atom_has(a, CALENDAR_MONTH_SHORT))
		hints |= HINT_MONTH;
	if (atom_has(a, CALENDAR_SET) || atom_has(a, CALENDAR_TIMES) ||
	    atom_has(a, CALENDAR_TIMES_UNIT) ||
	    atom_has(a, CALENDAR_WEEKDAYS) ||
	    atom_has(a, CALENDAR_WEEKDAY_SET) ||
	    atom_has(a, CALENDAR_WEEKEND_SET) ||
	    (atom_has(a, CALENDAR_PART) && ends_in_s(a->norm)))
		hints |= HINT_SET;	/* Saturday evenings, too */
	if (slice_is(a->norm, "q") || slice_is(a->norm, "h"))
		hints |= HINT_LETTER;
	return hints;
}

/* The hints of a word by itself. */
static unsigned
own_hints(const struct atom *a)
{
	unsigned hints = 0;

	if (atom_has(a, BEGINS_DATE) || atom_has(a, WORD_DECADE))
		hints |= HINT_DATE | hints_of_date(a);
	if (atom_has(a, BEGINS_YEAR) || atom_has(a, WORD_TEEN) ||
	    atom_has(a, WORD_TEN) || atom_has(a, WORD_MAGNITUDE))
		hints |= HINT_YEAR;
	if (atom_has(a, BEGINS_ZONE))
		hints |= HINT_ZONE;
	if (atom_has(a, WORD_ORDINAL) || atom_has(a, WORD_ORDINAL_TEN) ||
	    atom_has(a, WORD_ORDINAL_HUNDRED) || a->joined ||
	    atom_has(a, WORD_ORDINAL_MAGNITUDE) ||
	    atom_has(a, CONTEXT_ORDINAL_END))
		hints |= HINT_ORDINAL;
	if (atom_has(a, WORD_PART))
		hints |= HINT_PART;
	return hints;
}

/* The hints of a word that hang on the words around. */
static unsigned
more_hints(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;
	unsigned hints = 0;

	if (a->holiday_end != 0)
		hints |= HINT_DATE;
	if (a->phrase_end != 0 && class_at(g, i, CONTEXT_PRESENT) != 0)
		hints |= HINT_DATE | hints_of_date(a);
	/* nine a m; 9m is no time */
	if (slice_is(a->norm, "m") && i > 0 && a[-1].kind != ATOM_NUMBER)
		hints |= HINT_DATE;
	if (atom_has(a, BEGINS_THROUGH) && joins_parts(g, i))
		hints |= HINT_PART;
	return hints;
}

/* The hints of what is no word and, as far as numerals go on from it, of the
 * atoms behind it. */
static unsigned
hints_from(const struct atom *a)
{
	unsigned hints = a->holiday_end != 0 ? HINT_DATE : 0;

	switch (a->kind) {
	case ATOM_NUMBER:
		if (a->whole == 4)
			hints |= HINT_YEAR;
		return hints | a[1].hints;
	case ATOM_SIGN:
		return hints | hints_of_sign(a) | a[1].hints;
	case ATOM_PART:
		return hints | HINT_PART | a[1].hints;
	default:
		return hints;
	}
}

static bool
currency_starts(const struct atom *a)
{
	if (atom_has(a, CURRENCY_FIRST) && (a[1].kind == ATOM_SIGN ||
	    atom_has(&a[1], CURRENCY_INNER)))
		return true;
	return atom_has(a, CURRENCY_CODE) && (a->capital ||
	    a->text.length > a->norm.length);
}

/* Whether a word in capitals may be a Roman numeral. */
static bool
may_be_roman(const struct atom *a)
{
	return a->kind == ATOM_WORD && a->upper &&
	    memchr("IVXLCDM", a->text.at[0], 7) != NULL;
}

/* Whether no table lets anything begin or go on at a word, as at most. */
static bool
begins_nothing(const struct atom *a)
{
	return !all_tried && a->kind == ATOM_WORD &&
	    !atom_has(a, BEGINS_ANY) && !a->joined && a->norm.length > 1;
}

/* What a word tells by itself. */
static unsigned
traits_of(const struct atom *a)
{
	unsigned traits = all_tried ? TRAIT_HOLIDAY | TRAIT_START |
	    TRAIT_HINTS : 0;

	if (begins_nothing(a))
		return TRAIT_IDLE;
	if (atom_has(a, WORD_ANY) || atom_has(a, CALENDAR_ANY) ||
	    atom_has(a, BEGINS_THROUGH) || a->joined ||
	    atom_has(a, CONTEXT_ORDINAL_END))
		traits |= TRAIT_PASSES;
	if (atom_has(a, BEGINS_START) || a->joined || may_be_roman(a))
		traits |= TRAIT_STARTS;
	if (atom_has(a, BEGINS_PHRASE))
		traits |= TRAIT_PHRASE;
	if (atom_has(a, BEGINS_HOLIDAY))
		traits |= TRAIT_HOLIDAY;
	if ((traits & TRAIT_HOLIDAY) != 0 && lexicon_find(&lexicon_holidays,
	    a->norm) != LEXICON_NONE)
		traits |= TRAIT_FEAST;
	if (atom_has(a, WORD_ARTICLE) || atom_has(a, BEGINS_MORE) ||
	    atom_has(a, CALENDAR_OPENS) ||
	    atom_has(a, BEGINS_BEFORE) || atom_has(a, CURRENCY_FIRST) ||
	    atom_has(a, CURRENCY_CODE))
		traits |= TRAIT_START;
	if (atom_has(a, BEGINS_THROUGH) || slice_is(a->norm, "m"))
		traits |= TRAIT_HINTS;
	return traits;
}

/* Whether a number may begin at atom i, what follows being known. */
static bool
starts(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	if (all_tried && a->kind != ATOM_OPAQUE)
		return true;
	/* a unit, half, third or dozen must be behind */
	if (atom_has(a, WORD_ARTICLE) && (a[1].traits & TRAIT_IDLE) != 0 &&
	    !may_count(&a[1]))
		return false;
	/* between fields */
	if (atom_has(a, CALENDAR_OPENS) && !atom_has(a, WORD_ANY) &&
	    (a[1].traits & TRAIT_IDLE) != 0 && a->phrase_end == 0 &&
	    a->holiday_end == 0 && !may_count(&a[1]))
		return may_be_roman(a);
	/* days passed */
	if (needs_more(a) && !atom_has(a, BEGINS_CURRENCY) &&
	    !atom_has(a, CALENDAR_UNIT) && (i + 1 == g->count ||
	    !goes_on(&a[1])))
		return may_be_roman(a);
	if (a->kind == ATOM_NUMBER || a->kind == ATOM_PART ||
	    atom_has(a, BEGINS_START) || a->joined || a->holiday_end != 0 ||
	    (a[1].starts && atom_has(a, BEGINS_BEFORE)))
		return true;
	return a->kind == ATOM_WORD && (currency_starts(a) ||
	    may_be_roman(a) || (a->phrase_end != 0 && class_at(g, i,
	    CONTEXT_PRESENT) != 0));
}

/* Whether no phrase goes on behind atom i: a word that is no inner one of any
 * stands there. */
static bool
phrase_ends(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return (unsigned char)a->text.at[0] < 0x80 &&
	    a[1].kind == ATOM_WORD && !may_stand(g, i + 1, INNER);
}

/* As phrase_find; where no phrase goes on only atom i is looked up. */
static size_t
phrase_from(const struct grammar *g, size_t i, const struct lexicon *table,
    size_t *row)
{
	if (!phrase_ends(g, i))
		return phrase_find(g, i, table, row);
	*row = lexicon_find(table, g->atoms[i].norm);
	return *row == LEXICON_NONE ? 0 : i + 1;
}

/* Whether the words at i and behind it are known to begin no phrase of
 * number-context together; what is found out is kept. */
static bool
no_pair(const struct grammar *g, size_t i)
{
	struct number_memory *memory = g->context->memory;
	const struct atom *a = g->atoms + i;
	uint32_t pair = a->row << 16 | (a[1].row + 1), *known;

	if (memory == NULL || a[1].kind != ATOM_WORD || !a[1].space ||
	    a->row >= UINT16_MAX || a[1].row >= UINT16_MAX)
		return false;
	known = &memory->pairs[pair * UINT32_C(2654435761) >>
	    (32 - NUMBER_PAIRS)];
	if (*known == pair)
		return true;
	if (phrase_begins(g, i, &lexicon_number_context))
		return false;
	*known = pair;
	return true;
}

static void
find_phrase(struct grammar *g, size_t i)
{
	const struct lexicon *table = &lexicon_number_vocabulary;
	struct atom *a = &g->atoms[i];
	size_t row;

	a->phrase_end = (uint16_t)phrase_from(g, i, &lexicon_number_context,
	    &row);
	if (a->phrase_end != 0)
		a->phrase = lexicon_set(table, lexicon_find(table,
		    lexicon_cell(&lexicon_number_context, row, 0)));
}

static void
find_holiday(struct grammar *g, size_t i)
{
	struct atom *a = &g->atoms[i];
	size_t row = 0;

	a->holiday_end = (uint16_t)phrase_from(g, i, &lexicon_holidays, &row);
	a->holiday = (uint16_t)row;
}

/* The phrases and the number that may begin at a word, what follows being
 * known. */
static inline void
begin_at_word(struct grammar *g, size_t i)
{
	struct atom *a = &g->atoms[i];
	unsigned traits = a->traits, hints = a->own;
	bool ends = (traits & (TRAIT_PHRASE | TRAIT_HOLIDAY)) != 0 &&
	    phrase_ends(g, i);

	/* what a word alone is, its own classes tell */
	if (all_tried || ((traits & TRAIT_PHRASE) != 0 && !ends &&
	    !no_pair(g, i)))
		find_phrase(g, i);
	if ((traits & TRAIT_HOLIDAY) != 0 && (!ends || (traits &
	    TRAIT_FEAST) != 0))
		find_holiday(g, i);
	if ((traits & TRAIT_HINTS) != 0 || a->phrase_end != 0 ||
	    a->holiday_end != 0)
		hints |= more_hints(g, i);
	if (may_be_ordinals(g, i))
		hints |= HINT_PART;
	if ((traits & TRAIT_PASSES) != 0)
		hints |= a[1].hints;
	a->hints = (uint16_t)hints;
	a->starts = (traits & TRAIT_START) != 0 || a->phrase_end != 0 ||
	    a->holiday_end != 0 ? starts(g, i) :
	    (traits & TRAIT_STARTS) != 0;
}

/* Whether a phrase may begin at an atom that is no word: the class tells it of
 * those of ASCII, which curly apostrophes and dashes are looked up as. */
static bool
may_begin_phrase(const struct atom *a)
{
	if (all_tried || atom_has(a, BEGINS_PHRASE))
		return true;
	return (a->text.at[0] & 0x80) != 0 && (a->dash != DASH_NONE ||
	    slice_is(a->text, "\xE2\x80\x99") ||
	    lexicon_begins(&lexicon_number_context, a->text.at[0]));
}

/* The same of any other atom. */
static void
begin_at(struct grammar *g, size_t i)
{
	struct atom *a = &g->atoms[i];

	if (may_begin_phrase(a))
		find_phrase(g, i);
	if (a->kind == ATOM_NUMBER && (all_tried || atom_has(a,
	    BEGINS_HOLIDAY)))
		find_holiday(g, i);
	a->starts = a->kind == ATOM_SIGN && !all_tried ? atom_has(a,
	    BEGINS_START) || (a[1].starts && atom_has(a, BEGINS_BEFORE)) :
	    starts(g, i);
	a->hints = (uint16_t)hints_from(a);
}

/* What the tables say of an atom that has been read. */
static void
look_up(struct atom *atom)
{
	const struct lexicon *table = &lexicon_number_vocabulary;
	size_t row = lexicon_find(table, atom->norm);

	atom->row = (uint32_t)row;
	atom->set = lexicon_set(table, row);
	if (atom->kind == ATOM_SIGN)
		atom->dash = (uint8_t)dash_of(atom->text);
	else if (atom->kind == ATOM_WORD && atom->norm.length > TEN_LEAST + 2
	    && !atom_has(atom, WORD_ANY))
		atom->joined = begins_joined(atom->norm);
	if (atom->kind != ATOM_WORD)
		return;
	atom->prefixed = unit_has_prefix(atom);
	atom->traits = (uint8_t)traits_of(atom);
	atom->own = (uint16_t)own_hints(atom);
}

static void
remember(struct number_known *known, const struct short_word *key,
    const struct atom *atom)
{
	const struct lexicon *table = &lexicon_number_vocabulary;

	if (table->rows >= UINT16_MAX)
		return;
	*known = (struct number_known){ .first = key->first,
	    .last = key->last, .length = (uint8_t)key->length,
	    .row = (uint16_t)(atom->row + 1),	/* of none 0 */
	    .set = (uint32_t)(atom->set - table->bits),
	    .capital = atom->capital, .upper = atom->upper,
	    .joined = atom->joined, .prefixed = atom->prefixed,
	    .own = atom->own, .traits = atom->traits };
}

static bool
is_known(const struct number_known *known, const struct short_word *key)
{
	return known->first == key->first && known->last == key->last &&
	    known->length == key->length;
}

#define SMALL_ROOM 512	/* bytes of small letters that are asked for at once */

/* Letters of ASCII from a byte of the passage on, at most SHORT_MOST, as small
 * ones. */
static inline struct slice
small(struct grammar *g, size_t start, size_t length)
{
	struct slice text = g->passage->text, letters;
	uint64_t eights[SHORT_MOST / 8];
	size_t i;

	if (g->small_left < sizeof eights) {
		g->small = arena_alloc(g->arena, SMALL_ROOM, 1);
		g->small_left = SMALL_ROOM;
	}
	/* what stands behind may come along */
	if (text.length - start >= sizeof eights)
		memcpy(eights, text.at + start, sizeof eights);
	else
		memcpy(eights, text.at + start, length);
	for (i = 0; i < sizeof eights / sizeof *eights; i++)
		eights[i] |= UINT64_C(0x2020202020202020);
	memcpy(g->small, eights, sizeof eights);
	letters = (struct slice){ g->small, length };
	g->small += length;
	g->small_left -= length;
	return letters;
}

/* The word of these bytes and what the tables say of it, as it was when it was
 * met before. */
static inline void
recall(struct grammar *g, struct atom *atom, size_t start, bool space,
    const struct number_known *known)
{
	struct slice text = { g->passage->text.at + start, known->length };

	*atom = (struct atom){ .start = (uint32_t)start,
	    .end = (uint32_t)(start + text.length),
	    .kind = ATOM_WORD, .capital = known->capital,
	    .upper = known->upper, .joined = known->joined,
	    .prefixed = known->prefixed, .own = known->own,
	    .traits = known->traits, .space = space,
	    .text = text, .norm = known->capital ? small(g, start,
	    text.length) : text, .number = -1,
	    .set = lexicon_number_vocabulary.bits + known->set,
	    .row = (uint32_t)known->row - 1 };	/* of 0 ATOM_UNKNOWN */
}

/* A word of these letters of ASCII, SHORT_MOST at most. */
static void
new_word(struct grammar *g, struct atom *atom, size_t start, size_t stop,
    bool space)
{
	struct slice text = { g->passage->text.at + start, stop - start };
	size_t i, uppers = 0;

	for (i = 0; i < text.length; i++)
		uppers += text.at[i] < 'a';
	*atom = (struct atom){ .start = (uint32_t)start,
	    .end = (uint32_t)stop, .kind = ATOM_WORD, .capital = uppers > 0,
	    .upper = uppers == text.length, .space = space, .text = text,
	    .norm = uppers > 0 ? small(g, start, text.length) : text,
	    .number = -1 };
}

/* Whether a word of so many letters may go on with this byte at a place behind
 * them: as a.m. and o'clock do, or with a letter beyond ASCII, which no mark of
 * U+2000 to U+203F is. */
static inline bool
may_go_on(struct slice text, size_t at, char byte, size_t letters)
{
	if ((byte & 0x80) == 0)
		return letters == 1 && (byte == '.' || byte == '\'');
	return letters == 1 || byte != '\xE2' || at + 1 >= text.length ||
	    text.at[at + 1] != '\x80';
}

/* Reads a word of some letters of ASCII and nothing else; false when there is
 * none. */
static inline bool
read_letters(struct grammar *g, struct atom *atom, size_t start, size_t end,
    bool space)
{
	struct slice text = g->passage->text;
	size_t stop = letters_end(text, start);
	char behind = stop < end ? text.at[stop] : ' ';
	struct short_word key;
	struct number_known *known;

	if (stop == start || stop - start > SHORT_MOST || stop > end ||
	    may_go_on(text, stop, behind, stop - start))
		return false;
	key = short_within(text, start, stop - start);
	known = &g->context->memory->known[short_hash(&key) % NUMBER_KNOWN];
	if (is_known(known, &key)) {
		recall(g, atom, start, space, known);
	} else {
		new_word(g, atom, start, stop, space);
		look_up(atom);
		remember(known, &key, atom);
	}
	atom->dotted = behind == '.';
	return true;
}

/* Reads a sign of ASCII; false when there is no memory for it. */
static bool
read_sign(struct grammar *g, struct atom *atom)
{
	const struct lexicon *table = &lexicon_number_vocabulary;
	struct number_memory *memory = g->context->memory;
	const char *at = g->passage->text.at + atom->start;
	struct number_sign *sign;

	if (memory == NULL)
		return false;
	atom->kind = ATOM_SIGN;
	atom->end = atom->start + 1;
	atom->text = atom->norm = (struct slice){ at, 1 };
	atom->dash = (uint8_t)dash_of(atom->text);
	sign = &memory->signs[(unsigned char)*at];
	if (sign->set == NULL) {
		sign->row = lexicon_find(table, atom->text);
		sign->set = lexicon_set(table, sign->row);
	}
	atom->row = (uint32_t)sign->row;
	atom->set = sign->set;
	return true;
}

/* Reads the atom at its start, which is an opaque token's to its end or, with
 * 0, none. */
static void
read_any(struct grammar *g, struct atom *atom, size_t end, size_t opaque)
{
	struct slice text = g->passage->text;

	if (opaque > atom->start) {
		atom->kind = ATOM_OPAQUE;
		atom->end = (uint32_t)(opaque > end ? end : opaque);
	} else if (ascii_kind(text.at[atom->start]) == '.' &&
	    read_sign(g, atom)) {
		return;
	} else {
		read_atom(g, atom, end);
	}
	atom->text = (struct slice){ text.at + atom->start,
	    atom->end - atom->start };
	if (atom->kind != ATOM_WORD)
		atom->norm = atom->text;
	look_up(atom);
}

/* The first token from this one on that holds no numbers. */
static size_t
next_opaque(const struct passage *p, size_t token, size_t last)
{
	while (token < last && p->tokens[token].label < TOKEN_URL)
		token++;
	return token;
}

/* Nothing but tables and noise has more atoms in a sentence: it is cut at a
 * blank behind so many, at the latest behind these, and memory has a bound. */
#define PART_ATOMS 1000
#define PART_MOST 1024

/* Which atoms are not idle. */
struct busy {
	uint16_t at[PART_MOST];
	size_t count;
};

/* Room for the atoms of so many bytes, and one. */
static void
make_room(struct grammar *g, size_t bytes)
{
	g->atoms = arena_grow(g->arena, g->atoms, 0, &g->capacity,
	    (bytes < PART_MOST ? bytes : PART_MOST) + 1, sizeof *g->atoms);
	if (g->memos == NULL)
		g->memos = arena_alloc(g->arena, 1, sizeof *g->memos);
}

static void
forget(struct memos *memos)
{
	size_t i;

	for (i = 0; i < NUMERAL_MEMO; i++)
		memos->numerals[i].i = SIZE_MAX;
	memos->clock.i = memos->relative.i = memos->span.i = SIZE_MAX;
}

/* Whether most words of a heading have capitals. */
static bool
is_titled(const struct grammar *g)
{
	size_t i, capitals = 0, words = 0;

	for (i = 0; i < g->count; i++) {
		const struct atom *a = &g->atoms[i];

		if (a->kind == ATOM_WORD && a->norm.length > 3) {
			words++;
			capitals += a->capital;
		}
	}
	return capitals * 10 >= words * 7;
}

/* Whether an opaque token begins at a byte, its end, else 0; *token moves on to
 * the next of them. */
static size_t
opaque_at(const struct passage *p, size_t *token, size_t last, size_t at)
{
	while (*token < last && p->tokens[*token].start < at)
		*token = next_opaque(p, *token + 1, last);
	return *token < last && p->tokens[*token].start == at ?
	    p->tokens[*token].end : 0;
}

/* Behind white space from a byte on. */
static inline size_t
skip_blanks(struct slice text, size_t at, size_t end)
{
	while (at < end) {
		unsigned char c = (unsigned char)text.at[at];
		size_t blank = 1;

		if (c > ' ' && c < 0x80)
			break;
		if (c != ' ' && (blank = blank_at(text, at, end)) == 0)
			break;
		at += blank;
	}
	return at;
}

/* Which sign of money comes first in a document. */
static void
note_currency(struct number_context *context, const struct atom *a)
{
	if (context->state[STATE_POUND] != 0)
		return;
	if (slice_is(a->text, "$"))
		context->state[STATE_POUND] = '$';
	else if (slice_is(a->text, "\xC2\xA3"))
		context->state[STATE_POUND] = 'P';
}

/* Reads the atoms; those at which something may begin are put into busy.
 * Returns the byte behind the last. */
static size_t
read_atoms(struct grammar *g, size_t at, size_t end, size_t first, size_t last,
    struct busy *busy)
{
	const struct passage *p = g->passage;
	size_t token = next_opaque(p, first, last), count = 0, begun = at;
	bool known = g->context->memory != NULL;

	while ((at = skip_blanks(p->text, at, end)) < end) {
		bool space = at > begun || count == 0;
		size_t opaque = token < last ? opaque_at(p, &token, last, at) :
		    0;
		struct atom *atom = &g->atoms[count];

		if (count >= PART_ATOMS && (space || count == PART_MOST))
			break;
		if (opaque != 0 || !known || !read_letters(g, atom, at, end,
		    space)) {
			*atom = (struct atom){ .start = (uint32_t)at,
			    .space = space, .number = -1 };
			read_any(g, atom, end, opaque);
		}
		at = begun = atom->end;
		if ((atom->traits & TRAIT_IDLE) != 0) {
			atom->starts = may_be_roman(atom);
			atom->hints = may_be_ordinals(g, count) ? HINT_PART :
			    0;
		} else {
			busy->at[busy->count++] = (uint16_t)count;
			if (atom->kind == ATOM_SIGN)
				note_currency(g->context, atom);
		}
		count++;
	}
	g->count = count;
	return at;
}

size_t
atoms_of_sentence(struct grammar *g, size_t start, size_t end, size_t first,
    size_t last)
{
	struct busy busy;
	size_t stop;

	busy.count = 0;
	make_room(g, end - start);
	stop = read_atoms(g, start, end, first, last, &busy);
	forget(g->memos);
	g->titled = g->heading && is_titled(g);
	g->atoms[g->count] = (struct atom){ .start = (uint32_t)stop,
	    .end = (uint32_t)stop, .kind = ATOM_SIGN, .space = true,
	    .number = -1,
	    .row = ATOM_UNKNOWN, .set = lexicon_set(
	    &lexicon_number_vocabulary, LEXICON_NONE) };
	while (busy.count > 0) {
		size_t i = busy.at[--busy.count];

		if (g->atoms[i].kind == ATOM_WORD)
			begin_at_word(g, i);
		else
			begin_at(g, i);
	}
	return stop;
}
