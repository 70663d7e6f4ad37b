import DemoPortal
import Foundation
import GRDB
import Ledger
import Testing

/// What the real programs say of a ledger that they can't use.
@Suite struct ServeLedgerTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
        try workspace.write(
            "scripts/daily.lua", "return job { schedule = \"0 9 * * *\", run = function() end }")
        try workspace.write("main.webhook", "https://127.0.0.1:1/rest/1/abcdefgh/", mode: 0o600)
    }

    private var path: String { "\(workspace.path)/ledger.sqlite" }

    /// Expects one sentence and the exit code 1, of `serve` and of a command beside it.
    private func expectRefusal(
        _ sentence: String, ledger: String = "ledger.sqlite", of commands: [String] = ["serve", "status"],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try workspace.write(
            "lunokhod.yaml",
            "portals: { main: { webhook_file: main.webhook } }\n"
                + "serve: { ledger: \(ledger), listen: off, operations: off }\n")
        let program = Program(workspace: workspace, environment: ["PATH": "/usr/bin:/bin", "HOME": workspace.path])
        for command in commands {
            let result = try await program.run(command)
            #expect(result.code == 1, "\(command)", sourceLocation: sourceLocation)
            #expect(result.errors == "lunokhod: \(sentence)\n", "\(command)", sourceLocation: sourceLocation)
        }
    }

    /// A ledger of this version with something in it.
    private func makeLedger() async throws {
        let ledger = try Ledger(path: path, role: .beside)
        for _ in 1...200 {
            _ = try await ledger.addJob(
                portal: "main", script: "scripts/daily.lua", by: "anna", now: Stamp(milliseconds: 1_790_000_000_000))
        }
        ledger.close()
    }

    @Test func `a ledger with broken pages is damaged`() async throws {
        try await makeLedger()
        var bytes = try #require(workspace.read("ledger.sqlite"))
        for place in 4_096..<bytes.count { bytes[place] = 0xA5 }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try await expectRefusal(
            "The ledger ledger.sqlite is damaged; put a backup in its place, or move it away to begin a new one.")
    }

    @Test func `a file of something else is left alone`() async throws {
        let text = String(repeating: "Notes of last summer. ", count: 100)
        try workspace.write("ledger.sqlite", text)
        try await expectRefusal(
            "The file ledger.sqlite is no ledger of Lunokhod; name another file in the settings, or move this one away."
        )
        #expect(workspace.read("ledger.sqlite") == Array(text.utf8))
    }

    @Test func `a ledger of a newer version is left alone`() async throws {
        try await makeLedger()
        let before = try #require(workspace.read("ledger.sqlite"))
        // The last step to this version gets another name: in its row, and in the index of the names.
        let row = before.replacing([0x03, 0x02, 0x02, 0x0F, 0x32], with: [0x03, 0x02, 0x02, 0x0F, 0x39])
        let newer = row.replacing([0x03, 0x0F, 0x01, 0x32, 0x02], with: [0x03, 0x0F, 0x01, 0x39, 0x02])
        try #require(row != before && newer != row)
        try Data(newer).write(to: URL(fileURLWithPath: path))
        try await expectRefusal(
            "The ledger ledger.sqlite was written by a newer version of Lunokhod; run that version, "
                + "or put a backup from before in its place.")
    }

    @Test func `a folder in the file's place can't be opened`() async throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try await expectRefusal(
            "The ledger can't be read or written: ledger.sqlite is a folder; look at the disk and the system's log.")
    }

    @Test func `a folder that can't be written is told`() async throws {
        // Not even root can make a file there.
        try await expectRefusal(
            "The ledger /sys/ledger.sqlite can't be written; let this user write the file and its folder.",
            ledger: "/sys/ledger.sqlite", of: ["serve"])
    }

    /// Another program that keeps a ledger's lock of writing until it ends the transaction.
    private func holdingWriteLock(of path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        // `serve` may be writing at the moment.
        configuration.busyMode = .timeout(60)
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try other.inDatabase { try $0.beginTransaction(.immediate) }
        return other
    }

    @Test func `while another program keeps the ledger locked, no event is taken, and that is told until it is over`()
        async throws
    {
        try await DemoPortal(options: .init()).serve { address in
            let handler = "return handler { on = { 'ONCRMDEALADD' }, run = function() log.info 'seen' end }"
            let served = try ServedWorkspace.make(["handlers/seen.lua": handler], address)
            let ending = try await served.serve { start in
                let ready = { try await ServedWorkspace.get("/readyz", port: start.operations) }
                #expect(try await ready().status == 200)
                let other = try holdingWriteLock(of: "\(served.workspace.path)/.lunokhod/ledger.sqlite")
                #expect(try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port) == 503)
                let answer = try await ready()
                #expect(answer.status == 503)
                #expect(answer.text.contains("the ledger can't be written") && answer.text.contains("locked"))
                try other.inDatabase { try $0.rollback() }
                try other.close()
                #expect(try await ServedWorkspace.post("ONCRMDEALADD", id: 2, at: 2, to: start.port) == 200)
                try await ServedWorkspace.soon { try await ready().status == 200 }
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(try await served.jobs([.done]).map(\.lane) == ["crm.deal:2"])
        }
    }

    @Test func `a ledger that another program keeps for itself is locked`() async throws {
        try await makeLedger()
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "UPDATE pulse SET beats = beats + 1")
        }
        try await expectRefusal(
            "Another program keeps the ledger ledger.sqlite locked; try again, or find the program that doesn't let it go.",
            of: ["status"])
        try other.close()
    }

    @Test func `jobs wait while there is no script, and run when it is back`() async throws {
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make([:], address)
            let file = "scripts/back.lua"
            let ledger = try served.ledger()
            _ = try await ledger.addJob(portal: "main", script: file, by: "anna", now: Stamp(milliseconds: 1))
            try FileManager.default.removeItem(atPath: "\(served.workspace.path)/scripts")
            let ending = try await served.serve { _ in
                try await ServedWorkspace.soon { !served.lines("1 job waits for the script, which is gone").isEmpty }
                try FileManager.default.createDirectory(
                    atPath: "\(served.workspace.path)/scripts", withIntermediateDirectories: true)
                try served.workspace.write(file, "return job { run = function() log.info 'back' end }")
                try await ServedWorkspace.soon { try await served.logged() == ["back"] }
            }
            #expect(ending.isClean, "\(ending.log)")
            // It was not begun before.
            #expect(try await ledger.runs(RunFilter(), most: 9).map(\.outcome) == ["done"])
            ledger.close()
        }
    }

    @Test func `where there is no script, that is told, and one that is put there is served`() async throws {
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make([:], address)
            try FileManager.default.removeItem(atPath: "\(served.workspace.path)/scripts")
            let ending = try await served.serve { start in
                #expect(served.lines("there is no script to serve yet").count == 1)
                try FileManager.default.createDirectory(
                    atPath: "\(served.workspace.path)/scripts", withIntermediateDirectories: true)
                try served.workspace.write(
                    "scripts/seen.lua",
                    "return handler { on = { 'ONCRMDEALADD' }, run = function() log.info 'seen' end }")
                try await ServedWorkspace.soon { !served.lines("the script is served").isEmpty }
                #expect(try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port) == 200)
                try await ServedWorkspace.soon { try await served.logged() == ["seen"] }
            }
            #expect(ending.isClean, "\(ending.log)")
        }
    }
}
