import Testing

@testable import Ledger

@Suite struct InboxTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger
    private let wish = Subscription(script: "deals.lua", coalesces: true, wait: 5)

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    @Test("an event is recorded once with a job for each script that wants it")
    func once() async throws {
        let arrival = Arrival.deal(
            "1", body: [1, 2], Subscription(script: "a.lua"), Subscription(script: "b.lua", wait: 5))
        let reception = try await ledger.record(arrival)
        let event = try #require(reception.event)
        #expect(reception.jobs.count == 2 && reception.merged.isEmpty)
        #expect(try await ledger.record(arrival) == .duplicate(event: event))
        #expect(try await ledger.counts().jobs == [.waiting: 2])
        let claims = try await ledger.claimAll(at: 4)
        #expect(claims.map(\.job.script) == ["a.lua"] && claims.first?.event?.body == [1, 2])
        #expect(try await ledger.claimAll(at: 5).map(\.job.script) == ["b.lua"])
    }

    @Test("events of a lane are answered by one job until it begins")
    func coalescing() async throws {
        _ = try await ledger.record(.deal("1", lane: "crm.deal:5", wish))
        let second = try await ledger.record(
            .deal("2", lane: "crm.deal:5", at: 1, Subscription(script: "deals.lua", coalesces: true, depth: 3)))
        let (newest, merged) = (second.event, second.merged)
        #expect(second.jobs.isEmpty && merged.count == 1)
        let claim = try #require(try await ledger.claimAll(at: 9).first)
        #expect(claim.event?.id == newest && claim.merged.count == 1)
        #expect(claim.job.merged == 1 && claim.job.depth == 3 && claim.job.id == merged.first)
        // It has begun, so the next event gets a job of its own, also when the first one waits for another attempt.
        #expect(try await ledger.record(.deal("3", lane: "crm.deal:5", wish)).jobs.count == 1)
        #expect(try await ledger.jobs(.init(event: newest), most: 9).map(\.id) == merged)
    }

    @Test("a job that was tried is not added to")
    func tried() async throws {
        _ = try await ledger.record(.deal("1", lane: "crm.deal:5", wish))
        let claim = try #require(try await ledger.claimAll(at: 9).first)
        _ = try await ledger.finish(claim, .retry(at: .at(60), reason: "r"), now: .at(10))
        _ = try await ledger.record(.deal("2", lane: "crm.deal:5", wish))
        #expect(try await ledger.counts().jobs == [.waiting: 2])
    }

    @Test("without a lane, for another script, or if it doesn't want that, nothing merges")
    func apart() async throws {
        _ = try await ledger.record(.deal("1", wish))
        _ = try await ledger.record(.deal("2", wish))
        _ = try await ledger.record(.deal("3", lane: "crm.deal:5", Subscription(script: "deals.lua")))
        _ = try await ledger.record(.deal("4", lane: "crm.deal:5", wish))
        _ = try await ledger.record(.deal("5", lane: "crm.deal:5", Subscription(script: "b.lua", coalesces: true)))
        #expect(try await ledger.counts().jobs == [.waiting: 5])
    }

    @Test("a script that is named twice gets one job of an event that merges")
    func twice() async throws {
        let reception = try await ledger.record(.deal("1", lane: "crm.deal:5", wish, wish))
        #expect(reception.jobs == reception.merged && reception.jobs.count == 1)
    }

    @Test("a refused wish is kept as a stopped job with its reason")
    func refusal() async throws {
        _ = try await ledger.record(.deal("1", lane: "crm.deal:5", Subscription(script: "deals.lua", refusal: "chain")))
        let job = try #require(try await ledger.jobs(most: 1).first)
        #expect(job.state == .stopped && job.reason == "chain")
        // It holds nobody up.
        _ = try await ledger.record(.deal("2", lane: "crm.deal:5", wish))
        #expect(try await ledger.claimAll(at: 9).count == 1)
    }

    @Test("a refused wish joins what waits, as that runs anyway and sees everything")
    func refusedAndMerged() async throws {
        let first = try await ledger.record(.deal("1", lane: "crm.deal:5", wish))
        let refused = Subscription(script: "deals.lua", coalesces: true, refusal: "chain")
        #expect(try await ledger.record(.deal("2", lane: "crm.deal:5", refused)).merged == first.jobs)
        #expect(try await ledger.counts().jobs == [.waiting: 1])
    }

    @Test("the places of sources that nobody reads any more are forgotten, those of others stay")
    func forgotten() async throws {
        for (portal, name) in [("a", "poll.crm.deal"), ("a", "poll.crm.lead"), ("a", "other"), ("b", "poll.crm.lead")] {
            try await ledger.setCursor(Cursor(portal: portal, name: name, value: [1]))
        }
        try await ledger.removeCursors(portal: "a", prefix: "poll.", except: ["poll.crm.deal"])
        #expect(try await ledger.cursor(portal: "a", name: "poll.crm.lead") == nil)
        for (portal, name) in [("a", "poll.crm.deal"), ("a", "other"), ("b", "poll.crm.lead")] {
            #expect(try await ledger.cursor(portal: portal, name: name) == [1])
        }
    }

    @Test("how far a source was read is kept with what was read, or neither is")
    func cursor() async throws {
        func cursor(_ text: String) -> Cursor {
            Cursor(portal: "a.bitrix24.ru", name: "deals", value: Array(text.utf8))
        }
        _ = try await ledger.record([.deal("1"), .deal("1"), .deal("2")], cursor: cursor("two"))
        #expect(try await ledger.cursor(portal: "a.bitrix24.ru", name: "deals") == Array("two".utf8))
        #expect(try await ledger.counts().events == 2)
        await #expect(throws: LedgerError.refused("stop")) {
            try await ledger.write { db in
                for number in 3...5 { _ = try Inbox(db: db).take(.deal("\(number)")) }
                throw LedgerError.refused("stop")
            }
        }
        #expect(try await ledger.counts().events == 2)
        #expect(try await ledger.cursor(portal: "a.bitrix24.ru", name: "other") == nil)
    }
}
