import GRDB
import Synchronization

/// What `lunokhod serve` remembers durably: events, jobs, slots, runs, deliveries, the scripts' memory, tokens.
///
/// What a function has returned is on the disk. Bodies and values are bytes that the ledger doesn't look into. There is
/// no clock inside; moments are handed in. All functions can be called from any number of tasks.
public final class Ledger: Sendable {
    /// What the ledger is opened for.
    public enum Role: Sendable {
        /// The one process that starts jobs; a second one is refused.
        case daemon
        /// A command that works beside a daemon, or without one.
        case beside
    }

    /// Where the ledger's file is.
    public let path: String

    let options: LedgerOptions
    let pool: DatabasePool
    let queue: CommitQueue
    let notices: Notices
    private let lock: Mutex<DaemonLock?>

    /// Opens the ledger at `path` and makes it if there is none, with its folder; others can't read it. A daemon reads
    /// every page of the file first, so that damage is found before it grows. What is beside a daemon of an older version
    /// is refused with `LedgerError.older`.
    public init(path: String, role: Role, options: LedgerOptions = .init()) throws(LedgerError) {
        let file = LedgerFile(
            path: path, configuration: LedgerFile.configuration(busyTimeout: options.busyTimeout))
        try file.create()
        switch role {
        case .daemon: lock = Mutex(try DaemonLock(ledger: path))
        case .beside: lock = Mutex(nil)
        }
        try file.prepare(for: role)
        do {
            pool = try DatabasePool(path: path, configuration: file.configuration)
            try pool.writeWithoutTransaction { db in
                // Said here, as opening a pool asks for less.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            }
        } catch {
            throw LedgerError(error, path: path)
        }
        self.path = path
        self.options = options
        notices = Notices()
        queue = CommitQueue(pool: pool, path: path, mostPending: options.mostPending, notices: notices)
    }

    /// Finishes what was begun and lets the file and the daemon's lock go. What comes later is refused.
    public func close() {
        queue.close()
        // A copy that is put into the file's place would get what the journal holds besides.
        if lock.withLock({ $0 != nil }) {
            try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        // A connection that a reader still has is closed when the reader is done.
        try? pool.close()
        notices.finish()
        lock.withLock { $0 = nil }
    }

    /// Writes in the next transaction; returns when it is on the disk. `wakes` says that jobs may be ready then.
    func write<Value: Sendable>(
        wakes: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        try await queue.submit(wakes: wakes, body)
    }

    /// Reads what was committed before. A task that is cancelled gets its answer, too, as a cancelled one has to put in
    /// order what it leaves.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        let outcome: Result<Value, LedgerError> = await withCheckedContinuation { continuation in
            pool.asyncRead { [path] reader in
                let outcome = Result { try body(reader.get()) }
                continuation.resume(returning: outcome.mapError { LedgerError($0, path: path) })
            }
        }
        return try outcome.get()
    }
}
