/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A streaming JSON writer (RFC 8259) that owns the punctuation: the caller opens, names, puts
 * and closes; commas, indentation and quoting come by themselves.
 *
 * Inside an object every value has a key; inside an array (and at the top) key is NULL.
 */
#ifndef FORMAT_BASE_JSON_H
#define FORMAT_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "format/base/buf.h"

enum { JSON_MAX_DEPTH = 16 };

struct json {
	struct buf *out; /* the caller's; errors stick there */
	unsigned int depth;
	bool has_items[JSON_MAX_DEPTH + 1];
};

void json_init(struct json *json, struct buf *out);

void json_object_begin(struct json *json, const char *key);
void json_object_end(struct json *json);
void json_array_begin(struct json *json, const char *key);
void json_array_end(struct json *json);

void json_put_u64(struct json *json, const char *key, uint64_t value);
void json_put_i64(struct json *json, const char *key, int64_t value);
void json_put_bool(struct json *json, const char *key, bool value);
void json_put_null(struct json *json, const char *key);
void json_put_text(struct json *json, const char *key, const char *text);

/* Any bytes: what is not valid UTF-8 stands as the visible text \xNN. */
void json_put_bytes(struct json *json, const char *key, const char *bytes, size_t size);

/* The final newline. */
void json_finish(struct json *json);

#endif
