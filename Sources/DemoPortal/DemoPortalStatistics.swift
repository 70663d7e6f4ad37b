/// How much the portal was asked.
public struct DemoPortalStatistics: Hashable, Sendable {
    /// Requests, whatever became of them; a batch is one, and those for tokens are none.
    public var requests = 0
    /// Methods that were called; each command of a batch is one, the batch itself is none.
    public var commands = 0
    /// Requests that were refused with 503, as there were too many of them.
    public var refusals = 0
    /// Pairs of tokens that were bought with a refresh token.
    public var refreshes = 0
    /// Requests that something went wrong with on purpose.
    public var faults = 0
    /// Requests that were sent to another address.
    public var redirects = 0
    /// Commands that were refused with 429, as their method had worked too long.
    public var limited = 0
}
