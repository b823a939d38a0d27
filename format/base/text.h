/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Foreign bytes as text that a terminal may show: recorded names can hold anything, and no
 * byte of them may act as a control sequence.
 */
#ifndef FORMAT_BASE_TEXT_H
#define FORMAT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/base/buf.h"

/* Decodes one UTF-8 character (RFC 3629: shortest form, no surrogates, at most U+10FFFF) from
 * size > 0 bytes. Returns its length, or 0 where the first byte starts no valid character. */
size_t text_decode(const char *bytes, size_t size, uint32_t *ret_character);

/* Controls, bidirectional controls, line separators, invisible marks and non-characters. */
bool text_is_unprintable(uint32_t character);

/* Appends the bytes with every unprintable character or invalid byte made visible, as \xNN or
 * \u{NNNN}. The result is valid UTF-8 on one line. */
void text_put_safe(struct buf *out, const char *bytes, size_t size);

/* Terminal columns of safe text: wide characters count 2, combining ones 0. */
size_t text_columns(const char *bytes, size_t size);

/* The longest start of safe text that fits in columns; its size in bytes. */
size_t text_fit(const char *bytes, size_t size, size_t columns);

#endif
