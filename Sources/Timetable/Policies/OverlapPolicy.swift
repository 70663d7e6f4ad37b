/// What happens when a slot is due while the script's run for an earlier one is unfinished.
public enum OverlapPolicy: String, Hashable, Sendable, CaseIterable {
    /// The new slot is skipped.
    case skip
    /// It waits for its turn.
    case queue
    /// It takes the place of the unfinished one.
    case replace

    /// Reads `skip`, `queue` or `replace`.
    ///
    /// - Throws: a `ScheduleError` for another word, with the nearest one.
    public init(_ text: String) throws(ScheduleError) {
        try self.init(word: text, as: "overlap")
    }
}
