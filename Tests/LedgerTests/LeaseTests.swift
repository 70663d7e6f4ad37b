import Testing

@testable import Ledger

@Suite struct LeaseTests {
    let place: ScratchLedger
    let ledger: Ledger

    init() throws {
        place = try ScratchLedger()
        ledger = try place.open()
    }

    @Test("jobs of another owner, or whose lease has run out, are abandoned until somebody finishes them")
    func abandoned() async throws {
        _ = try await ledger.record(.of("a"))
        let old = try #require(try await ledger.take(at: 1, owner: "old").first)
        #expect(try await ledger.abandoned(now: at(2), owner: "old").isEmpty)
        #expect(try await ledger.abandoned(now: at(2), owner: "new").map(\.id) == [1])
        #expect(try await ledger.abandoned(now: at(2), owner: "new").map(\.run) == [old.run])
        // The old owner has lost it, however late it comes.
        #expect(try await ledger.finish(old, .done, now: at(3)) == nil)
        #expect(try await ledger.states() == [.running])
        let ending = Ending.interrupted(reason: "stop")
        #expect(try await ledger.finish(run: old.run, owner: "new", ending: ending, now: at(3)) == ending)
        #expect(try await ledger.states() == [.interrupted])
        #expect(try await ledger.abandoned(now: at(999), owner: "new").isEmpty)
        ledger.close()
    }

    @Test("a lease that is renewed doesn't run out")
    func renewed() async throws {
        _ = try await ledger.record(.of("a"))
        let run = try #require(try await ledger.take(at: 1, owner: "me").first).run
        #expect(try await ledger.renew([run, run + 1], owner: "me", until: at(100)) == 1)
        #expect(try await ledger.renew([run], owner: "you", until: at(100)) == 0)
        #expect(try await ledger.abandoned(now: at(99), owner: "me").isEmpty)
        #expect(try await ledger.abandoned(now: at(100), owner: "me").map(\.id) == [1])
        ledger.close()
    }

    @Test("a run that is over can't end once more")
    func twice() async throws {
        _ = try await ledger.record(.of("a"))
        let first = try #require(try await ledger.take(at: 1).first)
        #expect(try await ledger.finish(first, .retry(at: at(2), reason: "r"), now: at(2)) != nil)
        #expect(try await ledger.finish(first, .done, now: at(2)) == nil)
        let second = try #require(try await ledger.take(at: 2).first)
        #expect(try await ledger.finish(first, .done, now: at(3)) == nil)
        #expect(try await ledger.finish(second, .done, now: at(3)) != nil)
        ledger.close()
    }
}
