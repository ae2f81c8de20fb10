/*
 * error: one line on standard error, `program: what is wrong`.
 * Control characters in the arguments are shown as '?'.
 */
#ifndef ERROR_H
#define ERROR_H

enum status {
	STATUS_DONE = 0,
	STATUS_FAILURE = 1,	/* input, output or memory */
	STATUS_USAGE = 2
};

/* The program's name, for messages; from argv[0] by option_parse. */
void error_program(const char *name);
void error_warn(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
_Noreturn void error_die(enum status status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* For arena->exhausted, and wherever else a filter lacks memory. */
_Noreturn void error_no_memory(void);

#endif
