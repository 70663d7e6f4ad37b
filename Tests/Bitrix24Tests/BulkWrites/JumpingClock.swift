import Synchronization

@testable import Bitrix24

/// A clock on which every pause is over at once, and the time is later by it.
final class JumpingClock: Sendable {
    private let time = Mutex(0.0)

    var clock: PortalClock {
        PortalClock(
            now: { self.time.withLock { $0 } },
            sleep: { seconds in self.time.withLock { $0 += max(0, seconds) + 1e-6 } })
    }
}
