/// A journal that lasts as long as its program: for writes that nobody resumes, and for tests.
public actor MemoryJournal: WriteJournal {
    /// What is known of each row.
    public private(set) var entries: [String: JournalEntry]

    /// A journal, of nothing or of what another one knew.
    public init(_ entries: [String: JournalEntry] = [:]) { self.entries = entries }

    /// The latest that was recorded of a row.
    public func outcome(of key: String) -> JournalEntry? { entries[key] }

    /// Records that rows are about to be sent.
    public func begin(_ keys: [String]) {
        for key in keys { entries[key] = .begun }
    }

    /// Records what came of rows.
    public func finish(_ entries: [(key: String, entry: JournalEntry)]) {
        for (key, entry) in entries { self.entries[key] = entry }
    }
}
