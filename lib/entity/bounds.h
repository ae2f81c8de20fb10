/*
 * bounds: the steps that find where the names of a sentence begin and end, and
 * what they share.
 *
 *	bounds.c	left out in front and behind; datelines
 *	person.c	what belongs to a person's name
 *	part.c		two names that were taken for one
 *	join.c		one name that was taken for several
 */
#ifndef BOUNDS_H
#define BOUNDS_H

#include "evidence.h"

enum { FORM = 64 };		/* what a form tells of the type */

struct sentence_names {
	struct names *names;
	const struct tagger_word *words;
	size_t from, begin, end, sentence;
	bool added;		/* out of order */
};

static inline bool
touches(const struct tagger_word *a)
{
	return a->text.at + a->text.length == a[1].text.at;
}

static inline bool
is(const struct sentence_names *s, size_t i, const char *text)
{
	return i >= s->begin && i < s->end &&
	    slice_is(s->words[i].text, text);
}

/* The 's behind an owner. */
static inline bool
owner_ends(const struct sentence_names *s, size_t i)
{
	return i >= s->begin && i < s->end && is_genitive(&s->words[i]);
}

static inline bool
is_capital(const struct sentence_names *s, size_t i)
{
	return i >= s->begin && i < s->end && names_capital(&s->words[i]);
}

/* The name that covers word i, or NULL. */
static inline struct name *
name_at(const struct sentence_names *s, size_t i)
{
	size_t owner = i < s->begin || i >= s->end ? 0 : s->names->owner[i];
	struct name *n = owner == 0 ? NULL : &s->names->all[owner - 1];

	return n == NULL || n->last == n->first ? NULL : n;
}

static inline bool
is_first_name(const struct tagger_word *w)
{
	return (w->kinds & GAZETTEER_FIRST) != 0;
}

/* Makes words [first, last) one name, in place of those it meets, which lie
 * within: the first of them grows, the others end where they begin. */
struct name *cover(struct sentence_names *s, size_t first, size_t last,
    enum entity_label label);
/* Particles and a capitalised word behind i: the place behind, or i. */
size_t behind_particles(const struct sentence_names *s, size_t i);

void names_persons(struct sentence_names *s);
void names_part(struct sentence_names *s);
void names_join(struct sentence_names *s);

#endif
