import GRDB

/// A moment of a script takes the place of its earlier ones, inside the transaction that gives it a job: if that one is
/// lost, the earlier jobs go on.
struct SlotReplacement {
    let portal: String
    let script: String
    let reason: String
    let now: Stamp

    /// Cancels the script's jobs for earlier moments that wait, and asks those that run to end.
    func makeRoom(in db: Database) throws {
        // Jobs of moments have no lane, so nothing else gets into the first place.
        try db.run(
            """
            UPDATE job SET state = 'cancelled', reason = ?, finished = ?, front = 0
            WHERE portal = ? AND script = ? AND state IN ('waiting', 'snoozed') AND cause = 'slot'
            """,
            [reason, now.milliseconds, portal, script])
        try db.run(
            """
            UPDATE job SET cancelling = coalesce(cancelling, ?)
            WHERE portal = ? AND script = ? AND state = 'running' AND cause = 'slot'
            """,
            [reason, portal, script])
    }
}
