import CSimdJSON

/// A JSON text, parsed once and whole; `root` is a cursor into it that builds nothing.
///
/// Nesting deeper than 256 levels is refused, so that no reader's stack can be exhausted.
public final class JSONDocument: @unchecked Sendable {
    // Sendable although it holds pointers: the parser is not touched again after `init`, so the tape never changes.
    private let parser: OpaquePointer
    let tape: csj_tape

    /// Parses `bytes` (UTF-8).
    public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
        guard let parser = csj_parser_new() else { throw JSONError(code: 0) }
        var tape = csj_tape()
        let parse = { (buffer: UnsafeBufferPointer<UInt8>) in
            csj_parse(parser, buffer.baseAddress, buffer.count, &tape)
        }
        let code = bytes.withContiguousStorageIfAvailable(parse) ?? Array(bytes).withUnsafeBufferPointer(parse)
        guard code == 0 else {
            csj_parser_free(parser)
            throw JSONError(code: code)
        }
        self.parser = parser
        self.tape = tape
    }

    /// Parses a string's UTF-8.
    public convenience init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }

    deinit { csj_parser_free(parser) }

    /// The document's only value.
    public var root: JSONView { JSONView(document: self, index: 1) }
}
