#include <stdlib.h>
#include <string.h>

#include "internal.h"

const char lk_key_vm, lk_key_script, lk_key_run, lk_key_definition, lk_key_definitions, lk_key_array, lk_key_object, lk_key_error;

lk_vm *lk_of(lua_State *L) {
    void *context;
    lua_getallocf(L, &context);
    return context;
}

static void *allocate(void *context, void *block, size_t old_size, size_t new_size) {
    lk_vm *vm = context;
    if (block == NULL) { old_size = 0; }
    if (new_size == 0) {
        free(block);
        vm->memory_used -= old_size;
        return NULL;
    }
    if (new_size > old_size && vm->memory_used + (new_size - old_size) > vm->memory_limit) { return NULL; }
    void *moved = realloc(block, new_size);
    if (moved == NULL) { return NULL; }
    vm->memory_used += new_size - old_size;
    if (vm->memory_used > vm->memory_peak) { vm->memory_peak = vm->memory_used; }
    return moved;
}

int lk_protect(lk_vm *vm, lua_CFunction body, void *argument) {
    // Light C functions and light userdata need no memory, so these pushes can't raise.
    lua_settop(vm->main, 0);
    lua_pushcfunction(vm->main, body);
    lua_pushlightuserdata(vm->main, argument);
    return lua_pcall(vm->main, 1, 0, 0);
}

static void forget(lua_State *L, const char *const names[]) {
    for (; *names != NULL; names++) {
        lua_pushnil(L);
        lua_setfield(L, -2, *names);
    }
}

static void mark_kind(lua_State *L, const char *key, const char *name) {
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

static int open_libraries(lua_State *L) {
    static const luaL_Reg libraries[] = {
        {LUA_GNAME, luaopen_base},       {LUA_TABLIBNAME, luaopen_table}, {LUA_STRLIBNAME, luaopen_string},
        {LUA_MATHLIBNAME, luaopen_math}, {LUA_UTF8LIBNAME, luaopen_utf8}, {LUA_COLIBNAME, luaopen_coroutine},
    };
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    lua_pushglobaltable(L);
    // Files, bytecode and the collector's switches are no business of a script's.
    forget(L, (const char *const[]){"dofile", "loadfile", "load", "collectgarbage", NULL});
    lua_getfield(L, -1, "string");
    forget(L, (const char *const[]){"dump", NULL});
    mark_kind(L, &lk_key_array, "array");
    mark_kind(L, &lk_key_object, "object");
    return 0;
}

lk_vm *lk_open(size_t memory_limit, const lk_module *modules, size_t module_count, lk_print print, void *context) {
    lk_vm *vm = calloc(1, sizeof *vm);
    if (vm == NULL) { return NULL; }
    vm->memory_limit = memory_limit;
    vm->modules = modules;
    vm->module_count = module_count;
    vm->print = print;
    vm->context = context;
    vm->main = lua_newstate(allocate, vm);
    if (vm->main == NULL || lk_protect(vm, open_libraries, NULL) != LUA_OK) {
        lk_close(vm);
        return NULL;
    }
    return vm;
}

void lk_close(lk_vm *vm) {
    if (vm->main != NULL) { lua_close(vm->main); }
    free(vm->json);
    free(vm);
}

typedef struct {
    const char *source;
    size_t length;
    const char *name;
    lk_tape tape;
    lk_shape shape;
    bool succeeded;
} request;

static int boot(lua_State *L) {
    request *request = lua_touserdata(L, 1);
    if (luaL_loadbufferx(L, request->source, request->length, "=stdlib/prelude.lua", "t") != LUA_OK) {
        return lua_error(L);
    }
    lk_push_host(L);
    lk_push_tape(L, request->tape, request->shape);
    lua_call(L, 2, 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_run);
    return 0;
}

int lk_boot(lk_vm *vm, const char *prelude, size_t length, lk_tape settings) {
    request request = {.source = prelude, .length = length, .tape = settings};
    return lk_protect(vm, boot, &request);
}

static void new_coroutine(lua_State *L) {
    lk_of(L)->script = lua_newthread(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_script);
}

static int load(lua_State *L) {
    request *request = lua_touserdata(L, 1);
    new_coroutine(L);
    lua_pushstring(L, request->name + 1);
    lua_setfield(L, LUA_REGISTRYINDEX, "lk.script_name");
    lua_pushlstring(L, request->source, request->length);
    lua_setfield(L, LUA_REGISTRYINDEX, "lk.source");
    if (luaL_loadbufferx(L, request->source, request->length, request->name, "t") != LUA_OK) {
        return lua_error(L);
    }
    lua_xmove(L, lk_of(L)->script, 1);
    return 0;
}

int lk_load(lk_vm *vm, const char *source, size_t length, const char *name) {
    request request = {.source = source, .length = length, .name = name};
    return lk_protect(vm, load, &request);
}

static int prepare_run(lua_State *L) {
    request *request = lua_touserdata(L, 1);
    new_coroutine(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_run);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_definition);
    lk_push_tape(L, request->tape, request->shape);
    lua_xmove(L, lk_of(L)->script, 3);
    return 0;
}

int lk_prepare_run(lk_vm *vm, lk_tape argument) {
    request request = {.tape = argument};
    return lk_protect(vm, prepare_run, &request);
}

// In words of the tape, about three for a member of an object.
static const uint64_t LARGE_ANSWER = 1 << 15;

// The root's word knows where the tape ends.
static uint64_t size_of(lk_tape tape) {
    return tape.words == NULL ? 0 : tape.words[0] & 0x00FFFFFFFFFFFFFF;
}

static int answer(lua_State *L) {
    request *request = lua_touserdata(L, 1);
    lua_State *script = lk_of(L)->script;
    lua_settop(script, 0);
    luaL_checkstack(script, 8, "too many nested calls");
    // The collector would run again and again while only new, living tables come into being. For a small answer it is
    // left alone: whenever it is started again it begins with a new round, however little there is to collect.
    bool is_large = size_of(request->tape) > LARGE_ANSWER;
    if (is_large) { lua_gc(L, LUA_GCSTOP); }
    lua_pushboolean(L, request->succeeded);
    lk_push_tape(L, request->tape, request->shape);
    if (is_large) { lua_gc(L, LUA_GCRESTART); }
    lua_xmove(L, script, 2);
    return 0;
}

int lk_answer(lk_vm *vm, bool succeeded, lk_tape value, lk_shape shape) {
    request request = {.tape = value, .shape = shape, .succeeded = succeeded};
    int status = lk_protect(vm, answer, &request);
    if (status != LUA_OK) { lua_gc(vm->main, LUA_GCRESTART); }
    return status;
}

int lk_resume(lk_vm *vm) {
    int arguments = lua_gettop(vm->script);
    // A coroutine that has not begun has its function below the arguments.
    if (lua_status(vm->script) == LUA_OK) { arguments -= 1; }
    int results = 0;
    return lua_resume(vm->script, vm->main, arguments, &results);
}
