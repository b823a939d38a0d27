/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Numbers for people, and people's numbers back. Durations are u64 nanoseconds.
 */
#ifndef FORMAT_BASE_UNITS_H
#define FORMAT_BASE_UNITS_H

#include <stdint.h>

#include "format/base/err.h"

/* What every units_X() below writes into, and returns, so that it can stand in a printf(). */
struct units {
	char text[32];
};

enum units_time { UNITS_NS, UNITS_US, UNITS_MS, UNITS_S };

/* "412,803" */
const char *units_count(struct units *out, uint64_t count);

/* Three significant digits in the unit that fits: "812 ns", "1.21 ms", "30.0 s", "2,004 s". */
const char *units_duration(struct units *out, uint64_t duration_ns);

/* The same in a given unit, with up to three decimals where they say something. */
const char *units_duration_in(struct units *out, uint64_t duration_ns, enum units_time unit);

/* The unit in which duration_ns is at least 1, at most UNITS_S. */
enum units_time units_time_of(uint64_t duration_ns);

/* "ns", "µs", "ms" or "s". */
const char *units_time_name(enum units_time unit);

/* "812 B", "1.9 MB": powers of 1,000. */
const char *units_bytes(struct units *out, uint64_t bytes);

/* "99.8 %". Says 100.0 only for all of it and 0.0 only for none: in between it stays at
 * 99.9 and 0.1. "-" for a whole of 0. */
const char *units_percent(struct units *out, uint64_t part, uint64_t whole);

/* "30s", "1.5ms", "250us", "2m", "1h"; a bare number is seconds. Returns 0 or -EINVAL. */
int units_parse_duration(const char *text, uint64_t *ret_ns, struct err *err);

/* "4096", "64K", "8M", "1G": powers of 1,024. Returns 0 or -EINVAL. */
int units_parse_size(const char *text, uint64_t *ret_bytes, struct err *err);

/* A decimal number from min to max. Returns 0 or -EINVAL. */
int units_parse_number(const char *text, uint64_t min, uint64_t max, uint64_t *ret_number,
	struct err *err);

#endif
