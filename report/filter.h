/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * What --pid, --tid, --comm, --from and --to leave over: every view sees only that.
 *
 * Several values of one option are alternatives; different options must all hold. Times count
 * from the start of the recording; a call belongs to the moment it began.
 */
#ifndef REPORT_FILTER_H
#define REPORT_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/base/err.h"

struct trace;

struct filter {
	uint32_t *pids;
	size_t pid_count;
	size_t pid_capacity;
	uint32_t *tids;
	size_t tid_count;
	size_t tid_capacity;
	const char **comms; /* borrowed from the command line */
	size_t comm_count;
	size_t comm_capacity;
	uint64_t from_ns; /* after the recording's start */
	uint64_t to_ns;   /* UINT64_MAX: to the end */

	/* Set by filter_bind(). */
	bool *tasks; /* by task id: does the task pass? NULL: all do */
	uint64_t first_ns;
	uint64_t last_ns;
};

void filter_init(struct filter *filter);
void filter_release(struct filter *filter);

/* Adds "PID[,PID…]"; tids and comms likewise. Return 0, or -errno with a sentence. */
int filter_add_pids(struct filter *filter, const char *list, struct err *err);
int filter_add_tids(struct filter *filter, const char *list, struct err *err);
int filter_add_comm(struct filter *filter, const char *comm, struct err *err);

/* Works out the answers for one trace. */
int filter_bind(struct filter *filter, const struct trace *trace, struct err *err);

/* Does nothing restrict the view? */
bool filter_is_open(const struct filter *filter);

bool filter_accepts(const struct filter *filter, uint64_t time_ns, uint32_t task);

/* Can any row between the two times pass? Lets whole chunks be skipped. */
bool filter_overlaps(const struct filter *filter, uint64_t first_ns, uint64_t last_ns);

#endif
