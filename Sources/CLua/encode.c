#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Lua to JSON, into the buffer of the state.

enum { deepest = 100, longest_path = 160 };

typedef struct {
    lua_State *L;
    lk_vm *vm;
    bool skip_functions;
    char path[longest_path];
    size_t path_length;
} encoder;

static void encode_value(encoder *e, int index, int depth);

static void reserve(lua_State *L, lk_vm *vm, size_t more) {
    size_t needed = vm->json_length + more;
    if (needed <= vm->json_capacity) { return; }
    size_t capacity = vm->json_capacity < 256 ? 256 : vm->json_capacity;
    while (capacity < needed) { capacity *= 2; }
    if (capacity > vm->memory_limit) { luaL_error(L, "not enough memory"); }
    char *moved = realloc(vm->json, capacity);
    if (moved == NULL) { luaL_error(L, "not enough memory"); }
    vm->json = moved;
    vm->json_capacity = capacity;
}

void lk_json_clear(lua_State *L) { lk_of(L)->json_length = 0; }

void lk_json_raw(lua_State *L, const char *text, size_t length) {
    lk_vm *vm = lk_of(L);
    reserve(L, vm, length);
    memcpy(vm->json + vm->json_length, text, length);
    vm->json_length += length;
}

static void write_text(encoder *e, const char *text) { lk_json_raw(e->L, text, strlen(text)); }

/// The length of the well-formed UTF-8 sequence at `at`, or 0.
static size_t sequence_length(const unsigned char *at, size_t left) {
    unsigned char first = at[0];
    size_t length = first < 0x80 ? 1 : first >= 0xC2 && first <= 0xDF ? 2 : (first & 0xF0) == 0xE0 ? 3
        : first >= 0xF0 && first <= 0xF4                              ? 4
                                                                      : 0;
    if (length == 0 || length > left) { return 0; }
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80) { return 0; }
    }
    // Overlong forms, surrogates and numbers beyond Unicode are no characters.
    if (first == 0xE0 && at[1] < 0xA0) { return 0; }
    if (first == 0xED && at[1] > 0x9F) { return 0; }
    if (first == 0xF0 && at[1] < 0x90) { return 0; }
    if (first == 0xF4 && at[1] > 0x8F) { return 0; }
    return length;
}

/// Writes a quoted string; bytes that are no UTF-8 become U+FFFD. Returns whether there were any.
static bool write_string(lua_State *L, const char *text, size_t length) {
    static const char digits[] = "0123456789abcdef";
    bool damaged = false;
    lk_vm *vm = lk_of(L);
    reserve(L, vm, length * 6 + 2);
    char *out = vm->json + vm->json_length;
    *out++ = '"';
    for (size_t i = 0; i < length;) {
        unsigned char c = (unsigned char)text[i];
        size_t sequence = c < 0x80 ? 1 : sequence_length((const unsigned char *)text + i, length - i);
        if (sequence == 0) {
            memcpy(out, "\xEF\xBF\xBD", 3);
            out += 3;
            i += 1;
            damaged = true;
            continue;
        }
        if (c == '"' || c == '\\') {
            *out++ = '\\';
            *out++ = (char)c;
        } else if (c < 0x20) {
            memcpy(out, "\\u00", 4);
            out[4] = digits[c >> 4];
            out[5] = digits[c & 15];
            out += 6;
        } else {
            memcpy(out, text + i, sequence);
            out += sequence;
        }
        i += sequence;
    }
    *out++ = '"';
    vm->json_length = (size_t)(out - vm->json);
    return damaged;
}

void lk_json_string(lua_State *L, const char *text, size_t length) { write_string(L, text, length); }

/// Raises a sentence about the value that is being encoded, at the user's line.
static void refuse(encoder *e, const char *what) {
    lk_push_where(e->L);
    lua_pushfstring(e->L, "%s can't be sent or stored", what);
    if (e->path_length > 0) {
        lua_pushfstring(e->L, " (at %s)", e->path + (e->path[0] == '.'));
    } else {
        lua_pushliteral(e->L, "");
    }
    lua_concat(e->L, 3);
    lua_error(e->L);
}

static size_t enter(encoder *e, const char *format, const char *name, lua_Integer position) {
    size_t before = e->path_length;
    size_t room = longest_path - before;
    int written = name != NULL ? snprintf(e->path + before, room, format, name)
                               : snprintf(e->path + before, room, format, (long long)position);
    if (written > 0) { e->path_length += (size_t)written < room ? (size_t)written : room - 1; }
    return before;
}

static void leave(encoder *e, size_t before) {
    e->path_length = before;
    e->path[before] = 0;
}

static void encode_number(encoder *e, int index) {
    char text[40];
    if (lua_isinteger(e->L, index)) {
        snprintf(text, sizeof text, "%lld", (long long)lua_tointeger(e->L, index));
    } else {
        lua_Number number = lua_tonumber(e->L, index);
        if (!isfinite(number)) { refuse(e, number != number ? "a number that is not a number (0/0)" : "an infinite number"); }
        // The shortest of the forms that read back as the same number.
        for (int digits = 15; digits <= 17; digits++) {
            snprintf(text, sizeof text, "%.*g", digits, number);
            if (strtod(text, NULL) == number) { break; }
        }
    }
    write_text(e, text);
}

typedef enum { kind_array, kind_object } table_kind;

static bool has_mark(lua_State *L, int index, const char *key) {
    if (!lua_getmetatable(L, index)) { return false; }
    lua_rawgetp(L, LUA_REGISTRYINDEX, key);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

/// A marked table is what it is marked as; another is an array if its keys are 1 to n.
static table_kind kind_of(encoder *e, int index) {
    if (has_mark(e->L, index, &lk_key_object)) { return kind_object; }
    lua_Unsigned length = lua_rawlen(e->L, index);
    lua_Unsigned entries = 0;
    lua_pushnil(e->L);
    while (lua_next(e->L, index) != 0) {
        lua_pop(e->L, 1);
        bool is_position = lua_isinteger(e->L, -1) && lua_tointeger(e->L, -1) >= 1
            && (lua_Unsigned)lua_tointeger(e->L, -1) <= length;
        if (!is_position) {
            lua_pop(e->L, 1);
            return kind_object;
        }
        entries++;
    }
    if (entries == 0) { return has_mark(e->L, index, &lk_key_array) ? kind_array : kind_object; }
    return kind_array;
}

static void encode_array(encoder *e, int index, int depth) {
    lua_Integer length = (lua_Integer)lua_rawlen(e->L, index);
    write_text(e, "[");
    for (lua_Integer position = 1; position <= length; position++) {
        if (position > 1) { write_text(e, ","); }
        size_t before = enter(e, "[%lld]", NULL, position);
        lua_rawgeti(e->L, index, position);
        encode_value(e, lua_gettop(e->L), depth + 1);
        lua_pop(e->L, 1);
        leave(e, before);
    }
    write_text(e, "]");
}

/// Writes a member's name and opens its path. Leaves the stack as it was.
static size_t encode_name(encoder *e, int index) {
    size_t before;
    if (lua_type(e->L, index) == LUA_TSTRING) {
        size_t length;
        const char *name = lua_tolstring(e->L, index, &length);
        before = enter(e, ".%s", name, 0);
        if (write_string(e->L, name, length)) { refuse(e, "a name that is not UTF-8"); }
    } else if (lua_isinteger(e->L, index)) {
        char name[32];
        before = enter(e, "[%lld]", NULL, lua_tointeger(e->L, index));
        snprintf(name, sizeof name, "\"%lld\"", (long long)lua_tointeger(e->L, index));
        write_text(e, name);
    } else {
        before = e->path_length;
        refuse(e, "a table with a key that is neither text nor a whole number");
    }
    write_text(e, ":");
    return before;
}

static void encode_object(encoder *e, int index, int depth) {
    bool first = true;
    write_text(e, "{");
    lua_pushnil(e->L);
    while (lua_next(e->L, index) != 0) {
        int value = lua_gettop(e->L);
        if (!(e->skip_functions && lua_isfunction(e->L, value))) {
            if (!first) { write_text(e, ","); }
            first = false;
            size_t before = encode_name(e, value - 1);
            encode_value(e, value, depth + 1);
            leave(e, before);
        }
        lua_pop(e->L, 1);
    }
    write_text(e, "}");
}

/// Refuses a table whose metatable says, as `__unsendable`, that it is no value but stands for one.
static void check_sendable(encoder *e, int index) {
    if (luaL_getmetafield(e->L, index, "__unsendable") == LUA_TNIL) { return; }
    if (lua_type(e->L, -1) == LUA_TSTRING) { refuse(e, lua_tostring(e->L, -1)); }
    lua_pop(e->L, 1);
}

static void encode_value(encoder *e, int index, int depth) {
    if (depth > deepest) { refuse(e, "a table nested more than 100 deep (does it hold itself?)"); }
    luaL_checkstack(e->L, 8, "too many nested calls");
    switch (lua_type(e->L, index)) {
    case LUA_TNIL:
        write_text(e, "null");
        break;
    case LUA_TBOOLEAN:
        write_text(e, lua_toboolean(e->L, index) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        encode_number(e, index);
        break;
    case LUA_TSTRING: {
        size_t length;
        const char *text = lua_tolstring(e->L, index, &length);
        if (write_string(e->L, text, length)) {
            refuse(e, "text that is not UTF-8");
        }
        break;
    }
    case LUA_TTABLE:
        check_sendable(e, index);
        if (kind_of(e, index) == kind_array) {
            encode_array(e, index, depth);
        } else {
            encode_object(e, index, depth);
        }
        break;
    case LUA_TLIGHTUSERDATA:
        if (lua_touserdata(e->L, index) == NULL) {
            write_text(e, "null");
            break;
        }
        // fall through
    default: {
        char what[48];
        snprintf(what, sizeof what, "a %s", luaL_typename(e->L, index));
        refuse(e, what);
    }
    }
}

void lk_encode(lua_State *L, int index, bool skip_functions) {
    encoder e = {.L = L, .vm = lk_of(L), .skip_functions = skip_functions};
    encode_value(&e, lua_absindex(L, index), 0);
}
