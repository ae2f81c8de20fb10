/*
 * acronym: see acronym.h.
 *
 * Bugs: letters outside ASCII count by their first byte.
 */
#include "../ascii.h"
#include "acronym.h"

static uint32_t
lower(char c)
{
	return is_upper(c) ? (uint32_t)c + 32 : (unsigned char)c;
}

size_t
acronym_letters(const struct names *names, const struct name *name,
    uint32_t letters[ACRONYM_MOST])
{
	struct slice s = names->words[name->first].text;
	size_t i, count = 0, upper = 0;

	if (name->last - name->first != 1)
		return 0;
	for (i = 0; i < s.length; i++) {
		if (s.at[i] == '.')
			continue;
		if (count == ACRONYM_MOST)
			return 0;
		upper += is_upper(s.at[i]);
		letters[count++] = lower(s.at[i]);
	}
	return upper < 2 || 2 * upper <= count ? 0 : count;
}

size_t
acronym_initials(const struct names *names, const struct name *name,
    bool small, uint32_t letters[ACRONYM_MOST])
{
	size_t i, count = 0;

	for (i = name->first; i < name->last && count < ACRONYM_MOST; i++) {
		const struct tagger_word *w = &names->words[i];

		if (w->form != TAGGER_PUNCT && (small || names_capital(w)))
			letters[count++] = lower(w->text.at[0]);
	}
	return count;
}

bool
acronym_in_brackets(const struct names *names, const struct name *name,
    const struct name *next)
{
	return name->sentence == next->sentence &&
	    next->first == name->last + 1 && next->last - next->first == 1 &&
	    name->last - name->first > 1 &&
	    next->last < names->ends[next->sentence] &&
	    slice_is(names->words[name->last].text, "(") &&
	    slice_is(names->words[next->last].text, ")");
}
