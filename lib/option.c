/*
 * option: getopt_long with the common options and those of one filter.
 */
#define _DEFAULT_SOURCE
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "option.h"

#define EXTRA_MOST 16
#define EXTRA_FIRST 256		/* values above all letters */

static const struct option common[] = {
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ "no-header", no_argument, NULL, 'H' },
	{ "only", no_argument, NULL, 'o' },
	{ "strict", no_argument, NULL, 's' },
	{ "unbuffered", no_argument, NULL, 'u' }
};
#define COMMON (sizeof common / sizeof common[0])

/* The filter's name, with what was put before it when it was installed. */
static char *
installed_name(const struct filter *filter, char *path)
{
	char *name = (char *)filter->name, *base = strrchr(path, '/');
	size_t length = strlen(name), more;

	base = base != NULL ? base + 1 : path;
	more = strlen(base);
	return more > length && strcmp(base + more - length, name) == 0 ?
	    base : name;
}

static _Noreturn void
end_shown(void)
{
	if (fflush(stdout) == EOF || ferror(stdout))
		error_die(STATUS_FAILURE, "write error");
	exit(STATUS_DONE);
}

static _Noreturn void
wrong(const char *name)
{
	fprintf(stderr, "try '%s --help'\n", name);
	exit(STATUS_USAGE);
}

static void
help_or_version(const struct filter *filter, int argc, char *argv[])
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--help") == 0 ||
		    strcmp(argv[i], "-h") == 0) {
			printf("usage: %s%s", argv[0], filter->help +
			    strlen("usage: ") + strlen(filter->name));
			end_shown();
		}
		if (strcmp(argv[i], "--version") == 0 ||
		    strcmp(argv[i], "-V") == 0) {
			printf("%s (Rill) %s\n", argv[0], RILL_VERSION);
			end_shown();
		}
	}
}

void
option_parse(struct options *options, const struct filter *filter,
    void *context, int argc, char *argv[])
{
	static char *standard_input[] = { "-", NULL };
	struct option table[COMMON + EXTRA_MOST + 1];
	size_t extras = 0;
	int c;

	/* getopt's own messages begin with argv[0] too */
	argv[0] = installed_name(filter, argc > 0 ? argv[0] : "");
	error_program(argv[0]);
	help_or_version(filter, argc, argv);
	memset(options, 0, sizeof *options);
	memset(table, 0, sizeof table);
	memcpy(table, common, sizeof common);
	while (filter->extra != NULL && filter->extra[extras].name != NULL) {
		struct option *o = &table[COMMON + extras];

		o->name = filter->extra[extras].name;
		o->has_arg = filter->extra[extras].takes != NULL ?
		    required_argument : no_argument;
		o->val = EXTRA_FIRST + (int)extras++;
	}
	while ((c = getopt_long(argc, argv, "hVHosu", table, NULL)) != -1) {
		switch (c) {
		case 'H':
			options->no_header = true;
			break;
		case 'o':
			options->only = true;
			break;
		case 's':
			options->strict = true;
			break;
		case 'u':
			options->unbuffered = true;
			break;
		default:
			if (c < EXTRA_FIRST)
				wrong(argv[0]);
			c -= EXTRA_FIRST;
			/* NOLINTNEXTLINE(*NullDereference): of extra */
			if (!filter->set(context, filter->extra[c].name,
			    optarg)) {
				error_warn("--%s: wrong argument '%s' (%s)",
				    filter->extra[c].name, optarg,
				    filter->extra[c].takes);
				wrong(argv[0]);
			}
		}
	}
	options->operands = argv + optind;
	options->operand_count = argc - optind;
	if (options->operand_count == 0) {
		options->operands = standard_input;
		options->operand_count = 1;
	}
}

bool
option_share(const char *argument, unsigned *percent)
{
	const char *s = argument;
	unsigned places = 0, left = 0;
	bool digits = false;

	*percent = 0;
	for (; *s >= '0' && *s <= '9'; s++, digits = true)
		*percent = *percent > 9 ? 101 : *percent * 10 +
		    (unsigned)(*s - '0');
	*percent = *percent > 1 ? 101 : *percent * 100;
	if (*s == '.')
		for (s++; *s >= '0' && *s <= '9'; s++, digits = true) {
			unsigned digit = (unsigned)(*s - '0');

			if (places == 0)
				*percent += digit * 10;
			else if (places == 1)
				*percent += digit;
			else
				left |= digit;
			places = places < 2 ? places + 1 : 2;
		}
	if (left != 0)
		(*percent)++;
	return *s == '\0' && digits && *percent <= 100;
}
