#ifndef CLUA_SHAPE_H
#define CLUA_SHAPE_H

#include "CLua.h"

// What the values of an answer are documented to be: `JSONShape` in Swift tells the rules. Its bytes are read once for
// an answer into nodes, so that pushing a value costs a look at its node.

typedef enum {
    shape_any,
    shape_integer,
    shape_number,
    shape_flag,
    shape_letter_flag,
    shape_list,
    shape_map,
    shape_record,
    shape_tuple,
} shape_kind;

/// A node of a shape; 0 is the one of `any`.
typedef uint32_t shape_id;

typedef struct {
    shape_kind kind;
    /// How many members or elements; and behind them, how many prefixes.
    uint32_t count, prefix_count;
    /// The first of them among all members; in a list and a map the node of what lies in it.
    uint32_t first;
} shape_node;

typedef struct {
    const uint8_t *name;
    uint32_t length;
    shape_id node;
} shape_member;

typedef struct {
    const shape_node *nodes;
    const shape_member *members;
    shape_id root;
} shape_tree;

/// Reads a shape; bytes that are none count as `any`. Pushes one value that keeps what is read in memory. The bytes
/// must outlive it. May raise (memory).
shape_tree lk_push_shape(lua_State *L, lk_shape shape);

/// The node of a record's member of that name.
shape_id lk_shape_of_member(const shape_tree *tree, shape_id record, const uint8_t *name, uint32_t length);

/// Pushes what a text becomes; returns false, with nothing pushed, if it stays as it is. A NUL follows the text.
bool lk_push_text_as(lua_State *L, shape_kind kind, const uint8_t *text, uint32_t length);
bool lk_push_integer_as(lua_State *L, shape_kind kind, int64_t integer);
bool lk_push_number_as(lua_State *L, shape_kind kind, double number);

#endif
