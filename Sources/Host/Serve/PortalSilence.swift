/// Tells a portal that is away from one that has missed a call or two.
struct PortalSilence: Sendable {
    /// When the first and the last call of each portal were not answered between which none was, in seconds.
    private var misses: [String: (first: Double, last: Double)] = [:]

    /// How long a portal must not have answered, in seconds: an update of it takes a few minutes.
    static let patience = 300.0
    /// Misses that are so many seconds apart say nothing of the time between them.
    static let apart = 1_800.0

    /// A call was not answered.
    ///
    /// - Returns: since when the portal is silent, in seconds; nil as long as that may be nothing.
    mutating func unanswered(_ portal: String, at now: Double) -> Double? {
        var first = now
        // A clock that was set back begins anew.
        if let known = misses[portal], (known.last...(known.last + Self.apart)).contains(now) { first = known.first }
        misses[portal] = (first, now)
        return now - first >= Self.patience ? first : nil
    }

    /// A call was answered, also by a refusal.
    mutating func answered(_ portal: String) { misses[portal] = nil }
}
