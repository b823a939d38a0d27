/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A picture of an SVG document, by librsvg and cairo: the one door to both.
 */
#ifndef SVG_PNG_H
#define SVG_PNG_H

#include <stddef.h>

#include "format/base/buf.h"
#include "format/base/err.h"

/* Appends the PNG to out. scale is image pixels per SVG pixel; 2 suits today's screens. cairo
 * draws at most 32,767 pixels a side: a larger picture is drawn at the scale that fits, and
 * *ret_scale (NULL: not wanted) is the scale used, for the caller to tell.
 * Returns 0; -EINVAL when the document is none or the scale is not positive; -EFBIG when out's
 * ceiling is too low; -ENOMEM. On failure out is as it was, but for its error. */
int png_write(const void *svg, size_t size_bytes, double scale, struct buf *out, double *ret_scale,
	struct err *err);

#endif
