/*
 * decimal: a string of digits and the place of its point; schoolbook
 * arithmetic (Knuth, TAOCP 2, 4.3.1).
 *
 * Bugs: multiplication is quadratic; the longer factors in text are powers of
 * ten, which shift.
 */
#include "../ascii.h"
#include "decimal.h"

static struct decimal
tidy(char *digits, size_t length, size_t scale, bool negative)
{
	struct decimal d = { negative, { digits, length }, scale };

	while (d.digits.length > d.scale + 1 && d.digits.at[0] == '0') {
		d.digits.at++;
		d.digits.length--;
	}
	return d;
}

struct decimal
decimal_of(struct slice text, struct arena *arena)
{
	char *digits = arena_alloc(arena, text.length + 2, 1);
	size_t length = 0, scale = 0, i;
	bool point = false;

	digits[length++] = '0';
	for (i = 0; i < text.length; i++) {
		if (text.at[i] == '.') {
			point = true;
		} else if (is_digit(text.at[i])) {
			digits[length++] = text.at[i];
			scale += point;
		}
	}
	return tidy(digits, length, scale, false);
}

struct decimal
decimal_of_int(int64_t n, struct arena *arena)
{
	static const char one[] = "0123456789";
	char text[20];
	size_t at = sizeof text;
	bool negative = n < 0;
	uint64_t rest = negative ? 0 - (uint64_t)n : (uint64_t)n;
	struct decimal d;

	if (n >= 0 && n < 10)
		return (struct decimal){ false, { one + n, 1 }, 0 };
	do {
		text[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest != 0);
	d = decimal_of((struct slice){ text + at, sizeof text - at }, arena);
	d.negative = negative;
	return d;
}

/* The digit that counts 10^place, place from -scale. */
static int
digit(struct decimal a, int64_t place)
{
	int64_t at = (int64_t)(a.digits.length - a.scale) - 1 - place;

	if (at < 0 || at >= (int64_t)a.digits.length)
		return 0;
	return a.digits.at[at] - '0';
}

static int64_t
whole(struct decimal a)
{
	return (int64_t)(a.digits.length - a.scale);
}

struct decimal
decimal_add(struct decimal a, struct decimal b, struct arena *arena)
{
	size_t scale = a.scale > b.scale ? a.scale : b.scale;
	int64_t most = whole(a) > whole(b) ? whole(a) : whole(b), place;
	size_t length = (size_t)most + 1 + scale;
	char *digits = arena_alloc(arena, length + 1, 1);
	size_t at = length;
	int carry = 0;

	for (place = -(int64_t)scale; place <= most; place++) {
		int sum = digit(a, place) + digit(b, place) + carry;

		digits[--at] = (char)('0' + sum % 10);
		carry = sum / 10;
	}
	return tidy(digits, length, scale, a.negative);
}

bool
decimal_total(struct decimal a, struct decimal b, struct decimal *sum,
    struct arena *arena)
{
	size_t scale = a.scale > b.scale ? a.scale : b.scale, length;
	int64_t most, place;
	char *digits;
	int borrow = 0;

	if (a.negative == b.negative) {
		*sum = decimal_add(a, b, arena);
		return !a.negative;
	}
	if (a.negative)
		return decimal_total(b, a, sum, arena);
	if (decimal_compare(a, b) < 0)
		return false;
	most = whole(a);
	length = (size_t)most + scale;
	digits = arena_alloc(arena, length + 1, 1);
	for (place = -(int64_t)scale; place < most; place++) {
		int rest = digit(a, place) - digit(b, place) - borrow;

		borrow = rest < 0;
		digits[length - 1 - (size_t)(place + (int64_t)scale)] =
		    (char)('0' + rest + 10 * borrow);
	}
	*sum = tidy(digits, length, scale, false);
	return true;
}

struct decimal
decimal_round(struct decimal a, size_t keep, struct arena *arena)
{
	size_t lead = 0, cut;
	struct decimal head, half;

	while (lead + 1 < a.digits.length && a.digits.at[lead] == '0')
		lead++;
	if (a.digits.length - lead <= keep)
		return a;
	cut = a.digits.length - lead - keep;
	head = decimal_of((struct slice){ a.digits.at,
	    a.digits.length - cut }, arena);
	half = decimal_of_int(a.digits.at[a.digits.length - cut] >= '5', arena);
	head = decimal_shift(decimal_add(head, half, arena),
	    (int)cut - (int)a.scale, arena);
	head.negative = a.negative;
	return head;
}

struct decimal
decimal_trim(struct decimal a)
{
	while (a.scale > 0 && a.digits.at[a.digits.length - 1] == '0') {
		a.scale--;
		a.digits.length--;
	}
	return a;
}

struct decimal
decimal_multiply(struct decimal a, struct decimal b, struct arena *arena)
{
	size_t n = a.digits.length, m = b.digits.length, i, j;
	char *digits = arena_alloc(arena, n + m + 1, 1);

	for (i = n; i-- > 0;) {
		int carry = 0;

		for (j = m; j-- > 0;) {
			int sum = digits[i + j + 1] + carry +
			    (a.digits.at[i] - '0') * (b.digits.at[j] - '0');

			digits[i + j + 1] = (char)(sum % 10);
			carry = sum / 10;
		}
		digits[i] = (char)(digits[i] + carry);
	}
	for (i = 0; i < n + m; i++)
		digits[i] = (char)(digits[i] + '0');
	return tidy(digits, n + m, a.scale + b.scale,
	    a.negative != b.negative);
}

struct decimal
decimal_shift(struct decimal a, int power, struct arena *arena)
{
	size_t by = (size_t)(power < 0 ? -power : power);
	char *digits;

	/* no zero stands before it that tidy would drop */
	if (power == 0 && a.digits.length > a.scale && (a.digits.at[0] != '0'
	    || a.digits.length == a.scale + 1))
		return a;
	if (power >= 0) {
		size_t zeros = by > a.scale ? by - a.scale : 0;

		digits = arena_alloc(arena, a.digits.length + zeros + 1, 1);
		memcpy(digits, a.digits.at, a.digits.length);
		memset(digits + a.digits.length, '0', zeros);
		return tidy(digits, a.digits.length + zeros,
		    by > a.scale ? 0 : a.scale - by, a.negative);
	}
	digits = arena_alloc(arena, a.digits.length + by + 1, 1);
	memset(digits, '0', by);
	memcpy(digits + by, a.digits.at, a.digits.length);
	return tidy(digits, a.digits.length + by, a.scale + by, a.negative);
}

#define MOST_DIVISOR 100000000000000000	/* ten times it fits */

bool
decimal_divide(struct decimal a, int64_t b, size_t places,
    struct decimal *result, struct arena *arena)
{
	size_t n = a.digits.length, length = 0, scale = a.scale;
	char *digits = arena_alloc(arena, n + places + 1, 1);
	int64_t rest = 0;

	if (b <= 0 || b > MOST_DIVISOR)
		return false;
	while (length < n || (rest != 0 && length < n + places)) {
		rest = rest * 10 +
		    (length < n ? a.digits.at[length] - '0' : 0);
		scale += length >= n;
		digits[length++] = (char)('0' + rest / b);
		rest %= b;
	}
	*result = tidy(digits, length, scale, a.negative);
	return rest == 0;
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	int64_t most = whole(a) > whole(b) ? whole(a) : whole(b);
	int64_t least = -(int64_t)(a.scale > b.scale ? a.scale : b.scale);
	int64_t place;

	for (place = most; place >= least; place--)
		if (digit(a, place) != digit(b, place))
			return digit(a, place) - digit(b, place);
	return 0;
}

bool
decimal_zero(struct decimal a)
{
	size_t i;

	for (i = 0; i < a.digits.length; i++)
		if (a.digits.at[i] != '0')
			return false;
	return true;
}

int64_t
decimal_int(struct decimal a)
{
	size_t n = a.digits.length - a.scale, i;
	int64_t value = 0;

	if (n > 15)
		return -1;
	for (i = n; i < a.digits.length; i++)
		if (a.digits.at[i] != '0')
			return -1;
	for (i = 0; i < n; i++)
		value = value * 10 + (a.digits.at[i] - '0');
	return value;
}

struct slice
decimal_text(struct decimal a, struct arena *arena)
{
	size_t n = a.digits.length - a.scale, at = 0;
	char *text;

	if (!a.negative && a.scale == 0)
		return a.digits;
	text = arena_alloc(arena, a.digits.length + 3, 1);
	if (a.negative && !decimal_zero(a))
		text[at++] = '-';
	memcpy(text + at, a.digits.at, n);
	at += n;
	if (a.scale > 0) {
		text[at++] = '.';
		memcpy(text + at, a.digits.at + n, a.scale);
		at += a.scale;
	}
	return (struct slice){ text, at };
}
