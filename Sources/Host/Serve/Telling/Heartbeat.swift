import Alerts
import Logging

/// Calls somebody outside while all is well, so that silence is noticed.
struct Heartbeat: Sendable {
    /// Calls once.
    let call: @Sendable () async throws(AlertFailure) -> Void
    let every: Double
    let clock: ServeClock
    let logger: Logger
    /// Whether all is well.
    let isHealthy: @Sendable () async -> Bool

    /// Calls until the task is cancelled.
    func run() async {
        var turn = DeadMansSwitch(every: every)
        while !Task.isCancelled {
            let now = clock.now().seconds
            if turn.isDue(at: now, isHealthy: await isHealthy()) {
                turn.called(at: now)
                do throws(AlertFailure) {
                    try await call()
                } catch {
                    // Not the failure's own sentence, which is about an alert.
                    logger.warning("\(error.channel) was not reached: \(error.reason)")
                }
            }
            guard (try? await clock.sleep(min(every, 5))) != nil else { return }
        }
    }
}

extension Heartbeat {
    /// A heartbeat to an address.
    init(
        caller: HookCaller, every: Double, clock: ServeClock, logger: Logger,
        isHealthy: @escaping @Sendable () async -> Bool
    ) {
        self.init(
            call: { () async throws(AlertFailure) in try await caller.call() }, every: every, clock: clock,
            logger: logger, isHealthy: isHealthy)
    }
}
