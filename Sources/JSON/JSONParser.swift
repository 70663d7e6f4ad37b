import CSimdJSON

/// A parser that keeps its memory from text to text; not thread-safe.
public final class JSONParser {
    private let parser: OpaquePointer?

    /// Makes a parser.
    public init() { parser = csj_parser_new() }

    deinit { csj_parser_free(parser) }

    /// Parses `bytes` and lends simdjson's tape: its words and the strings that they point into.
    public func withTape<Result>(
        of bytes: UnsafeRawBufferPointer, _ body: (UnsafePointer<UInt64>, UnsafePointer<UInt8>) -> Result
    ) throws(JSONError) -> Result {
        guard let parser else { throw JSONError(code: 0) }
        var tape = csj_tape()
        let code = csj_parse(parser, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &tape)
        guard code == 0 else { throw JSONError(code: code) }
        return body(tape.words, tape.strings)
    }
}
