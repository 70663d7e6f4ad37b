/// The work that one method did in the last ten minutes, minute by minute.
struct OperatingBudget: Hashable, Sendable {
    private struct Bucket: Hashable {
        let minute: Int
        /// When the minute's first call began: ten minutes later the bucket is forgotten.
        let first: Double
        var seconds: Double
    }

    /// How long work is remembered, in seconds.
    static let window = 600.0

    private var buckets: [Bucket] = []

    /// The seconds of work that are remembered at that moment.
    mutating func spent(at now: Double) -> Double {
        buckets.removeAll { $0.first + OperatingBudget.window <= now }
        return buckets.reduce(0) { $0 + $1.seconds }
    }

    /// When the oldest minute is forgotten; nil where nothing is remembered.
    var resetAt: Double? { buckets.first.map { $0.first + OperatingBudget.window } }

    /// Remembers the work of a call that began then.
    mutating func charge(_ seconds: Double, at start: Double) {
        let minute = Int((start / 60).rounded(.down))
        if let last = buckets.indices.last, buckets[last].minute >= minute {
            buckets[last].seconds += seconds
        } else {
            buckets.append(Bucket(minute: minute, first: start, seconds: seconds))
        }
    }
}
