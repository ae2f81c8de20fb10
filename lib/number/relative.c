/*
 * relative: dates that hang on another: three years ago, last October, the
 * day before.  What they hang on is told by rel; resolve.c puts it on the
 * document's date.
 */
#include "calendar.h"

static struct slice
signed_duration(const struct grammar *g, struct decimal n, char letter,
    int64_t times, bool back)
{
	return join(g->arena, slice_of(back ? "-" : "+"), "", duration_text(g,
	    n, letter, times));
}

/* The granule of a unit of time. */
void
set_level(struct when *w, char letter)
{
	switch (letter) {
	case 'Y':
		w->level = LEVEL_YEAR;
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

/* three years ago, two days later, a year earlier, a week from now */
size_t
offset_at(const struct grammar *g, size_t i, struct when *w)
{
	struct numeral n;
	size_t end, j;
	char letter;
	int64_t times;
	bool article = false, vague;

	*w = nowhen;
	if (i >= g->count || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	end = numeral_at(g, i, 0, &n);
	if (end == 0 && word_value(g, i, "article") >= 0) {
		n.value = decimal_of_int(1, g->arena);
		n.kind = NUMERAL_PLAIN;
		end = i + 1;
		article = true;
	} else if (end == 0 && g->atoms[i].kind == ATOM_WORD &&
	    g->atoms[i].norm.length > 3 &&
	    g->atoms[i].norm.at[g->atoms[i].norm.length - 1] == 's' &&
	    time_unit_at(g, i, &letter, &times) != 0) {
		n.kind = NUMERAL_VAGUE;
		n.zeros = 0;
		end = i;
	}
	if (article && word_is(g, end, "full"))
		end++;
	if (end == 0 && word_is(g, i, "half"))
		return 0;
	if (end == i && n.kind != NUMERAL_VAGUE)
		return 0;
	if (end == 0 && i != 0)
		return 0;
	vague = n.kind == NUMERAL_VAGUE;
	j = over_hyphen(g, end);
	end = time_unit_at(g, j, &letter, &times);
	if (end == 0)
		return 0;
	/* a year and a half ago */
	if (article && word_is(g, end, "and") && word_is(g, end + 1, "a") &&
	    word_is(g, end + 2, "half")) {
		n.value = decimal_of(slice_of("1.5"), g->arena);
		end += 3;
	}
	set_level(w, letter);
	if (letter == 'H' || letter == 'S' || letter == 'I') {
		w->level = LEVEL_DAY;
	}
	if (word_is(g, end, "ago")) {
		w->rel = vague ? slice_of("PREV") : signed_duration(g, n.value,
		    letter, times, true);
		return end + 1;
	}
	if (word_is(g, end, "later") || word_is(g, end, "afterwards") ||
	    word_is(g, end, "afterward") || (word_is(g, end, "after") &&
	    (end + 1 >= g->count || g->atoms[end + 1].kind == ATOM_SIGN))) {
		if (word_is(g, end + 1, "than"))
			return 0;
		w->ref = true;
		w->rel = vague ? slice_of("NEXT") : signed_duration(g, n.value,
		    letter, times, false);
		return end + 1;
	}
	if (word_is(g, end, "earlier") || word_is(g, end, "previously") ||
	    word_is(g, end, "before")) {
		if (word_is(g, end, "before") && end + 1 < g->count &&
		    g->atoms[end + 1].kind != ATOM_SIGN)
			return 0;
		if (word_is(g, end + 1, "than"))
			return 0;
		w->ref = true;
		w->rel = vague ? slice_of("PREV") : signed_duration(g, n.value,
		    letter, times, true);
		return end + 1;
	}
	if (word_is(g, end, "from") && (word_is(g, end + 1, "now") ||
	    word_is(g, end + 1, "today")) && !vague) {
		w->rel = signed_duration(g, n.value, letter, times, false);
		return end + 2;
	}
	if (word_is(g, end, "hence") && !vague) {
		w->rel = signed_duration(g, n.value, letter, times, false);
		return end + 1;
	}
	return 0;
}

/* last October, next week, this year, the previous day, the day before */
size_t
relative_at(const struct grammar *g, size_t i, struct when *w)
{
	struct slice value, season;
	size_t j = i, end;
	char letter;
	int64_t times;
	int month, weekday;
	bool weak, the = false, previous;

	*w = nowhen;
	if (calendar(g, i, "relative", &value)) {
		w->level = LEVEL_DAY;
		w->rel = slice_is(value, "0") ? slice_of("THIS") :
		    value.at[0] == '-' ? slice_of("-P1D") : slice_of("+P1D");
		if (word_is(g, i, "tonight"))
			w->day_part = slice_of("NI");
		return i + 1;
	}
	if (word_is(g, j, "the")) {
		the = true;
		j++;
	}
	if (the && word_is(g, j, "day") && (word_is(g, j + 1, "before") ||
	    word_is(g, j + 1, "after"))) {
		bool back = word_is(g, j + 1, "before");

		w->level = LEVEL_DAY;
		if (word_is(g, j + 2, "yesterday") && back) {
			w->rel = slice_of("-P2D");
			return j + 3;
		}
		if (word_is(g, j + 2, "tomorrow") && !back) {
			w->rel = slice_of("+P2D");
			return j + 3;
		}
		if (j + 2 < g->count && g->atoms[j + 2].kind != ATOM_SIGN)
			return 0;
		w->rel = slice_of(back ? "-P1D" : "+P1D");
		w->ref = true;
		return j + 2;
	}
	if (the && (word_is(g, j, "week") || word_is(g, j, "month") ||
	    word_is(g, j, "year") || word_is(g, j, "night")) &&
	    (word_is(g, j + 1, "before") || word_is(g, j + 1, "after")) &&
	    (j + 2 >= g->count || g->atoms[j + 2].kind == ATOM_SIGN)) {
		bool back = word_is(g, j + 1, "before");

		letter = word_is(g, j, "week") ? 'W' : word_is(g, j, "month") ?
		    'M' : word_is(g, j, "year") ? 'Y' : 'D';
		set_level(w, letter);
		w->rel = signed_duration(g, decimal_of_int(1, g->arena),
		    letter, 1, back);
		w->ref = true;
		return j + 2;
	}
	if (the && (word_is(g, j, "weekend"))) {
		w->level = LEVEL_WEEKEND;
		return j + 1;
	}
	if (!calendar(g, j, "direction", &value))
		return 0;
	previous = word_is(g, j, "previous") || word_is(g, j, "preceding") ||
	    word_is(g, j, "following") || word_is(g, j, "same");
	if (word_is(g, j, "past") && !the)
		return 0;
	if (word_is(g, j, "same") && !the)
		return 0;
	j++;
	if (word_is(g, j - 1, "last") && word_is(g, j, "night")) {
		w->level = LEVEL_DAY;
		w->rel = slice_of("-P1D");
		w->day_part = slice_of("NI");
		return j + 1;
	}
	if (slice_is(value, "THIS") && calendar(g, j, "part", &season) &&
	    !previous) {
		w->level = LEVEL_DAY;
		w->rel = value;
		w->day_part = season;
		return j + 1;
	}
	w->rel = value;
	if (word_is(g, j, "fiscal") && word_is(g, j + 1, "year")) {
		w->level = LEVEL_FISCAL;
		return j + 2;
	}
	if ((end = time_unit_at(g, j, &letter, &times)) != 0) {
		if (letter == 'S' || letter == 'I' || letter == 'H')
			return 0;
		/* plural: the last days, the next years are lengths */
		if (g->atoms[j].norm.at[g->atoms[j].norm.length - 1] == 's')
			return 0;
		set_level(w, letter);
		if (times == 10)
			w->level = LEVEL_DECADE;
		else if (times == 100)
			w->level = LEVEL_CENTURY;
		else if (times != 1)
			w->level = LEVEL_WEEK;
		/* the next day, the following year hang on the text */
		if (previous || (the && letter == 'D')) {
			w->ref = true;
			if (!slice_is(value, "THIS"))
				w->rel = signed_duration(g, decimal_of_int(1,
				    g->arena), letter, times,
				    slice_is(value, "PREV"));
		} else if (letter == 'D' && slice_is(value, "THIS")) {
			w->level = LEVEL_DAY;
		} else if (letter == 'D') {
			w->rel = slice_of(slice_is(value, "PREV") ? "-P1D" :
			    "+P1D");
			w->ref = slice_is(value, "NEXT");
		}
		if (the && !previous && slice_is(value, "PREV") &&
		    word_is(g, j - 1, "past"))
			w->ref = false;
		return end;
	}
	if (word_is(g, j, "weekend")) {
		w->level = LEVEL_WEEKEND;
		w->ref = previous;
		return j + 1;
	}
	if ((end = month_at(g, j, &month, &weak)) != 0 &&
	    (g->atoms[j].capital || !weak)) {
		struct when d;
		size_t full = month_day_at(g, j, &d);

		if (full != 0 && d.year < 0) {
			d.rel = value;
			*w = d;
			return full;
		}
		w->level = LEVEL_MONTH;
		w->month = month;
		return end;
	}
	if ((end = weekday_at(g, j, &weekday, &weak)) != 0 && !weak) {
		struct when d;
		size_t k = over_comma(g, end), full;

		full = k < g->count ? month_day_at(g, k, &d) : 0;
		if (full != 0 && d.day > 0) {
			d.rel = value;
			*w = d;
			return full;
		}
		w->level = LEVEL_WEEKDAY;
		w->weekday = weekday;
		return end;
	}
	if (calendar(g, j, "season", &season)) {
		w->level = LEVEL_SEASON;
		w->season = season.at;
		w->season_length = season.length;
		return j + 1;
	}
	if ((end = holiday_at(g, j, w)) != 0 && w->year < 0) {
		w->rel = value;
		return end;
	}
	return 0;
}
