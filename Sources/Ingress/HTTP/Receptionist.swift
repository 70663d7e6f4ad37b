/// Who answers the requests that have arrived.
protocol Receptionist: Sendable {
    /// The answer to a request, or the work that ends with one. Called on a connection's own thread: it must be quick.
    func reply(to request: ReceivedRequest) -> Reply

    /// The answer to a request that the server itself doesn't let through.
    func answer(to obstacle: HTTPObstacle) -> Answer
}

/// Why the server doesn't let a request through.
enum HTTPObstacle: Hashable, Sendable {
    /// Its body is too long.
    case tooLarge
    /// It didn't arrive in time.
    case tooSlow
    /// The server has too much to do.
    case busy
}
