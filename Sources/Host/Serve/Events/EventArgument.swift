import Bitrix24
import JSON
import Ledger
import Timetable

/// What a handler's `run` is called with: the same whichever way the event came.
struct EventArgument {
    /// What `source` is where a person runs a handler.
    static let byHand = "hand"

    let name: String
    /// What the portal sent along.
    let data: JSONValue
    /// When it came.
    let at: Moment
    let source: String
    /// How many earlier events of the same item the run stands for, too.
    let merged: Int
    /// What a person says that it is about.
    private let said: Int?

    /// The argument for an event that has come.
    init(event: StoredEvent, merged: Int) {
        let body = (try? JSONValue(parsing: event.body)) ?? .null
        (name, data, source) = (event.name, body["data"] ?? body, event.source)
        (at, self.merged, said) = (event.at.moment, merged, nil)
    }

    /// The argument for an event that a person wants to try a handler with.
    ///
    /// - Parameter id: the number of the item that it is about.
    init(byHand name: String, id: Int, at: Moment) {
        (self.name, data) = (name, Self.data(of: name.uppercased(), id: .string("\(id)")))
        (self.at, source, merged, said) = (at, Self.byHand, 0, id)
    }

    /// `name`, `id`, `data`, `at`, `source`, `merged`; `entity` and `entity_type_id` where it is known what it is about.
    var json: JSONValue {
        let subject = EventSubject(event: name, data: data)
        var members: JSONObject = [
            "name": .string(name), "data": data, "at": .string(Zone.utc.iso8601(at)),
            "source": .string(source), "merged": .integer(merged),
        ]
        // What an event's number is of isn't known of each; whoever has given it, finds it.
        members["id"] = said.map(JSONValue.integer)
        if let entity = subject.entity {
            members["id"] = Int(entity.id).map(JSONValue.integer) ?? .string(entity.id)
            members["entity"] = .string(entity.description)
            members["entity_type_id"] = entity.entityTypeID.map(JSONValue.integer)
        }
        return .object(members)
    }

    /// What a portal sends along with an event: it has words of its own for tasks.
    private static func data(of name: String, id: JSONValue) -> JSONValue {
        if name.hasPrefix("ONTASKCOMMENT") { return ["FIELDS_AFTER": ["TASK_ID": id]] }
        return [name.hasPrefix("ONTASK") ? "FIELDS_AFTER" : "FIELDS": ["ID": id]]
    }
}
