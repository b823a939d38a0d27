/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "format/base/text.h"

void json_init(struct json *json, struct buf *out)
{
	*json = (struct json){.out = out};
}

static void new_line(struct json *json)
{
	buf_put_u8(json->out, '\n');
	for (unsigned int i = 0; i < json->depth; i++)
		buf_put_text(json->out, "  ");
}

static void put_quoted(struct json *json, const char *bytes, size_t size)
{
	struct buf *out = json->out;

	buf_put_u8(out, '"');
	for (size_t at = 0; at < size;) {
		uint32_t character;
		size_t length = text_decode(bytes + at, size - at, &character);

		if (!length) {
			buf_printf(out, "\\\\x%02x", (uint8_t)bytes[at]);
			length = 1;
		} else if (character == '"' || character == '\\') {
			buf_printf(out, "\\%c", bytes[at]);
		} else if (character < 0x10000 && text_is_unprintable(character)) {
			buf_printf(out, "\\u%04x", character);
		} else {
			buf_put(out, bytes + at, length);
		}
		at += length;
	}
	buf_put_u8(out, '"');
}

static void start_value(struct json *json, const char *key)
{
	if (json->has_items[json->depth])
		buf_put_u8(json->out, ',');
	json->has_items[json->depth] = true;
	if (json->depth)
		new_line(json);
	if (key) {
		put_quoted(json, key, strlen(key));
		buf_put_text(json->out, ": ");
	}
}

static void begin(struct json *json, const char *key, char bracket)
{
	assert(json->depth < JSON_MAX_DEPTH);
	start_value(json, key);
	buf_put_u8(json->out, (uint8_t)bracket);
	json->depth++;
	json->has_items[json->depth] = false;
}

static void end(struct json *json, char bracket)
{
	bool had_items = json->has_items[json->depth];

	json->depth--;
	if (had_items)
		new_line(json);
	buf_put_u8(json->out, (uint8_t)bracket);
}

void json_object_begin(struct json *json, const char *key)
{
	begin(json, key, '{');
}

void json_object_end(struct json *json)
{
	end(json, '}');
}

void json_array_begin(struct json *json, const char *key)
{
	begin(json, key, '[');
}

void json_array_end(struct json *json)
{
	end(json, ']');
}

void json_put_u64(struct json *json, const char *key, uint64_t value)
{
	start_value(json, key);
	buf_printf(json->out, "%" PRIu64, value);
}

void json_put_i64(struct json *json, const char *key, int64_t value)
{
	start_value(json, key);
	buf_printf(json->out, "%" PRId64, value);
}

void json_put_bool(struct json *json, const char *key, bool value)
{
	start_value(json, key);
	buf_put_text(json->out, value ? "true" : "false");
}

void json_put_null(struct json *json, const char *key)
{
	start_value(json, key);
	buf_put_text(json->out, "null");
}

void json_put_text(struct json *json, const char *key, const char *text)
{
	json_put_bytes(json, key, text, strlen(text));
}

void json_put_bytes(struct json *json, const char *key, const char *bytes, size_t size)
{
	start_value(json, key);
	put_quoted(json, bytes, size);
}

void json_finish(struct json *json)
{
	assert(json->depth == 0);
	buf_put_u8(json->out, '\n');
}
