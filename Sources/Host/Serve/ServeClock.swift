import FoundationEssentials
import Ledger
import Timetable

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

extension Stamp {
    /// The same time to the second.
    var moment: Moment { Moment(unixSeconds: (milliseconds - (milliseconds < 0 ? 999 : 0)) / 1_000) }
    /// Seconds since 1970.
    var seconds: Double { Double(milliseconds) / 1_000 }

    init(_ moment: Moment) { self.init(milliseconds: moment.unixSeconds * 1_000) }

    init(seconds: Double) { self.init(milliseconds: Int(seconds * 1_000)) }
}
