/*
 * gap: the chunks of a paragraph, and the features and the score of a gap
 * between two of them.
 *
 *	struct gap gap;
 *
 *	gap_init(&gap, text, NULL);
 *	while (gap_next(&gap)) {
 *		gap_left(&gap)->end, gap_right(&gap)->start ...
 *		if (gap_score(&gap) > 0)
 *			a sentence ends here
 *	}
 *
 * Pure; allocates nothing; reads at most GAP_SIDE chunks ahead.  What only the
 * model asks for is found when it does.
 */
#ifndef GAP_H
#define GAP_H

#include <stdint.h>

#include "../lexicon.h"
#include "../tail.h"
#include "abbreviation.h"

#define GAP_SIDE 3			/* chunks on each side */
#define GAP_ROOM 64			/* chunks until they are moved */
#define GAP_TEMPLATES 45		/* of features: what they are made of */
#define GAP_FEATURES 48			/* and room for whole vectors */
#define GAP_FIRST 16			/* of the first model */
#define GAP_UNIT 16
#define GAP_SLOTS ((size_t)1 << 20)	/* of the model */
#define GAP_FIRST_SLOTS ((size_t)1 << 15)	/* of the first one, behind */
#define GAP_LOOKS ((size_t)1 << 15)	/* of the looks of gaps, behind that */
#define GAP_NEVER (-32 * 1024)		/* a score below any other */
#define GAP_SURELY (32 * 1024)		/* and one above */

enum gap_begin { GAP_LOWER, GAP_UPPER, GAP_DIGIT, GAP_OTHER };

/* How a chunk looks at a glance: as the right one of a gap by the lowest five
 * bits, as the left one by the lowest two and the highest six. */
enum gap_look {
	GAP_LOOK_STARTER = 4,
	GAP_LOOK_OPENED = 8,	/* by a mark */
	GAP_LOOK_WORD = 16,	/* word_only */
	GAP_LOOK_LAST = 32,	/* times the class of its last byte, below 16 */
	GAP_LOOK_STOP = 512	/* terminated */
};

/* Text between white space: opening marks, core, terminators, closing marks;
 * an inner one ends behind a terminator without white space. */
struct chunk {
	size_t start;
	size_t core;		/* where the opening marks end */
	size_t end;
	size_t close;		/* where the closing marks begin */
	size_t letters;		/* where the core ends but for , ; : - * */
	size_t stop;		/* where the terminators begin */
	union {
		struct {
			uint8_t begin;		/* enum gap_begin */
			uint8_t kind;		/* enum abbreviation: of its
						 * last word and a period */
			uint16_t look;		/* begin, enum gap_look */
			bool wished;		/* the user says its kind */
			bool exists;
			bool alone;		/* by a stop of East Asia */
			bool word_only;		/* letters of ASCII, , or . */
			bool terminated;	/* has stops before marks */
			bool spaced;		/* white space precedes */
			bool starter;		/* begins as sentences do */
			bool quiet;		/* ends nothing before it, nor
						 * marks an item */
			bool calm;		/* ends nothing behind it */
			bool described;		/* shape to open are known */
			bool hashed;		/* and word too */
			bool keyed;		/* key is */
		};
		uint64_t traits[2];	/* these, to be set at once */
	};
	uint32_t word;		/* hash of the core, folded, digits as 0 */
	uint32_t shape, tail, open;
	uint32_t key;		/* another hash of the core */
};

struct gap {
	struct slice text;
	const struct lexicon *abbreviations;	/* the user's, or NULL */
	size_t at;		/* where the next chunk is looked for */
	struct tail tail;	/* of the text */
	struct chunk chunks[GAP_ROOM];
	struct chunk *left;	/* of the gap; GAP_SIDE in sight, with it */
	size_t since;		/* chunks since the last terminator */
	size_t index;		/* of the left chunk in the paragraph */
	size_t skipped;		/* gaps before this one, since the last */
	bool closed;		/* the paragraph ends with a terminator */
	bool hasty;		/* the paragraph looks written in haste */
	bool edited;		/* or with care: closed, and a capital first */
};

void gap_init(struct gap *gap, struct slice text,
    const struct lexicon *abbreviations);
/* Moves to the next gap that is not before a small letter and behind no
 * terminator, where nothing ever ends; false when no two chunks are left. */
bool gap_next(struct gap *gap);

static inline const struct chunk *
gap_left(const struct gap *gap)
{
	return gap->left;
}

static inline const struct chunk *
gap_right(const struct gap *gap)
{
	return gap->left + 1;
}

/* What the core [start, end) of a chunk begins with. */
enum gap_begin gap_begin_of(struct slice text, size_t start, size_t end);
/* Whether it is an address of the web, whose case says nothing. */
bool gap_is_address(struct slice text, size_t start, size_t end);

/* The slots of the gap's features, GAP_TEMPLATES of them; verdict is what the
 * rules say of it. */
void gap_features(struct gap *gap, int verdict, uint32_t slots[GAP_FEATURES]);
/* Those of the features of the first model, which come behind GAP_SLOTS. */
void gap_first(struct gap *gap, int verdict, uint32_t slots[GAP_FIRST]);
/* Which of GAP_LOOKS the gap has, or that number when its look says nothing. */
size_t gap_look(const struct gap *gap, int verdict);
/* What the look tells as the logarithm of the odds, at least, as a weight; 0:
 * nothing. */
int gap_look_score(const struct gap *gap, int verdict);
/* The sum of the model's weights, above 0: a sentence ends.  GAP_UNIT times
 * the logarithm of the odds; or GAP_NEVER or GAP_SURELY. */
int gap_score(struct gap *gap, int verdict);
/* Whether there is a model. */
bool gap_model(void);

#endif
