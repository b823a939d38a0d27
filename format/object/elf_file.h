/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * One ELF program, shared library or debug file: its headers, its build id, and where its file
 * offsets live in memory. The door to libelf, which decodes the headers and nothing else.
 *
 * Invariants: only 64-bit little-endian ET_EXEC and ET_DYN files open. Headers are copied when
 * the file is opened, and nothing in them is trusted before it is used: elf_file_read() checks
 * every range against the size of the file. Files are read, never mapped, because a mapped file
 * that someone truncates kills its reader with SIGBUS. After opening a struct elf_file does not
 * change: threads may share it.
 *
 * "Address" is the address in the file (p_vaddr, st_value): what a shared library's code has
 * before it is loaded somewhere.
 */
#ifndef FORMAT_OBJECT_ELF_FILE_H
#define FORMAT_OBJECT_ELF_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/base/err.h"

struct elf_file;

/* A program header. Constants are those of <elf.h>. */
struct elf_segment {
	uint32_t type;  /* PT_LOAD, PT_NOTE, … */
	uint32_t flags; /* PF_X, … */
	uint64_t offset;
	uint64_t address;
	uint64_t file_size;
	uint64_t memory_size;
	uint64_t align;
};

/* A section header. */
struct elf_section {
	const char *name; /* the elf_file's; "" where it cannot be read */
	uint32_t type;    /* SHT_SYMTAB, … */
	uint32_t link;    /* the index of another section; not checked */
	uint64_t flags;   /* SHF_ALLOC, … */
	uint64_t address;
	uint64_t offset;
	uint64_t size;
	uint64_t entry_size;
	uint64_t align;
};

/* Bytes of the file: inside the image of elf_file_open_memory(), or on the heap. */
struct elf_bytes {
	const uint8_t *data;
	size_t size;
	void *owned; /* what to free, or NULL */
};

/* Opens the file behind fd, which stays the caller's (it is duplicated and read with pread).
 * Returns 0; -ENOEXEC when it is not ELF; -ENOTSUP for 32-bit, big-endian, object and core
 * files; -EBADMSG when it is damaged; -ENOMEM, or -errno from reading.
 * On success *ret_file is the caller's, for elf_file_free(); on failure it is untouched. */
int elf_file_open(int fd, struct elf_file **ret_file, struct err *err);

/* The same for an image in memory, the vdso for example. The image is borrowed and must outlive
 * the elf_file and everything read from it. */
int elf_file_open_memory(
	const void *image, size_t size, struct elf_file **ret_file, struct err *err);

void elf_file_free(struct elf_file *file);

/* For AUTO(elf_file_cleanup) struct elf_file *file = NULL; */
static inline void elf_file_cleanup(struct elf_file **file)
{
	elf_file_free(*file);
}

/* EM_X86_64, … of <elf.h>. */
uint16_t elf_file_machine(const struct elf_file *file);

/* ET_EXEC: loaded at the addresses in the file. Otherwise ET_DYN: moved by a load bias. */
bool elf_file_has_fixed_address(const struct elf_file *file);

/* Made by the Go tool chain: it has a Go build id note or a Go line table. */
bool elf_file_is_go(const struct elf_file *file);

/* The GNU build id: usually 20 bytes, but any size may occur. Returns its size and points
 * *ret_bytes at bytes of the elf_file; returns 0, *ret_bytes untouched, where there is none. */
size_t elf_file_build_id(const struct elf_file *file, const uint8_t **ret_bytes);

/* Converts through the PT_LOAD segments. False where no segment has the offset or address in
 * its file part (an address in .bss has no offset). Where segments overlap the executable one
 * counts. The offsets of a detached debug file say nothing: convert with the program's own. */
bool elf_file_address_of(const struct elf_file *file, uint64_t file_offset, uint64_t *ret_address);
bool elf_file_offset_of(const struct elf_file *file, uint64_t address, uint64_t *ret_file_offset);

/* All program headers; returns their number. */
size_t elf_file_segments(const struct elf_file *file, const struct elf_segment **ret_segments);

/* All section headers, the empty one at index 0 included; 0 when they are stripped. */
size_t elf_file_sections(const struct elf_file *file, const struct elf_section **ret_sections);

/* The first section of that name, or NULL. */
const struct elf_section *elf_file_find_section(const struct elf_file *file, const char *name);

/* Reads size bytes at offset. Returns 0 and fills *ret_bytes, for elf_bytes_release();
 * -EBADMSG when the range is not in the file, -EFBIG above 1 GiB, -ENOMEM, or -errno from
 * reading, with *ret_bytes untouched. */
int elf_file_read(const struct elf_file *file, uint64_t offset, uint64_t size,
	struct elf_bytes *ret_bytes, struct err *err);

void elf_bytes_release(struct elf_bytes *bytes);

#endif
