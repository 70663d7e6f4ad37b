import Timetable

/// How far a task is.
enum TaskStatus: Int, CaseIterable, Sendable {
    case waiting = 2
    case running = 3
    case controlled = 4
    case completed = 5
    case deferred = 6

    /// What `subStatus` says of a task whose deadline is over.
    static let overdue = -1

    private var title: String {
        switch self {
        case .waiting: "Ждёт выполнения"
        case .running: "Выполняется"
        case .controlled: "Ожидает контроля"
        case .completed: "Завершена"
        case .deferred: "Отложена"
        }
    }

    static func writeTitles(_ json: inout JSONBuffer) {
        json.beginObject()
        for status in allCases {
            json.name(String(status.rawValue))
            json.string(status.title)
        }
        json.endObject()
    }

    /// Notes who changed the status and when.
    static func stamp(_ draft: inout RecordDraft, state: PortalState) {
        let now = FieldValue.moment(state.now.unixSeconds)
        draft["STATUS_CHANGED_BY"] = .integer(state.user)
        draft["STATUS_CHANGED_DATE"] = now
        let isClosed = draft["STATUS"].integer == completed.rawValue
        draft["CLOSED_BY"] = isClosed ? .integer(state.user) : .empty
        draft["CLOSED_DATE"] = isClosed ? now : .empty
        if draft["STATUS"].integer == running.rawValue { draft["DATE_START"] = now }
    }

    /// Fields that follow from others: the status with the deadline in mind, the people.
    static func derive(_ draft: inout RecordDraft, state: PortalState) {
        let isOpen = draft["STATUS"].integer != completed.rawValue
        let isOverdue = (draft["DEADLINE"].moment ?? .max) < state.now.unixSeconds
        draft["SUB_STATUS"] = isOpen && isOverdue ? .integer(overdue) : draft["STATUS"]
        draft["GROUP"] = .raw(Array("[]".utf8))
        draft["CREATOR"] = .raw(person(draft["CREATED_BY"].integer ?? 0, state))
        draft["RESPONSIBLE"] = .raw(person(draft["RESPONSIBLE_ID"].integer ?? 0, state))
    }

    static func person(_ id: Int, _ state: PortalState) -> [UInt8] {
        let (name, position) = state.userName(id) ?? ("", "")
        var json = JSONBuffer()
        json.beginObject()
        json.name("id")
        json.quotedInteger(id)
        json.name("name")
        json.string(name)
        json.name("link")
        json.string("/company/personal/user/\(id)/")
        json.name("icon")
        json.string("/bitrix/images/tasks/default_avatar.png")
        json.name("workPosition")
        json.string(position)
        json.endObject()
        return json.finished()
    }
}
