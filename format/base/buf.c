/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/buf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

void buf_init(struct buf *buf, size_t ceiling_bytes)
{
	*buf = (struct buf){.ceiling = ceiling_bytes};
}

void buf_release(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){.ceiling = buf->ceiling};
}

void buf_clear(struct buf *buf)
{
	buf->size = 0;
	buf->error = 0;
}

static int grow(struct buf *buf, size_t need)
{
	size_t capacity = buf->capacity ? buf->capacity : FIRST_CAPACITY;
	uint8_t *data;

	if (need > buf->ceiling)
		return -EFBIG;
	while (capacity < need)
		capacity *= 2;
	if (capacity > buf->ceiling)
		capacity = buf->ceiling;
	data = realloc(buf->data, capacity);
	if (!data)
		return -ENOMEM;
	buf->data = data;
	buf->capacity = capacity;
	return 0;
}

uint8_t *buf_room(struct buf *buf, size_t size)
{
	uint8_t *room;

	if (buf->error)
		return NULL;
	if (size > buf->capacity - buf->size) {
		buf->error = size > SIZE_MAX / 4 - buf->size ? -EFBIG : grow(buf, buf->size + size);
		if (buf->error)
			return NULL;
	}
	room = buf->data + buf->size;
	buf->size += size;
	return room;
}

void buf_put(struct buf *buf, const void *bytes, size_t size)
{
	uint8_t *room;

	if (!size)
		return;
	room = buf_room(buf, size);
	if (room)
		memcpy(room, bytes, size);
}

void buf_put_text(struct buf *buf, const char *text)
{
	buf_put(buf, text, strlen(text));
}

void buf_put_u8(struct buf *buf, uint8_t value)
{
	uint8_t *room = buf_room(buf, 1);

	if (room)
		*room = value;
}

static void put_little_endian(struct buf *buf, uint64_t value, size_t size)
{
	uint8_t *room = buf_room(buf, size);

	if (!room)
		return;
	for (size_t i = 0; i < size; i++)
		room[i] = (uint8_t)(value >> (8 * i));
}

void buf_put_u16(struct buf *buf, uint16_t value)
{
	put_little_endian(buf, value, sizeof(value));
}

void buf_put_u32(struct buf *buf, uint32_t value)
{
	put_little_endian(buf, value, sizeof(value));
}

void buf_put_u64(struct buf *buf, uint64_t value)
{
	put_little_endian(buf, value, sizeof(value));
}

void buf_put_varint(struct buf *buf, uint64_t value)
{
	uint8_t bytes[10];
	size_t size = 0;

	while (value >= 0x80) {
		bytes[size++] = (uint8_t)(value | 0x80);
		value >>= 7;
	}
	bytes[size++] = (uint8_t)value;
	buf_put(buf, bytes, size);
}

void buf_put_zigzag(struct buf *buf, int64_t value)
{
	buf_put_varint(buf, ((uint64_t)value << 1) ^ (uint64_t)(value >> 63));
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	int length;
	uint8_t *room;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	room = length < 0 ? NULL : buf_room(buf, (size_t)length + 1);
	if (room) {
		(void)vsnprintf((char *)room, (size_t)length + 1, format, again);
		buf->size--;
	}
	va_end(again);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_vprintf(buf, format, args);
	va_end(args);
}

const char *buf_text(struct buf *buf)
{
	uint8_t *room = buf_room(buf, 1);

	if (!room)
		return "";
	*room = '\0';
	buf->size--;
	return (const char *)buf->data;
}
