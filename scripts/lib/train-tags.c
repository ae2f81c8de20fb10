/*
 * train-tags: learns the weights of the parts of speech (lib/quote/tag).
 *
 *	train-tags EPOCHS < CONLLU > tag.bin
 *	train-tags -t tag.bin < CONLLU		its accuracy
 *
 * Averaged perceptron (Collins 2002), rounded to a byte.  A tool of
 * development, run by scripts/train-tags; never installed.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "quote/tag.h"

#define ROW (TAG_ROWS * TAGS)

struct set {
	struct tag_word *words;
	unsigned char *gold;
	size_t count, size;
	size_t *ends;
	size_t end_count, end_size;
};

static void *
grow(void *base, size_t *size, size_t need, size_t each)
{
	if (need <= *size)
		return base;
	*size = 2 * need + 1024;
	base = realloc(base, *size * each);
	if (base == NULL) {
		fprintf(stderr, "train-tags: out of memory\n");
		exit(1);
	}
	return base;
}

/* Penn Treebank's tag, with the universal one where that tells more. */
static enum tag
tag_of(const char *penn, const char *universal)
{
	static const struct { const char *penn; enum tag tag; } map[] = {
		{ "NN", TAG_NOUN }, { "NNS", TAG_NOUN },
		{ "NNP", TAG_NAME }, { "NNPS", TAG_NAME },
		{ "JJ", TAG_ADJECTIVE }, { "JJR", TAG_ADJECTIVE },
		{ "JJS", TAG_ADJECTIVE }, { "AFX", TAG_ADJECTIVE },
		{ "RB", TAG_ADVERB }, { "RBR", TAG_ADVERB },
		{ "RBS", TAG_ADVERB }, { "RP", TAG_ADVERB },
		{ "VBD", TAG_FINITE }, { "VBZ", TAG_FINITE },
		{ "VBP", TAG_FINITE }, { "MD", TAG_FINITE },
		{ "VB", TAG_BASE }, { "VBG", TAG_ING }, { "VBN", TAG_DONE },
		{ "DT", TAG_DETERMINER }, { "PDT", TAG_DETERMINER },
		{ "PRP$", TAG_DETERMINER }, { "POS", TAG_DETERMINER },
		{ "IN", TAG_PREPOSITION }, { "TO", TAG_PREPOSITION },
		{ "CC", TAG_CONJUNCTION }, { "PRP", TAG_PRONOUN },
		{ "EX", TAG_PRONOUN }, { "WP", TAG_WH }, { "WDT", TAG_WH },
		{ "WRB", TAG_WH }, { "WP$", TAG_WH }, { "CD", TAG_NUMBER }
	};
	size_t i;

	if (strcmp(universal, "SCONJ") == 0 && strcmp(penn, "WRB") != 0)
		return TAG_SUBORDINATOR;
	if (strcmp(penn, "DT") == 0 && strcmp(universal, "PRON") == 0)
		return TAG_PRONOUN;
	for (i = 0; i < sizeof map / sizeof map[0]; i++)
		if (strcmp(map[i].penn, penn) == 0)
			return map[i].tag;
	return TAG_OTHER;
}

static void
end_sentence(struct set *set)
{
	if (set->count == (set->end_count > 0 ?
	    set->ends[set->end_count - 1] : 0))
		return;
	set->ends = grow(set->ends, &set->end_size, set->end_count + 1,
	    sizeof *set->ends);
	set->ends[set->end_count++] = set->count;
}

static void
read_set(struct set *set)
{
	static char line[1 << 16];

	while (fgets(line, sizeof line, stdin) != NULL) {
		char id[32], form[256], universal[32], penn[32];
		size_t size = set->size;

		if (line[0] == '\n' || line[0] == '#') {
			end_sentence(set);
			continue;
		}
		if (sscanf(line, "%31[^\t]\t%255[^\t]\t%*[^\t]\t%31[^\t]\t"
		    "%31[^\t]", id, form, universal, penn) != 4 ||
		    strchr(id, '-') != NULL || strchr(id, '.') != NULL)
			continue;
		set->words = grow(set->words, &size, set->count + 1,
		    sizeof *set->words);
		set->gold = grow(set->gold, &set->size, set->count + 1, 1);
		memset(&set->words[set->count], 0, sizeof *set->words);
		set->words[set->count].text = slice_of(strdup(form));
		set->gold[set->count++] = (unsigned char)tag_of(penn,
		    universal);
	}
	end_sentence(set);
}

static void
test(struct set *set, const char *path)
{
	static int8_t weights[ROW];
	FILE *file = fopen(path, "rb");
	size_t i, first = 0, right = 0, finite = 0, found = 0, both = 0;

	if (file == NULL || fread(weights, 1, ROW, file) != ROW) {
		fprintf(stderr, "train-tags: can't read %s\n", path);
		exit(1);
	}
	fclose(file);
	tag_read(set->words, set->count);
	for (i = 0; i < set->end_count; first = set->ends[i++])
		tag_words(set->words + first, set->ends[i] - first, weights);
	for (i = 0; i < set->count; i++) {
		bool gold = set->gold[i] == TAG_FINITE;
		bool got = set->words[i].tag == TAG_FINITE;

		right += set->words[i].tag == set->gold[i];
		finite += gold;
		found += got;
		both += gold && got;
	}
	printf("tags %.4f\tfinite verbs P %.4f R %.4f\n",
	    (double)right / (double)set->count, (double)both / (double)found,
	    (double)both / (double)finite);
}

static void
train(struct set *set, int epochs)
{
	static float weights[ROW];
	static double sums[ROW];
	uint32_t rows[TAG_FEATURES];
	size_t i, s, k, t, n;
	double step = 1;
	uint64_t random = 88172645463325252u;
	int epoch;
	size_t *order = malloc(set->end_count * sizeof *order);

	for (i = 0; i < set->end_count; i++)
		order[i] = i;
	tag_read(set->words, set->count);
	for (epoch = 0; epoch < epochs; epoch++) {
		fprintf(stderr, "epoch %d of %d\n", epoch + 1, epochs);
		for (i = set->end_count; i-- > 1;) {
			random ^= random << 13;
			random ^= random >> 7;
			random ^= random << 17;
			s = random % (i + 1);
			n = order[i];
			order[i] = order[s];
			order[s] = n;
		}
		for (s = 0; s < set->end_count; s++) {
			size_t first = order[s] == 0 ? 0 :
			    set->ends[order[s] - 1];
			size_t count = set->ends[order[s]] - first;
			struct tag_word *words = set->words + first;

			for (i = 0; i < count; i++, step++) {
				float score[TAGS] = { 0 };
				size_t best = 0, gold = set->gold[first + i];

				tag_features(words, count, i, rows);
				for (k = 0; k < TAG_FEATURES; k++)
					for (t = 0; t < TAGS; t++)
						score[t] += weights[rows[k] *
						    TAGS + t];
				/* A margin, so that rounding does no harm. */
				score[gold] -= 1;
				for (t = 1; t < TAGS; t++)
					if (score[t] > score[best])
						best = t;
				score[gold] += 1;
				words[i].tag = (unsigned char)(score[best] >
				    score[gold] ? best : gold);
				if (best == gold)
					continue;
				for (k = 0; k < TAG_FEATURES; k++) {
					n = rows[k] * TAGS;
					weights[n + gold] += 1;
					sums[n + gold] += step;
					weights[n + best] -= 1;
					sums[n + best] -= step;
				}
			}
		}
	}
	for (i = 0; i < ROW; i++) {
		double mean = weights[i] - sums[i] / step;
		double byte = round(mean * 4);

		putchar((int8_t)(byte > 127 ? 127 : byte < -127 ? -127 :
		    byte));
	}
	free(order);
}

int
main(int argc, char *argv[])
{
	static struct set set;

	if (argc == 3 && strcmp(argv[1], "-t") == 0) {
		read_set(&set);
		test(&set, argv[2]);
	} else if (argc == 2) {
		read_set(&set);
		train(&set, atoi(argv[1]));
	} else {
		fprintf(stderr, "usage: train-tags EPOCHS | -t MODEL\n");
		return 2;
	}
	return 0;
}
