import Bitrix24
import JSON
import Scripting
import Testing
import Timetable

@testable import Host

@Suite("A run from its script to its end", .timeLimit(.minutes(10)))
struct ScriptRunnerTests {
    private static let list = """
        for deal in b24.crm.deal.list {} do print(deal.ID) end
        """

    /// Hands `body` a runner whose calls find no way to the portal and wait for ever, and a stream that tells that one
    /// does.
    private func holding(
        _ source: String, _ body: (ScriptRunner, AsyncStream<Void>) async throws -> Void
    ) async throws {
        let calls = HeldCalls()
        let portal = try Portal(credential: .webhook(try Webhook(HeldCalls.webhook)), options: calls.options)
        var runner = ScriptRunner(
            settings: Settings(), environment: [:], sandbox: BuiltCell.sandbox, now: Moment(unixSeconds: 0),
            output: ScriptRunner.Output(print: { _ in }, log: { _, _ in }))
        runner.place.portal = portal
        runner.place.zone = .utc
        runner.place.script = Script(name: "a.lua", source: Array(source.utf8))
        let result: Result<Void, any Error>
        do { result = .success(try await body(runner, calls.held)) } catch { result = .failure(error) }
        await portal.shutdown()
        try result.get()
    }

    @Test(
        "a run that waits for a call ends when its time is over",
        arguments: [
            "b24.crm.deal.get { id = 1 }", list, "parallel({ 1, 2 }, function() return b24.user.current() end)",
        ])
    func deadline(source: String) async throws {
        try await holding(source) { runner, held in
            var limited = runner
            limited.place.deadline = RunDeadline(seconds: 5) { _ in for await _ in held { return } }
            let late = limited
            let failure = await #expect(throws: ScriptFailure.self) { try await late.run(RunRequest(script: "a.lua")) }
            #expect(failure?.error?["code"]?.string == RunDeadline.code)
        }
    }

    @Test(
        "a run that waits for a call ends when it is stopped",
        arguments: ["b24.crm.deal.get { id = 1 }", list, "pcall(b24.crm.deal.get, { id = 1 }) b24.user.current()"])
    func stop(source: String) async throws {
        try await holding(source) { runner, held in
            let run = Task { try await runner.run(RunRequest(script: "a.lua")) }
            var steps = held.makeAsyncIterator()
            await steps.next()
            run.cancel()
            await #expect(throws: (any Error).self) { try await run.value }
        }
    }
}
