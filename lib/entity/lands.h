/*
 * lands: what tells a land nobody knows from a person (lands.c).
 */
#ifndef LANDS_H
#define LANDS_H

#include "evidence.h"

enum { LANDS_ENOUGH = 10 };

/* How much the words around name i say that it is a land: "in X", "X's army",
 * "Ghana, X and Togo"; below 0 that it is a person. */
int lands_read(const struct context *context, const struct names *names,
    size_t i);

#endif
