import Bitrix24
import Ingress
import JSON
import Ledger
import Scripting
import Synchronization
import Testing
import Timetable
import Trials

@testable import Host

@Suite("A job from its claim to its outcome", .timeLimit(.minutes(10)))
struct JobRunnerTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let clock = ServeClock(
        now: { Stamp(milliseconds: 1_000_000) },
        sleep: { _ in
            let (never, key) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
            withExtendedLifetime(key) {}
            try Task.checkCancellation()
        })

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    private var runner: JobRunner { runner(by: clock) }

    private func runner(by clock: ServeClock) -> JobRunner {
        JobRunner(
            settings: Settings(), environment: [:], sandbox: BuiltCell.sandbox, ledger: ledger,
            own: OwnWrites(rule: ChainRule()), clock: clock, zone: .utc)
    }

    private func script(_ run: String, deadline: Int = 3_600) throws -> ServedScript {
        let definition = try #require(
            Definition(["definition": ["kind": "job", "deadline": .integer(deadline)]]))
        let text = "return job { run = function() \(run) end }"
        return try ServedScript(
            script: Script(name: "a.lua", source: Array(text.utf8)), digest: "1", definition: definition, zone: .utc,
            portals: SampleScript.portals)
    }

    private func claim() async throws -> Claim {
        let now = clock.now()
        _ = try await ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: now)
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: now, lease: now.adding(seconds: 60), owner: "me")
        return try #require(claims.first)
    }

    private func with<Value: Sendable>(
        webhook: String, _ options: PortalOptions = PortalOptions(),
        _ body: (ServedPortal) async throws -> Value
    ) async throws -> Value {
        let portal = try Portal(credential: .webhook(try Webhook(webhook)), options: options)
        let served = ServedPortal(
            name: "main", choice: nil, portal: portal, events: EventSettings(), isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        let result: Result<Value, any Error>
        do { result = .success(try await body(served)) } catch { result = .failure(error) }
        await portal.shutdown()
        return try result.get()
    }

    private func memory(_ key: String) async throws -> JSONValue? {
        try await ledger.memory(portal: "main", script: "a.lua").value(key, now: clock.now())
            .map { try JSONValue(parsing: $0) }
    }

    private let change = "b24.crm.deal.add { fields = { TITLE = 'x' } }"

    @Test func `a key goes back when the run has changed nothing`() async throws {
        let (claim, script) = (try await claim(), try script("store.once('k') error('early')"))
        let outcome = try await with(webhook: "http://127.0.0.1:1/rest/1/s3cr3tc0de0000000/") {
            await runner.run(claim, of: script, on: $0)
        }
        guard case .retry = outcome.ending else { return #expect(outcome.ending == .done) }
        #expect(outcome.isOwnFailure && outcome.requests == 0)
        #expect(try await memory("k") == nil)
    }

    /// Cancels a run while its call waits for the portal.
    private func cancelled(_ run: String, wanted reason: String?) async throws -> JobOutcome {
        let (claim, script) = (try await claim(), try script(run))
        let calls = HeldCalls()
        return try await with(webhook: HeldCalls.webhook, calls.options) { portal in
            let run = Task { await runner.run(claim, of: script, on: portal) }
            var steps = calls.held.makeAsyncIterator()
            await steps.next()
            if let reason { _ = try await ledger.cancel(claim.job.id, reason: reason, now: clock.now()) }
            run.cancel()
            return await run.value
        }
    }

    @Test func `a run that somebody cancels ends with the reason of that`() async throws {
        let outcome = try await cancelled("b24.user.current()", wanted: "not needed")
        #expect(outcome.ending == .cancelled(reason: "not needed"))
    }

    @Test func `a change that was never sent is none: a stop hands the job back`() async throws {
        let outcome = try await cancelled("store.once('k') \(change)", wanted: nil)
        #expect(outcome.ending == .handedBack(reason: "the program was stopped while it ran"))
        #expect(try await memory("k") == nil)
    }

    @Test func `a run is ended when the time that its script gives it is over`() async throws {
        let (claim, script) = (try await claim(), try script("for _ = 1, 500000000 do end", deadline: 77))
        let waits = Mutex<[Double]>([])
        let clock = ServeClock(
            now: clock.now,
            sleep: { [clock] seconds in
                waits.withLock { $0.append(seconds) }
                if seconds != 77 { try await clock.sleep(seconds) }
            })
        let outcome = try await with(webhook: "http://127.0.0.1:1/rest/1/s3cr3tc0de0000000/") {
            await runner(by: clock).run(claim, of: script, on: $0)
        }
        #expect(waits.withLock { $0 } == [77])
        #expect(outcome.isOwnFailure)
        guard case .retry(_, let reason) = outcome.ending else { return #expect(outcome.ending == .done) }
        #expect(reason == "a.lua: it ran longer than its deadline of 77 s and was ended")
    }
}
