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

    /// Whether the clock was ahead when the slots were decided: it is set back now by more than the minute that a clock
    /// may be put right by. Slots are decided from now on then, as else none would come for as long as it was ahead.
    public var wasClockAhead: Bool { settledThrough.unixSeconds - now.unixSeconds > 60 }

    /// Slots after this moment are still to be decided.
    public var start: Moment { wasClockAhead ? now : settledThrough }
}
