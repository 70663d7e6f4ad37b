/// How long the portal takes, in seconds. Answers over HTTP come that much later, and their `time` tells it.
public struct DemoLatency: Hashable, Sendable {
    /// For each request, whatever it asks for.
    public var perRequest: Double
    /// For each command: a call alone, or each one of a batch.
    public var perCommand: Double
    /// For each thousand records that a list counts; nothing where `start=-1` switches counting off.
    public var perThousandCounted: Double

    /// Latencies in seconds.
    public init(perRequest: Double = 0, perCommand: Double = 0, perThousandCounted: Double = 0) {
        self.perRequest = perRequest
        self.perCommand = perCommand
        self.perThousandCounted = perThousandCounted
    }
}
