import Testing
import Trials

@testable import Ledger

@Suite struct ScriptJobsTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    /// Adds a job and brings it to an end.
    private func end(_ ending: Ending, _ script: String = "old.lua", lane: String? = nil) async throws -> Int {
        let id = try await ledger.add(script, lane: lane)
        let claim = try #require(try await ledger.claimAll().first)
        #expect(claim.job.id == id)
        _ = try await ledger.finish(claim, ending, now: .at(1))
        return id
    }

    private func cancelAll(portal: String? = nil) async throws -> Int {
        try await ledger.cancelAll(of: "old.lua", portal: portal, reason: "it is gone", now: .at(9))
    }

    @Test("all jobs of a script that don't run are cancelled, in each state that can be")
    func states() async throws {
        let done = try await end(.done)
        let cancelled = [
            try await end(.dead(reason: "no")), try await end(.interrupted(reason: "no")),
            try await end(.snoozed(until: .at(99), reason: "later")),
        ]
        let running = try await ledger.add("old.lua")
        #expect(try await ledger.claimAll().map(\.job.id) == [running])
        let waiting = try await ledger.add("old.lua")
        let other = try await ledger.add("new.lua")
        #expect(try await cancelAll() == 4)
        for id in cancelled + [waiting] {
            let job = try #require(try await ledger.job(id))
            #expect(job.state == .cancelled && job.reason == "it is gone" && job.finished == .at(9))
        }
        #expect(try await ledger.job(done)?.state == .done)
        #expect(try await ledger.job(running)?.state == .running)
        #expect(try await ledger.job(other)?.state == .waiting)
        #expect(try await cancelAll() == 0)
    }

    @Test("only the jobs of one portal are cancelled if one is named")
    func portals() async throws {
        for portal in ["b", "a", "c"] {
            for _ in 0..<2 { _ = try await ledger.addJob(portal: portal, script: "old.lua", by: "anna", now: .at(0)) }
        }
        #expect(try await cancelAll(portal: "b") == 2)
        #expect(try await cancelAll(portal: "unknown") == 0)
        #expect(try await ledger.jobs(JobFilter(portal: "a", states: [.waiting]), most: 9).count == 2)
        #expect(try await cancelAll() == 4)
    }

    @Test("more jobs than one transaction takes are all cancelled, and their lane is free")
    func many() async throws {
        let arrivals = (0..<2_300).map { Arrival.of("\($0)", lane: "crm.deal:\($0 % 7)", script: "old.lua") }
        _ = try await ledger.record(arrivals, cursor: nil)
        #expect(try await cancelAll() == 2_300)
        #expect(try await ledger.take(at: 9).isEmpty)
        let next = try await ledger.record(.of("next", lane: "crm.deal:3", script: "old.lua"))
        #expect(try await ledger.take(at: 9).map(\.job.id) == next.jobs)
    }

    @Test("waiting jobs are counted by whose they are, also those behind others of their lane")
    func waiting() async throws {
        #expect(try await ledger.waitingJobs().isEmpty)
        _ = try await end(.done)
        _ = try await end(.dead(reason: "no"))
        _ = try await end(.snoozed(until: .at(99), reason: "later"))
        for _ in 0..<3 { _ = try await ledger.add("old.lua", lane: "crm.deal:1") }
        #expect(try await ledger.claimAll(at: 2).count == 1)
        _ = try await ledger.add("old.lua")
        _ = try await ledger.addJob(portal: "other", script: "old.lua", by: "anna", now: .at(0))
        let counts = try await ledger.waitingJobs()
        // The snoozed one, two behind the one that runs, and the last.
        #expect(counts[PlanOwner(portal: "a.bitrix24.ru", script: "old.lua")] == 4)
        #expect(counts[PlanOwner(portal: "other", script: "old.lua")] == 1)
        #expect(counts.count == 2)
    }

    @Test("whatever is done to jobs, they are counted as their states say", arguments: 1...10 as ClosedRange<UInt64>)
    func random(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        for step in 0..<120 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0...2:
                let lane = Bool.random(using: &random) ? "crm.deal:\(Int.random(in: 0..<3, using: &random))" : nil
                _ = try await ledger.add(["a.lua", "b.lua"].randomElement(using: &random) ?? "", lane: lane)
            case 3:
                for claim in try await ledger.claimAll(at: Double(step), most: 2) {
                    let endings: [Ending] = [
                        .done, .dead(reason: "no"), .snoozed(until: .at(Double(step + 5)), reason: "later"),
                    ]
                    _ = try await ledger.finish(claim, endings.randomElement(using: &random) ?? .done, now: .at(0))
                }
            case 4: _ = try await ledger.claimAll(at: Double(step), most: 1)
            default:
                let jobs = try await ledger.jobs(most: 1_000)
                if let job = jobs.randomElement(using: &random) {
                    _ = try await ledger.retry(job.id, now: .at(Double(step)))
                }
            }
            let jobs = try await ledger.jobs(JobFilter(states: [.waiting, .snoozed]), most: 1_000)
            let expected = Dictionary(grouping: jobs) { PlanOwner(portal: $0.portal, script: $0.script) }
            #expect(try await ledger.waitingJobs() == expected.mapValues(\.count))
        }
    }

    @Test("jobs of scripts that aren't named wait where nothing else is started, and begin when they are")
    func onlyNamed() async throws {
        let gone = try await ledger.add("gone.lua")
        let served = try await ledger.add("served.lua")
        var limits = JobLimits(concurrency: ["served.lua": 1], standard: 0)
        #expect(try await ledger.claimAll(limits: limits).map(\.job.id) == [served])
        #expect(try await ledger.claimAll(at: 9, limits: limits).isEmpty)
        limits.concurrency["gone.lua"] = 1
        #expect(try await ledger.claimAll(at: 9, limits: limits).map(\.job.id) == [gone])
        #expect(try await ledger.job(gone)?.attempts == 1)
    }
}
