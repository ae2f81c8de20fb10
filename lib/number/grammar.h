/*
 * grammar: what the parts of the number engine share.
 *
 *	atom.c		text of a sentence to atoms: digits, words, signs
 *	phrase.c	what the tables say of atoms and phrases
 *	numeral.c	atoms to numerals: "two and a half", "1.5 million"
 *	digits.c	those whose first part is digits
 *	part.c		fractions, ordinals, Roman numerals
 *	unit.c		currencies, measures, lengths of time
 *	single.c	one amount: money, per cent, measures
 *	shilling.c	old British money: 2s 6d
 *	amount.c	ranges of them, ages, lists
 *	si.c		quantities in SI units
 *	degree.c	degrees that are a difference
 *	bound.c		"more than 5 but less than 10" to a range
 *	calendar.h	dates, times, sets
 *	tense.c		the tense of a clause
 *	resolve.c	dates on the document's date
 *	name.c		numbers of names, by what stands around
 *	refused.c	hits that are none: of names, codes, phrases
 *	identifier.c	numbers that identify: phones, dockets, addresses
 *	ratio.c		ratios and votes: 3:1, 218 to 210
 *	score.c		scores of games and sets: 3-1
 *	age.c		ages by the words around
 *	number.c	the best of what these find at each place
 *
 * A recogniser looks at the atoms from i on and fills in what it found; it
 * returns the index behind its last atom, or 0 when it found nothing.
 *
 * To add a rule: put its words into a table (calendar, number-words,
 * number-context, number-mods), perhaps in a class of their own, which is a
 * constant here after make (calendar.tsv: day-kind, CALENDAR_DAY_KIND); write
 * the recogniser; call it from those of its kind (day_or_more_at, single_at,
 * best_at).  Say where it may begin: a word that no table lets begin a number
 * is class start in number-starts.tsv; a date or time without any word of the
 * calendar needs one that is date or year there, and what may stand between its
 * beginning and that word is through.  A class of the calendar whose words are
 * no date by themselves is one of the incomplete in vocabulary.awk.  Where a
 * rule can tell early that it finds nothing, it asks may_begin().
 * build/tried/numbers leaves none of this out: a test fails where it finds more
 * (numbers.bats, from cases/numbers.tsv, so a new rule needs its sentence
 * there).
 */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include "../lexicon.h"
#include "decimal.h"
#include "number.h"
#include "number-vocabulary.h"

/* Bytes of a context's state. */
enum {
	STATE_ANCHOR = 0,	/* 16: the text's last date (resolve.c) */
	STATE_ANCHORED = 16,	/* whether there is one */
	STATE_POUND = 40,	/* '$' or 'P' (pound sign): which came first */
	STATE_TEASER = 41,	/* whether behind a heading of other stories */
	STATE_LANDS = 42,	/* 8: the first lands that it names (unit.c) */
	STATE_SENTENCES = 50,	/* in how many sentences they were looked for */
	STATE_MONEY = 51	/* 3: the last code of money but world money */
};

enum atom_kind {
	ATOM_WORD,	/* letters; inner dots of "p.m." and "U.S." too */
	ATOM_NUMBER,	/* digits, with grouping and one point */
	ATOM_PART,	/* a vulgar fraction sign */
	ATOM_SIGN,	/* any other code point */
	ATOM_OPAQUE	/* URL, e-mail address, emoji */
};

/* What a date or time has at its first word that is no numeral and nothing
 * that numerals are strung together with, or before it. */
enum {
	HINT_DATE = 1,		/* a word of the calendar, a holiday */
	HINT_YEAR = 2,		/* four digits, BC, fiscal, nineteen */
	HINT_COLON = 4,
	HINT_DASH = 8,
	HINT_MARK = 16,		/* a slash, a point between digits */
	HINT_ZONE = 32,
	HINT_ORDINAL = 64,	/* fifth, hundredth, -th */
	HINT_PART = 128,	/* half, fifths, in, out of */
	/* Of the words of HINT_DATE: */
	HINT_UNIT = 256,	/* a unit of time */
	HINT_MONTH = 512,
	HINT_SET = 1024,	/* daily, Mondays, twice, times */
	HINT_LETTER = 2048	/* Q3, H1 */
};

/* What may begin at a word, as far as it tells by itself. */
enum {
	TRAIT_IDLE = 1,		/* no table lets anything begin here */
	TRAIT_PASSES = 2,	/* what follows gives it hints too */
	TRAIT_STARTS = 4,	/* a number may begin here, whatever follows */
	/* What is asked with the words around: */
	TRAIT_PHRASE = 8, TRAIT_HOLIDAY = 16,
	TRAIT_START = 32,	/* whether a number may begin */
	TRAIT_HINTS = 64,	/* more hints */
	TRAIT_FEAST = 128	/* a holiday by itself: Easter */
};

enum dash {
	DASH_NONE,
	DASH_HYPHEN,	/* or en dash */
	DASH_LONG
};

/* 128 bytes, for many are looked at: the next one is not far, and easy to
 * find. */
struct atom {
	uint32_t start, end;	/* bytes of the passage */
	uint8_t kind;		/* ATOM_... */
	uint8_t dash;		/* DASH_... */
	uint16_t hints;		/* HINT_...: at the atoms from here on */
	bool dotted;		/* a full stop follows, glued */
	bool space;		/* white space before, or the beginning */
	bool starts;		/* a number may begin here */
	bool point : 1, grouped : 1, zero : 1;	/* number: decimals, commas,
						 * leading 0 */
	uint32_t whole;		/* number: digits before the point */
	/* Of a word; in the order of known.h. */
	bool capital;		/* first letter is upper case */
	bool upper;		/* all letters are */
	bool joined;		/* a ten with more letters: twentyfive */
	bool prefixed;		/* perhaps a unit with a prefix: kilowatt */
	uint16_t own;		/* HINT_... by itself */
	uint8_t traits;		/* TRAIT_... */
	uint32_t row;		/* of number-vocabulary, or ATOM_UNKNOWN */
	struct slice text;	/* as written */
	struct slice norm;	/* lower case, no dots, straight apostrophe */
	struct decimal value;
	int64_t number;		/* its value when whole and small, else -1 */
	const uint64_t *set;	/* classes of the word, a bit each */
	const uint64_t *phrase;	/* classes of the longest phrase from here */
	uint16_t phrase_end;	/* behind that; 0 none */
	uint16_t holiday, holiday_end;	/* the same of holidays, its row */
};

#define ATOM_UNKNOWN ((uint32_t)LEXICON_NONE)

struct memos;

struct grammar {
	const struct passage *passage;
	struct number_context *context;
	struct arena *arena;
	struct atom *atoms;	/* of one sentence; one sentinel behind */
	size_t count;
	size_t capacity;	/* of atoms, from sentence to sentence */
	char *small;		/* room for small letters, so many bytes */
	size_t small_left;
	bool heading;
	bool titled;		/* a heading with capitals throughout */
	bool teaser;		/* of another story: Also read: ... */
	size_t sentence;
	struct memos *memos;	/* what was found last */
};

/* Here, since with a literal they are a few instructions. */
static inline bool
word_is(const struct grammar *g, size_t i, const char *word)
{
	return i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    slice_is(g->atoms[i].norm, word);
}

static inline bool
sign_is(const struct grammar *g, size_t i, const char *sign)
{
	return i < g->count && g->atoms[i].kind == ATOM_SIGN &&
	    slice_is(g->atoms[i].text, sign);
}

static inline bool
atom_has(const struct atom *atom, unsigned class)
{
	return atom->set[class / 64] >> class % 64 & 1;
}

/* Whether what has one of these hints may begin at i: a recogniser that needs
 * one looks no further without.  With ALL_TRIED nothing is left out, and the
 * numbers must be the same. */
static inline bool
may_begin(const struct grammar *g, size_t i, unsigned hints)
{
#ifdef ALL_TRIED
	(void)hints;
	return i < g->count;
#else
	return i < g->count && (g->atoms[i].hints & hints) != 0;
#endif
}

/* Whether the word is no date without something behind it. */
static inline bool
needs_more(const struct atom *a)
{
	return atom_has(a, BEGINS_MORE) && a->holiday_end == 0 &&
	    a->phrase_end == 0;	/* at the moment */
}

/* Whether an atom behind such a word may go on with it. */
static inline bool
goes_on(const struct atom *a)
{
	switch (a->kind) {
	case ATOM_WORD:
		return a->hints != 0 || atom_has(a, WORD_ANY) ||
		    a->holiday_end != 0;
	case ATOM_SIGN:
		return a->hints != 0 || memchr(",.;:)", a->text.at[0], 5) ==
		    NULL;
	default:
		return true;
	}
}

/* Whether a word of this class stands at i. */
static inline bool
word_has(const struct grammar *g, size_t i, unsigned class)
{
	return i < g->count && g->atoms[i].kind == ATOM_WORD &&
	    atom_has(&g->atoms[i], class);
}

/* What the vocabulary says of a word of this class. */
struct slice atom_cell(const struct atom *atom, unsigned class);
int64_t slice_int(struct slice s);

/* What number-words.tsv says of a word; value -1 when it is not of that
 * class. */
static inline int64_t
word_value(const struct grammar *g, size_t i, unsigned class)
{
	return word_has(g, i, class) ? slice_int(atom_cell(&g->atoms[i],
	    class)) : -1;
}

/* Whether what a number may count begins at an atom: most words are no unit,
 * which is told without further look. */
static inline bool
may_count(const struct atom *a)
{
#ifdef ALL_TRIED
	(void)a;
	return true;
#else
	return a->kind != ATOM_WORD || (a->text.at[0] & 0x80) != 0 ||
	    atom_has(a, BEGINS_UNIT) || atom_has(a, BEGINS_CURRENCY) ||
	    atom_has(a, CALENDAR_UNIT) ||
	    atom_has(a, CALENDAR_UNIT_SHORT) || a->prefixed ||
	    atom_has(a, CONTEXT_PERCENT) || atom_has(a, CONTEXT_BASIS) ||
	    atom_has(a, CONTEXT_POINTS) || a->phrase_end != 0 ||
	    (a->upper && a->norm.length == 4);	/* MEUR */
#endif
}

/* A hyphen or dash, glued on both sides or either way. */
static inline bool
hyphen_at(const struct grammar *g, size_t i, bool glued)
{
	return i < g->count && g->atoms[i].dash != DASH_NONE && (glued ?
	    g->atoms[i].dash == DASH_HYPHEN && !g->atoms[i].space &&
	    !g->atoms[i + 1].space : true);
}

/* The plus of 90+3. */
bool added_at(const struct grammar *g, size_t i);
/* Behind a glued hyphen, else i. */
static inline size_t
skip_hyphen(const struct grammar *g, size_t i)
{
	return hyphen_at(g, i, true) ? i + 1 : i;
}

/* The longest run of atoms from i that is a key of the table, its words one
 * blank apart, at most four; *row is its row.  Returns the end, or 0. */
size_t phrase_find(const struct grammar *g, size_t i,
    const struct lexicon *table, size_t *row);
/* Whether the atoms at i and i + 1 are such a key or begin one. */
bool phrase_begins(const struct grammar *g, size_t i,
    const struct lexicon *table);
/* The same backwards: a key that ends before atom i; returns the first atom
 * of the phrase plus 1, or 0. */
size_t phrase_before(const struct grammar *g, size_t i,
    const struct lexicon *table, size_t *row);

/* Whether a key may have this atom where those of the class stand: the class
 * tells it of words and signs of ASCII. */
static inline bool
may_stand(const struct grammar *g, size_t i, unsigned class)
{
#ifdef ALL_TRIED
	(void)class;
	return i < g->count;
#else
	return i < g->count && (atom_has(&g->atoms[i], class) ||
	    (unsigned char)g->atoms[i].text.at[0] >= 0x80);
#endif
}

/* Whether the letters of a word are a unit with a prefix, or begin so. */
bool unit_has_prefix(const struct atom *atom);

/* The end of the word or phrase of number-context with this class that begins
 * here; 0 when there is none. */
static inline size_t
class_at(const struct grammar *g, size_t i, unsigned class)
{
	const struct atom *atom;

	if (i >= g->count)
		return 0;
	atom = g->atoms + i;
	if (atom->phrase_end != 0 && atom->phrase[class / 64] >> class % 64 &
	    1)
		return atom->phrase_end;
	return atom->kind == ATOM_WORD && atom_has(atom, class) ? i + 1 : 0;
}

/* Whether the atom before i is of this class.  Before the first one, i - 1 is
 * none, as it is to all that look at an atom. */
static inline bool
class_before(const struct grammar *g, size_t i, unsigned class)
{
	return i - 1 < g->count && atom_has(&g->atoms[i - 1], class);
}

/* Whether the atoms from i to end are all the sentence says, signs
 * aside: a cell of a table, where a number needs no context. */
bool alone(const struct grammar *g, size_t i, size_t end);

/* Reads the atoms of a sentence, or of what follows start in it; returns the
 * byte behind the last.  That is not the end when there are more than prose
 * has in a sentence. */
size_t atoms_of_sentence(struct grammar *g, size_t start, size_t end,
    size_t first, size_t last);

enum numeral_kind {
	NUMERAL_PLAIN, NUMERAL_VAGUE, NUMERAL_FRACTION, NUMERAL_ORDINAL
};

struct numeral {
	enum numeral_kind kind;
	struct decimal value;
	struct decimal mantissa;	/* before the magnitude */
	int power;		/* of the magnitude; 0 none */
	int zeros;		/* vague: zeros behind the X */
	int64_t top, bottom;	/* fraction */
	bool words;		/* not digits */
	bool article;		/* begins with a, an */
	bool half;		/* half a ..., a quarter of a ... */
	bool approximate;	/* a couple */
	bool more;		/* 35-plus */
	bool suffix;		/* m, k, b glued */
	bool meter;		/* that suffix may be a unit (m, b, t) */
	bool sign;		/* written minus */
	bool sum;		/* several magnitudes: 4 thousand 3 hundred */
	size_t bare;		/* end without the suffix */
	size_t first;		/* where it begins without an article */
};

/* Flags of numeral_at. */
#define NUMERAL_MONEY 1	/* suffixes m, b, t are millions ... */
#define NUMERAL_SIGNED 2	/* a sign stands before: -.5 */

size_t numeral_at(const struct grammar *g, size_t i, int flags,
    struct numeral *numeral);

size_t fraction_at(const struct grammar *g, size_t i,
    struct numeral *numeral);
/* A minus before is its sign. */
size_t signed_fraction_at(const struct grammar *g, size_t i,
    struct numeral *numeral);
size_t ordinal_at(const struct grammar *g, size_t i,
    struct numeral *numeral);
/* Roman numeral (upper case) or -1. */
int64_t roman_value(struct slice s);

/* Levels of a date, from coarse to fine. */
enum level {
	LEVEL_NONE, LEVEL_MILLENNIUM, LEVEL_CENTURY, LEVEL_DECADE, LEVEL_YEAR,
	LEVEL_FISCAL, LEVEL_HALF, LEVEL_QUARTER, LEVEL_SEASON, LEVEL_MONTH,
	LEVEL_WEEK, LEVEL_WEEKEND, LEVEL_WEEKDAY, LEVEL_DAY
};

/* What is counted from a date: the last week of March, two days after Easter,
 * the week of 4 October, three Fridays from now. */
enum step {
	STEP_NONE,
	STEP_NTH,		/* the nth of what it is made of */
	STEP_HOLDS,		/* the week or weekend that holds it */
	STEP_ADD,		/* a duration */
	STEP_WEEKDAYS		/* so many Fridays on, or back */
};

struct when {
	enum level level;
	int64_t year;		/* -1 unknown */
	bool bc;
	int month, day;		/* 0 unknown */
	int week;		/* 0 unknown */
	int weekday;		/* 1 Monday; 0 unknown */
	int part;		/* number of the quarter or half */
	bool fiscal;		/* of a fiscal year */
	const char *season;	/* SP SU FA WI, or of the table; a school's: SY */
	size_t season_length;
	int hour, minute, second;	/* -1 not said */
	bool meridiem;		/* a.m., p.m. or 24 hours were said */
	struct slice zone;	/* Z or +01:00 */
	struct slice day_part;	/* MO AF EV NI */
	struct slice holiday;	/* its rule */
	int64_t days;		/* its length, when more than one */
	struct slice rel;	/* PREV ... or a duration, no @REF */
	bool ref;		/* hangs on the text's last date */
	bool aside;		/* does not become that date */
	bool of_year;		/* rel counts years: October last year */
	bool near;		/* the coming Friday: the very next */
	bool clock;		/* an hour from now: a time of day, not known */
	bool vague;		/* a few weeks ago: never resolved */
	enum step step;		/* from what the rest names, to step_level */
	enum level step_level;
	int64_t step_count;	/* negative from the end */
	int step_weekday;	/* of STEP_ADD: in the week it leads to; or 0 */
	struct slice step_rel;
	const char *mod;
	const char *reference;	/* PRESENT_REF ... */
};

/* A length of time. */
struct span {
	struct slice text;	/* P3W, PXD */
	char letter;		/* of the last unit */
	int64_t times;
	bool vague, working, plural;
	bool more;		/* with words that amount.c does not read */
};

#define NUMERAL_MEMO 8

/* What recognisers that many others ask found last, and where: SIZE_MAX when
 * nothing is known. */
struct memos {
	struct numeral_memo {
		size_t i, end;
		int flags;
		struct numeral numeral;
	} numerals[NUMERAL_MEMO];
	struct when_memo {
		size_t i, end;
		struct when w;
	} clock, relative;
	struct span_memo {
		size_t i, end;
		struct span span;
	} span;
};

struct hit {
	size_t end;		/* atom behind the last; 0 nothing */
	size_t first;
	size_t outer;		/* first of its mod's phrase, else first */
	size_t from, to;	/* bytes, when they differ from the atoms' */
	enum number_label label;
	struct slice value, unit, mod, rel;
	bool dated;		/* first_when (and second_when) are filled */
	bool range;
	bool goes_on;		/* of the month of the day before it */
	bool plain;		/* a bare cardinal: may be part of a name */
	bool digits;
	struct when a, b;
	struct slice window;	/* the last three days: its length */
	bool from_now;		/* and from now on, not from tomorrow */
	bool working;		/* of working days */
	struct numeral numeral;
};

size_t amount_at(const struct grammar *g, size_t i, struct hit *hit);
size_t date_at(const struct grammar *g, size_t i, struct hit *hit);
/* Ages that the words around tell: Tom, 9; over-65s; in their 30s, behind a
 * possessive. */
size_t name_age_at(const struct grammar *g, size_t i, struct hit *hit);
size_t over_age_at(const struct grammar *g, size_t i, struct hit *hit);
size_t unit_old_at(const struct grammar *g, size_t i, struct hit *hit);
size_t thirties_at(const struct grammar *g, size_t i, struct hit *hit);
/* Whether a bare number is an age by the words, or the age, before it. */
bool age_before(const struct grammar *g, const struct hit *hit,
    const struct hit *before);
/* Whether the sentence is of cricket: runs stand as ages and ranges do. */
bool cricket_around(const struct grammar *g);
/* Whether the numbers from i on are wickets and runs: figures of 4-21. */
bool bowled_at(const struct grammar *g, size_t i, size_t end, int64_t wickets,
    int64_t runs);
/* A ratio or a vote: 3-to-1 odds, voted 218 to 210. */
size_t ratio_at(const struct grammar *g, size_t i, struct hit *hit);
/* A score; of 50-50 only the end. */
size_t score_at(const struct grammar *g, size_t i, struct hit *hit);
/* A day that goes on from the date before: March 19 and [20]. */
size_t day_too_at(const struct grammar *g, const struct hit *before, size_t i,
    struct hit *hit);
/* A unit of time ("years"): its letter S I H D W M Q Y and its count (decade:
 * Y 10). */
size_t time_unit_at(const struct grammar *g, size_t i, char *letter,
    int64_t *times);
struct slice duration_text(const struct grammar *g, struct decimal n,
    char letter, int64_t times);
/* The same of no known number: PXW, PX0Y of decades. */
struct slice vague_span(const struct grammar *g, char letter, int64_t times);

/* Whether over, under at i tell a cause or a place, not a bound of the hit. */
bool no_bound(const struct grammar *g, size_t i, const struct hit *hit);
/* Two numbers that bound one another become a range; the new count. */
size_t bounds_join(const struct grammar *g, struct hit *hits, size_t count);

#define SI_DIGITS 15	/* decimals of a quotient that has no end */

/* The value of a quantity in coherent SI units, empty when it has none;
 * written when it stands in the text with its decimals; a difference of
 * temperatures is one of kelvins. */
struct slice si_text(struct slice value, struct slice unit, bool written,
    bool difference, struct arena *arena);
/* Whether it is a difference of temperatures. */
bool is_difference(const struct grammar *g, const struct hit *hit);

struct slice when_text(const struct when *when, struct arena *arena);
/* Moves a date or a time by a duration (+PT2H); false when it cannot. */
bool when_add(struct when *when, struct slice rel);
/* Takes the step of a date whose year is known. */
void when_step(struct when *when);
/* The day of a holiday's rule in this year; false when there is none. */
bool holiday_date(struct slice rule, int64_t year, int *month, int *day);
/* The resolved date, empty when there is none; hits in order, since the
 * text's last date is kept in the context. */
struct slice when_resolve(const struct grammar *g, const struct hit *hit,
    int tense);
/* A clause without a tense: a month that is just over is the last one. */
#define TENSE_OPEN 2
/* The day of a dateline: the last one, if not of this week. */
#define TENSE_DATELINE 3
/* Past and future by a verb that stands near, perhaps of another clause; and
 * future by one that stands behind. */
#define TENSE_OVER (-2)
#define TENSE_TO_COME 4
#define TENSE_BEHIND 5
/* Letters as of a noun of several or a verb's third person: talks, ends. */
static inline bool
ends_in_s(struct slice norm)
{
	return norm.length > 3 && norm.at[norm.length - 1] == 's' &&
	    norm.at[norm.length - 2] != 's';
}

/* 1 future, -1 past, 0 not known, or those, of the clause around atom i. */
/* Whether something was so shortly before, and nothing is to come there;
 * perhaps only within the clause. */
bool lasted(const struct grammar *g, size_t first, bool clause);
int tense_of(const struct grammar *g, size_t first, size_t end);
/* Joins up to four strings. */
struct slice join(struct arena *arena, struct slice a, const char *sep,
    struct slice b);

#endif
