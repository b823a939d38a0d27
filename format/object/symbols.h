/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The functions of one ELF file: from address to name while naming frames, from name to address
 * when placing probes.
 *
 * What is a function: STT_FUNC and STT_GNU_IFUNC symbols, and STT_NOTYPE symbols of executable
 * sections (assembly) other than mapping symbols ("$x") and those that start with "."; defined,
 * named, and at an address inside an executable section (segment, where sections are stripped).
 * They come from .symtab and .dynsym; the same name at the same address counts once.
 *
 * A symbol ends where its size says, at the latest with its section. One without a size ends at
 * the next symbol; when it lies inside a sized symbol it is a label there, which is found by
 * name but never by address.
 *
 * An address that several symbols contain gets the one that starts last. Of those that start
 * together, in this order: functions before STT_NOTYPE, global before weak before local, names
 * with fewer leading underscores (mangled C++ "_Z" and Rust "_R" names have none), shorter
 * names, then byte order. Aliases keep their places for the search by name.
 *
 * In memory: 17 bytes a symbol, sorted by address, and one block of names. Immutable; threads
 * may share it. Independent of the elf_file once loaded.
 */
#ifndef FORMAT_OBJECT_SYMBOLS_H
#define FORMAT_OBJECT_SYMBOLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/base/err.h"

struct elf_file;
struct nearest;
struct symbols;

enum symbol_source {
	SYMBOL_SYMTAB, /* also what stands in both */
	SYMBOL_DYNSYM,
};

struct symbol {
	const char *name;    /* the struct symbols'; without version */
	const char *version; /* "@GLIBC_2.2.5", "@@GLIBC_2.14" (the default one) or "" */
	uint64_t address;
	uint64_t size; /* in bytes; up to the next symbol where the file gives none; 0: a label */
	enum symbol_source source;
	bool is_ifunc; /* the address is of the resolver, which runs once, not of the function */
};

/* Returns 0; -EBADMSG when a symbol table is damaged; -EFBIG when the names exceed 4 GiB;
 * otherwise as elf_file_read(). No symbols at all is a success with symbols_count() == 0.
 * On success *ret_symbols is the caller's, for symbols_free(); on failure it is untouched. */
int symbols_load(const struct elf_file *file, struct symbols **ret_symbols, struct err *err);

void symbols_free(struct symbols *symbols);

/* For AUTO(symbols_cleanup) struct symbols *symbols = NULL; */
static inline void symbols_cleanup(struct symbols **symbols)
{
	symbols_free(*symbols);
}

/* The file has a .symtab: without one, functions that are not exported have no names. */
bool symbols_has_symtab(const struct symbols *symbols);

/* Functions left out because their names could not be read: damaged, or above 65,535 bytes. */
size_t symbols_left_out(const struct symbols *symbols);

/* The symbol that contains the address; false, *ret_symbol untouched, when none does. */
bool symbols_find(const struct symbols *symbols, uint64_t address, struct symbol *ret_symbol);

/* All symbols in the order of their addresses, aliases next to each other. index < count. */
size_t symbols_count(const struct symbols *symbols);
struct symbol symbols_get(const struct symbols *symbols, size_t index);

/* Steps through the symbols of that name, one for each address:
 *	for (size_t at = 0; symbols_next_named(symbols, "memcpy", &at, &symbol);)
 * "memcpy" finds every version, "memcpy@@V" the default version V only, "memcpy@V" version V
 * whether it is the default or not. */
bool symbols_next_named(const struct symbols *symbols, const char *name, size_t *position,
	struct symbol *ret_symbol);

/* Offers every name to the collector, for "did you mean"; the names it keeps live as long as the
 * struct symbols. */
void symbols_nearest(const struct symbols *symbols, struct nearest *nearest);

#endif
