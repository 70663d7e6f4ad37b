import Ledger

/// What came of a run, for the ledger and for people.
struct JobOutcome: Sendable {
    /// What becomes of the job.
    var ending: Ending
    /// The script's line that failed.
    var line: Int?
    /// How many requests the run took.
    var requests = 0
    /// Whether the run has failed by itself, and was not stopped from outside.
    var isOwnFailure = false
    /// Whether the portal refused the credential.
    var hasDeadCredential = false

    /// Whether the portal has answered the run, so that it takes the credential.
    var hasAnswer = false

    /// Whether the run has failed as the portal didn't answer.
    var isUnanswered = false

    /// The ending that a verdict means.
    init(_ verdict: RetryPlan.Verdict, now: Stamp) {
        ending =
            switch verdict {
            case .retry(let after, let reason): .retry(at: now.adding(seconds: after), reason: reason)
            case .snoozed(let after, let reason): .snoozed(until: now.adding(seconds: after), reason: reason)
            case .dead(let reason): .dead(reason: reason)
            case .cancelled(let reason): .cancelled(reason: reason)
            case .interrupted(let reason): .interrupted(reason: reason)
            }
    }

    init(_ ending: Ending) { self.ending = ending }

    /// The outcome with the ending that the ledger has recorded.
    func ended(_ ending: Ending) -> JobOutcome {
        var outcome = self
        outcome.ending = ending
        return outcome
    }
}
