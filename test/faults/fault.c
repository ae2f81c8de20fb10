/*
 * fault: calls of the project's own code that fail when they are told to.
 *
 * Linked with --wrap, so that only calls from the project's objects come here
 * and never those of the libraries.  RILL_FAULT says what fails:
 *
 *	malloc N	the N-th allocation (malloc, calloc, realloc)
 *	mallocs N	the N-th and all after it
 *	read N, write N	the N-th call, with EIO or ENOSPC
 *	short		reads and writes of 1, 2, 3, ... 7 bytes
 *	eintr		every other read and write is interrupted
 *
 * The file RILL_FAULT_MARK is made when the call that fails was reached.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *base, size_t size);
ssize_t __real_read(int fd, void *bytes, size_t size);
ssize_t __real_write(int fd, const void *bytes, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *base, size_t size);
ssize_t __wrap_read(int fd, void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);

/* Whether this call of the named kind, its calls counted, is to fail. */
static bool
fails(const char *kind, long *calls)
{
	const char *fault = getenv("RILL_FAULT"), *mark;
	size_t n = strlen(kind);
	bool all;
	long which;
	int fd;

	++*calls;
	if (fault == NULL || strncmp(fault, kind, n) != 0)
		return false;
	all = fault[n] == 's';
	if (fault[n + all] != ' ')
		return false;
	which = strtol(fault + n + all, NULL, 10);
	if (all ? *calls < which : *calls != which)
		return false;
	mark = getenv("RILL_FAULT_MARK");
	if (mark != NULL && (fd = open(mark, O_CREAT | O_WRONLY, 0600)) >= 0)
		close(fd);
	return true;
}

static bool
allocation_fails(void)
{
	static long calls;

	return fails("malloc", &calls);
}

void *
__wrap_malloc(size_t size)
{
	return allocation_fails() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return allocation_fails() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *base, size_t size)
{
	return allocation_fails() ? NULL : __real_realloc(base, size);
}

/* Makes a call short, or interrupts it (-1 with errno). */
static int
disturb(size_t *size)
{
	static size_t calls;
	const char *fault = getenv("RILL_FAULT");

	calls++;
	if (fault == NULL)
		return 0;
	if (strcmp(fault, "short") == 0 && *size > calls % 7 + 1)
		*size = calls % 7 + 1;
	if (strcmp(fault, "eintr") == 0 && calls % 2 == 1) {
		errno = EINTR;
		return -1;
	}
	return 0;
}

ssize_t
__wrap_read(int fd, void *bytes, size_t size)
{
	static long calls;

	if (fails("read", &calls)) {
		errno = EIO;
		return -1;
	}
	return disturb(&size) < 0 ? -1 : __real_read(fd, bytes, size);
}

ssize_t
__wrap_write(int fd, const void *bytes, size_t size)
{
	static long calls;

	if (fd == STDERR_FILENO)
		return __real_write(fd, bytes, size);
	if (fails("write", &calls)) {
		errno = ENOSPC;
		return -1;
	}
	return disturb(&size) < 0 ? -1 : __real_write(fd, bytes, size);
}
