import Bitrix24
import JSON
import Ledger
import Timetable

/// What a handler's `run` is called with: the same whichever way the event came.
struct EventArgument {
    let event: StoredEvent
    /// How many earlier events of the same item the run stands for, too.
    let merged: Int

    /// `name`, `id`, `data`, `at`, `source`, `merged`.
    var json: JSONValue {
        let body = (try? JSONValue(parsing: event.body)) ?? .null
        let data = body["data"] ?? body
        let subject = EventSubject(event: event.name, data: data)
        var members: JSONObject = [
            "name": .string(event.name), "data": data, "at": .string(Zone.utc.iso8601(event.at.moment)),
            "source": .string(event.source), "merged": .integer(merged),
        ]
        if let entity = subject.entity {
            members["id"] = Int(entity.id).map(JSONValue.integer) ?? .string(entity.id)
            members["entity"] = .string(entity.description)
            members["entity_type_id"] = entity.entityTypeID.map(JSONValue.integer)
        }
        return .object(members)
    }
}
