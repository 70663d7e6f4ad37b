import JSON

/// An event that was asked for instead of being sent.
public struct PulledEvent: Hashable, Sendable {
    /// Its code, such as `ONCRMDEALUPDATE`.
    public let event: String
    /// What it carries, as an event that is sent has it below `data`.
    public let data: JSONValue
    /// The entity and what happened to it.
    public let subject: EventSubject
    /// When the entity changed, seconds since 1970 by the portal's clock; nil if that isn't told.
    public let at: Double?
    /// Tells it from all others: the same change has the same identity however often it is read.
    public let identity: String

    /// Describes an event.
    public init(event: String, data: JSONValue, at: Double?, identity: String) {
        self.event = event
        self.data = data
        self.at = at
        self.identity = identity
        subject = EventSubject(event: event, data: data)
    }

    /// The entity; nil if the event names none.
    public var entity: EntityReference? { subject.entity }
}
