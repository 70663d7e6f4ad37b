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
    /// What happens to calls that speak against the documented facts.
    public var checks = CheckPolicy.strict
    /// What the portal says of itself, as far as it was asked.
    public var description: PortalDescription?
    /// Takes what its administrator should know.
    public var told: @Sendable (PortalNotice) -> Void = { _ in }
    /// Takes a line for each request, at the level `debug`, without secrets.
    public var logger = Logger(label: "portal")

    /// The usual options.
    public init() {}
}
