import JSON

extension FieldNames {
    /// What speaks against a list of fields.
    func selectFindings(_ given: JSONValue, at path: String, in method: MethodCheck) -> [CallFinding] {
        let chosen: [JSONValue] =
            switch given {
            case .array(let elements): elements
            case .object(let object): object.values
            default: [given]
            }
        return chosen.compactMap(\.string).compactMap { finding($0, at: path, in: method) }
    }

    /// What speaks against a filter: an object, or the list of conditions of REST 3.0.
    func filterFindings(_ given: JSONValue, at path: String, in method: MethodCheck) -> [CallFinding] {
        switch given {
        case .object(let object):
            return zip(object.names, object.values).flatMap { name, value -> [CallFinding] in
                let key = FilterKey(name)
                if key.isGroup { return filterFindings(value, at: path, in: method) }
                if !key.isOperator {
                    let hint = "write the operator in front of the field, as in [\">=\(key.field)\"]"
                    return [
                        method.finding(
                            .field, "'\(key.prefix)' in '\(name)' of \(path) is no known operator", hint: hint,
                            isCertain: false)
                    ]
                }
                return finding(key.field, at: path, in: method).map { [$0] } ?? []
            }
        case .array(let conditions):
            guard method.version == .three, let field = conditions.first?.string else {
                return conditions.flatMap { filterFindings($0, at: path, in: method) }
            }
            return finding(field, at: path, in: method).map { [$0] } ?? []
        default: return []
        }
    }

    /// What speaks against an order.
    func orderFindings(_ given: JSONValue, at path: String, in method: MethodCheck) -> [CallFinding] {
        guard let object = given.object else { return [] }
        return object.names.compactMap { finding($0, at: path, in: method) }
    }

    /// What speaks against a field.
    func finding(_ name: some StringProtocol, at path: String, in method: MethodCheck) -> CallFinding? {
        guard !names.isEmpty, !contain(name), !name.contains("$result["), Int(name) == nil else { return nil }
        if let meant = meant(name) {
            return method.finding(
                .field, "\(path) has '\(name)', and there is no such field", hint: "did you mean '\(meant)'?",
                isCertain: !isCapitals(String(name), of: meant))
        }
        guard isMissing(name) else {
            return method.finding(
                .field, "\(path) has '\(name)', which is no documented field",
                hint: isWhole ? nil : "`lunokhod types` asks the portal for its own fields", isCertain: false)
        }
        return method.finding(
            .field, "\(path) has '\(name)', and the portal has no such field",
            hint: "b24.fields finds a field by its title", isCertain: true)
    }

    /// Whether a name is another one in capitals: some methods take `CREATED_BY` for what they call `createdBy`.
    private func isCapitals(_ name: String, of meant: String) -> Bool {
        name == name.uppercased() && meant != meant.uppercased()
            && name.filter { $0 != "_" }.lowercased() == meant.filter { $0 != "_" }.lowercased()
    }
}
