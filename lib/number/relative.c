/*
 * relative: dates that hang on another: three years ago, last October, the
 * day before.  What they hang on is told by rel; resolve.c puts it on the
 * document's date.
 *
 *	offset  = span (ago | later | from now | after day)
 *	turn    = (last | next | this) (unit | weekday | month | season)
 *	window  = (last | next) span | number (last | next) unit
 */
#include "calendar.h"


static struct slice
one(const struct grammar *g, char letter, int64_t times, bool back)
{
	return signed_span(g, duration_text(g, decimal_of_int(1, g->arena),
	    letter, times), back);
}

void
set_level(struct when *w, char letter, int64_t times)
{
	switch (letter) {
	case 'Y':
		w->level = times == 1 ? LEVEL_YEAR : times == 10 ?
		    LEVEL_DECADE : times == 100 ? LEVEL_CENTURY :
		    LEVEL_MILLENNIUM;
		break;
	case 'Q':
		w->level = LEVEL_QUARTER;
		break;
	case 'M':
		w->level = LEVEL_MONTH;
		break;
	case 'W':
		w->level = LEVEL_WEEK;
		break;
	default:
		w->level = LEVEL_DAY;
		break;
	}
}

/* What the span's end is known to: years to the year, weeks to the day. */
static void
set_span_level(struct when *w, const struct span *span)
{
	set_level(w, span->letter, 1);
	if (w->level == LEVEL_WEEK)
		w->level = LEVEL_DAY;
	w->clock = memchr(span->text.at, 'T', span->text.length) != NULL;
	if (w->clock)
		w->level = LEVEL_DAY;
	w->vague = span->vague;
}

/* Takes the step at once where the year is known. */
static void
settle(struct when *w)
{
	if (w->year >= 0 && !w->bc)
		when_step(w);
}

/* two days after Easter, a week from Friday */
static size_t
from_base_at(const struct grammar *g, size_t i, const struct span *span,
    struct when *w)
{
	struct slice way;
	struct when base;
	size_t end, j = i + 1;

	/* two a week from 5 February on */
	if (!calendar(g, i, CALENDAR_JOINT, &way) || span->vague || (i > 2 &&
	    word_has(g, i - 2, WORD_ARTICLE) && (g->atoms[i - 3].kind ==
	    ATOM_NUMBER || word_has(g, i - 3, WORD_UNIT))))
		return 0;
	if (word_is(g, i, "from") && word_is(g, j, "right"))
		j++;
	if (word_is(g, i, "from") && word_is(g, j, "now")) {
		w->rel = signed_span(g, span->text, false);
		return j + 1;
	}
	end = base_at(g, j, &base);
	if (end == 0 || w->clock)
		return 0;
	/* three days from today */
	if (base.level == LEVEL_DAY && slice_is(base.rel, "THIS") &&
	    base.month == 0 && base.day_part.length == 0 && base.hour < 0 &&
	    base.holiday.length == 0) {
		w->rel = signed_span(g, span->text, slice_is(way, "-"));
		return end;
	}
	base.step = STEP_ADD;
	base.step_level = w->level == LEVEL_YEAR || w->level == LEVEL_MONTH ?
	    LEVEL_DAY : w->level;
	base.step_rel = signed_span(g, span->text, slice_is(way, "-"));
	*w = base;
	settle(w);
	return end;
}

/* Whether the atoms before make a length of a span behind "in": the first in
 * three years; could fall in three years. */
static bool
compared(const struct grammar *g, size_t i)
{
	size_t back;

	for (back = 1; back <= 12 && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_MODAL) != 0 &&
		    !g->atoms[i - back].capital)	/* May */
			return true;
	for (back = 1; back <= 5 && back <= i; back++) {
		size_t j = i - back;
		struct slice s = g->atoms[j].norm;
		struct numeral n;

		if (g->atoms[j].kind != ATOM_WORD)
			return false;
		if ((s.length > 4 && memcmp(s.at + s.length - 3, "est", 3) ==
		    0) || class_at(g, j, CONTEXT_COMPARED) != 0 ||
		    ordinal_at(g, j, &n) != 0)
			return true;
	}
	return false;
}

/* Whether something around the atoms is sure to come, and not just is. */
static bool
to_come(const struct grammar *g, size_t first, size_t end)
{
	size_t i = first > 15 ? first - 15 : 0;

	/* beat him in two hours to win */
	if (tense_of(g, first, end) <= 0 || lasted(g, first, true))
		return false;
	for (; i < end + 10 && i < g->count; i++)
		if (class_at(g, i, CONTEXT_TO_COME) != 0)
			return true;
	return false;
}

/* a week ago Tuesday: so many weeks before the last one */
static size_t
ago_weekday_at(const struct grammar *g, size_t i, const struct span *span,
    struct when *w)
{
	size_t end;
	bool weak;
	int weekday;

	i += word_is(g, i, "on") || word_is(g, i, "last");
	end = weekday_at(g, i, &weekday, &weak);
	if (end == 0 || weak)
		return 0;
	*w = nowhen;
	w->level = LEVEL_WEEKDAY;
	w->weekday = weekday;
	w->rel = slice_of("PREV");
	w->step = STEP_ADD;
	w->step_level = LEVEL_DAY;
	w->step_rel = signed_span(g, span->text, true);
	return end;
}

/* a year ago today, ten years ago this month */
static size_t
ago_today_at(const struct grammar *g, size_t i, const struct span *span,
    struct when *w)
{
	struct when now;
	size_t end = i < g->count && (word_is(g, i, "today") || word_is(g, i,
	    "this")) ? relative_at(g, i, &now) : 0;

	if (end == 0 || !slice_is(now.rel, "THIS") || now.ref ||
	    (now.level != LEVEL_DAY && now.level != LEVEL_WEEK &&
	    now.level != LEVEL_MONTH) || now.month > 0 ||
	    now.day_part.length > 0)
		return 0;
	*w = now;
	w->step = STEP_ADD;
	w->step_level = now.level;
	w->step_rel = signed_span(g, span->text, true);
	return end;
}

/* three years ago, two days later, a week from now, in two weeks */
size_t
offset_at(const struct grammar *g, size_t i, struct when *w)
{
	struct span span;
	struct slice way;
	size_t end, k;
	bool back;

	*w = nowhen;
	if (!may_begin(g, i, HINT_DATE | HINT_MARK))
		return 0;
	end = span_at(g, i, &span);
	if (end == 0)
		return 0;
	set_span_level(w, &span);
	if (calendar(g, end, CALENDAR_TURN, &way)) {
		back = way.at[0] == '-';
		w->ref = way.length > 1;
		/* before, after: only where nothing is named behind them */
		if (way.length > 2 && end + 1 < g->count &&
		    g->atoms[end + 1].kind != ATOM_SIGN)
			return from_base_at(g, end, &span, w);
		/* 30 minutes later this week are minutes of that week */
		if (word_is(g, end + 1, "than") || (word_is(g, end, "later") &&
		    word_is(g, end + 1, "this")))
			return 0;
		w->rel = span.vague ? slice_of(back ? "PREV" : "NEXT") :
		    signed_span(g, span.text, back);
		if (word_is(g, end, "ago") && !span.vague && !span.working &&
		    !w->clock && ((span.letter == 'W' && (k = ago_weekday_at(g,
		    end + 1, &span, w)) != 0) || (k = ago_today_at(g, end + 1,
		    &span, w)) != 0))
			return k;
		return end + 1;
	}
	if ((k = from_base_at(g, end, &span, w)) != 0)
		return k;
	/* in two years' time */
	if (word_is(g, i - 1, "in") && !span.working && (sign_is(g, end, "'") ||
	    sign_is(g, end, "\xE2\x80\x99")) && word_is(g, end + 1, "time")) {
		w->rel = span.vague ? slice_of("NEXT") : signed_span(g,
		    span.text, false);
		return end + 2;
	}
	/* in two weeks: of the future, no length */
	if (word_is(g, i - 1, "in") && !span.vague && !compared(g, i - 1) &&
	    !span.working && ((i == 1 && end >= g->count) || to_come(g, i - 1,
	    end))) {
		w->rel = signed_span(g, span.text, false);
		return end;
	}
	return 0;
}

/* three Fridays from now, two Thursdays ago */
static size_t
weekdays_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	struct slice way;
	size_t end;
	int64_t count;

	*w = nowhen;
	memset(&n, 0, sizeof n);
	end = i < g->count ? numeral_at(g, i, 0, &n) : 0;
	if (end == 0 || n.kind != NUMERAL_PLAIN ||
	    (w->step_weekday = calendar_int(g, end, CALENDAR_WEEKDAYS)) == 0)
		return 0;
	count = decimal_int(n.value);
	if (count < 1 || count > 100)
		return 0;
	end++;
	if (word_is(g, end, "from") && word_is(g, end + 1, "now"))
		end += 2;
	else if (calendar(g, end, CALENDAR_TURN, &way) && way.length == 1)
		end++;
	else
		return 0;
	w->level = LEVEL_DAY;
	w->rel = slice_of("THIS");
	w->step = STEP_WEEKDAYS;
	w->step_level = LEVEL_DAY;
	w->step_count = word_is(g, end - 1, "now") || way.at[0] == '+' ?
	    count : -count;
	return end;
}

/* Easter, 4 July, Friday behind "the day after", "the week before" */
static size_t
named_after_at(const struct grammar *g, size_t i, struct slice rel,
    struct when *w)
{
	enum level level = w->level;
	size_t end = month_day_at(g, i, w);

	if (end == 0 || w->level != LEVEL_DAY)
		end = holiday_at(g, i, w);
	if (end == 0 || level < LEVEL_WEEK)
		return 0;
	w->step = STEP_ADD;
	w->step_level = level;
	w->step_rel = rel;
	settle(w);
	return end;
}

/* the day before yesterday, the week after next, the night before */
static size_t
day_before_at(const struct grammar *g, size_t i, bool the, struct when *w)
{
	struct slice way, day;
	char letter = 'D';
	int64_t times = 1;
	bool back;
	size_t end;

	end = word_is(g, i, "night") ? i + 1 : time_unit_at(g, i, &letter,
	    &times);
	if (end != i + 1 || is_plural(g, i) || strchr("SIH", letter) != NULL ||
	    !calendar(g, end, CALENDAR_TURN, &way) || way.length < 3)
		return 0;
	back = way.at[0] == '-';
	set_level(w, letter, times);
	if (word_is(g, i, "night"))
		w->day_part = slice_of("NI");
	if (calendar(g, end + 1, CALENDAR_RELATIVE, &day) && letter == 'D') {
		if (slice_is(day, back ? "-1" : "1")) {
			w->rel = slice_of(back ? "-P2D" : "+P2D");
			return end + 2;
		}
		return 0;
	}
	if (word_is(g, end + 1, back ? "last" : "next") && (end + 2 >=
	    g->count || time_unit_at(g, end + 2, &letter, &times) == 0)) {
		w->rel = signed_span(g, duration_text(g, decimal_of_int(2,
		    g->arena), letter, times), back);
		return end + 2;
	}
	if (!the)
		return 0;
	if (end + 1 < g->count && g->atoms[end + 1].kind != ATOM_SIGN)
		return named_after_at(g, end + 1, one(g, letter, times, back),
		    w);
	w->rel = one(g, letter, times, back);
	w->ref = true;
	return end + 1;
}

/* in, over the next year: a span from now on, not a year of the text */
static bool
lasts_before(const struct grammar *g, size_t i)
{
	return word_is(g, i - 1, "in") || word_is(g, i - 1, "over") ||
	    word_is(g, i - 1, "within") || word_is(g, i - 1, "during") ||
	    word_is(g, i - 1, "for");
}

/* The unit behind a word of direction: last week, the next day. */
static size_t
turned_unit_at(const struct grammar *g, size_t j, bool the, bool text,
    struct when *w)
{
	struct slice value = w->rel;
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, j, &letter, &times);

	/* the last days, the next years, the next fortnight are lengths */
	if (end == 0 || strchr("SIH", letter) != NULL || is_plural(g, j) ||
	    (times == 2 && !text))
		return 0;
	/* the last year of his life */
	if (word_is(g, j - 1, "last") && word_is(g, end, "of") && (the ||
	    word_is(g, j - 2, "the")))
		return 0;
	set_level(w, letter, times);
	/* the next day, the following year hang on the text; was freed the next
	 * year, too */
	if (text || (the && (letter == 'D' || (slice_is(value, "NEXT") &&
	    times == 1 && !lasts_before(g, j - 2) && tense_of(g, j - 1, end) <
	    0)))) {
		w->ref = true;
		if (!slice_is(value, "THIS"))
			w->rel = one(g, letter, times, slice_is(value,
			    "PREV"));
	} else if (letter == 'D' && !slice_is(value, "THIS")) {
		w->rel = one(g, letter, times, slice_is(value, "PREV"));
		w->ref = slice_is(value, "NEXT");
	}
	return end;
}

/* The weekday behind a word of direction, perhaps with its day. */
static size_t
turned_weekday_at(const struct grammar *g, size_t j, bool text,
    struct when *w)
{
	struct when d;
	size_t end, k, full;
	bool weak;

	end = weekday_at(g, j, &w->weekday, &weak);
	if (end == 0 || (weak && !slice_is(w->rel, "THIS")))
		return 0;
	k = skip_hyphen(g, over_comma(g, end));
	full = k < g->count ? month_day_at(g, k, &d) : 0;
	if (full != 0 && d.day > 0) {
		d.rel = w->rel;
		*w = d;
		return full;
	}
	w->level = LEVEL_WEEKDAY;
	w->ref = text;
	w->near = w->near || text;
	return end;
}

/* What a word of direction turns: the unit, month, weekday ... at j. */
static size_t
turned_at(const struct grammar *g, size_t j, struct slice value, bool the,
    struct when *w)
{
	struct slice season, near;
	size_t end;
	char letter;
	int64_t times;
	int month;
	bool weak, text = calendar(g, j - 1, CALENDAR_OF_TEXT, &near);
	struct when d;

	w->rel = value;
	w->near = calendar(g, j - 1, CALENDAR_NEAR, &near);
	if (word_is(g, j, "fiscal") || word_is(g, j, "financial")) {
		w->level = LEVEL_FISCAL;
		return word_is(g, j + 1, "year") ? j + 2 : 0;
	}
	if (word_is(g, j, "calendar") && word_is(g, j + 1, "year"))
		j++;
	if (time_unit_at(g, j, &letter, &times) != 0)
		return turned_unit_at(g, j, the, text, w);
	if ((end = weekend_at(g, j)) != 0) {
		w->level = LEVEL_WEEKEND;
		w->ref = text;
		return end;
	}
	if ((end = month_day_at(g, j, &d)) != 0 && d.year < 0 &&
	    d.level == LEVEL_DAY) {
		d.rel = value;
		*w = d;
		return end;
	}
	if ((end = month_at(g, j, &month, &weak)) != 0 &&
	    (g->atoms[j].capital || !weak)) {
		w->level = LEVEL_MONTH;
		w->month = month;
		return end;
	}
	if ((end = turned_weekday_at(g, j, text, w)) != 0)
		return end;
	w->weekday = 0;
	/* the next morning, the previous evening */
	if (calendar(g, j, CALENDAR_PART, &season) && !is_plural(g, j)) {
		w->level = LEVEL_DAY;
		w->day_part = season;
		w->ref = text || the;
		if (!slice_is(value, "THIS"))
			w->rel = one(g, 'D', 1, slice_is(value, "PREV"));
		return j + 1;
	}
	if (calendar(g, j, CALENDAR_SEASON, &season)) {
		w->level = LEVEL_SEASON;
		w->season = season.at;
		w->season_length = season.length;
		w->ref = text;
		return j + 1;
	}
	if ((end = holiday_at(g, j, &d)) != 0 && d.year < 0) {
		*w = d;
		w->rel = value;
		return end;
	}
	return 0;
}

/* year-ago, year-end, year's end, month-earlier */
static size_t
year_ago_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice way;
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, i, &letter, &times);

	if (end == 0 || is_plural(g, i) || strchr("YQMW", letter) == NULL ||
	    hyphen_at(g, i - 1, true))
		return 0;
	set_level(w, letter, times);
	/* by year's end */
	if ((sign_is(g, end, "'") || sign_is(g, end, "\xE2\x80\x99")) &&
	    word_is(g, end + 1, "s") && word_is(g, end + 2, "end")) {
		w->rel = slice_of("THIS");
		w->mod = "END";
		return end + 3;
	}
	if (!hyphen_at(g, end, true))
		return 0;
	if (word_is(g, end + 1, "end")) {
		w->rel = slice_of("THIS");
		w->mod = "END";
		return end + 2;
	}
	if (!calendar(g, end + 1, CALENDAR_TURN, &way) || way.length > 2 ||
	    way.at[0] == '+')
		return 0;
	w->rel = one(g, letter, times, true);
	end += 2;
	if (letter != 'Y')
		return end;
	/* the year-ago quarter, the year-earlier period */
	if (calendar(g, end, CALENDAR_PERIOD, &way))
		return end + 1;
	if (time_unit_at(g, end, &letter, &times) == 0 || is_plural(g, end) ||
	    strchr("QM", letter) == NULL)
		return end;
	set_level(w, letter, times);
	return end + 1;
}

/* Behind latest, most recent. */
static size_t
latest_at(const struct grammar *g, size_t i)
{
	return word_is(g, i, "latest") ? i + 1 : word_is(g, i, "most") &&
	    word_is(g, i + 1, "recent") ? i + 2 : 0;
}

/* The year behind "the same month": [of] last year, a year ago, the year
 * before; *rel is how far it is. */
static size_t
other_year_at(const struct grammar *g, size_t i, struct slice *rel)
{
	struct when year;
	size_t end;

	i += word_is(g, i, "of") || word_is(g, i, "in");
	end = i < g->count ? offset_at(g, i, &year) : 0;
	if (end == 0)
		end = i < g->count ? relative_at(g, i, &year) : 0;
	if (end == 0 || year.level != LEVEL_YEAR || year.rel.length == 0 ||
	    slice_is(year.rel, "THIS") || slice_is(year.rel, "NEXT"))
		return 0;
	*rel = slice_is(year.rel, "PREV") ? slice_of("-P1Y") : year.rel;
	return end;
}

/* the same month a year ago, the same period last year */
static size_t
same_year_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice rel, value;
	size_t end = i + 1, k;
	char letter;
	int64_t times;

	if (!calendar(g, i, CALENDAR_PERIOD, &value)) {
		end = time_unit_at(g, i, &letter, &times);
		if (end == 0 || is_plural(g, i) || times != 1 ||
		    strchr("QMWD", letter) == NULL)
			return 0;
		set_level(w, letter, times);
	} else {
		w->level = LEVEL_YEAR;
	}
	if ((k = other_year_at(g, end, &rel)) == 0)
		return 0;
	w->rel = rel;
	w->ref = w->level != LEVEL_YEAR;
	return k;
}

/* the year to date */
static size_t
to_date_at(const struct grammar *g, size_t i, struct when *w)
{
	char letter;
	int64_t times;
	size_t end = time_unit_at(g, i, &letter, &times), to;

	if (end == 0 || is_plural(g, i) || strchr("YQM", letter) == NULL)
		return 0;
	to = skip_hyphen(g, end);
	end = skip_hyphen(g, to + 1);
	if (!word_is(g, to, "to") || !word_is(g, end, "date"))
		return 0;
	set_level(w, letter, times);
	w->rel = slice_of("THIS");
	return end + 1;
}

/* USA Today, the Today programme, The Tonight Show */
static bool
named_today(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i - 1;

	return i > 0 && a[1].capital && !a[1].upper && !g->titled &&
	    !g->heading && ((a->kind == ATOM_WORD && a->capital &&
	    class_at(g, i - 1, CONTEXT_NONNOUN) == 0) || ((a->kind ==
	    ATOM_WORD || sign_is(g, i - 1, ",")) && class_at(g, i + 1,
	    CONTEXT_WEEKDAY_NAME) != 0));
}

/* Rain fell overnight; but an overnight train, overnight on Friday. */
static size_t
overnight_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part;
	const struct atom *next = g->atoms + i + 1;

	if (!calendar(g, i, CALENDAR_NIGHT_LONG, &part) || hyphen_at(g, i - 1,
	    false) || hyphen_at(g, i + 1, false) || word_has(g, i - 1,
	    WORD_ARTICLE) || class_before(g, i, CONTEXT_POSSESSIVE) ||
	    (i + 1 < g->count && next->kind != ATOM_SIGN && class_at(g, i + 1,
	    CONTEXT_NONNOUN) == 0))
		return 0;
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->day_part = part;
	return i + 1;
}

/* last October, next week, this year, the previous day, the day before */
static size_t
find_relative(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value, part, kept;
	size_t j, k, end;
	char letter;
	int64_t times;
	bool the, unit;

	*w = nowhen;
	if (may_begin(g, i, HINT_SET) && (end = weekdays_at(g, i, w)) != 0)
		return end;
	if ((end = week_on_at(g, i, w)) != 0)
		return end;
	*w = nowhen;
	if (g->atoms[i].kind != ATOM_WORD)
		return 0;
	if (calendar(g, i, CALENDAR_RELATIVE, &value)) {
		if (named_today(g, i))
			return 0;
		w->level = LEVEL_DAY;
		w->rel = slice_is(value, "0") ? slice_of("THIS") :
		    value.at[0] == '-' ? slice_of("-P1D") : slice_of("+P1D");
		if (calendar(g, i, CALENDAR_TONIGHT, &part))
			w->day_part = part;
		return i + 1;
	}
	if ((end = overnight_at(g, i, w)) != 0)
		return end;
	/* by EOY */
	if (g->atoms[i].upper && calendar(g, i, CALENDAR_END_OF, &value)) {
		set_level(w, value.at[0], 1);
		w->rel = slice_of("THIS");
		w->mod = "END";
		return i + 1;
	}
	if ((end = class_at(g, i, CONTEXT_PRESENT)) != 0) {
		w->level = LEVEL_DAY;
		w->rel = slice_of("THIS");
		w->reference = "PRESENT_REF";
		w->clock = true;
		return end;
	}
	the = word_is(g, i, "the");
	j = i + the;
	unit = word_is(g, j, "night") || time_unit_at(g, j, &letter, &times) !=
	    0;
	if (unit && (end = day_before_at(g, j, the, w)) != 0)
		return end;
	*w = nowhen;
	if (unit && (end = to_date_at(g, j, w)) != 0)
		return end;
	if (the && (end = weekend_at(g, j)) != 0) {
		w->level = LEVEL_WEEKEND;
		return end;
	}
	if ((end = year_ago_at(g, j + word_has(g, j, WORD_ARTICLE), w)) != 0)
		return end;
	*w = nowhen;
	/* the most recent quarter, the latest week */
	if ((k = latest_at(g, j)) != 0 && time_unit_at(g, k, &letter, &times) !=
	    0 && letter != 'D') {
		w->rel = slice_of("PREV");
		return turned_unit_at(g, k, the, false, w);
	}
	*w = nowhen;
	if (!calendar(g, j, CALENDAR_DIRECTION, &value))
		return 0;
	if (word_is(g, j, "same") && !the)
		return 0;
	if (word_is(g, j, "same") && (end = same_year_at(g, j + 1, w)) != 0)
		return end;
	*w = nowhen;
	/* that year, but "said that Monday", "that May" */
	if (word_is(g, j, "that") && !word_is(g, j + 1, "same") && (the ||
	    !(time_unit_at(g, j + 1, &letter, &times) == j + 2 || calendar(g,
	    j + 1, CALENDAR_PART, &part) ||
	    calendar(g, j + 1, CALENDAR_SEASON, &part) || weekend_at(g, j + 1)
	    != 0)))
		return 0;
	/* half past, past week as a headline has it */
	if (word_is(g, j, "past") && !the && !word_is(g, i - 1, "this") && (i >
	    0 || j + 2 < g->count))
		return 0;
	/* this coming Friday, this past week, that same year */
	if (calendar(g, j + 1, CALENDAR_DIRECTION, &kept) && (word_is(g, j,
	    "this") || (word_is(g, j, "that") && word_is(g, j + 1, "same")))) {
		value = kept;
		j++;
	}
	j++;
	if (word_is(g, j - 1, "last") && word_is(g, j, "night")) {
		w->level = LEVEL_DAY;
		w->rel = slice_of("-P1D");
		w->day_part = slice_of("NI");
		return j + 1;
	}
	if (slice_is(value, "THIS") && calendar(g, j, CALENDAR_PART, &part) &&
	    !calendar(g, j - 1, CALENDAR_OF_TEXT, &kept)) {
		w->level = LEVEL_DAY;
		w->rel = value;
		w->day_part = part;
		return j + 1;
	}
	return turned_at(g, j, value, the, w);
}

/* Others ask for the same one again. */
size_t
relative_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when_memo *memo = &g->memos->relative;
	size_t end;

	if (!may_begin(g, i, HINT_DATE) || (g->atoms[i].kind != ATOM_WORD &&
	    !may_begin(g, i, HINT_SET))) {
		*w = nowhen;
		return 0;
	}
	if (memo->i == i) {
		*w = memo->w;
		return memo->end;
	}
	/* which may come here again for another place */
	end = find_relative(g, i, w);
	memo->i = i;
	memo->end = end;
	memo->w = *w;
	return end;
}

/* all day, the entire year, the whole week: a length */
static size_t
whole_at(const struct grammar *g, size_t i, struct span *span)
{
	struct slice value;
	bool the = word_is(g, i, "the");
	size_t end;

	i += the;
	if (!calendar(g, i, CALENDAR_WHOLE, &value) || the != slice_is(value,
	    "the"))
		return 0;
	memset(span, 0, sizeof *span);
	end = time_unit_at(g, i + 1, &span->letter, &span->times);
	if (end == 0 || is_plural(g, i + 1) || strchr("SIHQ", span->letter) !=
	    NULL || hyphen_at(g, end, true))
		return 0;
	span->text = duration_text(g, decimal_of_int(1, g->arena),
	    span->letter, span->times);
	return end;
}

/* the year to April, the quarter ended 30 June: a length */
static size_t
closed_at(const struct grammar *g, size_t i, struct span *span)
{
	struct when day;
	size_t end, j;

	memset(span, 0, sizeof *span);
	if (!word_is(g, i, "the"))
		return 0;
	end = time_unit_at(g, i + 1, &span->letter, &span->times);
	if (end == 0 || is_plural(g, i + 1) || strchr("YQM", span->letter) ==
	    NULL || !(word_is(g, end, "to") || word_is(g, end, "ended") ||
	    word_is(g, end, "ending") || word_is(g, end, "through")))
		return 0;
	j = end + 1;
	j += word_is(g, j, "the") || word_is(g, j, "end");
	j += word_is(g, j, "of");
	if (j >= g->count || month_day_at(g, j, &day) == 0)
		return 0;
	span->text = duration_text(g, decimal_of_int(1, g->arena),
	    span->letter, span->times);
	return end;
}

/* within six months: from now on */
static size_t
within_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct span span;
	size_t end;

	if (!word_is(g, i - 1, "within"))
		return 0;
	end = span_at(g, i, &span);
	if (end == 0 || span.vague || span.working || (i > 1 &&
	    tense_of(g, i - 1, end) <= 0))
		return 0;
	hit->label = NUMBER_DURATION;
	hit->end = end;
	hit->value = hit->window = span.text;
	hit->rel = slice_of("THIS");
	hit->from_now = hit->dated = true;
	return end;
}

/* the first three months: a length */
static size_t
first_at(const struct grammar *g, size_t i, struct span *span)
{
	size_t end;

	if (!word_is(g, i, "first") && !word_is(g, i, "final"))
		return 0;
	end = span_at(g, i + 1, span);
	return end != 0 && span->plural && end != i + 2 ? end : 0;
}

/* to last three weeks, would last two days, hearings last an hour: a verb */
static bool
last_verb(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i - 1;

	return word_is(g, i, "last") && i > 0 && a->kind == ATOM_WORD &&
	    (class_before(g, i, CONTEXT_LAST_VERB) || (is_plural(g, i - 1) &&
	    !a->capital && class_at(g, i - 1, CONTEXT_NONNOUN) == 0 &&
	    class_at(g, i - 1, CONTEXT_NO_VERB) == 0));
}

/* the past year, in the last week, over the next month: no year, week or month
 * of the calendar; quarters are, decades are said for those of the century */
static size_t
past_unit_at(const struct grammar *g, size_t i, struct span *span)
{
	size_t end, k;

	memset(span, 0, sizeof *span);
	end = time_unit_at(g, i + 1, &span->letter, &span->times);
	if (end == 0 || !word_is(g, i - 1, "the") || is_plural(g, i + 1) ||
	    span->times != 1 || span->letter == 'Q')
		return 0;
	if ((k = or_two_at(g, end, span)) != 0)
		return k;
	if (word_is(g, end, "of") || (word_is(g, end, "and") && word_has(g, end
	    + 1, WORD_ARTICLE)) || hyphen_at(g, end, true))
		return 0;
	if (!word_is(g, i, "past") && ((!word_is(g, i, "last") && !word_is(g,
	    i, "next")) || !lasts_before(g, i - 1)))
		return 0;
	span->text = duration_text(g, decimal_of_int(1, g->arena),
	    span->letter, 1);
	return end;
}

/* past nine days, next fortnight */
static size_t
past_at(const struct grammar *g, size_t i, struct span *span,
    struct slice *way)
{
	size_t end;
	char letter;
	int64_t times;

	/* recent weeks, but a recent month */
	if (calendar(g, i, CALENDAR_LATELY, way))
		return is_plural(g, i + 1) ? span_at(g, i + 1, span) : 0;
	if (!calendar(g, i, CALENDAR_DIRECTION, way) ||
	    slice_is(*way, "THIS") || last_verb(g, i))
		return 0;
	if ((end = and_half_at(g, i + 1, span)) != 0 ||
	    (end = past_unit_at(g, i, span)) != 0)
		return end;
	end = span_at(g, i + 1, span);
	if (end == 0 && time_unit_at(g, i + 1, &letter, &times) != 0 &&
	    letter == 'W' && times == 2) {
		memset(span, 0, sizeof *span);
		span->text = duration_text(g, decimal_of_int(1, g->arena),
		    letter, times);
		return i + 2;
	}
	/* the past, a year ... */
	if (end == 0 || (!span->plural && end == i + 2) || word_has(g, i + 1,
	    WORD_ARTICLE))
		return 0;
	return end;
}

/* two upcoming weeks */
static size_t
number_past_at(const struct grammar *g, size_t i, struct span *span,
    struct slice *way)
{
	struct numeral n;
	struct slice kept;
	size_t end;
	char letter;
	int64_t times;

	memset(&n, 0, sizeof n);
	end = numeral_at(g, i, 0, &n);
	if (end == 0 || n.kind != NUMERAL_PLAIN || !calendar(g, end,
	    CALENDAR_DIRECTION, way) || slice_is(*way, "THIS") || calendar(g,
	    end,
	    CALENDAR_OF_TEXT, &kept) || (end = time_unit_at(g, end + 1, &letter,
	    &times)) == 0 || !is_plural(g, end - 1))
		return 0;
	memset(span, 0, sizeof *span);
	span->text = duration_text(g, n.value, letter, times);
	return end;
}

/* the past nine days, the next two quarters, two upcoming weeks, within six
 * months, over the coming weeks */
size_t
window_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct slice value = { NULL, 0 }, kept;
	struct span span;
	size_t j = i, end;
	bool dated = false;

	if (!may_begin(g, i, HINT_UNIT) || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	if ((end = within_at(g, i, hit)) != 0)
		return end;
	if (word_is(g, j, "the") || word_is(g, j, "these"))
		j++;
	if ((end = whole_at(g, i, &span)) == 0 &&
	    (end = closed_at(g, i, &span)) == 0)
		end = first_at(g, j, &span);
	if (end == 0) {
		if ((end = past_at(g, j, &span, &value)) == 0 &&
		    (end = number_past_at(g, j, &span, &value)) == 0)
			return 0;
		if (calendar(g, end, CALENDAR_TURN, &kept))
			return 0;
		/* the last two weeks of May: they are told by May */
		dated = !word_is(g, end, "of");
	}
	/* within the next ten months: from now on */
	hit->from_now = i > 0 && word_is(g, i - 1, "within");
	hit->label = NUMBER_DURATION;
	hit->end = end;
	hit->value = span.text;
	if (dated)
		hit->rel = value;
	if (dated && !span.vague) {
		hit->dated = true;
		hit->window = span.text;
		hit->working = span.working;
	}
	return end;
}
