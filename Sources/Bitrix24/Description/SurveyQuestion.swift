import JSON

/// One of the questions by which a portal is got to know.
enum SurveyQuestion: Hashable, Sendable {
    case scopes
    case methods
    case thirdMethods
    case thirdScopes
    case smartProcesses
    /// All lists of codes, stages among them.
    case statuses
    /// The funnels of deals (2) or of a smart process.
    case categories(Int)
    /// The fields of an entity as its classic methods spell them: `crm.deal`, `user`, `tasks.task`.
    case fields(String)
    /// The fields as `crm.item.*` spells them.
    case itemFields(Int)
    /// What is told of an entity's own fields alone: `crm.deal`, `user`.
    case customFields(String)

    /// The method and its parameters; `start` is where a list goes on.
    func call(start: Int = 0) -> PortalCall {
        var parameters: JSONObject = start > 0 ? ["start": .integer(start)] : [:]
        switch self {
        case .scopes: return PortalCall("scope")
        case .methods: return PortalCall("methods")
        case .thirdMethods: return PortalCall("rest.documentation.openapi", version: .three)
        case .thirdScopes: return PortalCall("rest.scope.list", version: .three)
        case .smartProcesses: return PortalCall("crm.type.list", .object(parameters))
        case .statuses: return PortalCall("crm.status.list", .object(parameters))
        case .categories(let type):
            parameters["entityTypeId"] = .integer(type)
            return PortalCall("crm.category.list", .object(parameters))
        case .fields(let entity):
            return PortalCall(entity == "tasks.task" ? "tasks.task.getFields" : "\(entity).fields")
        case .itemFields(let type): return PortalCall("crm.item.fields", ["entityTypeId": .integer(type)])
        case .customFields(let entity):
            // Numbers of a list's values are the same in every language, so that is left to the portal.
            return PortalCall("\(entity).userfield.list", .object(parameters))
        }
    }

    /// What is missing when it isn't answered.
    var subject: String {
        switch self {
        case .scopes: "the scopes of the credential"
        case .methods: "the methods that the credential may call"
        case .thirdMethods: "the methods of REST 3.0"
        case .thirdScopes: "the scopes of methods"
        case .smartProcesses: "the smart processes"
        case .statuses: "stages and other lists of the CRM"
        case .categories(let type): "the funnels of \(PortalEntity(type: type).plural)"
        case .fields(let key): "the fields of \(PortalEntity(key: key).plural)"
        case .itemFields(let type): "the fields of \(PortalEntity(type: type).plural) in crm.item"
        case .customFields(let key): "the values of the own fields of \(PortalEntity(key: key).plural)"
        }
    }

    /// Whether it belongs to REST 3.0, which a portal may not have at all.
    var isThird: Bool { self == .thirdMethods || self == .thirdScopes }
}
