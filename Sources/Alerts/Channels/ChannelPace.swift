/// How long a channel that fails is left alone.
public struct ChannelPace: Hashable, Sendable {
    /// The first pause, in seconds; each further one is twice as long.
    public var firstPause = 60.0
    /// The longest pause, in seconds.
    public var longestPause = 3600.0
    /// How often it has failed since it last worked.
    public private(set) var failures = 0
    /// When it is tried again, in seconds since 1970; nil while it works.
    public private(set) var nextTry: Double?

    /// The pace of a channel that works.
    public init() {}

    /// Whether it is left alone at this moment.
    public func isPaused(at moment: Double) -> Bool {
        guard let nextTry else { return false }
        // A clock that was set back must not keep it waiting for longer.
        return moment < nextTry && nextTry - moment <= longestPause
    }

    /// A try has failed; returns when the next one is, in seconds since 1970.
    public mutating func failed(at moment: Double) -> Double {
        let pause = min(longestPause, firstPause * Double(1 << min(failures, 20)))
        failures += 1
        nextTry = moment + pause
        return moment + pause
    }

    /// A message was sent.
    public mutating func succeeded() { (failures, nextTry) = (0, nil) }
}
