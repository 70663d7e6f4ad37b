import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// The events of an application, asked for over HTTP at the demo portal.
@Suite struct DemoEventsTests {
    private struct Full: Error {}

    private static func demo(extended: Bool = true) -> DemoPortal {
        var options = DemoPortalOptions(seed: 7)
        options.deals = 3
        options.webhookCode = TestPortal.code
        options.hasExtendedOfflineEvents = extended
        return DemoPortal(options: options)
    }

    private func bind(_ portal: Portal, connector: String? = nil) async throws {
        let bindings = EventBindings(of: portal, by: portal.caller(.handler))
        let plan = BindingPlan.offline(
            ["ONCRMDEALADD", "ONCRMDEALUPDATE"], connector: connector, bound: try await bindings.bound())
        #expect(await bindings.settle(plan).isEmpty)
    }

    private func add(_ demo: DemoPortal, _ count: Int) {
        for number in 0..<count {
            _ = demo.answer("crm.deal.add", ["fields": ["TITLE": .string("\(number)")]])
        }
    }

    @Test("registrations are settled so that nothing is left to do, and taken away again")
    func bindings() async throws {
        let demo = Self.demo()
        let handler = "http://127.0.0.1:9/events"
        try await demo.withApplication { portal, _ in
            let bindings = EventBindings(of: portal, by: portal.caller(.handler))
            try await bind(portal)
            let online = BindingPlan.online(
                ["ONTASKADD", "ONNOSUCHEVENT"], handler: handler, bound: try await bindings.bound())
            let refused = await bindings.settle(online)
            #expect(refused.map(\.event.event) == ["ONNOSUCHEVENT"])
            #expect(refused.map(\.error.code) == ["ERROR_EVENT_NOT_FOUND"])
            let bound = try await bindings.bound()
            #expect(bound.filter(\.isOffline).map(\.event).sorted() == ["ONCRMDEALADD", "ONCRMDEALUPDATE"])
            #expect(bound.filter { !$0.isOffline }.map(\.handler) == [handler])
            #expect(BindingPlan.offline(["ONCRMDEALADD", "ONCRMDEALUPDATE"], bound: bound).isEmpty)
            let none = BindingPlan.offline([], bound: bound)
            #expect(await bindings.settle(none).isEmpty)
            let left = try await bindings.bound()
            #expect(left.map(\.event) == ["ONTASKADD"])
        }
    }

    @Test("each offline event is taken once, 50 at a time, whatever the plan", arguments: [true, false])
    func all(extended: Bool) async throws {
        let demo = Self.demo(extended: extended)
        let notes = Notes<PulledEvent>()
        try await demo.withApplication { portal, _ in
            try await bind(portal)
            add(demo, 70)
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            await #expect(throws: Full.self) { _ = try await queue.pull { _ in throw Full() } }
            var counts: [Int] = []
            for _ in 0..<3 { counts.append(try await queue.pull { for event in $0 { notes.add(event) } }) }
            #expect(counts == [50, 20, 0])
        }
        let new = demo.identifiers(of: "crm.deal").suffix(70).map(String.init)
        #expect(notes.all.compactMap { $0.entity?.id }.sorted() == new.sorted())
        #expect(Set(notes.all.map(\.identity)).count == 70)
        #expect(notes.all.allSatisfy { $0.event == "ONCRMDEALADD" && $0.at != nil })
    }

    @Test("what was reserved when the program ended is found by the next one")
    func restart() async throws {
        let demo = Self.demo()
        let notes = Notes<PulledEvent>()
        try await demo.withApplication { portal, _ in
            try await bind(portal)
            add(demo, 3)
            let first = OfflineQueue(of: portal, by: portal.caller(.handler))
            await #expect(throws: Full.self) {
                _ = try await first.pull { events in
                    for event in events { notes.add(event) }
                    throw Full()
                }
            }
            let second = OfflineQueue(of: portal, by: portal.caller(.handler))
            let counts = [
                try await second.pull { for event in $0 { notes.add(event) } },
                try await second.pull { for event in $0 { notes.add(event) } },
            ]
            #expect(counts == [3, 0])
        }
        #expect(notes.all.count == 6 && Set(notes.all.map(\.identity)).count == 3)
    }

    @Test("changes that are made with the connector are not told to its own queue")
    func connector() async throws {
        let demo = Self.demo()
        let notes = Notes<PulledEvent>()
        try await demo.withApplication { portal, _ in
            try await bind(portal, connector: "lunokhod")
            let deal: JSONObject = ["fields": ["TITLE": "own"], "auth_connector": "lunokhod"]
            _ = try await portal.text("crm.deal.add", .object(deal))
            add(demo, 1)
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler), connector: "lunokhod")
            let count = try await queue.pull { for event in $0 { notes.add(event) } }
            #expect(count == 1)
            let nobodys = OfflineQueue(of: portal, by: portal.caller(.handler))
            let others = try await nobodys.pull { for event in $0 { notes.add(event) } }
            #expect(others == 0)
        }
        #expect(notes.all.map { $0.entity?.id } == [demo.identifiers(of: "crm.deal").last.map(String.init)])
    }
}
