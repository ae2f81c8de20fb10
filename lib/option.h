/*
 * option: what all filters understand, and the help.
 *
 *	static bool
 *	set(void *context, const char *name, const char *argument);
 *
 *	static const struct option_extra extra[] = {
 *		{ "dollar", "a code: CAD" }, { NULL, NULL }
 *	};
 *	static const struct filter filter = { "numbers", help, extra, set };
 *
 *	option_parse(&options, &filter, &context, argc, argv);
 *
 * option_parse ends the program after --help and --version (status 0, even
 * among other words) and on a wrong option (status 2, nothing on standard
 * output).
 */
#ifndef OPTION_H
#define OPTION_H

#include <stdbool.h>

struct options {
	bool no_header;		/* -H: leave the header line out */
	bool only;		/* -o: write just the rows this filter adds */
	bool strict;		/* -s: what would be repaired is an error */
	bool unbuffered;	/* -u: flush after each block */
	char **operands;	/* file names, "-" is standard input */
	int operand_count;
};

struct option_extra {
	const char *name;	/* long name, without dashes */
	const char *takes;	/* what, for who gave another; NULL: nothing */
};

struct filter {
	const char *name;
	/* Begins with "usage: NAME"; at most 24 lines of 80 columns. */
	const char *help;
	const struct option_extra *extra;	/* ends with a NULL name; or NULL */
	/* Takes an extra option; false when its argument is wrong. */
	bool (*set)(void *context, const char *name, const char *argument);
};

void option_parse(struct options *options, const struct filter *filter,
    void *context, int argc, char *argv[]);
/* A share from 0 to 1 as a plain decimal (0.5, .25, 1): its per cent, rounded
 * up, so that what has as many is not below it; false for anything else. */
bool option_share(const char *argument, unsigned *percent);

#endif
