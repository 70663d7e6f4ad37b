/// What the portal allows, as the vendor's cloud does. Both limits answer in the documented way and heal by waiting.
public struct DemoLimits: Hashable, Sendable {
    /// How many requests a second the counter of requests forgets.
    public var rate: Double
    /// Up to how many requests the counter goes; the one above it is refused with 503 `QUERY_LIMIT_EXCEEDED`.
    public var capacity: Int
    /// How many seconds of work one method may do in ten minutes for a webhook or an application; once there were
    /// more, its next call is refused with 429 `OPERATION_TIME_LIMIT`.
    public var operating: Double

    /// Limits of one's own: requests a second, requests, seconds.
    public init(rate: Double, capacity: Int, operating: Double = 480) {
        self.rate = rate
        self.capacity = capacity
        self.operating = operating
    }

    /// The limits of all plans but the greatest.
    public static let standard = DemoLimits(rate: 2, capacity: 50)
    /// The limits of the greatest plan.
    public static let enterprise = DemoLimits(rate: 5, capacity: 250)
}
