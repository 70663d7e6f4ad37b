/// Who wants to be told of an event.
struct EventHandler: Hashable, Sendable {
    enum Way: Hashable, Sendable {
        /// An outgoing webhook with its token.
        case webhook(token: String)
        /// The application's handler; the user who is to be authorized, 0 for the one who made the change.
        case application(user: Int)
        /// The application's offline queue with its key of the source, which may be empty.
        case offline(connector: String)
    }

    let id: Int
    /// The event in capital letters.
    let event: String
    /// The address; empty for the offline queue.
    let address: String
    let way: Way
    /// Seconds between two notices about the offline queue; 0 is one for each request.
    var minTimeout = 1

    /// Whether the application has made it, which takes it along when it goes.
    var isOfApplication: Bool { if case .webhook = way { false } else { true } }
    var isOffline: Bool { if case .offline = way { true } else { false } }
    /// The user who is to be authorized; 0 for the one who made the change.
    var user: Int { if case .application(let user) = way { user } else { 0 } }
}
