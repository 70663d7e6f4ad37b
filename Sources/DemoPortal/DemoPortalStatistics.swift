/// How much the portal was asked.
public struct DemoPortalStatistics: Hashable, Sendable {
    /// Requests, whatever became of them; a batch is one.
    public var requests = 0
    /// Methods that were called; each command of a batch is one, the batch itself is none.
    public var commands = 0
}
