#include <string.h>

#include "internal.h"

// JSON to Lua. A reply is mostly lists of objects with the same keys in the same order, so each level remembers
// the keys of the object before: a key that stands where it stood is taken from a table instead of being hashed
// and looked up among all strings again, and tables are made as large as they will be.

enum { shape_levels = 8, shape_width = 160 };

typedef struct {
    const uint8_t *text;
    uint32_t length;
    int reference;
} remembered_key;

typedef struct {
    lua_State *L;
    const uint64_t *words;
    const uint8_t *strings;
    /// Stack indexes of the table of remembered keys and of the metatable that marks arrays.
    int keys, array_mark;
    int key_count;
    remembered_key shapes[shape_levels][shape_width];
} pusher;

static size_t push_value(pusher *p, size_t at, int level);

static uint32_t string_at(const pusher *p, size_t at, const uint8_t **text) {
    const uint8_t *start = p->strings + (p->words[at] & 0x00FFFFFFFFFFFFFFULL);
    uint32_t length;
    memcpy(&length, start, sizeof length);
    *text = start + sizeof length;
    return length;
}

static void push_key(pusher *p, size_t at, int level, int position) {
    const uint8_t *text;
    uint32_t length = string_at(p, at, &text);
    if (level >= shape_levels || position >= shape_width) {
        lua_pushlstring(p->L, (const char *)text, length);
        return;
    }
    remembered_key *key = &p->shapes[level][position];
    if (key->reference != 0 && key->length == length && memcmp(key->text, text, length) == 0) {
        lua_rawgeti(p->L, p->keys, key->reference);
        return;
    }
    lua_pushlstring(p->L, (const char *)text, length);
    if (key->reference == 0) { key->reference = ++p->key_count; }
    key->text = text;
    key->length = length;
    lua_pushvalue(p->L, -1);
    lua_rawseti(p->L, p->keys, key->reference);
}

static size_t push_object(pusher *p, size_t at, int level) {
    const size_t end = (size_t)(p->words[at] & 0xFFFFFFFFULL) - 1;
    const int count = (int)((p->words[at] >> 32) & 0xFFFFFF);
    lua_createtable(p->L, 0, count);
    at += 1;
    for (int position = 0; at < end; position++) {
        // A null member is an absent one, as in Lua itself.
        if ((p->words[at + 1] >> 56) == 'n') {
            at += 2;
            continue;
        }
        push_key(p, at, level, position);
        at = push_value(p, at + 1, level + 1);
        lua_rawset(p->L, -3);
    }
    return end + 1;
}

static size_t push_array(pusher *p, size_t at, int level) {
    const size_t end = (size_t)(p->words[at] & 0xFFFFFFFFULL) - 1;
    const int count = (int)((p->words[at] >> 32) & 0xFFFFFF);
    lua_createtable(p->L, count, 0);
    lua_pushvalue(p->L, p->array_mark);
    lua_setmetatable(p->L, -2);
    at += 1;
    for (lua_Integer position = 1; at < end; position++) {
        at = push_value(p, at, level);
        lua_rawseti(p->L, -2, position);
    }
    return end + 1;
}

static size_t push_value(pusher *p, size_t at, int level) {
    const uint64_t word = p->words[at];
    switch ((char)(word >> 56)) {
    case '{':
        luaL_checkstack(p->L, 6, "the answer is nested too deep");
        return push_object(p, at, level);
    case '[':
        luaL_checkstack(p->L, 6, "the answer is nested too deep");
        return push_array(p, at, level);
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

void lk_push_tape(lua_State *L, lk_tape tape) {
    if (tape.words == NULL || (tape.words[1] >> 56) == 'n') {
        lua_pushnil(L);
        return;
    }
    luaL_checkstack(L, 8, "too many nested calls");
    // The remembered keys live in a userdata so that an error frees them.
    lua_newtable(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_array);
    pusher *p = lua_newuserdatauv(L, sizeof *p, 0);
    memset(p, 0, sizeof *p);
    p->L = L;
    p->words = tape.words;
    p->strings = tape.strings;
    p->keys = lua_absindex(L, -3);
    p->array_mark = lua_absindex(L, -2);
    push_value(p, 1, 0);
    lua_replace(L, p->keys);
    lua_pop(L, 2);
}
