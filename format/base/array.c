/* SPDX-License-Identifier: BSD-2-Clause */
#include "format/base/array.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int array_reserve(void *items, size_t *capacity, size_t need, size_t item_size)
{
	size_t larger = *capacity + *capacity / 2 + 16;
	void *old;
	void *grown;

	if (need <= *capacity)
		return 0;
	if (larger < need)
		larger = need;
	if (larger > SIZE_MAX / 2 / item_size)
		return -ENOMEM;
	memcpy(&old, items, sizeof(old));
	grown = realloc(old, larger * item_size);
	if (!grown)
		return -ENOMEM;
	memset((char *)grown + *capacity * item_size, 0, (larger - *capacity) * item_size);
	memcpy(items, &grown, sizeof(grown));
	*capacity = larger;
	return 0;
}
