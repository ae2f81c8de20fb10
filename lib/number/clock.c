/*
 * clock: times of day and ranges of them.
 *
 *	time = clock [meridiem | in the morning] [zone] | half past nine
 *
 * Zones are in zones.tsv; summer time is not known, so that a zone without an
 * offset of its own (ET) is passed over.
 */
#include "calendar.h"

extern const struct lexicon lexicon_zones;

/* Z, GMT, EST behind a time */
static size_t
zone_at(const struct grammar *g, size_t i, struct when *w)
{
	size_t row, j = i, k;
	struct slice text;

	if (j >= g->count)
		return i;
	if (sign_is(g, j, "(") && 0)
		j++;
	if (g->atoms[j].kind != ATOM_WORD)
		return i;
	text = g->atoms[j].text;
	row = lexicon_find(&lexicon_zones, text);
	if (row == LEXICON_NONE) {
		k = phrase_find(g, j, &lexicon_zones, &row);
		return k != 0 && !g->atoms[j].upper &&
		    !word_is(g, j, "local") ? k : i;
	}
	if (text.length < 2)
		return i;
	w->zone = lexicon_cell(&lexicon_zones, row, 1);
	return j + 1;
}

/* a.m., p.m. */
static size_t
meridiem_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value;

	if (!calendar(g, i, "meridiem", &value) || (g->atoms[i].space &&
	    g->atoms[i].text.length == 2 && !g->atoms[i].upper && i > 0 &&
	    g->atoms[i - 1].kind == ATOM_WORD && word_is(g, i, "am") &&
	    word_value(g, i - 1, "unit") < 0 && 0))
		return 0;
	if (w->hour > 12)
		return i + 1;
	if (w->hour == 12)
		w->hour = 0;
	w->hour += (int)slice_int(value);
	w->meridiem = true;
	return i + 1;
}

/* An hour in digits or words, 0..24. */
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
	value = word_value(g, i, "unit");
	if (value < 0)
		value = word_value(g, i, "teen");
	if (value < 1 || value > 12)
		return 0;
	*hour = (int)value;
	return i + 1;
}

/* in the morning, at night behind an hour */
static size_t
part_of_day_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice part;
	size_t j = i;

	if (word_is(g, i, "in") && (word_is(g, i + 1, "the")))
		j = i + 2;
	else if (word_is(g, i, "at") && word_is(g, i + 1, "night"))
		j = i + 1;
	else if (word_is(g, i, "this"))
		j = i + 1;
	else
		return 0;
	if (!calendar(g, j, "part", &part))
		return 0;
	if (w->hour < 12 && (slice_is(part, "AF") || slice_is(part, "EV") ||
	    (slice_is(part, "NI") && w->hour > 5)))
		w->hour += 12;
	w->meridiem = true;
	return j + 1;
}

/* A time of day. */
size_t
clock_at(const struct grammar *g, size_t i, struct when *w)
{
	struct when c = nowhen;
	struct slice value;
	size_t end, j, k;
	int hour;
	bool at = i > 0 && class_before(g, i, "clock");

	if (i >= g->count)
		return 0;
	if (calendar(g, i, "clock", &value)) {
		c.hour = (int)slice_int(value);
		c.minute = 0;
		c.meridiem = true;
		end = zone_at(g, i + 1, &c);
		goto found;
	}
	if (word_is(g, i, "twelve") || word_is(g, i, "12")) {
		j = i + 1;
		if (calendar(g, j, "clock", &value) && j < g->count) {
			c.hour = (int)slice_int(value);
			c.minute = 0;
			c.meridiem = true;
			end = j + 1;
			goto found;
		}
	}
	/* half past nine, quarter to five, ten past six */
	{
		int minutes = -1, sign;
		struct numeral n;

		j = i;
		if (word_value(g, j, "article") >= 0)
			j++;
		if (word_is(g, j, "half")) {
			minutes = 30;
			k = j + 1;
		} else if (word_is(g, j, "quarter")) {
			minutes = 15;
			k = j + 1;
		} else {
			k = numeral_at(g, j, 0, &n);
			if (k != 0 && n.kind == NUMERAL_PLAIN && !n.sign &&
			    decimal_int(n.value) > 0 && decimal_int(n.value) <
			    60)
				minutes = (int)decimal_int(n.value);
			if (k != 0 && (word_is(g, k, "minutes") ||
			    word_is(g, k, "minute") || word_is(g, k, "mins")))
				k++;
		}
		if (minutes > 0 && k != 0) {
			sign = word_is(g, k, "past") || (word_is(g, k, "after")
			    && minutes % 5 == 0) ? 1 : (word_is(g, k, "to") &&
			    (minutes == 15 || at) && minutes <= 30 &&
			    !word_is(g, i - (i > 0), "from")) ||
			    word_is(g, k, "till") ? -1 : 0;
			if (sign != 0 && calendar(g, k + 1, "clock", &value)) {
				hour = (int)slice_int(value);
				c.meridiem = true;
				j = k + 2;
			} else {
				j = sign != 0 ? hour_at(g, k + 1, &hour) : 0;
				if (j != 0 && hour > 12)
					j = 0;
			}
			if (j != 0) {
				c.hour = hour;
				c.minute = minutes;
				if (sign < 0) {
					c.minute = 60 - minutes;
					c.hour = hour == 0 ? 23 : hour == 1 &&
					    !c.meridiem ? 12 : hour - 1;
				}
				end = j;
				if ((k = meridiem_at(g, end, &c)) != 0)
					end = k;
				else if ((k = part_of_day_at(g, end, &c)) != 0)
					end = k;
				goto found;
			}
		}
	}
	j = hour_at(g, i, &hour);
	/* 2300 GMT, 0800 hours */
	if (j == 0 && g->atoms[i].kind == ATOM_NUMBER &&
	    g->atoms[i].text.length == 4 && g->atoms[i].number >= 0 &&
	    g->atoms[i].number < 2400 && g->atoms[i].number % 100 < 60) {
		c.hour = (int)(g->atoms[i].number / 100);
		c.minute = (int)(g->atoms[i].number % 100);
		c.meridiem = true;
		end = zone_at(g, i + 1, &c);
		if (end > i + 1)
			goto found;
		if ((word_is(g, i + 1, "hours") || word_is(g, i + 1, "hrs")) &&
		    (g->atoms[i].zero || at)) {
			end = zone_at(g, i + 2, &c);
			goto found;
		}
		if ((k = meridiem_at(g, i + 1, &c)) != 0 && c.hour < 24) {
			end = k;
			goto found;
		}
		return 0;
	}
	/* 5.30pm, 17.30 GMT */
	if (j == 0 && g->atoms[i].kind == ATOM_NUMBER && g->atoms[i].point &&
	    !g->atoms[i].grouped && g->atoms[i].whole <= 2 &&
	    g->atoms[i].text.length == g->atoms[i].whole + 3) {
		struct slice t = g->atoms[i].text;

		c.hour = (int)slice_int((struct slice){ t.at,
		    g->atoms[i].whole });
		c.minute = (int)slice_int((struct slice){ t.at +
		    g->atoms[i].whole + 1, 2 });
		if (c.hour > 24 || c.minute > 59)
			return 0;
		if ((k = meridiem_at(g, i + 1, &c)) != 0) {
			end = zone_at(g, k, &c);
			goto found;
		}
		end = zone_at(g, i + 1, &c);
		if (end > i + 1 && c.zone.length > 0) {
			c.meridiem = true;
			goto found;
		}
		return 0;
	}
	if (j == 0)
		return 0;
	c.hour = hour;
	if (sign_is(g, j, ":") && !g->atoms[j].space &&
	    g->atoms[j + 1].kind == ATOM_NUMBER && !g->atoms[j + 1].space &&
	    g->atoms[j + 1].whole == 2 && g->atoms[i].kind == ATOM_NUMBER &&
	    !g->atoms[j + 1].grouped) {
		struct slice minutes = g->atoms[j + 1].text;

		c.minute = (int)slice_int((struct slice){ minutes.at, 2 });
		if (c.minute > 59 || c.minute < 0)
			return 0;
		end = j + 2;
		if (sign_is(g, end, ":") && g->atoms[end + 1].kind ==
		    ATOM_NUMBER && !g->atoms[end + 1].space &&
		    g->atoms[end + 1].whole == 2) {
			minutes = g->atoms[end + 1].text;
			c.second = (int)slice_int((struct slice){ minutes.at,
			    2 });
			end += 2;
		} else if (g->atoms[j + 1].point) {
			return 0;
		}
		if (hour > 12 || g->atoms[i].zero)
			c.meridiem = true;
		if ((k = meridiem_at(g, end, &c)) != 0 ||
		    (k = part_of_day_at(g, end, &c)) != 0)
			end = k;
		end = zone_at(g, end, &c);
		if ((word_is(g, end, "hours") || word_is(g, end, "hrs")))
			end++;
		goto found;
	}
	/* five thirty p.m.; five p.m.; 5 o'clock; 3 in the morning */
	if (g->atoms[i].kind == ATOM_WORD) {
		struct numeral n;

		k = over_hyphen(g, j);
		k = g->atoms[k].kind == ATOM_WORD ? numeral_at(g, k, 0, &n) : 0;
		if (k != 0 && n.kind == NUMERAL_PLAIN &&
		    decimal_int(n.value) >= 10 && decimal_int(n.value) < 60) {
			c.minute = (int)decimal_int(n.value);
			end = meridiem_at(g, k, &c);
			if (end != 0) {
				end = zone_at(g, end, &c);
				goto found;
			}
			c.minute = -1;
		}
	}
	if ((end = meridiem_at(g, j, &c)) != 0) {
		/* "I am": digits or a dotted abbreviation */
		if (hour > 12 || (g->atoms[i].kind == ATOM_WORD &&
		    g->atoms[j].text.length == 2 && word_is(g, j, "am") && 0))
			return 0;
		c.minute = 0;
		end = zone_at(g, end, &c);
		goto found;
	}
	if (word_is(g, j, "o'clock") || word_is(g, j, "o\xE2\x80\x99""clock") ||
	    word_is(g, j, "oclock")) {
		c.minute = 0;
		end = j + 1;
		if ((k = part_of_day_at(g, end, &c)) != 0 ||
		    (k = meridiem_at(g, end, &c)) != 0)
			end = k;
		end = zone_at(g, end, &c);
		goto found;
	}
	if (hour >= 1 && hour <= 12 && (at || g->atoms[i].kind ==
	    ATOM_NUMBER) && (end = part_of_day_at(g, j, &c)) != 0) {
		c.minute = 0;
		goto found;
	}
	return 0;
found:
	if (c.hour > 24 || (c.hour == 24 && c.minute > 0))
		return 0;
	if (c.minute < 0)
		c.minute = 0;
	w->hour = c.hour;
	w->minute = c.minute;
	w->second = c.second;
	w->zone = c.zone;
	w->meridiem = c.meridiem;
	return end;
}

/* The first of two times without a.m. or p.m. takes the second's. */
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

/* [from | between] 10 [:00] (to | - | and) 4 [pm], two times; one of them
 * may be a bare hour when bare. */
size_t
clock_range_at(const struct grammar *g, size_t i, struct when *a,
    struct when *b, bool bare)
{
	size_t j = i, k;
	int hour;
	bool lead = word_is(g, i, "from") || word_is(g, i, "between"), hours;

	if (lead)
		j++;
	k = clock_at(g, j, a);
	hours = k == 0;
	if (k == 0 && (k = hour_at(g, j, &hour)) != 0) {
		a->hour = hour;
		a->minute = 0;
		a->second = -1;
		a->meridiem = false;
	}
	if (k == 0 || !(word_is(g, k, "to") || word_is(g, k, "until") ||
	    word_is(g, k, "till") || (word_is(g, k, "and") && word_is(g, i,
	    "between")) || hyphen_at(g, k, false)))
		return 0;
	j = k + 1;
	*b = *a;
	k = clock_at(g, j, b);
	if (k == 0 && bare && !(hours && !lead && g->atoms[j].space) &&
	    (k = hour_at(g, j, &hour)) != 0 && hour <= 12 && (k >= g->count ||
	    g->atoms[k].kind == ATOM_SIGN || class_at(g, k, "nonnoun") != 0)) {
		b->hour = hour;
		b->minute = 0;
		b->second = -1;
		b->meridiem = false;
	} else if (k == 0) {
		return 0;
	}
	if (a->hour > 24 || (a->hour > 12 && hours && !b->meridiem))
		return 0;
	share_meridiem(a, b);
	if (b->hour < a->hour && !b->meridiem && b->hour < 12 && a->hour <= 12)
		b->hour += 12;
	return k;
}
