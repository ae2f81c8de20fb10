/*
 * vectors: marks a function whose loops are worth being compiled twice, for any
 * processor and for those with AVX2; which one runs is told when the program
 * is loaded.  Both compute the same.
 *
 *	VECTORS static void
 *	sum_rows(...)
 */
#ifndef VECTORS_H
#define VECTORS_H

#include <stdint.h>		/* tells __GLIBC__ */

/* Sanitizers are not ready yet when it is told. */
#ifdef VECTORS			/* by who builds it: -DVECTORS= has none */
#elif defined __x86_64__ && defined __linux__ && defined __GLIBC__ && \
    defined __GNUC__ && !defined __clang__ && __GNUC__ >= 12 && \
    !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
#define VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define VECTORS
#endif

/* Says that the short loop behind it runs often enough to be written out. */
#ifdef __GNUC__
#define UNROLLED _Pragma("GCC unroll 8")
#else
#define UNROLLED
#endif

/* Asks memory for what is needed soon, where what is read lies far apart. */
#ifdef __GNUC__
#define PREFETCH(at) __builtin_prefetch(at)
#else
#define PREFETCH(at) ((void)(at))
#endif

/* Says that a function shall be no part of its caller, which mostly does
 * without. */
#ifdef __GNUC__
#define SELDOM __attribute__((noinline))
#else
#define SELDOM
#endif

#endif
