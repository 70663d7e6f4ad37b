/// The rule for the years after a zone's last recorded change: a POSIX `TZ` text such as `CET-1CEST,M3.5.0,M10.5.0/3`,
/// in the shape that RFC 8536 section 3.3 allows at the end of a TZif file.
struct ZoneRule: Hashable, Sendable {
    /// When a change happens within a year.
    enum Day: Hashable, Sendable {
        /// `Jn`: day 1…365, 29 February never counted.
        case julian(Int)
        /// `n`: day 0…365, 29 February counted.
        case ordinal(Int)
        /// `Mm.w.d`: the w-th (5 is the last) weekday d (0 is Sunday) of month m.
        case nth(month: Int, week: Int, weekday: Int)
    }

    /// A change of the clock: the day, and seconds after its midnight by the clock in force before the change. The
    /// seconds may be negative or above a day.
    struct Change: Hashable, Sendable {
        let day: Day
        let seconds: Int
    }

    /// Summer time: its offset east of UTC and when it begins and ends.
    struct Summer: Hashable, Sendable {
        let offset: Int
        let start: Change
        let end: Change
    }

    /// Seconds east of UTC outside summer time.
    let standard: Int
    let summer: Summer?

    /// Seconds east of UTC at a moment (seconds since the epoch).
    func offset(at seconds: Int) -> Int {
        guard summer != nil else { return standard }
        let day = seconds.dividedDown(by: 86_400)
        let year = CivilDate(daysSinceEpoch: day).year
        return changes(from: year - 1, through: year + 1).last { $0.at <= seconds }?.offset ?? standard
    }

    /// The changes of those years in the order of time, each with the offset that it brings.
    func changes(from first: Int, through last: Int) -> [(at: Int, offset: Int)] {
        guard let summer, first <= last else { return [] }
        var found: [(at: Int, offset: Int, isStart: Bool)] = []
        for year in first...last {
            let start = ZoneRule.midnight(of: summer.start.day, year: year) + summer.start.seconds - standard
            let end = ZoneRule.midnight(of: summer.end.day, year: year) + summer.end.seconds - summer.offset
            found.append((start, summer.offset, true))
            found.append((end, standard, false))
        }
        // Where summer time ends at the moment when it begins again (a zone that keeps it all year), it goes on.
        found.sort { $0.at != $1.at ? $0.at < $1.at : !$0.isStart && $1.isStart }
        return found.map { ($0.at, $0.offset) }
    }

    private static func midnight(of day: Day, year: Int) -> Int {
        let safeYear = min(max(year, 1), 9999)
        let newYear = CivilDate(trusted: safeYear, 1, 1).daysSinceEpoch + (year - safeYear) * 365
        return (newYear + dayOfYear(day, year: safeYear)) * 86_400
    }

    private static func dayOfYear(_ day: Day, year: Int) -> Int {
        switch day {
        case .ordinal(let number):
            return number
        case .julian(let number):
            return CivilDate.isLeap(year) && number >= 60 ? number : number - 1
        case .nth(let month, let week, let weekday):
            let first = CivilDate(trusted: year, month, 1)
            let daysToFirst = (weekday - first.weekday.rawValue % 7 + 7) % 7
            let length = CivilDate.length(ofMonth: month, year: year)
            var inMonth = daysToFirst + (week - 1) * 7
            if inMonth >= length { inMonth -= 7 }
            return first.daysSinceEpoch - first.firstOfYear.daysSinceEpoch + inMonth
        }
    }
}

extension Int {
    /// The quotient rounded towards minus infinity; the divisor is positive.
    func dividedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
