/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The colours of frames: hue by kind, shade by name. Hues stay apart for colour-blind readers
 * (orange, sky blue, bluish green, yellow and greys), and black text on any of them has a
 * contrast of at least 4.5:1 (WCAG 2.1, success criterion 1.4.3).
 */
#ifndef SVG_PALETTE_H
#define SVG_PALETTE_H

#include <stddef.h>
#include <stdint.h>

enum { PALETTE_SHADES = 8 };

/* 0xrrggbb. kind is an enum flame_kind or FLAME_TREE_ELIDED, shade < PALETTE_SHADES. */
uint32_t palette_rgb(unsigned int kind, unsigned int shade);

/* The shade of a function, the same in every picture: suffixes that compilers add to parts and
 * copies of it (.part.0, .constprop.1, .isra.0, .cold, .llvm.123) do not count. */
uint8_t palette_shade(const char *name, size_t size);

/* The 32-bit FNV-1a hash (Fowler, Noll, Vo). */
uint32_t palette_fnv1a(const char *bytes, size_t size);

/* What frames found by a search are filled with. */
#define PALETTE_MATCH "#e681ff"

#endif
