/*
 * mention: the words for who speaks ("the president, Ana Lin"), and names in
 * and before them.
 */
#ifndef QUOTE_MENTION_H
#define QUOTE_MENTION_H

#include "parse.h"

#define BACK 60			/* names looked at before a mention */
#define WINDOW 60		/* bytes looked at about a name */

struct slice mention_text(const struct finder *f,
    const struct quote_place *place);
/* The same without the capital that is the sentence's. */
struct slice mention_small(const struct finder *f,
    const struct quote_place *place, struct slice text);
/* How many names stand before this place. */
size_t mention_names_before(const struct finder *f,
    const struct quote_place *place);
/* The name inside a mention that it is of, a person, else another; of the
 * first n. */
size_t mention_name(const struct finder *f, const struct quote_place *place,
    size_t n);
/* How many words of a mention are told about a name; 0 without the head. */
size_t mention_introduces(const struct finder *f,
    const struct quote_name *name, struct slice mention, struct slice head);
/* Whether a noun for a person introduces a name. */
bool mention_has_role(const struct finder *f, const struct quote_name *name);
/* Whether something is the name's: Lin's spokesman is not Lin. */
bool mention_owns(const struct finder *f, const struct quote_name *name);
bool mention_wire(const struct finder *f, const struct quote_name *name);

#endif
