import Bitrix24
import JSON

/// What there is to show of a description: how much of everything, and what isn't known.
public struct DescriptionSummary: Sendable {
    private let portal: PortalDescription

    /// The summary of a description.
    public init(_ description: PortalDescription) { portal = description }

    private static let plurals = [
        "crm.lead": "leads", "crm.deal": "deals", "crm.contact": "contacts", "crm.company": "companies",
        "crm.quote": "quotes", "crm.item:31": "invoices", "user": "users", "tasks.task": "tasks",
    ]

    /// Own fields by what has them. Entities that `crm.item` shows once more are counted once.
    private var ownFields: [(owner: String, count: Int)] {
        portal.entities.compactMap { entity in
            let type = entity.key.hasPrefix("crm.item:") ? Int(entity.key.dropFirst("crm.item:".count)) : nil
            let process = portal.smartProcesses.first { $0.entityTypeID == type }
            guard let owner = Self.plurals[entity.key] ?? process?.title else { return nil }
            let count = entity.fields.filter(\.isCustom).count
            return count > 0 ? (owner, count) : nil
        }
    }

    private var stages: [PortalDescription.Status] { portal.statuses.filter { $0.semantics != nil } }

    /// The summary for people.
    public var lines: [String] {
        let unknown = "not known"
        let processes = portal.smartProcesses.map { "\($0.title) (\($0.entityTypeID))" }
        let rows = [
            ("portal", portal.portal ?? unknown),
            ("scopes", portal.scopes.map { "\($0.count): \($0.joined(separator: ", "))" } ?? unknown),
            (
                "methods",
                (portal.methods.map { "\($0.count)" } ?? unknown) + ", of REST 3.0 "
                    + (portal.thirdMethods.map { "\($0.count)" } ?? unknown)
            ),
            ("own fields", Self.list(ownFields.map { "\($0.owner) \($0.count)" })),
            ("smart processes", Self.list(processes)),
            ("stages", "\(stages.count) in \(Set(stages.map(\.list)).count) funnels"),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
    }

    /// What isn't known, a line for each reason.
    public var gaps: [String] {
        var order: [String] = []
        var groups: [String: [PortalDescription.Gap]] = [:]
        for gap in portal.gaps {
            if groups[gap.code] == nil { order.append(gap.code) }
            groups[gap.code, default: []].append(gap)
        }
        return order.compactMap { code in
            guard let group = groups[code], let first = group.first else { return nil }
            let shown = group.prefix(3).map(\.subject).joined(separator: ", ")
            let more = group.count > 3 ? " and \(group.count - 3) more" : ""
            return "\(shown)\(more) (\(first.reason))"
        }
    }

    /// The summary for programs.
    public var json: JSONObject {
        var members: JSONObject = ["ok": true]
        members["portal"] = portal.portal.map(JSONValue.string)
        members["asked"] = .string(portal.asked)
        members["scopes"] = portal.scopes.map { .array($0.map(JSONValue.string)) }
        members["methods"] = portal.methods.map { .integer($0.count) }
        members["third_methods"] = portal.thirdMethods.map { .integer($0.count) }
        members["own_fields"] = .object(JSONObject(ownFields.map { ($0.owner, .integer($0.count)) }))
        members["smart_processes"] = .array(
            portal.smartProcesses.map { ["id": .integer($0.entityTypeID), "title": .string($0.title)] })
        members["stages"] = .integer(stages.count)
        members["gaps"] = .array(
            portal.gaps.map {
                ["subject": .string($0.subject), "code": .string($0.code), "reason": .string($0.reason)]
            })
        return members
    }

    private static func list(_ texts: [String]) -> String {
        let shown = texts.prefix(8).joined(separator: ", ")
        return texts.isEmpty ? "none" : texts.count > 8 ? "\(shown) and \(texts.count - 8) more" : shown
    }
}
