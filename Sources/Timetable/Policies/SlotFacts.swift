/// What is known of one script when its slots are looked at.
public struct SlotFacts: Hashable, Sendable {
    /// All slots up to and including this moment are decided.
    public var settledThrough: Moment
    /// What the host's clock says.
    public var now: Moment
    /// Whether a run for a slot of this script is unfinished.
    public var isBusy: Bool
    /// Whether the script is paused.
    public var isPaused: Bool

    /// The facts at a moment.
    public init(settledThrough: Moment, now: Moment, isBusy: Bool = false, isPaused: Bool = false) {
        self.settledThrough = settledThrough
        self.now = now
        self.isBusy = isBusy
        self.isPaused = isPaused
    }
}
