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
	    a[1].space || a[2].space || a[0].zero || a[2].zero)
		return 0;
	*top = a[0].number;
	*bottom = a[2].number;
	if (!a[3].space && class_at(g, i + 3, "ordinal-end") == i + 4)
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

size_t
fraction_at(const struct grammar *g, size_t i, struct numeral *n)
{
	int64_t value = -1, part;
	size_t end, j;

	memset(n, 0, sizeof *n);
	n->kind = NUMERAL_FRACTION;
	if (i >= g->count)
		return 0;
	end = slash_at(g, i, &n->top, &n->bottom);
	if (end != 0)
		return end;
	if (g->atoms[i].kind == ATOM_PART &&
	    part_value(g->atoms[i].text, &n->top, &n->bottom)) {
		return i + 1;
	}
	if (g->atoms[i].kind != ATOM_WORD && g->atoms[i].kind != ATOM_NUMBER)
		return 0;
	n->words = true;
	if (word_value(g, i, "article") >= 0) {
		value = 1;
		j = i + 1;
		n->article = true;
	} else if (word_value(g, i, "part") == 2 && word_is(g, i, "half")) {
		n->top = 1;
		n->bottom = 2;
		return i + 1;
	} else {
		j = count_at(g, i, &value);
		if (j == 0)
			j = i;
	}
	end = skip_hyphen(g, j);
	if (word_value(g, end, "hundred") >= 0)
		return 0;
	part = word_value(g, end, "part");
	if (part < 0 && g->atoms[i].kind == ATOM_WORD && value > 20 &&
	    j > i) {
		/* "twenty one hundredths" needs no more */
		part = -1;
	}
	if (part > 0 && j > i && value >= 0 &&
	    (value != 1 || part == 100 || g->atoms[end].norm.at[
	    g->atoms[end].norm.length - 1] != 's' || n->article == false)) {
		bool plural = g->atoms[end].norm.at[
		    g->atoms[end].norm.length - 1] == 's';

		if (value != 1 && !plural && !(end > j && value < 20))
			return 0;
		/* twenty-fifth, one hundred sixth */
		if (!plural && value >= 20 && part < 100)
			return 0;
		n->top = value;
		n->bottom = part;
		return end + 1;
	}
	if (part == 4 && j == i && word_is(g, i, "quarter")) {
		n->top = 1;
		n->bottom = 4;
		return i + 1;
	}
	/* one in five, nine out of ten, three of every four */
	if (j > i && !n->article && value > 0) {
		if (word_is(g, j, "in"))
			end = j + 1;
		else if (word_is(g, j, "out") && word_is(g, j + 1, "of"))
			end = j + 2;
		else if (word_is(g, j, "over") && g->atoms[i].kind ==
		    ATOM_WORD && g->atoms[j + 1].kind == ATOM_WORD)
			end = j + 1;
		else
			return 0;
		if (word_is(g, end, "every") || word_is(g, end, "each"))
			end++;
		j = count_at(g, end, &part);
		if (j == 0 || part <= value || part < 2 ||
		    g->atoms[j - 1].grouped ||
		    (part > 1000 && g->atoms[j - 1].kind == ATOM_NUMBER))
			return 0;
		if (word_is(g, end - 1, "in") && value != 1 &&
		    part != 10 && part != 5 && part != 3 && part != 4 &&
		    part != 100)
			return 0;
		n->top = value;
		n->bottom = part;
		return j;
	}
	return 0;
}

size_t
ordinal_at(const struct grammar *g, size_t i, struct numeral *n)
{
	int64_t value, rest;
	size_t j = i, k;

	memset(n, 0, sizeof *n);
	n->kind = NUMERAL_ORDINAL;
	if (i >= g->count)
		return 0;
	if (g->atoms[i].kind == ATOM_NUMBER) {
		if (g->atoms[i].point || g->atoms[i + 1].space ||
		    g->atoms[i].number < 1 || (g->atoms[i].zero &&
		    g->atoms[i].whole > 2) || class_at(g, i + 1, "ordinal-end") != i + 2)
			return 0;
		n->value = g->atoms[i].value;
		return i + 2;
	}
	n->words = true;
	if ((value = word_value(g, i, "ordinal")) >= 0 ||
	    (value = word_value(g, i, "ordinal-ten")) >= 0) {
		n->value = of_int(g, value);
		return i + 1;
	}
	/* words before: twenty-first, one hundred and fifth */
	{
		struct numeral head;
		int64_t group = 0;

		memset(&head, 0, sizeof head);
		k = words_at(g, i, &head);
		if (k == 0) {
			if (word_value(g, i, "article") < 0)
				k = i;
			else
				k = i + 1;
			head.value = of_int(g, 1);
		}
		j = skip_hyphen(g, k);
		rest = word_value(g, j, "ordinal-hundred");
		if (rest < 0)
			rest = word_value(g, j, "ordinal-magnitude");
		if (rest >= 0) {
			n->value = scaled(g, head.value, rest);
			return j + 1;
		}
		if (k <= i + (word_value(g, i, "article") >= 0))
			return 0;
		if (word_is(g, j, "and"))
			j = skip_hyphen(g, j + 1);
		group = decimal_int(head.value);
		value = word_value(g, j, "ordinal");
		if (value < 0)
			value = word_value(g, j, "ordinal-ten");
		if (value < 0 && word_value(g, j, "ten") >= 20) {
			k = skip_hyphen(g, j + 1);
			rest = word_value(g, k, "ordinal");
			if (rest > 0 && rest < 10) {
				value = word_value(g, j, "ten") + rest;
				j = k;
			}
		}
		if (value <= 0 || group < 0)
			return 0;
		/* 20 + 1..9; 100 + 1..99 */
		if (group % 100 == 0 ? value > 99 : group % 10 != 0 ||
		    group % 100 < 20 || value > 9)
			return 0;
		n->value = decimal_add(head.value, of_int(g, value), g->arena);
		return j + 1;
	}
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
