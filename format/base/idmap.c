/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/idmap.h"

#include <errno.h>
#include <stdlib.h>

#include "format/base/array.h"
#include "format/base/hash.h"

enum { FIRST_SLOTS = 1024 };

int idmap_init(struct idmap *map)
{
	*map = (struct idmap){.count = 1};
	if (ARRAY_RESERVE(map->keys, map->capacity, 1))
		return -ENOMEM;
	map->slots = calloc(FIRST_SLOTS, sizeof(*map->slots));
	if (!map->slots) {
		idmap_release(map);
		return -ENOMEM;
	}
	map->slots_size = FIRST_SLOTS;
	return 0;
}

void idmap_release(struct idmap *map)
{
	free(map->keys);
	free(map->slots);
	*map = (struct idmap){0};
}

/* The slot that holds the pair's id, or the free slot where it belongs. */
static uint32_t *slot_of(const struct idmap *map, uint64_t first, uint64_t second)
{
	size_t mask = map->slots_size - 1;
	size_t at = hash_pair(first, second) & mask;

	for (;; at = (at + 1) & mask) {
		uint32_t id = map->slots[at];

		if (!id || (map->keys[id].first == first && map->keys[id].second == second))
			return &map->slots[at];
	}
}

/* Keeps the slots at most half full. */
static int reserve_slots(struct idmap *map)
{
	uint32_t *old = map->slots;

	if (map->count * 2 <= map->slots_size)
		return 0;
	map->slots = calloc(map->slots_size * 2, sizeof(*map->slots));
	if (!map->slots) {
		map->slots = old;
		return -ENOMEM;
	}
	map->slots_size *= 2;
	for (uint32_t id = 1; id < map->count; id++)
		*slot_of(map, map->keys[id].first, map->keys[id].second) = id;
	free(old);
	return 0;
}

int idmap_put(struct idmap *map, uint64_t first, uint64_t second, uint32_t *ret_id, bool *ret_new)
{
	uint32_t *slot;
	bool is_new;

	if (map->count >= UINT32_MAX || reserve_slots(map))
		return -ENOMEM;
	slot = slot_of(map, first, second);
	is_new = !*slot;
	if (is_new) {
		if (ARRAY_RESERVE(map->keys, map->capacity, map->count + 1))
			return -ENOMEM;
		map->keys[map->count] = (struct idmap_key){.first = first, .second = second};
		*slot = (uint32_t)map->count++;
	}
	*ret_id = *slot;
	*ret_new = is_new;
	return 0;
}

uint32_t idmap_find(const struct idmap *map, uint64_t first, uint64_t second)
{
	return *slot_of(map, first, second);
}
