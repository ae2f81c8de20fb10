/*
 * train: learns lib/lexicon/entity.bin.
 *
 *	train [-s SEEDS] [-k N] [-g GAZETTEER -t TYPES] GAZETTEER
 *	    [-n NAMES | -d FILE | FILE[=WEIGHT]]... > entity.bin
 *
 * GAZETTEER is the compiled table, each NAMES one that names are taken from
 * to put into the data, each FILE data of token TAB BIO label, blank lines
 * between sentences and -DOCSTART- between documents (else twenty sentences
 * count as one); the WEIGHT of its steps is 1 unless given.  Files after -d
 * are not learned from but scored, and so is every Nth document after -k: the
 * figures go to standard error.
 *
 * With -t the weights of whole names (spans.c) go to the file TYPES: they are
 * learned of what models find that were learned without the document, one for
 * each of four folds, by the table of -g, which is that of the filter.
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
#include "spans.h"

enum { EPOCHS = 5, VARIANTS = 2, SETS = 64, SEEDS = 16, L = TAGGER_LABELS,
	FOLDS = 4, FOLD_SEEDS = 2, NO_FOLD = -1 };

struct examples {
	struct example *list;
	size_t count, capacity;
};

static struct model model, mean;
static signed char packed[TAGGER_ROWS * TAGGER_STRIDE + (L + 1) * L];
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
		e->fold = d->fold;
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
		struct document *from = &learned.documents[d];

		number = d > 0 && from->set != from[-1].set ? 1 : number + 1;
		if (aside > 0 && number % (size_t)aside == 0) {
			add_examples(&testing, from, false);
			from->fold = NO_FOLD;
			continue;
		}
		from->fold = (int)(number % FOLDS);
		add_examples(&training, from, false);
		for (v = 0; v < VARIANTS; v++) {
			struct document to = { 0 };

			augment(from, &to);
			to.fold = from->fold;
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

/* Each epoch sees all documents but those of a fold, and one of the variants
 * of each sentence. */
static void
learn(uint32_t seed, int fold)
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
			if (e[i].fold != fold && (!e[i].varied || seed >> 16 < 65536 / VARIANTS))
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
learn_aside(int seed, int fold)
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
		learn((uint32_t)seed * 7919 + 1, fold);
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
learn_all(int seeds, int fold)
{
	FILE *learners[SEEDS];
	int s;

	memset(&mean, 0, sizeof(mean));
	for (s = 0; s < seeds; s++)
		learners[s] = need(learn_aside(s, fold));
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
pack_model(void)
{
	signed char *to = packed;
	size_t r;
	int a, b;

	for (r = 0; r < TAGGER_ROWS; r++)
		for (b = 0; b < TAGGER_STRIDE; b++)
			*to++ = quantised(mean.weights[r][b]);
	for (a = 0; a <= L; a++)
		for (b = 0; b < L; b++)
			*to++ = quantised(mean.transitions[a][b]);
}

static void
read_gazetteer(const char *file)
{
	FILE *f = fopen(file, "rb");

	if (f == NULL || fread(gazetteer, sizeof(gazetteer), 1, f) != 1) {
		perror(file);
		exit(1);
	}
	fclose(f);
}

/* The documents are read again by the table of the filter. */
static void
learn_types(const char *table, const char *file)
{
	FILE *f = fopen(file, "wb");
	size_t d;
	int fold;

	if (f == NULL) {
		perror(file);
		exit(1);
	}
	read_gazetteer(table);
	for (d = 0; d < learned.count; d++)
		document_read(&learned.documents[d], gazetteer);
	for (fold = 0; fold < FOLDS; fold++) {
		learn_all(FOLD_SEEDS, fold);
		pack_model();
		for (d = 0; d < learned.count; d++)
			if (learned.documents[d].fold == fold)
				spans_collect(packed, &learned.documents[d]);
	}
	spans_learn(f);
	if (fclose(f) != 0) {
		perror(file);
		exit(1);
	}
}

int
main(int argc, char *argv[])
{
	const char *table = NULL, *types = NULL;
	int i = 1, seeds = 8, aside = 0;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2)
		if (strcmp(argv[i], "-s") == 0)
			seeds = atoi(argv[i + 1]);
		else if (strcmp(argv[i], "-k") == 0)
			aside = atoi(argv[i + 1]);
		else if (strcmp(argv[i], "-g") == 0)
			table = argv[i + 1];
		else if (strcmp(argv[i], "-t") == 0)
			types = argv[i + 1];
		else
			argc = 0;
	if (i + 1 >= argc || seeds < 1 || seeds > SEEDS ||
	    (types != NULL && table == NULL)) {
		fputs("usage: train [-s SEEDS] [-k N] [-g GAZETTEER -t TYPES] "
		    "GAZETTEER FILE...\n", stderr);
		return 2;
	}
	read_gazetteer(argv[i]);
	crf_start(&model);	/* for the report */
	read_data(argc, argv, i + 1);
	make_examples(aside);
	if (types != NULL)
		learn_types(table, types);
	learn_all(seeds, NO_FOLD);
	report(stderr, &mean, testing.list, testing.count, sets, set_count);
	pack_model();
	fwrite(packed, sizeof(packed), 1, stdout);
	return fflush(stdout) == 0 ? 0 : 1;
}
