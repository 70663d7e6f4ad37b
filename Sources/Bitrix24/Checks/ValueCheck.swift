import JSON

/// Whether a value can be what a parameter takes.
struct ValueCheck: Sendable {
    private let type: ValueType
    private let choices: [String]
    private let folded: Set<String>

    init(_ facts: ParameterFacts) {
        type = facts.type
        choices = facts.choices
        folded = Set(facts.choices.map { Self.folded($0) })
    }

    /// What kind of value is wanted, if this one is of another.
    func mismatch(_ value: JSONValue) -> String? {
        if type.alternatives.isEmpty || value.isReference || value.isNull { return nil }
        if type.alternatives.contains(where: { Self.takes(value, $0) }) { return nil }
        let words = type.alternatives.map(Self.words)
        return words.enumerated().filter { words.firstIndex(of: $1) == $0 }.map(\.element).joined(separator: " or ")
    }

    /// The first value that is none of those that are allowed, as a text.
    func wrongChoice(_ value: JSONValue) -> String? {
        guard !folded.isEmpty else { return nil }
        switch value {
        case .array(let elements): return elements.lazy.compactMap { wrongChoice($0) }.first
        case .object, .null: return nil
        case .string(let text) where text.isEmpty || value.isReference: return nil
        default:
            let text = value.plainText
            return folded.contains(Self.folded(text)) ? nil : text
        }
    }

    /// The allowed value that was meant, or some of them.
    func rightChoices(for wrong: String) -> String {
        if let meant = Misspelling.meant(wrong, among: choices) { return "did you mean '\(meant)'?" }
        let some = choices.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        return "it takes \(some)" + (choices.count > 12 ? " and others" : "")
    }

    /// The portal takes flags in any of its three spellings.
    private static func folded(_ text: String) -> String {
        switch text.lowercased() {
        case "y", "true", "1": "y"
        case "n", "false", "0": "n"
        case let small: small
        }
    }

    private static func takes(_ value: JSONValue, _ type: ValueType.Alternative) -> Bool {
        let kind: ValueType.Kind = type.isList ? .array : type.kind
        switch (kind, value) {
        case (.any, _), (.file, _), (.null, _): return true
        // PHP doesn't tell a list from an object, and takes an empty text for nothing.
        case (.array, .array), (.array, .object), (.object, .array), (.object, .object): return true
        case (.array, .string(let text)), (.object, .string(let text)): return text.isEmpty
        case (.array, .bool(let flag)): return !flag
        case (.array, _), (.object, _): return false
        case (_, .array), (_, .object): return false
        case (.integer, .string(let text)): return text.isEmpty || Int(text.trimmed) != nil
        case (.number, .string(let text)): return text.isEmpty || Double(text.trimmed) != nil
        case (.integer, .double(let number)): return number == number.rounded()
        case (.integer, .bool), (.number, .bool), (.date, .bool), (.datetime, .bool): return false
        case (.boolean, .string(let text)): return text.isEmpty || ["y", "n"].contains(folded(text))
        case (.boolean, .integer(let number)): return number == 0 || number == 1
        case (.boolean, .double): return false
        default: return true
        }
    }

    private static func words(_ type: ValueType.Alternative) -> String {
        if type.isList { return "a list" }
        return switch type.kind {
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .array: "a list"
        case .object: "a table of named values"
        case .date: "a date as a text, 2026-11-25"
        case .datetime: "a moment as a text, 2026-11-25T09:00:00+03:00"
        default: "a text"
        }
    }
}

extension JSONValue {
    /// Whether it stands for a result that is not there yet, in a batch.
    var isReference: Bool { string?.contains("$result[") ?? false }

    /// Whether it is a text that somebody was to replace, such as `your_id` or `<code>`: portals don't take it, and
    /// documented requests have it.
    var isPlaceholder: Bool {
        guard let text = string?.lowercased() else { return false }
        return ["your_", "ваш", "**", "<", "{"].contains { text.hasPrefix($0) }
    }

    /// What it is called in an error.
    var kindWords: String {
        switch self {
        case .null: "nothing"
        case .bool(let flag): "\(flag)"
        case .integer(let number): "the number \(number)"
        case .double(let number): "the number \(number)"
        case .string(let text): text.count > 40 ? "a text" : "the text '\(text)'"
        case .array: "a list"
        case .object: "a table of named values"
        }
    }

    fileprivate var plainText: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .double(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .bool(let flag): "\(flag)"
        default: ""
        }
    }
}
