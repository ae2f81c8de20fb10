/*
 * sentence: reads the text of a paragraph and finds its sentences.
 *
 * Every gap between two chunks (gap.h) is judged.  Rules decide alone about
 * marks of lists, which are followed in their order (1. 2. 3., a) b) c)), so
 * that an item ends where the next one begins; about ellipses of spaced
 * periods; titles before names; quotations that go on (?" she said); and
 * scripts that need no white space.  About the rest the rules give an opinion
 * (what ends the left chunk, an abbreviation of the lexicon by category, what
 * begins the right chunk), which is a feature of the model that decides: gaps
 * behind a terminator, and gaps before a capital, digit or sign, for headings
 * and for prose without full stops.
 *
 * Lexicons: abbreviations, abbreviation-followers, calendar, first-names,
 * sentence-starters, speech-forms, title-words; weights: sentence.
 *
 * Bugs: a title at the end of a sentence ("the Dr. He") ends nothing.
 */
#include <unicode/uchar.h>

#include "../ascii.h"
#include "../lexicon.h"
#include "gap.h"
#include "segment.h"
#include "sentence.h"

/* Logarithms of the odds by which the model must be surer than the rules that
 * see an end, or none in edited prose: before a lower-case letter, behind a
 * colon, behind an abbreviation or a dash; and by which it may be less sure in
 * hasty writing. */
#define END_MARGIN 3
#define LOWER_MARGIN 3
#define COLON_MARGIN 3
#define STOP_MARGIN 1
#define HASTE 1

#define DATE_MOST 40		/* bytes */
#define APPOSITION_MOST 60	/* bytes */
#define DATELINE_WORDS 8

extern const struct lexicon lexicon_abbreviation_followers;
extern const struct lexicon lexicon_calendar;
extern const struct lexicon lexicon_first_names;
extern const struct lexicon lexicon_speech_forms;
extern const struct lexicon lexicon_title_words;

enum verdict {
	VERDICT_INSIDE,		/* what the rules think: a feature */
	VERDICT_END,
	VERDICT_SURELY_INSIDE,	/* the model isn't asked */
	VERDICT_SURELY_END
};

/* The mark of a list item: its form and its number. */
struct mark {
	size_t value;		/* 0: none */
	int form;		/* of the brackets and periods */
};

struct scan {
	struct gap gap;
	size_t start;		/* of the sentence under way */
	size_t words;		/* its chunks so far */
	struct mark mark;	/* of the item under way */
};

/* The mark that the chunk, which ends as one, is. */
static struct mark
read_mark(struct slice text, const struct chunk *chunk)
{
	struct mark mark = { 0, 0 };
	size_t i = chunk->start, end = chunk->end, value = 0;
	int form = 0;

	if (text.at[i] == '(') {
		form = 1;
		i++;
	}
	/* U+2022, U+2043 glued to what follows */
	if (end - i > 3 && (memcmp(text.at + i, "\xe2\x80\xa2", 3) == 0 ||
	    memcmp(text.at + i, "\xe2\x81\x83", 3) == 0)) {
		form = 2;
		i += 3;
	}
	if (is_digit((unsigned char)text.at[i])) {
		while (i < end && is_digit((unsigned char)text.at[i]) &&
		    value < 1000)
			value = value * 10 + (size_t)(text.at[i++] - '0');
		value++;
	} else if (is_lower((unsigned char)text.at[i])) {
		value = (size_t)(text.at[i++] - 'a') + 1;
		form += 4;
	} else {
		return mark;
	}
	if (i < end && text.at[i] == '.') {
		form += 8;
		i++;
	}
	if (i < end && text.at[i] == ')') {
		form += 16;
		i++;
	}
	if (i != end || form < 8)
		return mark;
	mark.value = value;
	mark.form = form;
	return mark;
}

/* The mark of a list item that the chunk is: 1. 2) (3) a. b) iv. 4.) */
static inline struct mark
mark_of(struct slice text, const struct chunk *chunk)
{
	size_t length = chunk->end - chunk->start;

	if (length == 0 || length > 8 || (text.at[chunk->end - 1] != '.' &&
	    text.at[chunk->end - 1] != ')'))
		return (struct mark){ 0, 0 };
	return read_mark(text, chunk);
}

/* Whether the chunk is the number of a section: 4.1. or 2.1.3. */
static bool
is_section(struct slice text, const struct chunk *chunk)
{
	size_t i, periods = 0;

	if (chunk->end - chunk->start > 8 ||
	    !is_digit((unsigned char)text.at[chunk->start]))
		return false;
	for (i = chunk->start; i < chunk->end; i++) {
		if (text.at[i] == '.')
			periods++;
		else if (!is_digit((unsigned char)text.at[i]))
			return false;
	}
	return periods > 1 && text.at[i - 1] == '.';
}

static bool
is_bullet(struct slice text, const struct chunk *chunk)
{
	size_t n = chunk->end - chunk->start;
	const char *at = text.at + chunk->start;

	return (n == 1 && (*at == '-' || *at == '*' || *at == '>')) ||
	    (n == 3 && (memcmp(at, "\xe2\x80\xa2", 3) == 0 ||
	    memcmp(at, "\xe2\x81\x83", 3) == 0 ||
	    memcmp(at, "\xe2\x80\x93", 3) == 0)) ||
	    (n == 2 && memcmp(at, "\xc2\xb7", 2) == 0);
}

static bool
only_periods(struct slice text, const struct chunk *chunk)
{
	size_t i;

	for (i = chunk->start; i < chunk->end; i++)
		if (text.at[i] != '.')
			return false;
	return true;
}

/* The word at i, letters of ASCII. */
static struct slice
word_at(struct slice text, size_t i)
{
	struct slice word = { text.at + i, 0 };

	while (i + word.length < text.length && word.length < 24 &&
	    is_letter(word.at[word.length]))
		word.length++;
	return word;
}

/* Whether the word goes on after an abbreviation of this kind. */
static bool
follows(struct slice word, const char *kind)
{
	size_t row = lexicon_find(&lexicon_abbreviation_followers, word);

	for (; lexicon_key_is(&lexicon_abbreviation_followers, row, word);
	    row++)
		if (slice_is(lexicon_cell(&lexicon_abbreviation_followers,
		    row, 1), kind))
			return true;
	return false;
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Moves *i over blanks of ASCII; false where there are none. */
static bool
skip_blanks(struct slice text, size_t *i)
{
	size_t start = *i;

	while (*i < text.length && is_blank(text.at[*i]))
		++*i;
	return *i > start;
}

/* Whether the word is a verb of speech at i, but of no next quotation: (?")
 * Smith said, "..."; and nothing else, if alone. */
static bool
speaks(struct slice text, size_t i, struct slice word, bool alone)
{
	i += word.length;
	return (alone ? i == text.length || text.at[i] == '.' :
	    !(i + 1 < text.length && (text.at[i] == ',' ||
	    text.at[i] == ':'))) &&
	    lexicon_find(&lexicon_speech_forms, word) != LEXICON_NONE;
}

/* Whether a verb of speech stands behind what a comma at i encloses: (?") Ana
 * Costa, 51, asked. */
static bool
speaks_behind(struct slice text, size_t i)
{
	size_t end = i + 1;
	struct slice word;

	while (end < text.length && end < i + APPOSITION_MOST &&
	    text.at[end] != ',') {
		if (memchr("?!;:\"", text.at[end], 5) != NULL)
			return false;
		end++;
	}
	if (end >= text.length || text.at[end] != ',')
		return false;
	end++;
	if (!skip_blanks(text, &end))
		return false;
	word = word_at(text, end);
	return word.length > 0 && is_lower((unsigned char)word.at[0]) &&
	    speaks(text, end, word, false);
}

/* Whether a speaker and a verb of speech begin at i: (?") Prime Minister Ana
 * Costa asked; and nothing else, if alone: (.") Costa said. */
static bool
speaker_at(struct slice text, size_t i, bool alone)
{
	size_t words;

	for (words = 0; words < 6; words++) {
		struct slice word = word_at(text, i);

		if (word.length == 0)
			return false;
		if (is_lower((unsigned char)word.at[0]))
			return words > 0 && speaks(text, i, word, alone);
		i += word.length;
		if (i < text.length && text.at[i] == '.')
			i++;
		if (i < text.length && text.at[i] == ',')
			return !alone && speaks_behind(text, i);
		if (!skip_blanks(text, &i))
			return false;
	}
	return false;
}

/* Whether the chunk and those behind it say what time it is where: "10 a.m.
 * Beijing time", "5 p.m. New York time". */
static bool
is_local_time(struct slice text, const struct chunk *chunk)
{
	size_t places;

	for (places = 0; places < GAP_SIDE - 1; places++, chunk++) {
		struct slice next;

		if (!chunk->exists || chunk->begin != GAP_UPPER ||
		    chunk->starter || chunk->terminated || !chunk[1].exists)
			return false;
		next = word_at(text, chunk[1].core);
		if (slice_is(next, "time") || slice_is(next, "Time"))
			return true;
	}
	return false;
}

/* Whether a single period behind an abbreviation ends a sentence. */
static enum verdict
judge_abbreviation(const struct scan *scan, const struct chunk *left,
    const struct chunk *right)
{
	struct slice text = scan->gap.text;
	enum gap_begin begin = right->begin;
	bool starter = right->starter;
	bool quoted = right->core > right->start;

	if (begin == GAP_LOWER)
		return VERDICT_INSIDE;
	switch (left->kind) {
	case ABBREVIATION_TITLE:
		return begin == GAP_UPPER ? VERDICT_SURELY_INSIDE :
		    VERDICT_INSIDE;
	case ABBREVIATION_NEVER:
		return VERDICT_SURELY_INSIDE;
	case ABBREVIATION_NUMBER:
		return begin == GAP_DIGIT ? VERDICT_SURELY_INSIDE :
		    begin == GAP_OTHER ? VERDICT_INSIDE : VERDICT_END;
	case ABBREVIATION_MONTH:
		return begin == GAP_DIGIT || begin == GAP_OTHER ?
		    VERDICT_INSIDE : VERDICT_END;
	case ABBREVIATION_INITIAL:
		/* "40 degrees C. The wind", "Mary T. Olsen" */
		return starter && scan->words > 1 ? VERDICT_END :
		    VERDICT_INSIDE;
	case ABBREVIATION_PLACE:
		if (follows(word_at(text, right->core), "place"))
			return VERDICT_SURELY_INSIDE;
		return starter || (quoted && begin == GAP_UPPER) ?
		    VERDICT_END : VERDICT_INSIDE;
	case ABBREVIATION_COMPANY:
		/* "Govt. Printers won" */
		if (scan->words == 1 ||
		    follows(word_at(text, right->core), "company"))
			return VERDICT_SURELY_INSIDE;
		return starter || (quoted && begin == GAP_UPPER) ?
		    VERDICT_END : VERDICT_INSIDE;
	case ABBREVIATION_ENDS:
		return begin == GAP_UPPER || quoted ? VERDICT_END :
		    VERDICT_INSIDE;
	case ABBREVIATION_UNIT:
		if (follows(word_at(text, right->core), "unit") ||
		    is_local_time(text, right))
			return VERDICT_SURELY_INSIDE;
		/* "At 5 a.m. Mr. Smith went" */
		if (scan->words <= 3)
			return VERDICT_SURELY_INSIDE;
		return begin == GAP_UPPER || quoted ? VERDICT_END :
		    VERDICT_INSIDE;
	default:
		return starter || (quoted && begin == GAP_UPPER) ?
		    VERDICT_END : VERDICT_INSIDE;
	}
}

/* Whether three periods and then a capital follow at i: "said. . . . Then"
 * ends before the ellipsis. */
static bool
ellipsis_opens(struct slice text, size_t i)
{
	if (text.length - i > 6 && memcmp(text.at + i, ". . . ", 6) == 0)
		i += 6;
	else if (text.length - i > 4 && memcmp(text.at + i, "... ", 4) == 0)
		i += 4;
	else
		return false;
	return u_isupper(utf8_next(text, &i));
}

/* Whether the chunk begins with a letter of a script without capitals, of
 * which the model knows nothing. */
static bool
is_caseless(struct slice text, const struct chunk *chunk)
{
	size_t i = chunk->core;

	return chunk->begin == GAP_UPPER &&
	    (text.at[i] & 0x80) != 0 &&
	    u_charType(utf8_next(text, &i)) == U_OTHER_LETTER;
}

/* Whether the chunk ends with a terminator beyond ASCII, of which the model
 * knows nothing; U+2026 is one of English. */
static bool
is_foreign_stop(struct slice text, const struct chunk *chunk)
{
	size_t i = chunk->close;
	int32_t c = utf8_previous(text, &i);

	return c >= 0x80 && c != 0x2026;
}

/* Whether an abbreviation of this kind never ends a sentence before a
 * lower-case letter; in hasty writing such a letter may begin one. */
static bool
surely_goes_on(const struct gap *gap, enum abbreviation kind)
{
	switch (kind) {
	case ABBREVIATION_NONE:
	case ABBREVIATION_INITIAL:
		return false;
	case ABBREVIATION_TITLE:
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_NEVER:
		return true;
	default:
		return gap->edited;
	}
}

/* Whether the chunk stands in brackets of its own. */
static bool
is_bracketed(struct slice text, const struct chunk *chunk)
{
	return text.at[chunk->start] == '(' && text.at[chunk->end - 1] == ')';
}

/* Whether the chunk is a dash of a dateline's: TOKYO (Kyodo) - */
static bool
is_dash(struct slice text, const struct chunk *chunk)
{
	size_t n = chunk->end - chunk->start;
	const char *at = text.at + chunk->start;

	return (n == 1 && *at == '-') || (n == 2 && memcmp(at, "--", 2) == 0) ||
	    (n == 3 && (memcmp(at, "\xe2\x80\x93", 3) == 0 ||
	    memcmp(at, "\xe2\x80\x94", 3) == 0));
}

/* Whether the first word of the paragraph is in capitals. */
static bool
begins_in_capitals(struct slice text)
{
	size_t i = 0;

	while (i < text.length && is_upper(text.at[i]))
		i++;
	return i > 2 && (i == text.length || text.at[i] == ' ' ||
	    text.at[i] == ',');
}

/* Whether the gap is in a dateline: NEWARK, N.J. | (AP) | -- | It. */
static bool
in_dateline(const struct scan *scan)
{
	const struct chunk *left = gap_left(&scan->gap), *right = left + 1;
	struct slice text = scan->gap.text;

	if (scan->words > DATELINE_WORDS)
		return false;
	if (is_dash(text, left))
		return scan->words > 1 && (is_bracketed(text, left - 1) ||
		    (scan->start == 0 && begins_in_capitals(text)));
	return is_bracketed(text, right) && right[1].exists &&
	    is_dash(text, right + 1);
}

/* Whether the chunk is a name like iPhone or eBay. */
static bool
is_camel(struct slice text, const struct chunk *chunk)
{
	const char *at = text.at + chunk->core;

	return chunk->end - chunk->core > 2 && is_lower((unsigned char)at[0]) &&
	    is_upper(at[1]) && is_lower((unsigned char)at[2]);
}

/* Whether the left chunk is a name with its mark, in edited prose: "shares of
 * Yahoo! in May". */
static bool
is_marked_name(const struct scan *scan)
{
	const struct chunk *left = gap_left(&scan->gap);

	return scan->gap.edited && left->begin == GAP_UPPER &&
	    left->close == left->stop + 1 &&
	    scan->gap.text.at[left->stop] == '!';
}

/* Whether the word at *i is of this class of the calendar; then *i moves behind
 * it, a comma and blanks. */
static bool
skip_calendar(struct slice text, size_t *i, const char *class)
{
	struct slice word = word_at(text, *i);
	size_t row = lexicon_find_folded(&lexicon_calendar, word);

	if (row == LEXICON_NONE || !slice_is(lexicon_cell(&lexicon_calendar,
	    row, 1), class))
		return false;
	*i += word.length;
	if (*i < text.length && text.at[*i] == ',')
		++*i;
	skip_blanks(text, i);
	return true;
}

/* The end of the date of a day with weekday and year at i, or i: Friday, May 8,
 * 2015; Friday 8 May 2015. */
static size_t
date_end(struct slice text, size_t i)
{
	size_t start = i, figures = 0;
	bool month;

	if (!skip_calendar(text, &i, "weekday"))
		return start;
	month = skip_calendar(text, &i, "month");
	while (i < text.length && is_digit((unsigned char)text.at[i])) {
		i++;
		figures++;
	}
	if (figures == 0 || figures > 2)
		return start;
	if (i < text.length && text.at[i] == ',')
		i++;
	if (!skip_blanks(text, &i))
		return start;
	if (!month && !skip_calendar(text, &i, "month"))
		return start;
	for (figures = 0; i < text.length &&
	    is_digit((unsigned char)text.at[i]); i++)
		figures++;
	return figures == 4 ? i : start;
}

/* The role in titles of the chunk's word, or empty. */
static struct slice
role_of(struct slice text, const struct chunk *chunk)
{
	struct slice word = word_at(text, chunk->core), none = { "", 0 };
	size_t row = lexicon_find_folded(&lexicon_title_words, word);

	return row == LEXICON_NONE ? none :
	    lexicon_cell(&lexicon_title_words, row, 1);
}

/* Whether the text has parts that stand for themselves on both sides: the date
 * line under a title, the credit of a picture. */
static bool
stands_apart(const struct scan *scan)
{
	const struct chunk *left = gap_left(&scan->gap);
	const struct chunk *right = gap_right(&scan->gap);
	struct slice text = scan->gap.text, role;

	if (right->begin != GAP_UPPER)
		return false;
	if (text.at[right->end - 1] == ':' && left->end > left->core &&
	    slice_is(role_of(text, right), "credit"))
		return true;
	if (left->terminated)
		return false;
	if (scan->words == 4 && date_end(text, scan->start) == left->end)
		return true;
	if (text.length - right->core > DATE_MOST || (left->close > left->core &&
	    memchr(",:;-", text.at[left->close - 1], 4) != NULL) ||
	    date_end(text, right->core) != text.length)
		return false;
	role = role_of(text, left);
	return role.length == 0 || slice_is(role, "sentence");
}

/* What the rules say of the gap. */
static enum verdict
judge(const struct scan *scan)
{
	const struct chunk *left = gap_left(&scan->gap);
	const struct chunk *right = gap_right(&scan->gap);
	struct slice text = scan->gap.text;
	bool sign = right->begin == GAP_OTHER && right->core == right->start;

	/* no mark, sign, dash or bracket: most gaps */
	if (left->word_only && right->word_only && right->spaced &&
	    !left->terminated)
		return stands_apart(scan) ? VERDICT_SURELY_END :
		    VERDICT_INSIDE;
	if (!right->spaced)
		return left->alone ? VERDICT_SURELY_END : VERDICT_INSIDE;
	/* "1. The", "\u2022 9. The" */
	if (scan->words == 1 && (is_bullet(text, left) ||
	    mark_of(text, left).value > 0 || is_section(text, left)))
		return VERDICT_SURELY_INSIDE;
	if (scan->words == 2 && mark_of(text, left).value > 0 &&
	    is_bullet(text, left - 1))
		return VERDICT_SURELY_INSIDE;
	/* "in order: 1. Brazil; 2. Italy"; but "said Ann Lee, 67." */
	if (mark_of(text, left).value > 0 && left[-1].exists &&
	    (text.at[left[-1].end - 1] == ':' ||
	    text.at[left[-1].end - 1] == ';'))
		return VERDICT_SURELY_INSIDE;
	if (stands_apart(scan))
		return VERDICT_SURELY_END;
	if (in_dateline(scan))
		return VERDICT_SURELY_INSIDE;
	if (is_caseless(text, right))
		return left->terminated && left->kind == ABBREVIATION_NONE ?
		    VERDICT_SURELY_END : VERDICT_SURELY_INSIDE;
	if (!left->terminated)
		return VERDICT_INSIDE;
	if (is_foreign_stop(text, left))
		return VERDICT_SURELY_END;
	if (left->wished && left->close == left->end)
		return judge_abbreviation(scan, left, right) == VERDICT_END ?
		    VERDICT_SURELY_END : VERDICT_SURELY_INSIDE;
	/* "... Next" opens a sentence */
	if (scan->words == 1 && only_periods(text, left))
		return VERDICT_SURELY_INSIDE;
	/* ". . . . Next": the fourth ends it */
	if (only_periods(text, left))
		return right->begin == GAP_UPPER && left->start > 7 &&
		    memcmp(text.at + left->start - 7, " . . . ", 7) == 0 ?
		    VERDICT_SURELY_END : left->end == left->start + 1 &&
		    left->start > 2 && text.at[left->start - 2] == '.' ?
		    VERDICT_SURELY_INSIDE : VERDICT_INSIDE;
	if (only_periods(text, right))
		return left->close == left->stop + 1 &&
		    ellipsis_opens(text, right->start) ?
		    VERDICT_SURELY_END : VERDICT_SURELY_INSIDE;
	/* an ellipsis in square brackets */
	if (left->core == left->stop && left->core > left->start &&
	    left->close < left->end)
		return VERDICT_SURELY_INSIDE;
	if (right->begin == GAP_LOWER && is_camel(text, right) &&
	    left->kind == ABBREVIATION_NONE)
		return VERDICT_END;
	if (right->begin == GAP_LOWER)
		return left->close < left->end || is_marked_name(scan) ||
		    surely_goes_on(&scan->gap, left->kind) ?
		    VERDICT_SURELY_INSIDE : VERDICT_INSIDE;
	if (right->begin == GAP_OTHER && right->core == right->end)
		return VERDICT_INSIDE;
	/* ?" Smith asked; ." Smith said. */
	if (left->close < left->end && right->begin == GAP_UPPER &&
	    right->core == right->start && text.at[left->end - 1] != ')' &&
	    (!right->starter || right->kind == ABBREVIATION_TITLE ||
	    word_at(text, right->start).length == 1) &&
	    speaker_at(text, right->start, text.at[left->stop] == '.'))
		return VERDICT_SURELY_INSIDE;
	/* Yahoo! Inc. */
	if (text.at[left->stop] == '!' && right->kind == ABBREVIATION_COMPANY &&
	    right->begin == GAP_UPPER && !right->starter)
		return VERDICT_SURELY_INSIDE;
	/* General (retd.) Khan */
	if (left->kind != ABBREVIATION_NONE && is_bracketed(text, left))
		return VERDICT_SURELY_INSIDE;
	if (left->kind != ABBREVIATION_NONE && (left->close == left->end ||
	    left->kind == ABBREVIATION_INITIAL ||
	    right->begin != GAP_UPPER))
		return judge_abbreviation(scan, left, right);
	return sign ? VERDICT_INSIDE : VERDICT_END;
}

/* Whether the right chunk is the mark that follows the item under way. */
static bool
begins_item(struct scan *scan)
{
	const struct chunk *left = gap_left(&scan->gap);
	const struct chunk *right = gap_right(&scan->gap);
	struct slice text = scan->gap.text;
	struct mark mark;

	if (scan->words == 1 && is_bullet(text, left))
		scan->mark = mark_of(text, right);
	if (is_bullet(text, right)) {
		/* a bullet before the mark belongs to it */
		mark = mark_of(text, right + 1);
		return mark.value > 0 && mark.form == scan->mark.form &&
		    mark.value == scan->mark.value + 1;
	}
	mark = mark_of(text, right);
	if (scan->mark.value > 0 && mark.form == scan->mark.form &&
	    mark.value == scan->mark.value + 1) {
		scan->mark = mark;
		return !is_bullet(text, left);
	}
	return false;
}

/* Whether the model is to be asked when the rules are not sure. */
static bool
is_candidate(const struct gap *gap)
{
	const struct chunk *left = gap_left(gap);

	return left->terminated || gap_right(gap)->begin != GAP_LOWER;
}

/* How sure the model must be where the rules see no end, in logarithms of the
 * odds: surer in edited prose, behind a colon or a dash and where a stop may be
 * an abbreviation's; less in hasty writing. */
static int
margin(const struct gap *gap, bool heading)
{
	const struct chunk *left = gap_left(gap);
	char last = gap->text.at[left->end - 1];

	/* "Yahoo! in" */
	if (gap->edited && gap_right(gap)->begin == GAP_LOWER)
		return LOWER_MARGIN;
	if (gap->edited)
		return last == ':' ? COLON_MARGIN :
		    left->terminated || is_dash(gap->text, left) ?
		    STOP_MARGIN : 0;
	return heading || last == ':' ? 0 : -HASTE;
}

/* Whether the left chunk is the initial behind a first name and before another
 * one: Gary F. | McCarthy.  The model learns from such gaps all the same. */
static bool
in_name(const struct gap *gap)
{
	const struct chunk *left = gap_left(gap), *right = gap_right(gap);
	const struct chunk *first = left - 1;

	return left->kind == ABBREVIATION_INITIAL &&
	    left->stop == left->core + 1 && left->close == left->end &&
	    right->begin == GAP_UPPER && !right->starter &&
	    first->begin == GAP_UPPER && first->end == first->stop &&
	    lexicon_find_folded(&lexicon_first_names, (struct slice){
	    gap->text.at + first->core, first->end - first->core }) !=
	    LEXICON_NONE;
}

static bool
ends(struct gap *gap, enum verdict verdict, bool heading)
{
	if (verdict >= VERDICT_SURELY_INSIDE)
		return verdict == VERDICT_SURELY_END;
	if (!gap_model() || !is_candidate(gap))
		return verdict == VERDICT_END;
	return gap_score(gap, (int)verdict) > GAP_UNIT *
	    (verdict == VERDICT_END ? -END_MARGIN : margin(gap, heading)) &&
	    !in_name(gap);
}

/* Begins the scan; false when there is no chunk. */
static bool
begin(struct scan *scan, struct slice text,
    const struct lexicon *abbreviations)
{
	gap_init(&scan->gap, text, abbreviations);
	if (!gap_right(&scan->gap)->exists)
		return false;
	scan->mark = mark_of(text, gap_right(&scan->gap));
	scan->start = gap_right(&scan->gap)->start;
	scan->words = 1;
	return true;
}

/* Moves to the next gap where something may end. */
static bool
next(struct scan *scan)
{
	bool found = gap_next(&scan->gap);

	scan->words += scan->gap.skipped;
	return found;
}

/* A sentence begins with the right chunk. */
static void
begin_sentence(struct scan *scan)
{
	scan->start = gap_right(&scan->gap)->start;
	scan->words = 0;
}

void
sentence_gaps(struct slice text, bool (*each)(void *context,
    struct gap *gap, int verdict), void *context)
{
	struct scan scan;

	if (!begin(&scan, text, NULL))
		return;
	for (; next(&scan); scan.words++) {
		enum verdict verdict = VERDICT_SURELY_END;
		bool over;

		if (!begins_item(&scan))
			verdict = judge(&scan);
		over = (verdict & 1) != 0;
		if (verdict < VERDICT_SURELY_INSIDE && is_candidate(&scan.gap))
			over = each(context, &scan.gap, (int)verdict);
		if (over)
			begin_sentence(&scan);
	}
}

struct found {
	struct sentence *sentences;
	size_t count, size;
};

static void
add(struct found *found, size_t start, size_t end, bool heading,
    struct arena *arena)
{
	struct sentence *sentence;

	if (found->count == found->size)
		found->sentences = arena_grow(arena, found->sentences,
		    found->count, &found->size, found->count + 1,
		    sizeof *sentence);
	sentence = &found->sentences[found->count++];
	*sentence = (struct sentence){
		.start = start, .end = end, .heading = heading
	};
}

/* Whether a chunk of ASCII that is no mark of an item nor a dash, and that no
 * part of a text begins with which stands for itself, is on the right: a word
 * with a capital, a number without a stop. */
static inline bool
is_plain_right(const struct scan *scan, const struct chunk *right)
{
	struct slice text = scan->gap.text;
	char last = text.at[right->end - 1];

	if (!right->spaced || right->core != right->start)
		return false;
	if (right->begin == GAP_DIGIT)
		return last != '.' && last != ')';
	return right->begin == GAP_UPPER && is_upper(text.at[right->start]) &&
	    last != ':' && text.length - right->start > DATE_MOST;
}

/* Whether the gap is one within a sentence where the rules have nothing to say
 * and by its look nothing ends: most are. */
static inline bool
is_plainly_inside(const struct scan *scan)
{
	const struct chunk *left = gap_left(&scan->gap), *right = left + 1;

	return left->calm && scan->words != 4 &&
	    is_plain_right(scan, right) &&
	    scan->gap.text.at[left->end - 1] != ')' &&
	    gap_look_score(&scan->gap, VERDICT_INSIDE) < 0;
}

static void
scan_text(const struct segment_wish *wish, struct slice text, bool heading,
    struct found *found, struct arena *arena)
{
	struct scan scan;

	if (!begin(&scan, text, wish->abbreviations))
		return;
	for (; next(&scan); scan.words++) {
		if ((wish->terminators_only &&
		    !gap_left(&scan.gap)->terminated) ||
		    is_plainly_inside(&scan))
			continue;
		if (!begins_item(&scan) && !ends(&scan.gap, judge(&scan),
		    heading))
			continue;
		add(found, scan.start, gap_left(&scan.gap)->end, heading,
		    arena);
		begin_sentence(&scan);
	}
	add(found, scan.start, gap_left(&scan.gap)->end, heading, arena);
}

bool
segment_abbreviation_kind(struct slice name)
{
	return name.length == 0 || slice_is(name, "none") ||
	    abbreviation_kind_named(name) != ABBREVIATION_NONE;
}

int
segment_sentences(struct slice text, enum passage_kind kind,
    struct sentence **sentences, size_t *count, struct arena *arena)
{
	static const struct segment_wish none;

	return segment_sentences_as(&none, text, kind, sentences, count,
	    arena);
}

int
segment_sentences_as(const struct segment_wish *wish, struct slice text,
    enum passage_kind kind, struct sentence **sentences, size_t *count,
    struct arena *arena)
{
	struct found found = { NULL, 0, 0 };

	if (setjmp(arena->failure) != 0)
		return -1;
	scan_text(wish, text, kind == PASSAGE_HEADING, &found, arena);
	*sentences = found.sentences;
	*count = found.count;
	return 0;
}
