import GRDB
import Synchronization

/// The one way to the disk. What comes while a transaction is written waits, and all of it is written by the next one:
/// many writers share the price of one commit.
final class CommitQueue: Sendable {
    /// Writes that one transaction takes, so that the first of them doesn't wait too long for the last.
    static let mostTogether = 1_000

    private struct State: ~Copyable {
        var pending: [any PendingWrite] = []
        var drains = false
        var isClosed = false
        var commits = 0
    }

    private let pool: DatabasePool
    private let path: String
    private let mostPending: Int
    private let notices: Notices
    private let state = Mutex(State())

    init(pool: DatabasePool, path: String, mostPending: Int, notices: Notices) {
        self.pool = pool
        self.path = path
        self.mostPending = mostPending
        self.notices = notices
    }

    /// Transactions that were committed.
    var commits: Int { state.withLock { $0.commits } }

    /// Runs `body` in the next transaction, and returns what it returned when that is committed. If it throws, what it
    /// wrote is taken back, and only that.
    func submit<Value: Sendable>(
        wakes: Bool, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        let outcome: Result<Value, LedgerError> = await withCheckedContinuation { continuation in
            let write = BodyWrite(wakes: wakes, path: path, body: body, continuation: continuation)
            if let refusal = enter(write) { write.settle(failure: refusal) }
        }
        return try outcome.get()
    }

    /// Takes no more writes and waits for those that were taken.
    func close() {
        state.withLock { $0.isClosed = true }
        while state.withLock({ $0.drains }) {
            // A place behind the transaction that is being written.
            pool.writeWithoutTransaction { _ in }
        }
    }

    private func enter(_ write: any PendingWrite) -> LedgerError? {
        let (refusal, begins): (LedgerError?, Bool) = state.withLock { state in
            if state.isClosed { return (.closed, false) }
            if state.pending.count >= mostPending { return (.busy, false) }
            state.pending.append(write)
            defer { state.drains = true }
            return (nil, !state.drains)
        }
        if begins { scheduleDrain() }
        return refusal
    }

    /// Each transaction takes its turn on the writer, so that a backup or a sweep between them gets one, too.
    private func scheduleDrain() {
        pool.asyncWriteWithoutTransaction { [self] db in
            let together = state.withLock { state in
                let together = Array(state.pending.prefix(Self.mostTogether))
                state.pending.removeFirst(together.count)
                return together
            }
            commit(together, in: db)
            let goesOn = state.withLock { state in
                state.drains = !state.pending.isEmpty
                return state.drains
            }
            if goesOn { scheduleDrain() }
        }
    }

    private func commit(_ writes: [any PendingWrite], in db: Database) {
        do {
            if try !performTogether(writes, in: db) {
                try transact(in: db) { for write in writes { try performAlone(write, in: db) } }
            }
        } catch {
            let failure = LedgerError(error, path: path)
            for write in writes { write.settle(failure: failure) }
            return
        }
        state.withLock { $0.commits += 1 }
        for write in writes { write.settle(failure: nil) }
        if writes.contains(where: { $0.wakes && $0.succeeded }) { notices.tell() }
    }

    /// The way for writes that all succeed, which is almost always so. Returns false, with nothing written, if one fails.
    private func performTogether(_ writes: [any PendingWrite], in db: Database) throws -> Bool {
        var oneFails = false
        do {
            try transact(in: db) {
                oneFails = true
                for write in writes { try write.perform(in: db) }
                oneFails = false
            }
            return true
        } catch  where oneFails {
            return false
        }
    }

    private func transact(in db: Database, _ body: () throws -> Void) throws {
        do {
            try db.beginTransaction(.immediate)
            try body()
            try db.commit()
        } catch {
            // Some errors end the transaction by themselves.
            if db.isInsideTransaction { try? db.rollback() }
            throw error
        }
    }

    /// A write that fails is taken back alone, unless its error has ended the whole transaction.
    private func performAlone(_ write: any PendingWrite, in db: Database) throws {
        try db.cachedStatement(sql: "SAVEPOINT one").execute()
        do {
            try write.perform(in: db)
        } catch {
            guard db.isInsideTransaction else { throw error }
            try db.cachedStatement(sql: "ROLLBACK TO one").execute()
        }
        try db.cachedStatement(sql: "RELEASE one").execute()
    }
}
