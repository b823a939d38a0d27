/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Unit tests as one TAP stream a file: UNIT_TEST(name) { … UNIT_CHECK(claim); … }
 * Each test runs in a forked process, so that a crash is one failed test; a failed check ends
 * its test.
 */
#ifndef TESTS_UNIT_UNIT_H
#define TESTS_UNIT_UNIT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef void unit_fn(void);

void unit_add(const char *name, unit_fn *run);

#define UNIT_TEST(name)                                              \
	static void name(void);                                      \
	__attribute__((constructor)) static void name##_add_(void)   \
	{                                                            \
		unit_add(#name, name);                               \
	}                                                            \
	static void name(void)

void unit_check(bool claim, const char *text, const char *file, int line);
void unit_check_equal(int64_t left, int64_t right, const char *text, const char *file, int line);
void unit_check_text(const char *left, const char *right, const char *file, int line);

#define UNIT_CHECK(claim) unit_check((claim), #claim, __FILE__, __LINE__)
#define UNIT_EQUAL(left, right) \
	unit_check_equal((int64_t)(left), (int64_t)(right), #left " == " #right, __FILE__, __LINE__)
#define UNIT_TEXT(left, right) unit_check_text((left), (right), __FILE__, __LINE__)

/* Ends the test as skipped, which TAP counts. */
void unit_skip(const char *reason) __attribute__((noreturn));

#endif
