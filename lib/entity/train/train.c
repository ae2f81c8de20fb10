/*
 * train: learns lib/lexicon/entity.bin.
 *
 *	train gazetteer.bin FILE.train.tsv... > entity.bin
 *
 * Reads files of token TAB BIO label, blank lines between sentences and
 * -DOCSTART- between documents (where there are none, twenty sentences count
 * as one).  Averaged structured perceptron (Collins 2002) over BIOES labels,
 * Viterbi with the forbidden transitions left out; a fixed order of shuffles,
 * so the same data give the same bytes.
 *
 * Bugs: the data lie in memory, some 400 MB.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../tagger.h"

enum { EPOCHS = 5, L = TAGGER_LABELS };

struct example {
	uint32_t *rows;		/* all words' features */
	size_t *ends;		/* of the rows of each word */
	signed char *gold;
	size_t count;
};

static float weights[TAGGER_ROWS][TAGGER_STRIDE];
static double totals[TAGGER_ROWS][L];
static uint32_t gazetteer[GAZETTEER_SLOTS];
static uint32_t transitions[L + 1];
static struct example *examples;
static size_t example_count, example_capacity;

/* The document being read. */
static struct tagger_word *words;
static signed char *gold;
static size_t *ends, word_count, word_capacity, gold_capacity;
static size_t sentence_count, end_capacity;

static void *
need(void *p)
{
	if (p == NULL) {
		fputs("train: out of memory\n", stderr);
		exit(1);
	}
	return p;
}

static void
to_bioes(signed char *bio, size_t n)
{
	size_t i, j;

	/* In: 0, or 1 + 2 * type + (I).  Out: 1 + 4 * type + B I E S. */
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
finish_document(void)
{
	struct arena arena;
	size_t s, first, i;

	arena_init(&arena);
	if (setjmp(arena.failure) != 0)
		need(NULL);
	for (s = 0, first = 0; s < sentence_count; first = ends[s++])
		tagger_read(words + first, ends[s] - first, gazetteer);
	tagger_remember(words, ends, sentence_count, &arena);
	for (s = 0, first = 0; s < sentence_count; first = ends[s++]) {
		struct example *e;
		size_t n = ends[s] - first, used = 0;

		examples = need(array_grow(examples, &example_capacity,
		    example_count + 1, sizeof(*examples)));
		e = &examples[example_count++];
		e->count = n;
		e->rows = need(malloc(n * TAGGER_FEATURES * sizeof(*e->rows)));
		e->ends = need(malloc(n * sizeof(*e->ends)));
		e->gold = need(malloc(n));
		memcpy(e->gold, gold + first, n);
		to_bioes(e->gold, n);
		for (i = 0; i < n; i++) {
			used += tagger_features(words + first, n, i,
			    e->rows + used);
			e->ends[i] = used;
		}
		e->rows = need(realloc(e->rows, used * sizeof(*e->rows)));
	}
	arena_free(&arena);
	for (i = 0; i < word_count; i++)
		free((char *)words[i].text.at);
	word_count = sentence_count = 0;
}

static void
finish_sentence(void)
{
	size_t first = sentence_count == 0 ? 0 : ends[sentence_count - 1];

	if (first == word_count)
		return;
	ends = need(array_grow(ends, &end_capacity, sentence_count + 1,
	    sizeof(*ends)));
	ends[sentence_count++] = word_count;
}

static void
read_file(const char *name)
{
	static const char *const types[] = { "PER", "ORG", "LOC", "MISC" };
	char line[4096], *label;
	FILE *f = need(fopen(name, "r"));
	int marked = 0;

	while (fgets(line, sizeof(line), f) != NULL) {
		int k, found = 0;

		line[strcspn(line, "\r\n")] = '\0';
		label = strchr(line, '\t');
		if (label == NULL || label == line) {
			finish_sentence();
			if (!marked && sentence_count >= 20)
				finish_document();
			continue;
		}
		*label++ = '\0';
		if (strcmp(line, "-DOCSTART-") == 0) {
			marked = 1;
			finish_sentence();
			finish_document();
			continue;
		}
		for (k = 0; k < 4; k++)
			if (strlen(label) > 2 &&
			    strcmp(label + 2, types[k]) == 0)
				found = 1 + 2 * k + (label[0] == 'I');
		words = need(array_grow(words, &word_capacity,
		    word_count + 1, sizeof(*words)));
		gold = need(array_grow(gold, &gold_capacity, word_count + 1,
		    sizeof(*gold)));
		words[word_count].text.length = strlen(line);
		words[word_count].text.at =
		    strcpy(need(malloc(strlen(line) + 1)), line);
		gold[word_count++] = (signed char)found;
	}
	finish_sentence();
	finish_document();
	fclose(f);
}

static void
decode(const struct example *e, signed char *path)
{
	static float score[4096][L];
	static signed char back[4096][L];
	size_t i, k, n = e->count < 4096 ? e->count : 4096;
	int a, b, best;

	for (i = 0; i < n; i++) {
		float sum[L] = { 0 };

		for (k = i == 0 ? 0 : e->ends[i - 1]; k < e->ends[i]; k++)
			for (b = 0; b < L; b++)
				sum[b] += weights[e->rows[k]][b];
		for (b = 0; b < L; b++) {
			float top = -1e30f;

			best = 0;
			if (i == 0 && tagger_allowed(-1, b)) {
				top = weights[transitions[L]][b];
			}
			for (a = 0; i > 0 && a < L; a++) {
				float v = score[i - 1][a] +
				    weights[transitions[a]][b];

				if (tagger_allowed(a, b) && v > top) {
					top = v;
					best = a;
				}
			}
			score[i][b] = top + sum[b];
			back[i][b] = (signed char)best;
		}
	}
	best = 0;
	for (b = 1; b < L; b++)
		if (tagger_allowed(b, -1) &&
		    score[n - 1][b] > score[n - 1][best])
			best = b;
	for (i = n; i-- > 0; best = back[i][best])
		path[i] = (signed char)best;
}

static void
change(uint32_t row, int label, float by, double now)
{
	weights[row][label] += by;
	totals[row][label] += now * (double)by;
}

static size_t
learn(const struct example *e, double now)
{
	static signed char path[4096];
	size_t i, k, wrong = 0;

	if (e->count > 4096)
		return 0;
	decode(e, path);
	for (i = 0; i < e->count; i++) {
		int g = e->gold[i], p = path[i];
		uint32_t gr = transitions[i == 0 ? L : e->gold[i - 1]];
		uint32_t pr = transitions[i == 0 ? L : path[i - 1]];

		if (gr != pr || g != p) {
			change(gr, g, 1, now);
			change(pr, p, -1, now);
		}
		if (g == p)
			continue;
		wrong++;
		for (k = i == 0 ? 0 : e->ends[i - 1]; k < e->ends[i]; k++) {
			change(e->rows[k], g, 1, now);
			change(e->rows[k], p, -1, now);
		}
	}
	return wrong;
}

static void
write_model(double now)
{
	static signed char row[TAGGER_STRIDE];
	float top = 0, scale;
	size_t r;
	int b;

	for (r = 0; r < TAGGER_ROWS; r++)
		for (b = 0; b < L; b++) {
			float v = weights[r][b] -
			    (float)(totals[r][b] / now);

			weights[r][b] = v;
			top = v > top ? v : -v > top ? -v : top;
		}
	scale = 254.0f / top;	/* the rarest half of the range is cut */
	fprintf(stderr, "largest weight %g\n", (double)top);
	for (r = 0; r < TAGGER_ROWS; r++) {
		for (b = 0; b < L; b++) {
			float v = weights[r][b] * scale;

			v = v > 127 ? 127 : v < -127 ? -127 : v;
			row[b] = (signed char)(v < 0 ? v - 0.5f : v + 0.5f);
		}
		fwrite(row, sizeof(row), 1, stdout);
	}
}

int
main(int argc, char *argv[])
{
	uint32_t seed = 1;
	double now = 1;
	size_t i, j;
	int epoch;
	FILE *f;

	if (argc < 3) {
		fputs("usage: train gazetteer.bin FILE...\n", stderr);
		return 2;
	}
	f = need(fopen(argv[1], "rb"));
	if (fread(gazetteer, sizeof(gazetteer), 1, f) != 1)
		return 1;
	fclose(f);
	for (i = 0; i <= L; i++)
		transitions[i] = tagger_transition((int)i);
	for (i = 2; i < (size_t)argc; i++)
		read_file(argv[i]);
	for (epoch = 0; epoch < EPOCHS; epoch++) {
		size_t wrong = 0;

		for (i = example_count; i > 1; i--) {
			struct example swap = examples[i - 1];

			seed = seed * 1664525u + 1013904223u;
			j = (size_t)((uint64_t)seed * i >> 32);
			examples[i - 1] = examples[j];
			examples[j] = swap;
		}
		for (i = 0; i < example_count; i++)
			wrong += learn(&examples[i], now++);
		fprintf(stderr, "epoch %d: %zu sentences, %zu wrong words\n",
		    epoch, example_count, wrong);
	}
	write_model(now);
	return fflush(stdout) == 0 ? 0 : 1;
}
