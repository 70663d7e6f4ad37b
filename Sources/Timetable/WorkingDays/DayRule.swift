/// On which days a script's schedule counts.
public enum DayRule: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// On all of them.
    case everyDay = "every day"
    /// On those that the calendar has as working days.
    case workingDays = "working days"
    /// On the first working day of each month.
    case firstWorkingDay = "first working day of the month"
    /// On the last working day of each month.
    case lastWorkingDay = "last working day of the month"

    /// Reads `every day`, `working days`, `first working day of the month` or `last working day of the month`; capital
    /// letters don't matter.
    ///
    /// - Throws: a `ScheduleError` with the nearest of them.
    public init(_ text: String) throws(ScheduleError) {
        let words = text.utf8.count <= 64 ? text.lowercased().split { $0.isWhitespace }.joined(separator: " ") : ""
        guard let rule = DayRule(rawValue: words) else {
            throw ScheduleError.unknown(text, as: "The days of a schedule", among: DayRule.allCases.map(\.rawValue))
        }
        self = rule
    }

    /// As it is written.
    public var description: String { rawValue }

    /// A bit for each day of a month on which a schedule counts: bit 1 is its first day.
    func mask(monthOf first: CivilDate, length: Int, calendar: WorkingCalendar) -> UInt32 {
        switch self {
        case .everyDay:
            .max
        case .workingDays:
            (1...length).reduce(0) { $0 | (calendar.isWorking(first.adding(days: $1 - 1)) ? 1 << UInt32($1) : 0) }
        case .firstWorkingDay:
            (1...length).first { calendar.isWorking(first.adding(days: $0 - 1)) }.map { 1 << UInt32($0) } ?? 0
        case .lastWorkingDay:
            (1...length).last { calendar.isWorking(first.adding(days: $0 - 1)) }.map { 1 << UInt32($0) } ?? 0
        }
    }

    /// Whether a schedule counts on that date.
    func allows(_ date: CivilDate, calendar: WorkingCalendar) -> Bool {
        if self == .everyDay { return true }
        let length = CivilDate.length(ofMonth: date.month, year: date.year)
        return mask(monthOf: date.firstOfMonth, length: length, calendar: calendar) & 1 << UInt32(date.day) != 0
    }
}
