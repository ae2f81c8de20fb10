/*
 * set: times that come back: every Monday, twice a week, daily, Sundays.
 */
#include "calendar.h"

/* every Monday, twice a week, daily, Sundays */
size_t
set_at(const struct grammar *g, size_t i, struct hit *hit)
{
	struct slice value;
	struct numeral n;
	struct when w = nowhen;
	size_t j, end = 0;
	char letter;
	int64_t times;
	int weekday;

	hit->label = NUMBER_SET;
	if (i >= g->count || g->atoms[i].kind == ATOM_SIGN)
		return 0;
	/* the weekly; not Women's Weekly, the Daily Mail */
	if (calendar(g, i, "set", &value) && (!g->atoms[i].capital ||
	    g->titled || i == 0)) {
		hit->value = value;
		return i + 1;
	}
	if ((weekday = calendar_int(g, i, "weekdays")) > 0 &&
	    g->atoms[i].capital) {
		w.level = LEVEL_WEEKDAY;
		w.weekday = weekday;
		hit->value = when_text(&w, g->arena);
		return i + 1;
	}
	if (word_is(g, i, "every") || word_is(g, i, "each")) {
		bool weak;
		bool other = word_is(g, i + 1, "other");
		bool single = word_is(g, i + 1, "single");

		j = i + 1 + other + single;
		if ((end = weekday_at(g, j, &weekday, &weak)) != 0 && !weak) {
			w.level = LEVEL_WEEKDAY;
			w.weekday = weekday;
			end = then_time_at(g, end, &w);
			hit->value = when_text(&w, g->arena);
			return end;
		}
		if (calendar(g, j, "part", &value)) {
			w.level = LEVEL_DAY;
			w.day_part = value;
			hit->value = when_text(&w, g->arena);
			return j + 1;
		}
		if (calendar(g, j, "season", &value)) {
			w.level = LEVEL_SEASON;
			w.season = value.at;
			w.season_length = value.length;
			hit->value = when_text(&w, g->arena);
			return j + 1;
		}
		if (word_is(g, j, "weekend")) {
			w.level = LEVEL_WEEKEND;
			hit->value = when_text(&w, g->arena);
			return j + 1;
		}
		{
			int month;

			if ((end = month_at(g, j, &month, &weak)) != 0 &&
			    g->atoms[j].capital) {
				struct when d;
				size_t full = month_day_at(g, j, &d);

				if (full != 0 && d.year < 0) {
					hit->value = when_text(&d, g->arena);
					return full;
				}
			}
		}
		n.value = decimal_of_int(other ? 2 : 1, g->arena);
		end = numeral_at(g, j, 0, &n);
		if (end != 0 && n.kind == NUMERAL_PLAIN)
			j = end;
		else if (end != 0) {
			n.kind = NUMERAL_VAGUE;
			j = end;
		} else {
			n.kind = NUMERAL_PLAIN;
			n.value = decimal_of_int(other ? 2 : 1, g->arena);
		}
		if ((end = time_unit_at(g, j, &letter, &times)) != 0) {
			if (letter == 'S' && end == j + 1 && j == i + 1 &&
			    word_is(g, j, "second"))
				return 0;
			hit->value = n.kind == NUMERAL_VAGUE ? slice_of("PXD")
			    : duration_text(g, n.value, letter, times);
			return end;
		}
		return 0;
	}
	/* twice a week, five times a week, six days a week */
	if (word_is(g, i, "once") || word_is(g, i, "twice") ||
	    word_is(g, i, "thrice")) {
		end = i + 1;
	} else {
		end = numeral_at(g, i, 0, &n);
		if (end == 0 || n.suffix)
			return 0;
		if (word_is(g, end, "times") || word_is(g, end, "time"))
			end++;
		else if (word_is(g, end, "days") ||
		    word_is(g, end, "nights") || word_is(g, end, "mornings"))
			end++;
		else
			return 0;
	}
	if (!word_is(g, end, "a") && !word_is(g, end, "an") &&
	    !word_is(g, end, "per") && !word_is(g, end, "each") &&
	    !word_is(g, end, "every"))
		return 0;
	j = end + 1;
	n.value = decimal_of_int(1, g->arena);
	if (word_is(g, end, "every")) {
		size_t k = numeral_at(g, j, 0, &n);

		if (k != 0)
			j = k;
		else
			n.value = decimal_of_int(1, g->arena);
	}
	end = time_unit_at(g, j, &letter, &times);
	if (end == 0)
		return 0;
	hit->value = duration_text(g, n.value, letter, times);
	return end;
}
