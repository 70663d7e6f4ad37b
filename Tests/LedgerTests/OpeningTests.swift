import GRDB
import Glibc
import Testing

@testable import Ledger

@Suite struct OpeningTests {
    @Test("a new ledger can be read by its user alone and gives its space back bit by bit")
    func new() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        defer { ledger.close() }
        try await ledger.health()
        for name in ["", "-wal", "-shm", ".lock"] {
            var facts = stat()
            #expect(stat(scratch.path + name, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
        }
        let pragmas = try await ledger.pool.writeWithoutTransaction { db in
            try ["auto_vacuum", "synchronous", "foreign_keys"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(pragmas == [2, 2, 1])
    }

    @Test("a second daemon is refused with the process of the first, until that one closes")
    func second() throws {
        let scratch = try ScratchLedger()
        let first = try scratch.open()
        #expect(scratch.refusal() == .inUse(path: scratch.path, pid: Int(getpid())))
        first.close()
        #expect(scratch.refusal() == nil)
    }

    @Test("a ledger that another program keeps for itself is locked, for a daemon and beside it")
    func lockedByAnother() throws {
        let scratch = try ScratchLedger()
        try scratch.open().close()
        let other = try DatabaseQueue(path: scratch.path)
        try other.inDatabase { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "UPDATE pulse SET beats = beats + 1")
        }
        for role in [Ledger.Role.daemon, .beside] {
            let error = #expect(throws: LedgerError.self) {
                try scratch.open(role, LedgerOptions(busyTimeout: 0)).close()
            }
            #expect(error == .locked(path: scratch.path))
        }
        try other.close()
        #expect(scratch.refusal() == nil)
    }

    @Test("a command beside the daemon writes at the same time, and each sees the other")
    func beside() async throws {
        let scratch = try ScratchLedger()
        let (daemon, beside) = (try scratch.open(), try scratch.open(.beside))
        defer {
            daemon.close()
            beside.close()
        }
        let version = try await daemon.dataVersion()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask { _ = try await (number % 2 == 0 ? daemon : beside).record(.deal("\(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(try await daemon.counts().events == 200)
        #expect(try await beside.counts().events == 200)
        #expect(try await daemon.dataVersion() != version)
    }

    @Test("opening a ledger a second time leaves the locks of the first, which keep others from removing its journal")
    func locks() async throws {
        let scratch = try ScratchLedger()
        let daemon = try scratch.open()
        defer { daemon.close() }
        try await daemon.health()
        let before = try locks(of: scratch.path)
        #expect(before > 0)
        for _ in 0..<2 {
            let beside = try scratch.open(.beside)
            try await beside.health()
            beside.close()
        }
        #expect(try locks(of: scratch.path) == before)
    }

    /// How many locks the system knows on a file.
    private func locks(of path: String) throws -> Int {
        var facts = stat()
        #expect(stat(path, &facts) == 0)
        let number = facts.st_ino
        let file = try #require(fopen("/proc/locks", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n").count {
            $0.contains(":\(number) ")
        }
    }

    @Test("a daemon that ends leaves nothing in its journal, which would come on top of a copy in the ledger's place")
    func emptyJournal() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        for number in 0..<50 { _ = try await ledger.record(.deal("\(number)")) }
        ledger.close()
        var facts = stat()
        #expect(stat(scratch.path + "-wal", &facts) != 0 || facts.st_size == 0)
    }

    @Test("only another process's writes change the data version")
    func version() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        defer { ledger.close() }
        let version = try await ledger.dataVersion()
        try await ledger.health()
        #expect(try await ledger.dataVersion() == version)
    }

    @Test("what is no ledger, is damaged or newer is refused, each with its own sentence")
    func refused() async throws {
        let garbage = try ScratchLedger()
        try garbage.write(Array(repeating: 0x5A, count: 9_000))
        #expect(garbage.refusal() == .notALedger(path: garbage.path))

        let foreign = try ScratchLedger()
        try DatabaseQueue(path: foreign.path).inDatabase { try $0.execute(sql: "CREATE TABLE mine (a)") }
        #expect(foreign.refusal(.beside) == .notALedger(path: foreign.path))

        let newer = try ScratchLedger()
        try newer.open().close()
        try await DatabaseQueue(path: newer.path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')")
        }
        #expect(newer.refusal() == .newer(path: newer.path))

        let cut = try ScratchLedger()
        try cut.open().close()
        #expect(truncate(cut.path, 12_288) == 0)
        #expect(cut.refusal() == .damaged(path: cut.path))
    }

    /// Makes a ledger of the first version.
    private func first(at path: String) async throws -> DatabaseQueue {
        let old = try DatabaseQueue(path: path)
        try await old.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(LedgerFile.mark)") }
        try Schema.migrator.migrate(old, upTo: "1")
        return old
    }

    @Test("a command leaves an older ledger as it is while a daemon works with it, and says what to do")
    func olderDaemon() async throws {
        let scratch = try ScratchLedger()
        let old = try await first(at: scratch.path)
        do {
            let lock = try DaemonLock(ledger: scratch.path)
            let refusal = scratch.refusal(.beside)
            #expect(refusal == .older(path: scratch.path, pid: Int(getpid())))
            #expect(refusal?.description.contains("restart `lunokhod serve` with this version first") == true)
            #expect(try await old.read { try Schema.migrator.appliedIdentifiers($0) } == ["1"])
            withExtendedLifetime(lock) {}
        }
        #expect(scratch.refusal(.beside) == nil)
        #expect(try await old.read { try Schema.migrator.hasCompletedMigrations($0) })
        // Of the same version, they go together.
        let daemon = try scratch.open()
        #expect(scratch.refusal(.beside) == nil)
        daemon.close()
    }

    @Test("a ledger of the first version is opened, and its messages find their ways by the settings' names")
    func earlier() async throws {
        let scratch = try ScratchLedger()
        let old = try await first(at: scratch.path)
        let names = [
            "chat chat42", "chat user 1", "mail by smtp.example.com", "hook https://a.example", "command tell",
        ]
        try await old.write { db in
            for name in names {
                try db.execute(
                    sql: "INSERT INTO message (portal, channel, body, ready, created) VALUES ('', ?, x'01', 1, 1)",
                    arguments: [name])
            }
        }
        try old.close()
        let ledger = try scratch.open()
        defer { ledger.close() }
        #expect(try await ledger.waitingChannels() == ["chat", "command", "mail", "user", "webhook"])
        #expect(try await ledger.dueMessages(channel: "user", now: .at(0)).map(\.id) == [2])
        #expect(try await ledger.untold().isEmpty)
    }

    @Test("a place that can't be written is said to be so")
    func readOnly() throws {
        // Not even root can make files there.
        do {
            _ = try Ledger(path: "/sys/ledger.db", role: .daemon)
            Issue.record("it was opened")
        } catch {
            #expect(error == .readOnly(path: "/sys/ledger.db"))
        }
        let refusal = LedgerError(DatabaseError(resultCode: .SQLITE_READONLY), path: "a")
        #expect(refusal == .readOnly(path: "a"))
    }

    @Test("folders that are missing are made")
    func folders() throws {
        let scratch = try ScratchLedger()
        let folder = scratch.folder + "/a"
        try Ledger(path: folder + "/b/ledger.db", role: .beside).close()
        for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] { unlink("\(folder)/b/\(name)") }
        #expect(rmdir(folder + "/b") == 0 && rmdir(folder) == 0)
    }
}
