import JSON

/// Checks calls of one method. It is made once from the facts and what is known of the portal, and then used often.
struct MethodCheck: Sendable {
    let facts: MethodFacts
    let version: RESTVersion
    /// The fields that it may be given.
    let fields: FieldNames
    /// Whether it makes something new, which needs all that it must have.
    let creates: Bool
    private let parameters: [String: ParameterCheck]
    private let required: [String]
    private let alternatives: [[String]]
    let encoding: CallEncoding

    /// - Parameter entities: what the portal says of the entities that the method is about.
    init(_ facts: MethodFacts, documented: [EntityFacts], entities: [PortalDescription.Entity]) {
        self.facts = facts
        version = facts.version
        let all = facts.parameters
        let roles = ParameterRoles(facts)
        parameters = Dictionary(
            all.map { (Self.key($0.name, facts.version), ParameterCheck($0, role: roles.role(of: $0))) },
            uniquingKeysWith: { first, _ in first })
        required = all.filter { $0.need == .required && !$0.name.hasPrefix("<") }.map(\.name)
        alternatives = facts.alternatives
        let verb = facts.name.split(separator: ".").last?.lowercased() ?? ""
        creates = ["add", "register", "create", "send", "append"].contains { verb.hasPrefix($0) }
        fields = roles.fields(of: all, documented: documented, entities: entities)
        encoding = CallEncoding(facts, all, roles: roles, documented: documented)
    }

    /// REST 2 takes the names of parameters in capital and small letters alike.
    private static func key(_ name: String, _ version: RESTVersion) -> String {
        version == .two ? name.lowercased() : name
    }

    /// What speaks against the parameters of a call.
    func findings(_ given: JSONValue) -> [CallFinding] {
        // Parameters by position have no names to check.
        guard let object = given.object else { return [] }
        return zip(object.names, object.values).flatMap { name, value -> [CallFinding] in
            if let check = parameters[Self.key(name, version)] { return check.findings(value, at: name, in: self) }
            return unknown(name).map { [$0] } ?? []
        } + missing(in: object)
    }

    private func missing(in object: JSONObject) -> [CallFinding] {
        let given = Set(object.names.map { Self.key($0, version) })
        var found = required.filter { !given.contains(Self.key($0, version)) }.map {
            finding(.missing, "\($0) must be given", isCertain: true)
        }
        let everywhere = alternatives.isEmpty ? [] : Self.names(in: .object(object))
        for group in alternatives where everywhere.isDisjoint(with: group.map { $0.lowercased() }) {
            found.append(finding(.missing, "one of \(group.joined(separator: ", ")) must be given", isCertain: true))
        }
        return found
    }

    /// The names at any depth, in small letters.
    private static func names(in value: JSONValue) -> Set<String> {
        switch value {
        case .object(let object):
            object.values.reduce(into: Set(object.names.map { $0.lowercased() })) { $0.formUnion(names(in: $1)) }
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(names(in: $1)) }
        default: []
        }
    }

    private func unknown(_ name: String) -> CallFinding? {
        let everywhere: Set = ["start", "limit", "auth", "halt", "cmd", "auth_connector"]
        if everywhere.contains(name.lowercased()) || facts.isMentionedOnly || Int(name) != nil {
            return nil
        }
        let known = parameters.values.map(\.facts.name).filter { !$0.hasPrefix("<") }
        let isOpen = known.contains { $0.hasSuffix("*") && name.hasPrefix($0.dropLast()) }
        guard !isOpen, known.count == parameters.count else { return nil }
        let meant = Misspelling.meant(name, among: known.sorted())
        // A page without a table of parameters may have forgotten it.
        let isTable = !known.isEmpty && !parameters.values.contains { $0.facts.isFromExample }
        return finding(
            .parameter, "it has no parameter '\(name)'",
            hint: meant.map { "did you mean '\($0)'?" }
                ?? (known.isEmpty
                    ? "none is documented"
                    : "it takes \(facts.parameters.prefix(12).map(\.name).joined(separator: ", "))"),
            isCertain: isTable || meant != nil)
    }

    /// A finding on a call of this method. Tables that are known to be loose only give doubts.
    func finding(
        _ kind: CallFinding.Kind, _ message: String, hint: String? = nil, isCertain: Bool
    ) -> CallFinding {
        CallFinding(
            kind: kind, method: facts.name, message: message, hint: hint, isCertain: isCertain && !facts.isLoose)
    }
}
