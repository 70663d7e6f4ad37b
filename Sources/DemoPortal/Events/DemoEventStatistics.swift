/// What became of the notices to handlers.
public struct DemoEventStatistics: Hashable, Sendable {
    /// Notices that a handler has taken: its answer had a status from 200 to 299.
    public var sent = 0
    /// Notices that are lost: no answer, another status, or too many that waited.
    public var failed = 0
    /// Calls that were answered slowly or not at all, after which their handler was called more rarely.
    public var slowed = 0
}
