import JSON

/// What a call is about: its method, and for methods of all kinds of items the kind that is meant.
struct MethodSubject: Sendable {
    /// Tells subjects apart.
    let key: String
    private let entityTypeID: Int?

    init(method: String, version: RESTVersion, parameters: JSONObject) {
        let type = parameters["entityTypeId"]
        entityTypeID = type?.integer ?? type?.string.flatMap { Int($0) }
        key = "\(method)@\(version.rawValue)#\(entityTypeID ?? 0)"
    }

    /// What is documented of the entity that a method is about.
    func documented(_ entity: String?) -> [EntityFacts] {
        guard let entity else { return [] }
        guard entity == Self.items else { return [Catalogue.entity(entity)].compactMap { $0 } }
        let own = Catalogue.entity(itemKey) ?? Catalogue.entity("\(Self.items):spa")
        return [own, Catalogue.entity("\(Self.items):common")].compactMap { $0 }
    }

    /// What the portal says of it.
    func described(_ entity: String?, in description: PortalDescription?) -> [PortalDescription.Entity] {
        guard let entity, let description else { return [] }
        return [description.entity(entity == Self.items ? itemKey : entity)].compactMap { $0 }
    }

    private var itemKey: String { "\(Self.items):\(entityTypeID ?? 0)" }
    private static let items = "crm.item"
}
