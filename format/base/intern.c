/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/intern.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "format/base/array.h"
#include "format/base/hash.h"

enum { FIRST_SLOTS = 1024, BLOCK_BYTES = 64 * 1024 };

struct intern_block {
	struct intern_block *next;
	size_t used;
	size_t size;
	char bytes[];
};

int intern_init(struct intern *intern)
{
	*intern = (struct intern){0};
	if (ARRAY_RESERVE(intern->texts, intern->capacity, 1))
		return -ENOMEM;
	intern->texts[0] = (struct intern_text){.bytes = ""};
	intern->count = 1;
	return 0;
}

void intern_release(struct intern *intern)
{
	while (intern->blocks) {
		struct intern_block *next = intern->blocks->next;

		free(intern->blocks);
		intern->blocks = next;
	}
	free(intern->texts);
	free(intern->slots);
	*intern = (struct intern){0};
}

/* The slot that holds the string's id, or the free slot where it belongs. */
static uint32_t *slot_of(const struct intern *intern, const void *bytes, size_t size)
{
	size_t mask = intern->slots_size - 1;
	size_t at = hash_bytes(bytes, size) & mask;

	for (;; at = (at + 1) & mask) {
		uint32_t id = intern->slots[at];

		if (!id || (intern->texts[id].size == size &&
				   !memcmp(intern->texts[id].bytes, bytes, size)))
			return &intern->slots[at];
	}
}

/* Keeps the slots at most half full. */
static int reserve_slots(struct intern *intern)
{
	size_t size = intern->slots_size ? intern->slots_size * 2 : FIRST_SLOTS;
	uint32_t *old = intern->slots;

	if (intern->count * 2 <= intern->slots_size)
		return 0;
	intern->slots = calloc(size, sizeof(*intern->slots));
	if (!intern->slots) {
		intern->slots = old;
		return -ENOMEM;
	}
	intern->slots_size = size;
	for (uint32_t id = 1; id < intern->count; id++)
		*slot_of(intern, intern->texts[id].bytes, intern->texts[id].size) = id;
	free(old);
	return 0;
}

static char *keep(struct intern *intern, const void *bytes, size_t size)
{
	struct intern_block *block = intern->blocks;
	char *kept;

	if (!block || block->size - block->used < size + 1) {
		size_t room = size + 1 > BLOCK_BYTES ? size + 1 : BLOCK_BYTES;

		block = malloc(sizeof(*block) + room);
		if (!block)
			return NULL;
		*block = (struct intern_block){.next = intern->blocks, .size = room};
		intern->blocks = block;
	}
	kept = block->bytes + block->used;
	memcpy(kept, bytes, size);
	kept[size] = '\0';
	block->used += size + 1;
	return kept;
}

int intern_put(struct intern *intern, const void *bytes, size_t size, uint32_t *ret_id)
{
	uint32_t *slot;
	char *kept;

	if (!size) {
		*ret_id = 0;
		return 0;
	}
	if (size > UINT32_MAX || intern->count >= UINT32_MAX || reserve_slots(intern))
		return -ENOMEM;
	slot = slot_of(intern, bytes, size);
	if (!*slot) {
		if (ARRAY_RESERVE(intern->texts, intern->capacity, intern->count + 1))
			return -ENOMEM;
		kept = keep(intern, bytes, size);
		if (!kept)
			return -ENOMEM;
		intern->texts[intern->count] =
			(struct intern_text){.bytes = kept, .size = (uint32_t)size};
		*slot = (uint32_t)intern->count++;
	}
	*ret_id = *slot;
	return 0;
}

struct intern_text intern_get(const struct intern *intern, uint32_t id)
{
	assert(id < intern->count);
	return intern->texts[id];
}
