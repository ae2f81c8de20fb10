/*
 * memory: an arena that an engine fills and its caller empties, and a
 * growable array.
 *
 *	struct arena arena;
 *
 *	arena_init(&arena);
 *	...
 *	int
 *	engine_find(const struct passage *p, struct arena *arena, ...)
 *	{
 *		if (setjmp(arena->failure) != 0)
 *			return -1;		memory ran out
 *		engine_work(p, arena, ...);	may call arena_alloc anywhere
 *		return 0;
 *	}
 *	...
 *	arena_reset(&arena);			once per block
 *	arena_free(&arena);
 *
 * Ownership: all that an engine allocates lies in the arena of its caller and
 * lives until arena_reset or arena_free; nothing is freed singly.  What a step
 * needs for itself alone it may give back at its end, to where it began:
 *
 *	struct arena_mark mark = arena_mark(arena);
 *	...
 *	arena_release(arena, mark);
 *
 * Errors: arena_alloc never returns NULL.  When memory runs out, or a product
 * overflows, it jumps to arena->failure, which every public function of an
 * engine sets on entry; there the engine returns -1.  Nothing leaks, since the
 * arena owns it all.  A filter sets arena->exhausted to a function that ends
 * the program instead.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <setjmp.h>
#include <stddef.h>

struct arena_chunk;

struct arena {
	void (*exhausted)(void);	/* NULL, or ends the program */
	jmp_buf failure;		/* else where exhaustion jumps to */
	struct arena_chunk *chunk;	/* the one in use; earlier ones linked */
	size_t used;			/* bytes of chunk handed out */
	struct arena_chunk *spare;	/* NULL, or one that was released */
};

/* A place in the order of allocations. */
struct arena_mark {
	struct arena_chunk *chunk;
	size_t used;
};

void arena_init(struct arena *arena);
/* count * size bytes, aligned for any type, zeroed. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);
/* A copy of length bytes followed by a NUL. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
/* Room for at least need elements: returns base while *capacity suffices,
 * else a larger copy (at least doubled) of the used elements; base is then
 * not valid any more. */
void *arena_grow(struct arena *arena, void *base, size_t used,
    size_t *capacity, size_t need, size_t size);
/* Frees what was allocated since the mark, but for arrays that grew large. */
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);
/* Forgets everything but keeps one chunk for reuse. */
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

/* malloc'ed array: like arena_grow, but NULL when memory runs out (base is
 * then still valid and still the caller's to free). */
void *array_grow(void *base, size_t *capacity, size_t need, size_t size);

#endif
