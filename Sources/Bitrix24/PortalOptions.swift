import Logging

/// How a portal is spoken to.
public struct PortalOptions: Sendable {
    /// What it allows.
    public var limits = PortalLimits.standard
    /// How it is reached.
    public var transport = TransportOptions()
    /// When failed calls are made again.
    public var policy = RetryPolicy()
    /// The time.
    public var clock = PortalClock.machine
    /// Takes what its administrator should know.
    public var told: @Sendable (PortalNotice) -> Void = { _ in }
    /// Takes a line for each request, at the level `debug`, without secrets.
    public var logger = Logger(label: "portal")

    /// The usual options.
    public init() {}
}
