/// When a heartbeat is sent, so that somebody outside notices when it stops.
public struct DeadMansSwitch: Hashable, Sendable, Codable {
    /// Seconds between two heartbeats.
    public let every: Double
    /// When the last one was sent, in seconds since 1970; nil if none was.
    public private(set) var calledAt: Double?

    /// A switch that is called this often, at most once a second.
    public init(every: Double) { self.every = max(1, every) }

    /// Whether a heartbeat is sent now: only while all is well, and at once when it is well again.
    public func isDue(at moment: Double, isHealthy: Bool) -> Bool {
        guard isHealthy else { return false }
        guard let calledAt else { return true }
        return moment - calledAt >= every || moment < calledAt
    }

    /// When the next one is due if all is well, in seconds since 1970; nil if at once.
    public var nextDue: Double? { calledAt.map { $0 + every } }

    /// A heartbeat was sent, whether or not it arrived: one that was lost is not made up for.
    public mutating func called(at moment: Double) { calledAt = moment }
}
