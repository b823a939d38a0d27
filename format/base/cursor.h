/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The one way to read foreign bytes. The first read past the end, or of a malformed value,
 * makes the cursor bad; every later read gives 0. Ask cursor_ok() once a record, not once a
 * field. Counts read from a file are bounded by what is left before anything is allocated.
 *
 * Reads are inline: a report spends most of its time in cursor_varint().
 */
#ifndef FORMAT_BASE_CURSOR_H
#define FORMAT_BASE_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cursor {
	const uint8_t *at;
	const uint8_t *end;
	bool bad;
};

static inline struct cursor cursor_over(const void *bytes, size_t size)
{
	return (struct cursor){.at = bytes, .end = (const uint8_t *)bytes + size};
}

static inline bool cursor_ok(const struct cursor *cursor)
{
	return !cursor->bad;
}

/* Bytes not read yet; 0 once bad. */
static inline size_t cursor_left(const struct cursor *cursor)
{
	return cursor->bad ? 0 : (size_t)(cursor->end - cursor->at);
}

static inline void cursor_fail(struct cursor *cursor)
{
	cursor->bad = true;
	cursor->at = cursor->end;
}

/* The next size bytes, inside the cursor's own memory; NULL when there are fewer. */
static inline const uint8_t *cursor_bytes(struct cursor *cursor, size_t size)
{
	const uint8_t *bytes = cursor->at;

	if (size > cursor_left(cursor)) {
		cursor_fail(cursor);
		return NULL;
	}
	cursor->at += size;
	return bytes;
}

static inline uint64_t cursor_little_endian(struct cursor *cursor, size_t size)
{
	const uint8_t *bytes = cursor_bytes(cursor, size);
	uint64_t value = 0;

	if (bytes)
		for (size_t i = 0; i < size; i++)
			value |= (uint64_t)bytes[i] << (8 * i);
	return value;
}

static inline uint8_t cursor_u8(struct cursor *cursor)
{
	return (uint8_t)cursor_little_endian(cursor, 1);
}

static inline uint16_t cursor_u16(struct cursor *cursor)
{
	return (uint16_t)cursor_little_endian(cursor, 2);
}

static inline uint32_t cursor_u32(struct cursor *cursor)
{
	return (uint32_t)cursor_little_endian(cursor, 4);
}

static inline uint64_t cursor_u64(struct cursor *cursor)
{
	return cursor_little_endian(cursor, 8);
}

/* LEB128 in its shortest form; padded or more than 64-bit values are malformed. */
static inline uint64_t cursor_varint(struct cursor *cursor)
{
	uint64_t value = 0;

	for (unsigned int shift = 0; shift < 70; shift += 7) {
		uint8_t byte;

		if (cursor->at == cursor->end)
			break;
		byte = *cursor->at++;
		if (shift == 63 && byte > 1)
			break;
		value |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80) {
			if (byte == 0 && shift != 0)
				break;
			return value;
		}
	}
	cursor_fail(cursor);
	return 0;
}

static inline int64_t cursor_zigzag(struct cursor *cursor)
{
	uint64_t value = cursor_varint(cursor);

	return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

/* A varint that must fit 32 bits: an id, an index, a size. */
static inline uint32_t cursor_index(struct cursor *cursor)
{
	uint64_t value = cursor_varint(cursor);

	if (value > UINT32_MAX) {
		cursor_fail(cursor);
		return 0;
	}
	return (uint32_t)value;
}

#endif
