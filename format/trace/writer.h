/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Writes a trace file: rows collect in columns, a flush makes chunks of them, tables before
 * what refers to them. Nothing written is ever changed, so that every prefix of the file is a
 * readable trace.
 *
 * The first error sticks: later calls do nothing, and writer_flush() keeps returning it.
 */
#ifndef FORMAT_TRACE_WRITER_H
#define FORMAT_TRACE_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include "format/base/err.h"
#include "format/trace/records.h"

struct writer;

/* Starts a file with its header; fd may be a pipe and stays the caller's. */
int writer_new(int fd, int zstd_level, struct writer **ret_writer, struct err *err);
void writer_free(struct writer *writer);

/* The string's id; 0 for "" and after an error. Cut at STRINGS_MAX_BYTES. */
uint32_t writer_string(struct writer *writer, const void *bytes, size_t size);
uint32_t writer_text(struct writer *writer, const char *text);

/* Adds a row of the kind's struct; flushes by itself when much has collected. Returns the
 * row's id for kinds with ids, else 0. */
uint32_t writer_put(struct writer *writer, enum chunk_kind kind, const void *row);

void writer_put_meta(struct writer *writer, const char *key, const char *value);

/* Writes all that has collected. Returns 0, or the first error of all, with its sentence. */
int writer_flush(struct writer *writer, struct err *err);

/* Bytes written to the file so far. */
uint64_t writer_bytes(const struct writer *writer);

#endif
