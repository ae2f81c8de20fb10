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
#include "parse.h"

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

/* The mark at token i, if it is one. */
static struct mark
mark_at(const struct passage *p, size_t i)
{
	struct mark mark = { MARK_NONE, false, false, 1 };
	struct slice s = token_text(p, i);

	/* Nearly all tokens are none; their first byte tells. */
	if (s.length > 3 || strchr("\"'`\xe2\xc2\xef", s.at[0]) == NULL)
		return mark;

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

void
mark_pair(struct parse *parse, bool single, bool open_before,
    struct arena *arena)
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
				/* ,''': the inner mark came last. */
				if (kind == MARK_DOUBLE && glued(p, i +
				    mark.tokens - 1) && slice_is(token_text(p,
				    i + mark.tokens), "'"))
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
	if (open != NONE && kind != MARK_SINGLE &&
	    p->token_count > open + 2) {
		add(parse, &size, open, p->token_count, arena);
		parse->regions[parse->region_count - 1].unclosed = true;
	}
}
