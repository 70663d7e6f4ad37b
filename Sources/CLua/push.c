#include "pusher.h"

// JSON to Lua. A reply is mostly lists of objects with the same keys in the same order, so each level remembers
// the keys of the object before: a key that stands where it stood is taken from a table instead of being hashed
// and looked up among all strings again, and tables are made as large as they will be. What a key's value is
// documented to be is remembered with it.

/// Pushes a key; returns what its value is in that record, if it is one's key.
static shape_id push_key(pusher *p, size_t at, int level, int position, shape_id record) {
    const uint8_t *text;
    uint32_t length = string_at(p, at, &text);
    if (level >= remembered_levels || position >= remembered_width) {
        lua_pushlstring(p->L, (const char *)text, length);
        return record == 0 ? 0 : lk_shape_of_member(&p->shape, record, text, length);
    }
    remembered_key *key = &p->remembered[level][position];
    if (key->reference != 0 && key->length == length && memcmp(key->text, text, length) == 0) {
        lua_rawgeti(p->L, p->keys, key->reference);
        if (key->record == record) { return key->member; }
    } else {
        lua_pushlstring(p->L, (const char *)text, length);
        if (key->reference == 0) { key->reference = ++p->key_count; }
        key->text = text;
        key->length = length;
        lua_pushvalue(p->L, -1);
        lua_rawseti(p->L, p->keys, key->reference);
    }
    key->record = record;
    key->member = record == 0 ? 0 : lk_shape_of_member(&p->shape, record, text, length);
    return key->member;
}

/// Pushes an object: a record, or one whose values are alike.
static size_t push_object(pusher *p, size_t at, int level, shape_id record, shape_id each) {
    const size_t end = end_of(p, at);
    lua_createtable(p->L, 0, count_of(p, at));
    at += 1;
    for (int position = 0; at < end; position++) {
        // A null member is an absent one, as in Lua itself.
        if (tag_of(p, at + 1) == 'n') {
            at += 2;
            continue;
        }
        const shape_id member = push_key(p, at, level, position, record);
        at = lk_push_value(p, at + 1, level + 1, record == 0 ? each : member);
        lua_rawset(p->L, -3);
    }
    return end + 1;
}

void lk_push_empty_array(pusher *p, int room) {
    lua_createtable(p->L, room, 0);
    lua_pushvalue(p->L, p->array_mark);
    lua_setmetatable(p->L, -2);
}

static size_t push_array(pusher *p, size_t at, int level, shape_id each) {
    const size_t end = end_of(p, at);
    lk_push_empty_array(p, count_of(p, at));
    at += 1;
    for (lua_Integer position = 1; at < end; position++) {
        at = lk_push_value(p, at, level, each);
        lua_rawseti(p->L, -2, position);
    }
    return end + 1;
}

static size_t push_tuple(pusher *p, size_t at, int level, const shape_node *tuple) {
    const size_t end = end_of(p, at);
    lk_push_empty_array(p, count_of(p, at));
    at += 1;
    for (uint32_t position = 0; at < end; position++) {
        const shape_id element = position < tuple->count ? p->shape.members[tuple->first + position].node : 0;
        at = lk_push_value(p, at, level, element);
        lua_rawseti(p->L, -2, (lua_Integer)position + 1);
    }
    return end + 1;
}

static size_t push_table(pusher *p, size_t at, int level, shape_id shape) {
    const bool is_object = tag_of(p, at) == '{';
    const shape_node *node = &p->shape.nodes[shape];
    luaL_checkstack(p->L, 6, "the answer is nested too deep");
    switch (node->kind) {
    case shape_record:
        if (is_object) { return push_object(p, at, level, shape, 0); }
        if (count_of(p, at) > 0) { return push_array(p, at, level, shape); }
        lua_createtable(p->L, 0, 0);
        return end_of(p, at) + 1;
    case shape_list:
        if (!is_object) { return push_array(p, at, level, node->first); }
        if (lk_has_positions(p, at)) { return lk_push_values(p, at, level, node->first); }
        break;
    case shape_map:
        if (is_object) { return push_object(p, at, level, 0, node->first); }
        return lk_push_positions(p, at, level, node->first);
    case shape_tuple:
        if (!is_object) { return push_tuple(p, at, level, node); }
        break;
    default:
        break;
    }
    return is_object ? push_object(p, at, level, 0, 0) : push_array(p, at, level, 0);
}

/// Pushes what a scalar becomes; returns false if it stays as it is.
static bool push_converted(pusher *p, size_t at, shape_id shape) {
    const char tag = tag_of(p, at);
    // A single value where a list is documented.
    while (p->shape.nodes[shape].kind == shape_list) {
        if (tag == 'f') {
            lk_push_empty_array(p, 0);
            return true;
        }
        shape = p->shape.nodes[shape].first;
    }
    const shape_kind kind = p->shape.nodes[shape].kind;
    const uint8_t *text;
    lua_Number number;
    switch (tag) {
    case '"': {
        const uint32_t length = string_at(p, at, &text);
        return lk_push_text_as(p->L, kind, text, length);
    }
    case 'l':
        return lk_push_integer_as(p->L, kind, (int64_t)p->words[at + 1]);
    case 'd':
        memcpy(&number, &p->words[at + 1], sizeof number);
        return lk_push_number_as(p->L, kind, number);
    default:
        return false;
    }
}

size_t lk_push_value(pusher *p, size_t at, int level, shape_id shape) {
    const char tag = tag_of(p, at);
    if (tag == '{' || tag == '[') { return push_table(p, at, level, shape); }
    if (shape != 0 && push_converted(p, at, shape)) { return behind(p, at); }
    switch (tag) {
    case '"': {
        const uint8_t *text;
        uint32_t length = string_at(p, at, &text);
        lua_pushlstring(p->L, (const char *)text, length);
        return at + 1;
    }
    case 'l':
        lua_pushinteger(p->L, (lua_Integer)p->words[at + 1]);
        return at + 2;
    case 'u':
        // Beyond Lua's integers: the nearest number, as Lua itself reads such a numeral.
        lua_pushnumber(p->L, (lua_Number)p->words[at + 1]);
        return at + 2;
    case 'd': {
        lua_Number number;
        memcpy(&number, &p->words[at + 1], sizeof number);
        lua_pushnumber(p->L, number);
        return at + 2;
    }
    case 't':
        lua_pushboolean(p->L, 1);
        return at + 1;
    case 'f':
        lua_pushboolean(p->L, 0);
        return at + 1;
    default:
        lua_pushlightuserdata(p->L, NULL);
        return at + 1;
    }
}

void lk_push_tape(lua_State *L, lk_tape tape, lk_shape shape) {
    if (tape.words == NULL || (tape.words[1] >> 56) == 'n') {
        lua_pushnil(L);
        return;
    }
    luaL_checkstack(L, 8, "too many nested calls");
    // The remembered keys live in a userdata so that an error frees them.
    lua_newtable(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_array);
    const shape_tree tree = lk_push_shape(L, shape);
    pusher *p = lua_newuserdatauv(L, sizeof *p, 0);
    memset(p, 0, sizeof *p);
    p->L = L;
    p->words = tape.words;
    p->strings = tape.strings;
    p->shape = tree;
    p->keys = lua_absindex(L, -4);
    p->array_mark = lua_absindex(L, -3);
    lk_push_value(p, 1, 0, tree.root);
    lua_replace(L, p->keys);
    lua_pop(L, 3);
}
