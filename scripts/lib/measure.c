/*
 * measure: runs a command so many times and tells what one run took at least.
 *
 *	measure N COMMAND [ARGUMENT...] >output
 *
 * Writes to standard error: CPU seconds, wall seconds, and the most memory in
 * KiB of any process of the command.  Exit status: that of the command, which
 * is not run again when it fails.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
cpu(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

static double
now(void)
{
	struct timeval t;

	gettimeofday(&t, NULL);
	return seconds(t);
}

static int
run(char *argv[])
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		execvp(argv[0], argv);
		perror(argv[0]);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0) {
		perror("measure");
		exit(1);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int
main(int argc, char *argv[])
{
	double least_cpu = 1e9, least_wall = 1e9;
	struct rusage usage;
	int status = 0;
	long i, runs = argc > 2 ? strtol(argv[1], NULL, 10) : 0;

	if (runs < 1) {
		fprintf(stderr, "usage: measure N COMMAND [ARGUMENT...]\n");
		return 2;
	}
	for (i = 0; i < runs && status == 0; i++) {
		double used = cpu(), begun = now();

		status = run(argv + 2);
		used = cpu() - used;
		begun = now() - begun;
		least_cpu = used < least_cpu ? used : least_cpu;
		least_wall = begun < least_wall ? begun : least_wall;
	}
	getrusage(RUSAGE_CHILDREN, &usage);
	fprintf(stderr, "%.6f %.6f %ld\n", least_cpu, least_wall,
	    usage.ru_maxrss);
	return status;
}
