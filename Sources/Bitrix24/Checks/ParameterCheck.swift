import JSON

/// Checks one parameter, or a member of one, against its documented facts.
struct ParameterCheck: Sendable {
    /// What a parameter holds.
    enum Role: Sendable {
        /// Values.
        case values
        /// Names of fields.
        case select
        /// Conditions on fields by operator and name.
        case filter
        /// Directions by field.
        case order
        /// Values by field.
        case fields
    }

    let facts: ParameterFacts
    let role: Role
    private let value: ValueCheck
    private let members: [String: ParameterCheck]

    init(_ facts: ParameterFacts, role: Role = .values) {
        self.facts = facts
        self.role = role
        value = ValueCheck(facts)
        members = Dictionary(
            facts.members.map { ($0.name, ParameterCheck($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// What speaks against a value.
    ///
    /// - Parameter path: where the value is, such as `fields.TITLE`.
    func findings(_ given: JSONValue, at path: String, in method: MethodCheck) -> [CallFinding] {
        if let wanted = value.mismatch(given) {
            return [
                method.finding(
                    .type, "\(path) is \(wanted), and \(given.kindWords) is given",
                    isCertain: !facts.isFromExample && !given.isPlaceholder)
            ]
        }
        if let wrong = value.wrongChoice(given) {
            let hint = value.rightChoices(for: wrong)
            return [method.finding(.choice, "\(path) can't be '\(wrong)'", hint: hint, isCertain: true)]
        }
        return switch role {
        case .values: memberFindings(given, at: path, in: method)
        case .select: method.fields.selectFindings(given, at: path, in: method)
        case .filter: method.fields.filterFindings(given, at: path, in: method)
        case .order: method.fields.orderFindings(given, at: path, in: method)
        case .fields: fieldFindings(given, at: path, in: method)
        }
    }

    /// Members that are documented.
    private func memberFindings(_ given: JSONValue, at path: String, in method: MethodCheck) -> [CallFinding] {
        guard !members.isEmpty else { return [] }
        switch given {
        case .array(let elements):
            return elements.enumerated().flatMap { position, element in
                element.object == nil
                    ? [] : memberFindings(element, at: "\(path)[\(position + 1)]", in: method)
            }
        case .object(let object):
            // Where none of the names is documented, they are codes, and what is documented is below them.
            guard object.names.contains(where: { members[$0] != nil }) else {
                return object.names.compactMap { misspelt($0, at: path, in: method) }
            }
            return missing(in: object, at: path, in: method)
                + zip(object.names, object.values).flatMap { name, value -> [CallFinding] in
                    if let member = members[name] {
                        return member.findings(value, at: "\(path).\(name)", in: method)
                    }
                    return misspelt(name, at: path, in: method).map { [$0] } ?? []
                }
        default: return []
        }
    }

    private func fieldFindings(_ given: JSONValue, at path: String, in method: MethodCheck) -> [CallFinding] {
        guard let object = given.object else { return memberFindings(given, at: path, in: method) }
        return missing(in: object, at: path, in: method)
            + zip(object.names, object.values).flatMap { name, value -> [CallFinding] in
                if let member = members[name] { return member.findings(value, at: "\(path).\(name)", in: method) }
                return method.fields.finding(name, at: path, in: method).map { [$0] } ?? []
            }
    }

    private func missing(in object: JSONObject, at path: String, in method: MethodCheck) -> [CallFinding] {
        guard method.creates else { return [] }
        return facts.members.filter { $0.need == .required && !$0.name.hasPrefix("<") && object[$0.name] == nil }.map {
            method.finding(
                .missing, "\(path).\($0.name) must be given", hint: nil, isCertain: facts.need == .required)
        }
    }

    private func misspelt(_ name: String, at path: String, in method: MethodCheck) -> CallFinding? {
        guard members[name] == nil, Int(name) == nil, let meant = Misspelling.meant(name, among: members.keys.sorted())
        else { return nil }
        return method.finding(
            .parameter, "\(path) has no '\(name)'", hint: "did you mean '\(meant)'?",
            isCertain: members[meant]?.facts.isFromExample == false)
    }
}
