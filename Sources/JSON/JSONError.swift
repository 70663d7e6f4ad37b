import CSimdJSON

/// Bytes that are not the JSON text they should be.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as the parser says it: a fragment without a full stop.
    public let reason: String

    init(code: Int32) {
        // The parser's sentences are for its callers; the part before the first full stop tells what was met.
        let sentence = String(cString: csj_error_message(code))
        reason = sentence.split(separator: ".", maxSplits: 1).first.map(String.init) ?? sentence
    }

    /// The sentence for the person who meets it.
    public var description: String { "this is not well-formed JSON: \(reason)" }
}
