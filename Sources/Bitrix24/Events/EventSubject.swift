import JSON

/// What an event is about: which entity, and what happened to it.
public struct EventSubject: Hashable, Sendable {
    /// The entity; nil if the event is about none, or doesn't name it.
    public let entity: EntityReference?
    /// What happened to it.
    public let change: ChangeKind
    /// Whether the event is about a part of the entity, such as a comment of a task.
    public let isPart: Bool

    /// Reads an event.
    ///
    /// - Parameters:
    ///   - code: its code, such as `ONCRMDEALUPDATE`; capital and small letters are alike.
    ///   - data: what it carries below `data`, as it was posted.
    public init(event code: String, data: JSONValue) {
        let name = EventName(code)
        let family = EventFamily.of(name.noun)
        entity = family.entity(in: data, entityTypeID: name.entityTypeID)
        isPart = family.isPart
        change = family.isPart && name.change != .other ? .updated : name.change
    }
}
