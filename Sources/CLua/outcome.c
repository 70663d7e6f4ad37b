#include <stdlib.h>
#include <string.h>

#include "internal.h"

// How a coroutine ended, as JSON for the host.

static int encode_result(lua_State *L) {
    lua_State *script = lk_of(L)->script;
    lk_json_clear(L);
    if (lua_gettop(script) == 0) {
        lk_json_raw(L, "null", 4);
        return 0;
    }
    lua_settop(script, 1);
    lua_xmove(script, L, 1);
    lk_encode(L, -1, false);
    return 0;
}

int lk_encode_result(lk_vm *vm) { return lk_protect(vm, encode_result, NULL); }

static void write_member(lua_State *L, const char *name, const char *text) {
    lk_json_raw(L, name, strlen(name));
    lk_json_string(L, text, strlen(text));
}

static void write_integer(lua_State *L, const char *name, int value) {
    lk_json_raw(L, name, strlen(name));
    lua_pushinteger(L, value);
    lk_encode(L, -1, false);
    lua_pop(L, 1);
}

/// Pushes the definition that the coroutine returned, else any that the script made, else nil. Returns whether it
/// was returned.
static bool push_definition(lua_State *L) {
    lua_State *script = lk_of(L)->script;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_definitions);
    if (lua_gettop(script) > 0) {
        lua_settop(script, 1);
        lua_xmove(script, L, 1);
        if (!lua_isnil(L, -1)) {
            lua_pushvalue(L, -1);
            lua_rawget(L, -3);
            bool returned = lua_toboolean(L, -1);
            lua_pop(L, 1);
            if (returned) { return true; }
        }
        lua_pop(L, 1);
    }
    lua_pushnil(L);
    if (lua_next(L, -2) != 0) {
        lua_pop(L, 1);
    } else {
        lua_pushnil(L);
    }
    return false;
}

static int encode_definition(lua_State *L) {
    lk_json_clear(L);
    bool returned = push_definition(L);
    if (lua_isnil(L, -1)) {
        lk_json_raw(L, "null", 4);
        return 0;
    }
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_definition);
    lk_json_raw(L, "{\"definition\":", 14);
    lk_encode(L, -1, true);
    lk_json_raw(L, returned ? ",\"returned\":true" : ",\"returned\":false", returned ? 16 : 17);
    lua_getfield(L, -1, "run");
    if (lua_isfunction(L, -1)) {
        lua_Debug ar;
        lua_getinfo(L, ">S", &ar);
        write_integer(L, ",\"run_line\":", ar.linedefined);
    }
    lk_json_raw(L, "}", 1);
    return 0;
}

int lk_encode_definition(lk_vm *vm) { return lk_protect(vm, encode_definition, NULL); }

/// Splits "name:12: message" where `name` is the script's, as Lua shortens it. Returns the line, or 0.
static int strip_position(const char **message, const char *name) {
    size_t length = strlen(name);
    if (strncmp(*message, name, length) != 0 || (*message)[length] != ':') { return 0; }
    char *end;
    long line = strtol(*message + length + 1, &end, 10);
    if (line <= 0 || *end != ':') { return 0; }
    *message = end + (end[1] == ' ' ? 2 : 1);
    return (int)line;
}

static void write_traceback(lua_State *L, lua_State *script) {
    lua_Debug ar;
    bool first = true;
    lk_json_raw(L, ",\"traceback\":[", 14);
    for (int level = 0; level < 100 && script != NULL && lua_getstack(script, level, &ar); level++) {
        lua_getinfo(script, "Slnt", &ar);
        if (!lk_is_user_source(&ar)) { continue; }
        if (!first) { lk_json_raw(L, ",", 1); }
        first = false;
        if (ar.what[0] == 'm') {
            lua_pushfstring(L, "%s:%d: in the main chunk", ar.source + 1, ar.currentline);
        } else if (ar.name != NULL) {
            lua_pushfstring(L, "%s:%d: in function '%s'", ar.source + 1, ar.currentline, ar.name);
        } else {
            lua_pushfstring(L, "%s:%d: in the function of line %d", ar.source + 1, ar.currentline, ar.linedefined);
        }
        lk_json_string(L, lua_tostring(L, -1), lua_rawlen(L, -1));
        lua_pop(L, 1);
    }
    lk_json_raw(L, "]", 1);
}

typedef struct {
    bool of_main;
} failure_request;

/// The sentence in the error value at the top of `L`; stays valid while the value does.
static const char *sentence(lua_State *L, int error) {
    if (lua_type(L, error) == LUA_TTABLE) {
        lua_getfield(L, error, "message");
        if (lua_type(L, -1) == LUA_TSTRING) { return lua_tostring(L, -1); }
        lua_pop(L, 1);
        return "the script raised a table without a message";
    }
    if (lua_type(L, error) == LUA_TSTRING || lua_type(L, error) == LUA_TNUMBER) {
        lua_pushvalue(L, error);
        return lua_tostring(L, -1);
    }
    lua_pushfstring(L, "the script raised a %s as its error; raise a text or a table with a message",
        luaL_typename(L, error));
    return lua_tostring(L, -1);
}

/// Where the script's own file is shortened in messages ("...long/path.lua"), found by its first frame.
static int line_of(lua_State *L, lua_State *script, int error, const char **message) {
    lua_Debug ar;
    if (lua_type(L, error) == LUA_TTABLE) {
        lua_getfield(L, error, "line");
        int line = lua_isinteger(L, -1) ? (int)lua_tointeger(L, -1) : 0;
        lua_pop(L, 1);
        if (line > 0) { return line; }
    }
    lua_getfield(L, LUA_REGISTRYINDEX, "lk.script_name");
    const char *name = lua_tostring(L, -1);
    if (name != NULL) {
        char shortened[LUA_IDSIZE + 4] = "";
        size_t length = strlen(name);
        if (length >= LUA_IDSIZE) {
            memcpy(shortened, "...", 3);
            memcpy(shortened + 3, name + length - (LUA_IDSIZE - 4), LUA_IDSIZE - 3);
        }
        int line = strip_position(message, name);
        if (line == 0 && shortened[0] != 0) { line = strip_position(message, shortened); }
        if (line > 0) { return line; }
    }
    return script != NULL && lk_user_frame(script, &ar) ? ar.currentline : 0;
}

static int encode_failure(lua_State *L) {
    failure_request *request = lua_touserdata(L, 1);
    lk_vm *vm = lk_of(L);
    lua_State *script = request->of_main ? NULL : vm->script;
    lk_json_clear(L);
    if (request->of_main) {
        lua_getfield(L, LUA_REGISTRYINDEX, "lk.message");
    } else if (lua_gettop(script) > 0) {
        lua_pushvalue(script, -1);
        lua_xmove(script, L, 1);
    } else {
        lua_pushliteral(L, "the script failed without a message");
    }
    int error = lua_gettop(L);
    const char *message = sentence(L, error);
    int line = line_of(L, script, error, &message);
    write_member(L, "{\"message\":", message);
    if (line > 0) { write_integer(L, ",\"line\":", line); }
    write_traceback(L, script);
    if (lua_type(L, error) == LUA_TTABLE) {
        lk_json_raw(L, ",\"error\":", 9);
        lk_encode(L, error, true);
    }
    lk_json_raw(L, "}", 1);
    return 0;
}

static int keep_message(lua_State *L) {
    lua_pushvalue(L, 1);
    lua_setfield(L, LUA_REGISTRYINDEX, "lk.message");
    return 0;
}

int lk_encode_failure(lk_vm *vm, bool of_main) {
    if (of_main && lua_gettop(vm->main) > 0) {
        lua_pushcfunction(vm->main, keep_message);
        lua_insert(vm->main, -2);
        if (lua_pcall(vm->main, 1, 0, 0) != LUA_OK) { return LUA_ERRMEM; }
    }
    failure_request request = {of_main};
    return lk_protect(vm, encode_failure, &request);
}
