/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * CRC-32C (Castagnoli, RFC 3720 appendix B.4), the checksum of a trace file's chunks.
 */
#ifndef FORMAT_BASE_CRC32C_H
#define FORMAT_BASE_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* Continues crc (0 at the start) over size more bytes. */
uint32_t crc32c(uint32_t crc, const void *bytes, size_t size);

#endif
