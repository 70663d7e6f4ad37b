import GRDB

/// What a script has told of itself, kept so that it needn't be asked again.
public struct StoredDefinition: Sendable, Hashable {
    /// What tells the script's text from any other.
    public var digest: String
    /// What it has told, in any form.
    public var body: [UInt8]

    /// What a script with that digest has told.
    public init(digest: String, body: [UInt8]) {
        self.digest = digest
        self.body = body
    }
}

extension Ledger {
    /// What a script has told of itself; nil if that was never kept, or for another text.
    public func definition(script: String, digest: String) async throws(LedgerError) -> [UInt8]? {
        try await read { db in
            try db.row("SELECT body FROM definition WHERE script = ? AND digest = ?", [script, digest])?.bytes("body")
        }
    }

    /// What all scripts have told, by script.
    public func definitions() async throws(LedgerError) -> [String: StoredDefinition] {
        try await read { db in
            let rows = try db.rows("SELECT * FROM definition")
            let pairs = rows.map { row -> (String, StoredDefinition) in
                (row["script"], StoredDefinition(digest: row["digest"], body: row.bytes("body") ?? []))
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Keeps what scripts have told, in place of what they told before.
    public func setDefinitions(_ definitions: [String: StoredDefinition]) async throws(LedgerError) {
        try await write { db in
            for (script, definition) in definitions {
                try db.run(
                    """
                    INSERT INTO definition VALUES (?, ?, ?) ON CONFLICT DO UPDATE
                    SET digest = excluded.digest, body = excluded.body
                    """,
                    [script, definition.digest, definition.body.blob])
            }
        }
    }
}
