import JSON

/// JSON on lines of its own, two spaces deeper each time.
enum PrettyJSON {
    /// The lines of a value.
    static func lines(_ value: JSONValue) -> [String] {
        switch value {
        case .object(let object) where !object.isEmpty:
            let members = object.map { name, value in member("\(text(.string(name))): ", value) }
            return ["{"] + joined(members) + ["}"]
        case .array(let array) where !array.isEmpty:
            return ["["] + joined(array.map { member("", $0) }) + ["]"]
        default: return [text(value)]
        }
    }

    private static func member(_ name: String, _ value: JSONValue) -> [String] {
        var lines = lines(value)
        lines[0] = name + lines[0]
        return lines.map { "  " + $0 }
    }

    private static func joined(_ members: [[String]]) -> [String] {
        members.enumerated().flatMap { position, lines in
            position < members.count - 1 ? lines.dropLast() + [(lines.last ?? "") + ","] : lines
        }
    }

    private static func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }
}
