/// What is documented of one parameter, or of a member of one.
public struct ParameterFacts: Hashable, Sendable {
    /// Whether it must be given.
    public enum Need: Hashable, Sendable {
        /// Always.
        case required
        /// Never.
        case optional
        /// In some cases, or the documentation doesn't say.
        case unstated
    }

    /// Its name; one that ends in `*` stands for all names that begin so, `<code>` for any name.
    public let name: String
    /// Its type.
    public let type: ValueType
    /// Whether it must be given.
    public let need: Need
    /// The values that it may have; empty if that isn't limited.
    public let choices: [String]
    /// Values that are documented among others.
    public let examples: [String]
    /// The names that are documented inside of it, where they have no facts of their own: fields to filter or to select.
    public let keys: [String]
    /// Those of them that must be given.
    public let requiredKeys: [String]
    /// What it is if it is not given, as a text.
    public let defaultValue: String?
    /// Whether it is known from an example only.
    public let isFromExample: Bool
    /// What is inside of it.
    public internal(set) var members: [ParameterFacts] = []

    init(_ line: FactLine) {
        switch line.name.utf8.last {
        case UInt8(ascii: "!"): need = .required
        case UInt8(ascii: "~"): need = .unstated
        default: need = .optional
        }
        name = String(Substring(line.name.utf8.dropLast(need == .optional ? 0 : 1)))
        type = ValueType(line.type)
        choices = line.values("e")
        examples = line.values("v")
        keys = line.values("k")
        requiredKeys = line.values("r")
        defaultValue = line.text("d")
        isFromExample = line.has("x")
    }

    /// Builds the tree that the indents of lines describe.
    static func tree(_ lines: [FactLine]) -> [ParameterFacts] {
        var rest = lines[...]
        return children(level: 1, of: &rest)
    }

    private static func children(level: Int, of rest: inout ArraySlice<FactLine>) -> [ParameterFacts] {
        var found: [ParameterFacts] = []
        while let line = rest.first, line.level == level {
            rest = rest.dropFirst()
            var parameter = ParameterFacts(line)
            parameter.members = children(level: level + 1, of: &rest)
            found.append(parameter)
        }
        return found
    }
}
