/*
 * spell-out: writes N numbers in words, as ICU's rules for English spell them
 * (RBNF), as a table for "paragraphs --tsv": doc, label, value, text.
 *
 *	spell-out 100000
 *
 * The numbers are the same each time: of all lengths to 18 digits, half of
 * them round, as cardinals and ordinals, with and without "and".
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <unicode/unum.h>
#include <unicode/ustring.h>

static const struct {
	const char *rules, *label;
} forms[] = {
	{ "%spellout-cardinal", "cardinal" },
	{ "%spellout-cardinal-verbose", "cardinal" },
	{ "%spellout-ordinal", "ordinal" },
	{ "%spellout-ordinal-verbose", "ordinal" }
};

#define FORMS (sizeof forms / sizeof *forms)
#define MOST_DIGITS 18

/* xorshift (Marsaglia 2003) */
static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* Some number of 1..18 digits; every second has zeros for half of them. */
static int64_t
pick(uint64_t *state)
{
	int digits = (int)(next(state) % MOST_DIGITS) + 1, i;
	bool round = next(state) % 2 == 0;
	int64_t value = (int64_t)(next(state) % 9) + 1;

	for (i = 1; i < digits; i++)
		value = value * 10 + (round && next(state) % 2 == 0 ? 0 :
		    (int64_t)(next(state) % 10));
	return value;
}

static void
fail(const char *what, UErrorCode error)
{
	fprintf(stderr, "spell-out: %s: %s\n", what, u_errorName(error));
	exit(1);
}

static void
spell(UNumberFormat *format, size_t form, int64_t value, long id)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar rules[64], words[1024];
	char text[1024];

	u_uastrcpy(rules, forms[form].rules);
	unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, rules, -1, &error);
	unum_formatInt64(format, value, words, 1024, NULL, &error);
	u_strToUTF8(text, sizeof text, NULL, words, -1, &error);
	if (U_FAILURE(error))
		fail(forms[form].rules, error);
	printf("%ld\t%s\t%lld\tThere: %s.\n", id, forms[form].label,
	    (long long)value, text);
}

int
main(int argc, char *argv[])
{
	UErrorCode error = U_ZERO_ERROR;
	UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, "en", NULL,
	    &error);
	uint64_t state = 20190704;
	long count = argc == 2 ? strtol(argv[1], NULL, 10) : 0, id;

	if (count <= 0) {
		fprintf(stderr, "usage: spell-out N\n");
		return 2;
	}
	if (U_FAILURE(error))
		fail("no rules for English", error);
	printf("doc\tlabel\tvalue\ttext\n");
	for (id = 0; id < count; id++)
		spell(format, (size_t)id % FORMS, pick(&state), id);
	unum_close(format);
	return fflush(stdout) != 0;
}
