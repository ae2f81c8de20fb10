/*
 * sentence: reads the text of a paragraph and finds its sentences.
 *
 * The text is cut into chunks at white space, and behind terminators of
 * scripts that write none (UAX #29 Sentence_Break=STerm).  Every gap between
 * two chunks is judged by what ends the left one (terminator, closing marks,
 * an abbreviation of the lexicon) and what begins the right one (case, digit,
 * opening mark, a word that begins sentences).  Marks of lists are followed
 * in their order (1. 2. 3., a) b) c)), so that an item ends where the next
 * one begins.
 *
 * Lexicons: abbreviations, sentence-starters.
 *
 * Bugs: a title at the end of a sentence ("the Dr. He") ends nothing.
 */
#include <unicode/uchar.h>

#include "../lexicon.h"
#include "abbreviation.h"
#include "segment.h"

extern const struct lexicon lexicon_sentence_starters;

/* One chunk: opening marks, core, terminators, closing marks. */
struct chunk {
	size_t start, end;
	size_t core;		/* where the opening marks end */
	size_t stop;		/* where the terminators begin */
	size_t close;		/* where the closing marks begin */
	bool terminated;	/* has terminators before the closing marks */
	bool spaced;		/* white space precedes */
	bool line;		/* with a newline in it */
};

enum verdict { VERDICT_INSIDE, VERDICT_END };

/* The mark of a list item: its form and its number. */
struct mark {
	size_t value;		/* 0: none */
	int form;		/* of the brackets and periods */
};

struct scan {
	struct slice text;
	struct arena *arena;
	struct sentence *sentences;
	size_t count, size;
	size_t start;		/* of the sentence under way */
	size_t words;		/* chunks of it */
	struct mark mark;	/* of the item under way */
	size_t at;		/* where the next chunk is looked for */
};

static bool
is_upper(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_space(int32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') ||
	    (c >= 0x1c && c <= 0x1f) : u_isUWhiteSpace(c);
}

static bool
is_terminator(int32_t c)
{
	if (c < 0x80)
		return c == '.' || c == '!' || c == '?';
	return c == 0x2026 || u_hasBinaryProperty(c, UCHAR_S_TERM);
}

/* A terminator that needs no white space behind it. */
static bool
ends_alone(int32_t c)
{
	if (c < 0x2e80)
		return false;
	return (c >= 0x3000 && c <= 0x30ff && c == 0x3002) || c == 0xff01 ||
	    c == 0xff1f || c == 0xff61 || c == 0xff0e;
}

static bool
is_opening(int32_t c)
{
	if (c < 0x80)
		return c == '"' || c == '\'' || c == '(' || c == '[' ||
		    c == '{' || c == '`';
	switch (u_charType(c)) {
	case U_START_PUNCTUATION:
	case U_INITIAL_PUNCTUATION:
	case U_FINAL_PUNCTUATION:	/* »so« */
		return true;
	default:
		return c == 0xbf || c == 0xa1;
	}
}

static bool
is_closing(int32_t c)
{
	if (c < 0x80)
		return c == '"' || c == '\'' || c == ')' || c == ']' ||
		    c == '}';
	switch (u_charType(c)) {
	case U_END_PUNCTUATION:
	case U_INITIAL_PUNCTUATION:
	case U_FINAL_PUNCTUATION:
		return true;
	default:
		return false;
	}
}

static int32_t
point_at(struct slice text, size_t i)
{
	return utf8_next(text, &i);
}

/* Finds the parts of a chunk from its ends. */
static void
dissect(struct slice text, struct chunk *chunk)
{
	size_t i = chunk->start, k;

	while (i < chunk->end) {
		k = i;
		if (!is_opening(utf8_next(text, &k)))
			break;
		i = k;
	}
	chunk->core = i;
	for (i = chunk->end; i > chunk->core; i = k) {
		k = i;
		if (!is_closing(utf8_previous(text, &k)))
			break;
	}
	chunk->close = i;
	for (; i > chunk->core; i = k) {
		k = i;
		if (!is_terminator(utf8_previous(text, &k)))
			break;
	}
	chunk->stop = i;
	chunk->terminated = chunk->stop < chunk->close;
}

/* The next chunk; false at the end of the text. */
static bool
next_chunk(struct scan *scan, struct chunk *chunk)
{
	struct slice text = scan->text;
	size_t i = scan->at, k;
	bool ended = false;

	chunk->spaced = chunk->line = false;
	while (i < text.length) {
		int32_t c = point_at(text, i);

		if (!is_space(c))
			break;
		chunk->spaced = true;
		chunk->line = chunk->line || c == '\n';
		utf8_next(text, &i);
	}
	if (i == text.length)
		return false;
	chunk->start = i;
	while (i < text.length) {
		int32_t c;

		k = i;
		c = utf8_next(text, &k);
		if (is_space(c))
			break;
		if (ended && !is_terminator(c) && !is_closing(c))
			break;
		ended = ended || ends_alone(c);
		i = k;
	}
	chunk->end = scan->at = i;
	dissect(text, chunk);
	return true;
}

/* Whether the chunk is the mark of a list item: 1. 2) (3) a. b) iv. 4.) • - */
static struct mark
mark_of(struct slice text, const struct chunk *chunk)
{
	struct mark mark = { 0, 0 };
	size_t i = chunk->start, end = chunk->end, value = 0;
	int form = 0;

	if (end - i > 8)
		return mark;
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

static bool
is_bullet(struct slice text, const struct chunk *chunk)
{
	size_t n = chunk->end - chunk->start;
	const char *at = text.at + chunk->start;

	return (n == 1 && (*at == '-' || *at == '*')) ||
	    (n == 3 && (memcmp(at, "\xe2\x80\xa2", 3) == 0 ||
	    memcmp(at, "\xe2\x81\x83", 3) == 0 ||
	    memcmp(at, "\xe2\x80\x93", 3) == 0)) ||
	    (n == 2 && memcmp(at, "\xc2\xb7", 2) == 0);
}

/* Whether the chunk's first word begins sentences: The, He, In ... */
static bool
is_starter(struct slice text, const struct chunk *chunk)
{
	size_t i = chunk->core;
	struct slice word;

	while (i < chunk->end && (is_upper((unsigned char)text.at[i]) ||
	    is_lower((unsigned char)text.at[i])))
		i++;
	word.at = text.at + chunk->core;
	word.length = i - chunk->core;
	return word.length > 0 && word.length <= 14 &&
	    lexicon_find_folded(&lexicon_sentence_starters, word) !=
	    LEXICON_NONE;
}

enum begin { BEGIN_LOWER, BEGIN_UPPER, BEGIN_DIGIT, BEGIN_OTHER };

/* What the chunk begins with, behind its opening marks. */
static enum begin
begin_of(struct slice text, const struct chunk *chunk)
{
	int32_t c;

	if (chunk->core == chunk->end)
		return BEGIN_OTHER;
	c = point_at(text, chunk->core);
	if (u_islower(c))
		return BEGIN_LOWER;
	if (u_isdigit(c))
		return BEGIN_DIGIT;
	return u_isalpha(c) ? BEGIN_UPPER : BEGIN_OTHER;
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

/* Where the last word of the core begins: behind hyphens, brackets and the
 * like, for "Lt.-Gov." */
static size_t
last_word(struct slice text, const struct chunk *chunk)
{
	size_t i = chunk->stop;

	while (i > chunk->core) {
		unsigned char c = (unsigned char)text.at[i - 1];

		if (c == '-' || c == '(' || c == '/' || c == '"' || c == ',' ||
		    c == ';' || c == '$')
			break;
		i--;
	}
	return i;
}

/* Whether a single period behind an abbreviation ends a sentence. */
static enum verdict
judge_abbreviation(const struct scan *scan, const struct chunk *left,
    const struct chunk *right, enum abbreviation kind)
{
	struct slice text = scan->text;
	enum begin begin = begin_of(text, right);
	bool starter = is_starter(text, right);
	bool quoted = right->core > right->start;

	if (begin == BEGIN_LOWER)
		return VERDICT_INSIDE;
	switch (kind) {
	case ABBREVIATION_TITLE:
	case ABBREVIATION_NEVER:
		return VERDICT_INSIDE;
	case ABBREVIATION_NUMBER:
	case ABBREVIATION_MONTH:
		return begin == BEGIN_DIGIT || begin == BEGIN_OTHER ?
		    VERDICT_INSIDE : VERDICT_END;
	case ABBREVIATION_INITIAL:
		if (begin != BEGIN_UPPER || !starter)
			return VERDICT_INSIDE;
		return scan->words > 1 && text.at[left->stop - 1] != 'A' ?
		    VERDICT_END : VERDICT_INSIDE;
	case ABBREVIATION_ENDS:
		return begin == BEGIN_UPPER || quoted ? VERDICT_END :
		    VERDICT_INSIDE;
	case ABBREVIATION_UNIT:
		/* "At 5 a.m. Mr. Smith went" */
		if (begin == BEGIN_UPPER && scan->words > 3)
			return VERDICT_END;
		return starter || quoted ? VERDICT_END : VERDICT_INSIDE;
	default:
		return starter || (quoted && begin == BEGIN_UPPER) ?
		    VERDICT_END : VERDICT_INSIDE;
	}
}

/* Whether a sentence ends between the two chunks. */
static enum verdict
judge(const struct scan *scan, const struct chunk *left,
    const struct chunk *right)
{
	struct slice text = scan->text;
	enum begin begin = begin_of(text, right);
	size_t stops = left->close - left->stop;
	enum abbreviation kind;
	size_t word;

	if (!left->terminated)
		return VERDICT_INSIDE;
	if (!right->spaced)
		return VERDICT_END;
	if (begin == BEGIN_LOWER)
		return VERDICT_INSIDE;
	if (begin == BEGIN_OTHER && right->core == right->end)
		return VERDICT_INSIDE;
	/* ". . . . Next": the fourth ends it */
	if (only_periods(text, left))
		return begin == BEGIN_UPPER && left->start > 6 &&
		    memcmp(text.at + left->start - 6, ". . . ", 6) == 0 ?
		    VERDICT_END : VERDICT_INSIDE;
	if (only_periods(text, right))
		return VERDICT_INSIDE;
	if (stops > 1 || text.at[left->stop] != '.')
		return begin == BEGIN_OTHER && right->core == right->start ?
		    VERDICT_INSIDE : VERDICT_END;
	word = last_word(text, left);
	if (scan->words == 1 && mark_of(text, left).value > 0)
		return VERDICT_INSIDE;
	kind = abbreviation_kind(text, word, left->stop);
	if (kind == ABBREVIATION_NONE || (left->close < left->end &&
	    kind != ABBREVIATION_INITIAL && begin == BEGIN_UPPER))
		return begin == BEGIN_OTHER && right->core == right->start ?
		    VERDICT_INSIDE : VERDICT_END;
	return judge_abbreviation(scan, left, right, kind);
}

static void
add(struct scan *scan, size_t start, size_t end, bool heading)
{
	struct sentence *sentence;

	scan->sentences = arena_grow(scan->arena, scan->sentences,
	    scan->count, &scan->size, scan->count + 1, sizeof *sentence);
	sentence = &scan->sentences[scan->count++];
	memset(sentence, 0, sizeof *sentence);
	sentence->start = start;
	sentence->end = end;
	sentence->heading = heading;
}

/* Whether the right chunk is the mark that follows the item under way. */
static bool
begins_item(struct scan *scan, const struct chunk *left,
    const struct chunk *right)
{
	struct mark mark = mark_of(scan->text, right);

	if (right->line && is_bullet(scan->text, right))
		return true;
	if (mark.value == 0)
		return false;
	if (right->line && (mark.form & 16) != 0) {
		scan->mark = mark;
		return true;
	}
	if (scan->mark.value > 0 && mark.form == scan->mark.form &&
	    mark.value == scan->mark.value + 1) {
		scan->mark = mark;
		/* the bullet before the mark belongs to it */
		return !is_bullet(scan->text, left);
	}
	return false;
}

static void
scan_text(struct scan *scan, bool heading)
{
	struct chunk left, right;

	if (!next_chunk(scan, &left))
		return;
	scan->start = left.start;
	scan->words = 1;
	scan->mark = mark_of(scan->text, &left);
	while (next_chunk(scan, &right)) {
		bool item = begins_item(scan, &left, &right);

		if (scan->words == 1 && is_bullet(scan->text, &left))
			scan->mark = mark_of(scan->text, &right);
		if (item || judge(scan, &left, &right) == VERDICT_END) {
			add(scan, scan->start, left.end, heading);
			scan->start = right.start;
			scan->words = 0;
		}
		scan->words++;
		left = right;
	}
	add(scan, scan->start, left.end, heading);
}

int
segment_sentences(struct slice text, enum passage_kind kind,
    struct sentence **sentences, size_t *count, struct arena *arena)
{
	struct scan scan;

	memset(&scan, 0, sizeof scan);
	scan.text = text;
	scan.arena = arena;
	if (setjmp(arena->failure) != 0)
		return -1;
	scan_text(&scan, kind == PASSAGE_HEADING);
	*sentences = scan.sentences;
	*count = scan.count;
	return 0;
}
