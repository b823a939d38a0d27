/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/rows.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static uint64_t load(const void *row, const struct record_field *field)
{
	const char *at = (const char *)row + field->offset;
	uint64_t value64;
	uint32_t value32;

	if (field->size == sizeof(value64)) {
		memcpy(&value64, at, sizeof(value64));
		return value64;
	}
	memcpy(&value32, at, sizeof(value32));
	return value32;
}

void rows_out_init(struct rows_out *rows, const struct record_kind *kind)
{
	assert(kind->field_count <= COLUMNS_MAX);
	*rows = (struct rows_out){.kind = kind};
	for (size_t i = 0; i < kind->field_count; i++)
		buf_init(&rows->columns[i], CHUNK_MAX_PAYLOAD_BYTES / 2);
}

void rows_out_release(struct rows_out *rows)
{
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		buf_release(&rows->columns[i]);
}

void rows_out_clear(struct rows_out *rows)
{
	for (size_t i = 0; i < rows->kind->field_count; i++)
		buf_clear(&rows->columns[i]);
	memset(rows->previous, 0, sizeof(rows->previous));
	rows->count = 0;
	rows->first_ns = 0;
	rows->last_ns = 0;
}

static void widen_range(struct rows_out *rows, uint64_t time_ns)
{
	if (!rows->count || time_ns < rows->first_ns)
		rows->first_ns = time_ns;
	if (!rows->count || time_ns > rows->last_ns)
		rows->last_ns = time_ns;
}

void rows_out_put(struct rows_out *rows, const void *row)
{
	for (size_t i = 0; i < rows->kind->field_count; i++) {
		const struct record_field *field = &rows->kind->fields[i];
		uint64_t value = load(row, field);

		switch (field->encoding) {
		case RECORD_VARINT:
			buf_put_varint(&rows->columns[i], value);
			break;
		case RECORD_ZIGZAG:
			buf_put_zigzag(&rows->columns[i], (int64_t)value);
			break;
		default:
			buf_put_zigzag(&rows->columns[i], (int64_t)(value - rows->previous[i]));
			rows->previous[i] = value;
		}
		if (i == 0 && rows->kind->is_timed)
			widen_range(rows, value);
	}
	rows->count++;
}

size_t rows_out_bytes(const struct rows_out *rows)
{
	size_t bytes = 0;

	for (size_t i = 0; i < rows->kind->field_count; i++)
		bytes += rows->columns[i].size;
	return bytes;
}

int rows_in_open(struct rows_in *rows, const struct record_kind *kind, const void *payload,
	size_t size, uint32_t count, struct err *err)
{
	*rows = (struct rows_in){.kind = kind, .left = count};
	return columns_get(payload, size, rows->columns, kind->field_count, err);
}

static uint64_t read_field(struct rows_in *rows, size_t i)
{
	struct cursor *column = &rows->columns[i];

	switch (rows->kind->fields[i].encoding) {
	case RECORD_VARINT:
		return cursor_varint(column);
	case RECORD_ZIGZAG:
		return (uint64_t)cursor_zigzag(column);
	default:
		rows->previous[i] += (uint64_t)cursor_zigzag(column);
		return rows->previous[i];
	}
}

bool rows_in_next(struct rows_in *rows, void *row)
{
	if (!rows->left)
		return false;
	rows->left--;
	for (size_t i = 0; i < rows->kind->field_count; i++) {
		const struct record_field *field = &rows->kind->fields[i];
		char *at = (char *)row + field->offset;
		uint64_t value = columns_has(&rows->columns[i]) ? read_field(rows, i) : 0;
		uint32_t value32 = (uint32_t)value;

		if (field->size == sizeof(value)) {
			memcpy(at, &value, sizeof(value));
			continue;
		}
		if (value != value32)
			cursor_fail(&rows->columns[i]);
		memcpy(at, &value32, sizeof(value32));
	}
	return rows_in_ok(rows);
}

bool rows_in_ok(const struct rows_in *rows)
{
	for (size_t i = 0; i < rows->kind->field_count; i++)
		if (!cursor_ok(&rows->columns[i]))
			return false;
	return true;
}
