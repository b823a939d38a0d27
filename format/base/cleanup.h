/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Locals that clean themselves when they leave their scope, and the verbs that move what they
 * own somewhere else: `r->fd = take_fd(&fd);`.
 */
#ifndef FORMAT_BASE_CLEANUP_H
#define FORMAT_BASE_CLEANUP_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define AUTO_FREE     __attribute__((cleanup(cleanup_free)))
#define AUTO_CLOSE    __attribute__((cleanup(cleanup_close)))
#define AUTO_FCLOSE   __attribute__((cleanup(cleanup_fclose)))
#define AUTO_CLOSEDIR __attribute__((cleanup(cleanup_closedir)))

/* For a type with its own release: AUTO(buf_release) struct buf out; */
#define AUTO(release) __attribute__((cleanup(release)))

static inline void cleanup_free(void *pointer)
{
	free(*(void **)pointer);
}

static inline void cleanup_close(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
}

static inline void cleanup_fclose(FILE **file)
{
	if (*file)
		(void)fclose(*file);
}

static inline void cleanup_closedir(DIR **dir)
{
	if (*dir)
		(void)closedir(*dir);
}

static inline int take_fd(int *fd)
{
	int taken = *fd;

	*fd = -1;
	return taken;
}

#define take_ptr(pointer)                          \
	({                                         \
		__typeof__(pointer) taken_ = (pointer); \
		(pointer) = NULL;                  \
		taken_;                            \
	})

#endif
