/*
 * report: scores held-out examples (see report.h).
 */
#include "report.h"

enum { ANY = 4, TYPES = 5 };	/* ANY: of the first three types */

struct figures {
	long right[TYPES], found[TYPES], all[TYPES];
};

/* The end of the name that begins at i, or i. */
static size_t
name_end(const signed char *labels, size_t n, size_t i)
{
	size_t j = i;

	if (labels[i] == 0)
		return i;
	while (j + 1 < n && (labels[j] - 1) % 4 < 2)
		j++;
	return j + 1;
}

static bool
begins(const signed char *labels, size_t i)
{
	return labels[i] > 0 && ((labels[i] - 1) % 4 == 0 ||
	    (labels[i] - 1) % 4 == 3);
}

static void
count_names(struct figures *f, const struct example *e,
    const signed char *labels)
{
	size_t i;

	for (i = 0; i < e->count; i++) {
		bool is = begins(e->labels, i), found = begins(labels, i);
		int type = is ? (e->labels[i] - 1) / 4 : 0;
		int as = found ? (labels[i] - 1) / 4 : 0;
		bool same = is && found && name_end(e->labels, e->count, i) ==
		    name_end(labels, e->count, i);

		f->all[type] += is;
		f->found[as] += found;
		f->right[type] += same && type == as;
		f->all[ANY] += is && type < 3;
		f->found[ANY] += found && as < 3;
		f->right[ANY] += same && type < 3 && as < 3;
	}
}

static double
f1(const struct figures *f, int first, int last)
{
	long right = 0, found = 0, all = 0;

	for (; first <= last; first++) {
		right += f->right[first];
		found += f->found[first];
		all += f->all[first];
	}
	return found + all == 0 ? 0 :
	    200.0 * (double)right / (double)(found + all);
}

void
report(FILE *out, const struct model *model, const struct example *examples,
    size_t count, const char *const *sets, int set_count)
{
	static signed char labels[CRF_LONGEST];
	double sums[3] = { 0, 0, 0 };
	size_t i;
	int s, scored = 0;

	fputs("set\tnames\tPER\tORG\tLOC\tMISC\tthree\tany\tfour\n", out);
	for (s = 0; s < set_count; s++) {
		struct figures f = { { 0 }, { 0 }, { 0 } };

		for (i = 0; i < count; i++) {
			if (examples[i].set != s ||
			    examples[i].count > CRF_LONGEST)
				continue;
			crf_label(model, &examples[i], labels);
			count_names(&f, &examples[i], labels);
		}
		if (f.all[ANY] == 0)
			continue;
		fprintf(out, "%s\t%ld\t%.1f\t%.1f\t%.1f\t%.1f\t%.2f\t%.2f"
		    "\t%.2f\n", sets[s], f.all[ANY], f1(&f, 0, 0),
		    f1(&f, 1, 1), f1(&f, 2, 2), f1(&f, 3, 3), f1(&f, 0, 2),
		    f1(&f, ANY, ANY), f1(&f, 0, 3));
		sums[0] += f1(&f, 0, 2);
		sums[1] += f1(&f, ANY, ANY);
		sums[2] += f1(&f, 0, 3);
		scored++;
	}
	if (scored > 0)
		fprintf(out, "mean\t\t\t\t\t\t%.2f\t%.2f\t%.2f\n",
		    sums[0] / scored, sums[1] / scored, sums[2] / scored);
}
