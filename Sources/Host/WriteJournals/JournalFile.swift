import Bitrix24
import Glibc

/// A journal of bulk writes in a file of JSON lines that is only ever added to: what is recorded outlasts a crash of the
/// program and of the machine.
///
/// A line that a crash has torn was never relied on, and is dropped. Only one program at a time has the file.
public actor JournalFile: WriteJournal {
    private let path: String
    private let descriptor: JournalDescriptor
    private var index: JournalIndex
    /// Where the next line goes.
    private var end: Int

    /// Opens the journal of a job, or begins with it.
    ///
    /// - Parameter job: tells the job apart from others: what is written from where. Another job's file is refused.
    /// - Throws: `HostFailure` if the file is another job's, no journal, damaged, in use, or can't be opened.
    public init(path: String, job: String) throws {
        self.path = path
        descriptor = try JournalDescriptor(path: path)
        (index, end) = try JournalReading(path: path, job: job).read(descriptor)
    }

    /// The latest that was recorded of a row.
    public func outcome(of key: String) throws -> JournalEntry? {
        guard let place = index[key] else { return nil }
        guard case .line(let offset) = place else { return .begun }
        guard case .entry(key, let entry)? = JournalLine(try descriptor.line(at: offset)) else {
            throw HostFailure("the journal \(path) was changed while it was in use; run it again")
        }
        return entry
    }

    /// Records that rows are about to be sent, on to the disk.
    public func begin(_ keys: [String]) throws { try add([.begin(keys)]) }

    /// Records what came of rows, on to the disk.
    public func finish(_ entries: [(key: String, entry: JournalEntry)]) throws {
        try add(entries.map { JournalLine.entry(key: $0.key, $0.entry) })
    }

    private func add(_ lines: [JournalLine]) throws {
        guard !lines.isEmpty else { return }
        let written = lines.map(\.bytes)
        try descriptor.write(Array(written.joined()), at: end)
        for (line, bytes) in zip(lines, written) {
            index.note(line, at: end)
            end += bytes.count
        }
    }
}
