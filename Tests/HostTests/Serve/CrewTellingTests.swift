import Bitrix24
import Ledger
import Scripting
import Synchronization
import Testing
import Timetable

@testable import Host

@Suite("What the crew tells")
struct CrewTellingTests {
    /// Serves nothing, so that each job is dead at once, and takes its time to tell of that.
    private final class Surroundings: CrewSurroundings {
        private let began = AsyncStream.makeStream(of: Void.self)
        private let gate = AsyncStream.makeStream(of: Void.self)
        let steps = Mutex<[String]>([])

        func step(_ name: String) { steps.withLock { $0.append(name) } }
        func open() { gate.continuation.finish() }
        /// Waits until a job is being told of.
        func whenTelling() async { for await _ in began.stream { return } }

        func limits() async -> JobLimits { JobLimits(standard: 1) }
        func script(_ name: String) async -> ServedScript? { nil }
        func portal(_ name: String) -> ServedPortal? { nil }
        func begins(_ claim: Claim) async {}
        func ended(_ claim: Claim, _ outcome: JobOutcome) async {
            began.continuation.yield()
            for await _ in gate.stream {}
            step("told")
        }
        func ledgerChanged() async { step("changed") }
        func disturbed(_ error: LedgerError) async {}
    }

    private let place: TellingPlace
    private let surroundings = Surroundings()

    init() throws { place = try TellingPlace() }

    private func crew(_ clock: ServeClock) throws -> JobCrew {
        let runner = JobRunner(
            settings: Settings(), environment: [:], sandbox: Sandbox(path: "/nowhere"), ledger: place.ledger,
            own: OwnWrites(rule: ChainRule()), clock: clock, zone: .utc)
        return JobCrew(
            ledger: place.ledger, runner: runner, clock: clock, logger: place.logger, workers: 1, owner: "me",
            surroundings: surroundings)
    }

    @Test func `a stop waits for what is being told, though its worker is free`() async throws {
        // The gate opens when the stop begins to wait.
        let crew = try crew(
            ServeClock(
                now: { [place] in place.now },
                sleep: { [surroundings, place] seconds in
                    if seconds == 30 { surroundings.open() }
                    try await place.clock.sleep(seconds)
                }))
        _ = try await place.ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: place.now)
        let work = Task { await crew.run() }
        await surroundings.whenTelling()
        #expect(await crew.count == 0)
        await crew.stop(within: 30)
        surroundings.step("stopped")
        await work.value
        #expect(surroundings.steps.withLock { $0 } == ["told", "stopped"])
    }

    @Test func `what another program changes in the ledger is heeded`() async throws {
        let beats = Mutex(0)
        let crew = try crew(
            ServeClock(
                now: { [place] in place.now },
                sleep: { [place] seconds in
                    guard seconds == JobCrew.beat else { return try await place.clock.sleep(seconds) }
                    let beat = beats.withLock { beats in
                        beats += 1
                        return beats
                    }
                    // The first beat finds the ledger as it is.
                    if beat == 3 {
                        let other = try Ledger(path: place.ledger.path, role: .beside)
                        try await other.pause(portal: "main", script: "a.lua", reason: "", by: "anna", now: place.now)
                        other.close()
                    }
                    if beat > 3 { try await place.clock.sleep(seconds) }
                }))
        let work = Task { await crew.run() }
        while surroundings.steps.withLock({ $0.count }) < 2 { await Task.yield() }
        work.cancel()
        await work.value
        #expect(surroundings.steps.withLock { $0 } == ["changed", "changed"])
    }
}
