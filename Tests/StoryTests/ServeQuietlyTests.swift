import DemoPortal
import Glibc
import Ledger
import Testing

/// The real `lunokhod serve` that nobody can reach, and how it ends.
@Suite struct ServeQuietlyTests {
    private static let closed = "serve: { listen: off, operations: off, stop_within: 1h }\n"

    @Test func `without an address it does its jobs, tells systemd, and ends when it is told to`() async throws {
        try await DemoPortal(options: .init()).serve { address in
            let tick = "return job { schedule = '* * * * * *', run = function() log.info 'tick' end }"
            var served = try ServedWorkspace.make(["tick.lua": tick], address, settings: Self.closed)
            let ear = try NotifySocket(path: "\(served.workspace.path)/notify")
            served.environment["NOTIFY_SOCKET"] = ear.path
            let fixed = served
            let ending = try await fixed.serve(isPlaced: false) { start in
                #expect(start.port == 0 && start.operations == 0)
                var heard: [String] = []
                try await ServedWorkspace.soon {
                    heard += ear.heard()
                    return heard == ["READY=1"]
                }
                try await ServedWorkspace.soon { try await !fixed.jobs([.done]).isEmpty }
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(ending.log.contains("\"stopped\""), "\(ending.log)")
        }
    }

    @Test func `a stop waits for the job that runs, and a second one ends it`() async throws {
        try await DemoPortal(options: .init()).serve { address in
            let long = "return job { schedule = '* * * * * *', run = function() while true do end end }"
            let served = try ServedWorkspace.make(["long.lua": long], address, settings: Self.closed)
            // `serve` itself sends the second SIGTERM.
            let ending = try await served.serve(isPlaced: false) { start in
                try await ServedWorkspace.soon { try await !served.jobs([.running]).isEmpty }
                kill(start.process, SIGTERM)
                try await ServedWorkspace.soon { !served.lines("no more jobs are taken").isEmpty }
                #expect(served.lines("\"stopped\"").isEmpty)
                #expect(try await served.jobs([.running]).count == 1)
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(ending.log.contains("told again to stop"))
            // It had changed nothing, so it is tried again.
            #expect(try await served.jobs([.running]).isEmpty)
            #expect(try await served.jobs([.waiting]).count == 1)
        }
    }
}
