import Ledger
import Logging
import Synchronization
import Trials

@testable import Host

/// A crew with a ledger, a clock and runs that are moved by hand.
final class CrewTrial: Sendable {
    let folder: TemporaryFolder
    let ledger: Ledger
    let time = HandClock()
    let runner = HeldRunner()
    let office = QuietOffice()
    let crew: JobCrew

    init(
        workers: Int = 4, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
        crew = JobCrew(
            ledger: ledger, runner: runner, clock: time.clock,
            logger: logger, workers: workers, owner: "me",
            surroundings: office)
    }

    /// Lets the crew work while `body` runs.
    func work(_ body: () async throws -> Void) async throws {
        let work = Task { await crew.run() }
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        runner.releaseAll()
        work.cancel()
        await work.value
        try result.get()
    }

    func add(_ script: String = "a.lua", readyIn seconds: Double = 0) async throws -> Int {
        try await ledger.addJob(
            portal: "main", script: script, by: "anna", ready: time.now.adding(seconds: seconds), now: time.now)
    }
}

/// Runs that end well when they are let go, and are handed back when they are cancelled.
final class HeldRunner: CrewRunner {
    private struct State {
        var gates: [Int: AsyncStream<Void>.Continuation] = [:]
        var isOpen = false
    }

    private let state = Mutex(State())
    private let begun = Sequel<Int>()

    /// The next job that begins; nil when the test is over.
    func next() async -> Int? { await begun.next() }

    /// How many have begun.
    var count: Int { begun.count }

    func outcome(of claim: Claim, in surroundings: any CrewSurroundings) async -> JobOutcome {
        let (gate, key) = AsyncStream.makeStream(of: Void.self)
        let isOpen = state.withLock { state in
            state.gates[claim.job.id] = key
            return state.isOpen
        }
        begun.add(claim.job.id)
        if !isOpen { for await _ in gate {} }
        return Task.isCancelled ? JobOutcome(.handedBack(reason: "it was stopped")) : JobOutcome(.done)
    }

    func release(_ job: Int) { state.withLock { $0.gates[job] }?.finish() }

    func releaseAll() {
        let gates = state.withLock { state in
            state.isOpen = true
            return state.gates
        }
        for gate in gates.values { gate.finish() }
    }
}

/// Surroundings that remember what they are told.
final class QuietOffice: CrewSurroundings {
    /// What was told of a run's end.
    struct Report: Hashable, Sendable {
        let job: Int
        let ending: Ending
    }

    private let reports = Sequel<Report>()
    private let errors = Sequel<LedgerError>()
    private let asked = Mutex<@Sendable () async -> Void>({})

    /// What is done when the crew asks for the limits.
    func whenAsked(_ body: @escaping @Sendable () async -> Void) { asked.withLock { $0 = body } }

    /// The next end of a run; nil when the test is over.
    func report() async -> Report? { await reports.next() }

    /// The next trouble with the ledger; nil when the test is over.
    func trouble() async -> LedgerError? { await errors.next() }

    /// How often the ledger had trouble.
    var troubles: Int { errors.count }

    func limits() async -> JobLimits {
        await asked.withLock { $0 }()
        return JobLimits(standard: 9)
    }

    func script(_ name: String) -> ServedScript? { nil }
    func portal(_ name: String) -> ServedPortal? { nil }
    func begins(_ claim: Claim) {}
    func ended(_ claim: Claim, _ outcome: JobOutcome) {
        reports.add(Report(job: claim.job.id, ending: outcome.ending))
    }
    func ledgerChanged() {}
    func disturbed(_ error: LedgerError) { errors.add(error) }
}

/// Things that come one after another, for one who waits for them.
final class Sequel<Thing: Sendable>: Sendable {
    private let things: AsyncStream<Thing>
    private let added: AsyncStream<Thing>.Continuation
    private let all = Mutex(0)

    init() { (things, added) = AsyncStream.makeStream(of: Thing.self) }

    /// How many have come.
    var count: Int { all.withLock { $0 } }

    func add(_ thing: Thing) {
        all.withLock { $0 += 1 }
        added.yield(thing)
    }

    /// The next one; nil when the task is cancelled.
    func next() async -> Thing? {
        var things = things.makeAsyncIterator()
        return await things.next()
    }
}
