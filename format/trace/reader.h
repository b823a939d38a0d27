/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Reads a trace file chunk by chunk, as far as it is whole. A file that ends early or is
 * damaged is no error: the chunks before that place are given, and reader_ending() says where
 * and why the rest is missing.
 */
#ifndef FORMAT_TRACE_READER_H
#define FORMAT_TRACE_READER_H

#include <stdint.h>

#include "format/base/err.h"
#include "format/trace/chunk.h"

enum reader_end {
	READER_WHOLE,      /* finished by its recorder */
	READER_UNFINISHED, /* ends between two chunks: the recorder was stopped short */
	READER_CUT,        /* ends inside a chunk */
	READER_DAMAGED,    /* a chunk is not what its checksum says */
};

struct reader_ending {
	enum reader_end end;
	uint64_t offset_bytes; /* where the readable part ends */
	uint64_t file_bytes;
};

struct reader;

/* Returns 0; -errno from opening; -EBADMSG when not a trace; -ENOTSUP when a newer tprec wrote
 * it. On success *ret_reader is the caller's, for reader_free(). */
int reader_open(const char *path, struct reader **ret_reader, struct err *err);

/* The same for an open file, which the reader keeps a duplicate of. */
int reader_open_fd(int fd, struct reader **ret_reader, struct err *err);
void reader_free(struct reader *reader);

/* The next chunk, its checksum verified. Returns 1, 0 at the end of what can be read, or
 * -errno when the file cannot be read at all. */
int reader_next(struct reader *reader, struct chunk *ret_chunk, struct err *err);

/* The payload of the chunk that reader_next() gave last, decompressed; valid until the next
 * call. chunk->payload_bytes long. Returns 0, or -errno with a sentence. */
int reader_payload(struct reader *reader, const uint8_t **ret_bytes, struct err *err);

/* Back to the first chunk. */
void reader_rewind(struct reader *reader);

/* Valid once reader_next() returned 0. */
struct reader_ending reader_ending(const struct reader *reader);

#endif
