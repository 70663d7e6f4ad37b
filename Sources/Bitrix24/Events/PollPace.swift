/// How often a portal is asked for changes.
public struct PollPace: Hashable, Sendable {
    /// Seconds between two looks.
    public var interval: Double
    /// The most seconds between two looks while the portal fails.
    public var slowest: Double

    /// A pace.
    public init(interval: Double = 30, slowest: Double = 300) {
        (self.interval, self.slowest) = (interval, slowest)
    }

    /// How many seconds to wait before the next look: twice as long after each failure.
    ///
    /// - Parameter failures: how many looks have failed one after another; 0 after one that hasn't.
    public func pause(failures: Int) -> Double {
        guard failures > 0 else { return interval }
        var pause = interval
        for _ in 0..<min(failures, 32) where pause < slowest { pause *= 2 }
        return max(interval, min(pause, slowest))
    }
}
