import Testing

@testable import Ledger

@Suite struct RunsTests {
    let place: ScratchLedger
    let ledger: Ledger

    init() throws {
        place = try ScratchLedger()
        ledger = try place.open()
    }

    @Test("a run is seen whole: its log, its changes, its deliveries")
    func whole() async throws {
        _ = try await ledger.record(.of("a"))
        let run = try #require(try await ledger.take(at: 1).first).run
        let lines = [LogLine(at: at(1), level: "info", text: "one"), LogLine(at: at(2), level: "error", text: "two")]
        try await ledger.note(run: run, lines: lines)
        let write = try await ledger.noteWrite(run: run, method: "crm.deal.add", entity: nil, now: at(3))
        #expect(try await ledger.run(run)?.writes.map(\.state) == [.sent])
        try await ledger.settleWrite(write, .answered, entity: "crm.deal:7", now: at(4))
        try await ledger.addDelivery(run: run, kind: "file", target: "/a", digest: "x", now: at(5))
        let record = try #require(try await ledger.run(run))
        #expect(record.log == lines && record.outcome == "running" && record.ended == nil)
        #expect(record.writes.map(\.entity) == ["crm.deal:7"] && record.writes.map(\.state) == [.answered])
        #expect(record.deliveries.map(\.target) == ["/a"])
        #expect(try await ledger.run(run + 1) == nil)
        ledger.close()
    }

    @Test("a job's deliveries are those of all its runs")
    func deliveries() async throws {
        _ = try await ledger.record(.of("a"))
        for attempt in 1...2 {
            let claim = try #require(try await ledger.take(at: attempt).first)
            try await ledger.addDelivery(
                run: claim.run, kind: "mail", target: "\(attempt)", digest: "x", now: at(attempt))
            #expect(try await ledger.finish(claim, .retry(at: at(attempt), reason: "r"), now: at(attempt)) != nil)
        }
        #expect(try await ledger.deliveries(job: 1).map(\.target) == ["1", "2"])
        ledger.close()
    }

    @Test("the changes by the host are found, unless they are too old or refused")
    func hostWrites() async throws {
        _ = try await ledger.record(.of("a"))
        let claim = try #require(try await ledger.take(at: 1).first)
        for (second, method) in [(10, "old"), (20, "new"), (30, "refused")] {
            let id = try await ledger.noteWrite(run: claim.run, method: method, entity: "e", now: at(second))
            try await ledger.settleWrite(id, method == "refused" ? .failed : .unknown, now: at(second))
        }
        let found = try await ledger.hostWrites(since: at(11))
        #expect(found.map(\.portal) == ["p"] && found.map(\.entity) == ["e"])
        #expect(found.map(\.write) == [HostWrite(job: 1, script: "s", depth: 0, at: at(20), method: "new")])
        #expect(try await ledger.hostWrites(since: at(10)).count == 2)
        #expect(try await ledger.hostWrites(since: at(21)).isEmpty)
        ledger.close()
    }

    @Test("a run after which a person is needed is untold until it is said that somebody was told; others never are")
    func untold() async throws {
        for name in ["a", "b", "c", "d"] { _ = try await ledger.record(.of(name)) }
        let claims = try await ledger.take(at: 1)
        let endings: [Ending] = [
            .dead(reason: "it broke"), .done, .interrupted(reason: "look"), .retry(at: at(9), reason: "busy"),
        ]
        for (claim, ending) in zip(claims, endings) { _ = try await ledger.finish(claim, ending, now: at(2)) }
        let untold = try await ledger.untold()
        #expect(untold.map(\.id) == [claims[0].run, claims[2].run])
        #expect(untold.map(\.outcome) == ["dead", "interrupted"] && untold.map(\.reason) == ["it broke", "look"])
        _ = try await ledger.keep([], told: [claims[0].run])
        #expect(try await ledger.untold().map(\.id) == [claims[2].run])
        _ = try await ledger.sweep(now: at(400 * 86_400))
        #expect(try await ledger.untold().isEmpty)
        ledger.close()
    }

    @Test("a change of a run that doesn't exist isn't recorded")
    func nobody() async throws {
        await #expect(throws: LedgerError.self) {
            try await ledger.noteWrite(run: 99, method: "m", entity: nil, now: at(1))
        }
        ledger.close()
    }

    @Test("changes that are sent together are recorded together, all or none, in one transaction")
    func together() async throws {
        _ = try await ledger.record(.of("a"))
        let run = try #require(try await ledger.take(at: 1).first).run
        let before = ledger.queue.commits
        let changes = (1...50).map { ("crm.deal.update", String?.some("crm.deal:\($0)")) }
        let numbers = try await ledger.noteWrites(run: run, changes, now: at(2))
        #expect(ledger.queue.commits == before + 1)
        #expect(try await ledger.run(run)?.writes.map(\.id) == numbers)
        try await ledger.write { db in
            try db.run(
                """
                CREATE TRIGGER third BEFORE INSERT ON write WHEN new.method = 'odd'
                BEGIN SELECT RAISE(ABORT, 'no'); END
                """)
        }
        await #expect(throws: LedgerError.io("no")) {
            try await ledger.noteWrites(run: run, [("crm.deal.add", nil), ("odd", nil)], now: at(3))
        }
        #expect(try await ledger.run(run)?.writes.count == 50)
        ledger.close()
    }
}
