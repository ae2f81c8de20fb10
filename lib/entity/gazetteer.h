/*
 * gazetteer: which kinds a name has in the tables of lib/lexicon/gazetteer,
 * compiled by lib/lexicon/gazetteer/compile.c: open addressing, one uint32_t
 * a slot: 20 bits of fingerprint above 12 of kinds; 0 is free.  Behind them
 * lie the clusters of words, in the same manner, behind these in the same order
 * their codes (five of 5 bits), and a bit for each beginning of a name of
 * several words, whole ones too.
 */
#ifndef GAZETTEER_H
#define GAZETTEER_H

#include <stdbool.h>
#include <stdint.h>

#include "../slice.h"

#define GAZETTEER_SLOTS ((uint32_t)1 << 19)
#define CLUSTER_SLOTS ((uint32_t)1 << 17)
#define GAZETTEER_BEGINNINGS ((uint32_t)1 << 19)
/* All the numbers of the table. */
#define GAZETTEER_SIZE (GAZETTEER_SLOTS + 2 * CLUSTER_SLOTS + \
    GAZETTEER_BEGINNINGS / 32)
#define CLUSTER_CODED ((uint32_t)1 << 31)	/* in the codes of each */

/* Where the hash of a common word starts, whose kinds are the number of its
 * class; names start at 0. */
#define GAZETTEER_CLASS 1
/* The class of places, in the order of gazetteer/compile.c. */
#define GAZETTEER_LOCATION 14

enum gazetteer_kind {
	GAZETTEER_COUNTRY = 1,		/* also regions of the world */
	GAZETTEER_CITY = 2,		/* also capitals */
	GAZETTEER_REGION = 4,
	GAZETTEER_DEMONYM = 8,
	GAZETTEER_FIRST = 16,
	GAZETTEER_LAST = 32,
	GAZETTEER_ORG = 64,		/* also universities */
	GAZETTEER_COMPANY = 128,
	GAZETTEER_CLUB = 256,
	GAZETTEER_AFFIX = 512,		/* with ORG or REGION; alone: title */
	GAZETTEER_MISC = 1024		/* languages, events, products, prizes */
};

/* The hash of no letters, and of those before with one more. */
#define GAZETTEER_EMPTY UINT64_C(14695981039346656037)

static inline uint64_t
gazetteer_letter(uint64_t h, char c)
{
	return (h ^ (unsigned char)c) * UINT64_C(1099511628211);
}

/* The hash of a word; of a name: fold the words one after another. */
static inline uint64_t
gazetteer_word(struct slice word)
{
	uint64_t h = GAZETTEER_EMPTY;
	size_t i;

	for (i = 0; i < word.length; i++)
		h = gazetteer_letter(h, word.at[i]);
	return h;
}

/* Latin letters with marks, without: U+00C0 to U+017F, U+1EA0 to U+1EF9; 0 for
 * others. */
static inline char
gazetteer_letter_plain(uint32_t c)
{
	static const char low[] =
	    "AAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTs"
	    "aaaaaaaceeeeiiiidnooooo\0ouuuuyty"
	    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkk"
	    "LlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUu"
	    "WwYyYZzZzZzs";
	static const char high[] =
	    "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIi"
	    "OoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy";

	if (c >= 0xc0 && c < 0x180)
		return low[c - 0xc0];
	if (c >= 0x1ea0 && c < 0x1efa)
		return high[c - 0x1ea0];
	return (char)(c == 0x218 ? 'S' : c == 0x219 ? 's' : c == 0x21a ? 'T' :
	    c == 0x21b ? 't' : c == 0x1a0 ? 'O' : c == 0x1a1 ? 'o' :
	    c == 0x1af ? 'U' : c == 0x1b0 ? 'u' : 0);
}

/* The word without marks on its letters, which lists and writers leave out as
 * they like; its length, or 0 where there are none, other letters as well, or
 * no room. */
static inline size_t
gazetteer_plain(struct slice word, char *out, size_t room)
{
	size_t i, n = 0;
	bool marks = false;

	for (i = 0; i < word.length && n < room; n++) {
		const unsigned char *s = (const unsigned char *)word.at + i;
		uint32_t c = *s;
		size_t left = word.length - i;

		if (c < 0x80) {
			out[n] = (char)c;
			i++;
			continue;
		}
		if (c >= 0xc3 && c < 0xe0 && left > 1) {
			c = (c & 31) << 6 | (s[1] & 63);
			i += 2;
		} else if (c == 0xe1 && left > 2) {
			c = 0x1000 | (s[1] & 63u) << 6 | (s[2] & 63u);
			i += 3;
		} else
			return 0;
		marks = true;
		out[n] = gazetteer_letter_plain(c);
		if (out[n] == '\0')
			return 0;
	}
	return marks && i >= word.length ? n : 0;
}

static inline uint64_t
gazetteer_fold(uint64_t name, uint64_t word)
{
	name = (name ^ word) * 0x9e3779b97f4a7c15u;
	return name ^ name >> 29;
}

static inline uint32_t
gazetteer_find(const uint32_t *slots, uint64_t name)
{
	uint32_t print = (uint32_t)(name >> 44) << 12;
	uint32_t at = (uint32_t)name & (GAZETTEER_SLOTS - 1);

	for (; slots[at] != 0; at = (at + 1) & (GAZETTEER_SLOTS - 1))
		if ((slots[at] & ~4095u) == print)
			return slots[at] & 4095;
	return 0;
}

/* Where the bit of a beginning is: which of the numbers behind the slots. */
static inline uint32_t
gazetteer_bit(uint64_t name, uint32_t *bit)
{
	uint32_t at = (uint32_t)(name >> 20) & (GAZETTEER_BEGINNINGS - 1);

	*bit = UINT32_C(1) << at % 32;
	return at / 32;
}

/* Whether a name of several words may begin with these, or be these. */
static inline bool
gazetteer_begins(const uint32_t *slots, uint64_t name)
{
	uint32_t bit, at = gazetteer_bit(name, &bit);

	return (slots[GAZETTEER_SLOTS + 2 * CLUSTER_SLOTS + at] & bit) != 0;
}

/* The slot of the word with this hash: its low 12 bits are the cluster, and
 * CLUSTER_SLOTS behind it are the codes; or NULL. */
static inline const uint32_t *
cluster_find(const uint32_t *slots, uint64_t word)
{
	uint64_t h = gazetteer_fold(0, word);
	uint32_t print = (uint32_t)(h >> 44 | 1) << 12;
	uint32_t at = (uint32_t)h & (CLUSTER_SLOTS - 1);

	for (slots += GAZETTEER_SLOTS; slots[at] != 0;
	    at = (at + 1) & (CLUSTER_SLOTS - 1))
		if ((slots[at] & ~4095u) == print)
			return slots + at;
	return NULL;
}

#endif
