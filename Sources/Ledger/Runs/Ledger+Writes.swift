import GRDB

/// A change that a script of this host has made.
public struct HostWrite: Sendable, Hashable {
    /// The job that has made it.
    public let job: Int
    /// The job's script.
    public let script: String
    /// The job's depth.
    public let depth: Int
    /// When it was about to be sent.
    public let at: Stamp
    /// The method that was called.
    public let method: String
}

extension HostWrite {
    fileprivate init(_ row: Row) {
        self.init(
            job: row["id"], script: row["script"], depth: row["depth"], at: row.moment("at"), method: row["method"])
    }
}

/// What became of a change that was sent.
public enum WriteOutcome: String, Sendable, Hashable {
    /// The portal has done it.
    case answered
    /// The portal has refused it.
    case failed
    /// Nobody knows whether it was done.
    case unknown
}

/// The changes of a run in numbers.
public struct ChangeCount: Sendable, Hashable {
    /// All that were about to be sent.
    public let count: Int
    /// Those without an answer: whether they were done is not known.
    public let unknown: Int
}

extension Ledger {
    /// Records that a run is about to change some things, all of them or none, and returns the changes' numbers in their
    /// order. Only when this has returned may they be sent: then none was ever sent that the ledger doesn't know of. A
    /// run that has ended is refused. The entity of a change is nil where it isn't known yet.
    public func noteWrites(
        run: Int, _ changes: [(method: String, entity: String?)], now: Stamp
    ) async throws(LedgerError) -> [Int] {
        try await write { db in
            guard let row = try db.row("SELECT portal FROM run WHERE id = ? AND ended IS NULL", [run]) else {
                throw LedgerError.refused(
                    "The run \(run) has ended, so it may change nothing more; start the job again.")
            }
            return try changes.map { change in
                try db.insert(
                    "INSERT INTO write (run, portal, method, entity, at) VALUES (?, ?, ?, ?, ?)",
                    [run, row["portal"] as String, change.method, change.entity, now.milliseconds])
            }
        }
    }

    /// Records one change that a run is about to make; see `noteWrites(run:_:now:)`.
    public func noteWrite(
        run: Int, method: String, entity: String?, now: Stamp
    ) async throws(LedgerError) -> Int {
        guard let number = try await noteWrites(run: run, [(method, entity)], now: now).first else {
            throw .refused("The change \(method) of the run \(run) can't be recorded; start the job again.")
        }
        return number
    }

    /// How many changes a run has made or was about to make, without those that the portal has refused, and of how many
    /// nobody knows what became. A run that the host has lost and that has made none can be repeated.
    public func changes(run: Int) async throws(LedgerError) -> ChangeCount {
        try await read { db in
            let row = try db.row(
                """
                SELECT count(*) AS count, coalesce(sum(state IN ('sent', 'unknown')), 0) AS unknown
                FROM write WHERE run = ? AND state <> 'failed'
                """,
                [run])
            return ChangeCount(count: row?["count"] ?? 0, unknown: row?["unknown"] ?? 0)
        }
    }

    /// Records what became of a change; `entity` is the one it was, if that is known only now.
    public func settleWrite(
        _ id: Int, _ outcome: WriteOutcome, entity: String? = nil, now: Stamp
    ) async throws(LedgerError) {
        try await write { db in
            try db.run(
                "UPDATE write SET state = ?, settled = ?, entity = coalesce(?, entity) WHERE id = ?",
                [outcome.rawValue, now.milliseconds, entity, id])
        }
    }

    /// The changes by scripts of this host since a moment that the portal hasn't refused, oldest first, with the portal
    /// and the entity of each.
    public func hostWrites(
        since: Stamp
    ) async throws(LedgerError) -> [(portal: String, entity: String, write: HostWrite)] {
        try await read { db in
            try db.rows(
                """
                SELECT write.portal, write.entity, write.at, write.method, job.id, job.script, job.depth FROM write
                JOIN run ON run.id = write.run JOIN job ON job.id = run.job
                WHERE write.entity IS NOT NULL AND write.at >= ? AND write.state <> 'failed' ORDER BY write.id
                """,
                [since.milliseconds]
            ).map { row in
                (row["portal"], row["entity"], HostWrite(row))
            }
        }
    }
}
