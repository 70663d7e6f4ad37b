/// When a message that can't be sent is given up.
public struct MessagePatience: Hashable, Sendable {
    /// Seconds that a message may be old.
    public var longest = 86_400.0
    /// How often it is tried at least: one that was made before a long stop of the host has its chance, too.
    public var tries = 3

    /// The usual patience.
    public init() {}

    /// Messages that were made up to then are too old, in seconds since 1970.
    public func oldest(at moment: Double) -> Double { moment - longest }

    /// Whether a message is given up after a try.
    ///
    /// - Parameters:
    ///   - created: when it was made, in seconds since 1970.
    ///   - attempts: how often it was tried.
    public func isOver(created: Double, attempts: Int, at moment: Double) -> Bool {
        created <= oldest(at: moment) && attempts >= tries
    }
}
