import Testing

@testable import Ledger

@Suite struct SeeingTests {
    let place: ScratchLedger
    let ledger: Ledger

    init() async throws {
        place = try ScratchLedger()
        ledger = try place.open()
        for number in 0..<6 {
            var arrival = Arrival.of("\(number)", lane: "l\(number)", at: number, script: number < 3 ? "s" : "t")
            if number % 2 == 1 { arrival.portal = "q" }
            if number == 5 { arrival.name = "ONTASKADD" }
            _ = try await ledger.record(arrival)
        }
        let claims = try await ledger.take(2, at: 9)
        #expect(try await ledger.finish(claims[0], .done, now: at(9)) != nil)
    }

    @Test("jobs are seen newest first, by what is asked for, page after page")
    func jobs() async throws {
        #expect(try await ledger.jobs(most: 2).map(\.id) == [6, 5])
        #expect(try await ledger.jobs(JobFilter(before: 5), most: 2).map(\.id) == [4, 3])
        #expect(try await ledger.jobs(JobFilter(portal: "q", script: "t"), most: 9).map(\.id) == [6, 4])
        #expect(try await ledger.jobs(JobFilter(states: [.done, .running]), most: 9).map(\.id) == [2, 1])
        #expect(try await ledger.jobs(JobFilter(event: 3, since: at(2)), most: 9).map(\.id) == [3])
        #expect(try await ledger.jobs(JobFilter(event: 3, since: at(3)), most: 9).isEmpty)
        #expect(try await ledger.job(99) == nil)
        ledger.close()
    }

    @Test("runs and events are seen newest first, by what is asked for")
    func others() async throws {
        #expect(try await ledger.runs(most: 9).map(\.id) == [2, 1])
        #expect(try await ledger.runs(RunFilter(outcome: "done"), most: 9).map(\.job) == [1])
        #expect(
            try await ledger.runs(RunFilter(portal: "q", script: "s", job: 2, since: at(9)), most: 9).map(\.id) == [2])
        #expect(try await ledger.runs(RunFilter(before: 2), most: 9).map(\.id) == [1])
        #expect(try await ledger.events(most: 2).map(\.id) == [6, 5])
        #expect(try await ledger.events(EventFilter(portal: "q", name: "ONTASKADD"), most: 9).map(\.id) == [6])
        #expect(try await ledger.events(EventFilter(lane: "l2", since: at(2), before: 4), most: 9).map(\.id) == [3])
        #expect(try await ledger.event(99) == nil)
        ledger.close()
    }

    @Test("counts are of one portal or of all")
    func counts() async throws {
        #expect(
            try await ledger.counts()
                == LedgerCounts(
                    jobs: [.done: 1, .running: 1, .waiting: 4], events: 6, oldestWaiting: at(2), lastEvent: at(5)))
        #expect(
            try await ledger.counts(portal: "q")
                == LedgerCounts(jobs: [.running: 1, .waiting: 2], events: 3, oldestWaiting: at(3), lastEvent: at(5)))
        ledger.close()
    }

    @Test("a definition is the one of the script's text, and all are read at once")
    func definitions() async throws {
        try await ledger.setDefinitions(["s": StoredDefinition(digest: "1", body: [1])])
        try await ledger.setDefinitions(["s": StoredDefinition(digest: "2", body: [2])])
        #expect(try await ledger.definition(script: "s", digest: "1") == nil)
        #expect(try await ledger.definition(script: "s", digest: "2") == [2])
        #expect(try await ledger.definitions() == ["s": StoredDefinition(digest: "2", body: [2])])
        ledger.close()
    }
}
