import GRDB

extension Ledger {
    /// Adds a job that somebody wants, with an `argument` for the script. It is ready at once, unless `ready` says when.
    public func addJob(
        portal: String, script: String, by person: String, argument: [UInt8]? = nil, lane: String? = nil,
        ready: Stamp? = nil, now: Stamp
    ) async throws(LedgerError) -> Int {
        let job = NewJob(
            portal: portal, script: script, cause: .person(by: person), argument: argument, lane: lane,
            ready: ready ?? now, created: now)
        return try await write(wakes: true) { db in try job.insert(in: db) }
    }

    /// Cancels a job that waits, is snoozed, dead or interrupted, and returns true. One that is running is asked to end
    /// (`cancelRequests`), which returns true, too. Any other is left as it is.
    public func cancel(_ job: Int, reason: String, now: Stamp) async throws(LedgerError) -> Bool {
        try await write(wakes: true) { db in
            guard let row = try db.row("SELECT portal, script, lane, state FROM job WHERE id = ?", [job]),
                let state = JobState(rawValue: row["state"])
            else { return false }
            if state == .running {
                return try db.changes(
                    "UPDATE job SET cancelling = coalesce(cancelling, ?) WHERE id = ?", [reason, job])
            }
            guard state.canCancel else { return false }
            try Self.cancel(job, of: JobLane(row), reason: reason, now: now, in: db)
            return true
        }
    }

    /// The running jobs of `owner` that were asked to end, with the reasons.
    public func cancelRequests(owner: String) async throws(LedgerError) -> [Int: String] {
        try await read { db in
            let rows = try db.rows(
                "SELECT id, cancelling FROM job WHERE state = 'running' AND owner = ? AND cancelling IS NOT NULL",
                [owner])
            return Dictionary(rows.map { ($0["id"], $0["cancelling"]) }) { first, _ in first }
        }
    }

    /// Makes a job that is dead, interrupted, cancelled or stopped wait again, with its attempts counted anew. Any other
    /// is left as it is, which returns false.
    public func retry(_ job: Int, now: Stamp) async throws(LedgerError) -> Bool {
        try await write(wakes: true) { db in
            guard let row = try db.row("SELECT portal, script, lane, state FROM job WHERE id = ?", [job]),
                JobState(rawValue: row["state"])?.canRetry == true
            else { return false }
            try db.run(
                """
                UPDATE job SET state = 'waiting', ready = ?, attempts = 0, retries = retries + 1, finished = NULL,
                reason = NULL, cancelling = NULL, owner = NULL, lease = NULL WHERE id = ?
                """,
                [now.milliseconds, job])
            try JobLane(row).settleFront(after: job, in: db)
            return true
        }
    }

    static func cancel(_ job: Int, of lane: JobLane, reason: String, now: Stamp, in db: Database) throws {
        try db.run(
            "UPDATE job SET state = 'cancelled', reason = ?, finished = ? WHERE id = ?",
            [reason, now.milliseconds, job])
        try lane.settleFront(after: job, in: db)
    }
}
