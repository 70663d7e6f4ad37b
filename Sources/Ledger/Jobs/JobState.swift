/// Where a job is.
public enum JobState: String, Sendable, Hashable, CaseIterable {
    /// It starts when it is ready and nothing is in its way.
    case waiting
    /// A run is at work.
    case running
    /// It waits as its script has asked for.
    case snoozed
    /// It succeeded.
    case done
    /// It failed and isn't tried again by itself.
    case dead
    /// Somebody has cancelled it.
    case cancelled
    /// Its run ended with the host, and what it had done is unknown.
    case interrupted
    /// It was never allowed to run.
    case stopped

    /// Whether it will go on by itself.
    public var isUnfinished: Bool {
        switch self {
        case .waiting, .running, .snoozed: true
        default: false
        }
    }

    /// Whether it can be made to wait again.
    public var canRetry: Bool {
        switch self {
        case .dead, .interrupted, .cancelled, .stopped: true
        default: false
        }
    }

    /// Whether it can be cancelled at once; a running one can only be asked to end.
    public var canCancel: Bool {
        switch self {
        case .waiting, .snoozed, .interrupted, .dead: true
        default: false
        }
    }
}
