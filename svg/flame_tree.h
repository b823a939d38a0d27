/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The frames of a flame graph as one tree in a fixed order, which all else is drawn from.
 *
 * Invariants: nodes are in preorder, node 0 is the root "all", siblings are sorted by symbol,
 * and no two siblings have one symbol. Symbols are the distinct pairs of name and kind, sorted
 * by the bytes of the name, then by kind. At every node total = self + the children's totals.
 */
#ifndef SVG_FLAME_TREE_H
#define SVG_FLAME_TREE_H

#include "format/base/intern.h"
#include "svg/flame.h"

/* A kind of this folder's own: a leaf that stands for the subtrees folded by elide.h. */
enum { FLAME_TREE_ELIDED = FLAME_CUT + 1, FLAME_TREE_KINDS };

/* Longer names keep their start, size, hash and end, so that different ones stay different. */
enum { FLAME_TREE_NAME_BYTES = 2048 };

struct flame_symbol {
	const char *name; /* safe text (format/base/text.h), terminated, never empty */
	uint32_t name_size;
	uint8_t kind;  /* enum flame_kind or FLAME_TREE_ELIDED */
	uint8_t shade; /* palette_shade() of the name */
};

struct flame_node {
	uint64_t self;
	uint64_t total;
	uint32_t symbol;
	uint32_t parent; /* 0 for the root too */
	uint32_t end;    /* one past the last node of the subtree */
	uint32_t depth;  /* 0 for the root */
};

struct flame_tree {
	struct flame_symbol *symbols;
	size_t symbol_count;
	struct flame_node *nodes;
	size_t node_count;      /* at least 1 */
	size_t cut_names;       /* distinct names over FLAME_TREE_NAME_BYTES */
	struct intern names;    /* what symbols point into */
};

/* Takes frames as struct flame has them, and FLAME_TREE_ELIDED too.
 * Returns 0 and a tree for flame_tree_release(); -EINVAL when the frames are no preorder;
 * -EOVERFLOW when the weights do not fit 64 bits; -ENOMEM. On failure *tree is empty. */
int flame_tree_init(struct flame_tree *tree, const struct flame_frame *frames, size_t frame_count,
	struct err *err);
void flame_tree_release(struct flame_tree *tree);

/* All nodes by total, largest first, then by preorder: any start of the order holds the parents
 * of all it holds. Returns an array of node_count indices for free(), or NULL without memory. */
uint32_t *flame_tree_by_total(const struct flame_tree *tree);

#endif
