import Bitrix24

/// A sensible value for a documented parameter.
struct SampleValue {
    /// The parameters that must be in it, by their paths; more are taken where there would be nothing.
    let needed: Set<[String]>

    /// A value of a parameter at a path.
    func value(of parameter: ParameterFacts, at path: [String]) -> LuaValue {
        let alternative = parameter.type.alternatives.first
        let kind = alternative?.kind ?? .any
        let isList = alternative?.isList == true
        let isTable = isList || kind == .array || kind == .object || kind == .any && !parameter.members.isEmpty
        guard isTable || alternative == nil && !parameter.members.isEmpty else {
            return scalar(kind, parameter)
        }
        let members = self.members(of: parameter, at: path)
        if kind == .object, !isList { return .table(members) }
        if !members.isEmpty { return .list([.table(members)]) }
        let known = parameter.choices.first ?? parameter.examples.first { !$0.contains("<") } ?? parameter.keys.first
        if let known { return .list([.text(known)]) }
        return .list([isList ? scalar(kind, parameter) : Self.element(parameter.name)])
    }

    /// What a table has inside: what must be there, else what is there first.
    func members(of parameter: ParameterFacts, at path: [String]) -> [LuaValue.Member] {
        var members = chosen(of: parameter.members, at: path)
        for key in parameter.requiredKeys where !members.contains(where: { $0.name == key }) {
            members.append(LuaValue.Member(name: key, value: Self.text(key)))
        }
        guard members.isEmpty, !Self.mayBeEmpty.contains(parameter.name.lowercased()) else { return members }
        let open = parameter.members.filter { Self.isPlain($0.name) }
        if let first = open.first(where: { Self.naming.contains($0.name.lowercased()) }) ?? open.first {
            return [LuaValue.Member(name: first.name, value: value(of: first, at: path + [first.name]))]
        }
        let keys = parameter.keys.filter(Self.isPlain)
        let key = keys.first { Self.naming.contains($0.lowercased()) } ?? keys.first
        return key.map { [LuaValue.Member(name: $0, value: Self.text($0))] } ?? []
    }

    /// Those of some parameters that must be given.
    func chosen(of parameters: [ParameterFacts], at path: [String] = []) -> [LuaValue.Member] {
        parameters.filter { needed.contains(path + [$0.name]) && Self.isPlain($0.name) }
            .map { LuaValue.Member(name: $0.name, value: value(of: $0, at: path + [$0.name])) }
    }

    /// Whether a name is itself, not a sign for many names.
    static func isPlain(_ name: String) -> Bool { !name.hasSuffix("*") && !name.contains("<") && !name.isEmpty }

    private func scalar(_ kind: ValueType.Kind, _ parameter: ParameterFacts) -> LuaValue {
        let known = parameter.choices.first ?? parameter.examples.first { !$0.contains("<") }
        switch kind {
        case .integer: return .integer(known.flatMap(Int.init) ?? 1)
        case .number: return known.flatMap(Double.init).map { .number("\($0)") } ?? .integer(100)
        case .boolean:
            guard let known else { return .bool(true) }
            return known == "true" || known == "false" ? .bool(known == "true") : .text(known)
        case .char: return .text(known ?? "Y")
        case .date: return .text(known ?? "2026-01-31")
        case .datetime: return .text(known ?? "2026-01-31T12:00:00+03:00")
        case .file: return .list([.text("note.txt"), .text("TG9vaw==")])
        case .null, .any, .string, .array, .object: return known.map(LuaValue.text) ?? Self.text(parameter.name)
        }
    }

    /// A text by what the name says.
    private static func text(_ name: String) -> LuaValue {
        let small = name.lowercased()
        if small == "id" || small.hasSuffix("_id") || name.hasSuffix("Id") || name.hasSuffix("ID") { return .text("1") }
        for (ending, text) in texts where small.contains(ending) { return .text(text) }
        return .text("…")
    }

    private static func element(_ name: String) -> LuaValue {
        let small = name.lowercased()
        if small == "cmd" { return .text("user.current") }
        if small.contains("field") || small == "select" { return .text("ID") }
        return .integer(1)
    }

    private static let texts = [
        ("url", "https://example.com/"), ("handler", "https://example.com/"), ("email", "name@example.com"),
        ("phone", "+15550100"), ("number", "+15550100"), ("currency", "USD"), ("lang", "en"), ("date", "2026-01-31"),
        ("code", "example"), ("title", "Example"), ("name", "Example"), ("message", "Hello"), ("text", "Hello"),
    ]
    private static let naming: Set<String> = ["title", "name"]
    private static let mayBeEmpty: Set<String> = ["filter", "order", "sort"]
}
