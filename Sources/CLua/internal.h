#ifndef CLUA_INTERNAL_H
#define CLUA_INTERNAL_H

#include "CLua.h"

// What the files of this shim share. None of it is visible to Swift.

/// Registry keys: the addresses of these.
extern const char lk_key_vm, lk_key_script, lk_key_run, lk_key_definition, lk_key_definitions, lk_key_array, lk_key_object,
    lk_key_error;

lk_vm *lk_of(lua_State *L);

/// Pushes the value of a tape's word 1, converted by its shape. May raise (memory, stack).
void lk_push_tape(lua_State *L, lk_tape tape, lk_shape shape);

/// Encodes the value at `index` into `vm->json`. Raises what can't be expressed, with the field's path.
/// With `skip_functions` members that are functions are left out.
void lk_encode(lua_State *L, int index, bool skip_functions);
void lk_json_raw(lua_State *L, const char *text, size_t length);
void lk_json_string(lua_State *L, const char *text, size_t length);
void lk_json_clear(lua_State *L);

/// Pushes "script:line: " of the nearest frame in the user's own file, or "" if there is none.
void lk_push_where(lua_State *L);
/// Fills `ar` with the nearest frame of the user's own file.
bool lk_user_frame(lua_State *L, lua_Debug *ar);
bool lk_is_user_source(const lua_Debug *ar);

/// Pushes the table `host` that the standard library works with.
void lk_push_host(lua_State *L);

int lk_protect(lk_vm *vm, lua_CFunction body, void *argument);

#endif
