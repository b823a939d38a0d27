/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The payload of a strings chunk: the sizes of its strings, and their bytes.
 */
#ifndef FORMAT_TRACE_STRINGS_H
#define FORMAT_TRACE_STRINGS_H

#include <stdint.h>

#include "format/base/buf.h"
#include "format/base/err.h"
#include "format/base/intern.h"

/* A string larger than this never goes into a trace: it is cut, and what is missing counted
 * where it belongs. */
enum { STRINGS_MAX_BYTES = 2 * 1024 * 1024 };

/* Appends strings first_id … last_id of the table. */
void strings_put(struct buf *payload, const struct intern *strings, uint32_t first_id,
	uint32_t last_id);

typedef int strings_fn(void *context, const char *bytes, uint32_t size);

/* Calls each for every string, whose bytes lie in the payload, until it returns non-zero.
 * Returns 0, each's own value, or -EBADMSG with a sentence. */
int strings_get(const void *payload, size_t size, uint32_t count, strings_fn *each, void *context,
	struct err *err);

#endif
