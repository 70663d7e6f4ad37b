import Bitrix24

/// The classes that methods need: those of their entities, and their own, each once.
struct ClassBook {
    private var entities: [String: EntityClasses] = [:]
    private var own: [String: String] = [:]

    /// Learns what all methods give of their entities.
    init(_ methods: [MethodFacts]) {
        for method in methods {
            guard let key = method.entity, let result = method.result else { continue }
            if entities[key] == nil { entities[key] = EntityClasses(key: key) }
            let isRecord = !result.describesFields && !result.fields.isEmpty
            if isRecord, entities[key]?.gives(result.fields) ?? false { entities[key]?.join(result.fields) }
        }
    }

    /// The name of a class of an entity, which is declared from then on; nil if nothing is known of the entity.
    mutating func name(of part: EntityClasses.Part, of key: String?) -> String? {
        guard let key else { return nil }
        if entities[key] == nil { entities[key] = EntityClasses(key: key) }
        guard entities[key]?.isKnown ?? false else { return nil }
        return entities[key]?.use(part)
    }

    /// The name of the class of an answer, if its fields are the entity's.
    mutating func name(ofAnswer answer: [ResultFacts.Field], of key: String?) -> String? {
        guard let key, entities[key]?.gives(answer) ?? false else { return nil }
        return entities[key]?.use(.item)
    }

    /// The name of a class with these members, and its declaration unless there is such a class in the same place.
    mutating func name(of members: ClassMembers, proposed: String, place: String) -> (name: String, text: String?) {
        let content = place + "\n" + members.content
        if let name = own[content] { return (name, nil) }
        own[content] = proposed
        return (proposed, members.declaration(of: proposed))
    }

    /// The classes of entities, by the entity's key.
    var entityDeclarations: [(key: String, texts: [String])] {
        entities.values.sorted { $0.key < $1.key }.map { ($0.key, $0.declarations) }
    }
}
