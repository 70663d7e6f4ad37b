import JSON

/// What the result of a method becomes, and each item if it lists.
struct MethodShape: Sendable {
    let result: JSONShape
    let item: JSONShape

    /// A method of which nothing is known.
    static let unknown = MethodShape(result: .any, item: .any)

    private init(result: JSONShape, item: JSONShape) {
        self.result = result
        self.item = item
    }

    /// - Parameters:
    ///   - documented: the entities whose fields the method gives.
    ///   - entities: what the portal says of them.
    init(_ facts: ResultFacts, documented: [EntityFacts], entities: [PortalDescription.Entity]) {
        let item = Self.item(facts, documented: documented, entities: entities)
        self.item = item
        result = Self.result(facts, item: item)
    }

    private static func item(
        _ facts: ResultFacts, documented: [EntityFacts], entities: [PortalDescription.Entity]
    ) -> JSONShape {
        if let elements = facts.elements { return FieldShape.shape(elements) }
        guard facts.kind == .object || facts.kind == .array else { return .any }
        // Of equal names the first one counts: what the portal says of its fields, unless that is a title only.
        let described = entities.flatMap(\.fields).flatMap(FieldShape.members)
        var fields = described.filter { !$0.shape.isAny }
        let known = documented.reduce(into: [:]) { $0.merge($1.fieldsByName) { first, _ in first } }
        for field in facts.fields {
            fields.append((field.name, FieldShape.shape(FieldValue(field, of: known[field.name]))))
        }
        // The answer of a method that isn't about an entity as a whole may use the same names for something else.
        if facts.listKey != nil || facts.itemKey != nil || facts.kind == .array {
            let names = known.sorted { $0.key < $1.key }
            fields += names.map { ($0.key, FieldShape.shape(FieldValue($0.value))) }
        }
        fields += described.filter(\.shape.isAny)
        return FieldShape.record(fields)
    }

    private static func result(_ facts: ResultFacts, item: JSONShape) -> JSONShape {
        if facts.isUnwrapped || facts.describesFields { return .any }
        switch facts.kind {
        case .integer: return .integer
        case .boolean: return .flag
        case .string, .null: return .any
        case .array: return .list(item)
        case .object: break
        }
        if let key = facts.listKey { return .record([(key, facts.isKeyed ? .map(item) : .list(item))]) }
        if let key = facts.itemKey { return .record([(key, item)]) }
        return facts.isKeyed ? .map(item) : item
    }
}
