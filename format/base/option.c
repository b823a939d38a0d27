/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/option.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/base/cleanup.h"
#include "format/base/nearest.h"

/* getopt_long() returns FIRST_VALUE + row for every option, with a letter or not. */
enum { FIRST_VALUE = 256, HELP_COLUMN = 26 };

static const int getopt_has[] = {[OPTION_NO_ARGUMENT] = no_argument,
	[OPTION_OPTIONAL_ARGUMENT] = optional_argument,
	[OPTION_NEEDS_ARGUMENT] = required_argument};
static const char *const getopt_colons[] = {[OPTION_NO_ARGUMENT] = "",
	[OPTION_OPTIONAL_ARGUMENT] = "::",
	[OPTION_NEEDS_ARGUMENT] = ":"};

static size_t row_count(const struct option_row *rows)
{
	size_t count = 0;

	while (rows[count].name || rows[count].help)
		count++;
	return count;
}

static const struct option_row *row_of_letter(const struct option_row *rows, int letter)
{
	for (; rows->name || rows->help; rows++)
		if (rows->name && rows->letter == letter)
			return rows;
	return NULL;
}

static int apply(const struct option_row *row, void *config, const char *argument, struct err *err)
{
	int ret = row->apply(config, argument, err);

	return ret ? err_prefix(err, ret, "--%s", row->name) : 0;
}

/* getopt's own complaint, as a sentence with the nearest option's name. */
static int complain(const struct option_row *rows, size_t count, const char *word, int letter,
	struct err *err)
{
	const struct option_row *row = letter >= FIRST_VALUE ? &rows[letter - FIRST_VALUE]
				       : letter		   ? row_of_letter(rows, letter)
							   : NULL;
	const char *best = NULL;
	unsigned int best_distance = 3;

	if (row && row->has == OPTION_NO_ARGUMENT)
		return err_set(err, EINVAL, "--%s takes no argument", row->name);
	if (row)
		return err_set(err, EINVAL, "--%s needs an argument: %s", row->name, row->argument);
	if (letter)
		return err_set(err, EINVAL, "there is no option -%c: see --help", letter);
	for (size_t i = 0; i < count; i++) {
		unsigned int distance;

		if (!rows[i].name)
			continue;
		distance = nearest_distance(word + 2, rows[i].name, best_distance);
		if (distance < best_distance) {
			best_distance = distance;
			best = rows[i].name;
		}
	}
	if (best)
		return err_set(err, EINVAL, "there is no option %s; nearest: --%s", word, best);
	return err_set(err, EINVAL, "there is no option %s: see --help", word);
}

static int parse(const struct option_row *rows, const char *prefix, int argc, char **argv,
	void *config, int *ret_operand, struct err *err)
{
	size_t count = row_count(rows);
	AUTO_FREE struct option *longs = calloc(count + 1, sizeof(*longs));
	AUTO(buf_release) struct buf shorts;
	const char *letters;
	size_t used = 0;

	buf_init(&shorts, 4096);
	buf_put_text(&shorts, prefix);
	if (!longs)
		return err_memory(err);
	for (size_t i = 0; i < count; i++) {
		if (!rows[i].name)
			continue;
		longs[used++] = (struct option){.name = rows[i].name,
			.has_arg = getopt_has[rows[i].has],
			.val = FIRST_VALUE + (int)i};
		if (rows[i].letter)
			buf_printf(&shorts, "%c%s", rows[i].letter, getopt_colons[rows[i].has]);
	}
	letters = buf_text(&shorts);
	if (shorts.error)
		return err_memory(err);
	optind = 0;
	opterr = 0;
	for (;;) {
		int at = optind ? optind : 1;
		int value = getopt_long(argc, argv, letters, longs, NULL);
		const struct option_row *row;
		int ret;

		if (value == -1)
			break;
		if (value == '?' || value == ':')
			return complain(rows, count, argv[at < argc ? at : argc - 1], optopt, err);
		row = value >= FIRST_VALUE ? &rows[value - FIRST_VALUE] : row_of_letter(rows, value);
		ret = apply(row, config, optarg, err);
		if (ret)
			return ret;
	}
	*ret_operand = optind;
	return 0;
}

int option_parse(const struct option_row *rows, int argc, char **argv, void *config,
	int *ret_operand, struct err *err)
{
	return parse(rows, "+:", argc, argv, config, ret_operand, err);
}

int option_parse_mixed(const struct option_row *rows, int argc, char **argv, void *config,
	int *ret_operand, struct err *err)
{
	return parse(rows, ":", argc, argv, config, ret_operand, err);
}

static void put_row(const struct option_row *row, struct buf *out)
{
	size_t start = out->size;
	size_t width;

	if (row->letter)
		buf_printf(out, "  -%c, --%s", row->letter, row->name);
	else
		buf_printf(out, "      --%s", row->name);
	if (row->has == OPTION_NEEDS_ARGUMENT)
		buf_printf(out, " %s", row->argument);
	else if (row->has == OPTION_OPTIONAL_ARGUMENT)
		buf_printf(out, "[=%s]", row->argument);
	width = out->size - start;
	if (width >= HELP_COLUMN) {
		buf_put_u8(out, '\n');
		width = 0;
	}
	buf_printf(out, "%*s%s\n", (int)(HELP_COLUMN - width), "", row->help);
}

void option_help(const struct option_row *rows, struct buf *out)
{
	for (; rows->name || rows->help; rows++) {
		if (rows->name)
			put_row(rows, out);
		else
			buf_printf(out, "\n%s\n", rows->help);
	}
}
