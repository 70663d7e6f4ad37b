/// Which days are worked: the weekend, the holidays, and the days that are worked all the same.
///
/// A single date counts more than a day of every year, and this more than the day of the week. Where both lists have
/// the same day, it is worked.
public struct WorkingCalendar: Hashable, Sendable {
    /// A day of every year.
    public struct YearDay: Hashable, Sendable {
        /// The month, 1…12.
        public let month: Int
        /// The day of the month, 1…31.
        public let day: Int

        /// The day, or nil where no year has it; 29 February is one.
        public init?(month: Int, day: Int) {
            guard (1...12).contains(month), day >= 1, day <= CivilDate.length(ofMonth: month, year: 2024) else {
                return nil
            }
            self.month = month
            self.day = day
        }
    }

    /// The days of the week that are not worked.
    public var weekend: Set<Weekday>
    /// Days that are not worked in any year.
    public var yearlyHolidays: Set<YearDay> = []
    /// Days that are worked in every year, whatever day of the week they are.
    public var yearlyWorkdays: Set<YearDay> = []
    /// Dates that are not worked.
    public var holidays: Set<CivilDate> = []
    /// Dates that are worked, such as a Saturday that makes up for a holiday.
    public var workdays: Set<CivilDate> = []

    /// A calendar without holidays.
    public init(weekend: Set<Weekday> = [.saturday, .sunday]) {
        self.weekend = weekend
    }

    /// Whether a day is worked.
    public func isWorking(_ date: CivilDate) -> Bool {
        if workdays.contains(date) { return true }
        if holidays.contains(date) { return false }
        if !yearlyWorkdays.isEmpty || !yearlyHolidays.isEmpty, let day = YearDay(month: date.month, day: date.day) {
            if yearlyWorkdays.contains(day) { return true }
            if yearlyHolidays.contains(day) { return false }
        }
        return !weekend.contains(date.weekday)
    }
}
