import GRDB

/// A script that nothing is started of.
public struct PausedScript: Sendable, Hashable {
    /// The portal that the script works with.
    public let portal: String
    /// The script.
    public let script: String
    /// Why.
    public let reason: String
    /// Who has paused it.
    public let by: String
    /// Since when.
    public let since: Stamp
}

extension Ledger {
    /// Lets no job of a script begin until it is resumed; those that run go on. A script that is paused already keeps
    /// its first reason, which returns false.
    @discardableResult
    public func pause(
        portal: String, script: String, reason: String, by person: String, now: Stamp
    ) async throws(LedgerError) -> Bool {
        try await write { db in
            try db.changes(
                """
                INSERT INTO script (portal, script, paused, paused_by, reason) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET paused = excluded.paused, paused_by = excluded.paused_by,
                reason = excluded.reason WHERE paused IS NULL
                """,
                [portal, script, now.milliseconds, person, reason])
        }
    }

    /// Lets jobs of a script begin again and forgets its failures. Returns false if it wasn't paused.
    @discardableResult
    public func resume(portal: String, script: String) async throws(LedgerError) -> Bool {
        try await write(wakes: true) { db in
            try db.changes(
                """
                UPDATE script SET paused = NULL, paused_by = NULL, reason = NULL, failures = 0
                WHERE portal = ? AND script = ? AND paused IS NOT NULL
                """,
                [portal, script])
        }
    }

    /// The scripts that are paused.
    public func paused() async throws(LedgerError) -> [PausedScript] {
        try await read { db in
            try db.rows("SELECT * FROM script WHERE paused IS NOT NULL ORDER BY portal, script").map { row in
                PausedScript(
                    portal: row["portal"], script: row["script"], reason: row["reason"] ?? "",
                    by: row["paused_by"] ?? "", since: row.moment("paused"))
            }
        }
    }

    /// Jobs of a script that failed for good since the last one that succeeded; tries that are repeated don't count.
    public func failures(portal: String, script: String) async throws(LedgerError) -> Int {
        try await read { db in
            try db.integer("SELECT failures FROM script WHERE portal = ? AND script = ?", [portal, script]) ?? 0
        }
    }
}
