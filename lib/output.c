/*
 * output: see the header.  Large pieces are written past the buffer.
 *
 * A program that ends early, for want of memory say, has handed whole blocks
 * over before: what is left of them in the buffer is written on exit.  The
 * pointer to it is the only state here that is not the caller's.
 */
#ifdef __linux__
#define _GNU_SOURCE		/* for F_SETPIPE_SZ */
#endif
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "error.h"
#include "output.h"

/* Fewer turns between the filters of a pipeline: 64 KiB cost it a tenth more
 * time.  A MiB gains no more, and a user may have 64 of them in all. */
#define PIPE_SIZE (1 << 18)

static struct output *unfinished;

static _Noreturn void
failed(void)
{
	unfinished = NULL;
	error_die(STATUS_FAILURE, "write error: %s", strerror(errno));
}

static void
write_all(const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t n = write(STDOUT_FILENO, bytes, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			failed();
		bytes += n;
		length -= (size_t)n;
	}
}

static void
finish(void)
{
	if (unfinished != NULL)
		write_all(unfinished->bytes, unfinished->used);
}

void
output_open(struct output *out)
{
	static bool arranged;

	out->used = 0;
	/* closed at the start: say so even when nothing will be written */
	if (fcntl(STDOUT_FILENO, F_GETFD) == -1)
		failed();
#ifdef F_SETPIPE_SZ
	fcntl(STDOUT_FILENO, F_SETPIPE_SZ, PIPE_SIZE);
#endif
	unfinished = out;
	if (!arranged)
		arranged = atexit(finish) == 0;
}

void
output_flush(struct output *out)
{
	write_all(out->bytes, out->used);
	out->used = 0;
}

void
output_bytes(struct output *out, const char *bytes, size_t length)
{
	if (length > OUTPUT_SIZE - out->used) {
		output_flush(out);
		if (length >= OUTPUT_SIZE) {
			write_all(bytes, length);
			return;
		}
	}
	if (length > 0)
		memcpy(out->bytes + out->used, bytes, length);
	out->used += length;
}

void
output_slice(struct output *out, struct slice s)
{
	output_bytes(out, s.at, s.length);
}

void
output_byte(struct output *out, char byte)
{
	if (out->used == OUTPUT_SIZE)
		output_flush(out);
	out->bytes[out->used++] = byte;
}

char *
output_room(struct output *out, size_t length)
{
	if (length > OUTPUT_SIZE - out->used) {
		output_flush(out);
		if (length > OUTPUT_SIZE)
			return NULL;
	}
	return out->bytes + out->used;
}

void
output_to(struct output *out, const char *end)
{
	out->used = (size_t)(end - out->bytes);
}

const char output_pairs[201] =
    "0001020304050607080910111213141516171819"
    "2021222324252627282930313233343536373839"
    "4041424344454647484950515253545556575859"
    "6061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899";

/* Writes a number below 10,000. */
static char *
put_small(char *to, unsigned n)
{
	unsigned high = n / 100;

	if (high >= 10) {
		memcpy(to, output_pairs + 2 * high, 2);
		to += 2;
	} else if (high > 0) {
		*to++ = (char)('0' + high);
	} else if (n < 10) {
		*to = (char)('0' + n);
		return to + 1;
	}
	memcpy(to, output_pairs + 2 * (n % 100), 2);
	return to + 2;
}

static char *
put_digits(char *to, uint64_t n)
{
	unsigned low = (unsigned)(n % 10000);

	if (n < 10000)
		return put_small(to, low);
	to = put_digits(to, n / 10000);
	memcpy(to, output_pairs + 2 * (low / 100), 2);
	memcpy(to + 2, output_pairs + 2 * (low % 100), 2);
	return to + 4;
}

char *
output_digits(char *to, int64_t number)
{
	if (number >= 0)
		return put_digits(to, (uint64_t)number);
	*to = '-';
	return put_digits(to + 1, 0 - (uint64_t)number);
}

void
output_number(struct output *out, int64_t number)
{
	char digits[OUTPUT_DIGITS];

	output_bytes(out, digits,
	    (size_t)(output_digits(digits, number) - digits));
}

void
output_close(struct output *out)
{
	output_flush(out);
	unfinished = NULL;
	if (close(STDOUT_FILENO) == -1)
		failed();
}
