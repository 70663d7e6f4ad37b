import Bitrix24

/// What a documented value is in Lua.
///
/// What comes is typed by then: numbers are numbers and flags are booleans. What goes is taken more liberally, as the
/// portal takes it: an identifier may be a text, a flag `"Y"`.
struct LuaType {
    let type: ValueType
    var name = ""
    var choices: [String] = []
    var isMultiple = false

    /// What a script gets.
    var given: String { text(single: Self.given) }

    /// What a script may hand over.
    var taken: String { text { alternative in Self.taken(alternative, name: name) } }

    private func text(single: (ValueType.Alternative) -> String) -> String {
        var words: [String] = []
        for alternative in type.alternatives {
            let word = literals(for: alternative) ?? single(alternative)
            let many = alternative.isList || (isMultiple && alternative.kind != .array)
            words.append(many ? (word.contains("|") ? "(\(word))[]" : word + "[]") : word)
        }
        if words.isEmpty || words.contains("any") { return "any" }
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.joined(separator: "|")
    }

    private func literals(for alternative: ValueType.Alternative) -> String? {
        guard !choices.isEmpty, choices.count <= Self.mostChoices, !isFlag(alternative) else { return nil }
        switch alternative.kind {
        case .string, .char: return choices.map(LuaText.quoted).joined(separator: "|")
        case .integer:
            let numbers = choices.compactMap { Int($0) }
            return numbers.count == choices.count ? numbers.map(String.init).joined(separator: "|") : nil
        default: return nil
        }
    }

    private func isFlag(_ alternative: ValueType.Alternative) -> Bool {
        alternative.kind == .boolean || (alternative.kind == .char && Set(choices).isSubset(of: ["Y", "N"]))
    }

    /// More would be no help to anybody.
    private static let mostChoices = 40

    private static func given(_ alternative: ValueType.Alternative) -> String {
        alternative.kind == .object
            ? TypeClasses.name(of: alternative.name) ?? "table" : given(alternative.kind)
    }

    /// What a script gets of a kind of values.
    static func given(_ kind: ValueType.Kind) -> String {
        switch kind {
        case .integer: "integer"
        case .number: "number"
        case .string, .date, .datetime: "string"
        case .boolean, .char: "boolean"
        case .object: "table"
        case .array: "any[]"
        case .null: "nil"
        case .any, .file: "any"
        }
    }

    private static func taken(_ alternative: ValueType.Alternative, name: String) -> String {
        switch alternative.kind {
        case .integer: isIdentifier(alternative, name) ? "b24.id" : "integer"
        case .number: "b24.number"
        case .string: name.lowercased().hasSuffix("id") ? "b24.id" : "string"
        case .boolean, .char: "b24.flag"
        case .date, .datetime: "b24.date"
        case .object, .array: "table"
        case .null: "nil"
        case .any, .file: "any"
        }
    }

    private static func isIdentifier(_ alternative: ValueType.Alternative, _ name: String) -> Bool {
        !["integer", "int", "timestamp"].contains(alternative.name) || name.lowercased().hasSuffix("id")
    }
}

extension LuaType {
    /// What a documented field is.
    init(_ value: FieldValue) { self.init(type: value.type, choices: value.choices, isMultiple: value.isMultiple) }
}
