/// An outgoing webhook: what an administrator sets up to be told of events.
public struct OutgoingWebhook: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The names of its events, capital or small letters: `ONCRMDEALUPDATE`.
    public var events: [String]
    /// The address that is called; of this machine only: `http://127.0.0.1:8080/events/demo`.
    public var handler: String
    /// The secret by which the handler knows the portal: `auth[application_token]`.
    public var applicationToken: String

    /// All events that the demo portal has, `ONOFFLINEEVENT` left out, which is for applications.
    public static var allEvents: [String] {
        PortalEvent.all.map(\.name).filter { $0 != PortalEvent.offlineNotice }
    }

    /// A webhook for these events.
    public init(events: [String], handler: String, applicationToken: String) {
        self.events = events
        self.handler = handler
        self.applicationToken = applicationToken
    }

    /// The address and the events; never the token.
    public var description: String { "outgoing webhook to \(handler) for \(events.joined(separator: ", "))" }
    /// The address and the events; never the token.
    public var customMirror: Mirror { Mirror(self, children: ["handler": handler, "events": events]) }
}
