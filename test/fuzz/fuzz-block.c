/*
 * Blocks: rows that are added in any order come out in the order of the stream,
 * each once, among those that were read, which stay as they lie.
 */
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "block.h"
#include "fuzz.h"
#include "output.h"

#define POINTS 40
#define ROWS_MOST 200

/* Few spans and names, so that many are equal. */
static struct row
row_of(const uint8_t *code)
{
	static const char text[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
	static const char *const types[] = {
		"token", "sentence", "entity", "zzz"
	};
	static const char *const labels[] = { "_", "a", "b", "ab" };
	struct row row = row_none;

	row.type = slice_of(types[code[0] & 3]);
	row.label = slice_of(labels[code[0] >> 2 & 3]);
	row.value = slice_of(labels[code[0] >> 4 & 3]);
	row.attrs = slice_of(code[0] & 64 ? "k=v" : "_");
	row.doc = slice_of("d");
	row.start = code[1] % POINTS;
	row.end = row.start + 1 + code[2] % 4;
	if (row.end > POINTS)
		row.end = POINTS;
	row.text.at = text;
	row.text.length = (size_t)(row.end - row.start);
	return row;
}

static int
compare(const void *a, const void *b)
{
	return row_compare(a, b);
}

/* Rows of three bytes each; returns how many. */
static size_t
read_rows(const uint8_t *codes, size_t size, struct row *rows)
{
	size_t n;

	for (n = 0; n < ROWS_MOST && 3 * n + 3 <= size; n++)
		rows[n] = row_of(codes + 3 * n);
	return n;
}

static bool
among(const struct row *row, const struct row *rows, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (row_compare(row, &rows[i]) == 0)
			return true;
	return false;
}

/* What the block writes, in bytes; returns its length. */
static size_t
written(struct block *block, char *bytes, size_t size)
{
	static struct output out;
	int keep = dup(STDOUT_FILENO), to = memfd_create("out", 0);
	size_t length = 0;
	ssize_t n;

	check(keep >= 0 && to >= 0, "a file in memory");
	dup2(to, STDOUT_FILENO);
	output_open(&out);
	block_write(block, &out, false);
	output_flush(&out);
	dup2(keep, STDOUT_FILENO);
	close(keep);
	lseek(to, 0, SEEK_SET);
	while ((n = read(to, bytes + length, size - length)) > 0)
		length += (size_t)n;
	close(to);
	return length;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char bytes[4 * ROWS_MOST * 128];
	static struct row had[ROWS_MOST + 1], added[ROWS_MOST + 1];
	const uint8_t *mark = size == 0 ? NULL : memchr(data, 0xff, size);
	size_t split = mark == NULL ? size : (size_t)(mark - data);
	size_t had_count = read_rows(data, split, had), added_count, i, n;
	size_t expected, seen = 0;
	struct row before, row = row_none;
	struct block block;
	struct arena arena;
	char *at, *end;

	added_count = mark == NULL ? 0 : read_rows(mark + 1, size - split - 1,
	    added);
	if (had_count > 0)
		qsort(had, had_count, sizeof *had, compare);
	arena_init(&arena);
	block_init(&block, &arena);
	for (i = 0; i < had_count; i++) {
		struct slice line = { bytes, (size_t)(row_put(bytes,
		    &had[i]) - bytes) - 1 };

		check(block_append(&block, line, &had[i]), "memory");
	}
	for (i = 0, expected = had_count; i < added_count; i++) {
		block_add(&block, &added[i]);
		expected += !among(&added[i], had, had_count) &&
		    !among(&added[i], added, i);
	}
	end = bytes + written(&block, bytes, sizeof bytes);
	for (at = bytes, n = 0; at < end; n++) {
		char *newline = memchr(at, '\n', (size_t)(end - at));
		struct slice line = { at, 0 };
		const char *reason;

		check(newline != NULL, "whole lines");
		line.length = (size_t)(newline - at);
		before = row;
		check(row_split(line, &row, &reason), "a row");
		check(n == 0 || row_order(&before, &row) <= 0, "in order");
		seen += seen < had_count && row_compare(&row, &had[seen]) == 0;
		check(among(&row, had, had_count) || among(&row, added,
		    added_count), "nothing of its own");
		at = newline + 1;
	}
	check(seen == had_count, "all that was read, in its order");
	check(n == expected, "what was added, once");
	block_free(&block);
	arena_free(&arena);
	return 0;
}
