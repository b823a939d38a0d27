/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * What a trace file says: one struct a record kind, and the one table per kind from which
 * writing, reading, the round-trip tests and the check of FORMAT.md all come.
 *
 * Times are nanoseconds of CLOCK_MONOTONIC. Ids index the tables of the same file; 0 is
 * "none". Every id is defined before the first row that uses it. Fields are only ever added
 * at the end of a kind; a field that an older writer did not know reads as 0.
 */
#ifndef FORMAT_TRACE_RECORDS_H
#define FORMAT_TRACE_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/trace/chunk.h"

/* A fact about the recording, by name: see FORMAT.md for the names. The last one wins. */
struct record_meta {
	uint32_t key;   /* string */
	uint32_t value; /* string */
};

/* A thread while it had one comm. */
struct record_task {
	uint32_t pid; /* of the process (the kernel's tgid), in the initial pid namespace */
	uint32_t tid;
	uint64_t start_ns; /* of the process: with pid it names the process for ever */
	uint32_t comm;     /* string */
};

enum record_object_kind {
	RECORD_OBJECT_FILE = 1,   /* a mapped file; addresses are file offsets */
	RECORD_OBJECT_KERNEL = 2, /* addresses count from its symbol _text */
	RECORD_OBJECT_MODULE = 3, /* a kernel module; addresses count from its start */
	RECORD_OBJECT_VDSO = 4,   /* addresses are offsets in its image */
	RECORD_OBJECT_ANON = 5,   /* executable memory without a file; addresses are virtual */
};

/* Code that frames lie in. */
struct record_object {
	uint32_t kind;
	uint32_t path;     /* string; as its processes saw it */
	uint32_t build_id; /* string of raw bytes */
};

enum record_frame_kind {
	RECORD_FRAME_USER = 1,
	RECORD_FRAME_KERNEL = 2,
	RECORD_FRAME_CUT = 3, /* the root of a stack whose callers are missing; address says why */
};

/* Why the callers of a user stack's outermost frame are missing. */
enum record_cut {
	RECORD_CUT_NO_FRAME_POINTER = 1, /* the chain of frame pointers led nowhere */
	RECORD_CUT_UNREADABLE = 2,       /* the stack's memory could not be read */
	RECORD_CUT_TOO_DEEP = 3,         /* more frames than the recorder keeps */
	RECORD_CUT_COMPAT = 4,           /* a 32-bit process */
	RECORD_CUT_LIMIT,
};

/* One place in code. For a caller it is the last byte of its call instruction, so that
 * neither symbols nor lines need any correction. */
struct record_frame {
	uint32_t kind;
	uint32_t object;  /* 0 where the address lay in nothing known; then it is virtual */
	uint64_t address; /* in the object */
};

/* A stack is its innermost frame and the stack of its callers; kernel frames stand on top of
 * the user frames that called them. */
struct record_stack {
	uint32_t parent; /* stack; less than this stack's own id */
	uint32_t frame;
};

enum record_name_source {
	RECORD_NAME_SYMTAB = 1,
	RECORD_NAME_DYNSYM = 2,
	RECORD_NAME_KALLSYMS = 3,
	RECORD_NAME_LIMIT,
};

/* The function that a frame lies in. */
struct record_name {
	uint32_t frame;
	uint32_t name;   /* string, as in the symbol table (mangled) */
	uint64_t offset; /* of the frame's address from the function's start */
	uint32_t source;
};

enum record_probe_kind {
	RECORD_PROBE_CPU = 1,      /* on-CPU samples */
	RECORD_PROBE_EVENT = 2,    /* each hit of a tracepoint or function */
	RECORD_PROBE_LATENCY = 3,  /* each call of a function or system call */
	RECORD_PROBE_PROCESS = 4,  /* fork, exec and exit */
	RECORD_PROBE_SIDEBAND = 5, /* the bookkeeping that names stacks */
};

/* What the recorder attached. */
struct record_probe {
	uint32_t kind;
	uint32_t name;      /* string: as given on the command line, "cpu" or "exec" */
	uint64_t period_ns; /* of a CPU sample; 0 where samples are not by time */
};

/* A CPU sample or a hit of an event probe. */
struct record_sample {
	uint64_t time_ns;
	uint32_t task;
	uint32_t cpu;
	uint32_t probe;
	uint32_t stack;
};

enum record_call_state {
	RECORD_CALL_RETURNED = 0,
	RECORD_CALL_OPEN = 1, /* had not returned when the recording ended; duration until then */
};

/* One call of a latency probe. */
struct record_call {
	uint64_t start_ns;
	uint64_t duration_ns;
	uint32_t task; /* that returned */
	uint32_t cpu;  /* that it returned on */
	uint32_t probe;
	uint32_t stack; /* 0 where none was asked for */
	int64_t result; /* the return register */
	uint32_t state;
};

/* A process (not a thread) was born. */
struct record_fork {
	uint64_t time_ns;
	uint32_t task; /* the parent */
	uint32_t child_pid;
	uint64_t child_start_ns;
};

/* A process replaced its program, or tried to. */
struct record_exec {
	uint64_t time_ns;
	uint32_t task; /* after a successful exec, with the new comm */
	uint32_t parent_pid;
	uint32_t file;      /* string: as given to execve() */
	uint32_t directory; /* string: the working directory, where file is relative to it */
	uint32_t args;      /* string: argv, each argument ended by a NUL */
	uint32_t args_cut;  /* bytes of argv that are missing; UINT32_MAX where unknown */
	uint32_t uid;       /* effective */
	uint32_t cgroup;    /* string: path in the unified hierarchy */
	int64_t result;     /* 0, or -errno */
};

/* A process ended: its last thread did. */
struct record_exit {
	uint64_t time_ns;
	uint32_t task;
	uint32_t status; /* as wait(2) gives it */
};

enum record_loss_reason {
	RECORD_LOSS_RING_FULL = 1,    /* no room in the buffer to user space: event lost */
	RECORD_LOSS_BUSY = 2,         /* too many events nested on one CPU: event lost */
	RECORD_LOSS_TABLE_FULL = 3,   /* the table of open calls was full: call lost */
	RECORD_LOSS_UNMATCHED = 4,    /* a return whose call began before the recording */
	RECORD_LOSS_ABANDONED = 5,    /* a call left without return: longjmp, exception, exit */
	RECORD_LOSS_MISSED = 6,       /* the kernel said that it skipped a return */
	RECORD_LOSS_SIDEBAND = 7,     /* mappings or comms lost: stacks may lack names */
	RECORD_LOSS_STACK_MEMORY = 8, /* the recorder had no memory to keep a stack */
	RECORD_LOSS_LIMIT,
};

/* What could not be recorded since the last such row of the same probe, CPU and reason. */
struct record_loss {
	uint32_t probe;
	uint32_t cpu;
	uint32_t reason;
	uint64_t count;
};

enum record_end_reason {
	RECORD_END_DONE = 1,     /* the command or the watched processes ended */
	RECORD_END_DURATION = 2, /* --duration was over */
	RECORD_END_SIGNAL = 3,   /* interrupted or terminated */
	RECORD_END_LIMIT,
};

/* The recording ended in good order; the last chunk of a whole file. */
struct record_end {
	uint64_t time_ns;
	uint32_t reason;
	uint64_t recorder_user_ns; /* CPU time of the recorder */
	uint64_t recorder_system_ns;
	uint64_t bpf_ns; /* time in the recorder's BPF programs, on all CPUs */
};

enum record_encoding {
	RECORD_VARINT, /* the value */
	RECORD_ZIGZAG, /* a signed value */
	RECORD_DELTA,  /* zigzag of the difference to the row before; 0 is before the first */
};

struct record_field {
	const char *name;
	uint8_t encoding;
	uint8_t size; /* 4 or 8 bytes in the struct */
	uint16_t offset;
};

struct record_kind {
	const char *name; /* of the chunk kind; a file carries the names of the kinds it uses */
	const struct record_field *fields;
	size_t field_count;
	size_t size;  /* of the struct */
	bool is_timed; /* the first field gives a chunk its time range */
	bool has_ids;  /* rows are numbered from 1 over the whole file */
};

/* NULL for a kind that this version does not know, and for CHUNK_STRINGS, which has no rows of
 * fields. */
const struct record_kind *record_kind_of(unsigned int chunk_kind);

#endif
