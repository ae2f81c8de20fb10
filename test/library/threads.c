/*
 * threads: threads N FILE...: as many threads, each with a handle of its own,
 * read all files; each must find what one alone finds.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rill.h>

#define THREADS_MOST 64

struct work {
	char **files;
	uint64_t sum;		/* FNV-1a of all rows */
	size_t rows;
	int failed;
};

static void
add_rows(struct work *work, struct rill *rill)
{
	while (rill_next(rill) != NULL) {
		const char *row = rill_row(rill);

		if (row == NULL) {
			work->failed = 1;
			return;
		}
		for (; *row != '\0'; row++)
			work->sum = (work->sum ^ (unsigned char)*row) *
			    UINT64_C(1099511628211);
		work->rows++;
	}
}

static int
read_file(struct work *work, struct rill *rill, const char *name)
{
	char bytes[10000];
	FILE *file = fopen(name, "rb");
	size_t n;

	if (file == NULL || rill_set(rill, "doc", name) != RILL_OK)
		return -1;
	while ((n = fread(bytes, 1, sizeof bytes, file)) > 0) {
		rill_feed(rill, bytes, n);
		add_rows(work, rill);
	}
	fclose(file);
	rill_end(rill);
	add_rows(work, rill);
	return rill_status(rill) == RILL_OK ? 0 : -1;
}

static void *
run(void *context)
{
	struct work *work = context;
	struct rill *rill = rill_open();
	char **file;

	if (rill == NULL) {
		work->failed = 1;
		return NULL;
	}
	work->sum = UINT64_C(14695981039346656037);
	for (file = work->files; *file != NULL; file++)
		if (read_file(work, rill, *file) != 0)
			work->failed = 1;
	rill_close(rill);
	return NULL;
}

int
main(int argc, char *argv[])
{
	static struct work work[THREADS_MOST], alone;
	pthread_t threads[THREADS_MOST];
	int i, n = argc > 2 ? atoi(argv[1]) : 0;

	if (n < 1 || n > THREADS_MOST)
		return 2;
	for (i = 0; i < n; i++) {
		work[i].files = argv + 2;
		if (pthread_create(&threads[i], NULL, run, &work[i]) != 0)
			return 2;
	}
	for (i = 0; i < n; i++)
		pthread_join(threads[i], NULL);
	alone.files = argv + 2;
	run(&alone);
	for (i = 0; i < n; i++)
		if (work[i].failed || work[i].sum != alone.sum ||
		    work[i].rows != alone.rows) {
			printf("thread %d: other rows\n", i);
			return 1;
		}
	printf("%zu rows in each of %d threads\n", alone.rows, n);
	return alone.failed || alone.rows == 0;
}
