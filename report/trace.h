/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A trace file, opened for reports: all its tables in memory, with the names applied; its
 * events stay in the file and are streamed, as often as a view wants them.
 *
 * Invariants: every id inside a table is valid (an index below the table's count), a stack's
 * parent is smaller than its own id, and the ids of streamed events are checked before a view
 * sees them. Index 0 of every table is the "none" row, all zero.
 */
#ifndef REPORT_TRACE_H
#define REPORT_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/base/buf.h"
#include "format/base/err.h"
#include "format/base/intern.h"
#include "format/trace/reader.h"
#include "format/trace/records.h"

/* A frame, and the function it lies in where a name travelled with the trace. */
struct trace_frame {
	struct record_frame frame;
	uint32_t name;   /* string; 0 = not named */
	uint32_t source; /* enum record_name_source */
	uint64_t offset; /* from the function's start */
};

struct trace_string {
	size_t offset; /* in string_bytes */
	uint32_t size;
};

/* Rows of one kind, by id or in file order. */
#define TRACE_TABLE(type)        \
	struct {                 \
		type *rows;      \
		size_t count;    \
		size_t capacity; \
	}

struct trace {
	struct reader *reader;
	struct reader_ending ending;
	struct buf string_bytes;
	TRACE_TABLE(struct trace_string) strings;
	TRACE_TABLE(struct record_task) tasks;
	TRACE_TABLE(struct record_object) objects;
	TRACE_TABLE(struct trace_frame) frames;
	TRACE_TABLE(struct record_stack) stacks;
	TRACE_TABLE(uint8_t) cuts;             /* enum record_cut by stack id; 0 = complete */
	TRACE_TABLE(struct record_probe) probes;
	TRACE_TABLE(struct record_meta) metas;   /* in file order, from index 0 */
	TRACE_TABLE(struct record_loss) losses;  /* in file order, from index 0 */
	struct record_end finish;                /* all zero where the recording has no end */
	uint64_t rows[CHUNK_KIND_LIMIT];         /* rows in the file by kind */
	uint64_t start_ns;                       /* when recording began */
	uint64_t end_ns;                         /* when it ended, or of the last event */
	uint64_t unknown_chunks;                 /* of kinds that this version does not know */
	uint32_t unknown_kind;                   /* one of them */
};

/* Returns 0; -errno with a sentence (without the path) when the file cannot be used at all. */
int trace_open(const char *path, struct trace **ret_trace, struct err *err);
void trace_free(struct trace *trace);

/* Terminated, valid until trace_free(). */
struct intern_text trace_string(const struct trace *trace, uint32_t id);
const char *trace_text(const struct trace *trace, uint32_t id);

/* The value of a fact about the recording, or NULL. */
const char *trace_meta(const struct trace *trace, const char *key);

/* Sum of the losses of a probe (0: of all) for a reason. */
uint64_t trace_lost(const struct trace *trace, uint32_t probe, enum record_loss_reason reason);

/* Sum over the reasons that mean "an event is missing": not the accounting of unmatched,
 * abandoned and missed calls. */
uint64_t trace_events_lost(const struct trace *trace);

struct filter;

/* Streams the rows that the filter (NULL: all) accepts, in file order, until each returns
 * non-zero. Returns 0, each's own value, or -errno with a sentence. */
int trace_each_sample(struct trace *trace, const struct filter *filter,
	int (*each)(void *context, const struct record_sample *sample), void *context,
	struct err *err);
int trace_each_call(struct trace *trace, const struct filter *filter,
	int (*each)(void *context, const struct record_call *call), void *context, struct err *err);
int trace_each_fork(struct trace *trace, const struct filter *filter,
	int (*each)(void *context, const struct record_fork *fork), void *context, struct err *err);
int trace_each_exec(struct trace *trace, const struct filter *filter,
	int (*each)(void *context, const struct record_exec *exec), void *context, struct err *err);
int trace_each_exit(struct trace *trace, const struct filter *filter,
	int (*each)(void *context, const struct record_exit *exit), void *context, struct err *err);

#endif
