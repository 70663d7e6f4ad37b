/// The portal's leaky bucket of requests, as this side knows it: +1 for each request, less `rate` a second, and
/// above `capacity` the portal refuses.
///
/// All times are seconds of one clock, whichever.
public struct RateBucket: Sendable {
    /// How many requests a second flow out.
    public let rate: Double
    /// How many requests fit.
    public let capacity: Double

    /// Requests may arrive closer together than they were sent; so much of the capacity is left to that.
    static let margin = 0.5

    private var level = 0.0
    private var measuredAt = 0.0
    /// What is left to us of `rate`: others may use the same portal from the same address.
    private var share = 1.0
    private var lastRefusal: Double?

    /// An empty bucket.
    public init(rate: Double, capacity: Double) {
        self.rate = rate
        self.capacity = capacity
    }

    /// How full the bucket is, in requests.
    public func level(at now: Double) -> Double { max(0, level - max(0, now - measuredAt) * pace(at: now)) }

    /// When a request may leave: `now` if it may at once.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - reserve: how many requests must still fit afterwards, for others who may come.
    public func earliest(at now: Double, reserve: Double = 0) -> Double {
        let room = max(1, capacity - Self.margin - reserve)
        let excess = level(at: now) + 1 - room
        return excess <= 0 ? now : now + excess / pace(at: now)
    }

    /// Takes notice of a request that leaves.
    public mutating func take(at now: Double) {
        level = level(at: now) + 1
        measuredAt = now
    }

    /// Takes notice that the portal refused a request: the bucket is full, whoever filled it.
    ///
    /// Refusals that follow each other mean that others fill it all the time, so our share of the rate shrinks.
    public mutating func refuse(at now: Double) {
        if let lastRefusal, now - lastRefusal < 60 { share = max(0.25, currentShare(at: now) * 0.7) }
        lastRefusal = now
        level = capacity
        measuredAt = now
    }

    /// A share that shrank grows back within a few minutes without refusals.
    private func currentShare(at now: Double) -> Double {
        guard share < 1, let lastRefusal else { return 1 }
        return min(1, share + max(0, now - lastRefusal - 30) / 300)
    }

    private func pace(at now: Double) -> Double { rate * currentShare(at: now) }
}
