import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// Bulk writes over real HTTP to the demo portal.
@Suite struct BulkWriterTests {
    @Test("3,000 contacts are added once, in their order, in hardly more requests than they fill")
    func order() async throws {
        try await withPortal { demo, portal in
            let told = Told()
            let summary = try await BulkWriter(portal: portal, journal: MemoryJournal())
                .write(ContactRows(count: 3_000), report: told.add)
            #expect(summary.done == 3_000 && summary.count == 3_000 && !summary.isStopped && summary.left.isEmpty)
            #expect(demo.addedContacts == ContactRows(count: 3_000).keys)
            #expect(told.all.map(\.key) == ContactRows(count: 3_000).keys)
            #expect(await portal.statistics.requests <= 65)
        }
    }

    @Test("what is told of a row is what the portal answered for it")
    func results() async throws {
        try await withPortal { demo, portal in
            let told = Told()
            _ = try await BulkWriter(portal: portal, journal: MemoryJournal())
                .write(ContactRows(count: 120), report: told.add)
            for (key, outcome) in told.all {
                guard case .done(let result) = outcome, let id = try JSONValue(parsing: result).integer else {
                    Issue.record("\(key) has no ID")
                    continue
                }
                let answer = demo.answer("crm.contact.get", ["id": .integer(id)])
                #expect(try JSONValue(parsing: answer.body)["result"]?["NAME"]?.string == key)
            }
        }
    }

    @Test(
        "when things go wrong no contact is added twice, and each row's outcome agrees with the portal",
        arguments: [(1, true), (2, true), (3, false), (4, false), (1969, true), (1970, false)] as [(UInt64, Bool)])
    func faults(seed: UInt64, keepsOrder: Bool) async throws {
        try await withPortal(faults: DemoFaults(seed: seed, every: 0.3 / 11)) { demo, portal in
            var options = BulkOptions()
            options.keepsOrder = keepsOrder
            let told = Told()
            let journal = MemoryJournal()
            let rows = ContactRows(count: 1_200)
            let summary = try await BulkWriter(portal: portal, journal: journal, options: options)
                .write(rows, report: told.add)
            #expect(summary.count == 1_200 && summary.done > 0 && summary.unknown > 0)
            #expect(told.all.count == 1_200)
            #expect(demo.statistics.faults > 5)
            try await expectAgreement(told, demo, journal)
        }
    }

    @Test("a row that the portal refuses doesn't stop the others, and is tried again by the next run")
    func refused() async throws {
        try await withPortal { demo, portal in
            let journal = MemoryJournal()
            var rows = ContactRows(count: 130)
            rows.fields = { key in ["NAME": .string(key.hasSuffix("7") ? "" : key)] }
            let summary = try await BulkWriter(portal: portal, journal: journal).write(rows)
            #expect(summary.failed == 13 && summary.done == 117)
            let told = Told()
            let second = try await BulkWriter(portal: portal, journal: journal)
                .write(ContactRows(count: 130), report: told.add)
            #expect(second.skipped == 117 && second.done == 13 && second.failed == 0)
            #expect(told.keys(where: \.isDone).allSatisfy { $0.hasSuffix("7") })
            #expect(Set(demo.addedContacts) == Set(rows.keys) && demo.addedContacts.count == 130)
        }
    }

    @Test("no more rows than the window has are read ahead of their outcomes", arguments: [1, 7, 50, 120, 333])
    func window(size: Int) async throws {
        try await withPortal { demo, portal in
            let rows = ContactRows(count: 260)
            let told = Told()
            var options = BulkOptions()
            options.window = size
            let summary = try await BulkWriter(portal: portal, journal: MemoryJournal(), options: options)
                .write(rows) { row, outcome in
                    #expect(rows.read.value - told.all.count <= size)
                    told.add(row, outcome)
                }
            #expect(summary.done == 260)
            #expect(demo.addedContacts == rows.keys)
        }
    }

    @Test("rows without an order are all written once")
    func withoutOrder() async throws {
        try await withPortal { demo, portal in
            var options = BulkOptions()
            options.keepsOrder = false
            let summary = try await BulkWriter(portal: portal, journal: MemoryJournal(), options: options)
                .write(ContactRows(count: 3_000))
            #expect(summary.done == 3_000)
            #expect(demo.addedContacts.sorted() == ContactRows(count: 3_000).keys.sorted())
            #expect(await portal.statistics.requests <= 65)
        }
    }

    @Test("of rows with one key only the first is written, however close they are")
    func equalKeys() async throws {
        try await withPortal { demo, portal in
            let keys = ["a", "a", "b"] + (0..<300).map { "row \($0)" } + ["a", "c"]
            let summary = try await BulkWriter(portal: portal, journal: MemoryJournal()).write(ContactRows(keys))
            #expect(summary.done == 303 && summary.skipped == 2)
            #expect(demo.addedContacts.count { $0 == "a" } == 1)
        }
    }

    // MARK: Portals

    /// Each row's outcome, the journal and the portal say the same.
    private func expectAgreement(_ told: Told, _ demo: DemoPortal, _ journal: MemoryJournal) async throws {
        let added = Dictionary(grouping: demo.addedContacts) { $0 }.mapValues(\.count)
        for (key, outcome) in told.all {
            let count = added[key] ?? 0
            switch outcome {
            case .done: #expect(count == 1, "\(key)")
            case .failed, .left: #expect(count == 0, "\(key)")
            case .unknown: #expect(count <= 1, "\(key)")
            case .skipped: Issue.record("\(key) was skipped")
            }
            #expect(await journal.outcome(of: key) == outcome.entry)
        }
    }
}

/// Serves a portal while `body` runs, to a client for whom pauses take no time.
func withPortal(
    faults: DemoFaults = DemoFaults(), limits: PortalLimits = .standard,
    _ body: @Sendable @escaping (DemoPortal, Portal) async throws -> Void
) async throws {
    var demoOptions = DemoPortalOptions(seed: 7)
    demoOptions.deals = 120
    demoOptions.faults = faults
    let demo = DemoPortal(options: demoOptions)
    var options = PortalOptions()
    options.limits = limits
    options.clock = JumpingClock().clock
    try await demo.serve { [options] address in
        let portal = try Portal(credential: .webhook(try Webhook(address.webhook)), options: options)
        do {
            try await body(demo, portal)
        } catch {
            await portal.shutdown()
            throw error
        }
        await portal.shutdown()
    }
}
