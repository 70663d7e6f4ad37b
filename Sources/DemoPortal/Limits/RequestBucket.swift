/// The counter of requests: each one raises it, time lowers it, and above its capacity requests are refused.
struct RequestBucket: Hashable, Sendable {
    /// How much it sinks a second.
    let rate: Double
    let capacity: Int
    private var level = 0.0
    private var last = -Double.infinity

    /// Moments are seconds since 1970 as fractions, which are exact to less than a millionth only.
    private static let inexactness = 0.000_001

    init(_ limits: DemoLimits) {
        rate = limits.rate
        capacity = limits.capacity
    }

    /// Counts a request unless there is no room for it. A refused request is not counted: who waits gets in.
    mutating func admits(at now: Double) -> Bool {
        if now > last {
            level = last.isFinite ? max(0, level - rate * (now - last)) : 0
            last = now
        }
        guard level + 1 <= Double(capacity) + RequestBucket.inexactness else { return false }
        level += 1
        return true
    }
}
