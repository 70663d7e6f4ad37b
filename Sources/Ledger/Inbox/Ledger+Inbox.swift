import GRDB

extension Ledger {
    /// Records an event and its jobs together; when this returns, they are on the disk.
    public func record(_ arrival: Arrival) async throws(LedgerError) -> Reception {
        try await write(wakes: !arrival.subscriptions.isEmpty) { db in try Inbox(db: db).take(arrival) }
    }

    /// Records events and how far their source was read, all or nothing. The answers are in the order of the events.
    public func record(
        _ arrivals: [Arrival], cursor: Cursor?
    ) async throws(LedgerError) -> [Reception] {
        try await write(wakes: !arrivals.isEmpty) { db in
            let receptions = try arrivals.map { try Inbox(db: db).take($0) }
            if let cursor { try Self.keep(cursor, in: db) }
            return receptions
        }
    }

    /// Where to go on with a source; nil if it was never read.
    public func cursor(portal: String, name: String) async throws(LedgerError) -> [UInt8]? {
        try await read { db in
            try db.row("SELECT value FROM cursor WHERE portal = ? AND name = ?", [portal, name])?.bytes("value")
        }
    }

    /// Keeps how far a source was read.
    public func setCursor(_ cursor: Cursor) async throws(LedgerError) {
        try await write { db in try Self.keep(cursor, in: db) }
    }

    /// Forgets how far sources of a portal were read whose names begin so, except these.
    public func removeCursors(portal: String, prefix: String, except kept: Set<String>) async throws(LedgerError) {
        try await write { db in
            let names = try db.rows("SELECT name FROM cursor WHERE portal = ?", [portal]).map { $0["name"] as String }
            for name in names where name.hasPrefix(prefix) && !kept.contains(name) {
                try db.run("DELETE FROM cursor WHERE portal = ? AND name = ?", [portal, name])
            }
        }
    }

    static func keep(_ cursor: Cursor, in db: Database) throws {
        try db.run(
            "INSERT INTO cursor VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [cursor.portal, cursor.name, cursor.value.blob])
    }
}
