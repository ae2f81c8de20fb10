/*
 * name: numbers that are part of a name, an identifier, or no numbers at all.
 */
#ifndef NAME_H
#define NAME_H

#include "grammar.h"

/* A hyphen, glued; en dashes join numbers, not names. */
bool dash_at(const struct grammar *g, size_t i);
bool verb_at(const struct grammar *g, size_t i);
/* The name whose possessive ends before atom i, plus 1: Ocean's, James' */
size_t owner_before(const struct grammar *g, size_t i);
bool capital_word(const struct grammar *g, size_t i);
bool sentence_first(const struct grammar *g, size_t i);
/* The number of a law or a report: 117-2. */
size_t paper_at(const struct grammar *g, size_t i);
/* A phone number, an ISBN, a serial: its end, or 0. */
size_t identifier_at(const struct grammar *g, size_t i);
/* A street behind the number from i to end: its end, or 0. */
size_t address_at(const struct grammar *g, size_t i, size_t end);
/* Whether the hit is the number of a block or of a line of buses. */
bool number_of_line(const struct grammar *g, const struct hit *hit);
/* A name that has a number in it: its end, or 0. */
size_t numbered_name_at(const struct grammar *g, size_t i);
/* Whether the digits from i to end are a code by the word before: port 8080 */
bool code_before(const struct grammar *g, size_t i, size_t end);
/* The word or letters glued before atom i: A380, COVID-19, MH370. */
bool name_glued_before(const struct grammar *g, size_t i);
/* Whether something may be counted at i. */
bool counted_at(const struct grammar *g, size_t i);
/* Whether a bare number is part of a name: Boeing 737, Seven Sisters. */
bool name_around(const struct grammar *g, const struct hit *hit);
/* Whether the hit goes on what follows the number of a name at named. */
bool name_goes_on(const struct grammar *g, size_t named,
    const struct hit *hit);
/* Whether the hit is part of a name or of an identifier. */
bool name_refused(const struct grammar *g, const struct hit *hit);

#endif
