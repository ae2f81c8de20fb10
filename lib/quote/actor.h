/*
 * actor: who or what a sentence is about, whom pronouns behind it stand for.
 * Each takes the passage of the sentence, and its index.
 */
#ifndef QUOTE_ACTOR_H
#define QUOTE_ACTOR_H

#include "parse.h"

/* Whether a name is in marks. */
bool actor_quoted(const struct finder *f, const struct quote_name *name);
/* The first person of that gender named in a sentence, before a byte. */
size_t actor_person(const struct finder *f, const struct passage *p,
    size_t passage, size_t sentence, size_t before,
    enum name_gender gender);
/* The nameless subject a sentence begins with: My father laughed. */
struct slice actor_nameless(const struct finder *f,
    const struct passage *p, size_t passage, size_t sentence, size_t before,
    enum name_gender gender);
/* Officials, the nurses: the nameless people whom a sentence begins with. */
struct slice actor_people(const struct finder *f, const struct passage *p,
    size_t passage, size_t sentence, size_t before);
/* The nameless document or group that a sentence begins with: The study, the
 * state's health ministry. */
struct slice actor_paper(const struct finder *f, const struct passage *p,
    size_t passage, size_t sentence);
/* The first organisation named in a sentence, outside marks and before a
 * name. */
size_t actor_group(const struct finder *f, const struct passage *p,
    size_t passage, size_t sentence, size_t n);
/* Whether a sentence begins with he or she. */
bool actor_pronoun(const struct passage *p, size_t sentence,
    enum name_gender gender);
/* Whether a sentence begins with it or its: Its debt is due. */
bool actor_its(const struct passage *p, size_t sentence);
/* Ana Lin, who led the party, has died aged 88; Ana Lin, potter, dies at 88:
 * the first person named, if a headline or the first paragraph says so. */
size_t actor_dead(const struct finder *f);

#endif
