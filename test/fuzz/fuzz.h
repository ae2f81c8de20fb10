/*
 * fuzz: what the fuzz targets share.
 *
 * A target is a file fuzz-NAME.c with LLVMFuzzerTestOneInput.  `make fuzz` links
 * it with libFuzzer; `make test` links it with replay.c, which runs it once
 * over each file that it is given: samples, articles, and what was found.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "passage.h"

/* More of an input is not read. */
#define FUZZ_TEXT_MOST ((size_t)1 << 16)

/* Under a fuzzer time is looked at, too: fuzz.c calls the target. */
#ifdef FUZZ_TIMED
#define LLVMFuzzerTestOneInput fuzz_target
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the run with a message unless it holds. */
static inline void
check(bool holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "does not hold: %s\n", what);
		abort();
	}
}

struct fuzz_document {
	struct arena arena;
	struct passage *passages;
	size_t count;
};

/* Any bytes as a document of paragraphs, with sentences and tokens; the
 * invariants of paragraphs are checked. */
void fuzz_read(struct fuzz_document *document, const uint8_t *data,
    size_t size);
void fuzz_free(struct fuzz_document *document);
/* Whether [start, end) is text of whole characters. */
void fuzz_check_span(const struct passage *passage, size_t start, size_t end,
    const char *what);

#endif
