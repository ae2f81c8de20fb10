/*
 * number: reads a passage's sentences and finds its numbers, amounts, dates,
 * times, durations, sets and scores.
 *
 * From left to right, at each atom all recognisers are asked; the longest hit
 * wins, dates before amounts before bare numbers.  A hit that is part of a
 * name or an identifier (COVID-19, Boeing 737, 020 7946 0958) is dropped whole.
 * Words before and behind ("more than", "or so") become its mod.  Each place
 * is looked at once and each recogniser looks a bounded way ahead but for
 * runs of number words, which are consumed with the hit: linear.
 */
#include "amount.h"
#include "calendar.h"
#include "name.h"

extern const struct lexicon lexicon_number_mods;

const char *
number_label_name(enum number_label label)
{
	static const char *const names[] = {
		"cardinal", "ordinal", "fraction", "percent", "money",
		"quantity", "age", "date", "time", "duration", "set", "score"
	};

	return names[label];
}

/* George VI, World War II, Louis XIV */
static size_t
roman_at(const struct grammar *g, size_t i, struct hit *h)
{
	const struct atom *a = g->atoms + i;
	int64_t value;
	bool head;

	if (i == 0 || a->kind != ATOM_WORD || !a->upper || !a->space ||
	    a->text.length > 7 || g->atoms[i - 1].kind != ATOM_WORD ||
	    !(g->atoms[i - 1].capital || (a->text.length > 1 &&
	    class_before(g, i, CONTEXT_ROMAN_HEAD))))
		return 0;
	value = roman_value(a->text);
	if (value <= 0)
		return 0;
	head = class_before(g, i, CONTEXT_ROMAN_HEAD);
	if (class_before(g, i, CONTEXT_NOT_ROMAN_NAME) && !head)
		return 0;
	if (!head && i > 1 && g->atoms[i - 1].upper)
		return 0;
	/* a lone I, V, X, C, D, M needs more than a name before it */
	if (a->text.length == 1 && !head) {
		if (!slice_is(a->text, "I") && !slice_is(a->text, "V") &&
		    !slice_is(a->text, "X"))
			return 0;
		if (i < 2 || !class_before(g, i - 1, CONTEXT_TITLE))
			return 0;
	}
	if (!head && value > 30)
		return 0;
	if (g->titled && a->text.length == 1 && !head)
		return 0;
	/* I is a pronoun before a verb: Chapter I said */
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = i + 1;
	h->label = NUMBER_ORDINAL;
	h->value = decimal_text(decimal_of_int(value, g->arena), g->arena);
	return i + 1;
}

/* 10,000 pulses a second: a rate, whatever follows. */
static bool
per_second(const struct grammar *g, size_t i)
{
	return i >= 3 && word_is(g, i, "second") && word_is(g, i - 1, "a") &&
	    g->atoms[i - 2].kind == ATOM_WORD && (g->atoms[i - 3].kind ==
	    ATOM_NUMBER || word_value(g, i - 3, WORD_MAGNITUDE) > 0);
}

/* Whether years at i are a length of something: by years of war, shaping
 * years of talks; but the years of war, in those years. */
static bool
length_of(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i - 1].norm;

	return word_is(g, i + 1, "of") && g->atoms[i - 1].kind == ATOM_WORD &&
	    !class_before(g, i, CONTEXT_POSSESSIVE) && !word_is(g, i - 1,
	    "these") && !word_is(g, i - 1, "those") && (class_at(g, i - 1,
	    CONTEXT_NONNOUN) != 0 || (s.length > 4 && (memcmp(s.at + s.length -
	    3, "ing", 3) == 0 || memcmp(s.at + s.length - 2, "ed", 2) == 0) &&
	    !(i > 1 && (class_before(g, i - 1, CONTEXT_POSSESSIVE) ||
	    word_has(g, i - 2, WORD_ARTICLE)))));
}

/* Whether the fraction at i is none by the words around: a third man, two 24/7
 * shops, half-time. */
static bool
no_fraction(const struct grammar *g, size_t i, size_t end,
    const struct numeral *n)
{
	bool article = n->article && n->bottom > 2;
	bool quarter = word_is(g, end - 1, "quarter");
	struct numeral nth;
	size_t first;

	if (dash_at(g, end))
		return true;
	/* by a game and a half */
	first = i - (!n->article && word_has(g, i - 1, WORD_ARTICLE));
	if (first > 2 && word_is(g, first - 1, "and") && word_has(g, first - 3,
	    WORD_ARTICLE) && word_is(g, end - 1, "half") && !word_has(g,
	    first - 2, WORD_ANY) && !word_is(g, first - 2, "quarter") &&
	    !word_is(g, end, "of"))
		return true;
	if (!n->words && (n->bottom == 0 || n->top == n->bottom ||
	    (n->top >= n->bottom && n->top > 9 * n->bottom) ||
	    (n->bottom == 7 && n->top == 24) ||
	    (n->top == 9 && n->bottom == 11)))
		return true;
	/* a third man, a fifth of whisky; added a fourth */
	if (article && !quarter && !word_is(g, end, "of") &&
	    ((!word_is(g, end, "to") && class_before(g, i, CONTEXT_STRUCK)) ||
	    (end < g->count && g->atoms[end].kind == ATOM_WORD && class_at(g,
	    end, CONTEXT_NONNOUN) == 0)))
		return true;
	if (end != i + 1)
		return false;
	if (quarter)
		return !word_is(g, end, "of") && !class_before(g, i,
		    CONTEXT_SPAN);
	return word_is(g, i, "half") && (word_is(g, end, "time") || word_is(g,
	    end, "way") || (i > 0 && (dash_at(g, i - 1) || ordinal_at(g, i - 1,
	    &nth) != 0)));
}

/* Begins what is found anew. */
static void
set_found(struct hit *h, size_t first, size_t end, enum number_label label,
    struct slice value)
{
	memset(h, 0, sizeof *h);
	h->first = first;
	h->end = end;
	h->label = label;
	h->value = value;
}

static bool
find_fraction(const struct grammar *g, size_t i, struct hit *best)
{
	struct numeral n;
	size_t end = signed_fraction_at(g, i, &n);

	if (end == 0 || (end <= best->end && !(end == best->end &&
	    best->label == NUMBER_CARDINAL && best->plain && n.words)) ||
	    no_fraction(g, i, end, &n))
		return false;
	set_found(best, i, end, NUMBER_FRACTION, join(g->arena, decimal_text(
	    decimal_of_int(n.top, g->arena), g->arena), "/", decimal_text(
	    decimal_of_int(n.bottom, g->arena), g->arena)));
	best->digits = !n.words;
	best->plain = true;
	return true;
}

/* give me a second: ...; but a second attack */
static bool
moment_of_time(const struct grammar *g, size_t i, size_t end)
{
	return end == i + 1 && word_is(g, i, "second") && (word_is(g, i - 1,
	    "split") || (word_is(g, i - 1, "a") && (end >= g->count ||
	    (g->atoms[end].kind == ATOM_SIGN && !sign_is(g, end, ",")) ||
	    word_is(g, end, "ago") || word_is(g, end, "later") || word_is(g,
	    end, "to") || word_is(g, end, "of") || word_is(g, end,
	    "before"))));
}

/* Whether an ordinal is longer than what was found; it may be none, though. */
static bool
find_ordinal(const struct grammar *g, size_t i, struct hit *best)
{
	struct numeral n;
	size_t end = per_second(g, i) ? 0 : ordinal_at(g, i, &n);

	if (end <= best->end)
		return false;
	if (moment_of_time(g, i, end) || (n.words && dash_at(g, end) &&
	    class_at(g, end + 1, CONTEXT_TAIL_CLASS) == end + 2))
		return true;
	set_found(best, i, end, NUMBER_ORDINAL, decimal_text(n.value,
	    g->arena));
	best->digits = !n.words;
	best->plain = true;
	return true;
}

/* days passed, for weeks, years of war */
static void
find_length(const struct grammar *g, size_t i, struct hit *best)
{
	const struct atom *a = g->atoms + i;
	int64_t times;
	char letter;

	if (best->end != 0 || a->kind != ATOM_WORD || a->norm.length < 4 ||
	    !ends_in_s(a->norm) || i == 0 || time_unit_at(g, i, &letter,
	    &times) == 0 || letter == 'Q' ||
	    !(class_before(g, i, CONTEXT_LENGTH_BEFORE) ||
	    class_at(g, i + 1, CONTEXT_LENGTH_AFTER) != 0 || length_of(g, i)))
		return;
	set_found(best, i, i + 1, NUMBER_DURATION, vague_span(g, letter,
	    times));
}

/* Fractions, ordinals, plain units of time (days). */
static void
small_at(const struct grammar *g, size_t i, struct hit *best)
{
	if (!find_fraction(g, i, best) && !find_ordinal(g, i, best))
		find_length(g, i, best);
}

/* The mod of this row's phrase on a side, empty when it has none. */
static struct slice
mod_of(size_t row, const char *side)
{
	const struct lexicon *table = &lexicon_number_mods;
	struct slice key = lexicon_cell(table, row, 0);

	for (; lexicon_key_is(table, row, key); row++)
		if (slice_is(lexicon_cell(table, row, 2), side))
			return lexicon_cell(table, row, 1);
	return slice_of("");
}

/* The name that TIMEX3 has for a bound of time. */
static struct slice
date_mod(struct slice mod)
{
	static const char *const names[][2] = {
		{ "LESS_THAN", "BEFORE" }, { "MORE_THAN", "AFTER" },
		{ "EQUAL_OR_LESS", "ON_OR_BEFORE" },
		{ "EQUAL_OR_MORE", "ON_OR_AFTER" }
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(mod, names[i][0]))
			return slice_of(names[i][1]);
	return mod;
}

/* Whether what the hit tells is a time. */
static bool
tells_time(const struct hit *h)
{
	return h->label == NUMBER_DATE || h->label == NUMBER_TIME;
}

/* Whether the words of a mod from there to the number say something else:
 * some 2019, over the past weeks, met for an hour over four days. */
static bool
no_mod_before(const struct grammar *g, size_t from, const struct hit *h)
{
	/* a four-under 67 */
	if (hyphen_at(g, from - 1, true) && g->atoms[from].kind == ATOM_WORD)
		return true;
	if ((tells_time(h) || (h->label == NUMBER_DURATION &&
	    h->rel.length > 0)) && (word_is(g, from, "over") ||
	    word_is(g, from, "under") || word_is(g, from, "some") ||
	    word_is(g, from, "above") || word_is(g, from, "below") ||
	    word_is(g, from, "up") || word_is(g, from, "at")))
		return true;
	if (h->label == NUMBER_DURATION && word_is(g, from, "over") &&
	    from > 0 && (g->atoms[from - 1].kind == ATOM_NUMBER ||
	    (g->atoms[from - 1].kind == ATOM_WORD && !class_before(g, from,
	    CONTEXT_OVER_SPAN))))
		return true;
	return no_bound(g, from, h);
}

/* Words before become the mod: more than, at least a, the first; false when
 * there are none. */
static bool
find_mod_before(const struct grammar *g, struct hit *h)
{
	size_t row, first = h->first, from;
	struct slice mod;

	while ((word_is(g, first - 1, "the") || word_is(g, first - 1, "a") ||
	    word_is(g, first - 1, "only")) && h->label != NUMBER_DATE)
		first--;
	if (first != h->first && h->label != NUMBER_ORDINAL &&
	    !(word_is(g, first, "a") || word_is(g, first, "only")))
		first = h->first;
	if (!may_stand(g, first - 1, MOD_LAST))
		return false;
	from = phrase_before(g, first, &lexicon_number_mods, &row);
	if (from == 0 || (mod = mod_of(row, "pre")).length == 0)
		return false;
	from--;
	if (no_mod_before(g, from, h))
		return true;
	if (word_is(g, from - 1, "no")) {
		if (word_is(g, from, "more"))
			mod = slice_of("EQUAL_OR_LESS");
		else if (word_is(g, from, "less") || word_is(g, from, "fewer"))
			mod = slice_of("EQUAL_OR_MORE");
	}
	h->mod = tells_time(h) ? date_mod(mod) : mod;
	h->outer = from;
	return true;
}

/* Whether the words of a mod from the hit to end say something else. */
static bool
no_mod_behind(const struct grammar *g, size_t end, const struct hit *h)
{
	const struct atom *next = g->atoms + end;
	bool number = end < g->count && next->kind == ATOM_NUMBER, plus;
	size_t sign;

	plus = word_is(g, h->end, "plus");
	if ((plus || word_is(g, h->end, "odd") || word_is(g, h->end, "max")) &&
	    (number || currency_at(g, end, "sl", &sign) != 0))
		return true;
	/* fined $5 million plus costs */
	if (plus && h->label == NUMBER_MONEY && end < g->count &&
	    next->kind == ATOM_WORD && class_at(g, end, CONTEXT_NONNOUN) == 0)
		return true;
	/* on Thursday and up to 15 cm, by Friday and over 300 */
	if (word_is(g, h->end, "and") && (number || word_is(g, end, "to")))
		return true;
	return sign_is(g, h->end, "+") && (g->atoms[h->end].space ||
	    added_at(g, h->end));
}

/* Words behind become the mod: or so, 300 people or more. */
static void
find_mod_behind(const struct grammar *g, struct hit *h)
{
	size_t row, end = may_stand(g, h->end, MOD_FIRST) ? phrase_find(g,
	    h->end, &lexicon_number_mods, &row) : 0, number;

	/* equal to 50 or less than 60 */
	number = end + word_is(g, end, "than");
	if (end != 0 && (number > end || word_is(g, end - 1, "than")) &&
	    end + 1 < g->count && g->atoms[number].kind == ATOM_NUMBER)
		return;
	if (end != 0 && mod_of(row, "post").length > 0) {
		if (!no_mod_behind(g, end, h))
			h->mod = mod_of(row, "post");
		return;
	}
	if (h->end + 1 < g->count && g->atoms[h->end].kind == ATOM_WORD &&
	    word_is(g, h->end + 1, "or") && phrase_find(g, h->end + 1,
	    &lexicon_number_mods, &row) != 0)
		h->mod = mod_of(row, "post");
}

/* Words before or behind become the mod. */
static void
find_mod(const struct grammar *g, struct hit *h)
{
	if (h->mod.length > 0 || h->label == NUMBER_SCORE ||
	    (h->label == NUMBER_SET && h->end == h->first + 1))
		return;
	if (!find_mod_before(g, h) && h->label != NUMBER_DATE &&
	    h->label != NUMBER_ORDINAL)
		find_mod_behind(g, h);
}

/* The best of what was found at a place, and room for what is found next:
 * instead of a copy the two change places. */
struct choice {
	struct hit *best, *next;
};

static void
take_next(struct choice *c)
{
	struct hit *best = c->best;

	c->best = c->next;
	c->next = best;
}

/* Nothing yet, as far as it is looked at. */
static void
no_hit(struct hit *h)
{
	h->end = 0;
	h->label = NUMBER_CARDINAL;
	h->plain = false;
}

/* Dates and amounts. */
static void
choose_amount(const struct grammar *g, size_t i, struct choice *c)
{
	size_t end = date_at(g, i, c->next);
	const struct hit *best, *h;

	if (end != 0 && !name_refused(g, c->next))
		take_next(c);
	end = amount_at(g, i, c->next);
	best = c->best;
	h = c->next;
	/* and between 5 and 10 % as years */
	if (end > best->end || (end == best->end && best->label == NUMBER_DATE
	    && h->label != NUMBER_CARDINAL && best->a.level == LEVEL_YEAR &&
	    best->rel.length == 0 && !h->plain) || (end != 0 && h->label ==
	    NUMBER_CARDINAL && h->end == end && best->label == NUMBER_DATE &&
	    h->end > best->end))
		take_next(c);
}

/* False when it is 50-50, which is no number at all. */
static bool
choose_score(const struct grammar *g, size_t i, struct choice *c)
{
	size_t end;

	c->next->end = 0;
	end = score_at(g, i, c->next);
	if (end < c->best->end || end == 0 || (end == c->best->end &&
	    c->best->label != NUMBER_CARDINAL))
		return true;
	if (c->next->end == end) {
		take_next(c);
	} else if (c->best->end != end) {
		memset(c->best, 0, sizeof *c->best);
		c->best->end = end;
		c->best->first = i;
		return false;
	}
	return true;
}

static void
choose_age(const struct grammar *g, size_t i, struct choice *c)
{
	size_t end;

	if (g->atoms[i].kind == ATOM_NUMBER && (end = name_age_at(g, i,
	    c->next)) != 0 && (end > c->best->end || (end == c->best->end &&
	    c->best->plain)))
		take_next(c);
	if (hyphen_at(g, i - 1, true) && (end = over_age_at(g, i, c->next)) !=
	    0 && end >= c->best->end)
		take_next(c);
	if (word_has(g, i, CALENDAR_UNIT) && hyphen_at(g, i + 1, true) &&
	    unit_old_at(g, i, c->next) > c->best->end)
		take_next(c);
	if (word_has(g, i, CONTEXT_POSSESSIVE) && thirties_at(g, i, c->next) >
	    c->best->end)
		take_next(c);
}

/* What begins at atom i, in one of two places; its end is 0 when it is
 * nothing. */
static struct hit *
best_at(const struct grammar *g, size_t i, struct hit hits[2])
{
	struct choice c = { &hits[0], &hits[1] };
	size_t end;

	no_hit(c.best);
	choose_amount(g, i, &c);
	if (!choose_score(g, i, &c))
		return c.best;
	end = ratio_at(g, i, c.next);
	if (end != 0 && end >= c.best->end)
		take_next(&c);
	/* seconds have no mark that a date could begin with */
	if (g->atoms[i].point && (end = race_time_at(g, i, c.next)) != 0 &&
	    end == c.best->end)
		take_next(&c);
	choose_age(g, i, &c);
	small_at(g, i, c.best);
	if (c.best->end == 0)
		roman_at(g, i, c.best);
	return c.best;
}

struct list {
	struct hit *hits;
	size_t count, size;
};

/* A bare weekday. */
static bool
lone_weekday(const struct hit *h)
{
	return h->dated && !h->range && h->a.level == LEVEL_WEEKDAY &&
	    h->a.step == STEP_NONE && h->a.rel.length == 0 && h->a.hour < 0;
}

/* Whether a weekday goes on from one that is a set: every Monday and [Friday],
 * each Tuesday, [Thursday] and [Sunday]. */
static bool
set_goes_on(const struct grammar *g, const struct hit *before,
    const struct hit *h)
{
	size_t i = before->end;

	i += sign_is(g, i, ",");
	i += word_is(g, i, "and") || word_is(g, i, "or") || sign_is(g, i, "&");
	return before->label == NUMBER_SET && before->value.length > 9 &&
	    memcmp(before->value.at, "XXXX-WXX-", 9) == 0 && i == h->first &&
	    i > before->end && h->label == NUMBER_DATE && lone_weekday(h);
}

static void
scan_sentence(struct grammar *g, struct list *list)
{
	size_t i = 0, named = 0;

	note_lands(g);
	while (i < g->count) {
		const struct atom *a = g->atoms + i;
		struct hit room[2], *h = room;
		size_t end;

		if (a->phrase_end != 0 && (end = numbered_name_at(g, i)) !=
		    0) {
			i = end;
			continue;
		}
		if (a->kind == ATOM_OPAQUE || !a->starts) {
			i++;
			continue;
		}
		if (a->kind == ATOM_NUMBER && (end = paper_at(g, i)) != 0) {
			i = end;
			continue;
		}
		if ((end = identifier_at(g, i)) != 0) {
			struct hit d;

			if (date_at(g, i, &d) < end && score_at(g, i, &d) <
			    end) {
				named = i = end;
				continue;
			}
		}
		if (list->count == 0 || day_too_at(g, &list->hits[list->count -
		    1], i, h) == 0)
			h = best_at(g, i, room);
		if (h->end <= i) {
			i++;
			continue;
		}
		if (h->value.length == 0) {
			i = h->end;
			continue;
		}
		if (h->label == NUMBER_QUANTITY ? a->kind == ATOM_NUMBER &&
		    (end = address_at(g, i, i + 1)) > h->end : h->plain &&
		    h->label == NUMBER_CARDINAL && (end = address_at(g, i,
		    h->end)) != 0) {
			i = end;
			continue;
		}
		if (name_refused(g, h) || name_goes_on(g, named, h)) {
			named = h->plain && h->digits && name_around(g, h) ?
			    h->end : named != 0 && name_goes_on(g, named, h) ?
			    h->end : 0;
			i = a->kind == ATOM_NUMBER || h->end <= i ? i + 1 :
			    h->end;
			if (a->kind == ATOM_NUMBER)
				while (i < g->count && !g->atoms[i].space &&
				    (g->atoms[i].kind != ATOM_SIGN ||
				    hyphen_at(g, i, true) ||
				    sign_is(g, i, "/")))
					i++;
			continue;
		}
		if (age_before(g, h, list->count == 0 ? NULL :
		    &list->hits[list->count - 1])) {
			h->label = NUMBER_AGE;
			h->value = duration_text(g, h->numeral.value, 'Y', 1);
		}
		if (list->count > 0 && set_goes_on(g, &list->hits[list->count -
		    1], h)) {
			h->label = NUMBER_SET;
			h->dated = false;
		}
		h->outer = h->first;
		find_mod(g, h);
		list->hits = arena_grow(g->arena, list->hits, list->count,
		    &list->size, list->count + 1, sizeof *list->hits);
		list->hits[list->count++] = *h;
		if (h->label == NUMBER_MONEY)
			note_money(g, h->unit);
		i = h->end;
	}
}

#define CLAUSE_ATOMS 10	/* around a weekday: less is a date by itself */
#define LIST_DAYS 6	/* with one month */

/* Whether it hangs on the tense of the clause, what day this is. */
static bool
told_by_tense(const struct when *w)
{
	return (w->year < 0 || w->level == LEVEL_WEEKDAY) && w->level !=
	    LEVEL_NONE && w->reference == NULL && !w->clock &&
	    (w->rel.length == 0 || (w->rel.at[0] != '-' && w->rel.at[0] !=
	    '+'));
}

/* Behind the days that go on from one that ends at end: 24th[, 25th and 26th of
 * December]. */
static size_t
days_end(const struct grammar *g, size_t end)
{
	size_t j = end, k, most;
	int day;

	for (most = 0; most < LIST_DAYS; most++) {
		j += sign_is(g, j, ",");
		j += word_is(g, j, "and") || word_is(g, j, "or");
		k = j > end ? day_at(g, j, &day, true) : 0;
		if (k == 0)
			break;
		end = j = k;
	}
	j = end + word_is(g, end, "of");
	return most > 0 && word_has(g, j, CALENDAR_MONTH) ? j + 1 : end;
}

/* The tense of the hit's clause; news without one tells of a weekday that is
 * over: the victory in Tuesday's vote. */
static int
tense(const struct grammar *g, const struct hit *h)
{
	int tense;

	if (g->passage->date.length == 0 || !(told_by_tense(&h->a) ||
	    (h->range && told_by_tense(&h->b))))
		return 0;
	tense = tense_of(g, h->first, h->a.level == LEVEL_DAY && h->a.month >
	    0 ? days_end(g, h->end) : h->end);
	/* the July 7 attacks */
	if (h->a.level == LEVEL_DAY && h->a.month > 0 && h->first > 0 &&
	    word_is(g, h->first - 1, "the") && class_at(g, h->end,
	    CONTEXT_ATTACK) != 0)
		return -1;
	/* oil for January delivery fell */
	if (h->a.level == LEVEL_MONTH && h->a.rel.length == 0 &&
	    class_at(g, h->end, CONTEXT_DELIVERY) != 0)
		return 1;
	/* third-quarter results are of a quarter that is over */
	if ((h->a.level == LEVEL_QUARTER || h->a.level == LEVEL_HALF) &&
	    h->a.rel.length == 0 && class_at(g, h->end, CONTEXT_RESULTS) != 0)
		return -1;
	if (tense != 0 || h->a.rel.length > 0 || h->first + (g->count - h->end)
	    < CLAUSE_ATOMS)
		return tense;
	if (h->a.level == LEVEL_WEEKDAY && !h->range && h->a.hour < 0)
		return -1;
	return h->a.month > 0 && h->a.holiday.length == 0 ? TENSE_OPEN : tense;
}

/* Whether so many decimals as a quotient is cut to stand in the text. */
static bool
long_decimals(const struct grammar *g, const struct hit *h)
{
	size_t i = h->first;

	while (i < h->end && g->atoms[i].value.scale < SI_DIGITS)
		i++;
	return i < h->end;
}

struct found {
	struct number *numbers;
	size_t count, capacity;
};

/* On Tuesday or Wednesday, Saturday and Sunday: the second day follows the
 * first, unless that is to come and something was so. */
static struct slice
following_day(const struct grammar *g, const struct hit *before,
    const struct hit *h)
{
	struct hit joined = *h;
	struct slice dated, date = g->passage->date;
	int time = tense(g, before);

	joined.a = before->a;
	joined.a.step = STEP_WEEKDAYS;
	joined.a.step_level = LEVEL_DAY;
	joined.a.step_weekday = h->a.weekday;
	joined.a.step_count = 1;
	joined.a.day_part = h->a.day_part;
	dated = when_resolve(g, &joined, time);
	return time < 0 && dated.length > 9 && date.length > 9 && memcmp(
	    dated.at, date.at, 10) > 0 ? slice_of("") : dated;
}

static void
add_numbers(const struct grammar *g, const struct list *list,
    struct found *found)
{
	const struct hit *first = list->hits;
	size_t i;

	for (i = 0; i < list->count; i++) {
		const struct hit *h = &list->hits[i];
		struct number *number;

		found->numbers = arena_grow(g->arena, found->numbers,
		    found->count, &found->capacity, found->count + 1,
		    sizeof *found->numbers);
		number = &found->numbers[found->count++];
		memset(number, 0, sizeof *number);
		number->start = g->atoms[h->first].start;
		number->end = g->atoms[h->end - 1].end;
		number->label = h->label;
		number->value = h->value;
		number->unit = h->unit;
		number->mod = h->mod;
		number->rel = h->rel;
		if (h->label == NUMBER_QUANTITY)
			number->si = si_text(h->value, h->unit,
			    long_decimals(g, h), is_difference(g, h),
			    g->arena);
		if (h->dated && i > 0 && lone_weekday(h) &&
		    lone_weekday(h - 1) && h->first == h[-1].end + 1 &&
		    (word_is(g, h[-1].end, "or") || word_is(g, h[-1].end,
		    "and")))
			number->dated = following_day(g, h - 1, h);
		/* May 4, 5 and 6 are of one year */
		if (!h->goes_on)
			first = h;
		if (h->dated && number->dated.length == 0)
			number->dated = when_resolve(g, h, tense(g, first));
	}
}

/* Enough for one call; those of one part more are no harm. */
#define ENOUGH 512

/* Reads what is next of a sentence and adds its numbers. */
static void
scan_part(struct grammar *g, const struct sentence *sentence,
    struct number_rest *rest, struct list *list, struct found *found)
{
	bool begins = rest->at <= sentence->start;
	size_t next, stop;

	next = atoms_of_sentence(g, begins ? sentence->start : rest->at,
	    sentence->end, sentence->first, sentence->last);
	if (begins && g->heading && g->passage->text.length < 80 &&
	    class_at(g, 0, CONTEXT_TEASER) != 0)
		g->context->state[STATE_TEASER] = 1;
	/* Also read: Rains kill 12 on July 3; up to the end of its paragraph */
	if (begins && (stop = class_at(g, 0, CONTEXT_TEASER)) != 0 &&
	    (sign_is(g, stop, ":") || sign_is(g, stop, "|")))
		g->teaser = true;
	list->count = 0;
	scan_sentence(g, list);
	if (list->count > 0)
		list->count = bounds_join(g, list->hits, list->count);
	add_numbers(g, list, found);
	rest->at = next;
}

static void
scan_passage(const struct passage *passage, struct number_context *context,
    struct number_rest *rest, struct found *found, struct arena *arena)
{
	struct grammar g = {
		.passage = passage, .context = context, .arena = arena
	};
	struct sentence whole = {
		0, passage->text.length, 0, (uint32_t)passage->token_count, 0,
		passage->kind == PASSAGE_HEADING
	};
	struct list list = { NULL, 0, 0 };
	size_t n = passage->sentence_count > 0 ? passage->sentence_count : 1;

	while (rest->sentence < n && found->count < ENOUGH) {
		const struct sentence *sentence = passage->sentence_count > 0 ?
		    &passage->sentences[rest->sentence] : &whole;

		g.heading = sentence->heading || passage->kind ==
		    PASSAGE_HEADING;
		g.sentence = rest->sentence;
		scan_part(&g, sentence, rest, &list, found);
		if (rest->at >= sentence->end) {
			rest->at = 0;
			rest->sentence++;
		}
	}
}

int
number_find(const struct passage *passage, struct number_context *context,
    struct number_rest *rest, struct number **numbers, size_t *count,
    struct arena *arena)
{
	struct found found = { NULL, 0, 0 };

	if (setjmp(arena->failure) != 0)
		return -1;
	scan_passage(passage, context, rest, &found, arena);
	*numbers = found.numbers;
	*count = found.count;
	return 0;
}
