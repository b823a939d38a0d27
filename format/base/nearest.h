/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The names most like a mistyped one, for "did you mean": a collector that is offered every
 * candidate and keeps the few best.
 *
 * Invariants: names[0..count) are different, ordered by distance, then byte order, so that the
 * answer does not depend on the order of the offers. Nothing is allocated; names are borrowed.
 */
#ifndef FORMAT_BASE_NEAREST_H
#define FORMAT_BASE_NEAREST_H

#include <stddef.h>

enum { NEAREST_NAMES = 5, NEAREST_LIMIT = 3 };

struct nearest {
	const char *wanted;
	size_t wanted_length;
	unsigned int limit; /* farther candidates are no help */
	size_t count;
	const char *names[NEAREST_NAMES];
	unsigned int distances[NEAREST_NAMES];
};

/* wanted is borrowed. The limit is one edit for every four bytes, at most NEAREST_LIMIT. */
void nearest_init(struct nearest *nearest, const char *wanted);

/* Keeps the name where it is near enough; it must outlive the collector. */
void nearest_offer(struct nearest *nearest, const char *name);

/* The number of insertions, deletions, substitutions and swaps of neighbouring bytes that lead
 * from left to right, no byte edited twice (Damerau-Levenshtein in the form of optimal string
 * alignment); limit + 1 when it is more than limit. limit <= NEAREST_LIMIT.
 * Takes time in proportion to the length times the limit (Ukkonen 1985: only cells near the
 * diagonal matter). */
unsigned int nearest_distance(const char *left, const char *right, unsigned int limit);

#endif
