import Bitrix24

extension ParameterFacts {
    /// Whether it is a list of names of fields.
    var selects: Bool {
        name.lowercased() == "select" || (type.alternatives.contains { $0.kind == .array || $0.isList } && !filters)
    }

    /// Whether its members are conditions.
    var filters: Bool { name.lowercased().hasSuffix("filter") }

    /// Its documented keys as fields that may have any value.
    var keyMembers: ClassMembers {
        var members = ClassMembers()
        for key in keys { members.add(key, type: "any", isOptional: !requiredKeys.contains(key)) }
        members.open()
        return members
    }

    /// What is to be said beside its type.
    var remark: String {
        guard let value = defaultValue, !value.isEmpty, value != "None", value.utf8.count <= 24 else { return "" }
        return "\(value) when left out"
    }
}

extension MethodFacts {
    /// The names on the way to it: `b24`, `crm`, `deal`, `list`.
    var path: [String] {
        (version == .three ? ["b24", "v3"] : ["b24"]) + name.split(separator: ".").map(String.init)
    }
}
