/// A clock by which no time passes until a test lets all of it pass.
final class GatedClock: Clock {
    private let gate = AsyncStream<Void>.makeStream()
    private let base = ContinuousClock()

    var now: ContinuousClock.Instant { base.now }
    var minimumResolution: Duration { base.minimumResolution }

    /// Whoever sleeps wakes up.
    func open() { gate.continuation.finish() }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        for await _ in gate.stream {}
        try Task.checkCancellation()
    }
}
