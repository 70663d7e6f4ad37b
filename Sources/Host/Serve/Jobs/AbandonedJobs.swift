import JSON
import Ledger
import Logging
import Scripting

/// Jobs that ran when the program ended: they are tried again where that does no harm, else a person is asked.
struct AbandonedJobs: Sendable {
    let ledger: Ledger
    let owner: String
    let clock: ServeClock
    let logger: Logger

    /// Ends their runs. Whom to tell is noted in the ledger; `DaemonStaff.catchUp` tells them.
    func settle() async throws(LedgerError) {
        let now = clock.now()
        let jobs = try await ledger.abandoned(now: now, owner: owner)
        guard !jobs.isEmpty else { return }
        let known = (try? await ledger.definitions()) ?? [:]
        for job in jobs {
            guard let run = job.run else { continue }
            let made = try await ledger.changes(run: run)
            let changes = RetryPlan.Changes(count: made.count, unknown: made.unknown)
            let definition = known[job.script].flatMap { try? JSONValue(parsing: $0.body) }.flatMap { Definition($0) }
            let plan = definition.map { RetryPlan($0) } ?? RetryPlan()
            let outcome = JobOutcome(plan.verdict(onCrashAt: job.attempts, changes: changes), now: now)
            _ = try await ledger.finish(run: run, owner: owner, ending: outcome.ending, now: now)
            logger.warning(
                "a job had been cut off: \(outcome.ending.reason ?? "")",
                metadata: ["script": "\(job.script)", "job": "\(job.id)"])
        }
    }
}
