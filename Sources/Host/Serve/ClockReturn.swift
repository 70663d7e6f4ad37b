/// Decides whether it is the clock that was ahead, where the ledger has times that are still to come: a machine without a
/// clock of its own is behind until it has asked for the time.
struct ClockReturn: Hashable, Sendable {
    private var last: Double?
    private var wasSeen = false
    private var looks = 0

    /// So far a clock is set back at once, in seconds, where it isn't only put right.
    static let least = 60.0
    /// After so many looks the clock has been asked for long enough.
    static let enough = 40

    /// Takes a look at the clock.
    ///
    /// - Returns: whether times that are still to come are wrong.
    mutating func look(at now: Double) -> Bool {
        if let last, now < last - Self.least { wasSeen = true }
        last = now
        looks = min(looks + 1, Self.enough)
        return wasSeen || looks == Self.enough
    }
}
