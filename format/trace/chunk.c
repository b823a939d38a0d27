/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/chunk.h"

#include <errno.h>
#include <string.h>

#include "format/base/crc32c.h"
#include "format/base/cursor.h"

/* A high bit, both line ends and a control byte: what text-mode transfers break, breaks here. */
static const uint8_t file_magic[8] = {0x89, 'T', 'P', 'R', 'E', 'C', '\r', '\n'};
static const uint8_t chunk_magic[4] = {'T', 'P', 'C', 0x1a};

enum { CHECKSUM_OFFSET = CHUNK_HEADER_BYTES - 4, FILE_CHECKSUM_OFFSET = 12 };

void chunk_file_header_put(struct buf *out)
{
	size_t start = out->size;

	buf_put(out, file_magic, sizeof(file_magic));
	buf_put_u16(out, CHUNK_VERSION_MAJOR);
	buf_put_u16(out, CHUNK_VERSION_MINOR);
	if (!out->error)
		buf_put_u32(out, crc32c(0, out->data + start, FILE_CHECKSUM_OFFSET));
}

int chunk_file_header_get(const uint8_t bytes[static CHUNK_FILE_HEADER_BYTES], struct err *err)
{
	struct cursor cursor = cursor_over(bytes, CHUNK_FILE_HEADER_BYTES);
	uint16_t major;
	uint16_t minor;

	if (memcmp(cursor_bytes(&cursor, sizeof(file_magic)), file_magic, sizeof(file_magic)) != 0)
		return err_set(err, EBADMSG, "not a tprec trace file");
	major = cursor_u16(&cursor);
	minor = cursor_u16(&cursor);
	if (cursor_u32(&cursor) != crc32c(0, bytes, FILE_CHECKSUM_OFFSET))
		return err_set(err, EBADMSG, "the file's header is damaged");
	if (major > CHUNK_VERSION_MAJOR)
		return err_set(err, ENOTSUP,
			"written in format %u.%u by a newer tprec; this one reads format %u: update it",
			major, minor, CHUNK_VERSION_MAJOR);
	return 0;
}

void chunk_put(struct buf *out, const struct chunk *chunk, const void *stored)
{
	size_t start = out->size;
	uint32_t crc;

	buf_put(out, chunk_magic, sizeof(chunk_magic));
	buf_put_u16(out, chunk->kind);
	buf_put_u16(out, chunk->flags);
	buf_put_u32(out, chunk->stored_bytes);
	buf_put_u32(out, chunk->payload_bytes);
	buf_put_u32(out, chunk->rows);
	buf_put_u32(out, chunk->sequence);
	buf_put_u64(out, chunk->first_ns);
	buf_put_u64(out, chunk->last_ns);
	buf_put_u32(out, chunk->first_id);
	if (out->error)
		return;
	crc = crc32c(0, out->data + start, CHECKSUM_OFFSET);
	buf_put_u32(out, crc32c(crc, stored, chunk->stored_bytes));
	buf_put(out, stored, chunk->stored_bytes);
}

int chunk_get(const uint8_t bytes[static CHUNK_HEADER_BYTES], struct chunk *ret_chunk,
	struct err *err)
{
	struct cursor cursor = cursor_over(bytes, CHUNK_HEADER_BYTES);
	struct chunk chunk;

	if (memcmp(cursor_bytes(&cursor, sizeof(chunk_magic)), chunk_magic, sizeof(chunk_magic)) != 0)
		return err_set(err, EBADMSG, "no chunk starts here");
	chunk.kind = cursor_u16(&cursor);
	chunk.flags = cursor_u16(&cursor);
	chunk.stored_bytes = cursor_u32(&cursor);
	chunk.payload_bytes = cursor_u32(&cursor);
	chunk.rows = cursor_u32(&cursor);
	chunk.sequence = cursor_u32(&cursor);
	chunk.first_ns = cursor_u64(&cursor);
	chunk.last_ns = cursor_u64(&cursor);
	chunk.first_id = cursor_u32(&cursor);
	if (chunk.stored_bytes > CHUNK_MAX_PAYLOAD_BYTES ||
		chunk.payload_bytes > CHUNK_MAX_PAYLOAD_BYTES || chunk.rows > chunk.payload_bytes)
		return err_set(err, EBADMSG, "a chunk header is damaged");
	*ret_chunk = chunk;
	return 0;
}

bool chunk_is_intact(const uint8_t bytes[static CHUNK_HEADER_BYTES], const void *stored,
	uint32_t stored_bytes)
{
	struct cursor cursor = cursor_over(bytes + CHECKSUM_OFFSET, 4);
	uint32_t crc = crc32c(0, bytes, CHECKSUM_OFFSET);

	return crc32c(crc, stored, stored_bytes) == cursor_u32(&cursor);
}
