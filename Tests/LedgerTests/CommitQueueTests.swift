import GRDB
import Testing

@testable import Ledger

@Suite struct CommitQueueTests {
    @Test("writers that come together share commits, and each gets its own answer")
    func shared() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        defer { ledger.close() }
        let before = ledger.queue.commits
        let events = try await withThrowingTaskGroup(of: Reception.self) { group in
            for number in 0..<1_000 {
                group.addTask { try await ledger.record(.deal("\(number)", Subscription(script: "deals.lua"))) }
            }
            var events: Set<Reception> = []
            for try await reception in group { events.insert(reception) }
            return events
        }
        #expect(events.count == 1_000)
        #expect(ledger.queue.commits - before < 500)
        let counts = try await ledger.counts()
        #expect(counts.events == 1_000 && counts.jobs == [.waiting: 1_000])
    }

    @Test("a write that fails is taken back alone, and those around it are kept")
    func failing() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        defer { ledger.close() }
        let failures = await withTaskGroup(of: LedgerError?.self) { group in
            for number in 0..<90 {
                group.addTask {
                    do throws(LedgerError) {
                        try await ledger.write { db in
                            _ = try Inbox(db: db).take(.deal("\(number)"))
                            if number % 3 == 0 { throw LedgerError.refused("third") }
                        }
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: [LedgerError]()) { all, one in if let one { all.append(one) } }
        }
        #expect(failures == Array(repeating: .refused("third"), count: 30))
        let kept = try await ledger.events(most: 100).compactMap { Int($0.identity) }
        #expect(kept.sorted() == (0..<90).filter { $0 % 3 != 0 })
    }

    @Test("a full disk refuses without losing what was acknowledged, and with room again work goes on")
    func full() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        defer { ledger.close() }
        try await Self.allow(ledger, pages: 0)
        var acknowledged: [String] = []
        var refusals: [LedgerError] = []
        for number in 0..<200 {
            do {
                _ = try await ledger.record(.deal("\(number)", body: Array(repeating: 7, count: 3_000)))
                acknowledged.append("\(number)")
            } catch { refusals.append(error) }
        }
        #expect(refusals.last == .full(path: scratch.path) && refusals.last?.isTemporary == true)
        #expect(acknowledged.count < 200)
        try await Self.allow(ledger, pages: 1_000_000)
        _ = try await ledger.record(.deal("later"))
        let kept = try await ledger.events(most: 500).map(\.identity)
        #expect(kept.reversed() == acknowledged + ["later"])
    }

    @Test("what would wait too long is refused at once")
    func busy() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open(.daemon, LedgerOptions(mostPending: 0))
        defer { ledger.close() }
        await #expect(throws: LedgerError.busy) { try await ledger.health() }
    }

    @Test("a closed ledger refuses reading and writing")
    func closed() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        ledger.close()
        ledger.close()
        await #expect(throws: LedgerError.closed) { try await ledger.health() }
        await #expect(throws: LedgerError.closed) { _ = try await ledger.counts() }
    }

    @Test("a cancelled task still writes and reads")
    func cancelled() async throws {
        let scratch = try ScratchLedger()
        let ledger = try scratch.open()
        defer { ledger.close() }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await ledger.record(.deal("1"))
            _ = try await ledger.dataVersion()
            return try await ledger.events(most: 9).count
        }
        #expect(try await task.value == 1)
    }

    private static func allow(_ ledger: Ledger, pages: Int) async throws {
        try await ledger.pool.writeWithoutTransaction { db in
            // The smallest limit is the size that the file has.
            _ = try Row.fetchAll(db, sql: "PRAGMA max_page_count = \(max(1, pages))")
        }
    }
}
