import GRDB

extension Ledger {
    /// How many jobs are touched in one transaction: a daemon waits no longer for its own.
    private static let together = 1_000

    /// Cancels all jobs of a script that wait, are snoozed, dead or interrupted; `portal` nil means all portals. Those
    /// that run go on. It isn't one transaction, as there may be many: jobs that are recorded meanwhile are left.
    ///
    /// - Returns: how many were cancelled.
    public func cancelAll(
        of script: String, portal: String? = nil, reason: String, now: Stamp
    ) async throws(LedgerError) -> Int {
        let states = JobState.allCases.filter(\.canCancel)
        guard let last = try await read({ db in try db.integer("SELECT max(id) FROM job") }) else { return 0 }
        var count = 0
        for place in try await portals(of: script, portal) {
            let owner = PlanOwner(portal: place, script: script)
            var found = 0
            repeat {
                found = 0
                for state in states {
                    found += try await cancelSome(owner, state, upTo: last, reason: reason, now: now)
                }
                count += found
                // One that ran meanwhile may have come back to a state that was passed.
            } while found > 0
        }
        return count
    }

    /// How many jobs wait or are snoozed, by the portal and the script; those without any are left out. What has ended is
    /// not passed, however much that is.
    public func waitingJobs() async throws(LedgerError) -> [PlanOwner: Int] {
        try await read { db in
            // Behind the front ones are only jobs with a lane.
            let rows = try db.rows(
                """
                SELECT portal, script, count(*) AS count FROM job INDEXED BY job_front
                WHERE front = 1 AND state IN ('waiting', 'snoozed') GROUP BY portal, script
                UNION ALL
                SELECT portal, script, sum(front = 0 AND state <> 'running') FROM job INDEXED BY job_lane
                WHERE lane IS NOT NULL AND state IN ('waiting', 'snoozed', 'running') GROUP BY portal, script
                """)
            var counts: [PlanOwner: Int] = [:]
            for row in rows {
                let count: Int = row["count"]
                if count > 0 { counts[PlanOwner(portal: row["portal"], script: row["script"]), default: 0] += count }
            }
            return counts
        }
    }

    /// The portals that have jobs, or the one that is meant.
    private func portals(of script: String, _ portal: String?) async throws(LedgerError) -> [String] {
        if let portal { return [portal] }
        return try await read { db in
            var portals: [String] = []
            while let next = try db.row(
                "SELECT portal FROM job WHERE portal > ? ORDER BY portal LIMIT 1", [portals.last ?? ""])
            {
                portals.append(next["portal"])
            }
            return portals
        }
    }

    private func cancelSome(
        _ owner: PlanOwner, _ state: JobState, upTo last: Int, reason: String, now: Stamp
    ) async throws(LedgerError) -> Int {
        try await write(wakes: true) { db in
            // From the last one on, so that no job comes to the front that is cancelled, too.
            let rows = try db.rows(
                """
                SELECT id, portal, script, lane FROM job INDEXED BY job_state
                WHERE portal = ? AND script = ? AND state = ? AND id <= ? ORDER BY id DESC LIMIT ?
                """,
                [owner.portal, owner.script, state.rawValue, last, Self.together])
            for row in rows {
                try Self.cancel(row["id"], of: JobLane(row), reason: reason, now: now, in: db)
            }
            return rows.count
        }
    }
}
