import GRDB

/// Finds the jobs that can start, inside a transaction. It asks once for each script with a job in front, however many
/// jobs wait behind it.
struct Claiming {
    private struct Candidate {
        let portal: String
        let script: String
        var job: Int
        var ready: Int
        var room: Int
    }

    let db: Database
    let limits: JobLimits
    let now: Stamp
    let lease: Stamp
    let owner: String

    func claim(portal: String?, most: Int) throws -> [Claim] {
        var claims: [Claim] = []
        var candidates = most > 0 ? try self.candidates(portal: portal) : []
        while claims.count < most,
            let next = candidates.indices.min(by: {
                (candidates[$0].ready, candidates[$0].job) < (candidates[$1].ready, candidates[$1].job)
            })
        {
            var candidate = candidates[next]
            claims.append(try start(candidate.job))
            candidate.room -= 1
            if candidate.room > 0, let head = try head(candidate.portal, candidate.script) {
                (candidate.job, candidate.ready) = head
                candidates[next] = candidate
            } else {
                candidates.remove(at: next)
            }
        }
        return claims
    }

    /// The oldest ready job of each script that may start one.
    private func candidates(portal: String?) throws -> [Candidate] {
        var candidates: [Candidate] = []
        var (atPortal, atScript) = (portal ?? "", "")
        while let row = try nextScript(atPortal, atScript), portal == nil || row["portal"] == portal {
            (atPortal, atScript) = (row["portal"], row["script"])
            let ready: Int = row["ready"]
            guard ready <= now.milliseconds else { continue }
            let room = try room(atPortal, atScript)
            guard room > 0 else { continue }
            candidates.append(
                Candidate(portal: atPortal, script: atScript, job: row["id"], ready: ready, room: room))
        }
        return candidates
    }

    /// The oldest job of the script that comes next. Compared as pairs, the jobs of the script before it would all be
    /// passed: SQLite finds the first of such pairs and looks at each of its rows.
    private func nextScript(_ portal: String, _ script: String) throws -> Row? {
        try db.row(
            """
            SELECT portal, script, ready, id FROM job INDEXED BY job_front
            WHERE front = 1 AND state IN ('waiting', 'snoozed') AND portal = ? AND script > ?
            ORDER BY script, ready, id LIMIT 1
            """,
            [portal, script])
            ?? db.row(
                """
                SELECT portal, script, ready, id FROM job INDEXED BY job_front
                WHERE front = 1 AND state IN ('waiting', 'snoozed') AND portal > ?
                ORDER BY portal, script, ready, id LIMIT 1
                """,
                [portal])
    }

    private func room(_ portal: String, _ script: String) throws -> Int {
        let most = limits.most(of: script)
        guard most > 0 else { return 0 }
        let isPaused = try db.exists(
            "SELECT 1 FROM script WHERE portal = ? AND script = ? AND paused IS NOT NULL", [portal, script])
        if isPaused { return 0 }
        let running = try db.integer(
            "SELECT count(*) FROM job WHERE portal = ? AND script = ? AND state = 'running'", [portal, script])
        return most - (running ?? 0)
    }

    private func head(_ portal: String, _ script: String) throws -> (job: Int, ready: Int)? {
        try db.row(
            """
            SELECT ready, id FROM job INDEXED BY job_front
            WHERE front = 1 AND state IN ('waiting', 'snoozed') AND portal = ? AND script = ? AND ready <= ?
            ORDER BY ready, id LIMIT 1
            """,
            [portal, script, now.milliseconds]
        ).map { ($0["id"], $0["ready"]) }
    }

    private func start(_ id: Int) throws -> Claim {
        let run = try db.insert(
            """
            INSERT INTO run (job, portal, script, attempt, owner, started)
            SELECT id, portal, script, attempts + 1, ?, ? FROM job WHERE id = ?
            """,
            [owner, now.milliseconds, id])
        try db.run(
            """
            UPDATE job SET state = 'running', attempts = attempts + 1, run = ?, owner = ?, lease = ?, reason = NULL
            WHERE id = ?
            """,
            [run, owner, lease.milliseconds, id])
        guard let row = try db.row("SELECT * FROM job WHERE id = ?", [id]) else {
            throw LedgerError.refused("There is no job \(id).")
        }
        let job = Job(row)
        let event = row["event"] as Int?
        let stored = try event.flatMap { try db.row("SELECT * FROM event WHERE id = ?", [$0]) }.map(StoredEvent.init)
        let merged =
            job.merged == 0
            ? []
            : try db.integers("SELECT event FROM job_event WHERE job = ? AND event <> ? ORDER BY event", [id, event])
        return Claim(job: job, run: run, attempt: job.attempts, owner: owner, event: stored, merged: merged)
    }
}
