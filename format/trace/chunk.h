/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The outer layer of a trace file: one file header, then chunks, each with a header, a checksum
 * and a payload that decodes alone. FORMAT.md is the specification.
 */
#ifndef FORMAT_TRACE_CHUNK_H
#define FORMAT_TRACE_CHUNK_H

#include <stdbool.h>
#include <stdint.h>

#include "format/base/buf.h"
#include "format/base/err.h"

enum {
	CHUNK_FILE_HEADER_BYTES = 16,
	CHUNK_HEADER_BYTES = 48,

	CHUNK_VERSION_MAJOR = 1,
	CHUNK_VERSION_MINOR = 0,

	/* A payload is never larger, so that a damaged size cannot ask for all memory. */
	CHUNK_MAX_PAYLOAD_BYTES = 8 * 1024 * 1024,
};

/* Never reused; a gap may be filled by a later minor version. */
enum chunk_kind {
	CHUNK_META = 1,
	CHUNK_STRINGS = 2,
	CHUNK_TASKS = 3,
	CHUNK_OBJECTS = 4,
	CHUNK_FRAMES = 5,
	CHUNK_STACKS = 6,
	CHUNK_NAMES = 7,
	CHUNK_PROBES = 8,
	CHUNK_SAMPLES = 16,
	CHUNK_CALLS = 17,
	CHUNK_FORKS = 18,
	CHUNK_EXECS = 19,
	CHUNK_EXITS = 20,
	CHUNK_LOSSES = 24,
	CHUNK_END = 25,
	CHUNK_KIND_LIMIT, /* one more than the last */
};

enum chunk_flags {
	CHUNK_ZSTD = 1, /* the payload is one zstd frame; else it is stored as it is */
};

struct chunk {
	uint16_t kind;
	uint16_t flags;
	uint32_t stored_bytes;  /* behind this header */
	uint32_t payload_bytes; /* after decompression */
	uint32_t rows;
	uint32_t sequence; /* 0, 1, 2 … over the whole file */
	uint64_t first_ns; /* the times of its rows lie in first_ns … last_ns; 0, 0 where */
	uint64_t last_ns;  /* they have none */
	uint32_t first_id; /* of its first row, in a table with ids; else 0 */
};

void chunk_file_header_put(struct buf *out);

/* Returns 0; -EBADMSG when this is no trace file; -ENOTSUP when its major version is newer. */
int chunk_file_header_get(const uint8_t bytes[static CHUNK_FILE_HEADER_BYTES], struct err *err);

/* Appends header and stored payload (chunk->stored_bytes of it). */
void chunk_put(struct buf *out, const struct chunk *chunk, const void *stored);

/* Reads a header; its sizes are within CHUNK_MAX_PAYLOAD_BYTES on success.
 * Returns 0, or -EBADMSG with a sentence that says what is wrong. */
int chunk_get(const uint8_t bytes[static CHUNK_HEADER_BYTES], struct chunk *ret_chunk,
	struct err *err);

/* Does the checksum in the header's bytes fit header and stored payload? */
bool chunk_is_intact(const uint8_t bytes[static CHUNK_HEADER_BYTES], const void *stored,
	uint32_t stored_bytes);

#endif
