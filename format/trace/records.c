/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/trace/records.h"

#include "format/base/array.h"

#define FIELD(record, field, how)                              \
	{.name = #field,                                       \
		.encoding = RECORD_##how,                      \
		.size = sizeof(((struct record *)0)->field),   \
		.offset = offsetof(struct record, field)}

static const struct record_field meta_fields[] = {
	FIELD(record_meta, key, DELTA),
	FIELD(record_meta, value, DELTA),
};

static const struct record_field task_fields[] = {
	FIELD(record_task, pid, DELTA),
	FIELD(record_task, tid, DELTA),
	FIELD(record_task, start_ns, DELTA),
	FIELD(record_task, comm, DELTA),
};

static const struct record_field object_fields[] = {
	FIELD(record_object, kind, VARINT),
	FIELD(record_object, path, DELTA),
	FIELD(record_object, build_id, DELTA),
};

static const struct record_field frame_fields[] = {
	FIELD(record_frame, kind, VARINT),
	FIELD(record_frame, object, VARINT),
	FIELD(record_frame, address, DELTA),
};

static const struct record_field stack_fields[] = {
	FIELD(record_stack, parent, DELTA),
	FIELD(record_stack, frame, DELTA),
};

static const struct record_field name_fields[] = {
	FIELD(record_name, frame, DELTA),
	FIELD(record_name, name, DELTA),
	FIELD(record_name, offset, VARINT),
	FIELD(record_name, source, VARINT),
};

static const struct record_field probe_fields[] = {
	FIELD(record_probe, kind, VARINT),
	FIELD(record_probe, name, DELTA),
	FIELD(record_probe, period_ns, VARINT),
};

static const struct record_field sample_fields[] = {
	FIELD(record_sample, time_ns, DELTA),
	FIELD(record_sample, task, VARINT),
	FIELD(record_sample, cpu, VARINT),
	FIELD(record_sample, probe, VARINT),
	FIELD(record_sample, stack, VARINT),
};

static const struct record_field call_fields[] = {
	FIELD(record_call, start_ns, DELTA),
	FIELD(record_call, duration_ns, VARINT),
	FIELD(record_call, task, VARINT),
	FIELD(record_call, cpu, VARINT),
	FIELD(record_call, probe, VARINT),
	FIELD(record_call, stack, VARINT),
	FIELD(record_call, result, ZIGZAG),
	FIELD(record_call, state, VARINT),
};

static const struct record_field fork_fields[] = {
	FIELD(record_fork, time_ns, DELTA),
	FIELD(record_fork, task, VARINT),
	FIELD(record_fork, child_pid, DELTA),
	FIELD(record_fork, child_start_ns, DELTA),
};

static const struct record_field exec_fields[] = {
	FIELD(record_exec, time_ns, DELTA),
	FIELD(record_exec, task, VARINT),
	FIELD(record_exec, parent_pid, VARINT),
	FIELD(record_exec, file, VARINT),
	FIELD(record_exec, directory, VARINT),
	FIELD(record_exec, args, VARINT),
	FIELD(record_exec, args_cut, VARINT),
	FIELD(record_exec, uid, VARINT),
	FIELD(record_exec, cgroup, VARINT),
	FIELD(record_exec, result, ZIGZAG),
};

static const struct record_field exit_fields[] = {
	FIELD(record_exit, time_ns, DELTA),
	FIELD(record_exit, task, VARINT),
	FIELD(record_exit, status, VARINT),
};

static const struct record_field loss_fields[] = {
	FIELD(record_loss, probe, VARINT),
	FIELD(record_loss, cpu, VARINT),
	FIELD(record_loss, reason, VARINT),
	FIELD(record_loss, count, VARINT),
};

static const struct record_field end_fields[] = {
	FIELD(record_end, time_ns, VARINT),
	FIELD(record_end, reason, VARINT),
	FIELD(record_end, recorder_user_ns, VARINT),
	FIELD(record_end, recorder_system_ns, VARINT),
	FIELD(record_end, bpf_ns, VARINT),
};

#define KIND(stem, text, timed, ids)                      \
	{.name = (text),                                       \
		.fields = stem##_fields,                       \
		.field_count = ARRAY_LENGTH(stem##_fields),    \
		.size = sizeof(struct record_##stem),          \
		.is_timed = (timed),                            \
		.has_ids = (ids)}

static const struct record_kind kinds[CHUNK_KIND_LIMIT] = {
	[CHUNK_META] = KIND(meta, "meta", false, false),
	[CHUNK_TASKS] = KIND(task, "tasks", false, true),
	[CHUNK_OBJECTS] = KIND(object, "objects", false, true),
	[CHUNK_FRAMES] = KIND(frame, "frames", false, true),
	[CHUNK_STACKS] = KIND(stack, "stacks", false, true),
	[CHUNK_NAMES] = KIND(name, "names", false, false),
	[CHUNK_PROBES] = KIND(probe, "probes", false, true),
	[CHUNK_SAMPLES] = KIND(sample, "samples", true, false),
	[CHUNK_CALLS] = KIND(call, "calls", true, false),
	[CHUNK_FORKS] = KIND(fork, "forks", true, false),
	[CHUNK_EXECS] = KIND(exec, "execs", true, false),
	[CHUNK_EXITS] = KIND(exit, "exits", true, false),
	[CHUNK_LOSSES] = KIND(loss, "losses", false, false),
	[CHUNK_END] = KIND(end, "end", true, false),
};

const struct record_kind *record_kind_of(unsigned int chunk_kind)
{
	if (chunk_kind >= CHUNK_KIND_LIMIT || !kinds[chunk_kind].name)
		return NULL;
	return &kinds[chunk_kind];
}
