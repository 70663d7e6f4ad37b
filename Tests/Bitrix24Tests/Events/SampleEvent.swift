import JSON

@testable import Bitrix24

/// What an event carries, made from what is documented of it.
enum SampleEvent {
    /// Data with a value at each documented path: 1036 for a number of a type, a word for a type's word, 7 for all else.
    static func data(of event: EventFacts) -> JSONValue {
        event.members.reduce(JSONValue.object([:])) { data, member in
            member.path == "$" ? 7 : setting(member.path.split(separator: ".").map(String.init)[...], in: data)
        }
    }

    private static func setting(_ path: ArraySlice<String>, in value: JSONValue) -> JSONValue {
        guard let name = path.first else { return leaf(path) }
        var object = value.object ?? [:]
        let isLast = path.count == 1
        object[name] = isLast ? object[name] ?? leaf(path) : setting(path.dropFirst(), in: object[name] ?? [:])
        return .object(object)
    }

    private static func leaf(_ path: ArraySlice<String>) -> JSONValue {
        switch path.last {
        case "ENTITY_TYPE_ID": 1_036
        case "CRM_ENTITY_TYPE": "DEAL"
        case "message", "chat", "bot": ["id": 7, "chatId": 7]
        default: "7"
        }
    }
}
