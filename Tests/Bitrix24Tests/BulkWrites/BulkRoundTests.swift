import DemoPortal
import JSON
import Synchronization
import Testing

@testable import Bitrix24

/// How bulk writes stop and go on.
@Suite struct BulkRoundTests {
    struct Failure: Error, Hashable {}

    @Test(
        "a stop in the middle leaves the rest, and the next run writes that and nothing twice",
        arguments: [true, false])
    func resume(keepsOrder: Bool) async throws {
        try await withPortal { demo, portal in
            var options = BulkOptions()
            options.keepsOrder = keepsOrder
            let journal = MemoryJournal()
            let writer = BulkWriter(portal: portal, journal: journal, options: options)
            let rows = ContactRows(count: 1_000)
            let told = Told()
            let stopped = try await Task {
                try await writer.write(rows) { row, outcome in
                    told.add(row, outcome)
                    if told.all.count == 420 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }.value
            #expect(stopped.isStopped && stopped.unknown == 0 && stopped.failed == 0)
            #expect(stopped.done >= 420 && stopped.done < 1_000)
            #expect(stopped.done + stopped.left.count == rows.read.value && stopped.left.count <= 200)
            #expect(demo.addedContacts.count == stopped.done)
            #expect(told.keys { $0 == .left } == stopped.left)
            let rest = try await writer.write(ContactRows(count: 1_000))
            #expect(rest.skipped == stopped.done && rest.done == 1_000 - stopped.done && !rest.isStopped)
            #expect(demo.addedContacts.sorted() == rows.keys.sorted())
        }
    }

    @Test("rows whose answers were not recorded are told as unknown by the next run and not repeated")
    func crash() async throws {
        try await withPortal { demo, portal in
            let journal = FailingJournal(finishes: 4)
            await #expect(throws: Failure.self) {
                try await BulkWriter(portal: portal, journal: journal).write(ContactRows(count: 1_000))
            }
            let written = Set(demo.addedContacts)
            let known = await journal.kept.entries
            let begun = Set(known.filter { $0.value == .begun }.keys)
            #expect(!begun.isEmpty && begun.count <= 200)
            let told = Told()
            let summary = try await BulkWriter(portal: portal, journal: journal.kept)
                .write(ContactRows(count: 1_000), report: told.add)
            #expect(Set(told.keys(where: \.isUnknown)) == begun)
            #expect(summary.unknown == begun.count && summary.done + summary.skipped + begun.count == 1_000)
            #expect(demo.addedContacts.count == Set(demo.addedContacts).count)
            #expect(written.isSubset(of: Set(told.keys { $0.isSkipped || $0.isUnknown })))
            guard case .unknown(let error)? = told.all.first(where: { $0.outcome.isUnknown })?.outcome else { return }
            #expect(
                error.description
                    == "crm.contact.add: it is not known whether this was done: an earlier run ended before it knew the "
                    + "answer (UNKNOWN_OUTCOME); look in Bitrix24 whether the change is there before you repeat it")
        }
    }

    @Test("what somebody has looked at goes on as the journal is told")
    func looked() async throws {
        try await withPortal { demo, portal in
            let journal = MemoryJournal(["row 0": .begun, "row 1": .begun, "row 2": .begun])
            await journal.finish([("row 0", .left), ("row 1", .done(result: Array("17".utf8)))])
            let told = Told()
            _ = try await BulkWriter(portal: portal, journal: journal).write(ContactRows(count: 4), report: told.add)
            #expect(demo.addedContacts == ["row 0", "row 3"])
            #expect(told.all.contains { $0.key == "row 1" && $0.outcome == .skipped(result: Array("17".utf8)) })
            #expect(told.keys(where: \.isUnknown) == ["row 2"])
        }
    }

    @Test("what the journal can't take note of is not sent")
    func unrecorded() async throws {
        try await withPortal { demo, portal in
            let journal = FailingJournal(begins: 2)
            await #expect(throws: Failure.self) {
                try await BulkWriter(portal: portal, journal: journal).write(ContactRows(count: 1_000))
            }
            let known = await journal.kept.entries
            #expect(Set(demo.addedContacts).isSubset(of: Set(known.keys)) && known.count == 100)
            #expect(!known.values.contains(.begun))
        }
    }

    @Test("a report that fails stops the work; what was sent is recorded all the same")
    func reportFails() async throws {
        try await withPortal { demo, portal in
            let journal = MemoryJournal()
            let told = Told()
            await #expect(throws: Failure.self) {
                try await BulkWriter(portal: portal, journal: journal).write(ContactRows(count: 1_000)) {
                    row, outcome in
                    told.add(row, outcome)
                    if told.all.count == 60 { throw Failure() }
                }
            }
            #expect(told.all.count == 60)
            let entries = await journal.entries
            #expect(Set(entries.filter { $0.value.isDone }.keys) == Set(demo.addedContacts))
            #expect(!entries.values.contains(.begun) && demo.addedContacts.count <= 250)
        }
    }

    @Test("a stop doesn't wait for another try")
    func stopWhileWaiting() async throws {
        // Where a portal was a moment ago nobody listens.
        let address = try await DemoPortal(options: DemoPortalOptions(seed: 7)).serve { $0 }
        let waits = AsyncStream.makeStream(of: Void.self)
        var options = PortalOptions()
        options.clock = PortalClock(now: { 0 }) { _ in
            waits.continuation.yield()
            try await Task.sleep(for: .seconds(3_600))
        }
        let portal = try Portal(credential: .webhook(try Webhook(address.webhook)), options: options)
        let journal = MemoryJournal()
        let task = Task { try await BulkWriter(portal: portal, journal: journal).write(ContactRows(count: 1_000)) }
        for await _ in waits.stream { break }
        task.cancel()
        let summary = try await task.value
        #expect(summary.count == 0 && summary.left.count == 200 && summary.isStopped)
        #expect(await journal.entries.values.allSatisfy { $0 == .left })
        await portal.shutdown()
    }
}

extension JournalEntry {
    fileprivate var isDone: Bool { if case .done = self { true } else { false } }
}

/// A journal whose disk is full after a while.
private actor FailingJournal: WriteJournal {
    let kept = MemoryJournal()
    private var begins: Int
    private var finishes: Int

    init(begins: Int = .max, finishes: Int = .max) {
        self.begins = begins
        self.finishes = finishes
    }

    func outcome(of key: String) async -> JournalEntry? { await kept.outcome(of: key) }

    func begin(_ keys: [String]) async throws {
        begins -= 1
        guard begins >= 0 else { throw BulkRoundTests.Failure() }
        await kept.begin(keys)
    }

    func finish(_ entries: [(key: String, entry: JournalEntry)]) async throws {
        finishes -= 1
        guard finishes >= 0 else { throw BulkRoundTests.Failure() }
        await kept.finish(entries)
    }
}
