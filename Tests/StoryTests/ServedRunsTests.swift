import DemoPortal
import Foundation
import JSON
import Ledger
import Testing

/// What the ledger knows of the runs of the real `lunokhod serve`.
@Suite struct ServedRunsTests {
    @Test
    func `a run that fails after a change is interrupted, counted and shown with its requests, and its keys stay used`()
        async throws
    {
        let script = """
            return job { schedule = "* * * * * *", pause_after = 1, run = function()
              b24.crm.deal.add { fields = { TITLE = "x" } }
              b24.crm.deal.add { fields = { TITLE = "y" } }
              store.once("k")
              error("late")
            end }
            """
        try await DemoPortal().serve { address in
            let workspace = try Workspace()
            try FileManager.default.createDirectory(
                atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
            try workspace.write("scripts/a.lua", script)
            let served = ServedWorkspace(
                workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook, "PATH": "/usr/bin:/bin"])
            try await served.serve { _ in
                let ledger = try served.ledger()
                defer { ledger.close() }
                let isPaused = try await ServedWorkspace.until { try await !ledger.paused().isEmpty }
                #expect(isPaused)
                let run = try #require(try await ledger.runs(RunFilter(outcome: "interrupted"), most: 1).first)
                #expect(run.requests == 2)
                let kept = try await ledger.memory(portal: "main", script: "scripts/a.lua")
                    .value("k", now: Stamp(milliseconds: 0))
                #expect(kept == JSONValue.bool(true).bytes)
            }
        }
    }
}
