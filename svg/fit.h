/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Names cut to the columns of a box, so that what tells functions apart stays: template
 * arguments go first, then leading namespaces and folders, then parameters, then the middle,
 * with more of the end kept than of the start. One "…" says that something is missing.
 * flame.js cuts by the same rules, so that a redrawn frame keeps its label.
 */
#ifndef SVG_FIT_H
#define SVG_FIT_H

#include <stddef.h>

#include "format/base/buf.h"

/* Less room than this shows nothing. */
enum { FIT_COLUMNS_MIN = 3 };

/* Appends what of the safe text (format/base/text.h) fits in columns; still safe text. */
void fit_put(struct buf *out, const char *text, size_t size, size_t columns);

#endif
