/*
 * icu-break: what ICU's break iterator alone costs, for scripts/benchmark.
 *
 *	icu-break sentence|word FILE
 *
 * Reads FILE, makes UTF-16 of it, and writes how many breaks there are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

int
main(int argc, char *argv[])
{
	UErrorCode error = U_ZERO_ERROR;
	UBreakIterator *breaks;
	FILE *file = argc == 3 ? fopen(argv[2], "rb") : NULL;
	char *bytes;
	UChar *text;
	int32_t length = 0;
	long size, count = 0;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 ||
	    (size = ftell(file)) < 0 || size > INT32_MAX) {
		fprintf(stderr, "usage: icu-break sentence|word FILE\n");
		return 2;
	}
	rewind(file);
	bytes = malloc((size_t)size + 1);
	text = malloc(((size_t)size + 1) * sizeof *text);
	if (bytes == NULL || text == NULL ||
	    fread(bytes, 1, (size_t)size, file) != (size_t)size)
		return 1;
	u_strFromUTF8(text, (int32_t)size + 1, &length, bytes, (int32_t)size,
	    &error);
	breaks = ubrk_open(strcmp(argv[1], "word") == 0 ? UBRK_WORD :
	    UBRK_SENTENCE, "en", text, length, &error);
	if (U_FAILURE(error))
		return 1;
	while (ubrk_next(breaks) != UBRK_DONE)
		count++;
	printf("%ld\n", count);
	return 0;
}
