import GRDB
import Synchronization

/// A write that waits for its transaction.
protocol PendingWrite: Sendable {
    /// Whether jobs may be ready after it.
    var wakes: Bool { get }
    /// Whether it was performed without an error.
    var succeeded: Bool { get }
    /// Writes; remembers the outcome and throws the error that has to be taken back. May be called once more after that.
    func perform(in db: Database) throws
    /// Answers the one who waits, after the commit; a `failure` is the whole transaction's.
    func settle(failure: LedgerError?)
}

/// A write that is a function.
final class BodyWrite<Value: Sendable>: PendingWrite {
    let wakes: Bool
    private let path: String
    private let body: @Sendable (Database) throws -> Value
    private let continuation: CheckedContinuation<Result<Value, LedgerError>, Never>
    private let outcome = Mutex<Result<Value, LedgerError>?>(nil)

    init(
        wakes: Bool, path: String, body: @escaping @Sendable (Database) throws -> Value,
        continuation: CheckedContinuation<Result<Value, LedgerError>, Never>
    ) {
        self.wakes = wakes
        self.path = path
        self.body = body
        self.continuation = continuation
    }

    var succeeded: Bool {
        outcome.withLock { if case .success = $0 { true } else { false } }
    }

    func perform(in db: Database) throws {
        do {
            let value = try body(db)
            outcome.withLock { $0 = .success(value) }
        } catch {
            outcome.withLock { $0 = .failure(LedgerError(error, path: path)) }
            throw error
        }
    }

    func settle(failure: LedgerError?) {
        let own = outcome.withLock { $0 }
        continuation.resume(returning: failure.map { .failure($0) } ?? own ?? .failure(.closed))
    }
}
