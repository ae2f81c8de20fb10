/*
 * acronym: the letters of an acronym and the initials of a name, as code
 * points in lower case (of ASCII), to be compared.
 */
#ifndef ACRONYM_H
#define ACRONYM_H

#include "names.h"

enum { ACRONYM_MOST = 12 };

/* Letters of a name of one word that may be initials, as "WHO", "U.S.";
 * returns how many, 0 when it is none. */
size_t acronym_letters(const struct names *names, const struct name *name,
    uint32_t letters[ACRONYM_MOST]);
/* First letters of the capitalised words, or with small ones of all. */
size_t acronym_initials(const struct names *names, const struct name *name,
    bool small, uint32_t letters[ACRONYM_MOST]);
/* Whether the second name stands in brackets behind the first and is one
 * word of its type: "the Welsh Rugby Union (WRU)". */
bool acronym_in_brackets(const struct names *names, const struct name *name,
    const struct name *next);

#endif
