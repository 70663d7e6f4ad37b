import GRDB
import Testing

@testable import Ledger

@Suite struct UpkeepTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger
    private let day = 86_400.0

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    @Test("a sweep removes what is old and done, and never an unfinished job or its event")
    func sweep() async throws {
        let wish = Subscription(script: "deals.lua")
        for name in ["done", "dead", "waiting"] { _ = try await ledger.record(.deal(name, wish)) }
        _ = try await ledger.record(.deal("unwanted"))
        let claims = try await ledger.claimAll(most: 2)
        try await ledger.note(run: claims[0].run, lines: [LogLine(at: .at(1), level: "info", text: "x")])
        _ = try await ledger.finish(claims[0], .done, now: .at(1))
        _ = try await ledger.finish(claims[1], .dead(reason: "r"), now: .at(1))
        var swept = try await ledger.sweep(now: .at(29 * day))
        #expect(swept == Swept())
        swept = try await ledger.sweep(now: .at(31 * day))
        #expect(swept.events == 2 && swept.jobs == 0)
        swept = try await ledger.sweep(now: .at(91 * day))
        #expect(swept.jobs == 1)
        #expect(try await ledger.run(claims[0].run) == nil)
        #expect(try await ledger.events(most: 9).map(\.identity) == ["waiting", "dead"])
        swept = try await ledger.sweep(now: .at(4_000 * day))
        #expect(swept.jobs == 1)
        #expect(try await ledger.claimAll(at: 4_000 * day).first?.event?.identity == "waiting")
    }

    @Test("more rows than may be are removed though they are young, and slots only when they are very old")
    func most() async throws {
        for number in 0..<1_200 { _ = try await ledger.record(.deal("\(number)")) }
        let slots = (0..<700).map { SlotEntry(due: .at(Double($0)), ready: .at(0), skipped: "late") }
        let plan = Plan(digest: "d", through: .at(0), next: nil)
        _ = try await ledger.settle(portal: "a", script: "r.lua", slots: slots, plan: plan, now: .at(0))
        let swept = try await ledger.sweep(Retention(mostRows: 100), now: .at(1))
        #expect(swept.events == 1_100 && swept.slots == 0)
        #expect(try await ledger.events(most: 1).first?.identity == "1199")
        #expect(try await ledger.sweep(now: .at(401 * day)).slots == 700)
    }

    @Test("a backup that is made while work goes on is whole, and replaces nothing")
    func backup() async throws {
        for number in 0..<300 {
            _ = try await ledger.record(.deal("\(number)", body: Array(repeating: 1, count: 2_000)))
        }
        let destination = scratch.folder + "/copy.db"
        async let writing: Void = { [ledger] in
            for number in 300..<400 { _ = try await ledger.record(.deal("\(number)")) }
        }()
        try await ledger.backup(to: destination)
        try await writing
        await #expect(throws: LedgerError.self) { try await ledger.backup(to: destination) }
        let copy = try Ledger(path: destination, role: .daemon)
        defer { copy.close() }
        let kept = try await copy.events(most: 999).compactMap { Int($0.identity) }
        #expect(kept.count >= 300 && kept.reversed() == Array(0..<kept.count))
        #expect(try await ledger.counts().events == 400)
    }

    @Test("a definition is found for the text it is of alone")
    func definitions() async throws {
        try await ledger.setDefinitions(["a.lua": .init(digest: "1", body: [1])])
        try await ledger.setDefinitions(["a.lua": .init(digest: "2", body: [2])])
        #expect(try await ledger.definition(script: "a.lua", digest: "1") == nil)
        #expect(try await ledger.definition(script: "a.lua", digest: "2") == [2])
        #expect(try await ledger.definitions() == ["a.lua": .init(digest: "2", body: [2])])
    }

    @Test("who listens is told of a new job, and the stream ends with the ledger")
    func news() async throws {
        let changes = ledger.changes()
        _ = try await ledger.add()
        _ = try await ledger.add()
        ledger.close()
        var count = 0
        for await _ in changes { count += 1 }
        #expect(count == 1)
    }
}
