import Alerts
import Ledger

/// A run after which a person is needed: its job goes on only if somebody wants it.
struct FailedRun: Hashable, Sendable {
    /// Its number.
    let run: Int
    /// Its job's number.
    let job: Int
    /// The portal that it worked with.
    let portal: String
    /// The script that ran.
    let script: String
    /// What people are told.
    let kind: AlertKind
    /// Why it failed.
    let reason: String

    /// A run that has just ended; nil if no person is needed.
    init?(_ claim: Claim, _ ending: Ending) {
        guard ending.needsPerson else { return nil }
        (run, job, portal, script) = (claim.run, claim.job.id, claim.job.portal, claim.job.script)
        kind = ending.state == .interrupted ? .interrupted : .failed
        reason = ending.reason ?? ""
    }

    /// A run as the ledger has it; nil for one that hasn't ended.
    init?(_ record: RunRecord) {
        guard record.ended != nil else { return nil }
        (run, job, portal, script) = (record.id, record.job, record.portal, record.script)
        kind = record.outcome == JobState.interrupted.rawValue ? .interrupted : .failed
        reason = record.reason ?? ""
    }
}
