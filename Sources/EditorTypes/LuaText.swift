/// How names and texts are written in annotations, whatever is in them.
enum LuaText {
    /// The most characters of a title or of another text that is shown beside a field.
    static let longestRemark = 120

    /// Whether a name can stand behind a dot.
    static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, !isDigit(first), !keywords.contains(name) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// A field's name: as it is, or `["…"]`. The words that `---@field` takes for a visibility are written so, too.
    static func key(_ name: String) -> String {
        isIdentifier(name) && !visibilities.contains(name) ? name : "[\(quoted(name))]"
    }

    /// What stands behind a table for one of its members: `.name` or `["na-me"]`.
    static func access(_ name: String) -> String { isIdentifier(name) ? "." + name : "[\(quoted(name))]" }

    /// A text as a literal that stays on its line, for Lua and for annotations.
    static func quoted(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                literal += "\\x" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// A text behind an annotation: ` # text`, on one line and not too long; empty for an empty text.
    static func remark(_ text: String) -> String {
        let line = text.unicodeScalars.lazy.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
        let words = String(line.prefix(longestRemark * 8)).split(separator: " ").joined(separator: " ")
        if words.isEmpty { return "" }
        return " # " + (words.count > longestRemark ? words.prefix(longestRemark - 1) + "…" : words[...])
    }

    /// A name for a class, in which only letters, digits, dots and underscores stand.
    static func className(_ text: String) -> String {
        String(decoding: text.utf8.map { isInName($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// Whether a byte can be in the name of a class.
    static func isInName(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
    }

    private static let visibilities: Set<String> = ["public", "protected", "private", "package"]
    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
}
