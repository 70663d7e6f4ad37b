import Testing

@testable import Ledger

@Suite struct JobTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    @Test("jobs of one lane run one after another in their order, other lanes and scripts beside them")
    func lanes() async throws {
        let first = try await ledger.add(lane: "crm.deal:5")
        let second = try await ledger.add(lane: "crm.deal:5")
        let other = try await ledger.add(lane: "crm.deal:6")
        let script = try await ledger.add("other.lua", lane: "crm.deal:5")
        var claims = try await ledger.claimAll()
        #expect(claims.map(\.job.id) == [first, other, script])
        let claim = try #require(claims.first)
        // A job that is tried again later still holds its lane.
        _ = try await ledger.finish(claim, .retry(at: .at(50), reason: "timeout"), now: .at(1))
        #expect(try await ledger.claimAll(at: 49).isEmpty)
        claims = try await ledger.claimAll(at: 50)
        #expect(claims.map(\.job.id) == [first] && claims.first?.attempt == 2)
        _ = try await ledger.finish(run: try #require(claims.first).run, owner: "host", ending: .done, now: .at(51))
        #expect(try await ledger.claimAll(at: 51).map(\.job.id) == [second])
    }

    @Test("an earlier job that is retried goes before those that wait in its lane")
    func retriedLane() async throws {
        let first = try await ledger.add(lane: "crm.deal:5")
        let second = try await ledger.add(lane: "crm.deal:5")
        let third = try await ledger.add(lane: "crm.deal:5")
        let claim = try #require(try await ledger.claimAll().first)
        _ = try await ledger.finish(claim, .dead(reason: "broken"), now: .at(1))
        let next = try #require(try await ledger.claimAll(at: 1).first)
        #expect(next.job.id == second)
        #expect(try await ledger.retry(first, now: .at(2)))
        // The one that runs is not disturbed.
        #expect(try await ledger.claimAll(at: 2).isEmpty)
        _ = try await ledger.finish(next, .handedBack(reason: "stop"), now: .at(3))
        for job in [first, second, third] {
            let claims = try await ledger.claimAll(at: 3)
            #expect(claims.map(\.job.id) == [job] && claims.first?.attempt == 1)
            _ = try await ledger.finish(try #require(claims.first), .done, now: .at(3))
        }
    }

    @Test("the oldest ready jobs are begun first, and of no script more than it may have")
    func limits() async throws {
        let late = try await ledger.add("a.lua", at: 5)
        let early = try await ledger.add("a.lua", at: 1)
        let other = try await ledger.add("b.lua", at: 3)
        _ = try await ledger.add("c.lua", at: 0)
        let limits = JobLimits(concurrency: ["a.lua": 2], standard: 1, excluded: ["c.lua"])
        #expect(try await ledger.claimAll(at: 9, most: 2, limits: limits).map(\.job.id) == [early, other])
        _ = try await ledger.add("b.lua", at: 1)
        #expect(try await ledger.claimAll(at: 9, limits: limits).map(\.job.id) == [late])
        #expect(
            try await ledger.claim(
                portal: "b", most: 9, limits: .init(standard: 9), now: .at(9), lease: .at(10), owner: "h"
            ).isEmpty)
    }

    @Test("the next moment to look is that of a job that isn't ready yet")
    func nextReady() async throws {
        #expect(try await ledger.nextReady(after: .at(0)) == nil)
        _ = try await ledger.add(at: 1)
        _ = try await ledger.add(at: 7)
        #expect(try await ledger.nextReady(after: .at(1)) == .at(7))
    }

    /// Jobs in each state, made the way they get there.
    private func job(in state: JobState) async throws -> Int {
        if state == .stopped {
            let wish = Subscription(script: "deals.lua", refusal: "chain")
            return try await ledger.record(.deal("s", wish)).jobs.first ?? 0
        }
        let job = try await ledger.add()
        if state == .waiting { return job }
        let claim = try #require(try await ledger.claimAll().first)
        let ending: Ending? =
            switch state {
            case .done: .done
            case .dead: .dead(reason: "r")
            case .cancelled: .cancelled(reason: "r")
            case .interrupted: .interrupted(reason: "r")
            case .snoozed: .snoozed(until: .at(99), reason: "r")
            default: nil
            }
        if let ending { _ = try await ledger.finish(claim, ending, now: .at(1)) }
        return job
    }

    @Test("what retrying and cancelling do to a job in each state", arguments: JobState.allCases)
    func states(state: JobState) async throws {
        let retried = try await job(in: state)
        #expect(try await ledger.job(retried)?.state == state)
        let canRetry = [.dead, .interrupted, .cancelled, .stopped].contains(state)
        #expect(try await ledger.retry(retried, now: .at(2)) == canRetry)
        #expect(try await ledger.job(retried)?.state == (canRetry ? .waiting : state))
        if canRetry {
            let job = try #require(try await ledger.job(retried))
            #expect(job.attempts == 0 && job.retries == 1 && job.reason == nil && job.finished == nil)
            #expect(try await ledger.claimAll(at: 2).map(\.job.id) == [retried])
        }
    }

    @Test("what cancelling does to a job in each state", arguments: JobState.allCases)
    func cancelling(state: JobState) async throws {
        let cancelled = try await job(in: state)
        let result = try await ledger.cancel(cancelled, reason: "no need", now: .at(2))
        #expect(result == [.waiting, .snoozed, .interrupted, .dead, .running].contains(state))
        let after = try #require(try await ledger.job(cancelled))
        #expect(after.state == (result && state != .running ? .cancelled : state))
        #expect(after.cancelRequested == (state == .running ? "no need" : nil))
    }

    @Test("a running job that is asked to end doesn't wait again")
    func cancelRequest() async throws {
        let job = try await ledger.add()
        let claim = try #require(try await ledger.claimAll().first)
        #expect(try await ledger.cancel(job, reason: "first", now: .at(1)))
        #expect(try await ledger.cancel(job, reason: "second", now: .at(1)))
        #expect(try await ledger.cancelRequests(owner: "host") == [job: "first"])
        #expect(try await ledger.cancelRequests(owner: "other").isEmpty)
        #expect(
            try await ledger.finish(claim, .retry(at: .at(3), reason: "timeout"), now: .at(2))
                == .cancelled(reason: "first"))
        let after = try #require(try await ledger.job(job))
        #expect(after.state == .cancelled && after.reason == "first" && after.cancelRequested == nil)
    }

    @Test("jobs of a host that is gone are returned until their runs are ended, with what they had changed")
    func abandoned() async throws {
        let job = try await ledger.add()
        let claim = try #require(try await ledger.claimAll(owner: "old").first)
        let sent = try await ledger.noteWrite(
            run: claim.run, method: "crm.deal.update", entity: "crm.deal:5", now: .at(1))
        _ = try await ledger.noteWrite(run: claim.run, method: "crm.deal.add", entity: nil, now: .at(2))
        try await ledger.settleWrite(sent, .answered, now: .at(2))
        #expect(try await ledger.abandoned(now: .at(3), owner: "old").isEmpty)
        for owner in ["new", "newer", "newer"] {
            #expect(try await ledger.abandoned(now: .at(3), owner: owner).map(\.id) == [job])
        }
        let lost = try #require(try await ledger.abandoned(now: .at(3), owner: "newer").first)
        let run = try #require(lost.run)
        #expect(try await ledger.changes(run: run) == ChangeCount(count: 2, unknown: 1))
        // The one who lost it has no say any more.
        #expect(try await ledger.finish(claim, .done, now: .at(4)) == nil)
        #expect(try await ledger.job(job)?.state == .running)
        let ended = try await ledger.finish(
            run: run, owner: "newer", ending: .interrupted(reason: "the host ended"), now: .at(5))
        #expect(ended == .interrupted(reason: "the host ended"))
        #expect(try await ledger.abandoned(now: .at(9), owner: "newest").isEmpty)
        #expect(try await ledger.run(run)?.outcome == "interrupted")
        #expect(try await ledger.finish(run: run, owner: "newer", ending: .done, now: .at(6)) == nil)
        await #expect(throws: LedgerError.self) {
            _ = try await ledger.noteWrite(run: run, method: "crm.deal.add", entity: nil, now: .at(7))
        }
    }

    @Test("a lease that is renewed doesn't run out, one that isn't does")
    func lease() async throws {
        _ = try await ledger.add()
        let run = try #require(try await ledger.claimAll().first).run
        #expect(try await ledger.renew([run], owner: "host", until: .at(200)) == 1)
        #expect(try await ledger.abandoned(now: .at(199), owner: "host").isEmpty)
        #expect(try await ledger.abandoned(now: .at(200), owner: "host").count == 1)
    }

    @Test("failures are counted until a success, and a paused script begins nothing")
    func pausing() async throws {
        func run(_ ending: Ending, isOwnFailure: Bool = false) async throws {
            _ = try await ledger.add()
            let claim = try #require(try await ledger.claimAll(at: 9).first)
            _ = try await ledger.finish(claim, ending, isOwnFailure: isOwnFailure, now: .at(9))
        }
        func failures() async throws -> Int { try await ledger.failures(portal: "a.bitrix24.ru", script: "deals.lua") }
        for _ in 0..<2 { try await run(.dead(reason: "r")) }
        try await run(.cancelled(reason: "r"))
        try await run(.retry(at: .at(999), reason: "r"))
        try await run(.interrupted(reason: "the host ended"))
        #expect(try await failures() == 2)
        try await run(.interrupted(reason: "r"), isOwnFailure: true)
        #expect(try await failures() == 3)
        try await run(.done)
        #expect(try await failures() == 0)
        try await run(.dead(reason: "r"))
        let place = (portal: "a.bitrix24.ru", script: "deals.lua")
        #expect(
            try await ledger.pause(portal: place.portal, script: place.script, reason: "x", by: "anna", now: .at(1)))
        #expect(try await !ledger.pause(portal: place.portal, script: place.script, reason: "y", by: "b", now: .at(2)))
        #expect(try await ledger.paused().map(\.reason) == ["x"])
        let job = try await ledger.add()
        #expect(try await ledger.claimAll(at: 9).isEmpty)
        #expect(try await ledger.resume(portal: place.portal, script: place.script))
        #expect(try await ledger.claimAll(at: 9).map(\.job.id) == [job])
        #expect(try await failures() == 0)
        #expect(try await !ledger.resume(portal: place.portal, script: place.script))
    }
}
