import JSON
import Testing

@testable import DemoPortal

@Suite("Other people's changes")
struct TurnoverTests {
    private func portal(_ churn: DemoChurn?) -> DemoPortal {
        var options = TestPortal.options(deals: 200)
        options.churn = churn
        return DemoPortal(options: options)
    }

    /// The identifiers that a walk by `start` finds.
    private func walk(_ portal: DemoPortal) throws -> [Int] {
        var found: [Int] = []
        for page in 0..<4 {
            let reply = portal.call("crm.deal.list", "select[]=ID&start=\(page * 50)")
            found += try JSONValue(parsing: reply.body)["result"]?.column("ID").compactMap { Int($0) } ?? []
        }
        return found
    }

    @Test("come before every so-manieth list, commands of a batch included, and not when the house reads")
    func due() {
        let portal = portal(DemoChurn(every: 2, deletions: 5, additions: 2))
        _ = portal.call("crm.deal.list")
        #expect(portal.identifiers(of: "crm.deal").count == 200)
        _ = portal.call("user.get")
        #expect(portal.identifiers(of: "crm.deal").count == 197)
        _ = portal.call("batch", "cmd[a]=crm.lead.list&cmd[b]=crm.deal.list&cmd[c]=profile")
        #expect(portal.identifiers(of: "crm.deal").count == 194)
        for _ in 0..<4 { _ = portal.answer("crm.deal.list") }
        #expect(portal.identifiers(of: "crm.deal").count == 194)
        #expect(portal.executed.isEmpty)
    }

    @Test("make a walk by start lose deals that were there all the time, the same for the same seed")
    func losses() throws {
        let churn = DemoChurn(every: 1, deletions: 8, additions: 8)
        let portal = portal(churn)
        let before = Set(portal.identifiers(of: "crm.deal"))
        let found = try walk(portal)
        let stayed = before.intersection(portal.identifiers(of: "crm.deal"))
        #expect(!stayed.isSubset(of: found))
        #expect(try walk(self.portal(churn)) == found)
        #expect(try Set(walk(self.portal(nil))) == before)
    }

    @Test("end with the deals")
    func empty() {
        let portal = portal(DemoChurn(every: 1, deletions: 150, additions: 0))
        for _ in 0..<3 { #expect(portal.call("crm.deal.list").status == 200) }
        #expect(portal.identifiers(of: "crm.deal").isEmpty)
    }
}
