/*
 * role: names of a document by what they are: introduced with a noun (the
 * president), of its kind (the company) or with it in them (the ministry).
 * Each looks at the names before the n-th, and a few behind.
 */
#ifndef QUOTE_ROLE_H
#define QUOTE_ROLE_H

#include "parse.h"

/* The company, the city: the name of that kind in this paragraph, else the one
 * that is named most, the nearest of several. */
struct slice role_of_kind(const struct finder *f, size_t n, size_t passage,
    struct slice noun);
/* The ministry: the nearest name that has the word. */
struct slice role_with_word(const struct finder *f, size_t n,
    struct slice head);
/* The 34-year-old, the 34-year-old baker: the nearest person of that age. */
struct slice role_of_age(const struct finder *f, size_t n,
    struct slice mention);
/* Whether a noun stands for names of some kind. */
bool role_is_general(struct slice noun);
/* Whether a noun may be another word for an organisation that is spoken of:
 * the firm, the bloc; not the court. */
bool role_is_body(struct slice noun);
/* Whether a name says that it is of another sort: a union is no company. */
bool role_named_otherwise(struct slice name, struct slice noun);
/* The report: the nearest name of a document (the Lund Study). */
struct slice role_document(const struct finder *f, size_t n);
/* The president: the name introduced with the most of the words of a mention,
 * more than least; of several that was named last. */
struct slice role_introduced(const struct finder *f, size_t n,
    struct slice mention, struct slice head, bool persons, size_t least);
/* The mayor quit.  Ana Lin said she: the first person whom a text that leads
 * with the noun names, and tells nothing else about. */
struct slice role_of_lead(const struct finder *f, size_t n,
    struct slice head);
/* The former spy: the one person who was introduced as a former one. */
struct slice role_former(const struct finder *f, size_t n);
/* A judge: the next person with this title before the name. */
struct slice role_named_later(const struct finder *f, size_t n,
    struct slice head);

#endif
