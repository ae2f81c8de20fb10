/*
 * numeral: digits and number words to exact decimals.
 *
 *	numeral  = [minus] (digits | words) [and a half] [suffix] magnitude*
 *	words    = group {magnitude [and] group} [point digit+]
 *	group    = (1..99) [hundred [and] (1..99)] | (13..20) (00..99), a year
 *	vague    = several | a few | hundreds [of thousands] ...
 *
 * What a word counts is in number-words.tsv.  Recursive descent without
 * backing up: each function looks at most a few atoms past what it takes.
 *
 * Bugs: "two thousand, three hundred of them" is one numeral.
 */
#include "numeral.h"

extern const struct lexicon lexicon_number_vocabulary;

int64_t
numeral_class(struct slice word, unsigned class)
{
	const struct lexicon *table = &lexicon_number_vocabulary;
	size_t row = lexicon_find(table, word);
	struct atom atom = { .row = (uint32_t)row,
	    .set = lexicon_set(table, row) };

	return atom_has(&atom, class) ? slice_int(atom_cell(&atom, class)) :
	    -1;
}

#define TEN_LETTERS 5	/* of the shortest ten (forty) */

int64_t
joined_value(const struct grammar *g, size_t i, unsigned class)
{
	const struct atom *a = g->atoms + i;
	size_t cut;

	if (i >= g->count || !a->joined)
		return -1;
	for (cut = TEN_LETTERS; cut + 2 < a->norm.length && cut <
	    TEN_LETTERS + 3; cut++) {
		struct slice rest = { a->norm.at + cut, a->norm.length - cut };
		int64_t ten, unit;

		/* all tens end so; most words are no numbers */
		if (a->norm.at[cut - 1] != 'y')
			continue;
		ten = numeral_class((struct slice){ a->norm.at, cut },
		    WORD_TEN);
		if (ten < 0 || (unit = numeral_class(rest, class)) <= 0 ||
		    unit > 9)
			continue;
		return ten + unit;
	}
	return -1;
}

bool
number_word(const struct grammar *g, size_t i)
{
	return word_has(g, i, WORD_ANY) || joined_value(g, i, WORD_UNIT) > 0;
}

/* A dash inside a word too, and the blanks of text that was taken apart. */
size_t
compound_gap(const struct grammar *g, size_t i)
{
	if (i < g->count && (sign_is(g, i, "-") ? g->atoms[i].space &&
	    g->atoms[i + 1].space : sign_is(g, i, "\xE2\x80\x94") &&
	    !g->atoms[i].space && !g->atoms[i + 1].space))
		return i + 1;
	return skip_hyphen(g, i);
}

bool
minus_at(const struct grammar *g, size_t i)
{
	return sign_is(g, i, "-") || sign_is(g, i, "\xE2\x88\x92");
}

bool
dozen_at(const struct grammar *g, size_t i, bool first)
{
	return word_has(g, i, WORD_DOZEN) || (!first && word_is(g, i,
	    "dozens"));
}

/* 0..99 in words. */
static size_t
below_hundred(const struct grammar *g, size_t i, int64_t *value)
{
	size_t j;
	int64_t unit;

	if ((*value = word_value(g, i, WORD_UNIT)) >= 0 ||
	    (*value = word_value(g, i, WORD_TEEN)) >= 0 ||
	    (*value = joined_value(g, i, WORD_UNIT)) >= 0)
		return i + 1;
	if ((*value = word_value(g, i, WORD_TEN)) < 0)
		return 0;
	j = compound_gap(g, i + 1);
	unit = word_value(g, j, WORD_UNIT);
	if (unit > 0 && (j > i + 1 || g->atoms[j].space)) {
		*value += unit;
		return j + 1;
	}
	return i + 1;
}

/* 0..9999 in words: one hundred and five, nineteen seventy-three. */
static size_t
group_at(const struct grammar *g, size_t i, int64_t *value)
{
	size_t j, k, end;
	int64_t rest;

	if (word_has(g, i, WORD_HUNDRED)) {
		*value = 1;
		j = i;
	} else {
		j = below_hundred(g, i, value);
		if (j == 0)
			return 0;
	}
	k = skip_hyphen(g, j);
	if ((word_has(g, k, WORD_HUNDRED) || word_is(g, k, "hundreds")) &&
	    *value > 0) {
		*value *= 100;
		end = k + 1;
		k = skip_hyphen(g, end);
		if (word_is(g, k, "and"))
			k = skip_hyphen(g, k + 1);
		j = below_hundred(g, k, &rest);
		/* "two hundred and fifty thousand", not "... and two hundred" */
		if (j != 0 && !word_has(g, j, WORD_HUNDRED)) {
			*value += rest;
			return j;
		}
		return end;
	}
	if (*value >= 13 && *value <= 20 && g->atoms[k].kind == ATOM_WORD) {
		if (word_has(g, k, WORD_OH) && (rest = word_value(g,
		    skip_hyphen(g, k + 1), WORD_UNIT)) > 0) {
			*value = *value * 100 + rest;
			return skip_hyphen(g, k + 1) + 1;
		}
		if (!word_has(g, k, WORD_TEEN) && !word_has(g, k, WORD_TEN))
			return j;
		end = below_hundred(g, k, &rest);
		if (end == 0 || word_has(g, end, WORD_HUNDRED) || word_has(g,
		    end, WORD_MAGNITUDE))
			return j;
		*value = *value * 100 + rest;
		return end;
	}
	return j;
}

/* point five, point one four one */
static size_t
point_at(const struct grammar *g, size_t i, struct decimal *value)
{
	char digits[64];
	size_t length = 0, j = i + 1, end = 0;
	int64_t n;

	if (!word_has(g, i, WORD_POINT))
		return 0;
	digits[length++] = '.';
	while (length + 3 < sizeof digits) {
		size_t next;

		if (word_has(g, j, WORD_OH)) {
			n = 0;
			next = j + 1;
		} else {
			next = below_hundred(g, j, &n);
		}
		if (next == 0)
			break;
		if (n >= 10)
			digits[length++] = (char)('0' + n / 10);
		digits[length++] = (char)('0' + n % 10);
		end = j = next;
	}
	if (end != 0)
		*value = decimal_of((struct slice){ digits, length }, g->arena);
	return end;
}

size_t
magnitudes_at(const struct grammar *g, size_t i, int64_t *power)
{
	size_t end = 0;
	int64_t p;

	*power = 0;
	for (;;) {
		size_t j = skip_hyphen(g, i);

		if ((p = word_value(g, j, WORD_MAGNITUDE)) < 0 &&
		    (p = end == 0 ? word_value(g, j, WORD_SHORT) : -1) < 0 &&
		    ((p = word_value(g, j, WORD_CROWD)) < 3 || j == 0))
			break;
		if (*power + p > 300)
			break;
		*power += p;
		end = i = j + 1;
	}
	return end;
}

size_t
part_words_at(const struct grammar *g, size_t i, struct decimal *value,
    int power)
{
	size_t j = i, end;
	int64_t top, part;
	struct decimal whole;

	if (word_has(g, j, WORD_ARTICLE)) {
		top = 1;
		j++;
	} else if ((j = below_hundred(g, i, &top)) == 0) {
		return 0;
	}
	end = skip_hyphen(g, j);
	part = word_value(g, end, WORD_PART);
	if (part < 2 || part > 10 || top >= part)
		return 0;
	whole = scaled(g, of_int(g, top), power);
	decimal_divide(whole, part, 9, value, g->arena);
	return end + 1;
}

/* and a half | and three quarters, before a magnitude or a dozen */
static size_t
and_words_at(const struct grammar *g, size_t i, struct decimal *part)
{
	int64_t any;
	size_t end;

	i = skip_hyphen(g, i);
	if (!word_is(g, i, "and"))
		return 0;
	end = part_words_at(g, skip_hyphen(g, i + 1), part, 0);
	return end != 0 && (dozen_at(g, skip_hyphen(g, end), false) ||
	    magnitudes_at(g, end, &any) != 0) ? end : 0;
}

/* value dozen; "three hundred and two dozen" are twelve times the two. */
static int64_t
dozens(const struct grammar *g, size_t i, size_t end, int64_t value)
{
	int64_t small = value % 100;

	for (; i < end; i++)
		if (word_is(g, i, "and") && value > 100 && small > 0)
			return value - small + 12 * small;
	return 12 * value;
}

/* What of a number in words has been read. */
struct spelled {
	struct decimal total;	/* of the groups so far */
	struct decimal part;	/* the group at hand, without its magnitude */
	int64_t value;		/* its whole number */
	int64_t last;		/* the power before, as less must follow */
	bool first;		/* group */
	bool comma;		/* before it */
	bool decimals;		/* "point five" is part of it */
};

/* The number is this as a whole, and ends there. */
static size_t
put_whole(struct numeral *n, struct decimal value, size_t end)
{
	n->value = n->mantissa = value;
	return end;
}

/* Behind what joins the next group to the one before: a comma, a hyphen, "and".
 */
static size_t
joint_end(const struct grammar *g, size_t j, struct spelled *s)
{
	s->comma = sign_is(g, j, ",") && s->last > 2;
	j = skip_hyphen(g, j + s->comma);
	return word_is(g, j, "and") ? skip_hyphen(g, j + 1) : j;
}

/* two million and a half */
static size_t
magnitude_and_part_at(const struct grammar *g, size_t j,
    const struct spelled *s, struct numeral *n)
{
	struct decimal part;
	size_t k;

	if (s->last < 6 || s->last >= 1000 || !word_is(g, j - 1, "and") ||
	    (k = part_words_at(g, j, &part, (int)s->last)) == 0)
		return 0;
	n->power = 0;
	return put_whole(n, decimal_add(s->total, part, g->arena), k);
}

/* Reads a group from *j on, before its magnitude, and moves *j behind it: two
 * hundred, five point one.  A magnitude may stand first; false when there is
 * neither. */
static bool
read_group(const struct grammar *g, size_t *j, struct spelled *s)
{
	struct decimal fraction;
	size_t end;

	s->decimals = false;
	s->value = 1;
	if (!s->first || !word_has(g, *j, WORD_MAGNITUDE)) {
		end = group_at(g, *j, &s->value);
		if (end == 0) {
			s->value = 0;
			s->decimals = true;
			end = point_at(g, *j, &s->part);
			*j = end;
			return end != 0;
		}
		*j = end;
	}
	s->part = of_int(g, s->value);
	end = point_at(g, *j, &fraction);
	if (end != 0) {
		s->part = decimal_add(s->part, fraction, g->arena);
		s->decimals = true;
		*j = end;
	}
	return true;
}

/* Whether dozens are what the first group, from i to *end, counts: their end.
 * Else a part may follow it, and *end moves: two and a half. */
static size_t
dozens_end(const struct grammar *g, size_t i, size_t *end, struct spelled *s,
    struct numeral *n)
{
	struct decimal fraction;
	size_t m = skip_hyphen(g, *end);

	if (s->decimals)
		return 0;
	if (dozen_at(g, m, false))
		return put_whole(n, of_int(g, dozens(g, i, *end, s->value)),
		    m + 1);
	m = n->article ? 0 : and_words_at(g, *end, &fraction);
	if (m == 0)
		return 0;
	s->part = decimal_add(s->part, fraction, g->arena);
	s->decimals = true;
	*end = m;
	m = skip_hyphen(g, m);
	return dozen_at(g, m, false) ? put_whole(n, decimal_trim(
	    decimal_multiply(s->part, of_int(g, 12), g->arena)), m + 1) : 0;
}

static void
add_group(const struct grammar *g, struct spelled *s, int64_t power,
    struct numeral *n)
{
	struct decimal value = scaled(g, s->part, power);

	n->power = s->first ? (int)power : 0;
	if (s->first)
		n->mantissa = s->part;
	s->total = s->first ? value : decimal_add(s->total, value, g->arena);
	s->last = power;
	s->first = false;
}

size_t
words_at(const struct grammar *g, size_t i, struct numeral *n)
{
	struct spelled s = { .last = 1000, .first = true };
	int64_t power;
	size_t j = i, end = 0, k, m;

	if (!number_word(g, i))
		return 0;
	s.total = of_int(g, 0);
	n->words = true;
	n->article = word_has(g, i, WORD_ARTICLE);
	if (n->article && !word_has(g, ++j, WORD_HUNDRED) &&
	    !word_has(g, j, WORD_MAGNITUDE) && !word_has(g, j, WORD_DOZEN)) {
		n->article = false;
		return 0;
	}
	for (;;) {
		if (s.first && word_has(g, j, WORD_DOZEN))
			return put_whole(n, of_int(g, 12), j + 1);
		if (!s.first) {
			j = joint_end(g, j, &s);
			k = magnitude_and_part_at(g, j, &s, n);
			if (k != 0)
				return k;
		}
		k = j;
		if (!read_group(g, &k, &s))
			break;
		if (s.first && (m = dozens_end(g, i, &k, &s, n)) != 0)
			return m;
		m = magnitudes_at(g, k, &power);
		if (!s.first && s.decimals && m != 0 && power >= s.last) {
			n->power = 0;
			return put_whole(n, scaled(g, decimal_add(s.total,
			    s.part, g->arena), power), m);
		}
		if (power >= s.last || (s.comma && m == 0 && s.value < 100))
			break;
		add_group(g, &s, power, n);
		end = j = m != 0 ? m : k;
		if (power == 0 || s.decimals)
			break;
	}
	if (end == 0)
		return 0;
	if (n->power == 0)
		n->mantissa = s.total;
	n->value = s.total;
	return end;
}

void
add_part(const struct grammar *g, struct decimal *value, int64_t top,
    int64_t bottom)
{
	struct decimal d;

	if (!decimal_divide(of_int(g, top), bottom, 16, &d, g->arena))
		d = decimal_round(d, 15, g->arena);
	*value = decimal_add(*value, d, g->arena);
}

size_t
and_part_at(const struct grammar *g, size_t i, int64_t *top, int64_t *bottom)
{
	struct numeral f = { 0 };
	size_t end;

	i = skip_hyphen(g, i);
	if (!word_is(g, i, "and"))
		return 0;
	end = fraction_at(g, skip_hyphen(g, i + 1), &f);
	if (end == 0 || f.top >= f.bottom || f.kind != NUMERAL_FRACTION)
		return 0;
	if (!f.words && f.bottom > 16)
		return 0;
	*top = f.top;
	*bottom = f.bottom;
	return end;
}

bool
plural_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return i < g->count && a->kind == ATOM_WORD && !a->capital &&
	    a->norm.length > 3 && a->norm.at[a->norm.length - 1] == 's';
}

/* hundreds [of thousands], several hundred, a few thousand, dozens */
static size_t
vague_at(const struct grammar *g, size_t i, struct numeral *n)
{
	size_t j = i, k;
	int64_t power;

	n->kind = NUMERAL_VAGUE;
	n->words = true;
	n->value = of_int(g, 0);
	/* scores of people */
	if ((power = word_value(g, i, WORD_CROWD_OF)) >= 0) {
		n->zeros = (int)power;
		return word_is(g, i + 1, "of") && plural_at(g, i + 2) ? i + 1 :
		    0;
	}
	if ((power = word_value(g, i, WORD_CROWD)) >= 0) {
		n->zeros = (int)power;
		j = i + 1;
		while (word_is(g, j, "of") &&
		    ((power = word_value(g, j + 1, WORD_CROWD)) >= 0 ||
		    (power = word_value(g, j + 1, WORD_MAGNITUDE)) >= 0) &&
		    n->zeros < 300) {
			n->zeros += (int)power;
			j += 2;
		}
		return j;
	}
	if (word_has(g, i, WORD_ARTICLE)) {
		n->article = true;
		j++;
		if (word_is(g, j, "good") || word_is(g, j, "very"))
			j++;
	}
	if (word_has(g, j, WORD_COUPLE) && (n->article || word_has(g, j + 1,
	    WORD_HUNDRED) || word_has(g, j + 1, WORD_MAGNITUDE) || word_has(g, j
	    + 1, WORD_DOZEN))) {
		n->approximate = true;
		n->kind = NUMERAL_PLAIN;
		n->value = n->mantissa = of_int(g, 2);
		j++;
		if (word_is(g, j, "of"))
			j++;
		else if (g->atoms[j].kind != ATOM_WORD && !alone(g, i, j))
			return 0;
		k = j;
		if (word_has(g, k, WORD_HUNDRED)) {
			n->power = 2;
			k++;
		}
		if ((j = magnitudes_at(g, k, &power)) != 0) {
			n->power += (int)power;
			k = j;
		}
		if (word_has(g, k, WORD_DOZEN)) {
			n->value = of_int(g, 24);
			return k + 1;
		}
		n->value = scaled(g, n->value, n->power);
		return k;
	}
	if (!word_has(g, j, WORD_VAGUE))
		return 0;
	if (word_is(g, j, "few") && !n->article && j == i && !word_has(g, j + 1,
	    WORD_HUNDRED) && !word_has(g, j + 1, WORD_MAGNITUDE) &&
	    !class_before(g, i, CONTEXT_FEW))
		return 0;
	j++;
	if (word_has(g, j, WORD_HUNDRED)) {
		n->zeros = 2;
		j++;
	} else if (word_has(g, j, WORD_DOZEN)) {
		n->zeros = 1;
		return j + 1;
	}
	k = magnitudes_at(g, j, &power);
	if (k != 0) {
		n->zeros += (int)power;
		j = k;
	}
	return j;
}

/* (half | a quarter | three quarters) [of] [a | an] (million | dozen ...) */
static size_t
part_of_magnitude(const struct grammar *g, size_t i, struct numeral *n)
{
	struct numeral f;
	size_t end = fraction_at(g, i, &f), j;
	struct decimal whole;
	int64_t power;
	bool joined = false;

	if (end == 0 || !f.words || f.bottom > 10)
		return 0;
	j = skip_hyphen(g, end);
	if (word_is(g, j, "of")) {
		j++;
		joined = true;
	}
	if (word_has(g, j, WORD_ARTICLE)) {
		j++;
		joined = true;
	}
	if (!joined && f.top != 1 && !word_has(g, j, WORD_MAGNITUDE))
		return 0;
	if (word_has(g, j, WORD_DOZEN)) {
		whole = of_int(g, 12);
		power = 0;
		j++;
	} else if (word_has(g, j, WORD_HUNDRED)) {
		whole = of_int(g, 100);
		power = 0;
		j++;
	} else {
		whole = of_int(g, 1);
		j = magnitudes_at(g, j, &power);
		if (j == 0)
			return 0;
	}
	n->words = true;
	n->half = true;
	whole = scaled(g, decimal_multiply(whole, of_int(g, f.top), g->arena),
	    power);
	if (!decimal_divide(whole, f.bottom, 15, &n->value, g->arena))
		return 0;
	n->mantissa = n->value;
	return j;
}

#define CELL_ATOMS 2	/* behind the number of a cell, at most: - 2 degrees */

/* What stands before a number. */
struct lead {
	bool minus;
	bool apart;		/* a blank is behind it */
};

/* Reads a sign or "minus" at *i, or nothing, and moves *i to where the number
 * itself begins; false when none can. */
static bool
lead_at(const struct grammar *g, size_t *i, struct lead *lead)
{
	const struct atom *a = g->atoms + *i;

	if (a->kind == ATOM_WORD && class_at(g, *i, CONTEXT_MINUS) == *i + 1) {
		if (word_is(g, *i - 1, "or") && word_is(g, *i - 2, "plus"))
			return false;
		lead->minus = true;
		++*i;
		return a[1].kind == ATOM_NUMBER || word_has(g, *i, WORD_UNIT) ||
		    word_has(g, *i, WORD_TEEN) || word_has(g, *i, WORD_TEN) ||
		    word_is(g, *i, "point");
	}
	if (a->kind != ATOM_SIGN)
		return true;
	if (minus_at(g, *i)) {
		if (!(a->space || *i == 0 || sign_is(g, *i - 1, "(")) ||
		    !(a[1].kind == ATOM_NUMBER || sign_is(g, *i + 1, ".")))
			return false;
		/* apart only where nothing else is said: - 12 */
		lead->apart = a[1].space;
		lead->minus = true;
		++*i;
		/* -2020-07-01 is a date behind a dash */
		return !(hyphen_at(g, *i + 1, true) && hyphen_at(g, *i + 3,
		    true));
	}
	if (slice_is(a->text, "+") && a->space && a[1].kind == ATOM_NUMBER &&
	    !a[1].space) {
		++*i;
		return true;
	}
	return slice_is(a->text, ".");
}

/* A number in words with a part: three and a half, a million and a half. */
static size_t
words_and_part_at(const struct grammar *g, size_t i, struct numeral *n)
{
	size_t end = words_at(g, i, n), k;
	int64_t top, bottom;
	struct decimal part;

	if (end == 0 || n->article)
		return end;
	k = and_part_at(g, end, &top, &bottom);
	if (k == 0)
		return end;
	if (n->power == 0) {
		add_part(g, &n->value, top, bottom);
		n->mantissa = n->value;
		return k;
	}
	if (!word_is(g, end + 1, "a") || !decimal_divide(scaled(g, of_int(g,
	    top), n->power), bottom, 9, &part, g->arena))
		return end;
	n->value = decimal_add(n->value, part, g->arena);
	return k;
}

/* nil, alone */
static size_t
nil_at(const struct grammar *g, size_t i, struct numeral *n)
{
	if (!word_has(g, i, WORD_NIL) || !alone(g, i, i + 1))
		return 0;
	n->words = true;
	return put_whole(n, of_int(g, 0), i + 1);
}

/* Any number that begins with a word. */
static size_t
word_numeral_at(const struct grammar *g, size_t i, struct numeral *n)
{
	static size_t (*const readers[])(const struct grammar *, size_t,
	    struct numeral *) = {
		part_of_magnitude, words_and_part_at, vague_at, nil_at
	};
	size_t k, end;

	for (k = 0; k < sizeof readers / sizeof *readers; k++) {
		end = readers[k](g, i, n);
		if (end != 0)
			return end;
		memset(n, 0, sizeof *n);
	}
	return 0;
}

static size_t
read_numeral(const struct grammar *g, size_t i, int flags, struct numeral *n)
{
	struct lead lead = { false, false };
	size_t j = i, end;

	memset(n, 0, sizeof *n);
	if (i >= g->count || !lead_at(g, &j, &lead))
		return 0;
	if (lead.minus && g->atoms[i].kind == ATOM_SIGN)
		flags |= NUMERAL_SIGNED;
	end = digits_at(g, j, flags, 0, n);
	if (end != 0 && (n->kind == NUMERAL_FRACTION || (lead.apart &&
	    !(alone(g, i, end) || (alone(g, i, g->count) &&
	    end + CELL_ATOMS >= g->count)))))
		return 0;
	if (end == 0 && g->atoms[j].kind == ATOM_WORD)
		end = word_numeral_at(g, j, n);
	if (end == 0) {
		memset(n, 0, sizeof *n);
		return 0;
	}
	if (n->bare == 0)
		n->bare = end;
	n->sign = lead.minus;
	if (lead.minus) {
		n->value.negative = !n->value.negative;
		n->mantissa.negative = !n->mantissa.negative;
	}
	return end;
}

/* The recognisers ask for the same numeral one after another. */
size_t
numeral_at(const struct grammar *g, size_t i, int flags, struct numeral *n)
{
	struct numeral_memo *memo = &g->memos->numerals[(2 * i +
	    (flags != 0)) % NUMERAL_MEMO];
	size_t end;

	if (i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    !number_word(g, i) && class_at(g, i, CONTEXT_MINUS) == 0) {
		memset(n, 0, sizeof *n);
		return 0;
	}
	if (memo->i == i && memo->flags == flags) {
		*n = memo->numeral;
		return memo->end;
	}
	/* which may come here again for another place */
	end = read_numeral(g, i, flags, n);
	memo->i = i;
	memo->flags = flags;
	memo->end = end;
	memo->numeral = *n;
	return end;
}
