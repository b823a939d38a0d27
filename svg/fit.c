/* SPDX-License-Identifier: BSD-2-Clause */
#include "svg/fit.h"

#include <stdbool.h>
#include <string.h>

#include "format/base/cleanup.h"
#include "format/base/text.h"

static const char ellipsis[] = "…";

struct span {
	const char *at;
	size_t size;
};

static size_t columns_of(struct span span)
{
	return text_columns(span.at, span.size);
}

static bool starts_with(struct span span, size_t at, const char *word)
{
	size_t length = strlen(word);

	return span.size - at >= length && !memcmp(span.at + at, word, length);
}

/* The size of "operator" with its sign at this place, 0 elsewhere: those angles are no brackets. */
static size_t operator_size(struct span span, size_t at)
{
	size_t end = at + strlen("operator");

	if (!starts_with(span, at, "operator"))
		return 0;
	while (end < span.size && strchr("<>=-", span.at[end]) && span.at[end])
		end++;
	return end - at;
}

/* Copies the name with its outermost angle brackets emptied. Returns how many pairs there were,
 * 0 also when they do not match; *ret_last is where the last pair's ">" is. */
static size_t empty_templates(struct span name, struct buf *out, size_t *ret_last)
{
	size_t pairs = 0;
	size_t depth = 0;

	for (size_t at = 0; at < name.size; at++) {
		size_t skip = operator_size(name, at);
		char byte = name.at[at];

		if (skip) {
			if (!depth)
				buf_put(out, name.at + at, skip);
			at += skip - 1;
		} else if (byte == '<') {
			if (!depth++)
				buf_put_u8(out, '<');
		} else if (byte == '>' && !(at && name.at[at - 1] == '-')) {
			if (!depth)
				return 0;
			if (--depth)
				continue;
			*ret_last = out->size;
			buf_put_u8(out, '>');
			pairs++;
		} else if (!depth) {
			buf_put_u8(out, (uint8_t)byte);
		}
	}
	return depth ? 0 : pairs;
}

/* Where the component after the one at start begins: behind "::" or "/" outside all brackets;
 * 0 when start is in the last one. */
static size_t next_component(struct span name, size_t start)
{
	size_t depth = 0;

	for (size_t at = 0; at < name.size; at++) {
		size_t skip = operator_size(name, at);
		size_t next = 0;

		if (skip) {
			at += skip - 1;
			continue;
		}
		if (strchr("([{<", name.at[at]))
			depth++;
		else if (strchr(")]}>", name.at[at]) && depth)
			depth--;
		else if (!depth && starts_with(name, at, "::"))
			next = at + 2;
		else if (!depth && name.at[at] == '/')
			next = at + 1;
		if (next > start && next > 1 && next < name.size)
			return next;
	}
	return 0;
}

/* The size without a parameter list at the end, with or without " const" behind it; the same
 * size when there is none or nothing is before it. */
static size_t without_parameters(struct span name)
{
	static const char qualifier[] = " const";
	size_t end = name.size;
	size_t depth = 0;

	if (end > sizeof(qualifier) && starts_with(name, end - (sizeof(qualifier) - 1), qualifier))
		end -= sizeof(qualifier) - 1;
	if (!end || name.at[end - 1] != ')')
		return name.size;
	for (size_t at = end; at-- > 1;) {
		if (name.at[at] == ')')
			depth++;
		else if (name.at[at] == '(' && --depth == 0)
			return at;
	}
	return name.size;
}

static void put_middle(struct buf *out, struct span name, size_t columns)
{
	size_t head = (columns - 1) / 3;
	size_t tail = columns - 1 - head;
	size_t skip = columns_of(name) - tail;
	size_t start = text_fit(name.at, name.size, skip);

	/* A wide character across the cut, or marks that would combine with the "…", go too. */
	while (start < name.size && ((name.at[start] & 0xc0) == 0x80 ||
					    text_columns(name.at + start, name.size - start) > tail))
		start++;
	buf_put(out, name.at, text_fit(name.at, name.size, head));
	buf_put_text(out, ellipsis);
	buf_put(out, name.at + start, name.size - start);
}

/* The shortest forms, of a name whose templates are already empty. */
static void put_cut(struct buf *out, struct span name, size_t columns)
{
	bool is_part = false;
	size_t size;

	for (size_t at = 0; (at = next_component(name, at)) > 0;) {
		struct span rest = {name.at + at, name.size - at};

		if (columns_of(rest) + 1 <= columns) {
			buf_put_text(out, ellipsis);
			buf_put(out, rest.at, rest.size);
			return;
		}
		if (!next_component(name, at)) {
			name = rest;
			is_part = true;
			break;
		}
	}
	size = without_parameters(name);
	if (size == name.size && !is_part) {
		put_middle(out, name, columns);
		return;
	}
	name.size = size;
	if (columns_of(name) + 1 > columns) {
		put_middle(out, name, columns);
		return;
	}
	if (is_part)
		buf_put_text(out, ellipsis);
	buf_put(out, name.at, name.size);
	if (!is_part)
		buf_put_text(out, ellipsis);
}

void fit_put(struct buf *out, const char *text, size_t size, size_t columns)
{
	AUTO(buf_release) struct buf empty;
	struct span name = {text, size};
	size_t last = 0;

	buf_init(&empty, SIZE_MAX / 2);
	if (columns < FIT_COLUMNS_MIN)
		return;
	if (columns_of(name) <= columns) {
		buf_put(out, text, size);
		return;
	}
	if (empty_templates(name, &empty, &last)) {
		name = (struct span){(const char *)empty.data, empty.size};
		if (columns_of(name) + 1 <= columns) {
			buf_put(out, name.at, last);
			buf_put_text(out, ellipsis);
			buf_put(out, name.at + last, name.size - last);
			return;
		}
	}
	if (empty.error && !out->error)
		out->error = empty.error;
	put_cut(out, name, columns);
}
