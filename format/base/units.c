/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/units.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/base/array.h"

__extension__ typedef unsigned __int128 uint128;

static const uint64_t unit_ns[] = {1, 1000, 1000000, 1000000000};
static const char *const unit_names[] = {"ns", "µs", "ms", "s"};

const char *units_count(struct units *out, uint64_t count)
{
	char digits[24];
	int length = snprintf(digits, sizeof(digits), "%" PRIu64, count);
	size_t at = 0;

	for (int i = 0; i < length; i++) {
		if (i && (length - i) % 3 == 0)
			out->text[at++] = ',';
		out->text[at++] = digits[i];
	}
	out->text[at] = '\0';
	return out->text;
}

/* value in unit steps of scale, with three significant digits, cut and not rounded up into
 * the next unit. */
static const char *three_digits(struct units *out, uint64_t value, uint64_t scale, const char *unit)
{
	uint64_t whole = value / scale;
	uint64_t rest = value % scale;
	struct units count;

	if (scale == 1 || whole >= 100)
		(void)snprintf(out->text, sizeof(out->text), "%s %s", units_count(&count, whole), unit);
	else if (whole >= 10)
		(void)snprintf(out->text, sizeof(out->text), "%" PRIu64 ".%" PRIu64 " %s", whole,
			rest * 10 / scale, unit);
	else
		(void)snprintf(out->text, sizeof(out->text), "%" PRIu64 ".%02" PRIu64 " %s", whole,
			rest / (scale / 100), unit);
	return out->text;
}

enum units_time units_time_of(uint64_t duration_ns)
{
	enum units_time unit = UNITS_S;

	while (unit > UNITS_NS && duration_ns < unit_ns[unit])
		unit--;
	return unit;
}

const char *units_time_name(enum units_time unit)
{
	return unit_names[unit];
}

const char *units_duration(struct units *out, uint64_t duration_ns)
{
	enum units_time unit = units_time_of(duration_ns);

	return three_digits(out, duration_ns, unit_ns[unit], unit_names[unit]);
}

const char *units_duration_in(struct units *out, uint64_t duration_ns, enum units_time unit)
{
	uint64_t whole = duration_ns / unit_ns[unit];
	uint64_t rest = duration_ns % unit_ns[unit];
	struct units count;

	if (unit == UNITS_NS || whole >= 1000)
		(void)snprintf(out->text, sizeof(out->text), "%s %s", units_count(&count, whole),
			unit_names[unit]);
	else
		(void)snprintf(out->text, sizeof(out->text), "%" PRIu64 ".%03" PRIu64 " %s", whole,
			rest / (unit_ns[unit] / 1000), unit_names[unit]);
	return out->text;
}

const char *units_bytes(struct units *out, uint64_t bytes)
{
	static const char *const names[] = {"B", "kB", "MB", "GB", "TB"};
	uint64_t scale = 1;
	size_t name = 0;

	while (name + 1 < ARRAY_LENGTH(names) && bytes / scale >= 1000) {
		scale *= 1000;
		name++;
	}
	return three_digits(out, bytes, scale, names[name]);
}

const char *units_percent(struct units *out, uint64_t part, uint64_t whole)
{
	uint64_t tenths;

	if (!whole) {
		(void)snprintf(out->text, sizeof(out->text), "-");
		return out->text;
	}
	tenths = (uint64_t)((part * (uint128)2000 + whole) / (whole * (uint128)2));
	if (tenths == 0 && part > 0)
		tenths = 1;
	if (tenths == 1000 && part < whole)
		tenths = 999;
	(void)snprintf(out->text, sizeof(out->text), "%" PRIu64 ".%" PRIu64 " %%", tenths / 10,
		tenths % 10);
	return out->text;
}

struct suffix {
	const char *name;
	double factor;
};

/* A number and one of the suffixes; the first suffix is the default. */
static int parse_scaled(const char *text, const struct suffix *suffixes, size_t count,
	uint64_t *ret_value)
{
	char *end;
	double number;

	if (!isdigit((unsigned char)text[0]))
		return -EINVAL;
	number = strtod(text, &end);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(end, suffixes[i].name) != 0)
			continue;
		number *= suffixes[i].factor;
		if (number >= 9.2e18)
			return -EINVAL;
		*ret_value = (uint64_t)(number + 0.5);
		return 0;
	}
	return -EINVAL;
}

int units_parse_duration(const char *text, uint64_t *ret_ns, struct err *err)
{
	static const struct suffix suffixes[] = {{"", 1e9}, {"s", 1e9}, {"ms", 1e6}, {"us", 1e3},
		{"µs", 1e3}, {"ns", 1}, {"m", 60e9}, {"min", 60e9}, {"h", 3600e9}};

	if (parse_scaled(text, suffixes, ARRAY_LENGTH(suffixes), ret_ns))
		return err_set(err, EINVAL, "\"%s\" is not a duration: write 30s, 250ms or 2m", text);
	return 0;
}

int units_parse_size(const char *text, uint64_t *ret_bytes, struct err *err)
{
	static const struct suffix suffixes[] = {{"", 1}, {"K", 1024}, {"M", 1048576},
		{"G", 1073741824}, {"KiB", 1024}, {"MiB", 1048576}, {"GiB", 1073741824}};

	if (parse_scaled(text, suffixes, ARRAY_LENGTH(suffixes), ret_bytes))
		return err_set(err, EINVAL, "\"%s\" is not a size: write 4096, 64K or 8M", text);
	return 0;
}

int units_parse_number(const char *text, uint64_t min, uint64_t max, uint64_t *ret_number,
	struct err *err)
{
	uint64_t number;
	char *end;

	errno = 0;
	number = strtoull(text, &end, 10);
	if (!isdigit((unsigned char)text[0]) || *end || errno)
		return err_set(err, EINVAL, "\"%s\" is not a number", text);
	if (number < min || number > max)
		return err_set(err, EINVAL, "%s is not between %" PRIu64 " and %" PRIu64, text, min, max);
	*ret_number = number;
	return 0;
}
