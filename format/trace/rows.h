/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Rows of one record kind to the columns of a chunk's payload, and back, by the kind's table in
 * records.c.
 */
#ifndef FORMAT_TRACE_ROWS_H
#define FORMAT_TRACE_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "format/trace/columns.h"
#include "format/trace/records.h"

/* The rows of a chunk that is being filled. */
struct rows_out {
	const struct record_kind *kind;
	struct buf columns[COLUMNS_MAX];
	uint64_t previous[COLUMNS_MAX]; /* the last row's fields */
	uint32_t count;
	uint64_t first_ns; /* smallest and largest time; 0 while there is none */
	uint64_t last_ns;
};

void rows_out_init(struct rows_out *rows, const struct record_kind *kind);
void rows_out_release(struct rows_out *rows);
void rows_out_clear(struct rows_out *rows);

/* row points at the kind's struct. Errors stick in the columns. */
void rows_out_put(struct rows_out *rows, const void *row);

/* Bytes that the payload would have about now. */
size_t rows_out_bytes(const struct rows_out *rows);

/* The rows of a decompressed payload, which must outlive this. */
struct rows_in {
	const struct record_kind *kind;
	struct cursor columns[COLUMNS_MAX];
	uint64_t previous[COLUMNS_MAX];
	uint32_t left;
};

/* Returns 0, or -EBADMSG with a sentence. */
int rows_in_open(struct rows_in *rows, const struct record_kind *kind, const void *payload,
	size_t size, uint32_t count, struct err *err);

/* Reads one row into the kind's struct. False at the end, or where a column is malformed:
 * then rows_in_ok() is false too. */
bool rows_in_next(struct rows_in *rows, void *row);

bool rows_in_ok(const struct rows_in *rows);

#endif
