import GRDB

extension Ledger {
    /// Asks the running jobs of a script's slots to end, as a newer one takes their place. Returns how many.
    @discardableResult
    public func cancelRunning(
        portal: String, script: String, reason: String, now: Stamp
    ) async throws(LedgerError) -> Int {
        try await write(wakes: true) { db in
            let rows = try db.rows(
                "SELECT id FROM job WHERE portal = ? AND script = ? AND state = 'running' AND cause = 'slot'",
                [portal, script])
            for row in rows {
                let id: Int = row["id"]
                try db.run("UPDATE job SET cancelling = coalesce(cancelling, ?) WHERE id = ?", [reason, id])
            }
            return rows.count
        }
    }
}
