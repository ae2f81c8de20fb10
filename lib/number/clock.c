/*
 * clock: times of day and ranges of them.
 *
 *	time  = (noon | 17:30 | 5.30pm | 17h30 | five [thirty] p.m. | 2300 GMT
 *	      | half past nine) [in the morning] [zone]
 *	range = [from | between] time (to | and | -) time
 *
 * Zones are in zones.tsv; those that leave summer time open (ET) have no
 * offset there.  An hour without a.m. or p.m. is written as said.
 */
#include "../ascii.h"
#include "calendar.h"
#include "name.h"

extern const struct lexicon lexicon_zones;

/* The row of a zone's abbreviation; in small letters, with dots (e.s.t.), from
 * three letters on. */
static size_t
zone_row(const struct atom *a)
{
	char upper[8];
	struct slice text = a->text.length > a->norm.length ? a->norm : a->text;
	size_t row = lexicon_find(&lexicon_zones, text), i;

	if (row != LEXICON_NONE || text.length < 3 || text.length > 5)
		return row;
	for (i = 0; i < text.length; i++)
		upper[i] = is_lower(text.at[i]) ? (char)(text.at[i] - 32) :
		    text.at[i];
	return lexicon_find(&lexicon_zones, (struct slice){ upper, i });
}

/* GMT +8, UTC-5 */
static size_t
offset_hours_at(const struct grammar *g, size_t i, struct when *w)
{
	char text[] = "+00:00";
	int64_t hours = g->atoms[i + (i < g->count)].number;

	if (!slice_is(w->zone, "Z") || !(sign_is(g, i, "+") ||
	    hyphen_at(g, i, false)) || g->atoms[i + 1].space ||
	    g->atoms[i + 1].kind != ATOM_NUMBER || hours < 0 || hours > 14)
		return i;
	text[0] = sign_is(g, i, "+") ? '+' : '-';
	text[1] = (char)('0' + hours / 10);
	text[2] = (char)('0' + hours % 10);
	i += 2;
	if (sign_is(g, i, ":") && g->atoms[i + 1].kind == ATOM_NUMBER &&
	    g->atoms[i + 1].whole == 2 && g->atoms[i + 1].number % 15 == 0 &&
	    g->atoms[i + 1].number < 60 && !g->atoms[i + 1].space) {
		memcpy(text + 4, g->atoms[i + 1].text.at, 2);
		i += 2;
	}
	w->zone = (struct slice){ arena_copy(g->arena, text, 6), 6 };
	return i;
}

/* Z, GMT, EST, (GMT +8), Eastern time behind a time */
static size_t
zone_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t row, j = i, k, end;
	bool open = sign_is(g, i, "(");

	j += open;
	if (j >= g->count || g->atoms[j].kind != ATOM_WORD)
		return i;
	row = zone_row(&g->atoms[j]);
	if (row == LEXICON_NONE || open) {
		k = phrase_find(g, j, &lexicon_zones, &row);
		if (!open && k > j + 1 && word_is(g, k - 1, "time")) {
			w->zone = lexicon_cell(&lexicon_zones, row, 1);
			return k;	/* Moscow time */
		}
		/* 8 p.m. Central; not Central Park */
		if (!open)
			return k != 0 && !g->atoms[j].upper && !(k == j + 1 &&
			    (!w->meridiem || !g->atoms[j].capital ||
			    capital_word(g, k))) ? k : i;
		row = zone_row(&g->atoms[j]);
	}
	/* 08:15Z */
	if (row == LEXICON_NONE || (g->atoms[j].text.length < 2 &&
	    (g->atoms[j].space || !g->atoms[j].upper)))
		return i;
	w->zone = lexicon_cell(&lexicon_zones, row, 1);
	end = offset_hours_at(g, j + 1, w);
	if (!open)
		return end;
	if (sign_is(g, end, ")"))
		return end + 1;
	w->zone = slice_of("");
	return i;
}

static void
set_meridiem(struct when *w, int hours)
{
	w->meridiem = true;
	if (w->hour > 12)
		return;
	if (w->hour == 12)
		w->hour = 0;
	w->hour += hours;
}

/* a.m., p.m., a m, p . m ., in the PM */
static size_t
meridiem_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;
	size_t j = i, end;

	if (word_is(g, j, "in") && word_is(g, j + 1, "the") &&
	    j + 2 < g->count && g->atoms[j + 2].upper)
		j += 2;
	if (calendar(g, j, CALENDAR_MERIDIEM, &value)) {
		set_meridiem(w, (int)slice_int(value));
		return j + 1;
	}
	if (!word_is(g, i, "a") && !word_is(g, i, "p"))
		return 0;
	end = sign_is(g, i + 1, ".") ? i + 2 : i + 1;
	if (!word_is(g, end, "m"))
		return 0;
	set_meridiem(w, word_is(g, i, "p") ? 12 : 0);
	end++;
	return sign_is(g, end, ".") && g->atoms[end].space ? end + 1 : end;
}

size_t
hour_at(const struct grammar *g, size_t i, int *hour)
{
	int64_t value;

	if (i >= g->count)
		return 0;
	if (g->atoms[i].kind == ATOM_NUMBER) {
		value = g->atoms[i].number;
		if (g->atoms[i].whole > 2 || value < 0 || value > 24)
			return 0;
		*hour = (int)value;
		return i + 1;
	}
	value = word_value(g, i, WORD_UNIT);
	if (value < 0)
		value = word_value(g, i, WORD_TEEN);
	if (value < 1 || value > 12)
		return 0;
	*hour = (int)value;
	return i + 1;
}

void
hour_in_part(struct when *w, struct slice part)
{
	if (!w->meridiem && w->hour >= 0 && w->hour < 12 && (slice_is(part,
	    "AF") || slice_is(part, "EV") || (slice_is(part, "NI") &&
	    w->hour > 5)))
		w->hour += 12;
	if (w->hour == 12 && !w->meridiem && slice_is(part, "NI"))
		w->hour = 0;
	w->meridiem = true;
}

/* in the morning, at night behind an hour */
static size_t
part_of_day_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part, mod;
	size_t j = i;

	if (word_is(g, i, "in"))
		j = word_is(g, i + 1, "the") ? i + 2 : i + 1;
	else if (word_is(g, i, "at") && word_is(g, i + 1, "night"))
		j = i + 1;
	else
		return 0;
	if (calendar(g, j, CALENDAR_MOD, &mod))
		j++;
	if (!calendar(g, j, CALENDAR_PART, &part))
		return 0;
	hour_in_part(w, part);
	return j + 1;
}

/* What may stand behind an hour and its minutes. */
static size_t
tail_at(const struct grammar *g, size_t end, struct when *c)
{
	size_t k;

	if ((k = meridiem_at(g, end, c)) != 0 ||
	    (k = part_of_day_at(g, end, c)) != 0)
		end = k;
	return zone_at(g, end, c);
}

/* noon, twelve noon, mid night, noonish */
static size_t
named_at(const struct grammar *g, size_t i, struct when *c)
{
	struct slice value;
	size_t j = i;

	if (word_is(g, i, "twelve") || g->atoms[i].number == 12)
		j++;
	if (word_is(g, j, "mid") && word_is(g, j + 1, "night"))
		value = slice_of("0");
	else if (!calendar(g, j, CALENDAR_CLOCK, &value))
		return 0;
	j += word_is(g, j, "mid");
	c->hour = (int)slice_int(value);
	c->minute = 0;
	c->meridiem = true;
	return zone_at(g, j + 1, c);
}

/* The minutes of "half past", "a quarter to", "20 minutes past"; 0 none. */
static size_t
minutes_at(const struct grammar *g, size_t i, int *minutes)
{
	struct numeral n;
	size_t end;

	i += word_value(g, i, WORD_ARTICLE) >= 0;
	if (word_is(g, i, "half") || word_is(g, i, "quarter")) {
		*minutes = word_is(g, i, "half") ? 30 : 15;
		return i + 1;
	}
	if (i >= g->count || (g->atoms[i].kind != ATOM_NUMBER &&
	    !word_has(g, i, WORD_ANY)))
		return 0;
	memset(&n, 0, sizeof n);
	end = numeral_at(g, i, 0, &n);
	if (end == 0 || n.kind != NUMERAL_PLAIN || n.sign)
		return 0;
	*minutes = (int)decimal_int(n.value);
	if (*minutes < 1 || *minutes > 59)
		return 0;
	return word_is(g, end, "minutes") || word_is(g, end, "minute") ||
	    word_is(g, end, "mins") || word_is(g, end, "min") ? end + 1 : end;
}

/* Whether a clock, and not a count, is spoken of before atom i. */
static bool
clock_before(const struct grammar *g, size_t i)
{
	return class_before(g, i, CONTEXT_CLOCK);
}

/* at a quarter of five, as Americans say; not of what is counted */
static bool
quarter_of(const struct grammar *g, size_t i, size_t of)
{
	int hour;
	size_t end = hour_at(g, of + 1, &hour);

	return word_is(g, i - 1, "at") && end != 0 && (end >= g->count ||
	    (g->atoms[end].kind == ATOM_SIGN && !hyphen_at(g, end, false) &&
	    !sign_is(g, end, "%")) || class_at(g, end, CONTEXT_NONNOUN) != 0);
}

/* half past nine, quarter to five, ten past six; half three */
static size_t
past_at(const struct grammar *g, size_t i, struct when *c)
{
	struct slice value;
	size_t k, j;
	int minutes, hour, sign = 0;

	k = minutes_at(g, i, &minutes);
	if (k == 0)
		return 0;
	if (word_is(g, k, "past") || (word_is(g, k, "after") &&
	    minutes % 5 == 0))
		sign = 1;
	else if (word_is(g, k, "of") && minutes == 15 && quarter_of(g, i, k))
		sign = -1;
	else if ((word_is(g, k, "till") && !word_is(g, i - 1, "from") &&
	    !word_is(g, i - 1, "between")) || (word_is(g, k, "to") &&
	    minutes <= 30
	    && (minutes == 15 || (minutes % 5 == 0 && clock_before(g, i)) ||
	    word_is(g, k - 1, "minutes")) && !(word_is(g, i - 1, "from") ||
	    word_is(g, i - 1, "between"))))
		sign = -1;
	else if (word_is(g, i, "half") && (i > 0 ? word_is(g, i - 1, "at") :
	    k + 1 >= g->count))
		k--;	/* half three */
	else
		return 0;
	if (sign != 0 && calendar(g, k + 1, CALENDAR_CLOCK, &value)) {
		hour = (int)slice_int(value);
		c->meridiem = true;
		j = k + 2;
	} else {
		j = hour_at(g, k + 1, &hour);
		if (j == 0 || (hour > 12 && sign < 0))
			return 0;
		if (sign == 0 && (hour > 12 || hour == 0))
			return 0;
		/* fifteen minutes past 15h, past seven o'clock */
		if (calendar(g, j, CALENDAR_O_CLOCK, &value) || (word_is(g, j,
		    "h") &&
		    !g->atoms[j].space))
			j++;
		else if (hour > 12)
			return 0;
	}
	c->hour = hour;
	c->minute = minutes;
	if (sign < 0) {
		c->minute = 60 - minutes;
		c->hour = hour == 0 ? 23 : hour == 1 && !c->meridiem ? 12 :
		    hour - 1;
	}
	return tail_at(g, j, c);
}

/* Whether what begins is told before "at" at i: starts at, kicks off at. */
static bool
starts_before(const struct grammar *g, size_t i)
{
	size_t off = i - 1;

	if (class_before(g, i, CONTEXT_STARTS))
		return true;
	if (i < 2 || !word_is(g, off, "off"))
		return false;
	off -= off > 1 && hyphen_at(g, off - 1, true);
	return class_before(g, off, CONTEXT_STARTS_OFF);
}

/* 2300 GMT, 0800 hours, 1140 a.m. */
static size_t
four_digits_at(const struct grammar *g, size_t i, struct when *c)
{
	const struct atom *a = g->atoms + i;
	size_t end, k;

	if (a->kind != ATOM_NUMBER || a->text.length != 4 || a->number < 0 ||
	    a->number >= 2400 || a->number % 100 >= 60)
		return 0;
	c->hour = (int)(a->number / 100);
	c->minute = (int)(a->number % 100);
	if ((k = meridiem_at(g, i + 1, c)) != 0)
		return zone_at(g, k, c);
	c->meridiem = true;
	end = zone_at(g, i + 1, c);
	if (end > i + 1)
		return end;
	if ((word_is(g, i + 1, "hours") || word_is(g, i + 1, "hrs")) &&
	    (a->zero || clock_before(g, i)))
		return zone_at(g, i + 2, c);
	/* at 0045; trains resume at 1530 */
	return i > 1 && word_is(g, i - 1, "at") && (a->zero || (c->minute % 5 ==
	    0 && starts_before(g, i - 1))) && (i + 1 >= g->count || class_at(g,
	    i + 1, CONTEXT_NONNOUN) != 0 || (g->atoms[i + 1].kind == ATOM_SIGN
	    && !hyphen_at(g, i + 1, false))) ? i + 1 : 0;
}

/* 5.30pm, 17.30 GMT, it starts at 7.45 */
static size_t
pointed_at(const struct grammar *g, size_t i, struct when *c)
{
	const struct atom *a = g->atoms + i;
	size_t end, k;

	if (a->kind != ATOM_NUMBER || !a->point || a->grouped || a->whole > 2
	    || a->text.length != a->whole + 3)
		return 0;
	c->hour = (int)slice_int((struct slice){ a->text.at, a->whole });
	c->minute = (int)slice_int((struct slice){ a->text.at + a->whole + 1,
	    2 });
	if (c->hour > 24 || c->minute > 59)
		return 0;
	if ((k = meridiem_at(g, i + 1, c)) != 0)
		return zone_at(g, k, c);
	end = zone_at(g, i + 1, c);
	if (end > i + 1 && c->zone.length > 0) {
		c->meridiem = true;
		return end;
	}
	c->meridiem = c->hour > 12;
	return c->hour > 0 && i > 1 && word_is(g, i - 1, "at") &&
	    starts_before(g, i - 1) && (i + 1 >= g->count ||
	    (g->atoms[i + 1].kind == ATOM_SIGN && !hyphen_at(g, i + 1, false)
	    && !sign_is(g, i + 1, "%")) || class_at(g, i + 1, CONTEXT_NONNOUN)
	    != 0) ? i + 1 : 0;
}

/* 17:30, 17:30:15, 9:01 AM */
static size_t
colon_at(const struct grammar *g, size_t i, struct when *c)
{
	const struct atom *a = g->atoms + i;
	size_t j = i + 1, end;

	if (a->kind != ATOM_NUMBER || j + 1 > g->count || !sign_is(g, j, ":")
	    || g->atoms[j].space || g->atoms[j + 1].kind != ATOM_NUMBER ||
	    g->atoms[j + 1].space || g->atoms[j + 1].whole != 2 ||
	    g->atoms[j + 1].grouped)
		return 0;
	/* John 3:16 */
	if (class_before(g, i, CONTEXT_VERSE) && g->atoms[i - 1].capital)
		return 0;
	/* the middle of 2:05:30 */
	if (sign_is(g, i - 1, ":") && !a->space)
		return 0;
	c->minute = (int)slice_int((struct slice){ g->atoms[j + 1].text.at,
	    2 });
	if (c->minute > 59 || c->minute < 0)
		return 0;
	end = j + 2;
	if (sign_is(g, end, ":") && g->atoms[end + 1].kind == ATOM_NUMBER &&
	    !g->atoms[end + 1].space && g->atoms[end + 1].whole == 2) {
		c->second = (int)slice_int((struct slice){ g->atoms[end +
		    1].text.at, 2 });
		end += 2;
	} else if (g->atoms[j + 1].point) {
		return 0;
	}
	c->meridiem = c->hour > 12 || a->zero;
	end = tail_at(g, end, c);
	/* ran it in 3:45 */
	if (word_is(g, i - 1, "in") && !c->meridiem)
		return 0;
	return word_is(g, end, "hours") || word_is(g, end, "hrs") ? end + 1 :
	    end;
}

/* 17h30, 9h; the bare hour only where a clock is spoken of */
static size_t
h_at(const struct grammar *g, size_t i, struct when *c)
{
	const struct atom *a = g->atoms + i;
	size_t end;

	/* 2H25 is a half year */
	if (a->kind != ATOM_NUMBER || !word_is(g, i + 1, "h") || a[1].space ||
	    a[1].upper)
		return 0;
	c->meridiem = true;
	c->minute = 0;
	if (a[2].kind == ATOM_NUMBER && !a[2].space && a[2].whole == 2 &&
	    !a[2].point && a[2].number < 60) {
		c->minute = (int)slice_int(a[2].text);
		return zone_at(g, i + 3, c);
	}
	end = zone_at(g, i + 2, c);
	return end > i + 2 || word_is(g, i - 1, "at") ? end : 0;
}

/* five thirty p.m., nine fifty nine a m; at three twenty, at 3 15 */
static size_t
spoken_at(const struct grammar *g, size_t i, struct when *c)
{
	size_t j = skip_hyphen(g, i + 1), k, end;
	struct numeral n;
	int64_t minutes;
	bool digits = g->atoms[i].kind == ATOM_NUMBER;

	if (j >= g->count || (digits ? g->atoms[j].kind != ATOM_NUMBER || j >
	    i + 1 || g->atoms[j].whole != 2 : !word_has(g, j, WORD_ANY)))
		return 0;
	memset(&n, 0, sizeof n);
	k = numeral_at(g, j, 0, &n);
	if (k == 0 || n.kind != NUMERAL_PLAIN || n.power != 0)
		return 0;
	minutes = decimal_int(n.value);
	if (minutes < 10 || minutes > 59)
		return 0;
	c->minute = (int)minutes;
	if (!digits && (end = meridiem_at(g, k, c)) != 0)
		return zone_at(g, end, c);
	/* a clock by its preposition, and nothing that is counted behind */
	if (word_is(g, i - 1, "at") && (k >= g->count || (g->atoms[k].kind ==
	    ATOM_SIGN && !hyphen_at(g, k, false) && !sign_is(g, k, "%"))))
		return k;
	c->minute = -1;
	return 0;
}

/* today at 9p, 8p ET, as listings write; else pence, which end at i. */
static size_t
short_meridiem_at(const struct grammar *g, size_t i, struct when *c)
{
	struct when t = *c;
	size_t j = i + 1, end;

	if (i + 1 >= g->count || g->atoms[j].space || !(word_is(g, j, "p") ||
	    word_is(g, j, "a")))
		return 0;
	set_meridiem(&t, word_is(g, j, "p") ? 12 : 0);
	end = zone_at(g, j + 1, &t);
	if (end == j + 1 && !(i > 1 && word_is(g, i - 1, "at") && word_has(g,
	    i - 2, CALENDAR_ANY)))
		return 0;
	*c = t;
	return end;
}

#define MEET_ATOMS 7	/* how far before its hour what is agreed may stand */

/* Whether the hour at i, with nothing behind that it counts, is one by what is
 * agreed: kicks off at 3, meet me next year at 6. */
static bool
agreed(const struct grammar *g, size_t i)
{
	size_t end = i + 1, back, off;

	if (i < 2 || g->atoms[i].kind != ATOM_NUMBER || g->atoms[i].point ||
	    !word_is(g, i - 1, "at") || (end < g->count &&
	    class_at(g, end, CONTEXT_NONNOUN) == 0 && (g->atoms[end].kind !=
	    ATOM_SIGN || hyphen_at(g, end, false) || sign_is(g, end, "%") ||
	    sign_is(g, end, "/") || g->atoms[end + 1].kind == ATOM_NUMBER)))
		return false;
	off = i - 2;
	if (word_is(g, off, "off") && off > 0 && class_at(g, off - 1 -
	    hyphen_at(g, off - 1, true), CONTEXT_STARTS_OFF) != 0)
		return true;
	for (back = 2; back <= MEET_ATOMS && back <= i; back++) {
		if (sign_is(g, i - back, ","))
			return false;
		if (class_at(g, i - back, CONTEXT_MEETS) != 0)
			return true;
	}
	return false;
}

/* An hour and what makes it a time. */
static size_t
hour_clock_at(const struct grammar *g, size_t i, struct when *c)
{
	struct slice value;
	size_t j, end, k;
	int hour;

	j = hour_at(g, i, &hour);
	if (j == 0)
		return 0;
	c->hour = hour;
	if ((end = colon_at(g, i, c)) != 0 || (end = h_at(g, i, c)) != 0 ||
	    (end = spoken_at(g, i, c)) != 0)
		return end;
	c->minute = 0;
	if (calendar(g, j, CALENDAR_O_CLOCK, &value))
		return tail_at(g, j + 1, c);
	if (hour <= 12 && (k = meridiem_at(g, j, c)) != 0)
		return zone_at(g, k, c);
	if (hour >= 1 && hour <= 12 && g->atoms[i].kind == ATOM_NUMBER &&
	    (k = short_meridiem_at(g, i, c)) != 0)
		return k;
	if (hour >= 1 && hour <= 12 && agreed(g, i))
		return j;
	if (hour >= 1 && hour <= 12 && (clock_before(g, i) ||
	    g->atoms[i].kind == ATOM_NUMBER || word_is(g, j, "in")) &&
	    !(word_is(g, j, "in") && !word_is(g, j + 1, "the")))
		return part_of_day_at(g, j, c);
	return 0;
}

static size_t
find_clock(const struct grammar *g, size_t i, struct when *c)
{
	static size_t (*const forms[])(const struct grammar *, size_t,
	    struct when *) = {
		named_at, past_at, four_digits_at, pointed_at, hour_clock_at
	};
	size_t end = 0, k = 0;

	/* 12 noon, 20 minutes past */
	if (g->atoms[i].kind == ATOM_NUMBER && g->atoms[i + 1].kind !=
	    ATOM_WORD)
		k = 2;
	for (; end == 0 && k < sizeof forms / sizeof *forms; k++) {
		*c = nowhen;
		end = forms[k](g, i, c);
	}
	if (c->minute < 0)
		c->minute = 0;
	return c->hour > 24 || (c->hour == 24 && c->minute > 0) ? 0 : end;
}

/* Dates, ranges and sets ask for the same clock one after another. */
size_t
clock_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when_memo *memo = &g->memos->clock;

	if ((!may_begin(g, i, HINT_DATE | HINT_COLON | HINT_ZONE) && !word_is(g,
	    i - 1, "at")) || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	if (memo->i != i) {
		memo->end = find_clock(g, i, &memo->w);
		memo->i = i;
	}
	if (memo->end != 0)
		set_hour(w, &memo->w);
	return memo->end;
}

/* 9.30 in 9.30-4.30pm, 0730 in 0730-0930 */
static size_t
half_clock_at(const struct grammar *g, size_t i, struct when *w)
{
	const struct atom *a = g->atoms + i;
	struct slice t;
	int hour;

	*w = nowhen;
	w->minute = 0;
	if (i >= g->count || a->kind != ATOM_NUMBER || a->grouped)
		return hour_at(g, i, &w->hour);
	t = a->text;
	if (a->point && a->whole <= 2 && t.length == a->whole + 3) {
		w->hour = (int)slice_int((struct slice){ t.at, a->whole });
		w->minute = (int)slice_int((struct slice){ t.at + a->whole +
		    1, 2 });
	} else if (a->zero && t.length == 4) {
		w->hour = (int)(a->number / 100);
		w->minute = (int)(a->number % 100);
	} else if (hour_at(g, i, &hour) != 0) {
		w->hour = hour;
	}
	return w->hour < 0 || w->hour > 24 || w->minute > 59 ? 0 : i + 1;
}

/* A bare hour, or 7.30, with nothing behind that it counts. */
size_t
bare_hour_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when half;
	size_t end = half_clock_at(g, i, &half);
	int hour = half.hour;

	if (end == 0 || hour < 1 || (hour > 12 && !g->atoms[i].point) ||
	    g->atoms[i].zero || !(end >= g->count ||
	    (g->atoms[end].kind == ATOM_SIGN && !hyphen_at(g, end, false) &&
	    !sign_is(g, end, "%") && !(sign_is(g, end, ",") &&
	    g->atoms[end + 1].kind == ATOM_NUMBER)) ||
	    class_at(g, end, CONTEXT_NONNOUN) != 0 || class_at(g, end,
	    CONTEXT_TODAY) != 0 || calendar_int(g, end, CALENDAR_PART_END) !=
	    0))
		return 0;
	half.meridiem = hour > 12;
	set_hour(w, &half);
	return end;
}

void
share_meridiem(struct when *a, const struct when *b)
{
	if (a->hour >= 0 && !a->meridiem && b->meridiem && a->hour < 12 &&
	    a->hour > 0 && (a->hour + 12) * 60 + a->minute < b->hour * 60 +
	    b->minute)
		a->hour += 12;
	else if (a->hour == 12 && !a->meridiem && b->meridiem && b->hour < 12)
		a->hour = 0;
}

/* from 4pm to half past six, 9am to 5: the second of two times is the later
 * one */
static void
later_meridiem(const struct when *a, struct when *b)
{
	int from = a->hour * 60 + a->minute, to = b->hour * 60 + b->minute;

	if (a->meridiem && !b->meridiem && b->hour > 0 && b->hour < 12 &&
	    to <= from && to + 12 * 60 > from)
		b->hour += 12;
}

size_t
spoken_hour_at(const struct grammar *g, size_t i, struct when *w)
{
	int hour;
	int64_t minutes;
	size_t k = hour_at(g, i, &hour);

	if (k == 0 || g->atoms[i].kind != ATOM_WORD || hour > 12)
		return 0;
	minutes = word_value(g, k, WORD_TEEN);
	if (minutes < 0)
		minutes = word_value(g, k, WORD_TEN);
	if (minutes < 10 || minutes > 50)
		return 0;
	k++;
	if (minutes >= 20 && word_value(g, skip_hyphen(g, k), WORD_UNIT) > 0) {
		k = skip_hyphen(g, k);
		minutes += word_value(g, k++, WORD_UNIT);
	}
	*w = nowhen;
	w->hour = hour;
	w->minute = (int)minutes;
	return k;
}

size_t
clock_range_at(const struct grammar *g, size_t i, struct when *a,
    struct when *b, bool *bare)
{
	size_t j = i, k;
	struct when t = nowhen, u = nowhen;
	bool lead = word_is(g, i, "from") || word_is(g, i, "between"), half,
	    digits = false;

	*bare = false;
	j += lead;
	lead = lead || word_is(g, i - 1, "from") || word_is(g, i - 1, "at");
	k = clock_at(g, j, &t);
	if (k == 0 && lead)
		k = spoken_hour_at(g, j, &t);
	half = k == 0;
	if (k == 0)
		k = half_clock_at(g, j, &t);
	if (k == 0 || !(calendar_int(g, k, CALENDAR_UNTIL) != 0 || (word_is(g,
	    k,
	    "and") && word_is(g, i, "between")) || hyphen_at(g, k, false)))
		return 0;
	j = k + 1;
	if (half && !lead && g->atoms[k].kind == ATOM_SIGN &&
	    g->atoms[j].space)
		return 0;
	*b = *a;
	k = clock_at(g, j, b);
	if (k == 0 && lead && (k = spoken_hour_at(g, j, &u)) != 0)
		set_hour(b, &u);
	/* 6:30 to 9 PST */
	if (k == 0 && !half && hour_at(g, j, &u.hour) != 0 && (k = zone_at(g,
	    j + 1, b)) == j + 1)
		k = 0;
	else if (k > j + 1 && b->hour < 0) {
		b->hour = u.hour;
		b->minute = 0;
	}
	if (k == 0 && (k = bare_hour_at(g, j, b)) != 0) {
		*bare = half;
	} else if (k == 0) {
		/* 0730-0930 */
		k = half && lead ? half_clock_at(g, j, &u) : 0;
		digits = k != 0 && g->atoms[j].kind == ATOM_NUMBER &&
		    g->atoms[j].text.length > 2;
		if (!digits)
			return 0;
		set_hour(b, &u);
	}
	if (t.hour > 12 && half && !b->meridiem && !digits)
		return 0;
	set_hour(a, &t);
	if (t.zone.length == 0)
		a->zone = b->zone;
	share_meridiem(a, b);
	later_meridiem(a, b);
	if (b->hour < a->hour && !b->meridiem && b->hour < 12 && a->hour <= 12)
		b->hour += 12;
	return k;
}
