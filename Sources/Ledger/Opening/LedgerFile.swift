import GRDB
import Glibc

/// The file of a ledger before work with it begins: made if it is missing, looked at, brought to this version.
struct LedgerFile {
    /// Marks a database as a ledger: "Luno".
    static let mark = 0x4C75_6E6F

    let path: String
    let configuration: Configuration

    /// The settings of each connection to a ledger.
    static func configuration(busyTimeout: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(max(0, busyTimeout))
        configuration.maximumReaderCount = 4
        configuration.label = "ledger"
        return configuration
    }

    /// Makes the file if there is none, readable by this user alone; SQLite gives its companions the same mode.
    func create() throws(LedgerError) {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
        // Closing any descriptor of a file lets go of all locks that the process has on it, SQLite's too. So a file that
        // is there is opened by SQLite alone.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw errno == EACCES || errno == EROFS || errno == EPERM
                ? .readOnly(path: path) : .io("\(path): \(String(cString: strerror(errno)))")
        } else if isFolder {
            throw .io("\(path) is a folder")
        } else if access(path, R_OK | W_OK) != 0 {
            throw .readOnly(path: path)
        }
    }

    private var isFolder: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Looks whether the file is a ledger of this version or an older one, and makes it one of this version. A daemon
    /// reads every page, too; whoever works beside one leaves an older ledger as it is while one runs.
    func prepare(for role: Ledger.Role) throws(LedgerError) {
        do {
            let door = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? door.close() }
            try door.inDatabase { db in
                try identify(db)
                switch role {
                case .daemon: try check(db)
                case .beside: try leaveToDaemon(db)
                }
            }
            try Schema.migrator.migrate(door)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// A new file gets its mark; one with tables and another mark is not ours.
    private func identify(_ db: Database) throws {
        let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if mark == Self.mark {
            if try Schema.migrator.hasBeenSuperseded(db) { throw LedgerError.newer(path: path) }
            return
        }
        let things = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard things == 0, mark == 0 else { throw LedgerError.notALedger(path: path) }
        // Only before the first table can a file be told to give its pages back bit by bit.
        try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
        try db.execute(sql: "PRAGMA application_id = \(Self.mark)")
    }

    /// A daemon of an older version can't go on with the tables of this one.
    private func leaveToDaemon(_ db: Database) throws {
        let applied = try Schema.migrator.appliedIdentifiers(db)
        let isThis = try Schema.migrator.hasCompletedMigrations(db)
        // A ledger without any tables is being made.
        guard !isThis, !applied.isEmpty, let daemon = DaemonSign.look(besides: path) else { return }
        throw LedgerError.older(path: path, pid: daemon.pid)
    }

    private func check(_ db: Database) throws {
        let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        guard answer == "ok" else { throw LedgerError.damaged(path: path) }
    }

    private func makeFolder(_ folder: String) throws(LedgerError) {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else {
            throw errno == EACCES || errno == EROFS
                ? .readOnly(path: path) : .io("\(folder): \(String(cString: strerror(errno)))")
        }
        try makeFolder(String(folder[..<slash]))
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .io("\(folder): \(String(cString: strerror(errno)))")
        }
    }
}
