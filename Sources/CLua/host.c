#include <ctype.h>
#include <string.h>

#include "internal.h"

// The functions behind the table `host`: what the standard library has and a script has not.

bool lk_is_user_source(const lua_Debug *ar) { return ar->source[0] == '@'; }

bool lk_user_frame(lua_State *L, lua_Debug *ar) {
    for (int level = 0; lua_getstack(L, level, ar); level++) {
        lua_getinfo(L, "Sl", ar);
        if (lk_is_user_source(ar)) { return true; }
    }
    return false;
}

void lk_push_where(lua_State *L) {
    lua_Debug ar;
    if (lk_user_frame(L, &ar)) {
        lua_pushfstring(L, "%s:%d: ", ar.source + 1, ar.currentline);
    } else {
        lua_pushliteral(L, "");
    }
}

/// Where a word stands in a script, as a line from 1, searched from a line on; 0 if nowhere. With `assigned` the
/// word must be followed by `=`, as a key in a table is.
static int line_of_word(const char *source, const char *word, int from, bool assigned) {
    const size_t length = strlen(word);
    int line = 1;
    for (const char *at = source; *at != 0; at++) {
        if (*at == '\n') { line++; }
        if (line < from || strncmp(at, word, length) != 0) { continue; }
        if (at > source && (isalnum((unsigned char)at[-1]) || at[-1] == '_' || at[-1] == '.')) { continue; }
        const char *behind = at + length;
        if (isalnum((unsigned char)*behind) || *behind == '_') { continue; }
        behind += strspn(behind, " \t");
        if (!assigned || (behind[0] == '=' && behind[1] != '=')) { return line; }
    }
    return 0;
}

/// Pushes where a sentence about a definition belongs: at its key, else where it is opened. The call itself is often
/// gone from the stack, since `return report { … }` is a tail call.
static void push_where_of_key(lua_State *L, const char *key, const char *opening) {
    lua_Debug ar;
    bool framed = lk_user_frame(L, &ar);
    int line = framed ? ar.currentline : 0;
    lua_getfield(L, LUA_REGISTRYINDEX, "lk.source");
    const char *source = lua_tostring(L, -1);
    if (source != NULL) {
        int opened = framed ? line : line_of_word(source, opening, 1, false);
        int assigned = line_of_word(source, key, opened, true);
        line = assigned > 0 ? assigned : opened;
    }
    lua_getfield(L, LUA_REGISTRYINDEX, "lk.script_name");
    const char *name = lua_tostring(L, -1);
    if (name != NULL && line > 0) {
        lua_pushfstring(L, "%s:%d: ", name, line);
    } else {
        lua_pushliteral(L, "");
    }
}

/// host.fail(sentence, key, opening): an error at the line of the script that led here, or at the line of a key of
/// the definition that begins with the word `opening`.
static int host_fail(lua_State *L) {
    luaL_checkstring(L, 1);
    if (lua_isstring(L, 2) && lua_isstring(L, 3)) {
        push_where_of_key(L, lua_tostring(L, 2), lua_tostring(L, 3));
    } else {
        lk_push_where(L);
    }
    lua_pushvalue(L, 1);
    lua_concat(L, 2);
    return lua_error(L);
}

/// Returns what the host answered, or raises the error that it answered with.
static int host_call_answered(lua_State *L, int status, lua_KContext context) {
    (void)status;
    (void)context;
    if (lua_toboolean(L, -2)) { return 1; }
    if (lua_istable(L, -1)) {
        lua_Debug ar;
        if (lk_user_frame(L, &ar)) {
            lua_pushstring(L, ar.source + 1);
            lua_setfield(L, -2, "script");
            lua_pushinteger(L, ar.currentline);
            lua_setfield(L, -2, "line");
        }
        lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_error);
        if (lua_istable(L, -1)) {
            lua_setmetatable(L, -2);
        } else {
            lua_pop(L, 1);
        }
    }
    return lua_error(L);
}

/// Raises a sentence where no coroutine can wait.
static void check_can_wait(lua_State *L) {
    if (lua_isyieldable(L)) { return; }
    lk_push_where(L);
    lua_pushliteral(L,
        "the host can't be asked inside table.sort, string.gsub or a metamethod of these: "
        "read what you need before");
    lua_concat(L, 2);
    lua_error(L);
}

/// host.call(name, arguments): yields to the host and returns its answer.
static int host_call(lua_State *L) {
    luaL_checkstring(L, 1);
    lua_settop(L, 2);
    check_can_wait(L);
    lk_json_clear(L);
    lk_encode(L, 2, false);
    lk_vm *vm = lk_of(L);
    lua_pushlightuserdata(L, vm);
    lua_pushvalue(L, 1);
    lua_pushlstring(L, vm->json, vm->json_length);
    return lua_yieldk(L, 3, 0, host_call_answered);
}

/// host.call_raw(name, json): the same with arguments that are a JSON text already.
static int host_call_raw(lua_State *L) {
    luaL_checkstring(L, 1);
    luaL_checkstring(L, 2);
    lua_settop(L, 2);
    check_can_wait(L);
    lua_pushlightuserdata(L, lk_of(L));
    lua_insert(L, 1);
    return lua_yieldk(L, 3, 0, host_call_answered);
}

/// host.module(name): the compiled chunk of a module of the standard library, or nil.
static int host_module(lua_State *L) {
    const char *name = luaL_checkstring(L, 1);
    lk_vm *vm = lk_of(L);
    for (size_t i = 0; i < vm->module_count; i++) {
        if (strcmp(vm->modules[i].name, name) != 0) { continue; }
        lua_pushfstring(L, "=stdlib/%s.lua", name);
        if (luaL_loadbufferx(L, vm->modules[i].source, vm->modules[i].length, lua_tostring(L, -1), "t") != LUA_OK) {
            return lua_error(L);
        }
        return 1;
    }
    return 0;
}

/// host.load(text, name, environment): compiles text, never bytecode. Returns the chunk, or nil and a message.
static int host_load(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    const char *name = luaL_checkstring(L, 2);
    if (luaL_loadbufferx(L, text, length, name, "t") != LUA_OK) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (!lua_isnoneornil(L, 3)) {
        lua_pushvalue(L, 3);
        lua_setupvalue(L, -2, 1);
    }
    return 1;
}

/// host.print(text)
static int host_print(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lk_vm *vm = lk_of(L);
    vm->print(vm->context, text, length);
    return 0;
}

/// host.encode(value): a JSON text.
static int host_encode(lua_State *L) {
    luaL_checkany(L, 1);
    lk_json_clear(L);
    lk_encode(L, 1, false);
    lk_vm *vm = lk_of(L);
    lua_pushlstring(L, vm->json, vm->json_length);
    return 1;
}

/// host.line(): the line of the script that led here, or nil.
static int host_line(lua_State *L) {
    lua_Debug ar;
    if (!lk_user_frame(L, &ar)) { return 0; }
    lua_pushinteger(L, ar.currentline);
    return 1;
}

/// host.where(): "script:line: " of the line that led here, or an empty text.
static int host_where(lua_State *L) {
    lk_push_where(L);
    return 1;
}

/// host.memory(): bytes in use.
static int host_memory(lua_State *L) {
    lua_pushinteger(L, (lua_Integer)lk_of(L)->memory_used);
    return 1;
}

void lk_push_host(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"call", host_call},     {"call_raw", host_call_raw}, {"fail", host_fail},   {"module", host_module},
        {"load", host_load},     {"print", host_print},       {"encode", host_encode}, {"line", host_line},
        {"where", host_where},   {"memory", host_memory},     {NULL, NULL},
    };
    luaL_newlib(L, functions);
    lua_pushlightuserdata(L, lk_of(L));
    lua_setfield(L, -2, "mark");
    lua_pushlightuserdata(L, NULL);
    lua_setfield(L, -2, "null");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_array);
    lua_setfield(L, -2, "array_mark");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_object);
    lua_setfield(L, -2, "object_mark");
    // The definitions that the script makes, as keys; the prelude fills it.
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_definitions);
    lua_setfield(L, -2, "definitions");
    // The metatable of errors that the host answers with; the prelude fills it.
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_error);
    lua_setfield(L, -2, "error_mark");
}

bool lk_pending_call(lk_vm *vm, lk_call *call) {
    lua_State *L = vm->script;
    // Strings already: reading them converts nothing and so can't raise.
    if (lua_gettop(L) < 3 || lua_touserdata(L, -3) != vm) { return false; }
    if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING) { return false; }
    call->name = lua_tolstring(L, -2, &call->name_length);
    call->arguments = lua_tolstring(L, -1, &call->arguments_length);
    return true;
}
