/// What the parameters of a method hold: fields to select, to filter, to order, to write, or other values.
struct ParameterRoles: Sendable {
    private let facts: MethodFacts
    private let list: ListFacts?
    private let result: ResultFacts?

    init(_ facts: MethodFacts) {
        self.facts = facts
        list = facts.list
        result = facts.result
    }

    func role(of parameter: ParameterFacts) -> ParameterCheck.Role {
        let name = parameter.name
        if [list?.select, "select", "SELECT"].contains(name) { return .select }
        if [list?.filter, "filter", "FILTER"].contains(name) { return .filter }
        if [list?.order, "order", "ORDER"].contains(name) { return .order }
        // Without an entity the names inside are this method's own.
        return name.lowercased() == "fields" && facts.entity != nil ? .fields : .values
    }

    /// The names of fields that the documentation has anywhere for the method, and those that the portal has told.
    func fields(
        of parameters: [ParameterFacts], documented: [EntityFacts], entities: [PortalDescription.Entity]
    ) -> FieldNames {
        var names = FieldNames()
        for parameter in parameters where role(of: parameter) != .values {
            names.add(parameter.keys.map { String(FilterKey($0).field) })
            names.add(parameter.members.map { String(FilterKey($0.name).field) })
            names.add(parameter.requiredKeys)
        }
        names.add((result?.fields ?? []).map(\.name))
        for entity in documented { names.add(entity.fields.flatMap { [$0.name] + $0.aliases }) }
        if let list { names.add([list.identifier, list.filterIdentifier]) }
        for entity in entities { names.add(entity) }
        return names
    }
}
