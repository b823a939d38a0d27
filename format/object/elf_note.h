/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Searches the notes of an ELF file (gABI, "Note Section").
 */
#ifndef FORMAT_OBJECT_ELF_NOTE_H
#define FORMAT_OBJECT_ELF_NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct elf_note {
	const uint8_t *data; /* inside the searched bytes */
	size_t size;
};

/* The first note of that owner ("GNU") and type in the bytes of a PT_NOTE segment or SHT_NOTE
 * section. align is the segment's or section's: notes are padded to 8 bytes where it is 8, and
 * to 4 otherwise. False when there is none before the bytes end or stop making sense. */
bool elf_note_find(const void *bytes, size_t size, uint64_t align, const char *owner, uint32_t type,
	struct elf_note *ret_note);

#endif
