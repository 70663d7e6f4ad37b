/// What was asked of a portal so far.
public struct PortalStatistics: Hashable, Sendable {
    /// HTTP requests that left.
    public var requests = 0
    /// Calls and commands in them.
    public var commands = 0
    /// Commands that shared a request with others.
    public var mergedCommands = 0
    /// Bytes of bodies that left.
    public var bytesSent = 0
    /// Bytes of bodies that came, unpacked.
    public var bytesReceived = 0
    /// Seconds in which something could have been sent but for a limit, by cause: `rate`, `operating`, `retry`.
    public var waits: [String: Double] = [:]
    /// Calls that were made again, by the code of the failure.
    public var retries: [String: Int] = [:]
    /// Requests that the portal refused for its limits.
    public var refusals = 0

    /// Nothing so far.
    public init() {}
}
