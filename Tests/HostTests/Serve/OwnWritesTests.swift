import Bitrix24
import JSON
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
        let own = OwnWrites(rule: ChainRule())
        try await own.restore(from: ledger, now: stamp(1_000))
        let write = try #require(own.find(event(2, at: 1_000), portal: "main").echoed)
        #expect(write.script == "a.lua" && write.job == claim.job.id && write.change == .updated && write.at == 900)
        #expect(own.find(event(1, at: 1_000), portal: "main") == OwnWrites.Finding())
        #expect(own.find(event(3, at: 1_000), portal: "main") == OwnWrites.Finding())
        #expect(own.find(event(2, at: 1_000), portal: "other") == OwnWrites.Finding())
    }

    private func event(_ deal: Int, at: Double, script: String = "b.lua", dated: Double? = nil) -> ChainRule.Occasion {
        ChainRule.Occasion(
            script: script, event: "ONCRMDEALUPDATE", entity: EntityReference("crm.deal:\(deal)"), change: .updated,
            at: at, dated: dated)
    }

    private func claim() async throws -> Claim {
        _ = try await ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: stamp(0))
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: stamp(0), lease: stamp(9_999), owner: "me")
        return try #require(claims.first)
    }

    private func subject(_ deal: Int) throws -> CallSubject {
        try #require(CallSubject(PortalCall("crm.deal.update", ["id": .integer(deal), "fields": ["TITLE": "x"]])))
    }

    @Test func `each script gets one echo of a change, and more only while the portal dates them so`() async throws {
        let own = OwnWrites(rule: ChainRule())
        let claim = try await claim()
        own.note(try subject(5), number: 1, by: "crm.deal.update", of: claim, at: stamp(100))
        #expect(own.find(event(5, at: 101), portal: "main").echoed != nil)
        #expect(own.find(event(5, at: 102, script: "c.lua"), portal: "main").echoed != nil)
        let second = own.find(event(5, at: 103), portal: "main")
        #expect(second.echoed == nil && second.isBusy)
        own.note(try subject(5), number: 1, by: "crm.deal.update", span: 50...51, of: claim, at: stamp(104))
        #expect(own.find(event(5, at: 110, dated: 52), portal: "main").echoed != nil)
        #expect(own.find(event(5, at: 160, dated: 110), portal: "main").echoed == nil)
    }

    @Test func `a change that the portal refused has no echo`() async throws {
        let own = OwnWrites(rule: ChainRule())
        let claim = try await claim()
        own.note(try subject(5), number: 1, by: "crm.deal.update", of: claim, at: stamp(100))
        own.note(try subject(5), number: 2, by: "crm.deal.update", of: claim, at: stamp(101))
        own.forget(try subject(5), number: 2, portal: "main")
        #expect(own.find(event(5, at: 102), portal: "main").echoed?.at == 100)
        own.forget(try subject(5), number: 1, portal: "main")
        #expect(own.find(event(5, at: 103), portal: "main") == OwnWrites.Finding())
    }
}
