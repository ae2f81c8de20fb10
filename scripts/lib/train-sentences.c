/*
 * train-sentences: learns the weights of the sentence model (lib/segment/gap).
 *
 *	train-sentences EPOCHS GOLD.tsv... < paragraph-rows > sentence.bin
 *
 * Reads rows of gold sentences (document, start, end in code points) and the
 * paragraph rows of the same documents; every gap that the rules leave open is
 * an example, which is positive when a gold sentence ends there.  Both models
 * learn from all of them.  Logistic regression by AdaGrad (Duchi et al. 2011),
 * the mean of all steps' weights (Polyak), rounded to a byte.  Behind them the
 * odds of each look of a gap, as counted, where they are sure.  A tool of
 * development, run by scripts/train-sentences; never installed.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "row.h"
#include "segment/sentence.h"
#include "utf8.h"

#define SCALE 16.0	/* of a weight in the byte */
#define RUNS 24	/* with different orders, of which the mean is taken */
#define RATE 0.1
#define SLOTS (GAP_SLOTS + GAP_FIRST_SLOTS)
#define FEATURES (GAP_TEMPLATES + GAP_FIRST)
#define DECAY 1e-4
#define SURE 4.1	/* logarithm of the odds */

struct example {
	uint32_t slots[FEATURES];	/* of both models */
	size_t look;
	bool stop;		/* behind one */
	bool end;
};

/* A model: its slots and features, and how it learns. */
struct model {
	uint32_t begin, end;
	size_t from, to;	/* of the features */
	unsigned drop;		/* hundredths of the features, at each step */
};

static const struct model models[] = {
	{ 0, GAP_SLOTS, 0, GAP_TEMPLATES, 50 },
	{ GAP_SLOTS, SLOTS, GAP_TEMPLATES, FEATURES, 20 }
};

struct set {
	uint64_t *ends;		/* document and place, sorted */
	size_t end_count, end_size;
	struct example *examples;
	size_t count, size;
	struct utf8_map map;	/* of the paragraph under way */
	uint64_t document;
	size_t start;
};

static void
die(const char *what)
{
	fprintf(stderr, "train-sentences: %s\n", what);
	exit(1);
}

/* A document's name without its folder and ".txt", with a place in it. */
static uint64_t
key_of(struct slice doc, size_t place)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	size_t i, start = 0;

	for (i = 0; i < doc.length; i++)
		if (doc.at[i] == '/')
			start = i + 1;
	if (doc.length > 4 && memcmp(doc.at + doc.length - 4, ".txt", 4) == 0)
		doc.length -= 4;
	for (i = start; i < doc.length; i++)
		hash = (hash ^ (unsigned char)doc.at[i]) *
		    UINT64_C(1099511628211);
	return (hash << 24) + place;
}

static int
compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
read_gold(struct set *set, const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t size = 0;

	if (file == NULL)
		die("can't open the gold sentences");
	while (getline(&line, &size, file) > 0) {
		char *tab = strchr(line, '\t'), *end;

		if (tab == NULL || (end = strchr(tab + 1, '\t')) == NULL)
			continue;
		set->ends = array_grow(set->ends, &set->end_size,
		    set->end_count + 1, sizeof *set->ends);
		if (set->ends == NULL)
			die("out of memory");
		set->ends[set->end_count++] = key_of((struct slice){ line,
		    (size_t)(tab - line) }, strtoul(end + 1, NULL, 10));
	}
	free(line);
	fclose(file);
}

static bool
add_example(void *context, struct gap *gap, int verdict)
{
	struct set *set = context;
	struct example *e;
	uint64_t key = set->document + set->start +
	    utf8_map_point(&set->map, gap_left(gap)->end);
	uint32_t slots[GAP_FEATURES];
	size_t i;

	set->examples = array_grow(set->examples, &set->size, set->count + 1,
	    sizeof *e);
	if (set->examples == NULL)
		die("out of memory");
	e = &set->examples[set->count++];
	gap_features(gap, verdict, slots);
	memcpy(e->slots, slots, GAP_TEMPLATES * sizeof *slots);
	gap_first(gap, verdict, slots);
	for (i = 0; i < GAP_FIRST; i++)
		e->slots[GAP_TEMPLATES + i] = (uint32_t)GAP_SLOTS + slots[i];
	e->look = gap_look(gap, verdict);
	e->stop = gap_left(gap)->terminated;
	e->end = bsearch(&key, set->ends, set->end_count, sizeof key,
	    compare) != NULL;
	return e->end;
}

static void
read_paragraphs(struct set *set)
{
	struct arena arena;
	char *line = NULL;
	size_t size = 0;
	ssize_t n;

	arena_init(&arena);
	if (setjmp(arena.failure) != 0)
		die("out of memory");
	while ((n = getline(&line, &size, stdin)) > 0) {
		struct row row;
		struct slice text = { line, (size_t)n - 1 };
		const char *reason;

		if (!row_split(text, &row, &reason) ||
		    !slice_is(row.type, "paragraph"))
			continue;
		text = row_unescape(row.text, &arena);
		utf8_map_init(&set->map, text, &arena);
		set->document = key_of(row.doc, 0);
		set->start = (size_t)row.start;
		sentence_gaps(text, add_example, set);
		arena_reset(&arena);
	}
	free(line);
	arena_free(&arena);
}

/* Copies those slots of an example that count at this step. */
static size_t
choose(const struct model *model, const struct example *e, uint64_t *seed,
    uint32_t *slots)
{
	size_t k, n = 0;

	for (k = model->from; k < model->to; k++) {
		*seed = *seed * UINT64_C(6364136223846793005) + 1;
		if ((*seed >> 33) % 100 >= model->drop)
			slots[n++] = e->slots[k];
	}
	return n;
}

/* Goes a step; returns the loss before. */
static double
learn(const struct model *model, const struct example *e, uint64_t *seed,
    double *w, double *g2)
{
	uint32_t slots[FEATURES];
	size_t n = choose(model, e, seed, slots), k;
	double score = 0, p, step;

	for (k = 0; k < n; k++)
		score += w[slots[k]];
	p = 1 / (1 + exp(-score));
	step = p - e->end;
	for (k = 0; k < n; k++) {
		double *at = &w[slots[k]];
		double g = step + DECAY * *at;

		g2[slots[k]] += g * g;
		*at -= RATE * g / (sqrt(g2[slots[k]]) + 1e-3);
	}
	return -log(e->end ? p + 1e-12 : 1 - p + 1e-12);
}

static void
shuffle(size_t *order, size_t count, uint64_t *seed)
{
	size_t i;

	for (i = count; i-- > 1;) {
		size_t j, keep = order[i];

		*seed = *seed * UINT64_C(6364136223846793005) + 1;
		j = (size_t)(*seed >> 33) % (i + 1);
		order[i] = order[j];
		order[j] = keep;
	}
}

static void
train(const struct model *model, const struct set *set, int epochs,
    uint64_t seed, double *sum)
{
	double *w = calloc(SLOTS, sizeof *w);
	double *g2 = calloc(SLOTS, sizeof *g2);
	double *mean = calloc(SLOTS, sizeof *mean);
	size_t *order = malloc(set->count * sizeof *order);
	double steps = 0;
	size_t i, count = set->count;
	int epoch;

	if (w == NULL || g2 == NULL || order == NULL || mean == NULL)
		die("out of memory");
	for (i = 0; i < count; i++)
		order[i] = i;
	for (epoch = 0; epoch < epochs; epoch++) {
		double loss = 0;

		shuffle(order, count, &seed);
		for (i = 0; i < count; i++)
			loss += learn(model, &set->examples[order[i]], &seed,
			    w, g2);
		fprintf(stderr, "epoch %d: %zu gaps, loss %.5f\n", epoch + 1,
		    count, loss / (double)count);
		if (epoch >= epochs / 2) {
			for (i = model->begin; i < model->end; i++)
				mean[i] += w[i];
			steps++;
		}
	}
	for (i = model->begin; i < model->end; i++)
		sum[i] += mean[i] / steps / RUNS;
	free(mean);
	free(w);
	free(g2);
	free(order);
}

/* The logarithm of the odds, at least, that what was seen to happen so often of
 * all times does not: what is rare may have happened less than it does. */
static double
odds_against(size_t seen, size_t all)
{
	double most = (double)seen + 2 * sqrt((double)seen + 1);

	return log(((double)(all - seen) + 1) / most);
}

/* Writes a byte for each look: the odds when they are sure, else 0. */
static void
write_looks(const struct set *set)
{
	static size_t all[GAP_LOOKS + 1], ends[GAP_LOOKS + 1];
	static bool stop[GAP_LOOKS + 1];
	size_t i;

	for (i = 0; i < set->count; i++) {
		const struct example *e = &set->examples[i];

		all[e->look]++;
		ends[e->look] += e->end;
		stop[e->look] = e->stop;
	}
	for (i = 0; i < GAP_LOOKS; i++) {
		double odds = odds_against(stop[i] ? all[i] - ends[i] :
		    ends[i], all[i]);

		if (odds < SURE)
			odds = 0;
		putchar((signed char)((stop[i] ? odds : -odds) * SCALE));
	}
}

int
main(int argc, char *argv[])
{
	struct set set;
	double *w = calloc(SLOTS, sizeof *w);
	size_t i;
	int a;

	if (argc < 3 || w == NULL)
		die("usage: train-sentences EPOCHS GOLD.tsv... < rows");
	memset(&set, 0, sizeof set);
	for (a = 2; a < argc; a++)
		read_gold(&set, argv[a]);
	qsort(set.ends, set.end_count, sizeof *set.ends, compare);
	read_paragraphs(&set);
	for (a = 0; a < RUNS; a++)
		for (i = 0; i < sizeof models / sizeof *models; i++)
			train(&models[i], &set, atoi(argv[1]),
			    (uint64_t)a + 1, w);
	for (i = 0; i < SLOTS; i++) {
		double v = round(w[i] * SCALE);

		putchar((signed char)(v > 127 ? 127 : v < -127 ? -127 : v));
	}
	write_looks(&set);
	return ferror(stdout) || fclose(stdout) != 0;
}
