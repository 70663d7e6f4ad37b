import JSON

/// One entry of a portal's queue of offline events.
struct OfflineEntry: Hashable, Sendable {
    /// Its number in the queue.
    let id: Int
    /// The number of its message.
    let messageID: String
    /// The process that has reserved it; nil if none has.
    let processID: String?
    /// Whether it was marked as one that can't be worked on.
    let isFailed: Bool
    let event: PulledEvent

    /// Reads an entry; nil if it isn't one.
    init?(_ value: JSONValue) {
        guard let id = value.number(at: ["ID"]), let name = value.identifier(at: ["EVENT_NAME"]),
            let messageID = value.identifier(at: ["MESSAGE_ID"])
        else { return nil }
        let stamp = value.identifier(at: ["TIMESTAMP_X"]) ?? ""
        // Without data the portal sends false, as if it were a value.
        let data = value.value(at: "EVENT_DATA").flatMap { $0.object == nil && $0.array == nil ? nil : $0 } ?? [:]
        self.id = id
        self.messageID = messageID
        processID = value.identifier(at: ["PROCESS_ID"]).flatMap { $0 == "0" ? nil : $0 }
        isFailed = value.number(at: ["ERROR"]).map { $0 != 0 } ?? false
        // An entry is changed in its place when its entity changes again, so the time belongs to the identity.
        event = PulledEvent(
            event: name.uppercased(), data: data, at: DateText.read(stamp),
            identity: "offline:\(id):\(messageID):\(stamp)")
    }
}
