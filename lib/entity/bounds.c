#include "names.h"
void
names_bound(struct names *names, size_t from)
{
	(void)names; (void)from;
}
