import DemoPortal
import Ledger
import Testing

/// What the log of the real program says while its files can't grow.
@Suite("serve on a full disk", .timeLimit(.minutes(10)))
struct ServeFullDiskTests {
    @Test func `trouble that is met each second is told once, its end too, and the run is recorded`() async throws {
        var options = DemoPortalOptions()
        // The run shall last until the disk is full.
        options.latency = DemoLatency(perRequest: 2)
        try await DemoPortal(options: options).serve { address in
            var served = try ServedWorkspace.make(
                [
                    "handlers/slow.lua":
                        "return handler { on = { 'ONCRMDEALADD' }, run = function() b24.server.time {} end }"
                ], address)
            served.outlastsFullFiles = true
            let ending = try await served.serve { [served] start in
                #expect(try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port) == 200)
                try await ServedWorkspace.soon { try await served.jobs([.running]).count == 1 }
                try start.setDisk(full: true)
                try await ServedWorkspace.soon { !served.lines("the outcome of a run can't be recorded yet").isEmpty }
                #expect(try await ServedWorkspace.post("ONCRMDEALADD", id: 2, at: 1, to: start.port) == 503)
                // The look that finds this out comes every 15 seconds.
                try await ServedWorkspace.soon { !served.lines("the ledger can't be written").isEmpty }
                #expect(served.lines("the outcome of a run can't be recorded yet").count == 1)
                #expect(served.lines("events are lost").count == 1)
                try start.setDisk(full: false)
                try await ServedWorkspace.soon { !served.lines("the ledger can be written again").isEmpty }
                #expect(try await served.jobs([.done]).count == 1)
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(served.lines("the ledger can be written again").count == 1)
        }
    }
}
