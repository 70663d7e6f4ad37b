#ifndef CLUA_H
#define CLUA_H

#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>
#include <lua5.4/lualib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Lua raises errors by longjmp, which must never cross a Swift frame. So whatever can raise is done here, under a
// protected call, and Swift sees return codes. Every function that returns `int` returns a Lua status: LUA_OK, or
// an error whose message is then on top of the stack of `lk_vm.main`.

/// A module of the standard library: Lua source that is compiled when it is first used.
typedef struct {
    const char *name;
    const char *source;
    size_t length;
} lk_module;

/// Takes what the script prints: one call a `print`, without the newline.
typedef void (*lk_print)(void *context, const char *text, size_t length);

/// One Lua state with its limits and the script's coroutine.
typedef struct {
    lua_State *main;
    /// The coroutine that runs the script; owned by the registry.
    lua_State *script;
    size_t memory_limit, memory_used, memory_peak;
    const lk_module *modules;
    size_t module_count;
    lk_print print;
    void *context;
    /// What was last encoded to JSON; valid until the next encoding.
    char *json;
    size_t json_length, json_capacity;
} lk_vm;

/// simdjson's tape: see `csj_tape`. Word 0 is the root's, word 1 the value's.
typedef struct {
    const uint64_t *words;
    const uint8_t *strings;
} lk_tape;

/// What the values of an answer become: the bytes of a `JSONShape`. None, or bytes that are no shape, leave them as
/// they are.
typedef struct {
    const uint8_t *bytes;
    size_t length;
} lk_shape;

/// Opens a state with the safe libraries only. Returns NULL when memory is short. `modules` must outlive it.
lk_vm *lk_open(size_t memory_limit, const lk_module *modules, size_t module_count, lk_print print, void *context);
void lk_close(lk_vm *vm);

/// Runs the prelude, which makes the script's environment out of `host` and the run's settings (a JSON object).
int lk_boot(lk_vm *vm, const char *prelude, size_t length, lk_tape settings);

/// Compiles a script and makes a coroutine for it. `name` begins with `@` and is shown in errors.
int lk_load(lk_vm *vm, const char *source, size_t length, const char *name);

/// Makes a coroutine that calls the definition's `run` with the argument.
int lk_prepare_run(lk_vm *vm, lk_tape argument);

/// Hands the answer to a host call to the coroutine; the next `lk_resume` passes it on.
int lk_answer(lk_vm *vm, bool succeeded, lk_tape value, lk_shape shape);

/// Runs the coroutine up to its next host call, its end or its failure; returns the coroutine's status.
int lk_resume(lk_vm *vm);

/// A host call that the coroutine waits for. Valid until the coroutine goes on.
typedef struct {
    const char *name;
    size_t name_length;
    const char *arguments;
    size_t arguments_length;
} lk_call;

/// Reads the host call that the coroutine yielded; false if it yielded something else.
bool lk_pending_call(lk_vm *vm, lk_call *call);

/// Encodes the first value that the coroutine returned into `vm->json`.
int lk_encode_result(lk_vm *vm);

/// Encodes the definition that the script returned into `vm->json`, without its functions, with `run_line`.
/// Writes `null` for a plain script.
int lk_encode_definition(lk_vm *vm);

/// Encodes the failure of the coroutine (or, with `of_main`, the message on the main stack) into `vm->json`:
/// {"message", "script"?, "line"?, "traceback": [..], "error"?: the error table}.
int lk_encode_failure(lk_vm *vm, bool of_main);

#endif
