import Bitrix24

/// Calls that find no way to their portal and wait for ever.
struct HeldCalls {
    /// A portal that isn't there.
    static let webhook = "http://127.0.0.1:1/rest/1/s3cr3tc0de0000000/"

    /// By these a portal holds its calls.
    let options: PortalOptions
    /// Tells when one waits.
    let held: AsyncStream<Void>

    init() {
        let (held, tell) = AsyncStream.makeStream(of: Void.self)
        var options = PortalOptions()
        options.policy.firstPause = 1_000
        options.policy.attemptsUnreachable = 1_000
        options.clock = PortalClock(
            now: { 0 },
            sleep: { _ in
                tell.yield()
                let (never, key) = AsyncStream.makeStream(of: Void.self)
                for await _ in never {}
                withExtendedLifetime(key) {}
                try Task.checkCancellation()
            })
        (self.options, self.held) = (options, held)
    }
}
