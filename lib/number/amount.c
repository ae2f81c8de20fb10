/*
 * amount: numerals with what they count: money, per cent, measures, lengths
 * of time, ages; ranges of them.
 *
 *	range  = [between] amount (to | and | -) amount
 *
 * One amount is read by single.c.
 */
#include "amount.h"
#include "name.h"
#include "numeral.h"

extern const struct lexicon lexicon_number_context;
extern const struct lexicon lexicon_number_mods;

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
	/* a quarter of a century: P25Y */
	for (; times != 1 && n.scale > 0 && n.digits.at[n.digits.length - 1]
	    == '0'; n.scale--)
		n.digits.length--;
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

/* Vague amounts: X000, PXM. */
static struct slice
vague_text(const struct grammar *g, const struct amount *a)
{
	size_t zeros = (size_t)a->n.zeros;
	char *text = arena_alloc(g->arena, zeros + 2, 1);

	/* a few pence, tens of cents */
	if (a->label == NUMBER_MONEY && a->factored && a->factor.scale == 2 &&
	    decimal_int(decimal_shift(a->factor, 2, g->arena)) == 1 &&
	    zeros < 2)
		return slice_of(zeros == 0 ? "0.0X" : "0.X0");

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

#define CHANGE_ATOMS 40	/* how far a verb of change may stand before */

/* Whether "from A to B" tells a change. */
static bool
change_before(const struct grammar *g, size_t i)
{
	size_t j, from;

	if (!word_is(g, i - 1, "from"))
		return false;
	from = i > CHANGE_ATOMS ? i - CHANGE_ATOMS : 0;
	for (j = i - 1; j-- > from;)
		if (class_at(g, j, CONTEXT_CHANGE) != 0)
			return true;
	return false;
}

/* Whether a verb of change stands shortly before. */
static bool
lost_before(const struct grammar *g, size_t i)
{
	size_t back;

	for (back = 1; back <= 4 && back <= i; back++)
		if (class_before(g, i - back + 1, CONTEXT_CHANGE))
			return true;
	return false;
}

/* Whether the word at i may stand between a verb of change and an amount. */
static bool
by_at(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	return word_is(g, i, "by") || word_is(g, i, "another") || word_is(g, i,
	    "further") || (g->atoms[i].kind == ATOM_WORD &&
	    atom_has(&g->atoms[i], MOD_LAST)) || (s.length > 4 &&
	    memcmp(s.at + s.length - 2, "ly", 2) == 0);
}

/* Whether a verb of change that is past stands there, adverbs aside: fell by,
 * was up another; but will rise, cut prices by. */
static bool
moved_before(const struct grammar *g, size_t i)
{
	struct slice verb;
	size_t k;

	for (k = 0; k < 2 && i > 1 && !class_before(g, i, CONTEXT_CHANGE) &&
	    by_at(g, i - 1); k++)
		i--;
	/* lost 2% to 5% of it */
	if (i < 2 || !class_before(g, i, CONTEXT_CHANGE) || word_is(g, i - 1,
	    "lost"))
		return false;
	verb = g->atoms[i - 1].norm;
	if (!class_before(g, i, CONTEXT_PAST) && verb.length > 2 &&
	    memcmp(verb.at + verb.length - 2, "ed", 2) != 0 &&
	    !word_is(g, i - 1, "down"))
		return false;
	for (k = 2; k < 5 && k <= i; k++)
		if (class_at(g, i - k, CONTEXT_WILL) != 0 || word_is(g, i - k,
		    "to"))
			return false;
	return true;
}

/* A word without the s of its plural. */
static struct slice
singular(struct slice s)
{
	s.length -= s.length > 1 && s.at[s.length - 1] == 's';
	return s;
}

/* Whether "A to B" behind a verb of change is by how much and to what: fell 7
 * metres to 12m, rose 2% to 5%, rose 2% to 3% from 1%. */
static bool
to_level(const struct grammar *g, size_t first, const struct amount *a,
    const struct amount *b)
{
	const struct atom *unit = g->atoms + b->end - 1;
	size_t row, from = b->end + 1;

	if (a->bare || b->bare || !word_is(g, a->end, "to") ||
	    !moved_before(g, first))
		return false;
	if (word_is(g, b->end, "from") && from < g->count &&
	    (g->atoms[from].kind == ATOM_NUMBER || currency_at(g, from, "slc",
	    &row) != 0))
		return true;
	if (unit->kind == ATOM_WORD && g->atoms[a->end - 1].kind == ATOM_WORD &&
	    !slice_equal(singular(unit->norm), singular(g->atoms[a->end -
	    1].norm)))
		return true;
	return decimal_compare(decimal_multiply(a->value, decimal_of_int(2,
	    g->arena), g->arena), b->value) <= 0;
}

static bool
same_kind(const struct amount *a, const struct amount *b)
{
	return a->label == b->label && slice_equal(a->unit, b->unit) &&
	    a->n.kind == b->n.kind;
}

/* 10-15,000 people: thousands both. */
static void
thousands_shared(const struct grammar *g, struct amount *a,
    const struct amount *b, bool hyphen)
{
	int64_t low = decimal_int(a->value), high = decimal_int(b->value);

	if (!hyphen || !a->bare || !b->bare || a->n.words || b->n.words ||
	    a->n.power != 0 || b->n.power != 0 || low < 2 || low > 999 ||
	    high % 1000 != 0 || high / 1000 <= low || high / 1000 > 10 * low)
		return;
	a->n.value = decimal_shift(a->n.value, 3, g->arena);
	amount_finish(g, a);
}

/* Joins a and b to a range when they can be; *a becomes the lower end. */
static bool
range_of(const struct grammar *g, size_t first, struct amount *a,
    struct amount *b, bool hyphen, bool between)
{
	bool lost = !hyphen && !between && lost_before(g, first);

	if (lost && to_level(g, first, a, b))
		return false;
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
		amount_finish(g, a);
	} else if (!a->bare && b->bare && a->prefixed) {
		if (!hyphen && !between && g->atoms[b->end].kind == ATOM_WORD
		    && !class_at(g, b->end, CONTEXT_NONNOUN))
			return false;
		b->label = a->label;
		b->unit = a->unit;
	} else if (!a->bare && b->bare && (hyphen || between) &&
	    a->label == NUMBER_PERCENT) {
		b->label = a->label;
		b->unit = a->unit;
	}
	/* 4 degrees to 7 degrees Celsius */
	if (slice_is(a->unit, "deg") && (slice_is(b->unit, "Cel") ||
	    slice_is(b->unit, "[degF]")))
		a->unit = b->unit;
	if (!same_kind(a, b) && !(a->label == NUMBER_DURATION &&
	    b->label == NUMBER_DURATION))
		return false;
	thousands_shared(g, a, b, hyphen);
	if (b->n.power > a->n.power && a->n.power == 0 &&
	    decimal_compare(a->n.mantissa, b->n.mantissa) <= 0) {
		a->n.value = decimal_shift(a->n.value, b->n.power, g->arena);
		a->n.power = b->n.power;
		amount_finish(g, a);
	}
	if (a->label == NUMBER_DURATION) {
		a->text = duration_text(g, a->value, a->letter, a->times);
		return a->letter != b->letter || decimal_compare(a->value,
		    b->value) < 0;
	}
	if (a->value.negative)
		return true;
	/* lost $2.15 to $23.40 */
	if (lost && decimal_compare(decimal_multiply(
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
	if (a->n.approximate || a->n.more)
		hit->mod = slice_of(a->n.more ? "EQUAL_OR_MORE" : "APPROX");
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

	if (class_at(g, i, CONTEXT_AGE) != i + 1)
		return 0;
	if (word_is(g, j, "between") || (aged && (word_is(g, j, "just") ||
	    word_is(g, j, "only"))))
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

		if (stop != 0 && (b.bare || b.letter == 'Y') && a.bare &&
		    b.n.kind == NUMERAL_PLAIN && decimal_int(b.value) >
		    decimal_int(a.value) && decimal_int(b.value) < 130) {
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

/* between the ages of 18 and 29, ages of 5 to 11 */
static size_t
ages_of_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct amount a, b;
	bool between = word_is(g, i, "between");
	size_t j = i + between, end;

	j += between && word_is(g, j, "the");
	if (!word_is(g, j, "ages") || !word_is(g, j + 1, "of"))
		return 0;
	end = single_at(g, j + 2, &a);
	if (end == 0 || !a.bare || a.n.kind != NUMERAL_PLAIN || a.n.suffix ||
	    !(word_is(g, end, "to") || word_is(g, end, "and")) || (word_is(g,
	    end, "and") && !between))
		return 0;
	end = single_at(g, end + 1, &b);
	if (end == 0 || !b.bare || b.n.kind != NUMERAL_PLAIN || b.n.suffix ||
	    decimal_compare(a.value, b.value) >= 0 ||
	    decimal_int(b.value) > 130)
		return 0;
	set_hit(g, hit, i, end, &b);
	hit->plain = false;
	hit->range = true;
	hit->label = NUMBER_AGE;
	hit->value = join(g->arena, years_text(g, &a), "..", years_text(g,
	    &b));
	return end;
}

/* aged nine and [four] */
static size_t
aged_too_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct amount a;
	size_t end;

	if (i < 3 || !word_is(g, i - 1, "and") || !word_is(g, i - 3, "aged"))
		return 0;
	end = single_at(g, i, &a);
	if (end == 0 || !a.bare || a.n.kind != NUMERAL_PLAIN ||
	    decimal_int(a.value) < 0 || decimal_int(a.value) > 130)
		return 0;
	set_hit(g, hit, i, end, &a);
	hit->plain = false;
	hit->label = NUMBER_AGE;
	hit->value = years_text(g, &a);
	return end;
}

/* Behind "about", "roughly" at i, else i. */
static size_t
over_approximate(const struct grammar *g, size_t i)
{
	const struct lexicon *table = &lexicon_number_mods;
	size_t row, end = may_stand(g, i, MOD_FIRST) ? phrase_find(g, i,
	    table, &row) : 0;

	return end != 0 && slice_is(lexicon_cell(table, row, 1), "APPROX") &&
	    slice_is(lexicon_cell(table, row, 2), "pre") ? end : i;
}

/* A dash with blanks between words is no range. */
static bool
dash_parts(const struct amount *a, const struct amount *b)
{
	int64_t low = decimal_int(a->value);

	return a->n.words || b->n.words || (a->bare && b->bare && (a->n.power ||
	    b->n.power || low < 100 || (low >= 1900 && low <= 2100)));
}

/* The upper end b at i; of Rs 2-3 lakh per acre without the rate. */
static size_t
end_at(const struct grammar *g, size_t i, const struct amount *a,
    struct amount *b)
{
	size_t end = single_at(g, i, b);

	if (end == 0 || !a->prefixed || b->unit.length == 0 ||
	    b->unit.at[0] != '/')
		return end;
	b->bare = true;
	b->label = NUMBER_CARDINAL;
	b->unit = slice_of("");
	b->end = numeral_at(g, i, NUMERAL_MONEY, &b->n);
	amount_finish(g, b);
	return b->end;
}

/* Whether b's magnitude is a's, too: two or three million, five or six hundred.
 * Hundreds in words have none of their own. */
static bool
or_more(const struct grammar *g, const struct amount *a, struct amount *b)
{
	int64_t hundreds = b->n.words && b->n.power == 0 ? decimal_int(
	    b->value) : -1;

	if (a->n.power != 0 || b->n.kind != NUMERAL_PLAIN ||
	    a->n.words != b->n.words)
		return false;
	if (hundreds >= 200 && hundreds <= 900 && hundreds % 100 == 0) {
		b->n.mantissa = decimal_of_int(hundreds / 100, g->arena);
		b->n.power = 2;
	}
	return b->n.power > 1 && decimal_compare(a->value, b->n.mantissa) < 0;
}

/* The upper end b of a range whose lower end a stops at j. */
static size_t
upper_at(const struct grammar *g, size_t first, size_t j,
    const struct amount *a, bool between, struct amount *b, bool *hyphen)
{
	bool to = word_is(g, j, "to");
	size_t stop;

	*hyphen = false;
	/* 18- to 24-year-olds; 5-to-10-year, which is no 5-10 */
	if (sign_is(g, j, "-") && !g->atoms[j].space && word_is(g, j + 1,
	    "to")) {
		*hyphen = hyphen_at(g, j + 2, true);
		return g->atoms[j + 1].space ? single_at(g, j + 2, b) :
		    *hyphen ? single_at(g, j + 3, b) : 0;
	}
	if (to || (between && word_is(g, j, "and")) ||
	    (word_is(g, j, "through") && !a->n.words && a->bare))
		return to && !between && change_before(g, first) ? 0 :
		    end_at(g, over_approximate(g, j + 1), a, b);
	if (hyphen_at(g, j, false)) {
		*hyphen = true;
		stop = g->atoms[j + 1].kind <= ATOM_SIGN &&
		    g->atoms[j + 1].kind != ATOM_PART ?
		    end_at(g, j + 1, a, b) : 0;
		/* 2 -7 g */
		if (g->atoms[j].space != g->atoms[j + 1].space)
			return stop != 0 && g->atoms[j].space && a->bare &&
			    !b->bare && !a->n.words ? stop : 0;
		if (stop != 0 && g->atoms[j].space && dash_parts(a, b))
			return 0;
		/* 7-Eleven */
		if (stop != 0 && a->n.words != b->n.words && a->bare &&
		    b->bare)
			return 0;
		/* -year-old, 10-year */
		if (stop != 0 && hyphen_at(g, stop, true) && b->bare)
			return g->atoms[stop + 1].kind == ATOM_WORD ? stop : 0;
		return stop;
	}
	/* two or three million dollars; five or six hundred */
	if (word_is(g, j, "or") && a->bare && a->n.kind == NUMERAL_PLAIN) {
		stop = single_at(g, j + 1, b);
		if (stop != 0 && b->bare)
			return or_more(g, a, b) ? stop : 0;
		return b->n.kind == NUMERAL_PLAIN && !b->bare &&
		    decimal_int(a->value) >= 0 && (decimal_int(b->value) ==
		    decimal_int(a->value) + 1 || (a->n.power == 0 &&
		    decimal_int(b->n.mantissa) == decimal_int(a->value) + 1)) ?
		    stop : 0;
	}
	return 0;
}

/* the 18-24 age group, the 18-to-24s */
static bool
age_group(const struct grammar *g, size_t first, size_t end,
    const struct amount *b)
{
	if (b->n.words || b->n.power != 0 || b->n.value.scale > 0)
		return false;
	return (b->bare && word_is(g, end, "age")) || (b->letter == 'S' &&
	    word_is(g, end - 1, "s") && word_is(g, first - 1, "the"));
}

static size_t
range_at(const struct grammar *g, size_t first, struct amount *a,
    bool between, struct hit *hit)
{
	struct amount b;
	bool hyphen;
	size_t stop = upper_at(g, first, a->end, a, between, &b, &hyphen), old;
	struct amount low = *a;

	if (stop == 0 || !range_of(g, first, &low, &b, hyphen, between))
		return 0;
	set_hit(g, hit, first, stop, &b);
	hit->numeral = low.n;
	hit->range = true;
	hit->value = join(g->arena, value_text(g, &low), "..",
	    value_text(g, &b));
	hit->plain = low.bare && hyphen;
	old = b.label == NUMBER_DURATION ? old_at(g, stop) : 0;
	if (old != 0) {
		hit->label = NUMBER_AGE;
		hit->end = old;
	} else if (hyphen && age_group(g, first, stop, &b)) {
		hit->label = NUMBER_AGE;
		hit->plain = false;
		hit->value = join(g->arena, years_text(g, &low), "..",
		    years_text(g, &b));
	}
	return hit->end;
}

/* Behind a plus-minus sign, +/- too; 0 when there is none. */
static size_t
plus_minus_at(const struct grammar *g, size_t i)
{
	if (sign_is(g, i, "\xC2\xB1"))
		return i + 1;
	return sign_is(g, i, "+") && sign_is(g, i + 1, "/") &&
	    hyphen_at(g, i + 2, false) && !g->atoms[i + 1].space &&
	    !g->atoms[i + 2].space ? i + 3 : 0;
}

/* 4.2 +/- 0.3 mm: from the least to the most */
static size_t
tolerance_at(const struct grammar *g, size_t first, const struct amount *a,
    struct hit *hit)
{
	struct amount low = *a, b, high;
	struct decimal minus;
	size_t j = plus_minus_at(g, a->end), end = j != 0 ? single_at(g, j,
	    &b) : 0;

	if (end == 0 || a->n.kind != NUMERAL_PLAIN || b.n.kind !=
	    NUMERAL_PLAIN || b.article || b.value.negative ||
	    a->value.negative ||
	    a->label == NUMBER_DURATION || b.label == NUMBER_DURATION ||
	    !(a->bare || b.bare || same_kind(a, &b)))
		return 0;
	high = b.bare ? *a : b;
	high.value = decimal_add(a->value, b.value, g->arena);
	minus = b.value;
	minus.negative = !decimal_zero(minus);
	if (!decimal_total(a->value, minus, &low.value, g->arena)) {
		minus = a->value;
		minus.negative = true;
		decimal_total(b.value, minus, &low.value, g->arena);
		low.value.negative = !decimal_zero(low.value);
	}
	set_hit(g, hit, first, end, &high);
	hit->range = true;
	hit->plain = false;
	hit->value = join(g->arena, value_text(g, &low), "..", value_text(g,
	    &high));
	return end;
}

/* aged about 35: the number alone */
static size_t
aged_about(const struct grammar *g, size_t first, size_t end,
    const struct amount *a)
{
	size_t row, before = first > 1 && may_stand(g, first - 1, MOD_LAST) ?
	    phrase_before(g, first, &lexicon_number_mods, &row) : 0;

	return word_is(g, before - 2, "aged") && (a->bare ||
	    (a->label == NUMBER_DURATION && a->letter == 'Y')) &&
	    a->n.kind == NUMERAL_PLAIN && !a->n.suffix &&
	    decimal_int(a->value) > 0 && decimal_int(a->value) < 130 ? end : 0;
}

/* Whether what ends at i has a price or a unit: "a gallon" is a rate. */
static bool
rate_before(const struct grammar *g, size_t i)
{
	struct amount before = { .n.kind = NUMERAL_PLAIN };
	const struct atom *last = g->atoms + i - 1;
	size_t row;

	return last->kind == ATOM_NUMBER || (last->kind == ATOM_SIGN &&
	    !sign_is(g, i - 1, ",")) || word_has(g, i - 1, WORD_ANY) ||
	    currency_at(g, i - 1, "wcmp", &row) != 0 ||
	    unit_at(g, i - 1, &before) != 0;
}

/* Whether "a" with a unit at first counts: only where an amount may stand. */
static bool
article_counts(const struct grammar *g, size_t first, size_t end,
    const struct amount *a)
{
	bool loose = class_at(g, first + 1, CONTEXT_LOOSE_UNIT) != 0;
	bool span = first == 0 || class_before(g, first, CONTEXT_SPAN);

	/* give me a second; followed by a second on Friday */
	if (end == first + 2 && word_is(g, first + 1, "second") && (!span ||
	    first == 0 || word_is(g, end, "on") || word_is(g, end, "in") ||
	    word_is(g, end, "at") || word_is(g, end, "near") ||
	    (end < g->count && g->atoms[end].kind == ATOM_WORD &&
	    class_at(g, end, CONTEXT_NONNOUN) == 0)))
		return false;
	if (a->label == NUMBER_QUANTITY && word_is(g, first + 1, "bit"))
		return false;
	if (a->n.kind != NUMERAL_PLAIN || span)
		return true;
	/* want a gallon of; $3 a gallon of petrol is a rate */
	if (a->label == NUMBER_QUANTITY && word_is(g, end, "of") && !loose)
		return !rate_before(g, first);
	return a->label == NUMBER_DURATION && sign_is(g, first - 1, ",") &&
	    !(first > 1 && g->atoms[first - 2].kind == ATOM_NUMBER);
}

/* yo, y/o behind a bare number, years old behind years */
static size_t
age_behind(const struct grammar *g, const struct amount *a, size_t end)
{
	if (a->label == NUMBER_DURATION)
		return old_at(g, end);
	return a->bare && a->n.kind == NUMERAL_PLAIN && !a->n.suffix ?
	    class_at(g, skip_hyphen(g, end), CONTEXT_AGE_BEHIND) : 0;
}

/* a share of votes, in percentage of 45.3, per cent of 22: told before */
static bool
percent_before(const struct grammar *g, size_t first, size_t end,
    const struct amount *a)
{
	size_t row, from;

	if (!a->bare || a->n.kind != NUMERAL_PLAIN || first < 2 ||
	    !word_is(g, first - 1, "of") || decimal_int(a->value) == 0 ||
	    (end < g->count && g->atoms[end].kind != ATOM_SIGN))
		return false;
	from = phrase_before(g, first - 1, &lexicon_number_context, &row);
	if (from == 0 || class_at(g, from - 1, CONTEXT_PERCENT_OF) != first - 1)
		return false;
	return from < 2 || word_has(g, from - 2, WORD_ARTICLE) ||
	    (g->atoms[from - 2].kind != ATOM_NUMBER &&
	    !word_has(g, from - 2, WORD_ANY));
}

#define MOST_LISTED 6	/* figures that share a unit */

/* Behind "by" or x between the sides of something, glued or not; 0 none. */
static size_t
side_behind(const struct grammar *g, size_t i)
{
	if (word_is(g, i, "by") || (sign_is(g, i, "\xC3\x97")) ||
	    (word_is(g, i, "x") && g->atoms[i].space == g->atoms[i + 1].space))
		return i + 1;
	return 0;
}

/* Whether a length is no side: a 4x100m relay. */
static bool
no_side(const struct amount *a, const struct amount *last)
{
	static const char *const lengths[] = {
		"m", "cm", "mm", "km", "um", "nm", "[ft_i]", "[in_i]", "[yd_i]",
		"[mi_i]"
	};
	size_t k = 0;

	while (k < sizeof lengths / sizeof *lengths && !slice_is(last->unit,
	    lengths[k]))
		k++;
	return k == sizeof lengths / sizeof *lengths || (k == 0 &&
	    decimal_int(a->value) == 4 && decimal_int(last->value) >= 50);
}

/* 5, 10 and 15 per cent: the unit of the last is that of all. */
static void
share_unit(const struct grammar *g, size_t first, struct amount *a, size_t end)
{
	struct amount last = *a;
	int64_t n = decimal_int(a->value);
	size_t k;
	bool final = false, sides = false;

	/* Mach 2 and 60 miles an hour */
	if (!a->bare || a->n.kind != NUMERAL_PLAIN || a->n.suffix ||
	    a->n.article || (n >= 1900 && n <= 2100) || n < 0 ||
	    (class_before(g, first, CONTEXT_NAME) &&
	    g->atoms[first - 1].capital && !sentence_first(g, first - 1)))
		return;
	for (k = 0; k < MOST_LISTED && last.bare && !final; k++) {
		final = word_is(g, end, "and") || word_is(g, end, "or") ||
		    word_is(g, end, "to");
		/* 210 x 297 mm, three by four metres, 5x7x9cm */
		sides = !final && side_behind(g, end) != 0;
		if (!final && !sides && !sign_is(g, end, ","))
			return;
		end = single_at(g, end + 1, &last);
		if (end == 0 || last.n.kind != NUMERAL_PLAIN || last.prefixed
		    || last.article || last.n.words != a->n.words)
			return;
	}
	if (!(final || sides) || last.bare || last.factored || last.n.half ||
	    last.label == NUMBER_DURATION || (sides && no_side(a, &last)))
		return;
	a->label = last.label;
	a->unit = last.unit;
	a->bare = false;
	if (last.n.power > a->n.power && a->n.power == 0) {
		a->n.power = last.n.power;
		a->n.value = decimal_shift(a->n.value, last.n.power, g->arena);
		a->value = a->n.value;
	}
}

/* 16- and 17-year-olds, two- or three-week: the unit behind the second */
static size_t
suspended_at(const struct grammar *g, size_t first, struct amount *a,
    struct hit *hit)
{
	struct amount b;
	size_t j = a->end, end;

	if (!a->bare || a->n.kind != NUMERAL_PLAIN || !sign_is(g, j, "-") ||
	    g->atoms[j].space || !(word_is(g, j + 1, "and") || word_is(g,
	    j + 1, "or")) || (end = single_at(g, j + 2, &b)) == 0 || b.bare ||
	    b.prefixed || b.n.kind != NUMERAL_PLAIN || b.factored ||
	    !(hyphen_at(g, end - 2, true) || hyphen_at(g, end, true)))
		return 0;
	a->label = b.label;
	a->unit = b.unit;
	a->letter = b.letter;
	a->times = b.times;
	a->bare = false;
	amount_finish(g, a);
	set_hit(g, hit, first, j, a);
	if (b.label == NUMBER_DURATION && old_at(g, end) != 0)
		hit->label = NUMBER_AGE;
	return j;
}

enum { LEAST_FIGURES = 4, MOST_FIGURES = 12 };

/* a seven-figure sum, earned six figures: as millions, an X and zeros */
static size_t
figures_at(const struct grammar *g, size_t first, const struct amount *a,
    struct hit *hit)
{
	bool hyphen = hyphen_at(g, a->end, true);
	size_t end = skip_hyphen(g, a->end) + 1;
	int64_t n = a->bare && a->n.kind == NUMERAL_PLAIN && a->n.power == 0 ?
	    decimal_int(a->value) : 0;
	struct amount vague = *a;

	if (n < LEAST_FIGURES || n > MOST_FIGURES || !((hyphen && word_is(g,
	    end - 1, "figure")) || (word_is(g, end - 1, "figures") && (hyphen ||
	    class_before(g, first, CONTEXT_SUM)))))
		return 0;
	vague.n.kind = NUMERAL_VAGUE;
	vague.n.zeros = (int)n - 1;
	set_hit(g, hit, first, end, &vague);
	hit->plain = false;
	return end;
}

size_t
amount_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct amount a;
	size_t first = i, end, stop;
	bool between = word_is(g, i, "between");

	memset(hit, 0, sizeof *hit);
	if ((end = aged_at(g, i, hit)) != 0 || (end = ages_of_at(g, i, hit))
	    != 0 || (end = aged_too_at(g, i, hit)) != 0)
		return end;
	if (word_is(g, i, "anywhere") && word_is(g, i + 1, "between")) {
		between = true;
		i++;
	}
	end = single_at(g, between ? over_approximate(g, i + 1) : i, &a);
	if (end == 0 || end <= i)
		return 0;
	if ((stop = range_at(g, first, &a, between, hit)) != 0 ||
	    (stop = tolerance_at(g, first, &a, hit)) != 0 ||
	    (stop = suspended_at(g, first, &a, hit)) != 0)
		return stop;
	if (between || (a.n.kind == NUMERAL_VAGUE && a.bare &&
	    a.n.zeros == 0))
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
	if ((stop = figures_at(g, first, &a, hit)) != 0)
		return stop;
	share_unit(g, first, &a, end);
	set_hit(g, hit, first, end, &a);
	if (percent_before(g, first, end, &a)) {
		hit->label = NUMBER_PERCENT;
		hit->unit = slice_of("%");
		hit->plain = false;
		return end;
	}
	if ((stop = age_behind(g, &a, end)) != 0 || (stop = aged_about(g,
	    first, end, &a)) != 0) {
		hit->label = NUMBER_AGE;
		hit->value = a.bare ? years_text(g, &a) : hit->value;
		hit->plain = false;
		hit->end = stop;
		return stop;
	}
	/* 7.5-magnitude */
	if (a.bare && hyphen_at(g, end, true) && class_at(g, end + 1,
	    CONTEXT_CARDINAL_TAIL) == end + 2) {
		hit->end = end + 2;
		hit->plain = false;
		return end + 2;
	}
	return a.article && !article_counts(g, first, end, &a) ? 0 : end;
}
