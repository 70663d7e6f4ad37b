#ifndef CLUA_PUSHER_H
#define CLUA_PUSHER_H

#include <string.h>

#include "internal.h"
#include "shape.h"

// What pushes an answer into Lua tables, and how it reads simdjson's tape.

enum { remembered_levels = 8, remembered_width = 160 };

typedef struct {
    const uint8_t *text;
    uint32_t length;
    int reference;
    /// The record that the key was last looked up in, and what it was there.
    shape_id record, member;
} remembered_key;

typedef struct {
    lua_State *L;
    const uint64_t *words;
    const uint8_t *strings;
    shape_tree shape;
    /// Stack indexes of the table of remembered keys and of the metatable that marks arrays.
    int keys, array_mark;
    int key_count;
    remembered_key remembered[remembered_levels][remembered_width];
} pusher;

static inline char tag_of(const pusher *p, size_t at) { return (char)(p->words[at] >> 56); }
static inline size_t end_of(const pusher *p, size_t at) { return (size_t)(p->words[at] & 0xFFFFFFFFULL) - 1; }
static inline int count_of(const pusher *p, size_t at) { return (int)((p->words[at] >> 32) & 0xFFFFFF); }

static inline size_t behind(const pusher *p, size_t at) {
    switch (tag_of(p, at)) {
    case '{':
    case '[':
        return end_of(p, at) + 1;
    case 'l':
    case 'u':
    case 'd':
        return at + 2;
    default:
        return at + 1;
    }
}

static inline uint32_t string_at(const pusher *p, size_t at, const uint8_t **text) {
    const uint8_t *start = p->strings + (p->words[at] & 0x00FFFFFFFFFFFFFFULL);
    uint32_t length;
    memcpy(&length, start, sizeof length);
    *text = start + sizeof length;
    return length;
}

/// Pushes the value at a word of the tape; returns the word behind it. `level` counts the objects around it.
size_t lk_push_value(pusher *p, size_t at, int level, shape_id shape);
/// Pushes a table that is marked as an array.
void lk_push_empty_array(pusher *p, int room);

/// Whether an object is a list that PHP wrote with its positions.
bool lk_has_positions(const pusher *p, size_t at);
/// Pushes the values of an object as an array.
size_t lk_push_values(pusher *p, size_t at, int level, shape_id each);
/// Pushes the elements of an array as the members of an object, by their positions from 0.
size_t lk_push_positions(pusher *p, size_t at, int level, shape_id each);

#endif
