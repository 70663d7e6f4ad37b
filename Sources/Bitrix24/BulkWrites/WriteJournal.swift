/// Remembers what became of each row, so that bulk writes that were interrupted go on where they were.
///
/// A row is recorded twice: before it is sent, and when its answer is there. Whoever finds only the first doesn't know
/// whether it is written, and never repeats it. Somebody who has looked in Bitrix24 records what is true with `finish`:
/// `done`, or `left` to have it written.
public protocol WriteJournal: Sendable {
    /// The latest that was recorded of a row; nil if nothing was.
    func outcome(of key: String) async throws -> JournalEntry?
    /// Records that rows are about to be sent. Returns when that would outlast a crash.
    func begin(_ keys: [String]) async throws
    /// Records what came of rows. Returns when that would outlast a crash.
    func finish(_ entries: [(key: String, entry: JournalEntry)]) async throws
}

extension WriteJournal {
    /// Records what came of a row.
    public func finish(_ key: String, _ entry: JournalEntry) async throws {
        try await finish([(key, entry)])
    }
}
