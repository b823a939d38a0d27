/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A growing byte buffer that every writer of files and text fills.
 *
 * Invariants: size <= capacity <= ceiling. The first failure (no memory: -ENOMEM, ceiling
 * reached: -EFBIG) sticks in `error` and makes all later puts do nothing, so a writer checks
 * once, at its end. data[size] is not a terminator unless buf_text() was asked for it.
 */
#ifndef FORMAT_BASE_BUF_H
#define FORMAT_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	uint8_t *data;
	size_t size;
	size_t capacity;
	size_t ceiling;
	int error; /* 0, -ENOMEM or -EFBIG */
};

void buf_init(struct buf *buf, size_t ceiling_bytes);
void buf_release(struct buf *buf);

/* Empties the buffer and forgets its error; keeps the memory. */
void buf_clear(struct buf *buf);

/* Room for size more bytes that the caller fills at once, or NULL with the error set. */
uint8_t *buf_room(struct buf *buf, size_t size);

void buf_put(struct buf *buf, const void *bytes, size_t size);
void buf_put_text(struct buf *buf, const char *text);
void buf_put_u8(struct buf *buf, uint8_t value);

/* Little-endian. */
void buf_put_u16(struct buf *buf, uint16_t value);
void buf_put_u32(struct buf *buf, uint32_t value);
void buf_put_u64(struct buf *buf, uint64_t value);

/* LEB128, the shortest form, 1 to 10 bytes. */
void buf_put_varint(struct buf *buf, uint64_t value);

/* A signed value: small magnitudes, of either sign, take few bytes. */
void buf_put_zigzag(struct buf *buf, int64_t value);

void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* The content as a terminated string, valid until the next put; "" after an error. */
const char *buf_text(struct buf *buf);

#endif
