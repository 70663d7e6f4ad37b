import JSON
import Spelling

/// Reads the named values of a block or a part of one, and says what is wrong with them.
struct BlockReader {
    /// Which block: `block 2, a table`.
    let place: String
    /// Which part of it, with a space behind (`column 3 `); empty for the block itself.
    let part: String
    let json: JSONView

    /// Refuses names that are not among `known`.
    func check(known: [String]) throws(BlockError) {
        guard json.kind == .object else {
            throw error("\(part.isEmpty ? "it " : part)is \(BlockReader.kind(of: json)), not a table of named values")
        }
        for (name, _) in json.members where !known.contains(name) {
            throw error("\(part)has an unknown key '\(BlockReader.excerpt(name))'\(BlockReader.hint(name, known))")
        }
    }

    /// The text of that name; nil where it is missing or null.
    func text(_ name: String) throws(BlockError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else { throw wrong(name, value, expected: "text") }
        return text
    }

    /// The text of that name, which must be there and not be empty.
    func text(_ name: String, or advice: String) throws(BlockError) -> String {
        guard let text = try text(name), !text.isEmpty else { throw error("\(part)has no \(name); \(advice)") }
        return text
    }

    /// The whole number of that name.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(BlockError) -> Int? {
        guard let value = value(name) else { return nil }
        let whole = value.integer ?? value.double.flatMap { Int(exactly: $0) }
        guard let whole, range.contains(whole) else {
            throw wrong(name, value, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }

    /// The word of that name, one of those that the type knows.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Word.Type
    ) throws(BlockError) -> Word? where Word.RawValue == String {
        guard let value = value(name) else { return nil }
        let words = Word.allCases.map(\.rawValue)
        guard let text = value.string else { throw wrong(name, value, expected: words.joined(separator: ", ")) }
        if let word = Word(rawValue: text) { return word }
        throw error("\(part)has an unknown \(name) '\(BlockReader.excerpt(text))'\(BlockReader.hint(text, words))")
    }

    /// The list of that name; nil where it is missing. An empty Lua table may come as an empty object.
    func list(_ name: String) throws(BlockError) -> JSONView? {
        guard let value = value(name) else { return nil }
        let isList = value.kind == .array || (value.kind == .object && value.count == 0)
        guard isList else { throw wrong(name, value, expected: "a list") }
        return value
    }

    func error(_ problem: String) -> BlockError {
        BlockError(place: place, problem: problem)
    }

    private func value(_ name: String) -> JSONView? {
        guard let value = json[name], !value.isNull else { return nil }
        return value
    }

    private func wrong(_ name: String, _ value: JSONView, expected: String) -> BlockError {
        error("\(part)has \(BlockReader.kind(of: value)) as \(name); write \(expected)")
    }

    /// The value's kind in words, with a short value itself.
    static func kind(of json: JSONView) -> String {
        switch json.kind {
        case .null: return "nothing"
        case .bool: return json.bool == true ? "true" : "false"
        case .integer, .double: return "the number \(String(decoding: JSONValue(json).bytes, as: UTF8.self))"
        case .string: return "the text '\(excerpt(json.string ?? ""))'"
        case .array: return "a list"
        case .object: return "a table of named values"
        }
    }

    /// The nearest name, or all there are; nothing where there are none.
    static func hint(_ wrong: String, _ names: [String]) -> String {
        if let near = NearestName(among: names).nearest(to: wrong) { return "; did you mean '\(near)'" }
        let some = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
        return names.isEmpty ? "" : "; known are \(some)"
    }

    static func excerpt(_ text: String) -> String {
        text.count <= 40 ? text : text.prefix(40) + "…"
    }
}
