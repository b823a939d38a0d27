/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A payload: a directory of columns and their bytes, so that a reader finds the columns it
 * knows and steps over those that a later version added.
 */
#ifndef FORMAT_TRACE_COLUMNS_H
#define FORMAT_TRACE_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#include "format/base/buf.h"
#include "format/base/cursor.h"
#include "format/base/err.h"

enum { COLUMNS_MAX = 16 };

/* Appends columns 0 … count-1. */
void columns_put(struct buf *payload, const struct buf *columns, size_t count);

/* Finds columns 0 … count-1; one that the payload does not have is left {NULL}, see
 * columns_has(). Returns 0, or -EBADMSG with a sentence. */
int columns_get(const void *payload, size_t size, struct cursor *ret_columns, size_t count,
	struct err *err);

static inline bool columns_has(const struct cursor *column)
{
	return column->at != NULL;
}

#endif
