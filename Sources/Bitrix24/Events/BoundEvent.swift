import JSON

/// A handler of an event that is registered at a portal for an application.
public struct BoundEvent: Hashable, Sendable {
    /// The event's code, in capitals.
    public let event: String
    /// The handler's address; empty for offline events.
    public let handler: String
    /// Whether the event waits in the queue of offline events.
    public let isOffline: Bool

    /// Describes a registration.
    public init(event: String, handler: String = "", isOffline: Bool) {
        (self.event, self.handler, self.isOffline) = (event.uppercased(), handler, isOffline)
    }

    /// Reads an entry of what `event.get` answers; nil if it isn't one.
    public init?(_ value: JSONValue) {
        guard let event = value.value(at: "event")?.string, !event.isEmpty else { return nil }
        let offline = value.value(at: "offline")
        let isOffline = offline?.bool ?? ["1", "Y"].contains(value.identifier(at: ["offline"]) ?? "")
        self.init(event: event, handler: value.value(at: "handler")?.string ?? "", isOffline: isOffline)
    }
}
