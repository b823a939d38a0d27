/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Pairs of numbers to small ids: (object, address) to a frame, (parent, frame) to a stack.
 * Ids count up from 1 in the order of first sight; id 0 is "none".
 */
#ifndef FORMAT_BASE_IDMAP_H
#define FORMAT_BASE_IDMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct idmap_key {
	uint64_t first;
	uint64_t second;
};

struct idmap {
	struct idmap_key *keys; /* by id; keys[0] is unused */
	size_t count;           /* ids given, 0 included */
	size_t capacity;
	uint32_t *slots; /* ids by hash, 0 = free */
	size_t slots_size;
};

int idmap_init(struct idmap *map);
void idmap_release(struct idmap *map);

/* The id of the pair, added where it is new; *ret_new says which.
 * Returns 0, or -ENOMEM with nothing added. */
int idmap_put(struct idmap *map, uint64_t first, uint64_t second, uint32_t *ret_id, bool *ret_new);

/* The id of the pair, or 0. */
uint32_t idmap_find(const struct idmap *map, uint64_t first, uint64_t second);

#endif
