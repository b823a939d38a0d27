/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/object/elf_note.h"

#include <string.h>

#include "format/base/cursor.h"

/* Skips what pads a field of size bytes; padding may be missing at the end of the notes. */
static void skip_padding(struct cursor *cursor, uint64_t size, uint64_t align)
{
	uint64_t padding = (align - size % align) % align;

	if (padding <= cursor_left(cursor))
		(void)cursor_bytes(cursor, padding);
	else
		(void)cursor_bytes(cursor, cursor_left(cursor));
}

bool elf_note_find(const void *bytes, size_t size, uint64_t align, const char *owner, uint32_t type,
	struct elf_note *ret_note)
{
	struct cursor cursor = cursor_over(bytes, size);
	size_t owner_size = strlen(owner) + 1;

	align = align == 8 ? 8 : 4;
	while (cursor_left(&cursor) > 0) {
		uint32_t name_size = cursor_u32(&cursor);
		uint32_t data_size = cursor_u32(&cursor);
		uint32_t note_type = cursor_u32(&cursor);
		const uint8_t *name = cursor_bytes(&cursor, name_size);
		const uint8_t *data;

		/* The header of 12 bytes counts: with 8, "GNU" ends on a boundary without padding. */
		skip_padding(&cursor, 12 + (uint64_t)name_size, align);
		data = cursor_bytes(&cursor, data_size);
		if (!cursor_ok(&cursor))
			return false;
		if (note_type == type && name_size == owner_size &&
			memcmp(name, owner, owner_size) == 0) {
			*ret_note = (struct elf_note){.data = data, .size = data_size};
			return true;
		}
		skip_padding(&cursor, data_size, align);
	}
	return false;
}
