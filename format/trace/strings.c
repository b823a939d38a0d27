/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/strings.h"

#include <errno.h>

#include "format/trace/chunk.h"
#include "format/trace/columns.h"

enum { COLUMN_SIZES, COLUMN_BYTES, COLUMN_COUNT };

void strings_put(struct buf *payload, const struct intern *strings, uint32_t first_id,
	uint32_t last_id)
{
	struct buf columns[COLUMN_COUNT];

	for (size_t i = 0; i < COLUMN_COUNT; i++)
		buf_init(&columns[i], CHUNK_MAX_PAYLOAD_BYTES);
	for (uint32_t id = first_id; id <= last_id; id++) {
		struct intern_text text = intern_get(strings, id);

		buf_put_varint(&columns[COLUMN_SIZES], text.size);
		buf_put(&columns[COLUMN_BYTES], text.bytes, text.size);
	}
	columns_put(payload, columns, COLUMN_COUNT);
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		buf_release(&columns[i]);
}

int strings_get(const void *payload, size_t size, uint32_t count, strings_fn *each, void *context,
	struct err *err)
{
	struct cursor columns[COLUMN_COUNT];
	int ret = columns_get(payload, size, columns, COLUMN_COUNT, err);

	if (ret)
		return ret;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t length = cursor_index(&columns[COLUMN_SIZES]);
		const uint8_t *bytes = cursor_bytes(&columns[COLUMN_BYTES], length);

		if (!bytes || !cursor_ok(&columns[COLUMN_SIZES]))
			return err_set(err, EBADMSG, "a strings chunk is malformed");
		ret = each(context, (const char *)bytes, length);
		if (ret)
			return ret;
	}
	return 0;
}
