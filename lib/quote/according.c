/*
 * according: who says it where no verb does: according to Lin, per Lin, in
 * Lin's words.
 */
#include "parse.h"

/* In Lin's words, in his words; in the words of Lin. */
static bool
in_words(const struct scan *scan, size_t i, struct report *report)
{
	const struct parse *parse = scan->parse;
	size_t k = i;

	if (i + 2 < scan->end && scan_is(scan, i + 1, "of")) {
		if (i < scan->begin + 2 || !(scan_is(scan, i - 1, "the") ||
		    scan_is(scan, i - 2, "the")) || !chunk_after(parse, i + 2,
		    scan->end, &report->speaker))
			return false;
		report->core.last = report->speaker.last;
	} else {
		while (k > scan->begin + 1 &&
		    (parse->atoms[k - 1].tag == TAG_ADJECTIVE ||
		    scan_is(scan, k - 1, "own")))
			k--;
		if (k > scan->begin && (parse->atoms[k - 1].classes &
		    WORD_POSSESSIVE)) {
			report->speaker.first = k - 1;
			report->speaker.last = k;
		} else if (k <= scan->begin + 1 ||
		    !chunk_possessive(parse, k - 1) || !chunk_before(parse,
		    scan->begin, k - 1, &report->speaker)) {
			return false;
		}
	}
	while (k > scan->begin && !scan_is(scan, k, "in") &&
	    !scan_is(scan, k, "In"))
		k--;
	report->core.first = k;
	return k == scan->begin || parse->atoms[k - 1].punct != 0 ||
	    parse->atoms[k - 1].region != NONE ||
	    parse->atoms[k - 1].tag == TAG_CONJUNCTION;
}

bool
according_read(const struct scan *scan, size_t i, struct report *report)
{
	if (scan_is(scan, i, "words"))
		return in_words(scan, i, report);
	if (scan_is(scan, i, "per") || scan_is(scan, i, "Per")) {
		report->core.first = i;
		if (!chunk_after(scan->parse, i + 1, scan->end,
		    &report->speaker) || !subject_can_speak(scan->parse->atoms,
		    &report->speaker))
			return false;
		report->core.last = report->speaker.last;
		/* Lin said, per a translator, that */
		return !(report->core.last + 1 < scan->end &&
		    (scan->parse->atoms[report->core.last + 1].classes &
		    WORD_THAT));
	}
	if (i + 2 >= scan->end || !scan_is(scan, i + 1, "to"))
		return false;
	report->speaker.first = i + 2;
	report->speaker.last = i + 3;
	if (!(scan->parse->atoms[i + 2].classes & WORD_OBJECT) &&
	    !chunk_after(scan->parse, i + 2, scan->end, &report->speaker))
		return false;
	report->cue.last = i + 2;
	report->core.first = i;
	report->core.last = report->speaker.last;
	subject_without_participle(scan->parse, &report->speaker);
	return true;
}
