import JSON

/// How the named parameters of a call are written: by position where the method wants it, and flags as letters where
/// they are documented as `Y` and `N`.
struct CallEncoding: Sendable {
    private let isPositional: Bool
    private let parameters: [ParameterFacts]
    private let letters: LetterFlags

    init(_ facts: MethodFacts, _ parameters: [ParameterFacts], roles: ParameterRoles, documented: [EntityFacts]) {
        isPositional = facts.isPositional
        self.parameters = facts.isPositional ? parameters : []
        letters = LetterFlags(parameters, roles: roles, documented: documented)
    }

    /// The parameters as they are sent.
    func encoded(_ given: JSONValue) -> JSONValue {
        guard let object = given.object else { return given }
        let written = letters.written(in: object)
        return isPositional ? byPosition(written) : .object(written)
    }

    /// Parameters by position, by name again.
    func named(_ positions: [JSONValue]) -> JSONObject {
        JSONObject(zip(parameters, positions).filter { !$1.isNull }.map { ($0.name, $1) })
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
