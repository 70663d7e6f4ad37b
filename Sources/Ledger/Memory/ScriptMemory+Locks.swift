import GRDB

extension StoredMemory {
    /// Takes a lock for `holder` until a moment. Returns false if another holder has it; the same one may take it
    /// again to keep it longer.
    public func lock(_ key: String, holder: String, until: Stamp, now: Stamp) async throws(LedgerError) -> Bool {
        try await ledger.write { [self] db in
            try check(key)
            return try db.changes(
                """
                INSERT INTO memory_lock VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
                SET holder = excluded.holder, until = excluded.until WHERE holder = excluded.holder OR until <= ?
                """,
                [portal, script, key, holder, until.milliseconds, now.milliseconds])
        }
    }

    /// Lets a lock go; returns false if `holder` didn't have it.
    @discardableResult
    public func unlock(_ key: String, holder: String) async throws(LedgerError) -> Bool {
        try await ledger.write { [self] db in
            try db.changes(
                "DELETE FROM memory_lock WHERE portal = ? AND script = ? AND key = ? AND holder = ?",
                [portal, script, key, holder])
        }
    }
}
