/// A day of the proleptic Gregorian calendar, without a time and without a zone.
///
/// Years run from 1 to 9999, so that the text form always has ten characters. Arithmetic that would leave that
/// range stops at its first or last day.
public struct CivilDate: Hashable, Sendable {
    /// The year, 1…9999.
    public let year: Int
    /// The month, 1…12.
    public let month: Int
    /// The day of the month, 1…31.
    public let day: Int

    /// 0001-01-01, the first date there is.
    public static let earliest = CivilDate(trusted: 1, 1, 1)
    /// 9999-12-31, the last date there is.
    public static let latest = CivilDate(trusted: 9999, 12, 31)

    /// The date, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        self.init(trusted: year, month, day)
    }

    /// The date that is `daysSinceEpoch` days after 1970-01-01 (before it, if negative).
    public init(daysSinceEpoch: Int) {
        let days = min(max(daysSinceEpoch, CivilDate.firstDay), CivilDate.lastDay)
        // Years are counted from March, so that the leap day comes last; 719,468 days lie between 0000-03-01 and the
        // epoch. Years 1…9999 keep every number here non-negative.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        self.init(trusted: year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    init(trusted year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    private static let firstDay = -719_162
    private static let lastDay = 2_932_896

    /// Days between 1970-01-01 and this date; negative before it.
    public var daysSinceEpoch: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear % 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let monday0 = (daysSinceEpoch + 3) % 7
        return Weekday(rawValue: (monday0 + 7) % 7 + 1) ?? .monday
    }

    /// The ISO 8601 week that this day belongs to; around New Year its year may differ from `year`.
    public var isoWeek: ISOWeek {
        ISOWeek(of: self)
    }

    /// Days in a month of a year; `month` is 1…12.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether February of that year has 29 days.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension CivilDate: Comparable {
    /// Earlier dates come first.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
