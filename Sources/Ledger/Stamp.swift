/// A moment: milliseconds since the beginning of 1970 in UTC.
public struct Stamp: Hashable, Comparable, Sendable {
    /// Milliseconds since the beginning of 1970.
    public var milliseconds: Int

    /// The moment so many milliseconds after the beginning of 1970.
    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// The moment so many seconds later; earlier if the number is negative. What is no number changes nothing, and what
    /// is beyond all calendars is cut at a hundred thousand years.
    public func adding(seconds: Double) -> Stamp {
        guard seconds.isFinite else { return self }
        let most = 3.2e12
        let (sum, overflow) = milliseconds.addingReportingOverflow(Int(max(-most, min(most, seconds)) * 1000))
        return overflow ? self : Stamp(milliseconds: sum)
    }

    /// Whether the first moment is earlier.
    public static func < (left: Stamp, right: Stamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
