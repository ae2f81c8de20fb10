/*
 * error: a message is formed in one buffer and written by one call, so that
 * lines of filters in one pipeline do not mix.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "error.h"

static const char *program = "rill";

void
error_program(const char *name)
{
	program = name;
}

static void
message(const char *format, va_list arguments)
{
	char line[2048];
	size_t i, n;
	int k = snprintf(line, sizeof line / 2, "%s: ", program);

	n = k < 0 ? 0 : (size_t)k < sizeof line / 2 ? (size_t)k :
	    sizeof line / 2 - 1;
	k = vsnprintf(line + n, sizeof line - n - 1, format, arguments);
	if (k > 0)
		n = (size_t)k < sizeof line - n - 1 ? n + (size_t)k :
		    sizeof line - 2;
	for (i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?';
	line[n++] = '\n';
	/* nobody is left to tell when this fails */
	if (write(STDERR_FILENO, line, n) < 0)
		return;
}

void
error_warn(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	message(format, arguments);
	va_end(arguments);
}

void
error_die(enum status status, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	message(format, arguments);
	va_end(arguments);
	exit((int)status);
}

void
error_no_memory(void)
{
	error_die(STATUS_FAILURE, "out of memory");
}
