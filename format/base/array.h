/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Growing an array of anything: the owner keeps {items, count, capacity} in its own struct.
 */
#ifndef FORMAT_BASE_ARRAY_H
#define FORMAT_BASE_ARRAY_H

#include <stddef.h>

/* Makes *items hold at least need elements of item_size bytes, new ones zeroed, growing by
 * half so that appends stay linear. items is the address of the pointer.
 * Returns 0, or -ENOMEM with *items and *capacity as they were. */
int array_reserve(void *items, size_t *capacity, size_t need, size_t item_size);

#define ARRAY_RESERVE(items, capacity, need) \
	array_reserve(&(items), &(capacity), (need), sizeof(*(items)))

#define ARRAY_LENGTH(array) (sizeof(array) / sizeof((array)[0]))

#endif
