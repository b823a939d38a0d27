/* SPDX-License-Identifier: BSD-2-Clause */
#include "svg/flame_tree.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "format/base/array.h"
#include "format/base/cleanup.h"
#include "format/base/idmap.h"
#include "format/base/text.h"
#include "format/base/units.h"
#include "svg/palette.h"

static const char root_name[] = "all";
static const char empty_name[] = "[no name]";

/* What is known while the tree is built: symbols and nodes in the order of first sight. */
struct builder {
	struct idmap symbols; /* (name, kind) */
	struct idmap nodes;   /* (parent node, symbol) */
	uint64_t *selfs;      /* by node */
	size_t selfs_capacity;
	uint32_t *path; /* nodes from the root to the frame before, by depth */
	size_t path_capacity;
	uint32_t path_depth;
	uint64_t weight;
	struct buf safe;
};

static void builder_release(struct builder *builder)
{
	idmap_release(&builder->symbols);
	idmap_release(&builder->nodes);
	free(builder->selfs);
	free(builder->path);
	buf_release(&builder->safe);
}

/* Keeps the two ends of a name that is too long; says what is missing between them. */
static void cut_name(struct buf *safe, const struct flame_frame *frame)
{
	const char *text = buf_text(safe);
	size_t half = FLAME_TREE_NAME_BYTES / 2 - 40;
	size_t head = half;
	size_t tail = safe->size - half;
	char middle[80];
	struct units size;
	int length;

	while ((text[head] & 0xc0) == 0x80)
		head--;
	while ((text[tail] & 0xc0) == 0x80)
		tail++;
	length = snprintf(middle, sizeof(middle), "…[%s bytes, #%08" PRIx32 "]…",
		units_count(&size, frame->name_size),
		palette_fnv1a(frame->name, frame->name_size));
	memmove(safe->data + head + length, safe->data + tail, safe->size - tail);
	memcpy(safe->data + head, middle, (size_t)length);
	safe->size = head + (size_t)length + (safe->size - tail);
}

static int put_symbol(struct flame_tree *tree, struct builder *builder,
	const struct flame_frame *frame, uint32_t *ret_symbol)
{
	struct buf *safe = &builder->safe;
	size_t names = tree->names.count;
	bool cut;
	bool new;
	uint32_t name;
	int ret;

	buf_clear(safe);
	if (frame->name_size)
		text_put_safe(safe, frame->name, frame->name_size);
	else
		buf_put_text(safe, empty_name);
	cut = safe->size > FLAME_TREE_NAME_BYTES;
	if (cut)
		cut_name(safe, frame);
	if (safe->error)
		return safe->error;
	ret = intern_put(&tree->names, safe->data, safe->size, &name);
	if (ret)
		return ret;
	tree->cut_names += cut && tree->names.count > names;
	return idmap_put(&builder->symbols, name, frame->kind, ret_symbol, &new);
}

static int put_node(struct builder *builder, uint32_t parent, uint32_t symbol, uint64_t self,
	uint32_t *ret_node)
{
	bool new;
	int ret = idmap_put(&builder->nodes, parent, symbol, ret_node, &new);

	if (!ret && new)
		ret = ARRAY_RESERVE(builder->selfs, builder->selfs_capacity, *ret_node + (size_t)1);
	if (!ret)
		builder->selfs[*ret_node] += self;
	return ret;
}

static int put_frame(struct flame_tree *tree, struct builder *builder,
	const struct flame_frame *frame, size_t index, struct err *err)
{
	uint32_t symbol;
	int ret;

	if (frame->depth < 1 || frame->depth > builder->path_depth + (uint64_t)1)
		return err_set(err, EINVAL, "frame %zu: depth %" PRIu32 " cannot follow depth %" PRIu32,
			index, frame->depth, builder->path_depth);
	if ((unsigned int)frame->kind >= FLAME_TREE_KINDS)
		return err_set(err, EINVAL, "frame %zu: no kind %u", index, (unsigned int)frame->kind);
	if (__builtin_add_overflow(builder->weight, frame->self, &builder->weight))
		return err_set(err, EOVERFLOW, "the weights of the frames do not fit 64 bits");
	ret = put_symbol(tree, builder, frame, &symbol);
	if (!ret)
		ret = ARRAY_RESERVE(builder->path, builder->path_capacity, frame->depth + (size_t)1);
	if (!ret)
		ret = put_node(builder, builder->path[frame->depth - 1], symbol, frame->self,
			&builder->path[frame->depth]);
	builder->path_depth = frame->depth;
	return ret ? err_memory(err) : 0;
}

static int put_root(struct flame_tree *tree, struct builder *builder)
{
	const struct flame_frame root = {
		.name = root_name,
		.name_size = sizeof(root_name) - 1,
		.kind = FLAME_PROCESS,
	};
	uint32_t symbol;
	int ret = put_symbol(tree, builder, &root, &symbol);

	if (!ret)
		ret = ARRAY_RESERVE(builder->path, builder->path_capacity, 1);
	return ret ? ret : put_node(builder, 0, symbol, 0, &builder->path[0]);
}

struct sortable {
	struct flame_symbol symbol;
	uint32_t id;
};

static int compare_symbols(const void *left, const void *right)
{
	const struct flame_symbol *a = &((const struct sortable *)left)->symbol;
	const struct flame_symbol *b = &((const struct sortable *)right)->symbol;
	size_t common = a->name_size < b->name_size ? a->name_size : b->name_size;
	int order = memcmp(a->name, b->name, common);

	if (order)
		return order;
	if (a->name_size != b->name_size)
		return a->name_size < b->name_size ? -1 : 1;
	return (a->kind > b->kind) - (a->kind < b->kind);
}

/* Fills tree->symbols and turns the nodes' symbols from ids of first sight into ranks. */
static int sort_symbols(struct flame_tree *tree, struct builder *builder)
{
	size_t count = builder->symbols.count - 1;
	AUTO_FREE struct sortable *sorted = calloc(count, sizeof(*sorted));
	AUTO_FREE uint32_t *rank_of = calloc(count + 1, sizeof(*rank_of));

	tree->symbols = calloc(count, sizeof(*tree->symbols));
	if (!sorted || !rank_of || !tree->symbols)
		return -ENOMEM;
	for (uint32_t id = 1; id <= count; id++) {
		const struct idmap_key *key = &builder->symbols.keys[id];
		struct intern_text name = intern_get(&tree->names, (uint32_t)key->first);

		sorted[id - 1] = (struct sortable){
			.symbol = {.name = name.bytes,
				.name_size = name.size,
				.kind = (uint8_t)key->second,
				.shade = palette_shade(name.bytes, name.size)},
			.id = id,
		};
	}
	qsort(sorted, count, sizeof(*sorted), compare_symbols);
	for (size_t rank = 0; rank < count; rank++) {
		tree->symbols[rank] = sorted[rank].symbol;
		rank_of[sorted[rank].id] = (uint32_t)rank;
	}
	for (size_t id = 1; id < builder->nodes.count; id++)
		builder->nodes.keys[id].second = rank_of[builder->nodes.keys[id].second];
	tree->symbol_count = count;
	return 0;
}

/* A node of the builder among its siblings. */
struct child {
	uint32_t parent;
	uint32_t symbol;
	uint32_t id;
};

static int compare_children(const void *left, const void *right)
{
	const struct child *a = left;
	const struct child *b = right;

	if (a->parent != b->parent)
		return a->parent < b->parent ? -1 : 1;
	return (a->symbol > b->symbol) - (a->symbol < b->symbol);
}

/* Walks the sorted children in preorder. first[id] is where the children of id start; stack
 * holds what is to be visited, the next on top, each with its parent's place in the tree. */
static void walk(struct flame_tree *tree, const struct builder *builder,
	const struct child *children, const uint32_t *first, struct child *stack)
{
	size_t depth = 0;
	uint32_t count = 0;

	stack[depth++] = children[0];
	while (depth) {
		struct child at = stack[--depth];
		struct flame_node *node = &tree->nodes[count];

		*node = (struct flame_node){
			.self = builder->selfs[at.id],
			.symbol = at.symbol,
			.parent = at.parent,
			.depth = count ? tree->nodes[at.parent].depth + 1 : 0,
		};
		for (uint32_t child = first[at.id + 1]; child-- > first[at.id];) {
			stack[depth] = children[child];
			stack[depth++].parent = count;
		}
		count++;
	}
	tree->node_count = count;
}

static int order_nodes(struct flame_tree *tree, const struct builder *builder)
{
	size_t count = builder->nodes.count - 1;
	AUTO_FREE struct child *children = calloc(count, sizeof(*children));
	AUTO_FREE struct child *stack = calloc(count, sizeof(*stack));
	AUTO_FREE uint32_t *first = calloc(count + 2, sizeof(*first));

	tree->nodes = calloc(count, sizeof(*tree->nodes));
	if (!children || !stack || !first || !tree->nodes)
		return -ENOMEM;
	for (uint32_t id = 1; id <= count; id++) {
		const struct idmap_key *key = &builder->nodes.keys[id];

		children[id - 1] = (struct child){
			.parent = (uint32_t)key->first, .symbol = (uint32_t)key->second, .id = id};
		first[key->first + 1]++;
	}
	for (size_t id = 0; id <= count; id++)
		first[id + 1] += first[id];
	qsort(children, count, sizeof(*children), compare_children);
	walk(tree, builder, children, first, stack);
	return 0;
}

static void sum_up(struct flame_tree *tree)
{
	for (uint32_t i = (uint32_t)tree->node_count; i-- > 0;) {
		struct flame_node *node = &tree->nodes[i];
		struct flame_node *parent = &tree->nodes[node->parent];

		node->total += node->self;
		if (node->end <= i)
			node->end = i + 1;
		if (i == 0)
			break;
		parent->total += node->total;
		if (parent->end < node->end)
			parent->end = node->end;
	}
}

static int build(struct flame_tree *tree, struct builder *builder, const struct flame_frame *frames,
	size_t frame_count, struct err *err)
{
	if (frame_count >= UINT32_MAX - 1)
		return err_set(err, EINVAL, "%zu frames are more than a flame graph holds", frame_count);
	if (intern_init(&tree->names) || idmap_init(&builder->symbols) ||
		idmap_init(&builder->nodes) || put_root(tree, builder))
		return err_memory(err);
	for (size_t i = 0; i < frame_count; i++) {
		int ret = put_frame(tree, builder, &frames[i], i, err);

		if (ret)
			return ret;
	}
	if (sort_symbols(tree, builder) || order_nodes(tree, builder))
		return err_memory(err);
	sum_up(tree);
	return 0;
}

int flame_tree_init(struct flame_tree *tree, const struct flame_frame *frames, size_t frame_count,
	struct err *err)
{
	AUTO(builder_release) struct builder builder = {0};
	int ret;

	*tree = (struct flame_tree){0};
	buf_init(&builder.safe, SIZE_MAX / 2);
	ret = build(tree, &builder, frames, frame_count, err);
	if (ret)
		flame_tree_release(tree);
	return ret;
}

void flame_tree_release(struct flame_tree *tree)
{
	free(tree->symbols);
	free(tree->nodes);
	intern_release(&tree->names);
	*tree = (struct flame_tree){0};
}

struct ranked {
	uint64_t total;
	uint32_t node;
};

static int compare_ranked(const void *left, const void *right)
{
	const struct ranked *a = left;
	const struct ranked *b = right;

	if (a->total != b->total)
		return a->total > b->total ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

uint32_t *flame_tree_by_total(const struct flame_tree *tree)
{
	AUTO_FREE struct ranked *ranked = calloc(tree->node_count, sizeof(*ranked));
	uint32_t *order = calloc(tree->node_count, sizeof(*order));

	if (!ranked || !order) {
		free(order);
		return NULL;
	}
	for (uint32_t i = 0; i < tree->node_count; i++)
		ranked[i] = (struct ranked){.total = tree->nodes[i].total, .node = i};
	qsort(ranked, tree->node_count, sizeof(*ranked), compare_ranked);
	for (size_t i = 0; i < tree->node_count; i++)
		order[i] = ranked[i].node;
	return order;
}
