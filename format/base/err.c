/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void set_text(struct err *err, const char *format, va_list args)
{
	int length = vsnprintf(err->text, sizeof(err->text), format, args);

	if (length < 0)
		err->text[0] = '\0';
	else if ((size_t)length >= sizeof(err->text))
		memcpy(err->text + sizeof(err->text) - sizeof("…"), "…", sizeof("…"));
}

int err_set(struct err *err, int errnum, const char *format, ...)
{
	va_list args;

	if (err) {
		va_start(args, format);
		set_text(err, format, args);
		va_end(args);
	}
	return -errnum;
}

static void append_text(struct err *err, const char *tail)
{
	size_t length = strlen(err->text);

	(void)snprintf(err->text + length, sizeof(err->text) - length, ": %s", tail);
}

int err_sys(struct err *err, int errnum, const char *format, ...)
{
	char reason[128];
	va_list args;

	if (err) {
		va_start(args, format);
		set_text(err, format, args);
		va_end(args);
		append_text(err, strerror_r(errnum, reason, sizeof(reason)));
	}
	return -errnum;
}

int err_prefix(struct err *err, int ret, const char *format, ...)
{
	struct err inner;
	va_list args;

	if (err) {
		inner = *err;
		va_start(args, format);
		set_text(err, format, args);
		va_end(args);
		append_text(err, inner.text);
	}
	return ret;
}

int err_memory(struct err *err)
{
	return err_set(err, ENOMEM, "out of memory");
}
