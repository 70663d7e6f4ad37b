/// When a progress is drawn: not before a second has passed, and at most ten times a second.
struct ProgressPace {
    /// Before that, a work is not long enough for a bar.
    static let patience = Duration.seconds(1)
    /// The least time between two drawings.
    static let interval = Duration.milliseconds(100)

    private var drawn: Duration?

    /// Whether to draw, `elapsed` after the work began; then it is taken for drawn.
    mutating func isDue(at elapsed: Duration) -> Bool {
        guard elapsed >= Self.patience else { return false }
        if let drawn, elapsed - drawn < Self.interval { return false }
        drawn = elapsed
        return true
    }
}
