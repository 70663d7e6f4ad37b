#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A reusable JSON parser; one thread at a time.
typedef struct csj_parser csj_parser;

/// A parsed document as simdjson lays it out: 64-bit words whose top byte names the value, and a buffer of
/// unescaped strings (4 bytes length, UTF-8, NUL) that they point into. Valid until the parser's next use.
typedef struct {
    const uint64_t *words;
    size_t count;
    const uint8_t *strings;
} csj_tape;

/// A value found by `csj_outline`, by its byte range in the input.
typedef struct {
    /// Index of the entry that holds this one; -1 for the document's root.
    int32_t parent;
    /// First byte of the value: one of `{ [ " t f n` or a digit or minus, which tells its type.
    uint8_t kind;
    /// The member's name (unescaped) inside the outline's `names`; length 0 for elements of an array.
    uint32_t name_offset, name_length;
    /// Index of the first entry behind this one that it does not hold.
    uint32_t after;
    size_t offset, length;
} csj_entry;

/// The entries of a document down to a depth, in document order. Valid until the parser's next use.
typedef struct {
    const csj_entry *entries;
    size_t count;
    const char *names;
    size_t names_length;
} csj_outline;

csj_parser *csj_parser_new(void);
void csj_parser_free(csj_parser *parser);

/// Parses a whole document. Returns 0, or an error code for `csj_error_message`.
int csj_parse(csj_parser *parser, const uint8_t *bytes, size_t length, csj_tape *tape);

/// Lists objects' members and arrays' elements down to `depth` levels without building the values.
/// Strings and numbers below that depth are skipped, not checked. Returns 0 or an error code.
int csj_outline_to(csj_parser *parser, const uint8_t *bytes, size_t length, int depth, csj_outline *outline);

/// A sentence of simdjson's own for an error code; static.
const char *csj_error_message(int code);

#ifdef __cplusplus
}
#endif
#endif
