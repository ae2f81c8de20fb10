/*
 * report: precision and recall of exact names; part of the trainer.
 */
#ifndef TRAIN_REPORT_H
#define TRAIN_REPORT_H

#include <stdio.h>

#include "crf.h"

/* Writes a line of figures for each of the sets that has examples. */
void report(FILE *out, const struct model *model,
    const struct example *examples, size_t count, const char *const *sets,
    int set_count);

#endif
