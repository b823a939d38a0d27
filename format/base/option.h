/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * One table a command: it parses the command line and prints the help, and tests compare it
 * with the man page, so that the three cannot disagree.
 */
#ifndef FORMAT_BASE_OPTION_H
#define FORMAT_BASE_OPTION_H

#include <stdbool.h>

#include "format/base/buf.h"
#include "format/base/err.h"

/* Applies one option to the command's own config. argument is NULL for an option without one.
 * Returns 0, or -errno with a sentence that option_parse() prefixes with the option's name. */
typedef int option_fn(void *config, const char *argument, struct err *err);

enum option_argument { OPTION_NO_ARGUMENT, OPTION_OPTIONAL_ARGUMENT, OPTION_NEEDS_ARGUMENT };

struct option_row {
	const char *name; /* long name; NULL makes the row a heading of the help text */
	char letter;      /* short name, or 0 */
	enum option_argument has;
	const char *argument; /* how help names it: "FILE" */
	const char *help;     /* one line, or the heading */
	option_fn *apply;
};

/* Parses argv[1…] up to the first operand or "--" (options after an operand are left alone,
 * so that a command can follow). Rows end with one whose name and help are NULL.
 * Returns 0 and the index of the first operand; -EINVAL with a sentence otherwise. */
int option_parse(const struct option_row *rows, int argc, char **argv, void *config,
	int *ret_operand, struct err *err);

/* The same, but options may also stand between and after the operands (argv is reordered). */
int option_parse_mixed(const struct option_row *rows, int argc, char **argv, void *config,
	int *ret_operand, struct err *err);

/* The rows as help text, at most 80 columns wide. */
void option_help(const struct option_row *rows, struct buf *out);

#endif
