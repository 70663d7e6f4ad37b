import FoundationEssentials
import Ledger

/// The time that `serve` lives by: the machine's, which may be set. Replaceable, so that tests need not wait.
struct ServeClock: Sendable {
    /// The time of day.
    let now: @Sendable () -> Stamp
    /// Sleeps for some seconds.
    let sleep: @Sendable (Double) async throws -> Void

    /// The machine's.
    static let machine = ServeClock(
        now: { Stamp(milliseconds: Int(Date().timeIntervalSince1970 * 1_000)) },
        sleep: { try await Task.sleep(for: .seconds($0), tolerance: .milliseconds(1)) })
}
