/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The hash functions of the in-memory tables. They never reach a file.
 */
#ifndef FORMAT_BASE_HASH_H
#define FORMAT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
static inline uint64_t hash_u64(uint64_t value)
{
	value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
	value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
	return value ^ (value >> 31);
}

static inline uint64_t hash_pair(uint64_t first, uint64_t second)
{
	return hash_u64(hash_u64(first) + 0x9e3779b97f4a7c15U + second);
}

/* FNV-1a over the bytes, finished by hash_u64(). */
static inline uint64_t hash_bytes(const void *bytes, size_t size)
{
	const uint8_t *at = bytes;
	uint64_t value = 0xcbf29ce484222325U;

	for (size_t i = 0; i < size; i++)
		value = (value ^ at[i]) * 0x100000001b3U;
	return hash_u64(value);
}

#endif
