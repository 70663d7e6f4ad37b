/// An entity in the words of the catalogue and of people.
struct PortalEntity: Hashable, Sendable {
    /// What the classic methods call it, such as `crm.deal`; nil where there are none.
    let key: String?
    /// Its `entityTypeId`; nil outside of `crm.item`.
    let type: Int?
    /// What a script calls it: `deal`.
    let name: String
    /// `deals`
    let plural: String
    /// What the names of its lists of stages begin with; nil where there are no stages.
    let stages: String?
    /// Whether its stages are in funnels.
    let hasCategories: Bool

    private init(
        _ name: String, _ plural: String, key: String?, type: Int?, stages: String? = nil, categories: Bool = false
    ) {
        self.key = key
        self.type = type
        self.name = name
        self.plural = plural
        self.stages = stages
        hasCategories = categories
    }

    /// Those that every portal has.
    static let known = [
        PortalEntity("lead", "leads", key: "crm.lead", type: 1, stages: "STATUS"),
        PortalEntity("deal", "deals", key: "crm.deal", type: 2, stages: "DEAL_STAGE", categories: true),
        PortalEntity("contact", "contacts", key: "crm.contact", type: 3),
        PortalEntity("company", "companies", key: "crm.company", type: 4),
        PortalEntity("quote", "quotes", key: "crm.quote", type: 7, stages: "QUOTE_STATUS"),
        PortalEntity("invoice", "invoices", key: nil, type: 31, stages: "SMART_INVOICE_STAGE", categories: true),
        PortalEntity("user", "users", key: "user", type: nil),
        PortalEntity("task", "tasks", key: "tasks.task", type: nil),
    ]

    /// The one with that `entityTypeId`; a smart process if it isn't known.
    init(type: Int) {
        self =
            Self.known.first { $0.type == type }
            ?? PortalEntity(
                "\(type)", "the smart process \(type)", key: nil, type: type, stages: "DYNAMIC_\(type)_STAGE",
                categories: true)
    }

    /// The one with that key; `crm.item:N` stands for the one of type N.
    init(key: String) {
        let type = key.hasPrefix("crm.item:") ? Int(key.dropFirst("crm.item:".count)) : nil
        self =
            type.map(PortalEntity.init) ?? Self.known.first { $0.key == key }
            ?? PortalEntity(key, key, key: key, type: nil)
    }
}
