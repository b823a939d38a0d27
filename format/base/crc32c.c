/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/crc32c.h"

#include <pthread.h>

#define POLYNOMIAL_REVERSED 0x82f63b78U

/* table[k][b]: the CRC of byte b followed by k zero bytes ("slicing by 8", Kounavis and Berry,
 * ISCC 2005). */
static uint32_t table[8][256];
static pthread_once_t table_once = PTHREAD_ONCE_INIT;

static void fill_table(void)
{
	for (uint32_t byte = 0; byte < 256; byte++) {
		uint32_t crc = byte;

		for (int bit = 0; bit < 8; bit++)
			crc = (crc >> 1) ^ (crc & 1 ? POLYNOMIAL_REVERSED : 0);
		table[0][byte] = crc;
	}
	for (int k = 1; k < 8; k++)
		for (int byte = 0; byte < 256; byte++)
			table[k][byte] = (table[k - 1][byte] >> 8) ^
					 table[0][table[k - 1][byte] & 0xff];
}

uint32_t crc32c(uint32_t crc, const void *bytes, size_t size)
{
	const uint8_t *at = bytes;

	(void)pthread_once(&table_once, fill_table);
	crc = ~crc;
	for (; size >= 8; at += 8, size -= 8)
		crc = table[7][(at[0] ^ crc) & 0xff] ^ table[6][(at[1] ^ (crc >> 8)) & 0xff] ^
		      table[5][(at[2] ^ (crc >> 16)) & 0xff] ^ table[4][at[3] ^ (crc >> 24)] ^
		      table[3][at[4]] ^ table[2][at[5]] ^ table[1][at[6]] ^ table[0][at[7]];
	for (; size; at++, size--)
		crc = (crc >> 8) ^ table[0][(*at ^ crc) & 0xff];
	return ~crc;
}
