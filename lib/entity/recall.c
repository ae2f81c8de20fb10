#include "names.h"
void
names_recall(struct names *names)
{
	(void)names;
}
