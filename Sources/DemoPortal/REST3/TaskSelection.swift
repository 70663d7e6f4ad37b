/// What of a task is sent: its own fields, and people with some of theirs.
struct TaskSelection: Sendable {
    /// The relations to users and where their identifiers are stored.
    static let relations = [
        ("creator", "CREATED_BY"), ("responsible", "RESPONSIBLE_ID"), ("changedBy", "CHANGED_BY"),
        ("statusChangedBy", "STATUS_CHANGED_BY"), ("closedBy", "CLOSED_BY"), ("accomplices", "ACCOMPLICES"),
        ("auditors", "AUDITORS"),
    ]
    static let userFields = ["id", "name", "email", "gender"]

    private var fields: Set<String>
    private var users: [String: Set<String>] = [:]

    /// Reads a `select`. An unknown field of the task is passed over; an unknown one of a user is refused.
    init(_ select: Parameter?, usual: Set<String>) throws(RESTError) {
        guard let select, !select.isEmpty else {
            fields = usual
            return
        }
        guard case .list(let names) = select else { throw .invalidSelect }
        fields = ["id"]
        for name in names {
            guard case .text(let text) = name else { throw .invalidSelect }
            let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
            guard let first = parts.first else { continue }
            guard TaskSelection.relations.contains(where: { $0.0 == first }) else {
                fields.insert(first)
                continue
            }
            guard parts.count > 1 else {
                users[first, default: []].formUnion(TaskSelection.userFields)
                continue
            }
            guard TaskSelection.userFields.contains(parts[1]) else {
                throw .unknownProperty(parts[1], of: "UserDto")
            }
            users[first, default: []].insert(parts[1])
        }
    }

    /// Writes a task.
    func write(_ position: Int, _ state: PortalState, to json: inout JSONBuffer) {
        let table = state[.task]
        let row = table.rows[position]
        json.beginObject()
        for field in TaskField.all where fields.contains(field.name) {
            json.name(field.name)
            let value = table.schema.column(field.stored).map { row[$0] } ?? .empty
            field.write(value, to: &json) { $1.moment($0, zone: state.zone) }
        }
        if fields.contains("link") {
            json.name("link")
            json.string("/company/personal/user/\(state.user)/tasks/task/view/\(table.ids[position])/")
        }
        for (name, stored) in TaskSelection.relations {
            guard let wanted = users[name], let column = table.schema.column(stored) else { continue }
            json.name(name)
            switch row[column] {
            case .integer(let id): writeUser(id, wanted, state, to: &json)
            case .integers(let ids):
                json.beginArray()
                for id in ids { writeUser(id, wanted, state, to: &json) }
                json.endArray()
            default: json.null()
            }
        }
        json.endObject()
    }

    private func writeUser(_ id: Int, _ wanted: Set<String>, _ state: PortalState, to json: inout JSONBuffer) {
        let users = state[.user]
        guard let position = users.position(of: id) else { return json.null() }
        func text(_ column: String) -> String {
            users.schema.column(column).flatMap { users.rows[position][$0].text } ?? ""
        }
        json.beginObject()
        for field in TaskSelection.userFields where wanted.contains(field) {
            json.name(field)
            switch field {
            case "id": json.integer(id)
            case "name": json.string("\(text("NAME")) \(text("LAST_NAME"))")
            case "email": json.string(text("EMAIL"))
            default: json.string(text("PERSONAL_GENDER"))
            }
        }
        json.endObject()
    }
}
