import JSON
import Testing

@testable import Bitrix24

@Suite struct OfflineQueueTests {
    private struct Full: Error {}

    private func with(
        _ queue: SimulatedQueue, _ body: @escaping @Sendable (Portal) async throws -> Void
    ) async throws {
        try await TestServer.serve(answer: { queue.answer($0) }) { server in
            let root = "http://127.0.0.1:\(server.port)/rest/"
            let token = ApplicationToken(access: "a", refresh: "r", endpoint: root, memberID: "m")
            let application = Application(
                clientID: "c", clientSecret: "s", server: root, store: TestStore(token))
            try await TestPortal.with(.application(application)) { try await body($0) }
        }
    }

    private func take(from queue: OfflineQueue, _ notes: Notes<PulledEvent>) async throws -> Int {
        try await queue.pull { for event in $0 { notes.add(event) } }
    }

    private func names(_ notes: Notes<PulledEvent>) -> [Int] { notes.all.compactMap { Int($0.entity?.id ?? "") } }

    @Test("events are confirmed only after they were taken, 50 at a time", arguments: [true, false])
    func all(extended: Bool) async throws {
        let portalQueue = SimulatedQueue(extended: extended, count: 120)
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            var counts: [Int] = []
            for _ in 0..<4 {
                counts.append(
                    try await queue.pull { events in
                        #expect(portalQueue.entries.count == 120 - notes.all.count)
                        for event in events { notes.add(event) }
                    })
            }
            #expect(counts == [50, 50, 20, 0])
        }
        #expect(names(notes) == Array(1...120))
        #expect(Set(notes.all.map(\.identity)).count == 120)
        #expect(portalQueue.entries.isEmpty)
    }

    @Test("what could not be taken is given again", arguments: [true, false])
    func refused(extended: Bool) async throws {
        let portalQueue = SimulatedQueue(extended: extended, count: 3)
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            await #expect(throws: Full.self) { _ = try await queue.pull { _ in throw Full() } }
            #expect(portalQueue.entries.count == 3)
            let again = try await take(from: queue, notes)
            #expect(again == 3)
        }
        #expect(names(notes) == [1, 2, 3])
        #expect(portalQueue.entries.isEmpty)
    }

    @Test("what was reserved when the program ended is found again by the next one, with the same identities")
    func restart() async throws {
        let portalQueue = SimulatedQueue(extended: true, count: 3)
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            portalQueue.refuse("event.offline.clear")
            let first = OfflineQueue(of: portal, by: portal.caller(.handler))
            await #expect(throws: PortalError.self) {
                _ = try await first.pull { for event in $0 { notes.add(event) } }
            }
            portalQueue.refuse("event.offline.clear", false)
            let second = OfflineQueue(of: portal, by: portal.caller(.handler))
            let found = try await take(from: second, notes)
            #expect(found == 3)
            let rest = try await take(from: second, notes)
            #expect(rest == 0)
        }
        #expect(names(notes) == [1, 2, 3, 1, 2, 3])
        #expect(Set(notes.all.map(\.identity)).count == 3)
        #expect(portalQueue.entries.isEmpty)
    }

    @Test("an entry that can't be read is marked as an error and keeps nothing back")
    func unreadable() async throws {
        let portalQueue = SimulatedQueue(extended: true, count: 3)
        portalQueue.change { $0[1].isReadable = false }
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            let entries = try await take(from: queue, notes)
            #expect(entries == 3)
            let rest = try await take(from: queue, notes)
            #expect(rest == 0)
        }
        #expect(names(notes) == [1, 3])
        #expect(portalQueue.entries.map(\.event) == ["FAILED"])
    }

    @Test("without reservation, an entity that changes between taking and removing is taken once more")
    func changedBetween() async throws {
        let portalQueue = SimulatedQueue(extended: false, count: 3)
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            let count = try await queue.pull { events in
                if notes.all.isEmpty { portalQueue.change { $0[1].second = 5 } }
                for event in events { notes.add(event) }
            }
            #expect(count == 4)
        }
        #expect(names(notes) == [1, 2, 3, 2])
        #expect(Set(notes.all.map(\.identity)).count == 4)
        #expect(portalQueue.entries.isEmpty)
    }

    @Test("a page of which nothing can be read is marked and removes nothing")
    func allUnreadable() async throws {
        let portalQueue = SimulatedQueue(extended: true, count: 51)
        portalQueue.change { entries in for place in 0..<50 { entries[place].isReadable = false } }
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            while try await take(from: queue, notes) > 0 {}
        }
        #expect(names(notes) == [51])
        #expect(portalQueue.entries.count == 50)
        #expect(portalQueue.calls.count { $0 == "event.offline.clear" } == 1)
    }

    @Test("without reservation, entries that others have reserved or marked hide none and are not asked for for ever")
    func reservedByOthers() async throws {
        let portalQueue = SimulatedQueue(extended: false, count: 120)
        portalQueue.change { entries in
            for place in 0..<60 { entries[place].process = "other" }
            for place in 60..<70 { entries[place].event = "FAILED" }
        }
        let notes = Notes<PulledEvent>()
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            while try await take(from: queue, notes) > 0 {}
        }
        #expect(names(notes) == Array(71...120))
        #expect(portalQueue.entries.count == 70)
    }

    @Test("without reservation, an event that comes meanwhile stays in the queue")
    func newcomer() async throws {
        let portalQueue = SimulatedQueue(extended: false, count: 2)
        try await with(portalQueue) { portal in
            let queue = OfflineQueue(of: portal, by: portal.caller(.handler))
            let count = try await queue.pull { _ in
                portalQueue.change { $0.append(SimulatedQueue.Entry(id: 3)) }
            }
            #expect(count == 2)
        }
        #expect(portalQueue.entries.map(\.id) == [3])
    }
}
