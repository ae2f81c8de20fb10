/*
 * memory: chunks that double up to a limit, the newest first.  A chunk kept by
 * arena_reset is the largest, so that a steady state allocates nothing.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* With ARENA_EXACT every piece is a chunk of its own, not a byte too large, so
 * that checkers of memory see what runs over its end. */
#ifdef ARENA_EXACT
#define CHUNK_FIRST ((size_t)0)
#define CHUNK_MOST ((size_t)0)
#define OWN_LEAST ((size_t)0)
#define ALIGNMENT ((size_t)1)
#else
#define CHUNK_FIRST ((size_t)16 << 10)
/* small, so that what is given back fits what is asked for next */
#define CHUNK_MOST ((size_t)256 << 10)
#define OWN_LEAST ((size_t)1 << 20)	/* arrays with a chunk of their own */
#define ALIGNMENT _Alignof(max_align_t)
#endif

struct arena_chunk {
	struct arena_chunk *older;
	size_t size;
	bool own;			/* of one array, which may grow in it */
	max_align_t bytes[];
};

void
arena_init(struct arena *arena)
{
	arena->exhausted = NULL;
	arena->chunk = NULL;
	arena->used = 0;
	arena->spare = NULL;
}

static _Noreturn void
no_memory(struct arena *arena)
{
	if (arena->exhausted != NULL)
		arena->exhausted();
	longjmp(arena->failure, 1);
}

static void
chunk_add(struct arena *arena, size_t need)
{
	struct arena_chunk *chunk = arena->spare;
	size_t size = arena->chunk == NULL ? CHUNK_FIRST :
	    arena->chunk->size * 2;

	if (size > CHUNK_MOST)
		size = CHUNK_MOST;
	if (size < need)
		size = need;
	if (size > SIZE_MAX - sizeof *chunk)
		no_memory(arena);
	if (chunk != NULL && chunk->size >= need) {
		arena->spare = NULL;
	} else {
		chunk = malloc(sizeof *chunk + size);
		if (chunk == NULL)
			no_memory(arena);
		chunk->size = size;
		chunk->own = false;
	}
	chunk->older = arena->chunk;
	arena->chunk = chunk;
	arena->used = 0;
}

/* Aligned room that is not cleared. */
static void *
arena_take(struct arena *arena, size_t count, size_t size)
{
	size_t n;
	char *bytes;

	if (size != 0 && count > (SIZE_MAX - ALIGNMENT) / size)
		no_memory(arena);
	n = (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (arena->chunk == NULL || n > arena->chunk->size - arena->used)
		chunk_add(arena, n);
	bytes = (char *)arena->chunk->bytes + arena->used;
	arena->used += n;
	return bytes;
}

void *
arena_alloc(struct arena *arena, size_t count, size_t size)
{
	void *bytes = arena_take(arena, count, size);
	size_t n = count * size;

	/* a few digits, most often: that takes no call */
	if (n > 0 && n <= ALIGNMENT)
		return memset(bytes, 0, ALIGNMENT);
	return memset(bytes, 0, n);
}

char *
arena_copy(struct arena *arena, const char *bytes, size_t length)
{
	char *copy;

	if (length == SIZE_MAX)
		no_memory(arena);
	copy = arena_take(arena, length + 1, 1);
	if (length > 0)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

/* Twice the capacity, or need if that is more; 0 when it can't be told. */
static size_t
doubled(size_t capacity, size_t need, size_t size)
{
	size_t n = capacity < 8 ? 8 : capacity;

	while (n < need) {
		if (n > SIZE_MAX / 2)
			return 0;
		n *= 2;
	}
	return size != 0 && n > SIZE_MAX / size ? 0 : n;
}

/* The link to the array's own chunk, or to a NULL. */
static struct arena_chunk **
own_chunk(struct arena *arena, const void *array)
{
	struct arena_chunk **link = &arena->chunk;

	while (*link != NULL && (!(*link)->own || (*link)->bytes != array))
		link = &(*link)->older;
	return link;
}

/* Room of its own for an array, behind the chunk in use.  What the array had
 * before is enlarged, so that no copy of it is left. */
static void *
own_room(struct arena *arena, void *base, size_t used, size_t bytes)
{
	struct arena_chunk *none = NULL, **link = &none, *chunk;

	if (arena->chunk == NULL)
		chunk_add(arena, 0);
	if (base != NULL)
		link = own_chunk(arena, base);
	if (bytes > SIZE_MAX - sizeof *chunk)
		no_memory(arena);
	chunk = realloc(*link, sizeof *chunk + bytes);
	if (chunk == NULL)
		no_memory(arena);
	if (*link == NULL) {
		if (base != NULL && used > 0)
			memcpy(chunk->bytes, base, used);
		chunk->own = true;
		chunk->older = arena->chunk->older;
		link = &arena->chunk->older;
	}
	*link = chunk;
	chunk->size = bytes;
	return chunk->bytes;
}

void *
arena_grow(struct arena *arena, void *base, size_t used, size_t *capacity,
    size_t need, size_t size)
{
	size_t n;
	void *copy;

	if (need <= *capacity)
		return base;
	n = doubled(*capacity, need, size);
	if (n == 0)
		no_memory(arena);
	if (n * size >= OWN_LEAST) {
		copy = own_room(arena, base, used * size, n * size);
	} else {
		copy = arena_take(arena, n, size);
		if (used > 0)
			memcpy(copy, base, used * size);
	}
	*capacity = n;
	return copy;
}

struct arena_mark
arena_mark(const struct arena *arena)
{
	struct arena_mark mark = { arena->chunk, arena->used };

	return mark;
}

/* Frees the chunk, or keeps it in place of a smaller one. */
static void
keep_larger(struct arena_chunk **keep, struct arena_chunk *chunk)
{
	if (!chunk->own && chunk->size <= CHUNK_MOST && (*keep == NULL ||
	    (*keep)->size < chunk->size)) {
		free(*keep);
		*keep = chunk;
	} else {
		free(chunk);
	}
}

void
arena_release(struct arena *arena, struct arena_mark mark)
{
	while (arena->chunk != mark.chunk) {
		struct arena_chunk *chunk = arena->chunk;

		/* One is kept, or each of many steps may ask for it anew. */
		arena->chunk = chunk->older;
		keep_larger(&arena->spare, chunk);
	}
	arena->used = mark.used;
}

void
arena_reset(struct arena *arena)
{
	struct arena_chunk *chunk, *keep = arena->spare;

	arena->spare = NULL;
	while ((chunk = arena->chunk) != NULL) {
		arena->chunk = chunk->older;
		keep_larger(&keep, chunk);
	}
	if (keep != NULL)
		keep->older = NULL;
	arena->chunk = keep;
	arena->used = 0;
}

void
arena_free(struct arena *arena)
{
	arena_reset(arena);
	free(arena->chunk);
	arena->chunk = NULL;
}

void *
array_grow(void *base, size_t *capacity, size_t need, size_t size)
{
	size_t n;
	void *larger;

	if (need <= *capacity)
		return base;
	n = doubled(*capacity, need, size);
	if (n == 0 || (larger = realloc(base, n * size)) == NULL)
		return NULL;
	*capacity = n;
	return larger;
}
