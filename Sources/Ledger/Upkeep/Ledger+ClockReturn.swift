import GRDB

extension Ledger {
    /// Lets go on what a clock that was ahead has put off: jobs that were recorded, or whose last run has ended, at a
    /// time that is still to come, and messages of such a time. Each waits for as long as it was meant to, from now on,
    /// and the times that are still to come become now.
    ///
    /// - Parameter tolerance: clocks are put right by so many seconds all the time.
    /// - Returns: how many jobs and messages there were.
    public func takeBackClock(now: Stamp, tolerance: Double = 60) async throws(LedgerError) -> Int {
        let (now, edge) = (now.milliseconds, now.adding(seconds: tolerance).milliseconds)
        let isDue = try await read { db in
            try db.exists(Self.jobsAhead, [now, edge]) || db.exists(Self.messagesAhead, [edge])
        }
        guard isDue else { return 0 }
        return try await write(wakes: true) { db in
            let jobs = try db.rows(Self.jobsAhead, [now, edge])
            for row in jobs {
                // What was meant to wait, counted from when that was decided.
                let wait = max(0, (row["ready"] as Int) - (row["decided"] as Int))
                let job: Int = row["id"]
                try db.run(
                    "UPDATE job SET ready = ?, created = min(created, ?) WHERE id = ?", [now + wait, now, job])
                try db.run(
                    """
                    UPDATE run SET started = min(started, ?), ended = min(ended, ?)
                    WHERE id = (SELECT run FROM job WHERE id = ?)
                    """,
                    [now, now, job])
            }
            let messages = try db.rows(Self.messagesAhead, [edge])
            for row in messages {
                try db.run("UPDATE message SET created = ?, ready = ? WHERE id = ?", [now, now, row["id"] as Int])
            }
            return jobs.count + messages.count
        }
    }

    /// Jobs in front that aren't ready yet and were put there later than it is now. Those behind them come to the front
    /// in time, and are found then.
    private static let jobsAhead = """
        SELECT id, ready, decided FROM (
            SELECT id, ready, max(created, coalesce((SELECT ended FROM run WHERE run.id = job.run), 0)) AS decided
            FROM job INDEXED BY job_ready
            WHERE front = 1 AND state IN ('waiting', 'snoozed') AND ready > ?)
        WHERE decided > ?
        """

    private static let messagesAhead = "SELECT id FROM message WHERE state = 'waiting' AND created > ?"
}
