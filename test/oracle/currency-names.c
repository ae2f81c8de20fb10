/*
 * currency-names: writes an amount in each currency by each English name ICU
 * (CLDR) has for it, as a table for "paragraphs --tsv": doc, unit, text.
 *
 * Names of old currencies that say their years in brackets are left out, and
 * those of several codes; so are codes for tests and metals.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <unicode/ucurr.h>
#include <unicode/ustring.h>

static bool
name_of(const char *code, const char *plural, char *name, int32_t size)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar wide[4];
	const UChar *found;
	UBool choice = false;
	int32_t length;

	u_uastrcpy(wide, code);
	found = ucurr_getPluralName(wide, "en", &choice, plural, &length,
	    &error);
	u_strToUTF8(name, size, NULL, found, length, &error);
	return U_SUCCESS(error) && strcmp(name, code) != 0 &&
	    strpbrk(name, "()0123456789") == NULL;
}

int
main(void)
{
	static const struct {
		const char *plural, *count;
	} forms[] = { { "one", "1" }, { "other", "5" } };
	UErrorCode error = U_ZERO_ERROR;
	UEnumeration *codes = ucurr_openISOCurrencies(UCURR_ALL, &error);
	const char *code;
	char name[256];
	long id = 0;
	size_t i;

	printf("doc\tunit\ttext\n");
	while (U_SUCCESS(error) && (code = uenum_next(codes, NULL, &error)) !=
	    NULL)
		for (i = 0; i < 2; i++)
			if (name_of(code, forms[i].plural, name, sizeof name))
				printf("%ld\t%s\tThey paid %s %s.\n", id++,
				    code, forms[i].count, name);
	uenum_close(codes);
	return U_FAILURE(error) || fflush(stdout) != 0;
}
