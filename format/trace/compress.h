/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The door to zstd: one frame in, one frame out, with contexts that are kept.
 */
#ifndef FORMAT_TRACE_COMPRESS_H
#define FORMAT_TRACE_COMPRESS_H

#include <stddef.h>

#include "format/base/buf.h"
#include "format/base/err.h"

struct compress;   /* a compression context */
struct decompress; /* a decompression context */

int compress_new(int level, struct compress **ret_compress, struct err *err);
void compress_free(struct compress *compress);

/* Replaces out's content with one zstd frame. Returns 0, or -errno with a sentence. */
int compress_frame(struct compress *compress, const void *bytes, size_t size, struct buf *out,
	struct err *err);

int decompress_new(struct decompress **ret_decompress, struct err *err);
void decompress_free(struct decompress *decompress);

/* Replaces out's content with the frame's, which must be exactly payload_bytes long.
 * Returns 0, or -EBADMSG with a sentence. */
int decompress_frame(struct decompress *decompress, const void *frame, size_t size,
	size_t payload_bytes, struct buf *out, struct err *err);

#endif
