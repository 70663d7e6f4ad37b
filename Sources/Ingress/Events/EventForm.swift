import Forms
import JSON

/// The form of an event: what its fields mean.
struct EventForm: Sendable {
    private let form: FormValue
    private let auth: FormValue?

    /// Bytes of the name of an event at most.
    private static let longestName = 128

    /// Bytes of the short fields at most.
    private static let longestField = 256

    init(_ form: FormValue) {
        self.form = form
        auth = form["auth"]
    }

    var token: String? { auth?["application_token"]?.text }

    var memberID: String? { EventForm.short(auth?["member_id"]) }

    /// Whether it names an event.
    var isEvent: Bool { EventForm.name(form["event"]) != nil }

    /// The event; nil if the form names none.
    func event(portal: String, received: Int) -> IncomingEvent? {
        guard let name = EventForm.name(form["event"]) else { return nil }
        var data = JSONWriter(capacity: 256)
        if let value = form["data"], value.text == nil {
            EventForm.write(value, to: &data)
        } else {
            data.beginObject()
            data.endObject()
        }
        var body = JSONWriter(capacity: 512)
        EventForm.write(form, to: &body)
        return IncomingEvent(
            portal: portal, name: name, handlerID: EventForm.short(form["event_handler_id"]), data: data.bytes,
            timestamp: form["ts"]?.text.flatMap { Int($0) }, memberID: memberID,
            domain: EventForm.short(auth?["domain"]), body: body.bytes, received: received)
    }

    /// A name is something that can be printed, without spaces.
    private static func name(_ value: FormValue?) -> String? {
        guard let text = value?.text, !text.isEmpty, text.utf8.count <= longestName,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return text.uppercased()
    }

    private static func short(_ value: FormValue?) -> String? {
        guard let text = value?.text, !text.isEmpty, text.utf8.count <= longestField else { return nil }
        return text
    }

    /// Writes a value without what is secret in it. The form's own limit of depth ends the recursion.
    private static func write(_ value: FormValue, to json: inout JSONWriter) {
        switch value {
        case .text(let text): json.string(text)
        case .list(let list):
            json.beginArray()
            for element in list { write(element, to: &json) }
            json.endArray()
        case .map(let map):
            json.beginObject()
            for (name, member) in zip(map.names, map.values) where !SecretField.isSecret(name) {
                json.name(name)
                if SecretField.isAuthorization(name) {
                    writeIdentifiers(of: member, to: &json)
                } else {
                    write(member, to: &json)
                }
            }
            json.endObject()
        }
    }

    /// Who an authorization is for; the rest of it nobody needs to keep.
    private static func writeIdentifiers(of authorization: FormValue, to json: inout JSONWriter) {
        json.beginObject()
        for name in ["domain", "member_id", "user_id"] {
            guard let text = short(authorization[name]) else { continue }
            json.name(name)
            json.string(text)
        }
        json.endObject()
    }
}
