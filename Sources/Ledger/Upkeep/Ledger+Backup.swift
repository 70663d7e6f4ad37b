import Dispatch
import GRDB
import Glibc

extension Ledger {
    /// Writes a copy as of one moment to `destination` while work goes on, and checks it. The copy gets its name only
    /// when it is whole; a file that is there already is never replaced.
    public func backup(to destination: String) async throws(LedgerError) {
        let outcome: Result<Void, LedgerError> = await withCheckedContinuation { continuation in
            // Copying blocks its thread, which must not be one of those that tasks share.
            DispatchQueue.global().async { [self] in
                continuation.resume(returning: Result { () throws(LedgerError) in try copy(to: destination) })
            }
        }
        try outcome.get()
    }

    private func copy(to destination: String) throws(LedgerError) {
        guard access(destination, F_OK) != 0 else { throw Self.taken(destination) }
        let part = destination + ".part"
        let descriptor = open(part, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .io("\(part): \(String(cString: strerror(errno)))") }
        defer {
            Glibc.close(descriptor)
            unlink(part)
        }
        do {
            let copy = try DatabaseQueue(path: part)
            defer { try? copy.close() }
            try pool.backup(to: copy, pagesPerStep: 256)
            try copy.inDatabase { db in
                // One file, without the companions that a ledger at work has.
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
                guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
                    throw LedgerError.damaged(path: part)
                }
            }
        } catch {
            throw LedgerError(error, path: part)
        }
        guard fsync(descriptor) == 0 else { throw .io("\(part): \(String(cString: strerror(errno)))") }
        // A second name is refused if there is such a file, which renaming would replace.
        guard link(part, destination) == 0 else {
            throw errno == EEXIST ? Self.taken(destination) : .io("\(destination): \(String(cString: strerror(errno)))")
        }
    }

    private static func taken(_ destination: String) -> LedgerError {
        .refused("There is a file \(destination) already; name another one for the backup.")
    }
}
