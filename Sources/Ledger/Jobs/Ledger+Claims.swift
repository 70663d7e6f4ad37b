import GRDB

extension Ledger {
    /// Begins up to `most` jobs, those that are ready longest first, and a run for each. Left out are jobs of paused
    /// scripts, of scripts that run as many as they may, and those with an earlier unfinished job of the same script
    /// and lane. `portal` nil means all of them. The jobs are the `owner`'s until `lease`, which it has to renew.
    public func claim(
        portal: String? = nil, most: Int, limits: JobLimits, now: Stamp, lease: Stamp, owner: String
    ) async throws(LedgerError) -> [Claim] {
        try await write { db in
            try Claiming(db: db, limits: limits, now: now, lease: lease, owner: owner)
                .claim(portal: portal, most: most)
        }
    }

    /// Keeps these runs of `owner` for longer. Returns how many of them there are.
    @discardableResult
    public func renew(_ runs: [Int], owner: String, until lease: Stamp) async throws(LedgerError) -> Int {
        try await write { db in
            try runs.count { run in
                try db.changes(
                    "UPDATE job SET lease = ? WHERE id = (SELECT job FROM run WHERE id = ?) AND run = ? "
                        + "AND state = 'running' AND owner = ?",
                    [lease.milliseconds, run, run, owner])
            }
        }
    }

    /// The first moment after `moment` when another job gets ready; nil if none does. Jobs that are ready already and
    /// wait for something else are not meant.
    public func nextReady(after moment: Stamp) async throws(LedgerError) -> Stamp? {
        try await read { db in
            try db.integer(
                """
                SELECT min(ready) FROM job INDEXED BY job_ready
                WHERE front = 1 AND state IN ('waiting', 'snoozed') AND ready > ?
                """,
                [moment.milliseconds]
            ).map(Stamp.init(milliseconds:))
        }
    }

    /// Running jobs whose lease has run out or which another owner has begun. They become `owner`'s, who ends each with
    /// `finish(run: job.run, owner: owner, …)`, given what `changes(run:)` says that the run had done. Until then they
    /// are returned again, also after another stop; who had them before can't finish them any more.
    public func abandoned(now: Stamp, owner: String) async throws(LedgerError) -> [Job] {
        try await write { db in
            // The way by the index is told: in the order of their numbers all jobs that there ever were would be passed.
            let rows = try db.rows(
                """
                SELECT * FROM job INDEXED BY job_running WHERE state = 'running' AND (owner <> ? OR lease <= ?)
                """,
                [owner, now.milliseconds])
            for row in rows {
                let job: Int = row["id"]
                try db.run(
                    "UPDATE job SET owner = ?, lease = min(lease, ?) WHERE id = ?", [owner, now.milliseconds, job])
            }
            return rows.map(Job.init).sorted { $0.id < $1.id }
        }
    }
}
