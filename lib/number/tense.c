/*
 * tense: whether a clause speaks of the past or the future.
 *
 * Bugs: the tense is that of the nearest word that shows one, unless the date
 * stands right behind its verb or in a clause of who, which or that.
 */
#include "grammar.h"

/* Whether a participle at i stands behind a form of be: is held, will be
 * formally opened. */
static bool
participle(const struct grammar *g, size_t i)
{
	struct slice s;

	if (i > 1 && g->atoms[i - 1].kind == ATOM_WORD) {
		s = g->atoms[i - 1].norm;
		if (s.length > 3 && memcmp(s.at + s.length - 2, "ly", 2) == 0)
			i--;
	}
	/* will stay shut */
	return i > 0 && (class_at(g, i - 1, CONTEXT_BEING) == i ||
	    class_before(g, i, CONTEXT_STAYS));
}

static bool
past_form(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;
	bool have, past, ed;

	if (i >= g->count || g->atoms[i].kind != ATOM_WORD)
		return false;
	have = word_is(g, i, "has") || word_is(g, i, "have");
	past = class_at(g, i, CONTEXT_PAST) == i + 1;
	ed = s.length > 4 && s.at[s.length - 1] == 'd' && s.at[s.length - 2]
	    == 'e';
	/* most words are none */
	if (!(have || past || ed) || participle(g, i))
		return false;
	/* have met, but not have a meeting */
	if (have)
		return i + 1 < g->count && (word_is(g, i + 1, "been") ?
		    class_at(g, i + 2, CONTEXT_WILL) == 0 : past_form(g, i +
		    1));
	if (past)
		/* expected to cut, will shut */
		return i == 0 || !(word_is(g, i - 1, "to") || class_at(g, i - 1,
		    CONTEXT_MODAL) == i || (word_is(g, i - 1, "will") &&
		    !g->atoms[i - 1].capital));
	/* a unified party */
	return !(word_is(g, i - 1, "the") || word_has(g, i - 1,
	    WORD_ARTICLE)) && !(g->atoms[i].capital && i > 0) && class_at(g, i,
	    CONTEXT_WILL) != i + 1 && class_at(g, i, CONTEXT_NO_PAST) == 0;
}

/* Whether a verb can follow "to" here: planned to open, but fell to five,
 * moved to the city, sent to lawmakers. */
static bool
infinitive(const struct grammar *g, size_t i)
{
	return i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    !g->atoms[i].capital && !atom_has(&g->atoms[i], WORD_ANY) &&
	    !ends_in_s(g->atoms[i].norm) && class_at(g, i, CONTEXT_NO_VERB) ==
	    0;
}

/* an event to be held; but is said to be held, fell to be sold */
static bool
to_be(const struct grammar *g, size_t i)
{
	return word_is(g, i + 1, "be") && i + 2 < g->count &&
	    (class_at(g, i + 2, CONTEXT_PAST) != 0 || (g->atoms[i +
	    2].norm.length > 4 && memcmp(g->atoms[i + 2].norm.at +
	    g->atoms[i + 2].norm.length - 2, "ed", 2) == 0)) &&
	    g->atoms[i - 1].kind == ATOM_WORD && !past_form(g, i - 1) &&
	    class_at(g, i - 1, CONTEXT_NONNOUN) == 0;
}

/* The word before i, or before the weekday there: voted on Thursday to. */
static size_t
before_weekday(const struct grammar *g, size_t i)
{
	if (i < 2 || !word_has(g, i - 1, CALENDAR_WEEKDAY))
		return i - 1;
	i--;
	return i > 1 && word_is(g, i - 1, "on") ? i - 2 : i - 1;
}

/* Whether this word shows a future. */
static bool
future_form(const struct grammar *g, size_t i)
{
	if (word_is(g, i, "to"))
		return i > 0 && infinitive(g, i + 1) && (to_be(g, i) ||
		    class_at(g, i - 1, CONTEXT_TO_FUTURE) == i ||
		    (past_form(g, before_weekday(g, i)) && class_at(g,
		    before_weekday(g, i), CONTEXT_TO_PAST) == 0) ||
		    class_at(g, i - 1, CONTEXT_FUTURE) == i ||
		    class_at(g, i - 1, CONTEXT_WILL) == i);
	return class_at(g, i, CONTEXT_FUTURE) != 0 || (i > 0 &&
	    class_at(g, i, CONTEXT_WILL) == i + 1 && !word_is(g, i, "next"));
}

static bool
relative_pronoun(const struct grammar *g, size_t i)
{
	return word_is(g, i, "who") || word_is(g, i, "which") ||
	    word_is(g, i, "that");
}

/* who votes, which reports: of the present, and so of what is to come */
static bool
presents(const struct grammar *g, size_t i)
{
	return !word_is(g, i, "that") && g->atoms[i + 1].kind == ATOM_WORD &&
	    ends_in_s(g->atoms[i + 1].norm);
}

/* Whether the word at i is a verb of the present by what stands before: it
 * ends, talks resume, the team plays Chile. */
static bool
present_form(const struct grammar *g, size_t i)
{
	const struct atom *before = g->atoms + i - (i > 0);

	if (i == 0 || before->kind != ATOM_WORD || g->atoms[i].capital)
		return false;
	/* schools reopen, they meet */
	if (class_at(g, i, CONTEXT_PRESENT_BASE) != 0)
		return class_before(g, i, CONTEXT_AGE_LIFE) ||
		    ends_in_s(before->norm);
	if (class_at(g, i, CONTEXT_PRESENT_VERB) != 0)
		return !word_has(g, i - 1, WORD_ARTICLE) && !word_is(g, i - 1,
		    "the") && !class_before(g, i, CONTEXT_POSSESSIVE);
	/* plays and returns may be nouns */
	return class_at(g, i, CONTEXT_PRESENT_OR_NOUN) != 0 &&
	    (class_at(g, i - 1, CONTEXT_CLAUSE) != 0 || class_before(g, i,
	    CONTEXT_AGE_LIFE) || word_is(g, i - 1, "and") || word_is(g, i - 1,
	    "who") || word_is(g, i - 1, "which") || (i + 1 < g->count &&
	    g->atoms[i + 1].kind == ATOM_WORD && g->atoms[i + 1].capital));
}

#define PRESENT_ATOMS 6	/* how far before its date a present may stand */
#define CLAUSE_ATOMS 10	/* how far before its date a verb may stand */

/* The tense of the verb that the date surely goes with: the talks held on
 * Monday, the tour that began with a concert in May; else 0. */
static int
tense_of_verb(const struct grammar *g, size_t first)
{
	size_t step, i;
	int tense = 0;

	for (step = 1; step <= CLAUSE_ATOMS && step <= first; step++) {
		i = first - step;
		if (g->atoms[i].kind == ATOM_SIGN || class_at(g, i,
		    CONTEXT_CLAUSE) != 0)
			return 0;
		if (relative_pronoun(g, i))
			return tense == 0 && presents(g, i) ? 1 : tense;
		if (tense != 0)
			continue;
		tense = future_form(g, i) ? 1 : past_form(g, i) ? -1 : 0;
		if (tense == 0 && step <= PRESENT_ATOMS && present_form(g, i))
			return 1;
		if (tense < 0 && step <= 2)
			return tense;
	}
	return 0;
}

/* What keeps the words behind it from telling the tense: most for quotation
 * marks, since the reporting verb stands outside. */
static size_t
barrier(const struct grammar *g, size_t i)
{
	static const char *const marks[] = {
		"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98",
		"\xC2\xAB", "\xC2\xBB", "``", "''"
	};
	size_t k;

	if (g->atoms[i].kind != ATOM_SIGN || hyphen_at(g, i, true))
		return 0;
	for (k = 0; k < sizeof marks / sizeof *marks; k++)
		if (slice_is(g->atoms[i].text, marks[k]))
			return 100;
	/* Monday's */
	if (!g->atoms[i].space && !g->atoms[i + 1].space && word_is(g, i + 1,
	    "s") && (sign_is(g, i, "'") || slice_is(g->atoms[i].text,
	    "\xE2\x80\x99")))
		return 0;
	/* a closing single quotation mark, no apostrophe */
	if (slice_is(g->atoms[i].text, "\xE2\x80\x99") &&
	    g->atoms[i + 1].space)
		return 100;
	return 6;
}

#define OVER_ATOMS 12	/* how far behind "by Friday" a past may stand */

/* By, until Friday, at the beginning of a clause, something was so. */
static bool
over_by(const struct grammar *g, size_t first, size_t end)
{
	size_t i;

	if (first > 1 && g->atoms[first - 2].kind == ATOM_WORD &&
	    class_at(g, first - 2, CONTEXT_NONNOUN) == 0)
		return false;
	for (i = end; i < end + OVER_ATOMS && i < g->count; i++) {
		if (future_form(g, i) || sign_is(g, i, ";"))
			return false;
		if (past_form(g, i))
			return true;
	}
	return false;
}

/* the run-up to Tuesday's vote; the fair runs May 3 to 7 */
static bool
run_before(const struct grammar *g, size_t first)
{
	size_t i = first - word_is(g, first - 1, "the");

	return word_is(g, first - 1, "runs") || (word_is(g, i - 1, "to") &&
	    word_is(g, i - 2, "up") && hyphen_at(g, i - 3, true) &&
	    word_is(g, i - 4, "run"));
}

/* ahead of Tuesday's vote, but ahead of it he had won */
static bool
ahead_of(const struct grammar *g, size_t first, size_t end)
{
	size_t i = first - word_is(g, first - 1, "the");

	return word_is(g, i - 1, "of") && word_is(g, i - 2, "ahead") &&
	    !over_by(g, i - 1, end);
}

/* in the wake of Sunday's attack */
static bool
in_wake_of(const struct grammar *g, size_t first)
{
	size_t i = first - word_is(g, first - 1, "the");

	return word_is(g, i - 1, "of") && (word_is(g, i - 2, "wake") ||
	    word_is(g, i - 2, "aftermath"));
}

#define NOT_NEAR 100	/* as far as that it is of another clause */

/* Whether nothing this far away can be nearer than what was found. */
static bool
settled(size_t far, size_t past, size_t future)
{
	return far >= NOT_NEAR || far > past || far > future;
}

/* Whether the date is that of a noun: Monday's vote, a March 8 speech. */
static bool
of_noun(const struct grammar *g, size_t end)
{
	return end < g->count && (word_is(g, end, "'s") || (g->atoms[end].kind
	    == ATOM_WORD && class_at(g, end, CONTEXT_NONNOUN) == 0) ||
	    (word_is(g, end + 1, "s") && !g->atoms[end].space));
}

static bool
future_within(const struct grammar *g, size_t i, size_t atoms)
{
	size_t end = i + atoms;

	for (; i < end && i < g->count; i++)
		if (future_form(g, i) && !word_is(g, i, "is") && !word_is(g, i,
		    "are"))
			return true;
	return false;
}

static bool
gerund(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	return s.length > 4 && memcmp(s.at + s.length - 3, "ing", 3) == 0;
}

#define EVENT_ATOMS 10	/* how far what tells that it is over may stand */
#define TOLD_ATOMS 3	/* how far behind its date what is told is to come */

/* was adrift until March 10: something was so, and nothing is to come; perhaps
 * only within the clause: it sowed; in autumn it will reap */
bool
lasted(const struct grammar *g, size_t first, bool clause)
{
	size_t step, i;

	for (step = 1; step <= EVENT_ATOMS && step <= first; step++) {
		i = first - step;
		if (future_form(g, i) || (clause && (sign_is(g, i, ";") ||
		    class_at(g, i, CONTEXT_CLAUSE) != 0)))
			return false;
		if (past_form(g, i))
			return true;
	}
	return false;
}

/* said on Friday that, asked on Friday whether, wrote on Friday it would:
 * what is told has a tense of its own. */
static bool
clause_begins(const struct grammar *g, size_t end)
{
	return end < g->count && (word_is(g, end, "that") || word_is(g, end,
	    "whether") || word_is(g, end, "it") || class_at(g, end,
	    CONTEXT_AGE_LIFE) != 0);
}

/* a memo seen by the paper on Monday, a letter sent to staff on Friday: it
 * is there, whatever comes */
static bool
issued(const struct grammar *g, size_t first)
{
	size_t step, i;

	for (step = 2; step <= EVENT_ATOMS && step <= first; step++) {
		i = first - step;
		if (g->atoms[i].kind == ATOM_SIGN || future_form(g, i) ||
		    class_at(g, i, CONTEXT_CLAUSE) != 0)
			return false;
		if (class_at(g, i, CONTEXT_ISSUED) == i + 1)
			return !participle(g, i) && (word_is(g, i + 1, "by") ||
			    word_is(g, i + 1, "to"));
	}
	return false;
}

/* had said the talks on Friday would go on: what was told is to come */
static bool
told_before(const struct grammar *g, size_t verb, size_t end)
{
	return class_at(g, verb, CONTEXT_ANNOUNCED) == verb + 1 &&
	    future_within(g, end, TOLD_ATOMS);
}

/* after a March 8 speech, her remarks on Tuesday, had risen by May; After
 * losing to him on Sunday, she ... */
static bool
over_before(const struct grammar *g, size_t first, size_t end)
{
	size_t i = first, step;

	i -= word_is(g, i - 1, "on");
	if (class_before(g, i, CONTEXT_TOLD))
		return !future_within(g, end, EVENT_ATOMS);
	if (issued(g, first) || (clause_begins(g, end) && lasted(g, first,
	    true)))
		return true;
	i = first;
	if (word_is(g, i - 1, "the") || word_has(g, i - 1, WORD_ARTICLE))
		i--;
	if ((word_is(g, i - 1, "after") || word_is(g, i - 1, "following")) &&
	    of_noun(g, end))
		return !future_within(g, end, EVENT_ATOMS) &&
		    !future_within(g, i - (i < EVENT_ATOMS ? i : EVENT_ATOMS),
		    EVENT_ATOMS);
	for (step = 2; step <= EVENT_ATOMS && step <= first; step++) {
		i = first - step;
		if (g->atoms[i].kind == ATOM_SIGN && !hyphen_at(g, i, true))
			return false;
		/* had said it would close by May */
		if (future_form(g, i))
			return false;
		if (word_is(g, i, "had") && past_form(g, i + 1))
			return !told_before(g, i + 1, end);
		if (i == 0 && step > 2 && (word_is(g, i, "after") ||
		    word_is(g, i, "following")))
			return gerund(g, i + 1) || !future_within(g, end,
			    EVENT_ATOMS);
	}
	return false;
}

#define DATELINE_ATOMS 8
#define FIXTURE_ATOMS 3	/* from a day to what takes place */

/* SAN JUAN, Dec. 8 (UPI) */
static bool
dateline(const struct grammar *g, size_t first)
{
	return first > 1 && first <= DATELINE_ATOMS && sign_is(g, first - 1,
	    ",") && g->atoms[0].kind == ATOM_WORD && g->atoms[0].upper &&
	    g->atoms[0].text.length > 2;
}

/* Wednesday's game will go ahead; but Monday's decision will last */
static bool
fixture_behind(const struct grammar *g, size_t end)
{
	size_t i;

	for (i = end; i <= end + FIXTURE_ATOMS && i < g->count; i++)
		if (class_at(g, i, CONTEXT_FIXTURE) != 0)
			return true;
	return false;
}

int
tense_of(const struct grammar *g, size_t first, size_t end)
{
	size_t i, step, past = 1000, future = 1000, penalty, weak;
	int tense = tense_of_verb(g, first);
	bool behind = false;

	if (dateline(g, first))
		return TENSE_DATELINE;
	if (ahead_of(g, first, end) || run_before(g, first))
		return 1;
	if (over_before(g, first, end))
		return -1;
	/* has until Sunday to answer */
	if (word_is(g, first - 1, "until") && word_is(g, end, "to") &&
	    (word_is(g, first - 2, "has") || word_is(g, first - 2, "have")))
		return 1;
	/* until Friday, by June; but by Friday it was over */
	if ((word_is(g, first - 1, "until") || word_is(g, first - 1, "till") ||
	    word_is(g, first - 1, "by")) && !over_by(g, first, end))
		return tense < 0 || lasted(g, first, false) ? TENSE_OPEN : 1;
	if (word_is(g, first - 1, "since") || in_wake_of(g, first))
		return -1;
	if (tense != 0)
		return tense;
	/* Labor Day is coming, Friday was quiet: its own verb */
	if (class_before(g, first, CONTEXT_CLAUSE) && (future_form(g, end) ||
	    past_form(g, end)))
		return future_form(g, end) ? 1 : -1;
	for (step = 1, penalty = 0; step <= 25 && step <= first; step++) {
		i = first - step;
		penalty += barrier(g, i);
		if (settled(step + penalty, past, future))
			break;
		if (past_form(g, i) && step + penalty < past)
			past = step + penalty;
		if (future_form(g, i) && step + penalty < future)
			future = step + penalty;
	}
	for (step = 0, penalty = 2; step < 25 && end + step < g->count;
	    step++) {
		i = end + step;
		penalty += class_at(g, i, CONTEXT_CLAUSE) != 0 ? 6 :
		    barrier(g, i);
		if (settled(step + penalty, past, future))
			break;
		if (past_form(g, i) && step + penalty < past)
			past = step + penalty;
		/* On Sunday the man, who is a doctor, said */
		weak = word_is(g, i, "is") || word_is(g, i, "are") ? 20 : 0;
		if (weak > 0 && word_is(g, i - 1, "that") && sign_is(g, i + 1,
		    ","))
			continue;	/* that is, */
		if (future_form(g, i) && step + penalty + weak < future) {
			future = step + penalty + weak;
			behind = true;
		}
	}
	/* In April she receives a prize */
	if (past >= NOT_NEAR && future >= NOT_NEAR)
		return class_at(g, end, CONTEXT_AGE_LIFE) == end + 1 &&
		    presents(g, end);
	/* was due to, was expected: the word of the future is nearer */
	/* In October, the bank, which had lost, closed */
	if (past < future)
		return first <= 1 ? -1 : TENSE_OVER;
	return behind && !fixture_behind(g, end) ? TENSE_BEHIND :
	    TENSE_TO_COME;
}
