/*
 * Numbers lie in order and apart in their passage and have a value.
 */
#include "fuzz.h"
#include "number/number.h"

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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct number_context context = { .dollar = "USD" };
	struct fuzz_document document;
	size_t i;

	fuzz_read(&document, data, size);
	for (i = 0; i < document.count; i++) {
		const struct passage *p = &document.passages[i];
		struct number_rest rest = { 0, 0 };
		struct number *found;
		size_t count, end = 0;

		do {
			check(number_find(p, &context, &rest, &found, &count,
			    &document.arena) == 0, "memory");
			check_numbers(p, found, count, &end);
		} while (count > 0);
	}
	fuzz_free(&document);
	return 0;
}
