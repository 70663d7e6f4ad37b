import GRDB

extension Ledger {
    /// Adds lines to a run's log.
    public func note(run: Int, lines: [LogLine]) async throws(LedgerError) {
        guard !lines.isEmpty else { return }
        try await write { db in
            for line in lines {
                try db.run(
                    "INSERT INTO log_line (run, at, level, text) VALUES (?, ?, ?, ?)",
                    [run, line.at.milliseconds, line.level, line.text])
            }
        }
    }

    /// Ends a run and moves its job on. A job that was asked to end doesn't wait again: it is cancelled. A run that
    /// somebody has to be told of is `untold` until `keep` says that they are.
    ///
    /// - Parameters:
    ///   - line: the script's line that failed.
    ///   - requests: what the run took.
    ///   - isOwnFailure: whether an interrupted run has failed by itself, and not with the host.
    /// - Returns: how the run ended, as it is recorded; nil, with nothing changed, if the job isn't this run's and this
    ///   owner's any more.
    public func finish(
        run: Int, owner: String, ending: Ending, line: Int? = nil, requests: Int = 0, isOwnFailure: Bool = false,
        now: Stamp
    ) async throws(LedgerError) -> Ending? {
        try await write(wakes: true) { db in
            let row = try db.row(
                """
                SELECT id, portal, script, lane, cancelling FROM job
                WHERE id = (SELECT job FROM run WHERE id = ?) AND run = ? AND owner = ? AND state = 'running'
                """,
                [run, run, owner])
            guard let row else { return nil }
            let ending = ending.heeding(row["cancelling"])
            try db.run(
                "UPDATE run SET ended = ?, outcome = ?, reason = ?, line = ?, requests = ? WHERE id = ?",
                [now.milliseconds, ending.outcome, ending.reason, line, requests, run])
            try Self.move(row["id"], to: ending, now: now, in: db)
            try JobLane(row).settleFront(after: row["id"], in: db)
            try Self.count(ending, isOwnFailure: isOwnFailure, of: JobLane(row), in: db)
            if ending.needsPerson { try db.run("INSERT INTO untold VALUES (?)", [run]) }
            return ending
        }
    }

    /// Ends the run of a claim; see `finish(run:owner:ending:line:requests:isOwnFailure:now:)`.
    public func finish(
        _ claim: Claim, _ ending: Ending, line: Int? = nil, requests: Int = 0, isOwnFailure: Bool = false, now: Stamp
    ) async throws(LedgerError) -> Ending? {
        try await finish(
            run: claim.run, owner: claim.owner, ending: ending, line: line, requests: requests,
            isOwnFailure: isOwnFailure, now: now)
    }

    /// The runs that have ended so that somebody has to be told, and nobody was yet, in the order in which they began.
    public func untold() async throws(LedgerError) -> [RunRecord] {
        try await read { db in
            try db.rows("SELECT run.* FROM untold JOIN run ON run.id = untold.run ORDER BY run.id").map(RunRecord.init)
        }
    }

    /// Records what a run has brought to somebody.
    public func addDelivery(
        run: Int, kind: String, target: String, digest: String, now: Stamp
    ) async throws(LedgerError) {
        try await write { db in
            try db.run(
                """
                INSERT INTO delivery (run, job, kind, target, digest, at)
                VALUES (?, (SELECT job FROM run WHERE id = ?), ?, ?, ?, ?)
                """,
                [run, run, kind, target, digest, now.milliseconds])
        }
    }

    /// What all runs of a job have delivered, oldest first.
    public func deliveries(job: Int) async throws(LedgerError) -> [Delivery] {
        try await read { db in
            try db.rows("SELECT * FROM delivery WHERE job = ? ORDER BY id", [job]).map(Delivery.init)
        }
    }

    private static func move(_ job: Int, to ending: Ending, now: Stamp, in db: Database) throws {
        try db.run(
            """
            UPDATE job SET state = ?, reason = ?, ready = coalesce(?, ready), attempts = attempts - ?,
            finished = ?, owner = NULL, lease = NULL, cancelling = NULL WHERE id = ?
            """,
            [
                ending.state.rawValue, ending.reason, ending.ready?.milliseconds, ending.counts ? 0 : 1,
                ending.state.isUnfinished ? nil : now.milliseconds, job,
            ])
    }

    /// Jobs that failed in a row are counted over all jobs of a script, each once, however often it was tried. What says
    /// nothing of the script changes nothing.
    private static func count(_ ending: Ending, isOwnFailure: Bool, of job: JobLane, in db: Database) throws {
        switch ending {
        case .done:
            try db.run(
                "UPDATE script SET failures = 0 WHERE portal = ? AND script = ? AND failures <> 0",
                [job.portal, job.script])
        case .interrupted where !isOwnFailure: break
        case .dead, .interrupted:
            try db.run(
                """
                INSERT INTO script (portal, script, failures) VALUES (?, ?, 1)
                ON CONFLICT DO UPDATE SET failures = failures + 1
                """,
                [job.portal, job.script])
        case .retry, .snoozed, .cancelled, .handedBack: break
        }
    }
}
