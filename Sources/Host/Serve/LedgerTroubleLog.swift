import Ledger
import Logging
import Synchronization

/// Tells the log of a ledger that can't do its work, and of the end of that.
final class LedgerTroubleLog: Sendable {
    private let clock: ServeClock
    private let logger: Logger
    private let trouble = Mutex(LedgerTrouble())

    init(clock: ServeClock, logger: Logger) {
        self.clock = clock
        self.logger = logger
    }

    /// A work has failed.
    ///
    /// - Parameter facts: what it was about.
    func failed(_ work: LedgerTrouble.Work, _ error: LedgerError, _ facts: Logger.Metadata = [:]) {
        let now = clock.now()
        guard let times = trouble.withLock({ $0.failed(work, at: now) }) else { return }
        var facts = facts
        facts["reason"] = "\(error)"
        if times > 1 { facts["times"] = "\(times)" }
        logger.error("\(work.complaint)", metadata: facts)
    }

    /// A work was done.
    func succeeded(_ work: LedgerTrouble.Work) {
        let now = clock.now()
        guard let seconds = trouble.withLock({ $0.succeeded(work, at: now) }) else { return }
        logger.notice("the ledger can be written again", metadata: ["lasted": "\(Self.text(seconds))"])
    }

    /// A duration for people.
    static func text(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        if whole < 120 { return "\(whole) s" }
        let minutes = Int((seconds / 60).rounded())
        return minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
