/// What a server endures at most.
public struct ServerLimits: Hashable, Sendable {
    /// Connections at a time; more wait until one is closed.
    public var mostConnections = 1024

    /// Requests that are being worked on at a time; more are answered with 503.
    public var mostRequests = 512

    /// Bytes of one request's body; a longer one is answered with 413.
    public var largestBody = 1 << 20

    /// Bytes of the bodies of all requests that are arriving; beyond it they are answered with 503.
    public var mostBytes = 64 << 20

    /// Within what time a request must arrive whole, from its first byte.
    public var arrivalTime: Duration = .seconds(10)

    /// How long a connection may stay open without a request.
    public var idleTime: Duration = .seconds(60)

    /// How long a connection that rests stays open when the server stops, as a request may be on its way; one that had
    /// none yet has `arrivalTime`. With zero nobody is waited for.
    public var farewellTime: Duration = .seconds(1)

    /// Bytes of all fields of a request's head.
    public var largestHead = 32 << 10

    /// Fields of a request's head.
    public var mostHeadFields = 100

    /// After how many seconds one who was turned away with 503 may come again.
    public var retryAfter = 5

    /// The limits as they are by default.
    public init() {}
}
