/// How a ledger is opened.
public struct LedgerOptions: Sendable {
    /// Seconds that a write waits for another program's write before it is given up as `LedgerError.locked`.
    public var busyTimeout: Double
    /// Writes that may wait for the disk at once; one more is refused as `LedgerError.busy`.
    public var mostPending: Int
    /// What tokens are sealed with; without it they can be neither written nor read.
    public var sealing: SealingKey?

    /// Options with sensible defaults.
    public init(busyTimeout: Double = 5, mostPending: Int = 10_000, sealing: SealingKey? = nil) {
        self.busyTimeout = busyTimeout
        self.mostPending = mostPending
        self.sealing = sealing
    }
}
