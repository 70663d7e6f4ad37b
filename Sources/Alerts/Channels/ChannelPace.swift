/// When a channel that fails is tried again, and when a message is given up.
public struct ChannelPace: Hashable, Sendable, Codable {
    /// What is done after a failure.
    public enum Decision: Hashable, Sendable {
        /// The message is sent again at this moment, in seconds since 1970.
        case retry(at: Double)
        /// The message is given up, and the log says so; the channel has failed for so many seconds.
        case giveUp(after: Double)
    }

    /// The first pause, in seconds; each further one is twice as long.
    public var firstPause = 60.0
    /// The longest pause, in seconds.
    public var longestPause = 3600.0
    /// Seconds of failures after which a message is given up.
    public var patience = 86_400.0
    /// When the first of the failures was since the channel last worked; nil if it works.
    public private(set) var failingSince: Double?
    /// How often it has failed since.
    public private(set) var failures = 0

    /// The pace of a channel that works.
    public init() {}

    /// A try has failed.
    public mutating func failed(at moment: Double) -> Decision {
        // A clock that was set back begins the patience anew.
        let since = min(failingSince ?? moment, moment)
        guard moment - since < patience else {
            self = ChannelPace(firstPause, longestPause, patience)
            return .giveUp(after: moment - since)
        }
        failingSince = since
        failures += 1
        let pause = min(longestPause, firstPause * Double(1 << min(failures - 1, 20)))
        // The last try is made when the patience ends, not up to an hour later.
        return .retry(at: min(moment + pause, max(since + patience, moment + firstPause)))
    }

    /// A message was sent.
    public mutating func succeeded() { self = ChannelPace(firstPause, longestPause, patience) }

    private init(_ firstPause: Double, _ longestPause: Double, _ patience: Double) {
        (self.firstPause, self.longestPause, self.patience) = (firstPause, longestPause, patience)
    }
}
