/// The time that a portal's limits and pauses are counted in. Replaceable, so that tests need not wait.
public struct PortalClock: Sendable {
    /// Seconds since some moment; never goes back.
    public let now: @Sendable () -> Double
    /// Sleeps for some seconds.
    public let sleep: @Sendable (Double) async throws -> Void

    /// A clock.
    public init(now: @escaping @Sendable () -> Double, sleep: @escaping @Sendable (Double) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's.
    public static let machine: PortalClock = {
        let start = ContinuousClock.now
        return PortalClock(
            now: { (ContinuousClock.now - start) / .seconds(1) },
            sleep: { try await Task.sleep(for: .seconds($0), tolerance: .milliseconds(1)) })
    }()
}
