/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The one way for text to get into a document: any bytes become valid XML 1.0 characters that
 * mean only themselves, in element content as well as in a quoted attribute.
 */
#ifndef SVG_ESCAPE_H
#define SVG_ESCAPE_H

#include <stddef.h>

#include "format/base/buf.h"

/* Appends the bytes made safe (text_put_safe()), with the five characters that XML reserves
 * as entities. Safe text comes out as itself, so escaping may follow fitting. */
void escape_put(struct buf *out, const char *bytes, size_t size);

/* The same for a terminated string; NULL is "". */
void escape_put_text(struct buf *out, const char *text);

#endif
