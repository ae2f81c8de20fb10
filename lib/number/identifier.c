/*
 * identifier: digits that name something by their shape: phone numbers,
 * dockets, statutes, account numbers, coordinates, addresses.
 *
 * The words before that take a number as a name (port 8080) are classes name
 * and code of number-context; names with numbers in them (Maroon 5) numbered.
 *
 * Bugs: a shape is seen within RUN_ATOMS of its beginning.
 */
#include "name.h"

/* 100-1000 grams, 1 000 000 people: something is counted behind end. */
static bool
measured(const struct grammar *g, size_t i, size_t end)
{
	struct hit hit;
	size_t stop = amount_at(g, i, &hit);

	return stop > end || (stop == end && !hit.range && end < g->count &&
	    g->atoms[end].kind == ATOM_WORD && !g->atoms[end].capital &&
	    class_at(g, end, CONTEXT_NONNOUN) == 0);
}

/* 555 123 4567, 1 800 555 1212: groups of three, three and four. */
static size_t
telephone_at(const struct grammar *g, size_t i)
{
	static const size_t widths[] = { 3, 3, 4 };
	size_t k;

	i += i + 3 < g->count && g->atoms[i].number == 1 &&
	    g->atoms[i].text.length == 1;
	for (k = 0; k < 3; k++, i++)
		if (i >= g->count || g->atoms[i].kind != ATOM_NUMBER ||
		    g->atoms[i].text.length != widths[k] ||
		    (k > 0 && !g->atoms[i].space))
			return 0;
	return i;
}

/* 1-800-FLOWERS */
static size_t
number_in_letters_at(const struct grammar *g, size_t i)
{
	return i + 4 < g->count && g->atoms[i].text.length == 1 &&
	    g->atoms[i].number == 1 && dash_at(g, i + 1) &&
	    g->atoms[i + 2].kind == ATOM_NUMBER &&
	    g->atoms[i + 2].text.length == 3 && dash_at(g, i + 3) &&
	    g->atoms[i + 4].kind == ATOM_WORD && g->atoms[i + 4].upper ?
	    i + 5 : 0;
}

/* 4111 1111 1111 1111: three or four groups of four; no years. */
static size_t
card_at(const struct grammar *g, size_t i)
{
	size_t end = i;
	bool years = true;

	while (end < i + 4 && end < g->count && g->atoms[end].kind ==
	    ATOM_NUMBER && g->atoms[end].text.length == 4 &&
	    !g->atoms[end].point && (end == i || g->atoms[end].space)) {
		years = years && g->atoms[end].number >= 1800 &&
		    g->atoms[end].number <= 2100;
		end++;
	}
	return end < i + 3 || years ? 0 : end;
}

/* Digits in three or more groups, a leading zero, + before: a phone number,
 * an ISBN, a serial.  Returns the end. */
size_t
identifier_at(const struct grammar *g, size_t i)
{
	size_t j = i, groups = 0, digits = 0, hyphens = 0, letters = 0;
	bool plus = false, zero;

	if (sign_is(g, j, "+") && !g->atoms[j + 1].space) {
		plus = true;
		j++;
	}
	if (sign_is(g, j, "(") && g->atoms[j + 1].kind == ATOM_NUMBER &&
	    sign_is(g, j + 2, ")") && g->atoms[j + 3].kind == ATOM_NUMBER &&
	    g->atoms[j + 1].text.length == 3) {
		j += 3;
		plus = true;
	}
	if (g->atoms[j].kind != ATOM_NUMBER || g->atoms[j].grouped ||
	    j >= g->count)
		return 0;
	if (telephone_at(g, j) != 0)
		return telephone_at(g, j);
	if (number_in_letters_at(g, j) != 0)
		return number_in_letters_at(g, j);
	if (card_at(g, j) != 0)
		return card_at(g, j);
	zero = g->atoms[j].zero && !g->atoms[j].point;
	for (;;) {
		if (g->atoms[j].grouped || (g->atoms[j].point && groups == 0 &&
		    g->atoms[j].text.length < 7))
			break;
		groups++;
		digits += g->atoms[j].text.length;
		j++;
		if (g->atoms[j].kind == ATOM_NUMBER && g->atoms[j].space &&
		    j < g->count && (g->atoms[j - 1].zero || plus || groups > 1
		    || g->atoms[j].zero) && !g->atoms[j].point)
			continue;
		if (dash_at(g, j) && g->atoms[j + 1].kind == ATOM_NUMBER) {
			hyphens++;
			j++;
			continue;
		}
		if (g->atoms[j].kind == ATOM_WORD && !g->atoms[j].space &&
		    g->atoms[j].upper && j < g->count &&
		    g->atoms[j + 1].kind == ATOM_NUMBER &&
		    !g->atoms[j + 1].space) {
			letters++;
			j++;
			continue;
		}
		break;
	}
	if (groups >= 3 && digits >= 7)
		return hyphens + letters == 0 && !zero && !plus &&
		    measured(g, i, j) ? 0 : j;
	if (letters > 0 && groups >= 2)
		return j;
	if (groups >= 3 && hyphens >= 2)
		return j;
	if (groups >= 2 && digits >= 7 && (zero || plus || (hyphens == 1 &&
	    digits == 7 && g->atoms[i].text.length == 3 &&
	    !measured(g, i, j))))
		return j;
	if (plus && digits >= 7)
		return j;
	if (zero && groups == 1 && g->atoms[i].text.length > 2 &&
	    !sign_is(g, j, ":") && !class_at(g, j, CONTEXT_YEAR_NO))
		return 0;
	return 0;
}

/* 10 Downing Street: a number, capital words, a word for a street. */
size_t
address_at(const struct grammar *g, size_t i, size_t end)
{
	size_t j;

	if (i > 0 && class_before(g, i, CONTEXT_PRONOUN_BEFORE))
		return 0;	/* the 31 Supreme Court justices */
	for (j = end; j < end + 4 && capital_word(g, j); j++)
		if (j > end && class_at(g, j, CONTEXT_STREET) == j + 1 &&
		    !sign_is(g, end, ","))
			return j + 1;
	return 0;
}
