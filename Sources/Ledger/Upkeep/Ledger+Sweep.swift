import GRDB

extension Ledger {
    /// Removes what is older than `retention` allows, in small parts between other writes, and gives the space back.
    /// Never removed are unfinished jobs, their events, and what is younger.
    public func sweep(_ retention: Retention = .init(), now: Stamp) async throws(LedgerError) -> Swept {
        let sweep = Sweep(retention: retention, now: now)
        var swept = Swept()
        swept.jobs = try await removeJobs(sweep)
        swept.events = try await removeEvents(sweep)
        swept.slots = try await removeSlots(sweep.before(days: max(400, retention.slots)))
        swept.memory = try await remove(
            "DELETE FROM memory WHERE rowid IN (SELECT rowid FROM memory WHERE expires <= ? LIMIT ?)", now.milliseconds)
        swept.memory += try await remove(
            """
            DELETE FROM memory_lock WHERE (portal, script, key) IN
            (SELECT portal, script, key FROM memory_lock WHERE until <= ? LIMIT ?)
            """, now.milliseconds)
        swept.messages = try await remove(
            "DELETE FROM message WHERE id IN (SELECT id FROM message WHERE state <> 'waiting' AND created < ? LIMIT ?)",
            sweep.before(days: retention.messages))
        try await giveBack()
        return swept
    }

    private func removeJobs(_ sweep: Sweep) async throws(LedgerError) -> Int {
        let finished = sweep.before(days: sweep.retention.finished)
        let failed = sweep.before(days: max(sweep.retention.finished, sweep.retention.failed))
        let surplus = try await surplus(of: "job", sweep)
        return try await walk { last in
            (Sweep.jobs, [last, finished, surplus, failed, Sweep.portion], "DELETE FROM job WHERE id = ?")
        }
    }

    private func removeEvents(_ sweep: Sweep) async throws(LedgerError) -> Int {
        let old = sweep.before(days: sweep.retention.events)
        let surplus = try await surplus(of: "event", sweep)
        return try await walk { last in
            (Sweep.events, [last, old, surplus, Sweep.portion], "DELETE FROM event WHERE id = ?")
        }
    }

    /// Old moments are found beside the writers, as all of a script's have to be passed. A decision never changes.
    private func removeSlots(_ limit: Int) async throws(LedgerError) -> Int {
        var removed = 0
        while true {
            let found = try await read { db in
                try db.rows("SELECT portal, script, due FROM slot WHERE due < ? LIMIT ?", [limit, Sweep.portion]).map {
                    row -> (String, String, Int) in (row["portal"], row["script"], row["due"])
                }
            }
            try await write { db in
                for (portal, script, due) in found {
                    try db.run("DELETE FROM slot WHERE portal = ? AND script = ? AND due = ?", [portal, script, due])
                }
            }
            removed += found.count
            if found.count < Sweep.portion { return removed }
        }
    }

    private func surplus(of table: String, _ sweep: Sweep) async throws(LedgerError) -> Int {
        let most = max(0, sweep.retention.mostRows)
        return try await read { db in try db.integer(Sweep.surplus(of: table), [most]) ?? 0 }
    }

    /// Removes row after row by number. They are found beside the writers, and looked at once more by the one who
    /// removes them, as a job may have been retried in between.
    private func walk(
        _ step: @escaping @Sendable (Int) -> (find: String, arguments: StatementArguments, remove: String)
    ) async throws(LedgerError) -> Int {
        var (last, removed) = (0, 0)
        while true {
            let from = last
            let found = try await read { db in try db.integers(step(from).find, step(from).arguments) }
            guard let first = found.first, let end = found.last else { return removed }
            removed += try await write { db in
                let again = try db.integers(step(first - 1).find, step(first - 1).arguments).filter { $0 <= end }
                for id in again { try db.run(step(from).remove, [id]) }
                return again.count
            }
            last = end
        }
    }

    private func remove(_ sql: String, _ limit: Int) async throws(LedgerError) -> Int {
        var removed = 0
        while true {
            let count = try await write { db in
                try db.run(sql, [limit, Sweep.portion])
                return db.changesCount
            }
            removed += count
            if count < Sweep.portion { return removed }
        }
    }

    /// Hands pages that nothing is on back to the system, some at a time.
    private func giveBack() async throws(LedgerError) {
        var before = Int.max
        while true {
            let left = try await write { db in
                _ = try Row.fetchAll(db, sql: "PRAGMA incremental_vacuum(256)")
                return try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
            }
            // Others may fill the list as fast as it is emptied.
            if left < 256 || left >= before { return }
            before = left
        }
    }
}
