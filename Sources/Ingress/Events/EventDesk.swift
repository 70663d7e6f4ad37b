/// Who keeps the events that come in.
public protocol EventDesk: Sendable {
    /// What is known of a portal by its name in the path; nil for an unknown one.
    ///
    /// Called for each request on a connection's own thread, so it must answer from memory.
    func door(of portal: String) -> PortalDoor?

    /// Makes an event durable; returns only then.
    ///
    /// - Throws: why the event isn't kept. The portal is told so, but doesn't send it again.
    func take(_ event: IncomingEvent) async throws(DeskRefusal)
}

/// Why an event isn't kept.
public enum DeskRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is too much to do.
    case busy

    /// It couldn't be made durable; the reason as a sentence for the log.
    case failed(String)

    /// The sentence for the log.
    public var description: String {
        switch self {
        case .busy: "The desk has too much to do."
        case .failed(let reason): reason
        }
    }
}
