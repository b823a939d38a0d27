/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/text.h"

#include "format/base/array.h"

size_t text_decode(const char *bytes, size_t size, uint32_t *ret_character)
{
	const uint8_t *at = (const uint8_t *)bytes;
	size_t length = at[0] < 0x80 ? 1 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : 4;
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	uint32_t character;

	if (length == 1) {
		*ret_character = at[0];
		return 1;
	}
	if (at[0] < 0xc2 || at[0] > 0xf4 || length > size)
		return 0;
	character = at[0] & (0x7fU >> length);
	for (size_t i = 1; i < length; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		character = character << 6 | (at[i] & 0x3fU);
	}
	if (character < smallest[length] || character > 0x10ffff ||
		(character >= 0xd800 && character <= 0xdfff))
		return 0;
	*ret_character = character;
	return length;
}

struct range {
	uint32_t first;
	uint32_t last;
};

static bool in_ranges(uint32_t character, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (character >= ranges[i].first && character <= ranges[i].last)
			return true;
	return false;
}

bool text_is_unprintable(uint32_t character)
{
	static const struct range ranges[] = {{0, 0x1f}, {0x7f, 0x9f}, {0xad, 0xad}, {0x61c, 0x61c},
		{0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfdd0, 0xfdef},
		{0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff}};

	if (character >= 0x20 && character < 0x7f)
		return false;
	return (character & 0xfffe) == 0xfffe || in_ranges(character, ranges, ARRAY_LENGTH(ranges));
}

void text_put_safe(struct buf *out, const char *bytes, size_t size)
{
	for (size_t at = 0; at < size;) {
		uint32_t character;
		size_t length = text_decode(bytes + at, size - at, &character);

		if (!length) {
			buf_printf(out, "\\x%02x", (uint8_t)bytes[at]);
			length = 1;
		} else if (!text_is_unprintable(character)) {
			buf_put(out, bytes + at, length);
		} else if (character < 0x80) {
			buf_printf(out, "\\x%02x", character);
		} else {
			buf_printf(out, "\\u{%x}", character);
		}
		at += length;
	}
}

/* After Unicode 15's East_Asian_Width W and F and general category Mn, by the blocks that
 * matter; a wrong guess costs alignment only. */
static size_t columns_of(uint32_t character)
{
	static const struct range zero[] = {{0x300, 0x36f}, {0x483, 0x489}, {0x591, 0x5bd},
		{0x610, 0x61a}, {0x64b, 0x65f}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
		{0x20d0, 0x20f0}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
	static const struct range wide[] = {{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf},
		{0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
		{0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
		{0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

	if (character < 0x300)
		return 1;
	if (in_ranges(character, zero, ARRAY_LENGTH(zero)))
		return 0;
	return in_ranges(character, wide, ARRAY_LENGTH(wide)) ? 2 : 1;
}

size_t text_columns(const char *bytes, size_t size)
{
	size_t columns = 0;

	for (size_t at = 0; at < size;) {
		uint32_t character = 0;
		size_t length = text_decode(bytes + at, size - at, &character);

		columns += columns_of(character);
		at += length ? length : 1;
	}
	return columns;
}

size_t text_fit(const char *bytes, size_t size, size_t columns)
{
	size_t at = 0;

	while (at < size) {
		uint32_t character = 0;
		size_t length = text_decode(bytes + at, size - at, &character);
		size_t wide = columns_of(character);

		if (wide > columns)
			break;
		columns -= wide;
		at += length ? length : 1;
	}
	return at;
}
