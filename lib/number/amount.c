/*
 * amount: numerals with what they count: money, per cent, measures, lengths
 * of time, ages; ranges of them.
 *
 *	amount = currency numeral | numeral [-] unit [numeral unit]
 *	range  = [between] amount (to | and | -) amount
 *
 * Units are read by unit.c; those said together are in unit-compounds.tsv.
 */
#include "amount.h"

extern const struct lexicon lexicon_unit_compounds;
extern const struct lexicon lexicon_currencies;

struct slice
join(struct arena *arena, struct slice a, const char *sep, struct slice b)
{
	size_t n = strlen(sep);
	char *s = arena_alloc(arena, a.length + n + b.length + 1, 1);

	if (a.length > 0)
		memcpy(s, a.at, a.length);
	memcpy(s + a.length, sep, n);
	if (b.length > 0)
		memcpy(s + a.length + n, b.at, b.length);
	return (struct slice){ s, a.length + n + b.length };
}

struct slice
duration_text(const struct grammar *g, struct decimal n, char letter,
    int64_t times)
{
	struct arena *arena = g->arena;
	struct slice text;
	char tail[2] = { letter == 'I' ? 'M' : letter, '\0' };
	bool clock = letter == 'S' || letter == 'I' || letter == 'H';

	if (times != 1)
		n = decimal_multiply(n, decimal_of_int(times, arena), arena);
	text = decimal_text(n, arena);
	/* four and a half hours: PT4H30M */
	if (n.scale > 0 && (letter == 'H' || letter == 'Y')) {
		struct decimal whole, part;
		int64_t minutes;

		whole = decimal_of((struct slice){ n.digits.at,
		    n.digits.length - n.scale }, arena);
		part = n;
		part.digits.at += n.digits.length - n.scale - 1;
		part.digits.length = n.scale + 1;
		if (part.digits.at[0] != '0') {
			char *copy = arena_copy(arena, part.digits.at,
			    part.digits.length);

			copy[0] = '0';
			part.digits.at = copy;
		}
		minutes = decimal_int(decimal_multiply(part, decimal_of_int(
		    letter == 'H' ? 60 : 12, arena), arena));
		if (minutes > 0) {
			struct slice rest = decimal_text(decimal_of_int(
			    minutes, arena), arena);
			const char *head = clock ? "PT" : "P";

			rest = join(arena, rest, "M", slice_of(""));
			if (!decimal_zero(whole))
				rest = join(arena, join(arena, decimal_text(
				    whole, arena), tail, slice_of("")), "",
				    rest);
			return join(arena, slice_of(head), "", rest);
		}
	}
	return join(arena, join(arena, slice_of(clock ? "PT" : "P"), "", text),
	    tail, slice_of(""));
}

/* The second part of 6ft 2in, 2 hours 40 minutes, $3 and 20 cents. */
static size_t
compound_at(const struct grammar *g, struct amount *a, size_t i);

static void
finish(const struct grammar *g, struct amount *a)
{
	if (a->factored)
		a->value = decimal_multiply(a->n.value, a->factor, g->arena);
	else
		a->value = a->n.value;
}

/* One amount; bare numerals too. */
static size_t
single_at(const struct grammar *g, size_t i, struct amount *a)
{
	size_t end, j, row;
	struct numeral f;

	memset(a, 0, sizeof *a);
	if (i >= g->count)
		return 0;
	/* $5, Rs 20 crore, -$3 */
	j = i;
	if (hyphen_at(g, i, false) && g->atoms[i].space &&
	    !g->atoms[i + 1].space && g->atoms[i + 1].kind == ATOM_SIGN)
		j++;
	else if (class_at(g, i, "minus") == i + 1)
		j++;
	end = currency_at(g, j, "slc", &row);
	if (end != 0 && j < i + 2) {
		size_t k = end;

		if (!g->atoms[k].space || k == end) {
			size_t stop = numeral_at(g, k, NUMERAL_MONEY, &a->n);

			if (stop != 0 && !(a->n.words && slice_is(lexicon_cell(
			    &lexicon_currencies, row, 2), "letters")) &&
			    (!a->n.words || g->atoms[j].kind == ATOM_SIGN) &&
			    !a->n.article) {
				if (j > i)
					a->n.value.negative =
					    a->n.mantissa.negative = true;
				a->label = NUMBER_MONEY;
				a->unit = currency_code(g, row);
				a->prefixed = true;
				finish(g, a);
				/* $5 USD, $700 million dollars */
				k = currency_at(g, stop, "wc", &row);
				if (k != 0 && (slice_equal(currency_code(g,
				    row), a->unit) || slice_is(a->unit,
				    g->context->dollar)) &&
				    g->atoms[k].kind != ATOM_NUMBER) {
					a->unit = currency_code(g, row);
					stop = k;
				}
				k = compound_at(g, a, stop);
				a->end = k != 0 ? k : stop;
				return a->end;
			}
		}
		memset(a, 0, sizeof *a);
	}
	/* a fraction with a unit: half a mile, a quarter of a point */
	end = fraction_at(g, i, &f);
	if (end != 0 && !(end < g->count && sign_is(g, end, "/"))) {
		j = skip_hyphen(g, end);
		if (word_is(g, j, "of") && word_value(g, j + 1, "article") >= 0)
			j += 2;
		else if (word_value(g, j, "article") >= 0)
			j++;
		a->n = f;
		a->n.kind = NUMERAL_PLAIN;
		if (!decimal_divide(decimal_of_int(f.top, g->arena), f.bottom,
		    6, &a->n.value, g->arena))
			decimal_divide(decimal_of_int(f.top, g->arena),
			    f.bottom, 15, &a->n.value, g->arena);
		a->n.mantissa = a->n.value;
		a->n.power = 0;
		j = j < g->count ? unit_at(g, j, a) : 0;
		/* for a third day */
		if (j != 0 && !(f.words && f.bottom != 2 && f.bottom != 4 &&
		    f.article && g->atoms[end].kind == ATOM_WORD &&
		    !word_is(g, end, "of"))) {
			finish(g, a);
			if (a->label == NUMBER_DURATION)
				a->text = duration_text(g, a->value,
				    a->letter, a->times);
			a->end = j;
			return j;
		}
		memset(a, 0, sizeof *a);
	}
	/* numeral with a unit */
	end = numeral_at(g, i, 0, &a->n);
	if (end != 0) {
		j = a->n.suffix || end > g->count ? 0 : unit_at(g, end, a);
		if (j == 0) {
			/* 5m euros, £5m; 10m as metres */
			struct numeral m;
			size_t k = numeral_at(g, i, NUMERAL_MONEY, &m);

			if (m.power > 0 || m.suffix) {
				size_t c = currency_at(g, skip_hyphen(g, k),
				    "wcp", &row);

				if (c != 0) {
					a->n = m;
					a->label = NUMBER_MONEY;
					a->unit = currency_code(g, row);
					finish(g, a);
					a->end = c;
					return c;
				}
			}
			if (a->n.suffix)
				j = unit_at(g, end, a);
		}
		if (j == 0 && a->n.suffix && a->n.bare != end) {
			/* the suffix may be a unit after all (50g is) */
			struct numeral whole = a->n;
			size_t k;

			a->n.value = a->n.mantissa;
			a->n.power = 0;
			k = g->atoms[a->n.bare].capital ? 0 : unit_at(g,
			    a->n.bare, a);
			if (k > end) {
				j = k;
			} else {
				a->n = whole;
				a->unit = slice_of("");
			}
		}
		if (j != 0) {
			if (a->n.kind == NUMERAL_VAGUE) {
				a->end = j;
				a->value = a->n.value;
				return j;
			}
			finish(g, a);
			if (a->label == NUMBER_DURATION)
				a->text = duration_text(g, a->value, a->letter,
				    a->times);
			end = compound_at(g, a, j);
			a->end = end != 0 ? end : j;
			return a->end;
		}
		a->label = NUMBER_CARDINAL;
		a->bare = true;
		a->value = a->n.value;
		a->end = end;
		return end;
	}
	/* a week, an hour and a half, a dollar */
	if (word_value(g, i, "article") >= 0) {
		a->n.value = a->n.mantissa = decimal_of_int(1, g->arena);
		a->n.words = true;
		a->n.article = true;
		a->article = true;
		j = unit_at(g, i + 1, a);
		if (j == 0 || hyphen_at(g, i + 1, true) ||
		    a->label == NUMBER_PERCENT ||
		    g->atoms[i + 1].text.length < 3)
			return 0;
		if (word_is(g, j, "and")) {
			size_t k = fraction_at(g, j + 1, &f);

			if (k != 0 && f.words && f.bottom <= 4 &&
			    !word_is(g, k, "of")) {
				struct decimal d;

				decimal_divide(decimal_of_int(f.top, g->arena),
				    f.bottom, 4, &d, g->arena);
				a->n.value = decimal_add(a->n.value, d,
				    g->arena);
				a->article = false;
				j = k;
			}
		}
		finish(g, a);
		if (a->label == NUMBER_DURATION)
			a->text = duration_text(g, a->value, a->letter,
			    a->times);
		end = compound_at(g, a, j);
		if (end != 0)
			a->article = false;
		a->end = end != 0 ? end : j;
		return a->end;
	}
	return 0;
}

static size_t
compound_at(const struct grammar *g, struct amount *a, size_t i)
{
	struct amount b;
	size_t j = i, end, row, best = 0;
	int depth;
	char last = a->letter;

	if (a->n.kind != NUMERAL_PLAIN || a->factored)
		return 0;
	for (depth = 0; depth < 4; depth++) {
		static const char order[] = "YMWDHIS";

		if (sign_is(g, j, ","))
			j++;
		if (word_is(g, j, "and"))
			j++;
		if (j >= g->count || (g->atoms[j].kind != ATOM_NUMBER &&
		    g->atoms[j].kind != ATOM_WORD))
			break;
		memset(&b, 0, sizeof b);
		end = numeral_at(g, j, 0, &b.n);
		if (end == 0 || b.n.kind != NUMERAL_PLAIN || b.n.suffix)
			break;
		if (a->label == NUMBER_MONEY) {
			end = currency_at(g, end, "m", &row);
			if (end == 0 || a->n.power > 0 || a->value.scale > 0 || decimal_int(b.n.value) < 0 ||
			    decimal_int(b.n.value) > 99)
				break;
			b.factor = decimal_of(lexicon_cell(
			    &lexicon_currencies, row, 3), g->arena);
			a->value = a->n.value = decimal_add(a->value,
			    decimal_multiply(b.n.value, b.factor, g->arena),
			    g->arena);
			return end;
		}
		end = unit_at(g, end, &b);
		if (end == 0) {
			/* six foot two */
			if (slice_is(a->unit, "[ft_i]") &&
			    decimal_int(b.n.value) > 0 &&
			    decimal_int(b.n.value) < 12 && depth == 0 &&
			    j == i && (g->atoms[numeral_at(g, j, 0,
			    &b.n)].kind != ATOM_WORD)) {
				a->value = a->n.value = decimal_add(
				    decimal_multiply(a->value, decimal_of_int(
				    12, g->arena), g->arena), b.n.value,
				    g->arena);
				a->unit = slice_of("[in_i]");
				return numeral_at(g, j, 0, &b.n);
			}
			break;
		}
		if (a->label == NUMBER_DURATION && b.label == a->label &&
		    a->times == 1 && b.times == 1 && last != 0 &&
		    strchr(order, b.letter) > strchr(order, last)) {
			struct slice more = duration_text(g, b.n.value,
			    b.letter, b.times);
			bool clock = strchr("HIS", b.letter) != NULL;
			bool had = strchr("HIS", last) != NULL;

			more.at += clock && had ? 2 : 1;
			more.length -= clock && had ? 2 : 1;
			a->text = join(g->arena, a->text, "", more);
			last = b.letter;
			best = j = end;
			continue;
		}
		if (a->label == NUMBER_QUANTITY && b.label == a->label) {
			size_t k = lexicon_find(&lexicon_unit_compounds,
			    a->unit);

			for (; lexicon_key_is(&lexicon_unit_compounds, k,
			    a->unit); k++)
				if (slice_equal(lexicon_cell(
				    &lexicon_unit_compounds, k, 1), b.unit)) {
					a->value = decimal_add(decimal_multiply
					    (a->value, decimal_of(lexicon_cell(
					    &lexicon_unit_compounds, k, 2),
					    g->arena), g->arena), b.n.value,
					    g->arena);
					a->unit = b.unit;
					return end;
				}
		}
		break;
	}
	return best;
}

/* Vague amounts: X000, PXM. */
static struct slice
vague_text(const struct grammar *g, const struct amount *a)
{
	size_t zeros = (size_t)a->n.zeros;
	char *text = arena_alloc(g->arena, zeros + 2, 1);

	text[0] = 'X';
	memset(text + 1, '0', zeros);
	return (struct slice){ text, zeros + 1 };
}

static struct slice
value_text(const struct grammar *g, const struct amount *a)
{
	if (a->n.kind == NUMERAL_VAGUE) {
		struct slice text = vague_text(g, a);

		if (a->label == NUMBER_DURATION) {
			char tail[2] = { a->letter == 'I' ? 'M' : a->letter };

			if (a->times != 1)
				text = slice_of(a->times == 10 ? "X0" :
				    a->times == 100 ? "X00" : "X");
			return join(g->arena, join(g->arena, slice_of(
			    strchr("SIH", a->letter) != NULL ? "PT" : "P"), "",
			    text), tail, slice_of(""));
		}
		return text;
	}
	if (a->label == NUMBER_DURATION)
		return a->text;
	return decimal_text(a->value, g->arena);
}

/* Whether "from A to B" tells a change. */
static bool
change_before(const struct grammar *g, size_t i)
{
	size_t j, from;

	if (i == 0 || !word_is(g, i - 1, "from"))
		return false;
	from = i > 12 ? i - 12 : 0;
	for (j = i - 1; j-- > from;)
		if (class_at(g, j, "change") != 0)
			return true;
	return false;
}

/* Whether a verb of change stands shortly before. */
static bool
lost_before(const struct grammar *g, size_t i)
{
	size_t back;

	for (back = 1; back <= 4 && back <= i; back++)
		if (class_before(g, i - back + 1, "change"))
			return true;
	return false;
}

static bool
same_kind(const struct amount *a, const struct amount *b)
{
	return a->label == b->label && slice_equal(a->unit, b->unit) &&
	    a->n.kind == b->n.kind;
}

/* Joins a and b to a range when they can be; *a becomes the lower end. */
static bool
range_of(const struct grammar *g, struct amount *a, struct amount *b,
    bool hyphen, bool between, bool lost)
{
	if (a->n.kind != NUMERAL_PLAIN || b->n.kind != NUMERAL_PLAIN ||
	    (a->article && !between) || b->article)
		return false;
	if (a->bare && !b->bare) {
		if (a->n.meter && a->n.suffix)
			return false;
		a->label = b->label;
		a->unit = b->unit;
		a->letter = b->letter;
		a->times = b->times;
		a->factor = b->factor;
		a->factored = b->factored;
		a->bare = false;
		finish(g, a);
	} else if (!a->bare && b->bare && a->prefixed) {
		if (!hyphen && !between && g->atoms[b->end].kind == ATOM_WORD
		    && !class_at(g, b->end, "nonnoun"))
			return false;
		b->label = a->label;
		b->unit = a->unit;
	} else if (!a->bare && b->bare && (hyphen || between) &&
	    a->label == NUMBER_PERCENT) {
		b->label = a->label;
		b->unit = a->unit;
	}
	if (!same_kind(a, b) && !(a->label == NUMBER_DURATION &&
	    b->label == NUMBER_DURATION))
		return false;
	if (b->n.power > a->n.power && a->n.power == 0 &&
	    decimal_compare(a->n.mantissa, b->n.mantissa) <= 0) {
		a->n.value = decimal_shift(a->n.value, b->n.power, g->arena);
		a->n.power = b->n.power;
		finish(g, a);
	}
	if (a->label == NUMBER_DURATION) {
		a->text = duration_text(g, a->value, a->letter, a->times);
		return a->letter != b->letter || decimal_compare(a->value,
		    b->value) < 0;
	}
	if (a->value.negative)
		return true;
	/* lost $2.15 to $23.40 */
	if (!hyphen && !between && lost && decimal_compare(decimal_multiply(
	    a->value, decimal_of_int(4, g->arena), g->arena), b->value) < 0)
		return false;
	return decimal_compare(a->value, b->value) < 0;
}

/* years old, -year-old, years of age */
static size_t
old_at(const struct grammar *g, size_t i)
{
	size_t j = skip_hyphen(g, i);

	if (word_is(g, j, "old") || word_is(g, j, "olds"))
		return j + 1;
	if (word_is(g, i, "of") && word_is(g, i + 1, "age"))
		return i + 2;
	return 0;
}

static void
set_hit(const struct grammar *g, struct hit *hit, size_t first, size_t end,
    const struct amount *a)
{
	hit->first = first;
	hit->end = end;
	hit->label = a->label;
	hit->value = value_text(g, a);
	hit->unit = a->unit;
	hit->numeral = a->n;
	hit->plain = a->bare;
	hit->digits = !a->n.words;
	if (a->n.approximate)
		hit->mod = slice_of("APPROX");
}

static struct slice
years_text(const struct grammar *g, const struct amount *a)
{
	return duration_text(g, a->value, 'Y', 1);
}

/* aged 5 to 11, age 57 */
static size_t
aged_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct amount a, b;
	size_t j = i + 1, end, k;
	bool aged = word_is(g, i, "aged");

	if (class_at(g, i, "age") != i + 1)
		return 0;
	if (word_is(g, j, "between"))
		j++;
	if (word_is(g, j, "of") && !aged)
		return 0;
	end = single_at(g, j, &a);
	if (end == 0 || !(a.bare || a.label == NUMBER_DURATION) ||
	    a.n.kind != NUMERAL_PLAIN || a.article || a.n.suffix ||
	    decimal_int(a.value) < 0 || decimal_int(a.value) > 130)
		return 0;
	if (!aged && a.n.words)
		return 0;
	set_hit(g, hit, i, end, &a);
	hit->plain = false;
	hit->label = NUMBER_AGE;
	if (a.bare)
		hit->value = years_text(g, &a);
	k = end;
	if (word_is(g, k, "to") || word_is(g, k, "and") ||
	    hyphen_at(g, k, true)) {
		size_t stop = single_at(g, k + 1, &b);

		if (stop != 0 && b.bare && a.bare && b.n.kind ==
		    NUMERAL_PLAIN && decimal_int(b.value) > decimal_int(
		    a.value) && decimal_int(b.value) < 130 &&
		    (!word_is(g, k, "and") || word_is(g, i + 1, "between") ||
		    true)) {
			if (word_is(g, k, "and") && !word_is(g, i + 1,
			    "between"))
				return end;
			hit->value = join(g->arena, hit->value, "..",
			    years_text(g, &b));
			hit->range = true;
			hit->end = stop;
			return stop;
		}
	}
	return end;
}

size_t
amount_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct amount a, b;
	size_t first = i, end, j, old, stop;
	bool between = word_is(g, i, "between") || (word_is(g, i, "anywhere")
	    && word_is(g, i + 1, "between"));
	bool hyphen = false;

	memset(hit, 0, sizeof *hit);
	if ((end = aged_at(g, i, hit)) != 0)
		return end;
	if (between)
		i++;
	/* days, weeks; years of war */
	end = single_at(g, i, &a);
	if (end == 0 || end <= i)
		return 0;
	j = end;
	/* the second end */
	if (word_is(g, j, "to") || (between && word_is(g, j, "and")) ||
	    (word_is(g, j, "through") && !a.n.words && a.bare)) {
		if (word_is(g, j, "to") && !between && change_before(g, first))
			stop = 0;
		else
			stop = single_at(g, j + 1, &b);
	} else if (hyphen_at(g, j, false) && (g->atoms[j].space ==
	    g->atoms[j + 1].space)) {
		hyphen = true;
		stop = g->atoms[j + 1].kind == ATOM_NUMBER ||
		    g->atoms[j + 1].kind == ATOM_SIGN ||
		    g->atoms[j + 1].kind == ATOM_WORD ?
		    single_at(g, j + 1, &b) : 0;
		/* a dash with blanks between words is no range */
		if (stop != 0 && g->atoms[j].space && (a.n.words ||
		    b.n.words || (a.bare && b.bare && (a.n.power || b.n.power
		    || decimal_int(a.value) < 100 || (decimal_int(a.value) >=
		    1900 && decimal_int(a.value) <= 2100)))))
			stop = 0;
		/* -year-old, 10-year */
		if (stop != 0 && hyphen_at(g, stop, true) && b.bare)
			stop = g->atoms[stop + 1].kind == ATOM_WORD ? stop : 0;
	} else if (word_is(g, j, "-") || (word_is(g, j, "or") && a.bare &&
	    a.n.kind == NUMERAL_PLAIN)) {
		stop = single_at(g, j + 1, &b);
		if (stop != 0 && (b.n.kind != NUMERAL_PLAIN || decimal_int(
		    a.value) < 0 || decimal_int(b.value) !=
		    decimal_int(a.value) + 1 || b.bare))
			stop = 0;
	} else {
		stop = 0;
	}
	if (stop != 0) {
		struct amount low = a, high = b;

		if (range_of(g, &low, &high, hyphen, between,
		    lost_before(g, first))) {
			a = low;
			b = high;
		} else {
			stop = 0;
		}
	}
	if (stop != 0) {
		struct slice value = join(g->arena, value_text(g, &a), "..",
		    value_text(g, &b));

		set_hit(g, hit, first, stop, &b);
		hit->numeral = a.n;
		hit->range = true;
		hit->value = value;
		hit->plain = a.bare && hyphen;
		old = b.label == NUMBER_DURATION ? old_at(g, stop) : 0;
		if (old != 0) {
			hit->label = NUMBER_AGE;
			hit->end = old;
		}
		return hit->end;
	}
	if (between)
		return 0;
	if (a.n.kind == NUMERAL_VAGUE && a.bare && a.n.zeros == 0)
		return 0;
	/* hundreds of millions of dollars */
	if (a.n.kind == NUMERAL_VAGUE && a.bare && word_is(g, end, "of")) {
		struct amount c = a;

		stop = unit_at(g, end + 1, &c);
		if (stop != 0 && !hyphen_at(g, end + 1, true)) {
			set_hit(g, hit, first, stop, &c);
			return stop;
		}
	}
	set_hit(g, hit, first, end, &a);
	if (a.label == NUMBER_DURATION && (old = old_at(g, end)) != 0) {
		hit->label = NUMBER_AGE;
		hit->end = old;
		return old;
	}
	/* 7.5-magnitude */
	if (a.bare && hyphen_at(g, end, true) && class_at(g, end + 1,
	    "cardinal-tail") == end + 2) {
		hit->end = end + 2;
		hit->plain = false;
		return end + 2;
	}
	if (a.article && end == first + 2 && word_is(g, first + 1, "second") &&
	    (first == 0 || !class_before(g, first, "span") || (end < g->count &&
	    g->atoms[end].kind == ATOM_WORD && class_at(g, end, "nonnoun") ==
	    0)))
		return 0;
	if (a.article && a.n.kind == NUMERAL_PLAIN) {
		/* only where an amount may stand */
		if (first > 0 && !class_before(g, first, "span") &&
		    !sign_is(g, first - 1, ",") && a.label == NUMBER_DURATION)
			return 0;
		if (first > 0 && a.label != NUMBER_DURATION &&
		    !class_before(g, first, "span"))
			return 0;
		if (first > 0 && sign_is(g, first - 1, ",") && first > 1 &&
		    g->atoms[first - 2].kind == ATOM_NUMBER)
			return 0;
	}
	return end;
}
