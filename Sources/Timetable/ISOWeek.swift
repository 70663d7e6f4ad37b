/// A week as ISO 8601 counts them: it begins on Monday, and week 1 is the one with the year's first Thursday.
public struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year that the week is counted in.
    public let year: Int
    /// The number of the week, 1…53.
    public let week: Int

    /// The week, or nil where that year has no such week.
    public init?(year: Int, week: Int) {
        guard (1...9998).contains(year), week >= 1, week <= ISOWeek.count(inYear: year) else { return nil }
        self.year = year
        self.week = week
    }

    init(of date: CivilDate) {
        let thursday = date.adding(days: 4 - date.weekday.rawValue)
        year = thursday.year
        week = (thursday.daysSinceEpoch - thursday.firstOfYear.daysSinceEpoch) / 7 + 1
    }

    /// The week's first day.
    public var monday: CivilDate {
        let fourthOfJanuary = CivilDate(trusted: year, 1, 4)
        return fourthOfJanuary.firstOfWeek.adding(days: (week - 1) * 7)
    }

    /// "2026-W47".
    public var description: String {
        "\(padded(year, 4))-W\(padded(week, 2))"
    }

    /// How many weeks a year has: 52 or 53. 28 December always lies in the last one.
    public static func count(inYear year: Int) -> Int {
        guard let date = CivilDate(year: year, month: 12, day: 28) else { return 52 }
        return ISOWeek(of: date).week
    }

    /// Earlier weeks come first.
    public static func < (left: ISOWeek, right: ISOWeek) -> Bool {
        (left.year, left.week) < (right.year, right.week)
    }
}
