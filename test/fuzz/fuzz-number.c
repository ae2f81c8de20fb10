/*
 * Numbers lie in order and apart in their passage and have a value; what is
 * known of words from other documents changes none.
 */
#include "fuzz.h"
#include "number/known.h"
#include "number/number.h"

static struct number_memory memory;

static bool
field(struct slice s)
{
	return s.length == 0 || (utf8_valid(s) &&
	    memchr(s.at, '\n', s.length) == NULL);
}

static void
check_numbers(const struct passage *p, const struct number *found,
    size_t count, size_t *end)
{
	size_t k;

	for (k = 0; k < count; k++) {
		const struct number *n = &found[k];

		fuzz_check_span(p, n->start, n->end, "span of a number");
		check(n->start >= *end, "order of numbers");
		*end = n->start;
		check(n->value.length > 0, "a value");
		check(field(n->value) && field(n->unit) && field(n->mod) &&
		    field(n->rel) && field(n->dated), "values of one line");
		check(number_label_name(n->label) != NULL, "a label");
	}
}

/* Finds what is next with a memory too: the same. */
static void
check_known(const struct passage *p, struct number_context *context,
    struct number_rest *rest, const struct number *found, size_t count,
    struct arena *arena)
{
	struct number *again;
	size_t n, k;

	context->memory = &memory;
	check(number_find(p, context, rest, &again, &n, arena) == 0,
	    "memory");
	check(n == count, "as many of known words");
	for (k = 0; k < n; k++)
		check(found[k].start == again[k].start &&
		    found[k].end == again[k].end &&
		    found[k].label == again[k].label &&
		    slice_equal(found[k].value, again[k].value) &&
		    slice_equal(found[k].unit, again[k].unit) &&
		    slice_equal(found[k].mod, again[k].mod) &&
		    slice_equal(found[k].dated, again[k].dated),
		    "the same of known words");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct number_context context = { .dollar = "USD" }, knowing = context;
	struct fuzz_document document;
	size_t i;

	fuzz_read(&document, data, size);
	for (i = 0; i < document.count; i++) {
		const struct passage *p = &document.passages[i];
		struct number_rest rest = { 0, 0 }, known = rest;
		struct number *found;
		size_t count, end = 0;

		do {
			check(number_find(p, &context, &rest, &found, &count,
			    &document.arena) == 0, "memory");
			check_numbers(p, found, count, &end);
			check_known(p, &knowing, &known, found, count,
			    &document.arena);
		} while (count > 0);
	}
	fuzz_free(&document);
	return 0;
}
