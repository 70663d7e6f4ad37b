import Forms

/// Something that has happened on the portal, as handlers are told.
struct PortalEvent: Hashable, Sendable {
    /// The name in capital letters: `ONCRMDEALUPDATE`.
    let name: String
    /// `data` of the notice.
    let data: FormValue

    /// All that is told of one change. Smart processes have an event for all of them and one for each.
    static func events(_ change: RecordChange, _ family: Family, id: Int) -> [PortalEvent] {
        if family == .task { return [PortalEvent(name: "ONTASK\(change.rawValue)", data: taskData(change, id))] }
        if let name = classicNames[family] {
            return [PortalEvent(name: "ONCRM\(name)\(change.rawValue)", data: ["FIELDS": ["ID": .text(String(id))]])]
        }
        guard let type = family.entityTypeID else { return [] }
        let data: FormValue = ["FIELDS": ["ID": .text(String(id)), "ENTITY_TYPE_ID": .text(String(type))]]
        return ["ONCRMDYNAMICITEM\(change.rawValue)", "ONCRMDYNAMICITEM\(change.rawValue)_\(type)"]
            .map { PortalEvent(name: $0, data: data) }
    }

    /// The events that the demo portal has, with their scopes.
    static let all: [(name: String, scope: String?)] = {
        let changes: [RecordChange] = [.add, .update, .delete]
        return [(offlineNotice, nil)]
            + Family.allCases.flatMap { family in
                changes.flatMap { events($0, family, id: 0) }.map { ($0.name, family == .task ? "task" : "crm") }
            }.reduce(into: [(String, String?)]()) { list, event in
                if !list.contains(where: { $0.0 == event.0 }) { list.append(event) }
            }
    }()

    /// Tells that there is something in the offline queue.
    static let offlineNotice = "ONOFFLINEEVENT"

    private static let classicNames: [Family: String] = [
        .deal: "DEAL", .lead: "LEAD", .contact: "CONTACT", .company: "COMPANY",
    ]

    /// What isn't known is told as the text `undefined`.
    private static func taskData(_ change: RecordChange, _ id: Int) -> FormValue {
        let task: FormValue = ["ID": .text(String(id))]
        return [
            "FIELDS_BEFORE": change == .add ? "undefined" : task,
            "FIELDS_AFTER": change == .delete ? "undefined" : task,
            "IS_ACCESSIBLE_BEFORE": change == .add ? "N" : "undefined",
            "IS_ACCESSIBLE_AFTER": change == .delete ? "N" : "undefined",
        ]
    }
}
