#include "grammar.h"
struct slice
when_resolve(const struct grammar *g, const struct hit *hit, int tense)
{
	(void)g; (void)hit; (void)tense;
	return slice_of("");
}
int
tense_of(const struct grammar *g, size_t first, size_t end)
{
	(void)g; (void)first; (void)end;
	return 0;
}
