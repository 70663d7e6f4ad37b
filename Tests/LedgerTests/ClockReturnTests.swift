import Testing

@testable import Ledger

@Suite struct ClockReturnTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    private func ready() async throws -> [Int] {
        try await ledger.jobs(most: 9).reversed().map { $0.ready.milliseconds / 1_000 }
    }

    @Test("jobs that a clock which was ahead has put off wait for as long as they were meant to, from now on")
    func jobs() async throws {
        var late = Arrival.of("a")
        late.at = at(10_000)
        late.subscriptions = [Subscription(script: "a.lua", coalesces: true, wait: 5)]
        _ = try await ledger.record(late)
        #expect(try await ledger.takeBackClock(now: at(1_000)) == 1)
        #expect(try await ready() == [1_005])
        // It is done once.
        #expect(try await ledger.takeBackClock(now: at(1_001)) == 0)
        #expect(try await ready() == [1_005])
        #expect(try await ledger.take(at: 1_005).count == 1)
        ledger.close()
    }

    @Test("a job that is tried again, and one that a script has put off, wait for what is left to wait")
    func again() async throws {
        _ = try await ledger.record(.of("a"))
        let claim = try #require(try await ledger.take(at: 10_000).first)
        let ending = Ending.retry(at: at(10_600), reason: "away")
        #expect(try await ledger.finish(claim, ending, now: at(10_000)) != nil)
        #expect(try await ledger.takeBackClock(now: at(1_000)) == 1)
        #expect(try await ready() == [1_600])
        #expect(try await ledger.takeBackClock(now: at(1_015)) == 0)
        let run = try #require(try await ledger.run(claim.run))
        #expect(run.ended == at(1_000) && run.started == at(1_000))
        ledger.close()
    }

    @Test("what was meant for later by a right clock stays so, and small corrections of the clock move nothing")
    func right() async throws {
        _ = try await ledger.addJob(portal: "main", script: "a.lua", by: "anna", ready: at(99_000), now: at(1_000))
        var soon = Arrival.of("b")
        soon.at = at(1_059)
        _ = try await ledger.record(soon)
        let before = try await ready()
        #expect(try await ledger.takeBackClock(now: at(1_000)) == 0)
        #expect(try await ready() == before)
        ledger.close()
    }

    @Test("a message of a time that is still to come is sent now")
    func messages() async throws {
        let far = NewMessage(channel: "mail", body: [1], created: at(10_000))
        _ = try await ledger.keep([far])
        #expect(try await ledger.dueMessages(channel: "mail", now: at(1_000)).isEmpty)
        #expect(try await ledger.takeBackClock(now: at(1_000)) == 1)
        #expect(try await ledger.dueMessages(channel: "mail", now: at(1_000)).count == 1)
        #expect(try await ledger.takeBackClock(now: at(1_000)) == 0)
        ledger.close()
    }
}
