import GRDB

/// What a clock that was ahead has decided of moments that are still to come, taken back inside a transaction: what was
/// skipped is open again, as is what has a job that didn't begin. What was run stays decided.
struct SlotReturn {
    private static let reason = "the clock was ahead, and the slot is still to come"

    private let owner: [String]
    private let after: Int
    private let now: Int

    init(of settlement: SlotSettlement, now: Stamp) {
        owner = [settlement.portal, settlement.script]
        after = settlement.plan.through.milliseconds
        self.now = now.milliseconds
    }

    func reopen(in db: Database) throws {
        let arguments = StatementArguments(owner) + [after]
        try db.run(
            """
            DELETE FROM slot WHERE portal = ? AND script = ? AND due > ? AND (skipped IS NOT NULL OR job IN (
                SELECT id FROM job WHERE job.portal = slot.portal AND job.script = slot.script
                AND state = 'waiting' AND attempts = 0 AND retries = 0))
            """, arguments)
        let its = "portal = ? AND script = ? AND cause = 'slot' AND due > ?"
        try db.run(
            """
            UPDATE job SET state = 'cancelled', front = 0, reason = ?, finished = ?
            WHERE \(its) AND state = 'waiting' AND attempts = 0 AND retries = 0
            """, [Self.reason, now] + arguments)
        // Else a job that waits for its next attempt would keep all moments up to then from running.
        try db.run(
            "UPDATE job SET ready = min(ready, ?) WHERE \(its) AND state IN ('waiting', 'snoozed')", [now] + arguments)
    }
}
