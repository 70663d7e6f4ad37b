extension WorkingCalendar {
    /// Reads the texts that a portal's calendar settings have.
    ///
    /// - Parameters:
    ///   - weekHolidays: the weekend as `SA`, `SU` (`MO`, `TU`, `WE`, `TH`, `FR`).
    ///   - yearHolidays: days as `1.01,23.02`, day and month; with a year, as `31.12.2026`, it is that date only.
    ///   - yearWorkdays: days that are worked all the same, in the same shape.
    /// - Throws: a `ScheduleError` that names the first text that can't be read.
    public init(weekHolidays: [String], yearHolidays: String, yearWorkdays: String = "") throws(ScheduleError) {
        self.init(weekend: [])
        for text in weekHolidays {
            guard let place = WorkingCalendar.codes.firstIndex(of: text.uppercased()),
                let weekday = Weekday(rawValue: place + 1)
            else { throw ScheduleError.unknown(text, as: "A day of the weekend", among: WorkingCalendar.codes) }
            weekend.insert(weekday)
        }
        (yearlyHolidays, holidays) = try WorkingCalendar.days(yearHolidays, as: "holiday")
        (yearlyWorkdays, workdays) = try WorkingCalendar.days(yearWorkdays, as: "working day")
    }

    private static let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// Ten years of single dates, and more than anybody writes into one line.
    private static let longestText = 40_000

    private static func days(
        _ text: String, as noun: String
    ) throws(ScheduleError) -> (Set<YearDay>, Set<CivilDate>) {
        guard text.utf8.count <= longestText else {
            throw ScheduleError("The list of each \(noun) is too long; it may have \(longestText) bytes")
        }
        var days: Set<YearDay> = []
        var dates: Set<CivilDate> = []
        for item in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
            let numbers = numbers(item)
            if numbers.count == 2, let day = YearDay(month: numbers[1], day: numbers[0]) {
                days.insert(day)
            } else if numbers.count == 3,
                let date = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
            {
                dates.insert(date)
            } else {
                throw ScheduleError(
                    "The \(noun) \(ScheduleError.quoted(item)) is no day; write day and month as 23.02, "
                        + "or a date as 31.12.2026")
            }
        }
        return (days, dates)
    }

    /// The numbers between the dots; none if one of them isn't a number.
    private static func numbers(_ text: Substring) -> [Int] {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.count <= 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        return numbers.count == parts.count ? numbers : []
    }
}
