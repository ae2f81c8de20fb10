/*
 * ratio: one number to another.
 *
 *	ratio = n : n | n to n, by a word of ratios: a 3:1 ratio, odds of 100 to
 *		one, outnumbered five to one
 *	odds  = n - n, by a word of odds: a 33-1 outsider
 *	split = n-for-n: a 3-for-1 split
 *	wickets = n for n, behind a word of bowling: took five for 42; by a word
 *		of cricket: 245 for 7, 192/5
 *	votes = n to n, by a word of votes or of scores: voted 218 to 210
 *
 * Ratios are fractions, votes are scores.
 */
#include "name.h"

#define CUE_BEFORE 6	/* atoms from a ratio back to its word */
#define CUE_BEHIND 2
enum { WICKETS = 10, MOST_RUNS = 999 };

/* Two numbers and what stands between. */
struct pair_of {
	struct numeral a, b;
	size_t end;
	char joint;		/* ':' '/' '-', to, T with hyphens, for, F */
};

/* A whole number or a decimal, with no unit glued to it. */
static size_t
side_at(const struct grammar *g, size_t i, struct numeral *n)
{
	size_t end = i < g->count ? numeral_at(g, i, 0, n) : 0;

	return end != 0 && n->kind == NUMERAL_PLAIN && !n->suffix &&
	    !n->article && !n->sign ? end : 0;
}

static bool
pair_of_at(const struct grammar *g, size_t i, struct pair_of *p)
{
	size_t end = side_at(g, i, &p->a), j;

	if (end == 0)
		return false;
	/* 330 votes to 275 */
	end += word_is(g, end, "votes") && word_is(g, end + 1, "to");
	j = skip_hyphen(g, end);
	if (sign_is(g, end, ":") && !g->atoms[end].space &&
	    !g->atoms[end + 1].space) {
		p->joint = ':';
		j = end + 1;
	} else if (sign_is(g, end, "/") && !g->atoms[end].space &&
	    !g->atoms[end + 1].space) {
		p->joint = '/';
		j = end + 1;
	} else if (word_is(g, j, "for")) {
		p->joint = j > end && hyphen_at(g, j + 1, true) ? 'F' : 'f';
		j = skip_hyphen(g, j + 1);
	} else if (word_is(g, j, "to")) {
		p->joint = j > end && hyphen_at(g, j + 1, true) ? 'T' : 't';
		j = skip_hyphen(g, j + 1);
	} else if (j > end) {
		p->joint = '-';
	} else {
		return false;
	}
	if (strchr("tTfF", p->joint) == NULL && (p->a.words ||
	    g->atoms[j].kind != ATOM_NUMBER))
		return false;
	p->end = side_at(g, j, &p->b);
	return p->end != 0 && (p->end >= g->count || g->atoms[p->end].space ||
	    (g->atoms[p->end].kind == ATOM_SIGN && !hyphen_at(g, p->end, true)
	    && !sign_is(g, p->end, ":") && !sign_is(g, p->end, "/")));
}

/* Whether a word of the class stands before i in the same clause. */
static bool
cue_before(const struct grammar *g, size_t i, unsigned class)
{
	size_t step;

	for (step = 1; step <= CUE_BEFORE && step <= i; step++) {
		if (g->atoms[i - step].kind == ATOM_SIGN &&
		    !hyphen_at(g, i - step, false))
			return false;
		if (class_at(g, i - step, class) != 0)
			return true;
	}
	return false;
}

/* Whether it stands behind: 3-to-1 odds, a 5-to-4 party-line vote. */
static bool
cue_behind(const struct grammar *g, size_t end, unsigned class)
{
	size_t i;

	for (i = end; i < end + CUE_BEHIND && i < g->count &&
	    g->atoms[i].kind == ATOM_WORD; i++) {
		if (class_at(g, i, class) != 0)
			return true;
		if (class_at(g, i, CONTEXT_NONNOUN) != 0)
			return false;
	}
	return false;
}

static bool
is_ratio(const struct grammar *g, size_t i, const struct pair_of *p)
{
	if (p->joint == '/')
		return false;
	if (p->joint == 'F' || p->joint == 'f')
		return p->joint == 'F';
	/* won two-to-one among women, by nearly 3-to-1 */
	if (p->joint == 'T' && decimal_int(p->b.value) == 1 &&
	    !cue_behind(g, p->end, CONTEXT_VOTE))
		return decimal_int(p->a.value) > 1;
	if (p->joint == '-')
		return cue_behind(g, p->end, CONTEXT_ODDS) ||
		    cue_behind(g, p->end, CONTEXT_ODDS_BEHIND) ||
		    ((cue_before(g, i, CONTEXT_ODDS) || cue_before(g, i,
		    CONTEXT_RATIO)) && !counted_at(g, p->end));
	if (cue_behind(g, p->end, CONTEXT_RATIO_BEHIND))
		return true;
	return cue_before(g, i, CONTEXT_RATIO) && !counted_at(g, p->end);
}

bool
bowled_at(const struct grammar *g, size_t i, size_t end, int64_t wickets,
    int64_t runs)
{
	return wickets <= WICKETS && !counted_at(g, end) && (runs > WICKETS ||
	    cricket_around(g)) && cue_before(g, i, CONTEXT_BOWLED);
}

/* Whether the numbers are runs and wickets, or wickets and runs. */
static bool
is_wickets(const struct grammar *g, size_t i, const struct pair_of *p)
{
	int64_t a = decimal_int(p->a.value), b = decimal_int(p->b.value);

	if (a < 0 || b < 0 || a > MOST_RUNS || b > MOST_RUNS ||
	    p->a.value.scale > 0 || p->b.value.scale > 0 || counted_at(g,
	    p->end))
		return false;
	/* took five for 42 */
	if (p->joint == 'f' && a > 0 && a <= WICKETS && !p->b.words &&
	    cue_before(g, i, CONTEXT_BOWLED))
		return true;
	return a > WICKETS && b <= WICKETS && !p->a.words && (p->joint == 'f' ||
	    p->joint == '/') && (cricket_around(g) || class_at(g, p->end,
	    CONTEXT_WICKETS_BEHIND) != 0);
}

/* Whether the numbers are those of a vote or a match: more to fewer where only
 * a word of scores is near. */
static bool
is_vote(const struct grammar *g, size_t i, const struct pair_of *p)
{
	int64_t a = decimal_int(p->a.value), b = decimal_int(p->b.value);
	bool behind = cue_behind(g, p->end, CONTEXT_VOTE);

	if (p->joint == 'f' || p->joint == '/')
		return is_wickets(g, i, p);
	if ((p->joint != 't' && p->joint != 'T') || a < 0 || b < 0 ||
	    a > 999 || b > 999 || p->a.value.scale > 0 ||
	    p->b.value.scale > 0 || word_is(g, i - 1, "from") ||
	    word_is(g, i - 1, "between") || (counted_at(g, p->end) &&
	    !behind && !word_is(g, p->end, "against")))
		return false;
	if (behind || cue_before(g, i, CONTEXT_VOTE) || (p->end > i + 2 &&
	    word_is(g, i + 1, "votes")))
		return true;
	return a > b && !p->a.words && !p->b.words && cue_before(g, i,
	    CONTEXT_SCORE);
}

size_t
ratio_at(const struct grammar *g, size_t i, struct hit *h)
{
	const struct atom *a = g->atoms + i;
	struct pair_of p;
	bool ratio;

	if (!(a->kind == ATOM_NUMBER || word_has(g, i, WORD_ANY)) ||
	    name_glued_before(g, i) || !pair_of_at(g, i, &p))
		return 0;
	ratio = is_ratio(g, i, &p);
	if (!ratio && !is_vote(g, i, &p))
		return 0;
	/* voted two to one */
	ratio = ratio || (p.a.words && decimal_int(p.b.value) == 1 &&
	    !word_is(g, i + 1, "votes"));
	memset(h, 0, sizeof *h);
	h->first = i;
	h->end = p.end;
	h->label = ratio ? NUMBER_FRACTION : NUMBER_SCORE;
	h->value = join(g->arena, decimal_text(p.a.value, g->arena), ratio ?
	    "/" : "-", decimal_text(p.b.value, g->arena));
	return p.end;
}
