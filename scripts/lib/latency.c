/*
 * latency: how long resident filters take to answer.
 *
 *	latency COMMAND <TABLE
 *
 * Starts COMMAND (filters with -u, see rill-coprocess(7)), sends it each
 * record of TABLE (TSV with a header) by itself and prints how many there were
 * and, in milliseconds, the median of the times until the answer is complete,
 * the 95th percentile and the longest.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 100000

static double times[MOST];

static void
die(const char *what)
{
	perror(what);
	exit(1);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Starts the command between two pipes. */
static void
start(const char *command, FILE **to, FILE **from)
{
	int in[2], out[2];
	pid_t child;

	if (pipe(in) == -1 || pipe(out) == -1)
		die("pipe");
	child = fork();
	if (child == -1)
		die("fork");
	if (child == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[0]);
		close(in[1]);
		close(out[0]);
		close(out[1]);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		die("sh");
	}
	close(in[0]);
	close(out[1]);
	*to = fdopen(in[1], "w");
	*from = fdopen(out[0], "r");
	if (*to == NULL || *from == NULL)
		die("fdopen");
}

/* Sends a record and the header, and reads until a header comes back. */
static void
ask(FILE *to, FILE *from, const char *record, const char *header)
{
	static char *line;
	static size_t size;

	if (fputs(record, to) == EOF || fputs(header, to) == EOF ||
	    fflush(to) == EOF)
		die("write");
	do
		if (getline(&line, &size, from) < 0) {
			fputs("latency: a filter has ended\n", stderr);
			exit(1);
		}
	while (strncmp(line, "type\t", 5) != 0);
}

int
main(int argc, char *argv[])
{
	char *header = NULL, *record = NULL;
	size_t size = 0, record_size = 0, n = 0;
	FILE *to, *from;
	int status;

	if (argc != 2 || getline(&header, &size, stdin) < 0) {
		fputs("usage: latency COMMAND <TABLE\n", stderr);
		return 2;
	}
	start(argv[1], &to, &from);
	ask(to, from, "", header);
	while (n < MOST && getline(&record, &record_size, stdin) > 0) {
		double begin = now();

		ask(to, from, record, header);
		times[n++] = now() - begin;
	}
	fclose(to);
	wait(&status);
	if (n == 0 || status != 0)
		return 1;
	qsort(times, n, sizeof times[0], compare);
	printf("%zu documents, milliseconds: median %.2f, 95 %% %.2f, "
	    "longest %.2f\n", n, times[n / 2], times[n * 95 / 100],
	    times[n - 1]);
	return 0;
}
