extension TaskField {
    private static let statuses: [(name: String, number: Int)] = [
        ("pending", TaskStatus.waiting.rawValue), ("in_progress", TaskStatus.running.rawValue),
        ("supposedly_completed", TaskStatus.controlled.rawValue), ("completed", TaskStatus.completed.rawValue),
        ("deferred", TaskStatus.deferred.rawValue),
    ]
    private static let priorities: [(name: String, number: Int)] = [("low", 0), ("average", 1), ("high", 2)]

    /// In the order in which they are sent. Only `id` can be filtered by, as the vendor has it so far.
    static let all: [TaskField] = [
        TaskField(name: "id", stored: "ID", kind: .integer, isFilterable: true, isSortable: true),
        own("title", "TITLE", .text, sorts: true),
        own("description", "DESCRIPTION", .text),
        TaskField(name: "creatorId", stored: "CREATED_BY", kind: .integer, isSortable: true, isSettable: true),
        made("created", "CREATED_DATE", sorts: true),
        own("responsibleId", "RESPONSIBLE_ID", .integer, sorts: true),
        own("deadline", "DEADLINE", .dateTime, sorts: true),
        own("needsControl", "TASK_CONTROL", .flag),
        own("startPlan", "START_DATE_PLAN", .dateTime, sorts: true),
        own("endPlan", "END_DATE_PLAN", .dateTime, sorts: true),
        own("groupId", "GROUP_ID", .link, sorts: true),
        own("stageId", "STAGE_ID", .link),
        own("priority", "PRIORITY", .names(priorities), sorts: true),
        own("status", "STATUS", .names(statuses), sorts: true),
        made("statusChanged", "STATUS_CHANGED_DATE"),
        own("parentId", "PARENT_ID", .link),
        own("durationType", "DURATION_TYPE", .text),
        made("started", "DATE_START", sorts: true),
        own("estimatedTime", "TIME_ESTIMATE", .integer, sorts: true),
        own("replicate", "REPLICATE", .flag),
        made("changed", "CHANGED_DATE", sorts: true),
        TaskField(name: "changedById", stored: "CHANGED_BY", kind: .link),
        TaskField(name: "statusChangedById", stored: "STATUS_CHANGED_BY", kind: .link),
        TaskField(name: "closedById", stored: "CLOSED_BY", kind: .link),
        made("closed", "CLOSED_DATE", sorts: true),
        made("activity", "ACTIVITY_DATE", sorts: true),
        TaskField(name: "guid", stored: "GUID", kind: .text),
        own("xmlId", "XML_ID", .text),
        own("mark", "MARK", .text, sorts: true),
        own("allowsChangeDeadline", "ALLOW_CHANGE_DEADLINE", .flag, sorts: true),
        own("allowsTimeTracking", "ALLOW_TIME_TRACKING", .flag, sorts: true),
        own("matchesWorkTime", "MATCH_WORK_TIME", .flag),
        own("addInReport", "ADD_IN_REPORT", .flag),
        own("isMultitask", "MULTITASK", .flag),
        TaskField(name: "siteId", stored: "SITE_ID", kind: .text),
    ]

    /// Lists of people, which are set as identifiers and sent as people.
    static let people: [TaskField] = [
        own("accomplices", "ACCOMPLICES", .integers), own("auditors", "AUDITORS", .integers),
    ]

    static func named(_ name: String) -> TaskField? { (all + people).first { $0.name == name } }

    private static func own(_ name: String, _ stored: String, _ kind: Kind, sorts: Bool = false) -> TaskField {
        TaskField(
            name: name, stored: stored, kind: kind, isSortable: sorts, isSettable: true, isEditable: true)
    }

    /// A moment that the portal itself notes.
    private static func made(_ name: String, _ stored: String, sorts: Bool = false) -> TaskField {
        TaskField(name: name, stored: stored, kind: .dateTime, isSortable: sorts)
    }
}
