/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/nearest.h"

#include <assert.h>
#include <string.h>

/* Cells of a row of the distance matrix that lie within NEAREST_LIMIT of the diagonal: cell k of
 * row i stands for column i + k - limit. One more on each side is always too far. */
enum { BAND = 2 * NEAREST_LIMIT + 3 };

static unsigned int least(unsigned int left, unsigned int right)
{
	return left < right ? left : right;
}

/* Fills row (which is number i, i > 0) from the two rows above it; returns its least cell. */
static unsigned int fill_row(unsigned int *row, const unsigned int *above,
	const unsigned int *second_above, const char *left, size_t i, const char *right,
	size_t right_length, unsigned int limit)
{
	unsigned int least_cell = limit + 1;

	for (unsigned int k = 0; k <= 2 * limit; k++) {
		unsigned int *cell = &row[k + 1];
		size_t j = i + k - limit;

		*cell = limit + 1;
		if (i + k < limit || j > right_length)
			continue;
		*cell = least(*cell, above[k + 2] + 1);
		if (j > 0) {
			*cell = least(*cell, row[k] + 1);
			*cell = least(*cell, above[k + 1] + (left[i - 1] != right[j - 1]));
		}
		if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
			*cell = least(*cell, second_above[k + 1] + 1);
		least_cell = least(least_cell, *cell);
	}
	return least_cell;
}

static unsigned int distance_of(const char *left, size_t left_length, const char *right,
	size_t right_length, unsigned int limit)
{
	unsigned int rows[3][BAND];
	unsigned int above_least = 0;

	if (left_length > right_length + limit || right_length > left_length + limit)
		return limit + 1;
	for (unsigned int k = 0; k < BAND; k++) {
		rows[0][k] = k > limit && k <= 2 * limit + 1 ? k - 1 - limit : limit + 1;
		rows[1][k] = rows[2][k] = limit + 1;
	}
	for (size_t i = 1; i <= left_length; i++) {
		unsigned int row_least = fill_row(rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3],
			left, i, right, right_length, limit);

		/* A swap reaches over one row: only two hopeless ones end the search. */
		if (row_least > limit && above_least > limit)
			return limit + 1;
		above_least = row_least;
	}
	return least(rows[left_length % 3][right_length + limit - left_length + 1], limit + 1);
}

unsigned int nearest_distance(const char *left, const char *right, unsigned int limit)
{
	assert(limit <= NEAREST_LIMIT);
	return distance_of(left, strlen(left), right, strlen(right), limit);
}

void nearest_init(struct nearest *nearest, const char *wanted)
{
	size_t length = strlen(wanted);

	*nearest = (struct nearest){.wanted = wanted, .wanted_length = length};
	nearest->limit = (length + 2) / 4 < NEAREST_LIMIT ? (unsigned int)((length + 2) / 4)
							  : NEAREST_LIMIT;
}

void nearest_offer(struct nearest *nearest, const char *name)
{
	size_t longest = nearest->wanted_length + nearest->limit;
	size_t length = strnlen(name, longest + 1);
	size_t at = nearest->count;
	unsigned int distance;

	if (length > longest || !nearest->limit)
		return;
	distance = distance_of(
		nearest->wanted, nearest->wanted_length, name, length, nearest->limit);
	if (distance > nearest->limit)
		return;
	while (at > 0 && distance <= nearest->distances[at - 1]) {
		int order = strcmp(name, nearest->names[at - 1]);

		if (order == 0)
			return;
		if (distance == nearest->distances[at - 1] && order > 0)
			break;
		at--;
	}
	if (at == NEAREST_NAMES)
		return;
	if (nearest->count < NEAREST_NAMES)
		nearest->count++;
	for (size_t i = nearest->count - 1; i > at; i--) {
		nearest->names[i] = nearest->names[i - 1];
		nearest->distances[i] = nearest->distances[i - 1];
	}
	nearest->names[at] = name;
	nearest->distances[at] = distance;
}
