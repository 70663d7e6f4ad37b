/// A place in the result of an earlier command of a batch: `$result[deals][0][ID]`.
struct ResultReference: Hashable, Sendable {
    /// The command's name.
    let command: String
    /// Names and positions below its result.
    let path: [String]

    private static let opening = "$result["

    /// Whether there may be a reference in the text.
    static func mayOccur(in text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) }

    /// Replaces the references in a text. A text that is nothing but one reference becomes the value itself, inside
    /// other text it becomes text; what can't be found becomes nothing. What is no whole reference stays.
    static func replaced(in text: String, by value: (ResultReference) -> Parameter?) -> Parameter {
        guard mayOccur(in: text) else { return .text(text) }
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            guard let (reference, after) = read(rest[dollar...]) else {
                result += rest[...dollar]
                rest = rest[rest.index(after: dollar)...]
                continue
            }
            if result.isEmpty, dollar == text.startIndex, after == text.endIndex {
                return value(reference) ?? .text("")
            }
            result += rest[..<dollar]
            result += value(reference)?.text ?? ""
            rest = rest[after...]
        }
        return .text(result + rest)
    }

    private static func read(_ text: Substring) -> (ResultReference, Substring.Index)? {
        guard text.hasPrefix(opening) else { return nil }
        var position = text.index(text.startIndex, offsetBy: opening.count - 1)
        var keys: [String] = []
        while position < text.endIndex, text[position] == "[" {
            let start = text.index(after: position)
            guard let close = text[start...].firstIndex(of: "]"), close > start else { break }
            keys.append(String(text[start..<close]))
            position = text.index(after: close)
        }
        guard let command = keys.first else { return nil }
        return (ResultReference(command: command, path: Array(keys.dropFirst())), position)
    }
}

extension Parameter {
    /// The parameter with all references in its texts replaced.
    func replacingReferences(_ value: (ResultReference) -> Parameter?) -> Parameter {
        switch self {
        case .text(let text): ResultReference.replaced(in: text, by: value)
        case .list(let list): .list(list.map { $0.replacingReferences(value) })
        case .map(let map):
            .map(ParameterMap(zip(map.names, map.values).map { ($0, $1.replacingReferences(value)) }))
        default: self
        }
    }
}
