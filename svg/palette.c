/* SPDX-License-Identifier: BSD-2-Clause */
#include "svg/palette.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "format/base/array.h"
#include "svg/flame_tree.h"

static const uint32_t colours[FLAME_TREE_KINDS][PALETTE_SHADES] = {
	[FLAME_PROCESS] = {0xbcb7cd, 0xc9c4d5, 0xd6d1de, 0xc3bccf, 0xcfc9d8, 0xdbd6e1, 0xcac1d1,
		0xd5ceda},
	[FLAME_USER] = {0xf37149, 0xf58d61, 0xf7a679, 0xf5954f, 0xf7ad68, 0xf9c280, 0xf7b856,
		0xf9cb6f},
	[FLAME_KERNEL] = {0x6ab6dc, 0x86c0e3, 0xa2ccea, 0x72ade1, 0x8ebae7, 0xaac9ee, 0x79a5e5,
		0x96b5eb},
	[FLAME_INLINED] = {0xf2d55f, 0xf4df7b, 0xf6e798, 0xf1e06a, 0xf3e886, 0xf6efa2, 0xf0e975,
		0xf3ef91},
	[FLAME_JIT] = {0x58bb97, 0x74c7ab, 0x8fd3be, 0x60c1a7, 0x7cccb9, 0x98d8cb, 0x67c6b6,
		0x84d1c7},
	[FLAME_UNRESOLVED] = {0xb6b4af, 0xc4c3bf, 0xd3d2cf, 0xbab9b5, 0xc9c8c5, 0xd8d7d5, 0xbfbeba,
		0xcecdca},
	[FLAME_CUT] = {0xebebeb, 0xebebeb, 0xebebeb, 0xebebeb, 0xebebeb, 0xebebeb, 0xebebeb,
		0xebebeb},
	[FLAME_TREE_ELIDED] = {0xf4f4f4, 0xf4f4f4, 0xf4f4f4, 0xf4f4f4, 0xf4f4f4, 0xf4f4f4, 0xf4f4f4,
		0xf4f4f4},
};

uint32_t palette_rgb(unsigned int kind, unsigned int shade)
{
	assert(kind < FLAME_TREE_KINDS && shade < PALETTE_SHADES);
	return colours[kind][shade];
}

uint32_t palette_fnv1a(const char *bytes, size_t size)
{
	uint32_t hash = 0x811c9dc5U;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ (uint8_t)bytes[i]) * 0x01000193U;
	return hash;
}

/* The size without one trailing ".suffix" or ".suffix.123"; the same size where there is none. */
static size_t without_suffix(const char *name, size_t size)
{
	static const char *const suffixes[] = {".part", ".constprop", ".isra", ".cold", ".llvm"};
	size_t end = size;

	while (end && name[end - 1] >= '0' && name[end - 1] <= '9')
		end--;
	end = end && end < size && name[end - 1] == '.' ? end - 1 : size;
	for (size_t i = 0; i < ARRAY_LENGTH(suffixes); i++) {
		size_t length = strlen(suffixes[i]);

		if (end > length && !memcmp(name + end - length, suffixes[i], length))
			return end - length;
	}
	return size;
}

uint8_t palette_shade(const char *name, size_t size)
{
	uint32_t hash;
	size_t before;

	do {
		before = size;
		size = without_suffix(name, size);
	} while (size < before);
	hash = palette_fnv1a(name, size);
	return (uint8_t)((hash ^ hash >> 16) % PALETTE_SHADES);
}
