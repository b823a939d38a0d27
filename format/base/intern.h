/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Byte strings to small ids and back. Ids count up from 1 in the order of first sight, so a
 * trace file can append what is new; id 0 is the empty string, "none". Strings may hold any
 * byte, NUL too, and never move or go away before intern_release().
 */
#ifndef FORMAT_BASE_INTERN_H
#define FORMAT_BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

struct intern_text {
	const char *bytes; /* terminated by a NUL that size does not count */
	uint32_t size;
};

struct intern {
	struct intern_text *texts; /* by id; texts[0] is "" */
	size_t count;              /* ids given, 0 included */
	size_t capacity;
	uint32_t *slots; /* ids by hash, 0 = free */
	size_t slots_size;
	struct intern_block *blocks;
};

int intern_init(struct intern *intern);
void intern_release(struct intern *intern);

/* The id of the string, added where it is new. Returns 0 and sets *ret_id, or -ENOMEM. */
int intern_put(struct intern *intern, const void *bytes, size_t size, uint32_t *ret_id);

/* id must have been given by this intern. */
struct intern_text intern_get(const struct intern *intern, uint32_t id);

#endif
