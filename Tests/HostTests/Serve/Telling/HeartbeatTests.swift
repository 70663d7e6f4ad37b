import Alerts
import Ledger
import Synchronization
import Testing
import Trials

@testable import Host

@Suite("The heartbeat")
struct HeartbeatTests {
    private final class Facts: Sendable {
        let calls = Mutex<[Int]>([])
        let seconds = Mutex(0)
    }

    private let facts = Facts()
    private let log = KeptLog()

    /// The moments of the calls within a minute.
    private func calls(
        every: Double, failing: Bool = false, healthy: @escaping @Sendable (Int) -> Bool = { _ in true }
    ) async -> [Int] {
        let facts = facts
        let clock = ServeClock(
            now: { Stamp(milliseconds: facts.seconds.withLock { $0 } * 1_000) },
            sleep: { pause in
                let now = facts.seconds.withLock { seconds in
                    seconds += Int(pause)
                    return seconds
                }
                if now > 60 { throw CancellationError() }
            })
        let heartbeat = Heartbeat(
            call: { () async throws(AlertFailure) in
                facts.calls.withLock { $0.append(facts.seconds.withLock { $0 }) }
                if failing { throw AlertFailure(channel: "heartbeat https://a.example", reason: "it answers with 500") }
            }, every: every, clock: clock, logger: log.logger
        ) { healthy(facts.seconds.withLock { $0 }) }
        await heartbeat.run()
        return facts.calls.withLock { $0 }
    }

    @Test func `somebody is called while all is well`() async {
        #expect(await calls(every: 20) == [0, 20, 40, 60])
    }

    @Test func `nobody is called while something is in the way, and at once when it is over`() async {
        #expect(await calls(every: 20) { !(15..<45).contains($0) } == [0, 45])
    }

    @Test func `one that fails is not made up for, and the log says what it is`() async {
        #expect(await calls(every: 30, failing: true) == [0, 30, 60])
        #expect(log.lines.first == "warning: heartbeat https://a.example was not reached: it answers with 500")
        #expect(!log.lines.contains { $0.contains("alert") })
    }
}
