import Host
import Ledger
import Timetable

/// When one script runs, and what became of the times that were.
struct SchedulePlan: Sendable {
    /// A time that was decided.
    struct Past: Sendable {
        let slot: SlotRecord
        /// Its job; nil if it was skipped or is forgotten.
        let job: Job?

        /// What became of it, in a few words.
        var outcome: String {
            if let skipped = slot.skipped { return "skipped: \(skipped)" }
            guard let job else { return slot.job.map { "job \($0), which is kept no more" } ?? "skipped" }
            return "\(job.state.rawValue), job \(job.id)" + (job.reason.map { ": \($0)" } ?? "")
        }
    }

    /// The script's file.
    let script: String
    /// The portal that it runs on.
    let portal: String
    /// The zone of its times.
    let zone: Zone
    /// Its schedules as they are written.
    let schedules: [String]
    /// The next times.
    let next: [Moment]
    /// Why it is paused; nil if it isn't.
    private(set) var pause: PausedScript?
    /// The times that were, latest first.
    private(set) var past: [Past] = []

    /// The plan of a script from now on.
    init(_ scheduled: WorkspaceScripts.Scheduled, now: Stamp, count: Int) {
        script = scheduled.script
        portal = scheduled.portal
        zone = scheduled.rule.zone
        schedules = scheduled.rule.schedules.map(\.description)
        next = scheduled.next(after: now.moment, most: count)
    }

    /// Reads what the ledger knows of it.
    mutating func read(_ ledger: Ledger, most: Int) async throws(LedgerError) {
        pause = try await ledger.paused().first { $0.script == script && $0.portal == portal }
        for slot in try await ledger.slots(portal: portal, script: script, most: most) {
            var job: Job?
            if let id = slot.job { job = try await ledger.job(id) }
            past.append(Past(slot: slot, job: job))
        }
    }
}
