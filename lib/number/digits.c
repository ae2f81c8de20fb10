/*
 * digits: numerals whose first part is digits.
 *
 *	digits = plain [suffix | magnitude* [and digits]]
 *	plain  = number [[and] part] | number exponent | part
 */
#include "amount.h"
#include "numeral.h"

extern const struct lexicon lexicon_currencies;

/* .25 behind a blank or a currency's sign, or a minus */
static size_t
bare_point_at(const struct grammar *g, size_t i, int flags, struct numeral *n)
{
	if (!sign_is(g, i, ".") || g->atoms[i + 1].kind != ATOM_NUMBER ||
	    g->atoms[i + 1].space || g->atoms[i + 1].point ||
	    !(g->atoms[i].space || flags != 0))
		return 0;
	n->value = decimal_of(join(g->arena, slice_of("."), "",
	    g->atoms[i + 1].text), g->arena);
	return i + 2;
}

#define GROUPED_DIGITS 40	/* as many as are joined */

/* 10 000 000: groups of three, one blank apart. */
static size_t
blank_groups_at(const struct grammar *g, size_t i, struct numeral *n)
{
	const struct atom *a = g->atoms + i;
	char digits[GROUPED_DIGITS + 20];
	size_t length = a->text.length, j = i + 1;

	if (a->point || a->grouped || a->zero || a->whole > 3)
		return j;
	memcpy(digits, a->text.at, length);
	while (j < g->count && g->atoms[j].kind == ATOM_NUMBER &&
	    g->atoms[j].space && g->atoms[j].whole == 3 &&
	    !g->atoms[j].grouped && length < GROUPED_DIGITS &&
	    g->atoms[j].text.length < 20 && !sign_is(g, j + 1, "/") &&
	    g->atoms[j].start == g->atoms[j - 1].end + 1) {
		memcpy(digits + length, g->atoms[j].text.at,
		    g->atoms[j].text.length);
		length += g->atoms[j].text.length;
		j++;
		if (g->atoms[j - 1].point)
			break;
	}
	if (j > i + 1)
		n->value = decimal_of((struct slice){ digits, length },
		    g->arena);
	return j;
}

/* A superscript digit or minus; its ASCII, else 0. */
static char
superscript(int32_t c)
{
	switch (c) {
	case 0x207B:
		return '-';
	case 0xB9:
		return '1';
	case 0xB2:
	case 0xB3:
		return (char)('0' + c - 0xB0);
	default:
		return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ?
		    (char)('0' + c - 0x2070) : '\0';
	}
}

#define MOST_POWER 300

/* ^6, ^-6 behind a base that ends at i; behind a ten ⁶, and where it has a
 * factor -6, raised before the text was made plain. */
static size_t
exponent_at(const struct grammar *g, size_t i, bool ten, bool factor,
    int64_t *power)
{
	size_t j = i;
	bool minus = false;
	int64_t value = 0;

	if (i >= g->count || g->atoms[i].space)
		return 0;
	if (sign_is(g, i, "^"))
		j++;
	if (j > i || factor) {
		if (minus_at(g, j)) {
			minus = true;
			j++;
		}
		value = g->atoms[j].number;
		if (j > i && g->atoms[j].kind == ATOM_NUMBER &&
		    !g->atoms[j].space && value >= 0 && value <= MOST_POWER) {
			*power = minus ? -value : value;
			return j + 1;
		}
	}
	if (!ten)
		return 0;
	value = 0;
	for (j = i; j < g->count && g->atoms[j].kind == ATOM_SIGN &&
	    !g->atoms[j].space && value <= MOST_POWER; j++) {
		size_t at = 0;
		char c = superscript(utf8_next(g->atoms[j].text, &at));

		if (c == '\0')
			break;
		if (c == '-')
			minus = true;
		else
			value = value * 10 + (c - '0');
	}
	if (j == i || value > MOST_POWER)
		return 0;
	*power = minus ? -value : value;
	return j;
}

/* e13, E-4, x10^-4, × 10⁶ behind a mantissa that ends at i */
static size_t
ten_power_at(const struct grammar *g, size_t i, int64_t *power)
{
	size_t j = i + 1;
	bool minus = false;

	if (word_is(g, i, "e") && !g->atoms[i].space) {
		if (!g->atoms[j].space && (minus_at(g, j) ||
		    sign_is(g, j, "+"))) {
			minus = minus_at(g, j);
			j++;
		}
		*power = g->atoms[j].number;
		if (g->atoms[j].kind != ATOM_NUMBER || g->atoms[j].space ||
		    *power < 0 || *power > MOST_POWER)
			return 0;
		if (minus)
			*power = -*power;
		return j + 1;
	}
	if (!(word_is(g, i, "x") || word_is(g, i, "times") ||
	    sign_is(g, i, "\xC3\x97") || sign_is(g, i, "*")) ||
	    g->atoms[j].kind != ATOM_NUMBER || g->atoms[j].number != 10)
		return 0;
	return exponent_at(g, j + 1, true, true, power);
}

/* Base to the power. */
static struct decimal
raised(const struct grammar *g, struct decimal base, int64_t power)
{
	struct decimal product = of_int(g, 1), inverse;
	int64_t k, whole;

	for (k = power < 0 ? -power : power; k > 0; k--)
		product = decimal_multiply(product, base, g->arena);
	if (power >= 0)
		return product;
	/* 1 / (digits / 10^scale) */
	whole = decimal_int(scaled(g, product, (int64_t)product.scale));
	if (whole <= 0 || !(decimal_divide(scaled(g, of_int(g, 1),
	    (int64_t)product.scale), whole, 15, &inverse, g->arena) ||
	    whole <= INT32_MAX))
		return base;
	return inverse;
}

#define MOST_FACTORS 32
#define MOST_BASE 8	/* digits */

/* 6.2e-4, 6.2x10^-4, 1.1^23 */
static size_t
scientific_at(const struct grammar *g, size_t j, struct numeral *n)
{
	int64_t power;
	size_t end = ten_power_at(g, j, &power);

	if (end != 0) {
		n->value = scaled(g, n->value, power);
		return end;
	}
	end = exponent_at(g, j, decimal_int(n->value) == 10, false, &power);
	if (end == 0 || power > MOST_FACTORS || power < -MOST_FACTORS ||
	    n->value.digits.length > MOST_BASE || decimal_zero(n->value))
		return 0;
	n->value = raised(g, n->value, power);
	return end;
}

/* 5,5 million, EUR 3,50: a comma for the point, as no group has two digits */
static size_t
comma_decimal_at(const struct grammar *g, size_t i, int flags,
    struct numeral *n)
{
	const struct atom *a = g->atoms + i;
	size_t end = i + 3;

	if (end > g->count || a->number < 0 || a->grouped || a->zero || a->whole
	    > 3 || !sign_is(g, i + 1, ",") || a[1].space || a[2].kind !=
	    ATOM_NUMBER || a[2].space || a[2].point || a[2].whole > 2 ||
	    sign_is(g, end, ",") || !((flags & NUMERAL_MONEY) || word_has(g,
	    end, WORD_MAGNITUDE) || class_at(g, end, CONTEXT_PERCENT) != 0))
		return 0;
	n->value = decimal_of(join(g->arena, a->text, ".", a[2].text),
	    g->arena);
	return end;
}

/* The digits and what is glued to them: 3½, 3 1/2, 6e4; not m, k. */
static size_t
plain_digits_at(const struct grammar *g, size_t i, int flags,
    struct numeral *n)
{
	int64_t top, bottom;
	size_t j, k;

	n->value = of_int(g, 0);
	if (g->atoms[i].kind == ATOM_PART)
		j = i;
	else if ((j = bare_point_at(g, i, flags, n)) != 0)
		;
	else if (g->atoms[i].kind == ATOM_NUMBER) {
		n->value = g->atoms[i].value;
		j = blank_groups_at(g, i, n);
	} else {
		return 0;
	}
	if ((k = scientific_at(g, j, n)) != 0 ||
	    (k = comma_decimal_at(g, i, flags, n)) != 0)
		return k;
	if (j < g->count && g->atoms[j].kind == ATOM_PART &&
	    part_value(g->atoms[j].text, &top, &bottom)) {
		if (j == i && !decimal_divide(of_int(g, top), bottom, 12,
		    &n->value, g->arena)) {
			n->kind = NUMERAL_FRACTION;
			n->top = top;
			n->bottom = bottom;
			return j + 1;
		}
		/* $4.41¾: of a cent */
		if (j > i && (flags & NUMERAL_MONEY) && n->value.scale == 2) {
			struct decimal cents = scaled(g, n->value, 2);

			add_part(g, &cents, top, bottom);
			n->value = scaled(g, cents, -2);
		} else if (j > i) {
			add_part(g, &n->value, top, bottom);
		}
		return j + 1;
	}
	if (g->atoms[j - (j > i)].number >= 0 && j < g->count &&
	    ((g->atoms[j].space && (k = slash_at(g, j, &top, &bottom)) != 0) ||
	    (hyphen_at(g, j, true) && (k = slash_at(g, j + 1, &top, &bottom))
	    != 0)) && (top < bottom || alone(g, i, k)) && bottom <= 64 &&
	    !sign_is(g, k, "/")) {
		add_part(g, &n->value, top, bottom);
		return k;
	}
	if ((k = and_part_at(g, j, &top, &bottom)) != 0) {
		add_part(g, &n->value, top, bottom);
		return k;
	}
	return j;
}

#define METRES_ATOMS 16	/* how far off metres or millions are told */

/* Whether length or sport is spoken of around the m at j. */
static bool
metres_around(const struct grammar *g, size_t j)
{
	size_t k = j > METRES_ATOMS ? j - METRES_ATOMS : 0;

	if (j + 1 < g->count && (hyphen_at(g, j + 1, false) ||
	    class_at(g, j + 1, CONTEXT_METRES_BEHIND) != 0))
		return true;
	for (; k < j + METRES_ATOMS && k < g->count; k++)
		if (class_at(g, k, CONTEXT_METRES) != 0)
			return true;
	return false;
}

/* Whether a sum of money stands around the m at j, or what is told in
 * millions: turnover, visitors. */
static bool
sum_around(const struct grammar *g, size_t j)
{
	size_t k = j > METRES_ATOMS ? j - METRES_ATOMS : 0, row;

	for (; k < j + METRES_ATOMS && k + 1 < g->count; k++)
		if (class_at(g, k, CONTEXT_MILLIONS) != 0 ||
		    (g->atoms[k + 1].kind == ATOM_NUMBER &&
		    !g->atoms[k + 1].space &&
		    currency_at(g, k, "slc", &row) == k + 1))
			return true;
	return false;
}

/* rose to 1.2m, up from 900m, tripled to 3m: the digits begin at i */
static bool
changed_before(const struct grammar *g, size_t i)
{
	size_t back;

	if (i < 2 || !(word_is(g, i - 1, "to") || word_is(g, i - 1, "from")))
		return false;
	for (back = 2; back <= 5 && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_CHANGE) != 0)
			return true;
	return false;
}

#define COUNTED_WORDS 3	/* words from an m to what is counted */

/* 4.5m paying users, 3.5m low-income families; not 5m tall trees */
static bool
counted_behind(const struct grammar *g, size_t end)
{
	size_t k;

	if (class_at(g, end, CONTEXT_METRES_BEHIND) != 0)
		return false;
	for (k = end; k <= end + COUNTED_WORDS && k < g->count; k++) {
		if (hyphen_at(g, k, true))
			continue;
		if (g->atoms[k].kind != ATOM_WORD || class_at(g, k,
		    CONTEXT_NONNOUN) != 0)
			return false;
		if (class_at(g, k, CONTEXT_MILLION_OF) != 0)
			return true;
	}
	return false;
}

/* Whether the m at j, glued to the digits from i on, is a million. */
static bool
million_at(const struct grammar *g, size_t i, size_t j)
{
	size_t end = j + 1, row;
	bool word = end < g->count && g->atoms[end].kind == ATOM_WORD &&
	    g->atoms[end].space;

	/* 22m people, 1.5m tonnes, 30m baht, 15m SEK; 100m hurdles */
	if (word && (counted_behind(g, end) || currency_at(g, end, "w", &row)
	    != 0 || (currency_at(g, end, "c", &row) != 0 &&
	    g->atoms[end].upper && !slice_is(lexicon_cell(
	    &lexicon_currencies, row, 2), "code-word"))))
		return true;
	if (!(end >= g->count || g->atoms[end].kind == ATOM_SIGN || (word &&
	    (class_at(g, end, CONTEXT_NONNOUN) != 0 || class_at(g, end,
	    CONTEXT_PAST) !=
	    0 || atom_has(&g->atoms[end], CALENDAR_ANY)))) ||
	    metres_around(g, j))
		return false;
	/* 2.5m x 1.2m */
	if (i > 1 && (word_is(g, i - 1, "x") || word_is(g, i - 1, "by") ||
	    sign_is(g, i - 1, "\xC3\x97")) && word_is(g, i - 2, "m"))
		return false;
	/* the 800m is run */
	if (word_is(g, i - 1, "the"))
		return false;
	return changed_before(g, i) || sum_around(g, j);
}

/* m, k, bn, G glued to the digits; sets power. */
static bool
suffix_at(const struct grammar *g, size_t i, size_t j, int flags,
    struct numeral *n, int64_t *power)
{
	const struct atom *a = g->atoms + j;
	bool money = (flags & NUMERAL_MONEY) != 0;

	if ((*power = word_value(g, j, WORD_SHORT)) >= 0)
		return true;
	/* $33million */
	if ((*power = word_value(g, j, WORD_MAGNITUDE)) >= 3)
		return true;
	/* 5K followers; a 5K, 4K */
	if (a->text.length == 1 && a->capital && word_value(g, j, WORD_LETTER)
	    ==
	    3 && n->value.digits.length < 2 && !money) {
		*power = 3;
		return g->atoms[j + 1].space && plural_at(g, j + 1);
	}
	if ((*power = word_value(g, j, WORD_LETTER_ALONE)) >= 0)
		return a->capital && alone(g, i, j + 1);
	if ((*power = word_value(g, j, WORD_LETTER)) < 0)
		return false;
	n->meter = *power != 3;
	if (money)
		return true;
	if (*power == 6 && !a->capital && million_at(g, i, j)) {
		n->meter = false;
		return true;
	}
	if (n->meter)
		return *power == 9 ? n->value.scale > 0 : a->capital &&
		    *power <= 6 && a->text.length == 1;
	return true;
}

/* 4 thousand 3 hundred and 21, 6 crore and two hundred, behind digits with
 * a magnitude that end at j */
static size_t
more_digits_at(const struct grammar *g, size_t j, int depth, struct numeral *n)
{
	struct numeral rest = { 0 };
	bool and = word_is(g, j, "and"), fits;
	size_t end = j + and;

	if (end >= g->count || depth >= 8)
		return 0;
	if (g->atoms[end].kind == ATOM_NUMBER)
		end = digits_at(g, end, 0, depth + 1, &rest);
	else
		end = and ? words_at(g, end, &rest) : 0;
	if (end == 0 || rest.kind != NUMERAL_PLAIN || rest.suffix ||
	    rest.article || decimal_zero(rest.value) ||
	    decimal_compare(rest.value, scaled(g, of_int(g, 1), n->power)) >= 0)
		return 0;
	fits = rest.power >= 2 || rest.sum || (and && n->power == 2) ||
	    (and && rest.words && rest.value.digits.length >= 3 &&
	    (end >= g->count || g->atoms[end].kind == ATOM_SIGN));
	if (!fits)
		return 0;
	n->value = decimal_add(n->value, rest.value, g->arena);
	n->power = 0;
	n->sum = true;
	n->mantissa = n->value;
	return end;
}

size_t
digits_at(const struct grammar *g, size_t i, int flags, int depth,
    struct numeral *n)
{
	struct decimal part;
	int64_t power;
	size_t j = plain_digits_at(g, i, flags, n), k;

	if (j == 0)
		return 0;
	n->mantissa = n->value;
	n->bare = j;
	if (n->kind == NUMERAL_FRACTION)
		return j;
	if (j < g->count && g->atoms[j].kind == ATOM_WORD &&
	    !g->atoms[j].space) {
		n->suffix = suffix_at(g, i, j, flags, n, &power);
		if (!n->suffix) {
			n->meter = false;
			return j;
		}
		n->power = (int)power;
		n->value = scaled(g, n->value, power);
		return j + 1;
	}
	if (((flags & NUMERAL_MONEY) || alone(g, i, j + 1)) &&
	    (power = word_value(g, j, WORD_LETTER)) >= 0 && (power > 3 ?
	    !g->atoms[j].capital || !(flags & NUMERAL_MONEY) :
	    !(flags & NUMERAL_MONEY))) {
		n->power = (int)power;
		n->value = scaled(g, n->value, power);
		return j + 1;
	}
	k = skip_hyphen(g, j);
	if (word_has(g, k, WORD_HUNDRED)) {
		n->power = 2;
		j = k + 1;
	}
	k = magnitudes_at(g, j, &power);
	if (k != 0) {
		n->power += (int)power;
		j = k;
	}
	if (k == 0 && n->power == 0 && (k = skip_hyphen(g, j)) != 0 &&
	    dozen_at(g, k, false)) {
		n->value = decimal_trim(decimal_multiply(n->value,
		    of_int(g, 12), g->arena));
		n->mantissa = n->value;
		return k + 1;
	}
	n->value = scaled(g, n->value, n->power);
	/* 3 million and a half */
	if (n->power >= 3 && word_is(g, j, "and") && (k = part_words_at(g,
	    j + 1, &part, n->power)) != 0 && !word_is(g, k, "of")) {
		n->value = n->mantissa = decimal_add(n->value, part, g->arena);
		n->power = 0;
		return k;
	}
	k = n->power >= 2 ? more_digits_at(g, j, depth, n) : 0;
	return k != 0 ? k : j;
}
