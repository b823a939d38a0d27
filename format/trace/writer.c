/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/writer.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "format/base/array.h"
#include "format/base/cleanup.h"
#include "format/base/intern.h"
#include "format/trace/compress.h"
#include "format/trace/rows.h"
#include "format/trace/strings.h"

/* Enough rows for zstd to find what repeats, few enough to lose little in a crash. */
enum { FLUSH_BYTES = 512 * 1024 };

/* Tables first, each after those that it refers to. */
static const enum chunk_kind flush_order[] = {CHUNK_META, CHUNK_PROBES, CHUNK_TASKS, CHUNK_OBJECTS,
	CHUNK_FRAMES, CHUNK_STACKS, CHUNK_NAMES, CHUNK_FORKS, CHUNK_EXECS, CHUNK_SAMPLES,
	CHUNK_CALLS, CHUNK_EXITS, CHUNK_LOSSES, CHUNK_END};

struct writer {
	int fd;
	struct compress *compress;
	struct intern strings;
	uint32_t strings_written;              /* ids up to here are in the file */
	size_t strings_pending_bytes;          /* of the later ones */
	struct rows_out rows[CHUNK_KIND_LIMIT];
	uint32_t next_id[CHUNK_KIND_LIMIT];    /* of the kind's next row */
	struct buf payload;
	struct buf stored;
	struct buf chunk;
	uint32_t sequence;
	uint64_t bytes;
	int error;
	struct err why;
};

static void write_all(struct writer *writer, const struct buf *bytes)
{
	size_t at = 0;

	while (at < bytes->size && !writer->error) {
		ssize_t written = write(writer->fd, bytes->data + at, bytes->size - at);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0) {
			writer->error = err_sys(&writer->why, errno, "writing the trace");
			break;
		}
		at += (size_t)written;
		writer->bytes += (uint64_t)written;
	}
}

/* Later versions may add kinds: their names in the file let an old reader say what it skips. */
static void put_kind_names(struct writer *writer)
{
	for (size_t i = 0; i < ARRAY_LENGTH(flush_order); i++) {
		char key[32];

		(void)snprintf(key, sizeof(key), "kind.%d", (int)flush_order[i]);
		writer_put_meta(writer, key, record_kind_of(flush_order[i])->name);
	}
}

int writer_new(int fd, int zstd_level, struct writer **ret_writer, struct err *err)
{
	struct writer *writer = calloc(1, sizeof(*writer));
	int ret;

	if (!writer)
		return err_memory(err);
	writer->fd = fd;
	for (size_t i = 0; i < ARRAY_LENGTH(flush_order); i++) {
		rows_out_init(&writer->rows[flush_order[i]], record_kind_of(flush_order[i]));
		writer->next_id[flush_order[i]] = 1;
	}
	buf_init(&writer->payload, CHUNK_MAX_PAYLOAD_BYTES);
	buf_init(&writer->stored, 2 * CHUNK_MAX_PAYLOAD_BYTES);
	buf_init(&writer->chunk, 2 * CHUNK_MAX_PAYLOAD_BYTES + CHUNK_HEADER_BYTES);
	ret = intern_init(&writer->strings) ? err_memory(err) : 0;
	if (!ret)
		ret = compress_new(zstd_level, &writer->compress, err);
	if (!ret) {
		chunk_file_header_put(&writer->chunk);
		write_all(writer, &writer->chunk);
		put_kind_names(writer);
		ret = writer_flush(writer, err);
	}
	if (ret) {
		writer_free(writer);
		return ret;
	}
	*ret_writer = writer;
	return 0;
}

void writer_free(struct writer *writer)
{
	if (!writer)
		return;
	for (size_t i = 0; i < ARRAY_LENGTH(flush_order); i++)
		rows_out_release(&writer->rows[flush_order[i]]);
	buf_release(&writer->payload);
	buf_release(&writer->stored);
	buf_release(&writer->chunk);
	intern_release(&writer->strings);
	compress_free(writer->compress);
	free(writer);
}

/* Makes a chunk of writer->payload; the caller has filled in kind, rows, times and first id. */
static void write_chunk(struct writer *writer, struct chunk *chunk)
{
	const struct buf *stored = &writer->stored;

	if (!writer->error && writer->payload.error)
		writer->error = err_set(&writer->why, -writer->payload.error,
			"a chunk of the trace grew too large");
	if (!writer->error)
		writer->error = compress_frame(writer->compress, writer->payload.data,
			writer->payload.size, &writer->stored, &writer->why);
	if (writer->error)
		return;
	if (stored->size < writer->payload.size)
		chunk->flags = CHUNK_ZSTD;
	else
		stored = &writer->payload;
	chunk->stored_bytes = (uint32_t)stored->size;
	chunk->payload_bytes = (uint32_t)writer->payload.size;
	chunk->sequence = writer->sequence++;
	buf_clear(&writer->chunk);
	chunk_put(&writer->chunk, chunk, stored->data);
	if (writer->chunk.error)
		writer->error = err_memory(&writer->why);
	write_all(writer, &writer->chunk);
}

/* Strings may be more than one chunk can hold: each flush writes as many chunks as it takes. */
static void flush_strings(struct writer *writer)
{
	while (writer->strings_written + 1 < writer->strings.count && !writer->error) {
		uint32_t first = writer->strings_written + 1;
		uint32_t last = first;
		size_t bytes = intern_get(&writer->strings, first).size;

		while (last + 1 < writer->strings.count && bytes < FLUSH_BYTES)
			bytes += intern_get(&writer->strings, ++last).size;
		buf_clear(&writer->payload);
		strings_put(&writer->payload, &writer->strings, first, last);
		write_chunk(writer, &(struct chunk){.kind = CHUNK_STRINGS,
					    .rows = last - first + 1,
					    .first_id = first});
		writer->strings_written = last;
	}
	writer->strings_pending_bytes = 0;
}

static void flush_rows(struct writer *writer, enum chunk_kind kind)
{
	struct rows_out *rows = &writer->rows[kind];
	struct chunk chunk = {.kind = (uint16_t)kind,
		.rows = rows->count,
		.first_ns = rows->first_ns,
		.last_ns = rows->last_ns};

	if (!rows->count || writer->error)
		return;
	if (rows->kind->has_ids)
		chunk.first_id = writer->next_id[kind] - rows->count;
	buf_clear(&writer->payload);
	columns_put(&writer->payload, rows->columns, rows->kind->field_count);
	write_chunk(writer, &chunk);
	rows_out_clear(rows);
}

int writer_flush(struct writer *writer, struct err *err)
{
	flush_strings(writer);
	for (size_t i = 0; i < ARRAY_LENGTH(flush_order); i++)
		flush_rows(writer, flush_order[i]);
	if (writer->error && err)
		*err = writer->why;
	return writer->error;
}

uint32_t writer_string(struct writer *writer, const void *bytes, size_t size)
{
	uint32_t id;

	if (size > STRINGS_MAX_BYTES)
		size = STRINGS_MAX_BYTES;
	if (writer->error)
		return 0;
	if (intern_put(&writer->strings, bytes, size, &id)) {
		writer->error = err_memory(&writer->why);
		return 0;
	}
	if (id > writer->strings_written)
		writer->strings_pending_bytes += size;
	return id;
}

uint32_t writer_text(struct writer *writer, const char *text)
{
	return writer_string(writer, text, strlen(text));
}

uint32_t writer_put(struct writer *writer, enum chunk_kind kind, const void *row)
{
	struct rows_out *rows = &writer->rows[kind];

	assert(rows->kind);
	if (writer->error)
		return 0;
	if (rows_out_bytes(rows) + writer->strings_pending_bytes > FLUSH_BYTES)
		(void)writer_flush(writer, NULL);
	rows_out_put(rows, row);
	return rows->kind->has_ids ? writer->next_id[kind]++ : 0;
}

void writer_put_meta(struct writer *writer, const char *key, const char *value)
{
	struct record_meta meta = {.key = writer_text(writer, key),
		.value = writer_text(writer, value)};

	(void)writer_put(writer, CHUNK_META, &meta);
}

uint64_t writer_bytes(const struct writer *writer)
{
	return writer->bytes;
}
