/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/compress.h"

#include <errno.h>
#include <stdlib.h>
#include <zstd.h>

#include "format/base/cleanup.h"

struct compress {
	ZSTD_CCtx *context;
	int level;
};

struct decompress {
	ZSTD_DCtx *context;
};

int compress_new(int level, struct compress **ret_compress, struct err *err)
{
	AUTO_FREE struct compress *compress = calloc(1, sizeof(*compress));

	if (!compress)
		return err_memory(err);
	compress->level = level;
	compress->context = ZSTD_createCCtx();
	if (!compress->context)
		return err_memory(err);
	*ret_compress = take_ptr(compress);
	return 0;
}

void compress_free(struct compress *compress)
{
	if (!compress)
		return;
	(void)ZSTD_freeCCtx(compress->context);
	free(compress);
}

int compress_frame(struct compress *compress, const void *bytes, size_t size, struct buf *out,
	struct err *err)
{
	size_t bound = ZSTD_compressBound(size);
	uint8_t *room;
	size_t written;

	buf_clear(out);
	room = buf_room(out, bound);
	if (!room)
		return err_memory(err);
	written = ZSTD_compressCCtx(compress->context, room, bound, bytes, size, compress->level);
	if (ZSTD_isError(written))
		return err_set(err, ENOMEM, "zstd: %s", ZSTD_getErrorName(written));
	out->size = written;
	return 0;
}

int decompress_new(struct decompress **ret_decompress, struct err *err)
{
	AUTO_FREE struct decompress *decompress = calloc(1, sizeof(*decompress));

	if (!decompress)
		return err_memory(err);
	decompress->context = ZSTD_createDCtx();
	if (!decompress->context)
		return err_memory(err);
	*ret_decompress = take_ptr(decompress);
	return 0;
}

void decompress_free(struct decompress *decompress)
{
	if (!decompress)
		return;
	(void)ZSTD_freeDCtx(decompress->context);
	free(decompress);
}

int decompress_frame(struct decompress *decompress, const void *frame, size_t size,
	size_t payload_bytes, struct buf *out, struct err *err)
{
	uint8_t *room;
	size_t written;

	buf_clear(out);
	room = buf_room(out, payload_bytes);
	if (!room)
		return err_memory(err);
	written = ZSTD_decompressDCtx(decompress->context, room, payload_bytes, frame, size);
	if (ZSTD_isError(written))
		return err_set(err, EBADMSG, "zstd: %s", ZSTD_getErrorName(written));
	if (written != payload_bytes)
		return err_set(err, EBADMSG, "a chunk is shorter than its header says");
	return 0;
}
