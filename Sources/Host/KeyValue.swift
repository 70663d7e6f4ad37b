/// `KEY=VALUE`, as the command line has it.
struct KeyValue: Hashable {
    let key: String
    let value: String

    /// The comparisons that may stand before a filter's field.
    static let comparisons = [
        "=", "!", "!=", ">", ">=", "<", "<=", "><", "!><", "@", "!@", "%", "!%", "=%", "!=%", "%=", "!%=", "?",
    ]

    /// Reads a condition of a filter. The key's comparison may hold a `=` itself: `>=CLOSEDATE=2026-01-01` is the key
    /// `>=CLOSEDATE`; the value may hold any.
    init(filter text: String) throws(HostFailure) {
        let comparison = text.prefix { "=!<>@%?".contains($0) }
        let rest = text.dropFirst(comparison.count)
        let field = rest.prefix { $0 != "=" }
        if field.contains(where: { "<>!@%".contains($0) }) {
            throw Self.wrong("--filter", text, "has its comparison behind the field; \(Self.example)")
        }
        guard field.count < rest.count else {
            throw Self.wrong("--filter", text, "has no value; \(Self.example)")
        }
        guard comparison.isEmpty || Self.comparisons.contains(String(comparison)) else {
            throw Self.wrong(
                "--filter", text,
                "begins with no comparison of Bitrix24; there are \(Self.comparisons.joined(separator: " "))")
        }
        guard Self.isName(field) else {
            throw Self.wrong("--filter", text, "has no field's name before its value; \(Self.example)")
        }
        key = String(comparison + field)
        value = String(rest.dropFirst(field.count + 1))
    }

    /// Reads a parameter.
    init(parameter text: String) throws(HostFailure) {
        let name = text.prefix { $0 != "=" }
        guard name.count < text.count, Self.isName(name) else {
            throw Self.wrong("--param", text, "is no parameter; write NAME=VALUE, as in entityTypeId=2")
        }
        key = String(name)
        value = String(text.dropFirst(name.count + 1))
    }

    /// Whether the comparison is with any of several values.
    var isAmong: Bool { key.hasPrefix("@") || key.hasPrefix("!@") }

    private static let example =
        "write the comparison, the field, '=' and the value, as in '>=CLOSEDATE=2026-01-01' or STAGE_ID=WON"

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_.:[]".contains($0) }
    }

    private static func wrong(_ flag: String, _ text: String, _ what: String) -> HostFailure {
        HostFailure("\(flag): \(text.quoted) \(what)", exit: .usage)
    }
}
