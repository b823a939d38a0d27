/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/base/cleanup.h"
#include "format/trace/compress.h"

struct reader {
	int fd;
	uint64_t file_bytes;
	uint64_t next; /* offset of the next chunk */
	uint32_t sequence;
	struct chunk chunk;
	struct buf stored;
	struct buf payload;
	struct decompress *decompress;
	struct reader_ending ending;
};

/* Reads up to size bytes at offset; returns how many there were, or -errno. */
static ssize_t read_at(int fd, void *bytes, size_t size, uint64_t offset)
{
	size_t done = 0;

	while (done < size) {
		ssize_t got = pread(fd, (char *)bytes + done, size - done, (off_t)(offset + done));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -errno;
		if (got == 0)
			break;
		done += (size_t)got;
	}
	return (ssize_t)done;
}

static int read_file_header(struct reader *reader, struct err *err)
{
	uint8_t bytes[CHUNK_FILE_HEADER_BYTES];
	struct stat status;
	ssize_t got;

	if (fstat(reader->fd, &status) < 0)
		return err_sys(err, errno, "reading");
	if (!S_ISREG(status.st_mode))
		return err_set(err, EINVAL, "not a regular file: save the trace first");
	reader->file_bytes = (uint64_t)status.st_size;
	got = read_at(reader->fd, bytes, sizeof(bytes), 0);
	if (got < 0)
		return err_sys(err, (int)-got, "reading");
	if (got == 0)
		return err_set(err, EBADMSG, "the file is empty");
	if (got < (ssize_t)sizeof(bytes))
		return err_set(err, EBADMSG, "not a tprec trace file: too short");
	return chunk_file_header_get(bytes, err);
}

int reader_open_fd(int fd, struct reader **ret_reader, struct err *err)
{
	struct reader *reader = calloc(1, sizeof(*reader));
	int ret;

	if (!reader)
		return err_memory(err);
	buf_init(&reader->stored, CHUNK_MAX_PAYLOAD_BYTES);
	buf_init(&reader->payload, CHUNK_MAX_PAYLOAD_BYTES);
	reader->fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	ret = reader->fd < 0 ? err_sys(err, errno, "reading") : read_file_header(reader, err);
	if (!ret)
		ret = decompress_new(&reader->decompress, err);
	if (ret) {
		reader_free(reader);
		return ret;
	}
	reader_rewind(reader);
	*ret_reader = reader;
	return 0;
}

int reader_open(const char *path, struct reader **ret_reader, struct err *err)
{
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return err_sys(err, errno, "opening");
	return reader_open_fd(fd, ret_reader, err);
}

void reader_free(struct reader *reader)
{
	if (!reader)
		return;
	if (reader->fd >= 0)
		(void)close(reader->fd);
	decompress_free(reader->decompress);
	buf_release(&reader->stored);
	buf_release(&reader->payload);
	free(reader);
}

void reader_rewind(struct reader *reader)
{
	reader->next = CHUNK_FILE_HEADER_BYTES;
	reader->sequence = 0;
	reader->chunk = (struct chunk){0};
}

static int end_here(struct reader *reader, enum reader_end end)
{
	reader->ending = (struct reader_ending){.end = end,
		.offset_bytes = reader->next,
		.file_bytes = reader->file_bytes};
	return 0;
}

int reader_next(struct reader *reader, struct chunk *ret_chunk, struct err *err)
{
	uint8_t header[CHUNK_HEADER_BYTES];
	struct chunk chunk;
	uint8_t *stored;
	ssize_t got = read_at(reader->fd, header, sizeof(header), reader->next);

	if (got < 0)
		return err_sys(err, (int)-got, "reading");
	if (got == 0)
		return end_here(reader,
			reader->chunk.kind == CHUNK_END ? READER_WHOLE : READER_UNFINISHED);
	if (got < (ssize_t)sizeof(header))
		return end_here(reader, READER_CUT);
	if (chunk_get(header, &chunk, NULL) || chunk.sequence != reader->sequence)
		return end_here(reader, READER_DAMAGED);
	buf_clear(&reader->stored);
	stored = buf_room(&reader->stored, chunk.stored_bytes);
	if (!stored)
		return err_memory(err);
	got = read_at(reader->fd, stored, chunk.stored_bytes, reader->next + sizeof(header));
	if (got < 0)
		return err_sys(err, (int)-got, "reading");
	if ((size_t)got < chunk.stored_bytes)
		return end_here(reader, READER_CUT);
	if (!chunk_is_intact(header, stored, chunk.stored_bytes))
		return end_here(reader, READER_DAMAGED);
	reader->next += sizeof(header) + chunk.stored_bytes;
	reader->sequence++;
	reader->chunk = chunk;
	*ret_chunk = chunk;
	return 1;
}

int reader_payload(struct reader *reader, const uint8_t **ret_bytes, struct err *err)
{
	const struct chunk *chunk = &reader->chunk;
	int ret;

	if (chunk->flags & CHUNK_ZSTD) {
		ret = decompress_frame(reader->decompress, reader->stored.data,
			reader->stored.size, chunk->payload_bytes, &reader->payload, err);
		if (ret)
			return ret;
		*ret_bytes = reader->payload.data;
		return 0;
	}
	if (chunk->stored_bytes != chunk->payload_bytes)
		return err_set(err, EBADMSG, "a chunk's two sizes differ");
	*ret_bytes = reader->stored.data;
	return 0;
}

struct reader_ending reader_ending(const struct reader *reader)
{
	return reader->ending;
}
