import Forms
import JSON
import Synchronization
import Testing

@testable import DemoPortal

@Suite("Other people at work")
struct ColleaguesTests {
    private func work(_ count: Int, seed: UInt64, on portal: DemoPortal) -> [Colleagues.Change] {
        var colleagues = Colleagues(seed: seed)
        return portal.state.withLock { state in
            (0..<count).compactMap { _ in
                let change = colleagues.next(state[.deal])
                if let change { state.carryOut(change) }
                return change
            }
        }
    }

    @Test("add and change deals, the same ones for the same seed")
    func seed() {
        let first = work(40, seed: 1, on: TestPortal.make())
        #expect(first == work(40, seed: 1, on: TestPortal.make()))
        #expect(first != work(40, seed: 2, on: TestPortal.make()))
        #expect(first.count == 40)
        #expect(Set(first.map(\.method)) == ["crm.deal.add", "crm.deal.update"])
    }

    @Test("make changes of their own, which are found by the time and are no requests")
    func changes() throws {
        let portal = TestPortal.make()
        let time = try portal.result("server.time")
        let before = portal.statistics
        let count = portal.identifiers(of: "crm.deal").count
        let changes = work(40, seed: 1, on: portal)
        #expect(portal.statistics == before && portal.executed.isEmpty)
        let added = changes.filter { $0.method == "crm.deal.add" }.count
        #expect(portal.identifiers(of: "crm.deal").count == count + added)
        let filter: JSONObject = [">=DATE_MODIFY": time]
        let parameters: JSONValue = ["filter": .object(filter), "select": ["ID", "MODIFY_BY_ID"]]
        let found = try portal.result("crm.deal.list", parameters)
        let ids = Set(changes.compactMap { $0.parameters["id"]?.text })
        #expect(ids.isSubset(of: found.column("ID")) && found.array?.count ?? 0 >= added)
        #expect(Set(found.column("MODIFY_BY_ID")).isSubset(of: changes.map { String($0.user) }))
        #expect(try portal.result("user.current")["ID"] == "1")
    }

    @Test("have nothing to do where there are no deals")
    func empty() { #expect(work(3, seed: 1, on: TestPortal.make(deals: 0)).isEmpty) }

    @Test("tell handlers while the portal serves", .timeLimit(.minutes(10)))
    func live() async throws {
        try await EventReceiver.run { address, forms in
            var options = TestPortal.options()
            options.changesPerSecond = 200
            options.outgoingWebhooks = [
                OutgoingWebhook(events: OutgoingWebhook.allEvents, handler: address, applicationToken: "known")
            ]
            try await DemoPortal(options: options).serve { _ in
                var names: Set<String> = []
                for await form in forms {
                    names.insert(form["event"]?.text ?? "")
                    if names.count == 2 { break }
                }
                #expect(names == ["ONCRMDEALADD", "ONCRMDEALUPDATE"])
            }
        }
    }
}
