/* SPDX-License-Identifier: BSD-2-Clause */
#include "svg/escape.h"

#include <string.h>

#include "format/base/text.h"

static const char *entity_of(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void escape_put(struct buf *out, const char *bytes, size_t size)
{
	size_t plain = 0;

	for (size_t at = 0; at < size; at++) {
		const char *entity = entity_of(bytes[at]);

		if (!entity)
			continue;
		text_put_safe(out, bytes + plain, at - plain);
		buf_put_text(out, entity);
		plain = at + 1;
	}
	text_put_safe(out, bytes + plain, size - plain);
}

void escape_put_text(struct buf *out, const char *text)
{
	if (text)
		escape_put(out, text, strlen(text));
}
