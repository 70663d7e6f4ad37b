/// The seconds of the server's work that one method may use, as this side knows them.
///
/// The portal adds up a method's time in ten one-minute buckets and answers 429 while their sum is above the limit.
/// Each answer tells the sum (`operating`) and when the oldest bucket falls out of it (`operating_reset_at`). Between
/// answers the sum is carried on here. Well below the limit nothing waits; from `softShare` of it on calls are spread
/// so that the method is used at the rate at which the budget comes back, instead of running into the limit.
///
/// All times are seconds of one clock, whichever.
public struct OperatingBudget: Sendable {
    /// Seconds of work in ten minutes.
    public let limit: Double

    static let window = 600.0
    static let bucketLength = 60.0
    /// Up to this part of the limit nothing waits.
    static let softShare = 0.6
    /// What may be used at all: the portal's own counting is not ours to the last second.
    static let hardShare = 0.96

    /// What was used, by the time when it falls out of the sum.
    private var buckets: [(expires: Double, used: Double)] = []
    private var blockedUntil = 0.0
    private var nextPaced = 0.0

    /// A budget of which nothing is used.
    public init(limit: Double) { self.limit = limit }

    /// What of the limit is used.
    public func used(at now: Double) -> Double {
        buckets.reduce(0) { $0 + ($1.expires > now ? $1.used : 0) }
    }

    /// When a call that takes `cost` seconds may be made: `now` if it may at once.
    public func earliest(for cost: Double, at now: Double) -> Double {
        guard blockedUntil <= now else { return blockedUntil }
        let used = used(at: now)
        if used + cost <= limit * Self.softShare { return now }
        if used + cost <= limit * Self.hardShare || used == 0 { return max(now, nextPaced) }
        return expiry(freeing: used + cost - limit * Self.hardShare, at: now)
    }

    /// Takes notice of a call that leaves, so that others don't count on the same seconds.
    public mutating func reserve(_ cost: Double, at now: Double) {
        add(cost, at: now)
        guard used(at: now) > limit * Self.softShare else { return }
        nextPaced = max(now, nextPaced) + cost * Self.window / limit
    }

    /// Takes notice of an answer: what was reserved for the call, and what the portal says.
    ///
    /// - Parameters:
    ///   - reserved: what was set aside for the call, in seconds.
    ///   - operating: the sum over the window, this call included.
    ///   - resetIn: seconds until the oldest bucket falls out; nil if the portal doesn't say.
    ///   - now: the time.
    public mutating func settle(reserved: Double, operating: Double, resetIn: Double?, at now: Double) {
        add(-reserved, at: now)
        let known = used(at: now)
        if operating > known { add(operating - known, at: now) } else { drop(known - operating, at: now) }
        guard let resetIn, let oldest = buckets.firstIndex(where: { $0.used > 0 }) else { return }
        // The portal's minutes begin at other seconds than ours.
        let latest = buckets.indices.contains(oldest + 1) ? buckets[oldest + 1].expires : now + Self.window
        buckets[oldest].expires = min(max(now, now + resetIn), latest)
    }

    /// Takes notice that a call was not made after all.
    public mutating func release(_ cost: Double, at now: Double) { add(-cost, at: now) }

    /// Takes notice of a 429: the method is blocked until a bucket falls out.
    public mutating func block(at now: Double) {
        let missing = limit - used(at: now)
        let expiry = buckets.first { $0.expires > now && $0.used > 0 }?.expires ?? now + Self.bucketLength
        // The sum may stay above the limit when the oldest bucket is gone; the portal is asked again a minute later.
        blockedUntil = min(max(expiry, now + 1), now + Self.bucketLength)
        if missing > 0 { buckets.insert((blockedUntil, missing), at: 0) }
    }

    private func expiry(freeing amount: Double, at now: Double) -> Double {
        var freed = 0.0
        for bucket in buckets where bucket.expires > now {
            freed += bucket.used
            if freed >= amount { return bucket.expires }
        }
        return now
    }

    private mutating func add(_ amount: Double, at now: Double) {
        buckets.removeAll { $0.expires <= now }
        guard amount < 0 else {
            if let last = buckets.last, last.expires > now + Self.window - Self.bucketLength {
                buckets[buckets.count - 1].used += amount
            } else {
                buckets.append((now + Self.window, amount))
            }
            return
        }
        // What is taken back was added last.
        var rest = -amount
        for index in buckets.indices.reversed() where rest > 0 {
            let taken = min(rest, buckets[index].used)
            buckets[index].used -= taken
            rest -= taken
        }
    }

    /// The portal knows of less than this side: its oldest buckets have fallen out already.
    private mutating func drop(_ amount: Double, at now: Double) {
        var rest = amount
        for index in buckets.indices where rest > 0 {
            let taken = min(rest, buckets[index].used)
            buckets[index].used -= taken
            rest -= taken
        }
        buckets.removeAll { $0.expires <= now || $0.used <= 0 }
    }
}
