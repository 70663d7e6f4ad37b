import JSON
import Ledger
import Logging
import Scripting
import Testing
import Trials

@testable import Host

@Suite("Jobs that ran when the program ended")
struct AbandonedJobsTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let now = Stamp(milliseconds: 1_000_000)

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    /// A run of a start that has ended meanwhile, after a change of which that is known; nil for no change.
    private func lostRun(after change: WriteRecord.State?) async throws -> Claim {
        _ = try await ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: now)
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: now, lease: now.adding(seconds: 60), owner: "before")
        let claim = try #require(claims.first)
        if let change {
            let number = try await ledger.noteWrite(
                run: claim.run, method: "crm.deal.update", entity: "crm.deal:5", now: now)
            if let outcome = WriteOutcome(rawValue: change.rawValue) {
                try await ledger.settleWrite(number, outcome, now: now)
            }
        }
        return claim
    }

    /// Settles as the next start does, and tells where the job is then.
    private func settle(_ claim: Claim) async throws -> Job {
        let clock = ServeClock(now: { [now] in now }, sleep: { _ in })
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await AbandonedJobs(ledger: ledger, owner: "after", clock: clock, logger: logger).settle()
        return try #require(try await ledger.job(claim.job.id))
    }

    /// Keeps what the script has told of itself, as the library of scripts does.
    private func keep(_ members: JSONObject) async throws {
        var members = members
        members["kind"] = "job"
        let definition = try #require(Definition(["definition": .object(members)]))
        try await ledger.setDefinitions(["a.lua": StoredDefinition(digest: "1", body: definition.json.bytes)])
    }

    @Test(arguments: [WriteRecord.State.sent, .unknown, .answered])
    func `a job that may have changed something waits for a person, who is still to be told`(
        change: WriteRecord.State
    ) async throws {
        let claim = try await lostRun(after: change)
        let job = try await settle(claim)
        #expect(job.state == .interrupted)
        #expect(job.reason?.contains("it had asked for a change") == true)
        #expect(job.reason?.contains("without an answer") == (change != .answered))
        #expect(try await ledger.untold().map(\.id) == [claim.run])
    }

    @Test(arguments: [nil, WriteRecord.State.failed])
    func `a job that has changed nothing is tried again at once`(change: WriteRecord.State?) async throws {
        let claim = try await lostRun(after: change)
        let job = try await settle(claim)
        #expect(job.state == .waiting && job.ready == now && job.attempts == 1)
        #expect(try await ledger.run(claim.run)?.outcome == "retry")
        #expect(try await ledger.untold().isEmpty)
    }

    @Test func `a script that says it may be repeated is, whatever it had changed`() async throws {
        try await keep(["idempotent": true])
        let job = try await settle(try await lostRun(after: .sent))
        #expect(job.state == .waiting)
        #expect(try await ledger.untold().isEmpty)
    }

    @Test func `that a script is retried after failures doesn't let it repeat what a lost run had changed`()
        async throws
    {
        try await keep(["retry": ["attempts": 5]])
        let job = try await settle(try await lostRun(after: .answered))
        #expect(job.state == .interrupted)
    }

    @Test func `a job that ends the program each time is given up, and somebody is told`() async throws {
        try await keep(["retry": ["attempts": 1]])
        let claim = try await lostRun(after: nil)
        // Once may be somebody else's fault.
        #expect(try await settle(claim).state == .waiting)
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: now, lease: now.adding(seconds: 60), owner: "before")
        let second = try #require(claims.first)
        let job = try await settle(second)
        #expect(job.state == .dead && job.reason == "the program ended while it ran (tried 2 times)")
        #expect(try await ledger.untold().map(\.id) == [second.run])
    }

    @Test func `what runs in this start is left alone`() async throws {
        _ = try await ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: now)
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: now, lease: now.adding(seconds: 60), owner: "after")
        let job = try await settle(try #require(claims.first))
        #expect(job.state == .running)
    }
}
