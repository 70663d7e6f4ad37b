import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

extension DemoPortal {
    /// The codes of the events that the application is registered for, in the order in which it asked for them.
    public var boundEvents: [String] {
        state.withLock { $0.desk.handlers.filter(\.isOfApplication).map(\.event) }
    }

    /// What became of the notices to handlers so far.
    public var events: DemoEventStatistics { state.withLock { $0.desk.outbox.statistics } }

    /// How long a handler has for its answer, in seconds; the demo's own figure.
    private static let handlerTime: Int64 = 10

    /// Sends notices until it is cancelled.
    func deliverEvents(_ bell: AsyncStream<Void>) async {
        var configuration = HTTPClient.Configuration()
        // A handler must not lead the portal off this machine.
        configuration.redirectConfiguration = .disallow
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        await withDiscardingTaskGroup { group in
            for await _ in bell { sendDue(with: client, in: &group) }
            group.cancelAll()
        }
        try? await client.shutdown()
    }

    private func sendDue(with client: HTTPClient, in group: inout DiscardingTaskGroup) {
        while true {
            switch state.withLock({ $0.nextNotice() }) {
            case .send(let notice): group.addTask { await self.send(notice, with: client) }
            case .wait(let seconds):
                group.addTask {
                    try? await Task.sleep(for: .seconds(seconds))
                    self.state.withLock { $0.isAlarmSet = false }
                    self.ringBell()
                }
                return
            case .rest: return
            }
        }
    }

    private func send(_ notice: EventNotice, with client: HTTPClient) async {
        let start = state.withLock { $0.clock.now }
        var request = HTTPClientRequest(url: notice.handler)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "User-Agent", value: "Bitrix24 Webhook Engine")
        request.body = .bytes(ByteBuffer(bytes: notice.body))
        let response = try? await client.execute(request, timeout: .seconds(DemoPortal.handlerTime))
        state.withLock { state in
            let now = state.clock.now
            let accepted = response.map { (200...299).contains($0.status.code) } ?? false
            state.desk.outbox.finished(
                notice.handler, after: response.map { _ in now - start }, accepted: accepted, at: now)
        }
        ringBell()
    }

    /// Lets the notices leave that may.
    func ringBell() { state.withLock { $0.bell }?.yield() }
}

extension PortalState {
    /// What to do with the notices now; at most one alarm is set at a time.
    fileprivate mutating func nextNotice() -> EventOutbox.Step {
        let step = desk.outbox.next(at: clock.now)
        guard case .wait = step else { return step }
        guard !isAlarmSet else { return .rest }
        isAlarmSet = true
        return step
    }
}
