/*
 * part: fractions, ordinals and Roman numerals.
 *
 *	fraction = (a | n | half) part | n / d | n in d
 *	ordinal  = 21st | words whose last is ordinal
 */
#include "numeral.h"

bool
part_value(struct slice sign, int64_t *top, int64_t *bottom)
{
	static const struct {
		const char *sign;
		int top, bottom;
	} parts[] = {
		{ "\xC2\xBC", 1, 4 }, { "\xC2\xBD", 1, 2 },
		{ "\xC2\xBE", 3, 4 }, { "\xE2\x85\x90", 1, 7 },
		{ "\xE2\x85\x91", 1, 9 }, { "\xE2\x85\x92", 1, 10 },
		{ "\xE2\x85\x93", 1, 3 }, { "\xE2\x85\x94", 2, 3 },
		{ "\xE2\x85\x95", 1, 5 }, { "\xE2\x85\x96", 2, 5 },
		{ "\xE2\x85\x97", 3, 5 }, { "\xE2\x85\x98", 4, 5 },
		{ "\xE2\x85\x99", 1, 6 }, { "\xE2\x85\x9A", 5, 6 },
		{ "\xE2\x85\x9B", 1, 8 }, { "\xE2\x85\x9C", 3, 8 },
		{ "\xE2\x85\x9D", 5, 8 }, { "\xE2\x85\x9E", 7, 8 }
	};
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		if (slice_is(sign, parts[i].sign)) {
			*top = parts[i].top;
			*bottom = parts[i].bottom;
			return true;
		}
	return false;
}

size_t
slash_at(const struct grammar *g, size_t i, int64_t *top, int64_t *bottom)
{
	const struct atom *a = g->atoms + i;

	if (i + 2 >= g->count || a[0].number < 0 || a[2].number <= 0 ||
	    !(sign_is(g, i + 1, "/") || sign_is(g, i + 1, "\xE2\x81\x84")) ||
	    a[0].zero || a[2].zero)
		return 0;
	/* 1795 / 1805 only in a cell of a table; 2 / 15 is a day */
	if ((a[1].space || a[2].space) && !(a[1].space && a[2].space &&
	    alone(g, i, i + 3) && (a[0].number > 12 || a[2].number > 31)))
		return 0;
	*top = a[0].number;
	*bottom = a[2].number;
	/* 1/4th, 2/3rds */
	if (!a[3].space && (class_at(g, i + 3, CONTEXT_ORDINAL_END) == i + 4 ||
	    word_is(g, i + 3, "rds") || word_is(g, i + 3, "ths")))
		return i + 4;
	return i + 3;
}

/* Numeral (words or digits) that is whole and small, for n in d. */
static size_t
count_at(const struct grammar *g, size_t i, int64_t *value)
{
	struct numeral n;
	size_t end;

	memset(&n, 0, sizeof n);
	if (i >= g->count)
		return 0;
	if (g->atoms[i].kind == ATOM_NUMBER) {
		*value = g->atoms[i].number;
		return *value >= 0 && !g->atoms[i].zero ? i + 1 : 0;
	}
	end = words_at(g, i, &n);
	if (end == 0)
		return 0;
	*value = decimal_int(n.value);
	return *value >= 0 ? end : 0;
}

static bool
plural(const struct grammar *g, size_t i)
{
	struct slice norm = g->atoms[i].norm;

	return norm.length > 1 && norm.at[norm.length - 1] == 's';
}

/* "fifths" behind a ten: 5, else -1.  Seconds are time but for a hyphen. */
static int64_t
plural_ordinal(const struct grammar *g, size_t i)
{
	struct slice norm = g->atoms[i].norm;
	int64_t value;

	if (i >= g->count || g->atoms[i].kind != ATOM_WORD || !plural(g, i))
		return -1;
	norm.length--;
	value = numeral_class(norm, WORD_ORDINAL);
	if (value == 2 && g->atoms[i].space)
		return -1;
	return value < 10 ? value : -1;
}

/* What is counted by value, which ends at j: fifths, twenty-firsts. */
static size_t
denominator_at(const struct grammar *g, size_t j, int64_t value,
    struct numeral *n)
{
	size_t end = compound_gap(g, j), unit;
	int64_t ten, part;

	if ((ten = word_value(g, end, WORD_TEN)) > 0) {
		unit = compound_gap(g, end + 1);
		if ((part = plural_ordinal(g, unit)) < 0)
			return 0;
		n->top = value;
		n->bottom = ten + part;
		return unit + 1;
	}
	if (end != skip_hyphen(g, j) && !plural(g, end))
		return 0;
	/* a hyphen binds the ten to what follows: one hundred thirty-fifths */
	ten = word_value(g, j - 1, WORD_TEN);
	if (ten > 0 && value > ten && end > j && !g->atoms[end].space &&
	    (part = plural_ordinal(g, end)) > 0) {
		n->top = value - ten;
		n->bottom = ten + part;
		return end + 1;
	}
	part = word_value(g, end, WORD_PART);
	/* the one hundredth visitor; one hundredth of a second */
	if (part >= 100 && value == 1 && !n->article && !plural(g, end) &&
	    !word_is(g, end + 1, "of"))
		return 0;
	if (part <= 0 || (value == 1 && n->article && plural(g, end) &&
	    part != 100))
		return 0;
	if (value != 1 && !plural(g, end) && (part >= 100 ||
	    !(end > j && value < 20)))
		return 0;
	/* twenty-fifth, one hundred sixth */
	if (!plural(g, end) && value >= 20 && part < 100)
		return 0;
	n->top = value;
	n->bottom = part;
	return end + 1;
}

/* in five, out of ten, of every four, over twenty behind value at j */
static size_t
of_at(const struct grammar *g, size_t j, int64_t value, struct numeral *n)
{
	bool in, over = word_is(g, j, "over");
	size_t end;
	int64_t part;

	j = skip_hyphen(g, j);
	in = word_is(g, j, "in");
	if (in || over)
		end = in ? skip_hyphen(g, j + 1) : j + 1;
	else if (word_is(g, j, "out") && word_is(g, j + 1, "of"))
		end = j + 2;
	else if (word_is(g, j, "of") && (word_is(g, j + 1, "every") ||
	    word_is(g, j + 1, "each")))
		end = j + 1;
	else
		return 0;
	if (word_is(g, end, "every") || word_is(g, end, "each"))
		end++;
	j = count_at(g, end, &part);
	if (j == 0 || part <= value || part < 2 || g->atoms[j - 1].grouped ||
	    (part > 1000 && g->atoms[j - 1].kind == ATOM_NUMBER))
		return 0;
	/* one over twenty; "two over 40" are people */
	if (over && (g->atoms[end - 2].kind != ATOM_WORD ||
	    g->atoms[end].kind != ATOM_WORD) && (value != 1 ||
	    (j < g->count && g->atoms[j].kind != ATOM_SIGN)))
		return 0;
	if (in && value != 1 && part != 10 && part != 5 && part != 3 &&
	    part != 4 && part != 100)
		return 0;
	n->top = value;
	n->bottom = part;
	return j;
}

size_t
fraction_at(const struct grammar *g, size_t i, struct numeral *n)
{
	int64_t value = -1;
	size_t end, j;

	memset(n, 0, sizeof *n);
	n->kind = NUMERAL_FRACTION;
	if (!may_begin(g, i, HINT_PART | HINT_MARK))
		return 0;
	end = slash_at(g, i, &n->top, &n->bottom);
	/* the 26/11 attacks */
	if (end != 0 && n->top > 12 && n->top <= 31 && n->bottom <= 12 &&
	    (class_at(g, end, CONTEXT_ATTACK) != 0 || (g->atoms[end].kind ==
	    ATOM_WORD && g->atoms[end].capital)))
		return 0;
	if (end != 0)
		return end;
	if (g->atoms[i].kind == ATOM_PART &&
	    part_value(g->atoms[i].text, &n->top, &n->bottom))
		return i + 1;
	if (g->atoms[i].kind != ATOM_WORD && g->atoms[i].kind != ATOM_NUMBER)
		return 0;
	n->words = true;
	if (word_is(g, i, "half") || word_is(g, i, "quarter")) {
		n->top = 1;
		n->bottom = word_value(g, i, WORD_PART);
		return i + 1;
	}
	j = count_at(g, i, &value);
	if (j == 0) {
		if (!word_has(g, i, WORD_ARTICLE))
			return 0;
		value = 1;
		j = i + 1;
		n->article = true;
	}
	if (word_has(g, skip_hyphen(g, j), WORD_HUNDRED))
		return 0;
	if ((end = denominator_at(g, j, value, n)) != 0)
		return end;
	return n->article || value <= 0 ? 0 : of_at(g, j, value, n);
}

/* The same with a minus sign or "minus" before. */
size_t
signed_fraction_at(const struct grammar *g, size_t i, struct numeral *n)
{
	bool sign = i < g->count && g->atoms[i].space && minus_at(g, i) &&
	    !g->atoms[i + 1].space;
	size_t end;

	if (!sign && class_at(g, i, CONTEXT_MINUS) != i + 1)
		return fraction_at(g, i, n);
	end = fraction_at(g, i + 1, n);
	n->top = -n->top;
	return end;
}

/* High digits and the last width of them, times ten to the power: "two million
 * three hundred" and thousandth. */
static struct decimal
scale_last(const struct grammar *g, struct decimal d, size_t width,
    int64_t power)
{
	struct slice digits = d.digits;
	struct decimal low = d, high;

	if (digits.length <= width)
		return scaled(g, d, power);
	low = decimal_of((struct slice){ digits.at + digits.length - width,
	    width }, g->arena);
	high = decimal_of((struct slice){ digits.at, digits.length - width },
	    g->arena);
	return decimal_add(scaled(g, high, (int64_t)width),
	    scaled(g, low, power), g->arena);
}

/* d modulo 100. */
int64_t
last_two(struct decimal d)
{
	size_t n = d.digits.length;

	return (n > 1 ? 10 * (d.digits.at[n - 2] - '0') : 0) +
	    d.digits.at[n - 1] - '0';
}

/* 1..99 as an ordinal: fifth, twentieth, twenty-fifth. */
static size_t
small_ordinal_at(const struct grammar *g, size_t i, int64_t *value)
{
	int64_t unit;
	size_t k;

	if ((*value = word_value(g, i, WORD_ORDINAL)) >= 0 ||
	    (*value = word_value(g, i, WORD_ORDINAL_TEN)) >= 0 ||
	    (*value = joined_value(g, i, WORD_ORDINAL)) >= 0)
		return i + 1;
	if ((*value = word_value(g, i, WORD_TEN)) < 0)
		return 0;
	k = compound_gap(g, i + 1);
	unit = word_value(g, k, WORD_ORDINAL);
	if (unit <= 0 || unit > 9)
		return 0;
	*value += unit;
	return k + 1;
}

static size_t ordinal_words_at(const struct grammar *g, size_t i,
    struct numeral *n);

/* ", three hundredth" behind a head with thousands that ends at k */
static size_t
behind_comma_at(const struct grammar *g, size_t k, struct decimal head,
    struct numeral *n)
{
	struct numeral tail = { 0 };
	size_t end, i, length = head.digits.length;

	if (!sign_is(g, k, ",") || head.scale > 0 || length < 4)
		return 0;
	end = words_at(g, k + 1, &tail);
	if (end == 0 || (!word_has(g, compound_gap(g, end),
	    WORD_ORDINAL_HUNDRED) && !word_has(g, compound_gap(g, end),
	    WORD_ORDINAL_MAGNITUDE)))
		return 0;
	end = ordinal_words_at(g, k + 1, &tail);
	for (i = 1; i <= tail.value.digits.length && i <= length; i++)
		if (head.digits.at[length - i] != '0')
			return 0;
	n->value = decimal_add(head, tail.value, g->arena);
	return end;
}

/* twenty-first, one hundred and fifth, two millionth */
static size_t
ordinal_words_at(const struct grammar *g, size_t i, struct numeral *n)
{
	struct numeral head = { 0 };
	size_t k = words_at(g, i, &head), j, end;
	int64_t power, value, below;

	if (k == 0 && !number_word(g, i))
		return 0;
	if (k == 0) {
		k = word_value(g, i, WORD_ARTICLE) < 0 ? i : i + 1;
		head.value = of_int(g, 1);
	}
	j = compound_gap(g, k);
	if ((power = word_value(g, j, WORD_ORDINAL_HUNDRED)) >= 0 ||
	    (power = word_value(g, j, WORD_ORDINAL_MAGNITUDE)) >= 0) {
		n->value = scale_last(g, head.value, power == 2 ? 2 : 3,
		    power);
		return j + 1;
	}
	if (k <= i + word_has(g, i, WORD_ARTICLE) || head.value.scale > 0)
		return 0;
	if ((end = behind_comma_at(g, k, head.value, n)) != 0)
		return end;
	if (word_is(g, j, "and"))
		j = skip_hyphen(g, j + 1);
	end = small_ordinal_at(g, j, &value);
	if (end == 0 || value == 0)
		return 0;
	/* 20 + 1..9; 100 + 1..99 */
	below = last_two(head.value);
	if (below == 0 ? value > 99 : below % 10 != 0 || below < 20 ||
	    value > 9)
		return 0;
	n->value = decimal_add(head.value, of_int(g, value), g->arena);
	return end;
}

size_t
ordinal_at(const struct grammar *g, size_t i, struct numeral *n)
{
	const struct atom *a = g->atoms + i;
	int64_t value;
	size_t end;

	memset(n, 0, sizeof *n);
	n->kind = NUMERAL_ORDINAL;
	if (!may_begin(g, i, HINT_ORDINAL))
		return 0;
	if (a->kind == ATOM_NUMBER) {
		if (a->point || g->atoms[i + 1].space || a->number < 1 ||
		    (a->zero && a->whole > 2) ||
		    class_at(g, i + 1, CONTEXT_ORDINAL_END) != i + 2)
			return 0;
		n->value = a->value;
		return i + 2;
	}
	n->words = true;
	end = small_ordinal_at(g, i, &value);
	if (end != 0) {
		n->value = of_int(g, value);
		return end;
	}
	return ordinal_words_at(g, i, n);
}

int64_t
roman_value(struct slice s)
{
	static const struct {
		const char *letters;
		int value;
	} steps[] = {
		{ "M", 1000 }, { "CM", 900 }, { "D", 500 }, { "CD", 400 },
		{ "C", 100 }, { "XC", 90 }, { "L", 50 }, { "XL", 40 },
		{ "X", 10 }, { "IX", 9 }, { "V", 5 }, { "IV", 4 }, { "I", 1 }
	};
	size_t at = 0, i, repeat;
	int64_t value = 0;

	for (i = 0; i < sizeof steps / sizeof *steps; i++) {
		size_t n = strlen(steps[i].letters);

		for (repeat = 0; repeat < 3 && s.length - at >= n &&
		    memcmp(s.at + at, steps[i].letters, n) == 0; repeat++) {
			value += steps[i].value;
			at += n;
			if (n == 2 || steps[i].value == 5 ||
			    steps[i].value == 50 || steps[i].value == 500)
				break;
		}
	}
	return at == s.length && value > 0 ? value : -1;
}
