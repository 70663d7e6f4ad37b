import JSON

/// What a call changes: which entity, and what happens to it.
public struct CallSubject: Hashable, Sendable {
    /// The entity, as the portal's events name it, too.
    public let entity: EntityReference
    /// What happens to it. A change of a part, such as the product rows of a deal, updates the whole.
    public let change: ChangeKind

    init?(_ entity: EntityReference?, _ change: ChangeKind) {
        guard let entity else { return nil }
        (self.entity, self.change) = (entity, change)
    }

    /// Looks at a call; nil if it changes nothing, or if it isn't known what.
    ///
    /// - Parameters:
    ///   - call: the call, or a command of a batch.
    ///   - result: `result` of its answer; nil before it is there. What is added has its identifier only then.
    public init?(_ call: PortalCall, result: JSONValue? = nil) {
        guard call.isWrite else { return nil }
        let method = call.method.lowercased()
        let parameters = call.namedParameters
        let parts = method.split(separator: ".").map(String.init)
        guard let verb = parts.last, parts.count > 1 else { return nil }
        for rule in Self.rules where rule.methods.contains(where: { Self.matches(method, $0) }) {
            self.init(rule.entity(parameters, result), rule.change ?? ChangeKind(method: verb))
            return
        }
        self.init(usual: parts, parameters, result)
    }

    /// Looks at a call whose answer has come.
    public init?(_ call: PortalCall, reply: PortalReply) {
        self.init(call, result: try? JSONValue(parsing: reply.resultBytes))
    }

    /// A method that is called after its entity: `crm.deal.update`.
    private init?(usual parts: [String], _ parameters: JSONValue, _ result: JSONValue?) {
        guard let verb = parts.last, let noun = parts.dropLast().last else { return nil }
        let change = ChangeKind(method: verb)
        let type = parts.dropLast().joined(separator: ".")
        switch change {
        case .added:
            guard let id = result?.identifierOfNew(named: noun) else { return nil }
            self.init(EntityReference(type: Self.eventType(of: type), id: id), change)
        case .updated, .deleted:
            let name = noun.split(separator: "_").last.map(String.init) ?? noun
            guard let id = parameters.identifier(at: ["id", "\(name)_id", "\(name)id", "post_id", "taskid"]) else {
                return nil
            }
            self.init(EntityReference(type: Self.eventType(of: type), id: id), change)
        case .other: return nil
        }
    }

    /// The type that events have for what methods call otherwise.
    private static func eventType(of type: String) -> String {
        switch type {
        case "catalog.product.sku", "catalog.product.offer", "catalog.product.service": "catalog.product"
        case "task.item", "tasks.api.scrum.task": "tasks.task"
        case "crm.activity.todo", "crm.activity.configurable": "crm.activity"
        default: type
        }
    }

    /// Whether a method is meant by a pattern: a name, or the beginning of one with `*`.
    private static func matches(_ method: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? method.hasPrefix(pattern.dropLast()) : method == pattern
    }
}

extension PortalCall {
    /// The parameters by name, also of a method that takes them by position.
    var namedParameters: JSONValue {
        guard let positions = parameters.array, let facts = Catalogue.method(method, version: version),
            facts.isPositional
        else { return parameters }
        return .object(JSONObject(zip(facts.parameters.map(\.name), positions).map { ($0, $1) }))
    }
}

extension JSONValue {
    /// The identifier of what was added: the result itself, its `id`, or that of the entity in it.
    fileprivate func identifierOfNew(named noun: String) -> String? {
        switch self {
        case .integer(let number): String(number)
        case .string(let text): text
        default: identifier(at: ["id", "\(noun).id", "item.id", "element.id"]) ?? onlyMember?.identifier(at: ["id"])
        }
    }

    private var onlyMember: JSONValue? { object.flatMap { $0.count == 1 ? $0.values.first : nil } }
}
