/*
 * si: a value with a UCUM unit in coherent SI units, so that miles and
 * kilometres sort together.
 *
 *	unit = ['/'] term {('.' | '/') term}
 *	term = [prefix] atom [exponent] | number | 10*exponent | '(' unit ')'
 *
 * Factors are in unit-si.tsv.  Exact where the factor is, else to 15 digits.
 * No result where a part is not in the table (bytes, {beats}) or the value is
 * vague.
 *
 * Of temperatures the zero is shifted, but not of their differences.
 *
 * Bugs: a factor whose divisor has more than 17 digits gives no result.
 */
#include "../ascii.h"
#include "grammar.h"

extern const struct lexicon lexicon_unit_si;
extern const struct lexicon lexicon_unit_prefixes;

#define MOST_POWER 30

/* top / bottom; what is added to a value before */
struct factor {
	struct decimal top, bottom, added;
	bool shifted;
};

struct parser {
	struct slice unit;
	size_t at;
	size_t terms;
	struct arena *arena;
};

static struct decimal
one(struct arena *arena)
{
	return decimal_of_int(1, arena);
}

static void
times(struct factor *f, struct decimal top, struct decimal bottom,
    struct arena *arena)
{
	f->top = decimal_multiply(f->top, top, arena);
	f->bottom = decimal_multiply(f->bottom, bottom, arena);
}

/* The ten's power of a metric prefix, of its UCUM code; false: none. */
static bool
prefix_power(struct slice code, int *power, struct arena *arena)
{
	const struct lexicon *table = &lexicon_unit_prefixes;
	size_t row = lexicon_find(table, join(arena, slice_of("="), "", code));
	struct slice text;
	bool minus;

	if (row == LEXICON_NONE)
		return false;
	text = lexicon_cell(table, row, 2);
	if (text.length == 0)
		return false;
	minus = text.at[0] == '-';
	text.at += minus;
	text.length -= minus;
	*power = (int)slice_int(text);
	if (minus)
		*power = -*power;
	return true;
}

/* "5/9" or "0.3048" */
static void
read_factor(struct factor *f, struct slice text, struct arena *arena)
{
	const char *slash = memchr(text.at, '/', text.length);
	size_t length = slash == NULL ? text.length :
	    (size_t)(slash - text.at);

	f->top = decimal_of((struct slice){ text.at, length }, arena);
	f->bottom = slash == NULL ? one(arena) : decimal_of((struct slice){
	    slash + 1, text.length - length - 1 }, arena);
}

static bool
read_atom(struct factor *f, struct slice name, struct arena *arena)
{
	const struct lexicon *table = &lexicon_unit_si;
	size_t row = lexicon_find(table, name), cut;
	struct slice added;
	int power = 0;

	for (cut = 1; row == LEXICON_NONE && cut <= 2 && cut < name.length;
	    cut++) {
		row = lexicon_find(table, (struct slice){ name.at + cut,
		    name.length - cut });
		if (row != LEXICON_NONE && (!slice_is(lexicon_cell(table, row,
		    2), "metric") || !prefix_power((struct slice){ name.at,
		    cut }, &power, arena)))
			row = LEXICON_NONE;
	}
	if (row == LEXICON_NONE)
		return false;
	read_factor(f, lexicon_cell(table, row, 1), arena);
	f->top = decimal_shift(f->top, power, arena);
	added = lexicon_cell(table, row, 3);
	f->shifted = added.length > 0;
	f->added = decimal_of(added, arena);
	return true;
}

/* The end of an atom with its exponent; brackets hide points and digits. */
static size_t
term_end(const struct parser *p)
{
	size_t end = p->at;
	bool inside = false;

	for (; end < p->unit.length; end++) {
		char c = p->unit.at[end];

		inside = c == '[' || (inside && c != ']');
		if (!inside && (c == '.' || c == '/' || c == ')'))
			break;
	}
	return end;
}

static bool unit_factor(struct parser *p, struct factor *f);

static bool
term_factor(struct parser *p, struct factor *f)
{
	struct slice text;
	struct factor atom = { .shifted = false };
	size_t end, k;
	int64_t exponent = 1;

	p->terms++;
	if (p->at < p->unit.length && p->unit.at[p->at] == '(') {
		p->at++;
		if (!unit_factor(p, f) || p->at >= p->unit.length)
			return false;
		p->at++;
		return true;
	}
	end = term_end(p);
	text = (struct slice){ p->unit.at + p->at, end - p->at };
	p->at = end;
	f->bottom = one(p->arena);
	if (text.length > 3 && memcmp(text.at, "10*", 3) == 0) {
		exponent = slice_int((struct slice){ text.at + 3,
		    text.length - 3 });
		f->top = decimal_shift(one(p->arena), (int)exponent, p->arena);
		return exponent >= 0 && exponent <= MOST_POWER;
	}
	if (slice_int(text) > 0) {
		f->top = decimal_of(text, p->arena);
		return true;
	}
	if (text.length > 1 && is_digit(text.at[text.length - 1])) {
		exponent = text.at[--text.length] - '0';
		p->terms++;	/* no offset of a power */
	}
	if (!read_atom(&atom, text, p->arena))
		return false;
	f->top = f->bottom;
	for (k = 0; k < (size_t)exponent; k++)
		times(f, atom.top, atom.bottom, p->arena);
	f->added = atom.added;
	f->shifted = atom.shifted;
	return true;
}

static bool
unit_factor(struct parser *p, struct factor *f)
{
	bool below = false;

	f->top = f->bottom = one(p->arena);
	f->shifted = false;
	for (;;) {
		struct factor term = { .shifted = false };

		if (p->at < p->unit.length && p->unit.at[p->at] == '/') {
			below = true;
			p->at++;
		}
		if (!term_factor(p, &term))
			return false;
		if (below)
			times(f, term.bottom, term.top, p->arena);
		else
			times(f, term.top, term.bottom, p->arena);
		f->shifted = term.shifted;
		f->added = term.added;
		if (p->at >= p->unit.length || p->unit.at[p->at] == ')')
			return true;
		below = p->unit.at[p->at] == '/';
		p->at += p->unit.at[p->at] == '.';
	}
}

/* One number; false when it has no SI value.  Of those not written out in
 * digits so many decimals are a quotient that had no end: a third of a pint. */
static bool
convert(struct slice text, const struct factor *f, bool written,
    struct arena *arena, struct slice *result)
{
	struct decimal value = decimal_of(text, arena), quotient;
	int64_t bottom;
	size_t scale = f->bottom.scale;
	bool third = !written && value.scale == SI_DIGITS;

	value.negative = text.at[0] == '-';
	if (f->shifted && !decimal_total(value, f->added, &value, arena))
		return false;
	value = decimal_multiply(value, f->top, arena);
	value = decimal_shift(value, (int)scale, arena);
	bottom = decimal_int(decimal_shift(f->bottom, (int)scale, arena));
	if (bottom <= 0)
		return false;
	if (!decimal_divide(value, bottom, 2 * SI_DIGITS, &quotient, arena)
	    || third)
		quotient = decimal_round(quotient, SI_DIGITS, arena);
	*result = decimal_text(decimal_trim(quotient), arena);
	return true;
}

struct slice
si_text(struct slice value, struct slice unit, bool written, bool difference,
    struct arena *arena)
{
	struct parser p = { unit, 0, 0, arena };
	struct factor f;
	struct slice low, high, none = { "", 0 };
	size_t dots;

	for (dots = 0; dots < value.length; dots++)
		if (value.at[dots] == 'X' || value.at[dots] == '/')
			return none;	/* vague, a fraction */
	if (!unit_factor(&p, &f) || p.at != unit.length)
		return none;
	if (p.terms != 1 || difference)
		f.shifted = false;
	for (dots = 0; dots + 1 < value.length; dots++)
		if (value.at[dots] == '.' && value.at[dots + 1] == '.')
			break;
	if (dots + 1 >= value.length)
		return convert(value, &f, written, arena, &low) ? low : none;
	if (!convert((struct slice){ value.at, dots }, &f, written, arena,
	    &low) || !convert((struct slice){ value.at + dots + 2,
	    value.length - dots - 2 }, &f, written, arena, &high))
		return none;
	return join(arena, low, "..", high);
}
