/*
 * score: scores of games and sets, and votes: 3-1, 6-4 7-6 (7-4), 52-48.
 *
 * Sets behind a comma or, as tennis and badminton play them, behind a blank
 * are one score.
 */
#include "amount.h"
#include "calendar.h"
#include "name.h"

#define SETS_MOST 9
#define WORDS_BEFORE 10		/* as far words tell that it is a score */
#define WORDS_BEHIND 8

struct score {
	size_t sets, end;
	struct slice value;
	int64_t a, b;		/* of the first set */
	int64_t last_a, last_b;
	bool apart;		/* 1 - 0 */
	bool blanks;		/* between sets that are none of tennis */
};

/* Whether a set of tennis may end so; or one of badminton or volleyball. */
static bool
set_ends(int64_t a, int64_t b, bool tennis)
{
	int64_t more = a > b ? a : b, less = a > b ? b : a;

	if (tennis)
		return (more == 6 && less < 5) || (more == 7 && (less == 5 ||
		    less == 6));
	return more > 9 && more < 40 && less + 2 <= more;
}

/* Whether the sets of a match go on at i behind a blank. */
static bool
more_sets_at(const struct grammar *g, size_t i, int64_t a, int64_t b)
{
	bool tennis = set_ends(a, b, true);

	if (i + 2 >= g->count || g->atoms[i].kind != ATOM_NUMBER ||
	    !g->atoms[i].space || !hyphen_at(g, i + 1, true) ||
	    !(tennis || set_ends(a, b, false)))
		return false;
	a = g->atoms[i].number;
	b = g->atoms[i + 2].number;
	/* the last may be a long tie-break */
	return set_ends(a, b, false) || (tennis && set_ends(a, b, true));
}

/* Whether a side may have so many points. */
static bool
are_points(const struct atom *a)
{
	return a->kind == ATOM_NUMBER && a->number >= 0 && a->whole <= 3 &&
	    !a->grouped && !a->zero;
}

/* Reads the set at j behind those before; false when there is none. */
static bool
read_set(const struct grammar *g, size_t j, struct score *s)
{
	const struct atom *a = g->atoms + j, *b = a + 2, *next = a + 3;
	struct slice value;

	if (j + 2 >= g->count)
		return false;
	s->apart = s->sets == 0 && hyphen_at(g, j + 1, false) && a[1].space &&
	    b->space && a->whole < 3 && b->whole < 3;
	if (!are_points(a) || !are_points(b) || !(s->apart || hyphen_at(g,
	    j + 1, true)) || (!next->space && (next->kind == ATOM_WORD ||
	    next->kind == ATOM_PART || hyphen_at(g, j + 3, true) || sign_is(g,
	    j + 3, "%"))))
		return false;
	value = join(g->arena, a->text, "-", b->text);
	if (s->sets++ == 0) {
		s->value = value;
		s->a = a->number;
		s->b = b->number;
	} else {
		s->value = join(g->arena, s->value, " ", value);
	}
	s->last_a = a->number;
	s->last_b = b->number;
	s->end = j + 3;
	/* a tie-break: 7-6 (7-4) */
	if (sign_is(g, j + 3, "(") && next[1].kind == ATOM_NUMBER) {
		if (sign_is(g, j + 5, ")"))
			s->end = j + 6;
		else if (hyphen_at(g, j + 5, true) && sign_is(g, j + 7, ")"))
			s->end = j + 8;
	}
	return true;
}

/* Where the next set may begin; 0 when there is none. */
static size_t
next_set(const struct grammar *g, struct score *s)
{
	size_t end = s->end;

	if (s->sets == SETS_MOST)
		return 0;
	if (sign_is(g, end, ",") && g->atoms[end + 1].kind == ATOM_NUMBER &&
	    hyphen_at(g, end + 2, true))
		return end + 1;
	if (!more_sets_at(g, end, s->last_a, s->last_b))
		return 0;
	s->blanks = s->blanks || !set_ends(s->last_a, s->last_b, true);
	return end;
}

/* Whether words around tell of a score: won, beat. */
static bool
told_of(const struct grammar *g, size_t i, const struct score *s)
{
	size_t k = i > WORDS_BEFORE ? i - WORDS_BEFORE : 0;

	for (; k < s->end + WORDS_BEHIND && k < g->count; k++)
		if (class_at(g, k, CONTEXT_SCORE) == k + 1)
			return true;
	return false;
}

/* Wales 19-24 Fiji, but not June 19-24 */
static bool
between_names(const struct grammar *g, size_t i, size_t end)
{
	int month;
	bool weak;

	return capital_word(g, i - 1) && capital_word(g, end) &&
	    month_at(g, i - 1, &month, &weak) == 0;
}

/* Whether what stands around one set says that it is none. */
static bool
is_other(const struct grammar *g, size_t i, const struct score *s, bool told)
{
	char letter;
	int64_t times;

	if (!told && ((s->a < s->b && !between_names(g, i, s->end)) ||
	    (s->a > 200 && s->b > 12)))
		return true;
	/* a Boeing 787-9 */
	if (class_before(g, i, CONTEXT_NAME) && capital_word(g, i - 1) &&
	    g->atoms[i].whole > 2)
		return true;
	/* won by 2-3 million; 5-10 ships in a sentence with won */
	if (s->a < s->b && (word_has(g, s->end, WORD_MAGNITUDE) ||
	    class_at(g, s->end, CONTEXT_PERCENT) != 0))
		return true;
	return time_unit_at(g, s->end, &letter, &times) != 0;
}

size_t
score_at(const struct grammar *g, size_t i, struct hit *h)
{
	struct score s = { .sets = 0 };
	size_t j = i;
	bool told, one;

	if (g->atoms[i].kind != ATOM_NUMBER || name_glued_before(g, i))
		return 0;
	while (read_set(g, j, &s) && (j = next_set(g, &s)) != 0)
		;
	if (s.sets == 0)
		return 0;
	one = s.sets == 1;
	told = told_of(g, i, &s);
	if (s.blanks && !told)
		return 0;
	told = told || (one && s.a < s.b && bowled_at(g, i, s.end, s.a, s.b));
	/* Sweden 1 - 0 Korea */
	if (s.apart && !(told && (s.end >= g->count || g->atoms[s.end].kind !=
	    ATOM_WORD || class_at(g, s.end, CONTEXT_NONNOUN) != 0)) &&
	    !(capital_word(g, i - 1) && capital_word(g, s.end)))
		return 0;
	if (one && s.a == 50 && s.b == 50)
		return s.end;	/* an idiom; dropped by the caller */
	if ((one && is_other(g, i, &s, told)) || class_before(g, i,
	    CONTEXT_AGE) || word_is(g, i - 1, "between"))
		return 0;
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = s.end;
	h->label = NUMBER_SCORE;
	h->value = s.value;
	return s.end;
}
