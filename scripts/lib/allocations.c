/*
 * allocations: loaded before a program (LD_PRELOAD), tells on standard error at
 * its end how many pieces of memory it asked for.  For scripts/benchmark.
 *
 * Bugs: with glibc only; elsewhere it counts nothing and says nothing.
 */
#include <stdio.h>
#include <stdlib.h>

#ifdef __GLIBC__
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *base, size_t size);

static unsigned long asked;

void *
malloc(size_t size)
{
	asked++;
	return __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	asked++;
	return __libc_calloc(count, size);
}

void *
realloc(void *base, size_t size)
{
	asked++;
	return __libc_realloc(base, size);
}

__attribute__((destructor)) static void
tell(void)
{
	fprintf(stderr, "allocations %lu\n", asked);
}
#endif
