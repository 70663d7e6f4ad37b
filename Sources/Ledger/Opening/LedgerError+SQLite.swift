import GRDB

extension LedgerError {
    /// What SQLite's refusal means. Its statement and values stay out of the sentence.
    init(_ error: any Error, path: String) {
        if let error = error as? LedgerError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .io(String(describing: type(of: error)))
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path)
        case .SQLITE_NOTADB: self = .notALedger(path: path)
        case .SQLITE_MISUSE: self = .closed
        case .SQLITE_CANTOPEN: self = .io("\(path) can't be opened")
        default: self = .io(error.message ?? "SQLite's error \(error.extendedResultCode.rawValue)")
        }
    }
}
