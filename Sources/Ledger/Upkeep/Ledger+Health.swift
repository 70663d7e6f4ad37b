import GRDB

extension Ledger {
    /// Writes a little, to see that the disk takes writes; throws why it doesn't.
    public func health() async throws(LedgerError) {
        try await write { db in try db.run("UPDATE pulse SET beats = beats + 1") }
    }

    /// A stream with an element after each commit of this process that may have made jobs ready. News that come before
    /// the last one was taken are one.
    public func changes() -> AsyncStream<Void> {
        notices.stream()
    }

    /// A number that changes when another process has changed the ledger, and only then.
    public func dataVersion() async throws(LedgerError) -> Int {
        // The connection that writes doesn't count its own commits, and all of this process's are made there.
        let outcome: Result<Int, LedgerError> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { [path] db in
                let version = Result { try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
                continuation.resume(returning: version.mapError { LedgerError($0, path: path) })
            }
        }
        return try outcome.get()
    }
}
