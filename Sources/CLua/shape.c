#include "shape.h"

#include <string.h>

#include "internal.h"

// Reads the bytes of a shape into nodes. They come from the host, and are checked all the same.

// As in `JSONShape`, so that reading can't exhaust the stack.
enum { deepest = 100 };

// Every node and member takes a byte at least, so that their numbers stay far below 32 bits.
static const size_t longest = 1 << 28;

static const shape_node any = {.kind = shape_any};

typedef struct {
    const uint8_t *at, *end;
    /// Where they are written; NULL while they are only counted.
    shape_node *nodes;
    shape_member *members;
    uint32_t node_count, member_count;
} reader;

static bool read_shape(reader *r, int depth, shape_id *id);

static size_t left(const reader *r) { return (size_t)(r->end - r->at); }

static bool read_length(reader *r, uint32_t *length) {
    *length = 0;
    for (int shift = 0; shift < 28; shift += 7) {
        if (r->at == r->end) { return false; }
        const uint8_t byte = *r->at++;
        *length |= (uint32_t)(byte & 127) << shift;
        if (byte < 128) { return true; }
    }
    return false;
}

/// Shorter names come first, equally long ones by their bytes.
static int order_of(const uint8_t *a, uint32_t a_length, const uint8_t *b, uint32_t b_length) {
    if (a_length != b_length) { return a_length < b_length ? -1 : 1; }
    return memcmp(a, b, a_length);
}

static bool read_name(reader *r, shape_member *member) {
    if (!read_length(r, &member->length) || member->length > left(r)) { return false; }
    member->name = r->at;
    r->at += member->length;
    return true;
}

static bool read_members(reader *r, int depth, shape_node *node) {
    const bool is_record = node->kind == shape_record;
    if (!read_length(r, &node->count) || (is_record && !read_length(r, &node->prefix_count))) { return false; }
    const uint32_t total = node->count + node->prefix_count;
    if (total > left(r)) { return false; }
    node->first = r->member_count;
    r->member_count += total;
    shape_member before = {0};
    for (uint32_t i = 0; i < total; i++) {
        shape_member member = {0};
        if (is_record && !read_name(r, &member)) { return false; }
        // They are looked up by halving.
        if (is_record && i > 0 && i < node->count
            && order_of(before.name, before.length, member.name, member.length) >= 0) {
            return false;
        }
        if (!read_shape(r, depth + 1, &member.node)) { return false; }
        if (r->members != NULL) { r->members[node->first + i] = member; }
        before = member;
    }
    return true;
}

static bool read_shape(reader *r, int depth, shape_id *id) {
    if (depth > deepest || r->at == r->end) { return false; }
    const uint8_t kind = *r->at++;
    *id = 0;
    if (kind == shape_any) { return true; }
    if (kind > shape_tuple) { return false; }
    shape_node node = {.kind = (shape_kind)kind};
    *id = ++r->node_count;
    if (kind >= shape_record) {
        if (!read_members(r, depth, &node)) { return false; }
    } else if (kind >= shape_list) {
        if (!read_shape(r, depth + 1, &node.first)) { return false; }
    }
    if (r->nodes != NULL) { r->nodes[*id] = node; }
    return true;
}

shape_tree lk_push_shape(lua_State *L, lk_shape shape) {
    shape_tree tree = {.nodes = &any};
    reader counting = {.at = shape.bytes, .end = shape.bytes + shape.length};
    if (shape.length == 0 || shape.length > longest || !read_shape(&counting, 0, &tree.root)
        || counting.at != counting.end) {
        tree.root = 0;
        lua_pushnil(L);
        return tree;
    }
    // They live in a userdata so that an error frees them.
    const size_t nodes_size = (counting.node_count + 1) * sizeof(shape_node);
    const size_t members_size = counting.member_count * sizeof(shape_member);
    shape_member *members = lua_newuserdatauv(L, members_size + nodes_size, 0);
    shape_node *nodes = (shape_node *)(members + counting.member_count);
    nodes[0] = any;
    reader writing = {.at = shape.bytes, .end = counting.end, .nodes = nodes, .members = members};
    read_shape(&writing, 0, &tree.root);
    tree.nodes = nodes;
    tree.members = members;
    return tree;
}

shape_id lk_shape_of_member(const shape_tree *tree, shape_id record, const uint8_t *name, uint32_t length) {
    const shape_node *node = &tree->nodes[record];
    const shape_member *members = tree->members + node->first;
    uint32_t low = 0, high = node->count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const int order = order_of(members[middle].name, members[middle].length, name, length);
        if (order == 0) { return members[middle].node; }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (uint32_t i = node->count; i < node->count + node->prefix_count; i++) {
        if (members[i].length <= length && memcmp(members[i].name, name, members[i].length) == 0) {
            return members[i].node;
        }
    }
    return 0;
}
