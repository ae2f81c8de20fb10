/*
 * range: dates and times from one to another, and date_at(), which finds all
 * that calendar.h speaks of.
 *
 *	range = [between | from] moment (to | - | and) moment
 *	      | 3 to 5 June | July 3 to 5 | Jan-Feb 2017 | day from 10 to 4
 *	      | from moment for span | span starting moment
 */
#include "calendar.h"

struct pair {
	struct when a, b;
	size_t end;
	bool range;
};

static void
set_hit(const struct grammar *g, struct hit *hit, const struct when *a)
{
	hit->label = a->hour >= 0 || (a->clock && a->reference == NULL) ||
	    a->day_part.length > 0 ? NUMBER_TIME : NUMBER_DATE;
	hit->a = *a;
	hit->dated = true;
	hit->value = when_text(a, g->arena);
	if (a->step != STEP_WEEKDAYS)
		hit->rel = a->rel;
	if (a->ref && a->rel.length > 0)
		hit->rel = join(g->arena, a->rel, "@REF", slice_of(""));
	if (a->mod != NULL)
		hit->mod = slice_of(a->mod);
}

static void
set_range(const struct grammar *g, struct hit *hit, struct pair *p)
{
	share_meridiem(&p->a, &p->b);
	set_hit(g, hit, &p->a);
	hit->b = p->b;
	hit->range = true;
	hit->value = join(g->arena, when_text(&p->a, g->arena), "/",
	    when_text(&p->b, g->arena));
	if (p->b.hour >= 0)
		hit->label = NUMBER_TIME;
}

/* to, until, through, a dash; and behind between.  Returns what follows. */
static size_t
joint_at(const struct grammar *g, size_t i, bool between)
{
	if (calendar_int(g, i, CALENDAR_UNTIL) != 0 || (between && word_is(g, i,
	    "and")))
		return i + 1;
	if (sign_is(g, i, "~") || (hyphen_at(g, i, false) &&
	    g->atoms[i].space == g->atoms[i + 1].space))
		return i + 1;
	return 0;
}

/* 4 June; not June 4, 4/6 */
static size_t
number_day(const struct grammar *g, size_t i, struct when *w)
{
	size_t end = month_day_at(g, i, w);

	return end == 0 || w->level != LEVEL_DAY || calendar_int(g, i,
	    CALENDAR_MONTH) != 0 || calendar_int(g, i, CALENDAR_MONTH_SHORT) !=
	    0 || sign_is(g, i + 1, "/") || sign_is(g, i + 1, "-") ? 0 : end;
}

#define MOST_DAYS 6	/* of a list with one month */

/* Behind the and of a list of days that goes on at i: [, 3] and; the end of
 * the atoms when it is none. */
static size_t
listed_days(const struct grammar *g, size_t i)
{
	size_t k;
	int day, n;

	for (n = 0; n < MOST_DAYS && sign_is(g, i, ","); n++) {
		k = day_at(g, i + 1, &day, true);
		if (k == 0)
			return g->count;
		i = k;
	}
	return word_is(g, i, "and") || word_is(g, i, "or") ? i + 1 : g->count;
}

/* [the] 3 to [the] 5 June, 3-5 June 2019 */
static size_t
days_of_month_at(const struct grammar *g, size_t i, bool between,
    struct pair *p)
{
	size_t j = i + word_is(g, i, "the"), k, end;
	int day;

	if (!may_begin(g, i, HINT_MONTH | HINT_MARK))
		return 0;
	k = day_at(g, j, &day, true);
	if (k == 0)
		return 0;
	/* 3 and 4 June; 2, 3 and 4 June: the first of those days */
	if (!between && number_day(g, listed_days(g, k), &p->b) &&
	    p->b.day > day) {
		p->a = p->b;
		p->a.day = day;
		p->range = false;
		return k;
	}
	/* 14/15 May */
	j = sign_is(g, k, "/") && !g->atoms[k].space && !g->atoms[k + 1].space
	    ? k + 1 : joint_at(g, k, between);
	if (j == 0 || (hyphen_at(g, k, false) && !hyphen_at(g, k, true)))
		return 0;
	end = number_day(g, j, &p->b);
	if (end == 0 || p->b.day <= day)
		return 0;
	p->a = p->b;
	p->a.day = day;
	return end;
}

/* July 3 to [the] 5[, 2019]; April 27 to the third */
static size_t
later_day_at(const struct grammar *g, size_t j, size_t k, struct pair *p)
{
	size_t stop, the = word_is(g, j, "the"), end;
	int64_t year;
	int day;

	if (p->a.level != LEVEL_DAY || p->a.day == 0 || p->a.hour >= 0 ||
	    p->a.month == 0 || p->a.holiday.length > 0)
		return k;
	stop = day_at(g, j + the, &day, true);
	if (stop == 0 || stop < k)
		return k;
	if (p->a.year >= 0)
		return 0;
	if (class_at(g, stop, CONTEXT_PERCENT) != 0 || word_has(g, stop,
	    WORD_MAGNITUDE) || (day <= p->a.day && !(the && stop > j + 1 &&
	    (stop >= g->count || g->atoms[stop].kind == ATOM_SIGN))))
		return k;
	p->b = p->a;
	p->b.day = day;
	if (day <= p->a.day)
		p->b.month = p->a.month % 12 + 1;
	end = then_year_at(g, stop, &year);
	if (end != 0)
		p->a.year = p->b.year = year;
	return end != 0 ? end : stop;
}

/* Whether a change comes before: prices rose from Monday to Tuesday. */
static bool
change_before(const struct grammar *g, size_t i)
{
	size_t back;

	for (back = 1; back <= 6 && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_CHANGE) != 0)
			return true;
	return false;
}

/* Mon-Fri: weekdays that alone may be other words */
static size_t
weekdays_at(const struct grammar *g, size_t i, struct pair *p)
{
	size_t end, j;
	bool weak;

	p->a = p->b = nowhen;
	end = weekday_at(g, i, &p->a.weekday, &weak);
	if (end == 0 || !weak || !g->atoms[i].capital || !hyphen_at(g, end,
	    true))
		return 0;
	j = weekday_at(g, end + 1, &p->b.weekday, &weak);
	p->a.level = p->b.level = LEVEL_WEEKDAY;
	return j != 0 && g->atoms[end + 1].capital ? j : 0;
}

/* Jan-Feb 2017, May to March: months that alone may be other words */
static size_t
months_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t end, j;
	int month, next;
	bool weak;

	end = month_at(g, i, &month, &weak);
	if (end == 0 || !g->atoms[i].capital || (j = joint_at(g, end, true)) ==
	    0 || month_at(g, j, &next, &weak) == 0 || !g->atoms[j].capital ||
	    word_is(g, end, "and"))
		return 0;
	*w = nowhen;
	w->level = LEVEL_MONTH;
	w->month = month;
	return end;
}

/* 10/1-11/2[/2017], 10-1-2018-10-7-2018 */
static size_t
numeric_pair_at(const struct grammar *g, size_t i, struct pair *p)
{
	size_t end, j;

	if (!may_begin(g, i, HINT_DASH))
		return 0;
	end = numeric_day_at(g, i, &p->a);
	if (end == 0 || !hyphen_at(g, end, true))
		return 0;
	j = numeric_day_at(g, end + 1, &p->b);
	if (j == 0 || (p->a.year >= 0 && p->b.year < 0) || (!g->atoms[j].space
	    && j < g->count && g->atoms[j].kind != ATOM_SIGN))
		return 0;
	if (p->a.year < 0)
		p->a.year = p->b.year;
	return j;
}

/* Whether two dates can be the ends of one range. */
static bool
joinable(const struct grammar *g, size_t first, const struct when *a,
    const struct when *b)
{
	bool lead = word_is(g, first, "between") || word_is(g, first - 1,
	    "from");
	bool said = a->level == b->level || (b->hour >= 0 && a->hour >= 0);

	if (a->rel.length > 0 && !lead)
		return false;
	if (lead && a->rel.length > 0 && change_before(g, first))
		return false;
	if (said)
		return true;
	if (a->level == LEVEL_NONE || b->level == LEVEL_NONE)
		return false;
	if (a->level >= LEVEL_WEEKDAY && b->level >= LEVEL_WEEKDAY)
		return lead;
	return (a->level == LEVEL_YEAR || a->level == LEVEL_MONTH) &&
	    (b->level == LEVEL_MONTH || (b->level == LEVEL_DAY && (b->month >
	    0 || (lead && b->rel.length > 0)))) && a->level < b->level;
}

/* What one end says goes for the other: the year, the day of a clock. */
static void
share(struct pair *p)
{
	struct when t;

	if (p->b.year >= 0 && p->a.year < 0 && p->a.rel.length == 0 &&
	    (p->a.level == p->b.level || p->a.level == LEVEL_MONTH) &&
	    p->a.level != LEVEL_WEEKDAY) {
		p->a.year = p->b.year;
		/* Nov-Feb 2017 */
		if (p->a.month > p->b.month && p->b.month > 0)
			p->a.year--;
	}
	/* May and September of last year */
	if (p->b.of_year && p->a.rel.length == 0 && p->a.year < 0 &&
	    p->a.level == p->b.level) {
		p->a.of_year = true;
		p->a.rel = p->b.rel;
		p->a.ref = p->b.ref;
	}
	if (p->a.level == LEVEL_NONE && p->b.level != LEVEL_NONE) {
		t = p->b;
		set_hour(&t, &p->a);
		p->a = t;
	} else if (p->b.level == LEVEL_NONE && p->a.level != LEVEL_NONE) {
		t = p->a;
		set_hour(&t, &p->b);
		p->b = t;
	}
}

/* now, today's date at the end of a range */
static size_t
now_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;
	size_t j = i + word_is(g, i, "the");

	if (!calendar(g, j, CALENDAR_NOW, &value))
		return 0;
	j += (word_is(g, j, "current") && word_is(g, j + 1, "date")) ||
	    (word_is(g, j, "present") && word_is(g, j + 1, "day"));
	*w = nowhen;
	w->level = LEVEL_DAY;
	w->rel = slice_of("THIS");
	w->reference = "PRESENT_REF";
	return j + 1;
}

/* Whether a range from first to now, which ends at end, is one by its word, or
 * since nothing goes on: "came in 2010 to present a plan" is none. */
static bool
lasts_to_now(const struct grammar *g, size_t first, size_t end)
{
	if (word_is(g, first - 1, "from") || word_is(g, first - 1, "since"))
		return true;
	return end >= g->count || word_is(g, end - 1, "day") ||
	    (g->atoms[end].kind == ATOM_SIGN && !hyphen_at(g, end, false));
}

/* The second end behind the first, which ends at end; 0 none. */
static size_t
second_at(const struct grammar *g, size_t first, size_t end, bool between,
    struct pair *p)
{
	size_t j = joint_at(g, end + word_is(g, end, "up"), between), k, now;
	struct when c;
	bool again;

	if (j == 0 || j >= g->count)
		return 0;
	p->b = nowhen;
	k = moment_at(g, j, &p->b, &c, &again);
	if (k != 0 && again)
		k = 0;
	if ((k == 0 || p->a.level < LEVEL_MONTH) && p->a.level != LEVEL_NONE &&
	    (now = now_at(g, j, &c)) != 0 && (between || lasts_to_now(g, first,
	    now))) {
		p->b = c;
		return now;
	}
	if (word_is(g, end, "to") && p->a.rel.length > 0 &&
	    !word_is(g, first - 1, "from"))
		return 0;
	/* Monday to Wednesday of next week */
	if (k != 0 && p->a.level == LEVEL_WEEKDAY && p->a.rel.length == 0 &&
	    p->b.level == LEVEL_WEEK && p->b.step == STEP_NTH &&
	    p->b.step_level == LEVEL_WEEKDAY && p->a.hour < 0) {
		c = p->b;
		c.step_weekday = p->a.weekday;
		p->a = c;
		return k;
	}
	k = later_day_at(g, j, k, p);
	if (k == 0 || !joinable(g, first, &p->a, &p->b))
		return 0;
	share(p);
	return k;
}

/* Whether days of the week stand before the hours: weekdays from 8 to 4; Monday
 * to Saturday, 9 to 5. */
static bool
days_before(const struct grammar *g, size_t i)
{
	i -= word_is(g, i - 1, "from");
	i -= sign_is(g, i - 1, ",");
	return class_before(g, i, CALENDAR_WEEKDAY_SET) ||
	    class_before(g, i, CALENDAR_WEEKDAYS) ||
	    (i > 1 && class_before(g, i, CALENDAR_WEEKDAY) && (calendar_int(g,
	    i - 2, CALENDAR_UNTIL) != 0 || hyphen_at(g, i - 2, false)));
}

/* Whether hours and no counts are said: from nine till five. */
static bool
until_in(const struct grammar *g, size_t i, size_t end)
{
	if (!word_is(g, i - 1, "from"))
		return false;
	for (; i < end; i++)
		if (word_is(g, i, "till") || word_is(g, i, "until") ||
		    word_is(g, i, "til"))
			return true;
	return false;
}

/* [on Monday] [from] 10 to 4; 10 to 11.30 on Monday, between 3 and 8
 * yesterday */
static size_t
clocks_at(const struct grammar *g, size_t i, struct pair *p)
{
	struct when day;
	size_t end, j;
	bool bare;

	p->a = p->b = nowhen;
	if (!may_begin(g, i, HINT_DATE | HINT_DASH) || word_is(g, i, "from"))
		return 0;
	end = clock_range_at(g, i, &p->a, &p->b, &bare);
	if (end == 0)
		return 0;
	j = clock_day_at(g, end, &day);
	if (j == 0 && bare && (days_before(g, i) || until_in(g, i, end)))
		return end;
	/* a count rose from five to seven on Monday */
	if (bare && (j == 0 || (!word_is(g, i, "between") && (calendar_int(g,
	    end, CALENDAR_PART_END) == 0 || word_is(g, end, "on") ||
	    hyphen_at(g, i + 1, false) || word_is(g, i - 1, "from") ||
	    change_before(g, i)))))
		return 0;
	if (j == 0)
		return end;
	if (day.day_part.length > 0) {
		hour_in_part(&p->a, day.day_part);
		hour_in_part(&p->b, day.day_part);
	}
	day.day_part = slice_of("");
	share_meridiem(&p->a, &p->b);
	set_hour(&day, &p->a);
	p->a = day;
	set_hour(&day, &p->b);
	p->b = day;
	return j;
}

/* Whether a score is spoken of: they won on Monday 3-1. */
static bool
score_before(const struct grammar *g, size_t i)
{
	size_t back;

	for (back = 1; back <= 10 && back <= i; back++)
		if (class_at(g, i - back, CONTEXT_SCORE) != 0)
			return true;
	return false;
}

/* Behind a day: [from] 10 to 4, between 9:30 and 3 pm, 9-11am. */
static size_t
day_clocks_at(const struct grammar *g, size_t i, struct pair *p)
{
	struct when from = p->a, to = p->a;
	size_t j = over_comma(g, i), k;
	bool bare;

	if (p->a.level < LEVEL_WEEKDAY || p->a.hour >= 0 || i >= g->count)
		return 0;
	j += word_is(g, j, "at") || word_is(g, j, "in");
	k = clock_range_at(g, j, &from, &to, &bare);
	if (k == 0 || (bare && score_before(g, i)))
		return 0;
	share_meridiem(&from, &to);
	if (p->a.day_part.length > 0) {
		hour_in_part(&from, p->a.day_part);
		hour_in_part(&to, p->a.day_part);
	}
	from.day_part = to.day_part = slice_of("");
	p->a = from;
	p->b = to;
	return k;
}

/* for seven hours from 9:30, behind a day */
static size_t
hours_from_at(const struct grammar *g, size_t i, struct pair *p)
{
	struct when clock = nowhen;
	struct slice rel;
	size_t k = word_is(g, i, "for") && p->a.level >= LEVEL_WEEKDAY &&
	    p->a.hour < 0 ? length_at(g, i + 1, &rel) : 0;

	if (k == 0 || !word_is(g, k, "from") || (k = clock_at(g, k + 1,
	    &clock)) == 0)
		return 0;
	set_hour(&p->a, &clock);
	p->b = p->a;
	return when_add(&p->b, rel) ? k : 0;
}

/* from 10 am for three hours, from 18 December for ten days */
static size_t
for_at(const struct grammar *g, size_t first, size_t end, struct pair *p)
{
	struct slice rel;
	size_t k = hours_from_at(g, end, p);

	if (k != 0)
		return k;
	/* on 14 February from 9:30 for seven hours */
	if (word_is(g, end, "from") && p->a.level >= LEVEL_WEEKDAY &&
	    p->a.hour < 0) {
		struct when clock = nowhen;

		k = clock_at(g, end + 1, &clock);
		if (k == 0 || !word_is(g, k, "for"))
			return 0;
		set_hour(&p->a, &clock);
		end = k;
	} else if (!word_is(g, first - 1, "from") || !word_is(g, end, "for")) {
		return 0;
	}
	k = length_at(g, end + 1, &rel);
	if (k == 0)
		return 0;
	p->b = p->a;
	return when_add(&p->b, rel) ? k : 0;
}

/* three days starting from Monday, for 3 hours from 10 am */
static size_t
starting_at(const struct grammar *g, size_t i, struct pair *p)
{
	struct slice rel, value;
	size_t j = length_at(g, i, &rel), k;
	struct when b;
	bool range, from;

	if (j == 0)
		return 0;
	if (sign_is(g, j, ",") && word_is(g, j + 1, "from"))
		j++;
	from = word_is(g, j, "from");
	/* up to six hours from 4am are two */
	if (from && i > 1 && word_is(g, i - 1, "to"))
		return 0;
	if (!from && !calendar(g, j, CALENDAR_STARTING, &value))
		return 0;
	j++;
	if (word_is(g, j, "from") || word_is(g, j, "on"))
		j++;
	k = moment_at(g, j, &p->a, &b, &range);
	/* three days from Monday are one day, for three days from Monday all */
	if (k == 0 || range || (from && p->a.level != LEVEL_NONE &&
	    !word_is(g, i - 1, "for") && !word_is(g, i - 1, "over")))
		return 0;
	p->b = p->a;
	return when_add(&p->b, rel) ? k : 0;
}

/* from 9 for two hours */
static size_t
hour_for_at(const struct grammar *g, size_t i, struct pair *p)
{
	struct slice rel;
	size_t k;

	if (!word_is(g, i - 1, "from"))
		return 0;
	p->a = nowhen;
	k = hour_at(g, i, &p->a.hour);
	if (k == 0 || !word_is(g, k, "for") || (k = length_at(g, k + 1, &rel))
	    == 0 || memchr(rel.at, 'T', rel.length) == NULL)
		return 0;
	p->a.minute = 0;
	p->b = p->a;
	return when_add(&p->b, rel) ? k : 0;
}

static bool
range_at(const struct grammar *g, size_t i, struct pair *p)
{
	bool between = word_is(g, i, "between");
	size_t j = i + between, k;

	p->range = true;
	if ((p->end = clocks_at(g, i, p)) != 0 || (p->end = starting_at(g, i,
	    p)) != 0 || (p->end = days_of_month_at(g, j, between, p)) != 0 ||
	    (p->end = numeric_pair_at(g, j, p)) != 0 || (p->end =
	    hour_for_at(g, i, p)) != 0 || (p->end = weekdays_at(g, i, p)) !=
	    0)
		return true;
	k = months_at(g, j, &p->a);
	if (k == 0)
		k = moment_at(g, j, &p->a, &p->b, &p->range);
	else
		p->range = false;
	if (k == 0)
		return false;
	p->end = k;
	if (p->range)
		return !between;
	p->range = true;
	if ((k = day_clocks_at(g, p->end, p)) != 0 || (k = second_at(g, i,
	    p->end, between, p)) != 0 || (k = for_at(g, i, p->end, p)) != 0) {
		p->end = k;
		return true;
	}
	p->range = false;
	return !between;
}

/* Whether a date or a time can begin here: most atoms cannot. */
static bool
can_begin(const struct grammar *g, size_t i)
{
	const struct atom *a = g->atoms + i;

#ifdef ALL_TRIED
	return i < g->count;
#endif
	if (!may_begin(g, i, ~0u) && !word_is(g, i - 1, "at") && !(word_is(g, i,
	    "the") && (atom_has(&a[1], CALENDAR_ANY) || atom_has(&a[1],
	    BEGINS_BEFORE))))
		return false;
	if (needs_more(a))
		return i + 1 < g->count && goes_on(&a[1]);
	if (a->kind == ATOM_WORD)
		return atom_has(a, CALENDAR_ANY) || atom_has(a, WORD_ANY) ||
		    a->joined || a->holiday_end != 0;
	return a->kind == ATOM_NUMBER || a->kind == ATOM_PART ||
	    (a->kind == ATOM_SIGN && !a[1].space && a[1].kind == ATOM_NUMBER);
}

/* March 19 and 20; July 7, 8 and 9; the night of May 4 and 5: a day behind a
 * day */
size_t
day_too_at(const struct grammar *g, const struct hit *before, size_t i,
    struct hit *hit)
{
	const struct when *w = &before->a;
	size_t j = before->end, end;
	struct when day;

	if (i > j + 2 || g->atoms[i].kind != ATOM_NUMBER ||
	    !(before->label == NUMBER_DATE || (before->label == NUMBER_TIME &&
	    w->hour < 0)) || before->range ||
	    w->level != LEVEL_DAY || w->month == 0 || w->step != STEP_NONE ||
	    w->holiday.length > 0 || w->year >= 0 || (g->atoms[j - 1].kind !=
	    ATOM_NUMBER && !(j > 1 && g->atoms[j - 2].kind == ATOM_NUMBER &&
	    !g->atoms[j - 1].space)))
		return 0;
	j += sign_is(g, j, ",");
	j += word_is(g, j, "and") || word_is(g, j, "or") || sign_is(g, j, "&");
	if (j != i || j == before->end)
		return 0;
	day = *w;
	end = day_at(g, i, &day.day, false);
	if (end == 0 || day.day <= w->day || !(end >= g->count ||
	    g->atoms[end].kind == ATOM_SIGN || class_at(g, end,
	    CONTEXT_NONNOUN) != 0) || hyphen_at(g, end, false) ||
	    sign_is(g, end, "%"))
		return 0;
	/* July 3, 2018 and 14.02.2019 */
	if (date_at(g, i, hit) > end)
		return 0;
	day.weekday = 0;
	memset(hit, 0, sizeof *hit);
	hit->first = i;
	hit->end = end;
	hit->goes_on = true;
	set_hit(g, hit, &day);
	return end;
}

size_t
date_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct pair p;
	size_t end;

	if (!can_begin(g, i))
		return 0;
	memset(hit, 0, sizeof *hit);
	hit->first = i;
	if ((end = set_at(g, i, hit)) != 0) {
		hit->end = end;
		return end;
	}
	if ((end = window_at(g, i, hit)) != 0 ||
	    (end = race_time_at(g, i, hit)) != 0)
		return end;
	memset(&p, 0, sizeof p);
	if (!range_at(g, i, &p))
		return long_span_at(g, i, hit);
	if (long_span_at(g, i, hit) > p.end)
		return hit->end;
	memset(hit, 0, sizeof *hit);
	hit->first = i;
	if (p.range)
		set_range(g, hit, &p);
	else
		set_hit(g, hit, &p.a);
	hit->end = p.end;
	return p.end;
}
