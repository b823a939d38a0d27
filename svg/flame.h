/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A flame graph as one SVG document that says what matters wherever it is looked at: without
 * CSS (every look is a presentation attribute), with CSS (tooltips, hover, zoom by links, dark
 * and print rules), and with script (zoom, search, keys, state in the URL's hash).
 *
 * Invariants: the same input gives the same bytes, whatever the locale, the clock or the
 * addresses; at every node self + children = total; every frame is drawn, drawn as a thin
 * line, kept in the file for the script, or dropped, and the ledger in the header says how
 * many and with which weight. No byte of a name reaches the document unescaped.
 */
#ifndef SVG_FLAME_H
#define SVG_FLAME_H

#include <stddef.h>
#include <stdint.h>

#include "format/base/buf.h"
#include "format/base/err.h"

/* What a frame is; it gives the hue. */
enum flame_kind {
	FLAME_PROCESS, /* a program, the frames just above the root */
	FLAME_USER,
	FLAME_KERNEL,
	FLAME_INLINED,
	FLAME_JIT,
	FLAME_UNRESOLVED,
	FLAME_CUT, /* not a function but the reason why the stack ends: "[stack cut: reason]" */
};

struct flame_frame {
	const char *name; /* any bytes, no terminator needed */
	size_t name_size;
	uint32_t depth; /* 1 is a child of the root, which is not given */
	enum flame_kind kind;
	uint64_t self; /* weight of the stacks that end here, in flame.unit */
};

/* One fact of the header, such as {"stacks complete", "99.8 %"}; any bytes. */
struct flame_note {
	const char *label;
	const char *value;
};

struct flame {
	const char *title;
	const char *subtitle; /* NULL: none */
	const char *unit;     /* of the weights: "samples", "µs" */

	/* In preorder: a frame is followed by its callees, each one deeper. Siblings come in any
	 * order; those of one name and one kind are merged, with all that is above them. */
	const struct flame_frame *frames;
	size_t frame_count;

	const struct flame_note *notes;
	size_t note_count;

	uint32_t width_px;     /* 0: 1,200; else 400 to 20,000 */
	size_t size_cap_bytes; /* 0: 4 MB; above it the smallest subtrees are folded */
};

/* Appends the document to out. A picture without frames or weight says so and is no error.
 * Returns 0; -EINVAL for frames that are no preorder or a width out of range; -EOVERFLOW when
 * the weights do not fit 64 bits; -EFBIG when out's ceiling or the size cap is too small for
 * even the root; -ENOMEM. On failure out may hold a part of the document. */
int flame_write(const struct flame *flame, struct buf *out, struct err *err);

#endif
