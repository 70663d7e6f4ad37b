#include "CSimdJSON.h"

#include <cstring>
#include <new>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

using namespace simdjson;

struct csj_parser {
    dom::parser dom;
    // simdjson reads past the end of its input: the bytes are copied where that is allowed.
    std::vector<uint8_t> padded;
    std::vector<csj_entry> entries;
    std::string names;
};

namespace {

constexpr int out_of_memory = MEMALLOC;

// Deeper than any answer of the portal; a hostile one must not exhaust a reader's stack.
constexpr size_t greatest_depth = 256;

void keep_padded(csj_parser &parser, const uint8_t *bytes, size_t length) {
    parser.padded.resize(length + SIMDJSON_PADDING);
    if (length > 0) { std::memcpy(parser.padded.data(), bytes, length); }
    std::memset(parser.padded.data() + length, 0, SIMDJSON_PADDING);
}

error_code make_room(dom::parser &dom, size_t length) {
    if (dom.capacity() >= length && dom.implementation) { return SUCCESS; }
    return dom.allocate(length, greatest_depth);
}

// Walks the positions of structural characters that simdjson's vectorised first stage found
// (braces, brackets, commas, colons and the first byte of every string and scalar).
class outliner {
public:
    explicit outliner(csj_parser &parser)
        : parser(parser), stage(*parser.dom.implementation), text(parser.padded.data()) {}

    error_code run(int depth) {
        if (auto error = value(-1, {}, depth)) { return error; }
        return next == stage.n_structural_indexes ? SUCCESS : TRAILING_CONTENT;
    }

private:
    csj_parser &parser;
    const internal::dom_parser_implementation &stage;
    const uint8_t *text;
    uint32_t next = 0;
    std::vector<uint8_t> unescaped;

    bool at_end() const { return next >= stage.n_structural_indexes; }
    uint32_t position() const { return stage.structural_indexes[next]; }
    uint8_t character() const { return at_end() ? 0 : text[position()]; }

    size_t add(int32_t parent, std::string_view name) {
        csj_entry entry{};
        entry.parent = parent;
        entry.kind = character();
        entry.name_offset = uint32_t(parser.names.size());
        entry.name_length = uint32_t(name.size());
        entry.offset = position();
        parser.names.append(name);
        parser.entries.push_back(entry);
        return parser.entries.size() - 1;
    }

    // A scalar's bytes reach to the next structural character, less the white space before it.
    uint32_t end_of_scalar() const {
        uint32_t end = next + 1 < stage.n_structural_indexes ? stage.structural_indexes[next + 1] : input_length();
        while (end > position() + 1 && is_space(text[end - 1])) { end--; }
        return end;
    }

    uint32_t input_length() const { return uint32_t(parser.padded.size() - SIMDJSON_PADDING); }

    static bool is_space(uint8_t byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

    error_code value(int32_t parent, std::string_view name, int depth) {
        if (at_end()) { return TAPE_ERROR; }
        size_t index = add(parent, name);
        uint32_t end = 0;
        switch (character()) {
        case '{':
        case '[':
            if (auto error = depth > 0 ? children(int32_t(index), depth - 1) : skip()) { return error; }
            end = stage.structural_indexes[next - 1] + 1;
            break;
        case '}':
        case ']':
        case ',':
        case ':':
            return TAPE_ERROR;
        default:
            end = end_of_scalar();
            next++;
        }
        parser.entries[index].length = end - parser.entries[index].offset;
        parser.entries[index].after = uint32_t(parser.entries.size());
        return SUCCESS;
    }

    error_code skip() {
        int open = 0;
        do {
            if (at_end()) { return TAPE_ERROR; }
            uint8_t c = character();
            open += (c == '{') + (c == '[') - (c == '}') - (c == ']');
            next++;
        } while (open > 0);
        return SUCCESS;
    }

    error_code children(int32_t parent, int depth) {
        const bool is_object = character() == '{';
        const uint8_t closing = is_object ? '}' : ']';
        next++;
        if (character() == closing) { next++; return SUCCESS; }
        while (true) {
            std::string_view name;
            if (is_object) {
                if (auto error = member_name(name)) { return error; }
            }
            if (auto error = value(parent, name, depth)) { return error; }
            const uint8_t separator = character();
            next++;
            if (separator == closing) { return SUCCESS; }
            if (separator != ',') { return TAPE_ERROR; }
        }
    }

    error_code member_name(std::string_view &name) {
        if (character() != '"') { return TAPE_ERROR; }
        unescaped.resize(end_of_scalar() - position() + SIMDJSON_PADDING);
        const uint8_t *end = stage.parse_string(text + position() + 1, unescaped.data());
        if (end == nullptr) { return STRING_ERROR; }
        name = {reinterpret_cast<const char *>(unescaped.data()), size_t(end - unescaped.data())};
        next++;
        if (character() != ':') { return TAPE_ERROR; }
        next++;
        return SUCCESS;
    }
};

}  // namespace

extern "C" csj_parser *csj_parser_new(void) { return new (std::nothrow) csj_parser(); }

extern "C" void csj_parser_free(csj_parser *parser) { delete parser; }

extern "C" int csj_parse(csj_parser *parser, const uint8_t *bytes, size_t length, csj_tape *tape) {
    try {
        keep_padded(*parser, bytes, length);
        if (auto error = make_room(parser->dom, length)) { return error; }
        dom::element root;
        if (auto error = parser->dom.parse(parser->padded.data(), length, false).get(root)) { return error; }
        tape->words = parser->dom.doc.tape.get();
        // The root's first word holds the index behind its last one.
        tape->count = size_t(tape->words[0] & 0x00FFFFFFFFFFFFFFULL);
        tape->strings = parser->dom.doc.string_buf.get();
        return SUCCESS;
    } catch (...) {
        return out_of_memory;
    }
}

extern "C" int csj_outline_to(
    csj_parser *parser, const uint8_t *bytes, size_t length, int depth, csj_outline *outline
) {
    try {
        if (length == 0) { return EMPTY; }
        keep_padded(*parser, bytes, length);
        parser->entries.clear();
        parser->names.clear();
        if (auto error = make_room(parser->dom, length)) { return error; }
        auto &stage = *parser->dom.implementation;
        if (auto error = stage.stage1(parser->padded.data(), length, stage1_mode::regular)) { return error; }
        if (auto error = outliner(*parser).run(depth)) { return error; }
        outline->entries = parser->entries.data();
        outline->count = parser->entries.size();
        outline->names = parser->names.data();
        outline->names_length = parser->names.size();
        return SUCCESS;
    } catch (...) {
        return out_of_memory;
    }
}

extern "C" const char *csj_error_message(int code) { return error_message(error_code(code)); }
