/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/columns.h"

#include <errno.h>
#include <string.h>

void columns_put(struct buf *payload, const struct buf *columns, size_t count)
{
	buf_put_varint(payload, count);
	for (size_t i = 0; i < count; i++) {
		buf_put_varint(payload, i);
		buf_put_varint(payload, columns[i].size);
	}
	for (size_t i = 0; i < count; i++) {
		buf_put(payload, columns[i].data, columns[i].size);
		if (columns[i].error && !payload->error)
			payload->error = columns[i].error;
	}
}

int columns_get(const void *payload, size_t size, struct cursor *ret_columns, size_t count,
	struct err *err)
{
	struct cursor directory = cursor_over(payload, size);
	struct cursor bytes = directory;
	uint64_t in_file = cursor_varint(&directory);

	memset(ret_columns, 0, count * sizeof(*ret_columns));
	(void)cursor_varint(&bytes);
	for (uint64_t i = 0; i < in_file && cursor_ok(&bytes); i++) {
		(void)cursor_varint(&bytes);
		(void)cursor_varint(&bytes);
	}
	for (uint64_t i = 0; i < in_file && cursor_ok(&bytes); i++) {
		uint64_t id = cursor_varint(&directory);
		uint32_t length = cursor_index(&directory);
		const uint8_t *start = cursor_bytes(&bytes, length);

		if (start && id < count)
			ret_columns[id] = cursor_over(start, length);
	}
	if (!cursor_ok(&bytes) || !cursor_ok(&directory) || cursor_left(&bytes))
		return err_set(err, EBADMSG, "a chunk's columns are malformed");
	return 0;
}
