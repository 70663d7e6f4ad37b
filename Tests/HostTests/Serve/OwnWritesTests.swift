import Bitrix24
import Ledger
import Testing
import Trials

@testable import Host

@Suite("What this host has changed itself")
struct OwnWritesTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    private func stamp(_ seconds: Int) -> Stamp { Stamp(milliseconds: seconds * 1_000) }

    @Test func `what was changed before the start is known again, unless it is long ago or was refused`() async throws {
        _ = try await ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: stamp(0))
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: stamp(0), lease: stamp(9_999), owner: "me")
        let claim = try #require(claims.first)
        for (entity, time) in [("crm.deal:1", 100), ("crm.deal:2", 900), ("crm.deal:3", 950)] {
            let number = try await ledger.noteWrite(
                run: claim.run, method: "crm.deal.update", entity: entity, now: stamp(time))
            if entity == "crm.deal:3" { try await ledger.settleWrite(number, .failed, now: stamp(time)) }
        }
        let own = OwnWrites(window: 300)
        try await own.restore(from: ledger, now: stamp(1_000))
        let write = try #require(own.newest(portal: "main", entity: "crm.deal:2"))
        #expect(write.script == "a.lua" && write.job == claim.job.id && write.change == .updated && write.at == 900)
        #expect(own.newest(portal: "main", entity: "crm.deal:1") == nil)
        #expect(own.newest(portal: "main", entity: "crm.deal:3") == nil)
        #expect(own.newest(portal: "other", entity: "crm.deal:2") == nil)
    }
}
