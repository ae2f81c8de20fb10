/*
 * age: ages that nothing but the words around them tells: Tom, 9; the couple,
 * both 61; children under five; over-65s; in their 30s.
 *
 * Those with their unit (48-year-old) or behind "aged" are amount.c's.
 */
#include "calendar.h"
#include "name.h"

/* The comma of an age behind a word that no other number has there: the couple,
 * both 61, were; Smith, then 15, was. */
static size_t
age_comma(const struct grammar *g, size_t i)
{
	if (i > 2 && class_before(g, i, CONTEXT_AGE_WORD) &&
	    sign_is(g, i - 2, ","))
		return i - 2;
	return 0;
}

/* Whether cricket is spoken of: Rao (41) has made so many runs. */
bool
cricket_around(const struct grammar *g)
{
	size_t k;

	for (k = 0; k < g->count; k++)
		if (class_at(g, k, CONTEXT_CRICKET) != 0)
			return true;
	return false;
}

/* Tom, 9, were: an age in commas behind a name; or at the end; or (9). */
size_t
name_age_at(const struct grammar *g, size_t i, struct hit *h)
{
	const struct atom *a = g->atoms + i;
	size_t end = i + 1;

	if (a->kind != ATOM_NUMBER || a->number < 1 || a->number > 115 ||
	    a->point || a->zero || i < 2)
		return 0;
	if (age_comma(g, i) != 0) {
		if (a->number < 3 || !(sign_is(g, end, ",") || sign_is(g, end,
		    ".") || sign_is(g, end, ";") || end >= g->count) ||
		    (sign_is(g, end, ",") && g->atoms[end + 1].kind ==
		    ATOM_NUMBER))
			return 0;
	} else if (sign_is(g, i - 1, ",") && capital_word(g, i - 2) &&
	    a->space) {
		if (!(sign_is(g, end, ",") || sign_is(g, end, ".") ||
		    sign_is(g, end, ";") || end >= g->count ||
		    word_is(g, end, "and") || sign_is(g, end, ")")))
			return 0;
		/* July, 9, ... and lists of figures are not ages */
		if (sign_is(g, end, ",") && g->atoms[end + 1].kind ==
		    ATOM_NUMBER)
			return 0;
		if (sentence_first(g, i - 2) && g->atoms[i - 2].norm.length < 3)
			return 0;
		if (i >= 3 && g->atoms[i - 3].kind == ATOM_SIGN &&
		    class_at(g, i - 2, CONTEXT_NONNOUN) != 0)
			return 0;
	} else if (sign_is(g, i - 1, "(") && capital_word(g, i - 2) &&
	    sign_is(g, end, ")") && a->number > 4) {
		if ((i >= 3 && !capital_word(g, i - 3) && g->atoms[i - 2].upper)
		    || cricket_around(g))
			return 0;
	} else {
		return 0;
	}
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = end;
	h->label = NUMBER_AGE;
	h->value = duration_text(g, a->value, 'Y', 1);
	h->numeral.value = a->value;
	h->digits = true;
	return end;
}

/* the decade-old pact, its century-old walls: one of them, or some, of a
 * centuries-old rite; the number of a 10-year-old is an amount's */
size_t
unit_old_at(const struct grammar *g, size_t i, struct hit *h)
{
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, i, &letter, &times);
	bool many;

	if (end == 0 || !hyphen_at(g, end, true) || !word_is(g, end + 1, "old"))
		return 0;
	many = is_plural(g, i);
	if (i == 0 ? !many : g->atoms[i - 1].kind == ATOM_NUMBER ||
	    (g->atoms[i - 1].kind != ATOM_WORD && !many) || (word_has(g, i - 1,
	    WORD_ANY) && !(many && word_value(g, i - 1, WORD_ARTICLE) >= 0)))
		return 0;
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = end + 2;
	h->label = NUMBER_AGE;
	h->value = many ? vague_span(g, letter, times) : duration_text(g,
	    decimal_of_int(1, g->arena), letter, times);
	return h->end;
}

/* over-65s, over-sixties: the plural behind the hyphen */
size_t
over_age_at(const struct grammar *g, size_t i, struct hit *h)
{
	const struct atom *a = g->atoms + i;
	size_t end = i + 1;
	bool over;
	int64_t n;

	if (i < 2 || !hyphen_at(g, i - 1, true) ||
	    !((over = word_is(g, i - 2, "over")) || word_is(g, i - 2, "under"))
	    || (g->atoms[i - 2].capital && !sentence_first(g, i - 2)) ||
	    (i > 2 && capital_word(g, i - 3) && !sentence_first(g, i - 3)))
		return 0;
	n = a->kind == ATOM_NUMBER ? a->number : word_value(g, i, WORD_DECADE);
	if (a->kind == ATOM_NUMBER) {
		if (!word_is(g, end, "s") || g->atoms[end].space)
			return 0;
		end++;
	}
	if (n < 1 || n > 115)
		return 0;
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = end;
	h->label = NUMBER_AGE;
	h->value = duration_text(g, decimal_of_int(n, g->arena), 'Y', 1);
	h->mod = slice_of(over ? "MORE_THAN" : "LESS_THAN");
	return end;
}

/* Whether what a number would count is missing behind it. */
static bool
counts_nothing(const struct grammar *g, size_t end)
{
	if (end >= g->count)
		return true;
	if (g->atoms[end].kind == ATOM_SIGN)
		return !hyphen_at(g, end, false) && !sign_is(g, end, "%") &&
		    !sign_is(g, end, "/") && !sign_is(g, end, "+") &&
		    !sign_is(g, end, ":");
	return class_at(g, end, CONTEXT_NONNOUN) != 0 &&
	    class_at(g, end, CONTEXT_AGE_NO) == 0;
}

/* Whether the age in words that ends at end is closed by a sign, and no list
 * of numbers goes on. */
static bool
age_closed(const struct grammar *g, size_t end)
{
	return end >= g->count || sign_is(g, end, ".") || sign_is(g, end,
	    ";") || (sign_is(g, end, ",") && !word_has(g, end + 1, WORD_ANY));
}

/* My grandson is 7 and; his sister was nine. */
static bool
relation_is(const struct grammar *g, size_t i, size_t end)
{
	return i > 2 && (class_before(g, i, CONTEXT_BEING) ||
	    word_is(g, i - 1, "was") || word_is(g, i - 1, "were")) &&
	    class_before(g, i - 1, CONTEXT_KIN) && class_before(g, i - 2,
	    CONTEXT_POSSESSIVE) && (age_closed(g, end) ||
	    word_is(g, end, "and") || word_is(g, end, "now") ||
	    word_is(g, end, "when"));
}

/* She was 91 and lived in Rome; who was 62, died; but he was 45 not out. */
static bool
one_was(const struct grammar *g, size_t i, size_t end, int64_t n)
{
	bool joined = word_is(g, end, "and") || word_is(g, end, "but");

	if (n < 12 || !(word_is(g, i - 1, "is") || word_is(g, i - 1, "was")) ||
	    !(word_is(g, i - 2, "he") || word_is(g, i - 2, "she") || word_is(g,
	    i - 2, "who")))
		return false;
	return joined || end >= g->count || sign_is(g, end, ";") || (sign_is(g,
	    end, ".") && end + 1 >= g->count) || (sign_is(g, end, ",") &&
	    g->atoms[end + 1].kind != ATOM_NUMBER);
}

/* since I was five, she is 12 when, he was 84. */
static bool
lived_before(const struct grammar *g, size_t i, size_t end, int64_t n)
{
	struct slice value;
	bool turns = word_is(g, i - 1, "turned") || word_is(g, i - 1,
	    "turns") || word_is(g, i - 1, "turning");

	/* turns 70 next month */
	if (i < 2 || !(counts_nothing(g, end) || (turns && calendar(g, end,
	    CALENDAR_DIRECTION, &value))))
		return false;
	if (turns)
		return n > 1;
	if (relation_is(g, i, end) || one_was(g, i, end, n))
		return true;
	/* he's 19 */
	if (i > 2 && word_is(g, i - 1, "s") && !g->atoms[i - 1].space &&
	    g->atoms[i - 2].kind == ATOM_SIGN && class_before(g, i - 2,
	    CONTEXT_AGE_LIFE))
		return n > 9 && sentence_first(g, i - 3) &&
		    age_closed(g, end);
	if (!(class_before(g, i, CONTEXT_BEING) || word_is(g, i - 1, "was") ||
	    word_is(g, i - 1, "were")) || !class_before(g, i - 1,
	    CONTEXT_AGE_LIFE))
		return false;
	if (i > 2 && class_before(g, i - 2, CONTEXT_AGE_WHEN))
		return true;
	return word_is(g, end, "when") || (n > 9 && word_is(g, end, "at") &&
	    word_is(g, end + 1, "the") && word_is(g, end + 2, "time")) ||
	    (n > 9 && sentence_first(g, i - 2) && (end >= g->count ||
	    (sign_is(g, end, ".") && end + 1 >= g->count)));
}

/* her brothers, 9 and 14, and her son, 3, */
static bool
kin_before(const struct grammar *g, size_t i, size_t end)
{
	return i > 1 && sign_is(g, i - 1, ",") && (class_before(g, i - 1,
	    CONTEXT_KIN) || (class_before(g, i - 1, CONTEXT_PEOPLE) &&
	    word_is(g, end, "and") && end + 2 < g->count && sign_is(g, end + 2,
	    ",")))
	    && (end >= g->count || g->atoms[end].kind == ATOM_SIGN ||
	    (word_is(g, end, "and") && g->atoms[end + 1].kind ==
	    ATOM_NUMBER)) && counts_nothing(g, end);
}

/* his two sons, four and six, her son, five, their daughter Ada, four, */
static bool
kin_in_words(const struct grammar *g, size_t i, size_t end)
{
	size_t k = i - 1;

	if (i < 2 || end != i + 1 || !sign_is(g, k, ","))
		return false;
	/* their names: the sisters Jo and Ann */
	while (k > 1 && k + 3 > i && capital_word(g, k - 1))
		k--;
	if (!class_before(g, k, CONTEXT_KIN))
		return false;
	if (age_closed(g, end))
		return k < i - 1 || !ends_in_s(g->atoms[k - 1].norm);
	return word_is(g, end, "and") && (word_value(g, end + 1, WORD_UNIT) > 0
	    || word_value(g, end + 1, WORD_TEEN) > 0) && (end + 2 >= g->count ||
	    sign_is(g, end + 2, ",") || sign_is(g, end + 2, "."));
}

/* children under five, people 65 and over */
static bool
people_before(const struct grammar *g, size_t i, size_t end)
{
	if (word_is(g, i - 1, "under") || word_is(g, i - 1, "over") ||
	    word_is(g, i - 1, "below") || word_is(g, i - 1, "above"))
		return class_before(g, i - 1, CONTEXT_PEOPLE) &&
		    (counts_nothing(g, end) || (end < g->count &&
		    g->atoms[end].kind == ATOM_WORD &&
		    !ends_in_s(g->atoms[end].norm)));
	return class_before(g, i, CONTEXT_PEOPLE) && (word_is(g, end, "and") ||
	    word_is(g, end, "or")) && class_at(g, end + 1, CONTEXT_OLDER) != 0;
}

/* Whether the number at h stands with the age before it: 9, 11 and 14, */
static bool
age_shared(const struct grammar *g, const struct hit *h,
    const struct hit *before)
{
	size_t i = before->end;

	i += sign_is(g, i, ",");
	i += word_is(g, i, "and");
	return before->label == NUMBER_AGE && before->digits == h->digits &&
	    before->numeral.value.digits.length > 0 && before->end ==
	    before->first + 1 + word_is(g, before->first, "aged") &&
	    i > before->end && i == h->first && (h->end >= g->count ||
	    sign_is(g, h->end, ",") || sign_is(g, h->end, ".") ||
	    sign_is(g, h->end, ")") || word_is(g, h->end, "and"));
}

/* at the age of seven; she published her first book at 19 and ... */
bool
age_before(const struct grammar *g, const struct hit *h,
    const struct hit *before)
{
	size_t i = h->first, end = h->end, j;
	int64_t n = decimal_int(h->numeral.value);

	if (h->label != NUMBER_CARDINAL || h->range || n < 1 || n > 115 ||
	    !h->plain || h->numeral.kind != NUMERAL_PLAIN || i < 1 ||
	    h->numeral.value.scale > 0)
		return false;
	if (i > 1 && (lived_before(g, i, end, n) || people_before(g, i, end) ||
	    kin_in_words(g, i, end) || (h->digits && kin_before(g, i, end)) ||
	    (before != NULL && age_shared(g, h, before))))
		return true;
	if (i > 1 && word_is(g, i - 1, "of") && (word_is(g, i - 2, "age") ||
	    word_is(g, i - 2, "ages") || (class_at(g, i - 2, CONTEXT_PERSON) ==
	    i - 1 && n > 3 && (end >= g->count ||
	    g->atoms[end].kind == ATOM_SIGN || class_at(g, end,
	    CONTEXT_NONNOUN)))))
		return true;
	/* who died at 92 */
	if (word_is(g, i - 1, "at") && class_before(g, i - 1, CONTEXT_DIED) &&
	    n > 3)
		return counts_nothing(g, end);
	/* At 75, he is tired */
	if (i == 1 && word_is(g, 0, "at") && n > 9 && h->digits && sign_is(g,
	    end, ",") && class_at(g, end + 1, CONTEXT_AGE_LIFE) != 0)
		return true;
	if (!word_is(g, i - 1, "at") || n < 10 || (end < g->count &&
	    g->atoms[end].kind == ATOM_WORD && !word_is(g, end, "and")))
		return false;
	for (j = i - 1; j-- > 0 && j + 12 > i;)
		if (word_is(g, j, "his") || word_is(g, j, "her") ||
		    word_is(g, j, "she") || word_is(g, j, "he"))
			return true;
	return false;
}

/* in their 30s, her late 80s, his mid-20s */
size_t
thirties_at(const struct grammar *g, size_t i, struct hit *h)
{
	int64_t n = -1;
	size_t j = i + 1, end = 0;
	const char *mod = NULL;
	int64_t low, high;

	if (!(word_is(g, i, "his") || word_is(g, i, "her") || word_is(g, i,
	    "their") || word_is(g, i, "my") || word_is(g, i, "your") ||
	    word_is(g, i, "our")))
		return 0;
	if (word_is(g, j, "early"))
		mod = "START";
	else if (word_is(g, j, "late"))
		mod = "END";
	else if (word_is(g, j, "mid"))
		mod = "MID";
	if (mod != NULL)
		j = hyphen_at(g, j + 1, true) ? j + 2 : j + 1;
	if (g->atoms[j].kind == ATOM_NUMBER && g->atoms[j].number >= 20 &&
	    g->atoms[j].number <= 100 && g->atoms[j].number % 10 == 0) {
		n = g->atoms[j].number;
		end = j + 1;
		if (sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99"))
			end++;
		if (!word_is(g, end, "s") || g->atoms[end].space)
			return 0;
		end++;
	} else if ((n = word_value(g, j, WORD_DECADE)) > 0) {
		end = j + 1;
	} else {
		return 0;
	}
	low = word_is(g, j, "teens") ? 13 : n;
	high = n + 9;
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = end;
	h->label = NUMBER_AGE;
	h->value = join(g->arena, duration_text(g, decimal_of_int(low,
	    g->arena), 'Y', 1), "..", duration_text(g, decimal_of_int(high,
	    g->arena), 'Y', 1));
	if (mod != NULL)
		h->mod = slice_of(mod);
	return end;
}
