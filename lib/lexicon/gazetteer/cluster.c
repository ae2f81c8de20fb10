/*
 * cluster: groups the words of a file of vectors by what they stand beside:
 *
 *	cluster WORDS VECTORS.json > clusters.tsv
 *
 * reads the first WORDS words (no digits) of "vectors": {"word": [100 numbers,
 * ...], ...} and writes word TAB cluster TAB codes: a number of four octal
 * digits whose first two, three, four say ever more finely what is like the
 * word, and a digit (0 to v) for each fifth of its vector.
 *
 * The vectors less their mean, at length 1, are split by k-means (cosine) into
 * 64 groups, each of these into 8, and each of those into 8.  Each fifth of
 * them is put among 32 by its distance (product quantisation): five small
 * numbers that say more of a vector than one large one.  Sums run in one order:
 * the same file gives the same bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 100, ROUNDS = 15, TOP = 64, BRANCH = 8, LONGEST = 40,
	PARTS = 5, PART = SIZE / PARTS, CODES = 32, APART = 37 };

struct word {
	char text[LONGEST];
	float at[SIZE];
	int cluster;
	int codes[PARTS];
};

static struct word *words;
static int count;
static float centres[SIZE][TOP];	/* side by side, for vectors */
static double sums[TOP][SIZE];

static int
read_text(FILE *f, char *text, int size)
{
	int c, n = 0;

	while ((c = getc(f)) != '"' && c != EOF) {
		if (c == '\\')
			c = getc(f);
		if (n + 1 < size)
			text[n++] = (char)c;
	}
	text[n] = '\0';
	return c;
}

/* "vectors": {, which the list of words holds as well, without the colon. */
static int
find_vectors(FILE *f)
{
	char text[16];
	int c;

	while ((c = getc(f)) != EOF)
		if (c == '"') {
			read_text(f, text, sizeof(text));
			c = getc(f);
			if (c == ':' && strcmp(text, "vectors") == 0)
				return getc(f) == '{';
			ungetc(c, f);
		}
	return 0;
}

static int
is_word(const char *text)
{
	if (strlen(text) + 1 >= LONGEST)
		return 0;
	return strpbrk(text, "0123456789\t\\_@/") == NULL &&
	    ((unsigned char)text[0] >= 'a' || strlen(text) == 1);
}

static void
read_words(FILE *f, int limit)
{
	int c, i;

	while (count < limit && (c = getc(f)) != EOF && c != '}') {
		struct word *w = &words[count];

		if (c != '"')
			continue;
		read_text(f, w->text, sizeof(w->text));
		if (getc(f) != ':' || getc(f) != '[')
			return;
		for (i = 0; i < SIZE; i++)
			if (fscanf(f, i == 0 ? "%f" : ",%f", &w->at[i]) != 1)
				return;
		while ((c = getc(f)) != ']' && c != EOF)
			;
		count += is_word(w->text);
	}
}

static void
to_length_one(const double *from, float *to)
{
	double length = 0;
	int i;

	for (i = 0; i < SIZE; i++)
		length += from[i] * from[i];
	length = length > 0 ? sqrt(length) : 1;
	for (i = 0; i < SIZE; i++)
		to[i] = (float)(from[i] / length);
}

static void
centre_words(void)
{
	double mean[SIZE] = { 0 }, v[SIZE];
	int w, i;

	for (w = 0; w < count; w++)
		for (i = 0; i < SIZE; i++)
			mean[i] += words[w].at[i];
	for (w = 0; w < count; w++) {
		for (i = 0; i < SIZE; i++)
			v[i] = words[w].at[i] - mean[i] / count;
		to_length_one(v, words[w].at);
	}
}

static int
nearest(const struct word *w, int k)
{
	float near[TOP] = { 0 };
	int i, c, best = 0;

	for (i = 0; i < SIZE; i++)
		for (c = 0; c < k; c++)
			near[c] += w->at[i] * centres[i][c];
	for (c = 1; c < k; c++)
		if (near[c] > near[best])
			best = c;
	return best;
}

static void
move_centres(struct word *const *list, const int *group, int n, int k)
{
	float at[SIZE];
	int w, i, c;

	memset(sums, 0, sizeof(sums));
	for (w = 0; w < n; w++)
		for (i = 0; i < SIZE; i++)
			sums[group[w]][i] += list[w]->at[i];
	for (c = 0; c < k; c++) {
		to_length_one(sums[c], at);
		for (i = 0; i < SIZE; i++)
			centres[i][c] = at[i];
	}
}

/* Splits n words into k groups and numbers these behind the words' clusters. */
static void
split(struct word *const *list, int *group, int n, int k)
{
	int round, w;

	for (w = 0; w < n; w++)
		group[w] = w % k;
	if (n > 0)
		move_centres(list, group, n, k);
	for (round = 0; round < ROUNDS; round++) {
		for (w = 0; w < n; w++)
			group[w] = nearest(list[w], k);
		move_centres(list, group, n, k);
	}
	for (w = 0; w < n; w++)
		list[w]->cluster = list[w]->cluster * k + group[w];
}

static void
split_all(int clusters, int k)
{
	struct word **list = calloc((size_t)count, sizeof(*list));
	int *group = calloc((size_t)count, sizeof(*group)), c, w, n;

	for (c = 0; c < clusters && list != NULL && group != NULL; c++) {
		for (w = n = 0; w < count; w++)
			if (words[w].cluster == c)
				list[n++] = &words[w];
		/* they are told apart when all are split */
		split(list, group, n, k);
		for (w = 0; w < n; w++)
			list[w]->cluster = -1 - list[w]->cluster;
	}
	for (w = 0; w < count; w++)
		words[w].cluster = -1 - words[w].cluster;
	free(list);
	free(group);
}

/* The middle of part j of a vector that is nearest to it. */
static int
nearest_code(const float *part)
{
	float best = 0, far;
	int i, c, code = 0;

	for (c = 0; c < CODES; c++) {
		for (far = 0, i = 0; i < PART; i++)
			far += (part[i] - centres[i][c]) *
			    (part[i] - centres[i][c]);
		if (c == 0 || far < best) {
			best = far;
			code = c;
		}
	}
	return code;
}

static void
move_middles(int j)
{
	int sizes[CODES] = { 0 }, w, i, c;

	memset(sums, 0, sizeof(sums));
	for (w = 0; w < count; w++) {
		c = words[w].codes[j];
		sizes[c]++;
		for (i = 0; i < PART; i++)
			sums[c][i] += words[w].at[j * PART + i];
	}
	for (c = 0; c < CODES; c++)
		for (i = 0; i < PART && sizes[c] > 0; i++)
			centres[i][c] = (float)(sums[c][i] / sizes[c]);
}

static void
code_all(void)
{
	int j, i, c, round, w;

	for (j = 0; j < PARTS; j++) {
		for (c = 0; c < CODES; c++)
			for (i = 0; i < PART; i++)
				centres[i][c] = words[c * APART %
				    count].at[j * PART + i];
		for (round = 0; round < ROUNDS; round++) {
			for (w = 0; w < count; w++)
				words[w].codes[j] = nearest_code(words[w].at +
				    j * PART);
			move_middles(j);
		}
	}
}

int
main(int argc, char *argv[])
{
	FILE *f = argc == 3 ? fopen(argv[2], "r") : NULL;
	static const char digits[] = "0123456789abcdefghijklmnopqrstuv";
	int limit = argc == 3 ? atoi(argv[1]) : 0, w, i;

	if (f == NULL || limit < 1) {
		fputs("usage: cluster WORDS VECTORS.json\n", stderr);
		return 2;
	}
	words = calloc((size_t)limit + 1, sizeof(*words));
	if (words == NULL)
		return 1;
	if (find_vectors(f))
		read_words(f, limit);
	if (count < limit) {
		fprintf(stderr, "cluster: %s holds only %d words\n", argv[2],
		    count);
		return 1;
	}
	centre_words();
	split_all(1, TOP);
	split_all(TOP, BRANCH);
	split_all(TOP * BRANCH, BRANCH);
	code_all();
	puts("name\ttype\tcodes");
	for (w = 0; w < count; w++) {
		printf("%s\t%04o\t", words[w].text, words[w].cluster);
		for (i = 0; i < PARTS; i++)
			putchar(digits[words[w].codes[i]]);
		putchar('\n');
	}
	return fflush(stdout) == 0 ? 0 : 1;
}
