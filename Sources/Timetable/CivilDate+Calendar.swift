extension CivilDate {
    /// The date that many days later (earlier, if negative).
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        if overflow { return days > 0 ? .latest : .earliest }
        return CivilDate(daysSinceEpoch: sum)
    }

    /// The same day that many months later; where that month is shorter, its last day (31 January + 1 month is
    /// 28 or 29 February).
    public func adding(months: Int) -> CivilDate {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow { return months > 0 ? .latest : .earliest }
        if sum < 12 { return .earliest }
        if sum >= 120_000 { return .latest }
        let (year, month) = (sum / 12, sum % 12 + 1)
        return CivilDate(trusted: year, month, min(day, CivilDate.length(ofMonth: month, year: year)))
    }

    /// Monday of this date's week.
    public var firstOfWeek: CivilDate {
        adding(days: 1 - weekday.rawValue)
    }

    /// The first day of this date's month.
    public var firstOfMonth: CivilDate {
        CivilDate(trusted: year, month, 1)
    }

    /// The first day of this date's quarter.
    public var firstOfQuarter: CivilDate {
        CivilDate(trusted: year, (quarter - 1) * 3 + 1, 1)
    }

    /// 1 January of this date's year.
    public var firstOfYear: CivilDate {
        CivilDate(trusted: year, 1, 1)
    }

    /// The last day of this date's month.
    public var lastOfMonth: CivilDate {
        CivilDate(trusted: year, month, CivilDate.length(ofMonth: month, year: year))
    }

    /// The quarter, 1…4.
    public var quarter: Int {
        (month + 2) / 3
    }
}
