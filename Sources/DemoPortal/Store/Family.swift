/// The entities of the demo portal.
enum Family: Int, CaseIterable, Hashable, Sendable {
    case deal, lead, contact, company, contract, purchase, task, user, department, status, type

    /// The number by which `crm.item.*` calls the entity, or nil.
    var entityTypeID: Int? {
        switch self {
        case .lead: 1
        case .deal: 2
        case .contact: 3
        case .company: 4
        case .contract: 1036
        case .purchase: 177
        default: nil
        }
    }

    static func entityType(_ id: Int) -> Family? { allCases.first { $0.entityTypeID == id } }

    var schema: Schema {
        switch self {
        case .deal: .deal
        case .lead: .lead
        case .contact: .contact
        case .company: .company
        case .contract: .contract
        case .purchase: .purchase
        case .task: .task
        case .user: .user
        case .department: .department
        case .status: .status
        case .type: .type
        }
    }
}
