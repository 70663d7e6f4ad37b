import JSON

/// How the named parameters of a call are written: by position where the method wants it, and flags as letters where
/// they are documented as `Y` and `N`.
struct CallEncoding: Sendable {
    private let isPositional: Bool
    private let parameters: [ParameterFacts]
    /// By the parameter, the members that are flags of letters, operators aside.
    private let letters: [String: Set<String>]

    init(_ facts: MethodFacts, _ parameters: [ParameterFacts], roles: ParameterRoles, documented: [EntityFacts]) {
        isPositional = facts.isPositional
        self.parameters = facts.isPositional ? parameters : []
        let flags = Set(
            documented.flatMap(\.fields).filter { $0.type.isLetter($0.choices) }.flatMap { [$0.name] + $0.aliases })
        var letters: [String: Set<String>] = [:]
        for parameter in parameters {
            var names = Set(parameter.members.filter { $0.type.isLetter($0.choices) }.map(\.name))
            switch roles.role(of: parameter) {
            case .fields, .filter: names.formUnion(flags)
            default: break
            }
            if parameter.type.isLetter(parameter.choices) { names.insert("") }
            if !names.isEmpty { letters[parameter.name.lowercased()] = names }
        }
        self.letters = letters
    }

    /// The parameters as they are sent.
    func encoded(_ given: JSONValue) -> JSONValue {
        guard let object = given.object else { return given }
        guard isPositional else { return letters.isEmpty ? given : .object(withLetters(object)) }
        return byPosition(withLetters(object))
    }

    private func withLetters(_ object: JSONObject) -> JSONObject {
        var object = object
        for (name, value) in zip(object.names, object.values) {
            guard let names = letters[name.lowercased()] else { continue }
            if let flag = value.bool, names.contains("") { object[name] = .string(flag ? "Y" : "N") }
            if let members = value.object { object[name] = .object(Self.lettered(members, names)) }
        }
        return object
    }

    private static func lettered(_ members: JSONObject, _ names: Set<String>) -> JSONObject {
        guard members.values.contains(where: { $0.bool != nil }) else { return members }
        return JSONObject(
            zip(members.names, members.values).map { name, value in
                guard let flag = value.bool, names.contains(String(FilterKey(name).field)) else { return (name, value) }
                return (name, .string(flag ? "Y" : "N"))
            })
    }

    /// Parameters that are left out in front of the last one keep their places.
    private func byPosition(_ object: JSONObject) -> JSONValue {
        let given = Dictionary(
            zip(object.names.map { $0.lowercased() }, object.values), uniquingKeysWith: { first, _ in first })
        let last = parameters.lastIndex { given[$0.name.lowercased()] != nil }
        guard let last else { return .array([]) }
        return .array(parameters[...last].map { given[$0.name.lowercased()] ?? Self.nothing($0) })
    }

    private static func nothing(_ parameter: ParameterFacts) -> JSONValue {
        switch parameter.type.single?.kind {
        case .array?, .object?: .array([])
        default: parameter.defaultValue.map { JSONValue.string($0) } ?? .null
        }
    }
}

extension ValueType {
    /// Whether it is a flag that is written `Y` or `N`.
    fileprivate func isLetter(_ choices: [String]) -> Bool {
        guard let single, !single.isList else { return false }
        return (single.kind == .char && choices.isEmpty) || Set(choices) == ["Y", "N"]
    }
}
