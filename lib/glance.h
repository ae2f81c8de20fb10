/*
 * glance: what rows hold as it is told at a glance, from 64 bytes at a time:
 * where tabs and the newline are, and whether there is anything that has to be
 * looked at closely.  Here, so that whoever reads many rows does it without a
 * call for each.  Private to row.c and stream.c.
 */
#ifndef GLANCE_H
#define GLANCE_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "row.h"
#include "utf8.h"

/* The same byte eight times. */
#define BYTES(byte) (UINT64_C(0x0101010101010101) * (byte))

#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* As row_offset, when eight bytes from field.at on can be read: all digits at
 * a time, as pairs, fours and eight (Lemire 2018). */
static inline int64_t
offset_in(struct slice field)
{
	uint64_t word;

	if (field.length == 0 || field.length > 8 ||
	    (field.at[0] == '0' && field.length > 1))
		return row_offset(field);
	memcpy(&word, field.at, sizeof word);
	word ^= BYTES('0');
	word <<= 64 - 8 * field.length;
	if (((word | (word + BYTES(0x76))) & BYTES(0x80)) != 0)
		return -1;
	word = word * 10 + (word >> 8);
	return (int64_t)((((word & UINT64_C(0x000000ff000000ff)) *
	    UINT64_C(0x000f424000000064)) +
	    (((word >> 16) & UINT64_C(0x000000ff000000ff)) *
	    UINT64_C(0x0000271000000001))) >> 32);
}
#else
static inline int64_t
offset_in(struct slice field)
{
	return row_offset(field);
}
#endif

/* Whether all bytes are those of the string, without a call. */
#define IS(slice, string) ((slice).length == sizeof (string) - 1 && \
	memcmp((slice).at, string, sizeof (string) - 1) == 0)

/* What 64 bytes are, a bit for each. */
struct bits {
	uint64_t tabs;
	uint64_t controls;	/* tabs, newlines and the like */
	uint64_t slashes;
	uint64_t high;		/* bytes beyond ASCII */
};

#ifdef __SSE2__
static inline uint64_t
mask_of(__m128i bytes, int i)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(bytes) << i;
}

static inline struct bits
bits_of(const char *at)
{
	const __m128i most = _mm_set1_epi8(' ' - 1);
	const __m128i tab = _mm_set1_epi8('\t'), slash = _mm_set1_epi8('\\');
	struct bits bits = { 0, 0, 0, 0 };
	int i;

	for (i = 0; i < 64; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(at + i));

		bits.tabs |= mask_of(_mm_cmpeq_epi8(bytes, tab), i);
		bits.controls |= mask_of(_mm_cmpeq_epi8(_mm_min_epu8(bytes,
		    most), bytes), i);
		bits.slashes |= mask_of(_mm_cmpeq_epi8(bytes, slash), i);
		/* the highest bit of a byte is its mask */
		bits.high |= mask_of(bytes, i);
	}
	return bits;
}

/* Adds those of 16 bytes that are tabs, and that are neither tabs nor plain. */
static inline void
add_tabs(const char *at, int i, uint64_t *tabs, uint64_t *others)
{
	const __m128i bytes = _mm_loadu_si128((const void *)(at + i));
	const __m128i tab = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t'));
	/* bytes beyond ASCII are less than 0 */
	const __m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
	const __m128i slash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));

	*tabs |= mask_of(tab, i);
	*others |= mask_of(_mm_andnot_si128(tab, _mm_or_si128(low, slash)), i);
}

/* The tabs of 64 bytes, and what is neither a tab nor plain: as far as the
 * first of these. */
static inline void
tabs_of(const char *at, uint64_t *tabs, uint64_t *others)
{
	*tabs = *others = 0;
	add_tabs(at, 0, tabs, others);
	add_tabs(at, 16, tabs, others);
	add_tabs(at, 32, tabs, others);
	/* most rows end before */
	if (*others == 0)
		add_tabs(at, 48, tabs, others);
}
#else
static inline struct bits
bits_of(const char *at)
{
	struct bits bits = { 0, 0, 0, 0 };
	int i;

	for (i = 0; i < 64; i++) {
		unsigned char c = (unsigned char)at[i];

		bits.tabs |= (uint64_t)(c == '\t') << i;
		bits.controls |= (uint64_t)(c < ' ') << i;
		bits.slashes |= (uint64_t)(c == '\\') << i;
		bits.high |= (uint64_t)(c >= 0x80) << i;
	}
	return bits;
}

static inline void
tabs_of(const char *at, uint64_t *tabs, uint64_t *others)
{
	struct bits bits = bits_of(at);

	*tabs = bits.tabs;
	*others = (bits.controls | bits.slashes | bits.high) & ~bits.tabs;
}
#endif

/* The number of the lowest bit that is set. */
static inline unsigned
lowest(uint64_t bits)
{
#ifdef __GNUC__
	return (unsigned)__builtin_ctzll(bits);
#else
	unsigned n = 0;

	for (; (bits & 1) == 0; bits >>= 1)
		n++;
	return n;
#endif
}

static inline struct slice
between(const char *before, const char *behind)
{
	return (struct slice){ before + 1, (size_t)(behind - before - 1) };
}

/* What there is to know of a token row that is passed on. */
struct row_brief {
	int64_t start, end;
	size_t length;		/* of the line, with its newline */
	size_t label, attrs;	/* where these begin in it */
	uint64_t sent;		/* in and out: the number of before, or 0 */
};

#define ROW_BRIEF 64		/* bytes behind the head that are looked at */

/* Where so many tabs are; false when there are fewer or more. */
static inline bool
find_tabs(const char *at, uint64_t tabs, const char **tab, unsigned count)
{
	uint64_t last = tabs;
	unsigned i;

	/* of none none remain */
	for (i = 1; i < count; i++)
		last &= last - 1;
	if (last == 0 || (last & (last - 1)) != 0)
		return false;
	for (i = 0; i < count; i++) {
		tab[i] = at + lowest(tabs);
		tabs &= tabs - 1;
	}
	return true;
}

/* The same of a field that most often is the number before, its bytes and the
 * tab behind it; eight bytes from it on can be read, and it is not empty. */
static inline bool
sent_known(uint64_t *known, struct slice sent)
{
	uint64_t bytes = 0;

	if (sent.length < 8) {
		bytes = utf8_little(sent.at, 8) << (56 - 8 * sent.length);
		if (bytes == *known)
			return true;
	}
	if (!IS(sent, "_") && offset_in(sent) < 1)
		return false;
	*known = bytes;
	return true;
}

/* Whether the attributes of a line, a tab behind them, are glued=1. */
static inline bool
is_glued(struct slice attrs)
{
	/* eight bytes are compared without a call */
	return attrs.length == 7 && memcmp(attrs.at, "glued=1\t", 8) == 0;
}

/* Whether bytes begin as head does, which has eight at least. */
static inline bool
begins_with(const char *at, struct slice head)
{
	size_t last = head.length - 8, i;

	if (last <= 8)
		return utf8_eight(at, 8) == utf8_eight(head.at, 8) &&
		    utf8_eight(at + last, 8) == utf8_eight(head.at + last, 8);
	/* a call is worth it for long names of documents */
	if (head.length > 40)
		return memcmp(at, head.at, head.length) == 0;
	for (i = 0; i < last; i += 8)
		if (utf8_eight(at + i, 8) != utf8_eight(head.at + i, 8))
			return false;
	return utf8_eight(at + last, 8) == utf8_eight(head.at + last, 8);
}

/* Looks again at 64 bytes whose first line is not all plain: finds its tabs,
 * its newline and where quotation marks, dashes and the like begin (U+2000 to
 * U+203F, which are \xe2\x80 and another); false when there is anything
 * else. */
static inline bool
find_marks(const char *at, uint64_t *tabs, uint64_t *newline, uint64_t *marks)
{
	struct bits bits = bits_of(at);
	uint64_t others = (bits.controls | bits.slashes) & ~bits.tabs;
	uint64_t stop = others & (0 - others), high = bits.high & (stop - 1);

	*marks = 0;
	for (; stop != 0 && high != 0; high &= high - 1) {
		unsigned i = lowest(high);
		uint64_t all = UINT64_C(7) << i;

		if ((high & all) != all || memcmp(at + i, "\xe2\x80", 2) != 0 ||
		    (at[i + 2] & 0xc0) != 0x80)
			return false;
		*marks |= UINT64_C(1) << i;
		high &= ~all | UINT64_C(1) << i;
	}
	*tabs = bits.tabs;
	*newline = stop;
	return stop != 0 && at[lowest(stop)] == '\n';
}

/* The bytes behind a place that are no code points of their own. */
static inline int64_t
surplus(uint64_t marks, unsigned place)
{
	int64_t n = 0;

	for (marks = marks >> place; marks != 0; marks &= marks - 1)
		n += 2;
	return n;
}

/* As row_next, for a short line as most are: it begins as other rows of the
 * block do (head: their type and doc, with their tabs; eight bytes at least),
 * is of ASCII without escapes, but for marks, and has no attributes but
 * glued=1.  False when it is none, or malformed. */
static inline bool
row_next_brief(struct slice bytes, struct slice head, struct row_brief *row)
{
	const char *at = bytes.at + head.length, *tab[6], *end;
	uint64_t others, stop, tabs, marks = 0;
	struct slice sent, attrs;

	if (bytes.length < head.length + ROW_BRIEF ||
	    !begins_with(bytes.at, head))
		return false;
	tabs_of(at, &tabs, &others);
	stop = others & (0 - others);
	if (stop == 0 || (at[lowest(stop)] != '\n' &&
	    !find_marks(at, &tabs, &stop, &marks)))
		return false;
	tabs &= stop - 1;
	/* two tabs that touch, or one at an end, leave a field empty */
	if (((tabs << 1 | 1) & (tabs | stop)) != 0 ||
	    !find_tabs(at, tabs, tab, 6))
		return false;
	end = at + lowest(stop);
	/* eight bytes from each of these on may be read */
	row->start = offset_in((struct slice){ at, (size_t)(tab[0] - at) });
	row->end = offset_in(between(tab[0], tab[1]));
	sent = between(tab[1], tab[2]);
	attrs = between(tab[4], tab[5]);
	row->length = (size_t)(end + 1 - bytes.at);
	row->label = (size_t)(tab[2] + 1 - bytes.at);
	row->attrs = (size_t)(attrs.at - bytes.at);
	return row->start >= 0 && row->end - row->start ==
	    end - tab[5] - 1 - surplus(marks, (unsigned)(tab[5] - at)) &&
	    sent_known(&row->sent, sent) && (IS(attrs, "_") ||
	    is_glued(attrs));
}

#endif
