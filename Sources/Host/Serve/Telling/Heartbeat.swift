import Alerts
import Logging

/// Calls somebody outside while all is well, so that silence is noticed.
struct Heartbeat: Sendable {
    let caller: HookCaller
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
                do {
                    try await caller.call()
                } catch {
                    logger.warning("\(error)")
                }
            }
            guard (try? await clock.sleep(min(every, 5))) != nil else { return }
        }
    }
}
