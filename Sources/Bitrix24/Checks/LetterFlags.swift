import JSON

/// Where in the parameters of a method flags are written `Y` and `N`.
struct LetterFlags: Sendable {
    /// Whether the value itself is such a flag.
    private let isLetter: Bool
    /// What lies inside of it.
    private let members: [String: LetterFlags]
    /// Fields that are such flags whatever operator stands in front of them.
    private let fields: Set<String>

    private init(isLetter: Bool, members: [String: LetterFlags], fields: Set<String>) {
        self.isLetter = isLetter
        self.members = members
        self.fields = fields
    }

    private init(_ parameter: ParameterFacts, fields: Set<String>) {
        isLetter = Self.isLetter(parameter.type, parameter.choices)
        members = Self.members(parameter.members)
        self.fields = fields
    }

    /// The flags in a method's parameters, by name in small letters.
    ///
    /// - Parameter documented: the entities whose fields its parameters hold.
    init(_ parameters: [ParameterFacts], roles: ParameterRoles, documented: [EntityFacts]) {
        let flags = Set(
            documented.flatMap(\.fields).filter { Self.isLetter($0.type, $0.choices) }
                .flatMap { [$0.name] + $0.aliases })
        let found = parameters.map { parameter -> (String, LetterFlags) in
            let role = roles.role(of: parameter)
            let holdsFields = role == .fields || role == .filter
            return (parameter.name.lowercased(), LetterFlags(parameter, fields: holdsFields ? flags : []))
        }
        let known = Dictionary(found.filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first })
        self.init(isLetter: false, members: known, fields: [])
    }

    private static func members(_ parameters: [ParameterFacts]) -> [String: LetterFlags] {
        let found = parameters.map { ($0.name, LetterFlags($0, fields: [])) }.filter { !$1.isEmpty }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    private static func isLetter(_ type: ValueType, _ choices: [String]) -> Bool {
        guard let single = type.single, !single.isList else { return false }
        return (single.kind == .char && choices.isEmpty) || Set(choices) == ["Y", "N"]
    }

    private var isEmpty: Bool { !isLetter && members.isEmpty && fields.isEmpty }

    /// Parameters with their flags as letters; a name counts whatever its letters' case.
    func written(in parameters: JSONObject) -> JSONObject {
        guard !members.isEmpty else { return parameters }
        var written = parameters
        for (name, value) in parameters {
            if let flags = members[name.lowercased()] { written[name] = flags.written(value) }
        }
        return written
    }

    private func written(_ value: JSONValue) -> JSONValue {
        switch value {
        case .bool(let flag): return isLetter ? .string(flag ? "Y" : "N") : value
        case .array(let elements): return .array(elements.map { written($0) })
        case .object(let object):
            return .object(
                JSONObject(
                    object.map { name, value in
                        if let flags = members[name] { return (name, flags.written(value)) }
                        let field = String(FilterKey(name).field)
                        guard let flag = value.bool, members[field]?.isLetter ?? fields.contains(field) else {
                            return (name, value)
                        }
                        return (name, .string(flag ? "Y" : "N"))
                    }))
        default: return value
        }
    }
}
