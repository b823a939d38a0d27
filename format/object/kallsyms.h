/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The kernel's functions, its modules' and the loaded BPF programs', from /proc/kallsyms.
 *
 * What is a function: the types t, T, w and W at an address other than 0. The list gives no
 * sizes, so a function ends at the next symbol of any kind, and the last of an object (the
 * kernel, a module, all BPF programs) ends where the object does. An address between objects
 * has no name.
 *
 * Of the names at one address, in this order: not a label of the linker script ("_stext",
 * "__sched_text_end"), without "__pfx_", not starting with "." or "__ksymtab", global before
 * local, fewer leading underscores, shorter, then byte order. Aliases keep their places for the
 * search by name.
 *
 * In memory: 14 bytes a symbol, sorted by address, and one block of names. Immutable; threads
 * may share it.
 */
#ifndef FORMAT_OBJECT_KALLSYMS_H
#define FORMAT_OBJECT_KALLSYMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/base/err.h"

struct kallsyms;
struct nearest;

struct kallsym {
	const char *name;   /* the struct kallsyms' */
	const char *object; /* "[kernel]", "[ext4]", "[bpf]"; the struct kallsyms' */
	uint64_t address;
	uint64_t offset; /* in bytes, of the address asked for from the symbol's */
};

/* The kernel, a module, or "[bpf]". */
struct kallsyms_object {
	const char *name;    /* in brackets; the struct kallsyms' */
	uint64_t address;    /* the kernel's _text; otherwise the lowest one known */
	uint64_t size_bytes; /* the kernel's: up to its last symbol; a module's: 0 when unknown */
};

/* Reads both files to their ends; modules_path (/proc/modules) may be NULL, and a kernel without
 * that file is no error. Sizes of modules come from there.
 * Returns 0; -EPERM when the kernel hides its addresses (kernel.kptr_restrict, or not root);
 * -EBADMSG when it is not such a list; -ENOMEM, or -errno from reading. *ret_kallsyms is only
 * set on success, for kallsyms_free(). */
int kallsyms_load(const char *path, const char *modules_path, struct kallsyms **ret_kallsyms,
	struct err *err);

/* The same from texts in memory; modules may be "" with size 0. */
int kallsyms_parse(const char *text, size_t size, const char *modules, size_t modules_size,
	struct kallsyms **ret_kallsyms, struct err *err);

void kallsyms_free(struct kallsyms *kallsyms);

/* For AUTO(kallsyms_cleanup) struct kallsyms *kallsyms = NULL; */
static inline void kallsyms_cleanup(struct kallsyms **kallsyms)
{
	kallsyms_free(*kallsyms);
}

/* The function that contains the address; false, *ret_symbol untouched, when none does. */
bool kallsyms_find(const struct kallsyms *kallsyms, uint64_t address, struct kallsym *ret_symbol);

/* Steps through the functions of that name, as symbols_next_named() does. */
bool kallsyms_next_named(const struct kallsyms *kallsyms, const char *name, size_t *position,
	struct kallsym *ret_symbol);

/* Offers every name to the collector; what it keeps lives as long as the struct kallsyms. */
void kallsyms_nearest(const struct kallsyms *kallsyms, struct nearest *nearest);

/* The objects; index 0 is the kernel itself, the others are in the order of the list. */
size_t kallsyms_object_count(const struct kallsyms *kallsyms);
struct kallsyms_object kallsyms_object_get(const struct kallsyms *kallsyms, size_t index);

/* Functions, aliases included. */
size_t kallsyms_count(const struct kallsyms *kallsyms);

#endif
