#include "pusher.h"

// Lists and objects that PHP took for each other: it has one kind of array, and writes it as a list when its keys are
// 0, 1, 2 and so on.

bool lk_has_positions(const pusher *p, size_t at) {
    const size_t end = end_of(p, at);
    int64_t last = -1;
    for (at += 1; at < end; at = behind(p, at + 1)) {
        const uint8_t *text;
        const uint32_t length = string_at(p, at, &text);
        if (length == 0 || length > 18 || (text[0] == '0' && length > 1)) { return false; }
        int64_t position = 0;
        for (uint32_t i = 0; i < length; i++) {
            if (text[i] < '0' || text[i] > '9') { return false; }
            position = position * 10 + (text[i] - '0');
        }
        // A list counts from 0, or from 1; what begins elsewhere is keyed by identifiers.
        if (position <= last || (last < 0 && position > 1)) { return false; }
        last = position;
    }
    return true;
}

size_t lk_push_values(pusher *p, size_t at, int level, shape_id each) {
    const size_t end = end_of(p, at);
    lk_push_empty_array(p, count_of(p, at));
    at += 1;
    for (lua_Integer position = 1; at < end; position++) {
        at = lk_push_value(p, at + 1, level, each);
        lua_rawseti(p->L, -2, position);
    }
    return end + 1;
}

size_t lk_push_positions(pusher *p, size_t at, int level, shape_id each) {
    const size_t end = end_of(p, at);
    lua_createtable(p->L, 0, count_of(p, at));
    at += 1;
    for (lua_Integer position = 0; at < end; position++) {
        if (tag_of(p, at) == 'n') {
            at += 1;
            continue;
        }
        lua_pushinteger(p->L, position);
        lua_tolstring(p->L, -1, NULL);
        at = lk_push_value(p, at, level + 1, each);
        lua_rawset(p->L, -3);
    }
    return end + 1;
}
