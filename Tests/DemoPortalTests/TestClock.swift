import Synchronization

@testable import DemoPortal

/// A time that passes only when a test says so.
final class TestClock: Sendable {
    private let seconds: Mutex<Double>

    init(_ seconds: Int = TestPortal.noon) { self.seconds = Mutex(Double(seconds)) }

    func pass(_ more: Double) { seconds.withLock { $0 += more } }

    var read: @Sendable () -> Double { { self.seconds.withLock { $0 } } }
}

extension DemoPortal {
    /// A call through the webhook, which the limits count.
    func call(_ method: String, _ query: String = "") -> DemoReply {
        answer(DemoRequest(path: webhookPath + method, query: query))
    }
}
