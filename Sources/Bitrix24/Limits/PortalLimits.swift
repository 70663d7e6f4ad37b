/// What a portal allows.
public struct PortalLimits: Hashable, Sendable {
    /// Requests that flow out of the bucket in a second; nil where nothing limits them.
    public var rate: Double?
    /// Requests that fit into the bucket.
    public var capacity: Double
    /// Seconds of the server's work that one method may use in ten minutes; nil where nothing limits it.
    public var operating: Double?
    /// Requests that are under way at the same time.
    public var concurrency = 4

    /// Limits of one's own.
    public init(rate: Double?, capacity: Double = 50, operating: Double? = 480, concurrency: Int = 4) {
        self.rate = rate
        self.capacity = capacity
        self.operating = operating
        self.concurrency = concurrency
    }

    /// The cloud's plans below Enterprise, and what is safe to begin with.
    public static let standard = PortalLimits(rate: 2, capacity: 50)
    /// The cloud's plan Enterprise.
    public static let enterprise = PortalLimits(rate: 5, capacity: 250)
    /// A portal on a server of one's own, whose owner set no limits.
    public static let unlimited = PortalLimits(rate: nil, operating: nil)

    /// Limits by the name that the settings use: `standard`, `enterprise` or `off`.
    public static let named: [String: PortalLimits] = [
        "standard": .standard, "enterprise": .enterprise, "off": .unlimited,
    ]
}
