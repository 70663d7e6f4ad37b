/// Who wants to be told of an event.
struct EventHandler: Hashable, Sendable {
    let id: Int
    let event: String
    let address: String
    /// By what the handler knows the portal.
    let token: String
}
