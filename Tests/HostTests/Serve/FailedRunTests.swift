import Alerts
import Ledger
import Testing

@testable import Host

@Suite("Runs after which a person is needed")
struct FailedRunTests {
    private let place: TellingPlace

    init() throws { place = try TellingPlace() }

    private func claim() async throws -> Claim {
        _ = try await place.ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: place.now)
        let claims = try await place.ledger.claim(
            most: 1, limits: JobLimits(standard: 9), now: place.now, lease: place.now.adding(seconds: 60), owner: "me")
        return try #require(claims.first)
    }

    @Test(arguments: [Ending.dead(reason: "it broke"), .interrupted(reason: "look")])
    func `a run is known alike when it ends and from the ledger`(ending: Ending) async throws {
        let claim = try await claim()
        _ = try await place.ledger.finish(claim, ending, now: place.now)
        let fresh = try #require(FailedRun(claim, ending))
        let record = try #require(try await place.ledger.untold().first)
        #expect(FailedRun(record) == fresh)
        #expect(fresh.kind == (ending == .dead(reason: "it broke") ? .failed : .interrupted))
    }

    @Test func `for a run that ended otherwise, or hasn't ended, nobody is needed`() async throws {
        let claim = try await claim()
        let record = try #require(try await place.ledger.run(claim.run))
        #expect(FailedRun(record) == nil)
        let endings: [Ending] = [
            .done, .cancelled(reason: "r"), .handedBack(reason: "r"), .retry(at: place.now, reason: "r"),
            .snoozed(until: place.now, reason: "r"),
        ]
        for ending in endings { #expect(FailedRun(claim, ending) == nil) }
    }
}
