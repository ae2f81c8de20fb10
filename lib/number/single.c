/*
 * single: one amount: a numeral with its currency or unit, and the smaller
 * units said behind it.
 *
 *	amount = currency numeral | numeral [-] unit [numeral unit]
 *
 * Units are read by unit.c; those said together are in unit-compounds.tsv.
 */
#include "amount.h"
#include "calendar.h"
#include "numeral.h"

extern const struct lexicon lexicon_unit_compounds;
extern const struct lexicon lexicon_currencies;

void
amount_finish(const struct grammar *g, struct amount *a)
{
	a->value = a->factored ? decimal_multiply(a->n.value, a->factor,
	    g->arena) : a->n.value;
	if (a->label == NUMBER_DURATION)
		a->text = duration_text(g, a->value, a->letter, a->times);
}

static size_t compound_at(const struct grammar *g, struct amount *a, size_t i);

/* Takes in what goes on behind the amount that ends at end. */
static size_t
complete(const struct grammar *g, struct amount *a, size_t end)
{
	size_t more;

	amount_finish(g, a);
	more = compound_at(g, a, end);
	a->end = more != 0 ? more : end;
	return a->end;
}

/* Whether a currency's name at i stands before digits: rupees 500. */
static bool
name_before(const struct grammar *g, size_t end, size_t row)
{
	struct amount other;
	struct numeral n;
	size_t stop;

	struct slice name = lexicon_cell(&lexicon_currencies, row, 0);

	/* names of two words (Lebanese pounds) are clear enough */
	if (!(slice_is(lexicon_cell(&lexicon_currencies, row, 2),
	    "word-before") || memchr(name.at, ' ', name.length) != NULL) ||
	    g->atoms[end].kind != ATOM_NUMBER ||
	    !g->atoms[end].space)
		return false;
	/* Euro 2020, a tournament */
	if (g->atoms[end - 1].capital && word_is(g, end - 1, "euro") &&
	    g->atoms[end].whole == 4 && !g->atoms[end].grouped &&
	    g->atoms[end].number >= 1960 && g->atoms[end].number <= 2040)
		return false;
	stop = numeral_at(g, end, NUMERAL_MONEY, &n);
	memset(&other, 0, sizeof other);
	other.n = n;
	return stop != 0 && !hyphen_at(g, stop, false) &&
	    unit_at(g, stop, &other) == 0;
}

#define LEAST_PAID 100	/* COP 30 is a meeting */

/* Whether a code that is a word is money of a small amount, which ends at end:
 * cost COP 450, paid P200; but COP26, ALL 50 STATES. */
static bool
word_paid(const struct grammar *g, size_t i, size_t end,
    const struct numeral *n)
{
	return i > 0 && class_before(g, i, CONTEXT_PAYS) &&
	    !g->atoms[i - 1].upper && decimal_compare(n->value,
	    decimal_of_int(LEAST_PAID, g->arena)) >= 0 && (end >= g->count ||
	    class_at(g, end, CONTEXT_NONNOUN) != 0 ||
	    (g->atoms[end].kind == ATOM_SIGN && !hyphen_at(g, end, false)));
}

/* $5, Rs 20 crore, -$3 */
static size_t
prefixed_at(const struct grammar *g, size_t i, struct amount *a)
{
	size_t j = i, end, stop, row, k;
	struct slice kind;
	struct numeral part;
	struct decimal cent;

	if (hyphen_at(g, i, false) && g->atoms[i].space &&
	    !g->atoms[i + 1].space && g->atoms[i + 1].kind == ATOM_SIGN)
		j++;
	else if (class_at(g, i, CONTEXT_MINUS) == i + 1)
		j++;
	end = currency_at(g, j, "slcw", &row);
	if (end == 0)
		return 0;
	kind = lexicon_cell(&lexicon_currencies, row, 2);
	if (kind.at[0] == 'w' && !name_before(g, end, row))
		return 0;
	stop = numeral_at(g, end, NUMERAL_MONEY, &a->n);
	if (stop == 0 || a->n.article || (a->n.words && (kind.at[0] == 'l' ||
	    g->atoms[j].kind != ATOM_SIGN)))
		return 0;
	/* N500 million, N2,000, N461.5, KD 5 million, but an N95 mask, a QR 3
	 * code */
	if (slice_is(kind, "letters-large") && a->n.power < 3 &&
	    !g->atoms[end].grouped && (g->atoms[end].space ||
	    !g->atoms[end].point) && !(!g->atoms[end].space && word_paid(g, j,
	    stop, &a->n) && money_of_land(g, j, row)))
		return 0;
	if (slice_is(kind, "letters-large") && g->atoms[end].space &&
	    g->atoms[j].text.length < 2)
		return 0;
	if (slice_is(kind, "code-word") && a->n.power < 3 &&
	    !g->atoms[end].grouped && !(g->atoms[end].space && word_paid(g, j,
	    stop, &a->n)))
		return 0;
	if (j > i)
		a->n.value.negative = a->n.mantissa.negative = true;
	a->label = NUMBER_MONEY;
	a->unit = currency_code(g, i, row);
	a->prefixed = true;
	/* $10.43 1/2, $10.43-1/2 a bushel: of a cent */
	k = skip_hyphen(g, stop);
	if (a->n.power == 0 && a->n.value.scale == 2 && g->atoms[k].kind ==
	    ATOM_NUMBER && sign_is(g, k + 1, "/") && (k = fraction_at(g, k,
	    &part)) != 0 && part.top < part.bottom && decimal_divide(
	    decimal_of_int(part.top, g->arena), part.bottom, 4, &cent,
	    g->arena)) {
		a->n.value = a->n.mantissa = decimal_add(a->n.value,
		    decimal_shift(cent, -2, g->arena), g->arena);
		stop = k;
	}
	/* $5 USD, $700 million dollars */
	k = currency_at(g, stop, "wc", &row);
	if (k != 0 && (slice_equal(currency_code(g, i, row), a->unit) ||
	    slice_is(a->unit, g->context->dollar)) &&
	    g->atoms[k].kind != ATOM_NUMBER) {
		a->unit = currency_code(g, i, row);
		stop = k;
	}
	return complete(g, a, stop);
}

#define RATES_ATOMS 12	/* how far from a point the rates may be named */

/* The point of "a quarter point" where rates are spoken of: a percentage
 * point, not one of a game.  Three quarter-point cuts are three. */
static size_t
rate_point_at(const struct grammar *g, size_t first, size_t i,
    const struct numeral *f, struct amount *a)
{
	size_t k = i > RATES_ATOMS ? i - RATES_ATOMS : 0;

	if (!word_is(g, i, "point") || !f->words || (f->top > 1 &&
	    hyphen_at(g, i - 1, true) && !hyphen_at(g, first + 1, true)))
		return 0;
	for (; k < i + RATES_ATOMS && k < g->count; k++)
		if (class_at(g, k, CONTEXT_RATES) != 0) {
			a->label = NUMBER_PERCENT;
			a->unit = slice_of("{pp}");
			return i + 1;
		}
	return 0;
}

/* half a mile, a quarter of a point, tenth of a gallon */
static size_t
part_of_unit_at(const struct grammar *g, size_t i, struct amount *a)
{
	struct numeral f;
	size_t end = fraction_at(g, i, &f), j, k;
	bool of;

	if (end == 0 && word_value(g, i, WORD_PART) > 2 && word_is(g, i + 1,
	    "of") && word_has(g, i + 2, WORD_ARTICLE)) {
		f.top = 1;
		f.bottom = word_value(g, i, WORD_PART);
		f.words = true;
		end = i + 1;
	}
	/* a pressure of 120/80 mmHg is two */
	if (end == 0 || sign_is(g, end, "/") || (!f.words && f.top > f.bottom
	    && f.bottom > 32))
		return 0;
	/* a 1-in-100-year flood */
	for (j = i; j < end; j++)
		if (word_is(g, j, "in") || word_is(g, j, "of"))
			return 0;
	j = skip_hyphen(g, end);
	of = word_is(g, j, "of");
	/* half of one per cent */
	if (of && (word_is(g, j + 1, "one") || g->atoms[j + 1].number == 1) &&
	    class_at(g, j + 2, CONTEXT_PERCENT) != 0)
		j += 2;
	else if (of && word_has(g, j + 1, WORD_ARTICLE))
		j += 2;
	else if (word_has(g, j, WORD_ARTICLE))
		j = skip_hyphen(g, j + 1);
	a->n = f;
	a->n.kind = NUMERAL_PLAIN;
	if (!decimal_divide(decimal_of_int(f.top, g->arena), f.bottom,
	    SI_DIGITS + 1, &a->n.value, g->arena))
		a->n.value = decimal_round(a->n.value, SI_DIGITS, g->arena);
	a->n.mantissa = a->n.value;
	a->n.power = 0;
	k = rate_point_at(g, i, j, &f, a);
	if (k == 0 && j < g->count)
		k = unit_at(g, j, a);
	j = k;
	/* for a third day */
	if (j == 0 || (f.words && f.bottom != 2 && f.bottom != 4 && f.article &&
	    g->atoms[end].kind == ATOM_WORD && !of))
		return 0;
	amount_finish(g, a);
	a->end = j;
	return j;
}

/* 0.25 of a percentage point, 0.7 of a second */
static size_t
of_a_unit_at(const struct grammar *g, size_t i, struct amount *a)
{
	if (a->n.words || a->n.kind != NUMERAL_PLAIN || a->n.value.scale == 0 ||
	    a->n.power != 0 || decimal_compare(a->n.value, decimal_of_int(1,
	    g->arena)) >= 0 || !word_is(g, i, "of") || !word_has(g, i + 1,
	    WORD_ARTICLE))
		return 0;
	return unit_at(g, i + 2, a);
}

/* Whether the numeral at i, which ends at end, may be another one of money: 5m
 * euros, 3,50 euros. */
static bool
money_differs(const struct grammar *g, size_t i, size_t end,
    const struct numeral *n)
{
	const struct atom *a = g->atoms + end;

#ifdef ALL_TRIED
	return true;
#endif
	return n->power != 0 || n->suffix || sign_is(g, i + 1, ",") ||
	    (a->kind == ATOM_WORD && (!a->space || atom_has(a, WORD_LETTER)));
}

/* What stands behind a numeral that ends at end; its suffix may be a unit (m
 * of metres) or a magnitude after all. */
static size_t
behind_numeral(const struct grammar *g, size_t i, size_t end, struct amount *a)
{
	struct numeral whole = a->n, money;
	size_t j = a->n.suffix || end > g->count ? 0 : unit_at(g, end, a), k;

	if (j != 0 || (j = of_a_unit_at(g, end, a)) != 0)
		return j;
	/* 5m euros */
	k = money_differs(g, i, end, &a->n) ? numeral_at(g, i, NUMERAL_MONEY,
	    &money) : 0;
	if (k != 0 && (money.power > 0 || money.suffix)) {
		size_t row, c = currency_at(g, skip_hyphen(g, k), "wcp", &row);

		if (c != 0) {
			a->n = money;
			a->label = NUMBER_MONEY;
			a->unit = currency_code(g, i, row);
			return c;
		}
	}
	if (!a->n.suffix)
		return 0;
	j = unit_at(g, end, a);
	if (j != 0 || a->n.bare == end)
		return j;
	a->n.value = a->n.mantissa;
	a->n.power = 0;
	j = g->atoms[a->n.bare].capital ? 0 : unit_at(g, a->n.bare, a);
	if (j > end)
		return j;
	a->n = whole;
	a->unit = slice_of("");
	return 0;
}

/* Whether "below zero" begins at i. */
static bool
below_zero_at(const struct grammar *g, size_t i)
{
	return word_is(g, i, "below") && word_value(g, i + 1, WORD_UNIT) == 0 &&
	    !(i + 2 < g->count && g->atoms[i + 2].kind == ATOM_NUMBER);
}

/* 20 below zero, 5C below zero: negative, in the unit that was said. */
static size_t
below_zero(const struct grammar *g, struct amount *a, size_t end)
{
	bool degrees = slice_is(a->unit, "deg") || slice_is(a->unit, "Cel") ||
	    slice_is(a->unit, "[degF]");
	struct amount b = { .n.kind = NUMERAL_PLAIN };
	size_t stop;

	if (!below_zero_at(g, end) || a->value.negative || !(a->bare || degrees)
	    || a->n.kind != NUMERAL_PLAIN)
		return end;
	if (a->bare) {
		a->label = NUMBER_QUANTITY;
		a->unit = slice_of("deg");
		a->bare = false;
	}
	a->value.negative = a->n.value.negative = true;
	end += 2;
	stop = slice_is(a->unit, "deg") ? unit_at(g, end, &b) : 0;
	if (stop != 0 && (slice_is(b.unit, "Cel") ||
	    slice_is(b.unit, "[degF]"))) {
		a->unit = b.unit;
		end = stop;
	}
	a->end = end;
	return end;
}

/* one fifty-five dollars: the hundred is not said */
static size_t
hundreds_at(const struct grammar *g, size_t i, struct amount *a)
{
	struct numeral rest;
	int64_t hundreds = word_value(g, i, WORD_UNIT), value;
	size_t end, row;

	if (hundreds <= 0 || i + 1 >= g->count || !g->atoms[i + 1].space ||
	    word_has(g, i - 1, WORD_ANY))
		return 0;
	end = numeral_at(g, i + 1, 0, &rest);
	value = end != 0 && rest.words ? decimal_int(rest.value) : -1;
	if (value < 10 || value > 99 || rest.kind != NUMERAL_PLAIN ||
	    rest.article || rest.power != 0)
		return 0;
	end = currency_at(g, end, "w", &row);
	if (end == 0)
		return 0;
	a->n.words = true;
	a->n.value = a->n.mantissa = decimal_of_int(100 * hundreds + value,
	    g->arena);
	a->label = NUMBER_MONEY;
	a->unit = currency_code(g, i, row);
	return complete(g, a, end);
}

/* A numeral and its unit; without one it is bare. */
static size_t
counted_at(const struct grammar *g, size_t i, struct amount *a)
{
	size_t end = shillings_at(g, i, a), j, k;

	if (end != 0)
		return end;
	end = numeral_at(g, i, 0, &a->n);
	if (end == 0)
		return 0;
	j = behind_numeral(g, i, end, a);
	/* 35-plus hours, 20-odd miles, 30 plus years */
	k = skip_hyphen(g, end);
	if (j == 0 && (word_is(g, k, "plus") || word_is(g, k, "odd")) &&
	    (j = unit_at(g, skip_hyphen(g, k + 1), a)) != 0) {
		a->n.approximate = word_is(g, k, "odd");
		a->n.more = !a->n.approximate;
	}
	if (j != 0 && a->n.kind == NUMERAL_VAGUE) {
		a->value = a->n.value;
		a->end = j;
		return j;
	}
	if (j != 0)
		return below_zero(g, a, complete(g, a, j));
	a->label = NUMBER_CARDINAL;
	a->bare = true;
	a->value = a->n.value;
	a->end = end;
	return below_zero(g, a, end);
}

/* Whether a unit behind an article is a thing: a cup final, a yard in Gdynia;
 * but a cup of flour, a yard away, won by a yard. */
static bool
is_thing(const struct grammar *g, size_t i, size_t end)
{
	return class_at(g, i + 1, CONTEXT_UNIT_THING) == end && !word_is(g,
	    end, "of") && !word_is(g, end, "and") && !word_is(g, end, "or") &&
	    class_at(g, end, CONTEXT_METRES_BEHIND) == 0 &&
	    !(i > 0 && (word_is(g, i - 1, "by") || word_is(g, i - 1,
	    "within")));
}

/* a week, an hour and a half, a dollar, a kg */
static size_t
article_at(const struct grammar *g, size_t i, struct amount *a)
{
	struct numeral f;
	struct decimal d;
	size_t j, k;

	if (!word_has(g, i, WORD_ARTICLE))
		return 0;
	a->n.value = a->n.mantissa = decimal_of_int(1, g->arena);
	a->n.words = true;
	a->n.article = true;
	a->article = true;
	j = unit_at(g, i + 1, a);
	/* a centuries-old rite is of several */
	if (j == 0 || hyphen_at(g, i + 1, true) || is_thing(g, i, j) ||
	    (a->label == NUMBER_DURATION && j == i + 2 && is_plural(g, i + 1))
	    || a->label == NUMBER_PERCENT || (g->atoms[i + 1].text.length < 3 &&
	    a->label != NUMBER_QUANTITY))
		return 0;
	k = word_is(g, j, "and") ? fraction_at(g, j + 1, &f) : 0;
	/* an inch and a half of rain */
	if (k != 0 && f.words && f.bottom <= 4 && (!word_is(g, k, "of") ||
	    a->label == NUMBER_QUANTITY)) {
		decimal_divide(decimal_of_int(f.top, g->arena), f.bottom, 4,
		    &d, g->arena);
		a->n.value = decimal_add(a->n.value, d, g->arena);
		a->article = false;
		j = k;
	}
	amount_finish(g, a);
	k = compound_at(g, a, j);
	if (k != 0)
		a->article = false;
	a->end = k != 0 ? k : j;
	return a->end;
}

size_t
single_at(const struct grammar *g, size_t i, struct amount *a)
{
	static size_t (*const forms[])(const struct grammar *, size_t,
	    struct amount *) = {
		prefixed_at, part_of_unit_at, hundreds_at, counted_at,
		article_at
	};
	size_t k = 0, end, count = sizeof forms / sizeof *forms;

	if (i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    !number_word(g, i) && class_at(g, i, CONTEXT_MINUS) == 0)
		count = 1;	/* only a currency may begin here */
	/* no digits: a currency, a part of no fraction, and the last */
	if (i < g->count && g->atoms[i].kind == ATOM_NUMBER)
		k = may_begin(g, i, HINT_PART | HINT_MARK) ? 1 : 3;
	for (; i < g->count && k < count; k++) {
		memset(a, 0, sizeof *a);
		if ((end = forms[k](g, i, a)) != 0)
			return end;
	}
	memset(a, 0, sizeof *a);
	return 0;
}

/* A number in 1..most at i that ends a clause, or behind which only signs
 * stand. */
static size_t
last_number_at(const struct grammar *g, size_t i, int64_t most,
    struct numeral *n)
{
	size_t end = numeral_at(g, i, 0, n);
	int64_t value = end != 0 ? decimal_int(n->value) : -1;

	if (value < 1 || value > most || n->kind != NUMERAL_PLAIN ||
	    n->sign || n->article || n->suffix || (end < g->count &&
	    (g->atoms[end].kind != ATOM_SIGN || hyphen_at(g, end, false) ||
	    sign_is(g, end, "%") || sign_is(g, end, "/"))))
		return 0;
	return end;
}

/* and 20 cents, 43 (of a dollar) behind an amount of money */
static size_t
minor_at(const struct grammar *g, struct amount *a, size_t i)
{
	size_t j = i, end, row, stop;
	struct numeral n;
	struct decimal part = decimal_of(slice_of("0.01"), g->arena);

	if (a->n.power > 0 || a->value.scale > 0)
		return 0;
	if ((end = shillings_behind(g, i, a)) != 0)
		return end;
	if (sign_is(g, j, ","))
		j++;
	if (word_is(g, j, "and"))
		j++;
	end = numeral_at(g, j, 0, &n);
	stop = end != 0 ? currency_at(g, end, "m", &row) : 0;
	if (stop != 0) {
		part = decimal_of(lexicon_cell(&lexicon_currencies, row, 3),
		    g->arena);
		if (n.kind != NUMERAL_PLAIN || n.suffix ||
		    decimal_int(n.value) < 0 || decimal_int(n.value) > 99)
			return 0;
		/* A$5, 5 cents; 200 euros, 50 pence: two of a list */
		if (sign_is(g, i, ",") && (a->prefixed || !slice_equal(
		    lexicon_cell(&lexicon_currencies, row, 1), a->unit)))
			return 0;
	} else {
		/* 15 dollars 50; $20 43 only in a cell of a table */
		if (sign_is(g, i, ",") || (a->prefixed && (i > 4 ||
		    j == i)) || (stop = last_number_at(g, j, 99, &n)) == 0 ||
		    (!n.words && n.value.digits.length != 2) || (a->prefixed &&
		    stop < g->count))
			return 0;
	}
	a->value = a->n.value = decimal_add(a->value, decimal_multiply(n.value,
	    part, g->arena), g->arena);
	return stop;
}

/* 7 feet 10 [inches]: the smaller unit is added in; its end, or 0 */
static size_t
smaller_at(const struct grammar *g, struct amount *a, const struct amount *b,
    size_t end)
{
	const struct lexicon *table = &lexicon_unit_compounds;
	size_t k = lexicon_find(table, a->unit);

	for (; lexicon_key_is(table, k, a->unit); k++)
		if (slice_equal(lexicon_cell(table, k, 1), b->unit)) {
			a->value = a->n.value = decimal_add(decimal_multiply(
			    a->value, decimal_of(lexicon_cell(table, k, 2),
			    g->arena), g->arena), b->n.value, g->arena);
			a->unit = b->unit;
			return end;
		}
	return 0;
}

/* six foot two, a 5ft 11 forward: the inches are not said */
static size_t
bare_inches_at(const struct grammar *g, struct amount *a, size_t i,
    const struct amount *b, size_t end)
{
	if (!slice_is(a->unit, "[ft_i]") || decimal_int(b->n.value) <= 0 ||
	    decimal_int(b->n.value) >= 12 ||
	    (g->atoms[end].kind == ATOM_WORD && !hyphen_at(g, i - 1, true) &&
	    class_at(g, end, CONTEXT_NONNOUN) == 0 && !word_is(g, end,
	    "tall") && !(i > 2 && g->atoms[i].kind == ATOM_NUMBER &&
	    word_has(g, i - 3, WORD_ARTICLE))) || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	a->value = a->n.value = decimal_add(decimal_multiply(a->value,
	    decimal_of_int(12, g->arena), g->arena), b->n.value, g->arena);
	a->unit = slice_of("[in_i]");
	return end;
}

/* Hours and minutes: the text of the shorter is added; its end, or 0 */
static size_t
shorter_at(const struct grammar *g, struct amount *a, const struct amount *b,
    char *last, size_t end)
{
	static const char order[] = "YMWDHIS";
	struct slice more;
	bool both;

	if (b->label != NUMBER_DURATION || a->times != 1 || b->times != 1 ||
	    *last == '\0' || strchr(order, b->letter) <= strchr(order, *last) ||
	    !fits_behind(b->n.value, b->letter) ||
	    !ends_in_unit(a->text, *last))
		return 0;
	more = duration_text(g, b->n.value, b->letter, b->times);
	both = strchr("HIS", b->letter) != NULL &&
	    strchr("HIS", *last) != NULL;
	more.at += both ? 2 : 1;
	more.length -= both ? 2 : 1;
	a->text = join(g->arena, a->text, "", more);
	*last = b->letter;
	return end;
}

#define MOST_PARTS 4

/* The further parts of 6ft 2in, 2 hours 40 minutes, $3 and 20 cents. */
static size_t
compound_at(const struct grammar *g, struct amount *a, size_t i)
{
	size_t best = 0, j = i, depth;
	char last = a->letter;

	if (a->n.kind != NUMERAL_PLAIN || a->factored)
		return 0;
	if (a->label == NUMBER_MONEY)
		return minor_at(g, a, i);
	for (depth = 0; depth < MOST_PARTS; depth++) {
		struct amount b = { 0 };
		size_t number, end;

		/* 6-foot-2, 6-foot-2-inch, six-foot-four */
		if (j == i && slice_is(a->unit, "[ft_i]") && (g->atoms[
		    skip_hyphen(g, j)].kind == ATOM_NUMBER || word_value(g,
		    skip_hyphen(g, j), WORD_UNIT) > 0))
			i = j = skip_hyphen(g, j);
		if (sign_is(g, j, ","))
			j++;
		if (word_is(g, j, "and"))
			j++;
		if (g->atoms[j].kind != ATOM_NUMBER &&
		    g->atoms[j].kind != ATOM_WORD)
			break;
		number = numeral_at(g, j, 0, &b.n);
		if (number == 0 || b.n.kind != NUMERAL_PLAIN || b.n.suffix)
			break;
		end = unit_at(g, number, &b);
		if (end == 0)
			end = j == i ? bare_inches_at(g, a, i, &b, number) : 0;
		else if (a->label == NUMBER_DURATION)
			end = shorter_at(g, a, &b, &last, end);
		else if (a->label == NUMBER_QUANTITY && b.label == a->label)
			end = smaller_at(g, a, &b, end);
		else
			end = 0;
		if (end == 0)
			break;
		best = j = end;
	}
	return best;
}
