/// How a run ends, and what becomes of its job.
public enum Ending: Sendable, Hashable {
    /// The job succeeded.
    case done
    /// The job is tried again, not before a moment.
    case retry(at: Stamp, reason: String)
    /// The job failed for good.
    case dead(reason: String)
    /// The job waits until a moment, as the script has asked for; the attempt isn't counted.
    case snoozed(until: Stamp, reason: String)
    /// The job was cancelled while it ran.
    case cancelled(reason: String)
    /// The run ended with the host, and what it had done is unknown.
    case interrupted(reason: String)
    /// The host stops; the job waits again, and the attempt isn't counted.
    case handedBack(reason: String)

    /// The word that a run's record has for it.
    public var outcome: String {
        switch self {
        case .done: "done"
        case .retry: "retry"
        case .dead: "dead"
        case .snoozed: "snoozed"
        case .cancelled: "cancelled"
        case .interrupted: "interrupted"
        case .handedBack: "handed back"
        }
    }

    /// Why; nil if it succeeded.
    public var reason: String? {
        switch self {
        case .done: nil
        case .retry(_, let reason), .dead(let reason), .snoozed(_, let reason), .cancelled(let reason),
            .interrupted(let reason), .handedBack(let reason):
            reason
        }
    }

    /// Where the job is afterwards.
    public var state: JobState {
        switch self {
        case .done: .done
        case .retry, .handedBack: .waiting
        case .dead: .dead
        case .snoozed: .snoozed
        case .cancelled: .cancelled
        case .interrupted: .interrupted
        }
    }

    /// Whether the job has failed and goes on only if a person wants it.
    public var needsPerson: Bool { state == .dead || state == .interrupted }

    /// Whether the attempt is counted.
    var counts: Bool {
        switch self {
        case .snoozed, .handedBack: false
        default: true
        }
    }

    /// When the job is ready again, if it says so.
    var ready: Stamp? {
        switch self {
        case .retry(let at, _), .snoozed(let at, _): at
        default: nil
        }
    }

    /// The same for a job that was asked to end: it doesn't wait again.
    func heeding(_ cancelling: String?) -> Ending {
        guard let cancelling, state.isUnfinished else { return self }
        return .cancelled(reason: cancelling)
    }
}
