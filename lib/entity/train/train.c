/*
 * train: learns lib/lexicon/entity.bin.
 *
 *	train [-s SEEDS] [-k N] GAZETTEER [-n NAMES | -d FILE |
 *	    FILE[=WEIGHT]]... > entity.bin
 *
 * GAZETTEER is the compiled table, each NAMES one that names are taken from
 * to put into the data, each FILE data of token TAB BIO label, blank lines
 * between sentences and -DOCSTART- between documents (else twenty sentences
 * count as one); the WEIGHT of its steps is 1 unless given.  Files after -d
 * are not learned from but scored, and so is every Nth document after -k: the
 * figures go to standard error.
 *
 * A CRF (crf.c) is learned SEEDS times in other orders, in a process each; the
 * average of the weights is written.  The same data give the same bytes.
 *
 * Bugs: the data lie in memory, some 2 GB.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "augment.h"
#include "harmonise.h"
#include "report.h"

enum { EPOCHS = 5, VARIANTS = 2, SETS = 64, SEEDS = 16, L = TAGGER_LABELS };

struct examples {
	struct example *list;
	size_t count, capacity;
};

static struct model model, mean;
static uint32_t gazetteer[GAZETTEER_SIZE];
static struct corpus learned, scored;
static struct examples training, testing;
static const char *sets[SETS];
static int set_count;

/* In: 0, or 1 + 2 * type + (I).  Out: 1 + 4 * type + B I E S. */
static void
to_bioes(signed char *bio, size_t n)
{
	size_t i, j;

	for (i = 0; i < n; i = j) {
		int type = (bio[i] - 1) / 2;

		j = i + 1;
		if (bio[i] == 0)
			continue;
		while (j < n && bio[j] == 2 + 2 * type)
			j++;
		if (j - i == 1) {
			bio[i] = (signed char)(4 + 4 * type);
			continue;
		}
		bio[i] = (signed char)(1 + 4 * type);
		bio[j - 1] = (signed char)(3 + 4 * type);
		for (i++; i + 1 < j; i++)
			bio[i] = (signed char)(2 + 4 * type);
	}
}

static void
add_examples(struct examples *to, const struct document *d, bool varied)
{
	size_t s, i, first = 0;

	for (s = 0; s < d->sentence_count; first = d->ends[s++]) {
		size_t n = d->ends[s] - first, used = 0;
		struct example *e;

		to->list = need(array_grow(to->list, &to->capacity,
		    to->count + 1, sizeof(*to->list)));
		e = &to->list[to->count++];
		e->count = n;
		e->weight = d->weight;
		e->set = d->set;
		e->varied = varied;
		e->rows = need(malloc(n * TAGGER_FEATURES *
		    sizeof(*e->rows)));
		e->ends = need(malloc(n * sizeof(*e->ends)));
		e->labels = need(malloc(n));
		memcpy(e->labels, d->labels + first, n);
		to_bioes(e->labels, n);
		for (i = 0; i < n; i++) {
			used += tagger_features(d->words + first, n, i,
			    e->rows + used);
			e->ends[i] = used;
		}
		e->rows = need(realloc(e->rows, used * sizeof(*e->rows)));
	}
}

static void
read_data(int argc, char *argv[], int i)
{
	for (; i < argc; i++) {
		float weight = 1;
		char *sign;

		if (strcmp(argv[i], "-n") == 0 && i + 1 < argc) {
			augment_names(argv[++i]);
			continue;
		}
		if (set_count == SETS)
			break;
		if (strcmp(argv[i], "-d") == 0 && i + 1 < argc) {
			sets[set_count] = argv[++i];
			corpus_read(&scored, argv[i], 1, set_count++);
			continue;
		}
		if ((sign = strchr(argv[i], '=')) != NULL) {
			weight = strtof(sign + 1, NULL);
			*sign = '\0';
		}
		sets[set_count] = argv[i];
		if (weight > 0)
			corpus_read(&learned, argv[i], weight, set_count++);
	}
}

static void
make_examples(int aside)
{
	size_t d, number = 0;
	int v;

	for (d = 0; d < learned.count; d++) {
		document_read(&learned.documents[d], gazetteer);
		harmonise(&learned.documents[d]);
	}
	augment_count(&learned);
	for (d = 0; d < learned.count; d++) {
		const struct document *from = &learned.documents[d];

		number = d > 0 && from->set != from[-1].set ? 1 : number + 1;
		if (aside > 0 && number % (size_t)aside == 0) {
			add_examples(&testing, from, false);
			continue;
		}
		add_examples(&training, from, false);
		for (v = 0; v < VARIANTS; v++) {
			struct document to = { 0 };

			augment(from, &to);
			document_read(&to, gazetteer);
			harmonise(&to);
			add_examples(&training, &to, true);
			document_free(&to);
		}
	}
	for (d = 0; d < scored.count; d++) {
		document_read(&scored.documents[d], gazetteer);
		add_examples(&testing, &scored.documents[d], false);
	}
}

/* Each epoch sees all documents and one of the variants of each sentence. */
static void
learn(uint32_t seed)
{
	struct example *e = training.list, swap;
	size_t i, j;
	int epoch;

	crf_start(&model);
	for (epoch = 0; epoch < EPOCHS; epoch++) {
		fprintf(stderr, "epoch %d of %d\n", epoch + 1, EPOCHS);
		for (i = training.count; i > 1; i--) {
			seed = seed * 1664525u + 1013904223u;
			j = (size_t)((uint64_t)seed * i >> 32);
			swap = e[i - 1];
			e[i - 1] = e[j];
			e[j] = swap;
		}
		for (i = 0; i < training.count; i++) {
			seed = seed * 1664525u + 1013904223u;
			if (!e[i].varied || seed >> 16 < 65536 / VARIANTS)
				crf_learn(&model, &e[i]);
		}
	}
}

static void
add_to_mean(float share)
{
	size_t r;
	int a, b;

	for (r = 0; r < TAGGER_ROWS; r++)
		for (b = 0; b < TAGGER_STRIDE; b++)
			mean.weights[r][b] += model.weights[r][b] * share;
	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			mean.transitions[a][b] +=
			    model.transitions[a][b] * share;
}

/* Learns in a process of its own; the model comes through the pipe. */
static FILE *
learn_aside(int seed)
{
	int ends[2];
	FILE *f;

	if (pipe(ends) != 0)
		return NULL;
	switch (fork()) {
	case -1:
		return NULL;
	case 0:
		close(ends[0]);
		f = fdopen(ends[1], "wb");
		learn((uint32_t)seed * 7919 + 1);
		if (f == NULL || fwrite(&model, sizeof(model), 1, f) != 1 ||
		    fclose(f) != 0)
			_exit(1);
		_exit(0);
	default:
		close(ends[1]);
		return fdopen(ends[0], "rb");
	}
}

/* The mean of all seeds, added in their order. */
static void
learn_all(int seeds)
{
	FILE *learners[SEEDS];
	int s;

	for (s = 0; s < seeds; s++)
		learners[s] = need(learn_aside(s));
	for (s = 0; s < seeds; s++) {
		if (fread(&model, sizeof(model), 1, learners[s]) != 1) {
			fputs("train: a seed failed\n", stderr);
			exit(1);
		}
		fclose(learners[s]);
		add_to_mean(1.0f / (float)seeds);
	}
	while (wait(NULL) > 0)
		;
}

static signed char
quantised(float v)
{
	v *= TAGGER_UNIT;
	v = v > 127 ? 127 : v < -127 ? -127 : v;
	return (signed char)(v < 0 ? v - 0.5f : v + 0.5f);
}

static void
write_model(void)
{
	size_t r;
	int a, b;

	for (r = 0; r < TAGGER_ROWS; r++)
		for (b = 0; b < TAGGER_STRIDE; b++)
			putchar(quantised(mean.weights[r][b]));
	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			putchar(quantised(mean.transitions[a][b]));
}

int
main(int argc, char *argv[])
{
	int i = 1, seeds = 8, aside = 0;
	FILE *f;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2)
		if (strcmp(argv[i], "-s") == 0)
			seeds = atoi(argv[i + 1]);
		else if (strcmp(argv[i], "-k") == 0)
			aside = atoi(argv[i + 1]);
		else
			argc = 0;
	if (i + 1 >= argc || seeds < 1 || seeds > SEEDS) {
		fputs("usage: train [-s SEEDS] [-k N] GAZETTEER FILE...\n",
		    stderr);
		return 2;
	}
	f = fopen(argv[i], "rb");
	if (f == NULL || fread(gazetteer, sizeof(gazetteer), 1, f) != 1) {
		perror(argv[i]);
		return 1;
	}
	fclose(f);
	crf_start(&model);	/* for the report */
	read_data(argc, argv, i + 1);
	make_examples(aside);
	learn_all(seeds);
	report(stderr, &mean, testing.list, testing.count, sets, set_count);
	write_model();
	return fflush(stdout) == 0 ? 0 : 1;
}
