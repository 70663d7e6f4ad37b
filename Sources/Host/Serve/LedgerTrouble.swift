import Ledger

/// Decides what is said of a ledger that can't do its work. What fails is tried again each second, and the log must not
/// become one of that, the less as it may be on the same full disk: each kind of work is told of at once and then once
/// a minute, and the end once.
struct LedgerTrouble: Sendable {
    /// What needs the ledger.
    enum Work: Hashable, Sendable {
        /// Jobs are taken from it.
        case taking
        /// What runs came to is recorded.
        case outcomes
        /// The slots that are due are recorded.
        case slots
        /// It is looked whether it can be written at all.
        case look

        /// What is not done.
        var complaint: String {
            switch self {
            case .taking: "no job can be taken"
            case .outcomes: "the outcome of a run can't be recorded yet"
            case .slots: "the slots that are due can't be recorded yet"
            case .look: "the ledger can't be written"
            }
        }
    }

    /// Between two lines about one kind of work, in seconds.
    static let pause = 60.0

    private struct Said {
        var at: Stamp
        var silent = 0
    }

    private var said: [Work: Said] = [:]
    private var failing: Set<Work> = []
    private var since: Stamp?
    /// Whether a line has told of what is failing.
    private var isKnown = false

    /// A work has failed.
    ///
    /// - Returns: how often it has since the last line about it, this time included; nil if nothing is to be said.
    mutating func failed(_ work: Work, at now: Stamp) -> Int? {
        since = since ?? now
        failing.insert(work)
        // A clock that was set back must not keep it silent.
        if let last = said[work], abs(now.seconds - last.at.seconds) < Self.pause {
            said[work]?.silent += 1
            return nil
        }
        let times = (said[work]?.silent ?? 0) + 1
        said[work] = Said(at: now)
        isKnown = true
        return times
    }

    /// A work was done.
    ///
    /// - Returns: for how many seconds there was trouble, if that is over and was told of; else nil.
    mutating func succeeded(_ work: Work, at now: Stamp) -> Double? {
        guard failing.remove(work) != nil, failing.isEmpty else { return nil }
        defer { (since, isKnown) = (nil, false) }
        guard isKnown, let since else { return nil }
        return max(0, now.seconds - since.seconds)
    }
}
