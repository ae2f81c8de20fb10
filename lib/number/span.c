/*
 * span: lengths of time: three weeks, half an hour, two years and three
 * months, six straight days, an hour thirty.
 *
 *	span = (number | a | half an) [straight] unit [and a half]
 *	       {[,] [and] number unit}
 *
 * Those without such a word or tail are amount.c's, too.
 */
#include "calendar.h"

bool
is_plural(const struct grammar *g, size_t i)
{
	struct slice s = g->atoms[i].norm;

	return s.length > 3 && s.at[s.length - 1] == 's';
}

/* The number of a span; *vague without one. */
static size_t
count_at(const struct grammar *g, size_t i, struct decimal *n, bool *vague)
{
	struct numeral numeral;
	size_t end;

	*vague = false;
	memset(&numeral, 0, sizeof numeral);
	end = numeral_at(g, i, 0, &numeral);
	if (end != 0 && numeral.kind == NUMERAL_PLAIN && !numeral.suffix &&
	    !numeral.value.negative && !sign_is(g, end, "/")) {
		*n = numeral.value;
		/* one and three quarters of an hour */
		if (n->scale > 0 && word_is(g, end, "of")) {
			end++;
			end += word_value(g, end, WORD_ARTICLE) >= 0;
		}
		return end;
	}
	if (end != 0 && numeral.kind == NUMERAL_VAGUE) {
		*vague = true;
		return numeral.zeros == 0 ? end : 0;
	}
	/* half an hour, a quarter of an hour, 1/4 hour */
	end = fraction_at(g, i, &numeral);
	if (end != 0 && numeral.bottom > 0 && numeral.bottom <= 4 &&
	    decimal_divide(decimal_of_int(numeral.top, g->arena),
	    numeral.bottom, 4, n, g->arena)) {
		if (word_is(g, end, "of"))
			end++;
		return word_has(g, end, WORD_ARTICLE) ? end + 1 : end;
	}
	if (word_is(g, i, "few") || word_is(g, i, "several")) {
		*vague = true;
		return i + 1;
	}
	if (word_is(g, i, "couple")) {
		*n = decimal_of_int(2, g->arena);
		return word_is(g, i + 1, "of") ? i + 2 : i + 1;
	}
	if (word_has(g, i, WORD_ARTICLE)) {
		*n = decimal_of_int(1, g->arena);
		return i + 1;
	}
	return 0;
}

/* and a half, and a quarter behind the unit */
static size_t
and_part_at(const struct grammar *g, size_t i, struct decimal *n)
{
	struct numeral part;
	struct decimal d;
	size_t end;

	if (!word_is(g, i, "and") || n->scale > 0)
		return 0;
	memset(&part, 0, sizeof part);
	end = fraction_at(g, i + 1, &part);
	if (end == 0 || !part.words || part.bottom < 2 || part.bottom > 4 ||
	    word_is(g, end, "of") || !decimal_divide(decimal_of_int(part.top,
	    g->arena), part.bottom, 4, &d, g->arena))
		return 0;
	*n = decimal_add(*n, d, g->arena);
	return end;
}

/* year and a half, behind the past, the next */
size_t
and_half_at(const struct grammar *g, size_t i, struct span *span)
{
	struct decimal n = decimal_of_int(1, g->arena);
	size_t end, k;

	memset(span, 0, sizeof *span);
	end = time_unit_at(g, i, &span->letter, &span->times);
	if (end == 0 || is_plural(g, i) || (k = and_part_at(g, end, &n)) == 0)
		return 0;
	span->text = duration_text(g, n, span->letter, span->times);
	return k;
}

/* Adds a duration's units to another's. */
static void
add(const struct grammar *g, struct span *span, struct slice more)
{
	if (memchr(span->text.at, 'T', span->text.length) != NULL &&
	    more.at[1] == 'T') {
		more.at++;
		more.length--;
	}
	more.at++;
	more.length--;
	span->text = join(g->arena, span->text, "", more);
}

bool
fits_behind(struct decimal n, char letter)
{
	return decimal_int(n) <= (letter == 'D' ? 365 : letter == 'W' ? 52 :
	    letter == 'M' ? 24 : letter == 'H' ? 48 : 90);
}

/* Whether the last unit is the one that was read: PT2H of two hours, but not
 * PT2H30M of two and a half. */
bool
ends_in_unit(struct slice text, char letter)
{
	return text.length > 0 && text.at[text.length - 1] == (letter == 'I' ?
	    'M' : letter);
}

/* [,] [and] number unit behind a span: two weeks and two days; two hours ten
 * where nothing follows. */
static size_t
more_at(const struct grammar *g, size_t i, struct span *span)
{
	static const char order[] = "YQMWDHIS";
	struct numeral numeral;
	size_t j = over_comma(g, i), end;
	char letter;
	int64_t times;

	if (word_is(g, j, "and"))
		j++;
	memset(&numeral, 0, sizeof numeral);
	end = j < g->count ? numeral_at(g, j, 0, &numeral) : 0;
	if (end == 0 || numeral.kind != NUMERAL_PLAIN || numeral.suffix)
		return 0;
	j = time_unit_at(g, skip_hyphen(g, end), &letter, &times);
	/* 1h 20m */
	if (j == 0 && span->letter == 'H' && word_is(g, end, "m") &&
	    !g->atoms[end].space && i > 0 && word_is(g, i - 1, "h")) {
		letter = 'I';
		times = 1;
		j = end + 1;
		span->more = true;
	}
	if (j == 0) {
		if (span->letter != 'H' || sign_is(g, i, ",") || end <
		    g->count || numeral.value.scale > 0 ||
		    decimal_int(numeral.value) > 59)
			return 0;
		letter = 'I';
		times = 1;
		j = end;
		span->more = true;
	}
	if (strchr(order, letter) <= strchr(order, span->letter) ||
	    !ends_in_unit(span->text, span->letter)) {
		return 0;
	}
	if (!fits_behind(numeral.value, letter))
		return 0;
	add(g, span, duration_text(g, numeral.value, letter, times));
	span->letter = letter;
	return j;
}

struct slice
vague_span(const struct grammar *g, char letter, int64_t times)
{
	char text[8] = "PX";
	size_t at = 2;

	if (strchr("SIH", letter) != NULL) {
		memcpy(text, "PTX", 3);
		at = 3;
	}
	for (; times >= 10; times /= 10)
		text[at++] = '0';
	text[at++] = letter == 'I' ? 'M' : letter;
	return (struct slice){ arena_copy(g->arena, text, at), at };
}

/* The unit behind the number; 1/2 h with a blank, too */
static size_t
unit_at(const struct grammar *g, size_t i, struct span *span)
{
	size_t end = time_unit_at(g, i, &span->letter, &span->times);

	if (end != 0 || !word_is(g, i, "h") || i < 2 ||
	    g->atoms[i - 1].kind != ATOM_NUMBER || !sign_is(g, i - 2, "/"))
		return end;
	span->letter = 'H';
	span->times = 1;
	span->more = true;
	return i + 1;
}

size_t
or_two_at(const struct grammar *g, size_t i, struct span *span)
{
	if (!word_is(g, i, "or") || !word_is(g, i + 1, "two"))
		return 0;
	span->text = join(g->arena, duration_text(g, decimal_of_int(1,
	    g->arena), span->letter, span->times), "..", duration_text(g,
	    decimal_of_int(2, g->arena), span->letter, span->times));
	span->vague = span->more = true;
	return i + 2;
}

static size_t
find_span(const struct grammar *g, size_t i, struct span *span)
{
	struct decimal n = { 0 };
	struct slice kind;
	size_t end, j, k;

	memset(span, 0, sizeof *span);
	end = count_at(g, i, &n, &span->vague);
	/* weeks ago */
	if (end == 0) {
		if (!is_plural(g, i))
			return 0;
		span->vague = true;
		end = i;
	}
	j = skip_hyphen(g, end);
	while (j < g->count && j > i && calendar(g, j, CALENDAR_DAY_KIND,
	    &kind)) {
		span->working = span->working || slice_is(kind, "working");
		span->more = true;
		j++;
	}
	end = unit_at(g, j, span);
	/* the first three-quarters of it */
	if (end == 0 || (span->working && span->letter != 'D') ||
	    (span->letter == 'Q' && is_plural(g, j) && j > i &&
	    hyphen_at(g, j - 1, true)))
		return 0;
	span->plural = is_plural(g, j);
	span->more = span->more || n.scale > 0;
	if (span->vague) {
		span->text = vague_span(g, span->letter, span->times);
		return end;
	}
	if (end == i + 2 && word_has(g, i, WORD_ARTICLE) && (k = or_two_at(g,
	    end, span)) != 0)
		return k;
	/* a year and a half ago */
	if ((k = and_part_at(g, end, &n)) != 0) {
		end = k;
		span->more = true;
	}
	span->text = duration_text(g, n, span->letter, span->times);
	while ((k = more_at(g, end, span)) != 0)
		end = k;
	return end;
}

/* Offsets, windows and lengths ask for the same span one after another. */
size_t
span_at(const struct grammar *g, size_t i, struct span *span)
{
	struct span_memo *memo = &g->memos->span;

	if (!may_begin(g, i, HINT_UNIT | HINT_MARK) ||
	    g->atoms[i].kind == ATOM_SIGN)
		return 0;
	if (memo->i != i) {
		memo->end = find_span(g, i, &memo->span);
		memo->i = i;
	}
	*span = memo->span;
	return memo->end;
}

struct slice
signed_span(const struct grammar *g, struct slice duration, bool back)
{
	return join(g->arena, slice_of(back ? "-" : "+"), "", duration);
}

size_t
length_at(const struct grammar *g, size_t i, struct slice *rel)
{
	struct span span;
	size_t end = span_at(g, i, &span);

	if (end == 0 || span.vague || span.working)
		return 0;
	*rel = signed_span(g, span.text, false);
	return end;
}

/* year-long, decades-long */
static size_t
unit_long_at(const struct grammar *g, size_t i, struct span *span)
{
	size_t end = time_unit_at(g, i, &span->letter, &span->times);

	if (end == 0 || !hyphen_at(g, end, true) || !word_is(g, end + 1, "long")
	    || hyphen_at(g, i - 1, true))
		return 0;
	span->text = is_plural(g, i) ? vague_span(g, span->letter,
	    span->times) : duration_text(g, decimal_of_int(1, g->arena),
	    span->letter, span->times);
	return end + 2;
}

/* three weekends: P3WE */
static size_t
weekends_at(const struct grammar *g, size_t i, struct span *span)
{
	struct numeral n;
	struct slice value;
	size_t end;

	memset(&n, 0, sizeof n);
	end = may_begin(g, i, HINT_SET) ? numeral_at(g, i, 0, &n) : 0;
	if (end == 0 || n.kind != NUMERAL_PLAIN || !calendar(g, end,
	    CALENDAR_WEEKEND_SET, &value))
		return 0;
	span->text = join(g->arena, duration_text(g, n.value, 'W', 1), "E",
	    slice_of(""));
	return end + 1;
}

size_t
long_span_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct span span;
	size_t end = unit_long_at(g, i, &span);

	/* weeklong */
	if (end == 0 && calendar(g, i, CALENDAR_LONG, &span.text))
		end = i + 1;
	if (end == 0)
		end = weekends_at(g, i, &span);
	if (end == 0) {
		end = span_at(g, i, &span);
		if (end == 0 || !span.more || (span.vague && end == i + 2))
			return 0;
	}
	memset(hit, 0, sizeof *hit);
	hit->first = i;
	hit->end = end;
	hit->label = NUMBER_DURATION;
	hit->value = span.text;
	return end;
}

/* Seconds or minutes behind a colon. */
static bool
sixtieth_at(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i + 1;

	return i + 1 < g->count && sign_is(g, i, ":") && !a[-1].space &&
	    a->kind == ATOM_NUMBER && !a->space && !a->grouped &&
	    a->whole == 2 && a->text.at[0] < '6';
}

/* Whether a race, and not a clock, has this time. */
static bool
raced(const struct grammar *g, size_t i, size_t end)
{
	struct slice value;

	if (calendar(g, end, CALENDAR_MERIDIEM, &value))
		return false;
	if (g->atoms[end - 1].point || class_before(g, i, CONTEXT_RACE))
		return true;
	if (i > 1 && ((word_is(g, i - 1, "of") && class_before(g, i - 1,
	    CONTEXT_RACE_OF)) || (word_is(g, i - 1, "at") && (word_is(g, i - 2,
	    "clocked") || word_is(g, i - 2, "timed")))))
		return true;
	return end < g->count && class_at(g, end, CONTEXT_RACE_BEHIND) != 0;
}

#define MARATHON_ATOMS 12	/* how far before its time it may be named */

/* Whether a race of hours is spoken of before atom i. */
static bool
marathon_before(const struct grammar *g, size_t i)
{
	size_t back;

	for (back = 1; back <= MARATHON_ATOMS && back <= i; back++)
		if (word_is(g, i - back, "marathon"))
			return true;
	return false;
}

#define SPRINT_ATOMS 8	/* from its time back to what was run */

/* ran the 400m in 43.40, won the 100 metres hurdles in 12.31: seconds to the
 * hundredth behind a sprint */
static bool
seconds_raced(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i, *next = a + 1;
	size_t back;

	if (!a->point || a->grouped || a->text.length != a->whole + 3 ||
	    a->whole != 2 || i < 3 || !(word_is(g, i - 1, "in") ||
	    word_is(g, i - 1, "clocked")) || !(i + 1 >= g->count ||
	    next->kind == ATOM_SIGN || class_at(g, i + 1, CONTEXT_NONNOUN) !=
	    0) || sign_is(g, i + 1, "%"))
		return false;
	for (back = 2; back <= SPRINT_ATOMS && back <= i; back++) {
		const struct atom *m = g->atoms + i - back;

		if (m[0].kind == ATOM_NUMBER && m[0].number >= 50 &&
		    m[0].number <= 400 && (word_is(g, i - back + 1, "m") ||
		    word_is(g, i - back + 1, "metres") || word_is(g, i - back +
		    1, "meters")))
			return true;
	}
	return false;
}

size_t
race_time_at(const struct grammar *g, size_t i, struct hit *hit)
{
	const struct atom *a = g->atoms + i;
	static const char letters[] = "HIS";
	size_t end = i + 1, parts = 1, first, k;
	struct slice text = slice_of("PT");

	if (a->kind != ATOM_NUMBER || (a->number < 0 && !a->point) || a->whole >
	    2 || (sign_is(g, i - 1, ":") && !a->space))
		return 0;
	while (parts < 3 && !g->atoms[end - 1].point && sixtieth_at(g, end)) {
		end += 2;
		parts++;
	}
	if (parts == 1 ? !seconds_raced(g, i) : !raced(g, i, end))
		return 0;
	first = parts == 1 ? 2 : parts == 3 || (!g->atoms[end - 1].point &&
	    a->number < 6 && marathon_before(g, i)) ? 0 : 1;
	for (k = 0; k < parts; k++) {
		const struct decimal n = a[2 * k].value;
		struct slice more;

		if (decimal_zero(n))
			continue;
		more = duration_text(g, n, letters[first + k], 1);
		text = join(g->arena, text, "", (struct slice){ more.at + 2,
		    more.length - 2 });
	}
	if (text.length == 2)
		return 0;
	memset(hit, 0, sizeof *hit);
	hit->first = i;
	hit->end = end;
	hit->label = NUMBER_DURATION;
	hit->value = text;
	return end;
}
