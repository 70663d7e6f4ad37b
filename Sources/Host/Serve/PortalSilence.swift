/// Tells a portal that is away from one that has missed a call or two.
struct PortalSilence: Hashable, Sendable {
    /// When the first call of each portal was not answered after which none was, in seconds.
    private var since: [String: Double] = [:]

    /// How long a portal must not have answered, in seconds: an update of it takes a few minutes.
    static let patience = 300.0

    /// A call was not answered.
    ///
    /// - Returns: since when the portal is silent, in seconds; nil as long as that may be nothing.
    mutating func unanswered(_ portal: String, at now: Double) -> Double? {
        // A clock that was set back begins anew.
        let first = min(since[portal] ?? now, now)
        since[portal] = first
        return now - first >= Self.patience ? first : nil
    }

    /// A call was answered, also by a refusal.
    mutating func answered(_ portal: String) { since[portal] = nil }
}
