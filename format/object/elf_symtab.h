/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * One symbol table of an ELF file as it stands there: .symtab, or .dynsym with its versions.
 * Where the section headers are stripped, .dynsym is found through PT_DYNAMIC.
 *
 * Invariants: every name that is handed out is terminated inside the string table.
 */
#ifndef FORMAT_OBJECT_ELF_SYMTAB_H
#define FORMAT_OBJECT_ELF_SYMTAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/object/elf_file.h"

enum elf_symtab_kind { ELF_SYMTAB_FULL, ELF_SYMTAB_DYNAMIC };

/* A name inside a string table, without its terminator. */
struct elf_name {
	const char *text;
	uint32_t size;
};

struct elf_symtab {
	size_t count; /* 0 when the file has no such table */
	struct elf_bytes symbols;
	struct elf_bytes strings;
	struct elf_bytes version_of_symbol; /* .gnu.version, or empty */
	struct elf_name *versions;          /* the defined versions by index */
	size_t versions_count;
	size_t versions_capacity;
};

struct elf_symbol {
	struct elf_name name;    /* without a version */
	struct elf_name version; /* "GLIBC_2.14", or empty */
	bool is_default_version; /* "@@" */
	uint8_t type;            /* STT_FUNC, … of <elf.h> */
	uint8_t binding;         /* STB_GLOBAL, … */
	uint16_t section;        /* st_shndx */
	uint64_t address;
	uint64_t size;
};

/* The longest name taken for a name. */
enum { ELF_SYMTAB_NAME_BYTES = UINT16_MAX };

/* Reads the table into memory. Returns 0, also when there is none; -EBADMSG when it is damaged;
 * otherwise as elf_file_read(). *ret_table is only set on success. */
int elf_symtab_init(struct elf_symtab *ret_table, const struct elf_file *file,
	enum elf_symtab_kind kind, struct err *err);

void elf_symtab_release(struct elf_symtab *table);

/* index < count. False when the symbol's name does not end within ELF_SYMTAB_NAME_BYTES inside
 * the string table; the rest of *ret_symbol is set all the same. */
bool elf_symtab_get(const struct elf_symtab *table, size_t index, struct elf_symbol *ret_symbol);

#endif
