import JSON
import Testing

@testable import Bitrix24

@Suite(.timeLimit(.minutes(10))) struct PendingReplyTests {
    /// Options by which a call that finds no way to its portal waits for ever, and a stream that tells that it does.
    private func holding() -> (options: PortalOptions, held: AsyncStream<Void>) {
        let (held, tell) = AsyncStream.makeStream(of: Void.self)
        var options = TestPortal.options(attempts: 1_000)
        options.policy.firstPause = 1_000
        options.clock = PortalClock(
            now: { 0 },
            sleep: { _ in
                tell.yield()
                let (never, _key) = AsyncStream.makeStream(of: Void.self)
                for await _ in never {}
                withExtendedLifetime(_key) {}
                try Task.checkCancellation()
            })
        return (options, held)
    }

    @Test(
        "a call that waits leaves the queue when its task is cancelled, whether it reads or changes",
        arguments: ["crm.deal.get", "crm.deal.delete"])
    func withdrawn(method: String) async throws {
        let (options, held) = holding()
        try await TestPortal.with(webhook: "http://127.0.0.1:1/rest/1/\(TestPortal.code)/", options) { portal in
            let call = Task { try await portal.call(PortalCall(method, ["id": 1]), by: TestPortal.caller) }
            var steps = held.makeAsyncIterator()
            await steps.next()
            #expect(await portal.dispatcher.waitingCount == 1)
            call.cancel()
            let error = await #expect(throws: PortalError.self) { try await call.value }
            #expect(error?.code == "CANCELLED")
            #expect(await portal.dispatcher.waitingCount == 0)
        }
    }

    @Test("a batch whose task is cancelled leaves the queue as a whole")
    func batch() async throws {
        let (options, held) = holding()
        try await TestPortal.with(webhook: "http://127.0.0.1:1/rest/1/\(TestPortal.code)/", options) { portal in
            let calls = ["a", "b"].map { ($0, PortalCall("crm.deal.get", ["id": 1])) }
            let batch = Task { try await portal.batch(calls, by: TestPortal.caller) }
            var steps = held.makeAsyncIterator()
            await steps.next()
            batch.cancel()
            let codes = try await batch.value.map { $0.failure?.code }
            #expect(codes == ["CANCELLED", "CANCELLED"])
            #expect(await portal.dispatcher.waitingCount == 0)
        }
    }

    @Test("an answer that is there is given to a cancelled task, too")
    func answered() async throws {
        let reply = PendingReply()
        reply.finish([.failure(.methodName("x"))])
        let answers = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await reply.answers()
        }
        let codes = await answers.value.map { $0.failure?.code }
        #expect(codes == [PortalError.methodName("x").code])
    }
}
