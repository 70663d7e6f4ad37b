/// What a column shows in the last row of its table.
public enum Total: String, CaseIterable, Hashable, Sendable {
    /// The sum of its numbers.
    case sum
    /// How many cells hold something.
    case count
    /// The arithmetic mean of its numbers.
    case average
    /// The smallest value.
    case min
    /// The largest value.
    case max

    /// Whether it makes sense only for numbers.
    var needsNumbers: Bool {
        self == .sum || self == .average
    }
}
