/*
 * mark: pairs the quotation marks of a paragraph.
 *
 * Reads tokens that are nothing but a mark; a mark inside a token ('s, 'em)
 * is none.  A straight mark has no direction: white space beside it decides,
 * then whether a quotation is open.  Only the outermost level is paired; marks
 * of another kind inside are text.  Single marks count only where the
 * document uses them more than double ones.  A mark without a partner ends
 * with its paragraph.
 *
 * Bugs: a plural's apostrophe followed by a second one ends a quotation.
 */
#include "../lexicon.h"
#include "parse.h"

#define CLOSE_MOST 40		/* tokens: said Lin, who runs it. */
#define ATTRIBUTION_MOST 8	/* words */

extern const struct lexicon lexicon_speech_forms;

enum { MARK_NONE, MARK_DOUBLE, MARK_SINGLE, MARK_ANGLE };

struct mark {
	int kind;
	bool opens, closes;	/* by its shape */
	size_t tokens;
};

static bool
glued(const struct passage *p, size_t i)
{
	return i < p->token_count && p->tokens[i].glued;
}

static struct mark
read_mark(const struct passage *p, size_t i)
{
	struct mark mark = { MARK_NONE, false, false, 1 };
	struct slice s = token_text(p, i);

	if (slice_is(s, "\"") || slice_is(s, "\xef\xbc\x82")) {
		mark.kind = MARK_DOUBLE;
		mark.opens = mark.closes = true;
	} else if (slice_is(s, "''")) {
		mark.kind = MARK_DOUBLE;
		mark.opens = mark.closes = true;
	} else if (slice_is(s, "\xe2\x80\x9c") || slice_is(s, "``") ||
	    slice_is(s, "\xe2\x80\x9e")) {
		mark.kind = MARK_DOUBLE;
		mark.opens = true;
		/* German: the high 66 closes what the low 99 opens. */
		mark.closes = slice_is(s, "\xe2\x80\x9c");
	} else if (slice_is(s, "\xe2\x80\x9d")) {
		mark.kind = MARK_DOUBLE;
		mark.closes = true;
	} else if (slice_is(s, "\xc2\xab") || slice_is(s, "\xc2\xbb")) {
		mark.kind = MARK_ANGLE;
		mark.opens = mark.closes = true;
	} else if (slice_is(s, "'") || slice_is(s, "`") ||
	    slice_is(s, "\xe2\x80\x98") || slice_is(s, "\xe2\x80\x99")) {
		mark.kind = MARK_SINGLE;
		mark.opens = !slice_is(s, "\xe2\x80\x99");
		mark.closes = slice_is(s, "'") ||
		    slice_is(s, "\xe2\x80\x99");
		if (i + 1 < p->token_count && glued(p, i) &&
		    slice_equal(s, token_text(p, i + 1)) &&
		    (slice_is(s, "'") || slice_is(s, "`"))) {
			mark.kind = MARK_DOUBLE;
			mark.tokens = 2;
		}
	}
	return mark;
}

/* The mark at token i, if it is one.  Nearly all tokens are none; their length
 * and first byte tell. */
static inline struct mark
mark_at(const struct passage *p, size_t i)
{
	static const struct mark none = { MARK_NONE, false, false, 1 };
	struct slice s = token_text(p, i);

	return s.length > 3 || (s.at[0] != '"' && s.at[0] != '\'' &&
	    s.at[0] != '`' && (s.at[0] & 0x80) == 0) ? none :
	    read_mark(p, i);
}

/* Nothing but an opening bracket, a dash or a mark stands before it. */
static bool
free_before(const struct passage *p, size_t i)
{
	struct slice s;

	if (i == 0 || !p->tokens[i - 1].glued)
		return true;
	s = token_text(p, i - 1);
	return slice_is(s, "(") || slice_is(s, "[") || slice_is(s, "-") ||
	    slice_is(s, "--") || slice_is(s, "\xe2\x80\x94") ||
	    slice_is(s, "\xe2\x80\x93") || slice_is(s, "/") ||
	    slice_is(s, ":") || slice_is(s, "\"") ||
	    slice_is(s, "\xe2\x80\x9c") || slice_is(s, "\xe2\x80\x98");
}

static bool
can_open(const struct passage *p, size_t i, const struct mark *mark)
{
	return mark->opens && glued(p, i + mark->tokens - 1) &&
	    (free_before(p, i) ||
	    slice_is(token_text(p, i), "\xe2\x80\x9c"));
}

static bool
can_close(const struct passage *p, size_t i, const struct mark *mark)
{
	if (!mark->closes)
		return false;
	if (i > 0 && p->tokens[i - 1].glued)
		return mark->kind != MARK_SINGLE || !glued(p, i) ||
		    p->tokens[i + mark->tokens].label != TOKEN_WORD;
	return mark->kind != MARK_SINGLE && !glued(p, i + mark->tokens - 1);
}

bool
mark_single_majority(const struct passage *passages, size_t count)
{
	size_t i, k, singles = 0, doubles = 0;

	for (i = 0; i < count; i++)
		for (k = 0; k < passages[i].token_count; k++) {
			struct mark mark = mark_at(&passages[i], k);

			if (mark.kind == MARK_NONE ||
			    !can_open(&passages[i], k, &mark))
				continue;
			if (mark.kind == MARK_SINGLE)
				singles++;
			else
				doubles++;
		}
	return singles > doubles;
}

bool
mark_opens(const struct passage *p, bool single)
{
	struct mark mark;

	if (p->token_count == 0)
		return false;
	mark = mark_at(p, 0);
	return mark.kind != MARK_NONE &&
	    (mark.kind != MARK_SINGLE || single) && can_open(p, 0, &mark);
}

static void
add(struct parse *parse, size_t *size, size_t first, size_t last,
    struct arena *arena)
{
	struct region *region;

	parse->regions = arena_grow(arena, parse->regions,
	    parse->region_count, size, parse->region_count + 1,
	    sizeof *parse->regions);
	region = &parse->regions[parse->region_count++];
	memset(region, 0, sizeof *region);
	region->first = first;
	region->last = last;
}

/* Whether a single mark that could close is a plural's apostrophe: another
 * one closes before any opens. */
static bool
plural(const struct passage *p, size_t i, const size_t *next_single)
{
	struct slice before = token_text(p, i - 1);
	size_t next = next_single[i];
	struct mark mark;

	if (before.length == 0 || before.at[before.length - 1] != 's' ||
	    glued(p, i) || next == NONE)
		return false;
	mark = mark_at(p, next);
	return can_close(p, next, &mark) && !can_open(p, next, &mark);
}

/* Whether the words from a token to the end of its sentence, a few, are who
 * spoke and a verb of speech: Lin said. */
static bool
attribution(const struct passage *p, size_t i)
{
	size_t last = i, k;

	while (last < p->token_count && last < i + ATTRIBUTION_MOST &&
	    p->tokens[last].label == TOKEN_WORD)
		last++;
	if (last < i + 2 || (last < p->token_count &&
	    !slice_is(token_text(p, last), ".") &&
	    !slice_is(token_text(p, last), ",")))
		return false;
	for (k = i; k < last; k += last - 1 - i)
		if (lexicon_find(&lexicon_speech_forms, token_text(p, k)) !=
		    LEXICON_NONE)
			return true;
	return false;
}

/* "We lost, Lin said.: where a mark that is missing should close, behind the
 * comma; or NONE. */
static size_t
missing_close(const struct passage *p, size_t open)
{
	size_t i = p->token_count, stop = i > open + 2 + CLOSE_MOST ?
	    i - CLOSE_MOST : open + 2;

	while (i-- > stop)
		if (slice_is(token_text(p, i), ",") && attribution(p, i + 1))
			return i + 1;
	return NONE;
}

/* We lost," Lin said.: where a mark that is missing should open, the start of
 * the sentence; or NONE. */
static size_t
missing_open(const struct passage *p, size_t close, size_t after)
{
	size_t first;

	if (close < 2 || p->sentence_count == 0 ||
	    strchr(",?!", token_text(p, close - 1).at[0]) == NULL ||
	    !attribution(p, close + 1))
		return NONE;
	first = p->sentences[passage_sentence(p,
	    p->tokens[close].start)].first;
	return first >= after && first + 1 < close ? first : NONE;
}

/* A single mark that should close opens: another one closes before any opens,
 * behind a comma or stop. */
static bool
wrong_single(const struct passage *p, size_t i, const size_t *next_single)
{
	size_t next = next_single[i];
	struct mark mark;

	if (!slice_is(token_text(p, i), "\xe2\x80\x99") ||
	    !glued(p, i) || next == NONE || next < i + 3)
		return false;
	mark = mark_at(p, next);
	return can_close(p, next, &mark) && strchr(",.?!",
	    token_text(p, next - 1).at[0]) != NULL;
}

void
mark_pair(struct parse *parse, bool single, bool open_before,
    bool open_after, struct arena *arena)
{
	const struct passage *p = parse->passage;
	size_t *next_single = arena_alloc(arena, p->token_count + 1,
	    sizeof *next_single);
	size_t i, size = 0, open = NONE, next = NONE;
	int kind = MARK_NONE;
	bool german = false;

	for (i = p->token_count; i-- > 0;) {
		next_single[i] = next;
		if (mark_at(p, i).kind == MARK_SINGLE)
			next = i;
	}
	for (i = 0; i < p->token_count; i++) {
		struct mark mark = mark_at(p, i);
		bool opens, closes;

		if (mark.kind == MARK_NONE ||
		    (mark.kind == MARK_SINGLE && !single))
			continue;
		opens = can_open(p, i, &mark);
		closes = can_close(p, i, &mark);
		/* An opening mark by its shape, where only a closing one can
		 * be, is a typo. */
		if (slice_is(token_text(p, i), "\xe2\x80\x9c") && !german &&
		    !(open != NONE && i > 0 && p->tokens[i - 1].glued &&
		    !glued(p, i)))
			closes = false;
		if (open == NONE) {
			/* 6" is a measure; a closing mark may be a typo. */
			if (!opens && mark.opens && (i == 0 ||
			    p->tokens[i - 1].label != TOKEN_NUMBER) &&
			    !(i > 0 && p->tokens[i - 1].glued) &&
			    mark.kind != MARK_SINGLE)
				opens = i + 1 < p->token_count;
			if (!opens && !mark.opens && free_before(p, i) &&
			    mark.kind == MARK_DOUBLE && glued(p, i))
				opens = true;
			if (!opens && mark.kind == MARK_SINGLE &&
			    free_before(p, i) &&
			    wrong_single(p, i, next_single))
				opens = true;
			if (!opens && closes && !open_before &&
			    mark.kind == MARK_DOUBLE && mark.tokens == 1) {
				size_t first = missing_open(p, i,
				    parse->region_count > 0 ? parse->regions[
				    parse->region_count - 1].last : 0);

				if (first != NONE)
					add(parse, &size, first, i + 1, arena);
			}
			if (!opens && i > 0 && open_before &&
			    parse->region_count == 0 && closes)
				add(parse, &size, 0, i + mark.tokens, arena);
			if (opens) {
				open = i;
				kind = mark.kind;
				german = slice_is(token_text(p, i),
				    "\xe2\x80\x9e");
			}
		} else if (mark.kind == kind) {
			if (closes && kind == MARK_SINGLE && i > 0 &&
			    plural(p, i, next_single))
				continue;
			if (closes && !(opens && i > open + 1 &&
			    !(i > 0 && p->tokens[i - 1].glued))) {
				/* ,''': the inner mark came last; ,"": typed
				 * twice. */
				if (kind == MARK_DOUBLE && glued(p, i +
				    mark.tokens - 1) && (slice_is(token_text(p,
				    i + mark.tokens), "'") ||
				    (i > 0 && p->tokens[i - 1].glued &&
				    !glued(p, i + mark.tokens) &&
				    slice_equal(token_text(p, i + mark.tokens),
				    token_text(p, i)))))
					mark.tokens++;
				if (i > open + 1)
					add(parse, &size, open,
					    i + mark.tokens, arena);
				open = NONE;
			} else if (opens && kind != MARK_SINGLE) {
				open = i;	/* the earlier one was stray */
			}
		}
		i += mark.tokens - 1;
	}
	if (open != NONE && (kind != MARK_SINGLE || (open_after &&
	    free_before(p, open))) && p->token_count > open + 2) {
		size_t close = missing_close(p, open);

		if (close != NONE) {
			add(parse, &size, open, close, arena);
			return;
		}
		add(parse, &size, open, p->token_count, arena);
		parse->regions[parse->region_count - 1].unclosed = true;
	}
}
