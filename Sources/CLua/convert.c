#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "shape.h"

// What scalars become by their shape: `JSONShape` tells the rules.

static bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') <= 9; }

/// Reads a canonical decimal integer of 64 bits.
static bool read_integer(const uint8_t *text, uint32_t length, lua_Integer *integer) {
    const uint32_t sign = length > 0 && text[0] == '-';
    // 19 digits fit an unsigned number of 64 bits.
    if (length == sign || length - sign > 19) { return false; }
    if (text[sign] == '0' && length > 1) { return false; }
    uint64_t sum = 0;
    for (uint32_t at = sign; at < length; at++) {
        if (!is_digit(text[at])) { return false; }
        sum = sum * 10 + (uint64_t)(text[at] - '0');
    }
    if (sum > (uint64_t)INT64_MAX + sign) { return false; }
    *integer = (lua_Integer)(sign ? 0 - sum : sum);
    return true;
}

/// A decimal numeral: its significant digits as a whole number, times a power of ten.
typedef struct {
    uint64_t digits;
    int significant, zeros, power;
} numeral;

// As many significant digits a double keeps.
enum { most_digits = 15 };

static bool add_digit(numeral *n, uint8_t digit) {
    if (digit == 0) {
        // Zeros count only when another digit follows.
        n->zeros += n->digits != 0;
        return true;
    }
    if (n->digits != 0) {
        n->significant += n->zeros;
        if (n->significant >= most_digits) { return false; }
        for (; n->zeros > 0; n->zeros--) { n->digits *= 10; }
    }
    n->digits = n->digits * 10 + digit;
    n->significant++;
    return true;
}

/// Reads an exponent; one that is greater than any number's is cut.
static bool read_exponent(const uint8_t *text, uint32_t at, uint32_t length, int *exponent) {
    const bool negative = at < length && text[at] == '-';
    if (at < length && (text[at] == '-' || text[at] == '+')) { at++; }
    if (at == length) { return false; }
    int sum = 0;
    for (; at < length; at++) {
        if (!is_digit(text[at])) { return false; }
        if (sum < 100000) { sum = sum * 10 + (text[at] - '0'); }
    }
    *exponent = negative ? -sum : sum;
    return true;
}

/// Reads a numeral that isn't a canonical integer; false if it is none or a double would not keep it.
static bool read_numeral(const uint8_t *text, uint32_t length, numeral *n) {
    uint32_t at = length > 0 && text[0] == '-';
    const uint32_t start = at;
    for (; at < length && is_digit(text[at]); at++) {
        if (!add_digit(n, (uint8_t)(text[at] - '0'))) { return false; }
    }
    if (at == start || (text[start] == '0' && at > start + 1)) { return false; }
    const bool is_whole = at == length;
    uint32_t decimals = 0;
    if (at < length && text[at] == '.') {
        const uint32_t point = at++;
        for (; at < length && is_digit(text[at]); at++) {
            if (!add_digit(n, (uint8_t)(text[at] - '0'))) { return false; }
        }
        decimals = at - point - 1;
        if (decimals == 0) { return false; }
    }
    int exponent = 0;
    if (at < length && ((text[at] | 32) != 'e' || !read_exponent(text, at + 1, length, &exponent))) { return false; }
    n->power = exponent - (int)decimals + n->zeros;
    // A whole zero with a sign would lose it.
    return n->digits != 0 || !is_whole;
}

static bool read_number(const uint8_t *text, uint32_t length, lua_Number *number) {
    // Powers of ten that a double holds exactly: one operation with them is rounded rightly.
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    // No numeral of a portal's is longer, and its power must fit an int.
    if (length > 1000) { return false; }
    numeral n = {0};
    if (!read_numeral(text, length, &n)) { return false; }
    double size;
    if (n.digits == 0) {
        size = 0;
    } else if (n.power >= -22 && n.power <= 22) {
        size = n.power < 0 ? (double)n.digits / powers[-n.power] : (double)n.digits * powers[n.power];
    } else {
        size = fabs(strtod((const char *)text, NULL));
        if (!isfinite(size) || size < DBL_MIN) { return false; }
    }
    *number = text[0] == '-' ? -size : size;
    return true;
}

static bool push_text_as_number(lua_State *L, const uint8_t *text, uint32_t length) {
    lua_Integer integer;
    lua_Number number;
    if (read_integer(text, length, &integer)) {
        lua_pushinteger(L, integer);
    } else if (read_number(text, length, &number)) {
        lua_pushnumber(L, number);
    } else {
        return false;
    }
    return true;
}

bool lk_push_text_as(lua_State *L, shape_kind kind, const uint8_t *text, uint32_t length) {
    lua_Integer integer;
    switch (kind) {
    case shape_integer:
        if (!read_integer(text, length, &integer)) { return false; }
        lua_pushinteger(L, integer);
        return true;
    case shape_number:
        return push_text_as_number(L, text, length);
    case shape_flag:
    case shape_letter_flag:
        if (length != 1) { return false; }
        const bool is_true = text[0] == 'Y' || (kind == shape_flag && text[0] == '1');
        const bool is_false = text[0] == 'N' || (kind == shape_flag && text[0] == '0');
        if (!is_true && !is_false) { return false; }
        lua_pushboolean(L, is_true);
        return true;
    default:
        return false;
    }
}

bool lk_push_integer_as(lua_State *L, shape_kind kind, int64_t integer) {
    if (kind != shape_flag || (integer != 0 && integer != 1)) { return false; }
    lua_pushboolean(L, integer == 1);
    return true;
}

bool lk_push_number_as(lua_State *L, shape_kind kind, double number) {
    // The limits are powers of two, so that they are exact.
    const bool fits = number >= -0x1p63 && number < 0x1p63;
    if (kind != shape_integer || !fits || number != floor(number) || (number == 0 && signbit(number))) {
        return false;
    }
    lua_pushinteger(L, (lua_Integer)number);
    return true;
}
