/// A key of a filter: an operator and a field, such as `>=CLOSEDATE`.
struct FilterKey {
    /// What is in front of the field; empty for "is".
    let prefix: Substring
    /// The field.
    let field: Substring

    init(_ key: String) {
        field = key.drop { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != ":" }
        prefix = key[..<field.startIndex]
    }

    /// Whether it is no field but a group of conditions, or how they are joined.
    var isGroup: Bool {
        ["logic", "conditions"].contains(field.lowercased()) || field.allSatisfy(\.isNumber) || field.hasPrefix("::")
    }

    /// Whether there is such an operator. Which of them a method knows is not documented.
    var isOperator: Bool { Self.operators.contains(String(prefix)) }

    private static let operators: Set<String> = [
        "", "=", "!", "!=", "<", "<=", ">", ">=", "><", "!><", "%", "!%", "=%", "%=", "!=%", "!%=", "@", "!@", "~", "?",
        "*", "*=", "*%", "!*", "!?", "+", "<>", "==", "!==", "=!", "^",
    ]
}
