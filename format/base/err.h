/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * An error is a number and a sentence: functions return 0 or -errno, and struct err carries
 * "what: why" for the person at the keyboard. Callers prefix it on the way up; only the
 * commands print it. A NULL struct err is allowed everywhere: the sentence is then dropped.
 */
#ifndef FORMAT_BASE_ERR_H
#define FORMAT_BASE_ERR_H

#include <stddef.h>

struct err {
	char text[512]; /* always terminated; "" while there is no error */
};

/* Sets the sentence, cut with "…" where too long; returns -errnum. */
int err_set(struct err *err, int errnum, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The same, with ": " and the system's text for errnum behind it; returns -errnum. */
int err_sys(struct err *err, int errnum, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts "prefix: " before the sentence; returns ret unchanged. */
int err_prefix(struct err *err, int ret, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* "out of memory"; returns -ENOMEM. */
int err_memory(struct err *err);

#endif
