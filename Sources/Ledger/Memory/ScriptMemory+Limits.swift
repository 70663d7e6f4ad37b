import GRDB

extension StoredMemory {
    func find(_ key: String, _ now: Stamp, in db: Database) throws -> [UInt8]? {
        try db.row(
            """
            SELECT value FROM memory WHERE portal = ? AND script = ? AND key = ?
            AND (expires IS NULL OR expires > ?)
            """,
            [portal, script, key, now.milliseconds])?.bytes("value")
    }

    func put(_ key: String, _ value: [UInt8], _ expires: Stamp?, _ now: Stamp, in db: Database) throws {
        try check(key)
        guard value.count <= Self.largestValue else {
            throw LedgerError.refused(
                "The value of “\(key)” has \(value.count) bytes, and the memory of \(script) takes values of at most "
                    + "\(Self.largestValue); keep less, or in parts.")
        }
        try db.run(
            """
            INSERT INTO memory VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
            SET value = excluded.value, expires = excluded.expires
            """,
            [portal, script, key, value.blob, expires?.milliseconds])
        if try keyCount(in: db) > Self.mostKeys { try makeRoom(now, in: db) }
    }

    func check(_ key: String) throws(LedgerError) {
        guard !key.isEmpty else { throw .refused("A key of the memory of \(script) is empty; give it a name.") }
        guard key.utf8.count <= Self.longestKey else {
            throw .refused(
                "The key “\(key.prefix(40))…” has \(key.utf8.count) bytes, and the memory of \(script) takes keys of at "
                    + "most \(Self.longestKey); make it shorter.")
        }
    }

    /// Values that have expired give way to a new one.
    private func makeRoom(_ now: Stamp, in db: Database) throws {
        try db.run(
            "DELETE FROM memory WHERE portal = ? AND script = ? AND expires <= ?",
            [portal, script, now.milliseconds])
        guard try keyCount(in: db) > Self.mostKeys else { return }
        throw LedgerError.refused(
            "The memory of \(script) has \(Self.mostKeys) keys, which is the most; remove some, "
                + "or let them expire.")
    }

    private func keyCount(in db: Database) throws -> Int {
        try db.integer("SELECT keys FROM memory_size WHERE portal = ? AND script = ?", [portal, script]) ?? 0
    }
}
