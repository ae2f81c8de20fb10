/*
 * identifier: digits that name something by their shape: phone numbers,
 * dockets, statutes, account numbers, coordinates, addresses.
 *
 * The words before that take a number as a name (port 8080) are classes name
 * and code of number-context; names with numbers in them (Maroon 5) numbered.
 *
 * Bugs: a shape is seen within RUN_ATOMS of its beginning.
 */
#include "../ascii.h"
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

/* Whether a number is dialled from the whole land: 1300 655 506. */
static bool
free_call(const struct atom *a)
{
	static const int64_t codes[] = { 1300, 1800, 1818, 1850, 1890 };
	size_t k;

	for (k = 0; k < sizeof codes / sizeof *codes; k++)
		if (a->number == codes[k] && a->text.length == 4)
			return true;
	return false;
}

/* 555 123 4567, 1 800 555 1212, 1300 655 506: groups of three, three and four,
 * or the four first. */
static size_t
telephone_at(const struct grammar *g, size_t i)
{
	bool called = free_call(&g->atoms[i]) && !word_is(g, i - 1, "in");
	const size_t widths[] = { called ? 4 : 3, 3, called ? 3 : 4 };
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

/* What is written together from a number on: 3:19-cv-00290, 2016/679. */
struct run {
	size_t end, numbers, words, colons, slashes, widest;
	bool docket;		/* letters of a court between hyphens */
	bool capitals;		/* capitals between hyphens: 2020-DL-01 */
	bool suffix;		/* behind a slash: 95/46/EC */
	bool year;
};

#define RUN_ATOMS 24
#define CAPITALS 5	/* the longest initials in a code */

static void
run_word(const struct grammar *g, size_t i, struct run *run)
{
	const struct atom *a = g->atoms + i;
	bool initials = a->upper && a->text.length <= CAPITALS;

	run->words++;
	if (sign_is(g, i - 1, "/"))
		run->suffix = run->suffix || initials;
	if (!dash_at(g, i - 1) || !dash_at(g, i + 1) ||
	    a[2].kind != ATOM_NUMBER)
		return;
	run->docket = run->docket || class_at(g, i, CONTEXT_DOCKET) != 0;
	run->capitals = run->capitals || initials;
}

static void
run_at(const struct grammar *g, size_t i, struct run *run)
{
	const struct atom *a;
	size_t j;

	*run = (struct run){ .end = i };
	for (j = i; j < g->count && j < i + RUN_ATOMS; j++) {
		a = g->atoms + j;
		if (j > i && a->space)
			return;
		if (a->kind == ATOM_NUMBER) {
			run->numbers++;
			run->year = run->year || (a->whole == 4 &&
			    a->number >= 1900 && a->number <= 2100);
			if (a->whole > run->widest)
				run->widest = a->whole;
		} else if (a->kind == ATOM_WORD && j > i) {
			run_word(g, j, run);
		} else if (!a[1].space && (sign_is(g, j, ":") || sign_is(g, j,
		    "/") || sign_is(g, j, "-") || sign_is(g, j, "_"))) {
			run->colons += sign_is(g, j, ":");
			run->slashes += sign_is(g, j, "/");
			continue;
		} else {
			return;
		}
		run->end = j + 1;
	}
}

/* Dockets, acts and addresses of networks: 21-cv-01234, 95/46/EC, 45/2019. */
static size_t
run_of_code_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;
	struct run run;

	if (i + 2 >= g->count || a[1].space || a[2].space)
		return 0;
	run_at(g, i, &run);
	if (run.docket || run.capitals || run.colons > 2)
		return run.end;
	if (run.numbers > 1 && run.slashes > 0 && run.suffix)
		return run.end;
	if (run.words > 0 || run.colons > 0)
		return 0;
	if (run.slashes == 1 && run.numbers == 2 && run.year &&
	    a->number > 1 && a[2].number > 1 && run.end == i + 3)
		return run.end;
	return run.slashes > 1 && run.numbers > 2 && run.widest > 2 ? run.end :
	    0;
}

/* 12-3456789: the parts of no range are so unlike. */
static size_t
unlike_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return dash_at(g, i + 1) && a[2].kind == ATOM_NUMBER &&
	    !a[2].grouped && !a->point && !a[2].point && a[2].whole > 4 &&
	    a[2].whole > a->whole + 2 && !dash_at(g, i + 3) &&
	    !alone(g, i, i + 3) && !measured(g, i, i + 3) ? i + 3 : 0;
}

#define LONG_DIGITS 9	/* without commas: an account, a passport */

/* Digits that count nothing and that nobody would group. */
static size_t
long_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return a->whole >= LONG_DIGITS && !a->point && i > 0 &&
	    (sign_is(g, i - 1, ":") || (g->atoms[i - 1].kind == ATOM_WORD &&
	    class_at(g, i - 1, CONTEXT_NONNOUN) == 0)) &&
	    !measured(g, i, i + 1) ? i + 1 : 0;
}

/* A letter or a small Roman numeral in brackets. */
static bool
is_point(const struct atom *a)
{
	size_t k;

	if (a->kind != ATOM_WORD || a->capital)
		return false;
	for (k = 0; k < a->text.length; k++)
		if (strchr("ivx", a->text.at[k]) == NULL)
			return a->text.length == 1;
	return a->text.length < 6;
}

/* 401(k), 501(c)(3), 13(3) */
static size_t
section_at(const struct grammar *g, size_t i)
{
	size_t j = i + 1;
	const struct atom *a;

	while (j + 2 < g->count && j < i + RUN_ATOMS) {
		a = g->atoms + j;
		if (a->space || !sign_is(g, j, "(") || a[1].space ||
		    !(is_point(a + 1) || (a[1].kind == ATOM_NUMBER &&
		    a[1].whole < 3)) || a[2].space || !sign_is(g, j + 2, ")"))
			break;
		j += 3;
	}
	return j > i + 1 ? j : 0;
}

/* The number of a series of law reports: 3d, 2d, 4th. */
static size_t
series_at(const struct grammar *g, size_t i)
{
	i += sign_is(g, i, ".");
	return i + 1 < g->count && g->atoms[i].kind == ATOM_NUMBER &&
	    g->atoms[i].number > 1 && g->atoms[i].number < 9 &&
	    !g->atoms[i + 1].space && (word_is(g, i + 1, "d") ||
	    word_is(g, i + 1, "th")) ? i + 2 : 0;
}

#define REPORT_WORDS 3

/* F.3d, Cal. App. 4th, U.S.C., UKSC */
static size_t
report_at(const struct grammar *g, size_t i)
{
	bool known = false;
	size_t words, end;

	for (words = 0; words < REPORT_WORDS && capital_word(g, i); words++) {
		const struct atom *a = g->atoms + i;

		if (class_at(g, i, CONTEXT_REPORTS) != 0 && (a->text.length > 2
		    || memchr(a->text.at, '.', a->text.length) != NULL))
			known = true;
		i++;
		if ((end = series_at(g, i)) != 0)
			return end;
		i += a->dotted;
	}
	return known ? i : 0;
}

/* 410 U.S. 113, 18 U.S.C. 1030, [2019] UKSC 41 */
static size_t
report_of_law_at(const struct grammar *g, size_t i)
{
	size_t j = i + 1, end;

	if (g->atoms[i].grouped || g->atoms[i].point || g->atoms[i].whole > 4)
		return 0;
	j += (sign_is(g, j, "]") || sign_is(g, j, ")")) && i > 0;
	end = report_at(g, j);
	if (end == 0)
		return 0;
	if (sign_is(g, end, "\xC2\xA7"))
		end += 1 + sign_is(g, end + 1, "\xC2\xA7");
	if (end >= g->count || g->atoms[end].kind != ATOM_NUMBER ||
	    g->atoms[end].grouped || hyphen_at(g, end + 1, true))
		return 0;
	end++;
	return end >= g->count || g->atoms[end].kind == ATOM_SIGN ||
	    class_at(g, end, CONTEXT_NONNOUN) != 0 ? end : 0;
}

static bool
is_capital_or_digit(char c)
{
	return is_upper(c) || is_digit(c);
}

#define IBAN_GROUP 4

/* GB29 NWBK 6016 1331 9268 19, from its first digits on. */
static size_t
iban_at(const struct grammar *g, size_t i)
{
	struct slice t = g->passage->text;
	size_t at = g->atoms[i].end, groups = 0, n, j = i + 1;

	if (i == 0 || g->atoms[i].whole != 2 || g->atoms[i].space ||
	    !g->atoms[i - 1].upper || g->atoms[i - 1].text.length != 2)
		return 0;
	while (groups < 9 && at < t.length && t.at[at] == ' ') {
		for (n = 0; n <= IBAN_GROUP && at + 1 + n < t.length &&
		    is_capital_or_digit(t.at[at + 1 + n]); n++)
			;
		if (n == 0 || n > IBAN_GROUP)
			break;
		at += 1 + n;
		groups++;
		if (n < IBAN_GROUP)
			break;
	}
	while (j < g->count && g->atoms[j].start < at)
		j++;
	return groups > 2 ? j : 0;
}

/* A letter of a point of the compass. */
static bool
is_compass(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return i < g->count && a->kind == ATOM_WORD && a->upper &&
	    (a->text.length == 1 || a->text.at[1] == '.') &&
	    strchr("NSEW", a->text.at[0]) != NULL;
}

#define SIXTIETHS 3	/* degrees, minutes, seconds */

/* 51.5 N, 40\xC2\xB026'46"N; *parts how many numbers it has. */
static size_t
half_coordinate_at(const struct grammar *g, size_t i, size_t *parts)
{
	static const char *const marks[] = {
		"\xC2\xB0", "'", "\"", "\xE2\x80\xB2", "\xE2\x80\xB3",
		"\xE2\x80\x99", "\xE2\x80\x9D"
	};
	size_t k;

	for (*parts = 0; *parts < SIXTIETHS && i < g->count &&
	    g->atoms[i].kind == ATOM_NUMBER; (*parts)++) {
		i++;
		for (k = 0; k < sizeof marks / sizeof *marks; k++)
			if (sign_is(g, i, marks[k]))
				break;
		i += k < sizeof marks / sizeof *marks;
	}
	return *parts > 0 && is_compass(g, i) ? i + 1 : 0;
}

/* 51.5074 N, 0.1278 W */
static size_t
coordinates_at(const struct grammar *g, size_t i)
{
	size_t parts, more, end = half_coordinate_at(g, i, &parts), next;

	if (end == 0)
		return 0;
	next = half_coordinate_at(g, end + (sign_is(g, end, ",") ||
	    word_is(g, end, "and")), &more);
	return next != 0 ? next : parts > 1 ? end : 0;
}

#define CALL_ATOMS 8	/* how far before a number what is called may stand */

/* Lifeline is on 13 11 14, Tel: 24 8555 0123, Crimestoppers on 0800 555 111 */
static bool
called_before(const struct grammar *g, size_t i)
{
	size_t back;

	if (!word_is(g, i - 1, "on") && !word_is(g, i - 1, "at") &&
	    !word_is(g, i - 1, "is") && !word_is(g, i - 1, "or") &&
	    !sign_is(g, i - 1, ":"))
		return false;
	for (back = 2; back <= CALL_ATOMS && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_TELEPHONE) != 0 ||
		    word_is(g, i - back, "number"))
			return true;
	return false;
}

/* Ring 13 11 14, call 116 123, tax number 123 456 789 */
static size_t
dialled_at(const struct grammar *g, size_t i)
{
	size_t j = i, digits = 0;
	struct slice behind;

	if (i + 1 >= g->count || g->atoms[i + 1].kind != ATOM_NUMBER ||
	    !(class_before(g, i, CONTEXT_TELEPHONE) || class_before(g, i,
	    CONTEXT_CODE) || class_before(g, i, CONTEXT_NAME) ||
	    called_before(g, i)))
		return 0;
	for (; j < g->count && g->atoms[j].kind == ATOM_NUMBER &&
	    !g->atoms[j].point; j++) {
		digits += g->atoms[j].whole;
		j += dash_at(g, j + 1) && g->atoms[j + 2].kind == ATOM_NUMBER;
	}
	behind = g->atoms[j].norm;
	/* call 200 000 men */
	return digits > 4 && !(g->atoms[i].whole < 4 && measured(g, i, j) &&
	    j < g->count && (word_is(g, j, "people") ||
	    behind.at[behind.length - 1] == 's')) ? j : 0;
}

/* seat 14C, runway 27L, R2-D2 */
static size_t
lettered_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	if (a->kind == ATOM_WORD)
		return a->upper && i + 3 < g->count && a[1].kind == ATOM_NUMBER
		    && !a[1].space && dash_at(g, i + 2) && a[3].upper &&
		    a[3].kind == ATOM_WORD && a[4].kind == ATOM_NUMBER &&
		    !a[4].space ? i + 5 : 0;
	return i + 1 < g->count && a[1].kind == ATOM_WORD && !a[1].space &&
	    a[1].upper && a[1].text.length == 1 && (i + 2 >= g->count ||
	    a[2].space || a[2].kind == ATOM_SIGN) && (class_before(g, i,
	    CONTEXT_NAME) || class_before(g, i, CONTEXT_CODE)) ? i + 2 : 0;
}

/* 2011 AG5, 2012 DA14: what the sky is named by. */
static size_t
sky_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return i + 2 < g->count && a->whole == 4 && a->number > 1850 &&
	    a->number < 2100 && a[1].space && a[1].upper && a[1].kind ==
	    ATOM_WORD && a[1].text.length == 2 && !a[2].space &&
	    a[2].kind == ATOM_NUMBER ? i + 3 : 0;
}

/* Springfield, IL 62704 */
static size_t
zip_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return a->whole == 5 && !a->grouped && !a->point && i > 1 &&
	    a[-1].upper && class_before(g, i, CONTEXT_STATE) ? i + 1 : 0;
}

/* 7PB of SE1 7PB */
static size_t
postcode_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

	return i > 1 && a->whole == 1 && !a->point && a->space &&
	    a[1].kind == ATOM_WORD && !a[1].space && a[1].upper &&
	    a[1].text.length == 2 && !a[-1].space && (a[-1].kind ==
	    ATOM_NUMBER ? a[-2].upper && a[-2].text.length <= 2 : a[-1].upper &&
	    a[-1].text.length == 1 && a[-2].kind == ATOM_NUMBER) ? i + 2 : 0;
}

static size_t
shape_at(const struct grammar *g, size_t i)
{
	static size_t (*const shapes[])(const struct grammar *, size_t) = {
		run_of_code_at, section_at, unlike_at, long_at,
		report_of_law_at, iban_at, coordinates_at, dialled_at,
		lettered_at, sky_at, zip_at, postcode_at
	};
	size_t k, end;

	for (k = 0; k < sizeof shapes / sizeof *shapes; k++)
		if ((end = shapes[k](g, i)) != 0)
			return end;
	return 0;
}

/* 117-2 of Public Law 117-2, P.L. 117-2 */
size_t
paper_at(const struct grammar *g, size_t i)
{
	size_t k = i - (i > 0 && g->atoms[i - 1].kind == ATOM_SIGN);

	return k > 0 && hyphen_at(g, i + 1, true) && g->atoms[i + 2].kind ==
	    ATOM_NUMBER && g->atoms[k - 1].capital && (class_before(g, k,
	    CONTEXT_PAPER) || (k > 1 && class_at(g, k - 2, CONTEXT_PAPER) ==
	    k)) ? i + 3 : 0;
}

/* Digits in three or more groups, a leading zero, + before: a phone number,
 * an ISBN, a serial.  Returns the end. */
static size_t
groups_at(const struct grammar *g, size_t i)
{
	size_t j = i, groups = 0, digits = 0, hyphens = 0, letters = 0;
	bool plus = false, zero;

	if (sign_is(g, j, "+") && !g->atoms[j + 1].space) {
		plus = true;
		j++;
	}
	if (sign_is(g, j, "(") && g->atoms[j + 1].kind == ATOM_NUMBER &&
	    sign_is(g, j + 2, ")") && g->atoms[j + 3].kind == ATOM_NUMBER &&
	    (g->atoms[j + 1].text.length == 3 || g->atoms[j + 1].zero)) {
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
	return 0;
}

size_t
identifier_at(const struct grammar *g, size_t i)
{
	size_t end = 0;

	if (g->atoms[i].kind == ATOM_WORD)
		return g->atoms[i].upper ? lettered_at(g, i) : 0;
	if (g->atoms[i].kind == ATOM_NUMBER)
		end = shape_at(g, i);
	return end != 0 ? end : groups_at(g, i);
}

#define STREET_WORDS 4

/* N. Main Street, W 63rd St., St. Mark's Place: the end, or 0. */
static size_t
street_at(const struct grammar *g, size_t i)
{
	size_t words, j = i;

	if (class_at(g, j, CONTEXT_STREET_FIRST) != 0 &&
	    (capital_word(g, j) || word_is(g, j, "rue")))
		return j + 1;
	for (words = 0; words < STREET_WORDS && j < g->count; words++) {
		if (g->atoms[j].kind == ATOM_NUMBER && words > 0 &&
		    class_at(g, j + 1, CONTEXT_ORDINAL_END) != 0 &&
		    !g->atoms[j + 1].space)
			j++;
		else if (!capital_word(g, j))
			return 0;
		if (words > 0 && class_at(g, j, CONTEXT_STREET) == j + 1)
			return j + 1;
		j += 1 + g->atoms[j].dotted;
		/* Mark's */
		if ((sign_is(g, j, "'") || sign_is(g, j, "\xE2\x80\x99")) &&
		    word_is(g, j + 1, "s"))
			j += 2;
	}
	return 0;
}

size_t
address_at(const struct grammar *g, size_t i, size_t end)
{
	if (class_before(g, i, CONTEXT_PRONOUN_BEFORE))
		return 0;	/* the 31 Supreme Court justices */
	if (end < g->count && !g->atoms[end].space &&
	    g->atoms[end].kind == ATOM_WORD && g->atoms[end].text.length == 1)
		end++;
	return street_at(g, end);
}

/* the 2900 block of Elm Street, the 38 bus, the 7 train */
bool
number_of_line(const struct grammar *g, const struct hit *h)
{
	size_t end = h->end;

	if (word_is(g, end, "block") && word_is(g, end + 1, "of") &&
	    end + 2 < g->count)
		return g->atoms[end + 2].capital ||
		    g->atoms[end + 2].kind == ATOM_NUMBER;
	return h->first > 0 && word_is(g, h->first - 1, "the") &&
	    class_at(g, end, CONTEXT_LINE) != 0 && !g->atoms[h->first].grouped;
}

/* Maroon 5, 3 Doors Down, Black September: names that have numbers. */
size_t
numbered_name_at(const struct grammar *g, size_t i)
{
	size_t end = class_at(g, i, CONTEXT_CODED), j;

	if (end != 0)
		return end;	/* a 529 plan */
	end = class_at(g, i, CONTEXT_NUMBERED);
	for (j = i; j < end; j++) {
		const struct atom *a = g->atoms + j;

		if (a->kind != ATOM_WORD || a->capital)
			continue;
		/* 10cc of blood, 3m */
		if (j > i && !a->space ? a->text.length == 1 || word_is(g, end,
		    "of") : a->text.length > 3)
			return 0;
	}
	return end;
}
