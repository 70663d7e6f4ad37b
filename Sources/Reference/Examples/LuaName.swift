/// How names and texts are written in Lua.
enum LuaName {
    /// Whether it can stand behind a dot.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first), !keywords.contains(text) else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
    }

    /// A member's name before `=`.
    static func key(_ name: String) -> String { isName(name) ? name : "[\(quoted(name))]" }

    /// A member's name behind a value.
    static func member(_ name: String) -> String { isName(name) ? ".\(name)" : "[\(quoted(name))]" }

    /// A text between quotation marks.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            switch character {
            case "\"", "\\": quoted += "\\\(character)"
            case "\n": quoted += "\\n"
            default: quoted.append(character)
            }
        }
        return quoted + "\""
    }

    /// A variable for what is called so: `deal` for `deal`, `flow` for `Flow`; nil if a script has the name already.
    static func variable(_ word: String) -> String? {
        let name = word.prefix(1).lowercased() + word.dropFirst()
        return isName(name) && !taken.contains(name) ? name : nil
    }

    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    /// What a script finds under these names.
    private static let taken: Set<String> = [
        "b24", "error", "handler", "ipairs", "job", "json", "load", "log", "math", "next", "os", "pairs", "parallel",
        "period", "print", "report", "require", "rows", "select", "string", "table", "text", "type",
    ]
}
