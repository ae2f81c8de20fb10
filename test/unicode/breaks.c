/*
 * breaks: compares the segment engine with Unicode's break tests (UAX #29).
 *
 *	breaks word|sentence DIFFERENCES < WordBreakTest.txt
 *
 * Each line of the test file is a text with ÷ where it breaks and × where it
 * doesn't.  A place that the engine judges otherwise must be listed in
 * DIFFERENCES, a table: test, class of the character before (behind those that
 * the standard skips, rules WB4 and SB5) and after it, what the engine does
 * (cut, join), the reason.  Exit status 1 when a difference is not listed, or
 * one that is listed doesn't occur.
 *
 * White space is no part of a token, so places between two of it are not
 * compared; a sentence breaks where the next one begins.
 */
#include <stdio.h>
#include <stdlib.h>

#include <unicode/uchar.h>

#include "segment/segment.h"
#include "utf8.h"

#define POINTS 128		/* of a test */
#define LISTED 512

struct difference {
	char test[16], before[32], after[32], does[8];
	int seen;
};

struct text {
	UChar32 points[POINTS];
	bool breaks[POINTS + 1];	/* before the point, says the test */
	bool cuts[POINTS + 1];		/* says the engine */
	size_t starts[POINTS + 1];	/* bytes */
	size_t count;
	char bytes[POINTS * 4];
};

struct check {
	bool words;
	UProperty property;
	struct difference listed[LISTED];
	size_t listed_count;
	int tests, places, different, wrong;
};

static void
die(const char *what)
{
	fprintf(stderr, "breaks: %s\n", what);
	exit(2);
}

static void
read_differences(struct check *check, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[512];

	if (file == NULL)
		die("can't open the table of differences");
	while (fgets(line, sizeof line, file) != NULL) {
		struct difference *d = &check->listed[check->listed_count];

		if (check->listed_count == LISTED)
			die("too many differences");
		if (sscanf(line, "%15[^\t]\t%31[^\t]\t%31[^\t]\t%7[^\t]",
		    d->test, d->before, d->after, d->does) == 4 &&
		    strcmp(d->test, check->words ? "word" : "sentence") == 0)
			check->listed_count++;
	}
	fclose(file);
}

/* Reads "÷ 0061 × 0308 ÷"; false when the line is none. */
static bool
read_text(const char *line, struct text *text)
{
	static const char cut[] = "\xc3\xb7", join[] = "\xc3\x97";
	size_t n = 0;
	bool breaks = false;

	text->count = 0;
	while (*line != '\0' && *line != '#') {
		char *end;

		if (strncmp(line, cut, 2) == 0 || strncmp(line, join, 2) == 0) {
			breaks = line[1] == cut[1];
			line += 2;
			continue;
		}
		if (*line == ' ' || *line == '\t' || *line == '\n') {
			line++;
			continue;
		}
		if (text->count == POINTS)
			die("test too long");
		text->points[text->count] = (UChar32)strtol(line, &end, 16);
		if (end == line)
			return false;
		line = end;
		text->breaks[text->count] = breaks;
		text->starts[text->count] = n;
		n += utf8_write(text->points[text->count++], text->bytes + n);
	}
	text->starts[text->count] = n;
	return text->count > 0;
}

static void
mark(struct text *text, size_t byte)
{
	size_t i;

	for (i = 0; i < text->count; i++)
		if (text->starts[i] == byte)
			text->cuts[i] = true;
}

static void
segment(const struct check *check, struct text *text)
{
	struct slice s = { text->bytes, text->starts[text->count] };
	struct sentence *sentences;
	struct token *tokens;
	struct arena arena;
	size_t count, i;

	memset(text->cuts, 0, sizeof text->cuts);
	arena_init(&arena);
	if (check->words) {
		if (segment_tokens(s, &tokens, &count, &arena) != 0)
			die("out of memory");
		for (i = 0; i < count; i++) {
			mark(text, tokens[i].start);
			mark(text, tokens[i].end);
		}
	} else {
		if (segment_sentences(s, PASSAGE_BODY, &sentences, &count,
		    &arena) != 0)
			die("out of memory");
		for (i = 1; i < count; i++)
			mark(text, sentences[i].start);
	}
	arena_free(&arena);
}

static const char *
class_of(const struct check *check, UChar32 c)
{
	return u_getPropertyValueName(check->property,
	    u_getIntPropertyValue(c, check->property), U_LONG_PROPERTY_NAME);
}

static bool
is_skipped(const char *class)
{
	return strcmp(class, "Extend") == 0 || strcmp(class, "Format") == 0 ||
	    strcmp(class, "ZWJ") == 0;
}

/* Whether a class is the one in the list, which "*" stands for any in. */
static bool
fits(const char *listed, const char *class)
{
	return strcmp(listed, "*") == 0 || strcmp(listed, class) == 0;
}

static void
compare(struct check *check, const struct text *text, size_t place,
    const char *line)
{
	const char *does = text->cuts[place] ? "cut" : "join";
	const char *after = class_of(check, text->points[place]), *before;
	size_t i = place - 1;

	while (i > 0 && is_skipped(class_of(check, text->points[i])))
		i--;
	before = class_of(check, text->points[i]);
	check->different++;
	for (i = 0; i < check->listed_count; i++) {
		struct difference *d = &check->listed[i];

		if (fits(d->before, before) && fits(d->after, after) &&
		    strcmp(d->does, does) == 0) {
			d->seen++;
			return;
		}
	}
	check->wrong++;
	printf("not listed: %s\t%s\t%s\t%s\tplace %zu of %s",
	    check->words ? "word" : "sentence", before, after, does, place,
	    line);
}

static void
run(struct check *check)
{
	static struct text text;
	char line[8192];

	while (fgets(line, sizeof line, stdin) != NULL) {
		size_t i;

		if (!read_text(line, &text))
			continue;
		check->tests++;
		segment(check, &text);
		for (i = 1; i < text.count; i++) {
			if (check->words && u_isUWhiteSpace(text.points[i]) &&
			    u_isUWhiteSpace(text.points[i - 1]))
				continue;
			check->places++;
			if (text.cuts[i] != text.breaks[i])
				compare(check, &text, i, line);
		}
	}
}

int
main(int argc, char *argv[])
{
	static struct check check;
	size_t i;

	if (argc != 3)
		die("usage: breaks word|sentence DIFFERENCES < TEST");
	check.words = strcmp(argv[1], "word") == 0;
	check.property = check.words ? UCHAR_WORD_BREAK : UCHAR_SENTENCE_BREAK;
	read_differences(&check, argv[2]);
	run(&check);
	for (i = 0; i < check.listed_count; i++) {
		const struct difference *d = &check.listed[i];

		if (d->seen == 0) {
			check.wrong++;
			printf("does not occur: %s %s %s\n", d->before,
			    d->after, d->does);
		}
	}
	printf("%s breaks: %d tests, %d places, %d differ as listed, %d wrong\n",
	    argv[1], check.tests, check.places, check.different, check.wrong);
	return check.wrong > 0 || check.tests == 0;
}
