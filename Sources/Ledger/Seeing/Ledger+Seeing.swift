import GRDB

extension Ledger {
    /// Jobs, newest first.
    public func jobs(_ filter: JobFilter = .init(), most: Int) async throws(LedgerError) -> [Job] {
        var conditions = Conditions()
        conditions.add("portal = ?", filter.portal)
        conditions.add("script = ?", filter.script)
        conditions.add("state", oneOf: filter.states.map(\.rawValue).sorted())
        conditions.add("id IN (SELECT job FROM job_event WHERE event = ?)", filter.event)
        conditions.add("created >= ?", filter.since?.milliseconds)
        conditions.add("id < ?", filter.before)
        return try await read { [conditions] db in
            try conditions.newest(of: "job", most: most, in: db).map(Job.init)
        }
    }

    /// A job; nil if there is none with that number.
    public func job(_ id: Int) async throws(LedgerError) -> Job? {
        try await read { db in try db.row("SELECT * FROM job WHERE id = ?", [id]).map(Job.init) }
    }

    /// Runs, newest first, without what they have logged, written and delivered.
    public func runs(_ filter: RunFilter = .init(), most: Int) async throws(LedgerError) -> [RunRecord] {
        var conditions = Conditions()
        conditions.add("portal = ?", filter.portal)
        conditions.add("script = ?", filter.script)
        conditions.add("job = ?", filter.job)
        conditions.add("outcome = ?", filter.outcome)
        conditions.add("started >= ?", filter.since?.milliseconds)
        conditions.add("id < ?", filter.before)
        return try await read { [conditions] db in
            try conditions.newest(of: "run", most: most, in: db).map(RunRecord.init)
        }
    }

    /// A run with all that it has logged, written and delivered; nil if there is none with that number.
    public func run(_ id: Int) async throws(LedgerError) -> RunRecord? {
        try await read { db in
            guard let row = try db.row("SELECT * FROM run WHERE id = ?", [id]) else { return nil }
            var run = RunRecord(row)
            run.writes = try db.rows("SELECT * FROM write WHERE run = ? ORDER BY id", [id]).map(WriteRecord.init)
            run.log = try db.rows("SELECT * FROM log_line WHERE run = ? ORDER BY id", [id]).map { row in
                LogLine(at: row.moment("at"), level: row["level"], text: row["text"])
            }
            run.deliveries = try db.rows("SELECT * FROM delivery WHERE run = ? ORDER BY id", [id]).map(Delivery.init)
            return run
        }
    }

    /// Events, newest first.
    public func events(_ filter: EventFilter = .init(), most: Int) async throws(LedgerError) -> [StoredEvent] {
        var conditions = Conditions()
        conditions.add("portal = ?", filter.portal)
        conditions.add("name = ?", filter.name)
        conditions.add("lane = ?", filter.lane)
        conditions.add("at >= ?", filter.since?.milliseconds)
        conditions.add("id < ?", filter.before)
        return try await read { [conditions] db in
            try conditions.newest(of: "event", most: most, in: db).map(StoredEvent.init)
        }
    }

    /// An event; nil if there is none with that number.
    public func event(_ id: Int) async throws(LedgerError) -> StoredEvent? {
        try await read { db in try db.row("SELECT * FROM event WHERE id = ?", [id]).map(StoredEvent.init) }
    }
}
